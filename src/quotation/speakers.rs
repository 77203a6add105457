//! Who speaks: one identity a person, document or body across the article.
//!
//! [`Speakers`] reads the article's people once ([`super::people`]) and remembers who spoke. A source is then looked up
//! by its words: a pronoun takes the likeliest fitting person before it, a surname its full name, "the minister" the
//! person with that role, "the ministry" the ministry that was named. What can't be looked up stays what it is: a
//! role, a document, an organisation, or somebody anonymous.

mod again;
mod coordinated;
mod count;
mod described;
mod shared;
mod unnamed;

pub use count::count;

use super::lexicon::{self, Class, Form};
use super::names;
use super::people::{self, Named};
use super::rules::{Found, How};
use super::words::{Words, determiner};
use crate::report::{Event, Speaker, SpeakerKind};
use crate::text::Shape;
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

impl Resolved {
    /// Somebody whom the words themselves name.
    pub fn as_written(speaker: Speaker) -> Self {
        Self { speaker, ..Self::default() }
    }

    /// Somebody whom the words themselves don't name; `how` tells why it is them, as half a sentence.
    pub fn taken(speaker: Speaker, how: String) -> Self {
        Self { speaker, how, person: None }
    }

    /// A body whose name the words themselves don't tell.
    fn body(name: String, how: String) -> Self {
        Self::taken(Speaker { name: Some(name), role: None, kind: SpeakerKind::Organisation }, how)
    }

    /// Whoever is known by their function alone.
    fn function(words: String) -> Self {
        Self::as_written(Speaker { name: Some(words.clone()), role: Some(words), kind: SpeakerKind::Role })
    }
}

/// Somebody who spoke, and where.
#[derive(Debug)]
struct Turn {
    /// The first token of the source, or of the words where no source is named.
    at: usize,
    /// The pieces of the content.
    content: Vec<Range<usize>>,
    event: Event,
    /// It is a question, so that whoever speaks next is most often somebody else.
    asks: bool,
    who: Resolved,
}

impl Turn {
    /// The token after all that belongs to it.
    fn end(&self) -> usize {
        self.content.last().map_or(self.at, |c| c.end.max(self.at))
    }

    fn tells(&self, k: usize) -> bool {
        self.content.iter().any(|c| c.contains(&k))
    }

    /// The same speaker, called by other words.
    fn again(&self, own: &str) -> Resolved {
        let name = self.who.speaker.name.as_deref().unwrap_or_default();
        Resolved { how: format!("“{own}” is {name}, which spoke before"), ..self.who.clone() }
    }
}

/// The people of an article and who has spoken so far.
pub struct Speakers<'w, 'r, 'a> {
    w: &'w Words<'r, 'a>,
    named: Named,
    turns: Vec<Turn>,
    /// The first token of the first labelled turn.
    talk: Option<usize>,
    /// Who answers the questions of an interview, once it is asked for.
    interviewee: Option<Resolved>,
}

impl<'w, 'r, 'a> Speakers<'w, 'r, 'a> {
    /// Reads the people of an article.
    pub fn read(w: &'w Words<'r, 'a>) -> Self {
        Self { w, named: Named::read(w), turns: Vec::new(), talk: None, interviewee: None }
    }

    /// Resolves the source of the next relation; relations come in the order of their contents.
    pub fn resolve(&mut self, f: &Found) -> Resolved {
        if f.how == How::Label && self.talk.is_none() {
            self.talk = f.source.as_ref().map(|s| s.start);
        }
        if f.how == How::Answer && self.interviewee.is_none() {
            self.interviewee = Some(self.interviewed(f.content[0].start));
        }
        let who = self.look_up(f);
        let at = f.source.as_ref().map_or(f.content[0].start, |s| s.start);
        let who = self.whole_body(who);
        let asks =
            f.cue.as_ref().is_some_and(|c| c.clone().any(|k| matches!(self.w.low(k), "asked" | "asks" | "wondered")))
                || who.person.is_none()
                    && f.source.as_ref().is_some_and(|s| {
                        s.clone()
                            .any(|k| matches!(self.w.low(k), "questioner" | "interviewer" | "moderator" | "reporter"))
                    });
        // "Asked whether he would go, Ann Lee said": nobody has spoken yet.
        let unasked = asks && f.source.is_none() && f.cue.as_ref().is_some_and(|c| self.w.opens_sentence(c.start));
        if !unasked {
            self.turns.push(Turn { at, content: f.content.clone(), event: f.event, asks, who: who.clone() });
        }
        who
    }

    /// "Air Force" after "Holm's Air Force" is the same body, if one alone is called so.
    fn whole_body(&self, who: Resolved) -> Resolved {
        let Some(name) = who.speaker.name.as_deref().filter(|_| who.speaker.kind == SpeakerKind::Organisation) else {
            return who;
        };
        let longer = |t: &&Turn| {
            let n = t.who.speaker.name.as_deref().unwrap_or_default();
            let cut = n.len().saturating_sub(name.len());
            t.who.speaker.kind == SpeakerKind::Organisation
                && cut > 1
                && n.get(cut..).is_some_and(|x| x.eq_ignore_ascii_case(name))
                && n.as_bytes()[cut - 1] == b' '
        };
        let mut of = self.turns.iter().rev().take(24).filter(longer);
        let Some(t) = of.next() else { return who };
        if of.any(|x| x.who.speaker.name != t.who.speaker.name) {
            return who;
        }
        t.again(name)
    }

    /// "Ann Lee was asked whether", "was praised as": whoever stands before such a cue doesn't speak its words.
    fn hears(&self, f: &Found) -> bool {
        let Some((source, cue)) = f.source.as_ref().zip(f.cue.as_ref()) else { return false };
        let w = self.w;
        if w.low(cue.end - 1) == "heard" && super::rules::is_court(w, f) {
            return true;
        }
        let done = |k: usize| {
            let heard = !matches!(w.low(k), "quoted" | "cited" | "recorded" | "overheard" | "convinced");
            heard
                && lexicon::verb(w.low(k))
                    .is_some_and(|v| matches!(v.0, Class::Tell | Class::Judge) && v.1 == Form::Past)
        };
        let Some(verb) = cue.clone().find(|&k| done(k)) else { return false };
        let mut group = (source.end..verb).rev().take(4).take_while(|&k| lexicon::in_verb_group(w.low(k)));
        let be = group.find(|&k| lexicon::is_be(w.low(k)));
        f.event == Event::Speech && source.end <= cue.start && be.is_some()
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
        // "St." is cut before the name.
        let back = |n: usize| r.start.checked_sub(n).map_or("", |k| self.w.low(k));
        if matches!(back(1), "st." | "saint") {
            r.start -= 1;
        } else if back(1) == "." && back(2) == "st" {
            r.start -= 2;
        }
        if let Some(m) = cut(r.end) {
            r.end = m.end;
        }
        // "Fort | Worth Police Department", "the Haddon | administration".
        let body = self.named.body(r.start, &(r.start.saturating_sub(8)..r.start + 1));
        let goes_on = self.w.capital(r.start) && !lexicon::is_pronoun(self.w.low(r.start));
        if let Some((b, _)) = body.filter(|(b, _)| goes_on && self.w.is_name(b.start)) {
            r.start = b.start;
        }
        let next = self.w.low(r.end);
        let held =
            names::is_body(next) || names::is_document(next) && lexicon::verb(next).is_none() || next == "family";
        let person = r.len() <= 1 || self.named.ending(r.end).is_some();
        if held
            && !person
            && self.w.reading.tokens[r.end].shape == Shape::Lower
            && self.w.capital(r.end - 1)
            && !self.w.breaks(r.end)
        {
            r.end += 1;
        }
        // "Boats that analysts say will sink".
        let relative = matches!(self.w.low(r.start), "who" | "whom" | "which" | "that");
        let name = self.named.within(r.start + 1..r.start + 2).first().is_some_and(|m| m.end == r.end);
        if r.len() > 1 && (relative && name || self.w.low(r.start) == "that" && self.w.low(r.end - 1).ends_with('s')) {
            r.start += 1;
        }
        // "Mr." is cut before the name.
        let point = r.end > r.start + 1 && self.w.low(r.end - 1) == ".";
        let title = names::is_title(self.w.low(r.end.saturating_sub(1 + usize::from(point))));
        if title
            && r.len() <= 2
            && let Some(m) = self.named.within(r.end..r.end + 1).first()
        {
            r.end = m.end;
        }
        let open = r.clone().filter(|&k| self.w.low(k) == "(").count();
        if open > r.clone().filter(|&k| self.w.low(k) == ")").count() && self.w.low(r.end) == ")" {
            r.end += 1;
        }
        r
    }

    /// "Tom Berg and | Ann Lee say": a plural verb takes in who stands before the "and".
    pub fn both(&self, f: &Found, source: Range<usize>) -> Range<usize> {
        let w = self.w;
        let plural = f.cue.as_ref().is_some_and(|c| {
            let first = w.low(c.start);
            source.end == c.start
                && (matches!(first, "are" | "were" | "have") || lexicon::verb(first).is_some_and(|v| v.1 == Form::Base))
        });
        let one =
            self.named.within(source.clone()).first().is_some_and(|m| m.start == source.start && m.end == source.end);
        let before = source.start.checked_sub(1).filter(|&k| plural && one && w.low(k) == "and");
        before.and_then(|k| self.named.ending(k)).filter(|m| !m.owner).map_or(source.clone(), |m| m.start..source.end)
    }

    /// "Ann Lee who came by bus said that": whom a clause without a comma parts from the cue.
    pub fn parted(&self, f: &Found) -> Option<Range<usize>> {
        let cue = f.cue.as_ref().filter(|_| f.source.is_none() && f.how != How::Free)?;
        let w = self.w;
        let says = lexicon::verb(w.low(cue.end - 1))
            .is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && matches!(v.1, Form::Past | Form::Third));
        let first = w.reading.sentences.get(self.sentence(cue.start))?.first as usize;
        let m = self.named.within(first..first + 6).first().filter(|m| m.subject && w.low(m.end) == "who")?;
        let plain = !(m.end..cue.start).any(|k| w.in_marks(k) || w.low(k) == ",");
        (says && plain && cue.start > m.end + 2 && f.content[0].start >= cue.end).then_some(first..m.end)
    }

    fn look_up(&self, f: &Found) -> Resolved {
        let w = self.w;
        if self.hears(f) {
            // Before a court the next to be named mostly spoke; before a committee anybody may have.
            let committee = |s: &Range<usize>| s.clone().any(|k| matches!(w.low(k), "committee" | "commission"));
            let open = super::rules::is_court(w, f) && f.source.as_ref().is_some_and(committee);
            return self.beside(f).filter(|_| !open).unwrap_or_default();
        }
        let Some(source) = f.source.clone().filter(|s| !s.is_empty()) else {
            return match &f.cue {
                None if f.how == How::Answer => self.interviewee.clone().unwrap_or_default(),
                None if matches!(f.how, How::Free | How::Loose | How::SetOff) => self.uncued(f),
                _ if f.how == How::Free => self.beside(f).unwrap_or_else(|| self.nearby(f.content[0].start)),
                Some(cue) => self.participle(cue).or_else(|| self.second(cue)).unwrap_or_default(),
                None => Resolved::default(),
            };
        };
        let first = w.low(source.start);
        // "St. Paul" is no short form of "John Paul II".
        if matches!(first, "st" | "st." | "saint") && source.len() <= 4 && w.capital(source.end - 1) {
            let name = Some(w.reading.slice(w.reading.span_of(source)).to_owned());
            return Resolved::as_written(Speaker { name, kind: SpeakerKind::Person, ..Speaker::default() });
        }
        if source.len() == 1 {
            match first {
                "he" | "his" | "him" => return self.pronoun(false, source.start, f.content[0].start > source.start),
                "she" | "her" => return self.pronoun(true, source.start, f.content[0].start > source.start),
                "who" if w.reading.tokens[source.start].shape == Shape::Upper => {}
                "who" | "that" | "which" => return self.relative(source.start),
                "it" | "its" => return self.it(source.start, f),
                "they" | "their" => return self.group(source.start, true),
                "one" | "another" | "both" => {
                    if let Some(of) = self.of_several(source.start, first) {
                        return of;
                    }
                }
                "i" | "we" | "you" | "my" | "our" | "me" => return Resolved::default(),
                _ => {}
            }
        }
        if matches!(first, "who" | "which" | "whose") && w.reading.tokens[source.start].shape != Shape::Upper {
            return self.relative(source.start);
        }
        if matches!(w.low(source.end - 1), "former" | "latter") {
            return coordinated::coordinated(&self.named, w, &source).unwrap_or_default();
        }
        let mut source = source;
        let last = w.reading.tokens[source.end - 1].shape;
        if source.len() > 1 && matches!(w.low(source.end - 1), "who" | "which" | ",") && last != Shape::Upper {
            source.end -= 1;
        }
        // The name before the comma of an apposition that was taken for the whole source.
        if source.start > 1
            && w.low(source.start - 1) == ","
            && (determiner(first) || names::is_title(first))
            && !source.clone().any(|k| w.low(k) == ",")
            && matches!(w.low(source.end), "," | "who" | "which")
            && let Some(r) = self.apposed_to(source.start, w.low(source.end))
        {
            return r;
        }
        if f.how == How::Label {
            return self.label(&source);
        }
        // "One of them", "one, who asked not to be named".
        let one = (first == "one" || first == "another")
            && (w.low(source.end - 1) == "them" && source.len() == 3 || w.low(source.start + 1) == ",");
        if let Some(of) = one.then(|| self.of_several(source.start, "one")).flatten() {
            return of;
        }
        if let Some(p) = self.named.described_at(source.start) {
            return self.person(p, format!("the sentence behind names {}", self.named.people[p].name));
        }
        let r = self.described(&source, true);
        if matches!(first, "his" | "her")
            && source.len() > 1
            && let Some(whose) = self.owned(&r, &source, first == "her")
        {
            return whose;
        }
        let open = matches!(r.speaker.kind, SpeakerKind::Anonymous | SpeakerKind::Role);
        open.then(|| self.apposed(f, source.end)).flatten().unwrap_or(r)
    }

    /// "His office", "her lawyers": with the name of whose they are, where he or she can be told.
    fn owned(&self, r: &Resolved, source: &Range<usize>, female: bool) -> Option<Resolved> {
        let named = matches!(r.speaker.kind, SpeakerKind::Organisation | SpeakerKind::Role | SpeakerKind::Anonymous);
        let own = r.speaker.name.as_deref().filter(|_| named && r.person.is_none())?;
        let rest = own.split_once(' ').filter(|(his, _)| matches!(&*his.to_lowercase(), "his" | "her"))?.1;
        let p = self.pronoun(female, source.start, true).person?;
        let name = Some(format!("{}’s {rest}", self.named.people[p].name));
        let how = format!("“{own}” is taken for that of {}, named before", self.named.people[p].name);
        let role = r.speaker.role.as_ref().map(|_| rest.to_owned());
        Some(Resolved { speaker: Speaker { name, role, kind: r.speaker.kind }, how, person: None })
    }

    /// Whom an apposition behind a name tells more of: "Ann Lee, a mother of two, who", "the Harbour Fund, a local group which".
    /// `start` is its first token, `relative` the word behind it.
    fn apposed_to(&self, start: usize, relative: &str) -> Option<Resolved> {
        let how = "the name stands before the apposition".to_owned();
        if relative != "which" {
            let m = self.named.ending(start - 1).filter(|m| !m.owner && !self.w.in_marks(m.start))?;
            return Some(self.person(m.person, how));
        }
        let near = start.saturating_sub(12)..start - 1;
        let (_, name) = self.named.body(start.checked_sub(2)?, &near).filter(|b| b.0.end == near.end)?;
        let speaker = Speaker { name: Some(name.to_owned()), role: None, kind: SpeakerKind::Organisation };
        Some(Resolved { how, speaker, person: None })
    }

    /// "A sailor, harbour guide Ann Lee, said": the name in the apposition behind a source that was cut before it.
    fn apposed(&self, f: &Found, comma: usize) -> Option<Resolved> {
        let w = self.w;
        let m = self.named.within(comma + 1..comma + 6).first().filter(|m| !m.owner && w.low(comma) == ",")?;
        let plain = |k: usize| w.is_word(k) && !lexicon::is_preposition(w.low(k)) && !lexicon::parts_clauses(w.low(k));
        let role = m.start == comma + 1 || names::is_title(w.low(m.start - 1));
        let closed = matches!(w.low(m.end), "," | "(") && f.cue.as_ref().is_some_and(|c| c.start > m.end);
        (role && closed && (comma + 1..m.start).all(plain))
            .then(|| self.person(m.person, format!("{} is named behind it", self.named.people[m.person].name)))
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

    /// "He", "she": of the people named before, the one who fits by gender, place and part in the talk. Where the
    /// pronoun `leads` its words, it can go back to the head of its own sentence: "Lee's letter cost him votes when he said".
    fn pronoun(&self, female: bool, at: usize, leads: bool) -> Resolved {
        let word = if female { "she" } else { "he" };
        let here = self.sentence(at);
        let first = self.w.reading.sentences.get(here).map_or(0, |s| s.first as usize);
        // Who passes on what the pronoun said is somebody else.
        let last = self.turns.iter().rev().take(24).find(|t| t.event == Event::Speech && !t.tells(at));
        // Whom somebody else's words name is seldom meant outside them.
        let pair = self.w.quoted.get(at).copied().unwrap_or(0);
        let apart = |k: usize| self.w.in_marks(k) && self.w.quoted[k] != pair;
        let fits = |p: usize| self.named.people[p].female.is_none_or(|f| f == female);
        // Nor, without marks, whom somebody who can be meant told of: "Peter Holt said that James Ford … He added".
        let told = |k: usize, p: usize| {
            self.turns
                .iter()
                .rev()
                .take(6)
                .any(|t| !t.asks && t.tells(k) && !t.tells(at) && t.who.person.is_some_and(|q| q != p && fits(q)))
        };
        // "Asked about Peter Holt, he said": whoever is asked about is not asked.
        let asked = matches!(self.w.low(first), "asked" | "pressed" | "questioned" | "quizzed");
        let asker = last.filter(|l| l.asks && !leads).and_then(|l| l.who.person);
        // "Ann Lee asked him why": he is somebody else.
        let other = last.filter(|l| {
            let him = |k: usize| {
                matches!(self.w.low(k), "asked" | "told") && self.w.low(k + 1) == if female { "her" } else { "him" }
            };
            l.asks && (l.at..l.at + 12).any(him)
        });
        let other = other.and_then(|l| l.who.person);
        let mut best: Option<(i32, usize)> = None;
        for (nth, m) in self.named.within(at.saturating_sub(NEAR)..at).iter().rev().take(24).enumerate() {
            if !fits(m.person) || other == Some(m.person) {
                continue;
            }
            let known = self.named.people[m.person].female.is_some();
            let back = (here - self.sentence(m.start).min(here)) as i32;
            if asked && back == 0 && !self.w.in_marks(at) {
                continue;
            }
            // "In an interview with Die Welle, he said".
            let beside = matches!(self.w.low(first), "in" | "speaking" | "talking" | "writing" | "appearing")
                && matches!(self.w.before(m.start), "with" | "to" | "for" | "on");
            if beside && back == 0 && leads {
                continue;
            }
            let mut score = -2 * back.min(5) - nth.min(6) as i32 / 2;
            score += if known { 4 } else { 0 };
            score += if m.subject { 2 } else { 0 };
            score -= i32::from(m.owner);
            // Who asks is seldom who answers.
            score -= if asker == Some(m.person) { 4 } else { 0 };
            if leads && back == 0 && m.start < first + 5 && !self.w.in_marks(m.start) {
                score += if m.subject { 2 } else { 5 };
            }
            if apart(m.start) {
                score -= 6;
            } else if told(m.start, m.person) {
                score -= 4;
            }
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, m.person));
            }
        }
        // Whoever spoke last goes on unless somebody fits clearly better; less so once somebody else is the subject.
        if let Some(l) = last.filter(|l| at.saturating_sub(l.end()) < SAME_TOPIC)
            && let Some(p) = l.who.person
            && fits(p)
            && other != Some(p)
        {
            let known = self.named.people[p].female.is_some();
            let back = (here - self.sentence(l.end().min(at).saturating_sub(1).max(l.at)).min(here)) as i32;
            // The sentence that names the speaker names others beside it: they don't change the subject.
            let after = self.w.reading.sentences.get(self.sentence(l.at)).map_or(l.at, |s| s.last as usize);
            let changed = self.named.within(after.max(l.at + 1)..at.max(after + 1)).iter().any(|m| {
                m.start < at
                    && m.subject
                    && m.person != p
                    && !apart(m.start)
                    && !told(m.start, m.person)
                    && fits(m.person)
            });
            let goes_on = if asker.is_some() {
                -4
            } else if changed || l.asks {
                0
            } else {
                4
            };
            let score = goes_on - back.min(5) + if known { 4 } else { 0 };
            if best.is_none_or(|(s, _)| score >= s) {
                best = Some((score, p));
            }
        } else if let Some(l) = last.filter(|l| at.saturating_sub(l.at) < NEAR)
            && l.who.person.is_none()
            && !l.asks
            && l.who.speaker.name.is_some()
            && (l.who.speaker.kind == SpeakerKind::Role && !Self::many(&l.who.speaker)
                || l.who.speaker.kind == SpeakerKind::Anonymous && Self::one(l)
                || l.who.speaker.kind == SpeakerKind::Unknown && best.is_none())
            && best.is_none_or(|(s, _)| s < 3)
        {
            return Resolved { how: format!("“{word}” goes on from the speaker before"), ..l.who.clone() };
        }
        // Nobody is named near, but "the president" is spoken of.
        let best = best.or_else(|| {
            let from = self.w.reading.sentences.get(here.saturating_sub(2))?.first as usize;
            let the =
                (from.max(at.saturating_sub(100))..at).rev().filter(|&k| self.w.low(k) == "the" && !self.w.in_marks(k));
            the.take(8).find_map(|k| {
                let head = (k + 1..at.min(k + 5))
                    .take_while(|&x| self.w.is_word(x))
                    .find(|&x| names::is_title(self.w.low(x)))?;
                let p = self.named.by_role(self.w, k..head + 1)?;
                fits(p).then_some((0, p))
            })
        });
        match best {
            Some((_, p)) => {
                self.person(p, format!("“{word}” is taken for {}, named before", self.named.people[p].name))
            }
            None => Resolved::default(),
        }
    }

    /// Whether a role is that of several: "prosecutors", "the family's lawyers".
    fn many(s: &Speaker) -> bool {
        let name = s.name.as_deref().unwrap_or_default();
        let head = name.split(' ').take_while(|x| !lexicon::is_preposition(x)).last().unwrap_or_default();
        s.kind == SpeakerKind::Role
            && (head == "spokespeople" || head.strip_suffix('s').is_some_and(|x| names::is_title(&x.to_lowercase())))
    }

    /// Whether a turn's source is one person: "a", "an" or "one" stands before it.
    fn one(t: &Turn) -> bool {
        let name = t.who.speaker.name.as_deref().unwrap_or_default();
        let mut words = name.split(' ').map(str::to_lowercase);
        let first = words.next().unwrap_or_default();
        // "A spokeswoman for the union": what stands before the preposition counts.
        let head = words.take_while(|x| !lexicon::is_preposition(x)).last();
        matches!(first.as_str(), "a" | "an" | "one" | "another") && !head.is_some_and(|x| names::is_body(&x))
    }

    /// "They", "it": the body, document or group that spoke last, or an organisation named before.
    fn group(&self, at: usize, plural: bool) -> Resolved {
        let fits = |s: &Speaker| match s.kind {
            SpeakerKind::Organisation => true,
            SpeakerKind::Document => !plural,
            SpeakerKind::Anonymous | SpeakerKind::Unknown => plural,
            SpeakerKind::Role => plural && Self::many(s),
            SpeakerKind::Person => false,
        };
        // "Ann Lee and Peter Holt".
        let several = |t: &&Turn| {
            plural && t.who.person.is_none() && t.who.speaker.name.as_deref().is_some_and(|n| n.contains(" and "))
        };
        let word = if plural { "they" } else { "it" };
        let near = |t: &&Turn| at.saturating_sub(t.at) < SAME_TOPIC && t.who.speaker.name.is_some();
        let spoke = self.turns.iter().rev().take(4).filter(near).find(|t| fits(&t.who.speaker) || several(t));
        // "Two sailors met. They said": who the sentence before is about is nearer than who spoke earlier.
        let before = self.sentence(at).checked_sub(1).and_then(|s| self.w.reading.sentences.get(s)).map(|s| s.tokens());
        let many = before.filter(|b| plural && spoke.is_none_or(|t| t.end() < b.start) && !self.w.in_marks(b.start));
        let people = |r: &Resolved| {
            let name = r.speaker.name.as_deref().unwrap_or_default();
            (r.speaker.kind == SpeakerKind::Anonymous || Self::many(&r.speaker))
                && (name.contains(' ') || name.ends_with('s') || matches!(name, "Many" | "Some" | "Several" | "Most"))
        };
        if let Some(r) = many.and_then(|b| self.heads(b.start, b.end)).filter(people) {
            let how =
                format!("“they” is taken for {}, spoken of before", r.speaker.name.as_deref().unwrap_or_default());
            return Resolved { how, ..r };
        }
        spoke.map_or_else(Resolved::default, |t| Resolved {
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
        // "Sheriff Ann Lee of Teton County, Wyo., who": places only say where she is.
        let from = w.reading.sentences.get(self.sentence(at)).map_or(at, |s| s.first as usize);
        let place = |m: &&people::Mention| {
            !m.owner
                && matches!(w.low(m.end), "of" | "from" | "in")
                && (m.end + 1..end).all(|k| {
                    let x = w.low(k);
                    w.capital(k)
                        || matches!(x, "," | "." | "the")
                        || w.is_word(k) && !lexicon::is_aux(x) && !lexicon::parts_clauses(x) && !people::acts(w, k)
                })
        };
        let of = self.named.within(from..end).last().filter(|m| w.low(at) == "who" && place(m)).copied();
        if let Some(m) = self.named.ending(end).filter(|m| !m.owner).or(of) {
            let name = &self.named.people[m.person].name;
            return self.person(m.person, format!("“{}” refers to {name}", w.low(at)));
        }
        let mut start = end;
        let mut near = None;
        while start > from && end - start < 14 && (w.is_word(start - 1) || w.low(start - 1) == "." && !w.breaks(start))
        {
            let x = w.low(start - 1);
            let clause = lexicon::is_aux(x) && (x != "'s" || w.low(at) != "who")
                || lexicon::parts_clauses(x)
                || lexicon::is_pronoun(x);
            // "Hit towns and angered sailors who": a verb, but not in "the retired sailors who".
            let did = x.len() > 4
                && x.ends_with("ed")
                && w.reading.tokens[start - 1].shape == Shape::Lower
                && start > 1
                && w.is_word(start - 2)
                && !determiner(w.low(start - 2))
                && !lexicon::is_preposition(w.low(start - 2));
            let verb = lexicon::verb(x).is_some_and(|v| v.1 != lexicon::Form::Base) && !w.capital(start - 1);
            if clause || verb || did {
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
        // "At odds with the United States, which": the name that stands next to it, but not "a letter of the bank, which".
        if w.low(at) == "which" && w.capital(end - 1) {
            let mut first = end - 1;
            while first > start && w.capital(first - 1) {
                first -= 1;
            }
            let paper = (start..first).any(|k| names::is_document(w.low(k)));
            let the = first > start && w.low(first - 1) == "the";
            let before = w.low(first.saturating_sub(1 + usize::from(the)));
            // "The head of the Group in Turkey, which": a place where something is.
            let body =
                first > start && lexicon::is_preposition(before) && !matches!(before, "in" | "at" | "near" | "on");
            let named = self.described(&(first..end), true);
            if body && !paper && named.speaker.kind == SpeakerKind::Organisation {
                let name = named.speaker.name.clone().unwrap_or_default();
                return Resolved { how: format!("“which” refers to {name}"), ..named };
            }
        }
        // "Ann Lee, a mother of two, who": what stands behind the comma only tells who she is.
        if start > 0
            && w.low(start - 1) == ","
            && matches!(w.low(start), "a" | "an" | "the")
            && let Some(r) = self.apposed_to(start, w.low(at))
        {
            return r;
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
}
