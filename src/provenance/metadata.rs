//! What a page's data says: JSON-LD first, then meta elements.

use super::json::{self, Value};
use crate::page::Page;
use std::collections::HashMap;

/// What the data says an author is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// `Person`.
    Person,
    /// `Organization` or one of its kinds.
    Organisation,
    /// A bare string, or an object without a type.
    Open,
}

/// What the JSON-LD blocks say about the article.
#[derive(Debug, Default)]
pub struct Ld {
    /// The headline.
    pub headline: Option<String>,
    /// Names of authors, and what each is declared to be.
    pub authors: Vec<(String, Declared)>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was changed, as written.
    pub modified: Option<String>,
    /// Names of the publisher.
    pub publishers: Vec<String>,
    /// The sections it stands in.
    pub sections: Vec<String>,
}

fn is_article(kind: &str) -> bool {
    let k = kind.rsplit(['/', ':']).next().unwrap_or(kind);
    k.ends_with("Article") || k.ends_with("Posting") || matches!(k, "Report" | "Review" | "AnalysisNewsArticle")
}

fn kinds(v: &Value) -> impl Iterator<Item = &str> {
    v.get("@type").map(Value::items).unwrap_or_default().iter().filter_map(|t| match t {
        Value::Text(t) => Some(&**t),
        _ => None,
    })
}

/// Nodes of the data by their `@id`, where they say more than that.
type ById<'a> = HashMap<&'a str, &'a Value>;

/// Reads all JSON-LD blocks. Of several articles the first with a headline that `fits` counts, else the first; what that one
/// doesn't say, another article or a page of the data may.
pub fn ld(page: &Page, fits: impl Fn(&str) -> bool) -> Ld {
    let values: Vec<Value> = page.head.json_ld.iter().take(64).filter_map(|s| json::parse(s)).collect();
    let mut by_id: ById = HashMap::new();
    let (mut articles, mut others) = (Vec::new(), Vec::new());
    // Depth is bounded by the reader, so the way down may use a plain stack; reversed, to keep the order of the page.
    let mut stack: Vec<&Value> = values.iter().rev().collect();
    while let Some(v) = stack.pop() {
        match v {
            Value::List(l) => stack.extend(l.iter().rev()),
            Value::Object(o) => {
                if let Some(id) = v.text("@id")
                    && ["name", "givenName", "familyName"].iter().any(|k| v.get(k).is_some())
                {
                    by_id.entry(id).or_insert(v);
                }
                if kinds(v).any(is_article) {
                    articles.push(v);
                } else if v.get("datePublished").is_some()
                    || kinds(v).any(|k| k.ends_with("WebPage")) && v.get("author").is_some()
                {
                    others.push(v);
                }
                stack.extend(o.iter().rev().filter(|(k, _)| k != "comment" && k != "isPartOf").map(|(_, v)| v));
            }
            _ => {}
        }
    }
    let mut publishers = Vec::new();
    for v in articles.iter().chain(&others).take(20).filter_map(|a| a.get("publisher")).flat_map(Value::items) {
        publishers.extend(names(v, &by_id).into_iter().map(|n| n.0));
    }
    publishers.truncate(8);
    let chosen = articles
        .iter()
        .find(|a| a.text("headline").is_some_and(|h| fits(&clean(h))))
        .or_else(|| articles.iter().find(|a| a.get("headline").is_some()))
        .or_else(|| articles.first())
        .copied();
    // A film or picture on the page is dated too, but is not the piece.
    let pages =
        || others.iter().filter(|o| !kinds(o).any(|k| k.ends_with("Object") || k.ends_with("Clip"))).chain(&others);
    let authors_of = |a: &Value| -> Vec<(String, Declared)> {
        let all = a.get("author").or_else(|| a.get("creator"));
        all.map(Value::items).unwrap_or_default().iter().take(40).flat_map(|v| names(v, &by_id)).collect()
    };
    let sections_of = |a: &Value| -> Vec<String> {
        let all = a.get("articleSection").map(Value::items).unwrap_or_default().iter().take(20);
        all.filter_map(|v| if let Value::Text(t) = v { Some(clean(t)) } else { None })
            .filter(|t| !t.is_empty())
            .collect()
    };
    let mut out = Ld { publishers, ..Ld::default() };
    let Some(a) = chosen else {
        out.sections = pages().map(|o| sections_of(o)).find(|s| !s.is_empty()).unwrap_or_default();
        out.published = pages().find_map(|o| o.text("datePublished")).map(clean);
        out.modified = pages().find_map(|o| o.text("dateModified")).map(clean);
        out.authors = pages().map(|o| authors_of(o)).find(|a| !a.is_empty()).unwrap_or_default();
        return out;
    };
    let some = |k: &str| a.text(k).map(clean).filter(|t| !t.is_empty());
    out.headline = some("headline").or_else(|| some("name"));
    out.published = some("datePublished")
        .or_else(|| pages().find_map(|o| o.text("datePublished")).map(clean))
        .or_else(|| some("dateCreated"));
    out.modified = some("dateModified");
    let site = || others.iter().filter(|o| kinds(o).any(|k| k.ends_with("WebPage")));
    let alike = |o: &&&Value| o.text("headline").map(clean) == out.headline;
    out.authors = std::iter::once(authors_of(a))
        .chain(articles.iter().filter(alike).map(|o| authors_of(o)))
        .chain(site().map(|o| authors_of(o)))
        .find(|a| !a.is_empty())
        .unwrap_or_default();
    out.sections = std::iter::once(sections_of(a))
        .chain(articles.iter().filter(alike).map(|o| sections_of(o)))
        .chain(site().map(|o| sections_of(o)))
        .find(|s| !s.is_empty())
        .unwrap_or_default();
    out
}

/// The names in an author's or publisher's value.
fn names(v: &Value, by_id: &ById) -> Vec<(String, Declared)> {
    let named = |v: &Value| ["name", "givenName", "familyName"].iter().any(|k| v.get(k).is_some());
    let v = v.text("@id").filter(|_| !named(v)).and_then(|id| by_id.get(id).copied()).unwrap_or(v);
    let kind = if kinds(v).any(|k| k.ends_with("Organization") || k.ends_with("Corporation")) {
        Declared::Organisation
    } else if kinds(v).any(|k| k.ends_with("Person")) {
        Declared::Person
    } else {
        Declared::Open
    };
    let mut out = Vec::new();
    match v {
        Value::Text(t) => out.push((clean(t), kind)),
        Value::Object(_) => {
            for n in v.get("name").map(Value::items).unwrap_or_default().iter().take(20) {
                if let Value::Text(t) = n {
                    out.push((clean(t), kind));
                }
            }
            if out.iter().all(|n| n.0.is_empty()) {
                let parts: Vec<String> =
                    ["givenName", "additionalName", "familyName"].iter().filter_map(|k| v.text(k)).map(clean).collect();
                out.push((parts.join(" "), kind));
            }
        }
        // A list in a list.
        Value::List(l) => {
            for t in l.iter().take(20) {
                if let Value::Text(t) = t {
                    out.push((clean(t), kind));
                }
            }
        }
        Value::Null => {}
    }
    out.retain(|n| !n.0.is_empty());
    out
}

/// A value without tags, entities and runs of white space.
pub fn clean(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut rest = s;
    while let Some(i) = rest.find(['<', '&']) {
        out.push_str(&rest[..i]);
        rest = &rest[i..];
        let tag = rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if tag && let Some(e) = rest.bytes().take(500).position(|c| c == b'>') {
            out.push(' ');
            rest = &rest[e + 1..];
            continue;
        }
        let entity = rest.as_bytes().iter().take(10).position(|c| *c == b';').filter(|_| rest.starts_with('&'));
        if let Some(e) = entity
            && let Some(c) = named(&rest[1..e])
        {
            out.push(c);
            rest = &rest[e + 1..];
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn named(e: &str) -> Option<char> {
    Some(match e {
        "amp" => '&',
        "quot" => '"',
        "apos" | "lsquo" => '\'',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        _ => {
            let n = e.strip_prefix('#')?;
            let code = match n.strip_prefix(['x', 'X']) {
                Some(h) => u32::from_str_radix(h, 16).ok()?,
                None => n.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

/// The contents of the meta elements of these names, in the order of the names.
pub fn metas<'a>(page: &'a Page, names: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
    names.iter().flat_map(move |n| {
        page.head
            .metas
            .iter()
            .filter(move |m| m.name.eq_ignore_ascii_case(n))
            .map(|m| clean(&m.content))
            .filter(|c| !c.is_empty())
    })
}
