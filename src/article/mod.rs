//! Which blocks of a page are the article, and what role each has.
//!
//! Three passes over nodes and blocks, each linear: [`zones`] gives every node a zone (comments, related links,
//! captions …) from its tag and hints, inherited downwards; [`body`] adds up running text along the tree and
//! walks down from the root to the smallest node that still holds most of it; then each block gets its role from its
//! zone, its tag and where it stands to that node. Zones are words that sites everywhere use in class names; no rule
//! knows a site. A zone that holds most of the page's text is a wrapper with an unlucky name and doesn't count.

mod body;
mod invites;
mod language;
mod plain;
pub(crate) mod zones;

pub use plain::read_text;

use crate::page::{Block, Page};
use crate::provenance::facts::Facts;
use crate::provenance::notes::{self, Places};
use crate::report::Role;

/// What was found about a page's blocks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// A role for each of `Page::blocks` (of `Document::blocks` for plain text).
    pub roles: Vec<Role>,
    /// The language of the text: declared, or guessed from its words.
    pub lang: Option<String>,
    /// What the page tells of where notes stand.
    pub places: Places,
    /// Its title, authors and dates; empty for a plain text.
    pub facts: Facts,
}

/// Reads a page's blocks.
pub fn read(page: &Page) -> Article {
    let mut roles = body::roles(page);
    let places = Places::of(page, &roles);
    notes::keep(page, &mut roles, &places);
    let facts = Facts::read(page, &roles);
    facts.keep(page, &mut roles);
    let texts = page.blocks.iter().zip(&roles).filter(|(_, r)| r.in_body()).map(|(b, _)| &*b.text);
    let lang = language::of(page.lang.as_deref(), texts);
    Article { roles, lang, places, facts }
}

/// How much of a block stands in links, 0 to 1.
pub(crate) fn link_share(b: &Block) -> f32 {
    let linked: u32 = b.inlines.iter().filter(|i| i.tag == "a").map(|i| i.end.saturating_sub(i.start)).sum();
    (linked as f32 / b.text.len().max(1) as f32).min(1.0)
}

/// Whether a text ends or pauses as sentences do.
fn has_sentence(text: &str) -> bool {
    let t = text.trim_end_matches(['"', '\'', '”', '’', ')', '»', '“', ' ']);
    t.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '؟', '।', ';'])
        || [". ", "? ", "! ", "。", "، ", ", "].iter().any(|p| t.contains(p))
}
