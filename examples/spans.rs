//! The plain reading of the tagger, for the scorer, and its speed: `spans < texts.jsonl > predictions.jsonl`.
//!
//! Links simply: a content belongs to the nearest cue of its sentence or the one before, a source likewise.

use saidby::document::Document;
use saidby::model::{self, Layer};
use saidby::text::Reading;
use saidby::text::offsets::{Mapper, Unit};
use std::io::{BufRead, Write};
use std::ops::Range;
use std::time::{Duration, Instant};

fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut spent, mut words) = (Duration::ZERO, 0);
    for line in std::io::stdin().lock().lines() {
        let line: serde_json::Value = serde_json::from_str(&line?)?;
        let text = line["text"].as_str().unwrap_or_default();
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        let began = Instant::now();
        let tags = model::tag(&reading);
        spent += began.elapsed();
        words += reading.tokens.iter().filter(|t| t.is_word()).count();
        let map = Mapper::new(&doc.text, Unit::Char);
        let span = |r: &Range<usize>| {
            let s = reading.span_of(r.clone());
            [map.from_byte(s.start), map.from_byte(s.end)]
        };
        let [sources, cues, contents] = [Layer::Source, Layer::Cue, Layer::Content].map(|l| model::spans(&tags, l));
        let nearest = |to: &Range<usize>, among: &[Range<usize>], most: usize| {
            among.iter().enumerate().map(|(i, s)| (gap(to, s), i)).min().filter(|&(g, _)| g <= most).map(|(_, i)| i)
        };
        let mut of_cue = vec![Vec::new(); cues.len()];
        let mut free = Vec::new();
        for c in &contents {
            match nearest(c, &cues, 12) {
                Some(i) => of_cue[i].push(span(c)),
                None => free.push(span(c)),
            }
        }
        let mut attributions = Vec::new();
        for (cue, content) in cues.iter().zip(of_cue) {
            let source: Vec<_> = nearest(cue, &sources, 12).map(|i| span(&sources[i])).into_iter().collect();
            attributions.push(serde_json::json!({"source": source, "cue": [span(cue)], "content": content}));
        }
        attributions.extend(free.into_iter().map(|c| serde_json::json!({"source": [], "cue": [], "content": [c]})));
        serde_json::to_writer(&mut out, &serde_json::json!({"id": line["id"], "attributions": attributions}))?;
        out.write_all(b"\n")?;
    }
    eprintln!("{words} words, {:.2} ms per 1,000 words", spent.as_secs_f64() * 1e6 / words.max(1) as f64);
    out.flush()
}
