//! Signed contributions: a page of readers' letters or comments, each with its writer's name under it.
//!
//! Such words have somebody named for them, so none of them is the page's own. What tells such a page is its shape: lines that
//! are a name and nothing more, three at least, each behind running text, with no running text behind the last. A list of
//! portraits has its names before the text, and ends with text.

use super::Context;
use std::ops::Range;

/// Names that a page needs to be taken for a collection, and the words that one may have (with a place: "Ann Hale, Port Haddon").
const LEAST: usize = 3;
const LONGEST: usize = 8;

/// The blocks of signed contributions: from behind the first introduction up to the last name.
pub fn blocks(cx: &Context) -> Option<Range<usize>> {
    let sentences = &cx.reading.sentences;
    let mut names: Vec<(u32, &str)> = Vec::new();
    let (mut prose, mut opened, mut first) = (0usize, None, 0);
    let mut k = 0;
    while k < sentences.len() {
        let block = sentences[k].block;
        let from = sentences[k].first as usize;
        while k < sentences.len() && sentences[k].block == block {
            k += 1;
        }
        let all = from..sentences[k - 1].last as usize;
        if name(cx, all.clone()) && !names.iter().any(|(_, n)| *n == cx.w(all.start)) {
            // A name that no text stands before opens a portrait.
            if prose == 0 {
                return None;
            }
            if names.is_empty() {
                first = opened.unwrap_or(block);
            }
            names.push((block, cx.w(all.start)));
            prose = 0;
        } else if all.len() > LONGEST {
            prose += 1;
            opened = Some(block);
        }
    }
    let last = names.last()?.0;
    (names.len() >= LEAST && prose < 2).then_some(first as usize..last as usize)
}

/// "Ann Hale", "Ann van Hale, Port Haddon", "@annhale", with a dash before it or not.
fn name(cx: &Context, range: Range<usize>) -> bool {
    let tokens = &cx.reading.tokens[range.clone()];
    let words = range.clone().filter(|&i| cx.reading.tokens[i].is_word()).count();
    let handle = range.clone().take(2).any(|i| cx.w(i).starts_with('@'));
    let fits = |i: usize| {
        let t = cx.reading.tokens[i];
        t.shape == crate::text::Shape::Title
            || !t.is_word() && matches!(cx.w(i), "," | "." | "—" | "–" | "-" | "(" | ")")
            || matches!(cx.w(i), "de" | "van" | "von" | "der" | "la" | "and" | "of" | "al")
    };
    tokens.len() <= LONGEST + 2
        && (handle && words <= 2
            || (2..=LONGEST).contains(&words)
                && range.clone().filter(|&i| cx.reading.tokens[i].shape == crate::text::Shape::Title).count() > 1
                && range.clone().all(fits))
}

#[cfg(test)]
mod tests {
    use crate::assertion::tests::with_context;

    fn found(text: &str) -> Option<std::ops::Range<usize>> {
        let mut out = None;
        with_context(text, |cx| out = super::blocks(cx));
        out
    }

    #[test]
    fn finds_letters_by_the_names_under_them() {
        let letters = "We asked our readers what they think of the new toll on the lake.\n\n\
            The toll is a disgrace, and the mayor should be ashamed of it.\n\nAnn Hale\n\n\
            It is high time that somebody paid for the lock.\n\n— Bo van Rijn, Port Haddon\n\n\
            Nobody in this town can do sums, least of all the board of the guild.\n\n@cleorows";
        assert_eq!(found(letters), Some(1..6));
        // Portraits, with the name before the text.
        let portraits = "Ann Hale\n\nShe rowed for thirty years and is a disgrace to the guild today.\n\nBo Rijn\n\n\
            He mends the lock at night, and nobody in this town pays him for it.\n\nCleo Marsh\n\n\
            She runs the mill, which is the oldest in the valley of the lake.";
        assert_eq!(found(portraits), None);
        assert_eq!(found("The toll is a disgrace, and the mayor should be ashamed of it.\n\nAnn Hale"), None);
    }
}
