//! How well assertions are found, on the data beside the project. Called by `eval`; the scorer is
//! `xtask/eval/assertions.py`, because the figures are compared with those of Python models.

use crate::proc;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};

/// Scores as `(name, value)`, in the order they are printed; `saidby` is the command line's path.
pub fn scores(saidby: &Path, data: &Path) -> Result<Vec<(String, f64)>> {
    printed("assertions.py", &[saidby, data])
}

/// Scores on our own annotation of pages under `pages`, as [`scores`].
pub fn own(saidby: &Path, pages: &Path) -> Result<Vec<(String, f64)>> {
    let annotation = proc::root().join("tests/annotations/assertions.jsonl");
    printed("own_assertions.py", &[saidby, pages, &annotation])
}

/// What a scorer in `xtask/eval` prints, a name and a value a line; lines that start with `#` are for the reader alone.
pub fn printed(script: &str, args: &[&Path]) -> Result<Vec<(String, f64)>> {
    let out = Command::new("python3")
        .arg(proc::root().join("xtask/eval").join(script))
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
