//! Cues that aren't the verb of a subject beside them: passives, and participles that share the source of another verb.

use super::super::lexicon::{self, Class};
use super::{Decoder, How, strict};
use crate::report::Event;
use std::ops::Range;

impl Decoder<'_, '_, '_> {
    /// "was told that", "is expected to", "was accused of".
    pub(super) fn passive(
        &mut self,
        unit: &Range<usize>,
        i: usize,
        g: usize,
        class: Class,
        base: &str,
    ) -> Option<usize> {
        let w = self.w;
        let next = w.low(i + 1);
        if matches!(class, Class::Judge | Class::View)
            && let Some(stop) = self.judged_by(unit, i, g)
        {
            return Some(stop);
        }
        let by = (i + 1..unit.end.min(i + 6)).find(|&k| w.low(k) == "by" && !w.in_marks(k));
        let fits = match class {
            Class::Tell => matches!(next, "that" | "by"),
            Class::Say | Class::Belief => {
                next == "to"
                    && matches!(
                        base,
                        "say" | "report" | "expect" | "believe" | "think" | "know" | "allege" | "rumour" | "estimate"
                    )
                    || next == "that"
                    || next == "by"
                        && class == Class::Say
                        && !strict(base)
                        && (i + 2..unit.end.min(i + 10)).any(|k| w.low(k) == "that")
            }
            _ => false,
        };
        if !fits {
            return None;
        }
        let (source, start) = match by {
            Some(b) if class == Class::Tell || next == "by" => {
                let end =
                    (b + 1..unit.end.min(b + 14)).find(|&k| w.low(k) == "that" || w.in_marks(k) || w.low(k) == ",")?;
                (Some(b + 1..end), end)
            }
            _ => (None, i + 1),
        };
        let stop = self.content_end(start, unit.end);
        let event = if class == Class::Belief { Event::Belief } else { Event::Speech };
        let how = if source.is_some() { How::Cue } else { How::Agentless };
        self.push(source, g..i + 1, vec![start..stop], event, how, 0.55);
        Some(stop)
    }

    /// "was described by the mayor as “…”", "was called “…” by the mayor": words in marks, and who judges so.
    pub(super) fn judged_by(&mut self, unit: &Range<usize>, i: usize, g: usize) -> Option<usize> {
        let w = self.w;
        let open = (i + 1..unit.end.min(i + 16)).find(|&k| w.in_marks(k))?;
        let close = w.pair_at(open).filter(|p| !p.continues)?.close as usize + 1;
        let source = if w.low(i + 1) == "by" {
            let end = (i + 2..=open)
                .find(|&k| k == open || matches!(w.low(k), "as" | "for" | "because" | "in" | "over" | ","))?;
            i + 2..end
        } else if w.low(close) == "by" {
            close + 1..self.right_source(close + 1, unit.end)
        } else {
            return None;
        };
        if source.is_empty() || !source.clone().any(|k| w.is_word(k)) {
            return None;
        }
        let stop = close.max(source.end);
        self.push(Some(source), g..i + 1, vec![open..close], Event::Speech, How::Cue, 0.75);
        Some(stop)
    }

    /// ", adding that …": the source is that of the verb before.
    pub(super) fn participle(&mut self, unit: &Range<usize>, i: usize, class: Class, base: &str) -> Option<usize> {
        let w = self.w;
        if i == unit.start
            || !matches!(w.low(i - 1), "," | "and" | "by" | "while" | "in") && !w.in_marks(i - 1)
            || class == Class::View
        {
            return None;
        }
        let end = self.particle(i, class);
        let start = self.content_start(end, unit.end, class);
        let first = w.low(start);
        let opened = w.in_marks(start) || matches!(first, "that" | "whether");
        let word = w.is_word(start) && !lexicon::is_preposition(first) && first != "and";
        if start >= unit.end || !(opened || word && !strict(base) || word && class == Class::Judge) {
            return None;
        }
        let source = self
            .out
            .last()
            .filter(|f| f.cue.as_ref().is_some_and(|c| c.start >= unit.start && c.start < i))
            .and_then(|f| f.source.clone())
            .or_else(|| self.opening(unit, i));
        source.as_ref()?;
        let stop =
            if class == Class::Judge { self.judged_end(start, unit.end) } else { self.content_end(start, unit.end) };
        let marks = (start..stop).any(|k| w.in_marks(k));
        let event = if class == Class::Belief || class == Class::Judge && !marks && lexicon::is_stance(base) {
            Event::Belief
        } else {
            Event::Speech
        };
        self.push(source, i..end, vec![start..stop], event, How::Shared, if opened { 0.75 } else { 0.55 });
        Some(stop)
    }
}
