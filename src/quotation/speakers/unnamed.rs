//! Who speaks where no source says it: words without a cue, and the "it" that is a letter or a report.

use super::{Resolved, SAME_TOPIC, Speakers};
use crate::quotation::interview;
use crate::quotation::lexicon::{self, Class, Form};
use crate::quotation::rules::{Found, How};
use crate::quotation::words::determiner;
use crate::quotation::{names, people};
use crate::report::{Event, Speaker, SpeakerKind};
use crate::text::Shape;
use std::ops::Range;

/// How far into a sentence of the writer's words in marks still go on the sentence before, in tokens.
const SHORT: usize = 8;
/// Of how many names of an introduction is counted whose come most often.
const OPENING: usize = 200;
/// How far back an "it" looks for the document it means, in tokens.
const PAPER: usize = 150;

impl Speakers<'_, '_, '_> {
    /// The speaker of words without source and cue.
    pub(super) fn uncued(&self, f: &Found) -> Resolved {
        let at = f.content[0].start;
        let who = self.headed(at).or_else(|| self.beside(f).filter(|_| f.how == How::Free));
        who.unwrap_or_else(|| if f.how == How::Free { self.nearby(at) } else { self.led(at).unwrap_or_default() })
    }

    /// "— Ann Lee: “…”", "From the report: “…”": what stands between the head of the line, or a dash, and the colon.
    fn headed(&self, at: usize) -> Option<Resolved> {
        let w = self.w;
        let colon = at.checked_sub(1).filter(|&k| w.low(k) == ":")?;
        let dash = |k: usize| matches!(w.low(k), "—" | "–" | "--" | "-");
        let first = (colon.saturating_sub(9)..colon)
            .rev()
            .find(|&k| w.breaks(k) || k == 0 || w.opens_sentence(k) || dash(k - 1) && w.reading.tokens[k].spaced)?;
        let how = |r: Resolved| {
            let name = r.speaker.name.clone().filter(|_| r.speaker.kind != SpeakerKind::Unknown)?;
            Some(Resolved { how: format!("{name} stands before the colon"), ..r })
        };
        if w.in_marks(first) {
            return None;
        }
        let from = first + usize::from(matches!(w.low(first), "more" | "again" | "also"));
        if w.low(from) == "from" && from + 1 < colon {
            return how(self.described(&(from + 1..colon), true));
        }
        let name = (first..colon).all(|k| w.capital(k) || w.low(k) == ".");
        let whole = self.named.ending(colon).is_some_and(|m| m.start == first && !m.owner);
        (name && (whole || first > 0 && dash(first - 1) && !lexicon::opens_sentence(w.low(first))))
            .then(|| how(self.described(&(first..colon), true)))
            .flatten()
    }

    /// Words in marks inside a sentence of the writer's: of whom this sentence quotes already, or of whom the sentence
    /// before does, where little stands between and nobody else is named.
    fn led(&self, at: usize) -> Option<Resolved> {
        let w = self.w;
        let here = self.sentence(at);
        let first = w.reading.sentences.get(here)?.first as usize;
        let before = here.checked_sub(1).and_then(|s| w.reading.sentences.get(s)).map_or(first, |s| s.first as usize);
        let t = self.turns.iter().rev().take(3).find(|t| t.at.max(t.end()) >= before)?;
        let name = t.who.speaker.name.as_deref().filter(|_| t.event == Event::Speech && !t.asks)?;
        let reach = t.at.max(t.end());
        let other = |from: usize| {
            let named = self.named.within(from..at.max(from));
            named.iter().any(|m| Some(m.person) != t.who.person && !w.in_marks(m.start))
        };
        if t.at >= first && t.at < at && !other(t.at + 1) {
            return Some(Resolved { how: format!("{name} is quoted before in the sentence"), ..t.who.clone() });
        }
        let near = reach <= first && at - first <= SHORT && !w.breaks_between(reach.max(1), at);
        // "But critics of the port “…”": whoever else is spoken of may be the one who says it.
        let somebody = |k: usize| {
            let x = w.low(k);
            names::is_people(x)
                || names::is_agent(x)
                || names::is_title(x)
                || names::is_document(x)
                || names::is_body(x)
                || lexicon::verb(x).is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && v.1 != Form::Base)
                || matches!(x, "his" | "her" | "their")
                || k > first && w.capital(k)
        };
        (near && !other(first) && !(first..at).any(somebody))
            .then(|| Resolved { how: format!("{name} is quoted in the sentence before"), ..t.who.clone() })
    }

    /// "It": the body or document that spoke last, or the letter that was told of: "it reads" is a document's.
    pub(super) fn it(&self, at: usize, f: &Found) -> Resolved {
        let spoke = self.group(at, false);
        let reads = f.cue.as_ref().is_some_and(|c| c.clone().any(|k| matches!(self.w.low(k), "read" | "reads")));
        let open = spoke.speaker.name.is_none() || reads && spoke.speaker.kind != SpeakerKind::Document;
        // "Norland Watch has counted 14 cases, it said".
        let here = (self.w.before(at) == "," && !reads).then(|| self.opening_name(at, self.sentence(at))).flatten();
        let own = here.map(|name| {
            let how = format!("“it” is {name}, with which the sentence opens");
            Resolved::body(name, how)
        });
        let before = || {
            let name = self.opening_name(at, self.sentence(at).checked_sub(1)?)?;
            let how = format!("“it” is {name}, with which the sentence before opens");
            Some(Resolved::body(name, how))
        };
        own.filter(|_| open)
            .or_else(|| open.then(|| self.paper(at, reads)).flatten())
            .or_else(|| (spoke.speaker.name.is_none() && !reads).then(before).flatten())
            .unwrap_or(spoke)
    }

    /// The document that was last spoken of; where it doesn't `read`, no body may be named after it.
    fn paper(&self, at: usize, reads: bool) -> Option<Resolved> {
        let w = self.w;
        let here = self.sentence(at);
        let from = w.reading.sentences.get(here.saturating_sub(4))?.first as usize;
        let noun = (from.max(at.saturating_sub(PAPER))..at).rev().find(|&k| {
            !w.in_marks(k)
                && (names::is_document(w.low(k)) && w.reading.tokens[k].shape == Shape::Lower
                    || !reads && self.named.body(k, &(0..k + 1)).is_some())
        })?;
        let start = (noun.saturating_sub(3)..noun).rev().find(|&k| determiner(w.low(k)) || w.low(k) == "'s")?;
        let plain = |k: usize| w.is_word(k) && !lexicon::is_preposition(w.low(k)) && !lexicon::is_aux(w.low(k));
        if !names::is_document(w.low(noun)) || w.low(start) == "'s" || !(start + 1..noun).all(plain) {
            return None;
        }
        let name = self.words(start..noun + 1);
        let how = format!("“{}” is {name}, spoken of before", w.low(at));
        Some(Resolved {
            speaker: Speaker { name: Some(name), role: None, kind: SpeakerKind::Document },
            how,
            person: None,
        })
    }

    /// “Where?” Ann Lee pressed: a name with a verb of any kind right behind the words.
    pub(super) fn beside(&self, f: &Found) -> Option<Resolved> {
        let w = self.w;
        f.content.iter().take(3).find_map(|c| {
            let at = c.end;
            let near = self.named.within(at..at + 5);
            if let Some(m) = near.iter().find(|m| !m.owner && !w.in_marks(m.start)) {
                let title = |k: usize| w.capital(k) || w.low(k) == "." || names::is_title(w.low(k));
                // “Where?,” Ann Lee, a sailor, put in.
                let apposed = at > 1 && w.low(at - 2) == "," && w.low(m.end) == ",";
                let reads =
                    (at..m.start).all(title) && (apposed || people::acts(w, m.end)) && !w.breaks_between(at, m.end);
                return reads.then(|| {
                    let name = &self.named.people[m.person].name;
                    self.person(m.person, format!("{name} stands with a verb behind the words"))
                });
            }
            // “Where?” the Harbour Post reported.
            let start = at + usize::from(w.low(at) == "the");
            if !w.capital(start) || w.in_marks(start) || w.breaks(at) {
                return None;
            }
            let end = people::run_end(w, start);
            let says = lexicon::verb(w.low(end)).is_some_and(|v| matches!(v.0, Class::Say) && v.1 == Form::Past);
            says.then(|| self.described(&(at..end), true)).filter(|r| r.speaker.name.is_some())
        })
    }

    /// Whom the introduction of an interview says it is with, or the one person whom it names.
    pub(super) fn interviewed(&self, until: usize) -> Resolved {
        let one = |r: Range<usize>| {
            let mut people = self.named.within(r).iter().map(|m| m.person);
            let first = people.next()?;
            people.all(|p| p == first).then_some(first)
        };
        let talks = |r: &Range<usize>| {
            r.clone().any(|k| {
                let w = self.w.low(k);
                interview::MEETS.contains(&w) || interview::SAYS_SO.contains(&w)
            })
        };
        let opening = self.w.reading.sentences.iter().map(|s| s.tokens()).take_while(|s| s.end <= until);
        // Named twice as often as anybody else.
        let most = || {
            let mut times: Vec<(usize, usize)> = Vec::new();
            for m in self.named.within(0..until).iter().take(OPENING) {
                match times.iter_mut().find(|t| t.1 == m.person) {
                    Some(t) => t.0 += 1,
                    None => times.push((1, m.person)),
                }
            }
            crate::order::by(&mut times, |t| [u64::MAX - crate::order::two(t.0, t.1), 0]);
            let next = times.get(1).map_or(0, |t| t.0);
            times.first().filter(|t| t.0 >= 2 && t.0 >= 2 * next).map(|t| t.1)
        };
        let who = opening.filter(talks).filter_map(one).last().or_else(|| one(0..until)).or_else(most);
        who.map_or_else(Resolved::default, |p| {
            self.person(p, format!("{} is named before the first question", self.named.people[p].name))
        })
    }

    /// The speaker of words without a cue: who spoke or was spoken of in the sentence before.
    pub(super) fn nearby(&self, at: usize) -> Resolved {
        let here = self.sentence(at);
        let before = here.checked_sub(1).and_then(|s| self.w.reading.sentences.get(s)).map_or(0, |s| s.first as usize);
        // The sentence before reports what somebody said or thought: the words are theirs.
        let turn = self.turns.iter().rev().take(4).find(|t| t.who.speaker.name.is_some());
        // Inside a sentence of the writer's it is enough that their words reach to it.
        let inside = !self.w.opens_sentence(at);
        let reach = |t: &super::Turn| if inside && t.event == Event::Speech { t.at.max(t.end()) } else { t.at };
        if let Some(t) = turn.filter(|t| reach(t) >= before && at - t.at.min(at) < SAME_TOPIC) {
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
}
