//! Signed words: “We lost the harvest.” — Ann Lee, farmer
//!
//! Posts that a page embeds are signed in the same way, in a paragraph of their own and without marks:
//! — Ann Lee (@annlee) May 6, 2025
//!
//! Letters, readers' voices and the mottoes above chapters name their speaker after a dash at the end of the line, with no verb.
//! The marks must open the line and hold more than a name or a title, and the signature must end the line but for a
//! description behind a comma, so that a dash inside running text stays one.

use super::people;
use super::rules::{Found, How};
use super::words::Words;
use crate::report::Event;
use std::ops::Range;

/// A signature has at most this many tokens.
const LONGEST: usize = 8;
/// A post has at most this many paragraphs.
const PARAGRAPHS: usize = 12;
/// The line under an embedded post has at most this many tokens.
const POST: usize = 24;

/// Finds signed words, in the order of the text.
pub fn find(w: &Words, read: impl Fn(u32) -> bool) -> Vec<Found> {
    let mut out = Vec::new();
    for p in &w.reading.pairs {
        let (open, close) = (p.open as usize, p.close as usize);
        if p.depth > 0 || p.continues || !read(p.block) || !opens(w, open) || !w.heavy(*p) {
            continue;
        }
        let Some(name) = signature(w, close + 1) else { continue };
        out.push(Found {
            source: Some(name),
            cue: Some(close + 1..close + 2),
            content: vec![open..close + 1],
            event: Event::Speech,
            how: How::Signed,
            confidence: 0.85,
        });
    }
    out
}

/// Finds embedded posts: the paragraph before a line that is a dash, a name and a handle in parentheses, or all those before it
/// that are `set` off in one element with it. `blocks` are the tokens of each block.
pub fn posts(
    w: &Words,
    blocks: &[Range<usize>],
    read: impl Fn(u32) -> bool,
    set: impl Fn(usize) -> Option<u32>,
) -> Vec<Found> {
    let mut out = Vec::new();
    let mut last = 0;
    for (b, line) in blocks.iter().enumerate().skip(1) {
        let dash = line.start;
        if line.len() < 4 || line.len() > POST || !matches!(w.low(dash), "—" | "–" | "―" | "--") {
            continue;
        }
        let Some(open) = (dash + 2..line.end).find(|&k| w.low(k) == "(").filter(|&k| w.low(k + 1).starts_with('@'))
        else {
            continue;
        };
        let mut from = b - 1;
        while from > last && b - from < PARAGRAPHS && set(b).is_some() && set(from) == set(b) && set(from - 1) == set(b)
        {
            from -= 1;
        }
        last = b + 1;
        let content: Vec<_> =
            blocks[from..b].iter().filter(|r| (r.start..r.end).any(|k| w.is_word(k))).cloned().collect();
        if !content.is_empty() && read(b as u32 - 1) {
            out.push(Found {
                source: Some(dash + 1..open),
                cue: Some(dash..dash + 1),
                content,
                event: Event::Speech,
                how: How::Signed,
                confidence: 0.85,
            });
        }
    }
    out
}

/// The dash and the name of a line that is nothing but a signature: "— Ann Lee, farmer", or the name alone.
pub fn line(w: &Words, tokens: &Range<usize>) -> Option<(Option<Range<usize>>, Range<usize>)> {
    let dash = matches!(w.low(tokens.start), "—" | "–" | "―" | "--" | "-");
    let start = tokens.start + usize::from(dash);
    if start >= tokens.end || tokens.len() > POST || !w.capital(start) {
        return None;
    }
    let end = people::run_end(w, start).min(tokens.end);
    let named = (start..end).filter(|&k| w.is_word(k)).count();
    // Without the dash it must be a first and a last name, and no sentence.
    let sure = dash || (2..=4).contains(&named) && !matches!(w.low(tokens.end - 1), "." | "!" | "?" | ":");
    let over = end >= tokens.end || matches!(w.low(end), "," | "(" | "." | "/");
    (named > 0 && end - start <= LONGEST && sure && over)
        .then(|| (dash.then(|| tokens.start..tokens.start + 1), start..end))
}

/// Whether a token opens a line.
fn opens(w: &Words, i: usize) -> bool {
    i == 0 || w.breaks(i) || !w.same_block(i - 1, i)
}

/// The name behind a dash at token `dash`, where it is all that the line holds but for a description.
fn signature(w: &Words, dash: usize) -> Option<Range<usize>> {
    if !matches!(w.low(dash), "—" | "–" | "―" | "--" | "-") || !w.same_block(dash - 1, dash) {
        return None;
    }
    let start = dash + 1;
    if !w.capital(start) || opens(w, start) {
        return None;
    }
    let end = people::run_end(w, start).min(w.low.len());
    let named = (start..end).filter(|&k| w.is_word(k)).count();
    let over = end >= w.low.len() || opens(w, end) || matches!(w.low(end), "," | "(" | "." | "/");
    (named > 0 && end - start <= LONGEST && over).then_some(start..end)
}
