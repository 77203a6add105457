//! Sourced facts on outlets and institutes, carried in the program: nothing is looked up over the network.
//!
//! The tables are `data/outlets.toml`, `data/institutes.toml` and `data/overrides.toml`; `cargo xtask facts` packs them.
//! A fact is a form and a value with its source and date ([`statement::Says`]); no row carries a grade.

pub mod domain;
pub mod packed;
mod statement;

pub use statement::Says;

use crate::report::Outlet;
use crate::text::first_word;
use packed::Packed;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

const BYTES: &[u8] = include_bytes!("../../data/registry.bin");

fn packed() -> Option<&'static Packed<'static>> {
    static TABLES: OnceLock<Option<Packed<'static>>> = OnceLock::new();
    TABLES.get_or_init(|| Packed::new(BYTES)).as_ref()
}

/// The outlet of an address or host: the row of the section that the address lies in (`host/section`), else of the host itself, else of
/// its parents down to the registrable domain.
pub fn outlet(url_or_host: &str) -> Option<Outlet> {
    let host = domain::host(url_or_host)?;
    let tables = packed()?;
    let record = domain::parents(&host).find_map(|d| {
        domain::sections(url_or_host).find_map(|s| tables.by_domain(&format!("{d}{s}"))).or_else(|| tables.by_domain(d))
    })?;
    tables.outlet(record)
}

/// The outlet of a mail address; `None` for providers that are open to everybody.
pub fn outlet_by_mail(address: &str) -> Option<Outlet> {
    let (_, domain) = address.trim().rsplit_once('@')?;
    let host = domain::host(domain).filter(|h| !domain::is_mail_provider(h))?;
    // Papers write from `x.com.cc` while they publish on `x.cc`.
    outlet(&host).or_else(|| outlet(&domain::sibling(domain::registrable(&host)?)?))
}

/// The institutes named in a text: byte ranges, without overlap, in order. Of names that start at the same word the longest counts.
/// A name that goes on is another institute's ([`goes_on`]).
pub fn institutes_in(text: &str) -> Vec<(Range<usize>, Outlet)> {
    static NAMES: OnceLock<HashMap<&'static str, Vec<(&'static str, usize)>>> = OnceLock::new();
    let Some(tables) = packed() else { return Vec::new() };
    let names = NAMES.get_or_init(|| {
        let mut map: HashMap<&str, Vec<(&str, usize)>> = HashMap::new();
        for (name, record) in tables.names() {
            let name = name.strip_prefix("The ").unwrap_or(name);
            map.entry(first_word(name)).or_default().push((name, record));
        }
        for v in map.values_mut() {
            crate::order::by(v, |(n, _)| [crate::order::falling(n.len()) as u64, 0]);
        }
        map
    });
    let mut out = Vec::new();
    let mut at = 0;
    let mut inside = false;
    let mut done = 0;
    while let Some(c) = text.get(at..).and_then(|r| r.chars().next()) {
        let word = c.is_alphanumeric();
        if word && !inside && at >= done && !c.is_lowercase() {
            let rest = &text[at..];
            let hit = names.get(first_word(rest)).and_then(|v| {
                v.iter().find(|(n, _)| rest.starts_with(n) && !rest[n.len()..].starts_with(char::is_alphanumeric))
            });
            if let Some((name, record)) = hit {
                if let Some(o) = tables.outlet(*record).filter(|_| !goes_on(&text[..at], name, &rest[name.len()..])) {
                    out.push((at..at + name.len(), o));
                }
                done = at + name.len();
            }
        }
        inside = word;
        at += c.len_utf8();
    }
    out
}

/// Whether what stands around a name tells that it is part of a longer one. Around a name that only says what is studied there
/// ("Institute for Policy Studies") a place or another house does so too, and a capital before it ("European Council on …").
fn goes_on(before: &str, name: &str, rest: &str) -> bool {
    let capital = |r: &str| r.strip_prefix("the ").unwrap_or(r).starts_with(char::is_uppercase);
    let after = |cue: &str| rest.strip_prefix(cue).is_some_and(capital);
    let plain = ["Institute", "Centre", "Center", "Office", "Academy", "Council", "Department", "National"];
    let led = before
        .strip_suffix(' ')
        .and_then(|b| b.rsplit(|c: char| c.is_whitespace()).next())
        .is_some_and(|w| w.starts_with(char::is_uppercase) && w != "The" && w.ends_with(char::is_alphabetic));
    after(" of ") || plain.contains(&first_word(name)) && (led || [" in ", " at ", ", "].into_iter().any(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn outlets_are_found_by_host_subdomain_and_mail() {
        let times = outlet("https://www.globaltimes.cn/page/202401/1.shtml").expect("a row");
        assert_eq!(times.name, "Global Times");
        assert!(times.owner.is_some() && times.kind.is_some());
        assert!(times.facts.iter().all(|f| !f.source.is_empty() && f.date.len() >= 4));
        assert_eq!(outlet("globaltimes.cn"), outlet_by_mail("letters@globaltimes.com.cn"));
        assert_eq!(
            outlet("https://edition.theguardian.com/x").map(|o| o.name),
            outlet("theguardian.com").map(|o| o.name)
        );
        assert_eq!(outlet_by_mail("someone@gmail.com"), None);
        assert_eq!(outlet("https://unknown.invalid/"), None);
        // A path without a row of its own is its host's.
        assert_eq!(outlet("https://www.theguardian.com/sport/2024/x"), outlet("theguardian.com"));
    }

    #[test]
    fn institutes_are_found_in_running_text() {
        let text = "The writer works at the China Institute of International Studies in Beijing.";
        let found = institutes_in(text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].0.clone()], "China Institute of International Studies");
        assert!(found[0].1.facts.iter().any(|f| f.statement.contains("Ministry of Foreign Affairs")));
        for none in [
            "She studied international studies in China.",
            "a professor at the Institute of Archaeology, University College London",
            "the Institute of Political Science of the University of Heidelberg",
            "the Institute of Zoology in London",
            "the Office of International Affairs of the Ohio State University",
            "the Academy of Social Sciences in Beijing",
            "a fellow at the Polymer Institute",
            "the Centre for Economic Policy Research of Example University",
            "the Centre for Economic Policy Research, Example University",
            "a fellow at the European Council on Foreign Relations",
        ] {
            assert_eq!(institutes_in(none), [], "{none}");
        }
        for one in [
            "the Institute of Zoology of the Slovak Academy of Sciences",
            "the Centre for Economic Policy Research, which she leads",
            "The Council on Foreign Relations said so.",
            "the Chinese Academy of Sciences in Beijing",
        ] {
            assert_eq!(institutes_in(one).len(), 1, "{one}");
        }
    }

    #[test]
    fn the_same_fields_for_every_row() {
        let tables = packed().expect("a registry");
        let (mut named, mut telling) = (0, 0);
        for (i, domain, name) in tables.outlets() {
            let o = tables.outlet(i).expect("a row");
            assert!(!name.is_empty() && domain.contains('.'), "{domain}");
            named += 1;
            telling += usize::from(!o.facts.is_empty());
            for f in &o.facts {
                assert!(
                    f.statement.starts_with(&o.name)
                        && f.statement.ends_with('.')
                        && !f.date.is_empty()
                        && !f.source.is_empty(),
                    "{f:?}"
                );
            }
        }
        assert!(named >= 3000 && telling >= 1200, "{named} {telling}");
    }

    proptest! {
        #[test]
        fn no_string_panics(s in ".{0,200}") {
            let _ = outlet(&s);
            let _ = outlet_by_mail(&s);
            let _ = institutes_in(&s);
        }
        #[test]
        fn no_address_panics(s in "(https?://)?[a-z.@:/\\[\\]é-]{0,60}") {
            let _ = outlet(&s);
            let _ = outlet_by_mail(&s);
        }
    }
}
