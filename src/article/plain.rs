//! The roles of a plain text's paragraphs. A text has no tags, so only the lines at its head and foot are told apart from
//! paragraphs, by shape; running text in between is left alone.
//!
//! The head reaches to the last line, near the top, that is nothing but a byline, a date or a section's label. Of the lines
//! above it the first is the headline and the others are decks; without such a line only the first can be told.

use super::{Article, has_sentence, language};
use crate::document::Document;
use crate::provenance::facts::Facts;
use crate::provenance::notes::Places;
use crate::provenance::{dates, names, outlet};
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
    "this article has been",
    "this story has been",
    "this piece was",
    "this column was",
    "this editorial was",
    "an earlier version",
    "a previous version",
    "the views ",
    "views expressed",
    "send your letters",
    "(with inputs",
    "with inputs from",
];
const CREDITS: &[&str] =
    &["illustration:", "photo:", "image:", "photograph:", "picture:", "photo by", "illustration by", " © "];

/// In bytes: only a line of no more can be a caption or a date, and of a longer one this much tells whether it is a note.
const HEAD: usize = 200;
/// A block of the head has no more bytes than this, and stands among so many first blocks; a line of it that names somebody has
/// no more than [`NAME`] bytes.
const DECK: usize = 240;
const FIRST: usize = 9;
const NAME: usize = 80;
/// A foot's notes stand among so many last blocks.
const LAST: usize = 6;
/// A line that stands alone over running text and has no more bytes is a heading.
const HEADING: usize = 80;

/// Gives the paragraphs of a plain text their roles.
pub fn read_text(doc: &mut Document) -> Article {
    let text = |b: &crate::report::BlockSpan| doc.text.get(b.start as usize..b.end as usize).unwrap_or("");
    let lines: Vec<&str> = doc.blocks.iter().map(text).collect();
    let roles = roles(&lines);
    let lang = language::of(None, lines.iter().zip(&roles).filter(|(_, r)| r.in_body()).map(|(l, _)| *l));
    for (b, &role) in doc.blocks.iter_mut().zip(&roles) {
        b.role = role;
    }
    Article { roles, lang, places: Places::default(), facts: Facts::default() }
}

fn roles(lines: &[&str]) -> Vec<Role> {
    let n = lines.len();
    let mut roles: Vec<Role> = lines.iter().map(|l| told(l)).collect();
    let long = |l: &&str| l.len() > 120;
    let body = head_end(lines, &mut roles);
    for (i, line) in lines.iter().enumerate() {
        let above = i < body && roles[i] == Role::Paragraph;
        let heading = i == 0 && n > 1 && line.len() <= 160 && !line.ends_with('.') && lines.iter().any(long);
        roles[i] = match roles[i] {
            Role::Paragraph if (above || heading) && !roles[..i].contains(&Role::Headline) => Role::Headline,
            Role::Paragraph if above => Role::Deck,
            // What looks like a date or a byline below the head is somebody's signature, or an entry of a list.
            Role::Byline | Role::Date | Role::Section if i >= body => Role::Paragraph,
            r => r,
        };
        if i > 0 && roles[i] == Role::Paragraph {
            let signed = i + 2 >= n && line.len() < 80 && line.contains('@');
            if signed || i + LAST >= n && i >= body && opens(&head(line, HEAD).to_lowercase(), NOTES) {
                roles[i] = Role::Note;
            } else if i >= body && heads(line) && lines.get(i + 1).is_some_and(long) {
                roles[i] = Role::Subheading;
            }
        }
    }
    roles
}

/// Where the head ends (index of the first block behind it); lines that name the writer without "by" get their role here.
fn head_end(lines: &[&str], roles: &mut [Role]) -> usize {
    let mut end = 0;
    for i in 0..lines.len().min(FIRST) {
        if lines[i].len() > DECK {
            break;
        }
        let anchors = |r: Role| matches!(r, Role::Byline | Role::Date | Role::Section);
        if roles[i] == Role::Paragraph && i > 0 && names_alone(lines[i]) {
            // Right under the headline, or beside a date or a label.
            if i == 1 || [i - 1, i + 1].iter().any(|&k| roles.get(k).copied().is_some_and(anchors)) {
                roles[i] = Role::Byline;
            }
        }
        if anchors(roles[i]) {
            end = i + 1;
        }
    }
    // A label alone opens no head, and a head has something under it.
    let running = lines[end..].iter().any(|l| l.len() > 40 && has_sentence(l));
    if running && (end > 1 || roles.first() != Some(&Role::Section)) { end } else { end.min(usize::from(running)) }
}

/// Whether a line in lower case opens with one of these words.
fn opens(low: &str, list: &[&str]) -> bool {
    list.iter().any(|p| low.starts_with(p))
}

/// What a line is by its own shape.
fn told(line: &str) -> Role {
    let low = head(line, HEAD).to_lowercase();
    let starts = |list: &[&str]| opens(&low, list);
    let short = line.len() <= HEAD;
    let sentence = has_sentence(line) && line.ends_with(['.', '!', '?', '"', '”']);
    let dated = || {
        low.split(|c: char| !c.is_ascii_digit()).any(is_year)
            && [false, true].iter().any(|&american| !dates::shown(line, american).is_empty())
    };
    if line.len() <= 160 && starts(BYLINES) && !sentence {
        Role::Byline
    } else if short && (starts(DATES) || line.len() <= NAME && !sentence) && dated() {
        Role::Date
    } else if line.len() <= 40 && outlet::names_section(line) {
        Role::Section
    } else if short && !sentence && CREDITS.iter().any(|c| low.contains(c)) {
        Role::Caption
    } else {
        Role::Paragraph
    }
}

/// Whether a line is nothing but one or more persons' names, perhaps with a trade behind a comma.
fn names_alone(line: &str) -> bool {
    let stops = line.ends_with(['.', '!', '?', ':', '…']) || line.contains(". ");
    if line.len() > NAME || line.contains(|c: char| c.is_ascii_digit()) || stops {
        return false;
    }
    let found = names::read(line).persons;
    let first = found.first().is_some_and(|p| line.starts_with(p.as_str()) && !names::is_phrase(p));
    let letters: usize = found.iter().map(String::len).sum();
    first && (letters * 10 >= line.len() * 7 || line.contains(','))
}

/// Whether a line stands over what follows rather than being part of it.
fn heads(line: &str) -> bool {
    line.len() <= HEADING
        && !line.ends_with(['.', '!', '?', ':', ';', ',', '"', '”', '…', ')'])
        && line.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{Role, roles};

    /// Longer than any line of a head.
    const PROSE: &str = "The harbour was dredged in the spring of that year, and the boats came back one after the other, the crews \
        told nobody how much they had been paid for it, and the town, which had waited for them since the winter, asked no questions of them at all.";

    #[test]
    fn lines_of_the_head_and_the_foot_get_their_roles() {
        use Role::{Byline, Caption, Date, Deck, Headline, Note, Paragraph, Section, Subheading};
        for (lines, want) in [
            (&["The queue is the policy", PROSE][..], &[Headline, Paragraph][..]),
            (
                &[
                    "The queue is the policy",
                    "The town has boats. It has no wires.",
                    "By Ana Ruiz",
                    "14 May 2024 | Commentary",
                    "The quay. Photo: Tom Berg",
                    PROSE,
                ],
                &[Headline, Deck, Byline, Date, Caption, Paragraph],
            ),
            (
                &[
                    "EXPLAINER",
                    "What is the levy, and who pays it?",
                    "Two towns want to charge. Here is what we know.",
                    "By Ana Ruiz, trade correspondent",
                    "Published 11:40 GMT, 6 March 2025",
                    PROSE,
                ],
                &[Section, Headline, Deck, Byline, Date, Paragraph],
            ),
            (
                &["The river rises", "Ana Ruiz", "Sunday 15 September 2024 09.00 BST", PROSE],
                &[Headline, Byline, Date, Paragraph],
            ),
            (
                &["The river rises", "By Ana Ruiz | Harbour Review | Updated: 2024-09-17 07:22", PROSE],
                &[Headline, Byline, Paragraph],
            ),
            // Without a line that tells, no deck is made of what may be a first paragraph.
            (&["The river rises", "It rose by a metre.", PROSE], &[Headline, Paragraph, Paragraph]),
            (&["The river rises", "Ana Ruiz", PROSE], &[Headline, Byline, Paragraph]),
            (&["The river rises", "It rose.", "Ana Ruiz", PROSE], &[Headline, Paragraph, Subheading, Paragraph]),
            // A label that stands over no headline.
            (&["Opinion", PROSE, PROSE], &[Section, Paragraph, Paragraph]),
            // Below the head a date is an entry, and a name a signature.
            (&["The river rises", PROSE, "14 May 2024", PROSE], &[Headline, Paragraph, Paragraph, Paragraph]),
            (
                &[
                    "The river rises",
                    PROSE,
                    "How it began",
                    PROSE,
                    "An earlier version gave another year.",
                    "Send your letters to letters@harbour.example",
                ],
                &[Headline, Paragraph, Subheading, Paragraph, Note, Note],
            ),
            (&["One line"], &[Paragraph]),
        ] {
            assert_eq!(roles(lines), want, "{lines:?}");
        }
    }
}
