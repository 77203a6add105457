//! The report as W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>): a collection with one annotation for each mark.
//!
//! Each target is selected twice, by position in `text` and by its words with some context. The specification counts
//! positions in Unicode code points; another unit is used only where the caller asks for it.

use crate::report::{Report, Span};
use crate::text::offsets::{Mapper, Unit, head};
use serde::Serialize;
use serde_json::{Value, json};

/// Bytes of context before and after a quotation; rounded to a character's border.
const CONTEXT: usize = 32;

/// Makes the collection.
pub fn collection(report: &Report, id: &impl Serialize, unit: Unit) -> Value {
    let body = &report.text[..report.body_end as usize];
    let map = Mapper::new(body, unit);
    let named = || serde_json::to_value(id).ok().and_then(|id| id.as_str().map(str::to_owned));
    let source = report.url.clone().or_else(named).unwrap_or_else(|| "text".to_owned());
    let target = |s: Span| {
        let floor = |i: usize| head(body, i).len();
        let (a, b) = (s.start as usize, s.end as usize);
        let (before, after) = (floor(a.saturating_sub(CONTEXT)), floor((b + CONTEXT).min(body.len())));
        json!({ "source": source, "selector": [
            { "type": "TextPositionSelector", "start": map.from_byte(s.start), "end": map.from_byte(s.end) },
            { "type": "TextQuoteSelector", "exact": &body[a..b], "prefix": &body[before..a], "suffix": &body[b..after] }
        ]})
    };
    let tag = |value: &str| json!({ "type": "TextualBody", "purpose": "tagging", "value": value });
    let note = |value: &str| json!({ "type": "TextualBody", "purpose": "describing", "value": value, "format": "text/plain", "language": "en" });
    let mut items = Vec::new();
    let mut add = |name: String, bodies: Vec<Value>, spans: &[Span]| {
        let targets: Vec<Value> = spans.iter().filter(|s| s.end <= report.body_end).map(|&s| target(s)).collect();
        if !targets.is_empty() {
            items.push(json!({ "id": format!("#{name}"), "type": "Annotation", "motivation": "classifying", "body": bodies, "target": targets }));
        }
    };
    for q in &report.quotations {
        let kind = serde_json::to_value(q.kind).unwrap_or_default();
        let event = serde_json::to_value(q.event).unwrap_or_default();
        let who = q.speaker.name.as_deref().unwrap_or("");
        let bodies = vec![
            tag(kind.as_str().unwrap_or("")),
            tag(event.as_str().unwrap_or("")),
            note(&q.because),
            json!({ "type": "TextualBody", "purpose": "identifying", "value": who }),
        ];
        add(q.id.clone(), bodies, &q.content);
        add(format!("{}-source", q.id), vec![tag("source")], &q.source);
        add(format!("{}-cue", q.id), vec![tag("cue")], &q.cue);
    }
    for a in &report.assertions {
        add(a.id.clone(), vec![tag(a.kind.key()), note(&a.because)], &[Span { start: a.start, end: a.end }]);
    }
    for (i, p) in report.provenance.iter().enumerate() {
        if let (Some(start), Some(end)) = (p.start, p.end) {
            add(format!("p{}", i + 1), vec![tag(p.kind.key()), note(&p.value)], &[Span { start, end }]);
        }
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": report.title,
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
        "text": body,
    })
}
