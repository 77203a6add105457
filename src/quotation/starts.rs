//! Where a content before its cue starts.
//!
//! "Ann Lee agreed to sell the boat in May, records show": the tagger is surest of what follows an inner verb of saying or wanting, and
//! so a content may start in the midst of its clause. Nobody says half a clause: where the tagger finds the words before at least
//! likely, the content starts with the sentence. On PolNeAR's training part 15 of 19 such contents do; of those
//! behind a comma all 8 whose sentence opens with a place or a time ("In Oslo, …"), and 2 of 9 others.

use super::rules::Found;
use super::words::Words;
use crate::model::{self, Layer, Tags};

/// The least mean chance that the words before are content.
const LIKELY: f32 = 0.4;

/// Starts contents with their sentences that start in the midst of a clause.
pub(super) fn settle(w: &Words, tags: &Tags, found: &mut [Found]) {
    for f in found {
        let Some(cue) = &f.cue else { continue };
        let head = f.source.as_ref().map_or(cue.start, |s| s.start.min(cue.start));
        let Some(first) = f.content.first_mut().filter(|c| c.end <= head && !w.in_marks(c.start)) else { continue };
        let Some(s) = w.sentence(first.start) else { continue };
        let before = s.tokens().start..first.start;
        if before.is_empty() || before.clone().any(|k| w.in_marks(k)) {
            continue;
        }
        let chance = before.clone().map(|k| 1.0 - tags.at(k, Layer::Content)[model::OUTSIDE]).sum::<f32>();
        let whole = match w.low(before.end - 1) {
            "," => {
                let time = w.low(before.start + 1) == "the" && w.low(before.start + 2) == "same";
                let set = matches!(w.low(before.start), "in" | "at" | "over" | "during") && !time;
                set && !matches!(w.low(before.start + 1), "fact" | "addition" | "turn" | "short" | "least" | "all")
            }
            ":" | ";" | "(" | "—" | "–" | "--" | "-" | "and" | "but" | "or" | "so" => false,
            _ => true,
        };
        if whole && chance >= LIKELY * before.len() as f32 {
            first.start = before.start;
        }
    }
}
