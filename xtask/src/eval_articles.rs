//! Whole articles that readers wrote in the manner of the press and marked as the design's rules have it
//! (`tests/annotations/articles.jsonl`; its README tells how): assertions, reports and provenance in plain texts. Called by `eval`.

use crate::eval::{lines, reports, write};
use crate::eval_passages;
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// What is counted of the marks of a part.
#[derive(Default)]
struct Count {
    gold: u32,
    met: u32,
    right: u32,
    ours: u32,
    fit: u32,
    exact: u32,
    lines: u32,
    seen: u32,
}

/// A mark: its kind, its clause and its triggers, in characters.
struct Mark {
    kind: String,
    clause: (u64, u64),
    triggers: Vec<(u64, u64)>,
}

impl Mark {
    fn of(v: &Value) -> Self {
        let pair = |p: &Value| (p[0].as_u64().unwrap_or(0), p[1].as_u64().unwrap_or(0));
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
    let mut parts = [("read", Count::default()), ("unread", Count::default())];
    for (g, r) in gold.iter().zip(&found) {
        article(g, r, &mut parts[usize::from(g["read"] == false)].1);
    }
    let share = |n: u32, of: u32| f64::from(n) / f64::from(of.max(1));
    let mut out: Vec<(String, f64)> = parts
        .into_iter()
        .flat_map(|(part, c)| {
            [
                ("assertions of any kind, precision", share(c.fit, c.ours)),
                ("assertions of any kind, recall", share(c.met, c.gold)),
                ("assertions of their kind, precision", share(c.exact, c.ours)),
                ("assertions of their kind, recall", share(c.right, c.gold)),
                ("provenance found", share(c.seen, c.lines)),
            ]
            .map(|(what, v)| (format!("{part} {what}"), v))
        })
        .collect();
    out.extend(eval_passages::scores(cli, articles, scratch)?);
    Ok(out)
}

fn article(gold: &Value, report: &Value, count: &mut Count) {
    let marks = |v: &Value| v["assertions"].as_array().into_iter().flatten().map(Mark::of).collect::<Vec<_>>();
    let (wanted, ours) = (marks(gold), marks(report));
    for w in &wanted {
        count.gold += 1;
        count.met += u32::from(ours.iter().any(|o| o.meets(w)));
        count.right += u32::from(ours.iter().any(|o| o.meets(w) && o.kind == w.kind));
    }
    for o in &ours {
        count.ours += 1;
        count.fit += u32::from(wanted.iter().any(|w| o.meets(w)));
        count.exact += u32::from(wanted.iter().any(|w| o.meets(w) && o.kind == w.kind));
    }
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
        count.lines += 1;
        count.seen += u32::from(shown.iter().any(|(k, t)| *k == kind && (text.contains(t) || t.contains(&text))));
    }
}
