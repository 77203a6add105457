//! `cargo xtask tidy`: the rules of the house, as ARCHITECTURE.md states them. A check takes the project as a list of
//! names and texts, so that its tests can show it failing on a house that breaks the rule.

use crate::{generate, pack, proc};
use anyhow::{Result, bail};
use saidby::category::CATEGORIES;

/// A file of the project: its path from the root and its text (empty where it is no UTF-8).
type File = (String, String);
/// Gives the places that break a rule.
type Check = fn(&[File]) -> Vec<String>;
/// A rule: what it says, and its check.
type Rule = (&'static str, Check);

/// No file is longer, in lines; generated files and data aside.
const LONGEST: usize = 800;

const RULES: &[Rule] = &[
    ("only wasm.rs names wasm-bindgen and js-sys", border),
    ("the core does no I/O and reads no clock", no_io),
    ("the extension names no network address", no_address),
    ("the extension writes no HTML from strings", no_html),
    ("no file is longer than 800 lines", short),
    ("no file names a machine's path or an internal host", no_machine),
    ("every category stands once in the generated script, and both that and the styles are current", categories),
    ("every locale has the same keys", locales),
    ("ARCHITECTURE.md names every module of the core", architecture),
    ("bindings are made at the version in Cargo.lock", versions),
];

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    proc::only(args, &[])?;
    let faults = check()?;
    for f in &faults {
        eprintln!("  {f}");
    }
    if !faults.is_empty() {
        bail!("{} rules of the house are broken", faults.len());
    }
    println!("{} rules of the house hold", RULES.len() + 1);
    Ok(())
}

/// Everything that breaks a rule.
fn check() -> Result<Vec<String>> {
    let listed = proc::read(&mut proc::cmd("git", &["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let house: Vec<File> = listed
        .lines()
        .filter(|p| proc::root().join(p).is_file())
        .map(|p| (p.to_owned(), std::fs::read_to_string(proc::root().join(p)).unwrap_or_default()))
        .collect();
    let mut faults: Vec<String> =
        RULES.iter().flat_map(|(rule, f)| f(&house).into_iter().map(move |place| format!("{rule}: {place}"))).collect();
    if proc::root().join("extension/manifest.json").is_file() {
        faults.extend(pack::check_manifest()?);
    }
    Ok(faults)
}

/// A line without its comment. What `"` opens, and in a script `'` and a backtick, is a text, and `//` in it an address; a mark
/// in a pattern or a raw text may open one too many, so that a comment counts as code: then a rule sees too much, never too little.
fn code<'a>(path: &str, line: &'a str) -> &'a str {
    let script = path.ends_with(".js") || path.ends_with(".mjs");
    let mut open = None;
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        match (open, c) {
            (Some(_), '\\') => {
                chars.next();
            }
            (Some(mark), c) if c == mark => open = None,
            // A letter's own marks hold no text, and a lifetime has one mark only.
            (None, '\'') if !script && line[at..].starts_with("'\"'") => {
                chars.nth(1);
            }
            (None, '"' | '`') => open = Some(c),
            (None, '\'') if script => open = Some(c),
            (None, '/') if line[at..].starts_with("//") => return &line[..at],
            _ => {}
        }
    }
    line
}

/// Lines of files that `which` takes and that hold one of `words`, as `path:line`.
fn holding(house: &[File], which: impl Fn(&str) -> bool, words: &[&str], comments: bool) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in house.iter().filter(|(p, _)| which(p)) {
        for (n, line) in text.lines().enumerate() {
            let read = if comments { line } else { code(path, line) };
            if let Some(w) = words.iter().find(|w| read.contains(**w)) {
                found.push(format!("{path}:{} `{w}`", n + 1));
            }
        }
    }
    found
}

fn rust_core(path: &str) -> bool {
    path.starts_with("src/") && path.ends_with(".rs")
}

fn border(house: &[File]) -> Vec<String> {
    holding(house, |p| rust_core(p) && p != "src/wasm.rs", &["wasm_bindgen", "js_sys", "web_sys"], false)
}

fn no_io(house: &[File]) -> Vec<String> {
    let pure =
        |p: &str| rust_core(p) && !p.starts_with("src/bin/") && !p.starts_with("src/output/") && p != "src/html.rs";
    // Several modules in one `use` would hide which.
    let words = [
        "std::{",
        "std::io",
        "std::fs",
        "std::net",
        "std::time",
        "std::env",
        "std::process",
        "std::thread",
        "print!(",
        "println!",
        "dbg!",
    ];
    holding(house, pure, &words, false)
}

fn no_address(house: &[File]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in house.iter().filter(|(p, _)| p.starts_with("extension/")) {
        for (n, line) in text.lines().enumerate() {
            let rest = line.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", "");
            // Patterns of addresses (`https://*/*`) and comparisons of schemes (`'http://'`) name no host.
            let named = ["http://", "https://", "wss://"].iter().any(|scheme| {
                rest.match_indices(scheme)
                    .any(|(at, s)| rest[at + s.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()))
            });
            let demo = rest.contains(".example/") || rest.contains(".example'") || rest.contains(".example\"");
            if named && !demo {
                found.push(format!("{path}:{}", n + 1));
            }
        }
    }
    found
}

fn no_html(house: &[File]) -> Vec<String> {
    let script =
        |p: &str| (p.starts_with("extension/") || p.starts_with("www/")) && (p.ends_with(".js") || p.ends_with(".rs"));
    holding(
        house,
        script,
        &["innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "set_inner_html", "eval("],
        false,
    )
}

fn short(house: &[File]) -> Vec<String> {
    let hand = |p: &str| {
        [".rs", ".js", ".mjs", ".css", ".html", ".py"].iter().any(|e| p.ends_with(e))
            && !p.starts_with("tests/pages/")
            && !p.starts_with("data/")
    };
    let long =
        |(p, t): &File| (hand(p) && t.lines().count() > LONGEST).then(|| format!("{p}: {} lines", t.lines().count()));
    house.iter().filter_map(long).collect()
}

fn no_machine(house: &[File]) -> Vec<String> {
    // Put together here, so that this file does not break its own rule.
    let words = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/ho", "me/"].concat(), ["/Us", "ers/"].concat()];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for (path, text) in house.iter().filter(|(p, _)| !p.starts_with("data/") && !p.starts_with("tests/pages/")) {
        for (n, line) in text.lines().enumerate() {
            for w in &words {
                // A path begins after a border: `example.org/home/` is an address and no path.
                let begins = |at: usize| {
                    line[..at]
                        .chars()
                        .next_back()
                        .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '}' | '-' | '_'))
                };
                if line.match_indices(w).any(|(at, _)| begins(at)) {
                    found.push(format!("{path}:{} `{w}`", n + 1));
                }
            }
        }
    }
    found
}

fn text<'a>(house: &'a [File], path: &str) -> Option<&'a str> {
    house.iter().find(|(p, _)| p == path).map(|(_, t)| t.as_str())
}

fn categories(house: &[File]) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(script) = text(house, generate::SCRIPT) {
        for c in CATEGORIES {
            if script.matches(&format!("\"key\":\"{}\"", c.key)).count() != 1 {
                found.push(format!("{}: {}", generate::SCRIPT, c.key));
            }
        }
        if generate::script().is_ok_and(|s| s != script) {
            found.push(format!("{} is not current; `cargo xtask build` writes it", generate::SCRIPT));
        }
    }
    if let Some(style) = text(house, generate::STYLE) {
        if generate::style(style) != style {
            found.push(format!("{} is not current; `cargo xtask build` writes it", generate::STYLE));
        }
        for c in CATEGORIES {
            if !style.contains(c.key) {
                found.push(format!("{}: no rule for {}", generate::STYLE, c.key));
            }
        }
    }
    found
}

fn locales(house: &[File]) -> Vec<String> {
    let keys = |t: &str| -> Option<Vec<String>> {
        let v: serde_json::Value = serde_json::from_str(t).ok()?;
        let mut k: Vec<String> = v.as_object()?.keys().cloned().collect();
        k.sort();
        Some(k)
    };
    let all: Vec<&File> =
        house.iter().filter(|(p, _)| p.starts_with("extension/_locales/") && p.ends_with("/messages.json")).collect();
    let Some(english) = all.iter().find(|(p, _)| p.contains("/en/")).map(|(_, t)| keys(t)) else { return Vec::new() };
    all.iter()
        .filter(|(_, t)| keys(t).is_none() || keys(t) != english)
        .map(|(p, _)| format!("{p} differs from English or is no JSON"))
        .collect()
}

fn architecture(house: &[File]) -> Vec<String> {
    let Some(map) = text(house, "ARCHITECTURE.md") else { return vec!["ARCHITECTURE.md is missing".into()] };
    let mut modules: Vec<&str> = house
        .iter()
        .filter_map(|(p, _)| p.strip_prefix("src/"))
        .map(|p| p.split_once('/').map_or(p, |(dir, _)| dir))
        .filter(|m| *m != "lib.rs")
        .collect();
    modules.dedup();
    modules.into_iter().filter(|m| !map.contains(*m)).map(|m| format!("src/{m} is not named")).collect()
}

fn versions(house: &[File]) -> Vec<String> {
    let (Some(lock), Some(own)) = (text(house, "Cargo.lock"), text(house, "xtask/Cargo.toml")) else {
        return Vec::new();
    };
    let locked = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1).and_then(|r| r.split('"').next());
    let named = own.split("wasm-bindgen-cli-support = \"=").nth(1).and_then(|r| r.split('"').next());
    if locked == named { Vec::new() } else { vec![format!("{locked:?} in Cargo.lock, {named:?} in xtask/Cargo.toml")] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(path: &str, text: &str) -> Vec<File> {
        vec![(path.to_owned(), text.to_owned())]
    }

    #[test]
    fn each_rule_fails_on_a_house_that_breaks_it() {
        let long = "x\n".repeat(LONGEST + 1);
        let machine = ["see /wo", "rk/x"].concat();
        let html = ["e.inner", "HTML = s"].concat();
        let behind = ["const a = '//'; e.inner", "HTML = s"].concat();
        let cases: &[(Check, &str, &str)] = &[
            (border, "src/page.rs", "use wasm_bindgen::prelude::*;"),
            (no_io, "src/text/mod.rs", "let t = std::time::Instant::now();"),
            (no_io, "src/text/mod.rs", "const A: &str = \"https://a.example\"; use std::io::Read;"),
            (no_io, "src/text/mod.rs", "if c == '\"' { std::fs::read(\"a//b\") } // read"),
            (no_io, "src/text/mod.rs", "use std::{fs, io};"),
            (no_html, "extension/popup/popup.js", &behind),
            (no_address, "extension/popup/popup.js", "fetch('https://collect.org/x')"),
            (no_html, "extension/popup/popup.js", &html),
            (short, "src/page.rs", &long),
            (no_machine, "README.md", &machine),
            (categories, generate::SCRIPT, "const C = [];"),
            (categories, generate::STYLE, "a {}"),
            (architecture, "src/page.rs", ""),
        ];
        for (i, (rule, path, text)) in cases.iter().enumerate() {
            assert!(!rule(&house(path, text)).is_empty(), "case {i}: {path}");
        }
        let two = [
            house("extension/_locales/en/messages.json", "{\"a\":{}}"),
            house("extension/_locales/de/messages.json", "{}"),
        ];
        assert_eq!(locales(&two.concat()).len(), 1);
        let skew = [
            house("Cargo.lock", "name = \"wasm-bindgen\"\nversion = \"0.2.1\"\n"),
            house("xtask/Cargo.toml", "wasm-bindgen-cli-support = \"=0.2.2\""),
        ];
        assert_eq!(versions(&skew.concat()).len(), 1);
    }

    #[test]
    fn no_rule_fails_without_cause() {
        let html = ["// never inner", "HTML"].concat();
        let cases: &[(Check, &str, &str)] = &[
            (border, "src/wasm.rs", "use wasm_bindgen::prelude::*;"),
            (border, "src/page.rs", "// wasm_bindgen is named in wasm.rs alone"),
            (no_io, "src/bin/saidby.rs", "use std::fs;"),
            (no_io, "src/text/mod.rs", "fn f<'a>(s: &'a str) { s.split('\"') } // not std::io"),
            (no_address, "extension/icons/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">"),
            (no_address, "extension/manifest.json", "\"https://*/*\""),
            (no_html, "extension/popup/popup.js", &html),
            (no_machine, "README.md", "https://paper.example.org/home/news"),
            (architecture, "ARCHITECTURE.md", ""),
        ];
        for (i, (rule, path, text)) in cases.iter().enumerate() {
            assert_eq!(rule(&house(path, text)), Vec::<String>::new(), "case {i}: {path}");
        }
    }
}
