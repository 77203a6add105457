//! The candidates beside the project as rows of the registry.
//!
//! What is refused: lists without an open licence (names too: a whole list is its maker's work), rows their own caution
//! calls unsourced or a single developer's classification, rows without a date, and rows of the State Media Matrix whose
//! domain and name have nothing in common. Where sources differ, the newer one counts; of the same age, a register or a research project
//! before an encyclopedia before a hobby list. A source that contradicts itself on a domain is not used for it.

use super::{Fact, Row, Source};
use anyhow::{Context, Result};
use saidby::registry::Says;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A source as the candidates name it: the start of its name there, its key here, its name on screen, its date where the rows
/// give none or a range, its licence, its rank (greater wins among equally old ones) and its rank for names.
struct Known(&'static str, &'static str, &'static str, &'static str, &'static str, u8, u8);

const KNOWN: &[Known] = &[
    Known(
        "State Media Matrix",
        "matrix",
        "State Media Matrix (Media and Journalism Research Center; table by ASD at GMF)",
        "2024-02-07",
        "MIT",
        4,
        4,
    ),
    Known(
        "Médias français",
        "diplo",
        "Médias français, qui possède quoi (Le Monde diplomatique, Acrimed)",
        "2024-12",
        "ODC-By 1.0",
        4,
        3,
    ),
    Known("Qui possède", "qui-possede", "Qui possède les médias ? (DesignandHuman)", "2021-10-15", "MIT", 2, 0),
    Known("Local News Dataset", "local-news", "Local News Dataset (Leon Yin)", "2018-08", "MIT", 1, 1),
    Known("MassMove", "massmove", "AttackVectors, list of local journals (MassMove)", "2024-07-28", "MIT", 1, 1),
    Known(
        "DBÖS",
        "dboes",
        "Database of public speakers, DBÖS (Leibniz Institute for Media Research)",
        "2026-03",
        "CC BY 4.0",
        5,
        3,
    ),
    Known(
        "Wikipedia lead",
        "wikipedia",
        "Wikipedia, as kept in Fact Layer",
        "2021-02",
        "fact only (source text CC BY-SA)",
        3,
        5,
    ),
    Known("fundus", "fundus", "fundus, list of publishers", "2026-08", "MIT", 1, 6),
    Known("ROR", "ror", "Research Organization Registry (ROR)", "", "CC0", 4, 3),
];

fn known(source: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|k| source.starts_with(k.0))
}

/// The sources that the candidates' rows may cite.
pub fn sources() -> BTreeMap<String, Source> {
    KNOWN.iter().map(|k| (k.1.to_owned(), Source { name: k.2.into(), date: k.3.into(), licence: k.4.into() })).collect()
}

type Csv = BTreeMap<String, String>;

fn rows(path: &Path) -> Result<Vec<Csv>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| path.display().to_string())?;
    let head = reader.headers()?.clone();
    reader
        .records()
        .map(|r| Ok(head.iter().map(str::to_owned).zip(r?.iter().map(|v| v.trim().to_owned())).collect()))
        .collect()
}

/// Whether a date is one (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`).
pub fn is_date(s: &str) -> bool {
    matches!(s.len(), 4 | 7 | 10)
        && s.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}

fn country(s: &str) -> Option<String> {
    let named = match s.to_ascii_lowercase().as_str() {
        "" => return None,
        "us" | "united states of america" => "United States",
        "uk" | "gb" => "United Kingdom",
        "de" => "Germany",
        "fr" => "France",
        "jp" => "Japan",
        "za" => "South Africa",
        "ca" => "Canada",
        "es" => "Spain",
        "at" => "Austria",
        "ch" => "Switzerland",
        "no" => "Norway",
        "it" => "Italy",
        "kr" => "South Korea",
        "au" => "Australia",
        "be" => "Belgium",
        "bd" => "Bangladesh",
        "br" => "Brazil",
        "cl" => "Chile",
        "cn" => "China",
        "cz" => "Czechia",
        "dk" => "Denmark",
        "fi" => "Finland",
        "gl" => "Greenland",
        "hu" => "Hungary",
        "ie" => "Ireland",
        "il" => "Israel",
        "in" => "India",
        "is" | "isl" => "Iceland",
        "li" => "Liechtenstein",
        "lt" => "Lithuania",
        "lu" => "Luxembourg",
        "mx" => "Mexico",
        "my" => "Malaysia",
        "na" => "Namibia",
        "nl" => "Netherlands",
        "nz" => "New Zealand",
        "pl" => "Poland",
        "pt" => "Portugal",
        "ru" => "Russia",
        "se" => "Sweden",
        "tr" => "Turkey",
        "tw" => "Taiwan",
        "tz" => "Tanzania",
        "ua" => "Ukraine",
        "vn" => "Vietnam",
        "uae" => "United Arab Emirates",
        "europen union" => "European Union",
        "palestine territories" => "Palestinian territories",
        _ if s.len() <= 3 => return None,
        _ => s,
    };
    Some(named.to_owned())
}

fn host(domain: &str) -> Option<String> {
    let d = domain.trim().to_ascii_lowercase();
    let d = d.strip_prefix("www.").unwrap_or(&d).trim_matches(['.', '/']).to_owned();
    let technical = ["test.", "app.", "3g.", "m.", "wap.", "static.", "content-static.", "old."];
    (d.contains('.')
        && d.len() <= 60
        && d.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
        // A bare public suffix or a platform is nobody's outlet.
        && saidby::registry::domain::registrable(&d).is_some()
        && !technical.iter().any(|t| d.starts_with(t)))
    .then_some(d)
}

/// A name without the list's own marks: medium prefixes, a bracketed remark (the list cuts some off before they close), stars.
fn tidy(name: &str) -> String {
    let mut n = name.trim();
    for p in
        ["Television: ", "Print: ", "Print media: ", "Online: ", "Radio: ", "TV: ", "News agency: ", "News portals: "]
    {
        n = n.strip_prefix(p).unwrap_or(n);
    }
    let mut n = n.trim_end_matches('*').trim();
    if let Some(at) = n.rfind(" (").filter(|at| n.ends_with(')') || !n[*at..].contains(')')) {
        n = &n[..at];
    }
    n.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letters(s: &str) -> String {
    s.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' => Some('a'),
            'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ē' => Some('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ı' => Some('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => Some('o'),
            'ú' | 'ù' | 'û' | 'ü' => Some('u'),
            'ç' | 'č' | 'ć' => Some('c'),
            'ñ' => Some('n'),
            'š' | 'ş' => Some('s'),
            'ž' => Some('z'),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

/// Whether a domain can be the site of something so named: a word of the name stands in it, it stands in the name,
/// or it starts with the name's initials or a bracketed abbreviation.
fn related(domain: &str, names: &[&str]) -> bool {
    let d: String = domain.chars().filter(char::is_ascii_alphanumeric).collect();
    let labels: Vec<String> = domain.split('.').map(letters).filter(|l| l.len() > 2).collect();
    names.iter().any(|name| {
        let all = letters(name);
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let initials: String = words.iter().filter_map(|w| letters(w).chars().next()).collect();
        words.iter().any(|w| {
            let l = letters(w);
            l.chars().count() >= 4 && d.contains(&l)
                || (2..=5).contains(&w.len())
                    && w.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
                    && d.contains(&l)
        }) || labels.iter().any(|l| all.contains(l.as_str()))
            || initials.len() >= 3
                && labels.iter().any(|l| l.starts_with(&initials) || initials.starts_with(l.as_str()))
    })
}

/// The name after "owned by" or "published by": capitalised words up to a comma, a full stop or a lower-case word.
fn named_after(text: &str, cue: &str) -> Option<String> {
    let at = text.to_ascii_lowercase().find(cue)? + cue.len();
    // A former owner, or one of two, is not the owner.
    let before = text[..at - cue.len()].to_ascii_lowercase();
    if ["formerly", "previously", "was ", "were ", "once", "until", "not "]
        .iter()
        .any(|w| before.rsplit(['.', ',']).next().is_some_and(|b| b.contains(w)))
    {
        return None;
    }
    let rest = text.get(at..)?.trim_start();
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let mut out: Vec<&str> = Vec::new();
    let mut ended = false;
    for (i, w) in rest.split(' ').enumerate() {
        let core = w.trim_end_matches([',', ';', '.', ')']);
        let small = matches!(core, "of" | "for" | "the" | "&" | "de" | "and");
        if !(core.starts_with(|c: char| c.is_uppercase()) || small && i > 0) {
            // "subsidiary of", "division of": the name before it is the direct owner. Anything else leaves the name open.
            ended = matches!(
                core,
                "subsidiary"
                    | "division"
                    | "unit"
                    | "as"
                    | "in"
                    | "since"
                    | "along"
                    | "which"
                    | "through"
                    | "who"
                    | "from"
                    | "alongside"
                    | "under"
                    | "based"
                    | "with"
                    | "via"
                    | "that"
                    | "group"
            );
            if core == "and" || core.is_empty() {
                ended = false;
            }
            break;
        }
        out.push(core);
        if w != core {
            ended = !w.starts_with('(');
            // "Gray Television, Inc." keeps its form.
            break;
        }
        if i > 7 {
            return None;
        }
    }
    if rest.split(' ').count() == out.len() {
        ended = true;
    }
    if !ended {
        return None;
    }
    while out.last().is_some_and(|w| matches!(*w, "of" | "for" | "the" | "&" | "de" | "and")) {
        out.pop();
    }
    // Two owners joined by "and" can't be told from one name that holds it.
    let name = out.join(" ");
    let abbreviated = out
        .last()
        .is_some_and(|w| matches!(*w, "St" | "J" | "E" | "W" | "U.S" | "R" | "John" | "Robert") || w.len() == 1);
    (name.len() >= 4 && !abbreviated && !out.contains(&"and")).then_some(name)
}

/// One statement of one source on one domain, before sources are weighed.
struct Claim {
    says: Says,
    value: String,
    by: &'static Known,
    date: String,
    reference: String,
}

fn class(raw: &str) -> Option<&'static str> {
    Some(match raw {
        "SC" => "state-controlled: state funding, state management, state editorial control",
        "CaPu" => "public or state-managed, with state editorial control",
        "CaPr" => "private, with state editorial control",
        "ISFM" => "state-funded and state-managed, editorially independent",
        "ISF" => "state-funded, editorially independent",
        "ISM" => "state-managed, editorially independent",
        "IP" => "public media, independent of the state in funding, management and editorial line",
        _ => return None,
    })
}

/// "X (égal à 50.00%)" as "X (50 %)".
fn share(owner: &str) -> String {
    let Some(at) = owner.rfind(" (") else { return owner.to_owned() };
    let (name, rest) = owner.split_at(at);
    let rest = rest.trim_matches([' ', '(', ')']);
    let number =
        rest.trim_end_matches('%').rsplit(' ').next().unwrap_or("").trim_end_matches('0').trim_end_matches('.');
    match (rest.starts_with("égal"), rest.starts_with("supérieur")) {
        (true, _) if rest.contains("100.00") => name.to_owned(),
        (true, _) => format!("{name} ({number} %)"),
        (_, true) => format!("{name} (more than {number} %)"),
        _ => name.to_owned(),
    }
}

fn claims(r: &Csv, by: &'static Known) -> Vec<(Says, String)> {
    let owner = r["owner"].as_str();
    let mut out = Vec::new();
    match by.1 {
        "matrix" => {
            let o = tidy(owner);
            if !o.is_empty() && letters(&o) != letters(&tidy(&r["outlet_name"])) {
                out.push((Says::PartOf, o));
            }
            if let Some(c) = class(&r["owner_kind_raw"]) {
                out.push((Says::Class, c.to_owned()));
            }
        }
        "diplo" if !owner.is_empty() => out.push((Says::Owner, share(owner))),
        "qui-possede" if !owner.is_empty() => {
            let o = owner
                .replace("; ", ", ")
                .replace("la République Française", "the French state")
                .replace("la famille ", "the family ");
            out.push((Says::Owner, o));
        }
        "local-news" if !owner.is_empty() => out.push((Says::Owner, tidy(owner))),
        "massmove" if !owner.is_empty() => out.push((Says::Network, owner.to_owned())),
        "dboes" => match r["owner_kind_raw"].as_str() {
            "privatwirtschaftlich" => out.push((Says::Financing, "private sector".to_owned())),
            "öffentlich-rechtlich" => {
                out.push((Says::Financing, "public-service broadcasting under public law".to_owned()));
            }
            _ => {}
        },
        "wikipedia" => {
            if let Some(o) =
                named_after(&r["note"], "owned by ").or_else(|| named_after(&r["note"], "a subsidiary of "))
            {
                out.push((Says::Owner, o));
            } else if let Some(o) = named_after(&r["note"], "published by ") {
                out.push((Says::Publisher, o));
            }
        }
        _ => {}
    }
    out.retain(|(_, v)| v.chars().count() <= 120 && !v.contains('?'));
    out
}

/// The last part of a reference: a line, an entry, an article's title.
fn reference(r: &Csv, by: &Known) -> String {
    let s = r["source_ref"].as_str();
    match by.1 {
        "wikipedia" => s.split_whitespace().next().and_then(|u| u.rsplit_once("/wiki/")).map_or("", |x| x.1).to_owned(),
        "ror" => s.split_whitespace().next().unwrap_or("").trim_start_matches("https://").to_owned(),
        "dboes" => s.rsplit_once("KomplettID ").map_or(String::new(), |x| format!("entry {}", x.1)),
        _ => ["line ", "id "]
            .iter()
            .find_map(|k| s.find(k).map(|i| (k, i + k.len())))
            .map_or(String::new(), |(k, i)| format!("{k}{}", s[i..].split_whitespace().next().unwrap_or(""))),
    }
}

/// The outlets.
pub fn outlets(dir: &Path) -> Result<Vec<Row>> {
    let mut names: BTreeMap<String, Vec<(&'static Known, String)>> = BTreeMap::new();
    let mut countries: BTreeMap<String, (u8, String)> = BTreeMap::new();
    let mut found: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for r in rows(&dir.join("outlet_names.csv"))? {
        let Some(by) = known(&r["source"]) else { continue };
        let Some(d) = host(&r["domain"]) else { continue };
        if let Some(c) = country(&r["country"]) {
            countries.insert(d.clone(), (by.6, c));
        }
        if !r["name"].is_empty() {
            names.entry(d).or_default().push((by, r["name"].split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    for r in rows(&dir.join("outlets_candidates.csv"))? {
        let Some(by) = known(&r["source"]) else { continue };
        let Some(d) = host(&r["domain"]) else { continue };
        let mut name = tidy(&r["outlet_name"]);
        if by.1 == "matrix" && !related(&d, &[&r["outlet_name"]]) {
            if !related(&d, &[&r["owner"]]) {
                continue;
            }
            // One programme of a house, listed with the house's site.
            name = tidy(&r["owner"]);
        }
        if let Some(c) = country(&r["country"]).filter(|_| by.1 != "qui-possede")
            && countries.get(&d).is_none_or(|(rank, _)| *rank < by.6)
        {
            countries.insert(d.clone(), (by.6, c));
        }
        if !name.is_empty() {
            names.entry(d.clone()).or_default().push((by, name));
        }
        let date = if is_date(&r["source_date"]) { r["source_date"].clone() } else { by.3.to_owned() };
        for (says, value) in claims(&r, by) {
            let reference = reference(&r, by);
            found.entry(d.clone()).or_default().push(Claim { says, value, by, date: date.clone(), reference });
        }
        if by.1 == "matrix"
            && let Some(owner) = Some(tidy(&r["owner"])).filter(|o| !o.is_empty())
        {
            // Several programmes on one site: the site is their maker's.
            names.entry(d).or_default().push((by, owner));
        }
    }
    let mut out = Vec::new();
    for (domain, given) in names {
        let Some(name) = choose_name(&given) else { continue };
        let facts = weigh(found.remove(&domain).unwrap_or_default(), &name);
        out.push(Row {
            name,
            domain: Some(domain.clone()),
            country: countries.remove(&domain).map(|c| c.1),
            aliases: Vec::new(),
            facts,
        });
    }
    Ok(out)
}

fn choose_name(given: &[(&'static Known, String)]) -> Option<String> {
    let best = given.iter().map(|g| g.0.6).max()?;
    let of: Vec<&String> = given.iter().filter(|g| g.0.6 == best).map(|g| &g.1).collect();
    let by = given.iter().find(|g| g.0.6 == best)?.0;
    if by.1 == "matrix" {
        // Names and owners alternate: one outlet keeps its name, several take the owner's.
        let outlets: BTreeSet<&String> = of.iter().step_by(2).copied().collect();
        let owners: BTreeSet<&String> = of.iter().skip(1).step_by(2).copied().collect();
        return match (outlets.len(), owners.len()) {
            (1, _) => outlets.first().map(|s| (*s).clone()),
            (_, 1) => owners.first().map(|s| (*s).clone()),
            _ => None,
        };
    }
    // Stations that share a site: the first by name, so that a new run gives the same.
    let name = of.into_iter().min()?;
    (name.chars().count() <= 60).then(|| name.clone())
}

/// One statement a question: owner and kind. Newest first, then by kind of source; a source at odds with itself is left out.
fn weigh(mut claims: Vec<Claim>, name: &str) -> Vec<Fact> {
    let mut out = Vec::new();
    for question in 0..3 {
        let about = |c: &Claim| match question {
            0 => c.says.owner_rank().is_some(),
            1 => c.says.kind_rank().is_some(),
            _ => c.says.owner_rank().is_none() && c.says.kind_rank().is_none(),
        };
        let mut mine: Vec<Claim> = claims.extract_if(.., |c| about(c)).collect();
        let mut at_odds: BTreeSet<&str> = BTreeSet::new();
        for c in &mine {
            // Shares of one owner each are parts of one statement.
            if c.by.1 != "diplo" && mine.iter().any(|o| o.by.1 == c.by.1 && letters(&o.value) != letters(&c.value)) {
                at_odds.insert(c.by.1);
            }
        }
        mine.retain(|c| !at_odds.contains(c.by.1) && letters(&c.value) != letters(name));
        let Some(best) =
            mine.iter().max_by(|a, b| (&a.date, a.by.5, b.value.len()).cmp(&(&b.date, b.by.5, a.value.len())))
        else {
            continue;
        };
        let values: BTreeSet<&str> = mine.iter().filter(|c| c.by.1 == best.by.1).map(|c| c.value.as_str()).collect();
        out.push(Fact {
            says: best.says,
            value: values.into_iter().collect::<Vec<_>>().join(", "),
            by: best.by.1.to_owned(),
            date: (best.date != best.by.3).then(|| best.date.clone()),
            reference: best.reference.clone(),
        });
    }
    out
}

/// The institutes.
pub fn institutes(dir: &Path) -> Result<Vec<Row>> {
    let mut out: BTreeMap<String, Row> = BTreeMap::new();
    for r in rows(&dir.join("institutes_candidates.csv"))? {
        let Some(by) = known(&r["source"]).filter(|k| matches!(k.1, "ror" | "dboes")) else { continue };
        let date = r["source_date"].clone();
        if !is_date(&date) {
            continue;
        }
        let fact = |says, value: String| Fact {
            says,
            value,
            by: by.1.to_owned(),
            date: (date != by.3).then(|| date.clone()),
            reference: reference(&r, by),
        };
        let mut facts = Vec::new();
        if !r["parent_or_controller"].is_empty() {
            facts.push(fact(Says::Parent, r["parent_or_controller"].clone()));
        }
        let form = match (by.1, r["kind_raw"].as_str()) {
            ("ror", k) if k.contains("government") => Some("a government organisation"),
            ("ror", k) if k.contains("nonprofit") => Some("a nonprofit organisation"),
            (
                "dboes",
                "Oberste Bundesbehörde"
                | "Bundesoberbehörde"
                | "Bundesmittelbehörde"
                | "Bundesanstalt"
                | "selbstständige Dienststelle",
            ) => Some("a federal authority of Germany"),
            ("dboes", "Oberste Landesbehörde" | "Landesoberbehörde") => Some("an authority of a German state"),
            ("dboes", "Verfassungsorgan Bund") => Some("a constitutional body of Germany"),
            ("dboes", "Verfassungsorgan Land") => Some("a constitutional body of a German state"),
            _ => None,
        };
        if let Some(f) = form {
            facts.push(fact(Says::Form, f.to_owned()));
        }
        if facts.is_empty() {
            continue;
        }
        let full = r["institute"].split_whitespace().collect::<Vec<_>>().join(" ");
        let name = tidy(&full);
        let mut aliases: Vec<String> = r["aliases"].split("; ").map(|a| a.trim().to_owned()).collect();
        if let Some(a) = full.rfind(" (").map(|i| full[i + 2..].trim_end_matches(')').to_owned()) {
            aliases.push(a);
        }
        aliases.retain(|a| a.chars().count() >= 3 && a.chars().count() <= 90 && *a != name);
        aliases.sort();
        aliases.dedup();
        out.entry(name.clone()).or_insert(Row {
            name,
            domain: host(&r["domain"]),
            country: country(&r["country"]),
            aliases,
            facts,
        });
    }
    Ok(out.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_are_read_from_sentences() {
        for (text, owner) in [
            ("The channel is owned by Example Broadcasting, as part of a pair.", Some("Example Broadcasting")),
            ("It is owned by the Example Television subsidiary of Sample Corp.", Some("Example Television")),
            ("Owned by Sample Media Group Inc.", Some("Sample Media Group Inc")),
            ("It was owned by Example Press.", None),
            ("It is owned by a trust.", None),
            ("It is owned by Anna and Berta Muster.", None),
        ] {
            assert_eq!(named_after(text, "owned by ").as_deref(), owner, "{text}");
        }
    }

    #[test]
    fn a_site_is_held_against_its_name() {
        assert!(related("examplepost.com", &["The Example Post"]));
        assert!(related("xnb.gov.xx", &["Xland National Broadcaster"]));
        assert!(!related("watcher.org", &["Central Television"]));
    }

    #[test]
    fn a_name_loses_the_lists_marks() {
        for (given, name) in [
            ("News agency: Xland News", "Xland News"),
            ("Print media: The Example*", "The Example"),
            ("Example House (The Example", "Example House"),
            ("Example Radio (formerly Sample)", "Example Radio"),
            ("UA: First", "UA: First"),
        ] {
            assert_eq!(tidy(given), name);
        }
    }

    #[test]
    fn shares() {
        assert_eq!(share("Groupe Exemple (égal à 51.50%)"), "Groupe Exemple (51.5 %)");
        assert_eq!(share("Groupe Exemple (égal à 100.00%)"), "Groupe Exemple");
    }
}
