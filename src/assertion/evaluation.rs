//! Evaluation: a copula puts a judgment of worth, duty or difficulty on its subject ("the plan is a mistake").
//!
//! Marked as loaded wording, because that is what a reader looks for under that name; a file of its own, because the
//! evidence is a construction and not a word.

use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use std::ops::Range;

/// Marks copular judgments in the present tense.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    if grammar::question(cx, clause.start) || grammar::to_reader(cx, clause) {
        return;
    }
    let list = lists::evaluation();
    let mut i = clause.start;
    while i < clause.end {
        let link = cx.open(i)
            && matches!(
                cx.w(i),
                "is" | "are"
                    | "'s"
                    | "'re"
                    | "remains"
                    | "remain"
                    | "seems"
                    | "seem"
                    | "be"
                    | "was"
                    | "were"
                    | "seemed"
                    | "becomes"
                    | "been"
                    | "looks"
                    | "sounds"
                    | "proves"
                    | "proved"
            );
        if !link
            || grammar::possessive(cx, i)
            || matches!(cx.before(i), "there" | "what")
            || own(cx, clause, i)
            || grammar::supposed(cx, clause, i)
            || grammar::embedded(cx, clause, i)
        {
            i += 1;
            continue;
        }
        let modal = cx.w(i) == "be";
        if modal
            && !(i.saturating_sub(3)..i)
                .any(|k| matches!(cx.w(k), "would" | "will" | "may" | "might" | "can" | "could"))
        {
            i += 1;
            continue;
        }
        // Adverbs, an article and one adjective may stand between the copula and the judgment.
        let mut k = i + 1;
        let (mut seen, mut article) = (0, false);
        let found = loop {
            if k >= clause.end || seen > 4 || !cx.open(k) {
                break None;
            }
            if let Some(m) = list.at(&cx.words, k).filter(|m| k + m.len <= clause.end)
                && fits(cx, k, m.len, m.group, article)
            {
                break Some((k, m));
            }
            let w = cx.w(k);
            // "It is, nevertheless, vital": an adverb between commas.
            if w == "," && k + 2 < clause.end && grammar::adverb(cx.w(k + 1)) && cx.w(k + 2) == "," {
                k += 3;
                continue;
            }
            article |= matches!(w, "a" | "an" | "the" | "no" | "one" | "another" | "our" | "its" | "their");
            if !(cx.reading.tokens[k].is_word()
                && !grammar::preposition(w)
                && (article
                    || grammar::adverb(w)
                    || matches!(w, "so" | "more" | "very" | "as" | "quite" | "much" | "far" | "no" | "most")))
            {
                break None;
            }
            k += 1;
            seen += 1;
        };
        // "It is important to note that": talk about the text.
        let signpost = |end: usize| cx.w(end) == "to" && matches!(cx.w(end + 1), "note" | "mention" | "add" | "stress");
        // "It isn't clear whether": left open.
        // "It has long been clear that": a booster's work.
        let open = |k: usize| {
            matches!(cx.w(k), "clear" | "obvious" | "evident")
                && (grammar::negated(cx, clause, k) || cx.w(k + 1) == "that")
        };
        // "are better educated than", "is best known": a comparison of what is.
        let compared = |k: usize, end: usize| {
            matches!(cx.w(k), "better" | "worse" | "best" | "worst")
                && (cx.w(end).ends_with("ed") || matches!(cx.w(end), "known" | "paid" | "off"))
        };
        // "It's clear that" is a booster, and marked as one.
        let booster = i > clause.start && lists::certainty().in_group("strong", &cx.words, i - 1).is_some();
        // "Their problem is simple.", "The answer is clear:": a line that opens an explanation.
        let opener = matches!(
            cx.before(i),
            "thing" | "problem" | "question" | "answer" | "reason" | "point" | "logic" | "story"
        ) && matches!(cx.w(i + 1), "simple" | "clear" | "obvious" | "easy" | "plain")
            && !cx.reading.tokens.get(i + 2).is_some_and(|t| t.is_word());
        // "may well be impossible", "can be difficult": how it may be, which is no verdict.
        let hedged = modal && cx.has(&(i.saturating_sub(3).max(clause.start)..i), &["may", "might", "can"]);
        // "None of it is true" (nor "It is true that", a concession, rule 9), "has been proved wrong", "is not the only bar":
        // whether it is so, and that there is more.
        let told = |k: usize, end: usize| {
            matches!(cx.before(end), "true" | "untrue") && k + 1 == end
                || cx.w(k) == "wrong" && matches!(cx.before(k), "proved" | "proven" | "shown")
                || matches!(cx.w(i + 1), "not" | "n't") && cx.has(&(i + 1..end), &["only"])
                // "It is safe to assume", "hard not to smile": a manner of speaking.
                || cx.w(end) == "not" && cx.w(end + 1) == "to"
                || cx.w(end) == "to"
                    && matches!(cx.w(end + 1), "say" | "assume" | "conclude" | "suppose" | "guess" | "suspect" | "argue")
        };
        // "lower than is dignified", "the reason is simple:": a measure, an explanation that follows.
        let measure = cx.before(i) == "than"
            || matches!(cx.before(i), "reason" | "answer" | "explanation" | "rule" | "message")
                && matches!(cx.w(i + 1), "simple" | "clear" | "obvious" | "plain");
        // "isn't unreasonable": half a judgment. "wasn't too bad", "is not the point": faint praise, and talk about the argument.
        let aside = |k: usize, end: usize| {
            let denied = grammar::negated(cx, clause, k) || matches!(cx.w(i + 1), "not" | "n't");
            denied
                && (matches!(
                    cx.w(k),
                    "bad" | "terrible" | "unreasonable" | "unfair" | "unusual" | "unlikely" | "unwelcome"
                ) || matches!(cx.before(end), "point" | "threat" | "case" | "issue"))
        };
        // "is the point of convergence", "is the point where": a place.
        let place = |end: usize| {
            cx.before(end) == "point" && matches!(cx.w(end), "of" | "where" | "at" | "in" | "guard" | "person" | "man")
        };
        // "when it's too late": a time.
        let in_time = |k: usize| {
            cx.w(k) == "too" && (clause.start..i).any(|j| matches!(cx.w(j), "when" | "before" | "until" | "till"))
        };
        // "are responsible for running it": a duty, or an act that is told.
        let charged =
            |k: usize, end: usize| cx.w(k) == "responsible" && cx.before(end) == "for" && cx.w(end).ends_with("ing");
        // "It seems appropriate to bring up": talk about the text. "It's easy.": an answer.
        let talk = |k: usize, end: usize| {
            cx.w(end) == "to"
                && (end + 1..end + 5).any(|j| {
                    matches!(cx.w(j), "bring" | "recall" | "remember" | "quote" | "cite" | "look" | "consider" | "ask")
                })
                && matches!(cx.before(i), "it" | "only")
                || clause.len() < 4 && matches!(cx.w(k), "easy" | "simple" | "hard" | "clear")
        };
        if let Some((k, m)) = found.filter(|(k, m)| {
            let end = k + m.len;
            !signpost(end)
                && !place(end)
                && !talk(*k, end)
                && !grammar::rejected(cx, clause, i)
                && !charged(*k, end)
                && !in_time(*k)
                && !booster
                && !hedged
                && !measure
                && !aside(*k, end)
                && !open(*k)
                && !opener
                && !told(*k, end)
                && !compared(*k, end)
                && !cool(cx, clause, *k)
        }) {
            let past = matches!(cx.w(i), "was" | "were" | "proved");
            let strong = m.group == "strong" && !past;
            let trigger = i..k + m.len;
            // "It is vital that the lock be mended": what ought to be done. "Locks are the most sensible way": a rank.
            let necessary = matches!(
                cx.w(k),
                "vital" | "essential" | "crucial" | "important" | "imperative" | "necessary" | "critical" | "urgent"
            );
            let ought = necessary
                && matches!(cx.w(trigger.end), "that" | "to" | "for")
                && (cx.before(i) == "it"
                    || i > clause.start + 1 && cx.w(i - 2) == "it" && grammar::adverb(cx.before(i)));
            if ought {
                out.push(super::exhortation::hit(cx, clause, trigger.clone(), "obligation", 0.58).mild(true));
                i = trigger.end;
                continue;
            }
            if (i + 1..k).any(|j| cx.w(j) == "the" && cx.w(j + 1) == "most") {
                let because = super::superlative::because("superlative-most", cx.text(trigger.clone()));
                let ranked = Hit::new(Kind::Superlative, clause, trigger.clone(), "superlative-most", because, 0.66);
                out.push(ranked.mild(grammar::figures(cx, clause)));
                i = trigger.end;
                continue;
            }
            let because = format!("“{}” passes a judgment, and nobody is named for it.", cx.text(trigger.clone()));
            let confidence = if strong {
                0.6
            } else if past {
                0.44
            } else {
                0.5
            } - if grammar::figures(cx, clause) { 0.1 } else { 0.0 };
            out.push(
                Hit::new(Kind::LoadedWording, clause, trigger.clone(), "evaluation", because, confidence)
                    .mild(true)
                    .faint(!strong),
            );
            i = trigger.end;
        } else {
            i += 1;
        }
    }
}

/// Words that settle, grant or play down rather than judge ("he is right that", "the offer is welcome", "it is not hard to see"): relevance
/// and ease are the cool end of appraisal (Martin and White's valuation and composition). Of 19 such marks in articles that readers had marked
/// none was a judgment to them and two were marks of another kind; of the 15 others five and five.
pub fn cool(cx: &Context, clause: &Range<usize>, k: usize) -> bool {
    const COOL: &[&str] = &[
        "right",
        "correct",
        "real",
        "plain",
        "welcome",
        "perfect",
        "trivial",
        "surprising",
        "unsurprising",
        "reluctant",
    ];
    const DENIED: &[&str] = &["hard", "easy", "simple", "complicated", "difficult", "fact", "enough", "new"];
    let intensified = matches!(cx.before(k), "too" | "so" | "utterly" | "absolutely" | "deeply" | "simply" | "very");
    let none = cx.has(&(clause.start..k), &["none", "neither"]);
    // "That is the question of": a topic.
    let topic = matches!(cx.w(k), "question" | "test" | "heart" | "matter") && cx.w(k + 1) == "of";
    // "A welcome step", "a perfect storm": with a noun they judge.
    let noun = matches!(cx.w(k), "welcome" | "perfect" | "plain" | "trivial" | "reluctant")
        && cx.reading.tokens.get(k + 1).is_some_and(|t| t.is_word())
        && !grammar::preposition(cx.w(k + 1))
        && !grammar::conjunction(cx.w(k + 1))
        && !matches!(cx.w(k + 1), "to" | "that" | "enough");
    !intensified
        && !noun
        && (COOL.contains(&cx.w(k)) || (none || grammar::negated(cx, clause, k)) && DENIED.contains(&cx.w(k)))
        || topic
}

/// A noun of the list needs an article before it, an adjective has none of its own ("is a right", "is right").
fn fits(cx: &Context, k: usize, len: usize, group: &str, article: bool) -> bool {
    let after = cx.w(k + len);
    match group {
        "noun" => article,
        // "has been telling me": a verb with its object.
        "adjective" if grammar::takes_object(cx, k, k + len) => false,
        "adjective" => !article && !cx.reading.tokens.get(k + len).is_some_and(|t| t.is_capital()) && after != "-",
        _ => true,
    }
}

/// Whether the copula's subject is the writer or the reader.
fn own(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    matches!(grammar::subject(cx, clause, i), Some((grammar::Subject::Own, _)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::{Exhortation, LoadedWording, Superlative};

    #[test]
    fn marks_judgments_by_copula() {
        marked(
            LoadedWording,
            &[
                "The toll on the old bridge is a mistake.",
                "This is good for the valley.",
                "It has been disheartening to see the mill close.",
                "The new lock is a win-win for rowers and anglers.",
                "If the lock stays shut, the new ferry is a mistake.",
                "Such a wall would be a welcome step for the village.",
            ],
        );
    }

    #[test]
    fn tells_what_ought_to_be_and_ranks_by_their_kind() {
        marked(
            Exhortation,
            &["It is particularly important that the lake stays open.", "It is vital to mend the lock before spring."],
        );
        marked(Superlative, &["Locks are the most sensible solution for a lake like ours."]);
    }

    #[test]
    fn leaves_plain_predicates() {
        clean(
            LoadedWording,
            &[
                "The bridge is a mile long and forty feet wide.",
                "The door is right behind the bridge.",
                "If the plan is wrong, the council votes again.",
                "If the plan, which is wrong, passes, the council votes again.",
                "If the mill is old, damp and unsafe, the council votes again.",
                "If the mill, the oldest of all, is unsafe, the council votes again.",
                "Is the plan wrong?",
                "It is important to note that the lake has frozen.",
                "I am wrong about the lake.",
                "The clerks are better paid than the rowers.",
                "The lock is the point of departure for the barges.",
                // a booster, and a line that opens an explanation
                "It's clear that the lake has frozen.",
                "Their problem is simple.",
                // left open, and a verb with its object
                "It isn't clear whether the lake has frozen.",
                "The harbour master has been telling us of the ice.",
                // a comparison
                "The ice is less dangerous.",
                // a concession
                "It's true that the lake has frozen.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            LoadedWording,
            &[
                "That isn't unreasonable for rowers who live by the lake.",
                "It is all but impossible to find them when it is too late.",
                "But not all rules of the guild are excessive or onerous.",
                "It seems appropriate to bring up the matter of the lock once again.",
                "All of them are responsible for putting me in this boat.",
                "None of the tale is true.",
                "It is safe to assume that the lake will freeze.",
                "It is hard not to smile at the rowers.",
                "The clerk has been proved wrong by the tide.",
                "Money is not the only problem.",
                "What is clear is that the lake will freeze.",
                "One thing is clear: the lake will freeze.",
            ],
        );
    }
}
