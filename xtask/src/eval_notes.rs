//! How well the notes of a page are found: affiliation, disclosures, agencies, credits, corrections, addresses. Called by `eval`;
//! the annotations are `tests/annotations/provenance.jsonl` (see the README there), the pages lie beside the project, the
//! scorer is `xtask/eval/notes.py`.

use crate::{eval_assertions, proc};
use anyhow::{Result, ensure};
use std::path::Path;

/// Scores as `(name, value)`, in the order they are printed; `saidby` is the command line's path, `pages` the folder with the pages.
pub fn scores(saidby: &Path, pages: &Path) -> Result<Vec<(String, f64)>> {
    ensure!(pages.join("gold.jsonl").is_file(), "the pages are absent");
    let annotations = proc::root().join("tests/annotations/provenance.jsonl");
    eval_assertions::printed("notes.py", &[saidby, pages, &annotations])
}
