//! Causal claims: one thing is said to have brought about another, with nobody named for it.

use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::Shape;
use std::ops::Range;

/// Marks lexical causatives; a bare connective is weak evidence.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::causal();
    let figures = clause.clone().any(|i| cx.reading.tokens[i].shape == Shape::Number);
    let hedged = cx.has(clause, &["may", "might", "could", "possibly"]);
    let question = cx.w(clause.end - 1) == "?";
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        let hit = if cx.open(i) && !question { list.at(&cx.words, i) } else { None };
        let Some(m) = hit.filter(|m| i + m.len <= clause.end && clause.len() > m.len + 3) else {
            i += 1;
            continue;
        };
        // "the causes", "his forces": a noun, not a verb.
        let noun = m.len == 1
            && matches!(
                cx.before(i),
                "the"
                    | "a"
                    | "an"
                    | "of"
                    | "their"
                    | "its"
                    | "his"
                    | "our"
                    | "these"
                    | "those"
                    | "and"
                    | "for"
                    | "in"
                    | "armed"
                    | "to"
                    | "security"
                    | "military"
            );
        if !noun {
            let (rule, mut confidence) = match (m.group, m.len) {
                ("strong", 1) => ("cause-verb", 0.58),
                ("strong", _) => ("cause-phrase", 0.64),
                _ => ("cause-connective", 0.51),
            };
            if figures {
                confidence -= 0.12;
            }
            if hedged {
                confidence -= 0.08;
            }
            let trigger = i..i + m.len;
            let because = format!(
                "“{}” says what brought something about, and no source or study is named for it.",
                cx.text(trigger.clone())
            );
            out.push(Hit::new(Kind::CausalClaim, clause, trigger, rule, because, confidence));
        }
        i += m.len;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::CausalClaim;

    #[test]
    fn marks_causes() {
        marked(
            CausalClaim,
            &[
                "Years of neglect are to blame for the state of the roads.",
                "The tax is the reason so many shops stand empty.",
            ],
        );
    }

    #[test]
    fn leaves_reported_causes_and_timetables() {
        clean(
            CausalClaim,
            &[
                "The train is due to arrive at nine because of the timetable change, the operator said.",
                "The show is due to start at eight in the main hall.",
                "The causes of the fire are unknown.",
            ],
        );
    }
}
