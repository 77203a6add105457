//! What part of the page a node is, by its tag and hints.

use crate::page::Node;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A part of a page that is not the article's running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// None of these.
    Plain,
    Related,
    Comment,
    /// Navigation, advertising, legal lines.
    Other,
    Caption,
    Credit,
    Byline,
    Date,
    Deck,
    Section,
    PullQuote,
    Note,
    Headline,
}

/// Parts of words in hints, in order of precedence. Words of up to four letters must match whole.
const WORDS: &[(Zone, &[&str])] = &[
    (
        Zone::Comment,
        &[
            "comments",
            "comment-list",
            "commentlist",
            "disqus",
            "livefyre",
            "respond",
            "replies",
            "userreview",
            "kommentare",
            "commentaires",
        ],
    ),
    (Zone::Credit, &["credit", "copyright", "photographer", "photo-by", "image-source", "imagesource"]),
    (Zone::Caption, &["caption", "figcaption", "bildunterschrift", "legende", "didascalia", "pie-de-foto"]),
    (Zone::PullQuote, &["pullquote", "pull-quote", "pullout"]),
    (
        Zone::Related,
        &[
            "related",
            "recommend",
            "most-read",
            "mostread",
            "trending",
            "popular",
            "readmore",
            "read-more",
            "also-read",
            "more-on",
            "see-also",
            "teaser",
            "promo",
            "recirc",
            "outbrain",
            "taboola",
            "further-reading",
            "inline-link",
            "read-also",
            "readalso",
            "lireaussi",
            "lire-aussi",
            "more-stories",
            "relacionad",
            "correlat",
            "similar",
            "zergnet",
            "headlines",
            "latest-news",
            "morestories",
            "up-next",
            "read-next",
            "readnext",
            "next-article",
        ],
    ),
    (
        Zone::Other,
        &[
            "newsletter",
            "sidebar",
            "share",
            "sharing",
            "social",
            "subscri",
            "cookie",
            "consent",
            "advert",
            "sponsor",
            "footer",
            "breadcrumb",
            "navigation",
            "navbar",
            "menu",
            "modal",
            "popup",
            "signup",
            "sign-up",
            "login",
            "signin",
            "tag-list",
            "taglist",
            "tags",
            "toolbar",
            "pagination",
            "pager",
            "rating",
            "poll",
            "quiz",
            "widget",
            "ad",
            "ads",
            "gdpr",
            "banner",
            "masthead",
            "skip",
            "feedback",
            "donat",
            "fundrais",
            "support-us",
            "print-only",
            "hidden",
            "screen-reader",
            "sr-only",
            "visually-hidden",
            "visuallyhidden",
            "accessibility",
            "paywall",
            "piano",
            "topics",
            "nav",
            "playlist",
            "video-player",
            "videoplayer",
            "gallery-nav",
            "slider",
            "carousel",
            "weather",
            "ticker",
            "app-download",
            "follow",
            "keywords",
            "infobox",
            "factbox",
            "toc",
            "disclaimer",
            "legal",
            "contentinfo",
            "complementary",
            "search",
            "audio-player",
            "audioplayer",
            "reading-time",
            "read-time",
            "bookmark",
            "tooltip",
            "whatsapp",
            "telegram",
            "dialog",
        ],
    ),
    (
        Zone::Note,
        &[
            "author-bio",
            "authorbio",
            "author-box",
            "authorbox",
            "about-author",
            "about-the-author",
            "author-info",
            "author-desc",
            "correction",
            "editors-note",
            "endnote",
            "footnote",
            "post-author",
        ],
    ),
    (
        Zone::Byline,
        &["byline", "by-line", "author", "authors", "autor", "autore", "auteur", "writer", "contributor", "vcard"],
    ),
    (
        Zone::Date,
        &[
            "dateline",
            "timestamp",
            "datepublished",
            "publish-date",
            "pubdate",
            "pub-date",
            "post-date",
            "postdate",
            "entry-date",
            "article-date",
            "published",
            "date",
            "time",
            "meta",
            "metadata",
            "updated",
        ],
    ),
    (
        Zone::Deck,
        &[
            "standfirst",
            "subtitle",
            "sub-title",
            "subhead-line",
            "subheadline",
            "deck",
            "dek",
            "article-summary",
            "article__summary",
        ],
    ),
    (Zone::Section, &["kicker", "section-label", "article-section", "category", "overline", "eyebrow", "rubric"]),
    (Zone::Headline, &["headline", "article-title", "entry-title", "post-title"]),
];

/// The words by their first two bytes, each with its place in the order of precedence.
struct Index {
    /// For each pair of bytes where its words start in `words`.
    heads: HashMap<[u8; 2], Vec<(usize, &'static str)>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut heads: HashMap<[u8; 2], Vec<(usize, &'static str)>> = HashMap::new();
        for (rank, (_, words)) in WORDS.iter().enumerate() {
            for w in *words {
                heads.entry([w.as_bytes()[0], w.as_bytes()[1]]).or_default().push((rank, w));
            }
        }
        Index { heads }
    })
}

/// The highest rank of a word that stands in `hints` (lower case): short words whole, long ones where a part starts.
fn rank(hints: &str) -> Option<usize> {
    let (b, index) = (hints.as_bytes(), index());
    let mut best: Option<usize> = None;
    for i in 0..b.len().saturating_sub(1) {
        let Some(words) = index.heads.get(&[b[i], b[i + 1]]) else { continue };
        let starts = i == 0 || !b[i - 1].is_ascii_alphanumeric();
        for (rank, word) in words {
            let end = i + word.len();
            if best.is_some_and(|b| b <= *rank) || !(starts || word.len() > 8) || !b[i..].starts_with(word.as_bytes()) {
                continue;
            }
            let ends = end == b.len() || !b[end].is_ascii_alphanumeric();
            if starts && (ends || word.len() > 6) || word.len() > 8 {
                best = Some(*rank);
            }
        }
    }
    best
}

/// Whether hints name a notice on data protection. Such a notice may be longer than the article, and is never a wrapper of it.
pub fn is_notice(hints: &str) -> bool {
    let h = hints.to_ascii_lowercase();
    ["cookie", "consent", "onetrust", "didomi", "usercentrics", "gdpr", "privacy-", "qc-cmp", "sp_message"]
        .iter()
        .any(|w| h.contains(w))
}

/// The zone of one node by itself.
pub fn own(node: &Node) -> Zone {
    match &*node.tag {
        "nav" | "footer" | "menu" | "dialog" => return Zone::Other,
        "aside" => return Zone::Related,
        "figcaption" | "caption" | "figure" => return Zone::Caption,
        "address" => return Zone::Byline,
        "body" | "main" => return Zone::Plain,
        _ => {}
    }
    of_hints(&node.hints)
}

/// The zone that hints tell.
pub fn of_hints(hints: &str) -> Zone {
    if hints.is_empty() {
        return Zone::Plain;
    }
    // Camel case and snake case are made the same as dashes, of which one is enough.
    let mut h = String::with_capacity(hints.len() + 8);
    let mut lower = false;
    for c in hints.chars() {
        if c.is_ascii_uppercase() && lower {
            h.push('-');
        }
        lower = c.is_ascii_lowercase();
        let c = if c == '_' { '-' } else { c.to_ascii_lowercase() };
        if c != '-' || !h.ends_with('-') {
            h.push(c);
        }
    }
    rank(&h).map_or(Zone::Plain, |r| WORDS[r].0)
}
