//! Prediction: what will happen, neither scheduled nor announced (rule 6).

use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::Shape;
use std::ops::Range;

/// Marks futures that nobody arranged.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::future();
    if cx.w(clause.end - 1) == "?" || cx.w(clause.end) == "?" {
        return;
    }
    let dated = clause
        .clone()
        .any(|i| list.in_group("when", &cx.words, i).is_some() || cx.reading.tokens[i].shape == Shape::Number);
    let mut i = clause.start;
    while i < clause.end {
        if !cx.open(i) {
            i += 1;
            continue;
        }
        if let Some(n) = list.in_group("phrase", &cx.words, i).filter(|n| i + n <= clause.end) {
            let confidence = 0.7 - if dated { 0.15 } else { 0.0 };
            out.push(hit(cx, clause, i..i + n, "likely", confidence));
            i += n;
            continue;
        }
        let modal = matches!(cx.w(i), "will" | "'ll" | "wo" | "cannot")
            && !matches!(
                cx.before(i),
                "the"
                    | "a"
                    | "free"
                    | "his"
                    | "her"
                    | "their"
                    | "political"
                    | "good"
                    | "ill"
                    | "public"
                    | "of"
                    | "popular"
                    | "your"
                    | "my"
                    | "our"
                    | "its"
                    | "at"
            )
            && !cx.reading.tokens[i].is_capital()
            && cx.w(i) != "cannot";
        if modal && let Some(confidence) = future(cx, clause, i, dated) {
            out.push(hit(cx, clause, i..i + 1, "will", confidence));
        }
        i += 1;
    }
}

fn future(cx: &Context, clause: &Range<usize>, i: usize, dated: bool) -> Option<f32> {
    let list = lists::future();
    // The writer's own plans and advice to the reader are no predictions.
    if matches!(cx.before(i), "i" | "you" | "we" | "who") {
        return None;
    }
    let mut v = i + 1;
    let mut adverb = false;
    while v < clause.end
        && (cx.w(v).ends_with("ly")
            || matches!(
                cx.w(v),
                "not"
                    | "n't"
                    | "also"
                    | "never"
                    | "only"
                    | "soon"
                    | "always"
                    | "then"
                    | "still"
                    | "once"
                    | "all"
                    | "now"
                    | "just"
                    | "no"
                    | "longer"
                    | "likely"
                    | "have"
                    | "be"
                    | "even"
            ))
    {
        adverb |= cx.w(v).ends_with("ly") || matches!(cx.w(v), "never" | "only" | "always");
        v += 1;
    }
    let base = if list.in_group("effect", &cx.words, v).is_some() {
        0.72
    } else if list.in_group("schedule", &cx.words, v).is_some() {
        0.42
    } else {
        0.6
    };
    let passive = cx.w(i + 1) == "be" && cx.w(v).ends_with("ed");
    Some(base + if adverb { 0.05 } else { 0.0 } - if dated { 0.22 } else { 0.0 } - if passive { 0.15 } else { 0.0 })
}

fn hit(cx: &Context, clause: &Range<usize>, trigger: Range<usize>, rule: &'static str, confidence: f32) -> Hit {
    let because = format!(
        "“{}” foretells something that no schedule, announcement or named source stands behind.",
        cx.text(trigger.clone())
    );
    Hit::new(Kind::Prediction, clause, trigger, rule, because, confidence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::Prediction;

    #[test]
    fn marks_foretelling() {
        marked(
            Prediction,
            &[
                "The toll will undermine trade along the coast.",
                "Such rules are bound to fail.",
                "The council is likely to quarrel over the site again.",
            ],
        );
    }

    #[test]
    fn leaves_schedules_and_announcements() {
        clean(
            Prediction,
            &[
                "The king will visit the port on Monday.",
                "The museum will open its new wing in April 2027.",
                "He left a will to his nephew.",
                "Will Carter ran the mill.",
                "You will need two eggs and a pan.",
                "The toll will undermine trade, the union said.",
            ],
        );
    }
}
