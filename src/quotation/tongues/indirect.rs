//! Reported speech without marks, where the sentence's form shows it: "Laut X …", "…, sagte X.", "X sagte, dass …".
//!
//! Only sentences without any marks, and only verbs that say something aloud: what somebody believes or hopes is left. A
//! sentence is taken whole, without the words that attribute it.

use super::words::Class;
use super::{At, Place, Reader, Told};
use crate::quotation::rules::{Found, How};
use crate::quotation::speakers::Resolved;
use crate::report::{Event, SpeakerKind};
use crate::text::Shape;
use std::ops::Range;

/// Tokens of a sentence that is read.
const SENTENCES: Range<usize> = 7..110;
/// Words that content has at least.
const LEAST: usize = 3;
/// Behind a source that ends a sentence at most so many tokens follow.
const TAIL: usize = 12;
/// How far behind its verb a clause opens.
const CLAUSE: usize = 14;
/// German verbs in the mood of reported speech, with which a clause needs no "dass".
const REPORTED: &[&str] = &[
    "sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "gebe", "hätten", "würden",
    "könnten", "müssten", "wären", "gehe", "komme", "stehe", "bleibe", "mache", "brauche", "liege", "wisse", "lasse",
];

impl Reader<'_, '_, '_> {
    /// The sentences of these blocks that report somebody's words; `read` tells which blocks are running text, `taken` what is
    /// attributed already.
    pub fn reported(
        &self,
        blocks: &[Range<usize>],
        read: impl Fn(usize) -> bool,
        taken: impl Fn(usize) -> bool,
    ) -> Vec<(Found, Resolved)> {
        let mut out = Vec::new();
        for (b, block) in blocks.iter().enumerate().filter(|(b, _)| read(*b)) {
            let mut start = block.start;
            while start < block.end {
                let stop = (start..block.end).find(|&k| self.ends(k)).unwrap_or(block.end);
                let sentence = start..stop;
                start = stop + 1;
                // A dash stands before what is taken.
                if !SENTENCES.contains(&sentence.len())
                    || taken(sentence.start)
                    || taken(sentence.start + 1)
                    || sentence.clone().any(|k| self.w.in_marks(k))
                {
                    continue;
                }
                let Some((told, content)) = self.attributed(&sentence) else { continue };
                let mut who = self.who(At { open: sentence.start, block: b as u32 }, Some(&told));
                // "laut Schätzung": of a single noun behind such a word nobody can say whether it is a person.
                let noun =
                    told.source.as_ref().is_some_and(|r| r.len() == 1 && !self.names.contains_key(self.low(r.start)));
                if noun
                    && self.t.nouns_are_capital
                    && who.speaker.kind == SpeakerKind::Person
                    && self.t.by(&self.low, told.cue.start).is_some()
                {
                    who.speaker.kind = SpeakerKind::Unknown;
                }
                let any = told.source.as_ref().is_some_and(|r| {
                    r.len() == 1
                        && self.t.definite(self.low(r.start))
                        && !self.capital(r.start)
                        && !self.common(r.start)
                });
                if any {
                    (who.speaker.kind, who.speaker.role) = (SpeakerKind::Unknown, None);
                }
                let found = Found {
                    source: told.source,
                    cue: Some(told.cue),
                    content,
                    event: Event::Speech,
                    how: How::Cue,
                    confidence: 0.7,
                };
                out.push((found, who));
            }
        }
        out
    }

    /// Whether a token ends a sentence: no stop of an abbreviation, a day or a decimal.
    fn ends(&self, k: usize) -> bool {
        let short = |j: usize| {
            let t = self.w.reading.tokens[j];
            t.shape == Shape::Number && t.end - t.start < 3 || self.low(j).chars().count() == 1
        };
        matches!(self.low(k), "." | "!" | "?" | "…") && !self.abbreviates(k) && !(k > 0 && short(k - 1))
    }

    fn attributed(&self, s: &Range<usize>) -> Option<(Told, Vec<Range<usize>>)> {
        self.trailing(s).or_else(|| self.according(s)).or_else(|| self.that(s))
    }

    fn words(&self, r: &Range<usize>) -> usize {
        r.clone().filter(|&k| self.w.is_word(k)).count()
    }

    /// A verb that says something aloud.
    fn says(&self, i: usize, to: usize) -> Option<Range<usize>> {
        let word = |k: usize| self.t.is(self.bare(k), Class::Weak);
        let denied = |k: usize| {
            matches!(
                self.low(k),
                "nicht" | "nie" | "no" | "ne" | "n'" | "não" | "non" | "niet" | "inte" | "ikke" | "pas"
            )
        };
        self.verb(i, to).filter(|v| !(v.clone().any(word) || denied(v.end) || i > 0 && denied(i - 1)))
    }

    fn with(&self, source: Range<usize>, cue: Range<usize>, to: usize) -> Told {
        let beside = self.beside(source.end, to);
        Told { source: Some(source), cue, how: How::Cue, beside, place: Place::Behind }
    }

    /// "…, sagte X am Montag.", "…, so X."
    fn trailing(&self, s: &Range<usize>) -> Option<(Told, Vec<Range<usize>>)> {
        let commas = (s.start + 4..s.end).rev().filter(|&k| self.low(k) == ",").take(3);
        for c in commas {
            let content = s.start..c;
            if self.words(&content) < LEAST {
                break;
            }
            let (source, cue) = match self.t.by(&self.low, c + 1) {
                Some(n) => (self.noun_phrase(c + 1 + n, s.end), c + 1..c + 1 + n),
                None => match self.says(c + 1, s.end) {
                    Some(v) => (self.subject_behind(v.end, s.end), v),
                    None => continue,
                },
            };
            let Some(source) = source else { continue };
            // "Ida Maran, die Chefin, sagte …": what stands before the verb is its subject, with something beside it.
            if s.clone().find(|&k| self.low(k) == ",").and_then(|k| self.beside(k, s.end)).is_some_and(|x| x.end == c) {
                return None;
            }
            let told = self.with(source, cue, s.end);
            let end = told.beside.as_ref().or(told.source.as_ref()).map_or(s.end, |r| r.end);
            if s.end - end <= TAIL {
                return Some((told, vec![content]));
            }
        }
        None
    }

    /// "Laut X ist das so.", "Das ist laut X so.", "X zufolge ist das so."
    fn according(&self, s: &Range<usize>) -> Option<(Told, Vec<Range<usize>>)> {
        // In other cases than the first a name isn't as people write it.
        if self.t.inflects {
            return None;
        }
        for k in s.clone() {
            let (source, cue) = if self.t.behind(self.low(k)) {
                let opens = |f: &usize| self.capital(*f) || self.is(*f, Class::Article);
                let from = (k.saturating_sub(8).max(s.start)..k).filter(opens).find_map(|f| self.whole(f, k));
                (from, k..k + 1)
            } else if let Some(n) = self.t.by(&self.low, k) {
                // "so" and "for" mean other things too, "secondo" and "segundo" a second one.
                let other = matches!(self.low(k), "so" | "para" | "pour" | "per")
                    || k > 0 && matches!(self.low(k), "secondo" | "segundo") && self.is(k - 1, Class::Article);
                if other {
                    continue;
                }
                // "Enligt rederiet är motorn gammal": one word, with its article at its end.
                let one = |k: usize| self.w.is_word(k) && !self.capital(k) && self.t.definite(self.low(k));
                let noun = (k + n < s.end && one(k + n) && !self.is(k + n, Class::Stop)).then_some(k + n..k + n + 1);
                (self.noun_phrase(k + n, s.end).or(noun), k..k + n)
            } else {
                continue;
            };
            let told = |j: usize| self.capital(j) || self.common(j) || self.t.definite(self.low(j));
            let Some(source) = source.filter(|r| r.clone().any(told)) else {
                continue;
            };
            let (first, last) = (source.start.min(cue.start), source.end.max(cue.end));
            let mut content = vec![s.start..first, last..s.end];
            for r in &mut content {
                while r.start < r.end && !self.w.is_word(r.start) {
                    r.start += 1;
                }
                while r.start < r.end && !self.w.is_word(r.end - 1) {
                    r.end -= 1;
                }
            }
            content.retain(|r| self.words(r) > 0);
            if content.iter().map(|r| self.words(r)).sum::<usize>() <= LEAST {
                return None;
            }
            return Some((self.with(source, cue, s.end), content));
        }
        None
    }

    /// "X sagte, dass …", "X sagte, das sei …", "X a dit que …".
    fn that(&self, s: &Range<usize>) -> Option<(Told, Vec<Range<usize>>)> {
        let cue = s.clone().find_map(|k| self.says(k, s.end))?;
        let to = s.end.min(cue.end + CLAUSE);
        let comma = (cue.end..to).find(|&k| !self.w.is_word(k));
        let from = if self.t.nouns_are_capital {
            let c = comma.filter(|&c| self.low(c) == ",")?;
            let opens = self.is(c + 1, Class::That) && self.low(c + 1) != "wie";
            let mood = (c + 1..s.end.min(c + CLAUSE)).any(|k| REPORTED.contains(&self.low(k)));
            if opens { c + 2 } else { (mood && self.verb(c + 1, s.end).is_none()).then_some(c + 1)? }
        } else {
            // "qu'il" is one token.
            let elided = |k: usize| self.low(k).starts_with("qu'");
            let that = (cue.end..to).find(|&k| self.is(k, Class::That) || elided(k))?;
            if comma.is_some_and(|c| c < that && !(c + 1 == that && self.low(c) == ",")) {
                return None;
            }
            if elided(that) { that } else { that + 1 }
        };
        let source = self.subject(&cue, s.start, from).0?;
        let content = from..s.end;
        let apart = source.end <= from;
        (apart && self.words(&content) >= LEAST).then(|| (self.with(source, cue, from), vec![content]))
    }
}
