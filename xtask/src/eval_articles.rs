//! Whole articles that readers wrote in the manner of the press and marked as the design's rules have it
//! (`tests/annotations/articles.jsonl`; its README tells how): assertions, reports and provenance in plain texts. Called by `eval`.

use crate::eval::{lines, reports, write};
use crate::eval_passages;
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// What is counted of the marks of a part.
#[derive(Default)]
pub struct Count {
    gold: u32,
    met: u32,
    right: u32,
    ours: u32,
    fit: u32,
    exact: u32,
}

impl Count {
    /// Counts the marks of a text against a reader's.
    pub fn add(&mut self, wanted: &[Mark], ours: &[Mark]) {
        for w in wanted {
            self.gold += 1;
            self.met += u32::from(ours.iter().any(|o| o.meets(w)));
            self.right += u32::from(ours.iter().any(|o| o.meets(w) && o.kind == w.kind));
        }
        for o in ours {
            self.ours += 1;
            self.fit += u32::from(wanted.iter().any(|w| o.meets(w)));
            self.exact += u32::from(wanted.iter().any(|w| o.meets(w) && o.kind == w.kind));
        }
    }

    /// Precision and recall of the part called `part`, of any kind and of the right one.
    pub fn scores(&self, part: &str) -> Vec<(String, f64)> {
        [
            ("assertions of any kind, precision", self.fit, self.ours),
            ("assertions of any kind, recall", self.met, self.gold),
            ("assertions of their kind, precision", self.exact, self.ours),
            ("assertions of their kind, recall", self.right, self.gold),
        ]
        .map(|(what, n, of)| (format!("{part} {what}"), share(n, of)))
        .to_vec()
    }

    /// The share of both sides' marks that have one of their kind on the other side.
    pub fn agreement(&self) -> f64 {
        share(self.right + self.exact, self.gold + self.ours)
    }
}

/// `n` of `of`; 0 of none.
fn share(n: u32, of: u32) -> f64 {
    f64::from(n) / f64::from(of.max(1))
}

/// A mark: its kind, its clause and its triggers, in characters.
pub struct Mark {
    /// The kind's key.
    pub kind: String,
    /// Start and end of the clause.
    pub clause: (u64, u64),
    /// Starts and ends of the triggers.
    pub triggers: Vec<(u64, u64)>,
}

/// The marks of a report.
pub fn marks(report: &Value) -> Vec<Mark> {
    report["assertions"].as_array().into_iter().flatten().map(Mark::of).collect()
}

/// A pair of numbers.
pub fn pair(p: &Value) -> (u64, u64) {
    (p[0].as_u64().unwrap_or(0), p[1].as_u64().unwrap_or(0))
}

impl Mark {
    fn of(v: &Value) -> Self {
        let end = |k: &str| v[k].as_u64().unwrap_or(0);
        let clause = if v["span"].is_array() { pair(&v["span"]) } else { (end("start"), end("end")) };
        let triggers = v["triggers"].as_array().into_iter().flatten().map(pair).collect();
        Self { kind: v["kind"].as_str().unwrap_or_default().to_owned(), clause, triggers }
    }

    /// Whether two marks are of the same words: a trigger shared, or each with a trigger in the other's clause.
    fn meets(&self, other: &Self) -> bool {
        let over = |a: &(u64, u64), b: &(u64, u64)| a.0 < b.1 && b.0 < a.1;
        let within = |a: &Self, b: &Self| a.triggers.iter().any(|t| over(t, &b.clause));
        self.triggers.iter().any(|t| other.triggers.iter().any(|u| over(t, u)))
            || within(self, other) && within(other, self)
    }
}

/// Scores as `(name, value)`, for the articles that were read while rules were made and for the others.
pub fn scores(cli: &Path, articles: &Path, scratch: &Path) -> Result<Vec<(String, f64)>> {
    let gold = lines(articles)?;
    let inputs = scratch.join("articles.in.jsonl");
    write(&inputs, gold.iter().map(|g| json!({"id": g["id"], "text": g["text"]})))?;
    let found = reports(cli, &inputs, &scratch.join("articles.out.jsonl"))?;
    let mut parts = [("read", Count::default(), (0, 0)), ("unread", Count::default(), (0, 0))];
    for (g, r) in gold.iter().zip(&found) {
        let (_, count, lines) = &mut parts[usize::from(g["read"] == false)];
        count.add(&marks(g), &marks(r));
        provenance(g, r, lines);
    }
    let mut out = Vec::new();
    for (part, count, (lines, seen)) in parts {
        out.extend(count.scores(part));
        out.push((format!("{part} provenance found"), share(seen, lines)));
    }
    out.extend(eval_passages::scores(cli, articles, scratch)?);
    Ok(out)
}

/// Counts the lines of provenance of a text, and those that the report has.
fn provenance(gold: &Value, report: &Value, (lines, seen): &mut (u32, u32)) {
    let plain = |v: &Value| v.as_str().unwrap_or_default().to_lowercase();
    let shown: Vec<(String, String)> = report["provenance"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|p| (plain(&p["kind"]), plain(&p["text"])))
        .filter(|p| !p.1.is_empty())
        .collect();
    for line in gold["provenance"].as_array().into_iter().flatten() {
        let (kind, text) = (plain(&line["kind"]), plain(&line["text"]));
        *lines += 1;
        *seen += u32::from(shown.iter().any(|(k, t)| *k == kind && (text.contains(t) || t.contains(&text))));
    }
}
