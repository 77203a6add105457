//! Passages that readers wrote in the manner of the press, each with every report in it (`tests/annotations/passages.jsonl`; its README
//! tells how). They need no data beside the project, and they are written to be hard: no article has so many forms in so few
//! sentences. Called by `eval`.

use crate::eval::{lines, reports, write};
use anyhow::Result;
use saidby::report::Quotation;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// A shown quotation is a report's where they share at least this much of their letters (intersection over union), …
const LEAST: f64 = 0.3;
/// … to which one with the report's cue has this ahead of others.
const CUE: f64 = 0.3;

/// What is counted of the reports of a part.
#[derive(Default)]
struct Count {
    all: u32,
    found: u32,
    exact: u32,
    named: u32,
    kind: u32,
    roles: u32,
    role: u32,
    extra: u32,
}

/// Scores as `(name, value)`, for the passages that were read while rules were made and for the others.
pub fn scores(cli: &Path, passages: &Path, scratch: &Path) -> Result<Vec<(String, f64)>> {
    let gold = lines(passages)?;
    let inputs = scratch.join("passages.in.jsonl");
    write(&inputs, gold.iter().map(|g| json!({"id": g["id"], "text": g["text"]})))?;
    let found = reports(cli, &inputs, &scratch.join("passages.out.jsonl"))?;
    let mut parts = [("read", Count::default()), ("unread", Count::default())];
    for (g, r) in gold.iter().zip(&found) {
        let part = usize::from(g["read"] == false);
        passage(g, r, &mut parts[part].1);
    }
    let share = |n: u32, of: u32| f64::from(n) / f64::from(of.max(1));
    Ok(parts
        .into_iter()
        .flat_map(|(part, c)| {
            [
                ("reports found", share(c.found, c.all)),
                ("words exact", share(c.exact, c.all)),
                ("speaker named", share(c.named, c.all)),
                ("speaker and kind", share(c.kind, c.all)),
                ("role, of those named", share(c.role, c.roles)),
                ("shown that are reports", share(c.found, c.found + c.extra)),
            ]
            .map(|(what, v)| (format!("{part} {what}"), v))
        })
        .collect())
}

fn passage(gold: &Value, report: &Value, count: &mut Count) {
    let text: Vec<char> = gold["text"].as_str().unwrap_or_default().chars().collect();
    let shown: Vec<&Value> = report["quotations"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|q| q["event"] == "speech" && q["confidence"].as_f64().is_some_and(|c| c as f32 >= Quotation::LEAST))
        .collect();
    let mut used = BTreeSet::new();
    for g in gold["reports"].as_array().into_iter().flatten() {
        count.all += 1;
        let words = pieces(&text, &g["content"]);
        let cue = plain(g["cue"].as_str().unwrap_or_default());
        let best = shown
            .iter()
            .map(|q| {
                let letters = letters(&text, &q["content"]);
                let both = words.intersection(&letters).count() as f64;
                let same = both / (words.union(&letters).count().max(1) as f64);
                let said = plain(&slices(&text, &q["cue"]));
                let ahead = if same > 0.0 && !cue.is_empty() && said.contains(&cue) { CUE } else { 0.0 };
                (same + ahead, letters, *q)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|b| b.0 >= LEAST);
        let Some((_, letters, q)) = best else { continue };
        used.insert(q["id"].to_string());
        count.found += 1;
        count.exact += u32::from(letters == words);
        let who = &q["speaker"];
        let name = |v: &Value| plain(v.as_str().unwrap_or_default());
        let open = g["name"].is_null() && matches!(g["kind"].as_str(), Some("unknown" | "anonymous"));
        if name(&who["name"]) != name(&g["name"]) && !open {
            continue;
        }
        count.named += 1;
        count.kind += u32::from(who["kind"] == g["kind"]);
        // What nobody can be called by but a function bears it as a name already.
        if g["kind"] == "person" && !g["role"].is_null() {
            count.roles += 1;
            count.role += u32::from(name(&who["role"]) == name(&g["role"]));
        }
    }
    count.extra += shown.iter().filter(|q| !used.contains(&q["id"].to_string())).count() as u32;
}

/// Words in lower case without articles, points and marks.
fn plain(s: &str) -> String {
    let low = s.to_lowercase();
    let words = low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.filter(|w| !matches!(*w, "the" | "a" | "an" | "s")).collect::<Vec<_>>().join(" ")
}

fn ranges(spans: &Value) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let ends = |s: &Value| Some(s[0].as_u64()? as usize..s[1].as_u64()? as usize);
    spans.as_array().into_iter().flatten().filter_map(ends)
}

/// Where the letters and digits of these spans stand, in characters.
fn letters(text: &[char], spans: &Value) -> BTreeSet<usize> {
    ranges(spans).flatten().filter(|&i| text.get(i).is_some_and(|c| c.is_alphanumeric())).collect()
}

fn slices(text: &[char], spans: &Value) -> String {
    let of = |r| text.get::<std::ops::Range<usize>>(r).map(|c| c.iter().collect::<String>());
    ranges(spans).filter_map(of).collect::<Vec<_>>().join(" ")
}

/// Where the letters and digits of these words stand, each piece behind the one before.
fn pieces(text: &[char], words: &Value) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    let mut from = 0;
    for piece in words.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let piece: Vec<char> = piece.chars().collect();
        let at = |from: usize| (from..=text.len().saturating_sub(piece.len())).find(|&i| text[i..].starts_with(&piece));
        let Some(start) = at(from).or_else(|| at(0)) else { continue };
        from = start + piece.len();
        out.extend((start..from).filter(|&i| text[i].is_alphanumeric()));
    }
    out
}
