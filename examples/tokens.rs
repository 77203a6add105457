//! Writes what the tagger sees of each text, for the trainer: `tokens < texts.jsonl > tokens.jsonl`.
//!
//! In: `{"id", "text"}` a line. Out: `{"id", "start", "end", "features"}`, offsets in characters, features a row a token.

use saidby::document::Document;
use saidby::model::features;
use saidby::text::Reading;
use saidby::text::offsets::{Mapper, Unit};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line: serde_json::Value = serde_json::from_str(&line?)?;
        let text = line["text"].as_str().unwrap_or_default();
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        let map = Mapper::new(&doc.text, Unit::Char);
        let start: Vec<u32> = reading.tokens.iter().map(|t| map.from_byte(t.start)).collect();
        let end: Vec<u32> = reading.tokens.iter().map(|t| map.from_byte(t.end)).collect();
        let rows = features::features(&reading);
        serde_json::to_writer(
            &mut out,
            &serde_json::json!({"id": line["id"], "start": start, "end": end, "features": rows}),
        )?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
