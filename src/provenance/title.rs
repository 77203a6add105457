//! The headline, out of several: the one on the page, the article's JSON-LD, OpenGraph, `<title>`.
//!
//! First each loses the site's name behind its last bar or dash: what follows the words of another of them, or names the site.
//! Then `og:title` counts: the page itself says under which words it wants to be shown. Not so where it is a mere copy of `<title>`
//! (made for search engines) and the headline on the page and the data agree on other words: then those count. Without it the headline on
//! the page counts, then the data, then `<title>`. Of equal titles the page's own spelling counts, unless its words run together.
//! Words that the headline and `og:title` share, each behind a kicker of its own, are the title without either.

use super::metadata::{self, Ld};
use super::{fold, metadata::metas};
use crate::page::{Block, Page};

/// What may stand between a title and the site's name.
const BARS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " : ", " / ", "|", "：", "｜", "ㅣ", "_", " ⋆ ", " ‹ ",
    " – ",
];

/// What a line above the headline is called where it stands inside it.
const KICKER: &[&str] = &["kicker", "overline", "topline", "roofline", "dachzeile", "spitzmarke", "eyebrow"];

/// The headline on the page: the block with that role, or the first heading of the highest rank, whichever has more of the words of
/// the page's own titles.
pub fn shown(page: &Page, role: Option<&str>) -> Option<String> {
    let titles: Vec<String> = metas(page, &["og:title", "twitter:title"])
        .take(2)
        .chain(std::iter::once(metadata::clean(&page.head.title)))
        .map(|t| fold(&t))
        .filter(|t| !t.is_empty())
        .collect();
    let share = |t: &str| -> usize {
        let words: Vec<String> = t.split_whitespace().map(fold).filter(|w| !w.is_empty()).take(60).collect();
        let hits = |title: &String| words.iter().filter(|w| title.contains(w.as_str())).count();
        titles.iter().map(|t| hits(t) * 100 / words.len().max(1)).max().unwrap_or(0)
    };
    let mut best: Option<(usize, &str)> = None;
    for t in role.into_iter().chain(headings(page).map(|b| b.text.as_str()).take(6)) {
        let s = share(t) + if best.is_none() { 10 } else { 0 };
        if best.is_none_or(|b| s > b.0) {
            best = Some((s, t));
        }
    }
    best.map(|b| metadata::clean(b.1))
}

fn headings(page: &Page) -> impl Iterator<Item = &Block> {
    page.blocks.iter().filter(|b| b.text.len() <= 400 && page.nodes.get(b.node as usize).is_some_and(|n| n.tag == "h1"))
}

/// The first heading with the very words of the data's headline. Such a heading is the piece's, though titles made for sharing
/// have other words and more of them stand in the heading of a neighbour.
pub fn heading_of_data(page: &Page, ld: &Ld) -> Option<String> {
    let data = ld.headline.as_deref().map(fold).filter(|d| d.chars().count() > 10)?;
    headings(page).take(12).find(|b| fold(&b.text) == data).map(|b| metadata::clean(&b.text))
}

/// The headline as its kicker and the words behind it, where the page's markup tells them apart.
fn kicker<'a>(page: &'a Page, shown: &str) -> Option<(&'a str, &'a str)> {
    let b = headings(page).take(12).find(|b| fold(&b.text) == fold(shown))?;
    let named = |hints: &str| {
        let h = hints.to_ascii_lowercase();
        KICKER.iter().any(|k| h.contains(k))
    };
    let k = b.inlines.iter().find(|i| i.start == 0 && i.end > 0 && named(&i.hints))?;
    let (kicker, rest) = b.text.split_at_checked(k.end as usize)?;
    let rest = rest.trim_start_matches([' ', ':', '-', '–', '—', '/', '|', '\n']).trim();
    (fold(rest).chars().count() > 10).then_some((kicker.trim(), rest))
}

/// The title. `shown`: the headline on the page; `sites`: names of the site.
pub fn choose(page: &Page, ld: &Ld, shown: Option<&str>, sites: &[String]) -> Option<String> {
    let sites: Vec<String> = sites.iter().map(|s| fold(s)).filter(|s| s.chars().count() > 1).collect();
    let fine = |t: &str| {
        let f = fold(t);
        f.chars().count() > 3 && t.len() <= 600 && !sites.contains(&f)
    };
    let shown = shown.map(str::trim).filter(|t| fine(t) && t.len() <= 400).map(one_line);
    let first = |names: &[&str]| metas(page, names).find(|t| t.len() <= 2_000);
    let (og, own) =
        (first(&["og:title", "twitter:title", "dc.title", "dcterms.title"]), metadata::clean(&page.head.title));
    let mut known: Vec<String> = [shown.as_deref(), ld.headline.as_deref()].into_iter().flatten().map(fold).collect();
    known.retain(|k| k.chars().count() > 10);
    let data = ld.headline.clone().or_else(|| metas(page, &["headline"]).next());
    let data = data.map(|t| without_site(&t, &sites, &known, false)).filter(|t| fine(t));
    known.extend(data.as_deref().map(fold));
    let og = og.map(|t| without_site(&t, &sites, &known, false)).filter(|t| fine(t));
    known.extend(og.as_deref().map(fold).filter(|k| k.chars().count() > 10));
    let own = Some(without_site(&own, &sites, &known, true)).filter(|t| fine(t));
    // An attribute that ends at a quotation mark of the title itself was cut off by it.
    let cut = |t: &String| {
        own.as_deref().and_then(|o| o.strip_prefix(t.trim())).is_some_and(|r| r.trim_start().starts_with('"'))
    };
    let (og, data) = (og.filter(|t| !cut(t)), data.filter(|t| !cut(t)));
    let any = metas(page, &["og:title"]).next();
    let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a.as_deref().map(fold) == b.as_deref().map(fold);
    if og.is_some() && same(&shown, &data) && !same(&shown, &og) && same(&og, &own) {
        // "Kicker : words" where the data has "Kicker: words" comes of markup.
        return if shown.as_deref().is_some_and(|s| s.contains(" : ")) { data } else { shown };
    }
    if let (Some(s), Some(o)) = (shown.as_deref(), og.as_deref())
        && let Some((kicker, rest)) = kicker(page, s)
        && let Some(other) = fold(o).strip_suffix(fold(rest).as_str())
        && !other.is_empty()
        && other != fold(kicker)
    {
        return Some(one_line(rest));
    }
    // A headline on the page that nothing repeats may be the name of a section.
    let repeated = shown.as_deref().is_some_and(|s| {
        let s = fold(s);
        [&data, &own].into_iter().flatten().any(|o| fold(o).contains(&s)) || s.chars().count() > 15
    });
    og.or_else(|| if repeated { shown.clone() } else { None })
        .or(data)
        .or(own)
        .or(shown)
        .or_else(|| any.filter(|t| !t.is_empty()))
}

fn one_line(t: &str) -> String {
    t.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without the site's name. `known`: folded titles of the same piece; `loose`: a short tail behind a long head is a site's
/// name even if nothing else says so.
fn without_site(title: &str, sites: &[String], known: &[String], loose: bool) -> String {
    let mut t = title.trim();
    // A title goes on after the words of a known one: the rest is names.
    for bar in BARS {
        for (i, _) in t.match_indices(bar).take(8) {
            let (head, tail) = (t[..i].trim_end(), t[i + bar.len()..].trim_start());
            let f = fold(tail);
            let site = head.len() >= 20
                && bar.starts_with(' ')
                && sites.iter().any(|s| s.chars().count() >= 5 && f.starts_with(s.as_str()));
            if known.contains(&fold(head)) || site {
                return head.to_owned();
            }
            // A bar parts more sharply than a dash or colon, which may belong to a title.
            let parted = *bar == " | " || *bar == " :: " || *bar == " » ";
            if known.contains(&f) && (parted || sites.iter().any(|s| fold(head).starts_with(s.as_str()))) {
                return tail.to_owned();
            }
        }
    }
    if let Some(head) = t.match_indices('-').take(16).map(|(i, _)| &t[..i]).find(|h| known.contains(&fold(h))) {
        return head.trim_end().to_owned();
    }
    if loose && let Some(head) = before_unspaced_tail(t) {
        return head.to_owned();
    }
    // "Site: title" and "Title | Section | Site" have few such parts; more are no title.
    'tails: for _ in 0..4 {
        for bar in BARS {
            let Some((head, tail)) = t.rsplit_once(bar) else { continue };
            let (head, tail) = (head.trim_end(), tail.trim());
            let f = fold(tail);
            if fold(head).chars().count() < 4 || f.is_empty() {
                continue;
            }
            let (n, words) = (f.chars().count(), tail.split_whitespace().count());
            let named = sites.iter().any(|s| {
                let m = s.chars().count();
                f.contains(s.as_str()) && n <= m + 25 && (m > 2 || n == m) || n > 3 && s.contains(&f)
            });
            let short = loose
                && bar.starts_with(' ')
                && !matches!(*bar, " : " | " / ")
                && words <= 3
                && head.split_whitespace().count() >= 4;
            if named || short {
                t = head;
                continue 'tails;
            }
        }
        break;
    }
    t.to_owned()
}

/// A title in a script without spaces loses a short name behind its last dash or underscore.
fn before_unspaced_tail(title: &str) -> Option<&str> {
    let unspaced = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let (head, tail) = title.rsplit_once(['-', '_', '－', '—'])?;
    let head = head.trim_end_matches(['-', '_', '－', '—', ' ']);
    let tail = tail.trim();
    let name = (2..=8).contains(&tail.chars().count()) && tail.chars().all(unspaced);
    (name && head.chars().filter(|c| unspaced(*c)).count() >= 8).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Head, Meta};

    #[test]
    fn of_several_titles_one_counts_by_rule() {
        let site = ["Example Post".to_owned(), "examplepost".to_owned()];
        for (og, own, ld, shown, want) in [
            // All alike.
            (
                "A river rises again",
                "A river rises again - Example Post",
                "A river rises again",
                "A river rises again",
                "A river rises again",
            ),
            // og:title of its own.
            (
                "Why the river rises",
                "A river rises again",
                "A river rises again",
                "A river rises again",
                "Why the river rises",
            ),
            // og:title copies <title>.
            (
                "River news: why it rises",
                "River news: why it rises | Example Post",
                "A river rises again",
                "A river rises again",
                "A river rises again",
            ),
            // The page's headline before <title>.
            (
                "",
                "Example Post: river, rise, again",
                "",
                "A river rises again in the valley",
                "A river rises again in the valley",
            ),
            // A name behind the headline's own words, whoever's it is.
            ("A river rises again – XY – 30.01.2024", "", "", "A river rises again", "A river rises again"),
            ("A river rises again | Example Post", "", "", "", "A river rises again"),
            // A tail that is no site's name stays.
            ("Cup final: Holm - Berg", "", "", "", "Cup final: Holm - Berg"),
            ("", "A river rises again today - Example", "", "Example Post", "A river rises again today"),
            // A name before the bar, whoever's it is; a kicker before a colon stays.
            ("The Valley | A river rises again", "", "", "A river rises again", "A river rises again"),
            ("Valley: A river rises again", "", "", "A river rises again", "Valley: A river rises again"),
            // A section's name behind a dash without spaces.
            ("A river rises again-Valley", "", "A river rises again", "", "A river rises again"),
            // An attribute that ends where the title's quotation mark stands.
            (
                "They call the river ",
                "They call the river \"wild\"",
                "They call the river",
                "",
                "They call the river \"wild\"",
            ),
            // A script without spaces.
            ("", "长江今年春天水位再次上涨_例报网", "", "", "长江今年春天水位再次上涨"),
            (
                "",
                "长江今年春天水位再次上涨-沿岸居民开始撤离并筑墙",
                "",
                "",
                "长江今年春天水位再次上涨-沿岸居民开始撤离并筑墙",
            ),
        ] {
            let metas = vec![Meta { name: "og:title".into(), content: og.into() }];
            let page = Page { head: Head { title: own.into(), metas, ..Head::default() }, ..Page::default() };
            let ld = Ld { headline: Some(ld.to_owned()).filter(|s| !s.is_empty()), ..Ld::default() };
            let shown = Some(shown).filter(|s| !s.is_empty());
            assert_eq!(choose(&page, &ld, shown, &site).as_deref(), Some(want), "{og} / {own}");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn headings_and_the_data_settle_which_is_shown() {
        let data = r#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A river rises again"}</script>"#;
        let text = "The river rose again in spring, and the town built a wall of stone to hold it. ".repeat(4);
        for (og, data, headings, want) in [
            // A neighbour's heading has more of the words made for sharing.
            (
                "Valley town: children swim in the flood",
                data,
                "<h1>A river rises again</h1><h1>In the valley town children swim</h1>",
                "A river rises again",
            ),
            // Two kickers, one title.
            (
                "Flood: What the river brings to town",
                "",
                r#"<h1><span class="head__kicker">The Valley</span> What the river brings to town</h1>"#,
                "What the river brings to town",
            ),
            // The same kicker on both is part of it.
            (
                "The Valley: What the river brings to town",
                "",
                r#"<h1><span class="head__kicker">The Valley</span>: What the river brings to town</h1>"#,
                "The Valley: What the river brings to town",
            ),
        ] {
            let html = format!(
                r#"<html><head><title>{og}</title><meta property="og:title" content="{og}">{data}</head>
                <body><article>{headings}<p>{text}</p><p>{text}</p></article></body></html>"#
            );
            let report = crate::analyze(&crate::html::parse(&html, None));
            assert_eq!(report.title.as_deref(), Some(want), "{headings}");
        }
    }
}
