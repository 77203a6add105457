//! What crosses to JavaScript and in which units, kept apart from `wasm.rs` so that native tests cover it.

use crate::marks::{Mark, marks};
use crate::page::Page;
use crate::report::Report;
use crate::text::offsets::{Mapper, Unit};
use serde::Serialize;

/// A report as JavaScript gets it: offsets inside `report` are UTF-16 into `report.text`; those of `marks` are UTF-16 and
/// relative to the text of their block.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// The report.
    pub report: Report,
    /// What to paint.
    pub marks: Vec<Mark>,
}

/// Turns the UTF-16 offsets of a page from JavaScript into bytes. Offsets out of bounds are clamped.
pub fn page_from_utf16(page: &mut Page) {
    for b in &mut page.blocks {
        if b.inlines.is_empty() {
            continue;
        }
        let m = Mapper::new(&b.text, Unit::Utf16);
        for i in &mut b.inlines {
            i.start = m.to_byte(i.start);
            i.end = m.to_byte(i.end).max(i.start);
        }
    }
}

/// Turns a report with byte offsets into what JavaScript gets.
pub fn answer(mut report: Report) -> Answer {
    let text = std::mem::take(&mut report.text);
    let mut list = marks(&report);
    {
        let m = Mapper::new(&text, Unit::Utf16);
        let starts: std::collections::HashMap<u32, u32> = report.blocks.iter().map(|b| (b.block, b.start)).collect();
        let (mut block, mut start, mut base) = (u32::MAX, 0, 0);
        for mark in &mut list {
            if mark.block != block {
                block = mark.block;
                start = starts.get(&block).copied().unwrap_or(0);
                base = m.from_byte(start);
            }
            mark.start = m.from_byte(start + mark.start) - base;
            mark.end = m.from_byte(start + mark.end) - base;
        }
        report.map_offsets(|o| m.from_byte(o));
    }
    report.text = text;
    Answer { report, marks: list }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Kind;
    use crate::document::Document;
    use crate::report::{Provenance, Span};

    #[test]
    fn a_mark_counts_utf16_from_its_block() {
        let text = "Rain 😀 fell.\n\nÉ 😀 boots.";
        let doc = Document::from_text(text);
        let at = text.find("boots").unwrap();
        let s = Span::new(at, at + 5);
        let p = Provenance { kind: Kind::Byline, start: Some(s.start), end: Some(s.end), value: String::new() };
        let report = Report {
            text: doc.text,
            body_end: doc.body_end,
            blocks: doc.blocks,
            provenance: vec![p],
            ..Report::default()
        };
        let a = answer(report);
        assert_eq!((a.marks[0].block, a.marks[0].start, a.marks[0].end), (1, 5, 10));
        let units: Vec<u16> = text.encode_utf16().collect();
        let p = &a.report.provenance[0];
        assert_eq!(String::from_utf16_lossy(&units[p.start.unwrap() as usize..p.end.unwrap() as usize]), "boots");
    }

    #[test]
    fn offsets_of_a_page_out_of_bounds_are_clamped() {
        use crate::page::{Block, Inline};
        let inline = Inline { start: 3, end: 900, ..Inline::default() };
        let mut page =
            Page { blocks: vec![Block { text: "a😀b".into(), inlines: vec![inline], node: 0 }], ..Page::default() };
        page_from_utf16(&mut page);
        assert_eq!((page.blocks[0].inlines[0].start, page.blocks[0].inlines[0].end), (5, 6));
    }
}
