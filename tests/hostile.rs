//! 500 malformed and hostile pages from a seeded generator: whatever comes in, the core answers, and in bounded time.
#![cfg(feature = "html")]
#![allow(clippy::format_push_string)] // strings of a few kilobytes

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::time::{Duration, Instant};

/// The longest a page may take; a page of this test takes milliseconds in a release build.
const LIMIT: Duration = Duration::from_secs(20);

/// Words that the rules of bylines, dates and titles look for, so that pages get past the parser.
const WORDS: &[&str] = &[
    "By ",
    "Von ",
    "Ann Lee",
    " und ",
    " and ",
    "İrem Çelik",
    "ß",
    "ẞ",
    "2024-02-30",
    "31/31/2024",
    "4 March 2026",
    "12:99",
    "T",
    "１２",
    "年",
    "2024年13月40日",
    "Updated ",
    "©",
    "Reuters",
    "| ",
    " - ",
    "“",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "ﬃ",
    "😀",
    "\u{1f468}\u{200d}\u{1f469}",
    "(",
    "((",
    "@",
    "/",
    "The river rises. ",
    "كانون الثاني",
    "記者",
    "기자",
    "ΐ",
    "ŉ",
    "&#0;",
    "&#xD800;",
    "&amp",
    "&nbsp;",
    "<",
    ">",
    "\"",
    "'",
    "]]>",
    "-->",
    "<!--",
    "<![CDATA[",
];
const TAGS: &[&str] = &[
    "p",
    "div",
    "article",
    "h1",
    "li",
    "ul",
    "a",
    "span",
    "time",
    "table",
    "tr",
    "td",
    "svg",
    "math",
    "template",
    "select",
    "textarea",
    "title",
    "style",
    "script",
    "noscript",
    "iframe",
    "br",
    "hr",
    "blockquote",
    "figcaption",
    "aside",
    "dialog",
    "html",
    "body",
    "head",
    "x-y",
    "form",
    "b",
    "i",
];
const HINTS: &[&str] = &[
    "author",
    "byline",
    "date",
    "comment",
    "related",
    "cookie-consent",
    "headline",
    "article-body",
    "ÀÉ",
    "\u{0}",
    "a\"b",
    "itemprop",
    "2024-01-01T25:61:61Z",
    "2024",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..30).prop_map(|v| v.concat())
}

/// Elements, opened and closed without order.
fn soup() -> impl Strategy<Value = String> {
    let open = (prop::sample::select(TAGS), prop::sample::select(HINTS), 0..7_u8).prop_map(|(t, h, how)| match how {
        0 => format!("<{t}>"),
        1 => format!("<{t} class=\"{h}\" id={h}>"),
        2 => format!("<{t} datetime='{h}' itemprop={h} href=javascript:{h}"),
        3 => format!("<{t} content=\"{h}\" property=\"{h}\" style=\"display : none\">"),
        4 => format!("<{t}/ {h}={h} {h}>"),
        5 => format!("<{t} style='{h};;:;visibility:{h}!hidden;display' />"),
        _ => format!("</{t}>"),
    });
    prop::collection::vec(prop_oneof![open, text()], 0..120).prop_map(|v| v.concat())
}

/// JSON-LD that is broken, deep, long or refers to itself.
fn data() -> impl Strategy<Value = String> {
    let value = text().prop_map(|t| t.replace('"', "\\\""));
    (value, 0..9_u8, 1..1_000_usize).prop_map(|(v, how, n)| match how {
        0 => format!("{{\"@type\":\"NewsArticle\",\"headline\":\"{v}\",\"author\":{{\"name\":\"{v}\"}},\"datePublished\":\"{v}\"}}"),
        1 => "{\"@graph\":".repeat(n) + "1",
        2 => "[".repeat(n),
        3 => "{\"author\":[".repeat(n) + &v,
        4 => "{\"@type\":\"Article\",\"@id\":\"#a\",\"author\":{\"@id\":\"#b\"}} , {\"@id\":\"#b\",\"name\":{\"@id\":\"#a\"}}".to_string(),
        5 => format!("{{\"@type\":[\"Article\",null,7],\"author\":[{}]}}", format!("\"{v}\",").repeat(n.min(400))),
        6 => format!("{{\"@type\":\"Article\",\"headline\":\"{v}"),
        7 => format!("{{\"@type\":\"Article\",\"author\":{{\"name\":[[[\"{v}\"]]]}},\"datePublished\":{n}}}"),
        _ => format!("\\ud800{{\"@type\":\"Article\",\"headline\":\"\\ud83d\\u12\",\"x\":\"{v}\"}}"),
    })
}

/// A page, as bytes in some encoding.
fn page() -> impl Strategy<Value = Vec<u8>> {
    let metas = prop::collection::vec(
        (prop::sample::select(&["author", "og:title", "date", "article:published_time", "charset"][..]), text()),
        0..8,
    );
    (soup(), prop::collection::vec(data(), 0..4), metas, 0..9_u8, 0..5_u8, 1..3_000_usize, soup()).prop_map(
        |(a, data, metas, shape, coding, n, b)| {
            let mut html = String::from("<!doctype html><html lang=\"x-\u{130}\"><head>");
            for (name, content) in metas {
                html += &format!("<meta name=\"{name}\" content=\"{}\">", content.replace('"', "&quot;"));
            }
            for d in data {
                html += &format!("<script type=\"application/ld+json\">{d}</script>");
            }
            html += &a;
            // Most shapes are deep, wide or long.
            html += &match shape {
                0 => "<div class=article>".repeat(n),
                1 => "<b><p><a href=/author/x>Ann Lee".repeat(n / 4),
                2 => format!("<p class=\"{}\">", "byline ".repeat(n)),
                3 => "<table><tr><td>".repeat(n / 8),
                4 => format!("<p>By {}", "Ann Lee, ".repeat(n)),
                5 => "</div></p></b>".repeat(n),
                // What is copied into every block is bounded.
                7 => format!("<a rel={0} href=/{0}>", "long".repeat(n * 10)) + &"<div>The river rises.".repeat(n / 4),
                6 => "<p>4 March 2026 | By Ann Lee. The river rises again, they said.".repeat(n / 8),
                _ => String::new(),
            };
            html += &b;
            match coding {
                0 => html.into_bytes(),
                1 => html.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                // Declared in part, or as what it can't be.
                3 => [b"<?xml encoding=\"<!--<meta charset = 'utf-16\xe9".as_slice(), html.as_bytes()].concat(),
                2 => [b"<meta charset=shift_jis>\xff\xfe\x00".as_slice(), html.as_bytes()].concat(),
                _ => {
                    let mut bytes = html.into_bytes();
                    // Characters cut in two.
                    bytes.iter_mut().step_by(97).for_each(|b| *b ^= 0x80);
                    bytes
                }
            }
        },
    )
}

#[test]
fn hostile_pages_are_read_in_bounded_time() {
    let config = Config { cases: 500, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    runner
        .run(&page(), |bytes| {
            let start = Instant::now();
            // As the command line does, but for quotations and assertions, which have tests of their own on any text.
            let page = saidby::html::parse(&saidby::html::decode(&bytes), Some("https://www.example.org/2024/99/99/x"));
            let article = saidby::article::read(&page);
            prop_assert_eq!(article.roles.len(), page.blocks.len());
            let doc = saidby::document::Document::from_page(&page, &article.roles);
            let reading = saidby::text::Reading::new(&doc);
            let found = saidby::provenance::find(&page, &doc, &reading, &article);
            for m in &found.marks {
                if let (Some(s), Some(e)) = (m.start, m.end) {
                    prop_assert!(doc.text.get(s as usize..e as usize).is_some(), "{s}..{e} cuts a character");
                }
            }
            prop_assert!(found.authors.iter().all(|a| !a.name.trim().is_empty() && a.name.len() < 1_000));
            prop_assert!(start.elapsed() < LIMIT, "{:?} for {} bytes", start.elapsed(), bytes.len());
            Ok(())
        })
        .unwrap();
}

#[test]
fn many_mail_addresses_in_one_block_are_read_in_bounded_time() {
    let text = format!("The river rose.\n\n{}", "a@b.de ".repeat(25_000));
    let start = Instant::now();
    let mut doc = saidby::document::Document::from_text(&text);
    let article = saidby::article::read_text(&mut doc);
    let reading = saidby::text::Reading::new(&doc);
    let found = saidby::provenance::find(&saidby::page::Page::default(), &doc, &reading, &article);
    assert!(found.authors.is_empty() && start.elapsed() < LIMIT, "{:?}", start.elapsed());
}
