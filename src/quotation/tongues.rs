//! Who says what, in languages other than English.
//!
//! News attributes in the same ways wherever it is written (verb and subject behind the words, before a colon, or a word for "according to"),
//! so one set of rules reads every language of which the table in `data/lists/tongues.txt` has a row: verbs of saying, and the small words
//! that say where a noun phrase ends. Nobody is named where the subject isn't plain: fewer is better than wrong. There are no gold sets for
//! these languages here; figures from reading are in ARCHITECTURE.md.

mod indirect;
mod phrase;
#[cfg(test)]
mod tests;
mod words;

use super::rules::{Found, How};
use super::speakers::Resolved;
use super::words::Words;
use crate::report::{Event, Speaker, SpeakerKind};
use crate::text::{Pair, Shape};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::ops::Range;
use words::Class;
pub use words::Tongue;

/// How far before the words a verb may stand that leads to them with a colon, and without.
const LEAD: usize = 30;
const NEAR: usize = 14;
/// Where a sentence is longer, its start isn't looked for.
const SENTENCE: usize = 70;
/// Who spoke last may be meant over so many blocks.
const BLOCKS: u32 = 2;
/// How far behind the last words somebody goes on speaking.
const GAP: usize = 30;
/// A newspaper's name in marks has at most so many tokens with them.
const NAME_IN_MARKS: usize = 6;

/// Reads one text.
pub struct Reader<'w, 'r, 'a> {
    w: &'w Words<'r, 'a>,
    t: &'static Tongue,
    low: Vec<Cow<'w, str>>,
    /// Full names by their last word.
    names: FxHashMap<String, Range<usize>>,
    /// The last words of the sources of the text.
    speak: FxHashSet<String>,
    last: Option<Said>,
}

/// Who spoke last.
struct Said {
    /// The token behind all that belongs to it.
    end: usize,
    block: u32,
    continues: bool,
    /// The attribution stood behind the words.
    trails: bool,
    who: Speaker,
}

/// An attribution that was found beside words in marks.
struct Told {
    source: Option<Range<usize>>,
    cue: Range<usize>,
    how: How,
    /// What stands behind a comma beside the source: a name, or what somebody is.
    beside: Option<Range<usize>>,
    place: Place,
}

/// Where words are said.
#[derive(Clone, Copy)]
struct At {
    /// Their first token.
    open: usize,
    block: u32,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Behind,
    /// Before a colon.
    Before,
    /// In the sentence that the words are part of.
    Within,
}

impl<'w, 'r, 'a> Reader<'w, 'r, 'a> {
    /// Prepares a text in a language of the table.
    pub fn new(w: &'w Words<'r, 'a>, t: &'static Tongue, blocks: &[Range<usize>]) -> Self {
        // `Words` lowers what is ASCII alone.
        let low = w.low.iter().map(|x| if x.is_ascii() { Cow::from(x) } else { x.to_lowercase().into() }).collect();
        let mut out = Self { w, t, low, names: FxHashMap::default(), speak: FxHashSet::default(), last: None };
        out.learn(blocks);
        out
    }

    /// Reads who speaks, and whom the text names in full.
    fn learn(&mut self, blocks: &[Range<usize>]) {
        let pairs = self.w.reading.pairs.iter().filter(|p| p.depth == 0);
        let sources = pairs.filter_map(|p| {
            let block = blocks.get(p.block as usize)?;
            self.told(p, block.start, block.end)?.source
        });
        self.speak = sources.map(|s| self.low(s.end - 1).to_owned()).collect();
        if !self.t.inflects {
            self.names = self.full_names();
        }
    }

    /// The attributions of a text's words in marks, in order. `marks` are those that read as speech by themselves; `taken` tells what is
    /// attributed already.
    pub fn read(
        mut self,
        marks: Vec<Found>,
        blocks: &[Range<usize>],
        taken: impl Fn(usize) -> bool,
    ) -> Vec<(Found, Resolved)> {
        let mut free = marks.into_iter().peekable();
        let mut out = Vec::new();
        let mut within = 0;
        for p in self.w.reading.pairs.iter().filter(|p| p.depth == 0) {
            let open = p.open as usize;
            let long = free.next_if(|f| f.content[0].start == open);
            let Some(block) = blocks.get(p.block as usize).filter(|_| !taken(open)) else { continue };
            // What an earlier pair of the block took isn't read again.
            within = within.max(block.start);
            let told = self.told(p, within, block.end).filter(|t| long.is_some() || self.speaks(p, t.place));
            let ends = p.close > 0 && matches!(self.low(p.close as usize - 1), "." | "!" | "?" | "…");
            let at = At { open, block: p.block };
            // A short sentence is speech where somebody goes on.
            if told.is_none() && long.is_none() && !(ends && self.goes_on(at).is_some()) {
                continue;
            }
            let end = p.close as usize + usize::from(!p.continues);
            let mut found = long.unwrap_or_else(|| Found {
                source: None,
                cue: None,
                content: vec![open..end],
                event: Event::Speech,
                how: How::Free,
                confidence: 0.5,
            });
            let who = self.who(at, told.as_ref());
            let after = told.as_ref().map_or(end, |t| {
                let source = t.source.as_ref().map_or(0, |s| s.end);
                t.beside.as_ref().map_or(0, |b| b.end).max(source).max(t.cue.end).max(end)
            });
            within = after;
            self.last = Some(Said {
                end: after,
                block: p.block,
                continues: p.continues,
                trails: told.as_ref().is_none_or(|t| t.place == Place::Behind),
                who: who.speaker.clone(),
            });
            if let Some(t) = told {
                self.introduce(&t);
                found.confidence = match (&t.source, t.place) {
                    (Some(_), Place::Within) => 0.7,
                    (Some(_), _) => 0.85,
                    _ => 0.6,
                };
                (found.source, found.cue, found.how) = (t.source, Some(t.cue), t.how);
            }
            out.push((found, who));
        }
        out
    }

    /// Paragraphs that open with a dash, as speech is printed in the north and east of Europe: "– Det är bra, säger Eva Lind.", "— Мы готовы,
    /// — сказал Иван Лещёв." Only those with a verb and its subject behind the words: a list opens with dashes too.
    pub fn dashes(&self, blocks: &[Range<usize>]) -> Vec<(Found, Resolved)> {
        let dash = |k: usize| matches!(self.low(k), "–" | "—" | "―" | "-");
        let mut out = Vec::new();
        for (b, block) in blocks.iter().enumerate().filter(|(_, r)| r.len() > 4 && dash(r.start)) {
            let told = (block.start + 2..block.end.min(block.start + SENTENCE * 2))
                .filter(|&k| !self.w.in_marks(k))
                .find_map(|k| {
                    if !matches!(self.low(k), "," | "?" | "!") && !dash(k) {
                        return None;
                    }
                    let verb = self.verb(k + 1 + usize::from(dash(k + 1)), block.end)?;
                    let source = self.subject_behind(verb.end, block.end)?;
                    let asks = matches!(self.low(k), "?" | "!");
                    let beside = self.beside(source.end, block.end);
                    Some((
                        k + usize::from(asks),
                        Told { source: Some(source), cue: verb, how: How::SetOff, beside, place: Place::Behind },
                    ))
                });
            let Some((end, told)) = told else { continue };
            let who = self.who(At { open: block.start, block: b as u32 }, Some(&told));
            let found = Found {
                source: told.source,
                cue: Some(told.cue),
                content: vec![block.start + 1..end],
                event: Event::Speech,
                how: How::SetOff,
                confidence: 0.8,
            };
            out.push((found, who));
        }
        out
    }

    /// Remembers a full name that stands as a subject, where no other case is the name's own.
    fn introduce(&mut self, told: &Told) {
        let name = told.source.clone().filter(|_| self.t.inflects).and_then(|s| self.name_in(&s));
        if let Some(name) = name {
            self.names.entry(self.low(name.end - 1).to_owned()).or_insert(name);
        }
    }

    /// Whether words that don't read as speech by themselves are those of an attribution beside them. A name or a title has a capital.
    fn speaks(&self, p: &Pair, place: Place) -> bool {
        let inner = p.open as usize + 1..p.close as usize;
        let words = inner.clone().filter(|&k| self.w.is_word(k)).count();
        let stops = |k: usize| self.w.low(k).starts_with(['.', ',', '!', '?', '…']);
        match place {
            Place::Behind => {
                words > 0
                    && (stops(inner.end.saturating_sub(1))
                        || stops(inner.end + 1)
                        || matches!(self.low(inner.end + 1), "–" | "—"))
            }
            Place::Before => words > 0,
            Place::Within => words >= 2 && !self.capital(inner.start),
        }
    }

    fn told(&self, p: &Pair, from: usize, to: usize) -> Option<Told> {
        let (open, close) = (p.open as usize, p.close as usize);
        if !p.continues
            && let Some(t) = self.behind(close + 1, to)
        {
            return Some(t);
        }
        if open <= from {
            return None;
        }
        self.label(open, from).or_else(|| self.before(open, from))
    }

    /// “…”, sagte X. “…”, so X. “…”, selon X. “…”, X dijo.
    fn behind(&self, from: usize, to: usize) -> Option<Told> {
        let mut at = from;
        while at < to && at < from + 2 && matches!(self.low(at), "," | "–" | "—" | "-") {
            at += 1;
        }
        let told = |source: Option<Range<usize>>, cue: Range<usize>| {
            let beside = source.as_ref().and_then(|s| self.beside(s.end, to));
            Some(Told { source, cue, how: How::Cue, beside, place: Place::Behind })
        };
        if let Some(n) = self.t.by(&self.low, at).filter(|_| !self.capital(at)) {
            // "según ha explicado un portavoz"
            if let Some(v) = self.verb(at + n, to) {
                return told(self.subject_behind(v.end, to), v);
            }
            return self.noun_phrase(at + n, to).and_then(|s| told(Some(s), at..at + n));
        }
        if let Some(v) = self.verb(at, to) {
            return told(self.subject_behind(v.end, to), v);
        }
        if at == from {
            return None;
        }
        // “…”, X dijo.
        let subject = self.noun_phrase(at, to.min(at + NEAR))?;
        let mut v = subject.end;
        while v < to && self.is(v, Class::Adverb) && v < subject.end + 3 {
            v += 1;
        }
        if self.t.behind(self.low(subject.end)) {
            let cue = subject.end..subject.end + 1;
            return told(Some(subject), cue);
        }
        let verb = self.verb(v, to)?;
        Some(Told { source: Some(subject), cue: verb, how: How::Cue, beside: None, place: Place::Behind })
    }

    /// "Mosbacher: “…”" at the head of a paragraph.
    fn label(&self, open: usize, from: usize) -> Option<Told> {
        let colon = open.checked_sub(1).filter(|&c| self.low(c) == ":" && c > from && c - from <= 5)?;
        let name = from..colon;
        let names = name.clone().all(|k| self.capital(k) || self.abbreviates(k)) && !self.is(from, Class::Adverb);
        (names && (from == 0 || self.w.breaks(from))).then_some(Told {
            source: Some(name),
            cue: colon..open,
            how: How::Label,
            beside: None,
            place: Place::Before,
        })
    }

    /// X sagte: “…”. Laut X “…”. X betont, “…”.
    fn before(&self, open: usize, from: usize) -> Option<Told> {
        let mark = open - 1;
        let colon = self.low(mark) == ":";
        let start = self.sentence(open, from);
        let reach = if colon { LEAD } else { NEAR };
        let place = if colon { Place::Before } else { Place::Within };
        let by = || {
            let at = (start..open.min(start + 3)).find(|&k| !matches!(self.low(k), "so" | "para" | "pour" | "per"))?;
            let n = (start..=at).find_map(|k| self.t.by(&self.low, k).map(|n| (k, n)))?;
            // "Según informó la DGSA"
            if let Some(v) = self.verb(n.0 + n.1, mark) {
                let source = self.subject_behind(v.end, open)?;
                return Some(Told { source: Some(source), cue: v, how: How::Cue, beside: None, place });
            }
            let source = self.noun_phrase(n.0 + n.1, open)?;
            Some(Told { source: Some(source), cue: n.0..n.0 + n.1, how: How::Cue, beside: None, place })
        };
        if !colon && let Some(t) = by() {
            return Some(t);
        }
        let verb = (open.saturating_sub(reach).max(start)..open)
            .rev()
            // "se destaca como uma “voz”": such a verb tells what something is like.
            .filter(|&k| !self.w.in_marks(k) && (colon || k == 0 || self.low(k - 1) != "se"))
            .find_map(|k| self.verb(k, open));
        let Some(cue) = verb else { return if colon { by() } else { None } };
        // Between the verb and words that it doesn't introduce nothing else may be quoted.
        if !colon && (cue.end..open).any(|k| self.w.in_marks(k)) {
            return None;
        }
        let (source, beside) = self.subject(&cue, start, open);
        Some(Told { source, cue, how: How::Cue, beside, place })
    }

    /// A verb of saying that starts at a token, with what belongs to it.
    #[inline(never)]
    fn verb(&self, i: usize, to: usize) -> Option<Range<usize>> {
        if i >= to || self.capital(i) || !self.w.is_word(i) {
            return None;
        }
        let article = i > 0 && self.is(i - 1, Class::Article) && !self.is(i - 1, Class::Pronoun);
        let word = self.bare(i);
        // "explique-t-il", "a-t-il dit": the pronoun is part of the word.
        let (word, inverted) = match word.split_once('-') {
            Some((v, rest)) if self.t.is(rest.rsplit('-').next().unwrap_or(rest), Class::Pronoun) => (v, true),
            _ => (word, false),
        };
        if self.t.is(word, Class::Aux)
            && let Some(k) = (i + 1..to.min(i + 4))
                .find(|&k| self.t.is(self.bare(k), Class::Participle))
                .filter(|&k| (i + 1..k).all(|j| self.is(j, Class::Adverb)))
        {
            return Some(i..k + 1);
        }
        let particle = || self.t.particles(word).any(|p| (i + 1..to.min(i + NEAR + 4)).any(|k| self.low(k) == p));
        let says = self.t.is(word, Class::Verb) && (!article || inverted) || particle();
        says.then_some(i..i + 1)
    }

    /// The subject behind a verb, over an object that says to whom: "dijo a este diario un portavoz".
    #[inline(never)]
    fn subject_behind(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let to_whom = matches!(self.low(from), "a" | "al" | "à" | "ao" | "au" | "aux" | "alla")
            || self.low(from).starts_with("all'");
        if to_whom && !self.is(from, Class::Article) {
            let k = (from + 2..to.min(from + 6)).find(|&k| self.is(k, Class::Article))?;
            return self.noun_phrase(k, to);
        }
        self.noun_phrase(from, to)
    }

    /// The subject of a verb that stands before the words, and a name that is set beside it.
    fn subject(&self, cue: &Range<usize>, start: usize, open: usize) -> (Option<Range<usize>>, Option<Range<usize>>) {
        let stop = |k: usize| !self.w.is_word(k) && !self.abbreviates(k) || self.w.in_marks(k);
        let from = (start..cue.start).rev().find(|&k| stop(k)).map_or(start, |k| k + 1);
        if let Some(s) = self.whole(from, cue.start) {
            return (Some(s), None);
        }
        // "Mohammed Maran, der Präsident, sagte: “…”": over an insertion.
        if from == cue.start
            && from > start
            && self.low(from - 1) == ","
            && let Some(comma) = (start..from - 1).find(|&k| stop(k)).filter(|&k| self.low(k) == ",")
            && let Some(s) = self.whole(start, comma)
        {
            let beside = self.beside(comma, cue.start);
            return (Some(s), beside);
        }
        let behind = self.subject_behind(cue.end, open);
        let beside = behind.as_ref().and_then(|s| self.beside(s.end, open));
        (behind, beside)
    }

    /// A stretch before a verb that is one noun phrase and no more, but for adverbs at either end.
    #[inline(never)]
    fn whole(&self, mut from: usize, mut to: usize) -> Option<Range<usize>> {
        while to > from && self.is(to - 1, Class::Adverb) && !self.is(to - 1, Class::Pronoun) {
            to -= 1;
        }
        while from < to
            && self.is(from, Class::Adverb)
            && !self.is(from, Class::Pronoun)
            && !self.is(from, Class::Article)
        {
            from += 1;
        }
        if from >= to || self.is(from, Class::Stop) && !self.is(from, Class::Article) && !self.is(from, Class::Pronoun)
        {
            return None;
        }
        self.noun_phrase(from, to).filter(|s| s.end == to)
    }

    /// What stands behind a comma beside a source: a name alone, or what somebody is.
    #[inline(never)]
    fn beside(&self, comma: usize, to: usize) -> Option<Range<usize>> {
        if self.low(comma) != "," || !self.w.is_word(comma + 1) {
            return None;
        }
        let s = self.noun_phrase(comma + 1, to)?;
        let closed = matches!(self.low(s.end), "," | "." | ";" | ")" | ":") || s.end >= to;
        let fits = self.is(s.start, Class::Article) && !self.is(s.start, Class::Pronoun)
            || self.capital(s.start)
            || self.is(s.start, Class::Role);
        (closed && fits && s.start == comma + 1 && s.len() > usize::from(!self.capital(s.start))).then_some(s)
    }

    /// Where the sentence starts that a token stands in, not before `from`.
    #[inline(never)]
    fn sentence(&self, at: usize, from: usize) -> usize {
        let mut k = at;
        while k > from && at - k < SENTENCE {
            let j = k - 1;
            if let Some(p) = self.w.pair_at(j).filter(|p| (p.open as usize) < j) {
                let ends = matches!(self.low((p.close as usize).saturating_sub(1)), "." | "!" | "?" | "…");
                if ends && self.capital(k) {
                    return k;
                }
                k = (p.open as usize).max(from);
                continue;
            }
            let number = j > 0 && self.w.reading.tokens[j - 1].shape == Shape::Number;
            if matches!(self.low(j), "." | "!" | "?" | "…") && !self.abbreviates(j) && !number {
                return k;
            }
            k = j;
        }
        k
    }

    /// Who speaks, by the attribution or by who spoke last.
    #[inline(never)]
    fn who(&self, at: At, told: Option<&Told>) -> Resolved {
        let Some(told) = told else {
            return self.goes_on(at).or_else(|| self.led(at.open)).unwrap_or_default();
        };
        let Some(source) = &told.source else {
            // "…", añade: the subject goes without saying, or is part of the verb ("explique-t-il").
            // "un informe que habla de": its subject stands before "que", whoever that is.
            let relative = self.is(told.cue.start.wrapping_sub(1), Class::That);
            let left_out = !relative && self.t.drops_pronouns || told.cue.clone().any(|k| self.low(k).contains('-'));
            // "erzählt sie und schildert: “…”"
            let shared = self.is(told.cue.start.wrapping_sub(1), Class::And);
            let here = self.last.as_ref().is_some_and(|l| l.block == at.block);
            return match (left_out, here) {
                (true, false) if !shared => self.meant(told.cue.start, at),
                (true, _) => self.spoke_last(at.block),
                (false, _) if shared => self.spoke_last(at.block),
                _ => None,
            }
            .unwrap_or_default();
        };
        if source.len() == 1 && self.is(source.start, Class::Pronoun) && !self.capital(source.start + 1) {
            return self.meant(source.start, at).unwrap_or_default();
        }
        let mut who = self.named(source);
        if let Some(b) = &told.beside {
            let other = self.named(b);
            match (who.kind, other.kind) {
                // "el presidente de la FIA, Mohammed Maran"
                (SpeakerKind::Role, SpeakerKind::Person) if other.role.is_none() => {
                    who = Speaker { role: who.name, ..other };
                }
                // "Mario Negri, jefe del bloque"
                (SpeakerKind::Person, SpeakerKind::Role) if who.role.is_none() => who.role = other.name,
                _ => {}
            }
        }
        Resolved::as_written(who)
    }

    /// Words in marks with nothing beside them, where the speaker of the last ones goes on.
    fn goes_on(&self, At { open, block }: At) -> Option<Resolved> {
        let last = self.last.as_ref()?;
        let next = last.continues && block == last.block + 1;
        // Nothing but the rest of the sentence that attributes stands between; a newspaper's name may.
        let gap = last.end..open;
        if !next && (open < last.end || gap.len() > GAP) {
            return None;
        }
        let split = matches!(self.low(open - 1), "," | ":") && gap.len() <= 4;
        let stops = gap.clone().filter(|&k| matches!(self.low(k), "." | "!" | "?") && !self.abbreviates(k)).count();
        let follows = last.block == block
            && last.trails
            && (stops == 1 && matches!(self.low(open - 1), "." | "!" | "?") || stops == 0 && split)
            && gap.clone().filter(|&k| self.w.in_marks(k)).count() <= NAME_IN_MARKS;
        let at_once = last.block == block && gap.is_empty();
        let name = last.who.name.clone()?;
        (next || follows || at_once).then(|| Resolved::taken(last.who.clone(), format!("{name} goes on speaking")))
    }

    fn spoke_last(&self, block: u32) -> Option<Resolved> {
        let last = self.last.as_ref().filter(|l| block.saturating_sub(l.block) <= BLOCKS)?;
        let name = last.who.name.clone()?;
        Some(Resolved::taken(last.who.clone(), format!("{name} spoke last")))
    }

    /// The persons named in full somewhere whom the paragraph names before a token: the nearest, and whether there are others.
    fn persons_before(&self, before: usize) -> (Option<&Range<usize>>, bool) {
        let (mut at, mut found, mut several) = (before, None, false);
        while at > 0 && !self.w.breaks(at) && before - at < SENTENCE * 2 {
            at -= 1;
            if !self.capital(at) || self.w.in_marks(at) {
                continue;
            }
            if let Some(r) = self.names.get(self.low(at)) {
                several |= found.is_some_and(|f| f != r);
                found = found.or(Some(r));
            }
        }
        (found, several)
    }

    fn one_person(&self, name: &Range<usize>, how: impl FnOnce(&str) -> String) -> Resolved {
        let name = self.w.reading.slice(self.w.reading.span_of(name.clone()));
        let speaker = Speaker { name: Some(name.to_owned()), role: None, kind: SpeakerKind::Person };
        Resolved::taken(speaker, how(name))
    }

    /// Words behind a colon in a sentence with no verb of saying ("Für Ida Maran ist das klar: “…”"), or sentences of their own: those of
    /// the one person whom the paragraph names before them. A sentence that leads to them must name the person, or have a pronoun.
    fn led(&self, open: usize) -> Option<Resolved> {
        let before = self.low(open.wrapping_sub(1));
        let (Some(r), false) = self.persons_before(open) else { return None };
        let last = self.low(r.end - 1);
        if !self.speak.contains(last) {
            return None;
        }
        let subject = |k: usize| self.low(k) == last || self.is(k, Class::Pronoun) && !self.noun_after(k);
        let fits = match before {
            ":" => (self.sentence(open - 1, open.saturating_sub(SENTENCE))..open).any(subject),
            "." | "?" | "!" => true,
            _ => false,
        };
        fits.then(|| {
            self.one_person(r, |name| format!("{name} is the one person whom the paragraph names before them"))
        })
    }

    /// Whom a pronoun means: the one person named in the paragraph before the words, or else who spoke last.
    fn meant(&self, pronoun: usize, At { open: before, block }: At) -> Option<Resolved> {
        let (found, several) = self.persons_before(before);
        let word = self.w.reading.slice(self.w.reading.span_of(pronoun..pronoun + 1));
        if let Some(r) = found.filter(|_| !several) {
            return Some(
                self.one_person(r, |name| format!("“{word}” is taken for {name}, the one person named before")),
            );
        }
        if several {
            return None;
        }
        let last = self.last.as_ref().filter(|l| l.who.kind == SpeakerKind::Person)?;
        let name = last.who.name.clone().filter(|_| block.saturating_sub(last.block) <= BLOCKS)?;
        Some(Resolved::taken(last.who.clone(), format!("“{word}” is taken for {name}, who spoke last")))
    }

    /// The full names of a text by their last word: stretches of two to four capital words that are no common nouns. What stands behind an
    /// article somewhere in the text is one ("die Äußerungen"), which tells names where all nouns have capitals.
    fn full_names(&self) -> FxHashMap<String, Range<usize>> {
        let n = self.w.reading.tokens.len();
        let small = |k: usize| {
            [Class::Article, Class::Stop, Class::Adverb, Class::Pronoun, Class::That, Class::Verb]
                .iter()
                .any(|c| self.is(k, *c))
        };
        let things: FxHashSet<&str> = (1..n)
            .filter(|&k| self.capital(k) && !self.capital(k - 1) && self.is(k - 1, Class::Article))
            .map(|k| self.low(k))
            .collect();
        // "Wird Trump …": a word that stands in small letters elsewhere only opens its sentence.
        let lower: FxHashSet<&str> = (0..n).filter(|&k| !self.capital(k)).map(|k| self.low(k)).collect();
        let noun = |k: usize| things.contains(self.low(k)) || self.common(k) || self.is(k, Class::Title);
        let mut out: FxHashMap<&str, Vec<(Range<usize>, u32)>> = FxHashMap::default();
        let mut i = 0;
        while i < n {
            if !self.capital(i) || self.w.in_marks(i) {
                i += 1;
                continue;
            }
            let mut end = i + 1;
            while self.capital(end) && !self.w.breaks(end) && !self.w.in_marks(end) && end - i < 6 {
                end += 1;
            }
            // "Anne von Maran", but "Sprecherin von Halden" and "Geiselnahmen von Zivilisten"
            let von = matches!(self.low(end), "von" | "van" | "de" | "del" | "da" | "dos" | "di");
            let last = end + 1 + usize::from(matches!(self.low(end + 1), "der" | "den" | "la"));
            if von && end - i == 1 && self.capital(last) && !self.w.breaks(last) && self.speak.contains(self.low(last))
            {
                end = last + 1;
            }
            let mut start = i;
            while start < end
                && (small(start) || noun(start) || lower.contains(self.low(start)) || self.low(start).contains('\''))
            {
                start += 1;
            }
            // "die Arthur Maran trug": a pronoun looks like an article. Somebody who speaks is no thing.
            let speaks = self.speak.contains(self.low(end - 1));
            if speaks && start + 1 >= end && end > i + 1 && !small(end - 2) && !self.common(end - 2) {
                start = end - 2;
            }
            // "Milliardärin Ida Maran", "NBA-Profi Jan Holm": what somebody is, where no list has it.
            if self.t.nouns_are_capital
                && end > start + 2
                && (self.low(start).contains('-') || self.low(start).ends_with("in") && self.low(start).len() > 7)
            {
                start += 1;
            }
            // "Hamburgs Polizeipräsident Falk Schnabel"
            if let Some(h) = (start..end.saturating_sub(2)).rev().find(|&k| noun(k)) {
                start = h + 1;
            } else if start > i && noun(start - 1) && end - start > 2 {
                // "Tribunal Supremo Ángel Maran": how much of it is the body's name isn't known.
                start = end - 2;
            }
            let name = start..end;
            let thing = things.contains(self.low(end - 1)) && !speaks;
            let fits = (2..=4).contains(&name.len())
                && self.w.reading.tokens[end - 1].shape != Shape::Upper
                && self.capital(start)
                && !(thing || self.common(end - 1) || small(end - 1))
                // "la Comunidad Regional Halden"
                && (self.t.nouns_are_capital || !things.contains(self.low(i)));
            if fits {
                let known = out.entry(self.low(end - 1)).or_default();
                match known.iter_mut().find(|(o, _)| self.low(o.end - 2) == self.low(end - 2)) {
                    Some((_, times)) => *times += 1,
                    None => known.push((name, 1)),
                }
            }
            i = end;
        }
        // Of namesakes the one who is named more often, or else first.
        let often = |names: Vec<(Range<usize>, u32)>| names.into_iter().rev().max_by_key(|(_, times)| *times);
        out.into_iter().filter_map(|(word, names)| Some((word.to_owned(), often(names)?.0))).collect()
    }
}
