//! Whether speakers are named rightly, and whether a quotation's confidence keeps its word. Called by `eval`; the
//! scorers are `xtask/eval/speakers.py`, with the annotations in `tests/annotations/speakers.jsonl` (offsets only, so
//! that they need the data beside the project), and `xtask/eval/reliability.py`.

use crate::proc;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};

/// Scores as `(name, value)`, in the order they are printed; `saidby` is the command line's path, `data` the folder of
/// quotations.
pub fn scores(saidby: &Path, data: &Path) -> Result<Vec<(String, f64)>> {
    ensure!(data.join("polnear.dev.jsonl").is_file(), "the articles that were annotated are absent");
    let annotations = proc::root().join("tests/annotations/speakers.jsonl");
    run("xtask/eval/speakers.py", &[saidby, data, &annotations])
}

/// How right quotations are by what they say of themselves; `reports` are the command line's on `gold`.
pub fn reliability(gold: &Path, reports: &Path) -> Result<Vec<(String, f64)>> {
    run("xtask/eval/reliability.py", &[gold, reports])
}

/// Runs a scorer; lines that start with `#` are for the reader alone.
fn run(script: &str, args: &[&Path]) -> Result<Vec<(String, f64)>> {
    let out = Command::new("python3")
        .arg(proc::root().join(script))
        .args(args)
        .stderr(Stdio::inherit())
        .output()
        .context("python3 runs the scorer")?;
    ensure!(out.status.success(), "the scorer ended with {}", out.status);
    let text = String::from_utf8(out.stdout).context("the scorer's answer")?;
    let (told, scored): (Vec<&str>, Vec<&str>) = text.lines().partition(|l| l.starts_with('#'));
    for line in told {
        println!("{line}");
    }
    scored
        .into_iter()
        .map(|l| {
            let (name, value) = l.rsplit_once(' ').context("a line is a name and a value")?;
            Ok((name.to_owned(), value.parse().context("a value is a number")?))
        })
        .collect()
}
