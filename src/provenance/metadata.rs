//! What a page's data says: JSON-LD first, then meta elements.

use super::json::{self, Value};
use crate::page::Page;
use std::collections::HashMap;

/// What the JSON-LD blocks say about the article.
#[derive(Debug, Default)]
pub struct Ld {
    /// The headline.
    pub headline: Option<String>,
    /// Names of authors; whether each is declared a person.
    pub authors: Vec<(String, bool)>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was changed, as written.
    pub modified: Option<String>,
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

/// Reads all JSON-LD blocks. Of several articles the first with a headline that `fits` counts, else the first.
pub fn ld(page: &Page, fits: impl Fn(&str) -> bool) -> Ld {
    let values: Vec<Value> = page.head.json_ld.iter().take(64).filter_map(|s| json::parse(s)).collect();
    let mut by_id: HashMap<&str, &Value> = HashMap::new();
    let (mut articles, mut others) = (Vec::new(), Vec::new());
    // Depth is bounded by the reader, so the way down may use a plain stack; reversed, to keep the order of the page.
    let mut stack: Vec<&Value> = values.iter().rev().collect();
    while let Some(v) = stack.pop() {
        match v {
            Value::List(l) => stack.extend(l.iter().rev()),
            Value::Object(o) => {
                if let Some(id) = v.text("@id")
                    && v.get("name").is_some()
                {
                    by_id.entry(id).or_insert(v);
                }
                if kinds(v).any(is_article) {
                    articles.push(v);
                } else if v.get("datePublished").is_some() {
                    others.push(v);
                }
                stack.extend(o.iter().rev().filter(|(k, _)| k != "comment" && k != "isPartOf").map(|(_, v)| v));
            }
            _ => {}
        }
    }
    let chosen = articles
        .iter()
        .find(|a| a.text("headline").is_some_and(|h| fits(&clean(h))))
        .or_else(|| articles.first())
        .copied();
    let mut out = Ld::default();
    let Some(a) = chosen else {
        out.published = others.iter().find_map(|o| o.text("datePublished")).map(clean);
        out.modified = others.iter().find_map(|o| o.text("dateModified")).map(clean);
        return out;
    };
    let some = |k: &str| a.text(k).map(clean).filter(|t| !t.is_empty());
    out.headline = some("headline").or_else(|| some("name"));
    out.published = some("datePublished")
        .or_else(|| others.iter().find_map(|o| o.text("datePublished")).map(clean))
        .or_else(|| some("dateCreated"));
    out.modified = some("dateModified");
    let authors = a.get("author").or_else(|| a.get("creator"));
    for v in authors.map(Value::items).unwrap_or_default().iter().take(40) {
        let v = v.text("@id").filter(|_| v.get("name").is_none()).and_then(|id| by_id.get(id).copied()).unwrap_or(v);
        let person = !kinds(v).any(|k| k.ends_with("Organization"));
        match v {
            Value::Text(t) => out.authors.push((clean(t), true)),
            Value::Object(_) => {
                for n in v.get("name").map(Value::items).unwrap_or_default() {
                    if let Value::Text(t) = n {
                        out.authors.push((clean(t), person));
                    }
                }
            }
            _ => {}
        }
    }
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
