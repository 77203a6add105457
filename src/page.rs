//! What comes in: a page as its reader sees it.
//!
//! The content script (`extension/content/collect.js`) and the HTML reader (`html.rs`) make the same `Page` from the
//! same document; a browser test holds the two against each other. A page is a tree of the elements that hold
//! text ([`Node`]) and a list of text runs ([`Block`]) in document order. The tree is kept, and not just a
//! tag and class per block, because choosing the article's blocks needs to know which blocks share an ancestor.

use serde::{Deserialize, Serialize};

/// A page to be read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The page's address, where known.
    pub url: Option<String>,
    /// The language the page declares (`<html lang>`), as a BCP 47 tag.
    pub lang: Option<String>,
    /// What the document's head and its data blocks say.
    pub head: Head,
    /// The elements that contain text, ancestors before descendants; `nodes[0]`, where present, is the body.
    pub nodes: Vec<Node>,
    /// The runs of text, in document order.
    pub blocks: Vec<Block>,
    /// Whether the collector left text out because a limit was reached.
    pub truncated: bool,
}

impl Page {
    /// For each node whether it or an ancestor is `such`. A parent that stands after its child counts as none.
    pub(crate) fn nodes_within(&self, such: impl Fn(&Node) -> bool) -> Vec<bool> {
        let mut within: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let above = node.parent.and_then(|p| within.get(p as usize)) == Some(&true);
            within.push(above || such(node));
        }
        within
    }
}

/// The machine-readable part of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// The text of `<title>`.
    pub title: String,
    /// `<meta>` elements, in order.
    pub metas: Vec<Meta>,
    /// `<link>` elements with a `rel`, in order.
    pub links: Vec<HeadLink>,
    /// The text of each `<script type="application/ld+json">`, unparsed.
    pub json_ld: Vec<String>,
}

/// A `<meta>` element (in the head or, for microdata, in the body).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    /// The first that is present of `name`, `property`, `itemprop` and `http-equiv`, as written.
    pub name: String,
    /// The attribute `content`.
    pub content: String,
}

/// A `<link rel href>` element.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HeadLink {
    /// The attribute `rel`.
    pub rel: String,
    /// The attribute `href`, unresolved.
    pub href: String,
}

/// An element that contains text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Node {
    /// Index of the parent element in [`Page::nodes`]; always smaller than this node's own. `None` for the root.
    pub parent: Option<u32>,
    /// The element's name in lower case.
    pub tag: String,
    /// What its attributes tell: the values of `id`, `class`, `role`, `itemprop`, `itemtype`, `rel`, `aria-label`,
    /// `data-testid`, `data-component` and `datetime`, in this order, joined by one space. At most 400 UTF-16 units: a value
    /// that doesn't fit whole is left out.
    pub hints: String,
}

/// A run of text: what stands between two borders of block-level elements or two `<br>` in a row.
///
/// White space is collapsed as a browser renders it: runs become one space, a single `<br>` becomes `\n`, blanks at
/// the ends are dropped. Hidden, editable and form content, scripts and styles are left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Block {
    /// Index in [`Page::nodes`] of the nearest block-level element around the text.
    pub node: u32,
    /// The text; never empty.
    pub text: String,
    /// Inline elements inside the text that carry a meaning: links, times, emphases, and elements with hints.
    pub inlines: Vec<Inline>,
}

/// An inline element inside a block: `a`, `time`, `i`, `em`, `b`, `strong`, `cite`, `q`, or any with hints.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inline {
    /// Where it starts in the block's text (bytes here; UTF-16 code units at the JS border, see `wasm.rs`).
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The element's name in lower case.
    pub tag: String,
    /// As [`Node::hints`].
    pub hints: String,
    /// The attribute `href` of a link, as written; empty otherwise.
    pub href: String,
}
