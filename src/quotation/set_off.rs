//! Words that the layout sets off: a block quotation, or the paragraph behind a line that announces it.
//!
//! Letters, posts and passages of books are quoted without marks, in paragraphs of their own (Chicago Manual of Style 13.9 and
//! following: block quotations). The line before ends in a colon and says who speaks: "In his letter the dean wrote:".
//! Where the page itself sets the paragraphs off (`<blockquote>`), they are quoted whoever is named; a plain paragraph only where the line
//! before has a speaker and a verb of saying, and of those behind it only such as say "we" where the writer doesn't: nothing else shows where
//! the words end.
//! What opens with a mark or a label is left to the rules for those.

use super::lexicon::{self, Class};
use super::rules::{self, Found, How};
use super::signed;
use super::words::Words;
use crate::document::Document;
use crate::report::{Event, Role};
use crate::text::Shape;
use std::ops::Range;

/// A block quotation goes on for at most so many paragraphs.
const LONGEST: usize = 24;
/// At most so many tokens part the verb from the colon.
const BETWEEN: usize = 10;
/// A plain paragraph that is announced goes on for at most so many more.
const GOES_ON: usize = 6;
/// Fewer words are a heading or a link.
const LEAST: usize = 4;

/// The quotations that the layout sets off, in order; `blocks` are the tokens of each block, `taken` tells what is said already. Verbs of
/// saying are known where the text is `english`.
pub fn find(
    doc: &Document,
    w: &Words,
    blocks: &[Range<usize>],
    english: bool,
    taken: impl Fn(&Range<usize>) -> bool,
) -> Vec<Found> {
    let mut out = Vec::new();
    let role = |b: usize| doc.role(b);
    let words = |b: usize| blocks[b].clone().filter(|&k| w.is_word(k)).count();
    let own =
        |b: usize| words(b) >= LEAST && w.reading.tokens[blocks[b].start].shape != Shape::Quote && !taken(&blocks[b]);
    let personal = |b: usize| {
        let first = |k: usize| matches!(w.low(k), "i" | "we" | "my" | "our" | "me" | "us" | "ourselves");
        blocks[b]
            .clone()
            .any(|k| first(k) && !w.in_marks(k) && (w.low(k) == "i" || w.reading.tokens[k].shape != Shape::Upper))
    };
    let first_person =
        (0..blocks.len()).find(|b| rules::is_read(doc, *b as u32) && personal(*b) && !taken(&blocks[*b]));
    let mut last = None;
    let mut next = 0;
    while next < blocks.len() {
        let at = next;
        next += 1;
        if blocks[at].is_empty() || !rules::is_read(doc, at as u32) || role(at) == Role::Caption {
            continue;
        }
        let lead = last.replace(at);
        let quoted = role(at) == Role::BlockQuote;
        let listed = role(at) == Role::ListItem;
        // The stretch of blocks that are set off alike.
        let goes_on = |b: &usize| {
            blocks[*b].is_empty()
                || (quoted || listed) && role(*b) == role(at) && doc.quotation(*b) == doc.quotation(at)
        };
        let end = (at + 1..blocks.len()).find(|b| !goes_on(b)).unwrap_or(blocks.len()).min(at + LONGEST);
        if quoted || listed {
            next = end;
            last = (at..end).rfind(|b| !blocks[*b].is_empty());
        }
        // The colon of a line that leads here, or a comma before what the page sets off.
        let stop = lead
            .filter(|l| role(*l) != Role::BlockQuote)
            .map(|l| blocks[l].end - 1)
            .filter(|&s| (w.low(s) == ":" || quoted && w.low(s) == ",") && !w.in_marks(s));
        let who = stop.filter(|_| english).and_then(|s| rules::announced(w, s).filter(|(_, cue)| announces(w, cue, s)));
        let mut content: Vec<usize> = (at..end).filter(|b| !blocks[*b].is_empty()).collect();
        // Where the writer has said no "we" so far, paragraphs that say it go on with what was announced.
        if !quoted && !listed && who.is_some() && first_person.is_none_or(|b| b >= at) {
            let more = (at + 1..blocks.len()).filter(|b| !blocks[*b].is_empty());
            content.extend(more.take(GOES_ON).take_while(|b| role(*b) == role(at) && personal(*b)));
        }
        let sign = content.last().filter(|_| quoted && content.len() > 1).and_then(|b| signed::line(w, &blocks[*b]));
        if sign.is_some() {
            content.pop();
        }
        let kept = content.iter().take_while(|b| own(**b)).count();
        content.truncate(kept);
        let (source, cue) = match (who, sign) {
            (Some((source, cue)), _) => (Some(source), Some(cue)),
            (None, Some((dash, name))) => (Some(name), dash),
            (None, None) if quoted && stop.is_some_and(|s| w.low(s) == ":") => (None, None),
            _ => continue,
        };
        // A plain paragraph that announces something itself is the writer's.
        if content.is_empty() || !quoted && w.low(blocks[at].end - 1) == ":" {
            continue;
        }
        let confidence = match (quoted, source.is_some()) {
            (true, true) => 0.85,
            (true, false) => 0.6,
            _ => 0.7,
        };
        // The points of a list are told in the writer's words.
        let how = if listed { How::Cue } else { How::SetOff };
        let content = content.into_iter().map(|b| blocks[b].clone()).collect();
        out.push(Found { source, cue, content, event: Event::Speech, how, confidence });
    }
    out
}

/// Whether nothing but a hearer or a circumstance parts the verb from the colon: "He told the paper on Monday:". Where more stands
/// between ("said that three things are needed:", "tweeted the full text:"), that is the content.
fn announces(w: &Words, cue: &Range<usize>, colon: usize) -> bool {
    let verb = lexicon::verb(w.low(cue.end - 1));
    let says = verb.as_ref().is_some_and(|(.., base)| {
        [
            "say", "write", "add", "tell", "explain", "reply", "respond", "answer", "tweet", "post", "state", "note",
            "observe", "declare", "warn", "argue", "continue", "conclude", "announce", "comment", "read", "recall",
            "report", "ask",
        ]
        .contains(&&**base)
    });
    let next = w.low(cue.end);
    let tells = verb.is_some_and(|v| v.0 == Class::Tell);
    let circumstance = cue.end == colon
        || lexicon::is_preposition(next)
        || lexicon::is_time(next)
        || next.ends_with("ly")
        || matches!(next, "this" | "it" | "simply" | "again" | "back");
    let clause = |k: usize| {
        matches!(w.low(k), "that" | "whether" | "if" | "," | "(" | "no" | "nothing")
            || lexicon::is_aux(w.low(k))
            || lexicon::is_be(w.low(k))
    };
    // "issued the following statement:", which `announced` looks at itself
    let hands = cue.end == colon && cue.len() > 2;
    let according = w.low(cue.start) == "according";
    hands
        || according
        || says
            && (circumstance || tells)
            && colon - cue.end <= BETWEEN
            && w.reading.tokens[cue.start].shape != Shape::Upper
            && !(cue.end..colon).any(clause)
}

#[cfg(test)]
mod tests {
    use crate::analyze_text;
    use crate::report::QuotationKind;

    fn told(text: &str) -> Vec<(QuotationKind, String, Option<String>)> {
        let r = analyze_text(text, None);
        r.quotations
            .iter()
            .filter(|q| q.is_shown())
            .map(|q| {
                (
                    q.kind,
                    q.content.iter().map(|s| &r.text[s.range()]).collect::<Vec<_>>().join(" | "),
                    q.speaker.name.clone(),
                )
            })
            .collect()
    }

    #[test]
    fn a_statement_goes_on_while_it_says_we() {
        let rest = "The council met again on Monday, and the plan was put to a vote.";
        let text = format!(
            "{rest}\n\nThe Harbour Board issued the following statement:\n\nThe dams are a disgrace. They must be mended.\n\n\
             We told the council so in May, and it shamefully did nothing.\n\n{rest}\n\nWe are closed on Sundays."
        );
        let said = "The dams are a disgrace. They must be mended. | We told the council so in May, and it shamefully did nothing.";
        assert_eq!(told(&text), [(QuotationKind::Direct, said.into(), Some("Harbour Board".into()))]);
        // The writer says "we" too.
        let ours = text.replacen("The council met", "We saw how the council met", 1);
        assert_eq!(told(&ours)[0].1, "The dams are a disgrace. They must be mended.");
    }

    #[test]
    fn what_the_page_sets_off_is_quoted_in_any_language() {
        use crate::page::{Block, Node, Page};
        let node = |tag: &str, parent| Node { tag: tag.into(), parent, ..Node::default() };
        let lines = [
            (
                1,
                "Der Rat hat am Montag wieder über die beiden Dämme gesprochen, und der Plan wurde auf das nächste Jahr verschoben.",
            ),
            (1, "In dem Brief steht:"),
            (2, "Der Damm ist eine Schande, und niemand im Rat hat ihn je gesehen."),
            (3, "— Ida Maran"),
            (
                1,
                "Der Brief wurde vorgelesen, und dann ging man nach Hause, weil es spät war und weil niemand mehr etwas sagen wollte.",
            ),
        ];
        let r = crate::analyze(&Page {
            lang: Some("de".into()),
            nodes: vec![node("body", None), node("p", Some(0)), node("blockquote", Some(0)), node("p", Some(2))],
            blocks: lines.map(|(node, text)| Block { node, text: text.into(), ..Block::default() }).into(),
            ..Page::default()
        });
        let got: Vec<_> = r.quotations.iter().map(|q| &r.text[q.content[0].range()]).collect();
        assert_eq!(got, [lines[2].1], "{:?}", r.quotations);
        assert_eq!(r.quotations[0].source.iter().map(|s| &r.text[s.range()]).collect::<Vec<_>>(), ["Ida Maran"]);
        assert_eq!(r.quotations[0].speaker.name.as_deref(), Some("Ida Maran"));
    }

    #[test]
    fn a_line_announces_the_paragraph_behind_it() {
        let rest = "The council met again on Monday, and the plan was put to a vote.";
        for (lead, speaker) in [
            ("In his letter Mayor Paul Harrow wrote:", "Paul Harrow"),
            ("Engineer Ida Maran has said it plainly:", "Ida Maran"),
            ("Ida Maran, who kept the dam, makes a similar point:", "Ida Maran"),
            ("Ida Maran puts it this way:", "Ida Maran"),
            ("The Harbour Post reports:", "Harbour Post"),
            ("According to Ida Maran:", "Ida Maran"),
            ("Ida Maran had this to say on Monday:", "Ida Maran"),
            ("On Monday the Harbour Board released the following statement:", "Harbour Board"),
        ] {
            let text = format!("{rest}\n\n{lead}\n\nThe dams are a disgrace. We must mend them.\n\n{rest}");
            assert_eq!(
                told(&text),
                [(QuotationKind::Direct, "The dams are a disgrace. We must mend them.".into(), Some(speaker.into()))],
                "{lead}"
            );
            let r = analyze_text(&text, None);
            assert!(r.assertions.is_empty(), "{:?}", r.assertions);
        }
        for lead in [
            "The plan has three parts:",
            "This happens for two reasons:",
            "The rule reads as follows (emphasis added):",
            "Paul Harrow posted the whole exchange between the two:",
            "SHORT READS:",
            "Here is what to look for:",
            "The dean went home.",
        ] {
            let text = format!("{rest}\n\n{lead}\n\nThe dams are a disgrace. We must mend them.\n\n{rest}");
            assert_eq!(told(&text), [], "{lead}");
        }
    }
}
