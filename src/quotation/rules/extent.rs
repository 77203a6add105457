//! Where a content starts and ends.

use super::super::ends;
use super::super::lexicon::{self, Class, Form};
use super::super::words::determiner;
use super::{Decoder, REACH, strict};
use std::ops::Range;

impl Decoder<'_, '_, '_> {
    /// Drops punctuation at the ends of a content, never a mark that closes a quotation inside it.
    pub(super) fn trim(&self, mut r: Range<usize>) -> Range<usize> {
        let drop =
            |i: usize| !self.w.in_marks(i) && matches!(self.w.low(i), "," | "." | ";" | ":" | "—" | "–" | "-" | "--");
        while r.start < r.end && drop(r.start) {
            r.start += 1;
        }
        while r.start < r.end && drop(r.end - 1) {
            r.end -= 1;
        }
        r
    }

    /// The content left of a source: without an opening phrase that a comma parts from the words in marks.
    pub(super) fn left(&self, from: usize, a: usize) -> Range<usize> {
        let w = self.w;
        // "Denmark is in favour; Norland, he said, is not".
        let from = (from..a).rev().find(|&k| w.low(k) == ";" && !w.in_marks(k)).map_or(from, |k| k + 1);
        let first = w.low(from);
        let loose =
            lexicon::is_preposition(first) || matches!(first, "as" | "however" | "but" | "and" | "asked" | "still");
        // "She gave another answer — “We had it,” she said": the dash or colon parts the writer's words from hers.
        if let Some(p) = w.pair_at(a.saturating_sub(1)).filter(|p| w.heavy(*p) && !p.continues) {
            let o = p.open as usize;
            if o > from + 3 && matches!(w.low(o - 1), "—" | "–" | "--" | ":") && !(from..o).any(|k| w.in_marks(k)) {
                return o..a;
            }
        }
        match (from..a.min(from + 5)).find(|&k| w.in_marks(k)) {
            Some(o) if o > from + 1 && loose && matches!(w.low(o - 1), "," | ":") => o..a,
            _ => from..a,
        }
    }

    /// Where the content starts after a cue: behind a hearer, a time or a place.
    pub(super) fn content_start(&self, cue_end: usize, limit: usize, class: Class) -> usize {
        let w = self.w;
        let mut p = cue_end;
        let near = limit.min(cue_end + 16);
        if class == Class::Tell && !matches!(w.low(p), "that" | ":" | ",") && !w.in_marks(p) {
            // The hearer ends at "that", at a mark, or with its one pronoun or name.
            let asks = |k: usize| {
                matches!(w.low(k), "how" | "why" | "what" | "where" | "who") && k < p + 5 && determiner(w.low(p))
            };
            // "Told sailors who had come to the quay that": not what the hearers did.
            let who = (p + 1..near.min(p + 5)).find(|&k| w.low(k) == "who").unwrap_or(near);
            if let Some(k) = (p..near.min(p + 12)).find(|&k| {
                w.in_marks(k)
                    || asks(k) && k != who
                    || matches!(w.low(k), "that" | ":" | "if" | "whether")
                    || w.low(k) == "to" && k < who
            }) {
                // "Told analysts demand was “off the charts”": the clause starts before the marks.
                let heard = w.hearer(p).unwrap_or(p + usize::from(w.low(p).ends_with('s')));
                let relative = matches!(w.low(heard), "who" | "which" | "that");
                let clause =
                    w.in_marks(k) && !relative && heard > p && heard < k && (heard + 1..k).any(|j| ends::verbal(w, j));
                p = if clause { heard } else { k };
            } else if matches!(w.low(p), "him" | "her" | "me" | "us" | "them" | "reporters" | "it" | "you") {
                p += 1;
            } else {
                p = self.w.hearer(p).unwrap_or(p);
                let from = p;
                while p < near && (w.capital(p) || w.low(p) == "of" && w.capital(p + 1)) {
                    p += 1;
                }
                // "Told Harbour magazine the pair had split".
                let medium =
                    matches!(w.low(p), "magazine" | "newspaper" | "television" | "tv" | "radio" | "news" | "agency");
                p += usize::from(p > from && p < near && medium);
            }
        }
        if w.low(p) == "," && w.in_marks(p + 1) || w.low(p) == ":" {
            return p + 1;
        }
        // "Said at least 140 people", "said about 20 per cent".
        let amount = |k: usize| {
            matches!(w.low(k + 1), "least" | "most")
                || w.low(k + 1).starts_with(|c: char| c.is_ascii_digit())
                    && matches!(w.low(k), "about" | "over" | "under" | "around")
        };
        if matches!(class, Class::Say | Class::Tell | Class::Pledge)
            && (lexicon::is_preposition(w.low(p)) && w.low(p) != "to" && !amount(p) || w.time_at(p) || w.low(p) == ",")
        {
            // "On an episode of “The Long Road”": a title is where it was said, and not what.
            let named = |k: usize| {
                !matches!(w.low(k - 1), "," | ":") && w.pair_at(k).is_some_and(|q| !q.continues && w.title(q))
            };
            let said = |k: usize| w.in_marks(k) && !(named(k) && w.is_word(k - 1));
            let told = (p..near).find(|&k| {
                said(k)
                    || matches!(w.low(k), "that" | ":")
                    || class == Class::Pledge && matches!(w.low(k), "to" | "not") && k > p
            });
            // "Said on Thursday it would recall cars because of a fault that": not from a "that" inside the clause.
            let clause = told.is_some_and(|k| {
                let subject = (p + 2..k)
                    .find(|&j| matches!(w.low(j), "it" | "he" | "she" | "they" | "we" | "there") && !w.in_marks(j));
                w.is_word(p) && subject.is_some_and(|j| ends::verbal(w, j + 1))
            });
            if let Some(k) = told.filter(|_| !clause) {
                return k + usize::from(w.low(k) == ":");
            }
            // "Said on Telegram it had", "said in a statement the firm would".
            if w.is_word(p) && w.low(p + 1) != "," {
                let clause = (p + 2..near.min(p + 8)).find(|&k| {
                    let subject = matches!(w.low(k), "it" | "he" | "she" | "they" | "we" | "i" | "there")
                        || matches!(w.low(k), "the" | "its" | "his" | "her" | "their")
                            && !lexicon::is_preposition(w.low(k - 1));
                    !w.is_word(k) || subject
                });
                let verb = |k: usize| (k + 1..near.min(k + 7)).any(|j| ends::verbal(w, j));
                if let Some(k) = clause.filter(|&k| w.is_word(k) && !w.in_marks(k) && verb(k)) {
                    return k;
                }
            }
            while p < near && (w.time_at(p) || w.low(p) == "on" && lexicon::is_time(w.low(p + 1))) {
                p += 1;
            }
        }
        p
    }

    /// Whether only a time, a place or a circumstance follows up to the end of the unit.
    pub(super) fn adverbial(&self, at: usize, end: usize) -> bool {
        let w = self.w;
        let first = w.low(at);
        end.saturating_sub(at) <= 24
            && (w.time_at(at)
                || lexicon::is_preposition(first)
                || matches!(first, "after" | "when" | "as" | "while" | "before"))
            && !(at..end).any(|k| w.in_marks(k) || w.low(k) == "that")
    }

    /// The end of a clause that is content.
    pub(super) fn content_end(&self, start: usize, limit: usize) -> usize {
        let w = self.w;
        let limit = limit.min(start + REACH).max(w.pair_at(start).map_or(0, |p| (p.close as usize + 1).min(limit)));
        let mut k = start;
        while k < limit {
            if let Some(p) = w.pair_at(k) {
                let after = (p.close as usize + 1).min(limit).max(k + 1);
                let inner = w.low((p.close as usize).saturating_sub(1));
                let next = w.low(after);
                let more = w.in_marks(after + 1) && matches!(next, "and" | "or" | "but");
                if matches!(inner, "," | "." | "?" | "!") && !more && after < limit {
                    let third = w.low(after + 1);
                    let again = matches!(next, "and" | "but")
                        && (self.other_verb(after + 1) || lexicon::in_verb_group(third) || next == "but");
                    let clause = again
                        || matches!(next, "and" | "but" | "while" | "as" | "though" | "although")
                            && (determiner(third) || lexicon::is_pronoun(third) || w.capital(after + 1));
                    if clause
                        || matches!(inner, "." | "?" | "!")
                        || lexicon::verb(next).is_some_and(|v| v.1 == Form::Ing)
                        || next == "according"
                    {
                        return after;
                    }
                }
                k = after;
                continue;
            }
            let x = w.low(k);
            if matches!(x, ";") {
                return k;
            }
            if matches!(x, "and" | "but") && k > start + 1 && self.other_verb(k + 1) {
                return k;
            }
            if matches!(x, "," | "—" | "–") && k > start {
                let n = w.low(k + 1);
                let ing =
                    lexicon::verb(n).is_some_and(|v| v.1 == Form::Ing && v.0 != Class::Belief && v.0 != Class::View);
                if n == "according"
                    || ing
                    || matches!(n, "but" | "while" | "although" | "though" | "whereas") && x == ","
                {
                    return k;
                }
                if x == "," && n == "and" && self.other_clause(k + 2, limit) {
                    return k;
                }
            }
            k += 1;
        }
        limit
    }

    /// Whether a finite cue verb follows a conjunction, and so the same source says something else.
    pub(super) fn other_verb(&self, at: usize) -> bool {
        let w = self.w;
        let v = (at..at + 3).find(|&k| !lexicon::in_verb_group(w.low(k)) || w.in_marks(k)).unwrap_or(at);
        !w.in_marks(v)
            && !(at..v).any(|k| lexicon::is_modal(w.low(k)))
            && lexicon::verb(w.low(v)).is_some_and(|x| {
                matches!(x.1, Form::Past | Form::Third)
                    && matches!(x.0, Class::Say | Class::Tell | Class::Pledge | Class::Judge)
                    && !strict(&x.2)
                    && !lexicon::is_stance(&x.2)
            })
    }

    /// Whether a new attribution starts here: a short subject and a cue.
    pub(super) fn other_clause(&self, at: usize, limit: usize) -> bool {
        let w = self.w;
        (at..limit.min(at + 6)).any(|k| {
            !w.in_marks(k)
                && lexicon::verb(w.low(k))
                    .is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && v.1 == Form::Past && !strict(&v.2))
        })
    }

    /// The end of what is judged: as a clause, and before a time or circumstance.
    pub(super) fn judged_end(&self, start: usize, limit: usize) -> usize {
        let w = self.w;
        let end = self.content_end(start, limit);
        // Words in marks are what is said of the thing, so that nothing before them ends it.
        let first = (start + 1..end).rev().find(|&k| w.in_marks(k)).unwrap_or(start) + 1;
        (first..end)
            .find(|&k| {
                !w.in_marks(k)
                    && (matches!(w.low(k), "when" | "while" | "after" | "before" | "during" | "because" | ",")
                        || w.low(k) == "on" && lexicon::is_time(w.low(k + 1))
                        || w.low(k) == "in" && matches!(w.low(k + 1), "a" | "an"))
            })
            .unwrap_or(end)
    }
}
