//! Which blocks of a page are the article, and what role each has.

use crate::document::Document;
use crate::page::Page;
use crate::report::Role;

/// What was found about a page's blocks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// A role for each of `Page::blocks` (of `Document::blocks` for plain text).
    pub roles: Vec<Role>,
    /// The language of the text: declared, or guessed from its words.
    pub lang: Option<String>,
}

/// Reads a page's blocks.
pub fn read(page: &Page) -> Article {
    let roles =
        page.blocks
            .iter()
            .map(|b| {
                if page.nodes.get(b.node as usize).is_some_and(|n| n.tag == "p") {
                    Role::Paragraph
                } else {
                    Role::Other
                }
            })
            .collect();
    Article { roles, lang: page.lang.clone() }
}

/// Gives the paragraphs of a plain text their roles.
pub fn read_text(doc: &mut Document) -> Article {
    Article { roles: doc.blocks.iter().map(|b| b.role).collect(), lang: None }
}
