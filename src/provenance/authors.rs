//! Who wrote it: from the page's data, else from what it shows. Fewer names are better than a wrong one.
//!
//! The first source that names a person counts: the article's JSON-LD, meta elements, names marked up as the author's beside the
//! headline, a byline there, a line of credits at the article's foot. A later source counts instead where it names all of these
//! persons and more (a page's data often keeps the first author only). Where no person is named anywhere, the body counts that is
//! given as the author: an agency, a desk, at last the outlet itself, but the latter only where the data declares it an organisation.

use super::metadata::{Declared, Ld, metas};
use super::names::{self, Names};
use crate::page::{Block, Inline, Page};
use crate::report::Role;

/// Meta elements that name authors.
const METAS: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "articleauthor",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "dcterms.contributor",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "og:article:author",
    "og:author",
    "dc.author",
    "article.author",
    "rnews:creator",
    "authors",
    "citation_author",
    "creator",
];
/// Parts of class names and addresses by which pages everywhere mark an author.
const MARKS: &[&str] = &[
    "author",
    "byline",
    "by-line",
    "autor",
    "auteur",
    "autore",
    "redakteur",
    "journalist",
    "periodista",
    "forfatter",
    "skribent",
    "signature",
    "contributor",
    "reporter",
    "writer",
];
/// What has one of these in its class name is something about authors that is no byline.
const NOT: &[&str] = &[
    "comment",
    "authority",
    "authoriz",
    "authoris",
    "copyright",
    "photographer",
    "related",
    "caption",
    "quote",
    "avatar",
];
/// Parts of addresses of an author's page.
const PATHS: &[&str] = &[
    "/author/",
    "/authors/",
    "/autor/",
    "/autores/",
    "/autoren/",
    "/auteur/",
    "/auteurs/",
    "/autori/",
    "/autore/",
    "/journalist/",
    "/journalists/",
    "/journaliste/",
    "/journalistes/",
    "/periodista/",
    "/by/",
    "/byline/",
    "/people/",
    "/staff/",
    "/profile/",
    "/profiles/",
    "/redakteur/",
    "/signataires/",
    "/firmas/",
    "/columnist/",
    "/columnists/",
    "/contributors/",
    "/reporter/",
    "/reporters/",
    "/writer/",
    "/writers/",
    "/redaktion/",
    "/skribent/",
    "/autorzy/",
    "/yazar/",
    "/yazarlar/",
];

/// Whom a byline of a plain text names: persons, or the one body.
pub(super) fn told(text: &str) -> Vec<String> {
    // "By Ana Ruiz | Harbour Review | Updated …": what follows the persons is no list of them.
    let named = |l: &&str| !names::read(l).persons.is_empty();
    let found = names::read(text.split_once('|').map(|x| x.0).filter(named).unwrap_or(text));
    if found.persons.is_empty() { found.body.into_iter().collect() } else { found.persons }
}

fn same(a: &str, b: &str) -> bool {
    super::fold(a) == super::fold(b)
}

/// What is known of who publishes, to tell the outlet from a person.
struct Outlets {
    /// Names, folded.
    folded: Vec<String>,
    /// The first words of names of one word.
    labels: Vec<String>,
}

impl Outlets {
    fn new(names: &[String]) -> Self {
        let folded = names.iter().map(|o| super::fold(o)).filter(|o| o.chars().count() > 1).collect();
        let labels = names
            .iter()
            .filter(|n| !n.trim().contains(' '))
            .map(|n| n.to_lowercase())
            .filter(|n| n.len() > 1)
            .collect();
        Self { folded, labels }
    }

    /// Whether this is a name of the outlet, perhaps with words behind it ("Example Post Staff").
    fn is(&self, name: &str) -> bool {
        let n = super::fold(name);
        let first = name.split([' ', ',']).next().unwrap_or(name).to_lowercase();
        n.is_empty()
            || self.labels.contains(&first)
            || self.folded.iter().any(|o| *o == n || n.len() > o.len() && o.len() >= 4 && n.starts_with(o.as_str()))
    }

    fn is_whole(&self, name: &str) -> bool {
        self.folded.contains(&super::fold(name))
    }
}

/// Persons and bodies that sources name.
#[derive(Default)]
struct Found {
    persons: Vec<String>,
    bodies: Vec<String>,
}

impl Found {
    fn new(all: Vec<Names>, outlets: &Outlets) -> Self {
        let mut out = Self::default();
        for n in all {
            let mut own = false;
            for p in n.persons {
                if outlets.is(&p) {
                    own = true;
                } else if !out.persons.iter().any(|o| same(o, &p)) {
                    out.persons.push(p);
                }
            }
            // "Example Post and AFP", "Example Post Staff".
            let more = own && names::has_body_word(&n.whole);
            out.bodies.extend(n.body.or_else(|| Some(n.whole).filter(|_| more)).filter(|b| !outlets.is_whole(b)));
        }
        out
    }
}

/// The authors. `outlets` are names of who publishes.
pub fn find(page: &Page, roles: &[Role], ld: &Ld, outlets: &[String]) -> Vec<String> {
    let outlets = Outlets::new(outlets);
    let read = |m: &&str| metas(page, &[*m]).filter(|c| c.len() < 400).map(|c| names::read(&c)).collect::<Vec<_>>();
    let declared =
        Found::new(ld.authors.iter().filter(|a| a.0.len() < 400).map(|a| declared(&a.0, a.1)).collect(), &outlets);
    let metas: Vec<Found> = METAS.iter().map(|m| Found::new(read(m), &outlets)).collect();
    let meta_persons = metas.iter().fold(Vec::new(), |sum, m| longer(sum, m.persons.clone()));
    let data = longer(declared.persons, meta_persons);
    let mut shown = marked(page, roles);
    if !data.is_empty() {
        // Beside those whom the data names: what stands farther away are teasers.
        let near: Vec<usize> =
            shown.iter().filter(|s| s.1.persons.iter().any(|p| data.iter().any(|d| same(d, p)))).map(|s| s.0).collect();
        shown.retain(|s| near.iter().any(|n| s.0.abs_diff(*n) <= 3));
    }
    let shown = Found::new(shown.into_iter().map(|s| s.1).collect(), &outlets);
    let persons = longer(data, shown.persons);
    if !persons.is_empty() {
        return persons;
    }
    for lines in [lines(page, roles), signed(page, roles).into_iter().collect()] {
        let line = Found::new(lines, &outlets);
        if !line.persons.is_empty() {
            return line.persons;
        }
    }
    let fine = |b: &&String| !outlets.is(b) || names::has_body_word(b);
    if let Some(b) = declared.bodies.iter().chain(metas.iter().flat_map(|m| &m.bodies)).find(fine) {
        return vec![b.clone()];
    }
    // The outlet itself, as an organisation; in a person's place its name is a mistake.
    let organisation = ld
        .authors
        .iter()
        .find(|a| {
            a.1 == Declared::Organisation && names::is_body(&a.0) || a.1 == Declared::Open && outlets.is_whole(&a.0)
        })
        .map(|a| a.0.clone());
    organisation
        .or_else(|| shown.bodies.into_iter().find(|b| fine(&b) && names::has_body_word(b)))
        .into_iter()
        .collect()
}

/// What the data declares as one author.
fn declared(name: &str, kind: Declared) -> Names {
    let mut read = names::read(name);
    if kind == Declared::Organisation && !read.persons.is_empty() {
        read.persons.clear();
        read.body = Some(name.to_owned());
    }
    read
}

/// The second list where the first is empty or part of it, else the first.
fn longer(first: Vec<String>, second: Vec<String>) -> Vec<String> {
    let more =
        second.len() > first.len() && second.len() <= 8 && first.iter().all(|f| second.iter().any(|s| same(s, f)));
    if more { second } else { first }
}

/// The blocks beside the headline, then those at the body's foot: where bylines stand.
fn places(page: &Page, roles: &[Role]) -> Vec<std::ops::Range<usize>> {
    let n = page.blocks.len().min(roles.len());
    let body = |r: &Role| matches!(r, Role::Paragraph | Role::BlockQuote | Role::ListItem);
    let first = roles.iter().position(body).unwrap_or(n);
    let last = roles.iter().rposition(body).map_or(n, |l| l + 1);
    let head = roles
        .iter()
        .position(|r| *r == Role::Headline)
        .filter(|h| *h <= first)
        .unwrap_or_else(|| first.saturating_sub(25));
    let h1 = page.blocks[..first.min(n)]
        .iter()
        .rposition(|b| page.nodes.get(b.node as usize).is_some_and(|n| n.tag == "h1"))
        .unwrap_or(head);
    let head = head.min(h1).max(first.saturating_sub(60));
    vec![head.saturating_sub(8)..(first + 5).min(n), last.saturating_sub(2).min(n)..(last + 10).min(n)]
}

fn marks(hints: &str) -> bool {
    if hints.is_empty() {
        return false;
    }
    let h = hints.to_ascii_lowercase();
    MARKS.iter().any(|m| h.contains(m)) && !NOT.iter().any(|m| h.contains(m)) || h.split_whitespace().any(|w| w == "fn")
}

/// Names that the page's markup gives as the author's: `rel=author`, class names, links to an author's page.
fn marked(page: &Page, roles: &[Role]) -> Vec<(usize, Names)> {
    for place in places(page, roles) {
        let mut found: Vec<(usize, Names)> = Vec::new();
        let mut at: Option<usize> = None;
        for i in place {
            let (b, role) = (&page.blocks[i], roles[i]);
            if at.is_some_and(|a| i > a + 6) {
                break;
            }
            if b.text.len() > 400 && role.in_body()
                || matches!(role, Role::Comment | Role::Caption | Role::Credit) && !rel(b)
            {
                continue;
            }
            let got = in_block(page, b, role);
            if got.iter().any(|n| !n.persons.is_empty() || n.body.is_some()) {
                if got.iter().any(|n| !n.persons.is_empty()) {
                    at = Some(i);
                }
                found.extend(got.into_iter().map(|n| (i, n)));
            }
        }
        if found.iter().map(|n| n.1.persons.len()).sum::<usize>() > 8 {
            found.clear();
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn rel(b: &Block) -> bool {
    b.inlines.iter().any(|i| i.tag == "a" && i.hints.split_whitespace().any(|w| w == "author"))
}

fn in_block(page: &Page, b: &Block, role: Role) -> Vec<Names> {
    let mut out: Vec<Names> = Vec::new();
    for i in b.inlines.iter().take(60) {
        let link = i.tag == "a" && !i.href.is_empty() && {
            let h = i.href.to_ascii_lowercase();
            PATHS.iter().any(|p| h.contains(p))
        };
        if !(marks(&i.hints) || link) || role == Role::Related && !rel(b) {
            continue;
        }
        let Some(text) = b.text.get(i.start as usize..i.end as usize).filter(|t| t.len() <= 120) else { continue };
        // The element may hold the name alone, and the words before it say that it is no author's.
        if b.text
            .get(..i.start as usize)
            .and_then(|t| t.rsplit(['\n', '|', ',', ';']).next())
            .is_some_and(names::is_other)
        {
            continue;
        }
        let n = names::read(text);
        // An element around links has their names once more, and often less well cut.
        let known = |p: &String| out.iter().any(|o| o.persons.iter().any(|x| same(x, p)));
        if !n.persons.is_empty() && !n.persons.iter().all(known) || n.body.is_some() && out.is_empty() {
            out.push(n);
        }
    }
    if out.iter().any(|n| !n.persons.is_empty()) || role == Role::Related || b.text.len() > 200 {
        return out;
    }
    let own = page.nodes.get(b.node as usize);
    let above = own.and_then(|n| n.parent).and_then(|p| page.nodes.get(p as usize));
    let marked = own.is_some_and(|n| marks(&n.hints)) || above.is_some_and(|n| marks(&n.hints)) || role == Role::Byline;
    if marked {
        out.push(names::read(&without_roles(b)));
    }
    out
}

/// A block's text without what the page's markup calls a person's role, since "Rivers Correspondent" behind a name reads as its end.
fn without_roles(b: &Block) -> std::borrow::Cow<'_, str> {
    const ROLE: &[&str] =
        &["role", "jobtitle", "job-title", "job_title", "position", "designation", "author-title", "author__title"];
    let is_role = |hints: &str| {
        let h = hints.to_ascii_lowercase();
        ROLE.iter().any(|r| h.contains(r))
    };
    let mut out = String::new();
    let mut at = 0;
    for i in b.inlines.iter().take(60).filter(|i| i.tag != "a" && is_role(&i.hints)) {
        let (start, end) = (i.start as usize, i.end as usize);
        if start > at
            && let Some(before) = b.text.get(at..start)
        {
            out.push_str(before);
            out.push_str(", ");
            at = end;
        }
    }
    if at == 0 {
        return b.text.as_str().into();
    }
    out.push_str(b.text.get(at..).unwrap_or_default());
    out.into()
}

/// Names in lines that begin as bylines do.
fn lines(page: &Page, roles: &[Role]) -> Vec<Names> {
    const STARTS: &[&str] = &[
        "by ",
        "by: ",
        "von ",
        "par ",
        "por ",
        "di ",
        "door ",
        "av ",
        "af ",
        "text: ",
        "texte ",
        "texto",
        "testo",
        "author",
        "autor",
        "auteur",
        "autore",
        "written by ",
        "reporting by ",
        "words by ",
        "автор",
        "текст",
        "作者",
        "記者",
        "记者",
        "文／",
        "文/",
        "撰文",
        "بقلم",
        "كتب",
        "yazan",
        "przez ",
        "escribe ",
    ];
    for (foot, place) in places(page, roles).into_iter().enumerate() {
        let end = if foot == 1 { (place.end + 16).min(roles.len()).min(page.blocks.len()) } else { place.end };
        for i in place.start..end {
            let (b, role) = (&page.blocks[i], roles[i]);
            if b.text.len() > 160
                || matches!(role, Role::Comment | Role::Related | Role::Caption | Role::Credit | Role::Headline)
            {
                continue;
            }
            let low = b.text.to_lowercase();
            let first = low.split(['\n', '•', '|', '·']).find(|l| STARTS.iter().any(|s| l.trim_start().starts_with(s)));
            let korean = b.text.ends_with("기자") || b.text.contains(" 기자 ");
            // "Ann Lee | 4.3.2026": a name before a date.
            let dated = foot == 0
                && super::dates::shown(&b.text, false)
                    .first()
                    .is_some_and(|d| d.start > 4 && names::read(&b.text[..d.start]).persons.len() == 1);
            if first.is_some() || korean || dated {
                let n = names::read(&without_roles(b));
                if !n.persons.is_empty() {
                    return vec![n];
                }
            }
        }
    }
    Vec::new()
}

/// Names that stand alone in the text's own place: its last line or the one behind it, or a line before its first sentences. Where
/// several lines are bare names they head the parts of a list.
fn signed(page: &Page, roles: &[Role]) -> Option<Names> {
    let body = |r: &Role| matches!(r, Role::Paragraph | Role::BlockQuote);
    let n = page.blocks.len().min(roles.len());
    let (first, last) = (roles[..n].iter().position(body)?, roles[..n].iter().rposition(body)?);
    let container = |i: usize| page.nodes.get(page.blocks[i].node as usize).and_then(|x| x.parent);
    let alone = |i: usize| {
        let b = &page.blocks[i];
        let fine = b.text.len() <= 80 && !b.text.ends_with(['.', '!', '?', '”', '"', ':']);
        let n = fine.then(|| names::read(&b.text)).filter(|n| !n.persons.is_empty() && n.persons.len() <= 4)?;
        let said: String = n.persons.iter().map(|p| super::fold(p)).collect();
        (said == super::fold(&n.whole) && !n.persons.iter().any(|p| names::is_phrase(p))).then_some(n)
    };
    let strong = |i: usize| {
        let b = &page.blocks[i];
        let marked = |l: &Inline| {
            matches!(l.tag.as_str(), "b" | "strong" | "em" | "i")
                && (l.end.saturating_sub(l.start)) as usize + 2 >= b.text.trim_end().len()
        };
        b.inlines.iter().any(marked)
    };
    if let Some(n) = alone(last).filter(|n| n.persons.len() == 1) {
        return Some(n);
    }
    let beside = |i: &usize, of: usize| {
        !matches!(roles[*i], Role::Comment | Role::Related | Role::Caption | Role::Credit | Role::Headline)
            && page.nodes.get(page.blocks[*i].node as usize).is_some_and(|x| x.tag == "p")
            && container(*i) == container(of)
            && strong(*i)
    };
    let foot = (last + 1..(last + 2).min(n)).filter(|i| beside(i, last)).find_map(alone);
    if foot.is_some() {
        return foot;
    }
    let mut bare =
        (first.saturating_sub(2)..=last).filter(|i| beside(i, first)).filter_map(|i| alone(i).map(|n| (i, n)));
    let found = bare.next().filter(|f| f.0 <= first + 2);
    if bare.next().is_some() { None } else { found.map(|f| f.1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Head, Meta};

    fn page(metas: &[(&str, &str)]) -> Page {
        let metas = metas.iter().map(|(n, c)| Meta { name: (*n).to_owned(), content: (*c).to_owned() }).collect();
        Page { head: Head { metas, ..Head::default() }, ..Page::default() }
    }

    #[test]
    fn the_first_source_with_a_person_counts_and_an_outlet_is_no_person() {
        let outlets = ["Example Post".to_owned()];
        let person = |n: &str| (n.to_owned(), Declared::Person);
        for (ld, metas, want) in [
            (vec![person("Ann Lee")], vec![("author", "Bo Ek")], vec!["Ann Lee"]),
            (vec![person("Ann Lee")], vec![("author", "Ann Lee, Bo Ek")], vec!["Ann Lee", "Bo Ek"]),
            (vec![person("Example Post")], vec![("author", "Bo Ek")], vec!["Bo Ek"]),
            (vec![person("Example Post")], vec![], vec![]),
            (vec![("Example Post".to_owned(), Declared::Organisation)], vec![("author", "Reuters")], vec!["Reuters"]),
            (vec![("Example Post".to_owned(), Declared::Organisation)], vec![], vec!["Example Post"]),
            (vec![person("Associated Press")], vec![], vec!["Associated Press"]),
        ] {
            let ld = Ld { authors: ld, ..Ld::default() };
            assert_eq!(find(&page(&metas), &[], &ld, &outlets), want, "{metas:?}");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn names_that_stand_alone_sign_the_text_and_translators_do_not() {
        let para =
            format!("<p>{}</p>", "The river rose again in spring, and the town built a wall of stone. ".repeat(4));
        let list = format!("<p><b>Ann Lee</b></p>{para}<p><b>Bo Ek</b></p>{para}");
        for (head, foot, want) in [
            ("<p><b>ANN LEE</b></p>", "", vec!["ANN LEE"]),
            ("<p><b>Ann Lee/Bo Ek</b></p>", "", vec!["Ann Lee", "Bo Ek"]),
            ("", "<p><b>Ann Lee</b></p>", vec!["Ann Lee"]),
            // Bold names at the head of several parts are a list's.
            (list.as_str(), "", vec![]),
            ("<p><b>The Town</b></p>", "", vec![]),
            ("", "<p><b>Happy New Year</b></p>", vec![]),
            ("", "<p><b>Great Barrier Reef</b></p>", vec![]),
            (
                r#"<div class="author">By <span class="author">Ann Lee</span></div>
                <div class="author">Translated by <span class="author">Bo Ek</span></div>"#,
                "",
                vec!["Ann Lee"],
            ),
        ] {
            let html = format!(
                "<html><head><title>The river</title></head><body><article><h1>The river rises</h1>{head}{para}{para}{para}{foot}</article></body></html>"
            );
            let report = crate::analyze(&crate::html::parse(&html, None));
            let got: Vec<&str> = report.authors.iter().map(|a| a.name.as_str()).collect();
            assert_eq!(got, want, "{head}{foot}");
        }
    }
}
