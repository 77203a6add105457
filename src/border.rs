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
        let start_of = |block: u32| report.blocks.iter().find(|b| b.block == block).map_or(0, |b| b.start);
        let (mut block, mut start, mut base) = (u32::MAX, 0, 0);
        for mark in &mut list {
            if mark.block != block {
                block = mark.block;
                start = start_of(block);
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
