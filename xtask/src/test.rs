//! `cargo xtask test`: every check, in the order in which a failure is cheapest to find. Each step is timed and shown
//! while it runs; none hides another, and the last line is `N passed, N failed`, counted from the tests themselves
//! where a step has tests and as one where it is a single check.

use crate::{build, pack, proc, setup};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a step came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
}

/// A step: its name and what it does.
type Step = (&'static str, fn() -> Result<Count>);

const STEPS: &[Step] = &[
    ("setup", || single(setup::run(&[]))),
    ("format", || single(proc::call(&mut proc::cmd("cargo", &["fmt", "--all", "--check"])))),
    ("clippy", clippy),
    ("tidy", || single(crate::tidy::run(&[]))),
    ("rust", rust),
    ("pack", || single(pack::run(&["--lab".into()]))),
    ("reproducible", || single(reproducible())),
    ("types", types),
    ("lint", lint),
    ("browsers", browsers),
];

/// Runs the command; with names, only these steps.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.iter().find(|a| !STEPS.iter().any(|(n, _)| n == a)) {
        let names: Vec<&str> = STEPS.iter().map(|(n, _)| *n).collect();
        bail!("no step `{unknown}`: {}", names.join(", "));
    }
    let mut total = Count::default();
    let mut lines = Vec::new();
    for (name, step) in STEPS.iter().filter(|(n, _)| args.is_empty() || args.iter().any(|a| a == n)) {
        println!("== {name}");
        let began = Instant::now();
        let count = step().unwrap_or_else(|e| {
            eprintln!("{name}: {e:#}");
            Count { passed: 0, failed: 1 }
        });
        total.passed += count.passed;
        total.failed += count.failed;
        lines.push(format!(
            "{name:<14}{:>5} passed {:>3} failed {:>6.1} s",
            count.passed,
            count.failed,
            began.elapsed().as_secs_f32()
        ));
        println!("== {}", lines[lines.len() - 1]);
    }
    println!("\n{}\n", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    // The last line is for programs; a non-zero end without another word after it.
    std::process::exit(i32::from(total.failed > 0));
}

fn single(result: Result<()>) -> Result<Count> {
    result.map(|()| Count { passed: 1, failed: 0 })
}

/// Runs a program, shows what it writes, and counts its tests with `read`, a line at a time.
fn counted(c: &mut Command, read: fn(&str) -> Option<Count>) -> Result<Count> {
    let typed = proc::line(c);
    let mut child = c.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{typed}`"))?;
    let mut count = Count::default();
    if let Some(out) = child.stdout.take() {
        let mut out = BufReader::new(out);
        let mut line = Vec::new();
        while out.by_ref().read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            if let Some(n) = read(text.trim()) {
                count.passed += n.passed;
                count.failed += n.failed;
            }
            line.clear();
        }
    }
    // What fails without a failed test (it did not compile, it crashed) is one failure.
    if !child.wait()?.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// `test result: ok. 5 passed; 0 failed; …` of Rust's tests.
fn libtest(line: &str) -> Option<Count> {
    let rest = line.strip_prefix("test result:")?;
    let number = |word: &str| -> Option<u32> { rest.split(word).next()?.split_whitespace().next_back()?.parse().ok() };
    Some(Count { passed: number(" passed")?, failed: number(" failed")? })
}

/// `# pass 5` and `# fail 0` of Node's tests.
fn node(line: &str) -> Option<Count> {
    if let Some(n) = line.strip_prefix("# pass ") {
        return Some(Count { passed: n.parse().ok()?, failed: 0 });
    }
    Some(Count { passed: 0, failed: line.strip_prefix("# fail ")?.parse().ok()? })
}

fn clippy() -> Result<Count> {
    let args = ["clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-D", "warnings"];
    single(proc::call(&mut proc::cmd("cargo", &args)))
}

fn rust() -> Result<Count> {
    counted(&mut proc::cmd("cargo", &["test", "--workspace", "--all-features", "--no-fail-fast"]), libtest)
}

/// The same zips come out of the same source, byte by byte, and hold nothing that is not shipped.
fn reproducible() -> Result<()> {
    let listing = ["ls-files", "--cached", "--others", "--exclude-standard", "extension"];
    let own = proc::read(&mut proc::cmd("git", &listing))?;
    let own: Vec<&str> = own.lines().collect();
    for (bytes, browser) in pack::bytes()?.iter().zip(pack::BROWSERS) {
        let written = std::fs::read(proc::root().join(format!("dist/saidby-{browser}.zip")))?;
        if *bytes != written {
            bail!("dist/saidby-{browser}.zip differs when it is made again");
        }
        println!("saidby-{browser}.zip: {} bytes, the same twice", bytes.len());
        let strangers = pack::strangers(written, &own)?;
        if !strangers.is_empty() {
            bail!("dist/saidby-{browser}.zip holds what is not shipped: {}", strangers.join(", "));
        }
    }
    Ok(())
}

/// The scripts' types, as JSDoc states them.
fn types() -> Result<Count> {
    setup::npm()?;
    let mut count = Count::default();
    for project in ["extension/jsconfig.json", "tests/jsconfig.json"] {
        if !proc::root().join(project).is_file() {
            println!("{project}: absent");
            continue;
        }
        let mut c = proc::cmd("node", &["tests/node_modules/typescript/bin/tsc", "--noEmit", "-p", project]);
        count.passed += single(proc::call(&mut c))?.passed;
    }
    Ok(count)
}

/// What the store of Firefox would refuse.
fn lint() -> Result<Count> {
    setup::npm()?;
    let tool = "tests/node_modules/web-ext/bin/web-ext.js";
    let args = [tool, "lint", "--source-dir", "dist/firefox", "--no-config-discovery", "--no-input"];
    single(proc::call(&mut proc::cmd("node", &args)))
}

/// The tests in both browsers, one file after the other: two cores don't carry two browsers at once.
fn browsers() -> Result<Count> {
    setup::npm()?;
    build::native(build::How::Shipped)?;
    let mut files: Vec<String> = std::fs::read_dir(proc::root().join("tests/browser"))?
        .filter_map(|e| e.ok()?.file_name().into_string().ok())
        .filter(|n| n.ends_with(".test.mjs"))
        .map(|n| format!("tests/browser/{n}"))
        .collect();
    files.sort();
    let mut c = proc::cmd("node", &["--test", "--test-reporter=tap", "--test-concurrency=1"]);
    c.args(files);
    c.env("SAIDBY_CHROMIUM", setup::browser("chromium")?).env("SAIDBY_FIREFOX", setup::browser("firefox")?);
    counted(&mut c, node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_what_the_tests_print() {
        let line = "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.27s";
        assert_eq!(libtest(line), Some(Count { passed: 12, failed: 1 }));
        assert_eq!(libtest("test a::b ... ok"), None);
        assert_eq!(node("# pass 7"), Some(Count { passed: 7, failed: 0 }));
        assert_eq!(node("# fail 2"), Some(Count { passed: 0, failed: 2 }));
        assert_eq!(node("# passing"), None);
    }

    #[test]
    fn a_program_that_fails_without_a_test_counts_as_one() {
        let count = counted(&mut proc::cmd("sh", &["-c", "exit 3"]), libtest).unwrap();
        assert_eq!(count, Count { passed: 0, failed: 1 });
    }
}
