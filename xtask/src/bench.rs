//! `cargo xtask bench`: sizes and times of what is shipped, beside other packages in the same run; for saved pages their scores
//! too. What happens in browsers and in Node is a script (`tests/bench/`); what is native is a bench of the crates.

use crate::{build, eval, pack, proc, setup};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The version of trafilatura that is measured, and what it needs and doesn't name.
const TRAFILATURA: &[&str] = &["trafilatura==2.3.1", "lxml_html_clean"];

/// A part: its name and what it does.
type Part = (&'static str, fn() -> Result<()>);

const PARTS: &[Part] = &[("stages", stages), ("shipped", shipped), ("pages", pages)];

/// Runs the command; with names, only these parts.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.iter().find(|a| !PARTS.iter().any(|(n, _)| n == a)) {
        bail!("no part `{unknown}`: stages, shipped, pages");
    }
    for (name, part) in PARTS.iter().filter(|(n, _)| args.is_empty() || args.iter().any(|a| a == n)) {
        println!("\n== {name}");
        part()?;
    }
    Ok(())
}

fn cargo(args: &[&str]) -> std::process::Command {
    proc::cmd(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), args)
}

/// The analysis by stage, natively, on one core; on the quotations' dev set where it is beside the project.
fn stages() -> Result<()> {
    let data = proc::root().join("../shared/data/quotations/polnear.dev.jsonl");
    let mut c = cargo(&["bench", "--features", "cli", "--bench", "core", "--"]);
    if data.is_file() {
        c.arg(data);
    }
    proc::call(&mut c)
}

/// Sizes, the wasm in both browsers, the time to painted marks, memory, and three npm packages.
fn shipped() -> Result<()> {
    setup::npm()?;
    build::native(build::How::Shipped)?;
    pack::run(&[])?;
    let mut c = proc::cmd("node", &["tests/bench/bench.mjs"]);
    c.env("SAIDBY_CHROMIUM", setup::browser("chromium")?).env("SAIDBY_FIREFOX", setup::browser("firefox")?);
    proc::call(&mut c)
}

/// Saved pages: ours beside three extractors, time per page and scores.
fn pages() -> Result<()> {
    let data = proc::root().join("../shared/data/pages");
    if !data.join("gold.jsonl").is_file() {
        println!("the pages are not beside the project: nothing to measure");
        return Ok(());
    }
    let dir = proc::root().join("target/bench");
    std::fs::create_dir_all(&dir)?;
    let inputs = dir.join("pages.jsonl");
    write_inputs(&data, &inputs)?;
    let mut found = vec![];
    let mut c = cargo(&["bench", "-p", "xtask", "--bench", "pages", "--"]);
    c.arg(&inputs).arg(&dir);
    println!("ours and dom_smoothie …");
    found.extend(times(&proc::read(&mut c)?));
    println!("@mozilla/readability with jsdom (some minutes) …");
    setup::npm()?;
    // jsdom keeps what a page's scripts never freed until it is collected: a larger heap spares it the search.
    let mut c = proc::cmd("node", &["--max-old-space-size=4096", "tests/bench/readability.mjs"]);
    c.arg(&inputs).arg(dir.join("readability.jsonl"));
    found.extend(times(&proc::read(&mut c)?));
    match trafilatura() {
        Ok(python) => {
            println!("trafilatura …");
            let mut c = proc::cmd(&python.to_string_lossy(), &["tests/bench/extract_trafilatura.py"]);
            c.arg(&inputs).arg(dir.join("trafilatura.jsonl"));
            found.extend(times(&proc::read(&mut c)?));
        }
        Err(e) => println!("trafilatura: not measured: {e:#}"),
    }
    let mut c = proc::cmd("python3", &["xtask/eval/peers.py"]);
    c.arg(&data);
    for (name, ms) in found {
        println!("{name}: {ms:.2} ms per page (median)");
        let rows = dir.join(format!("{name}.jsonl"));
        if std::fs::metadata(&rows).is_ok_and(|m| m.len() > 0) {
            c.arg(rows);
        }
    }
    println!();
    proc::call(&mut c)
}

fn write_inputs(data: &Path, to: &Path) -> Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(to)?);
    for row in eval::lines(&data.join("gold.jsonl"))? {
        let file = row["file"].as_str().context("a row of gold without `file`")?;
        let html = proc::unpack(&data.join(file))?;
        writeln!(out, "{}", json!({"id": file, "html": String::from_utf8_lossy(&html), "url": row["url"]}))?;
    }
    out.flush()?;
    Ok(())
}

/// The lines `NAME MILLISECONDS` of what a program printed.
fn times(out: &str) -> Vec<(String, f64)> {
    out.lines()
        .filter_map(|l| {
            let (name, ms) = l.trim().split_once(' ')?;
            Some((name.to_owned(), ms.parse().ok()?))
        })
        .collect()
}

/// A Python with trafilatura: the one that is there, or one of our own in `target/`.
fn trafilatura() -> Result<PathBuf> {
    let has = |python: &Path| {
        proc::within(
            &mut proc::cmd(&python.to_string_lossy(), &["-c", "import trafilatura"]),
            std::time::Duration::from_secs(60),
        )
    };
    let own = proc::root().join("target/peers/bin/python");
    for python in [Path::new("python3"), own.as_path()] {
        if has(python) {
            return Ok(python.to_owned());
        }
    }
    println!("installing: {} into target/peers", TRAFILATURA.join(" "));
    proc::call(&mut proc::cmd("python3", &["-m", "venv", "target/peers"]))?;
    proc::call(proc::cmd(&own.to_string_lossy(), &["-m", "pip", "install", "-q"]).args(TRAFILATURA))?;
    if has(&own) { Ok(own) } else { bail!("it was installed and can't be imported") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_among_other_lines() {
        assert_eq!(times("Running pages\nsaidby 3.250\nfoo\ndom_smoothie 4.000\n").len(), 2);
        assert_eq!(times("saidby 3.250\n"), [("saidby".to_owned(), 3.25)]);
    }

    #[test]
    fn an_unknown_part_is_refused() {
        assert!(run(&["moon".into()]).is_err());
    }
}
