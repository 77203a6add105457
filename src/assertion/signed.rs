//! Signed contributions: a page of readers' letters or comments, each with its writer's name under it.
//!
//! Such words have somebody named for them, so none of them is the page's own. What tells such a page is its shape: lines that
//! are a name and nothing more, three at least, each behind running text, with no running text behind the last. A list of
//! portraits has its names before the text, and ends with text.

use super::Context;
use crate::document::Document;
use crate::provenance::credits;
use crate::report::Role;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Names that a page needs to be taken for a collection, and the words that one may have (with a place: "Ann Hale, Port Haddon").
const LEAST: usize = 3;
const LONGEST: usize = 8;
/// Paragraphs that stand over a name, on an average.
const MOST: usize = 4;

/// The blocks of signed contributions: from behind the first introduction up to the last name.
pub fn blocks(cx: &Context, doc: &Document) -> Option<Range<usize>> {
    let sentences = &cx.reading.sentences;
    // A line that comes again ("Share This") is no name.
    let mut names: FxHashSet<&str> = FxHashSet::default();
    let (mut prose, mut all_prose, mut opened, mut signed) = (0usize, 0usize, None, 0..0u32);
    let mut k = 0;
    while k < sentences.len() {
        let block = sentences[k].block;
        let from = sentences[k].first as usize;
        while k < sentences.len() && sentences[k].block == block {
            k += 1;
        }
        let all = from..sentences[k - 1].last as usize;
        let role = doc.role(block as usize);
        // The last name of a page may be taken for its byline. A credit is none.
        if !role.in_body() && (role != Role::Byline || prose == 0 || names.is_empty()) {
            continue;
        }
        let words = all.clone().filter(|&i| cx.reading.tokens[i].is_word()).count();
        let line = cx.text(all.clone());
        if name(cx, all.clone()) && !names.contains(line) {
            if prose > 0 {
                let first = if names.is_empty() { opened.unwrap_or(block) } else { signed.start };
                signed = first..block;
                names.insert(line);
                prose = 0;
            } else if names.is_empty() {
                // A name that no text stands before opens a portrait; behind another name stands a place.
                return None;
            }
        } else if words > 1 {
            prose += 1;
            all_prose += 1;
            opened = Some(block);
        }
    }
    let collected = names.len() >= LEAST && prose == 0 && all_prose <= MOST * names.len();
    collected.then_some(signed.start as usize..signed.end as usize)
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
    // "Getty Images", "Ann Hale's Bible": whose picture it is, and a thing.
    let credit = credits::agency_loose(cx.text(range.clone()).trim_end_matches('.')).is_some()
        || cx.has(&range, &["the", "'s", "issue", "images", "photo", "photos", "pictures", "photograph", "features"]);
    tokens.len() <= LONGEST + 2
        && !credit
        && (handle && words <= 2
            || (2..=LONGEST).contains(&words)
                && range.clone().filter(|&i| cx.reading.tokens[i].shape == crate::text::Shape::Title).count() > 1
                && range.clone().all(fits))
}

#[cfg(test)]
mod tests {
    use crate::assertion::tests::with_context;
    use crate::document::Document;

    fn found(text: &str) -> Option<std::ops::Range<usize>> {
        let mut out = None;
        let doc = Document::from_text(text);
        with_context(text, |cx| out = super::blocks(cx, &doc));
        out
    }

    #[test]
    fn finds_letters_by_the_names_under_them() {
        let letters = "We asked our readers what they think of the new toll on the lake.\n\n\
            The toll is a disgrace, and the mayor should be ashamed of it.\n\nAnn Hale\n\nPort Haddon, Kent\n\n\
            It is high time that somebody paid for the lock.\n\n— Bo van Rijn, Port Haddon\n\n\
            Nobody in this town can do sums, least of all the board of the guild.\n\n@cleorows";
        assert_eq!(found(letters), Some(1..7));
        // All of one town.
        assert_eq!(
            found(&letters.replace("\n\nPort Haddon, Kent", ", Haddon").replace("Port Haddon", "Haddon")),
            Some(1..6)
        );
        // Portraits, with the name before the text.
        let portraits = "These three have rowed on the lake for longer than anybody.\n\nAnn Hale\n\nShe rowed for thirty years and is a disgrace to the guild today.\n\nBo Rijn\n\n\
            He mends the lock at night, and nobody in this town pays him for it.\n\nCleo Marsh\n\n\
            She runs the mill, which is the oldest in the valley of the lake.";
        assert_eq!(found(portraits), None);
        // Picture credits.
        let gallery = portraits
            .replace("Ann Hale\n\n", "")
            .replace("Bo Rijn", "Getty Images")
            .replace("Cleo Marsh", "Rex Features");
        assert_eq!(found(&(gallery + "\n\nPA Images")), None);
        assert_eq!(found("The toll is a disgrace, and the mayor should be ashamed of it.\n\nAnn Hale"), None);
    }
}
