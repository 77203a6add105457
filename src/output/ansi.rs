//! The text in a terminal's colours, with a list of reasons below.

use crate::category::{Kind, Underline};
use crate::marks::Part;
use crate::report::{Report, Role};
use crate::segments;
use std::fmt::Write;

fn rgb(hex: &str) -> (u8, u8, u8) {
    let n = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or(0x80_8080);
    ((n >> 16) as u8, (n >> 8) as u8, n as u8)
}

fn start(kind: Kind, part: Part) -> String {
    let c = kind.category();
    let (r, g, b) = rgb(c.dark);
    // 4:n is the underline's style where a terminal knows it; others show a plain underline.
    let style = match c.underline {
        Underline::Solid => 1,
        Underline::Double => 2,
        Underline::Wavy => 3,
        Underline::Dotted => 4,
        Underline::Dashed => 5,
    };
    let bold = if matches!(part, Part::Trigger | Part::Cue | Part::Source) { "1;" } else { "" };
    format!("\x1b[{bold}4:{style};38;2;{r};{g};{b};58;2;{r};{g};{b}m")
}

/// Control characters of the text must not reach the terminal.
fn clean(s: &str) -> impl Iterator<Item = char> + '_ {
    s.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c })
}

fn label(out: &mut String, kind: Kind) {
    let (r, g, b) = rgb(kind.category().dark);
    let _ = write!(out, "\x1b[38;2;{r};{g};{b}m{}\x1b[0m", kind.category().label);
}

/// Paints a report.
pub fn paint(report: &Report) -> String {
    let mut out = String::with_capacity(report.text.len() * 2);
    head(report, &mut out);
    let by_block = segments::by_block(report);
    let mut order: Vec<usize> = (0..report.blocks.len()).collect();
    order.sort_by_key(|&i| report.blocks[i].block);
    for i in order {
        let b = &report.blocks[i];
        if matches!(b.role, Role::Headline | Role::Subheading) {
            out.push_str("\x1b[1m");
        }
        for s in segments::cut(&report.text, b, &by_block[i]) {
            match s.top() {
                Some(m) => {
                    out.push_str(&start(m.kind, m.part));
                    out.extend(clean(s.text));
                    out.push_str("\x1b[0m");
                }
                None => out.extend(clean(s.text)),
            }
        }
        out.push_str("\x1b[0m\n\n");
    }
    reasons(report, &mut out);
    out
}

fn head(report: &Report, out: &mut String) {
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(out, "\x1b[2m{name:<12}\x1b[0m");
            out.extend(clean(value));
            out.push('\n');
        }
    };
    line("Title", report.title.as_deref().unwrap_or(""));
    if let Some(o) = &report.outlet {
        line("Outlet", &o.name);
        for f in &o.facts {
            line("", &format!("{} ({}, {})", f.statement, f.source, f.date));
        }
    }
    for a in &report.authors {
        let at = a.affiliation.as_ref().map(|x| format!(", {x}")).unwrap_or_default();
        line("Author", &format!("{}{at}", a.name));
    }
    for i in &report.institutes {
        line("Institute", &i.name);
        for f in &i.facts {
            line("", &format!("{} ({}, {})", f.statement, f.source, f.date));
        }
    }
    line("Published", report.published.as_deref().unwrap_or(""));
    line("Modified", report.modified.as_deref().unwrap_or(""));
    line("Section", report.section.as_deref().unwrap_or(""));
    for n in &report.notes {
        line("Note", &n.message);
    }
    out.push('\n');
}

fn reasons(report: &Report, out: &mut String) {
    for q in report.quotations.iter().filter(|q| q.is_shown()) {
        let _ = write!(out, "{:>4} ", q.id);
        label(out, q.kind.into());
        out.push_str(": ");
        out.extend(clean(&q.because));
        let _ = writeln!(out, " \x1b[2m({:.2})\x1b[0m", q.confidence);
    }
    for a in &report.assertions {
        let _ = write!(out, "{:>4} ", a.id);
        label(out, a.kind);
        out.push_str(": ");
        out.extend(clean(&a.because));
        let _ = writeln!(out, " \x1b[2m({:.2})\x1b[0m", a.confidence);
    }
    let s = &report.statistics;
    let _ = writeln!(
        out,
        "\n{} sentences: {} attributed, {} with an unattributed assertion, {} plain record",
        s.sentences, s.attributed, s.unattributed, s.plain
    );
    for c in &s.sources {
        let _ = write!(out, "{:>4} × ", c.quotations);
        out.extend(clean(c.speaker.name.as_deref().unwrap_or("(not named)")));
        let _ = writeln!(out, ", {} words", c.words);
    }
}
