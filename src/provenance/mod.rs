//! Who publishes and writes the piece, when, and what it says about itself.
//!
//! Where sources conflict each field has its rules, told at the head of its file: [`title`], [`authors`], [`published`], [`outlet`].
//! A value that is refused lets the next one speak.

pub mod affiliation;
pub mod authors;
pub mod credits;
pub mod dates;
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
    /// Marks, by start; those without a place last.
    pub marks: Vec<Provenance>,
    /// Institutes named in affiliations, with facts.
    pub institutes: Vec<Outlet>,
}

/// Reads the provenance of a page.
pub fn find(page: &Page, doc: &Document, reading: &Reading, article: &Article) -> Found {
    let mut found = Found::default();
    let line = |role: Role| {
        doc.blocks.iter().find(|b| b.role == role).and_then(|b| doc.text.get(b.start as usize..b.end as usize))
    };
    let shown = title::shown(page, line(Role::Headline).filter(|h| !h.is_empty()));
    let ld = metadata::ld(page, |h| shown.as_deref().is_some_and(|s| fold(s) == fold(h)));
    let shown = title::heading_of_data(page, &ld).or(shown);
    let sites = outlet::names(page, &ld.publishers);
    found.title = title::choose(page, &ld, shown.as_deref(), &sites);
    let names = if page.nodes.is_empty() {
        // A plain text: its roles are those of the document's blocks.
        line(Role::Byline).map(authors::names).unwrap_or_default()
    } else {
        authors::find(page, &article.roles, &ld, &sites)
    };
    found.authors = names.into_iter().map(|name| Author { name, affiliation: None }).collect();
    (found.published, found.modified) = if page.nodes.is_empty() {
        let lines = doc.blocks.iter().filter(|b| matches!(b.role, Role::Date | Role::Byline));
        let mut texts = lines.filter_map(|b| doc.text.get(b.start as usize..b.end as usize));
        (texts.find_map(|t| dates::visible(t, false)), None)
    } else {
        published::find(page, &article.roles, &ld)
    };
    visible_marks(doc, &mut found);
    notes::add(page, doc, reading, &article.places, &mut found);
    found
}

/// Letters and digits in lower case, to compare what differs in marks and spaces only.
fn fold(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a moment lies on a day, `YYYY-MM-DD`.
fn is_on(moment: Option<&str>, day: &str) -> bool {
    moment.is_some_and(|m| m.starts_with(day))
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
                    if let Some(i) = text.find(&a.name) {
                        mark(Kind::Byline, i, i + a.name.len(), &a.name);
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
    let (published, modified) = (found.published.clone(), found.modified.clone());
    for (kind, value) in
        [(Kind::Published, published.filter(|_| !dated)), (Kind::Modified, modified.filter(|_| !changed))]
    {
        if let Some(value) = value {
            found.marks.push(Provenance { kind, start: None, end: None, value });
        }
    }
}
