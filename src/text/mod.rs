//! Text below the level of meaning: tokens, sentences, quotation marks, offsets. Nothing above this module computes
//! with raw offsets of its own; it asks here.

pub mod needles;
pub mod offsets;
pub mod quotes;
pub mod sentences;
pub mod tokens;

pub use quotes::Pair;
pub use sentences::Sentence;
pub use tokens::{Shape, Token};

use crate::document::Document;
use crate::report::Span;

/// Whether a run of digits is a year of the last century or this.
pub fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether a word in lower case can be a day of the week or a month, in full or short: not every such word is one.
pub fn may_be_date(low: &str) -> bool {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    low.len() > 5 && low.ends_with("day") || months.iter().any(|m| low.starts_with(m))
}

/// The letters and digits that a text starts with.
pub fn first_word(s: &str) -> &str {
    &s[..s.find(|c: char| !c.is_alphanumeric()).unwrap_or(s.len())]
}

/// A document with its tokens, sentences and pairs of quotation marks. Made once, read by every detector.
#[derive(Debug, Clone, Default)]
pub struct Reading<'a> {
    /// The text all offsets point into.
    pub text: &'a str,
    /// Tokens in order, over all blocks.
    pub tokens: Vec<Token>,
    /// Sentences in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Pairs of quotation marks, by their opening mark.
    pub pairs: Vec<Pair>,
    /// For each pair how far it or one before it reaches.
    reach: Vec<u32>,
}

impl<'a> Reading<'a> {
    /// Reads the blocks of a document.
    pub fn new(doc: &'a Document) -> Self {
        let mut r = Reading { text: &doc.text, ..Reading::default() };
        for (i, b) in doc.blocks.iter().enumerate() {
            let first = r.tokens.len();
            tokens::tokenize(&doc.text, b.start as usize..b.end as usize, &mut r.tokens);
            sentences::split(&doc.text, &r.tokens, first, i as u32, &mut r.sentences);
        }
        r.pairs = quotes::pair(&doc.text, &doc.blocks, &r.tokens);
        let furthest = |far: &mut u32, p: &Pair| {
            *far = p.end.max(*far);
            Some(*far)
        };
        r.reach = r.pairs.iter().scan(0, furthest).collect();
        r
    }

    /// The words of a token.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| &self.text[t.span().range()])
    }

    /// The text of a span.
    pub fn slice(&self, s: Span) -> &'a str {
        self.text.get(s.range()).unwrap_or("")
    }

    /// Index of the first token that ends after byte `at`.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|t| t.end <= at)
    }

    /// Indices of the tokens that a span of bytes reaches over.
    pub fn tokens_of(&self, s: Span) -> std::ops::Range<usize> {
        self.token_at(s.start)..self.token_at(s.end.saturating_sub(1)) + 1
    }

    /// Index of the sentence that holds byte `at`, if one does.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.end <= at);
        (i < self.sentences.len() && self.sentences[i].start <= at).then_some(i)
    }

    /// The span from the first of these tokens to the last; empty at 0 for an empty range.
    pub fn span_of(&self, tokens: std::ops::Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) if !tokens.is_empty() => Span { start: a.start, end: b.end },
            _ => Span::default(),
        }
    }

    /// Whether byte `at` stands inside a pair of quotation marks (the marks themselves count as inside).
    pub fn quoted(&self, at: u32) -> bool {
        let i = self.pairs.partition_point(|p| p.start <= at);
        i.checked_sub(1).and_then(|i| self.reach.get(i)).is_some_and(|end| at < *end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outer_pair_holds_whatever_stands_behind_its_inner_pairs() {
        let inner = "She read ‘rain’ aloud. ".repeat(12);
        let text = format!("He said: “{inner}Then it ended.” So it was.");
        let doc = Document::from_text(&text);
        let reading = Reading::new(&doc);
        let at = |words: &str| text.find(words).expect("words of the text") as u32;
        assert!(reading.quoted(at("Then it ended")));
        assert!(!reading.quoted(at("So it was")) && !reading.quoted(at("He said")));
    }
}
