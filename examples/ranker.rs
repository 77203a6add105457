//! Writes what the ranker sees of texts, for its trainer: `ranker TEXTS.jsonl OUT` makes `OUT.jsonl` and `OUT.bin`.
//!
//! In: `{"id", "text"}` a line. `OUT.jsonl` holds tokens, clauses, sentences, voices and the detectors' candidates, all
//! by token; `start` and `end` are in characters. `OUT.bin` holds the templates as little-endian `u32`: those of every
//! token, then those of every clause, then those of every sentence.

use saidby::assertion::{Context, candidates, clause, features, gate::Voice};
use saidby::document::Document;
use saidby::text::offsets::{Mapper, Unit};
use saidby::text::{Reading, Shape};
use std::collections::HashMap;
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let [_, input, output, vocabulary @ ..] = args.as_slice() else {
        eprintln!("usage: ranker TEXTS.jsonl OUT [MORE TEXTS FOR THE VOCABULARY]");
        std::process::exit(2);
    };
    // A first word that stands nowhere in lower case is taken for a name.
    let mut seen: HashMap<String, u32> = HashMap::new();
    for path in std::iter::once(input).chain(vocabulary) {
        for text in texts(path)? {
            let doc = Document::from_text(&text.1);
            let reading = Reading::new(&doc);
            for t in reading.tokens.iter().filter(|t| t.shape == Shape::Lower) {
                *seen.entry(reading.slice(t.span()).to_owned()).or_default() += 1;
            }
        }
    }
    let hidden = |w: &str| seen.get(w).is_none_or(|n| *n < 2);
    let mut json = std::io::BufWriter::new(std::fs::File::create(format!("{output}.jsonl"))?);
    let mut bin = std::io::BufWriter::new(std::fs::File::create(format!("{output}.bin"))?);
    for (id, text) in texts(input)? {
        let mut doc = Document::from_text(&text);
        let article = saidby::article::read_text(&mut doc);
        let reading = Reading::new(&doc);
        let page = saidby::page::Page::default();
        let quotations = saidby::quotation::find(&doc, &reading, None);
        let provenance = saidby::provenance::find(&page, &doc, &reading, &article);
        let cx = Context::new(&doc, &reading, &quotations, &provenance);
        let keys = features::Keys::new(&reading, &cx.words, hidden);
        let map = Mapper::new(&doc.text, Unit::Char);
        let clauses: Vec<_> = reading.sentences.iter().flat_map(|s| clause::split(&cx, *s)).collect();
        for s in &reading.sentences {
            for i in s.tokens() {
                put(&mut bin, &keys.token(i, &s.tokens()))?;
            }
        }
        for c in &clauses {
            put(&mut bin, &keys.range(c))?;
        }
        for s in &reading.sentences {
            put(&mut bin, &keys.range(&s.tokens()))?;
        }
        let voices: String = cx
            .voices
            .iter()
            .map(|v| match v {
                Voice::Writer => 'w',
                Voice::Marks => 'm',
                Voice::Vague => 'v',
                Voice::Held => 'h',
                Voice::Source => 's',
            })
            .collect();
        let hits: Vec<_> = candidates(&cx)
            .1
            .into_iter()
            .map(|h| {
                serde_json::json!([
                    h.kind,
                    h.rule,
                    h.confidence,
                    h.clause.start,
                    h.clause.end,
                    h.triggers.iter().map(|t| [t.start, t.end]).collect::<Vec<_>>(),
                    h.evidence as u8,
                    h.evidence.counts(cx.genre, h.kind, h.rule)
                ])
            })
            .collect();
        let row = serde_json::json!({
            "id": id,
            "start": reading.tokens.iter().map(|t| map.from_byte(t.start)).collect::<Vec<_>>(),
            "end": reading.tokens.iter().map(|t| map.from_byte(t.end)).collect::<Vec<_>>(),
            "word": reading.tokens.iter().map(|t| u8::from(t.is_word())).collect::<Vec<_>>(),
            "clauses": clauses.iter().map(|c| [c.start, c.end]).collect::<Vec<_>>(),
            "sentences": reading.sentences.iter().map(|s| [s.tokens().start, s.tokens().end]).collect::<Vec<_>>(),
            "voices": voices,
            "genre": format!("{:?}", cx.genre),
            "reported": cx.reported.iter().map(|r| u8::from(*r)).collect::<Vec<_>>(),
            "hits": hits,
        });
        serde_json::to_writer(&mut json, &row)?;
        json.write_all(b"\n")?;
    }
    json.flush()?;
    bin.flush()
}

fn put(out: &mut impl Write, features: &[u32]) -> std::io::Result<()> {
    features.iter().try_for_each(|f| out.write_all(&f.to_le_bytes()))
}

fn texts(path: &str) -> std::io::Result<Vec<(String, String)>> {
    let file = std::io::BufReader::new(std::fs::File::open(path)?);
    file.lines()
        .map(|l| {
            let v: serde_json::Value = serde_json::from_str(&l?)?;
            let s = |k: &str| v[k].as_str().unwrap_or_default().to_owned();
            Ok((s("id"), s("text")))
        })
        .collect()
}
