//! `cargo xtask facts`: from candidates beside the project and the rows made by hand to `data/outlets.toml`,
//! `data/institutes.toml` and the packed `data/registry.bin` that the core carries.
//!
//! Without the candidates only the last step runs: the two tables as they stand and `data/overrides.toml` are packed.

mod candidates;
mod pack;

use anyhow::{Context, Result, ensure};
use saidby::registry::Says;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Where a statement comes from.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    name: String,
    #[serde(default)]
    date: String,
    licence: String,
}

/// A statement.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    says: Says,
    value: String,
    by: String,
    /// Where it is not the source's date.
    #[serde(default)]
    date: Option<String>,
    /// Line, entry or page in the source.
    #[serde(default, rename = "ref")]
    reference: String,
}

/// An outlet or an institute.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    name: String,
    #[serde(default)]
    domain: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    facts: Vec<Fact>,
}

/// One of the files.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    #[serde(default)]
    sources: BTreeMap<String, Source>,
    #[serde(default)]
    outlets: Vec<Row>,
    #[serde(default)]
    institutes: Vec<Row>,
}

fn text(s: &str) -> String {
    format!("\"{}\"", s.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\t', '\r'], " "))
}

/// A row on one line, so that a change of one fact is a change of one line.
fn line(row: &Row) -> String {
    let mut s = String::from("  { ");
    if let Some(d) = &row.domain {
        let _ = write!(s, "domain = {}, ", text(d));
    }
    let _ = write!(s, "name = {}", text(&row.name));
    if let Some(c) = &row.country {
        let _ = write!(s, ", country = {}", text(c));
    }
    if !row.aliases.is_empty() {
        let _ = write!(s, ", aliases = [{}]", row.aliases.iter().map(|a| text(a)).collect::<Vec<_>>().join(", "));
    }
    if !row.facts.is_empty() {
        let facts = row.facts.iter().map(|f| {
            let mut t = format!("{{ says = \"{}\", value = {}, by = {}", f.says.key(), text(&f.value), text(&f.by));
            if let Some(d) = &f.date {
                let _ = write!(t, ", date = {}", text(d));
            }
            if !f.reference.is_empty() {
                let _ = write!(t, ", ref = {}", text(&f.reference));
            }
            t + " }"
        });
        let _ = write!(s, ", facts = [{}]", facts.collect::<Vec<_>>().join(", "));
    }
    s + " },\n"
}

fn write_table(path: &Path, key: &str, about: &str, rows: &[Row]) -> Result<()> {
    let mut s = format!(
        "# {about}\n# Made by `cargo xtask facts`; corrections go into overrides.toml (see CONTRIBUTING.md, \"Add a fact\").\n\n{key} = [\n"
    );
    for r in rows {
        s.push_str(&line(r));
    }
    s.push_str("]\n");
    for (k, v) in
        candidates::sources().into_iter().filter(|(k, _)| rows.iter().any(|r| r.facts.iter().any(|f| f.by == *k)))
    {
        let _ = write!(
            s,
            "\n[sources.{k}]\nname = {}\ndate = {}\nlicence = {}\n",
            text(&v.name),
            text(&v.date),
            text(&v.licence)
        );
    }
    std::fs::write(path, s).with_context(|| path.display().to_string())
}

fn read_table(path: &Path) -> Result<Table> {
    toml::from_str(&std::fs::read_to_string(path).with_context(|| path.display().to_string())?)
        .with_context(|| path.display().to_string())
}

/// A hand-made row takes the place of the statements on the same question; other statements stay.
fn merge(rows: &mut Vec<Row>, by_hand: Vec<Row>, same: impl Fn(&Row, &Row) -> bool) {
    for o in by_hand {
        match rows.iter_mut().find(|r| same(r, &o)) {
            Some(r) => {
                r.name.clone_from(&o.name);
                r.domain = o.domain.or(r.domain.take());
                r.country = o.country.or(r.country.take());
                r.aliases.extend(o.aliases);
                let question = |s: Says| (s.owner_rank().is_some(), s.kind_rank().is_some());
                r.facts.retain(|f| {
                    !o.facts.iter().any(|n| question(n.says) != (false, false) && question(n.says) == question(f.says))
                });
                r.facts.extend(o.facts);
            }
            None => rows.push(o),
        }
    }
}

/// The tables with the hand-made rows merged in.
fn load(data: &Path) -> Result<Table> {
    let mut all = read_table(&data.join("outlets.toml"))?;
    let institutes = read_table(&data.join("institutes.toml"))?;
    all.sources.extend(institutes.sources);
    all.institutes = institutes.institutes;
    let by_hand = read_table(&data.join("overrides.toml"))?;
    all.sources.extend(by_hand.sources);
    merge(&mut all.outlets, by_hand.outlets, |a, b| a.domain == b.domain);
    merge(&mut all.institutes, by_hand.institutes, |a, b| a.name == b.name);
    all.outlets.sort_by(|a, b| a.domain.cmp(&b.domain));
    all.institutes.sort_by(|a, b| a.name.cmp(&b.name));
    for r in all.outlets.iter().chain(&all.institutes) {
        for f in &r.facts {
            let source = all.sources.get(&f.by).with_context(|| format!("{}: no source `{}`", r.name, f.by))?;
            let date = f.date.as_deref().unwrap_or(&source.date);
            ensure!(candidates::is_date(date), "{}: `{}` has no date", r.name, f.by);
            ensure!(
                !f.value.is_empty() && !source.licence.is_empty(),
                "{}: a statement without a value or a licence",
                r.name
            );
        }
    }
    Ok(all)
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    crate::proc::only(args, &[])?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (data, from) = (root.join("data"), root.join("../shared/data/facts"));
    if from.is_dir() {
        write_table(
            &data.join("outlets.toml"),
            "outlets",
            "Outlets: names and sourced statements on who owns or funds them.",
            &candidates::outlets(&from)?,
        )?;
        write_table(
            &data.join("institutes.toml"),
            "institutes",
            "Institutes: sourced statements on who runs or funds them.",
            &candidates::institutes(&from)?,
        )?;
    } else {
        println!("no candidates in ../shared/data/facts: packing the tables as they stand");
    }
    let all = load(&data)?;
    let packed = pack::pack(&all)?;
    std::fs::write(data.join("registry.bin"), &packed)?;
    let telling = |r: &&Row| !r.facts.is_empty();
    println!(
        "{} outlets, {} with statements; {} institutes, {} with statements; registry.bin {} bytes",
        all.outlets.len(),
        all.outlets.iter().filter(telling).count(),
        all.institutes.len(),
        all.institutes.iter().filter(telling).count(),
        packed.len()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packed_registry_is_that_of_the_tables() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        let all = load(&data).unwrap();
        assert_eq!(
            pack::pack(&all).unwrap(),
            std::fs::read(data.join("registry.bin")).unwrap(),
            "run `cargo xtask facts`"
        );
        for r in &all.outlets {
            let found = saidby::registry::outlet(r.domain.as_deref().unwrap()).unwrap();
            assert_eq!((&found.name, found.facts.len()), (&r.name, r.facts.len()));
        }
    }
}
