//! The report as researchers get it: the contract of the command line.
//!
//! `text` is the body alone, and what stands outside the body (a byline above it) keeps its value and its words but has no offsets. The
//! body comes first in the core's text, so cutting it off moves no offset.

use crate::report::{Author, BlockSpan, Note, Outlet, Provenance, Quotation, Report, Span, Statistics};
use crate::text::offsets::{Mapper, Unit};
use serde::Serialize;
use std::collections::HashMap;

/// A mark of provenance with the words it stands on, which the offsets of a mark outside the body can't tell.
#[derive(Debug, Clone, Serialize)]
pub struct Marked {
    #[serde(flatten)]
    mark: Provenance,
    /// The page's words; absent where only the page's data says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// A report under its caller's id.
#[derive(Debug, Clone, Serialize)]
pub struct Public<'a, I> {
    schema: u32,
    id: &'a I,
    url: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    text: String,
    outlet: Option<Outlet>,
    authors: Vec<Author>,
    published: Option<String>,
    modified: Option<String>,
    section: Option<String>,
    quotations: Vec<Quotation>,
    assertions: Vec<crate::report::Assertion>,
    provenance: Vec<Marked>,
    institutes: Vec<Outlet>,
    statistics: Statistics,
    blocks: Vec<BlockSpan>,
    notes: Vec<Note>,
}

/// Cuts the text to the body and turns offsets into `unit`.
pub fn public<I: Serialize>(mut r: Report, id: &I, unit: Unit) -> Public<'_, I> {
    let end = r.body_end;
    let mut text = std::mem::take(&mut r.text);
    let words: Vec<Option<String>> =
        r.provenance.iter().map(|p| text.get(p.start? as usize..p.end? as usize).map(str::to_owned)).collect();
    text.truncate(end as usize);
    r.blocks.retain(|b| b.end <= end);
    r.quotations.retain(|q| q.content.iter().chain(&q.source).chain(&q.cue).all(|s| s.end <= end));
    r.assertions.retain(|a| a.end <= end);
    for p in &mut r.provenance {
        if p.end.is_some_and(|e| e > end) {
            (p.start, p.end) = (None, None);
        }
    }
    // Who is quoted is counted anew: a source of the headline alone is none of these quotations'.
    let words_of = |s: &Span| text.get(s.range()).unwrap_or_default().split_whitespace().count() as u32;
    let kept: HashMap<&str, u32> =
        r.quotations.iter().map(|q| (q.id.as_str(), q.content.iter().map(words_of).sum())).collect();
    for s in &mut r.statistics.sources {
        s.ids.retain(|i| kept.contains_key(i.as_str()));
        s.quotations = s.ids.len() as u32;
        s.words = s.ids.iter().filter_map(|i| kept.get(i.as_str())).sum();
    }
    r.statistics.sources.retain(|s| !s.ids.is_empty());
    r.statistics.sources.sort_by_key(|s| std::cmp::Reverse(s.words));
    {
        let m = Mapper::new(&text, unit);
        r.map_offsets(|o| m.from_byte(o));
    }
    Public {
        schema: r.schema,
        id,
        url: r.url,
        lang: r.lang,
        title: r.title,
        text,
        outlet: r.outlet,
        authors: r.authors,
        published: r.published,
        modified: r.modified,
        section: r.section,
        quotations: r.quotations,
        assertions: r.assertions,
        provenance: r.provenance.into_iter().zip(words).map(|(mark, text)| Marked { mark, text }).collect(),
        institutes: r.institutes,
        statistics: r.statistics,
        blocks: r.blocks,
        notes: r.notes,
    }
}
