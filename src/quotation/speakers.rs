//! Who speaks: one identity a person across the article.
//!
//! [`Mentions`] reads the article once and keeps its people: full names with the role the article gives them, and every
//! place where one is named. A source is then looked up by its words: a pronoun takes the nearest fitting person before
//! it, a surname its full name, "the minister" the person with that role. What can't be looked up stays what it is:
//! a role, a document, an organisation, or somebody anonymous.

use super::lexicon;
use super::names;
use super::rules::{Found, How};
use super::words::Words;
use crate::report::{Event, Quotation, SourceCount, Speaker, SpeakerKind};
use crate::text::{Reading, Shape};
use std::collections::HashMap;
use std::ops::Range;

/// A person of the article.
#[derive(Debug, Clone, Default)]
struct Person {
    name: String,
    role: Option<String>,
    /// `Some(true)` for a woman, as the article's words tell.
    female: Option<bool>,
}

/// The people of an article and where they are named.
#[derive(Debug, Default)]
pub struct Mentions {
    people: Vec<Person>,
    /// Token and person, by token.
    at: Vec<(usize, usize)>,
    by_surname: HashMap<String, usize>,
    by_role: HashMap<String, usize>,
}

/// What a source was resolved to.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    /// Who speaks.
    pub speaker: Speaker,
    /// How that was found, as half a sentence; empty where the source's own words say it.
    pub how: String,
    person: Option<usize>,
}

fn particle(w: &str) -> bool {
    matches!(w, "de" | "van" | "von" | "bin" | "al" | "el" | "der" | "di" | "la" | "da" | "del" | "ibn" | "den" | "dos")
}

impl Mentions {
    /// Reads the people of an article.
    pub fn read(w: &Words) -> Self {
        let mut m = Self::default();
        let n = w.low.len();
        let mut i = 0;
        while i < n {
            if !w.capital(i) || lexicon::opens_sentence(w.low(i)) {
                if let (Some(female), Some(&(t, p))) = (gender(w.low(i)), m.at.last())
                    && i - t < 20
                    && m.people[p].female.is_none()
                {
                    m.people[p].female = Some(female);
                }
                i += 1;
                continue;
            }
            let end = run_end(w, i);
            m.run(w, i..end);
            i = end;
        }
        m
    }

    fn run(&mut self, w: &Words, run: Range<usize>) {
        let title = run.clone().rev().find(|&k| names::is_title(w.low(k)));
        let mut name = title.map_or(run.start, |t| t + 1)..run.end;
        if name.start < name.end && w.low(name.start) == "." {
            name.start += 1;
        }
        let words: Vec<usize> = name.clone().filter(|&k| w.low(k) != ".").collect();
        let Some(&last) = words.last() else { return };
        let surname = w.low(last).to_owned();
        let suffix = matches!(surname.as_str(), "jr" | "sr" | "ii" | "iii");
        let surname = if suffix && words.len() > 2 { w.low(words[words.len() - 2]).to_owned() } else { surname };
        let organisation = words.iter().any(|&k| names::is_organisation(w.low(k)));
        let lower_title = run.start > 0 && name.start == run.start && names::is_title(w.low(run.start - 1));
        let titled = title.is_some() || lower_title;
        let the = name.start == run.start && run.start > 0 && w.low(run.start - 1) == "the";
        if words.len() == 1 {
            if let Some(&p) = self.by_surname.get(&surname) {
                self.at.push((name.start, p));
                self.note(w, p, title.map(|t| run.start..t + 1));
            } else if titled && !organisation && !the {
                let p = self.add(w, &name, surname, &run, title, lower_title);
                self.at.push((name.start, p));
            }
            return;
        }
        let upper = words.iter().all(|&k| w.reading.tokens[k].shape == Shape::Upper);
        if words.len() > 5 || organisation || the && !titled || upper && words.len() > 3 {
            return;
        }
        let full = w.reading.slice(w.reading.span_of(name.clone())).to_owned();
        let known = self.by_surname.get(&surname).copied().filter(|&p| {
            let have = &self.people[p].name;
            have.eq_ignore_ascii_case(&full)
                || have.ends_with(full.as_str())
                || full.ends_with(have.as_str())
                || !have.contains(' ')
                || have.split(' ').next() == full.split(' ').next()
        });
        let p = if let Some(p) = known {
            if full.len() > self.people[p].name.len() && !self.people[p].name.contains(' ') {
                self.people[p].name = full;
            } else if self.people[p].name.ends_with(&format!(" {full}")) {
                // "Rival Kari Holm" was read before "Kari Holm": the shorter is the name.
                self.people[p].name = full;
                self.people[p].female = words.first().and_then(|&k| names::first_name(w.low(k)));
            }
            let role = role_before(w, &run, title, lower_title).or_else(|| role_after(w, name.end));
            self.note(w, p, role);
            p
        } else {
            self.add(w, &name, surname, &run, title, lower_title)
        };
        if self.people[p].female.is_none() {
            self.people[p].female = words.first().and_then(|&k| names::first_name(w.low(k)));
        }
        self.at.push((name.start, p));
    }

    fn add(
        &mut self,
        w: &Words,
        name: &Range<usize>,
        surname: String,
        run: &Range<usize>,
        title: Option<usize>,
        lower: bool,
    ) -> usize {
        let p = self.people.len();
        let female = title.and_then(|t| match w.low(t) {
            "mr" | "sir" | "king" | "prince" | "congressman" => Some(false),
            "mrs" | "ms" | "miss" | "dame" | "queen" | "princess" | "congresswoman" => Some(true),
            _ => None,
        });
        self.people.push(Person {
            name: w.reading.slice(w.reading.span_of(name.clone())).to_owned(),
            role: None,
            female,
        });
        self.by_surname.insert(surname, p);
        let role = role_before(w, run, title, lower).or_else(|| role_after(w, name.end));
        self.note(w, p, role);
        p
    }

    /// Keeps the first role that an article gives a person.
    fn note(&mut self, w: &Words, p: usize, role: Option<Range<usize>>) {
        let Some(role) = role.filter(|r| !r.is_empty()) else { return };
        if role.clone().all(|k| names::is_honorific(w.low(k)) || !w.reading.tokens[k].is_word()) {
            return;
        }
        for k in role.clone().filter(|&k| names::is_title(w.low(k))) {
            match w.low(k) {
                "spokesman" | "chairman" | "businessman" => self.people[p].female = Some(false),
                "spokeswoman" | "chairwoman" | "actress" => self.people[p].female = Some(true),
                _ => {}
            }
            self.by_role.insert(w.low(k).to_owned(), p);
        }
        if self.people[p].role.is_none() {
            self.people[p].role = Some(w.reading.slice(w.reading.span_of(role)).to_owned());
        }
    }

    fn person(&self, p: usize, how: String) -> Resolved {
        let x = &self.people[p];
        Resolved {
            speaker: Speaker { name: Some(x.name.clone()), role: x.role.clone(), kind: SpeakerKind::Person },
            how,
            person: Some(p),
        }
    }

    /// Resolves the source of a relation; `last` is the speaker of the relation before.
    pub fn resolve(&self, w: &Words, f: &Found, last: Option<&Resolved>) -> Resolved {
        let Some(source) = f.source.clone().filter(|s| !s.is_empty()) else {
            return if f.how == How::Free { self.nearby(f.content[0].start, last) } else { Resolved::default() };
        };
        let first = w.low(source.start);
        if source.len() == 1 {
            match first {
                "he" | "his" | "she" | "her" => {
                    return self.pronoun(matches!(first, "she" | "her"), source.start, last);
                }
                "who" | "that" | "which" | "it" | "they" | "their" | "its" => {
                    return self.relative(w, first, source.start, last);
                }
                "i" | "we" | "you" => return Resolved::default(),
                _ => {}
            }
        }
        if matches!(w.low(source.end - 1), "former" | "latter") {
            return coordinated(w, &source).unwrap_or_default();
        }
        self.described(w, &source)
    }

    fn pronoun(&self, female: bool, at: usize, last: Option<&Resolved>) -> Resolved {
        let fits = |p: usize| self.people[p].female.is_none_or(|f| f == female);
        let sure = |p: usize| self.people[p].female == Some(female);
        let to = self.at.partition_point(|&(t, _)| t < at);
        let near: Vec<usize> =
            self.at[..to].iter().rev().take_while(|&&(t, _)| at - t < 150).take(12).map(|&(_, p)| p).collect();
        let found = last
            .and_then(|l| l.person)
            .filter(|&p| sure(p) && near.iter().take(4).any(|&x| x == p))
            .or_else(|| near.iter().copied().find(|&p| sure(p)))
            .or_else(|| last.and_then(|l| l.person).filter(|&p| fits(p)))
            .or_else(|| near.iter().copied().find(|&p| fits(p)));
        match found {
            Some(p) => self.person(
                p,
                format!("“{}” is taken for {}, named before", if female { "she" } else { "he" }, self.people[p].name),
            ),
            None => Resolved::default(),
        }
    }

    fn relative(&self, w: &Words, pronoun: &str, at: usize, last: Option<&Resolved>) -> Resolved {
        if matches!(pronoun, "who" | "that" | "which") {
            let to = self.at.partition_point(|&(t, _)| t < at);
            if let Some(&(t, p)) = self.at[..to].last()
                && at - t < 10
            {
                return self.person(p, format!("“who” refers to {}", self.people[p].name));
            }
            let start = (at.saturating_sub(6)..at)
                .rev()
                .take_while(|&k| w.reading.tokens[k].is_word() || w.low(k) == ",")
                .last();
            return start.map_or_else(Resolved::default, |s| self.described(w, &(s..at)));
        }
        match last {
            Some(l)
                if pronoun == "they"
                    || pronoun == "their"
                    || matches!(l.speaker.kind, SpeakerKind::Organisation | SpeakerKind::Document) =>
            {
                Resolved { how: format!("“{pronoun}” goes on from the speaker before"), ..l.clone() }
            }
            _ => Resolved::default(),
        }
    }

    /// The speaker of words without a cue: a person named just before them, else the speaker before.
    fn nearby(&self, at: usize, last: Option<&Resolved>) -> Resolved {
        let to = self.at.partition_point(|&(t, _)| t < at);
        if let Some(&(t, p)) = self.at[..to].last()
            && at - t < 40
        {
            return self.person(p, format!("the speaker is taken to be {}, named just before", self.people[p].name));
        }
        last.map_or_else(Resolved::default, |l| Resolved {
            how: "the speaker is taken from the quotation before".into(),
            ..l.clone()
        })
    }

    fn described(&self, w: &Words, source: &Range<usize>) -> Resolved {
        // The head stands before "of", "for", "who" and before the comma of an apposition.
        let head = source
            .clone()
            .skip(1)
            .find(|&k| {
                // Adjectives that stand behind their noun end the head too: "a person familiar with the talks".
                lexicon::is_preposition(w.low(k))
                    || matches!(w.low(k), "," | "who" | "which" | "(" | "whose")
                    || matches!(w.low(k), "familiar" | "close" | "briefed" | "involved" | "knowledgeable")
            })
            .unwrap_or(source.end);
        let in_range = |r: Range<usize>| {
            let a = self.at.partition_point(|&(t, _)| t < r.start);
            self.at[a..].iter().take_while(|&&(t, _)| t < r.end).map(|&(t, p)| (t, p)).last()
        };
        let owner = |t: usize| matches!(w.low(run_end(w, t)), "'s" | "'");
        let named = in_range(source.start..head).filter(|&(t, _)| !owner(t)).or_else(|| {
            (w.low(head) == ",")
                .then(|| in_range(head..source.end.min(head + 8)).filter(|&(t, _)| !owner(t) && t <= head + 4))
                .flatten()
        });
        let own = w.reading.slice(w.reading.span_of(source.clone())).to_owned();
        if let Some((t, p)) = named
            && w.low(head.saturating_sub(1)) != "campaign"
            && !names::is_body(w.low(head.saturating_sub(1)))
            && (t + 4 >= head || t >= head)
        {
            let how = if own.contains(self.people[p].name.as_str()) {
                String::new()
            } else {
                format!("the article names the speaker in full as {}", self.people[p].name)
            };
            return self.person(p, how);
        }
        let last = w.low(head.saturating_sub(1)).to_owned();
        let first = w.low(source.start);
        let name = |r: Range<usize>| Some(w.reading.slice(w.reading.span_of(r)).to_owned());
        let plain = |kind, name| Resolved { speaker: Speaker { name, role: None, kind }, ..Resolved::default() };
        if names::is_document(&last) {
            return plain(SpeakerKind::Document, name(source.clone()));
        }
        let capitals = (source.start..head).any(|k| {
            // The capital that opens a sentence tells nothing of a phrase that goes on in lower case.
            w.capital(k) && !(k == source.start && head > source.start + 1 && !w.capital(k + 1))
        });
        if names::is_title(&last) && first == "the" && head - source.start <= 6 {
            if let Some(&p) = self.by_role.get(&last) {
                return self.person(p, format!("“{own}” is {}, whom the article names", self.people[p].name));
            }
            return Resolved {
                speaker: Speaker { name: Some(own.clone()), role: Some(own), kind: SpeakerKind::Role },
                ..Resolved::default()
            };
        }
        let plural = last.strip_suffix('s').is_some_and(names::is_title)
            || matches!(
                last.as_str(),
                "people"
                    | "sources"
                    | "critics"
                    | "officials"
                    | "observers"
                    | "insiders"
                    | "authorities"
                    | "experts"
                    | "some"
                    | "many"
                    | "others"
                    | "person"
                    | "source"
                    | "man"
                    | "woman"
                    | "men"
                    | "women"
                    | "colleague"
                    | "friends"
                    | "allies"
                    | "aides"
            );
        if plural
            || names::is_title(&last) && matches!(first, "a" | "an" | "one" | "some" | "another" | "several")
            || matches!(first, "some" | "many" | "critics" | "sources" | "several" | "people")
        {
            return plain(SpeakerKind::Anonymous, Some(own));
        }
        if names::is_title(&last) {
            return Resolved {
                speaker: Speaker { name: Some(own.clone()), role: Some(own), kind: SpeakerKind::Role },
                ..Resolved::default()
            };
        }
        // A surname that the article only later, or elsewhere, gives in full.
        if head == source.start + 1
            && w.capital(source.start)
            && let Some(&p) = self.by_surname.get(&last)
        {
            return self.person(p, format!("the article names the speaker in full as {}", self.people[p].name));
        }
        if names::is_body(&last) || names::is_body(last.trim_end_matches('s')) || capitals {
            let start = source.start + usize::from(first == "the" || first == "a" || first == "an");
            let one = head.saturating_sub(start) == 1;
            // A lone capital that no list knows is most often a person known by one name.
            let kind = if capitals
                && one
                && !names::is_organisation(&last)
                && first != "the"
                && w.reading.tokens[start].shape == Shape::Title
            {
                SpeakerKind::Person
            } else {
                SpeakerKind::Organisation
            };
            return plain(kind, name(start..head.max(start + 1).min(source.end)));
        }
        plain(SpeakerKind::Unknown, Some(own))
    }
}

fn gender(w: &str) -> Option<bool> {
    match w {
        "he" | "his" | "him" | "himself" => Some(false),
        "she" | "her" | "herself" => Some(true),
        _ => None,
    }
}

/// The end of a run of capitals that starts at `i`: initials and particles inside it belong to it.
fn run_end(w: &Words, i: usize) -> usize {
    let mut k = i + 1;
    while k < w.low.len() && k - i < 10 {
        let t = w.reading.tokens[k];
        let touching = w.low(k) == "."
            && !t.spaced
            && (w.low(k - 1).len() == 1 || names::is_title(w.low(k - 1)))
            && w.capital(k + 1);
        let joint = particle(w.low(k)) && (w.capital(k + 1) || particle(w.low(k + 1)));
        if w.breaks(k) {
            break;
        }
        if !(w.capital(k) && (t.spaced || w.low(k - 1) == ".") || touching || joint) {
            break;
        }
        k += 1;
    }
    k
}

/// The role that stands before a name: "Japanese Prime Minister", "campaign spokesman", "a spokeswoman,".
fn role_before(w: &Words, run: &Range<usize>, title: Option<usize>, lower: bool) -> Option<Range<usize>> {
    let stop = |k: usize| {
        let x = w.low(k);
        !w.reading.tokens[k].is_word()
            || lexicon::is_preposition(x) && x != "of"
            || lexicon::parts_clauses(x)
            || lexicon::is_aux(x)
            || lexicon::opens_sentence(x)
            || matches!(x, "with" | "and")
            || lexicon::verb(x).is_some_and(|v| v.1 != lexicon::Form::Base)
    };
    if let Some(t) = title {
        let mut a = run.start;
        while a > 0
            && run.start - a < 3
            && !w.breaks(a)
            && w.reading.tokens[a - 1].shape == Shape::Lower
            && !stop(a - 1)
            && names::is_title(w.low(a - 1))
        {
            a -= 1;
        }
        return Some(a..t + 1 + usize::from(w.low(t + 1) == "." && t + 1 < run.end));
    }
    let end = if lower {
        run.start
    } else if run.start > 1
        && w.low(run.start - 1) == ","
        && names::is_title(w.low(run.start - 2))
        && w.reading.tokens[run.start - 2].shape == Shape::Lower
    {
        run.start - 1
    } else {
        return None;
    };
    let mut a = end;
    while a > 0 && end - a < 7 && !w.breaks(a) && !stop(a - 1) {
        a -= 1;
    }
    (a < end).then_some(a..end)
}

/// The role in an apposition after a name: ", the head of the fund,".
fn role_after(w: &Words, end: usize) -> Option<Range<usize>> {
    if w.low(end) != "," || w.capital(end + 1) && !names::is_title(w.low(end + 1)) {
        return None;
    }
    let stop = (end + 1..w.low.len().min(end + 30))
        .find(|&k| matches!(w.low(k), "," | "." | ";" | "—" | ":" | "who" | "which" | "said") || w.quoted[k] > 0)?;
    let head = (end + 1..stop.min(end + 7)).any(|k| names::is_title(w.low(k)));
    let start = end + 1 + usize::from(matches!(w.low(end + 1), "the" | "a" | "an"));
    (head && start < stop).then_some(start..stop)
}

/// "The former … the latter": of the two that the sentence before joins by "and", or of what each of them issued.
fn coordinated(w: &Words, source: &Range<usize>) -> Option<Resolved> {
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
        let b = b0..run_end(w, b0);
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
    let mut index: HashMap<(Option<&str>, u8), usize> = HashMap::new();
    for q in quotations.iter().filter(|q| q.event == Event::Speech) {
        let words: u32 = q.content.iter().map(|s| reading.slice(*s).split_whitespace().count() as u32).sum();
        let key = (q.speaker.name.as_deref(), q.speaker.kind as u8);
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
