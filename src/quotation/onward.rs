//! Words in marks without a cue of their own: whose they are, and how sure that they are quoted at all.
//!
//! In news a speaker is named once and goes on: whole sentences in marks that follow an attributed quotation belong to
//! it, in the same paragraph or as the next. Where what came before was only reported, they are a quotation for
//! themselves, whose speaker is sought nearby. Long runs in marks without any attribution are quoted all the same. Names,
//! titles, headings and mottoes stand in marks too: they are short, or in capitals.
//!
//! A quotation set apart from the text repeats words of it, and is left to where they stand.

use super::rules::{Found, How};
use super::words::Words;
use crate::report::Event;
use crate::text::Pair;
use std::ops::Range;

/// Raw figures, see [`super::confidence`]: someone was quoted or reported right before.
const FOLLOWS: f32 = 0.73;
/// A long run in marks that nothing introduces.
const ALONE: f32 = 0.67;
/// Words that are quoted and not named: a run in marks of at least so many needs no full stop.
const LONG: usize = 9;
/// At most so many quotations are compared with the rest of the text, for each comparison reads all of it.
const COMPARED: usize = 24;

/// What is known of the sentence before.
enum Before {
    /// A quotation in marks with its source; its place in the list.
    Quoted(usize),
    /// A source's words without marks, or a sentence that announces words.
    Reported,
    /// Nothing.
    Unknown,
}

/// Gives words in marks without a cue to the quotation that they go on, and adds those that nobody found. `found` is
/// sorted by content; `units` are the sentences that are read.
pub(super) fn adopt(w: &Words, units: &[Range<usize>], found: Vec<Found>) -> Vec<Found> {
    let free = unclaimed(w, units, &found);
    let mut all = found;
    all.extend(free);
    super::rules::in_order(&mut all);
    let mut out: Vec<Found> = Vec::with_capacity(all.len());
    let mut compared = 0;
    for mut f in all {
        if f.how != How::Free || f.cue.is_some() {
            out.push(f);
            continue;
        }
        if covered(&out, &f.content[0]) {
            continue;
        }
        let a = f.content[0].start;
        let apart = !w.same_block(a.wrapping_sub(1), a);
        let words = f.content.iter().cloned().flatten().filter(|&k| w.is_word(k)).count();
        let named = w.pair_at(a).is_some_and(|p| w.title(p)) || apart && words < 5;
        if named {
            if words >= 4 {
                out.push(f);
            }
            continue;
        }
        if apart && compared < COMPARED {
            compared += 1;
            if repeats(w, &f.content[0]) {
                out.push(f);
                continue;
            }
        }
        let whole = w.opens_sentence(a) || behind_short_form(w, a);
        let led = a > 0 && w.low(a - 1) == ",";
        if let Some(k) = interrupted(w, &out, a).filter(|_| led) {
            out[k].content.append(&mut f.content);
            continue;
        }
        match before(w, &out, a, apart) {
            // Words inside a sentence of the writer's: who spoke last may have nothing to do with them.
            Before::Quoted(_) if !whole && led => f.confidence = f.confidence.max(FOLLOWS),
            _ if !whole => {
                f.how = How::Loose;
                f.confidence = f.confidence.max(ALONE);
            }
            Before::Quoted(k) => {
                out[k].content.append(&mut f.content);
                continue;
            }
            Before::Reported if announced(w, &out, a).is_some() => {
                // "He said the following."
                let k = announced(w, &out, a).unwrap_or_default();
                out[k].content = f.content;
                out[k].confidence = out[k].confidence.max(0.9);
                continue;
            }
            Before::Reported => f.confidence = f.confidence.max(FOLLOWS),
            Before::Unknown if words >= LONG => f.confidence = f.confidence.max(ALONE),
            Before::Unknown => {}
        }
        out.push(f);
    }
    out
}

/// “…,” Ann Lee said in Holm, N.Y. “It is late.”: a whole sentence behind an abbreviation that ends the one before.
fn behind_short_form(w: &Words, a: usize) -> bool {
    a > 0
        && w.low(a - 1).ends_with('.')
        && w.capital(a + 1)
        && w.pair_at(a).is_some_and(|p| p.open as usize == a && matches!(w.low(p.close as usize - 1), "." | "?" | "!"))
}

/// Whether a piece lies mostly in the contents of the last relations.
fn covered(out: &[Found], r: &Range<usize>) -> bool {
    out.iter().rev().take(6).flat_map(|f| &f.content).any(|c| {
        let both = c.end.min(r.end).saturating_sub(c.start.max(r.start));
        2 * both > r.len()
    })
}

/// Pairs of marks outside every content that hold quoted words and not a name.
fn unclaimed(w: &Words, units: &[Range<usize>], found: &[Found]) -> Vec<Found> {
    let mut claimed = vec![false; w.low.len() + 1];
    for r in found.iter().flat_map(|f| f.content.iter().chain(&f.cue).chain(&f.source)) {
        claimed[r.start.min(w.low.len())..r.end.min(w.low.len())].fill(true);
    }
    let read = |k: usize| {
        let u = units.partition_point(|u| u.end <= k);
        units.get(u).is_some_and(|u| u.start <= k)
    };
    let mut out = Vec::new();
    let mut reached = 0;
    for p in &w.reading.pairs {
        let (a, b) = (p.open as usize, p.close as usize + usize::from(!p.continues));
        if p.depth > 0 || a < reached || !w.in_marks(a) {
            continue;
        }
        reached = b;
        if claimed[a..b].iter().any(|&c| c) || !read(a) || !quoted(w, *p) {
            continue;
        }
        out.push(Found {
            source: None,
            cue: None,
            content: vec![a..b],
            event: Event::Speech,
            how: How::Free,
            confidence: 0.55,
        });
    }
    out
}

/// Whether a pair holds words that somebody said or wrote, by its length and what leads to it.
fn quoted(w: &Words, p: Pair) -> bool {
    let open = p.open as usize;
    let words = (open + 1..p.close as usize).filter(|&k| w.is_word(k)).take(LONG).count();
    // "Orders like, “Open the gate,”" are examples.
    let example = open > 1 && matches!(w.low(open - 2), "like" | "as" | "say");
    let led = open > 0 && matches!(w.low(open - 1), ":" | ",") && !example;
    !w.title(p) && (words >= LONG || words >= 4 && led && w.heavy(p))
}

/// The relation right before whose content only announces words.
fn announced(w: &Words, out: &[Found], a: usize) -> Option<usize> {
    let k = out.len().checked_sub(1)?;
    let [r] = out[k].content.as_slice() else { return None };
    let empty = r.len() == 2 && w.low(r.start) == "the" && w.low(r.start + 1) == "following";
    (empty && r.end < a && a - r.end < 6).then_some(k)
}

/// The quotation that an attribution in the same sentence interrupted at a comma: “If you wait,” Ann Lee said, meaning
/// the ferry, “you miss it.”
fn interrupted(w: &Words, out: &[Found], a: usize) -> Option<usize> {
    if w.capital(a + 1) {
        return None;
    }
    let sentence = |k: usize| w.reading.tokens.get(k).and_then(|t| w.reading.sentence_at(t.start));
    (out.len().saturating_sub(6)..out.len()).rev().find(|&k| {
        let f = &out[k];
        let comma = f.content.last().is_some_and(|r| {
            w.pair_at(r.start).is_some_and(|p| p.open as usize == r.start && w.low(p.close as usize - 1) == ",")
        });
        comma
            && f.source.is_some()
            && f.cue.as_ref().is_some_and(|c| {
                c.start < a && f.content.last().is_some_and(|r| r.end <= c.start) && sentence(c.start) == sentence(a)
            })
    })
}

/// What stands right before token `a`, of the relations so far.
fn before(w: &Words, out: &[Found], a: usize, apart: bool) -> Before {
    if a > 0 && w.low(a - 1) == ":" {
        return Before::Reported;
    }
    let sentence = |k: usize| w.reading.tokens.get(k).and_then(|t| w.reading.sentence_at(t.start));
    let Some(here) = sentence(a) else { return Before::Unknown };
    let reach = |f: &Found| {
        let ends = f.content.iter().chain(&f.cue).chain(&f.source).map(|r| r.end);
        ends.filter(|&e| e <= a).max().unwrap_or(0)
    };
    let near = (out.len().saturating_sub(6)..out.len())
        .rev()
        .filter(|&k| out[k].event == Event::Speech && !matches!(out[k].how, How::Agentless))
        .find(|&k| {
            reach(&out[k]).checked_sub(1).and_then(sentence).is_some_and(|s| s + 1 + usize::from(apart) >= here)
        });
    let Some(k) = near else { return Before::Unknown };
    let f = &out[k];
    let adjacent = reach(f).checked_sub(1).and_then(sentence).is_some_and(|s| s + 1 >= here);
    let direct = f.content.iter().all(|r| w.in_marks(r.start) && w.in_marks(r.end.saturating_sub(1)));
    let marks = f.content.iter().cloned().flatten().any(|i| w.in_marks(i));
    let open = f.content.last().is_some_and(|r| w.pair_at(r.start).is_some_and(|p| p.continues));
    if adjacent && (open || f.source.is_some() && (direct || marks && !apart)) {
        Before::Quoted(k)
    } else {
        Before::Reported
    }
}

/// Whether the words stand a second time in the text, inside a paragraph.
fn repeats(w: &Words, r: &Range<usize>) -> bool {
    let (Some(first), Some(last)) = (r.clone().find(|&k| w.is_word(k)), r.clone().rev().find(|&k| w.is_word(k))) else {
        return false;
    };
    let span = w.reading.span_of(first..last + 1);
    let words = w.reading.slice(span);
    let text = w.reading.text;
    // A page that holds its text twice, for wide and for narrow screens, has no other place for the words.
    let inside = |at: usize| {
        let before = text[..at].trim_end_matches(['"', '“', '”', '‘', '’', '\'', '«', '„']);
        !before.is_empty() && !before.ends_with('\n')
    };
    let (before, after) = (text[..span.start as usize].find(words), text[span.end as usize..].find(words));
    before.is_some_and(inside) || after.is_some_and(|at| inside(span.end as usize + at))
}
