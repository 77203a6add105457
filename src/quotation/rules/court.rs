//! What is told before a court, an inquest or a panel: "the jury heard that". Who told it is left open.

use super::super::lexicon;
use super::super::words::{Words, determiner};
use super::{Decoder, Found, How};
use crate::report::Event;
use std::ops::Range;

/// Before whom things are told.
const COURTS: &[&str] = &[
    "court",
    "inquest",
    "jury",
    "jurors",
    "tribunal",
    "inquiry",
    "hearing",
    "magistrates",
    "panel",
    "committee",
    "commission",
];

/// Whether a source is a body before which things are told: who told them is left open.
pub fn is_court(w: &Words, f: &Found) -> bool {
    let passive = |c: &Range<usize>| w.low(c.end - 1) == "told" && c.clone().any(|k| lexicon::is_be(w.low(k)));
    let heard = |c: &Range<usize>| w.low(c.end - 1) == "heard" || passive(c);
    f.cue.as_ref().is_some_and(heard)
        && f.source.as_ref().is_some_and(|s| s.clone().any(|k| COURTS.contains(&w.low(k))))
}

impl Decoder<'_, '_, '_> {
    /// "The court heard that …", "…, the inquest was told": words that somebody spoke there, and nobody says who.
    pub(super) fn hearing(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        let aux = |k: usize| k < i && matches!(w.low(k), "has" | "have" | "had" | "was" | "were" | "been" | "also");
        let mut g = i;
        while g > from && i - g < 3 && aux(g - 1) {
            g -= 1;
        }
        let told = w.low(i) == "told" && (g..i).any(|k| lexicon::is_be(w.low(k)));
        if !(w.low(i) == "heard" && !(g..i).any(|k| lexicon::is_be(w.low(k))) || told) {
            return None;
        }
        let subject = self.subject(from, g)?;
        let head = subject.clone().rev().find(|&k| COURTS.contains(&w.low(k)))?;
        if head + 1 < subject.end && w.low(head + 1) != "in" && w.low(head + 1) != "into" {
            return None;
        }
        let free = |r: Range<usize>| !r.clone().any(|k| w.in_marks(k));
        let behind = w.before(subject.start) == "," && subject.start > unit.start + 2;
        let (content, stop) = if behind && free(unit.start..subject.start) {
            (unit.start..subject.start - 1, i + 1)
        } else {
            let next = w.low(i + 1);
            let opens = matches!(next, "that" | "how") || determiner(next) || w.capital(i + 1);
            if !opens && !lexicon::is_pronoun(next) {
                return None;
            }
            let stop = self.content_end(i + 1, unit.end);
            // "Heard the case", "heard the claim that it sank": a clause has a verb of its own.
            let first = (i + 2..stop).find(|&k| lexicon::is_aux(w.low(k)) && w.low(k) != "'s" || w.low(k) == "that");
            if !matches!(next, "that" | "how") && first.is_none_or(|k| w.low(k) == "that") {
                return None;
            }
            (i + 1..stop, stop)
        };
        self.push(Some(subject), g..i + 1, vec![content], Event::Speech, How::Cue, 0.85);
        Some(stop)
    }
}
