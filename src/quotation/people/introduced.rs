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

impl Named {
    /// Gives those who are described first and named after it their description as a role; what opened with it is told by
    /// [`Named::described_at`].
    pub(super) fn introductions(&mut self, w: &Words) {
        let sentences = &w.reading.sentences;
        for k in 0..sentences.len().saturating_sub(1) {
            let Some((role, head)) = description(w, sentences[k].tokens()) else { continue };
            let named =
                |m: &super::Mention| m.start >= sentences[k].first as usize && m.start < sentences[k].last as usize;
            if self.mentions[self.mentions.partition_point(|m| m.start < role.start)..].first().is_some_and(named) {
                continue;
            }
            let next = sentences[k + 1].tokens();
            let Some(m) = self.within(next.clone()).first().copied().filter(|m| bare(w, &next, m)) else { continue };
            let x = &self.people[m.person];
            let woman = super::title_gender(w.low(head));
            if x.role.is_some()
                || x.since != m.start
                || m.owner
                || woman.is_some() && x.female.is_some() && woman != x.female
            {
                continue;
            }
            let article = usize::from(matches!(w.low(role.start), "a" | "an" | "the"));
            self.introduced.push((role.start, m.person));
            self.note(w, m.person, role.start + article..role.end);
            // What one of many is tells no office, and yet who it is.
            let x = &mut self.people[m.person];
            if x.role.is_none() {
                x.role = Some(w.reading.slice(w.reading.span_of(role.start + article..role.end)).to_owned());
            }
        }
    }

    /// Who is introduced by the description that starts at a token.
    pub fn described_at(&self, at: usize) -> Option<usize> {
        self.introduced.binary_search_by_key(&at, |x| x.0).ok().map(|k| self.introduced[k].1)
    }
}

/// The description that a sentence opens with, where it is of one person of whom more is told than that they saw or said
/// something, and its noun.
fn description(w: &Words, s: Range<usize>) -> Option<(Range<usize>, usize)> {
    let first = w.past_dateline(s.start).unwrap_or(s.start);
    let owner =
        (first + 1..first + 5).find(|&k| matches!(w.low(k), "'s" | "'")).filter(|&k| (first..k).all(|j| w.capital(j)));
    let from = if matches!(w.low(first), "a" | "an" | "the") { first + 1 } else { owner? + 1 };
    let noun =
        |k: usize| names::is_title(w.low(k)) || names::is_agent(w.low(k)) && w.reading.tokens[k].shape == Shape::Lower;
    let plain =
        |k: usize| w.is_word(k) && !w.in_marks(k) && !lexicon::is_preposition(w.low(k)) && !lexicon::is_aux(w.low(k));
    let head = (from..s.end.min(from + REACH))
        .take_while(|&k| plain(k))
        .find(|&k| noun(k) && !noun(k + 1) && w.low(k + 1) != "'s")?;
    // Whoever tells what others did is seldom named for it.
    let known = !matches!(
        w.low(head),
        "official"
            | "source"
            | "officer"
            | "officers"
            | "witness"
            | "neighbour"
            | "neighbor"
            | "resident"
            | "relative"
            | "friend"
            | "reporter"
            | "aide"
            | "diplomat"
            | "expert"
            | "analyst"
            | "lawyer"
            | "attorney"
            | "prosecutor"
            | "caller"
            | "insider"
            | "doctor"
            | "coroner"
            | "report"
            | "paper"
            | "newspaper"
    ) && !w.low(head).starts_with("spokes")
        && !names::is_body(w.low(head))
        && !names::is_document(w.low(head));
    let mut end = head + 1;
    while end < s.end && end < head + REACH && lexicon::is_preposition(w.low(end)) && !lexicon::is_time(w.low(end + 1))
    {
        let stop = (end + 1..s.end).find(|&k| {
            !w.is_word(k)
                || lexicon::is_aux(w.low(k))
                || acts(w, k)
                || lexicon::is_preposition(w.low(k))
                || w.low(k) == "who"
        })?;
        end = stop;
    }
    let goes_on = lexicon::is_aux(w.low(end))
        || acts(w, end)
        || w.low(end) == "who"
        || w.low(end) == "," && w.low(end + 1) == "who";
    (known && goes_on && w.reading.tokens[head].shape != Shape::Upper).then_some((first..end, head))
}

/// Whether somebody is named without a title or an apposition, as the subject of a verb of saying.
fn bare(w: &Words, s: &Range<usize>, m: &super::Mention) -> bool {
    let before = w.before(m.start);
    let opens =
        m.start == s.start || before == "," || w.in_marks(m.start.saturating_sub(1)) || names::is_honorific(before);
    let full = (m.start..m.end).filter(|&k| w.is_word(k)).count() > 1;
    let says = |k: usize| {
        let k = if lexicon::is_aux(w.low(k)) { k + 1 } else { k };
        lexicon::verb(w.low(k))
            .is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && matches!(v.1, Form::Past | Form::Third))
    };
    let next = m.end;
    let age = w.low(next) == "," && w.low(next + 2) == "," && w.reading.tokens[next + 1].shape == Shape::Number;
    let who = (w.low(next) == "," && w.low(next + 1) == "who")
        .then(|| (next + 2..s.end.min(next + 20)).find(|&k| w.low(k) == ","))
        .flatten();
    let verb = if age { next + 3 } else { who.map_or(next, |k| k + 1) };
    opens && full && !w.in_marks(m.start) && says(verb) && !determiner(w.low(next))
}
