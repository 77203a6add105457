//! What a piece says about itself in notes: affiliation, disclosures, corrections, sponsors, agencies, picture credits, mail addresses.
//!
//! A note is recognised by how a block or sentence starts and by where it stands: notes stand at the head or foot of an article, in
//! blocks outside the body, or in italics. Words inside the running text never count, so a report on somebody's conflict
//! of interest is not a disclosure.

use super::{Found, affiliation, credits, outlet};
use crate::category::Kind;
use crate::document::Document;
use crate::page::Page;
use crate::registry;
use crate::report::{BlockSpan, Provenance, Role, Span};
use crate::text::Reading;

/// How many body blocks at the foot may hold notes.
const FOOT: usize = 6;
/// Local parts of addresses that sell or keep the site, and don't answer for the piece.
const TRADE: &[&str] = &[
    "marketing",
    "sales",
    "webmaster",
    "advertising",
    "advertise",
    "ads",
    "ad",
    "anzeigen",
    "publicidad",
    "publicite",
    "privacy",
    "abo",
    "abos",
    "subscriptions",
    "subscribe",
    "datenschutz",
    "jobs",
    "support",
];
/// How many at the head.
const HEAD: usize = 3;

/// Adds to `found` the marks of notes, the institutes they name, the authors' affiliations, and outlet and section where not yet known.
pub fn add(page: &Page, doc: &Document, reading: &Reading, found: &mut Found) {
    let names: Vec<String> = found.authors.iter().map(|a| a.name.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let body: Vec<usize> = (0..doc.blocks.len()).filter(|i| doc.blocks[*i].role.in_body()).collect();
    let mut marks = Vec::new();
    for (i, b) in doc.blocks.iter().enumerate() {
        let Some(text) = doc.text.get(b.start as usize..b.end as usize) else { continue };
        let place = Place::of(page, b, i, &body, text);
        block(text, b, i, place, reading, &names, &mut marks);
    }
    institutes(doc, &marks, found);
    for m in marks {
        if !found.marks.iter().any(|o| o.kind == m.kind && o.start == m.start) {
            found.marks.push(m);
        }
    }
    if let [author] = &mut found.authors[..]
        && author.affiliation.is_none()
    {
        author.affiliation = found.marks.iter().find(|m| m.kind == Kind::AuthorAffiliation).map(|m| m.value.clone());
    }
    outlet::add(page, doc, found);
    found.marks.sort_by_key(|m| (m.start.is_none(), m.start, m.end));
}

/// Where a block stands, as far as notes care.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Outside the body, in a block of notes, or wholly in italics at the foot.
    note: bool,
    head: bool,
    /// Early enough in the body for a dateline, should teasers stand before it.
    opening: bool,
    foot: bool,
    last: bool,
    caption: bool,
}

impl Place {
    fn of(page: &Page, b: &BlockSpan, index: usize, body: &[usize], text: &str) -> Self {
        let nth = body.iter().position(|i| *i == index);
        let left = nth.map(|n| body.len() - n);
        let source = page.blocks.get(b.block as usize);
        let italic = source.is_some_and(|p| {
            p.text.len() >= 20
                && p.inlines.iter().any(|l| {
                    matches!(l.tag.as_str(), "i" | "em")
                        && (l.end.saturating_sub(l.start)) as usize * 10 >= p.text.len() * 7
                })
        });
        let node = source.and_then(|p| page.nodes.get(p.node as usize));
        let hinted = node.is_some_and(|n| {
            n.tag == "figcaption"
                || ["caption", "credit", "photo"].iter().any(|h| n.hints.to_ascii_lowercase().contains(h))
        });
        Self {
            note: matches!(b.role, Role::Note | Role::Byline) || italic && left.is_some_and(|l| l <= FOOT),
            head: nth.is_some_and(|n| n < HEAD)
                || matches!(b.role, Role::Byline | Role::Deck | Role::Section | Role::Date),
            opening: nth.is_some_and(|n| n < 10),
            foot: left.is_some_and(|l| l <= FOOT),
            last: left.is_some_and(|l| l <= 2) && body.len() > 2,
            caption: matches!(b.role, Role::Caption | Role::Credit) || hinted && text.len() < 500,
        }
    }
}

fn block(
    text: &str,
    b: &BlockSpan,
    index: usize,
    place: Place,
    reading: &Reading,
    names: &[&str],
    out: &mut Vec<Provenance>,
) {
    let at = b.start;
    let mut mark = |kind: Kind, s: usize, e: usize, value: &str| {
        out.push(Provenance { kind, start: Some(at + s as u32), end: Some(at + e as u32), value: value.to_owned() });
    };
    if b.role == Role::Headline {
        return;
    }
    if let Some((span, who)) = credits::picture(text, place.caption) {
        mark(Kind::ImageCredit, span.start as usize, span.end as usize, &who);
    }
    if place.caption {
        return;
    }
    if (place.opening || b.role == Role::Note)
        && let Some((end, who)) = credits::dateline(text)
    {
        mark(Kind::WireCredit, 0, end, who);
    }
    if (place.note || place.head || place.foot || b.role == Role::Byline)
        && let Some(who) =
            credits::wire_line(text).or_else(|| credits::contributed(text).filter(|_| place.note || place.foot))
    {
        mark(Kind::WireCredit, 0, text.len(), who);
    }
    if (place.note || place.head && !b.role.in_body()) && sponsored(text) {
        mark(Kind::Sponsored, 0, text.len(), text.trim());
    }
    if b.role == Role::Byline
        && let Some((r, who)) = affiliation::on_byline(text)
    {
        mark(Kind::AuthorAffiliation, r.start, r.end, &who);
    }
    if place.note || place.foot || place.head || text.len() < 80 {
        for (s, e) in mails(text) {
            let desk = text[s..e].split('@').next().unwrap_or("").to_ascii_lowercase();
            if TRADE.contains(&desk.as_str()) {
                continue;
            }
            if place.note || place.last || text.len() < 160 && (place.foot || place.head) || e - s + 4 > text.len() {
                mark(Kind::Contact, s, e, &text[s..e].to_ascii_lowercase());
            }
        }
    }
    // Sentence by sentence; neighbours of one kind make one mark.
    let mut run: Option<(Kind, usize, usize)> = None;
    let first = reading.sentences.partition_point(|s| s.end <= b.start);
    for s in reading.sentences[first..].iter().take_while(|s| s.start < b.end) {
        let (from, to) = ((s.start.max(b.start) - b.start) as usize, (s.end.min(b.end) - b.start) as usize);
        let Some(sentence) = text.get(from..to) else { continue };
        let starts =
            from == 0 || text[..from].trim_end().ends_with(['.', '!', '?', '\n', ')', '*', '—', '”', '"', ':']);
        let kind = if b.role.in_body() && reading.quoted(s.start + 1) {
            None
        } else if starts && correction(sentence) && !commission(sentence) {
            Some(Kind::Correction)
        } else if starts && disclosure(sentence, place.note || place.foot || place.head) {
            Some(Kind::Disclosure)
        } else if (place.note || place.foot || index == 0 || place.head)
            && affiliation::is_note(sentence, names, place.note || place.last && names.is_empty())
        {
            Some(Kind::AuthorAffiliation)
        } else {
            // A correction's second sentence belongs to it.
            run.filter(|r| r.0 != Kind::AuthorAffiliation && (place.note || text.len() < 700)).map(|r| r.0)
        };
        match (kind, &mut run) {
            (Some(k), Some(r)) if r.0 == k => r.2 = to,
            (k, r) => {
                if let Some((k, s, e)) = r.take() {
                    note(k, s, e, text, &mut mark);
                }
                *r = k.map(|k| (k, from, to));
            }
        }
    }
    if let Some((k, s, e)) = run {
        note(k, s, e, text, &mut mark);
    }
}

fn note(kind: Kind, start: usize, end: usize, text: &str, mark: &mut impl FnMut(Kind, usize, usize, &str)) {
    let mut said = text[start..end].trim_end();
    // A mail address at the end is a contact of its own.
    if let Some((s, _)) = mails(said).last().copied()
        && !said[s..].contains(' ')
        && said[..s].trim_end().ends_with(['.', ')'])
    {
        said = said[..s].trim_end();
    }
    let value = match kind {
        Kind::AuthorAffiliation => affiliation::employer(said).unwrap_or_else(|| said.to_owned()),
        _ => said.to_owned(),
    };
    mark(kind, start, start + said.len(), &value);
}

/// Whether a sentence opens a correction or an editor's note. A bare heading in a footer ("Corrections") is neither.
fn correction(s: &str) -> bool {
    const LABELS: &[&str] = &[
        "correction",
        "corrections",
        "clarification",
        "clarifications",
        "editor's note",
        "editors' note",
        "editor’s note",
        "editors’ note",
        "editors note",
        "note to readers",
        "note from the editor",
        "korrektur",
        "richtigstellung",
        "anmerkung der redaktion",
        "anm. d. red",
        "hinweis der redaktion",
        "rectificatif",
        "erratum",
        "note de la rédaction",
        "ndlr",
        "fe de errores",
        "corrección",
        "nota de la redacción",
        "nota del editor",
        "rettelse",
        "rättelse",
        "rectificatie",
        "correctie",
        "errata",
        "sprostowanie",
        "nota da redação",
        "correção",
    ];
    const OPENINGS: &[&str] = &[
        "an earlier version of",
        "a previous version of",
        "earlier versions of this",
        "an earlier headline",
        "in an earlier version",
        "this article was amended",
        "this article has been amended",
        "this article was corrected",
        "this story was corrected",
        "this article has been corrected",
        "this story has been corrected",
        "this post has been corrected",
        "this article was updated",
        "this article has been updated",
        "this story has been updated",
        "this story was updated",
        "this post has been updated",
        "this post was updated",
        "this piece has been updated",
        "this piece was updated",
        "this report has been updated",
        "this article has been edited",
        "this article was edited",
        "this headline has been",
        "in einer früheren version",
        "une version précédente",
        "una versión anterior",
        "eine frühere version",
    ];
    let low = lower_head(s);
    LABELS.iter().any(|l| {
        low.strip_prefix(l).is_some_and(|r| {
            let r = r.trim_start();
            r.starts_with([':', '：', '—', '–'])
                || r.starts_with("- ")
                || r.starts_with('(') && s.contains(':')
                || r.starts_with("appended")
        })
    }) || OPENINGS.iter().any(|o| low.starts_with(o) || timed(&low).starts_with(o))
}

/// What follows a time or date that labels an update: "2:58 p.m.: …".
fn timed(low: &str) -> &str {
    match low.split_once(": ") {
        Some((label, rest))
            if label.len() <= 40
                && (label.starts_with(|c: char| c.is_ascii_digit()) || label.starts_with("update")) =>
        {
            rest
        }
        _ => low,
    }
}

/// The first 120 characters in lower case, without marks before them.
fn lower_head(s: &str) -> String {
    let t = s.trim_start_matches(|c: char| c.is_whitespace() || "*–—-•_([/†".contains(c));
    t.chars().take(120).flat_map(char::to_lowercase).collect::<String>().replace('’', "'")
}

/// Whether a sentence states an interest, a funder or whose views these are. `edge`: it stands where notes stand.
fn disclosure(s: &str, edge: bool) -> bool {
    const LABELS: &[&str] = &[
        "disclosure",
        "editorial disclaimer",
        "editorial note",
        "disclosures",
        "full disclosure",
        "disclosure statement",
        "disclaimer",
        "conflict of interest",
        "conflicts of interest",
        "conflict of interests",
        "competing interests",
        "competing interest",
        "declaration of interest",
        "declaration of interests",
        "funding",
        "advertising disclosure",
        "affiliate disclosure",
        "transparenzhinweis",
        "interessenkonflikt",
        "offenlegung",
        "déclaration d'intérêts",
        "conflit d'intérêts",
        "déclaration de divulgation",
        "conflicto de intereses",
        "cláusula de divulgación",
    ];
    let low = lower_head(s);
    if LABELS.iter().any(|l| low.strip_prefix(l).is_some_and(|r| r.trim_start().starts_with([':', '：', '—', '–'])))
    {
        return true;
    }
    if !edge {
        return false;
    }
    let about = [
        "this article",
        "this story",
        "this project",
        "this reporting",
        "this series",
        "this piece",
        "this report",
        "this work",
        "this coverage",
        "this research",
        "reporting for this",
        "the reporting for this",
        "travel for this",
        "funding for this",
        "the author",
        "the authors",
        "the writer",
        "support for this",
        "this investigation",
        "this column",
    ];
    let funded = [
        "supported by",
        "funded by",
        "with support from",
        "with the support of",
        "receives funding",
        "received funding",
        "receive funding",
        "supported in part",
        "made possible by",
        "financial support",
        "provided by a grant",
        "a grant from",
        "owns shares",
        "holds shares",
        "hold shares",
        "own shares",
        "has no position",
        "have no position",
        "no conflict",
        "no relevant affiliations",
        "donors",
        "in partnership with",
        "produced in partnership",
        "declares no",
        "declare no",
        "do not work for",
        "does not work for",
        "has a financial interest",
        "funded through",
    ];
    let whole = s.to_lowercase().replace('’', "'");
    if about.iter().any(|a| low.starts_with(a)) && s.len() < 600 && funded.iter().any(|f| whole.contains(f)) {
        return true;
    }
    let openings = [
        "the views expressed",
        "views expressed",
        "the opinions expressed",
        "opinions expressed",
        "the views and opinions expressed",
        "the views in this",
        "all views expressed",
        "the opinions in this",
        "we may earn a commission",
        "we may receive a commission",
        "we may receive compensation",
        "we earn a commission",
        "we may earn an affiliate",
        "this post contains affiliate",
        "this article contains affiliate",
        "this page contains affiliate",
        "if you buy something through",
        "when you buy through",
        "when you purchase through",
        "if you click on a link and make a purchase",
        "products featured are independently",
        "translated from the",
        "this article was translated",
        "this story was translated",
        "this article was originally published in",
        "aus dem englischen",
        "aus dem französischen",
        "traduit de l'",
        "traduit par",
        "translated by",
        "the translation was",
        "dieser artikel wurde gefördert",
        "die in diesem",
        "les opinions exprimées",
        "las opiniones expresadas",
    ];
    openings.iter().any(|o| low.starts_with(o))
}

/// Whether a sentence says that the outlet earns from links.
fn commission(s: &str) -> bool {
    // In lower case, so that an authority called Commission is none.
    let earns = ["may earn", "we earn", "we receive", "may receive", "contains affiliate", "may get"]
        .iter()
        .any(|w| s.to_lowercase().contains(w));
    earns && (s.contains("affiliate link") || s.contains("commission"))
}

/// Whether a whole block is a label of paid content.
fn sponsored(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "sponsored",
        "sponsored content",
        "sponsored post",
        "sponsored article",
        "sponsor content",
        "advertorial",
        "paid content",
        "paid post",
        "paid program",
        "partner content",
        "branded content",
        "brand voice",
        "promoted content",
        "advertiser content",
        "advertisement feature",
        "paid for by",
        "promoted",
        "native advertising",
        "bezahlter inhalt",
        "publireportage",
        "contenu sponsorisé",
        "contenido patrocinado",
        "contenido de marca",
        "sponsorisé",
        "publirreportaje",
    ];
    const BY: &[&str] = &[
        "sponsored by ",
        "presented by ",
        "paid for by ",
        "brought to you by ",
        "in paid partnership with ",
        "advertiser content from ",
        "content by ",
        "paid partner content from ",
    ];
    let t = text.trim().trim_end_matches([':', '.']).to_lowercase();
    t.len() <= 80 && (LABELS.contains(&t.as_str()) || BY.iter().any(|b| t.starts_with(b)))
}

/// The mail addresses in a text, as byte ranges.
pub fn mails(text: &str) -> Vec<(usize, usize)> {
    let fine = |c: u8| c.is_ascii_alphanumeric() || b"._%+-".contains(&c);
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'@', bytes) {
        let start = (done..at).rev().take(64).take_while(|i| fine(bytes[*i])).last();
        let len = bytes[at + 1..]
            .iter()
            .take(80)
            .take_while(|c| c.is_ascii_alphanumeric() || **c == b'.' || **c == b'-')
            .count();
        let mut end = at + 1 + len;
        while end > at + 1 && matches!(bytes[end - 1], b'.' | b'-') {
            end -= 1;
        }
        let host = &text[at + 1..end];
        let top = host.rsplit('.').next().unwrap_or("");
        if let Some(start) = start
            && host.contains('.')
            && top.len() >= 2
            && (top.bytes().all(|b| b.is_ascii_lowercase()) || top.bytes().all(|b| b.is_ascii_uppercase()))
        {
            out.push((start, end));
            done = end;
        }
    }
    out
}

/// The institutes that affiliation notes name, each once.
fn institutes(doc: &Document, marks: &[Provenance], found: &mut Found) {
    for m in marks.iter().filter(|m| m.kind == Kind::AuthorAffiliation) {
        let (Some(start), Some(end)) = (m.start, m.end) else { continue };
        let Some(text) = doc.text.get(Span { start, end }.range()) else { continue };
        for (_, i) in registry::institutes_in(text) {
            if !found.institutes.iter().any(|o| o.name == i.name) {
                found.institutes.push(i);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The marks of a plain text, as kind and words.
    fn read(text: &str) -> Vec<(Kind, String)> {
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        let mut found = Found::default();
        add(&Page::default(), &doc, &reading, &mut found);
        let words = |m: &Provenance| Some(doc.text[m.start? as usize..m.end? as usize].to_owned());
        found.marks.iter().filter_map(|m| Some((m.kind, words(m)?))).collect()
    }

    #[test]
    fn notes_by_kind() {
        let around =
            |note: &str| format!("The river rose in spring.\n\nThe town built a wall.\n\nThe wall held.\n\n{note}");
        for (note, kind, words) in [
            (
                "The author is a fellow at the Example Institute. letters@example.org",
                Kind::AuthorAffiliation,
                "The author is a fellow at the Example Institute.",
            ),
            (
                "The author is a fellow at the Example Institute. letters@example.org",
                Kind::Contact,
                "letters@example.org",
            ),
            (
                "Correction: An earlier version of this article gave the wrong year.",
                Kind::Correction,
                "Correction: An earlier version of this article gave the wrong year.",
            ),
            (
                "Disclosure: The writer owns shares in the mill.",
                Kind::Disclosure,
                "Disclosure: The writer owns shares in the mill.",
            ),
            (
                "This project was supported by a grant from the Example Fund.",
                Kind::Disclosure,
                "This project was supported by a grant from the Example Fund.",
            ),
            (
                "The views expressed are the writer's own.",
                Kind::Disclosure,
                "The views expressed are the writer's own.",
            ),
            ("Source: Xinhua", Kind::WireCredit, "Source: Xinhua"),
        ] {
            let got = read(&around(note));
            assert!(got.contains(&(kind, words.to_owned())), "{note}: {got:?}");
        }
    }

    #[test]
    fn running_text_is_no_note() {
        for text in [
            "Corrections and clarifications were many.\n\nThe minister spoke of a conflict of interest.\n\nThe mill was funded by the town.\n\nIt stands.",
            "\"The author is a fellow at the Example Institute,\" she read.\n\nHe nodded.\n\nThey left.",
            "Ada Muster is a professor at Example University.\n\nShe studies rivers.\n\nThe river rose.\n\nThe town slept.\n\nAll was well.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn labels_of_paid_content() {
        assert!(sponsored("Sponsored content") && sponsored("Sponsored by Example Mills"));
        assert!(!sponsored("The bill was sponsored by two members"));
    }

    proptest! {
        #[test]
        fn no_text_panics(s in "(.|\n| The author is a |Photo: |@| \\(AP\\) - |Correction: ){0,60}") {
            let _ = read(&s);
            let _ = mails(&s);
            let _ = credits::picture(&s, true);
            let _ = credits::dateline(&s);
            let _ = affiliation::on_byline(&s);
            let _ = affiliation::employer(&s);
        }
    }
}
