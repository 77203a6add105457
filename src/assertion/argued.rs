//! What argues without being loaded: degrees, comparisons, quantifiers, possibilities and reasons.
//!
//! Such words stand in every text, so alone they are evidence of nothing. In a piece of opinion, in a clause that the
//! learned scores take for a claim, they are what the claim hangs on ("too cautious", "no society", "in turn creates"),
//! and showing them says which words to check. They are proposed there only; the ranker decides (`ranker::rank`).

use super::genre::Genre;
use super::grammar::{self, Subject};
use super::{Context, Evidence, Hit, lists};
use crate::category::Kind;
use crate::text::Shape;
use std::ops::Range;

/// Proposes an opinion piece's milder triggers.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    if cx.genre != Genre::Opinion || grammar::question(cx, clause.start) {
        return;
    }
    // "Maybe it was all a clever ruse": supposed, often to be taken back.
    if cx.sentence(clause.start).is_some_and(|s| cx.w(cx.reading.sentences[s].first as usize) == "maybe") {
        return;
    }
    let list = lists::argued();
    let mut i = clause.start;
    while i < clause.end {
        let found = if cx.open(i) && !cx.name(i, clause) { trigger(cx, clause, i, list) } else { None };
        let Some((kind, rule, len)) = found.filter(|f| i + f.2 <= clause.end) else {
            i += 1;
            continue;
        };
        if !grammar::embedded(cx, clause, i) && !grammar::conditional(cx, clause, i) && (i..i + len).all(|k| cx.open(k))
        {
            let because = because(kind, rule, cx.text(i..i + len));
            out.push(Hit {
                evidence: Evidence::Argued,
                ..Hit::new(kind, clause, i..i + len, rule, because, CONFIDENCE)
            });
        }
        i += len;
    }
}

/// Low, so that a listed word of the same kind speaks for the mark.
const CONFIDENCE: f32 = 0.4;

fn trigger(cx: &Context, clause: &Range<usize>, i: usize, list: &lists::List) -> Option<(Kind, &'static str, usize)> {
    let word = |k: usize| k < clause.end && cx.reading.tokens[k].is_word();
    let w = cx.w(i);
    if let Some(n) = comparison(cx, clause, i) {
        return Some((Kind::Superlative, "argued-comparison", n));
    }
    if let Some(n) = possibility(cx, clause, i) {
        return Some((Kind::Prediction, "argued-possibility", n));
    }
    let m = list.at(&cx.words, i);
    match m.map(|m| (m.group, m.len)) {
        // "so that", "too, they", "rather than", "So good luck" set no degree.
        Some((group @ ("degree" | "excess"), n))
            if word(i + n)
                && !(w == "so" && i == clause.start)
                // "such an agenda": the one that was told of.
                // "such an agenda may fail": so it needs an adjective that the article judges by.
                && (cx.w(i) != "such" || word(i + n + 1) && !grammar::auxiliary(cx.w(i + n + 1)))
                // "wasn't too bad": faint praise.
                && !(w == "too" && matches!(cx.before(i), "not" | "n't"))
                // "the very survival of the town": the thing itself.
                && !(w == "very" && (grammar::determiner(cx.before(i)) && !matches!(cx.before(i), "a" | "an")))
                && !matches!(cx.w(i + n), "that" | "than" | "as" | "the" | "to" | "of") =>
        {
            let more = usize::from(if group == "degree" {
                judging(cx, i + n) && !PLAIN.contains(&cx.w(i + n))
            } else {
                graded(cx, i + n)
            });
            // "I truly believed": the writer about himself.
            let own = matches!(cx.before(i), "i" | "we")
                || cx.has(clause, &["i", "my", "me"])
                || w == "so" && cx.w(i + 1) == "much";
            (more > 0 && !own && !super::loaded_wording::put_on(cx, clause, i)).then_some((
                Kind::LoadedWording,
                "argued-degree",
                n + more,
            ))
        }
        // "exactly which", "not necessarily": no claim is pressed.
        Some(("booster", _))
            if matches!(w, "exactly" | "precisely")
                && matches!(cx.w(i + 1), "how" | "what" | "which" | "who" | "where" | "when" | "why")
                || w == "necessarily" && matches!(cx.before(i), "not" | "n't") =>
        {
            None
        }
        // "simply by rowing", "simply complaining is not enough": merely. "people who actually row": which ones.
        Some(("booster", _))
            if w == "simply"
                && (matches!(cx.w(i + 1), "by" | "because" | "put" | "to")
                    || cx.before(i) == "by"
                    || cx.w(i + 1).ends_with("ing"))
                || matches!(cx.before(i), "who" | "that") && w == "actually" =>
        {
            None
        }
        // "has unequivocally rejected": the manner of what somebody said, which is on record.
        Some(("booster", n))
            if lists::speech().in_group("verb", &cx.words, i + n).is_some()
                || matches!(
                    cx.w(i + n),
                    "rejected" | "rejects" | "denied" | "denies" | "condemned" | "refused" | "opposed"
                ) =>
        {
            None
        }
        Some(("booster", _))
            if grammar::rejected(cx, clause, i)
                || cx.has(&(clause.start..i), &["perhaps", "maybe", "might", "may", "seems"]) =>
        {
            None
        }
        Some(("booster", n)) => Some((Kind::Certainty, "argued-booster", n)),
        // "these in turn converge with": one after the other.
        Some(("cause", n)) if w == "in" && lists::causal().in_group("verb", &cx.words, i + n).is_none() => None,
        Some(("cause", n)) if !verbal(w) || draws(cx, clause, i, n) => Some((Kind::CausalClaim, "argued-cause", n)),
        Some(("quantifier", n)) if universal(cx, clause, i, n) => {
            let more = if matches!(w, "no" | "every" | "all") { grammar::noun_phrase(cx, clause, i + n) } else { 0 };
            Some((Kind::Generalisation, "argued-quantifier", n + more))
        }
        Some(("judgment", _)) if set_aside(cx, clause, i) => None,
        Some(("judgment", n)) => {
            Some((Kind::LoadedWording, "argued-judgment", n + grammar::noun_phrase(cx, clause, i + n)))
        }
        _ => {
            let n = lists::evaluation()
                .in_group("adjective", &cx.words, i)
                // "not an effective way", "no adequate policy": denied, a plain word judges.
                .filter(|_| (!PLAIN.contains(&w) || denied(cx, clause, i)) && !set_aside(cx, clause, i))?;
            Some((Kind::LoadedWording, "argued-judgment", n + grammar::noun_phrase(cx, clause, i + n)))
        }
    }
}

/// Whether "no" or "not a" stands right before `i`, in the present.
fn denied(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let article = usize::from(matches!(cx.before(i), "a" | "an" | "any"));
    i > clause.start + 1 + article
        && matches!(cx.w(i - 1 - article), "no" | "not" | "n't" | "without")
        && !matches!(cx.w(i), "clear" | "sure" | "right" | "true" | "left" | "better" | "worse" | "best")
        && !grammar::told_in_past(cx, clause)
}

/// A judging word that judges nothing here: a term, a topic, somebody else's judgment, or a verb that takes an object
/// ("aside from engaging the military").
fn set_aside(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    grammar::takes_object(cx, i, i + 1)
        || cx.w(i) == "enough"
        || !PLAIN.contains(&cx.w(i)) && grammar::rejected(cx, clause, i)
        || super::literal::term(cx, i)
        || super::literal::literal(cx, clause, i)
        || !grammar::adjective(cx.w(i)) && super::loaded_wording::topic(cx, clause, i)
        || super::loaded_wording::put_on(cx, clause, i)
        || super::evaluation::cool(cx, clause, i)
}

/// Whether a verb that draws a conclusion is finite and has one: "which means that", not "the means to", "as the vote
/// shows", "thus far".
fn draws(cx: &Context, clause: &Range<usize>, i: usize, len: usize) -> bool {
    let next = cx.w(i + len);
    // "I don't just mean": what the writer says of his own words.
    let own = cx.w(i) == "mean" && cx.has(&(i.saturating_sub(5).max(clause.start)..i), &["i", "we", "you"]);
    // "The minister meant the ferry should stop": what somebody's words say.
    let meant = matches!(cx.w(i), "mean" | "meant")
        && matches!(grammar::subject(cx, clause, i), Some((Subject::Name | Subject::Pronoun, _)));
    grammar::finite(cx, clause, i).is_some()
        && !own
        && !meant
        && cx.reading.tokens.get(i + len).is_some_and(|t| t.is_word())
        // "It means mending the lock": what a word says.
        && !(cx.w(i) == "means"
            && (next.ends_with("ing") || matches!(next, "anything" | "everything" | "something" | "nothing" | "little" | "more")))
        // "That means fares could rise": what could or would be is the claim, and `prediction` has it.
        && !(matches!(cx.w(i), "means" | "meant" | "mean")
            && (i + 1..(i + 12).min(clause.end)).any(|k| matches!(cx.w(k), "could" | "would" | "should")))
        // "reveals details": tells them.
        && (!matches!(cx.w(i), "reveals" | "reveal") || matches!(next, "that" | "how" | "why" | "what"))
        && !matches!(next, "i" | "of" | "to" | "by" | "for" | "in" | "and")
        && cx.w(clause.start) != "as"
}

/// Adjectives that judge where a copula puts them on a subject, but seldom elsewhere.
const PLAIN: &[&str] = &[
    "right",
    "left",
    "enough",
    "clear",
    "simple",
    "real",
    "deep",
    "hard",
    "true",
    "easy",
    "plain",
    "apparent",
    "natural",
    "normal",
    "responsible",
    "best",
    "worst",
    "guilty",
    "unlikely",
    "historic",
    "strong",
    "weak",
    "safe",
    "sufficient",
    "good",
    "worth",
    "necessary",
    "welcome",
    "important",
    "odd",
    "difficult",
    "adequate",
    "credible",
    "legitimate",
    "moral",
    // what a report must be able to say of a thing, or of a state of mind
    "acceptable",
    "appropriate",
    "bad",
    "better",
    "worse",
    "critical",
    "effective",
    "efficient",
    "encouraging",
    "fair",
    "helpful",
    "hopeful",
    "incapable",
    "interesting",
    "meaningful",
    "obvious",
    "offensive",
    "powerful",
    "reluctant",
    "relevant",
    "resilient",
    "serious",
    "severe",
    "significant",
    "sustainable",
    "telling",
    "tough",
    "tricky",
    "unclear",
    "unwilling",
    "urgent",
    "useful",
    "valuable",
    "vulnerable",
    "worthwhile",
    "compassionate",
    "confused",
    "dated",
    "dull",
    "excellent",
    "generous",
    "great",
    "ideal",
    "perfect",
    "principled",
    "provincial",
    "sensitive",
    "tired",
    "unconstitutional",
    "well-meaning",
];

/// Whether the first word is a verb, which must be seen to be finite; the others of the list are connectives.
fn verbal(w: &str) -> bool {
    !matches!(w, "in" | "thereby" | "for")
}

/// A word that can be graded: an adjective or an adverb by its ending or by the lists, or a quantity.
fn graded(cx: &Context, i: usize) -> bool {
    let w = cx.w(i);
    // "fully opening the lock": how much of it is done.
    let done = matches!(cx.before(i), "fully" | "entirely" | "completely" | "wholly" | "totally") && w.ends_with("ing");
    // "so far", "so many boats": a time, and a number left untold.
    let time = w == "long" && matches!(cx.w(i + 1), "ago" | "as")
        || matches!(cx.before(i), "so" | "very") && matches!(w, "far" | "many" | "few" | "much" | "little" | "often");
    !cx.reading.tokens[i].is_capital()
        && !done
        && !time
        && (grammar::adjective(w)
            || w.ends_with("ly")
            || w.ends_with("ed")
            || w.ends_with("ing")
            || matches!(
                w,
                "many" | "few" | "much" | "little" | "often" | "long" | "far" | "high" | "low" | "big" | "small"
            )
            || lists::evaluation().in_group("adjective", &cx.words, i).is_some()
            || lists::argued().in_group("judgment", &cx.words, i).is_some()
            || lists::loaded().at(&cx.words, i).is_some())
}

/// "has no compass", "never learns", "nothing is": the claim is of the present, and of the world.
fn universal(cx: &Context, clause: &Range<usize>, i: usize, len: usize) -> bool {
    let present = |w: &str| matches!(w, "is" | "are" | "has" | "have" | "'s" | "do" | "does" | "can");
    let own = matches!(cx.w(clause.start), "i" | "we" | "my" | "our" | "you" | "he" | "she")
        || grammar::figures(cx, clause)
        || grammar::to_reader(cx, clause)
        || grammar::conditional(cx, clause, i);
    let w = cx.w(i);
    let fits = match w {
        // "wasn't always this bad": denied.
        "always" | "every" | "all" | "everything" if grammar::rejected(cx, clause, i) => false,
        // "nothing like the flood": a likeness.
        "nothing" if matches!(cx.w(i + 1), "like" | "short" | "compared") => false,
        // "there is no sense of it in the letter": one thing is missing; `generalisation` knows what can't be at all.
        "no" if i > clause.start + 1 && cx.w(i - 2) == "there" => false,
        "no" => {
            present(cx.before(i))
                && !matches!(
                    cx.w(i + 1),
                    "problem" | "avail" | "memory" | "longer" | "more" | "matter" | "one" | "doubt" | "plans" | "idea"
                )
                || i == clause.start && (i + 2..(i + 4).min(clause.end)).any(|k| present(cx.w(k)))
        }
        // "every day it does", "all they had to do": a time, and what somebody had to do.
        "every" | "all"
            if matches!(
                cx.w(i + 1),
                "day"
                    | "week"
                    | "month"
                    | "year"
                    | "time"
                    | "night"
                    | "few"
                    | "they"
                    | "he"
                    | "she"
                    | "it"
                    | "i"
                    | "of"
            ) =>
        {
            false
        }
        "every" | "all" => {
            i == clause.start && (i + 2..(i + 5).min(clause.end)).any(|k| present(cx.w(k)) || grammar::modal(cx.w(k)))
        }
        "never" | "always" => present(cx.w(i + 1)) || present(cx.before(i)) || cx.w(i + 1).ends_with('s'),
        _ => (i + len..(i + len + 2).min(clause.end)).any(|k| present(cx.w(k))) || grammar::copula(cx.before(i)),
    };
    // "No hearing has been held", "none has a veto": a record of what there is not.
    let record = matches!(w, "no" | "none")
        && (i + 1..(i + 6).min(clause.end)).any(|k| {
            let be = matches!(cx.w(k), "is" | "are" | "was" | "were" | "been");
            be && crate::quotation::lexicon::is_participle(cx.w(k + 1))
                || w == "none" && matches!(cx.w(k), "has" | "have")
        });
    fits && !own && !record && i + len < clause.end && !counted(cx, clause, i + len)
}

fn counted(cx: &Context, clause: &Range<usize>, from: usize) -> bool {
    (from..(from + 3).min(clause.end)).any(|k| cx.reading.tokens[k].shape == Shape::Number || lists::number(cx.w(k)))
}

/// "more fragile", "is far better", "as brittle as": no figure behind it, and worth is compared, not size or time.
fn comparison(cx: &Context, clause: &Range<usize>, i: usize) -> Option<usize> {
    if grammar::figures(cx, clause) {
        return None;
    }
    let pressed = || {
        matches!(cx.before(i), "far" | "much" | "even" | "ever" | "no" | "infinitely" | "any" | "is" | "are" | "be")
            || (i + 1..(i + 3).min(clause.end)).any(|k| cx.w(k) == "than")
    };
    match cx.w(i) {
        // "weaker and thus more vulnerable", "became more cautious": a change is told, and nothing ranked.
        "more" | "less"
            if matches!(
                cx.before(i),
                "thus" | "become" | "becomes" | "became" | "becoming" | "grow" | "grew" | "grown"
            ) =>
        {
            None
        }
        // "calling for more ambitious steps": more of a kind, and nothing is ranked.
        "more" | "less"
            if i + 1 < clause.end && judging(cx, i + 1) && (pressed() || !before_noun(cx, clause, i + 2)) =>
        {
            Some(2)
        }
        "more" | "less" if cx.w(i + 1) == "than" && matches!(cx.before(i), "nothing" | "little" | "far" | "much") => {
            Some(2)
        }
        // "better educated than their parents": a measure.
        "better" | "worse" if cx.w(i + 1).ends_with("ed") || matches!(cx.w(i + 1), "off" | "paid" | "known") => None,
        "better" | "worse" | "stronger" | "weaker" | "safer" | "wiser" if pressed() => Some(1),
        "as" if i + 2 < clause.end && judging(cx, i + 1) && cx.w(i + 2) == "as" => Some(3),
        _ => None,
    }
}

/// Whether an adjective that ends at `next` stands before a noun: "more ambitious steps", not "more fragile by the day".
fn before_noun(cx: &Context, clause: &Range<usize>, next: usize) -> bool {
    let w = cx.w(next);
    next < clause.end
        && cx.reading.tokens[next].is_word()
        && !grammar::preposition(w)
        && !grammar::auxiliary(w)
        && !matches!(w, "and" | "or" | "but" | "than" | "as" | "if" | "when" | "that" | "because")
}

/// An adjective that judges, or that the lists know as loaded.
fn judging(cx: &Context, i: usize) -> bool {
    !matches!(cx.w(i), "important" | "likely" | "unlikely" | "difficult" | "complicated" | "effective" | "efficient")
        && (lists::evaluation().in_group("adjective", &cx.words, i).is_some()
            || lists::argued().in_group("judgment", &cx.words, i).is_some()
            || lists::loaded().at(&cx.words, i).is_some())
}

/// "can erode", "would leave": what follows or can follow, by the writer's reckoning. Leave, wishes and plans are none.
fn possibility(cx: &Context, clause: &Range<usize>, i: usize) -> Option<usize> {
    let modal = matches!(cx.w(i), "can" | "could" | "would" | "will" | "'ll");
    let (subject, _) = grammar::subject(cx, clause, i).filter(|_| modal)?;
    let mut v = i + 1;
    while v < clause.end && v < i + 4 && (grammar::adverb(cx.w(v)) || matches!(cx.w(v), "well" | "no" | "longer")) {
        v += 1;
    }
    let list = lists::future();
    let effect = list.in_group("effect", &cx.words, v).is_some();
    let planned = ["schedule", "offer"].iter().any(|g| list.in_group(g, &cx.words, v).is_some());
    let told = grammar::to_reader(cx, clause)
        || subject == Subject::Own
        || grammar::conditional(cx, clause, i)
        || grammar::told_in_past(cx, clause)
        || grammar::figures(cx, clause)
        || super::prediction::enacted(cx, clause, i)
        || super::prediction::titled_act(cx, clause, i);
    // "allies who can help": which ones.
    let k = i.saturating_sub(1);
    let which = matches!(cx.w(k), "who" | "that" | "which") && k > clause.start && cx.reading.tokens[k - 1].is_word();
    // "can make clear"
    let clear = cx.w(v) == "make" && matches!(cx.w(v + 1), "clear" | "sure" | "sense");
    (v < clause.end && effect && !planned && !told && !clear && !which && !cx.reading.tokens[v].is_capital())
        .then_some(v + 1 - i)
}

fn because(kind: Kind, rule: &str, words: &str) -> String {
    match (kind, rule) {
        (Kind::Superlative, _) => format!("“{words}” compares without a figure or a source to check it by."),
        (Kind::Prediction, _) => {
            format!("“{words}” says what can or would be, by the writer's own reckoning; no source is named for it.")
        }
        (Kind::Certainty, _) => {
            format!("“{words}” presses the claim in the writer's own voice, with no source named for it.")
        }
        (Kind::CausalClaim, _) => {
            format!("“{words}” draws a reason or a result, and no source or study is named for it.")
        }
        (Kind::Generalisation, _) => {
            format!("“{words}” makes the claim about all or none, and no count stands behind it.")
        }
        (_, "argued-degree") => {
            format!("“{words}” sets a degree by the writer's judgment, and nobody is named for it.")
        }
        _ => format!("“{words}” is part of a judgment in the writer's own voice, and nobody is named for it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::clause;
    use crate::document::Document;
    use crate::provenance::Found;
    use crate::text::Reading;

    /// The rules and trigger words found in a text of this genre.
    fn found(text: &str, genre: Genre) -> Vec<(&'static str, String)> {
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        let mut cx = Context::new(&doc, &reading, &[], &Found::default());
        cx.genre = genre;
        let mut hits = Vec::new();
        for s in &reading.sentences {
            for c in clause::split(&cx, *s) {
                detect(&cx, &c, &mut hits);
            }
        }
        hits.into_iter().map(|h| (h.rule, cx.text(h.triggers[0].clone()).to_owned())).collect()
    }

    #[test]
    fn finds_what_an_argument_hangs_on() {
        let table = [
            ("The council is far too timid to act.", "argued-degree", "far too timid"),
            ("The new ferry leaves the islands more fragile.", "argued-comparison", "more fragile"),
            ("Its rules are as absurd as snow in summer, and worse than that.", "argued-comparison", "as absurd as"),
            ("Silence is better than such a toll.", "argued-comparison", "better"),
            ("A second bridge could divide the whole valley.", "argued-possibility", "could divide"),
            ("Every harbour is a promise to somebody.", "argued-quantifier", "Every harbour"),
            ("The new programme has no compass.", "argued-quantifier", "no compass"),
            ("That silence meant ruin for the ferry.", "argued-cause", "meant"),
            ("The toll in turn creates a market for smugglers.", "argued-cause", "in turn"),
            ("The truth is that the lake belongs to its fishermen.", "argued-booster", "The truth is"),
            ("This is not an effective way to mend the lock.", "argued-judgment", "effective way"),
            ("They sold us a simplistic story about the dam.", "argued-judgment", "simplistic story"),
        ];
        for (text, rule, words) in table {
            let got = found(text, Genre::Opinion);
            assert!(got.contains(&(rule, words.to_owned())), "{text}: {got:?}");
        }
    }

    #[test]
    fn stays_out_of_other_genres_of_speech_and_of_counts() {
        let text = "The council is far too timid to act, and there is no compass in its simplistic programme.";
        for genre in [Genre::News, Genre::Unclear, Genre::Short, Genre::Review] {
            assert_eq!(found(text, genre), [], "{genre:?}");
        }
        for text in [
            // somebody's words
            "“It is far too timid,” the mayor said.",
            "The mayor said that the programme has no compass.",
            // counts and figures
            "The lake has no 14 towns by it.",
            // leave, plans and wishes
            "Visitors can cast a ballot at the town hall.",
            "The board will be chaired by Ana Ruiz.",
            "I would like to leave the lake.",
            "You could save the boat.",
            "We never leave the lake.",
            "The lake lost more than 300 boats.",
            // a question, a view told as somebody's
            "Is the council far too timid?",
            // names, and nouns that look like a modal
            "Their boat is the Simplistic Story.",
            "He left a will to his nephew.",
            "The board has no problem with the vote.",
            "They row simply by the stars.",
            "There is no boat at the quay.",
            "I do not just mean that the lake is deep.",
            "The mayor meant Xland’s crews in the lake should go home.",
            "The board grew weaker and became more vulnerable.",
            "It is unclear exactly which harbour is meant, and that is not necessarily bad.",
            "I truly believed them.",
            "The toll was in effect until May.",
            // supposed, denied, on record
            "Maybe it was all a clever ruse.",
            "The lake might actually be safe.",
            "It is not a crazy argument.",
            "The board is not really a board.",
            "It wasn't always this bad.",
            "The board has unequivocally rejected the toll.",
            // what was told of, what a word says, a likeness, a measure, which ones
            "They have been an example of such an outrage.",
            "Unity means mending the lock together.",
            "The fair means everything to the town.",
            "The book reveals details of the lock.",
            "The lock is nothing like a gate.",
            "The rowers are better educated than the clerks.",
            "There are not enough boats.",
            "Friends who can destroy the lock are dear.",
            // a time, and a number left untold
            "The port has lost so many boats so far.",
            "The boats are worth a pound on the radical left.",
            "The Harbour Bill would require new boats.",
            "She asked whether this was the most wretched boat.",
            // size, time and a second-best, no worth
            "The new ferry takes greater loads and runs as often as the old one.",
            "The boat was slow at best, and most importantly it leaked.",
            "Seen from the tower the boats look as clearly as the gulls.",
            // what only describes, a verb, somebody else's judgment
            "The relevant departments closed a peaceful road and an empty hall.",
            "Aside from encouraging the clerks they did little.",
            "The songs are deemed insulting by the choir.",
            "They march against cruelty.",
            // a description and a noun, no reason
            "The boat offers a bed, represents the town and requires paint.",
            "The town lacks the legal means to mend it, as the vote reveals.",
            // a time
            "Every day it is late.",
            // no degree
            "They rowed so that nobody walked.",
        ] {
            assert_eq!(found(text, Genre::Opinion), [], "{text}");
        }
    }
}
