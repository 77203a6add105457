//! Whom an article introduces by what they are and names in the next sentence: "A retired judge has told the Post … Ann Lee said".
//!
//! A full name that stands bare, without a title or an apposition, where it is first named, is of somebody whom the text has told of
//! already; where the sentence before opens with somebody in particular who has no name yet, that is who.

use super::{Named, acts};
use crate::quotation::lexicon::{self, Class, Form};
use crate::quotation::names;
use crate::quotation::words::{Words, determiner};
use crate::text::Shape;
use std::ops::Range;

/// The most tokens before the noun of a description, and of what tells more of it behind.
const REACH: usize = 8;

/// How many sentences on "the trooper, Ann Lee," is still the trooper of before.
const NEAR: usize = 4;

impl Named {
    /// Gives those who are described first and named after it their description as a role; whose it is, is told by
    /// [`Named::described_at`].
    pub(super) fn introductions(&mut self, w: &Words) {
        let sentences = &w.reading.sentences;
        // Descriptions whose person has no name yet: sentence, words, noun.
        let mut open: Vec<(usize, Range<usize>, usize)> = Vec::new();
        for k in 0..sentences.len() {
            let here = sentences[k].tokens();
            let first = self.within(here.clone()).first().copied();
            if let Some(m) = first.filter(|m| bare(w, &here, m)) {
                let before = open.iter().rposition(|o| o.0 + 1 == k);
                if let Some(o) = before.filter(|&o| self.is_new(w, &m, open[o].2)) {
                    let (_, role, _) = open.remove(o);
                    self.introduce(w, role, m.person);
                }
            } else if let Some((m, o)) = self.within(here.clone()).iter().take(4).find_map(|m| {
                // "The trooper, Ann Lee,", and "Judge Ann Lee wrote" behind "a federal judge".
                let title = m.start.checked_sub(1).filter(|&n| w.capital(n) && self.people[m.person].since == m.start);
                let apposed = m.start.checked_sub(2).filter(|&n| w.low(n + 1) == "," && w.before(n) == "the");
                let noun = apposed.or(title)?;
                let o = open.iter().rposition(|o| w.low(o.2) == w.low(noun))?;
                Some((*m, o))
            }) {
                let (_, role, _) = open.remove(o);
                self.introduce(w, role, m.person);
            }
            open.retain(|o| o.0 + NEAR > k);
            if self.within(here.clone()).is_empty() {
                open.extend(description(w, here).map(|(role, head)| (k, role, head)));
            }
        }
        crate::order::by(&mut self.introduced, |x| [x.0 as u64, 0]);
    }

    /// Whether a mention is the first of somebody of whom nothing else is told, and whom a noun can mean.
    fn is_new(&self, w: &Words, m: &super::Mention, head: usize) -> bool {
        let x = &self.people[m.person];
        let woman = super::title_gender(w.low(head));
        let other = woman.is_some() && x.female.is_some() && woman != x.female;
        (x.role.is_none() || x.slight) && x.since == m.start && !m.owner && !other
    }

    fn introduce(&mut self, w: &Words, role: Range<usize>, person: usize) {
        let article = usize::from(matches!(w.low(role.start), "a" | "an" | "the" | "its" | "his" | "her" | "their"));
        self.introduced.push((role.start, person));
        let words = role.start + article..role.end;
        self.note(w, person, words.clone());
        let x = &mut self.people[person];
        if x.role.is_none() {
            x.role = Some(w.reading.slice(w.reading.span_of(words)).to_owned());
        }
    }

    /// Who is introduced by the description that starts at a token.
    pub fn described_at(&self, at: usize) -> Option<usize> {
        self.introduced.binary_search_by_key(&at, |x| x.0).ok().map(|k| self.introduced[k].1)
    }
}

/// The description that a sentence opens with or that stands in its tag, where it is of one person of whom more is told than that
/// they saw or said something, and its noun.
fn description(w: &Words, s: Range<usize>) -> Option<(Range<usize>, usize)> {
    let first = w.past_dateline(s.start).unwrap_or(s.start);
    let commas =
        (first..s.end).rev().take(24).filter(|&k| w.low(k) == "," && !w.in_marks(k) || k + 1 < s.end && w.in_marks(k));
    let tag = |k: usize| phrase(w, k + 1..s.end).filter(|(r, _)| says(w, r.end));
    phrase(w, first..s.end)
        .filter(|(r, _)| lexicon::is_aux(w.low(r.end)) || acts(w, r.end) || matches!(w.low(r.end), "who" | ","))
        .or_else(|| commas.map(tag).find_map(|x| x))
}

/// The description that a range of words starts with, and its noun.
fn phrase(w: &Words, s: Range<usize>) -> Option<(Range<usize>, usize)> {
    let first = s.start;
    let owner =
        (first + 1..first + 5).find(|&k| matches!(w.low(k), "'s" | "'")).filter(|&k| (first..k).all(|j| w.capital(j)));
    let article = matches!(w.low(first), "a" | "an" | "the" | "its" | "his" | "her" | "their");
    let from = if article { first + 1 } else { owner? + 1 };
    let noun =
        |k: usize| names::is_title(w.low(k)) || names::is_agent(w.low(k)) && w.reading.tokens[k].shape == Shape::Lower;
    let plain = |k: usize| {
        let x = w.low(k);
        w.is_word(k) && !w.in_marks(k) && !lexicon::is_preposition(x) && (!lexicon::is_aux(x) || x == "'s")
    };
    let head = (from..s.end.min(from + REACH))
        .take_while(|&k| plain(k))
        .find(|&k| noun(k) && !(k + 1 < s.end && noun(k + 1)) && w.low(k + 1) != "'s")?;
    let known = !TELLERS.has(w.low(head))
        && !w.low(head).starts_with("spokes")
        && !names::is_body(w.low(head))
        && !names::is_document(w.low(head))
        && w.reading.tokens[head].shape != Shape::Upper;
    let mut end = head + 1;
    while end < s.end && end < head + REACH && lexicon::is_preposition(w.low(end)) && !lexicon::is_time(w.low(end + 1))
    {
        end = (end + 1..s.end).find(|&k| {
            !w.is_word(k)
                || lexicon::is_aux(w.low(k))
                || acts(w, k)
                || lexicon::is_preposition(w.low(k))
                || w.low(k) == "who"
        })?;
    }
    known.then_some((first..end, head))
}

/// Whoever tells what others did is seldom named for it in the next sentence.
static TELLERS: names::List = names::List::new(
    "
    official source officer officers witness neighbour neighbor resident relative friend reporter diplomat expert analyst
    lawyer attorney prosecutor caller insider doctor coroner
    ",
);

/// Whether a verb of saying stands at a token, an auxiliary before it or not.
fn says(w: &Words, k: usize) -> bool {
    let k = if lexicon::is_aux(w.low(k)) { k + 1 } else { k };
    lexicon::verb(w.low(k)).is_some_and(|v| {
        matches!(v.0, Class::Say | Class::Tell | Class::Pledge) && matches!(v.1, Form::Past | Form::Third)
    })
}

/// Whether somebody is named without a title or an apposition, as the subject of a verb of saying.
fn bare(w: &Words, s: &Range<usize>, m: &super::Mention) -> bool {
    let before = w.before(m.start);
    let opens = m.start == s.start || before == "," || w.in_marks(m.start.saturating_sub(1)) || names::is_honorific(before)
        // "Sheikh Ann Lee said": a rank tells no office.
        || m.start > s.start && m.start - 1 == s.start && w.capital(s.start);
    let full = (m.start..m.end).filter(|&k| w.is_word(k)).count() > 1;
    let next = m.end;
    let age = w.low(next) == "," && w.low(next + 2) == "," && w.reading.tokens[next + 1].shape == Shape::Number;
    let who = (w.low(next) == "," && w.low(next + 1) == "who")
        .then(|| (next + 2..s.end.min(next + 20)).find(|&k| w.low(k) == ","))
        .flatten();
    let verb = if age { next + 3 } else { who.map_or(next, |k| k + 1) };
    opens && full && !w.in_marks(m.start) && says(w, verb) && !determiner(w.low(next))
}
