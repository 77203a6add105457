//! The registry as bytes: a table of strings and records of fixed size that point into it. The reader is `src/registry/packed.rs`.

use super::{Row, Table};
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

const NONE: u16 = u16::MAX;

/// Packs the tables.
pub fn pack(all: &Table) -> Result<Vec<u8>> {
    let mut strings: BTreeSet<&str> = BTreeSet::new();
    let rows = || all.outlets.iter().chain(&all.institutes);
    for r in rows() {
        strings.insert(&r.name);
        strings.extend(r.domain.as_deref());
        strings.extend(r.country.as_deref());
        strings.extend(r.aliases.iter().map(String::as_str));
        for f in &r.facts {
            let source = all.sources.get(&f.by).context("a statement without a source")?;
            strings.insert(&f.value);
            strings.insert(&source.name);
            strings.insert(f.date.as_deref().unwrap_or(&source.date));
        }
    }
    ensure!(strings.len() < usize::from(NONE), "too many strings for 16 bits");
    let index: BTreeMap<&str, u16> = strings.iter().enumerate().map(|(i, s)| (*s, i as u16)).collect();
    let of = |s: Option<&str>| s.and_then(|s| index.get(s)).copied().unwrap_or(NONE);

    let (mut records, mut facts, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut count = 0u16;
    for (i, r) in rows().enumerate() {
        for v in [of(Some(&r.name)), of(r.domain.as_deref()), of(r.country.as_deref()), count, r.facts.len() as u16] {
            records.extend(v.to_le_bytes());
        }
        for f in &r.facts {
            let source = &all.sources[&f.by];
            let date = f.date.as_deref().unwrap_or(&source.date);
            for v in [u16::from(f.says.code()), of(Some(&f.value)), of(Some(&source.name)), of(Some(date))] {
                facts.extend(v.to_le_bytes());
            }
            count = count.checked_add(1).context("too many statements")?;
        }
        if i >= all.outlets.len() {
            names.extend(searchable(r).map(|n| (of(Some(n)), i as u16)));
        }
    }
    // A name that two institutes share names neither.
    let mut uses: BTreeMap<u16, u32> = BTreeMap::new();
    for (n, _) in &names {
        *uses.entry(*n).or_default() += 1;
    }
    names.retain(|(n, _)| uses[n] == 1);

    let mut out = b"SBR1".to_vec();
    for n in [strings.len(), all.outlets.len(), all.institutes.len(), usize::from(count), names.len()] {
        out.extend((n as u32).to_le_bytes());
    }
    let mut at = 0u32;
    for s in &strings {
        out.extend(at.to_le_bytes());
        at += s.len() as u32;
    }
    out.extend(at.to_le_bytes());
    for s in &strings {
        out.extend(s.as_bytes());
    }
    out.extend(records);
    out.extend(facts);
    for (n, i) in names {
        out.extend(n.to_le_bytes());
        out.extend(i.to_le_bytes());
    }
    Ok(out)
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
