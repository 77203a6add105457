//! Prepositional cues: "according to", "as she wrote", "in her view".

use super::super::ends;
use super::super::lexicon::{self, Class, Form};
use super::super::words::Words;
use super::{Decoder, How};
use crate::report::Event;
use crate::text::Pair;
use std::ops::Range;

/// Nouns that say, behind "in" and an owner, whose thought a sentence is.
const VIEWS: &[&str] =
    &["view", "opinion", "words", "telling", "judgment", "judgement", "estimation", "reading", "account"];

/// Nouns that count or forecast, behind "by" or "on" and an owner: "by the bank's own estimate, …", "on the ministry's figures, …".
const COUNTS: &[&str] = &[
    "estimate",
    "estimates",
    "count",
    "reckoning",
    "calculation",
    "calculations",
    "figures",
    "forecast",
    "forecasts",
    "projections",
    "tally",
    "admission",
    "account",
];

/// Whether a verb says what stands beside "as": "as she wrote", "as he put it".
fn told(w: &Words, k: usize) -> bool {
    if matches!(w.low(k), "put" | "puts") {
        return w.low(k + 1) == "it";
    }
    lexicon::verb(w.low(k)).is_some_and(|(class, form, base)| {
        class == Class::Say
            && matches!(form, Form::Past | Form::Third)
            && !matches!(base.as_str(), "find" | "show" | "read" | "rule" | "continue")
    })
}

/// Whether a cue is the noun of "in her view", "by her own count".
pub fn is_view(w: &Words, cue: &Range<usize>) -> bool {
    cue.len() == 1
        && (VIEWS.contains(&w.low(cue.start)) || COUNTS.contains(&w.low(cue.start)))
        && matches!(
            w.low(cue.start.saturating_sub(1)),
            "'s" | "'" | "his" | "her" | "their" | "its" | "the" | "own" | "latest" | "official"
        )
}

/// Nouns for what somebody has said, behind the words themselves.
const REPLIES: &[&str] = &[
    "reply",
    "answer",
    "response",
    "retort",
    "verdict",
    "message",
    "advice",
    "warning",
    "conclusion",
    "assessment",
    "refrain",
];

impl Decoder<'_, '_, '_> {
    /// "According to the council, …", "…, according to the council".
    pub(super) fn according(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        if w.low(i) != "according" || w.low(i + 1) != "to" {
            return None;
        }
        let mut end = self.right_source(i + 2, unit.end);
        let initial = (from..i).all(|k| !w.is_word(k) || matches!(w.low(k), "but" | "and" | "however" | "yet"));
        if initial {
            // The source ends at the first comma that no apposition follows.
            let comma = (i + 2..unit.end.min(i + 40)).find(|&k| w.low(k) == "," && !w.in_marks(k))?;
            end = comma;
            if comma == i + 2 {
                return None;
            }
            let stop = self.content_end(comma + 1, unit.end);
            self.push(Some(i + 2..end), i..i + 2, vec![comma + 1..stop], Event::Speech, How::Cue, 0.85);
            return Some(stop);
        }
        if end <= i + 2 {
            return None;
        }
        // "“…,” Ann Lee said in a statement, according to the Post": what is left between the cues are no words of hers.
        let circumstance = from > unit.start
            && i - from < 8
            && !(from..i).any(|k| ends::verbal(w, k) || w.in_marks(k) || w.low(k) == "that");
        if circumstance {
            return None;
        }
        let mut content = vec![from..i];
        let mut stop = end;
        if w.low(end) == ","
            && end + 2 < unit.end
            && !matches!(w.low(end + 1), "and" | "but" | "so" | "which" | "while" | "a" | "an" | "the")
            && !w.low(end + 1).ends_with("ing")
        {
            stop = self.content_end(end + 1, unit.end);
            content.push(end + 1..stop);
            let mut words = (from..i).filter(|&k| w.is_word(k));
            if words.next().is_some_and(|k| lexicon::leads(w.low(k))) && words.next().is_none() {
                content.remove(0);
            }
        }
        self.push(Some(i + 2..end), i..i + 2, content, Event::Speech, How::Cue, 0.85);
        Some(stop)
    }

    /// "As Ann Lee wrote on her blog, …", "…, as the mayor announced on Tuesday", "as one of them put it".
    pub(super) fn as_told(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        if w.low(i) != "as" {
            return None;
        }
        let verb = (i + 2..unit.end.min(i + 16)).find(|&k| !w.in_marks(k) && told(w, k))?;
        let g = self.group(i + 1, verb, 3);
        let negated = (g..verb).any(|k| matches!(w.low(k), "not" | "n't" | "never") || lexicon::is_modal(w.low(k)));
        let source = self.subject(i + 1, g).filter(|s| s.start == i + 1 && !negated)?;
        let out = w.low(verb).starts_with("point") && w.low(verb + 1) == "out";
        let end = verb + 1 + usize::from(w.low(verb).starts_with("put") || out);
        let lead = (from..i).all(|k| !w.is_word(k) || matches!(w.low(k), "but" | "and" | "for" | "or" | "yet"));
        // Only a time, a place or a paper stands between the verb and the comma.
        let comma = (end..unit.end.min(end + 12)).find(|&k| w.in_marks(k) || matches!(w.low(k), "," | ":" | "."));
        let stop = comma.unwrap_or(unit.end);
        let plain = end == stop || self.adverbial(end, stop) && !(end..stop).any(|k| lexicon::is_aux(w.low(k)));
        if !plain {
            return None;
        }
        let (content, after) = if lead {
            if !matches!(w.low(stop), "," | ":") || w.in_marks(stop) || stop + 2 >= unit.end {
                return None;
            }
            // "On the blog Mend, Row, Retire, “…”": what is in marks is what she wrote.
            let open = (stop + 1..unit.end.min(stop + 10)).find(|&k| w.in_marks(k) && matches!(w.before(k), "," | ":"));
            let start = open.unwrap_or(stop + 1);
            let end = self.content_end(start, unit.end);
            (start..end, end)
        } else if (stop..unit.end.min(stop + 5)).any(|k| w.in_marks(k)) {
            return None;
        } else if w.before(i) == "," && i > from + 2 || w.in_marks(i - 1) {
            (from..i, stop)
        } else {
            return None;
        };
        self.push(Some(source), g..end, vec![content], Event::Speech, How::Cue, 0.85);
        Some(after)
    }

    /// The words in marks that end before token `i`, a comma behind their mark left out.
    fn closed_before(&self, i: usize, from: usize) -> Option<Pair> {
        let w = self.w;
        let last = i.checked_sub(1).filter(|&k| k >= from)?;
        let last =
            if w.low(last) == "," && !w.in_marks(last) { last.checked_sub(1).filter(|&k| k >= from)? } else { last };
        w.in_marks(last).then(|| w.pair_at(last)).flatten()
    }

    /// "“Not a chance,” was the reply from the palace", "“No,” is Ann Lee's advice".
    pub(super) fn reply(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        if !matches!(w.low(i), "is" | "was" | "came") {
            return None;
        }
        let pair = self.closed_before(i, from).filter(|p| w.heavy(*p))?;
        let noun = (i + 2..unit.end.min(i + 9)).find(|&k| REPLIES.contains(&w.low(k)))?;
        let plain = |k: usize| w.is_word(k) && !w.in_marks(k) && !lexicon::is_aux(w.low(k)) || w.low(k) == "'s";
        if !(i + 1..noun).all(plain) {
            return None;
        }
        let owner = (i + 2..noun).find(|&k| matches!(w.low(k), "'s" | "'"));
        let (source, end) = if let Some(owner) = owner {
            (i + 1..owner, noun + 1)
        } else if matches!(w.low(i + 1), "his" | "her" | "their" | "its") {
            (i + 1..i + 2, noun + 1)
        } else if w.low(i + 1) == "the" && matches!(w.low(noun + 1), "from" | "of") {
            let end = self.right_source(noun + 2, unit.end);
            (noun + 2..end, end)
        } else {
            return None;
        };
        if source.is_empty() {
            return None;
        }
        self.push(Some(source), noun..noun + 1, vec![pair.open as usize..i], Event::Speech, How::Cue, 0.8);
        Some(end)
    }

    /// "“Help me,” he is said to have told her".
    pub(super) fn hearsay(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        let reported = matches!(w.low(i + 1), "said" | "reported" | "alleged" | "understood" | "believed" | "thought");
        if !lexicon::is_be(w.low(i)) || !reported || w.low(i + 2) != "to" || w.low(i + 3) != "have" {
            return None;
        }
        let says = |k: usize| {
            lexicon::verb(w.low(k)).is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && v.1 == Form::Past)
        };
        let source = self.subject(from, i)?;
        let pair = source.start.checked_sub(1).and_then(|k| w.pair_at(k)).filter(|p| w.heavy(*p))?;
        if !says(i + 4) || pair.close as usize + 1 != source.start {
            return None;
        }
        self.push(
            Some(source.clone()),
            i + 4..i + 5,
            vec![pair.open as usize..source.start],
            Event::Speech,
            How::Cue,
            0.8,
        );
        Some(unit.end.min(i + 5))
    }

    /// "“Prices are up,” is how Ann Lee puts it".
    pub(super) fn how_put(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        if !matches!(w.low(i), "is" | "was") || w.low(i + 1) != "how" {
            return None;
        }
        let pair = self.closed_before(i, from)?;
        let puts = |x: &str| {
            matches!(
                x,
                "puts"
                    | "put"
                    | "described"
                    | "describes"
                    | "explained"
                    | "explains"
                    | "summed"
                    | "sums"
                    | "recalled"
                    | "recalls"
            )
        };
        let verb = (i + 3..unit.end.min(i + 20)).find(|&k| !w.in_marks(k) && puts(w.low(k)))?;
        let source = self.subject(i + 2, verb).filter(|s| s.start == i + 2)?;
        let content = pair.open as usize..i;
        self.push(Some(source), verb..verb + 1, vec![content], Event::Speech, How::Cue, 0.85);
        Some(unit.end.min(verb + 2))
    }

    /// "In the bank's view, …", "…, in the words of Ann Lee", "By the bank's own estimate, …", "On the forecasts of the grid, …".
    pub(super) fn view(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        let nouns = match w.low(i) {
            "in" => VIEWS,
            "by" | "on" => COUNTS,
            _ => return None,
        };
        let noun = (i + 2..unit.end.min(i + 10)).find(|&k| nouns.contains(&w.low(k)))?;
        let plain = |k: usize| w.is_word(k) && !w.in_marks(k) && !lexicon::is_aux(w.low(k)) || w.low(k) == "'s";
        if !(i + 1..noun).all(|k| plain(k) || w.low(k) == ".") {
            return None;
        }
        let adjective = usize::from(matches!(w.low(noun - 1), "own" | "latest" | "official"));
        let of = noun - 1 - adjective;
        let owner = w.low(of);
        let (source, end) = if matches!(owner, "'s" | "'") {
            (i + 1..of, noun + 1)
        } else if matches!(owner, "his" | "her" | "their" | "its") && of == i + 1 {
            (i + 1..i + 2, noun + 1)
        } else if owner == "the" && w.low(noun + 1) == "of" && noun == i + 2 {
            let end = self.right_source(noun + 2, unit.end);
            (noun + 2..end, end)
        } else {
            return None;
        };
        let first_person = source.len() == 1 && matches!(w.low(source.start), "my" | "our" | "your");
        if source.is_empty() || first_person || !(w.low(end) == "," || end >= unit.end || w.low(end) == ".") {
            return None;
        }
        let initial = (from..i).all(|k| !w.is_word(k) || matches!(w.low(k), "but" | "and" | "however" | "yet"));
        let (content, stop) = if initial && w.low(end) == "," {
            let stop = self.content_end(end + 1, unit.end);
            (vec![end + 1..stop], stop)
        } else if i > from && w.low(i - 1) == "," {
            // "It is merely, in the words of one envoy, “standing in the shade”".
            let close = w.pair_at(end + 1).filter(|p| w.low(end) == "," && !p.continues).map(|p| p.close as usize + 1);
            let after = close.map(|c| end + 1..c);
            (std::iter::once(from..i - 1).chain(after).collect(), close.unwrap_or(end))
        } else {
            return None;
        };
        self.push(Some(source), noun..noun + 1, content, Event::Speech, How::Cue, 0.8);
        Some(stop)
    }
}
