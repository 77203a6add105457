//! The roles of a plain text's paragraphs. A text has no tags, so only the lines at its head and foot are told apart from
//! paragraphs, by shape; running text in between is left alone.

use super::{Article, has_sentence, language};
use crate::document::Document;
use crate::provenance::facts::Facts;
use crate::provenance::notes::Places;
use crate::report::Role;
use crate::text::is_year;
use crate::text::offsets::head;

/// Lines that start so name the writer.
const BYLINES: &[&str] = &["by ", "von ", "par ", "por ", "written by "];
/// Lines that start so, or hold a year and no verb, give the date.
const DATES: &[&str] = &["published", "updated", "posted", "last updated", "first published"];
const NOTES: &[&str] = &[
    "the author is",
    "the authors are",
    "the writer is",
    "the writers are",
    "about the author",
    "editor's note",
    "editor’s note",
    "correction:",
    "this article was",
    "this story was",
    "reporting by",
    "disclosure:",
    "the views expressed",
    "the opinions expressed",
    "the author was",
    "the writer was",
    "the article first appeared",
];
const CREDITS: &[&str] =
    &["illustration:", "photo:", "image:", "photograph:", "picture:", "photo by", "illustration by"];

/// In bytes: only a line of no more can be a caption or a date, and of a longer one this much tells whether it is a note.
const HEAD: usize = 200;

/// Gives the paragraphs of a plain text their roles.
pub fn read_text(doc: &mut Document) -> Article {
    let n = doc.blocks.len();
    let mut body = false;
    let running = doc.blocks.iter().filter(|b| b.end - b.start > 120).count();
    for (i, b) in doc.blocks.iter_mut().enumerate() {
        let text = doc.text.get(b.start as usize..b.end as usize).unwrap_or("");
        let short = text.len() <= HEAD;
        let low = head(text, HEAD).to_lowercase();
        let sentence = has_sentence(text) && text.ends_with(['.', '!', '?', '"', '”']);
        let starts = |list: &[&str]| list.iter().any(|p| low.starts_with(p));
        let year = short && low.split(|c: char| !c.is_ascii_digit()).any(is_year);
        b.role = match () {
            () if i == 0 && n > 1 && running > 0 && text.len() <= 160 && !text.ends_with('.') => Role::Headline,
            () if !body && short && starts(DATES) && year => Role::Date,
            () if !body && text.len() <= 60 && year && !sentence => Role::Date,
            () if !body && text.len() <= 100 && starts(BYLINES) && !sentence => Role::Byline,
            () if short && !sentence && CREDITS.iter().any(|c| low.contains(c)) => Role::Caption,
            () if i + 4 >= n && i > 0 && starts(NOTES) => Role::Note,
            () if i + 2 >= n && i > 0 && text.len() < 80 && text.contains('@') => Role::Note,
            () => {
                body |= text.len() > 120 || sentence;
                Role::Paragraph
            }
        };
    }
    let texts =
        doc.blocks.iter().filter(|b| b.role.in_body()).filter_map(|b| doc.text.get(b.start as usize..b.end as usize));
    let lang = language::of(None, texts);
    Article {
        roles: doc.blocks.iter().map(|b| b.role).collect(),
        lang,
        places: Places::default(),
        facts: Facts::default(),
    }
}
