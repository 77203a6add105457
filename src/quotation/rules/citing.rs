//! Whom a report cites for its words: "…, the Post reported, citing two people in the room".

use super::super::lexicon;
use super::super::names;
use super::super::words::Words;
use super::{Decoder, Found, How};
use crate::report::Event;
use std::ops::Range;

/// Whether a relation is that of whoever is cited, whose phrase stands behind the cue.
pub fn is_cited(w: &Words, f: &Found) -> bool {
    f.how == How::Cue
        && f.cue
            .as_ref()
            .zip(f.source.as_ref())
            .is_some_and(|(c, s)| c.len() == 1 && matches!(w.low(c.start), "citing" | "quoting") && s.start == c.end)
}

impl Decoder<'_, '_, '_> {
    /// Somebody or something written that is cited has said what the report says; a reason that is cited ("citing safety") hasn't.
    /// `first` is the unit's first relation.
    pub(super) fn citing(&mut self, unit: &Range<usize>, first: usize) {
        let w = self.w;
        let Some(cue) = unit.clone().skip(1).find(|&k| {
            matches!(w.low(k), "citing" | "quoting") && w.low(k - 1) == "," && !w.in_marks(k) && !w.in_marks(k + 1)
        }) else {
            return;
        };
        if (cue..unit.end.min(cue + 16)).any(|k| w.low(k) == "as" && matches!(w.low(k + 1), "saying" | "telling")) {
            return;
        }
        let end = self.right_source(cue + 1, unit.end);
        let source = cue + 1..end.min((cue + 1..end).find(|&k| w.low(k) == ",").unwrap_or(end));
        let head = (source.start..source.end)
            .find(|&k| {
                k > source.start
                    && (lexicon::is_preposition(w.low(k))
                        || names::stands_behind(w.low(k))
                        || matches!(w.low(k), "who" | "that" | "which"))
            })
            .unwrap_or(source.end);
        let says = head > source.start && {
            let x = w.low(head - 1);
            names::is_people(x)
                || names::is_document(x) && x != "release"
                || names::is_agent(x)
                || names::is_title(x)
                || x == "source"
                || x == "draft"
                || x == "person"
                || x.strip_suffix('s').is_some_and(|x| names::is_title(x) || names::is_document(x))
        };
        // The report beside it: its words, not those of a participle in between.
        let near = |f: &&Found| {
            let c = f.cue.as_ref().filter(|_| f.how != How::Agentless && f.event == Event::Speech);
            c.is_some_and(|c| {
                let apart = if c.end <= cue { cue - c.end } else { c.start.saturating_sub(source.end) };
                c.start != cue && apart <= 6 && f.source.is_some()
            })
        };
        if let Some(f) = self.out[first..].iter().rev().find(near).filter(|_| says && !w.in_marks(head - 1)) {
            let content: Vec<_> = f.content.iter().filter(|r| r.end <= cue || r.start >= source.end).cloned().collect();
            // "The Post | citing | two people" is the same once more.
            let unit = self.out.split_off(first);
            self.out.extend(unit.into_iter().filter(|f| f.cue.as_ref().is_none_or(|c| c.start != cue)));
            self.push(Some(source), cue..cue + 1, content, Event::Speech, How::Cue, 0.8);
        }
    }
}
