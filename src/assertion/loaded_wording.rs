//! Loaded wording: words that judge while they tell.

use super::genre::Genre;
use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

const INTENSIFIERS: &[&str] = &[
    "so",
    "very",
    "utterly",
    "deeply",
    "truly",
    "completely",
    "totally",
    "extremely",
    "simply",
    "absolutely",
    "downright",
    "wholly",
    "such",
    "too",
    "highly",
    "incredibly",
    "increasingly",
];

/// Marks evaluative words outside names.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let mut i = clause.start;
    while i < clause.end {
        let hit = if cx.open(i) && !cx.name(i, clause) { lists::loaded().at(&cx.words, i) } else { None };
        let Some(m) = hit else {
            i += 1;
            continue;
        };
        let end = (i + m.len).min(clause.end);
        let trigger = i..end;
        let intensified = INTENSIFIERS.contains(&cx.before(i));
        let negated = matches!(cx.before(i), "not" | "n't" | "no" | "without");
        let (rule, confidence) = match m.group {
            "strong" => ("loaded-strong", 0.8),
            "verb" => ("loaded-verb", 0.6),
            _ if intensified => ("loaded-intensified", 0.68),
            _ => ("loaded-mild", 0.5),
        };
        // Reviews evaluate by trade.
        let trade = cx.genre == Genre::Review && !intensified;
        let confidence = confidence - if negated { 0.15 } else { 0.0 } - if trade { 0.25 } else { 0.0 };
        let because =
            format!("“{}” judges what it tells, and no source is named for the judgment.", cx.text(trigger.clone()));
        out.push(Hit::new(Kind::LoadedWording, clause, trigger, rule, because, confidence));
        i = end;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::LoadedWording;

    #[test]
    fn marks_judgments() {
        marked(
            LoadedWording,
            &[
                "The council's shameful bargain cost the town its library.",
                "Ministers blindly follow the bank.",
                "The reform was badly botched and it deserves no praise at all.",
                "It was a deeply unfair and dangerous choice.",
            ],
        );
    }

    #[test]
    fn leaves_names_and_speech() {
        clean(
            LoadedWording,
            &[
                "They watched Mad Max and Savage Garden in Evil Falls.",
                "The minister called the plan shameful, she said.",
                "The library opens at nine.",
            ],
        );
    }
}
