//! Who publishes and writes the piece, when, and what it says about itself.

pub mod affiliation;
pub mod credits;
pub mod notes;
pub mod outlet;

use crate::article::Article;
use crate::document::Document;
use crate::page::Page;
use crate::report::{Author, Outlet, Provenance};
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
pub fn find(page: &Page, doc: &Document, reading: &Reading, _article: &Article) -> Found {
    let mut found = Found::default();
    notes::add(page, doc, reading, &mut found);
    found
}
