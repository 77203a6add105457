//! The list of sources.

use crate::report::{Quotation, SourceCount};
use crate::text::Reading;
use std::collections::HashMap;

/// Counts who is quoted, most words first.
pub fn count(reading: &Reading, quotations: &[Quotation]) -> Vec<SourceCount> {
    let mut out: Vec<SourceCount> = Vec::new();
    // "Police" at the head of a sentence is "police".
    let mut index: HashMap<(Option<String>, u8), usize> = HashMap::new();
    for q in quotations.iter().filter(|q| q.is_shown()) {
        let words: u32 = q.content.iter().map(|s| reading.slice(*s).split_whitespace().count() as u32).sum();
        let name = q.speaker.name.as_deref().map(|n| {
            let low = n.to_lowercase();
            match low.strip_prefix("the ") {
                Some(rest) => rest.to_owned(),
                None => low,
            }
        });
        let key = (name, q.speaker.kind as u8);
        let k = *index.entry(key).or_insert_with(|| {
            out.push(SourceCount { speaker: q.speaker.clone(), ..SourceCount::default() });
            out.len() - 1
        });
        let c = &mut out[k];
        c.quotations += 1;
        c.words += words;
        c.ids.push(q.id.clone());
        if c.speaker.role.is_none() {
            c.speaker.role.clone_from(&q.speaker.role);
        }
    }
    crate::order::by(&mut out, |c| [crate::order::falling(c.words as usize) as u64, 0]);
    out
}
