//! A block's text cut where marks start and end, for formats that nest nothing.

use crate::marks::{Mark, Part, marks};
use crate::report::{BlockSpan, Report};

/// A stretch of text under the same marks.
#[derive(Debug)]
pub struct Segment<'a> {
    /// The text.
    pub text: &'a str,
    /// The marks over it, outermost first.
    pub marks: Vec<&'a Mark>,
}

impl Segment<'_> {
    /// The mark that is drawn where several lie over each other: trigger words before clauses, cues and sources before contents.
    pub fn top(&self) -> Option<&Mark> {
        self.marks.iter().copied().max_by_key(|m| match m.part {
            Part::Content => 0,
            Part::Whole => 1,
            Part::Source | Part::Cue => 2,
            Part::Trigger => 3,
        })
    }
}

/// All marks of a report by the index of their block in `Report::blocks`.
pub fn by_block(report: &Report) -> Vec<Vec<Mark>> {
    let mut out = vec![Vec::new(); report.blocks.len()];
    let place: std::collections::HashMap<u32, usize> =
        report.blocks.iter().enumerate().map(|(i, b)| (b.block, i)).collect();
    for m in marks(report) {
        if let Some(&i) = place.get(&m.block) {
            out[i].push(m);
        }
    }
    out
}

/// Cuts a block.
pub fn cut<'a>(text: &'a str, block: &BlockSpan, marks: &'a [Mark]) -> Vec<Segment<'a>> {
    let body = &text[block.start as usize..block.end as usize];
    let mut cuts: Vec<u32> = marks.iter().flat_map(|m| [m.start, m.end]).chain([0, body.len() as u32]).collect();
    crate::order::by(&mut cuts, |c| [(*c).into(), 0]);
    cuts.dedup();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = 0;
    cuts.windows(2)
        .map(|w| {
            open.retain(|m| m.end > w[0]);
            while next < marks.len() && marks[next].start <= w[0] {
                if marks[next].end > w[0] {
                    open.push(&marks[next]);
                }
                next += 1;
            }
            Segment { text: &body[w[0] as usize..w[1] as usize], marks: open.clone() }
        })
        .collect()
}
