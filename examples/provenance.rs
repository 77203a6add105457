//! What pages say about themselves, without quotations and assertions: `provenance < pages.jsonl > reports.jsonl`.
//!
//! In: `{"id", "html", "url"}` a line. Out: a line each with the fields of the report that the page scorer reads, the roles of the page's
//! blocks, and `ms`, the milliseconds from HTML to provenance (the fastest of three). With `--times`: one line, the median and the slowest.

use saidby::document::Document;
use saidby::text::Reading;
use saidby::{article, html, provenance};
use std::io::{BufRead, Write};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let times_only = std::env::args().any(|a| a == "--times");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut times: Vec<f64> = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let line: serde_json::Value = serde_json::from_str(&line?)?;
        let (source, url) = (line["html"].as_str().unwrap_or_default(), line["url"].as_str());
        let mut best = f64::MAX;
        for _ in 0..if times_only { 3 } else { 1 } {
            let start = Instant::now();
            let page = html::parse(source, url);
            let parsed = start.elapsed();
            let read = article::read(&page);
            let doc = Document::from_page(&page, &read.roles);
            let blocked = start.elapsed();
            let reading = Reading::new(&doc);
            let tokens = start.elapsed();
            let found = provenance::find(&page, &doc, &reading, &read);
            let ms = start.elapsed().as_secs_f64() * 1000.0;
            if ms < best {
                best = ms;
            }
            if times_only {
                continue;
            }
            let roles: Vec<_> = page.blocks.iter().zip(&read.roles).map(|(b, r)| (r, b.node, &b.text)).collect();
            let row = serde_json::json!({
                "id": line["id"], "title": found.title, "outlet": found.outlet, "authors": found.authors, "published": found.published,
                "modified": found.modified, "section": found.section, "text": &doc.text[..doc.body_end as usize], "lang": read.lang,
                "roles": roles, "parts": [parsed.as_secs_f64() * 1000.0, blocked.as_secs_f64() * 1000.0, tokens.as_secs_f64() * 1000.0, ms],
            });
            writeln!(out, "{row}")?;
        }
        times.push(best);
    }
    if times_only {
        times.sort_by(f64::total_cmp);
        writeln!(
            out,
            "{} pages, milliseconds a page from HTML to provenance: median {:.2}, slowest {:.1}",
            times.len(),
            times.get(times.len() / 2).copied().unwrap_or_default(),
            times.last().copied().unwrap_or_default()
        )?;
    }
    out.flush()
}
