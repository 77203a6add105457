//! What is no running text of the writer's: headings and labels, speeches that run on, interviews, letters, refrains.
//!
//! The gate closes these blocks whole, whatever stands in them.

use super::Context;
use crate::document::Document;
use crate::report::{BlockSpan, Role};
use crate::text::Shape;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A block of fewer words that doesn't end as a sentence does is a heading, a caption or a label.
const LABEL: usize = 15;

/// A paragraph that stands so often in a text is no prose of it.
const REPEATED: u32 = 3;

/// Over how many blocks a speech whose mark is left open may run on.
const RUNS_ON: usize = 8;

/// Which blocks are no running text of the writer's: headings, labels, a speech that runs on, an interview's turns.
pub fn blocks(cx: &Context, doc: &Document) -> Vec<bool> {
    let reading = cx.reading;
    let mut apart: Vec<bool> =
        doc.blocks.iter().map(|b| !b.role.in_body() || matches!(b.role, Role::Subheading | Role::BlockQuote)).collect();
    let many = doc.blocks.len() >= 4;
    // An offer, a poll or a refrain between the paragraphs.
    let mut times: FxHashMap<&str, u32> = FxHashMap::default();
    let text = |b: &BlockSpan| doc.text.get(b.start as usize..b.end as usize).unwrap_or_default();
    for b in doc.blocks.iter().filter(|b| b.role.in_body()) {
        *times.entry(text(b)).or_default() += 1;
    }
    for (apart, b) in apart.iter_mut().zip(&doc.blocks) {
        *apart |= times.get(text(b)).is_some_and(|n| *n >= REPEATED);
    }
    let mut at = 0;
    let mut open = 0usize;
    let mut asked: Vec<usize> = Vec::new();
    // How many paragraphs open with "Q" and with "A", and the first of them.
    let mut letters = (0usize, 0usize, 0usize);
    let (mut testimony, mut statements, mut under) = (false, 0usize, Vec::new());
    for b in 0..doc.blocks.len() {
        let first = at;
        while at < reading.sentences.len() && reading.sentences[at].block as usize == b {
            at += 1;
        }
        if first == at {
            continue;
        }
        let range = reading.sentences[first].first as usize..reading.sentences[at - 1].last as usize;
        let words = range.clone().filter(|&i| reading.tokens[i].is_word()).count();
        let ends = (range.end.saturating_sub(3).max(range.start)..range.end)
            .any(|i| matches!(cx.w(i), "." | "!" | "?" | "…" | "..." | ":" | ";") || cx.w(i).ends_with('.'));
        let label = many && at - first == 1 && words < LABEL && !ends;
        let turn = many && turn(cx, &range);
        // "Q" or "A" before a capital: a letter that labels the paragraph.
        let text = cx.reading.slice(cx.reading.tokens[range.start].span());
        let label_of = |l: char| {
            let mut c = text.chars();
            c.next() == Some(l)
                && match c.next() {
                    None => {
                        let next = range.start + 1;
                        matches!(cx.w(next), ":" | ".")
                            || l == 'Q' && cx.reading.tokens.get(next).is_some_and(|t| t.is_capital())
                    }
                    Some(second) => l == 'Q' && second.is_uppercase() && c.next().is_none_or(char::is_lowercase),
                }
        };
        if label_of('Q') || label_of('A') {
            if letters.0 + letters.1 == 0 {
                letters.2 = b;
            }
            letters = (letters.0 + usize::from(label_of('Q')), letters.1 + usize::from(label_of('A')), letters.2);
        }
        // A paragraph that is one question put to somebody.
        if many
            && at - first <= 2
            && cx.w(range.end - 1) == "?"
            && range.clone().any(|i| matches!(cx.w(i), "you" | "your"))
        {
            asked.push(b);
        }
        // A double mark that opens the block and pairs with nothing: the speech goes on to a mark that closes alone.
        let paired =
            |i: usize| {
                let k = reading.pairs.partition_point(|p| (p.open as usize) <= i);
                reading.pairs[..k].iter().rev().take(8).any(|p| {
                    p.open as usize == i || p.close as usize == i || (p.open as usize) < i && i < p.close as usize
                })
            };
        let double = |i: usize| matches!(cx.w(i), "“" | "”" | "\"" | "„" | "«" | "»");
        let opens = double(range.start) && !paired(range.start);
        // Single marks around a whole paragraph, which the apostrophes inside it keep from pairing.
        let single = |i: usize| matches!(cx.w(i), "'" | "‘" | "’");
        let last = range.end - usize::from(matches!(cx.w(range.end - 1), "." | "," | ";"));
        if single(range.start) && range.len() > 8 && (single(last - 1) || !paired(range.start)) {
            apart[b] = true;
        }
        if open > 0 {
            open -= 1;
            apart[b] = true;
            if range.clone().any(|i| matches!(cx.w(i), "”" | "\"") && !paired(i) && i > range.start) {
                open = 0;
            }
        } else if opens {
            apart[b] = true;
            let closes = doc.blocks.len().min(b + RUNS_ON);
            let last = reading.sentences[at..]
                .iter()
                .take_while(|s| (s.block as usize) < closes)
                .find(|s| s.tokens().any(|i| matches!(cx.w(i), "”" | "\"") && !paired(i)));
            open = last.map_or(0, |s| s.block as usize - b);
        }
        // A page of statements: under a label that names a person with an office, the words are that person's, up to the
        // next label. Two such labels may be bylines.
        if label {
            testimony = titled(cx, &range);
            statements += usize::from(testimony);
        }
        if testimony {
            under.push(b);
        }
        apart[b] |= label || turn;
    }
    // An interview whose turns are told by "Q" and "A" alone, with or without a colon.
    if letters.0 > 1 && letters.1 > 1 {
        apart.iter_mut().skip(letters.2).for_each(|a| *a = true);
    }
    // An interview set in questions and answers: from the first question on, none of it is the writer's own account.
    if asked.len() > 2 {
        let first = asked[0];
        apart.iter_mut().skip(first).for_each(|a| *a = true);
    }
    // Readers' letters and comments, each with its writer's name under it.
    for b in super::signed::blocks(cx, doc).into_iter().flatten() {
        apart[b] = true;
    }
    // The names may stand above or below what they sign, so it starts a block before the first.
    if statements > 2 {
        let first = under.first().map_or(0, |b| b.saturating_sub(1));
        apart.iter_mut().skip(first).for_each(|a| *a = true);
    }
    apart
}

/// "Ana Ruiz, head of the Harbour Board": a name, a comma, an office, and no verb.
fn titled(cx: &Context, range: &Range<usize>) -> bool {
    let t = &cx.reading.tokens;
    let Some(comma) = range.clone().find(|&i| cx.w(i) == ",") else { return false };
    let name = (2..=4).contains(&(comma - range.start)) && (range.start..comma).all(|i| t[i].is_capital());
    let office = (comma + 1..range.end.min(comma + 8)).any(|i| {
        [
            "ceo",
            "president",
            "director",
            "head",
            "chair",
            "chairman",
            "chairwoman",
            "professor",
            "minister",
            "founder",
            "mayor",
            "editor",
            "secretary",
            "senator",
            "governor",
            "officer",
            "student",
            "teacher",
            "owner",
            "resident",
            "manager",
            "executive",
            "partner",
            "principal",
            "attorney",
            "cfo",
        ]
        .contains(&cx.w(i))
    });
    name && office
}

/// "NAME: …", "Q: …": a turn of an interview or a transcript, or words that a label puts on others.
fn turn(cx: &Context, range: &Range<usize>) -> bool {
    let Some(colon) = (range.start..range.end.min(range.start + 5)).find(|&i| cx.w(i) == ":") else { return false };
    let named = colon > range.start
        && (range.start..colon).all(|i| {
            cx.reading.tokens[i].shape == Shape::Upper || cx.reading.tokens[i].is_capital() && colon > range.start + 1
        });
    // "Claim: the dam broke": what a check of facts looks into.
    let head = range.start + usize::from(cx.w(range.start) == "the");
    let checked =
        colon == head + 1 && matches!(cx.w(head), "claim" | "rumor" | "rumour" | "myth" | "allegation" | "statement");
    (named || checked || matches!(cx.w(range.start), "q" | "a") && colon == range.start + 1)
        && range.len() > colon - range.start + 6
}

#[cfg(test)]
mod tests {
    use crate::assertion::gate::Voice;
    use crate::assertion::tests::with_context;

    #[test]
    fn sets_apart_what_is_no_running_text() {
        let text = "The lock is old.\n\nWhy the lock is a disgrace\n\nANNA BERG: It is a disgrace, and everybody in the town knows it.\n\n                    “It is shameful, and we must mend it.\n\nIt must be done now.”\n\nThe lock was built long ago.";
        with_context(text, |cx| {
            let got: Vec<_> =
                cx.reading.sentences.iter().map(|s| cx.voices[s.last as usize - 3] == Voice::Writer).collect();
            assert_eq!(got, [true, false, false, false, false, true]);
        });
    }

    #[test]
    fn a_claim_that_is_checked_is_others() {
        let text = "The lock is old.\n\nClaim: The lock broke in May and the board shamefully hid it from all.\n\nIt has not broken.\n\nThe lock was built long ago.";
        with_context(text, |cx| {
            let got: Vec<_> =
                cx.reading.sentences.iter().map(|s| cx.voices[s.last as usize - 2] == Voice::Writer).collect();
            assert_eq!(got, [true, false, true, true]);
        });
    }

    #[test]
    fn a_refrain_is_no_prose() {
        let poll = "Should the shameful lock be mended?";
        let text = format!("The lock is a disgrace.\n\n{poll}\n\n{poll}\n\n{poll}\n\nThe lock was built long ago.");
        with_context(&text, |cx| {
            let got: Vec<_> =
                cx.reading.sentences.iter().map(|s| cx.voices[s.first as usize] == Voice::Writer).collect();
            assert_eq!(got, [true, false, false, false, true]);
        });
    }

    #[test]
    fn a_paragraph_in_single_marks_is_somebodys() {
        let text = "The crews wrote to the board.\n\n'Let's not wait until it's rotten. It's a disgrace that nobody's counting \
                    what we're losing'.\n\nThe board meets again.";
        with_context(text, |cx| {
            let got: Vec<_> = cx.reading.sentences.iter().map(|s| cx.voices[s.first as usize + 1]).collect();
            assert_eq!(got[1..3], [Voice::Source; 2]);
            assert_eq!(got.last(), Some(&Voice::Writer));
        });
    }

    #[test]
    fn letters_alone_set_an_interview_apart() {
        let text = "The lock is old.\n\nQWhy is the lock such a disgrace to us?\n\nA: It is a shameful farce.\n\nNobody mends it.\n\nQBut it holds for now.\n\nA: It holds by sheer luck.";
        with_context(text, |cx| {
            let open = cx.reading.sentences.iter().filter(|s| cx.voices[s.last as usize - 2] == Voice::Writer).count();
            assert_eq!(open, 1, "the first paragraph alone is the writer's");
        });
    }
}
