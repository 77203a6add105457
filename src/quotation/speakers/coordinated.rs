//! "Ann Lee and Peter Holt", "the former … the latter".

use super::Resolved;
use crate::quotation::people::{self, Named};
use crate::quotation::words::Words;
use crate::quotation::{lexicon, names};
use crate::report::{Speaker, SpeakerKind};
use std::ops::Range;

/// The persons whom a source joins by "and", with nothing but commas and titles around their names.
pub(super) fn joined(named: &Named, w: &Words, source: &Range<usize>) -> Option<Vec<usize>> {
    // "Ann Lee and Peter Holt, who both lost daughters", "Two economists, Ann Lee and Peter Holt".
    let who = source.clone().find(|&k| w.low(k) == "," && w.low(k + 1) == "who").unwrap_or(source.end);
    let two = matches!(w.low(source.start), "two" | "three").then(|| source.clone().find(|&k| w.low(k) == ","));
    let source = &(two.flatten().map_or(source.start, |k| k + 1)..who);
    if source.is_empty() {
        return None;
    }
    let inside = named.within(source.clone());
    let (first, last) = (inside.first()?, inside.last()?);
    let title = |k: usize| {
        let x = w.low(k);
        w.capital(k)
            || names::is_title(x)
            || names::is_people(x)
            || names::is_portfolio(x)
            || matches!(x, "." | "both" | "his" | "her" | "the")
    };
    let between = |a: &people::Mention, b: &people::Mention| {
        // "Ann Lee and rival Tom Berg"
        let word = |k: usize| w.low(k - 1) == "and" && k + 1 == b.start && w.is_word(k);
        a.end < b.start && (a.end..b.start).all(|k| title(k) || matches!(w.low(k), "and" | ",") || word(k))
    };
    // "Ann Lee, its director, and Peter Holt, a historian at".
    let two = inside.len() == 2 && {
        let (a, b) = (&inside[0], &inside[1]);
        let and = (a.end..b.start).rev().find(|&k| !title(k));
        w.low(a.end) == ","
            && (w.low(b.end) == "," || b.end >= source.end)
            && and.is_some_and(|k| w.low(k) == "and" && w.before(k) == ",")
            && (a.end + 1..b.start).all(|k| !matches!(w.low(k), "who" | "which" | "whose"))
    };
    if two && inside.iter().all(|m| !m.owner) && first.person != last.person && (source.start..first.start).all(title) {
        return Some(vec![first.person, last.person]);
    }
    let parted = inside.windows(2).all(|m| between(&m[0], &m[1]));
    let and = inside.len() > 1 && (inside[inside.len() - 2].end..last.start).any(|k| w.low(k) == "and");
    let whole = (source.start..first.start).all(title)
        && (source.end <= last.end + 1 || lexicon::is_preposition(w.low(last.end)));
    let mut people: Vec<usize> = inside.iter().map(|m| m.person).collect();
    people.dedup();
    (parted && and && whole && people.len() > 1 && inside.len() <= 4 && inside.iter().all(|m| !m.owner))
        .then_some(people)
}

/// "The former … the latter": of the two that the sentence before joins by "and", or of what each of them issued.
pub(super) fn coordinated(named: &Named, w: &Words, source: &Range<usize>) -> Option<Resolved> {
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
