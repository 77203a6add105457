//! What is painted: the report as a flat list of ranges, each inside one block of the page.

use crate::category::Kind;
use crate::report::{QuotationKind, Report, Span, SpeakerKind};
use serde::{Deserialize, Serialize};

/// Marks at or above this confidence count as strong.
pub const STRONG: f32 = 0.7;

/// Which part of an annotation a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// All of it: an assertion's clause, a line of provenance.
    Whole,
    /// A quotation's content.
    Content,
    /// A quotation's source.
    Source,
    /// A quotation's cue.
    Cue,
    /// An assertion's trigger words.
    Trigger,
}

/// A range to paint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The category it is painted as.
    pub kind: Kind,
    /// Which part of its annotation it is.
    pub part: Part,
    /// The id of the annotation: of a quotation, an assertion, or `p` and the index of the provenance.
    pub of: String,
    /// The block of the page (`Page::blocks`).
    pub block: u32,
    /// Where it starts in that block's text (bytes).
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Whether its confidence reaches [`STRONG`].
    pub strong: bool,
}

/// The category that a quotation's content is painted as.
impl From<QuotationKind> for Kind {
    fn from(kind: QuotationKind) -> Self {
        match kind {
            QuotationKind::Direct => Self::Direct,
            QuotationKind::Mixed => Self::Mixed,
            QuotationKind::Indirect => Self::Indirect,
        }
    }
}

/// The marks of a report (with byte offsets), sorted by block and start. A span over several blocks becomes several marks.
pub fn marks(report: &Report) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut add = |kind: Kind, part: Part, of: &str, span: Span, strong: bool| {
        // `blocks` is sorted by start.
        let first = report.blocks.partition_point(|b| b.end <= span.start);
        for b in report.blocks[first..].iter().take_while(|b| b.start < span.end) {
            let (s, e) = (span.start.max(b.start) - b.start, span.end.min(b.end) - b.start);
            if s < e {
                out.push(Mark { kind, part, of: of.to_owned(), block: b.block, start: s, end: e, strong });
            }
        }
    };
    // "Critics say": where nobody could look the source up the words are an unnamed source's (rule 4), and painting them as
    // attributed besides would say two things at once.
    let mut nobody: Vec<Span> = report
        .assertions
        .iter()
        .filter(|a| a.kind == Kind::UnnamedSource)
        .flat_map(|a| a.triggers.iter().copied())
        .collect();
    crate::order::by(&mut nobody, |s| [s.start.into(), s.end.into()]);
    let unnamed = |q: &crate::report::Quotation| {
        q.speaker.kind == SpeakerKind::Anonymous
            && q.cue.first().is_some_and(|c| {
                let i = nobody.partition_point(|t| t.end <= c.start);
                nobody.get(i).is_some_and(|t| t.overlaps(*c))
            })
    };
    for q in report.quotations.iter().filter(|q| q.is_shown() && !unnamed(q)) {
        let kind = Kind::from(q.kind);
        let strong = q.confidence >= STRONG;
        for &s in &q.content {
            add(kind, Part::Content, &q.id, s, strong);
        }
        for &s in &q.source {
            let k = if q.speaker.kind == SpeakerKind::Anonymous { Kind::AnonymousSource } else { kind };
            add(k, Part::Source, &q.id, s, strong);
        }
        for &s in &q.cue {
            add(kind, Part::Cue, &q.id, s, strong);
        }
    }
    for a in &report.assertions {
        let strong = a.confidence >= STRONG;
        add(a.kind, Part::Whole, &a.id, Span { start: a.start, end: a.end }, strong);
        for &t in &a.triggers {
            add(a.kind, Part::Trigger, &a.id, t, strong);
        }
    }
    for (i, p) in report.provenance.iter().enumerate() {
        if let (Some(start), Some(end)) = (p.start, p.end) {
            add(p.kind, Part::Whole, &format!("p{}", i + 1), Span { start, end }, true);
        }
    }
    crate::order::by(&mut out, |m| {
        [m.block as u64, crate::order::two(m.start as usize, crate::order::falling(m.end as usize))]
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_nobody_in_particular_are_painted_once() {
        let report = crate::analyze_text(
            "Critics say the council has lost its nerve. A person familiar with the talks said two shipping lines had asked for berths elsewhere.",
            None,
        );
        let kinds = |block_start: u32| -> Vec<Kind> {
            marks(&report).iter().filter(|m| m.start == block_start).map(|m| m.kind).collect()
        };
        assert_eq!(kinds(0), [Kind::UnnamedSource; 2]);
        assert!(marks(&report).iter().any(|m| m.kind == Kind::AnonymousSource && m.part == Part::Source));
    }
}
