//! The full text of a speech: "The following is the text of the speech that Ann Lee gave on Tuesday."
//!
//! Behind such a line all that follows is somebody else's, without marks. The line stands out on the page or ends in a colon, names a text
//! that is spoken or signed and who gave it, and what follows speaks of an "I" or a "we": otherwise it is a report on a speech.

use super::people;
use super::rules::{Found, How, is_read};
use super::words::Words;
use crate::document::Document;
use crate::report::Event;
use std::ops::Range;

/// The line stands among the first so many paragraphs and has at most so many tokens.
const FIRST: usize = 3;
const LINE: usize = 60;
/// Fewer paragraphs are an excerpt.
const LEAST: usize = 2;

const TEXTS: &[&str] =
    &["speech", "address", "remarks", "statement", "testimony", "sermon", "eulogy", "lecture", "letter", "opening"];
const WHOLE: &[&str] = &["text", "transcript", "prepared", "delivered"];

/// The speech that a document is, if it is one; `blocks` are the tokens of each block.
pub fn find(
    doc: &Document,
    w: &Words,
    blocks: &[Range<usize>],
    taken: impl Fn(&Range<usize>) -> bool,
) -> Option<Found> {
    let read = |b: &usize| is_read(doc, *b as u32) && !blocks[*b].is_empty();
    let line = (0..blocks.len()).filter(read).take(FIRST).find(|&b| {
        let t = &blocks[b];
        let all = doc.blocks[b].end - doc.blocks[b].start;
        let out = doc.lead.get(b).is_some_and(|l| *l > 0 && l * 10 >= all * 9);
        t.len() <= LINE && (out || w.low(t.end - 1) == ":") && w.has(t, TEXTS) && w.has(t, WHOLE)
    })?;
    let t = &blocks[line];
    // The name: the first run of capitals of two words or more that opens no sentence.
    let name = (t.start + 1..t.end).filter(|&k| w.capital(k) && !w.capital(k - 1)).find_map(|k| {
        let end = people::run_end(w, k).min(t.end);
        ((k..end).filter(|&i| w.is_word(i)).count() > 1).then_some(k..end)
    })?;
    let content: Vec<Range<usize>> =
        (line + 1..blocks.len()).filter(read).map(|b| blocks[b].clone()).filter(|r| !taken(r)).collect();
    let own = content.iter().filter(|r| w.has(r, &["i", "we", "my", "our", "us", "me"])).count();
    let speech = content.len() >= LEAST && own * 3 >= content.len();
    speech.then_some(Found {
        source: Some(name),
        cue: None,
        content,
        event: Event::Speech,
        how: How::SetOff,
        confidence: 0.8,
    })
}

#[cfg(test)]
mod tests {
    use crate::analyze_text;

    #[test]
    fn a_speech_is_the_speakers() {
        let rest = "Friends, the dams are a disgrace. We must mend them before the winter.\n\n\
            Nobody has done more for this valley than you. The county has shamefully let us down.\n\nI thank you all.";
        let r = analyze_text(
            &format!("The following is the text of the speech that Mayor Jon Abery gave on Tuesday:\n\n{rest}"),
            None,
        );
        let q = &r.quotations[0];
        assert_eq!((q.content.len(), q.speaker.name.as_deref()), (3, Some("Jon Abery")), "{q:?}");
        assert!(r.assertions.is_empty(), "{:?}", r.assertions);
        // A report on a speech, and one that names nobody.
        for line in [
            "In the speech that Mayor Jon Abery gave on Tuesday he named the costs.",
            "The following is the text of a letter:",
        ] {
            let r = analyze_text(&format!("{line}\n\n{rest}"), None);
            assert!(r.quotations.iter().all(|q| q.content.len() < 3), "{line}");
        }
    }
}
