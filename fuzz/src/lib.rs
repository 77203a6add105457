//! What the fuzz targets check: no parser of ours panics, hangs or gives an offset outside its text, whatever it reads.
//! A target hands bytes to one function here; the test below hands it a few thousand mutated seeds, so that a stable
//! compiler without a fuzzer can run them too.

use saidby::document::Document;
use saidby::page::{Block, Head, Node, Page};
use saidby::report::Report;
use saidby::text::Reading;
use saidby::text::offsets::{Mapper, Unit};

/// Every offset of a report stands on a character's border inside its text.
fn sound(report: &Report) {
    let mut copy = report.clone();
    copy.map_offsets(|o| {
        assert!(report.text.is_char_boundary(o as usize), "offset {o} in {} bytes", report.text.len());
        o
    });
    let answer = saidby::border::answer(report.clone());
    assert!(answer.marks.iter().all(|m| m.start < m.end));
}

/// A file of HTML: decoding, the tree, the collector, and everything that reads the page.
pub fn html(bytes: &[u8]) {
    let page = saidby::html::parse(&saidby::html::decode(bytes), Some("https://www.example.org/world/a"));
    for b in &page.blocks {
        assert!((b.node as usize) < page.nodes.len().max(1));
        for i in &b.inlines {
            assert!(b.text.is_char_boundary(i.start as usize) && b.text.is_char_boundary(i.end as usize));
        }
    }
    sound(&saidby::analyze(&page));
}

/// A block of JSON-LD on a page.
pub fn json_ld(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let _ = saidby::provenance::json::parse(&text);
    let node = Node { parent: None, tag: "body".into(), hints: String::new() };
    let block = Block { node: 0, text: "Rain fell on the harbour, said Ida Holm.".into(), inlines: Vec::new() };
    let head = Head { json_ld: vec![text], ..Head::default() };
    sound(&saidby::analyze(&Page { nodes: vec![node], blocks: vec![block], head, ..Page::default() }));
}

/// Dates: of machines, of people in both orders, in addresses.
pub fn dates(bytes: &[u8]) {
    use saidby::provenance::dates;
    let text = String::from_utf8_lossy(bytes);
    for found in
        [dates::machine(&text), dates::visible(&text, true), dates::visible(&text, false), dates::in_url(&text)]
            .into_iter()
            .flatten()
    {
        // A date that was read is one that can be read again, unchanged.
        assert_eq!(dates::machine(&found).as_deref(), Some(&*found), "{text:?}");
    }
}

/// The registry's packed file, and look-ups of names and addresses in the shipped one.
pub fn registry(bytes: &[u8]) {
    if let Some(p) = saidby::registry::packed::Packed::new(bytes) {
        let _ = p.by_domain("example.org").and_then(|r| p.outlet(r));
        for (record, ..) in p.outlets().take(1000) {
            let _ = p.outlet(record);
        }
        for (_, record) in p.names().take(1000) {
            let _ = p.outlet(record);
        }
    }
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let _ = saidby::registry::outlet(&text);
    let _ = saidby::registry::outlet_by_mail(&text);
    for (range, _) in saidby::registry::institutes_in(&text) {
        assert!(text.get(range).is_some());
    }
}

/// The tagger's weights.
pub fn weights(bytes: &[u8]) {
    let _ = saidby::model::is_weights(bytes);
}

/// A line of `jsonl` as the command line reads it, through every format.
pub fn line(bytes: &[u8]) {
    let Ok(v) = serde_json::from_slice::<serde_json::Value>(bytes) else { return };
    let url = v.get("url").and_then(|u| u.as_str());
    let report = match (v.get("text").and_then(|t| t.as_str()), v.get("html").and_then(|t| t.as_str())) {
        (_, Some(html)) => saidby::analyze(&saidby::html::parse(html, url)),
        (Some(text), None) => saidby::analyze_text(text, url),
        _ => return,
    };
    sound(&report);
    for (_, format) in saidby::output::FORMATS {
        for (_, unit) in saidby::output::UNITS {
            let _ = saidby::output::render(report.clone(), &v["id"], *format, Some(*unit));
        }
    }
}

/// Tokens, sentences, pairs of quotation marks and offsets; then the whole reading of the text.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let doc = Document::from_text(&text);
    let r = Reading::new(&doc);
    let mut last = 0;
    for t in &r.tokens {
        assert!(last <= t.start && t.start < t.end && doc.text.get(t.span().range()).is_some());
        last = t.end;
    }
    for s in &r.sentences {
        assert!(doc.text.get(s.span().range()).is_some() && s.tokens().end <= r.tokens.len());
    }
    for p in &r.pairs {
        assert!(p.start < p.end && doc.text.is_char_boundary(p.end as usize));
    }
    for unit in [Unit::Utf16, Unit::Char, Unit::Byte] {
        let m = Mapper::new(&doc.text, unit);
        for t in &r.tokens {
            assert_eq!(m.to_byte(m.from_byte(t.start)), t.start);
        }
    }
    sound(&saidby::analyze_text(&text, None));
}

/// A target: its name, what it checks, and a seed.
pub type Target = (&'static str, fn(&[u8]), &'static [u8]);

/// All targets. Each has a file of its name in `fuzz_targets/`.
pub const TARGETS: &[Target] = &[
    ("html", html, b"<!doctype html><meta charset=utf-8><title>Dike</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ida Holm\"}}</script><article class=\"story\"><h1>Dike holds</h1><p>By <a rel=author href=/x>Ida Holm</a><time datetime=2026-03-04>March 4, 2026</time><p>\"It <b>held</b>,\" said Tomas Brekke.<br><br>Critics say otherwise.</article>"),
    ("json_ld", json_ld, b"{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"Dike \\u00e9\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ida Holm\"},\"Tomas Brekke\"],\"datePublished\":\"2026-03-04T10:00:00+01:00\",\"publisher\":{\"name\":\"Example Post\"}}]}"),
    ("dates", dates, b"Tuesday, 4 March 2026 10:15 p.m. GMT+1 | 2026-03-04T22:15:00Z /2026/03/04/ 03.04.2026"),
    ("registry", registry, include_bytes!("../../data/registry.bin")),
    ("weights", weights, include_bytes!("../../data/model/weights.bin")),
    ("line", line, b"{\"id\": 1, \"text\": \"\\\"Bring \\ud83d\\ude00 boots,\\\" said Ida Holm.\", \"url\": \"https://www.example.org\"}"),
    ("text", text, "“Bring 😀 boots,” said Mayor Ida Holm. U.S. critics say: ‘It's “so-called” rain.’\n\nUndoubtedly, the worst…\u{200f}中文。".as_bytes()),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator of our own: the same bytes every time, without a dependency.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, n: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % n.max(1)
        }
    }

    #[test]
    fn mutated_seeds_are_survived() {
        let rounds = std::env::var("ROUNDS").ok().and_then(|r| r.parse().ok()).unwrap_or(300);
        for (name, check, seed) in TARGETS {
            let mut dice = Dice(name.len() as u64);
            for _ in 0..rounds {
                let mut bytes = seed.to_vec();
                for _ in 0..1 + dice.roll(8) {
                    let (at, to) = (dice.roll(bytes.len() + 1), dice.roll(bytes.len() + 1));
                    match dice.roll(5) {
                        0 => bytes.truncate(at),
                        1 => bytes.insert(at, dice.roll(256) as u8),
                        2 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
                        3 => {
                            let piece = bytes[at.min(to)..at.max(to)].to_vec();
                            bytes.splice(at.min(to)..at.min(to), piece);
                        }
                        _ => drop(bytes.drain(at.min(to)..at.max(to))),
                    }
                    bytes.truncate(seed.len() + 4096);
                }
                let shown = String::from_utf8_lossy(&bytes).into_owned();
                assert!(std::panic::catch_unwind(|| check(&bytes)).is_ok(), "{name}: {shown:?}");
            }
        }
    }
}
