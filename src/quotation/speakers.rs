//! Who speaks: one identity a person across the article.

use crate::report::{Event, Quotation, SourceCount};
use crate::text::Reading;

/// Counts who is quoted, most words first.
pub fn count(reading: &Reading, quotations: &[Quotation]) -> Vec<SourceCount> {
    let mut out: Vec<SourceCount> = Vec::new();
    for q in quotations.iter().filter(|q| q.event == Event::Speech) {
        let words: u32 = q.content.iter().map(|s| reading.slice(*s).split_whitespace().count() as u32).sum();
        if let Some(c) = out.iter_mut().find(|c| c.speaker.name == q.speaker.name && c.speaker.kind == q.speaker.kind) {
            c.quotations += 1;
            c.words += words;
            c.ids.push(q.id.clone());
        } else {
            out.push(SourceCount { speaker: q.speaker.clone(), quotations: 1, words, ids: vec![q.id.clone()] });
        }
    }
    out.sort_by_key(|c| std::cmp::Reverse(c.words));
    out
}
