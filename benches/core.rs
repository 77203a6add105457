//! Where the time goes: each stage of the analysis, per 1,000 words, on one core. `cargo bench --features cli` reads the lab's
//! samples; `cargo bench --features cli -- FILE…` reads plain texts, HTML pages, or `jsonl` files with a `text` a line.
//!
//! Time is this thread's time on the processor, so that other work on the machine counts less; each figure is the least of
//! several rounds.

use cpu_time::ThreadTime;
use saidby::document::Document;
use saidby::text::Reading;
use saidby::{article, assertion, border, html, model, page::Page, provenance, quotation};
use std::hint::black_box;
use std::time::Duration;

/// How many times everything is read.
const ROUNDS: usize = 7;

enum Input {
    Text(String),
    Html(String),
}

fn inputs() -> Vec<Input> {
    let named: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    if named.is_empty() {
        let samples = [
            include_str!("../www/samples/report.txt"),
            include_str!("../www/samples/opinion.txt"),
            include_str!("../www/samples/interview.txt"),
        ];
        return vec![Input::Text(samples.repeat(8).join("\n\n"))];
    }
    let mut out = Vec::new();
    for name in named {
        let bytes = std::fs::read(&name).unwrap_or_else(|e| panic!("{name}: {e}"));
        let ending = std::path::Path::new(&name).extension().and_then(|e| e.to_str()).unwrap_or("");
        match ending {
            "html" | "htm" => out.push(Input::Html(html::decode(&bytes))),
            "jsonl" => out.extend(String::from_utf8_lossy(&bytes).lines().filter_map(|l| {
                let v: serde_json::Value = serde_json::from_str(l).ok()?;
                Some(match v["html"].as_str() {
                    Some(page) => Input::Html(page.to_owned()),
                    None => Input::Text(v["text"].as_str()?.to_owned()),
                })
            })),
            _ => out.push(Input::Text(String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    out
}

/// A stage's name and what it took in this round.
type Times = Vec<(&'static str, Duration)>;

fn round(inputs: &[Input], words: &mut u32) -> Times {
    let mut times: Times = Vec::new();
    #[allow(clippy::items_after_statements)]
    fn timed<T>(times: &mut Times, name: &'static str, f: impl FnOnce() -> T) -> T {
        let began = ThreadTime::now();
        let out = black_box(f());
        let took = began.elapsed();
        match times.iter_mut().find(|(n, _)| *n == name) {
            Some((_, t)) => *t += took,
            None => times.push((name, took)),
        }
        out
    }
    *words = 0;
    for input in inputs {
        let (page, doc, art) = match input {
            Input::Text(t) => {
                let mut doc = timed(&mut times, "document", || Document::from_text(t));
                let art = timed(&mut times, "article", || article::read_text(&mut doc));
                (Page::default(), doc, art)
            }
            Input::Html(h) => {
                let page = timed(&mut times, "html (command line only)", || html::parse(h, None));
                let art = timed(&mut times, "article", || article::read(&page));
                let doc = timed(&mut times, "document", || Document::from_page(&page, &art.roles));
                (page, doc, art)
            }
        };
        let reading = timed(&mut times, "tokens, sentences, marks", || Reading::new(&doc));
        let english = quotation::is_english(art.lang.as_deref());
        if english {
            // Runs once more inside the next stage, and is taken off it below.
            timed(&mut times, "tagger", || model::tag(&reading));
        }
        let quotations = timed(&mut times, "quotations", || quotation::find(&doc, &reading, art.lang.as_deref()));
        let prov = timed(&mut times, "provenance", || provenance::find(&page, &doc, &reading, &art));
        if english {
            timed(&mut times, "assertions", || assertion::find(&doc, &reading, &quotations, &prov));
        }
        timed(&mut times, "speakers counted", || quotation::speakers::count(&reading, &quotations));
        *words += reading.tokens.iter().filter(|t| t.is_word()).count() as u32;
        let report = timed(&mut times, "everything", || match input {
            Input::Text(t) => saidby::analyze_text(t, None),
            Input::Html(_) => saidby::analyze(&page),
        });
        timed(&mut times, "marks and offsets for JavaScript", || border::answer(report));
    }
    let tagger = times.iter().find(|(n, _)| *n == "tagger").map_or(Duration::ZERO, |t| t.1);
    if let Some(q) = times.iter_mut().find(|(n, _)| *n == "quotations") {
        *q = ("rules, decoder, speakers", q.1.saturating_sub(tagger));
    }
    times
}

fn main() {
    let inputs = inputs();
    let mut words = 0;
    let mut best = round(&inputs, &mut words);
    for _ in 1..ROUNDS {
        for (best, (_, took)) in best.iter_mut().zip(round(&inputs, &mut words)) {
            best.1 = best.1.min(took);
        }
    }
    let all = best.iter().find(|(n, _)| *n == "everything").map_or(Duration::ZERO, |t| t.1);
    println!("{words} words; ms per 1,000 words, share of the whole");
    for (name, took) in best {
        let ms = took.as_secs_f64() * 1e6 / f64::from(words.max(1));
        let share = 100.0 * took.as_secs_f64() / all.as_secs_f64().max(1e-9);
        println!("  {name:<36}{ms:>8.3}{share:>7.1} %");
    }
}
