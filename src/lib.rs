//! Saidby reads a news page and says *who says so*.
//!
//! [`analyze`] takes a [`page::Page`], [`analyze_text`] a plain text; both give a [`report::Report`]. Nothing here does
//! I/O, reads a clock or knows a web type, except `wasm.rs` (the JS border), `html.rs` and `bin/` (the command line).
//!
//! The way of a page: [`article`] finds which blocks are the article and what role each has → [`document`] joins them
//! into one text → [`text`] finds tokens, sentences and pairs of quotation marks → [`quotation`] finds attribution
//! relations → [`assertion`] finds unattributed assertions in what is left to the writer's own voice →
//! [`provenance`] reads who publishes and writes, with facts from [`registry`] → [`marks`] flattens it for painting.

pub mod article;
pub mod assertion;
pub mod border;
mod bytes;
pub mod category;
pub mod document;
#[cfg(feature = "html")]
pub mod html;
pub mod marks;
pub mod model;
mod order;
#[cfg(feature = "cli")]
pub mod output;
pub mod page;
pub mod provenance;
pub mod quotation;
pub mod registry;
pub mod report;
pub mod segments;
mod shipped;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use document::Document;
use page::Page;
use report::{Note, Report, Role, Statistics};
use text::Reading;

/// Reads a page.
pub fn analyze(page: &Page) -> Report {
    let article = article::read(page);
    let doc = Document::from_page(page, &article.roles);
    report(page, doc, &article)
}

/// Reads a plain text; `url`, where known, tells the outlet.
pub fn analyze_text(text: &str, url: Option<&str>) -> Report {
    let mut doc = Document::from_text(text);
    let page = Page { url: url.map(str::to_owned), ..Page::default() };
    let article = article::read_text(&mut doc);
    report(&page, doc, &article)
}

fn report(page: &Page, doc: Document, article: &article::Article) -> Report {
    let reading = Reading::new(&doc);
    let lang = article.lang.as_deref();
    let english = quotation::is_english(lang);
    let mut notes = Vec::new();
    if doc.text.trim().is_empty() {
        notes.push(Note { key: "empty".into(), message: "There is no text to read here.".into() });
    } else if doc.body_end == 0 {
        notes.push(Note { key: "no-article".into(), message: "No article was found on this page.".into() });
    }
    if doc.truncated || page.truncated {
        notes.push(Note {
            key: "truncated".into(),
            message: format!(
                "The page is very long: only its first part was read (at most {} MB of text in 50,000 paragraphs).",
                document::MAX_TEXT >> 20
            ),
        });
    }
    if !english {
        let attributes = lang.is_some_and(|l| quotation::tongues::Tongue::of(l).is_some());
        notes.push(if attributes {
            Note { key: "language-marks".into(), message: "The text is not in English: words in quotation marks, speech that a sentence plainly reports, whose words they are, and provenance are read; unattributed assertions are not.".into() }
        } else {
            Note { key: "language".into(), message: "The text is not in English: quotation marks and provenance are read, the rules made for English are not applied.".into() }
        });
    }
    let quotations = quotation::find(&doc, &reading, lang);
    let prov = provenance::find(page, &doc, &reading, article);
    let assertions = if english { assertion::find(&doc, &reading, &quotations, &prov) } else { Vec::new() };
    let statistics = statistics(&doc, &reading, &quotations, &assertions, english);
    drop(reading);
    Report {
        schema: report::SCHEMA,
        url: page.url.clone(),
        lang: article.lang.clone(),
        title: prov.title,
        body_end: doc.body_end,
        outlet: prov.outlet,
        authors: prov.authors,
        published: prov.published,
        modified: prov.modified,
        section: prov.section,
        quotations,
        assertions,
        provenance: prov.marks,
        institutes: prov.institutes,
        statistics,
        notes,
        text: doc.text,
        blocks: doc.blocks,
    }
}

fn statistics(
    doc: &Document,
    reading: &Reading,
    quotations: &[report::Quotation],
    assertions: &[report::Assertion],
    english: bool,
) -> Statistics {
    let mut st = Statistics::default();
    let body =
        |block: u32| doc.blocks.get(block as usize).is_some_and(|b| b.role.in_body() && b.role != Role::Subheading);
    let mut attributed: Vec<report::Span> =
        quotations.iter().filter(|q| q.is_shown()).flat_map(|q| q.content.iter().copied()).collect();
    order::by(&mut attributed, |s| [s.start.into(), s.end.into()]);
    let mut averred: Vec<report::Span> =
        assertions.iter().map(|a| report::Span { start: a.start, end: a.end }).collect();
    order::by(&mut averred, |s| [s.start.into(), s.end.into()]);
    // Spans may nest, so the greatest end so far decides whether an earlier span still reaches a sentence.
    let reach = |spans: &[report::Span]| -> Vec<u32> {
        spans
            .iter()
            .scan(0, |m, s| {
                *m = s.end.max(*m);
                Some(*m)
            })
            .collect()
    };
    let (ra, rv) = (reach(&attributed), reach(&averred));
    let touches = |spans: &[report::Span], reach: &[u32], s: report::Span| {
        let i = spans.partition_point(|x| x.start < s.end);
        i > 0 && reach[i - 1] > s.start
    };
    for s in reading.sentences.iter().filter(|s| body(s.block)) {
        st.sentences += 1;
        st.words += reading.tokens[s.tokens()].iter().filter(|t| t.is_word()).count() as u32;
        if touches(&attributed, &ra, s.span()) {
            st.attributed += 1;
        } else if touches(&averred, &rv, s.span()) {
            st.unattributed += 1;
        } else if english {
            st.plain += 1;
        }
    }
    st.sources = quotation::speakers::count(reading, quotations);
    st
}
