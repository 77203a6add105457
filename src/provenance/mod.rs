//! Who publishes and writes the piece, when, and what it says about itself.
//!
//! Where sources conflict each field has its rules, told at the head of its file: [`title`], [`authors`], [`published`], [`outlet`].
//! A value that is refused lets the next one speak.

pub mod affiliation;
pub mod authors;
pub mod credits;
pub mod dates;
pub mod facts;
pub mod json;
pub mod metadata;
pub mod names;
pub mod notes;
pub mod outlet;
pub mod published;
pub mod title;

use crate::article::Article;
use crate::category::Kind;
use crate::document::Document;
use crate::page::Page;
use crate::report::{Author, Outlet, Provenance, Role};
use crate::text::Reading;
use facts::Facts;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The headline.
    pub title: Option<String>,
    /// Who publishes.
    pub outlet: Option<Outlet>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was changed.
    pub modified: Option<String>,
    /// The section.
    pub section: Option<String>,
    /// The sections that the page's data names.
    pub sections: Vec<String>,
    /// Marks, by start; those without a place last.
    pub marks: Vec<Provenance>,
    /// Institutes named in affiliations, with facts.
    pub institutes: Vec<Outlet>,
}

/// Reads the provenance of a page.
pub fn find(page: &Page, doc: &Document, reading: &Reading, article: &Article) -> Found {
    let facts = if page.nodes.is_empty() { of_text(doc) } else { article.facts.clone() };
    let mut found = Found {
        title: facts.title,
        published: facts.published,
        modified: facts.modified,
        sections: facts.sections,
        ..Found::default()
    };
    found.authors = facts.authors.into_iter().map(|name| Author { name, affiliation: None }).collect();
    visible_marks(doc, &mut found);
    notes::add(page, doc, reading, &article.places, &mut found);
    found
}

/// What a plain text's first lines say; its roles are those of the document's blocks.
fn of_text(doc: &Document) -> Facts {
    let line = |role: Role| {
        doc.blocks.iter().find(|b| b.role == role).and_then(|b| doc.text.get(b.start as usize..b.end as usize))
    };
    let lines = doc.blocks.iter().filter(|b| matches!(b.role, Role::Date | Role::Byline));
    let mut texts = lines.filter_map(|b| doc.text.get(b.start as usize..b.end as usize));
    Facts {
        title: line(Role::Headline).filter(|h| !h.is_empty()).map(metadata::clean),
        authors: line(Role::Byline).map(authors::names).unwrap_or_default(),
        published: texts.find_map(|t| dates::visible(t, false)),
        ..Facts::default()
    }
}

/// Letters and digits in lower case, to compare what differs in marks and spaces only.
fn fold(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a moment lies on a day, `YYYY-MM-DD`.
fn is_on(moment: Option<&str>, day: &str) -> bool {
    moment.is_some_and(|m| m.starts_with(day))
}

/// Whether a change came after publication. Data that names the same minute, or an earlier one, tells of no change that a
/// reader could look for.
fn follows(published: Option<&str>, modified: Option<&str>) -> bool {
    let (Some(p), Some(m)) = (published.and_then(dates::parts), modified.and_then(dates::parts)) else { return true };
    match (p, m) {
        ((p, Some(a), true), (m, Some(b), true)) => m - b > p - a,
        ((p, None, true), (m, None, true)) => m > p,
        // Without a common zone half a day decides nothing.
        ((p, _, true), (m, _, true)) => m > p - 14 * 60,
        ((p, ..), (m, ..)) => m.div_euclid(1440) > p.div_euclid(1440),
    }
}

/// Marks of what stands visibly on the page: headline, deck, names on the byline, the dates beside them.
fn visible_marks(doc: &Document, found: &mut Found) {
    let (mut dated, mut changed) = (false, false);
    for b in &doc.blocks {
        let Some(text) = doc.text.get(b.start as usize..b.end as usize) else { continue };
        let mut mark = |kind: Kind, s: usize, e: usize, value: &str| {
            let (start, end) = (Some(b.start + s as u32), Some(b.start + e as u32));
            found.marks.push(Provenance { kind, start, end, value: value.to_owned() });
        };
        match b.role {
            Role::Headline => mark(Kind::Headline, 0, text.len(), text),
            Role::Byline | Role::Date | Role::Deck => {
                for a in &found.authors {
                    if let Some((from, to)) = facts::place(text, &a.name) {
                        mark(Kind::Byline, from, to, &a.name);
                    }
                }
                let mut lines = dates::shown(text, false);
                if !lines.iter().any(|l| is_on(found.published.as_deref(), &l.date)) {
                    lines = dates::shown(text, true);
                }
                for l in lines {
                    let change = published::tells_change(&text[..l.start]);
                    let [first, last] = [&found.published, &found.modified].map(|d| is_on(d.as_deref(), &l.date));
                    let (kind, value) = if last && !changed && (change || dated) {
                        changed = true;
                        (Kind::Modified, found.modified.as_deref())
                    } else if first && !dated {
                        dated = true;
                        (Kind::Published, found.published.as_deref())
                    } else {
                        continue;
                    };
                    mark(kind, l.start, l.end, value.unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    if !changed && !follows(found.published.as_deref(), found.modified.as_deref()) {
        found.modified = None;
    }
    let (published, modified) = (found.published.clone(), found.modified.clone());
    for (kind, value) in
        [(Kind::Published, published.filter(|_| !dated)), (Kind::Modified, modified.filter(|_| !changed))]
    {
        if let Some(value) = value {
            found.marks.push(Provenance { kind, start: None, end: None, value });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::follows;

    #[test]
    fn a_change_comes_after_publication() {
        for (published, modified, want) in [
            ("2024-03-05T10:00:00Z", "2024-03-05T12:10:00+02:00", true),
            ("2024-03-05T10:00:00Z", "2024-03-05T10:00:08Z", false),
            ("2024-03-05T10:00:00Z", "2024-03-04T10:00:00Z", false),
            ("2024-03-05T10:00:00", "2024-03-05T09:00:00Z", true),
            ("2024-03-05", "2024-03-05T18:00:00Z", false),
            ("2024-03-05", "2024-03-06", true),
        ] {
            assert_eq!(follows(Some(published), Some(modified)), want, "{published} {modified}");
        }
        assert!(follows(None, Some("2024-03-05")));
    }
}
