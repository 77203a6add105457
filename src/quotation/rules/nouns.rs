//! Nouns of saying as cues: "her claim that …", "the agency's conclusion was that …", "Their argument: …"; and the verb that
//! puts a figure ("the union put the cost at 4,000").

use super::super::ends;
use super::super::lexicon;
use super::super::names;
use super::super::words::{Words, determiner};
use super::{Decoder, Found, How};
use crate::report::Event;
use std::ops::Range;

/// Nouns for what somebody says, of which a clause tells what it is: in PolNeAR's training part five of seven behind an owner and
/// before "was that", and three of four before a colon, are annotated as cues, the noun and its verb or colon.
const SAYINGS: &[&str] = &[
    "accusation",
    "admission",
    "advice",
    "answer",
    "argument",
    "assertion",
    "assessment",
    "claim",
    "complaint",
    "conclusion",
    "contention",
    "explanation",
    "finding",
    "findings",
    "message",
    "objection",
    "plea",
    "point",
    "prediction",
    "reply",
    "response",
    "suggestion",
    "theory",
    "verdict",
    "view",
    "warning",
];

/// Verbs that put a figure on something.
const PUTS: &[&str] = &["put", "puts", "pegged", "pegs"];

/// Whether a relation's cue is a noun of saying with the verb or colon behind it, or puts a figure.
pub fn is_put_forward(w: &Words, f: &Found) -> bool {
    let Some(cue) = f.cue.as_ref().filter(|c| !c.is_empty()) else { return false };
    let last = w.low(cue.end - 1);
    let told =
        cue.len() > 1 && (lexicon::is_be(last) || last == ":") && cue.clone().any(|k| SAYINGS.contains(&w.low(k)));
    told || PUTS.contains(&last) && f.content.iter().any(|c| figure(w, c).is_some())
}

/// The "at" of "the cost at about 4,000", a noun phrase and a figure.
fn figure(w: &Words, content: &Range<usize>) -> Option<usize> {
    let near = content.start + 1..content.end.min(content.start + 10);
    let first = w.low(content.start);
    let thing = determiner(first) || lexicon::is_pronoun(first) || w.capital(content.start) || first.ends_with('s');
    let at = near.into_iter().find(|&k| w.low(k) == "at" || !w.is_word(k) && w.low(k) != "'" || ends::verbal(w, k))?;
    let number = |k: usize| {
        let t = w.low(k);
        t.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'))
            || matches!(t, "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "twelve")
            || matches!(t, "dozens" | "hundreds" | "thousands" | "millions" | "zero" | "half")
    };
    (thing && w.low(at) == "at" && (at + 1..content.end.min(at + 5)).any(number)).then_some(at)
}

impl Decoder<'_, '_, '_> {
    /// "Ann Lee's claim that …", "their claim that …".
    pub(super) fn noun(&mut self, unit: &Range<usize>, i: usize) -> Option<usize> {
        let w = self.w;
        if !lexicon::noun(w.low(i)) || w.low(i + 1) != "that" || i == unit.start {
            return None;
        }
        let possessive = matches!(w.low(i - 1), "'s" | "'");
        let (source, cue) = if possessive {
            let mut s = self.subject(unit.start, i - 1)?;
            // An owner is short: its run of capitals, or from its determiner on.
            if let Some(k) = (s.start..s.end)
                .rev()
                .find(|&k| !w.capital(k) && w.low(k) != ".")
                .filter(|&k| k + 1 < s.end && !determiner(w.low(k)))
            {
                s.start = k + 1;
            }
            (Some(s), i - 1..i + 1)
        } else if matches!(w.low(i - 1), "his" | "her" | "their" | "its" | "my" | "our") {
            (Some(i - 1..i), i..i + 1)
        } else {
            return None;
        };
        let event = if lexicon::belief_noun(w.low(i)) { Event::Belief } else { Event::Speech };
        let stop = self.content_end(i + 1, unit.end);
        self.push(source, cue, vec![i + 1..stop], event, How::Cue, 0.7);
        Some(stop)
    }

    /// Who owns the noun at `i`, as far back as the adjectives between them allow: "Ann Lee's", "her", "the bank's".
    fn owner(&self, unit: &Range<usize>, i: usize) -> Option<Range<usize>> {
        let w = self.w;
        let plain = |k: usize| w.is_word(k) && !w.capital(k) && !determiner(w.low(k)) && !lexicon::is_aux(w.low(k));
        let near = (i.saturating_sub(4).max(unit.start)..i).rev();
        let own = near
            .into_iter()
            .find(|&k| matches!(w.low(k), "'s" | "'" | "his" | "her" | "their" | "its") || !plain(k))?;
        match w.low(own) {
            "his" | "her" | "their" | "its" => Some(own..own + 1),
            "'s" | "'" => {
                let mut s = self.subject(unit.start, own)?;
                let name = |k: usize| w.capital(k) || w.low(k) == "." || matches!(w.low(k), "of" | "and" | "the");
                if let Some(k) =
                    (s.start..s.end).rev().find(|&k| !name(k)).filter(|&k| k + 1 < s.end && !determiner(w.low(k)))
                    && w.capital(s.end - 1)
                {
                    s.start = k + 1;
                }
                let head = w.low(s.end - 1);
                let somebody = w.capital(s.end - 1)
                    || names::is_title(head)
                    || names::is_people(head)
                    || names::is_body(head)
                    || names::is_document(head);
                somebody.then_some(s.start..own + 1)
            }
            _ => None,
        }
    }

    /// "The agency's conclusion was that the bridge is safe", "Their argument: nobody was asked".
    pub(super) fn told(&mut self, unit: &Range<usize>, i: usize) -> Option<usize> {
        let w = self.w;
        if !SAYINGS.contains(&w.low(i)) || i == unit.start {
            return None;
        }
        let clause = lexicon::is_be(w.low(i + 1)) && matches!(w.low(i + 2), "that" | ":");
        let colon = w.low(i + 1) == ":" && i < unit.start + 12;
        if !clause && !colon {
            return None;
        }
        let (cue, start) = (i..i + 2, i + 2);
        let source = self.owner(unit, i)?;
        if start + 2 >= unit.end {
            return None;
        }
        let stop = self.content_end(start, unit.end);
        self.push(Some(source), cue, vec![start..stop], Event::Speech, How::Cue, 0.8);
        Some(stop)
    }

    /// "The union put the cost at 4,000 pounds": an estimate is said.
    pub(super) fn put_at(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        if !PUTS.contains(&w.low(i)) || i == unit.start {
            return None;
        }
        let stop = self.content_end(i + 1, unit.end);
        figure(w, &(i + 1..stop))?;
        let g = self.group(from, i, 3);
        if (g..i).any(|k| lexicon::is_modal(w.low(k)) || matches!(w.low(k), "not" | "n't" | "never")) {
            return None;
        }
        let source = self.subject(from, g)?;
        let head = w.low(source.end - 1);
        let somebody = w.capital(source.end - 1)
            || matches!(head, "he" | "she" | "they" | "it" | "police")
            || [w.low(source.start), head].iter().any(|x| names::is_people(x) || names::is_body(x))
            || names::is_title(head)
            || names::is_study(head)
            || matches!(head, "estimates" | "estimate" | "count" | "counts" | "tally" | "figures" | "polls" | "poll");
        if !somebody {
            return None;
        }
        self.push(Some(source), g..i + 1, vec![i + 1..stop], Event::Speech, How::Cue, 0.8);
        Some(stop)
    }
}
