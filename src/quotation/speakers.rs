//! Who speaks: one identity a person, document or body across the article.
//!
//! [`Speakers`] reads the article's people once ([`super::people`]) and remembers who spoke. A source is then looked up
//! by its words: a pronoun takes the likeliest fitting person before it, a surname its full name, "the minister" the
//! person with that role, "the ministry" the ministry that was named. What can't be looked up stays what it is: a
//! role, a document, an organisation, or somebody anonymous.

use super::lexicon;
use super::names;
use super::people::{self, Named};
use super::rules::{Found, How};
use super::words::{Words, determiner};
use crate::report::{Event, Quotation, SourceCount, Speaker, SpeakerKind};
use crate::text::{Reading, Shape};
use std::collections::HashMap;
use std::ops::Range;

/// How far back a pronoun looks, in tokens.
const NEAR: usize = 250;
/// How far back a description looks for a speaker it can mean, in tokens.
const SAME_TOPIC: usize = 200;

/// What a source was resolved to.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    /// Who speaks.
    pub speaker: Speaker,
    /// How that was found, as half a sentence; empty where the source's own words say it.
    pub how: String,
    person: Option<usize>,
}

/// Somebody who spoke, and where.
#[derive(Debug)]
struct Turn {
    /// The first token of the source, or of the words where no source is named.
    at: usize,
    event: Event,
    who: Resolved,
}

/// The people of an article and who has spoken so far.
pub struct Speakers<'w, 'r, 'a> {
    w: &'w Words<'r, 'a>,
    named: Named,
    turns: Vec<Turn>,
    /// The first token of the first labelled turn.
    talk: Option<usize>,
}

impl<'w, 'r, 'a> Speakers<'w, 'r, 'a> {
    /// Reads the people of an article.
    pub fn read(w: &'w Words<'r, 'a>) -> Self {
        Self { w, named: Named::read(w), turns: Vec::new(), talk: None }
    }

    /// Resolves the source of the next relation; relations come in the order of their contents.
    pub fn resolve(&mut self, f: &Found) -> Resolved {
        if f.how == How::Label && self.talk.is_none() {
            self.talk = f.source.as_ref().map(|s| s.start);
        }
        let who = self.look_up(f);
        let at = f.source.as_ref().map_or(f.content[0].start, |s| s.start);
        self.turns.push(Turn { at, event: f.event, who: who.clone() });
        who
    }

    /// A source with the whole of a name that it cuts, and of the parentheses that it opens.
    pub fn whole(&self, source: Range<usize>) -> Range<usize> {
        let mut r = source;
        let cut = |at: usize| {
            let m = self.named.within(at.saturating_sub(12)..at).last()?;
            (m.start < at && at < m.end).then_some(*m)
        };
        if let Some(m) = cut(r.start) {
            r.start = m.start;
        }
        if let Some(m) = cut(r.end) {
            r.end = m.end;
        }
        let open = r.clone().filter(|&k| self.w.low(k) == "(").count();
        if open > r.clone().filter(|&k| self.w.low(k) == ")").count() && self.w.low(r.end) == ")" {
            r.end += 1;
        }
        r
    }

    fn look_up(&self, f: &Found) -> Resolved {
        let w = self.w;
        let Some(source) = f.source.clone().filter(|s| !s.is_empty()) else {
            return match &f.cue {
                _ if f.how == How::Free => self.nearby(f.content[0].start),
                Some(cue) => self.participle(cue).unwrap_or_default(),
                None => Resolved::default(),
            };
        };
        let first = w.low(source.start);
        if source.len() == 1 {
            match first {
                "he" | "his" | "him" => return self.pronoun(false, source.start),
                "she" | "her" => return self.pronoun(true, source.start),
                "who" | "that" | "which" => return self.relative(source.start),
                "it" | "its" => return self.group(source.start, false),
                "they" | "their" => return self.group(source.start, true),
                "i" | "we" | "you" | "my" | "our" | "me" => return Resolved::default(),
                _ => {}
            }
        }
        if matches!(first, "who" | "which" | "whose") {
            return self.relative(source.start);
        }
        if matches!(w.low(source.end - 1), "former" | "latter") {
            return coordinated(&self.named, w, &source).unwrap_or_default();
        }
        let mut source = source;
        if source.len() > 1 && matches!(w.low(source.end - 1), "who" | "which" | ",") {
            source.end -= 1;
        }
        // The name before the comma of an apposition that was taken for the whole source.
        if source.start > 1
            && w.low(source.start - 1) == ","
            && (determiner(first) || names::is_title(first))
            && matches!(w.low(source.end), ",")
            && let Some(m) = self.named.ending(source.start - 1)
            && !w.in_marks(m.start)
        {
            return self.person(m.person, "the name stands before the apposition".into());
        }
        if f.how == How::Label {
            return self.label(&source);
        }
        self.described(&source, true)
    }

    /// "Ann Lee, despite admitting that …", "After saying that …, she": whoever is the subject beside a participle.
    fn participle(&self, cue: &Range<usize>) -> Option<Resolved> {
        let w = self.w;
        if lexicon::verb(w.low(cue.start)).is_none_or(|v| v.1 != lexicon::Form::Ing) {
            return None;
        }
        let s = w.reading.sentences.get(self.sentence(cue.start))?.tokens();
        let outside = |m: &&people::Mention| m.subject && !w.in_marks(m.start);
        let opens = (s.start..cue.start).all(|k| {
            !w.is_word(k)
                || matches!(w.low(k), "after" | "before" | "while" | "in" | "by" | "when" | "despite" | "without")
        });
        if !opens {
            // Who spoke earlier in the sentence goes on.
            let near = self.turns.iter().rev().take(4).find(|t| t.at >= s.start && t.at < cue.start);
            if let Some(t) = near.filter(|t| t.who.speaker.name.is_some()) {
                let name = t.who.speaker.name.as_deref().unwrap_or_default();
                return Some(Resolved { how: format!("{name} goes on speaking"), ..t.who.clone() });
            }
            return self.named.within(s.start..cue.start).iter().find(outside).map(|m| self.subject(m));
        }
        // The subject stands behind the comma that ends the opening clause.
        let comma = (cue.end..s.end.min(cue.end + 60))
            .filter(|&k| w.low(k) == "," || w.pair_at(k).is_some_and(|p| p.close as usize == k));
        let subject = comma
            .map(|k| k + 1)
            .find(|&k| matches!(w.low(k), "he" | "she") || self.named.within(k..k + 1).iter().any(|m| outside(&m)))?;
        if let x @ ("he" | "she") = w.low(subject) {
            return Some(self.pronoun(x == "she", subject));
        }
        self.named.within(subject..subject + 1).first().map(|m| self.subject(m))
    }

    /// The subject of the sentence as the speaker.
    fn subject(&self, m: &people::Mention) -> Resolved {
        let name = &self.named.people[m.person].name;
        self.person(m.person, format!("{name} is the subject of the sentence"))
    }

    fn person(&self, p: usize, how: String) -> Resolved {
        let x = &self.named.people[p];
        Resolved {
            speaker: Speaker { name: Some(x.name.clone()), role: x.role.clone(), kind: SpeakerKind::Person },
            how,
            person: Some(p),
        }
    }

    fn words(&self, r: Range<usize>) -> String {
        self.w.reading.slice(self.w.reading.span_of(r)).to_owned()
    }

    /// The last turn that counts as speech.
    fn last(&self) -> Option<&Turn> {
        self.turns.iter().rev().take(24).find(|t| t.event == Event::Speech)
    }

    fn sentence(&self, at: usize) -> usize {
        self.w.reading.tokens.get(at).and_then(|t| self.w.reading.sentence_at(t.start)).unwrap_or(0)
    }

    /// "He", "she": of the people named before, the one who fits by gender, place and part in the talk.
    fn pronoun(&self, female: bool, at: usize) -> Resolved {
        let word = if female { "she" } else { "he" };
        let here = self.sentence(at);
        let last = self.last();
        // Whom somebody else's words name is seldom meant outside them.
        let pair = self.w.quoted.get(at).copied().unwrap_or(0);
        let apart = |k: usize| self.w.in_marks(k) && self.w.quoted[k] != pair;
        let mut best: Option<(i32, usize)> = None;
        for (nth, m) in self.named.within(at.saturating_sub(NEAR)..at).iter().rev().take(24).enumerate() {
            let known = self.named.people[m.person].female;
            if known.is_some_and(|f| f != female) {
                continue;
            }
            let back = (here - self.sentence(m.start).min(here)) as i32;
            let mut score = -2 * back.min(5) - nth.min(6) as i32 / 2;
            score += if known.is_some() { 4 } else { 0 };
            score += if m.subject { 2 } else { 0 };
            score -= i32::from(m.owner);
            score -= if apart(m.start) { 6 } else { 0 };
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, m.person));
            }
        }
        // Whoever spoke last goes on unless somebody fits clearly better; less so once somebody else is the subject.
        if let Some(l) = last.filter(|l| at.saturating_sub(l.at) < SAME_TOPIC)
            && let Some(p) = l.who.person
            && self.named.people[p].female.is_none_or(|f| f == female)
        {
            let known = self.named.people[p].female.is_some();
            let back = (here - self.sentence(l.at).min(here)) as i32;
            let changed = self.named.within(l.at + 1..at).iter().any(|m| {
                m.subject
                    && m.person != p
                    && !apart(m.start)
                    && self.named.people[m.person].female.is_none_or(|f| f == female)
            });
            let score = if changed { 0 } else { 4 } - back.min(5) + if known { 4 } else { 0 };
            if best.is_none_or(|(s, _)| score >= s) {
                best = Some((score, p));
            }
        } else if let Some(l) = last.filter(|l| at.saturating_sub(l.at) < NEAR)
            && l.who.person.is_none()
            && l.who.speaker.name.is_some()
            && (l.who.speaker.kind == SpeakerKind::Role
                || l.who.speaker.kind == SpeakerKind::Anonymous && Self::one(l)
                || l.who.speaker.kind == SpeakerKind::Unknown)
            && best.is_none_or(|(s, _)| s < 3)
        {
            return Resolved { how: format!("“{word}” goes on from the speaker before"), ..l.who.clone() };
        }
        match best {
            Some((_, p)) => {
                self.person(p, format!("“{word}” is taken for {}, named before", self.named.people[p].name))
            }
            None => Resolved::default(),
        }
    }

    /// Whether a turn's source is one person: "a", "an" or "one" stands before it.
    fn one(t: &Turn) -> bool {
        let name = t.who.speaker.name.as_deref().unwrap_or_default();
        let mut words = name.split(' ').map(str::to_lowercase);
        let first = words.next().unwrap_or_default();
        matches!(first.as_str(), "a" | "an" | "one" | "another")
            && !words.next_back().is_some_and(|x| names::is_body(&x))
    }

    /// "They", "it": the body, document or group that spoke last, or an organisation named before.
    fn group(&self, at: usize, plural: bool) -> Resolved {
        let fits = |k: SpeakerKind| match k {
            SpeakerKind::Organisation => true,
            SpeakerKind::Document => !plural,
            SpeakerKind::Anonymous | SpeakerKind::Unknown => plural,
            SpeakerKind::Person | SpeakerKind::Role => false,
        };
        let word = if plural { "they" } else { "it" };
        self.turns
            .iter()
            .rev()
            .take(4)
            .find(|t| at.saturating_sub(t.at) < SAME_TOPIC && fits(t.who.speaker.kind) && t.who.speaker.name.is_some())
            .map_or_else(Resolved::default, |t| Resolved {
                how: format!("“{word}” goes on from the speaker before"),
                ..t.who.clone()
            })
    }

    /// "Who", "which": what stands before it.
    fn relative(&self, at: usize) -> Resolved {
        let w = self.w;
        let mut end = at;
        while end > 0 && matches!(w.low(end - 1), "," | "(" | ")" | "of" | "whom" | "--" | "—" | "–" | "-") {
            end -= 1;
        }
        if let Some(m) = self.named.ending(end).filter(|m| !m.owner) {
            let name = &self.named.people[m.person].name;
            return self.person(m.person, format!("“{}” refers to {name}", w.low(at)));
        }
        let mut start = end;
        let mut near = None;
        while start > 0 && end - start < 14 && (w.is_word(start - 1) || w.low(start - 1) == "." && !w.breaks(start)) {
            let x = w.low(start - 1);
            let clause = lexicon::is_aux(x) || lexicon::parts_clauses(x) || lexicon::is_pronoun(x);
            if clause || lexicon::verb(x).is_some_and(|v| v.1 != lexicon::Form::Base) && !w.capital(start - 1) {
                break;
            }
            start -= 1;
            if determiner(x) {
                near = near.or(Some(start));
                if !lexicon::is_preposition(w.low(start.saturating_sub(1))) {
                    break;
                }
            }
        }
        while start < end && (lexicon::is_preposition(w.low(start)) || matches!(w.low(start), "and" | ".")) {
            start += 1;
        }
        if start >= end {
            return Resolved::default();
        }
        // "A word from the minister, who": the nearest that can be a "who".
        let r = near
            .filter(|_| w.low(at) == "who")
            .map(|n| self.described(&(n..end), true))
            .filter(|r| matches!(r.speaker.kind, SpeakerKind::Person | SpeakerKind::Role | SpeakerKind::Anonymous))
            .unwrap_or_else(|| self.described(&(start..end), true));
        let name = r.speaker.name.clone().unwrap_or_default();
        Resolved { how: format!("“{}” refers to {name}", w.low(at)), ..r }
    }

    /// The speaker of words without a cue: who spoke or was spoken of in the sentence before.
    fn nearby(&self, at: usize) -> Resolved {
        let here = self.sentence(at);
        let before = here.checked_sub(1).and_then(|s| self.w.reading.sentences.get(s)).map_or(0, |s| s.first as usize);
        // The sentence before reports what somebody said or thought: the words are theirs.
        let turn = self.turns.iter().rev().take(4).find(|t| t.who.speaker.name.is_some());
        if let Some(t) = turn.filter(|t| t.at >= before && at - t.at.min(at) < SAME_TOPIC) {
            let name = t.who.speaker.name.as_deref().unwrap_or_default();
            return Resolved { how: format!("the sentence before tells what {name} said or thought"), ..t.who.clone() };
        }
        let people = self.named.within(before..at);
        let subject = people.iter().find(|m| m.subject && !self.w.in_marks(m.start));
        if let Some(m) = subject.or_else(|| people.iter().rev().find(|m| !self.w.in_marks(m.start)))
            && at - m.start < 60
        {
            let name = &self.named.people[m.person].name;
            return self.person(m.person, format!("the speaker is taken to be {name}, named just before"));
        }
        self.last().filter(|l| at - l.at.min(at) < SAME_TOPIC).map_or_else(Resolved::default, |l| Resolved {
            how: "the speaker is taken from the quotation before".into(),
            ..l.who.clone()
        })
    }

    /// The name on a label: a person unless its words say otherwise.
    fn label(&self, source: &Range<usize>) -> Resolved {
        let w = self.w;
        if matches!(w.low(source.start), "q" | "a") && source.len() == 1 {
            let mut before = self.named.within(0..self.talk.unwrap_or(0)).iter().map(|m| m.person);
            let one = before.next().filter(|p| before.all(|x| x == *p));
            if let Some(p) = one.filter(|_| w.low(source.start) == "a") {
                return self.person(
                    p,
                    format!("{} is the one person named before the first question", self.named.people[p].name),
                );
            }
            let role = if w.low(source.start) == "q" { "interviewer" } else { "interviewee" };
            let speaker =
                Speaker { name: Some(self.words(source.clone())), role: Some(role.into()), kind: SpeakerKind::Role };
            return Resolved { speaker, ..Resolved::default() };
        }
        let r = self.described(source, true);
        if r.person.is_some() {
            return r;
        }
        let last = (source.start..source.end).rev().find(|&k| w.is_word(k)).unwrap_or(source.start);
        if source.len() <= 2
            && let Some(p) = self.named.by_name(w.low(last))
        {
            return self.person(p, format!("the article names the speaker in full as {}", self.named.people[p].name));
        }
        let body = source.clone().any(|k| names::is_organisation(w.low(k)) || names::is_title(w.low(k)));
        if body || r.speaker.kind == SpeakerKind::Document {
            return r;
        }
        Resolved {
            speaker: Speaker { name: Some(self.words(source.clone())), role: None, kind: SpeakerKind::Person },
            ..Resolved::default()
        }
    }

    /// Who is meant by a noun phrase; `coref` where it may also go back to what was named before.
    fn described(&self, source: &Range<usize>, coref: bool) -> Resolved {
        let w = self.w;
        let named = &self.named;
        let inside = named.within(source.clone());
        // The head stands before "of", "for", "who" and before the comma of an apposition.
        let head = source
            .clone()
            .skip(1)
            .find(|&k| {
                // Adjectives that stand behind their noun end the head too: "a person familiar with the talks".
                // "Secretary of State Ann Lee": the "of" belongs to the title before the name.
                let title = w.low(k) == "of"
                    && names::is_title(w.low(k - 1))
                    && inside.iter().any(|m| {
                        m.start > k + 1 && (k + 1..m.start).all(|x| w.capital(x) || matches!(w.low(x), "the" | "."))
                    });
                lexicon::is_preposition(w.low(k)) && !title
                    || matches!(w.low(k), "," | "who" | "which" | "(" | "whose" | "that")
                    || matches!(w.low(k), "familiar" | "close" | "briefed" | "involved" | "knowledgeable")
                    || matches!(
                        w.low(k),
                        "filed"
                            | "released"
                            | "published"
                            | "issued"
                            | "posted"
                            | "obtained"
                            | "conducted"
                            | "sent"
                            | "written"
                            | "signed"
                            | "leaked"
                            | "seen"
                            | "surveyed"
                            | "polled"
                            | "interviewed"
                    )
            })
            .unwrap_or(source.end);
        let own = self.words(source.clone());
        let full = |p: usize| {
            let name = named.people[p].name.as_str();
            let how = if own.contains(name) {
                String::new()
            } else {
                format!("the article names the speaker in full as {name}")
            };
            self.person(p, how)
        };
        let free = |k: usize| k == source.start || !lexicon::is_preposition(w.low(k - 1)) && w.low(k - 1) != "'s";
        // The name is the head, or stands in apposition to it: "a spokeswoman, Kari Holm".
        let open = lexicon::is_preposition(w.low(source.start)) || lexicon::is_time(w.low(source.start));
        let clear = |k: usize| k == source.start || !lexicon::is_preposition(w.low(k - 1));
        let hit = inside.iter().find(|m| !m.owner && m.end >= head && m.start < head && clear(m.start)).or_else(|| {
            let comma = |m: &&people::Mention| {
                let s = (source.start..m.start).rev().take(5).find(|&k| w.low(k) == ",");
                s.is_some_and(|s| {
                    (s + 1..m.start)
                        .all(|k| names::is_title(w.low(k)) || determiner(w.low(k)) || w.capital(k) || w.low(k) == ".")
                })
            };
            let after = inside.iter().filter(|m| !m.owner && m.start > head && free(m.start)).find(comma);
            // "One of the family's lawyers, Kari Holm".
            let one = w.low(source.start) == "one" && w.low(source.start + 1) == "of";
            after.filter(|m| open || one || names::is_title(w.low(head - 1)) || m.start <= head + 4)
        });
        if let Some(m) = hit.or_else(|| {
            let seat = inside.iter().find(|m| !m.owner && m.start == source.start);
            seat.filter(|m| !w.capital(m.end) && !names::is_body(w.low(m.end)) && m.end >= head)
        }) {
            return full(m.person);
        }
        let last = w.low(head.saturating_sub(1)).to_owned();
        let first = w.low(source.start);
        let plain = |kind, name: String| Resolved {
            speaker: Speaker { name: Some(name), role: None, kind },
            ..Resolved::default()
        };
        if names::is_document(&last) {
            let stop = source.clone().find(|&k| w.low(k) == ",").unwrap_or(source.end);
            return plain(SpeakerKind::Document, self.words(source.start..stop));
        }
        let short = head - source.start == 1;
        if let Some((at, name)) = named.body(head - 1, source)
            && (names::is_sort(&last) || at.end > head)
        {
            return plain(SpeakerKind::Organisation, name.to_owned());
        }
        // "Citizens for Fair Taxes": what "for" joins in capitals is a name.
        if w.capital(head - 1)
            && matches!(w.low(head), "for" | "of" | "against")
            && head + 1 < source.end
            && w.capital(head + 1)
            && names::is_people(&last)
            && w.reading.tokens[source.start].is_capital()
            && !matches!(first, "some" | "many" | "most" | "the")
        {
            let mut end = head + 2;
            while end < source.end && w.capital(end) {
                end += 1;
            }
            return plain(SpeakerKind::Organisation, self.words(source.start..end));
        }
        if let Some(long) = named.long_form(&last).filter(|_| head - source.start <= 2) {
            let how = format!("the article names the speaker in full as {long}");
            return Resolved { how, ..plain(SpeakerKind::Organisation, long.to_owned()) };
        }
        let definite = matches!(first, "the" | "this" | "that") && head > source.start + 1;
        if definite && coref {
            let found = if head == source.end {
                self.again(source, &last, &own)
            } else {
                let by = named.by_role(w, source.start..head).filter(|_| names::is_title(&last));
                by.map(|p| self.person(p, format!("“{own}” is {}, whom the article names", named.people[p].name)))
            };
            if let Some(r) = found {
                return r;
            }
        }
        // A surname that the article only later, or elsewhere, gives in full.
        let single = short || matches!(first, "mr" | "mrs" | "ms" | "dr");
        if single
            && w.capital(head - 1)
            && !names::is_organisation(&last)
            && let Some(p) = named.by_name(&last)
        {
            return full(p);
        }
        let capitals = (source.start..head).any(|k| {
            // The capital that opens a sentence tells nothing of a phrase that goes on in lower case.
            w.capital(k) && !(k == source.start && head > source.start + 1 && !w.capital(k + 1))
        });
        let counted = w.reading.tokens[source.start].shape == Shape::Number
            || w.reading.tokens.get(source.start + 1).is_some_and(|t| t.shape == Shape::Number) && !capitals;
        let about = matches!(
            first,
            "nearly"
                | "almost"
                | "about"
                | "more"
                | "fewer"
                | "half"
                | "roughly"
                | "one"
                | "those"
                | "just"
                | "only"
                | "over"
                | "under"
                | "around"
                | "two"
                | "three"
                | "four"
                | "five"
                | "dozens"
                | "hundreds"
                | "thousands"
        ) && !source.clone().any(|k| names::is_title(w.low(k)) && k + 1 == head);
        let singular = last.strip_suffix('s').unwrap_or(&last);
        let agent = w.reading.tokens[head - 1].shape == Shape::Lower && names::is_agent(&last);
        let plural = last != singular && names::is_title(singular) || names::is_people(&last);
        let crowd = w.reading.tokens[head - 1].shape == Shape::Lower
            && last.ends_with('s')
            && last.len() > 4
            && !last.ends_with("ss")
            && !names::is_body(&last)
            && !names::is_body(singular)
            && !definite;
        if plural
            || counted
            || about
            || crowd && !capitals
            || (names::is_title(&last) || agent) && matches!(first, "a" | "an" | "one" | "some" | "another" | "several")
            || matches!(first, "some" | "many" | "critics" | "sources" | "several" | "people" | "others" | "most")
        {
            return plain(SpeakerKind::Anonymous, own);
        }
        if (names::is_title(&last) || names::is_kin(&last) || agent) && w.reading.tokens[head - 1].shape != Shape::Upper
        {
            return Resolved {
                speaker: Speaker { name: Some(own.clone()), role: Some(own), kind: SpeakerKind::Role },
                ..Resolved::default()
            };
        }
        if names::is_body(&last) || names::is_body(singular) || capitals {
            let start = source.start + usize::from(matches!(first, "the" | "a" | "an"));
            let one = head.saturating_sub(start) == 1;
            let given = source
                .clone()
                .find(|&k| w.capital(k))
                .is_some_and(|k| names::first_name(w.low(k)).is_some() && w.capital(k + 1));
            // A lone capital that no list knows is most often a person known by one name.
            let person = capitals
                && first != "the"
                && !names::is_organisation(&last)
                && !names::camel(w.reading.word(head - 1))
                && w.reading.tokens[head - 1].shape == Shape::Title
                && (one || given);
            let kind = if person { SpeakerKind::Person } else { SpeakerKind::Organisation };
            let end = head.max(start + 1).min(source.end);
            if start >= end {
                return plain(SpeakerKind::Unknown, own);
            }
            return plain(kind, self.words(start..end));
        }
        plain(SpeakerKind::Unknown, own)
    }

    /// "The minister", "the ministry", "the official", "the 34-year-old": somebody or something that was named before.
    fn again(&self, source: &Range<usize>, head: &str, own: &str) -> Option<Resolved> {
        let w = self.w;
        let old = source.clone().any(|k| w.low(k).ends_with("-year-old"));
        let party = matches!(head, "republican" | "democrat" | "conservative" | "liberal");
        if names::is_title(head) || old || party {
            if let Some(p) = self.named.by_role(w, source.clone()) {
                let name = &self.named.people[p].name;
                return Some(self.person(p, format!("“{own}” is {name}, whom the article names")));
            }
            let near = self
                .turns
                .iter()
                .rev()
                .take(3)
                .find(|t| t.event == Event::Speech && source.start.saturating_sub(t.at) < SAME_TOPIC)?;
            // "A senior official … the official": the same nobody in particular.
            if near.who.speaker.kind == SpeakerKind::Anonymous
                && near.who.speaker.name.as_ref().is_some_and(|n| n.to_lowercase().split(' ').any(|x| x == head))
            {
                return Some(Resolved {
                    how: format!("“{own}” goes on from the speaker before"), ..near.who.clone()
                });
            }
            // A description that no one else bears stands for the speaker, to spare the name.
            let p = near.who.person.filter(|_| source.len() > 2 || old)?;
            let x = &self.named.people[p];
            let other = x.titles.iter().any(|t| names::is_title(t)) && !x.titles.contains(names::whole_title(head));
            return (!other || old)
                .then(|| self.person(p, format!("“{own}” is taken for {}, who spoke before", x.name)));
        }
        if matches!(head, "person" | "source" | "man" | "woman" | "official") {
            let near = self.turns.iter().rev().take(4).find(|t| t.who.speaker.kind == SpeakerKind::Anonymous)?;
            return near
                .who
                .speaker
                .name
                .as_ref()
                .is_some_and(|n| n.to_lowercase().split(' ').any(|x| x == head))
                .then(|| Resolved { how: format!("“{own}” goes on from the speaker before"), ..near.who.clone() });
        }
        if names::is_sort(head) && !(source.start + 1..source.end - 1).any(|k| w.capital(k)) {
            let name = self.named.by_sort(head, source.start)?.to_owned();
            return Some(Resolved {
                how: format!("“{own}” is {name}, named before"),
                speaker: Speaker { name: Some(name), role: None, kind: SpeakerKind::Organisation },
                person: None,
            });
        }
        None
    }
}

/// "The former … the latter": of the two that the sentence before joins by "and", or of what each of them issued.
fn coordinated(named: &Named, w: &Words, source: &Range<usize>) -> Option<Resolved> {
    let former = w.low(source.end - 1) == "former";
    let here = w.reading.sentence_at(w.reading.tokens[source.start].start)?;
    let look = |s: usize| -> Option<Resolved> {
        let s = w.reading.sentences.get(s)?.tokens();
        let end = s.end.min(source.start);
        let and = (s.start + 1..end.saturating_sub(1)).find(|&k| {
            w.low(k) == "and" && w.capital(k - 1) && (w.capital(k + 1) || w.low(k + 1) == "the" && w.capital(k + 2))
        })?;
        let mut a = and - 1;
        while a > s.start && w.capital(a - 1) && !lexicon::opens_sentence(w.low(a - 1)) {
            a -= 1;
        }
        let mut b0 = and + 1;
        if w.low(b0) == "the" {
            b0 += 1;
        }
        let b = b0..people::run_end(w, b0);
        let name = if former { a..and } else { b.clone() };
        let article = w.low(name.start.saturating_sub(1)) == "the" || w.low(name.start) == "the";
        let who = w.reading.slice(w.reading.span_of(name));
        // What the two issued: a plural that names documents, with the words that describe it.
        let plural =
            (b.end..end).find(|&k| w.low(k).ends_with('s') && names::is_document(w.low(k)) && w.low(k).len() > 4);
        let speaker = if let Some(d) = plural {
            let mut n = d;
            while n > b.end
                && d - n < 6
                && w.reading.tokens[n - 1].is_word()
                && !w.low(n - 1).ends_with("ed")
                && !lexicon::is_preposition(w.low(n - 1))
                && !lexicon::opens_sentence(w.low(n - 1))
                && lexicon::verb(w.low(n - 1)).is_none()
                && !w.low(n - 1).ends_with("ly")
            {
                n -= 1;
            }
            let own = w.reading.slice(w.reading.span_of(n..d + 1));
            let own = own
                .strip_suffix("ies")
                .map_or_else(|| own.strip_suffix('s').unwrap_or(own).to_owned(), |x| format!("{x}y"));
            let name = if article { format!("the {who} {own}") } else { format!("{who}'s {own}") };
            Speaker { name: Some(name), role: None, kind: SpeakerKind::Document }
        } else {
            let token = if former { a } else { b.start };
            let here = named.within(token..token + 6);
            if let Some(m) = here.first().filter(|m| m.start < if former { and } else { b.end }) {
                let x = &named.people[m.person];
                let how =
                    format!("“the {}” is {} in the sentence before", if former { "former" } else { "latter" }, x.name);
                let speaker = Speaker { name: Some(x.name.clone()), role: x.role.clone(), kind: SpeakerKind::Person };
                return Some(Resolved { speaker, how, person: Some(m.person) });
            }
            let organisation = who.split(' ').any(|x| names::is_organisation(&x.to_lowercase()));
            Speaker {
                name: Some(who.to_owned()),
                role: None,
                kind: if organisation { SpeakerKind::Organisation } else { SpeakerKind::Person },
            }
        };
        let how = format!(
            "“the {}” is {} in the sentence before",
            if former { "former" } else { "latter" },
            speaker.name.as_deref().unwrap_or("")
        );
        Some(Resolved { speaker, how, person: None })
    };
    look(here).or_else(|| look(here.checked_sub(1)?))
}

/// Counts who is quoted, most words first.
pub fn count(reading: &Reading, quotations: &[Quotation]) -> Vec<SourceCount> {
    let mut out: Vec<SourceCount> = Vec::new();
    // "Police" at the head of a sentence is "police".
    let mut index: HashMap<(Option<String>, u8), usize> = HashMap::new();
    for q in quotations.iter().filter(|q| q.is_shown()) {
        let words: u32 = q.content.iter().map(|s| reading.slice(*s).split_whitespace().count() as u32).sum();
        let name = q.speaker.name.as_deref().map(|n| {
            let low = n.to_lowercase();
            match low.strip_prefix("the ") {
                Some(rest) => rest.to_owned(),
                None => low,
            }
        });
        let key = (name, q.speaker.kind as u8);
        let k = *index.entry(key).or_insert_with(|| {
            out.push(SourceCount { speaker: q.speaker.clone(), ..SourceCount::default() });
            out.len() - 1
        });
        let c = &mut out[k];
        c.quotations += 1;
        c.words += words;
        c.ids.push(q.id.clone());
        if c.speaker.role.is_none() {
            c.speaker.role.clone_from(&q.speaker.role);
        }
    }
    out.sort_by_key(|c| std::cmp::Reverse(c.words));
    out
}
