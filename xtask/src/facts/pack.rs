//! The registry as bytes: a table of strings, and columns of numbers that point into it, since a column packs far smaller than rows do.
//! The reader is `src/registry/packed.rs`.

use super::{Row, Table};
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

const NONE: u16 = u16::MAX;

/// Packs the tables.
pub fn pack(all: &Table) -> Result<Vec<u8>> {
    let rows = || all.outlets.iter().chain(&all.institutes);
    let mut called: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for (i, r) in rows().enumerate().skip(all.outlets.len()) {
        for name in searchable(r) {
            called.entry(name).or_default().insert(u16::try_from(i).context("too many rows for 16 bits")?);
        }
    }
    // A name that two institutes share names neither.
    called.retain(|_, rows| rows.len() == 1);

    let mut facts = Vec::new();
    for f in rows().flat_map(|r| &r.facts) {
        let source = all.sources.get(&f.by).context("a statement without a source")?;
        let date = f.date.as_deref().unwrap_or(&source.date);
        facts.push((f.says.code(), [f.value.as_str(), source.name.as_str(), date]));
    }
    let mut strings: BTreeSet<&str> = called.keys().copied().collect();
    strings.extend(rows().flat_map(|r| [Some(r.name.as_str()), r.domain.as_deref(), r.country.as_deref()]).flatten());
    strings.extend(facts.iter().flat_map(|(_, s)| s));
    ensure!(strings.len() < usize::from(NONE), "too many strings for 16 bits");
    let index: BTreeMap<&str, u16> = strings.iter().zip(0..).map(|(s, i)| (*s, i)).collect();
    let of = |s: Option<&str>| s.and_then(|s| index.get(s)).copied().unwrap_or(NONE);

    let mut out = b"SBR2".to_vec();
    for n in [strings.len(), all.outlets.len(), all.institutes.len(), facts.len(), called.len()] {
        out.extend(u16::try_from(n)?.to_le_bytes());
    }
    for s in &strings {
        out.push(u8::try_from(s.len()).with_context(|| format!("longer than 255 bytes: {s}"))?);
    }
    out.extend(strings.iter().flat_map(|s| s.bytes()));
    out.extend(facts.iter().map(|(says, _)| *says));
    for r in rows() {
        out.push(u8::try_from(r.facts.len()).with_context(|| format!("more than 255 statements: {}", r.name))?);
    }
    column(&mut out, rows().map(|r| of(r.country.as_deref())));
    column(&mut out, differences(rows().map(|r| of(Some(&r.name)))));
    column(&mut out, differences(rows().map(|r| of(r.domain.as_deref()))));
    for part in 0..3 {
        column(&mut out, facts.iter().map(|(_, s)| of(Some(s[part]))));
    }
    column(&mut out, differences(called.keys().map(|n| of(Some(n)))));
    column(&mut out, called.values().filter_map(|rows| rows.first().copied()));
    Ok(out)
}

fn column(out: &mut Vec<u8>, values: impl Iterator<Item = u16>) {
    out.extend(values.flat_map(u16::to_le_bytes));
}

/// Each value less the one before it, modulo 65,536: in a column that is nearly sorted these are small.
fn differences(values: impl Iterator<Item = u16>) -> impl Iterator<Item = u16> {
    values.scan(0u16, |last, v| Some(v.wrapping_sub(std::mem::replace(last, v))))
}

/// The names by which an institute is found in running text: at least two words that tell it from others, or an abbreviation of four or
/// more capitals.
fn searchable(r: &Row) -> impl Iterator<Item = &str> {
    std::iter::once(&r.name).chain(&r.aliases).map(String::as_str).filter(|n| {
        let words = n.split_whitespace().count();
        words >= 2 && n.chars().count() >= 8 && !anybodys(r, n)
            || n.len() >= 4 && n.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// Whether a name says only what is studied there, so that other countries have one too: "Institute of Zoology", "Polymer Institute". A
/// word of the country or of whom it belongs to, or an abbreviation, makes it one house's.
fn anybodys(r: &Row, name: &str) -> bool {
    const HEADS: &[&str] = &[
        "Institute",
        "Institut",
        "Instituto",
        "Centre",
        "Center",
        "Centro",
        "Office",
        "Academy",
        "Bureau",
        "Department",
        "Division",
        "Faculty",
        "School",
    ];
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "The").collect();
    let capital = |w: &&&str| w.starts_with(char::is_uppercase);
    let heads = words.iter().filter(|w| HEADS.contains(w)).count();
    let first = words.first().is_some_and(|w| HEADS.contains(w) || *w == "National" && heads > 0);
    let alias = name != r.name;
    // A full name of many fields is its own ("Center for AI and Digital Policy"); one of few is not, and a short one is anybody's.
    let fields = words.iter().filter(capital).filter(|w| !HEADS.contains(w) && **w != "National").count();
    let open = if first {
        name.contains(" of ") && !name.starts_with("National") || alias && !name.starts_with("National") || fields < 3
    } else {
        alias && heads > 0 && words.len() <= 3
    };
    // "Slovak" tells "Slovakia". A word of the parent's tells nothing: the Ministry of Health has a National Institute of Public Health everywhere.
    let stem = |w: &str| w.chars().take(4).collect::<String>();
    let land: Vec<String> =
        r.country.iter().flat_map(|c| c.split_whitespace()).filter(|w| w.len() > 3).map(stem).collect();
    let tells =
        |w: &&str| w.chars().count() > 1 && w.chars().all(char::is_uppercase) || w.len() > 3 && land.contains(&stem(w));
    let parent = r.facts.iter().any(|f| name.contains(&f.value));
    open && heads < 2 && !parent && !words.iter().any(tells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_anybodys_are_not_searched() {
        let row = |name: &str, country: &str| Row {
            name: name.to_owned(),
            domain: None,
            country: Some(country.to_owned()),
            aliases: Vec::new(),
            facts: Vec::new(),
        };
        for (full, country, name, refused) in [
            ("Institute of Zoology of the Slovak Academy of Sciences", "Slovakia", "Institute of Zoology", true),
            ("Institute of Zoology of the Slovak Academy of Sciences", "Slovakia", "Institute of Zoology SAS", false),
            ("Institute of Philosophy of the Slovak Academy of Sciences", "Slovakia", "Institute of Philosoph", true),
            ("Polymer Institute of the Slovak Academy of Sciences", "Slovakia", "Polymer Institute", true),
            ("Academy of Social Sciences", "United Kingdom", "Academy of Social Sciences", true),
            ("Academy of Sciences of Moldova", "Moldova", "Academy of Sciences of Moldova", false),
            ("Center for Strategic Research", "Russia", "Center for Strategic Research", true),
            ("Centre for Economic Policy Research", "United Kingdom", "Centre for Economic Policy Research", false),
            ("National Institute of Public Health", "Czechia", "National Institute of Public Health", true),
            ("China Institute of Rivers", "China", "China Institute of Rivers", false),
            ("Chinese Academy of Sciences", "China", "Chinese Academy of Sciences", false),
            ("Polish Institute of International Affairs", "Poland", "Polish Institute of International Affairs", false),
        ] {
            assert_eq!(anybodys(&row(full, country), name), refused, "{name}");
        }
    }
}
