//! Words in marks that no verb tells of.

use super::super::words::Words;
use super::{Decoder, Found, How};
use crate::report::Event;
use std::ops::Range;

impl Decoder<'_, '_, '_> {
    /// Whole sentences in marks without a cue: they go on an earlier quotation, or stand free.
    pub(super) fn headless(&mut self, unit: Range<usize>, first_here: usize, carry: Option<usize>) {
        let w = self.w;
        let Some(p) = w.pair_at(unit.start) else { return };
        let end = if p.continues { p.close as usize } else { p.close as usize + 1 };
        let rest = (end..unit.end).filter(|&k| w.is_word(k)).count();
        if !w.heavy(p) || rest > 0 || end > unit.end {
            return;
        }
        let content = p.open as usize..end;
        if unit.start > 1
            && w.low(unit.start - 1) == ":"
            && let Some((source, cue)) = self.announced(unit.start - 1)
        {
            self.push(Some(source), cue, vec![content], Event::Speech, How::Cue, 0.85);
            return;
        }
        let words = content.clone().filter(|&k| w.is_word(k)).count();
        let earlier = carry.or_else(|| {
            (first_here..self.out.len()).rev().find(|&k| {
                self.out[k].event == Event::Speech
                    && self.out[k].content.iter().any(|r| r.clone().any(|i| w.in_marks(i)))
            })
        });
        if let Some(f) = earlier {
            self.out[f].content.push(content);
        } else if words >= 4 {
            self.out.push(Found {
                source: None,
                cue: None,
                content: vec![content],
                event: Event::Speech,
                how: How::Free,
                confidence: 0.55,
            });
        }
    }
}

/// How sure words in marks are in languages without rules: enough to be shown, not enough for "strong only".
const MARKS: f32 = 0.5;

/// Words in marks that are clearly speech, for languages the rules weren't made for.
pub fn marks_only(w: &Words) -> Vec<Found> {
    w.reading
        .pairs
        .iter()
        .filter(|p| p.depth == 0)
        .filter(|p| {
            let inner = p.open as usize + 1..p.close as usize;
            let words = inner.clone().filter(|&i| w.is_word(i)).count();
            let stops = |i: usize| w.low(i).starts_with(['.', ',', '!', '?', '…', '。', '！', '？', '，']);
            // Japanese has no stop before the closing mark, but a particle after it.
            let told = matches!(w.low(inner.end + 1), "と" | "って") && w.low(p.open as usize) == "「";
            words >= 6 && (p.continues || told || stops(inner.end.saturating_sub(1)) || stops(inner.end + 1))
        })
        .map(|p| Found {
            source: None,
            cue: None,
            content: vec![p.open as usize..p.close as usize + usize::from(!p.continues)],
            event: Event::Speech,
            how: How::Free,
            confidence: MARKS,
        })
        .collect()
}
