//! What part of the page a node is, by its tag and hints.

use crate::page::Node;
use crate::text::needles::Needles;
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
const WORDS: [(Zone, &[&str]); 12] = [
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
            "authorprofile",
            "author-profile",
            "biography",
            "biographie",
            "biografia",
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

fn words() -> &'static Needles {
    static NEEDLES: OnceLock<Needles> = OnceLock::new();
    NEEDLES.get_or_init(|| Needles::new(&WORDS.map(|(_, words)| words)))
}

/// The highest rank of a word that stands in `hints` (lower case): short words whole, long ones where a part starts.
fn rank(hints: &str) -> Option<usize> {
    let (b, words) = (hints.as_bytes(), words());
    let mut best: Option<usize> = None;
    for i in 0..b.len().saturating_sub(1) {
        let starts = i == 0 || !b[i - 1].is_ascii_alphanumeric();
        for (rank, word) in words.at(b, i) {
            let end = i + word.len();
            if best.is_some_and(|b| b <= rank) || !(starts || word.len() > 8) {
                continue;
            }
            let ends = end == b.len() || !b[end].is_ascii_alphanumeric();
            if starts && (ends || word.len() > 6) || word.len() > 8 {
                best = Some(rank);
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
        "nav" | "footer" | "menu" | "dialog" | "form" => return Zone::Other,
        "aside" => return Zone::Related,
        "figcaption" | "caption" | "figure" => return Zone::Caption,
        "address" => return Zone::Byline,
        "body" | "main" => return Zone::Plain,
        _ => {}
    }
    of_hints(&node.hints)
}

/// The zone that hints tell.
fn of_hints(hints: &str) -> Zone {
    if hints.is_empty() {
        return Zone::Plain;
    }
    rank(&plain(hints)).map_or(Zone::Plain, |r| WORDS[r].0)
}

/// Hints in lower case, with one dash between their words: camel case and snake case are made the same as dashes.
pub fn plain(hints: &str) -> String {
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
    h
}
