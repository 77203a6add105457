//! What others think, feel or argue: told, not averred.
//!
//! Such words are closed to the detectors though no speech verb reports them. A verb of thought holds what follows it ("the
//! ministers fear that …"); so do a frame that says to whom something seems so ("To the ministers, it must have seemed wise"),
//! a theory that "goes", and a noun for what somebody holds with a colon behind it ("his critics' line: …").

use super::gate::Voice;
use super::{Context, grammar, lists};
use crate::quotation::names;
use std::ops::Range;

/// Closes what is held in the sentence `range`, where the writer speaks in it.
pub fn hold(cx: &Context, range: Range<usize>, out: &mut [Voice]) {
    if theory(cx, &range) {
        close(&mut out[range.clone()], Voice::Vague);
    }
    for held in [
        seems_to(cx, &range),
        line_of(cx, &range),
        eyes(cx, &range),
        concerned(cx, &range),
        on_record(cx, &range),
        faulted(cx, &range),
    ]
    .into_iter()
    .flatten()
    {
        // What is looked for behind a comma may lie behind the sentence.
        if let Some(voices) = out.get_mut(held) {
            close(voices, Voice::Held);
        }
    }
    let list = lists::motive();
    let mut i = range.start;
    while i < range.end {
        let mind = ["mind", "to"].iter().find_map(|g| list.in_group(g, &cx.words, i));
        let Some(n) = mind.filter(|_| {
            matches!(
                grammar::finite(cx, &range, i),
                Some((grammar::Subject::Name | grammar::Subject::Noun | grammar::Subject::Pronoun, _))
            )
        }) else {
            i += 1;
            continue;
        };
        let from = i + n;
        let mut to = from;
        while to < range.end
            && !matches!(cx.w(to), ";" | "—" | "–" | ":")
            && !(cx.w(to) == ","
                && matches!(cx.w(to + 1), "but" | "and" | "so" | "yet" | "which" | "while" | "although" | "though"))
        {
            to += 1;
        }
        close(&mut out[from..to], Voice::Held);
        i = to.max(i + 1);
    }
}

fn close(voices: &mut [Voice], to: Voice) {
    voices.iter_mut().filter(|v| **v == Voice::Writer).for_each(|v| *v = to);
}

const SEEMS: &[&str] = &[
    "seem", "seems", "seemed", "looks", "looked", "feels", "felt", "sounds", "sounded", "appear", "appears", "appeared",
];

/// A noun for people, by what they do or as a collective.
fn people(cx: &Context, k: usize) -> bool {
    names::is_people(cx.w(k)) || lists::unnamed().in_group("who", &cx.words, k).is_some()
}

/// How many words may name those to whom something seems so.
const EXPERIENCER: usize = 14;

/// "To the leaders of the guild, it must have seemed wise.", "For many who rowed in the war, a toll is an outrage.": up to a
/// "but". "To be sure," and "For years," name nobody.
fn seems_to(cx: &Context, range: &Range<usize>) -> Option<Range<usize>> {
    let at = range.start + usize::from(matches!(cx.w(range.start), "but" | "and" | "yet"));
    let several = |k: usize| matches!(cx.w(k), "many" | "some" | "others" | "most");
    let people = |k: usize| several(k) || matches!(cx.w(k), "them" | "him" | "her" | "those") || people(cx, k);
    let comma = (at + 1..range.end.min(at + EXPERIENCER)).find(|&k| cx.w(k) == ",")?;
    let after = &(comma + 1..range.end.min(comma + 7));
    let seems =
        cx.has(after, SEEMS) && cx.has(after, &["it", "this", "that", "he", "she", "they", "these", "such", "the"]);
    // The head of the phrase: "to the leaders of the guild", but not "to help voters", "to the delight of many".
    let end = (at + 1..comma)
        .find(|&k| grammar::preposition(cx.w(k)) || matches!(cx.w(k), "that" | "who" | "which" | "like"))
        .unwrap_or(comma);
    let noun = several(at + 1)
        || people(at + 1)
        || grammar::determiner(cx.w(at + 1))
        || grammar::adjective(cx.w(at + 1)) && people(at + 2);
    let fits = noun && (several(at + 1) || people(end - 1));
    let feeling = matches!(
        cx.w(end - 1),
        "surprise"
            | "delight"
            | "dismay"
            | "relief"
            | "horror"
            | "shock"
            | "extent"
            | "point"
            | "contrary"
            | "credit"
            | "end"
    );
    let opens = match cx.w(at) {
        "to" => fits || seems && !feeling && grammar::determiner(cx.w(at + 1)),
        "for" => several(at + 1) || fits && seems,
        _ => false,
    };
    if !opens || matches!(cx.w(at + 1), "me" | "us" | "be") {
        return None;
    }
    Some(comma + 1..turn(cx, comma + 1..range.end))
}

/// Where the writer takes the word again.
fn turn(cx: &Context, range: Range<usize>) -> usize {
    let back =
        |k: usize| matches!(cx.w(k), "," | ";" | "—" | "–") && matches!(cx.w(k + 1), "but" | "yet" | "and" | "though");
    range.clone().find(|&k| back(k)).unwrap_or(range.end)
}

/// "As the theory goes, the toll is a boon.": all of the sentence is put on nobody.
fn theory(cx: &Context, range: &Range<usize>) -> bool {
    const GOES: &[&str] = &[
        "theory",
        "argument",
        "thinking",
        "logic",
        "story",
        "reasoning",
        "tale",
        "legend",
        "narrative",
        "line",
        "saying",
    ];
    // "The line goes to the coast": a railway.
    let goes = |k: usize| {
        matches!(cx.w(k + 1), "goes" | "went" | "runs" | "ran")
            && (k > range.start + 1 && cx.w(k - 2) == "as" || matches!(cx.w(k + 2), "," | ":"))
    };
    range.clone().any(|k| GOES.contains(&cx.w(k)) && goes(k))
}

/// "His critics try a new line: he doesn't mean it.": what stands behind the colon, where somebody else holds the noun.
fn line_of(cx: &Context, range: &Range<usize>) -> Option<Range<usize>> {
    const HELD: &[&str] = &[
        "argument",
        "line",
        "tack",
        "claim",
        "message",
        "theory",
        "logic",
        "refrain",
        "mantra",
        "reasoning",
        "pitch",
        "charge",
        "complaint",
        "criticism",
        "accusation",
        "excuse",
        "defence",
        "defense",
        "view",
        "rationale",
        "slogan",
        "warning",
        "philosophy",
        "creed",
        "doctrine",
        "ideology",
        "worldview",
        "thesis",
        "belief",
    ];
    let colon = range.clone().find(|&k| cx.w(k) == ":")?;
    let noun = (colon.saturating_sub(5).max(range.start)..colon).rfind(|&k| HELD.contains(&cx.w(k)))?;
    let somebodys = (noun.saturating_sub(10).max(range.start)..colon).any(|k| {
        matches!(cx.w(k), "his" | "her" | "their" | "its" | "'s" | "they" | "he" | "she")
            || cx.w(k).ends_with("s'")
            || people(cx, k)
    });
    somebodys.then_some(colon + 1..range.end)
}

/// "The answer is that in its view there is no lock.", "In German eyes, the town can do no right.": from the noun on. "In our
/// view" is the writer's.
fn eyes(cx: &Context, range: &Range<usize>) -> Option<Range<usize>> {
    const EYES: &[&str] =
        &["view", "eyes", "opinion", "telling", "reading", "estimation", "imagination", "worldview", "narrative"];
    const OPEN: &[&str] = &["my", "our", "the", "full", "plain", "this", "a", "any", "public"];
    // The phrase is short, and somebody's: "in its view", "in the mayor's view", "in German eyes".
    let whose = |from: usize, k: usize| {
        from < k
            && (from..k).all(|n| cx.reading.tokens[n].is_word() || grammar::possessive(cx, n))
            && ((from..k).any(|n| grammar::possessive(cx, n)) || !cx.has(&(from..k), OPEN))
    };
    let noun = range.clone().find(|&k| {
        EYES.contains(&cx.w(k)) && (k.saturating_sub(4).max(range.start)..k).any(|j| cx.w(j) == "in" && whose(j + 1, k))
    })?;
    let from = noun + 1 + usize::from(cx.w(noun + 1) == ",");
    (!matches!(cx.w(noun + 1), "of" | "and")).then(|| from..turn(cx, from..range.end))
}

/// "The official record reflects that it was the first flood.": what papers show is theirs.
fn on_record(cx: &Context, range: &Range<usize>) -> Option<Range<usize>> {
    let that = range.clone().find(|&k| {
        k > range.start + 1
            && cx.w(k) == "that"
            && matches!(cx.before(k), "reflects" | "reflect" | "shows" | "show" | "indicates" | "indicate" | "confirms")
            && matches!(cx.w(k - 2), "record" | "records" | "documents" | "files" | "papers" | "minutes" | "transcript")
    })?;
    Some(that + 1..turn(cx, that + 1..range.end))
}

/// "As far as the guild is concerned, the lock is bankrupt."
fn concerned(cx: &Context, range: &Range<usize>) -> Option<Range<usize>> {
    let opens = (range.start..range.start + 2).any(|k| cx.w(k) == "as" && cx.w(k + 1) == "far" && cx.w(k + 2) == "as");
    let mut words = range.start..range.end.min(range.start + EXPERIENCER);
    let comma = words
        .find(|&k| matches!(cx.w(k), "concerned") && cx.w(k + 1) == ",")
        .filter(|_| opens && !matches!(cx.w(range.start + 3), "i" | "we"))?;
    Some(comma + 2..turn(cx, comma + 2..range.end))
}

/// "The board acted after criticism for giving the smugglers a mouthpiece": what somebody was blamed for.
fn faulted(cx: &Context, range: &Range<usize>) -> Option<Range<usize>> {
    const BLAME: &[&str] =
        &["criticism", "criticised", "criticized", "flak", "blame", "blamed", "faulted", "condemned"];
    // "prompted censure from a scientist about the recklessness of it"
    let censure = range.clone().find(|&k| {
        matches!(cx.w(k), "about" | "over")
            && (k.saturating_sub(6).max(range.start)..k)
                .any(|j| matches!(cx.w(j), "censure" | "criticism" | "complaints" | "outcry" | "uproar" | "anger"))
    });
    if let Some(k) = censure {
        return Some(k + 1..turn(cx, k + 1..range.end));
    }
    let cause = range.clone().find(|&k| {
        cx.w(k) == "for"
            && cx.w(k + 1).ends_with("ing")
            && (k.saturating_sub(5).max(range.start)..k).any(|j| BLAME.contains(&cx.w(j)))
    })?;
    Some(cause + 1..turn(cx, cause + 1..range.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    #[test]
    fn holds_what_is_believed() {
        with_context("The ministers fear that the dam is a disgrace, but it holds.", |cx| {
            assert_eq!(cx.voices[2], Voice::Writer);
            assert_eq!(cx.voices[7], Voice::Held);
            assert_eq!(*cx.voices.last().expect("words"), Voice::Writer);
        });
    }

    #[test]
    fn a_frame_at_the_end_of_a_sentence_holds_nothing() {
        for text in [
            "As far as the guild is concerned\n\n, the lock is a disgrace.",
            "So it is in their view\n\n, the lock is a disgrace.",
        ] {
            with_context(text, |cx| assert_eq!(cx.reading.sentences.len(), 2, "{text}"));
        }
    }

    #[test]
    fn holds_what_others_think() {
        // Whose word the last one of the sentence is.
        let table = [
            ("The ministers fear that the dam is a disgrace.", Voice::Held),
            ("To the elders of the guild, it must have seemed a clever ruse.", Voice::Held),
            ("To the elders of the guild, it must have seemed a ruse, but it was a folly.", Voice::Writer),
            ("For many who rowed in the war, a toll is an outrage.", Voice::Held),
            ("To them, the toll is an outrage.", Voice::Held),
            ("To be sure, the toll is an outrage.", Voice::Writer),
            ("To help voters, the toll must go.", Voice::Writer),
            ("To the delight of many, the toll is gone.", Voice::Writer),
            ("For years, the toll was an outrage.", Voice::Writer),
            ("As the theory goes, rowers are lazy because the lock is slow.", Voice::Vague),
            ("The line goes to the coast and is a disgrace.", Voice::Writer),
            ("Now his critics try a new tack: He is a fraud.", Voice::Held),
            ("The town has one problem: It is ruled by a fraud.", Voice::Writer),
            ("This is the guild's brutal philosophy in its purest form: a lock is evil.", Voice::Held),
            ("The answer is that in its view the lock is a disgrace.", Voice::Source),
            ("In the mayor's view, the lock is a disgrace.", Voice::Held),
            ("In German eyes, the lock is a disgrace.", Voice::Held),
            ("In our view, the lock is a disgrace.", Voice::Writer),
            ("In the public view the lock is a disgrace.", Voice::Writer),
            ("As far as the guild is concerned, the lock is a disgrace.", Voice::Held),
            ("As far as the guild is concerned, the lock is safe, but it is a disgrace.", Voice::Writer),
            ("It closed the lock after criticism it received for giving smugglers a mouthpiece.", Voice::Held),
            ("The official record reflects that it certainly was a disgrace.", Voice::Held),
            ("It closed the lock for giving smugglers a mouthpiece.", Voice::Writer),
            ("The lock prompted censure from a rower about the recklessness of the guild.", Voice::Held),
        ];
        for (text, want) in table {
            with_context(text, |cx| assert_eq!(cx.voices[cx.voices.len() - 2], want, "{text}"));
        }
    }
}
