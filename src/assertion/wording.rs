//! Loaded wording beyond the lists: runs of words that the learned scores find.
//!
//! A list knows only its own words. The span scores of [`super::ranker`] know the company that loaded words keep and their
//! likeness to others; a run is proposed where they are high, inside one clause, in the writer's own voice, without names
//! and where no detector has a trigger yet. Whether it is shown is decided as for every other candidate.

use super::gate::Voice;
use super::genre::Genre;
use super::loaded_wording::TOPIC;
use super::{Context, Evidence, Hit, grammar, lists};
use crate::category::Kind;
use std::ops::Range;

/// The rule's name.
pub const RULE: &str = "loaded-learned";
/// The least likelihood at which it is shown in an article. A mark that no list stands behind must be surer: of 14 in texts that
/// nobody had looked at, judged by readers who didn't know the rule, 1 of 9 under it was right and 2 of 5 above.
pub const LEAST: f32 = 0.95;
/// A run starts at this score (log-odds) …
const START: f32 = -2.2;
/// … goes on over a token that is this much lower …
const GROW: f32 = 0.5;
/// … must hold one over this in a piece of opinion, where the clause around it says little against it …
const PEAK: f32 = -1.4;
/// … and has at most so many tokens where a sentence stands alone.
const LONGEST: usize = 8;
/// Words that a run may hold but neither start nor end with.
const STOP: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "is", "are", "was", "were", "be",
    "been", "it", "its", "this", "that", "these", "those", "as", "with", "from", "his", "her", "their", "our", "my",
    "your", "he", "she", "they", "we", "i", "you", "not", "n't", "'s", "who", "which", "less", "more", "most", "ever",
    "almost", "already",
];

/// Words for things that a report must be able to name, and words that say nothing by themselves. They stand in stirring
/// texts more than elsewhere, so the scores take them for loaded; a run needs another word that is. So do the names of
/// groups, faiths and views (`-ist`, `-ism`): what somebody is called is no judgment of them.
fn named(w: &str) -> bool {
    lists::terms().in_group("named", &[w], 0).is_some()
        || w.len() > 5 && ["ist", "ists", "ism", "isms", "ian", "ians"].iter().any(|e| w.ends_with(e))
}

/// Proposes runs in the clauses; `hits` are the other detectors' candidates.
pub fn detect(cx: &Context, clauses: &[Range<usize>], hits: &mut Vec<Hit>) {
    let mut taken = vec![false; cx.words.len()];
    let mut loaded = taken.clone();
    for t in hits.iter().filter(|h| h.evidence > Evidence::Argued).flat_map(|h| &h.triggers) {
        taken.get_mut(t.clone()).unwrap_or_default().fill(true);
    }
    for t in
        hits.iter().filter(|h| h.kind == Kind::LoadedWording && h.evidence > Evidence::Argued).flat_map(|h| &h.triggers)
    {
        loaded.get_mut(t.clone()).unwrap_or_default().fill(true);
    }
    // In an article a long run is a clause with a picture in it ("leaders being carried to the grave over …").
    let article = cx.genre != Genre::Short;
    let longest = if article { 5 } else { LONGEST };
    let peak = if cx.genre == Genre::Opinion { PEAK } else { START };
    for c in clauses {
        let open = |i: usize| {
            let t = cx.reading.tokens[i];
            // A name that opens a sentence: no letter tells it from a word, the next one does.
            let name = t.is_capital() && cx.reading.tokens.get(i + 1).is_some_and(|n| n.is_capital());
            t.is_word() && !name && cx.voices[i] == Voice::Writer && !taken[i] && !cx.scores.is_name(i)
        };
        let score = |i: usize| cx.scores.span[i];
        let mut i = c.start;
        while i < c.end {
            if !(open(i) && score(i) > START) {
                i += 1;
                continue;
            }
            let mut j = i + 1;
            while j < c.end
                && j - i < longest
                && open(j)
                && (score(j) > START || score(j) > START - GROW && j + 1 < c.end && score(j + 1) > START)
            {
                j += 1;
            }
            let run = trim(cx, i..j);
            // "campaigns against cruelty": what somebody is for or against is a topic, not the writer's word.
            let topic = run.clone().chain(run.start.checked_sub(1)).any(|k| TOPIC.contains(&cx.w(k)));
            let plain = run.clone().all(|k| STOP.contains(&cx.w(k)) || named(cx.w(k)) || score(k) <= START);
            let known = (run.start.saturating_sub(4).max(c.start)..run.start)
                .any(|k| lists::speech().in_group("naming", &cx.words, k).is_some());
            // A listed word that its own detector left alone is a term or a charge here ("toxic waste").
            let cleared = run.clone().any(|k| lists::loaded().at(&cx.words, k).is_some());
            // "the great honour of": a courtesy.
            let courtesy = run.clone().any(|k| matches!(cx.w(k), "honor" | "honour" | "privilege"))
                && matches!(cx.w(run.end), "of" | "to" | "for");
            if !topic
                && !courtesy
                && !cleared
                && !plain
                && !known
                && !super::loaded_wording::put_on(cx, c, run.start)
                && !grammar::embedded(cx, c, run.start)
                && run.clone().any(|k| score(k) > peak)
                && run.clone().any(|k| cx.reading.slice(cx.reading.tokens[k].span()).chars().count() > 3)
            {
                // A listed word right before describes it: "intolerant climate" is marked as a whole or not at all.
                let mut whole = run;
                // "especially troubling": an adverb alone judges nothing.
                let next = |k: usize| open(k) || loaded.get(k) == Some(&true);
                if cx.w(whole.end - 1).ends_with("ly") && whole.end < c.end && next(whole.end) {
                    whole.end += 1;
                }
                while article && whole.start > c.start && loaded[whole.start - 1] {
                    whole.start -= 1;
                }
                // "looks stunning": without the listed word behind it the rest says little.
                while article && whole.end < c.end && loaded[whole.end] {
                    whole.end += 1;
                }
                let because = format!(
                    "“{}” is wording of the kind that judges or stirs, and no source is named for it.",
                    cx.text(whole.clone())
                );
                hits.push(Hit::new(Kind::LoadedWording, c, whole, RULE, because, 0.5));
            }
            i = j;
        }
    }
}

fn trim(cx: &Context, mut run: Range<usize>) -> Range<usize> {
    while !run.is_empty() && STOP.contains(&cx.w(run.start)) {
        run.start += 1;
    }
    while !run.is_empty() && (STOP.contains(&cx.w(run.end - 1)) || grammar::preposition(cx.w(run.end - 1))) {
        run.end -= 1;
    }
    run
}

#[cfg(test)]
mod tests {
    use crate::assertion::tests::{ARGUMENT, with_context};
    use crate::assertion::{candidates, wording};

    fn runs(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        with_context(text, |cx| {
            let (clauses, mut hits) = candidates(cx);
            wording::detect(cx, &clauses, &mut hits);
            out = hits
                .iter()
                .filter(|h| h.rule == wording::RULE)
                .map(|h| cx.text(h.triggers[0].clone()).to_owned())
                .collect();
        });
        out
    }

    #[test]
    fn a_run_takes_the_listed_words_beside_it_along() {
        // "minions" and "toxic" are listed.
        for (text, run) in [
            ("It was a slow and cruel betrayal of the rowers by obedient minions.", "obedient minions"),
            ("The board must remove toxic leaders from the lock.", "remove toxic leaders"),
        ] {
            let found = runs(&format!("{ARGUMENT} {text}"));
            assert!(found.iter().any(|r| r == run), "{found:?}");
        }
    }

    #[test]
    fn stays_out_of_plain_news_and_of_speech() {
        for text in [
            "The library opens at nine on Monday and closes at five.",
            "Police said on Tuesday that two men were taken to hospital after the crash.",
            "“This is a vile and cowardly betrayal,” the mayor said.",
            // what a report must be able to name, and a name that is told
            "Militants killed two men in a terrorist attack on the police.",
            "A bearded cartoonist and the leaders of a black church were there.",
            "Its viewpoints are those of nationalists and of their civil society.",
            "The plague was known as the black death of the valley.",
            "Vile Carter Hope rowed first.",
            "In the south he was reviled as a vile and cowardly butcher.",
        ] {
            assert_eq!(runs(text), Vec::<String>::new(), "{text}");
        }
    }
}
