//! Who speaks where the verb shares its subject with another: participles, and second verbs behind "and".

use super::{Resolved, Speakers};
use crate::quotation::lexicon::{self, Class, Form};
use crate::quotation::people;
use crate::quotation::words::determiner;
use crate::report::{Event, SpeakerKind};
use std::ops::Range;

impl Speakers<'_, '_, '_> {
    /// "Ann Lee, despite admitting that …", "After saying that …, she": whoever is the subject beside a participle.
    pub(super) fn participle(&self, cue: &Range<usize>) -> Option<Resolved> {
        let w = self.w;
        if lexicon::verb(w.low(cue.start)).is_none_or(|v| v.1 != Form::Ing) {
            return None;
        }
        // "Footage of Ann Lee saying".
        if let Some(m) = self.named.ending(cue.start).filter(|m| !m.owner && !w.in_marks(m.start)) {
            let name = &self.named.people[m.person].name;
            return Some(self.person(m.person, format!("{name} stands before it")));
        }
        let s = w.reading.sentences.get(self.sentence(cue.start))?.tokens();
        let outside = |m: &&people::Mention| m.subject && !m.owner && !w.in_marks(m.start);
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
            return self
                .named
                .within(s.start..cue.start)
                .iter()
                .find(outside)
                .map(|m| self.subject(m))
                .or_else(|| self.heads(s.start, cue.start));
        }
        // The subject stands behind the comma that ends the opening clause.
        let comma = (cue.end..s.end.min(cue.end + 60))
            .filter(|&k| w.low(k) == "," || w.pair_at(k).is_some_and(|p| p.close as usize == k));
        let subject = comma
            .map(|k| k + 1)
            .find(|&k| matches!(w.low(k), "he" | "she") || self.named.within(k..k + 1).iter().any(|m| outside(&m)));
        let Some(subject) = subject else {
            // "Adding, “…”": a sentence of its own that goes on the one before.
            let before = w.reading.sentences.get(self.sentence(cue.start).checked_sub(1)?)?.first as usize;
            let near = self.turns.iter().rev().find(|t| t.event == Event::Speech).filter(|t| t.end() >= before)?;
            let name = near.who.speaker.name.as_deref().filter(|_| s.start + 1 >= cue.start)?;
            return Some(Resolved { how: format!("{name} goes on speaking"), ..near.who.clone() });
        };
        if let x @ ("he" | "she") = w.low(subject) {
            return Some(self.pronoun(x == "she", subject, false));
        }
        self.named.within(subject..subject + 1).iter().find(outside).map(|m| self.subject(m))
    }

    /// "Ann Lee named the sailors and asserted that": whoever does what stands before the "and".
    pub(super) fn second(&self, cue: &Range<usize>) -> Option<Resolved> {
        let w = self.w;
        let finite = cue.clone().any(|k| {
            lexicon::verb(w.low(k)).is_some_and(|v| {
                matches!(v.0, Class::Say | Class::Tell | Class::Pledge) && matches!(v.1, Form::Past | Form::Third)
            })
        });
        let and = cue.start.checked_sub(1).filter(|&k| matches!(w.low(k), "and" | "but" | "then") && finite)?;
        let s = w.reading.sentences.get(self.sentence(cue.start))?.tokens();
        if let Some(t) = self.turns.last().filter(|t| t.at >= s.start && t.at < and && t.who.speaker.name.is_some()) {
            let name = t.who.speaker.name.as_deref().unwrap_or_default();
            return Some(Resolved { how: format!("{name} goes on speaking"), ..t.who.clone() });
        }
        let outside = |m: &&people::Mention| m.subject && !m.owner && !w.in_marks(m.start);
        let named = self.named.within(s.start..and).iter().find(outside).map(|m| self.subject(m));
        // "In a note she greeted Lee and Holt and promised that".
        let he = (s.start..and).find(|&k| matches!(w.low(k), "he" | "she") && !w.in_marks(k) && people::acts(w, k + 1));
        let named = named.or_else(|| he.map(|k| self.pronoun(w.low(k) == "she", k, false)));
        named.or_else(|| self.heads(s.start, and))
    }

    /// "The town released a note on Monday saying": the noun phrase that opens the sentence, up to its verb.
    pub(super) fn heads(&self, from: usize, to: usize) -> Option<Resolved> {
        let w = self.w;
        // Not the place that a line starts with: "TALLAHASSEE — The town released".
        let dash = (from..to.min(from + 6)).find(|&k| matches!(w.low(k), "—" | "–" | "--"));
        let from = dash.map_or(from, |k| k + 1);
        let from = (from..to).find(|&k| w.is_word(k))?;
        if !determiner(w.low(from)) && (!w.capital(from) || lexicon::opens_sentence(w.low(from))) || w.in_marks(from) {
            return None;
        }
        let verb = (from + 1..to.min(from + 7)).find(|&k| {
            !w.is_word(k) && !matches!(w.low(k), "." | "'s" | "'")
                || lexicon::is_aux(w.low(k)) && w.low(k) != "'s"
                || people::acts(w, k)
        })?;
        let r = (w.is_word(verb)).then(|| self.described(&(from..verb), true))?;
        let name = r.speaker.name.clone().filter(|_| r.speaker.kind != SpeakerKind::Unknown)?;
        Some(Resolved { how: format!("{name} is the subject of the sentence"), ..r })
    }
}
