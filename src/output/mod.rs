//! A report as text: the formats of the command line.

pub mod ansi;
pub mod html;
pub mod json;
pub mod markdown;
pub mod webannotation;

use crate::text::offsets::Unit;
use serde_json::Value;

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

/// Writes a report (with byte offsets); ends with a newline. `id` is the caller's name for the document.
pub fn render(report: crate::report::Report, id: &Value, format: Format, unit: Unit) -> String {
    match format {
        Format::Json => line(serde_json::to_string_pretty(&json::public(report, id, unit))),
        Format::Jsonl => line(serde_json::to_string(&json::public(report, id, unit))),
        Format::WebAnnotation => line(serde_json::to_string_pretty(&webannotation::collection(&report, id, unit))),
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
