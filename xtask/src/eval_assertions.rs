//! How well assertions are found, on the data beside the project. Called by `eval`; the scorer is
//! `xtask/eval/assertions.py`, because the figures are compared with those of Python models.

use crate::proc;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};

/// Scores as `(name, value)`, in the order they are printed; `saidby` is the command line's path.
pub fn scores(saidby: &Path, data: &Path) -> Result<Vec<(String, f64)>> {
    run(Command::new("python3").arg(proc::root().join("xtask/eval/assertions.py")).args([saidby, data]))
}

/// Scores on our own annotation of pages under `pages`, as [`scores`].
pub fn own(saidby: &Path, pages: &Path) -> Result<Vec<(String, f64)>> {
    let annotation = proc::root().join("tests/annotations/assertions.jsonl");
    let script = proc::root().join("xtask/eval/own_assertions.py");
    run(Command::new("python3").arg(script).args([saidby, pages, &annotation]))
}

fn run(command: &mut Command) -> Result<Vec<(String, f64)>> {
    let out = command.stderr(Stdio::inherit()).output().context("python3 runs the scorer")?;
    ensure!(out.status.success(), "the scorer ended with {}", out.status);
    let text = String::from_utf8(out.stdout).context("the scorer's answer")?;
    text.lines()
        .map(|l| {
            let (name, value) = l.rsplit_once(' ').context("a line is a name and a value")?;
            Ok((name.to_owned(), value.parse().context("a value is a number")?))
        })
        .collect()
}
