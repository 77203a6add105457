//! Exhortation: calls to act and rhetorical questions in the writer's own voice (rule 10).

use super::genre::Genre;
use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

const ASKING: &[&str] = &[
    "who", "what", "why", "how", "is", "are", "do", "does", "did", "can", "could", "should", "would", "will", "have",
    "has", "where", "when", "but", "and", "so", "or", "shall", "was", "were",
];

/// Marks obligation, imperatives and rhetorical questions.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::exhortation();
    let question = cx.w(clause.end - 1) == "?";
    if question {
        let tag = cx.has(clause, &["n't", "really", "ever", "else", "possibly", "anyone", "anybody", "we"]);
        let asks = ASKING.contains(&cx.w(clause.start));
        if asks && clause.clone().all(|i| cx.open(i)) {
            let confidence = match (cx.genre, tag) {
                (Genre::Opinion, true) => 0.7,
                (Genre::Opinion, false) | (Genre::Unclear | Genre::Short, true) => 0.62,
                (Genre::Unclear | Genre::Short, false) => 0.5,
                (Genre::News | Genre::Review, _) => 0.4,
            };
            let because =
                "The question is put to the reader to make a point, and nobody is named who asks it.".to_owned();
            out.push(Hit::new(
                Kind::Exhortation,
                clause,
                clause.end - 1..clause.end,
                "rhetorical-question",
                because,
                confidence,
            ));
        }
        return;
    }
    let first = clause.start;
    let sentence_start =
        first == 0 || matches!(cx.before(first), "." | "!" | "?" | "”" | "\"") || cx.reading.tokens[first].is_capital();
    if sentence_start
        && cx.open(first)
        && list.in_group("imperative", &cx.words, first).is_some()
        && matches!(
            cx.w(first + 1),
            "the"
                | "a"
                | "an"
                | "that"
                | "at"
                | "of"
                | "about"
                | "how"
                | "what"
                | "this"
                | "your"
                | "it"
                | "us"
                | "up"
                | "to"
                | "not"
                | "n't"
                | "for"
                | "all"
                | "no"
                | "them"
                | "our"
        )
    {
        let confidence = if cx.genre == Genre::News { 0.45 } else { 0.6 };
        out.push(hit(cx, clause, first..first + 1, "imperative", confidence));
    }
    let how_to = cx.has(clause, &["you", "your"]);
    let mut i = clause.start;
    while i < clause.end {
        let m = if cx.open(i) {
            list.at(&cx.words, i).filter(|m| m.group != "imperative" && i + m.len <= clause.end)
        } else {
            None
        };
        let Some(m) = m else {
            i += 1;
            continue;
        };
        let noun = matches!(cx.w(i), "needs" | "need" | "requires")
            && (cx.w(i + 1) != "to" && m.group == "mild"
                || matches!(
                    cx.before(i),
                    "the" | "a" | "their" | "his" | "her" | "our" | "of" | "no" | "did" | "not" | "n't"
                ));
        let past =
            matches!(cx.w(i), "have" | "has") && matches!(cx.before(i), "did" | "will" | "would" | "may" | "might");
        let conditional = cx.w(i) == "should" && i == clause.start;
        // "must have been": a guess, not a duty.
        let guess = cx.w(i) == "must" && cx.w(i + 1) == "have";
        let idle =
            cx.w(i + m.len) == "say" || (m.len == 1 && !cx.reading.tokens.get(i + 1).is_some_and(|t| t.is_word()));
        if !(noun || past || conditional || guess || idle) {
            let (rule, mut confidence) = if m.group == "strong" { ("call-to-act", 0.72) } else { ("obligation", 0.64) };
            if how_to {
                confidence -= 0.2;
            }
            if matches!(cx.w(i), "has" | "have") {
                confidence -= 0.06;
            }
            out.push(hit(cx, clause, i..i + m.len, rule, confidence));
        }
        i += m.len;
    }
}

fn hit(cx: &Context, clause: &Range<usize>, trigger: Range<usize>, rule: &'static str, confidence: f32) -> Hit {
    let because = format!("“{}” says what ought to be done, in the writer's own voice.", cx.text(trigger.clone()));
    Hit::new(Kind::Exhortation, clause, trigger, rule, because, confidence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::Exhortation;

    #[test]
    fn marks_calls() {
        marked(
            Exhortation,
            &[
                "It is time the council opened its books.",
                "We must not let the mill close.",
                "The ministers should resign, because they have failed the people.",
                "Why should anyone trust them now?",
            ],
        );
    }

    #[test]
    fn leaves_guesses_advice_and_speech() {
        clean(
            Exhortation,
            &[
                "He must have been tired after the climb.",
                "You should whisk your eggs before adding them.",
                "The ministers should resign, the union said.",
                "Should it rain, the match moves indoors.",
            ],
        );
    }
}
