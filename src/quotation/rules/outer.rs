//! Who passes on what another said: a paper, an agency, somebody in the room. The report inside comes first and takes its words, so
//! the one around it is sought when a sentence has been read.

use super::super::lexicon::{self, Class, Form};
use super::super::surer;
use super::{Decoder, Found, How, is_court};
use crate::report::Event;
use std::ops::Range;

/// The most tokens of what follows a comma and tells who passes on the rest of the sentence.
const TAIL: usize = 30;

impl Decoder<'_, '_, '_> {
    /// "Norland said it would pay, the Post reported", "…, according to the Post": who passes on what another said, where the report
    /// inside has taken the words. `first` is the unit's first relation.
    pub(super) fn outer(&mut self, unit: &Range<usize>, first: usize) {
        let w = self.w;
        let low = unit.end.saturating_sub(TAIL).max(unit.start + 3);
        let Some((comma, source, cue)) =
            (low..unit.end).rev().filter(|&k| w.low(k) == "," || k + 1 < unit.end && w.in_marks(k)).find_map(|k| {
                let at = k + 1;
                if w.in_marks(at) {
                    return None;
                }
                if w.low(at) == "according" && w.low(at + 1) == "to" {
                    let end = self.right_source(at + 2, unit.end);
                    return (end > at + 2).then_some((k, at + 2..end, at..at + 2));
                }
                let verb = (at + 1..unit.end.min(at + 10)).find(|&v| {
                    let told = w.low(v) == "told" && lexicon::is_be(w.low(v - 1));
                    !w.capital(v) && (w.low(v) == "heard" || told)
                        || !w.capital(v)
                            && lexicon::verb(w.low(v))
                                .is_some_and(|x| x.0 == Class::Say && matches!(x.1, Form::Past | Form::Third))
                })?;
                let group = self.group(at + 1, verb, 3);
                let source = self.subject(at, group).filter(|s| s.start == at)?;
                Some((k, source, group..verb + 1))
            })
        else {
            return;
        };
        let inner = |f: &Found| f.how == How::Cue && f.cue.as_ref().is_some_and(|c| c.end <= comma);
        let taken = |f: &Found| f.cue.as_ref().is_some_and(|c| c.start > comma);
        if self.out[first..].iter().any(taken) || !self.out[first..].iter().any(inner) {
            return;
        }
        let content = vec![self.left(unit.start, comma + usize::from(w.in_marks(comma)))];
        let f = Found {
            source: Some(source),
            cue: Some(cue),
            content,
            event: Event::Speech,
            how: How::Cue,
            confidence: 0.8,
        };
        // “…,” she said: a tag of the report inside.
        let same = f.source.as_ref().is_some_and(|s| s.len() == 1 && lexicon::is_pronoun(w.low(s.start)));
        let marked = w.in_marks(comma) && !same;
        let told = f.cue.as_ref().is_some_and(|c| {
            let next = w.low(c.end);
            // "Asked whether he had read it, Holt replied: “No.”": his words are still to come.
            let more = next == ":" || (c.end..unit.end).any(|k| w.in_marks(k));
            !more
                && (w.low(c.start) == "according"
                    || is_court(w, &f)
                    || (!same && surer::trailing(w, &f) || marked && (!w.is_word(c.end) || w.time_at(c.end)))
                        && !matches!(w.low(c.end - 1), "heard" | "told")
                        && !matches!(next, "about" | "of" | "against" | "with"))
        });
        if told {
            // Words in marks that follow are of the one who spoke, and not of who passes it on: so the inner one stays last.
            for x in self.out[first..].iter_mut().flat_map(|x| &mut x.content) {
                x.end = x.end.min((comma + usize::from(w.in_marks(comma))).max(x.start));
            }
            let inner = self.out.len();
            self.push(f.source, f.cue.unwrap_or_default(), f.content, f.event, f.how, f.confidence);
            if self.out.len() > inner && inner > first {
                self.out.swap(inner - 1, inner);
            }
        }
    }
}
