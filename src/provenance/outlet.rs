//! Who publishes and in which section.
//!
//! The outlet comes from the address by the registry; without a row, from the name the page gives itself. Without an address a mail
//! address of the page tells it, unless the page calls itself something else. A name alone leads to no row: the same "Herald" comes out in a
//! dozen countries. The section comes from what the page shows, then its data, then its address, then a mail address's local part.
//! What no rule finds stays empty.

use super::{Found, fold, metadata};
use crate::category::Kind;
use crate::document::Document;
use crate::page::{Block, Page};
use crate::registry;
use crate::report::{Outlet, Provenance, Role};

/// Adds outlet and section where `found` has none, and their marks.
pub fn add(page: &Page, doc: &Document, found: &mut Found) {
    let mails: Vec<String> = found.marks.iter().filter(|m| m.kind == Kind::Contact).map(|m| m.value.clone()).collect();
    let own_name = site_name(page);
    let row = match address(page) {
        Some(a) => registry::outlet(&a),
        None => mails
            .iter()
            .filter_map(|m| registry::outlet_by_mail(m))
            .find(|o| own_name.as_deref().is_none_or(|own| alike(own, &o.name))),
    };
    let outlet = match (found.outlet.take(), row) {
        // A name read off the page stays; the facts come from the registry.
        (Some(o), Some(r)) if o.facts.is_empty() => Some(Outlet { name: o.name, ..r }),
        (Some(o), _) => Some(o),
        (None, Some(r)) => Some(r),
        (None, None) => own_name.map(|name| Outlet {
            name,
            domain: address(page)
                .and_then(|a| registry::domain::registrable(&registry::domain::host(&a)?).map(str::to_owned)),
            ..Outlet::default()
        }),
    };
    let outlet = outlet.map(|mut o| {
        o.name = plain(&o.name, o.domain.as_deref()).to_owned();
        o
    });
    if let Some(o) = &outlet
        && !found.marks.iter().any(|m| m.kind == Kind::Outlet)
    {
        found.marks.push(masthead(doc, &o.name));
    }
    found.outlet = outlet;
    if found.section.is_none() {
        let (section, mark) = section(page, doc, &mails, &found.sections);
        if let Some(s) = &section
            && !found.marks.iter().any(|m| m.kind == Kind::Section)
        {
            let (start, end) = mark.map_or((None, None), |m| (Some(m.0), Some(m.1)));
            found.marks.push(Provenance { kind: Kind::Section, start, end, value: s.clone() });
        }
        found.section = section;
    }
}

/// A name without the company's legal form, and without the claim that stands beside it where the address tells which part is
/// the name: "Example Post - News that matters" of example-post.com.
fn plain<'a>(name: &'a str, domain: Option<&str>) -> &'a str {
    const FORMS: &[&str] = &["LLC", "Inc", "Inc.", "Ltd", "Ltd.", "Limited", "GmbH", "L.L.C."];
    let mut name = name.trim();
    if let Some((own, form)) = name.rsplit_once(' ')
        && FORMS.contains(&form)
    {
        name = own.trim_end_matches([',', ' ']);
    }
    let Some(label) = domain.and_then(|d| d.split('.').next()).map(fold).filter(|l| l.chars().count() > 2) else {
        return name;
    };
    let fits = |part: &&str| {
        let part = fold(part);
        part == label
            || part.chars().count() > 3 && label.contains(&part)
            || label.chars().count() > 3 && part.contains(&label) && part.chars().count() <= 2 * label.chars().count()
    };
    let parts = || SEPARATORS.iter().filter(|s| name.contains(**s)).flat_map(|s| name.split(*s)).map(str::trim);
    // The shortest, so that "A - B | C" leaves one of the three.
    parts().filter(|p| !SEPARATORS.iter().any(|s| p.contains(s))).find(fits).unwrap_or(name)
}

/// What stands between the parts of a page's or a site's title.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " • ", "｜"];

/// Whether two names are one, or one has words more than the other ("Example Post Online").
fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    short == long || short.chars().count() >= 4 && long.contains(short.as_str())
}

/// The page's address: given, else the canonical link or `og:url`.
fn address(page: &Page) -> Option<String> {
    let given = page.url.as_deref().filter(|u| registry::domain::host(u).is_some());
    let link = || {
        page.head
            .links
            .iter()
            .find(|l| l.rel.eq_ignore_ascii_case("canonical"))
            .map(|l| l.href.as_str())
            .filter(|h| h.contains("://"))
    };
    let og = || meta(page, "og:url").filter(|h| h.contains("://"));
    given.or_else(link).or_else(og).map(str::to_owned)
}

fn meta<'a>(page: &'a Page, name: &str) -> Option<&'a str> {
    page.head
        .metas
        .iter()
        .find(|m| m.name.eq_ignore_ascii_case(name))
        .map(|m| m.content.trim())
        .filter(|c| !c.is_empty())
}

/// Names by which the outlet may stand in titles and bylines: those the page gives, the registry's, the domain's own label and the whole
/// domain. `publishers`: names of the publisher in the page's data.
pub fn names(page: &Page, publishers: &[String]) -> Vec<String> {
    let mut out: Vec<String> =
        ["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"]
            .iter()
            .filter_map(|k| meta(page, k).map(metadata::clean))
            .collect();
    out.extend(publishers.iter().cloned());
    if let Some(a) = address(page) {
        out.extend(registry::outlet(&a).map(|o| o.name));
        if let Some(host) = registry::domain::host(&a)
            && let Some(domain) = registry::domain::registrable(&host)
        {
            out.push(domain.to_owned());
            out.extend(domain.split('.').next().filter(|l| l.len() > 2).map(str::to_owned));
        }
    }
    out.retain(|n| (2..=80).contains(&n.chars().count()));
    out
}

/// The name the page gives its site.
fn site_name(page: &Page) -> Option<String> {
    let fine = |n: &str| (2..=60).contains(&n.chars().count()) && !n.contains("://") && !n.starts_with('@');
    let metas = ["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"];
    if let Some(n) = metadata::metas(page, &metas).find(|n| fine(n)) {
        return Some(n);
    }
    // "Headline - Site", "Headline | Site": the part after the last separator, where the title is longer.
    let t = page.head.title.trim();
    let cut = SEPARATORS.iter().filter_map(|s| t.rfind(s).map(|i| (i, s.len()))).max()?;
    let (head, tail) = (&t[..cut.0], t[cut.0 + cut.1..].trim());
    (fine(tail) && tail.split_whitespace().count() <= 5 && head.chars().count() > tail.chars().count())
        .then(|| tail.to_owned())
}

/// Where the outlet's name stands as a label of its own.
fn masthead(doc: &Document, name: &str) -> Provenance {
    let at = doc.blocks.iter().filter(|b| !b.role.in_body()).find(|b| {
        doc.text.get(b.start as usize..b.end as usize).is_some_and(|t| t.trim().to_lowercase() == name.to_lowercase())
    });
    Provenance { kind: Kind::Outlet, start: at.map(|b| b.start), end: at.map(|b| b.end), value: name.to_owned() }
}

/// Words that name a section, and the name shown.
const SECTIONS: &[(&str, &str)] = &[
    ("opinion", "opinion"),
    ("opinions", "opinion"),
    ("op-ed", "opinion"),
    ("oped", "opinion"),
    ("op-eds", "opinion"),
    ("commentisfree", "opinion"),
    ("comment", "opinion"),
    ("commentary", "opinion"),
    ("guest essay", "opinion"),
    ("guest column", "opinion"),
    ("kommentar", "opinion"),
    ("kommentare", "opinion"),
    ("meinung", "opinion"),
    ("tribune", "opinion"),
    ("tribunes", "opinion"),
    ("opinión", "opinion"),
    ("opinie", "opinion"),
    ("debat", "opinion"),
    ("debatt", "opinion"),
    ("viewpoint", "opinion"),
    ("voices", "opinion"),
    ("idees", "opinion"),
    ("views", "opinion"),
    ("columns", "opinion"),
    ("columnists", "opinion"),
    ("contributors", "opinion"),
    ("editorial", "editorial"),
    ("editorials", "editorial"),
    ("letters", "letters"),
    ("analysis", "analysis"),
    ("news analysis", "analysis"),
    ("analyse", "analysis"),
    ("explainer", "analysis"),
    ("satire", "satire"),
    ("humor", "satire"),
    ("review", "review"),
    ("reviews", "review"),
    ("obituaries", "obituaries"),
    ("world", "world"),
    ("international", "world"),
    ("ausland", "world"),
    ("monde", "world"),
    ("internacional", "world"),
    ("politics", "politics"),
    ("politik", "politics"),
    ("politique", "politics"),
    ("política", "politics"),
    ("politica", "politics"),
    ("business", "business"),
    ("economy", "business"),
    ("money", "business"),
    ("wirtschaft", "business"),
    ("economie", "business"),
    ("economia", "business"),
    ("markets", "business"),
    ("finance", "business"),
    ("technology", "technology"),
    ("tech", "technology"),
    ("science", "science"),
    ("wissen", "science"),
    ("health", "health"),
    ("environment", "environment"),
    ("climate", "environment"),
    ("sport", "sport"),
    ("sports", "sport"),
    ("culture", "culture"),
    ("kultur", "culture"),
    ("arts", "culture"),
    ("entertainment", "entertainment"),
    ("lifestyle", "lifestyle"),
    ("travel", "travel"),
    ("food", "food"),
    ("local", "local"),
    ("nation", "national"),
    ("national", "national"),
    ("education", "education"),
    ("us-news", "us news"),
    ("uk-news", "uk news"),
    ("panorama", "panorama"),
];

/// Whether a line is nothing but labels of sections, one or more, at least one of them known.
pub fn names_section(line: &str) -> bool {
    let mut parts = line.split(['/', '|', '›', '>', '»', '·']).map(str::trim).peekable();
    parts.peek().is_some_and(|p| known(p).is_some()) && parts.all(|p| p.split_whitespace().count() <= 4)
}

fn known(word: &str) -> Option<&'static str> {
    let w = word.trim().to_lowercase();
    SECTIONS.iter().find(|s| s.0 == w).map(|s| s.1)
}

/// The section and where it is written.
fn section(page: &Page, doc: &Document, mails: &[String], named: &[String]) -> (Option<String>, Option<(u32, u32)>) {
    // A label that says what kind of piece it is goes before one that says what it is about.
    let kinds = ["opinion", "editorial", "analysis", "satire", "letters", "review"];
    let mut shown: Option<(String, (u32, u32))> = None;
    for b in doc.blocks.iter().filter(|b| matches!(b.role, Role::Section | Role::Byline | Role::Date | Role::Deck)) {
        let Some(text) = doc.text.get(b.start as usize..b.end as usize).filter(|t| t.len() <= 120) else { continue };
        let mut at = 0;
        for part in text.split(['/', '|', '›', '>', '»', '·', '\n']) {
            let from = b.start + (at + part.len() - part.trim_start().len()) as u32;
            at += part.len() + text[at + part.len()..].chars().next().map_or(0, char::len_utf8);
            let (t, span) = (part.trim(), (from, from + part.trim().len() as u32));
            if t.is_empty()
                || t.split_whitespace().count() > 3
                || matches!(t.to_lowercase().as_str(), "home" | "news" | "startseite" | "accueil" | "inicio")
            {
                continue;
            }
            let named = known(t);
            let better = named.is_some_and(|n| kinds.contains(&n))
                && !shown.as_ref().is_some_and(|s| kinds.contains(&s.0.as_str()));
            if better || shown.is_none() && (named.is_some() || b.role == Role::Section) {
                shown = Some((named.map_or_else(|| t.to_owned(), str::to_owned), span));
            }
        }
    }
    if let Some((s, span)) = shown {
        return (Some(s), Some(span));
    }
    let data = [
        "article:section",
        "parsely-section",
        "og:article:section",
        "og:section",
        "section",
        "cXenseParse:recs:category",
        "sailthru.section",
        "category",
        "dc.subject",
    ];
    // What says nothing lets the next one speak.
    let telling = |d: String| {
        let first = d.split([',', ';', '/', '|', '>']).map(str::trim).find(|p| !p.is_empty())?;
        let fine = (2..=40).contains(&first.chars().count())
            && !first.contains("://")
            && !first.get(..3).is_some_and(|x| x.eq_ignore_ascii_case("by:") || x.eq_ignore_ascii_case("by "))
            && !matches!(first.to_lowercase().as_str(), "news" | "home" | "article");
        fine.then(|| known(first).unwrap_or(first).to_owned())
    };
    if let Some(s) = metadata::metas(page, &data).chain(named.iter().cloned()).find_map(telling) {
        return (Some(s), None);
    }
    let path = address(page).and_then(|a| {
        let (_, rest) = a.split_once("://")?;
        let path = rest.split(['?', '#']).next()?;
        let mut parts: Vec<&str> = path.split('/').collect();
        // The last part is the article's own name.
        parts.pop();
        let host = parts.first().and_then(|h| h.split('.').next());
        parts.iter().skip(1).take(4).copied().chain(host).find_map(known).map(str::to_owned)
    });
    let path = path.or_else(|| trail(page));
    // The opinion desk's address closes a piece of its own. Readers write to "letters", and "editorial" is the newsroom.
    let mail = || {
        mails.iter().find_map(|m| {
            let local = m.split('@').next()?;
            known(local).filter(|s| *s == "opinion").map(str::to_owned)
        })
    };
    (path.or_else(mail), None)
}

/// The first part of the page's breadcrumbs that is known as a section's name. What other parts are (a town, a brand, a
/// campaign) no rule can tell.
fn trail(page: &Page) -> Option<String> {
    let crumbs = page.nodes_within(|n| n.hints.to_ascii_lowercase().contains("breadcrumb"));
    let inside = |b: &&Block| crumbs.get(b.node as usize) == Some(&true) && b.text.len() <= 300;
    page.blocks.iter().filter(inside).take(12).find_map(|b| {
        let links =
            b.inlines.iter().filter(|i| i.tag == "a").filter_map(|i| b.text.get(i.start as usize..i.end as usize));
        links.chain(b.text.split(['/', '|', '›', '>', '»', '·', '→'])).find_map(known).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Head, Meta};

    #[test]
    fn a_name_stands_without_what_it_claims() {
        for (name, domain, want) in [
            ("Breaking News Headlines - 9Lamp", Some("9lamp.example"), "9Lamp"),
            ("Haddon Lamp | News | Sport", Some("haddonlamp.example"), "Haddon Lamp"),
            ("The Haddon Lamp, LLC", Some("lamp.example"), "The Haddon Lamp"),
            ("HL - Haddoner Leuchte", Some("hl-online.example"), "HL - Haddoner Leuchte"),
            ("Travel, Food - and Tech", Some("lamp.example"), "Travel, Food - and Tech"),
            ("Haddon Lamp - the paper", None, "Haddon Lamp - the paper"),
            ("LLC", None, "LLC"),
        ] {
            assert_eq!(plain(name, domain), want, "{name}");
        }
    }

    fn page(url: Option<&str>, title: &str, metas: &[(&str, &str)]) -> Page {
        let metas = metas.iter().map(|(n, c)| Meta { name: (*n).to_owned(), content: (*c).to_owned() }).collect();
        Page {
            url: url.map(str::to_owned),
            head: Head { title: title.to_owned(), metas, ..Head::default() },
            ..Page::default()
        }
    }

    #[test]
    fn outlet_and_section_by_rule() {
        for (p, mail, name, section) in [
            (
                page(Some("https://www.example.org/opinion/2024/a-river"), "A river rises again - Example Post", &[]),
                None,
                Some("Example Post"),
                Some("opinion"),
            ),
            (
                page(None, "A river rises", &[("og:site_name", "Example Post"), ("article:section", "Politics")]),
                None,
                Some("Example Post"),
                Some("politics"),
            ),
            (page(None, "", &[]), Some("opinion@globaltimes.com.cn"), Some("Global Times"), Some("opinion")),
            (page(None, "", &[]), Some("someone@gmail.com"), None, None),
            // A page that calls itself something else is not the house that a mail address belongs to.
            (page(None, "", &[("og:site_name", "My Blog")]), Some("letters@globaltimes.cn"), Some("My Blog"), None),
            (
                page(None, "Rivers - Global Times", &[("og:site_name", "Global Times Online")]),
                Some("letters@globaltimes.cn"),
                Some("Global Times"),
                None,
            ),
            (
                page(Some("https://unknown-blog.example/x"), "", &[("og:site_name", "My Blog")]),
                Some("letters@globaltimes.cn"),
                Some("My Blog"),
                None,
            ),
            (
                page(
                    None,
                    "",
                    &[("og:site_name", "Ex &amp; Why"), ("article:section", "News"), ("category", "R&amp;D")],
                ),
                None,
                Some("Ex & Why"),
                Some("R&D"),
            ),
            (page(Some("https://example.org/a-world-of-rivers"), "Rivers", &[]), None, None, None),
        ] {
            let mut found = Found::default();
            if let Some(m) = mail {
                found.marks.push(Provenance { kind: Kind::Contact, start: None, end: None, value: m.to_owned() });
            }
            add(&p, &Document::default(), &mut found);
            assert_eq!(
                (found.outlet.as_ref().map(|o| o.name.as_str()), found.section.as_deref()),
                (name, section),
                "{p:?}"
            );
        }
    }

    #[test]
    fn breadcrumbs_tell_a_section_by_a_known_name() {
        use crate::page::Node;
        let crumbs = |text: &str, hints: &str| Page {
            nodes: vec![
                Node { tag: "body".into(), ..Node::default() },
                Node { parent: Some(0), tag: "nav".into(), hints: hints.into() },
            ],
            blocks: vec![Block { node: 1, text: text.into(), ..Block::default() }],
            ..Page::default()
        };
        assert_eq!(trail(&crumbs("Home › Politik › Ein Fluss steigt", "c-breadcrumb")).as_deref(), Some("politics"));
        assert_eq!(trail(&crumbs("Home › Haddon › Ein Fluss steigt", "c-breadcrumb")), None);
        assert_eq!(trail(&crumbs("Home › Politik", "c-menu")), None);
    }

    #[test]
    fn a_name_alone_leads_to_no_row() {
        for name in ["NBC", "The Herald", "Le Matin", "ABC", "Capital"] {
            let mut found = Found::default();
            add(&page(None, "", &[("og:site_name", name)]), &Document::default(), &mut found);
            assert_eq!(found.outlet, Some(Outlet { name: name.to_owned(), ..Outlet::default() }), "{name}");
        }
    }

    #[test]
    fn the_section_in_the_data_is_the_articles() {
        for (json, want) in [
            (
                r#"{"@type": "NewsArticle", "headline": "x", "articleSection": ["World", "Asia"]}"#,
                &["World", "Asia"][..],
            ),
            (r#"{"@type": "NewsArticle", "articleSection": "Caf\u00e9s &amp; Bars"}"#, &["Cafés & Bars"]),
            // A teaser's section is not the piece's.
            (
                r#"[{"@type": "NewsArticle", "headline": "x", "articleSection": "Rivers"},
                {"@type": "NewsArticle", "headline": "y", "articleSection": "World"}]"#,
                &["Rivers"],
            ),
            (
                r#"[{"@type": "VideoObject", "articleSection": "Video"}, {"@type": "NewsArticle", "headline": "x"}]"#,
                &[],
            ),
            (r#"{"@type": "NewsArticle", "articleSection": }"#, &[]),
        ] {
            let page = Page { head: Head { json_ld: vec![json.to_owned()], ..Head::default() }, ..Page::default() };
            assert_eq!(metadata::ld(&page, |_| false).sections, want, "{json}");
        }
        let mut found = Found { sections: vec!["News".into(), "Rivers".into()], ..Found::default() };
        add(&page(None, "", &[("article:section", "News")]), &Document::default(), &mut found);
        assert_eq!(found.section.as_deref(), Some("Rivers"));
    }
}
