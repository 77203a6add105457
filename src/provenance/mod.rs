//! Who publishes and writes the piece, when, and what it says about itself.
//!
//! Where sources conflict: for the title the article's JSON-LD, then the headline on the page, then OpenGraph and
//! `<title>` without the site's name; for authors persons in JSON-LD, then meta elements, marked-up names, bylines; for
//! dates JSON-LD, then meta elements, `<time>`, the visible date line, the address. A value that is refused lets the next one speak.

pub mod affiliation;
pub mod authors;
pub mod credits;
pub mod dates;
pub mod json;
pub mod metadata;
pub mod notes;
pub mod outlet;

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
    let shown = line(Role::Headline).map(metadata::clean).filter(|h| !h.is_empty());
    let ld = metadata::ld(page, |h| shown.as_deref().is_some_and(|s| fold(s) == fold(h)));
    let site = metadata::metas(page, &["og:site_name", "application-name"]).next();
    found.title = title(page, &ld, shown, site.as_deref());
    let names = if page.blocks.is_empty() {
        // A plain text: its roles are those of the document's blocks.
        line(Role::Byline).map(authors::names).unwrap_or_default()
    } else {
        authors::find(page, &article.roles, &ld, site.as_deref())
    };
    found.authors = names.into_iter().map(|name| Author { name, affiliation: None }).collect();
    found.published = published(page, doc, &ld, article);
    found.modified = ld.modified.as_deref().and_then(dates::machine).or_else(|| {
        metadata::metas(
            page,
            &["article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified"],
        )
        .find_map(|m| dates::machine(&m))
    });
    visible_marks(doc, &mut found);
    notes::add(page, doc, reading, &mut found);
    found
}

/// Letters and digits in lower case, to compare what differs in marks and spaces only.
fn fold(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn title(page: &Page, ld: &metadata::Ld, shown: Option<String>, site: Option<&str>) -> Option<String> {
    let og = metadata::metas(page, &["og:title", "twitter:title"]).next().map(|t| without_site(&t, site));
    let own = Some(without_site(&page.head.title, site)).filter(|t| !t.is_empty());
    // A headline on the page that the page's data repeats is the best witness; one that nothing repeats may be a site's name.
    let known = |h: &str| {
        let f = fold(h);
        !f.is_empty()
            && [ld.headline.as_deref(), og.as_deref(), own.as_deref()]
                .into_iter()
                .flatten()
                .any(|o| fold(o).contains(&f))
    };
    if let Some(h) = shown.clone().filter(|h| known(h) && h.chars().count() > 10) {
        return Some(h);
    }
    ld.headline.clone().filter(|h| h.chars().count() > 5).or(og).or(own).or(shown)
}

/// A title without the site's name behind the last bar or dash.
fn without_site(title: &str, site: Option<&str>) -> String {
    let mut t = title.trim();
    let site = site.map(fold).filter(|s| !s.is_empty());
    // A title has few such tails; more are no title.
    'tails: for _ in 0..4 {
        for sep in [" | ", " - ", " – ", " — ", " :: ", " · ", " • "] {
            let Some((head, tail)) = t.rsplit_once(sep) else { continue };
            let named = site.as_deref().is_some_and(|s| fold(tail).contains(s));
            let short = tail.split_whitespace().count() <= 3 && head.split_whitespace().count() >= 4;
            if named || short {
                t = head.trim_end();
                continue 'tails;
            }
        }
        break;
    }
    t.to_owned()
}

fn published(page: &Page, doc: &Document, ld: &metadata::Ld, article: &Article) -> Option<String> {
    const NAMES: &[&str] = &[
        "article:published_time",
        "datepublished",
        "og:published_time",
        "article:published",
        "parsely-pub-date",
        "date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "dc.date",
        "dc.date.created",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish_date",
        "publication_date",
        "published",
        "publish-date",
        "cxenseparse:recs:publishtime",
        "og:pubdate",
        "article.published",
        "rnews:datepublished",
        "date.issued",
        "displaydate",
        "citation_date",
        "ptime",
        "datecreated",
        "article:created",
        "og:article:published_time",
        "originalpublicationdate",
        "iso-8601-publish-date",
        "citation_publication_date",
        "creation_date",
        "article_date_original",
        "dateposted",
        "vr:published_time",
    ];
    let american = page.lang.as_deref().is_some_and(|l| l.eq_ignore_ascii_case("en-us"))
        || page.lang.as_deref().is_none_or(|l| l.eq_ignore_ascii_case("en"))
            && page
                .url
                .as_deref()
                .and_then(crate::registry::domain::host)
                .is_some_and(|h| h.rsplit('.').next() == Some("com"));
    let read = |s: &str| dates::machine(s).or_else(|| dates::visible(s, american));
    if let Some(d) = ld.published.as_deref().and_then(read) {
        return Some(d);
    }
    if let Some(d) = metadata::metas(page, NAMES).find_map(|m| read(&m)) {
        return Some(d);
    }
    // `datetime` is the last of an element's hints.
    let times = page.blocks.iter().zip(&article.roles).filter(|(_, r)| !matches!(r, Role::Comment | Role::Related));
    let mut plain = None;
    for (b, _) in times {
        for i in b.inlines.iter().filter(|i| i.tag == "time" || i.hints.contains("date") || i.hints.contains("time")) {
            let stamp = (0..i.hints.len())
                .filter(|&k| i.hints.is_char_boundary(k) && (k == 0 || i.hints.as_bytes()[k - 1] == b' '))
                .find_map(|k| dates::machine(&i.hints[k..]));
            let value = stamp.or_else(|| b.text.get(i.start as usize..i.end as usize).and_then(read));
            if value.is_some() && (i.hints.contains("ublish") || i.hints.contains("pubdate")) {
                return value;
            }
            if plain.is_none() {
                plain = value;
            }
        }
    }
    plain
        .or_else(|| page.url.as_deref().and_then(dates::in_url))
        .or_else(|| {
            doc.blocks
                .iter()
                .filter(|b| matches!(b.role, Role::Date | Role::Byline))
                .filter_map(|b| doc.text.get(b.start as usize..b.end as usize))
                .find_map(read)
        })
        .or_else(|| {
            page.blocks
                .iter()
                .zip(&article.roles)
                .filter(|(b, r)| b.text.len() < 120 && !matches!(r, Role::Comment | Role::Related))
                .find_map(|(b, _)| read(&b.text))
        })
}

/// Marks of what stands visibly on the page: headline, deck, names on the byline, the date line.
fn visible_marks(doc: &Document, found: &mut Found) {
    let mut dated = false;
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
                if let Some(p) = found.published.as_deref()
                    && !dated
                    && dates::visible(text, false)
                        .or_else(|| dates::visible(text, true))
                        .is_some_and(|d| p.starts_with(&d))
                {
                    dated = true;
                    mark(Kind::Published, 0, text.len(), p);
                }
            }
            _ => {}
        }
    }
    let (published, modified) = (found.published.clone(), found.modified.clone());
    for (kind, value) in [(Kind::Published, published.filter(|_| !dated)), (Kind::Modified, modified)] {
        if let Some(value) = value {
            found.marks.push(Provenance { kind, start: None, end: None, value });
        }
    }
}
