//! Generalisation: claims about all, none or always.

use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::Shape;
use std::ops::Range;

/// Words that make a universal a plain count or a past record.
const RECORD: &[&str] = &["had", "was", "were", "did"];

/// Marks universals in the present or about people at large.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::generalisation();
    let figures = clause.clone().any(|i| cx.reading.tokens[i].shape == Shape::Number);
    let question = cx.w(clause.end - 1) == "?";
    let record = cx.has(clause, RECORD);
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        let hit = if cx.open(i) && !question { list.at(&cx.words, i) } else { None };
        let Some(m) = hit.filter(|m| i + m.len <= clause.end) else {
            i += 1;
            continue;
        };
        let trigger = i..i + m.len;
        let mut confidence = if m.group == "strong" { 0.72 } else { 0.57 };
        let rule = if m.group == "strong" { "universal" } else { "universal-mild" };
        if figures {
            confidence -= 0.2;
        }
        if record {
            confidence -= 0.12;
        }
        let because = format!(
            "“{}” makes a claim about all cases that no source and no count stands behind.",
            cx.text(trigger.clone())
        );
        out.push(Hit::new(Kind::Generalisation, clause, trigger.clone(), rule, because, confidence));
        i = trigger.end;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::Generalisation;

    #[test]
    fn marks_universals() {
        marked(
            Generalisation,
            &[
                "Nobody wants a motorway through the park.",
                "History shows that such walls fall.",
                "No amount of money can mend it.",
            ],
        );
    }

    #[test]
    fn leaves_records_and_counts() {
        clean(
            Generalisation,
            &[
                "He was never charged.",
                "Not everyone was at home.",
                "All 14 passengers were safe.",
                "The shop is not always open.",
            ],
        );
    }
}
