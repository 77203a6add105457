//! Editorials of the evaluation data that readers marked as the design's rules have it (`tests/annotations/editorials.jsonl`, offsets
//! alone; its README tells how). Called by `eval`.

use crate::eval::{lines, reports, write};
use crate::eval_articles::{Count, Mark, marks, pair};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// Scores as `(name, value)`: against the readers, for the editorials that were read while rules were made and for the others, and
/// of two readers against each other.
pub fn scores(cli: &Path, annotation: &Path, data: &Path, scratch: &Path) -> Result<Vec<(String, f64)>> {
    let texts = texts(&data.join("webis_editorials.dev.jsonl"))?;
    let gold = lines(annotation)?;
    let text = |g: &Value| -> Result<&String> {
        let id = g["id"].as_str().unwrap_or_default();
        let text = texts.get(id).with_context(|| format!("{id} isn't in the data"))?;
        ensure!(g["chars"] == text.chars().count(), "{id} isn't the text that was marked");
        Ok(text)
    };
    let (twice, once): (Vec<&Value>, Vec<&Value>) = gold.iter().partition(|g| g["second"] == true);
    let inputs = scratch.join("editorials.in.jsonl");
    let rows: Vec<Value> = once.iter().map(|g| Ok(json!({"id": g["id"], "text": text(g)?}))).collect::<Result<_>>()?;
    write(&inputs, rows.into_iter())?;
    let found = reports(cli, &inputs, &scratch.join("editorials.out.jsonl"))?;
    let mut parts = [("read", Count::default()), ("unread", Count::default())];
    for (g, r) in once.iter().zip(&found) {
        parts[usize::from(g["read"] == false)].1.add(&wanted(g), &marks(r));
    }
    let mut readers = Count::default();
    for second in twice {
        let first = once.iter().find(|g| g["id"] == second["id"]).context("marked once")?;
        readers.add(&wanted(first), &wanted(second));
    }
    let mut out: Vec<_> = parts.iter().flat_map(|(part, count)| count.scores(part)).collect();
    out.push(("two readers, the same kind".to_owned(), readers.agreement()));
    Ok(out)
}

/// A reader's marks: kind, start and end of the clause, triggers, whether every careful reader should accept it.
fn wanted(gold: &Value) -> Vec<Mark> {
    let mark = |m: &Value| Mark {
        kind: m[0].as_str().unwrap_or_default().to_owned(),
        clause: (m[1].as_u64().unwrap_or(0), m[2].as_u64().unwrap_or(0)),
        triggers: m[3].as_array().into_iter().flatten().map(pair).collect(),
    };
    gold["marks"].as_array().into_iter().flatten().map(mark).collect()
}

/// The editorials by their names, put together from their units as `xtask/eval/assertions.py` does.
fn texts(path: &Path) -> Result<HashMap<String, String>> {
    let mut out: HashMap<String, (String, u64)> = HashMap::new();
    for unit in lines(path)?.iter().filter(|u| u["label"] != "title") {
        let words = unit["text"].as_str().unwrap_or_default();
        let paragraph = unit["par"].as_u64().unwrap_or(0);
        let name = unit["group"].as_str().unwrap_or_default().to_owned();
        let (text, last) = out.entry(name).or_insert_with(|| (String::new(), paragraph));
        if !text.is_empty() {
            let closes = words.starts_with(['.', ',', ';', ':', '!', '?', ')']);
            text.push_str(if *last != paragraph {
                "\n\n"
            } else if closes {
                ""
            } else {
                " "
            });
        }
        *last = paragraph;
        text.push_str(words);
    }
    Ok(out.into_iter().map(|(name, (text, _))| (name, text)).collect())
}
