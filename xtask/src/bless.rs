//! `cargo xtask bless`: writes the snapshots of `tests/pages` anew. What changed is then read in the diff, page by page.

use crate::proc;
use anyhow::{Result, bail};

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    proc::only(args, &[])?;
    if !proc::root().join("tests/corpus.rs").is_file() {
        bail!("tests/corpus.rs, which compares the snapshots, is missing");
    }
    let mut c = proc::cmd("cargo", &["test", "--quiet", "--all-features", "--test", "corpus"]);
    proc::call(c.env("SAIDBY_BLESS", "1"))?;
    proc::call(&mut proc::cmd("git", &["status", "--short", "tests/pages"]))
}
