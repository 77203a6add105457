//! Turns of a conversation: "SMITH: words", "Ann Lee: words", "Q: words".
//!
//! A label with a colon at the head of a paragraph makes the rest of the paragraph a direct quotation of whom it names,
//! free of marks. A label in capitals is taken alone; a name in lower case only where the article is a conversation,
//! because a colon follows many other things; "Q" and "A" only together. Lines that a newsroom heads the same way
//! (UPDATE:, WASHINGTON:, RELATED:) are left alone, and so are clock times, headlines and the entries of a live blog.

use super::names;
use super::rules::{Found, How, is_read};
use super::words::Words;
use crate::document::Document;
use crate::report::Event;
use crate::text::Shape;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A label takes at most this many tokens.
const LABEL: usize = 9;
/// In a conversation an answer without a label goes on for at most this many paragraphs.
const GOES_ON: usize = 6;

/// Heads of lines that name nobody.
fn editorial(w: &str) -> bool {
    [
        "update",
        "updated",
        "correction",
        "clarification",
        "note",
        "warning",
        "related",
        "more",
        "read",
        "watch",
        "listen",
        "photo",
        "photos",
        "video",
        "videos",
        "breaking",
        "exclusive",
        "live",
        "analysis",
        "poll",
        "report",
        "source",
        "sources",
        "via",
        "credit",
        "image",
        "caption",
        "summary",
        "faq",
        "verdict",
        "rating",
        "location",
        "where",
        "when",
        "what",
        "why",
        "how",
        "who",
        "date",
        "time",
        "tip",
        "step",
        "key",
        "pros",
        "cons",
        "fact",
        "facts",
        "claim",
        "context",
        "background",
        "opinion",
        "editorial",
        "see",
        "also",
        "contact",
        "email",
        "phone",
        "address",
        "price",
        "cost",
        "score",
        "scores",
        "result",
        "results",
        "example",
        "conclusion",
        "bottom",
        "line",
        "part",
        "chapter",
        "section",
        "topic",
        "subject",
        "re",
        "ps",
        "p.s.",
        "nb",
        "tldr",
        "abstract",
        "text",
        "full",
        "question",
        "quote",
        "headline",
        "editor",
        "editors",
        "photograph",
        "illustration",
        "graphic",
        "map",
        "chart",
        "table",
        "figure",
        "published",
        "posted",
        "tags",
        "topics",
        "share",
        "follow",
        "subscribe",
        "newsletter",
        "podcast",
        "disclosure",
        "disclaimer",
        "advertisement",
        "sponsored",
        "copyright",
        "the",
        "a",
        "an",
        "and",
        "but",
        "this",
        "that",
        "there",
        "it",
        "here",
        "one",
        "first",
        "second",
        "third",
        "finally",
        "however",
        "meanwhile",
        "then",
        "now",
        "today",
        "crosstalk",
        "applause",
        "laughter",
    ]
    .contains(&w)
}

struct Label {
    /// Index into the document's blocks.
    block: usize,
    /// Tokens of the name.
    name: Range<usize>,
    /// Token of the colon.
    colon: usize,
    /// Token after the block.
    end: usize,
    /// How it is written.
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq)]
enum Sort {
    /// SMITH
    Upper,
    /// Ann Lee
    Name,
    /// Q or A
    Letter,
}

/// Whether a label starts with the article of a name ("The Courier").
fn papers(w: &Words, first: usize) -> bool {
    w.low(first) == "the" && w.capital(first + 1)
}

/// The label at the head of a block of tokens.
fn label(w: &Words, tokens: &Range<usize>, block: usize) -> Option<Label> {
    let quote = w.reading.tokens.get(tokens.start)?.shape == Shape::Quote;
    let start = tokens.start + usize::from(quote);
    let colon = (start + 1..tokens.end.min(start + LABEL + 1)).find(|&k| w.low(k) == ":")?;
    // A word may follow, or words in marks; a time of day (10:40) is one token and has no such colon.
    if colon + 1 >= tokens.end || (start..colon).any(|k| w.reading.tokens[k].shape == Shape::Quote) {
        return None;
    }
    // SEN. LEE (D-Iowa): what stands in parentheses is no part of the name.
    let end = (start + 1..colon).find(|&k| matches!(w.low(k), "(" | ",")).unwrap_or(colon);
    let name = start..end;
    let words = || name.clone().filter(|&k| w.is_word(k));
    // "The Courier: …": a paper that asks. `find` wants it to talk with somebody.
    let paper = papers(w, name.start) && words().count() > 1;
    let letter = matches!(w.reading.word(name.start), "Q" | "A") && name.len() == 1;
    if !letter
        && words().any(|k| {
            editorial(w.low(k)) && !(paper && k == name.start)
                || w.reading.tokens[k].shape == Shape::Number
                || w.low(k).contains('@')
        })
    {
        return None;
    }
    let sort = match words().count() {
        0 => return None,
        1 if letter => Sort::Letter,
        1 if w.low(name.start).chars().count() < 2 => return None,
        n if n <= 5
            && words().all(|k| w.reading.tokens[k].shape == Shape::Upper || w.low(k).len() == 1 && w.capital(k)) =>
        {
            if words().any(|k| names::is_organisation(w.low(k))) {
                return None;
            }
            Sort::Upper
        }
        n if n <= 5
            && words()
                .all(|k| w.capital(k) || matches!(w.low(k), "de" | "van" | "von" | "bin" | "al" | "der" | "of")) =>
        {
            Sort::Name
        }
        _ => return None,
    };
    Some(Label { block, name, colon, end: tokens.end, sort })
}

/// The labelled turns of an English document, in order; `blocks` are the tokens of each block.
pub fn find(doc: &Document, w: &Words, blocks: &[Range<usize>]) -> Vec<Found> {
    let labels: Vec<Label> = blocks
        .iter()
        .enumerate()
        .filter(|(b, t)| !t.is_empty() && is_read(doc, *b as u32))
        .filter_map(|(b, t)| label(w, t, b))
        .collect();
    let text = |l: &Label| w.reading.slice(w.reading.span_of(l.name.clone()));
    let mut times: HashMap<&str, usize> = HashMap::new();
    for l in &labels {
        *times.entry(text(l)).or_default() += 1;
    }
    let letters = (times.get("Q").copied().unwrap_or(0), times.get("A").copied().unwrap_or(0));
    let named = |l: &Label| l.sort == Sort::Name && !papers(w, l.name.start);
    let talks = |l: &Label| labels.iter().any(|x| named(x) && times[text(x)] >= 2) && times[text(l)] >= 2;
    let repeated = times.iter().filter(|(_, n)| **n >= 2).count();
    let conversation = labels.iter().filter(|l| l.sort == Sort::Name).count() >= 3
        && repeated >= 2
        && labels.iter().any(|l| named(l) && times[text(l)] >= 2)
        || labels.iter().any(|l| named(l) && times[text(l)] >= 3);
    // Once, among few others and much that has none: a place, an offer or a heading, unless something tells of a person.
    let upper: HashMap<&str, usize> =
        labels.iter().filter(|l| l.sort == Sort::Upper).map(|l| (text(l), times[text(l)])).collect();
    let read = blocks.iter().enumerate().filter(|(b, t)| !t.is_empty() && is_read(doc, *b as u32)).count();
    let speech = conversation
        || 3 * upper.len() >= read
        || upper.values().filter(|n| **n >= 2).count() >= 2
        || upper.values().any(|n| *n >= 3);
    let title = |k: &usize| w.reading.tokens[*k].shape == Shape::Title && w.low(k + 1) != ":";
    let spelled: HashSet<&str> =
        if upper.is_empty() { HashSet::new() } else { (0..w.low.len()).filter(title).map(|k| w.low(k)).collect() };
    let kept: Vec<&Label> = labels
        .iter()
        .filter(|l| match l.sort {
            Sort::Upper => speech || times[text(l)] > 1 || somebody(w, l, &spelled),
            Sort::Name if papers(w, l.name.start) => conversation && talks(l),
            Sort::Name => conversation,
            Sort::Letter => letters.0 >= 1 && letters.1 >= 1,
        })
        .collect();
    // A lone one at the head of an article is the place the news comes from, but where marks say that it is speech.
    let dateline = |l: &Label| {
        let read = |r: Range<usize>| r.into_iter().any(|b| !blocks[b].is_empty() && is_read(doc, b as u32));
        l.sort == Sort::Upper
            && w.reading.tokens[blocks[l.block].start].shape != Shape::Quote
            && !read(0..l.block)
            && read(l.block + 1..blocks.len())
    };
    if kept.len() == 1 && dateline(kept[0]) {
        return Vec::new();
    }
    let mut out: Vec<Found> = Vec::with_capacity(kept.len());
    for (i, l) in kept.iter().enumerate() {
        let mut content = vec![l.colon + 1..closed(w, l.colon + 1, l.end)];
        let next = kept.get(i + 1).map(|n| n.block);
        // Most paragraphs are turns: one without a label between two that have one goes on the answer.
        if let Some(next) = next.filter(|n| n - l.block <= GOES_ON && 5 * kept.len() >= 2 * span(&kept)) {
            for b in l.block + 1..next {
                let t = &blocks[b];
                let spoken = is_read(doc, b as u32) && !t.is_empty() && w.low(t.start) != "(";
                if !spoken || labels.iter().any(|x| x.block == b) {
                    break;
                }
                content.push(t.start..closed(w, t.start, t.end));
            }
        }
        content.retain(|r| r.clone().any(|k| w.is_word(k)));
        if content.is_empty() {
            continue;
        }
        out.push(Found {
            source: Some(l.name.clone()),
            cue: Some(l.colon..l.colon + 1),
            content,
            event: Event::Speech,
            how: How::Label,
            confidence: if kept.len() > 1 { 0.85 } else { 0.65 },
        });
    }
    out
}

/// Whether a label in capitals is somebody's: a first name or a title is in it, the text `named` its last word as a name,
/// or words in marks follow.
fn somebody(w: &Words, l: &Label, named: &HashSet<&str>) -> bool {
    let known = |k: usize| names::first_name(w.low(k)).is_some() || names::is_title(w.low(k));
    let last = l.name.clone().rev().find(|&k| w.is_word(k)).unwrap_or(l.name.start);
    let quote = |k: usize| w.reading.tokens[k].shape == Shape::Quote;
    let opened = l.name.start > 0 && !w.breaks(l.name.start) && quote(l.name.start - 1);
    l.name.clone().any(known) || opened || quote(l.colon + 1) || named.contains(w.low(last))
}

/// How many paragraphs lie between the first label and the last.
fn span(kept: &[&Label]) -> usize {
    kept.first().zip(kept.last()).map_or(0, |(a, b)| b.block - a.block + 1)
}

/// The end of a turn: without the mark that closes a pair opened before its label.
fn closed(w: &Words, start: usize, end: usize) -> usize {
    let last = end.saturating_sub(1);
    let outside = w.reading.tokens.get(last).is_some_and(|t| t.shape == Shape::Quote)
        && w.pair_at(last).is_none_or(|p| (p.open as usize) < start && p.close as usize == last);
    if outside && last > start { last } else { end }
}

/// The tokens of each block.
pub fn tokens_of(doc: &Document, w: &Words) -> Vec<Range<usize>> {
    let tokens = &w.reading.tokens;
    doc.blocks
        .iter()
        .map(|b| tokens.partition_point(|t| t.start < b.start)..tokens.partition_point(|t| t.start < b.end))
        .collect()
}
