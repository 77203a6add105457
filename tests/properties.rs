//! What holds for any input: no panic, spans inside the text on characters' borders, marks inside their blocks.

use proptest::prelude::*;
use saidby::page::{Block, Head, Inline, Node, Page};
use saidby::report::Report;

fn check(report: &Report) -> Result<(), TestCaseError> {
    let mut copy = report.clone();
    let text = &report.text;
    let mut bad = Vec::new();
    copy.map_offsets(|o| {
        if o as usize > text.len() || !text.is_char_boundary(o as usize) {
            bad.push(o);
        }
        o
    });
    prop_assert!(bad.is_empty(), "offsets {bad:?} outside {} bytes", text.len());
    for a in &report.assertions {
        prop_assert!(a.start < a.end);
        for t in &a.triggers {
            prop_assert!(a.start <= t.start && t.end <= a.end, "trigger {t:?} outside {}..{}", a.start, a.end);
        }
        prop_assert!((0.0..=1.0).contains(&a.confidence));
        prop_assert!(!a.because.is_empty() && !a.rule.is_empty());
    }
    for q in &report.quotations {
        prop_assert!(!q.content.is_empty() && (0.0..=1.0).contains(&q.confidence) && !q.because.is_empty());
    }
    let answer = saidby::border::answer(report.clone());
    for m in &answer.marks {
        let b = report.blocks.iter().find(|b| b.block == m.block);
        let inside = b.is_some_and(|b| {
            let units = text[b.start as usize..b.end as usize].encode_utf16().count() as u32;
            m.start < m.end && m.end <= units
        });
        prop_assert!(inside, "mark outside its block");
    }
    Ok(())
}

/// Pieces that news text is made of, so that random texts reach the detectors and not just the tokenizer.
fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        " said ",
        " says",
        "he ",
        "she ",
        "Mayor Ida Holm",
        "Anna Nowak ",
        "Ł Nowak ",
        "É. Nowak ",
        "Émile İzmir ",
        "ß. Holm ",
        "according to ",
        "critics say ",
        "will ",
        "undoubtedly ",
        "because ",
        "the former ",
        "the latter ",
        "so-called ",
        "must ",
        ". ",
        ", ",
        "? ",
        "\n\n",
        "\n",
        "—",
        "(",
        ")",
        "😀",
        "é",
        "中",
        "By ",
        "Published: ",
        "March 4, 2026",
        "hopes ",
        "that ",
        "of the ",
        "is the worst ",
        "a@b.org",
        "U.S. ",
        "\u{200f}",
        "ﷺ",
        "never ",
        "in 2019 ",
        "in their view",
        "as far as the board is concerned",
        "criticism for ",
        "all the ",
        "not ",
        "it is vital ",
        "\n\nAnn Hale\n\n",
        "\n\n@ann\n\n",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..80).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text(s in "\\PC{0,300}") {
        check(&saidby::analyze_text(&s, None))?;
    }

    #[test]
    fn newslike_text(s in pieces()) {
        let r = saidby::analyze_text(&s, Some("https://www.example.org/opinion/x"));
        prop_assert_eq!(&r.text, &s);
        check(&r)?;
    }

    #[test]
    fn any_page(
        blocks in prop::collection::vec((0u32..9, pieces(), 0u32..50, 0u32..50), 0..12),
        tags in prop::collection::vec((0u32..9, prop::sample::select(vec!["div", "p", "article", "h1", "li", "time", "figcaption", "aside"])), 0..9),
        ld in prop::collection::vec("[\\[\\]{}\":,a-zA-Z0-9@ ]{0,80}", 0..3),
    ) {
        let nodes = tags.iter().map(|(p, t)| Node { parent: Some(*p), tag: (*t).into(), hints: "article-body byline".into() }).collect();
        let blocks = blocks.into_iter().map(|(node, text, a, b)| {
            let inlines = vec![Inline { start: a, end: b, tag: "a".into(), hints: "author".into(), href: "/x".into() }];
            Block { node, text, inlines }
        }).collect();
        // Parents may point anywhere, forward and in circles: a page from JavaScript is input like any other.
        let mut page = Page { nodes, blocks, head: Head { json_ld: ld, ..Head::default() }, ..Page::default() };
        saidby::border::page_from_utf16(&mut page);
        check(&saidby::analyze(&page))?;
    }
}
