//! Reading saved pages, ours and dom_smoothie's, on one core in the same run: `cargo bench -p xtask --bench pages -- INPUTS FOLDER`.
//! INPUTS has a `{"id", "html", "url"}` a line. What each finds is written to FOLDER for the scorer; the median time per page is
//! printed as `NAME MILLISECONDS`. Time is this thread's time on the processor, so that other work on the machine counts less; a page's
//! time is the least of its rounds.

use cpu_time::ThreadTime;
use saidby::output::{Format, render};
use saidby::text::offsets::Unit;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

/// How many times each page is read.
const ROUNDS: usize = 3;

/// What one reader makes of a page: a row for the scorer.
type Reader = fn(&Value, &str, Option<&str>) -> String;

const READERS: [(&str, Reader); 3] =
    [("saidby", ours), ("saidby-pages", without_detectors), ("dom_smoothie", smoothie)];

fn ours(id: &Value, html: &str, url: Option<&str>) -> String {
    render(saidby::analyze(&saidby::html::parse(html, url)), id, Format::Jsonl, Some(Unit::Char))
}

/// The same without reading the text: what an extractor does.
fn without_detectors(_: &Value, html: &str, url: Option<&str>) -> String {
    let page = saidby::html::parse(html, url);
    let article = saidby::article::read(&page);
    let doc = saidby::document::Document::from_page(&page, &article.roles);
    let reading = saidby::text::Reading::new(&doc);
    let found = saidby::provenance::find(&page, &doc, &reading, &article);
    std::hint::black_box(&found);
    String::new()
}

fn smoothie(id: &Value, html: &str, url: Option<&str>) -> String {
    let read = dom_smoothie::Readability::new(html, url, None).and_then(|mut r| r.parse());
    let row = match read {
        Ok(a) => json!({
            "id": id, "title": a.title, "authors": a.byline.into_iter().collect::<Vec<_>>(), "published": a.published_time,
            "outlet": { "name": a.site_name }, "text": &*a.text_content,
        }),
        Err(_) => json!({ "id": id }),
    };
    format!("{row}\n")
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let [inputs, folder] = args.as_slice() else {
        println!("pages: no inputs named");
        return Ok(());
    };
    let lines = std::fs::read_to_string(inputs)?;
    let rows: Vec<Value> = lines.lines().filter_map(|l| serde_json::from_str(l).ok()).collect();
    for (name, reader) in READERS {
        let mut out = std::io::BufWriter::new(std::fs::File::create(Path::new(folder).join(format!("{name}.jsonl")))?);
        let mut times = Vec::with_capacity(rows.len());
        for row in &rows {
            let (html, url) = (row["html"].as_str().unwrap_or(""), row["url"].as_str());
            let mut best = f64::INFINITY;
            let mut answer = String::new();
            for _ in 0..ROUNDS {
                let began = ThreadTime::now();
                answer = reader(&row["id"], html, url);
                best = best.min(began.elapsed().as_secs_f64() * 1000.0);
            }
            times.push(best);
            out.write_all(answer.as_bytes())?;
        }
        out.flush()?;
        times.sort_by(f64::total_cmp);
        println!("{name} {:.3}", times.get(times.len() / 2).copied().unwrap_or(0.0));
    }
    Ok(())
}
