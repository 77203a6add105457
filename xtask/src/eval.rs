//! `cargo xtask eval`: the command line's scores on the annotated data that lies beside the project, next to the scores
//! kept in `tests/scores.toml`. The data is not part of the project; where its folder is absent the command says so,
//! scores the passages and articles, which are the project's own, and is content. Scorers come with the data, so that nobody grades with a ruler of their own.

use crate::{build, eval_articles, eval_assertions, eval_editorials, eval_notes, eval_passages, eval_speakers, proc};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Where the scores are kept.
const SCORES: &str = "tests/scores.toml";
/// The parts, in order.
const PARTS: [&str; 9] =
    ["quotations", "speakers", "passages", "articles", "editorials", "pages", "notes", "assertions", "own-assertions"];
/// Those that need nothing beside the project.
const OURS: [&str; 2] = ["passages", "articles"];

/// Scores as `(name, value)`.
type Scores = Vec<(String, f64)>;

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let bless = args.iter().any(|a| a == "--bless");
    let chosen: Vec<&str> = args.iter().map(String::as_str).filter(|a| !["--bless", "--quick"].contains(a)).collect();
    if let Some(unknown) = chosen.iter().find(|a| !PARTS.contains(a)) {
        bail!("no part `{unknown}`: {}", PARTS.join(", "));
    }
    let data = std::env::var_os("SAIDBY_DATA").map_or_else(|| proc::root().join("../shared/data"), PathBuf::from);
    let absent = !data.is_dir();
    if absent {
        println!(
            "only passages and articles are scored: the annotated data (../shared/data, or the folder SAIDBY_DATA names) is absent"
        );
    }
    let cli = build::native(build::How::of(args))?;
    let kept: toml::Table = std::fs::read_to_string(proc::root().join(SCORES))
        .ok()
        .map_or_else(|| Ok(toml::Table::new()), |t| toml::from_str(&t).context("tests/scores.toml"))?;
    let mut now = kept.clone();
    let mut missing = Vec::new();
    for part in PARTS.iter().filter(|p| chosen.is_empty() || chosen.contains(p)) {
        if absent && !OURS.contains(part) {
            continue;
        }
        let scores = match *part {
            "quotations" => quotations(&cli, &data.join("quotations")),
            "speakers" => eval_speakers::scores(&cli, &data.join("quotations")),
            "passages" => {
                eval_passages::scores(&cli, &proc::root().join("tests/annotations/passages.jsonl"), &scratch()?)
            }
            "articles" => {
                eval_articles::scores(&cli, &proc::root().join("tests/annotations/articles.jsonl"), &scratch()?)
            }
            "editorials" => eval_editorials::scores(
                &cli,
                &proc::root().join("tests/annotations/editorials.jsonl"),
                &data.join("assertions"),
                &scratch()?,
            ),
            "pages" => pages(&cli, &data.join("pages")),
            "notes" => eval_notes::scores(&cli, &data.join("pages")),
            "assertions" => eval_assertions::scores(&cli, &data.join("assertions")),
            _ => eval_assertions::own(&cli, &data.join("pages")),
        };
        let scores = match scores {
            Ok(scores) => scores,
            Err(e) => {
                missing.push(format!("{part}: {e:#}"));
                continue;
            }
        };
        println!("\n{part:<44}{:>8}{:>8}", "now", "kept");
        let mut table = toml::Table::new();
        for (name, value) in scores {
            let before = kept.get(*part).and_then(|t| t.get(&name)).and_then(toml::Value::as_float);
            println!("  {name:<42}{value:>8.3}{:>8}", before.map_or("–".into(), |b| format!("{b:.3}")));
            table.insert(name, ((value * 1000.0).round() / 1000.0).into());
        }
        now.insert((*part).to_owned(), table.into());
    }
    if bless {
        let head = "# What `cargo xtask eval` scored when it was last blessed. Run it with the evaluation data beside the project; see CONTRIBUTING.md.\n\n";
        std::fs::write(proc::root().join(SCORES), format!("{head}{}", toml::to_string(&now)?))?;
        println!("\nwritten: {SCORES}");
    }
    if !missing.is_empty() {
        bail!("not scored: {}", missing.join("; "));
    }
    Ok(())
}

/// The rows of a file of JSON lines.
pub fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    // Python writes a missing number as NaN, which is no JSON; only where that fails is a line mended.
    let row = |l: &str| serde_json::from_str(l).or_else(|_| serde_json::from_str(&l.replace(": NaN", ": null")));
    text.lines().map(|l| Ok(row(l)?)).collect()
}

/// The command line's reports on these inputs, in order.
pub fn reports(cli: &Path, inputs: &Path, output: &Path) -> Result<Vec<Value>> {
    let mut c = std::process::Command::new(cli);
    c.args(["annotate", "-", "--input", "jsonl", "--format", "jsonl", "--offsets", "char"]);
    c.stdin(Stdio::from(File::open(inputs)?)).stdout(Stdio::from(File::create(output)?));
    proc::call(&mut c)?;
    lines(output)
}

/// A folder for what a run leaves.
fn scratch() -> Result<PathBuf> {
    let dir = proc::root().join("target/eval");
    std::fs::create_dir_all(&dir)?;
    Ok(dir)
}

/// Writes rows as JSON lines.
pub fn write(path: &Path, rows: impl Iterator<Item = Value>) -> Result<()> {
    let mut out = std::io::BufWriter::new(File::create(path)?);
    for row in rows {
        writeln!(out, "{row}")?;
    }
    out.flush()?;
    Ok(())
}

/// The scorer's own output.
fn scorer(script: &Path, args: &[&Path], flag: Option<&str>) -> Result<String> {
    let mut c = std::process::Command::new("python3");
    c.arg(script).args(args).args(flag);
    let out = proc::read(&mut c)?;
    print!("{out}");
    Ok(out)
}

fn quotations(cli: &Path, data: &Path) -> Result<Scores> {
    let dir = scratch()?;
    let mut scores = Scores::new();
    for set in ["polnear.dev", "gum_news.dev", "gum_other.dev"] {
        let gold = data.join(format!("{set}.jsonl"));
        if !gold.is_file() {
            continue;
        }
        let inputs = dir.join(format!("{set}.in.jsonl"));
        write(&inputs, lines(&gold)?.iter().map(|g| json!({"id": g["id"], "text": g["text"]})))?;
        let output = dir.join(format!("{set}.out.jsonl"));
        let found = reports(cli, &inputs, &output)?;
        let predicted = |speech: bool| {
            found.iter().map(move |r| {
                let all = r["quotations"].as_array().cloned().unwrap_or_default();
                let kept: Vec<Value> = all.into_iter().filter(|q| !speech || q["event"] == "speech").collect();
                json!({"id": r["id"], "attributions": kept})
            })
        };
        for (flag, label) in [(None, set.to_owned()), (Some("--speech"), format!("{set}.speech"))] {
            let path = dir.join(format!("{label}.pred.jsonl"));
            write(&path, predicted(flag.is_some()))?;
            let out = scorer(&data.join("score.py"), &[&gold, &path], flag)?;
            scores.extend(spans(&out).into_iter().map(|(n, v)| (format!("{label}.{n}"), v)));
        }
        if set == "polnear.dev" {
            scores.extend(eval_speakers::reliability(&gold, &output)?);
        }
    }
    Ok(scores)
}

/// The F scores of the quotation scorer's output.
fn spans(out: &str) -> Scores {
    let number = |text: &str, after: &str| -> Option<f64> {
        text.split_once(after)?.1.split_once(" F ")?.1.split_whitespace().next()?.parse().ok()
    };
    let mut scores = Scores::new();
    for line in out.lines() {
        let word = line.split_whitespace().next().unwrap_or_default();
        match word {
            "source" | "cue" | "content" => {
                scores.extend(number(line, "exact").map(|v| (format!("{word}.exact"), v)));
                scores.extend(number(line, "partial").map(|v| (format!("{word}.partial"), v)));
            }
            "attribution" => scores.extend(number(line, "attribution").map(|v| ("attribution".into(), v))),
            _ => {}
        }
    }
    scores
}

fn pages(cli: &Path, data: &Path) -> Result<Scores> {
    let dir = scratch()?;
    let gold = data.join("gold.jsonl");
    let inputs = dir.join("pages.in.jsonl");
    let rows = lines(&gold)?;
    let mut out = std::io::BufWriter::new(File::create(&inputs)?);
    for g in &rows {
        let file = g["file"].as_str().context("a row of gold without `file`")?;
        let html = proc::unpack(&data.join(file))?;
        writeln!(out, "{}", json!({"id": file, "html": String::from_utf8_lossy(&html), "url": g["url"]}))?;
    }
    out.flush()?;
    drop(out);
    let path = dir.join("pages.out.jsonl");
    reports(cli, &inputs, &path)?;
    Ok(by_set(&scorer(&data.join("score.py"), &[&gold, &path], None)?))
}

/// `set   title 80.1 (257)  authors …` as scores between 0 and 1.
fn by_set(out: &str) -> Scores {
    let mut scores = Scores::new();
    for line in out.lines() {
        let mut words = line.split_whitespace();
        let Some(set) = words.next() else { continue };
        let words: Vec<&str> = words.collect();
        for w in words.windows(3) {
            if let (Ok(v), true) = (w[1].parse::<f64>(), w[2].starts_with('(')) {
                scores.push((format!("{set}.{}", w[0]), v / 100.0));
            }
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_from_what_the_scorers_print() {
        let out = "== a vs b\nsource   gold     3 pred     2 | exact P 0.500 R 0.333 F 0.400 | partial P 0.600 R 0.500 F 0.545 | char F 0.700\n\
            attribution (content J>=.5) gold 3 pred 2 P 0.500 R 0.333 F 0.410 ; source overlap 1.000 of 1\n";
        let expected =
            vec![("source.exact".into(), 0.4), ("source.partial".into(), 0.545), ("attribution".to_owned(), 0.41)];
        assert_eq!(spans(out), expected);
        assert_eq!(by_set("fundus   title 80.0 (257)  date 95.5 (250)\n").len(), 2);
        assert_eq!(by_set("fundus   title 80.0 (257)\n")[0].0, "fundus.title");
    }
}
