//! The text as the rules and the decoder see it: tokens in lower case, each with the pair of marks around it.

use crate::text::{Pair, Reading, Sentence};
use std::ops::Range;

/// The text as the rules see it.
pub struct Words<'r, 'a> {
    /// The reading.
    pub reading: &'r Reading<'a>,
    /// Tokens in lower case, with straight apostrophes.
    pub low: Vec<String>,
    /// For each token the index + 1 of the outermost pair of marks around it, or 0.
    pub quoted: Vec<u32>,
}

impl<'r, 'a> Words<'r, 'a> {
    /// Prepares a reading.
    pub fn new(reading: &'r Reading<'a>) -> Self {
        let low = (0..reading.tokens.len())
            .map(|i| reading.word(i).chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }).collect())
            .collect();
        let mut quoted = vec![0; reading.tokens.len()];
        let mut reached = 0;
        for (k, p) in reading.pairs.iter().enumerate() {
            let (a, b) = (p.open as usize, (p.close as usize + usize::from(!p.continues)).min(quoted.len()));
            if a < reached || a >= b || nickname(reading, p) {
                continue;
            }
            reached = b;
            quoted[a..b].fill(k as u32 + 1);
        }
        Self { reading, low, quoted }
    }

    /// A token in lower case; empty past the ends.
    pub fn low(&self, i: usize) -> &str {
        self.low.get(i).map_or("", String::as_str)
    }

    /// Whether a line ends before the token.
    pub fn breaks(&self, i: usize) -> bool {
        let t = &self.reading.tokens;
        i > 0
            && i < t.len()
            && t[i].spaced
            && self.reading.text[t[i - 1].end as usize..t[i].start as usize].contains('\n')
    }

    /// Whether a line ends between two tokens that are near each other.
    pub fn breaks_between(&self, a: usize, b: usize) -> bool {
        (a..=b).any(|i| self.breaks(i))
    }

    /// Whether a word in lower case occurs around a token, within a bound, where `test` holds of the place.
    pub fn occurs_near(&self, at: usize, low: &str, test: impl Fn(usize) -> bool) -> bool {
        /// In tokens to either side.
        const NEAR: usize = 600;
        (at.saturating_sub(NEAR)..self.low.len().min(at + NEAR)).any(|k| self.low(k) == low && test(k))
    }

    /// Whether a capital is more than that of a sentence's first word: it stands inside one, or the word does near by.
    pub fn is_name(&self, at: usize) -> bool {
        let inside = |k: usize| self.capital(k) && !self.opens_sentence(k) && !self.breaks(k);
        inside(at) || self.occurs_near(at, self.low(at), inside)
    }

    /// Whether a verb asks for no more than to go unnamed: "asked not to be named", "wished to remain anonymous".
    pub fn asks_for_anonymity(&self, verb: usize) -> bool {
        let asks = matches!(
            self.low(verb),
            "asked"
                | "asking"
                | "asks"
                | "requested"
                | "requesting"
                | "wished"
                | "wishing"
                | "wanted"
                | "preferred"
                | "declined"
                | "refused"
        );
        let follows = |words: &[&str]| words.iter().enumerate().all(|(k, x)| self.low(verb + 1 + k) == *x);
        // "Asked that her last name not be used".
        let hidden = |from: usize| {
            (from..from + 7).find(|&k| self.low(k) == "not" && self.low(k + 1) == "be").is_some_and(|k| {
                matches!(
                    self.low(k + 2),
                    "named" | "identified" | "used" | "published" | "disclosed" | "revealed" | "printed"
                )
            })
        };
        asks && (self.low(verb + 1) == "that" && hidden(verb + 2)
            || follows(&["not", "to", "be"])
                && matches!(self.low(verb + 4), "named" | "identified" | "quoted" | "further")
            || follows(&["to", "remain", "anonymous"])
            || follows(&["to", "be", "named"])
            || follows(&["to", "be", "identified"])
            || follows(&["anonymity"]))
    }

    /// Whether a time starts at a token: "Friday", "late Friday".
    pub fn time_at(&self, i: usize) -> bool {
        let time = super::lexicon::is_time;
        time(self.low(i)) || matches!(self.low(i), "early" | "late") && time(self.low(i + 1))
    }

    /// The token behind a dateline that opens a sentence: "OSLO, May 4 (Reuters) - |The", "OSLO — |The".
    pub fn past_dateline(&self, first: usize) -> Option<usize> {
        /// No dateline has more tokens.
        const LONGEST: usize = 18;
        let t = &self.reading.tokens;
        let upper = t.get(first).is_some_and(|t| t.shape == crate::text::Shape::Upper && t.end - t.start > 2)
            || self.low(first).contains('-') && self.reading.word(first).chars().all(|c| c == '-' || c.is_uppercase());
        let mut open = false;
        let mut agency = false;
        for k in first..first + LONGEST {
            let x = self.low(k);
            match x {
                "(" => open = true,
                ")" => (open, agency) = (false, agency || open),
                "—" | "–" | "-" | "--" if k > first && t[k].spaced => {
                    let next = t.get(k + 1).is_some_and(|t| t.spaced);
                    let starts = self.capital(k + 1) || self.in_marks(k + 1) || !self.is_word(k + 1);
                    return (next && starts && (upper || agency)).then_some(k + 1);
                }
                "," | "." | "/" | "of" | "de" | "the" | "and" => {}
                _ if open || self.capital(k) || x.starts_with(|c: char| c.is_ascii_digit()) => {}
                _ => return None,
            }
        }
        None
    }

    /// The token before `i` in lower case; nothing at the start of the text.
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |k| self.low(k))
    }

    /// Whether a token opens a sentence.
    pub fn opens_sentence(&self, i: usize) -> bool {
        self.sentence(i).is_some_and(|s| s.first as usize == i)
    }

    /// The sentence that a token stands in.
    pub fn sentence(&self, i: usize) -> Option<&Sentence> {
        let t = self.reading.tokens.get(i)?;
        self.reading.sentence_at(t.start).and_then(|s| self.reading.sentences.get(s))
    }

    /// Whether two tokens stand in the same block.
    pub fn same_block(&self, a: usize, b: usize) -> bool {
        let block = |i: usize| self.sentence(i).map(|s| s.block);
        block(a).is_some() && block(a) == block(b)
    }

    /// The end of a hearer that starts at a token, where a clause follows or its capitals end: "told the Post | he".
    pub fn hearer(&self, at: usize) -> Option<usize> {
        let opens = |k: usize| {
            let x = self.low(k);
            super::lexicon::is_pronoun(x) && x != "who" || x == "there" || determiner(x)
        };
        let article = determiner(self.low(at));
        let first = at + usize::from(article);
        let mut end = first;
        while self.capital(end) && end - first < 6 && !self.breaks(end) {
            end += 1;
        }
        if end > first {
            return (article || opens(end)).then_some(end);
        }
        let plural = self.low(at).ends_with('s') && self.low(at).len() > 3
            || matches!(self.low(at), "police" | "staff" | "media" | "people" | "parliament");
        let noun = |k: usize| {
            let x = self.low(k - 1);
            let joint = super::lexicon::is_preposition(x) || super::lexicon::parts_clauses(x);
            let asks = matches!(x, "how" | "why" | "what" | "whether" | "where" | "who");
            self.is_word(k - 1) && !self.in_marks(k - 1) && !joint && !asks && opens(k)
        };
        let one = (first + 1..first + if article { 3 } else { 2 }).find(|&k| (article || plural) && noun(k));
        // "Told board members they": two nouns without an article.
        let lower = |k: usize| self.is_word(k) && !self.capital(k) && super::lexicon::verb(self.low(k)).is_none();
        let two = first + 2;
        one.or_else(|| {
            let many = self.low(two - 1).ends_with('s') && self.low(two - 1).len() > 3;
            (!article && many && lower(first) && lower(two - 1) && noun(two)).then_some(two)
        })
    }

    /// Whether a token stands in marks.
    pub fn in_marks(&self, i: usize) -> bool {
        self.quoted.get(i).is_some_and(|&q| q > 0)
    }

    /// The outermost pair of marks around a token.
    pub fn pair_at(&self, i: usize) -> Option<Pair> {
        let q = *self.quoted.get(i)? as usize;
        self.reading.pairs.get(q.checked_sub(1)?).copied()
    }

    /// The closing mark of a nickname that opens at a token: Robert “Bobby” Scott.
    pub fn nickname_at(&self, i: usize) -> Option<usize> {
        let pairs = &self.reading.pairs;
        let p = pairs.get(pairs.partition_point(|p| (p.open as usize) < i))?;
        (p.open as usize == i && nickname(self.reading, p)).then_some(p.close as usize)
    }

    /// Whether one of these words stands in a range, outside marks.
    pub fn has(&self, range: &Range<usize>, of: &[&str]) -> bool {
        range.clone().any(|k| of.contains(&self.low(k)) && !self.in_marks(k))
    }

    /// Whether the token is a word or a number.
    pub fn is_word(&self, i: usize) -> bool {
        self.reading.tokens.get(i).is_some_and(|t| t.is_word())
    }

    /// Whether the token starts with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.reading.tokens.get(i).is_some_and(|t| t.is_capital())
    }

    /// Whether every longer word in a pair of marks is capital, as in titles.
    pub fn title(&self, p: Pair) -> bool {
        let mut long = (p.open as usize + 1..p.close as usize)
            .filter(|&i| self.is_word(i) && self.low(i).len() > 3)
            .take(12)
            .peekable();
        long.peek().is_some() && long.all(|i| self.capital(i))
    }

    /// Whether the pair reads as speech: it is closed by a mark of punctuation inside, or is long.
    pub fn heavy(&self, p: Pair) -> bool {
        let inner = p.open as usize + 1..p.close as usize;
        let words = inner.clone().filter(|&i| self.is_word(i)).count();
        p.continues
            || words >= 7
            || words >= 1
                && inner.end > 0
                && matches!(self.low(inner.end - 1), "," | "." | "!" | "?" | "…" | "..." | "--" | "—")
            || words >= 1 && matches!(self.low(inner.end + 1), ",") && words >= 4
    }
}

/// Whether a pair of marks holds a nickname inside a name: Robert “Bobby” Scott.
fn nickname(reading: &Reading, p: &Pair) -> bool {
    let (open, close) = (p.open as usize, p.close as usize);
    let capital = |k: usize| reading.tokens.get(k).is_some_and(|t| t.is_capital());
    let name = |k: usize| capital(k) || reading.word(k) == "." && k > 0 && capital(k - 1);
    !p.continues
        && open > 0
        && close - open <= 3
        && close > open + 1
        && (open + 1..close).all(|k| capital(k) || reading.word(k) == "the")
        && name(open - 1)
        && reading.tokens[open].spaced
        && capital(close + 1)
        && reading.tokens[close + 1].spaced
}

/// Words that open a noun phrase.
pub fn determiner(w: &str) -> bool {
    matches!(
        w,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "this"
            | "these"
            | "those"
            | "some"
            | "many"
            | "our"
            | "my"
            | "another"
            | "one"
            | "several"
            | "most"
            | "other"
            | "no"
            | "any"
            | "your"
    )
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::document::Document;
    use crate::text::Reading;

    #[test]
    fn datelines() {
        for (text, want) in [
            ("OSLO, May 4 (Reuters) - The port closed.", Some("The")),
            ("OSLO — The port closed.", Some("The")),
            ("PORT-AU-PRINCE, Haiti (AP) — Two boats sank.", Some("Two")),
            ("Haddon (AFP) - The port closed.", Some("The")),
            ("NEW YORK, N.Y. — “It is closed,” she said.", Some("“")),
            ("NATO — the alliance — met.", None),
            ("Oslo - The port closed.", None),
            ("The port of OSLO - it closed.", None),
            ("OSLO", None),
        ] {
            let doc = Document::from_text(text);
            let reading = Reading::new(&doc);
            let w = Words::new(&reading);
            assert_eq!(w.past_dateline(0).map(|k| w.reading.word(k)), want, "{text}");
        }
    }
}
