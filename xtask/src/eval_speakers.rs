//! Whether speakers are named rightly, and whether a quotation's confidence keeps its word. Called by `eval`; the
//! scorers are `xtask/eval/speakers.py`, with the annotations in `tests/annotations/speakers*.jsonl` (offsets only, so
//! that they need the data beside the project), and `xtask/eval/reliability.py`.

use crate::eval_assertions::printed;
use crate::proc;
use anyhow::{Result, ensure};
use std::path::Path;

/// Scores as `(name, value)`, in the order they are printed; `saidby` is the command line's path, `data` the folder of
/// quotations.
pub fn scores(saidby: &Path, data: &Path) -> Result<Vec<(String, f64)>> {
    ensure!(data.join("polnear.dev.jsonl").is_file(), "the articles that were annotated are absent");
    let of = |name: &str| printed("speakers.py", &[saidby, data, &proc::root().join("tests/annotations").join(name)]);
    let mut scores = of("speakers.jsonl")?;
    scores.extend(of("speakers_third.jsonl")?);
    if data.join("../pages/gold.jsonl").is_file() {
        scores.extend(of("speakers_pages.jsonl")?);
    }
    Ok(scores)
}

/// How right quotations are by what they say of themselves; `reports` are the command line's on `gold`.
pub fn reliability(gold: &Path, reports: &Path) -> Result<Vec<(String, f64)>> {
    printed("reliability.py", &[gold, reports])
}
