//! A page that stands alone: the marked text with a reason behind each mark, light and dark, without a script.

use crate::category::CATEGORIES;
use crate::report::{Report, Role};
use crate::segments;
use std::collections::HashMap;
use std::fmt::Write;

/// Escapes text for HTML content and attribute values.
pub fn escape(s: &str, out: &mut String) {
    for c in s.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

fn style() -> String {
    let mut s = String::from(
        "body{font:1.05rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}\
         mark{background:none;color:inherit;text-decoration-thickness:2px;text-underline-offset:3px}\
         dl{font:.9rem/1.4 system-ui,sans-serif;display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{opacity:.7}dd{margin:0}\
         ol,ul{font:.9rem/1.5 system-ui,sans-serif}.role{font:.9rem/1.5 system-ui,sans-serif;opacity:.85}",
    );
    for c in CATEGORIES {
        let _ = write!(
            s,
            ".{}{{text-decoration:underline {} light-dark({},{})}}",
            c.key,
            c.underline.css(),
            c.light,
            c.dark
        );
    }
    s
}

/// Writes the page.
pub fn page(report: &Report) -> String {
    let mut out = String::with_capacity(report.text.len() * 3 + 8192);
    let title = report.title.as_deref().unwrap_or("Saidby");
    out.push_str("<!doctype html>\n<html lang=\"");
    escape(report.lang.as_deref().unwrap_or("en"), &mut out);
    out.push_str("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
    escape(title, &mut out);
    let _ = write!(out, "</title><style>{}</style></head>\n<body>\n", style());
    head(report, &mut out);
    body(report, &mut out);
    reasons(report, &mut out);
    out.push_str("</body></html>\n");
    out
}

fn head(report: &Report, out: &mut String) {
    out.push_str("<dl>");
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(out, "<dt>{name}</dt><dd>");
            escape(value, out);
            out.push_str("</dd>");
        }
    };
    if let Some(o) = &report.outlet {
        row("Outlet", &o.name);
        for f in &o.facts {
            row("", &format!("{} ({}, {})", f.statement, f.source, f.date));
        }
    }
    for a in &report.authors {
        row("Author", &a.name);
        row("", a.affiliation.as_deref().unwrap_or(""));
    }
    for i in &report.institutes {
        row("Institute", &i.name);
        for f in &i.facts {
            row("", &format!("{} ({}, {})", f.statement, f.source, f.date));
        }
    }
    row("Published", report.published.as_deref().unwrap_or(""));
    row("Modified", report.modified.as_deref().unwrap_or(""));
    row("Section", report.section.as_deref().unwrap_or(""));
    for n in &report.notes {
        row("Note", &n.message);
    }
    out.push_str("</dl>\n");
}

fn body(report: &Report, out: &mut String) {
    let mut why: HashMap<&str, &str> = HashMap::new();
    for q in &report.quotations {
        why.insert(&q.id, &q.because);
    }
    for a in &report.assertions {
        why.insert(&a.id, &a.because);
    }
    let by_block = segments::by_block(report);
    let mut order: Vec<usize> = (0..report.blocks.len()).collect();
    order.sort_by_key(|&i| report.blocks[i].block);
    for i in order {
        let b = &report.blocks[i];
        let tag = match b.role {
            Role::Headline => "h1",
            Role::Subheading => "h2",
            Role::BlockQuote | Role::PullQuote => "blockquote",
            _ => "p",
        };
        let class = if b.role.in_body() { "" } else { " class=\"role\"" };
        let _ = write!(out, "<{tag}{class}>");
        for s in segments::cut(&report.text, b, &by_block[i]) {
            if let Some(m) = s.top() {
                let c = m.kind.category();
                let _ = write!(out, "<mark class=\"{}\" title=\"{}", c.key, c.label);
                if let Some(w) = why.get(m.of.as_str()) {
                    out.push_str(": ");
                    escape(w, out);
                }
                out.push_str("\">");
                escape(s.text, out);
                out.push_str("</mark>");
            } else {
                escape(s.text, out);
            }
        }
        let _ = writeln!(out, "</{tag}>");
    }
}

fn reasons(report: &Report, out: &mut String) {
    out.push_str("<h2>Who says so</h2>\n<ul>\n");
    for q in report.quotations.iter().filter(|q| q.is_shown()) {
        out.push_str("<li>");
        escape(&q.because, out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n<h2>In the writer’s own voice</h2>\n<ul>\n");
    for a in &report.assertions {
        out.push_str("<li>");
        escape(a.kind.category().label, out);
        out.push_str(": “");
        escape(&report.text[a.start as usize..a.end as usize], out);
        out.push_str("” ");
        escape(&a.because, out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Fact, Outlet};

    #[test]
    fn institutes_are_told_with_their_facts() {
        let fact =
            Fact { statement: "It is run by <the state>.".into(), source: "Register".into(), date: "2024".into() };
        let institute = Outlet { name: "Institute of Dikes".into(), facts: vec![fact], ..Outlet::default() };
        let page = page(&Report { institutes: vec![institute], ..Report::default() });
        assert!(page.contains("<dt>Institute</dt><dd>Institute of Dikes</dd>"));
        assert!(page.contains("<dd>It is run by &lt;the state&gt;. (Register, 2024)</dd>"));
    }
}
