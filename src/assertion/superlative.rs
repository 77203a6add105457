//! Superlatives: the most, the first, the unique, with no figure and no source (rule 6).

use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::Shape;
use std::ops::Range;

/// Marks superlatives that nothing in the clause measures.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::superlative();
    let figures = clause.clone().any(|i| cx.reading.tokens[i].shape == Shape::Number)
        || cx.has(clause, &["since", "percent", "per"]);
    let ever = cx.has(clause, &["ever", "history", "imaginable", "possible"]);
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        if !cx.open(i) || cx.name(i, clause) {
            i += 1;
            continue;
        }
        let (len, rule, mut confidence) = match list.at(&cx.words, i) {
            Some(m) if m.group == "unique" => (m.len, "unique", 0.72),
            Some(m) if m.group == "measured" => (m.len, "superlative-measured", if ever { 0.6 } else { 0.4 }),
            Some(m) if definite(cx, i) => (m.len, "superlative", 0.64),
            _ if matches!(cx.w(i), "most" | "least") && definite(cx, i) && adjective(cx.w(i + 1)) => {
                (2, "superlative-most", 0.64)
            }
            _ => {
                i += 1;
                continue;
            }
        };
        if figures {
            confidence -= 0.25;
        } else if ever && rule.starts_with("superlative") {
            confidence += 0.1;
        }
        let trigger = i..(i + len).min(clause.end);
        let because = format!("“{}” ranks without a figure or a source to check it by.", cx.text(trigger.clone()));
        out.push(Hit::new(Kind::Superlative, clause, trigger, rule, because, confidence));
        i += len;
    }
}

fn definite(cx: &Context, i: usize) -> bool {
    matches!(cx.before(i), "the" | "'s" | "our" | "their" | "its" | "his" | "her" | "'" | "very" | "single")
}

fn adjective(w: &str) -> bool {
    [
        "ous", "ful", "ive", "al", "ic", "ing", "ed", "ent", "ant", "ble", "less", "ary", "ial", "ish", "ile", "ect",
        "ain", "ane", "ure",
    ]
    .iter()
    .any(|e| w.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::Superlative;

    #[test]
    fn marks_ranks_nobody_can_check() {
        marked(
            Superlative,
            &[
                "This was the most shameless campaign the valley has seen.",
                "The town faces an unprecedented crisis of trust.",
                "He is the greatest fiddler of his generation.",
            ],
        );
    }

    #[test]
    fn leaves_measured_ranks() {
        clean(
            Superlative,
            &[
                "Prices rose to 4.1 percent, the highest since 1998.",
                "It is the largest city in the province.",
                "At least three people were hurt, most of them children.",
                "The most recent census was published in May.",
                "She won best actress in Venice.",
            ],
        );
    }
}
