//! Certainty: boosters that make a claim stronger than what is shown for it (rule 9).

use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

/// Marks boosters that strengthen a claim about the world.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::certainty();
    let question = cx.w(clause.end) == "?" || cx.w(clause.end - 1) == "?";
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
        // Without a verb there is no claim to strengthen.
        let claim = clause.len() > m.len + 3;
        // "Of course" and "no doubt" open a concession when a "but" follows.
        let concession = cx.w(clause.end) == "," && cx.w(clause.end + 1) == "but";
        if claim && !concession {
            let (rule, confidence) = if m.group == "strong" { ("booster", 0.78) } else { ("booster-mild", 0.52) };
            let because = format!(
                "“{}” makes the claim sound settled without showing what settles it.",
                cx.text(trigger.clone())
            );
            out.push(Hit::new(Kind::Certainty, clause, trigger.clone(), rule, because, confidence));
        }
        i = trigger.end;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::Certainty;

    #[test]
    fn marks_boosters() {
        marked(
            Certainty,
            &[
                "The new bridge is undoubtedly a turning point for the valley.",
                "There is no doubt that the budget favours the south.",
                "Everyone knows the vote was arranged in advance.",
            ],
        );
    }

    #[test]
    fn leaves_concessions_and_plain_description() {
        clean(
            Certainty,
            &[
                "To be sure, the bridge was expensive to build.",
                "The door was clearly marked with a red cross.",
                "It is not clear that the bridge is safe.",
                "Of course the bridge was expensive, but it pays its way.",
                "The bridge is undoubtedly safe, the engineer said.",
            ],
        );
    }
}
