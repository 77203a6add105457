//! A report as text: the formats of the command line.

pub mod ansi;
pub mod html;
pub mod json;
pub mod markdown;
pub mod webannotation;

use crate::text::offsets::Unit;
use serde::Serialize;

/// A format of `saidby annotate --format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One indented JSON object a report.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// A page that stands alone.
    Html,
    /// Text coloured for a terminal.
    Ansi,
    /// A list of what was found.
    Markdown,
    /// W3C Web Annotation (JSON-LD).
    WebAnnotation,
}

/// Every format with its name, in the order of the help.
pub const FORMATS: &[(&str, Format)] = &[
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("html", Format::Html),
    ("ansi", Format::Ansi),
    ("markdown", Format::Markdown),
    ("webannotation", Format::WebAnnotation),
];

/// Every unit with its name.
pub const UNITS: &[(&str, Unit)] = &[("utf16", Unit::Utf16), ("char", Unit::Char), ("byte", Unit::Byte)];

/// Writes a report (with byte offsets); ends with a newline. `id` is the caller's name for the document. Without a `unit`
/// offsets count UTF-16, in a web annotation code points, as its specification has it.
pub fn render<I: Serialize>(report: crate::report::Report, id: &I, format: Format, unit: Option<Unit>) -> String {
    let utf16 = unit.unwrap_or(Unit::Utf16);
    match format {
        Format::Json => line(serde_json::to_string_pretty(&json::public(report, id, utf16))),
        Format::Jsonl => line(serde_json::to_string(&json::public(report, id, utf16))),
        Format::WebAnnotation => {
            let unit = unit.unwrap_or(Unit::Char);
            line(serde_json::to_string_pretty(&webannotation::collection(&report, id, unit)))
        }
        Format::Html => html::page(&report),
        Format::Ansi => ansi::paint(&report),
        Format::Markdown => markdown::list(&report),
    }
}

fn line(s: serde_json::Result<String>) -> String {
    // Serialising plain data to a string has no way to fail; should it ever, the reader sees why.
    let mut s = s.unwrap_or_else(|e| serde_json::json!({ "error": e.to_string() }).to_string());
    s.push('\n');
    s
}
