//! What the extension gets from the table of categories: a script with the table and the rules of the stylesheet.
//! Both are committed, so that the extension can be read without a build; `tidy` checks that they are current.

use crate::proc;
use anyhow::{Context, Result};
use saidby::category::{CATEGORIES, Category};
use std::fmt::Write;

/// The script with the table.
pub const SCRIPT: &str = "extension/shared/categories.js";
/// The stylesheet; only the part between [`BEGIN`] and [`END`] is generated.
pub const STYLE: &str = "extension/marks.css";
/// Where the generated rules begin.
pub const BEGIN: &str = "/* generated from src/category.rs: begin */\n";
/// Where they end.
pub const END: &str = "/* generated from src/category.rs: end */\n";

/// Writes what is out of date.
pub fn write() -> Result<()> {
    let root = proc::root();
    if root.join("extension").is_dir() {
        put(SCRIPT, &script()?)?;
    }
    if let Ok(old) = std::fs::read_to_string(root.join(STYLE)) {
        put(STYLE, &style(&old))?;
    }
    Ok(())
}

fn put(path: &str, text: &str) -> Result<()> {
    let file = proc::root().join(path);
    if std::fs::read_to_string(&file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    println!("generated: {path}");
    std::fs::create_dir_all(file.parent().context("a path without a folder")?)?;
    std::fs::write(file, text)?;
    Ok(())
}

/// The table as a script that classic scripts and modules can both load.
pub fn script() -> Result<String> {
    let mut s = String::from(
        "// Generated from src/category.rs by `cargo xtask build`. Edit the table there.\n\n\
         /**\n * @typedef {object} Category\n * @property {string} kind\n * @property {string} key\n * @property {'attributed'|'unattributed'|'provenance'} group\n\
         \x20* @property {string} label\n * @property {string} description\n * @property {boolean} default\n * @property {string} light\n * @property {string} dark\n\
         \x20* @property {'solid'|'double'|'dotted'|'dashed'|'wavy'} underline\n */\n\n\
         /** @type {ReadonlyArray<Category>} */\nconst SAIDBY_CATEGORIES = Object.freeze([\n",
    );
    for c in CATEGORIES {
        let mut row = serde_json::to_value(c)?;
        row["kind"] = c.key.into();
        writeln!(s, "  {row},")?;
    }
    s.push_str("]);\n/** @type {any} */ (globalThis).SAIDBY_CATEGORIES = SAIDBY_CATEGORIES;\n");
    Ok(s)
}

/// The stylesheet with its generated part made anew; unchanged where it has no such part.
pub fn style(old: &str) -> String {
    let Some((before, rest)) = old.split_once(BEGIN) else { return old.to_owned() };
    let Some((_, after)) = rest.split_once(END) else { return old.to_owned() };
    format!("{before}{BEGIN}{}{END}{after}", rules())
}

/// Firefox before 146 draws no underline in a highlight. No condition asks for that, so it is told by what came with it.
const BARE: &str = "(-moz-appearance: none) and (not (text-decoration-inset: auto))";

/// Two rules a category, since only the content script can tell whether the page behind a mark is dark. Where no underline
/// tells the kinds apart, a stronger tint has to; with forced colours there is no tint, and it is the underline alone.
fn rules() -> String {
    let marks: Vec<(String, &Category, &str)> = [("", false), ("-dark", true)]
        .iter()
        .flat_map(|(suffix, dark)| {
            CATEGORIES.iter().map(move |c| {
                (format!("::highlight(saidby-{}{suffix})", c.key), c, if *dark { c.dark } else { c.light })
            })
        })
        .collect();
    let mut s = String::new();
    for (name, c, colour) in &marks {
        let line = c.underline.css();
        let _ =
            writeln!(s, "{name} {{ text-decoration: underline {line} {colour} 2px; background-color: {colour}1f; }}");
    }
    let _ = writeln!(s, "@supports {BARE} {{");
    for (name, _, colour) in &marks {
        let _ = writeln!(s, "  {name} {{ background-color: {colour}4d; }}");
    }
    s.push_str("}\n@media (forced-colors: active) {\n");
    let all: Vec<&str> = marks.iter().map(|(name, ..)| name.as_str()).collect();
    let all = all.join(",\n  ");
    let _ = writeln!(s, "  {all} {{ text-decoration-color: CanvasText; background-color: transparent; }}");
    let _ = writeln!(s, "}}\n@media (forced-colors: active) {{\n  @supports {BARE} {{");
    let _ = writeln!(s, "  {all} {{ background-color: Mark; color: MarkText; }}\n  }}\n}}");
    s
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_part_between_the_marks_changes() {
        let old = format!("a {{}}\n{BEGIN}old\n{END}b {{}}\n");
        let new = style(&old);
        assert!(new.starts_with("a {}\n") && new.ends_with("b {}\n") && !new.contains("old"));
        assert_eq!(style(&new), new);
        assert_eq!(style("c {}\n"), "c {}\n");
    }

    #[test]
    fn every_category_has_a_row_and_a_rule() {
        let (script, rules) = (script().unwrap(), rules());
        for c in CATEGORIES {
            assert_eq!(script.matches(&format!("\"key\":\"{}\"", c.key)).count(), 1, "{}", c.key);
            assert!(rules.contains(&format!("::highlight(saidby-{}-dark)", c.key)), "{}", c.key);
        }
    }
}
