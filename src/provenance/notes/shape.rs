//! What a page's tree tells about a block before its words are read: whether it stands at a picture, in a credit, in a box about
//! the author, or in a part that belongs to other articles.
//!
//! Sites name these places alike in any language, so this finds credits that are a bare name. A part that holds running text of the
//! article is none of them, whatever it is called.

use crate::article::zones::plain;
use crate::page::{Block, Inline, Page};
use crate::report::Role;
use crate::text::needles::Needles;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a node and the nodes around it are called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shape {
    /// Called a credit, itself or by its parent.
    pub credit: bool,
    /// In a figure or what is called one.
    pub figure: bool,
    /// In what is called after an author.
    pub author: bool,
    /// In a part about an author: a biography, a role.
    pub bio: bool,
    /// In a part with links to other articles, comments or navigation.
    pub aside: bool,
    /// In what is called a note, a disclaimer or a disclosure.
    pub notice: bool,
}

const CREDIT: &[&str] = &[
    "credit",
    "copyright",
    "photographer",
    "mediarights",
    "media-rights",
    "imagesource",
    "image-source",
    "img-source",
    "caption-source",
    "photo-source",
    "picture-source",
    "imageinfo-source",
    "bildquelle",
    "fotograf",
];
const FIGURE: &[&str] = &[
    "caption",
    "figure",
    "photo",
    "picture",
    "image",
    "img",
    "imgbox",
    "imagebox",
    "photobox",
    "gallery",
    "bildunterschrift",
    "legende",
    "slide",
];
const AUTHOR: &[&str] = &[
    "author",
    "byline",
    "contributor",
    "autor",
    "auteur",
    "writer",
    "redactor",
    "reporter",
    "profile",
    "userdetails",
    "publication-data",
];
const BIO: &[&str] = &[
    "bio",
    "biography",
    "biographie",
    "biografia",
    "desc",
    "about",
    "blurb",
    "title",
    "role",
    "job",
    "func",
    "position",
    "special",
    "profession",
    "credential",
    "info",
    "publication",
    "affiliation",
    "tagline",
];
const ASIDE: &[&str] = &[
    "teaser",
    "related",
    "recommend",
    "promo",
    "mostread",
    "most-read",
    "popular",
    "trending",
    "recirc",
    "outbrain",
    "taboola",
    "readnext",
    "read-next",
    "more-stories",
    "morestories",
    "newsletter",
    "comments",
    "commentlist",
    "comment-list",
    "kommentare",
    "userreview",
    "playlist",
    "carousel",
    "latest",
    "headlines",
    "also-like",
    "cookie",
    "consent",
];
const NOTICE: &[&str] = &["disclaim", "disclosure", "notice", "footnote", "editors-note", "correction", "affiliate"];

/// What names whose a picture is, where one is known to stand.
const LOOSE: &[&str] = &["source", "author", "agency", "autor", "owner", "fuente", "quelle", "creator", "rights"];
/// What a role or an affiliation of an author is called.
const ROLE: &[&str] = &[
    "role",
    "job",
    "jobtitle",
    "profession",
    "position",
    "affiliation",
    "publication",
    "author-title",
    "byline-title",
    "organization",
    "organisation",
    "worksfor",
    "credential",
];

/// The lists, in the order of the bits that [`lists`] gives.
const LISTS: [&[&str]; 9] = [CREDIT, FIGURE, AUTHOR, BIO, ASIDE, NOTICE, LOOSE, &["caption"], ROLE];
const IS_CREDIT: u32 = 1;
const IS_FIGURE: u32 = 1 << 1;
const IS_AUTHOR: u32 = 1 << 2;
const IS_BIO: u32 = 1 << 3;
const IS_ASIDE: u32 = 1 << 4;
const IS_NOTICE: u32 = 1 << 5;
const IS_LOOSE: u32 = 1 << 6;
const IS_CAPTION: u32 = 1 << 7;
const IS_ROLE: u32 = 1 << 8;

/// The lists of which a word starts a part of the hints (short ones must be the whole part), as bits.
fn lists(hints: &str) -> u32 {
    static WORDS: OnceLock<Needles> = OnceLock::new();
    if hints.is_empty() {
        return 0;
    }
    let words = WORDS.get_or_init(|| Needles::new(&LISTS));
    let h = plain(hints);
    let b = h.as_bytes();
    let mut out = 0;
    for i in 0..b.len() {
        let starts = i == 0 || !b[i - 1].is_ascii_alphanumeric();
        for (list, w) in words.at(b, i) {
            let ends = b.get(i + w.len()).is_none_or(|b| !b.is_ascii_alphanumeric() || *b == b's');
            if starts && (ends || w.len() > 5) || w.len() > 7 {
                out |= 1 << list;
            }
        }
    }
    // A credit card is no credit.
    if out & IS_CREDIT != 0 && (h.contains("credit-card") || h.contains("creditcard")) {
        out &= !IS_CREDIT;
    }
    out
}

/// The shape of each node. `roles`: the roles of the page's blocks.
pub fn shapes(page: &Page, roles: &[Role]) -> Vec<Shape> {
    let n = page.nodes.len();
    // Nodes with running text inside are the article, not a box in it.
    let mut running = vec![false; n];
    for (b, r) in page.blocks.iter().zip(roles) {
        if r.in_body()
            && b.text.len() >= 200
            && let Some(x) = running.get_mut(b.node as usize)
        {
            *x = true;
        }
    }
    for i in (1..n).rev() {
        if running[i]
            && let Some(p) = page.nodes[i].parent.map(|p| p as usize).filter(|p| *p < i)
        {
            running[p] = true;
        }
    }
    // Hints repeat on most pages.
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut out: Vec<Shape> = Vec::with_capacity(n);
    let mut depth: Vec<u8> = Vec::with_capacity(n);
    for (i, node) in page.nodes.iter().enumerate() {
        let above = node.parent.map(|p| p as usize).filter(|p| *p < i);
        let up = above.map_or(Shape::default(), |p| out[p]);
        let box_depth = above.map_or(0, |p| depth[p]);
        if running[i] {
            // The text's own container passes on that other articles surround it, and nothing else.
            out.push(Shape { aside: false, ..Shape::default() });
            depth.push(0);
            continue;
        }
        let called = *known.entry(&node.hints).or_insert_with(|| lists(&node.hints));
        let tag = &*node.tag;
        let author = called & IS_AUTHOR != 0 || tag == "address";
        let own_figure = matches!(tag, "figure" | "figcaption") || called & IS_FIGURE != 0;
        let s = Shape {
            credit: called & IS_CREDIT != 0 || up.credit || tag == "footer" && up.figure,
            figure: own_figure || up.figure && box_depth < 6,
            author: author || up.author,
            bio: up.bio || (author || up.author) && called & IS_BIO != 0,
            aside: up.aside || matches!(tag, "nav" | "menu") || called & IS_ASIDE != 0,
            notice: up.notice || called & IS_NOTICE != 0,
        };
        out.push(s);
        depth.push(if own_figure { 1 } else { box_depth.saturating_add(1) });
    }
    out
}

/// The inline elements of a block that are called credits, the longest first. `figure`: it stands at a picture, where a "source" or an
/// "author" is the picture's.
pub fn credits_in(b: &Block, figure: bool) -> Vec<&Inline> {
    let captioned = figure || b.inlines.iter().any(|l| lists(&l.hints) & IS_CAPTION != 0);
    let mut found: Vec<&Inline> = b
        .inlines
        .iter()
        .filter(|l| l.end > l.start && (l.end as usize) <= b.text.len())
        .filter(|l| {
            let called = lists(&l.hints);
            l.tag != "a" && called & IS_CREDIT != 0
                || captioned && called & IS_LOOSE != 0
                || figure && l.tag == "cite" && (l.end - l.start) < 120
        })
        .collect();
    crate::order::by(&mut found, |l| [(u32::MAX - (l.end - l.start)).into(), 0]);
    found
}

/// The inline elements that are called a role or an affiliation of an author, with `true`. `byline`: of a byline also those that are
/// called nothing of the kind but stand behind another element, as a post does behind the name, with `false`.
pub fn role_in(b: &Block, byline: bool) -> impl Iterator<Item = (&Inline, bool)> {
    let behind = move |l: &Inline| byline && l.tag == "span" && b.inlines.iter().any(|o| o.end > 0 && o.end <= l.start);
    b.inlines
        .iter()
        .filter(|l| l.end > l.start && (l.end as usize) <= b.text.len())
        .map(|l| (l, lists(&l.hints) & IS_ROLE != 0))
        .filter(move |(l, called)| *called || behind(l))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_credits() {
        for (hints, is) in [
            ("media-credit", true),
            ("e-caption__credit", true),
            ("CaptionCredit-cRZ", true),
            ("story-image-copyright", true),
            ("credit-card-offer", false),
            ("accredited", false),
            ("", false),
        ] {
            assert_eq!(lists(hints) & IS_CREDIT != 0, is, "{hints}");
        }
    }
}
