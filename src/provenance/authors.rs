//! Who wrote it: from the page's data, else from its byline. Fewer names are better than a wrong one.

use super::metadata::{Ld, metas};
use crate::page::Page;
use crate::report::Role;

const PREFIXES: &[&str] = &[
    "by ",
    "by:",
    "von ",
    "vom ",
    "par ",
    "por ",
    "di ",
    "av ",
    "af ",
    "door ",
    "od ",
    "text: ",
    "text by ",
    "texte ",
    "reported by ",
    "written by ",
    "story by ",
    "posted by ",
    "author: ",
    "autor: ",
    "autorin: ",
    "author ",
    "words by ",
    "reporting by ",
    "analysis by ",
    "review by ",
    "opinion by ",
    "interview: ",
    "from ",
    "de ",
    "автор: ",
    "автор ",
];
/// Words that no person's name holds.
const JUNK: &[&str] = &[
    "staff",
    "editor",
    "editors",
    "editorial",
    "redaktion",
    "redaction",
    "rédaction",
    "redacción",
    "redazione",
    "redação",
    "desk",
    "newsroom",
    "admin",
    "team",
    "news",
    "online",
    "correspondent",
    "reporter",
    "writer",
    "agency",
    "agencies",
    "press",
    "http",
    "https",
    "www",
    "com",
    "published",
    "updated",
    "posted",
    "share",
    "follow",
    "comments",
    "comment",
    "subscribe",
    "contributor",
    "contributors",
    "read",
    "more",
    "view",
    "all",
    "posts",
    "profile",
    "photo",
    "min",
    "facebook",
    "twitter",
    "email",
    "guest",
    "unknown",
    "null",
    "undefined",
    "no",
    "nachrichten",
    "editorial",
    "newspaper",
    "magazine",
    "media",
    "tv",
    "and",
    "the",
];

/// The names in a byline or a name field.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut t = text.trim();
    loop {
        let low = t.to_lowercase();
        // Lower case may be longer in bytes; prefixes here are as long as in the text or the cut fails.
        let Some(p) = PREFIXES.iter().find(|p| low.starts_with(**p)) else { break };
        let Some(rest) = t.get(p.len()..) else { break };
        t = rest.trim_start();
    }
    let mut out = Vec::new();
    let mut parts = t.to_owned();
    for sep in [
        " and ", " And ", " AND ", " und ", " et ", " y ", " og ", " och ", " & ", " e ", " en ", " with ", " mit ",
        ";", "|", "/", "•", "·", "\n", " - ", " – ", " — ", "(",
    ] {
        parts = parts.replace(sep, ",");
    }
    for p in parts.split(',') {
        let p = p.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '*' | '-' | ')' | '"'));
        let low = p.to_lowercase();
        let p = PREFIXES.iter().find(|x| low.starts_with(**x)).and_then(|x| p.get(x.len()..)).unwrap_or(p).trim();
        if is_name(p) && !out.iter().any(|o: &String| o.to_lowercase() == p.to_lowercase()) {
            out.push(p.to_owned());
        }
    }
    out
}

fn is_name(p: &str) -> bool {
    let count = p.chars().count();
    let words = p.split_whitespace().count();
    (2..=50).contains(&count)
        && words <= 5
        && p.chars().any(char::is_alphabetic)
        && !p.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | '{' | '}' | '=' | '_' | '#' | '?' | '!' | '<'))
        && p.split_whitespace().any(|w| w.chars().next().is_some_and(|c| !c.is_lowercase()))
        && !is_junk(p)
}

fn is_junk(p: &str) -> bool {
    p.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|w| JUNK.contains(&w))
}

/// The authors. `outlet` is the site's name, which is no author.
pub fn find(page: &Page, roles: &[Role], ld: &Ld, outlet: Option<&str>) -> Vec<String> {
    let outlet = outlet.map(str::to_lowercase);
    let fine = |v: Vec<String>| -> Vec<String> {
        v.into_iter()
            .filter(|n| {
                Some(n.to_lowercase()) != outlet
                    && !page.url.as_deref().is_some_and(|u| u.contains(&format!("{}.", n.to_lowercase())))
            })
            .collect()
    };
    let unique = |v: Vec<String>| -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for n in v {
            if !out.iter().any(|o| o.to_lowercase() == n.to_lowercase()) {
                out.push(n);
            }
        }
        out
    };
    let persons = ld.authors.iter().filter(|a| a.1).flat_map(|a| names(&a.0)).collect();
    let persons = unique(fine(persons));
    if !persons.is_empty() {
        return persons;
    }
    let meta = metas(
        page,
        &[
            "author",
            "article:author",
            "parsely-author",
            "dc.creator",
            "dcterms.creator",
            "sailthru.author",
            "byl",
            "cxenseparse:author",
            "og:article:author",
            "dc.author",
            "article.author",
        ],
    )
    .map(|c| fine(names(&c)))
    .find(|n| !n.is_empty());
    if let Some(m) = meta {
        return unique(m);
    }
    let by_link = page
        .blocks
        .iter()
        .zip(roles)
        .filter(|(_, r)| !matches!(r, Role::Comment | Role::Related))
        .flat_map(|(b, _)| b.inlines.iter().map(move |i| (b, i)))
        .filter(|(_, i)| {
            let h = i.hints.to_lowercase();
            h.split_whitespace()
                .any(|w| matches!(w, "author" | "byline" | "author-name" | "byline__name" | "fn" | "article-author"))
        })
        .filter_map(|(b, i)| b.text.get(i.start as usize..i.end as usize))
        .take(12)
        .flat_map(names)
        .collect();
    let by_link = unique(fine(by_link));
    if !by_link.is_empty() && by_link.len() <= 6 {
        return by_link;
    }
    for (b, r) in page.blocks.iter().zip(roles) {
        let by = PREFIXES.iter().take(17).any(|p| b.text.to_lowercase().starts_with(p));
        let place =
            *r == Role::Byline || by && b.text.len() < 100 && matches!(r, Role::Date | Role::Other | Role::Deck);
        if place && b.text.len() < 160 {
            let n = fine(names(&b.text));
            if !n.is_empty() && n.iter().any(|x| x.contains(' ')) {
                return unique(n);
            }
        }
    }
    // An organisation that the data declares as the author counts only where no person is named anywhere, and never where
    // it is the outlet itself.
    let organisations = ld
        .authors
        .iter()
        .filter(|a| !a.1 && (2..=50).contains(&a.0.chars().count()) && !a.0.contains("://"))
        .map(|a| a.0.clone())
        .collect();
    unique(fine(organisations))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn bylines_are_taken_apart_and_junk_refused() {
        for (s, want) in [
            ("By Ann Lee and Bo Ek", vec!["Ann Lee", "Bo Ek"]),
            ("Von Jörg Weiß, Berlin", vec!["Jörg Weiß", "Berlin"]),
            ("Staff Writer", vec![]),
            ("Updated 3 May 2020", vec![]),
            ("https://example.org/ann", vec![]),
            ("Ann Lee | News Desk", vec!["Ann Lee"]),
        ] {
            assert_eq!(names(s), want, "{s}");
        }
    }
}
