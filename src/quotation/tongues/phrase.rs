//! Noun phrases: where a source ends, and whom it names.

use super::Reader;
use super::words::Class;
use crate::report::{Speaker, SpeakerKind};
use crate::text::Shape;
use std::ops::Range;

/// A source has at most so many tokens.
const LONGEST: usize = 14;
/// What nouns for somebody or something that speaks are listed as.
const NOUNS: [Class; 3] = [Class::Role, Class::Body, Class::Paper];
/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "van", "von", "der", "den", "zu", "ten", "ter",
    "bin", "al", "el", "ben", "af", "av", "y",
];

impl Reader<'_, '_, '_> {
    /// A token in lower case; empty past the ends.
    #[inline(never)]
    pub(super) fn low(&self, i: usize) -> &str {
        self.low.get(i).map_or("", |w| w)
    }

    /// A token in lower case without what is elided before it: "l'agence", "s'exclame".
    #[inline(never)]
    pub(super) fn bare(&self, i: usize) -> &str {
        let w = self.low(i);
        w.split_once('\'').filter(|(e, rest)| e.len() <= 5 && !rest.is_empty()).map_or(w, |(_, rest)| rest)
    }

    #[inline(never)]
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.t.is(self.low(i), class)
    }

    /// Whether a token is a word that starts with a capital, also behind an elision ("l'EPA").
    #[inline(never)]
    pub(super) fn capital(&self, i: usize) -> bool {
        let Some(t) = self.w.reading.tokens.get(i).filter(|t| t.is_word()) else { return false };
        let word = self.w.reading.slice(t.span());
        let upper = |s: &str| s.chars().next().is_some_and(char::is_uppercase);
        match word.split_once(['\'', '’']) {
            Some((e, rest)) if e.len() <= 5 && !rest.is_empty() => upper(rest),
            _ => upper(word),
        }
    }

    /// "AfD", "UCR": a body's letters.
    fn acronym(&self, i: usize) -> bool {
        let Some(t) = self.w.reading.tokens.get(i).filter(|t| t.is_word()) else { return false };
        let word = self.w.reading.slice(t.span());
        t.shape == Shape::Upper && word.len() > 1
            || word.len() <= 6 && word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.contains('-')
    }

    /// Whether a token is the stop of a title or an initial: "Dr.", "M.".
    #[inline(never)]
    pub(super) fn abbreviates(&self, stop: usize) -> bool {
        stop > 0
            && self.low(stop) == "."
            && (self.is(stop - 1, Class::Title) || self.capital(stop - 1) && self.low(stop - 1).chars().count() == 1)
    }

    #[inline(never)]
    fn opens(&self, i: usize) -> bool {
        self.is(i, Class::Article) || self.low(i).contains('\'') && self.t.is(elided(self.low(i)), Class::Article)
    }

    /// The end of the noun phrase that starts at `from`, if one does and names or describes somebody.
    #[inline(never)]
    pub(super) fn noun_phrase(&self, from: usize, limit: usize) -> Option<Range<usize>> {
        let mut start = from;
        while start < limit
            && start < from + 3
            && self.is(start, Class::Adverb)
            && !self.capital(start)
            && !self.opens(start)
        {
            start += 1;
        }
        // "opina en cambio Ana Maran"
        if start + 2 < limit
            && self.is(start, Class::Stop)
            && !self.opens(start)
            && !self.is(start, Class::That)
            && self.is(start + 1, Class::Adverb)
        {
            start += 2;
        }
        if self.is(start, Class::Pronoun) && !(self.opens(start) && self.opens(start + 1)) && !self.noun_after(start) {
            return Some(start..start + 1);
        }
        let article = self.opens(start);
        let mut end = start;
        while end < limit && end < start + LONGEST {
            if self.w.in_marks(end) || !self.w.is_word(end) {
                // "M. Peskov", "Dr. Kisabaka"
                if end > start && self.abbreviates(end) {
                    end += 1;
                    continue;
                }
                break;
            }
            if self.is(end, Class::And) && end > start {
                let roles = self.common(end + 1) && (start..end).any(|k| self.common(k));
                if !(roles || self.capital(end + 1) && self.capital(end - 1)) {
                    break;
                }
            } else if end > start && self.is(end, Class::Link) {
                // "sagte Haustein der Zeitung": behind a name the article opens an object.
                let object = self.t.nouns_are_capital && !article && !self.common(end - 1) && self.opens(end)
                    || self.low(end) == "zu" && !self.capital(end + 1);
                if object
                    && !PARTICLES.contains(&self.low(end - 1))
                    && !(self.low(end) == "der" && self.low(end - 1) == "von")
                {
                    break;
                }
            } else if self.is(end, Class::Stop) && !self.capital(end) {
                break;
            } else if end > start && !self.capital(end) && self.opens(end) {
                // "Müller die Entscheidung", but "seine zwei Kollegen"
                if !self.opens(end - 1) {
                    break;
                }
            } else if end > start
                && !self.capital(end)
                && !self.capital(end - 1)
                && self.t.definite(self.low(end - 1))
                && !self.common(end)
            {
                // "Enligt polisen skadades två"
                break;
            } else if !self.capital(end) && self.is(end, Class::Verb) && end > start && !self.opens(end - 1)
                // "erklärte Fahimi weitere Ergebnisse": a name has ended.
                || end > start && (!article || self.t.nouns_are_capital) && self.capital(end - 1) && !self.capital(end)
            {
                break;
            }
            end += 1;
        }
        while end > start
            && (self.is(end - 1, Class::Link) || self.is(end - 1, Class::Article) && !self.capital(end - 1))
        {
            end -= 1;
        }
        // "so laute Asads Botschaft": what opens without an article is a name, or what somebody is.
        let trade = self.t.definite(self.low(start)) && self.capital(start + 1);
        let told = trade || self.is(start, Class::Title) || (start..end.min(start + 3)).any(|k| self.common(k));
        if !article && !self.capital(start) && !told {
            return None;
        }
        let named = (start..end).any(|k| self.capital(k));
        let elided = article && !self.is(start, Class::Article);
        (end > start && (named || told || article && (elided || end > start + 1))).then_some(start..end)
    }

    /// Whether a noun follows what may be a pronoun or an article.
    pub(super) fn noun_after(&self, i: usize) -> bool {
        self.opens(i)
            && self.w.is_word(i + 1)
            && !self.is(i + 1, Class::Stop)
            && !self.is(i + 1, Class::Adverb)
            && !self.is(i + 1, Class::Verb)
    }

    /// Whether a token is a noun for what somebody is.
    #[inline(never)]
    pub(super) fn common(&self, i: usize) -> bool {
        NOUNS.iter().any(|c| self.is(i, *c) || self.t.plain(self.low(i), *c))
    }

    /// Where the titles start that end before a token: "la Dr. Ida Maran" from "Dr" on.
    fn titles(&self, from: usize, to: usize) -> usize {
        (from..to).rev().take_while(|&k| self.low(k) == "." || self.is(k, Class::Title)).last().unwrap_or(to)
    }

    /// A body by its name.
    fn body(&self, name: Range<usize>) -> Speaker {
        Speaker { name: Some(self.text(name)), role: None, kind: SpeakerKind::Organisation }
    }

    /// The runs of capital words of a range, with the particles inside them.
    #[inline(never)]
    fn runs(&self, r: &Range<usize>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut i = r.start;
        while i < r.end {
            if !self.capital(i) {
                i += 1;
                continue;
            }
            let start = i;
            while i < r.end {
                // "Johanna Maran von der Universität": no part of the name, unlike "Ursula von der Leyen".
                let belongs = !self.t.nouns_are_capital || i == start + 1 && !self.common(start);
                let particle = PARTICLES.contains(&self.low(i)) && i > start && belongs
                    || PARTICLES.contains(&self.low(i)) && i == start + 2 && PARTICLES.contains(&self.low(i - 1));
                let initial = self.abbreviates(i);
                if self.capital(i)
                    || initial && self.capital(i + 1) && i + 1 < r.end
                    || particle && (self.capital(i + 1) || PARTICLES.contains(&self.low(i + 1)) && self.capital(i + 2))
                {
                    i += 1;
                } else {
                    break;
                }
            }
            out.push(start..i);
        }
        out
    }

    /// The full name at the end of a source.
    pub(super) fn name_in(&self, r: &Range<usize>) -> Option<Range<usize>> {
        self.runs(r).pop().filter(|n| n.len() >= 2 && n.end == r.end && !self.common(n.start))
    }

    #[inline(never)]
    fn text(&self, r: Range<usize>) -> String {
        let s = self.w.reading.slice(self.w.reading.span_of(r));
        // "l'agence" is the agency.
        match s.split_once(['\'', '’']) {
            Some((e, rest)) if e.len() <= 5 && self.t.is(&format!("{}'", e.to_lowercase()), Class::Article) => {
                rest.to_owned()
            }
            _ => s.to_owned(),
        }
    }

    /// Whom a source names, where its words alone say it.
    pub(super) fn named(&self, r: &Range<usize>) -> Speaker {
        let mut start = r.start;
        let mut article = false;
        // "Le Monde" is a name, "Le ministre" at the head of a sentence isn't.
        let small = |k: usize| !self.capital(k) || !self.capital(k + 1) || self.w.opens_sentence(k);
        while start + 1 < r.end && self.is(start, Class::Article) && small(start) {
            (start, article) = (start + 1, true);
        }
        // Two people, and not somebody who is two things: "die Autorin und Ärztin Lea Maran".
        if (start + 1..r.end).any(|k| self.is(k, Class::And) && !self.common(k + 1) && !self.common(k - 1)) {
            return Speaker { name: Some(self.text(start..r.end)), role: None, kind: SpeakerKind::Person };
        }
        if self.t.nouns_are_capital {
            self.named_among_nouns(start..r.end, article)
        } else {
            self.named_by_capitals(start..r.end, article)
        }
    }

    /// A person's or a body's name as it stands: a title goes, a surname takes the full name that the article gives.
    #[inline(never)]
    fn person(&self, mut name: Range<usize>, role: Option<String>) -> Speaker {
        while name.len() > 1 && (self.is(name.start, Class::Title) || self.low(name.start) == ".") {
            name.start += 1;
        }
        let known = (name.len() == 1).then(|| self.names.get(self.low(name.start))).flatten();
        let acronym = name.len() == 1 && self.acronym(name.start);
        // A single name may be a firm's or a town's, but most who speak are people.
        let kind = if acronym { SpeakerKind::Organisation } else { SpeakerKind::Person };
        Speaker { name: Some(self.text(known.cloned().unwrap_or(name))), role, kind }
    }

    fn thing(&self, r: Range<usize>, head: usize) -> Speaker {
        let of = |c: Class| self.is(head, c) || self.t.plain(self.low(head), c) || self.t.is(self.bare(head), c);
        let kind = if of(Class::Body) || self.acronym(head) {
            SpeakerKind::Organisation
        } else if of(Class::Paper) {
            SpeakerKind::Document
        } else {
            SpeakerKind::Role
        };
        Speaker { name: Some(self.text(r)), role: None, kind }
    }

    /// Where nouns have small letters, capitals are names: "el jurista Carlos Nino", "le ministère des Affaires étrangères".
    fn named_by_capitals(&self, r: Range<usize>, article: bool) -> Speaker {
        let elided = self.opens(r.start) && !self.is(r.start, Class::Article);
        let free = |run: &Range<usize>| {
            let before = self.titles(r.start, run.start);
            before == r.start || !self.is(before - 1, Class::Link) && !self.low(before).starts_with("d'")
        };
        let Some(name) = self.runs(&r).into_iter().find(free) else {
            return self.thing(r.clone(), r.start);
        };
        // "el Gobierno", "l'EPA": a body, as persons have no article but with a title.
        if name.start == r.start && (article || elided) && !self.is(name.start, Class::Title) {
            return self.body(name);
        }
        let titled = name.start > r.start && self.titles(r.start, name.start) == r.start;
        if name.start == r.start || titled {
            return self.person(name, None);
        }
        let head = (r.start..name.start).find(|&k| self.w.is_word(k)).unwrap_or(r.start);
        // "prezydent USA": of which body
        if name.clone().all(|k| self.acronym(k)) && self.is(head, Class::Role) {
            return self.thing(r, head);
        }
        if self.t.is(self.bare(head), Class::Body) || self.t.is(self.bare(head), Class::Paper) {
            return self.body(name);
        }
        let last = self.titles(r.start, name.start);
        let role = (last > r.start).then(|| self.text(r.start..last));
        self.person(name, role)
    }

    /// Where every noun has a capital, what somebody is ends where the name starts: "Hamburgs Polizeipräsident Falk Schnabel".
    fn named_among_nouns(&self, r: Range<usize>, article: bool) -> Speaker {
        let Some(first) = r.clone().find(|&k| self.capital(k)) else { return self.thing(r.clone(), r.start) };
        // The head's stretch: what "der", "des" or "von" joins belongs to it and names nobody else.
        let mut runs = self.runs(&(first..r.end)).into_iter();
        let mut stretch = runs.next().unwrap_or(first..r.end);
        while self.is(stretch.end, Class::And)
            && let Some(next) = runs.next()
        {
            stretch.end = next.end;
        }
        let head = stretch
            .clone()
            .rev()
            .find(|&k| self.common(k) && k + 1 < stretch.end)
            .or_else(|| stretch.clone().rev().find(|&k| NOUNS.iter().any(|c| self.is(k, *c))));
        match head {
            // "ein Sprecher der Polizei", "Forscher": nobody by name.
            Some(h) if h + 1 >= stretch.end => {
                let bare = !article && stretch.len() == 1 && r.len() == 1;
                if bare && self.names.contains_key(self.low(h)) {
                    return self.person(h..h + 1, None);
                }
                // "Sprecherin Lea Maran" has its name behind; "Lea Richter" ends in a word for what people are.
                if !article && stretch.len() > 1 && self.t.plain(self.low(h), Class::Role) {
                    return self.person(stretch, None);
                }
                self.thing(r.clone(), h)
            }
            Some(mut h) => {
                // "Autorin und Pädagogin Lea Maran"
                if self.is(h + 1, Class::And) && h + 3 < stretch.end {
                    h += 2;
                }
                let name = h + 1..stretch.end;
                if self.is(h, Class::Body) || self.is(h, Class::Paper) {
                    return self.body(name);
                }
                let end = self.titles(r.start, h + 1);
                let role = self.text(r.start..end.max(r.start + 1));
                let titled = self.titles(stretch.start, h + 1) == stretch.start;
                self.person(name, (!titled).then_some(role))
            }
            // "der Drittplatzierte Kess", "die AfD"
            None if article && stretch.len() > 1 => {
                let n = stretch.end - if stretch.len() > 2 { 2 } else { 1 };
                self.person(n..stretch.end, Some(self.text(r.start..n)))
            }
            None if article => self.thing(r.clone(), first),
            None if stretch.len() == 1
                && [Class::Body, Class::Paper].iter().any(|c| self.t.plain(self.low(first), *c)) =>
            {
                self.thing(r.clone(), first)
            }
            None => {
                // "Ärztin und Autorin" was cut before; an adjective before the name is part of what they are.
                let role = (first > r.start).then(|| self.text(r.start..first));
                self.person(stretch, role)
            }
        }
    }
}

/// The first part of a word that is elided before another: "l'" of "l'agence".
fn elided(w: &str) -> &str {
    w.find('\'').map_or("", |k| &w[..=k])
}
