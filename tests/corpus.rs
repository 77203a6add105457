//! Pages of our own writing, each with what is read off it. `SAIDBY_BLESS=1` writes the expectations anew.
#![cfg(feature = "html")]

use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

fn read(html: &[u8]) -> String {
    let r = saidby::analyze(&saidby::html::parse(&saidby::html::decode(html), None));
    let mut out = String::new();
    let slice = |s: u32, e: u32| r.text.get(s as usize..e as usize).unwrap_or("").replace('\n', "⏎");
    for b in &r.blocks {
        let role = serde_json::to_value(b.role).unwrap_or_default();
        let _ = writeln!(out, "{}: {}", role.as_str().unwrap_or(""), slice(b.start, b.end));
    }
    let authors: Vec<&str> = r.authors.iter().map(|a| &*a.name).collect();
    let _ = writeln!(out, "\nlang {:?}\ntitle {:?}\nauthors {authors:?}", r.lang, r.title);
    let _ = writeln!(out, "published {:?}\nmodified {:?}", r.published, r.modified);
    let _ = writeln!(out, "outlet {:?}", r.outlet.as_ref().map(|o| &o.name));
    for n in &r.notes {
        let _ = writeln!(out, "note {}", n.key);
    }
    // The name of a variant as the report spells it.
    let name = |v: serde_json::Value| v.as_str().unwrap_or("").to_owned();
    for q in r.quotations.iter().filter(|q| q.is_shown()) {
        let words = |spans: &[saidby::report::Span]| {
            spans.iter().map(|x| slice(x.start, x.end)).collect::<Vec<_>>().join(" … ")
        };
        let kind = name(serde_json::to_value(q.kind).unwrap_or_default());
        let speaker = q.speaker.name.as_deref().unwrap_or("-");
        let role = q.speaker.role.as_deref().map(|r| format!(", {r}")).unwrap_or_default();
        let [source, cue, content] = [&q.source, &q.cue, &q.content].map(|s| words(s));
        let _ = writeln!(out, "{kind}: {source} | {cue} | {content} | {speaker}{role}");
    }
    for a in &r.assertions {
        let kind = name(serde_json::to_value(a.kind).unwrap_or_default());
        let triggers: Vec<String> = a.triggers.iter().map(|t| slice(t.start, t.end)).collect();
        let _ = writeln!(out, "{kind}: {} [{}]", slice(a.start, a.end), triggers.join(", "));
    }
    for p in &r.provenance {
        let kind = name(serde_json::to_value(p.kind).unwrap_or_default());
        let at = p.start.zip(p.end).map_or_else(|| "not on the page".into(), |(s, e)| slice(s, e));
        let _ = writeln!(out, "{kind}: {} = {at}", p.value);
    }
    out
}

#[test]
fn pages_read_as_expected() {
    let mut wrong = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    for dir in std::fs::read_dir(root).unwrap().flatten().map(|d| d.path()).filter(|d| d.is_dir()) {
        let got = read(&std::fs::read(dir.join("source.html")).unwrap());
        let file = dir.join("expected.txt");
        if std::env::var_os("SAIDBY_BLESS").is_some() {
            std::fs::write(&file, &got).unwrap();
        }
        let want = std::fs::read_to_string(&file).unwrap_or_default();
        for (n, (g, w)) in got.lines().zip(want.lines()).enumerate().filter(|(_, (g, w))| g != w) {
            wrong.push(format!("{}:{}\n  - {w}\n  + {g}", file.display(), n + 1));
        }
        if got.lines().count() != want.lines().count() {
            wrong.push(format!("{}: another number of lines", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #[test]
    fn any_html_is_survived(html in "(<[a-z]{1,6}( (class|style|hidden|href)=[a-z\"]{0,9})?>|</[a-z]{1,6}>|<br>|<a href=x>|</a>|<p>|[ a-zé😀.&;<]{0,12}){0,60}") {
        read(html.as_bytes());
    }

    #[test]
    fn any_json_is_survived(json in "[\\[\\]{}:,\"\\\\a-z0-9é@ ]{0,200}") {
        read(format!("<script type=application/ld+json>{json}</script><p>x").as_bytes());
    }
}
