//! What was found, as a Markdown list to paste into notes.

use crate::report::{Report, Span};
use std::fmt::Write;

/// Marks of Markdown in the text are escaped, line ends become spaces.
fn plain(s: &str) -> String {
    let mut out = String::with_capacity(s.len() + 8);
    for c in s.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

fn words(report: &Report, spans: &[Span]) -> String {
    let parts: Vec<String> = spans.iter().map(|s| plain(&report.text[s.range()])).collect();
    parts.join(" … ")
}

/// Writes the list.
pub fn list(report: &Report) -> String {
    let mut o = String::new();
    let _ = writeln!(o, "# {}\n", plain(report.title.as_deref().unwrap_or("Untitled")));
    if let Some(x) = &report.outlet {
        let _ = writeln!(o, "- Outlet: {}", plain(&x.name));
        for f in &x.facts {
            let _ = writeln!(o, "  - {} ({}, {})", plain(&f.statement), plain(&f.source), plain(&f.date));
        }
    }
    for a in &report.authors {
        let at = a.affiliation.as_ref().map(|x| format!(", {}", plain(x))).unwrap_or_default();
        let _ = writeln!(o, "- Author: {}{at}", plain(&a.name));
    }
    for i in &report.institutes {
        let _ = writeln!(o, "- Institute: {}", plain(&i.name));
        for f in &i.facts {
            let _ = writeln!(o, "  - {} ({}, {})", plain(&f.statement), plain(&f.source), plain(&f.date));
        }
    }
    for (name, v) in [
        ("Published", &report.published),
        ("Modified", &report.modified),
        ("Section", &report.section),
        ("Address", &report.url),
    ] {
        if let Some(v) = v {
            let _ = writeln!(o, "- {name}: {}", plain(v));
        }
    }
    for n in &report.notes {
        let _ = writeln!(o, "- Note: {}", plain(&n.message));
    }
    let _ = writeln!(o, "\n## Attributed\n");
    for q in report.quotations.iter().filter(|q| q.is_shown()) {
        let who = plain(q.speaker.name.as_deref().unwrap_or("(not named)"));
        let _ = writeln!(o, "- **{who}** — {}", words(report, &q.content));
    }
    let _ = writeln!(o, "\n## Unattributed\n");
    for a in &report.assertions {
        let clause = plain(&report.text[a.start as usize..a.end as usize]);
        let _ = writeln!(o, "- *{}*: {clause} — {}", a.kind.category().label, plain(&a.because));
    }
    let _ = writeln!(o, "\n## Provenance\n");
    for p in &report.provenance {
        let _ = writeln!(o, "- {}: {}", p.kind.category().label, plain(&p.value));
    }
    o
}
