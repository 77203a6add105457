//! When the piece was published and changed.
//!
//! The article's data speaks first (JSON-LD, meta elements, elements marked as the date of publication), then the date lines beside the
//! headline, the address, dated elements, other lines of their own. Where the data gives a moment in UTC and the date line beside the headline
//! (or the address) the day before or after, the page's day counts: the moment is told in the zone that the line's time
//! implies, and where it shows no time, the day alone is given. Where the line names the zone of its time and the data has the same figures
//! in another zone, the line is right. Dates of copyright lines, comments, captions and teasers never count.

use super::{dates, metadata};
use crate::page::{Block, Page};
use crate::report::Role;

/// Meta elements that tell the date of publication, in order.
const NAMES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "parsely-pub-date",
    "date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "sailthru.date",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish_date",
    "publication_date",
    "published",
    "publish-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "og:pubdate",
    "article.published",
    "rnews:datepublished",
    "date.issued",
    "displaydate",
    "citation_date",
    "ptime",
    "datecreated",
    "article:created",
    "og:article:published_time",
    "originalpublicationdate",
    "iso-8601-publish-date",
    "citation_publication_date",
    "creation_date",
    "article_date_original",
    "dateposted",
    "vr:published_time",
    "bt:pubdate",
    "timestamp",
    "last-published",
];
const CHANGED: &[&str] = &[
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "article:modified",
    "lastmod",
    "revised",
    "cxenseparse:recs:modifiedtime",
    "og:article:modified_time",
];
/// Words before a date that tell of a change, and not of publication.
const UPDATES: &[&str] = &[
    "updated",
    "update",
    "modified",
    "changed",
    "edited",
    "aktualisiert",
    "geändert",
    "bearbeitet",
    "mis à jour",
    "modifié",
    "actualizado",
    "actualización",
    "modificado",
    "aggiornato",
    "aggiornamento",
    "atualizado",
    "bijgewerkt",
    "oppdatert",
    "opdateret",
    "uppdaterad",
    "päivitetty",
    "aktualizacja",
    "aktualizováno",
    "обновлено",
    "güncelle",
    "تحديث",
    "更新",
    "수정",
    "stand:",
    "editiert",
];
/// What a byline opens with: such a line may be dated though it looks like running text.
const BYLINES: &[&str] = &["By ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "];
/// Words of lines whose date is no piece's.
const FOREIGN: &[&str] = &[
    "©",
    "copyright",
    "(c)",
    "all rights",
    "rights reserved",
    "alle rechte",
    "droits réservés",
    "derechos reservados",
    "since",
    "est.",
];
/// Words that label a date as the piece's.
const LABELS: &[&str] = &[
    "published",
    "posted",
    "first published",
    "original",
    "date",
    "datum",
    "veröffentlicht",
    "erstellt",
    "publié",
    "publiée",
    "publicado",
    "publicada",
    "fecha",
    "pubblicato",
    "data",
    "gepubliceerd",
    "publisert",
    "publiceret",
    "publicerad",
    "julkaistu",
    "opublikowano",
    "опубликовано",
    "дата",
    "yayın",
    "نشر",
    "发布",
    "公開",
    "입력",
    "등록",
];

/// Finds when the piece was published and changed.
pub fn find(page: &Page, roles: &[Role], ld: &metadata::Ld) -> (Option<String>, Option<String>) {
    let american = american(page);
    let read = |s: &str| dates::machine(s).or_else(|| dates::visible(s, american));
    let modified = ld
        .modified
        .as_deref()
        .and_then(read)
        .or_else(|| metadata::metas(page, CHANGED).find_map(|m| dates::machine(&m)));
    let marked: Vec<(bool, String)> = marked(page, roles, &read);
    let mut stamps: Vec<String> = ld.published.as_deref().and_then(read).into_iter().collect();
    stamps.extend(metadata::metas(page, NAMES).take(40).filter_map(|m| read(&m)));
    stamps.extend(marked.iter().filter(|m| m.0).map(|m| m.1.clone()));
    let Beside { line, labelled, change } =
        beside(page, roles, american, stamps.first().map(String::as_str), modified.as_deref());
    // Of several dates of publication the one that the page shows counts.
    if let Some(l) = &line
        && let Some(i) = stamps.iter().position(|s| s.starts_with(&l.date))
    {
        stamps.swap(0, i);
    }
    let address = page.url.as_deref().and_then(dates::in_url);
    let published = match stamps.first() {
        Some(first) => Some(local(first, &stamps, line.as_ref(), address.as_deref())),
        None => line
            .filter(|_| labelled || marked.is_empty())
            .map(|l| l.told())
            .or(address)
            .or_else(|| marked.into_iter().next().map(|m| m.1))
            .or_else(|| elsewhere(page, roles, american)),
    };
    // A date that is said to be of a change, though it is the very moment of publication, tells of none.
    let change = change.filter(|c| published.as_deref().and_then(|p| c.fit(p)) < Some(dates::Fit::Moment));
    (published, modified.or_else(|| change.map(|c| c.told())))
}

/// Whether numbers are read with the month first.
pub(super) fn american(page: &Page) -> bool {
    let host = page.url.as_deref().and_then(crate::registry::domain::host);
    let top = host.as_deref().and_then(|h| h.rsplit('.').next());
    match page.lang.as_deref().map(|l| l.trim().replace('_', "-").to_lowercase()).as_deref() {
        Some("en-us") => true,
        // Without a country in its language an English page on a general domain is mostly of the United States.
        Some("en") | None => matches!(top, Some("com" | "us" | "gov")),
        _ => false,
    }
}

/// The moment that the data gives, on the day that the page shows.
fn local(first: &str, stamps: &[String], line: Option<&dates::Shown>, address: Option<&str>) -> String {
    let keep = || first.to_owned();
    let Some((moment, zone, timed)) = dates::parts(first) else { return keep() };
    if let Some(told) = line.filter(|l| timed && l.zone.is_some()).map(dates::Shown::told)
        && let (Some((shown, Some(east), true)), Some(known)) = (dates::parts(&told), zone)
        && dates::is_other_zone(shown - east - moment + known)
    {
        return told;
    }
    if zone.is_some_and(|z| z != 0) || !timed {
        return keep();
    }
    // The same moment with its zone.
    let zoned =
        stamps.iter().find(|s| dates::parts(s).is_some_and(|(m, z, _)| z.is_some_and(|z| z != 0 && m - z == moment)));
    if let Some(z) = zoned.filter(|_| zone == Some(0)) {
        return z.clone();
    }
    let day = |d: &str| dates::parts(d).map(|p| p.0.div_euclid(1440));
    let today = moment.div_euclid(1440);
    if let Some(l) = line
        && let Some(shown) = day(&l.date)
    {
        if shown == today {
            return keep();
        }
        if (shown - today).abs() == 1 {
            let zone_of = |m: i64| {
                let east = shown * 1440 + m - moment;
                let round = (east as f64 / 30.0).round() as i64 * 30;
                ((east - round).abs() <= 6 && (-720..=840).contains(&round)).then_some(round)
            };
            return l
                .minutes
                .and_then(zone_of)
                .and_then(|z| dates::in_zone(first, z))
                .unwrap_or_else(|| l.date.clone());
        }
        return keep();
    }
    match address.and_then(day) {
        Some(d) if (d - today).abs() == 1 && zone == Some(0) => address.unwrap_or(first).to_owned(),
        _ => keep(),
    }
}

/// Dates of elements that are marked as such; `true`: as the date of publication.
fn marked(page: &Page, roles: &[Role], read: &dyn Fn(&str) -> Option<String>) -> Vec<(bool, String)> {
    let mut out = Vec::new();
    let fine = |r: &Role| !matches!(r, Role::Comment | Role::Related);
    let first = roles.iter().position(|r| *r == Role::Paragraph).unwrap_or(0);
    for (n, (b, role)) in page.blocks.iter().zip(roles).enumerate().filter(|(_, (b, _))| !b.inlines.is_empty()) {
        for i in b.inlines.iter().filter(|i| {
            i.tag == "time" || i.hints.contains("date") || i.hints.contains("Date") || i.hints.contains("time")
        }) {
            let published = i.hints.contains("ublish") || i.hints.contains("pubdate");
            // A line beside the headline may stand in a part for comments or links by its name.
            if !(fine(role) || published && n < first) || i.hints.contains("odified") || i.hints.contains("update") {
                continue;
            }
            // `datetime` is the last of an element's hints.
            let stamp = (0..i.hints.len())
                .filter(|&k| i.hints.is_char_boundary(k) && (k == 0 || i.hints.as_bytes()[k - 1] == b' '))
                .find_map(|k| dates::machine(&i.hints[k..]));
            let value = stamp.or_else(|| b.text.get(i.start as usize..i.end as usize).and_then(read));
            out.extend(value.map(|v| (published, v)));
        }
        if out.len() > 40 {
            break;
        }
    }
    out
}

/// Where the last word for a change and the last label of a date stand in the 40 characters before a date. The one nearest to the
/// date is its own; a time may stand between.
fn labels(before: &str) -> [Option<usize>; 2] {
    let from = before.char_indices().rev().nth(39).map_or(0, |c| c.0);
    let before = before[from..].to_lowercase();
    // "Updated" holds "date".
    let update = UPDATES.iter().filter_map(|u| before.rfind(u).map(|i| (i, u.len()))).max();
    let inside = |i: usize| update.is_some_and(|(at, len)| (at..at + len).contains(&i));
    let label = LABELS.iter().filter_map(|l| before.rfind(l)).filter(|i| !inside(*i)).max();
    [update.map(|u| u.0), label]
}

/// Whether the element that shows a date, at a byte of its block, is named as that of a change.
pub(super) fn is_of_change(block: &Block, at: usize) -> bool {
    block.inlines.iter().any(|i| {
        (i.start as usize..i.end as usize).contains(&at)
            && (i.hints.contains("odified") || i.hints.contains("pdated"))
            && !i.hints.contains("ublish")
    })
}

/// Whether the words before a date say that it is one of a change.
pub(super) fn tells_change(before: &str) -> bool {
    let [update, label] = labels(before);
    update > label
}

/// The dates beside the headline.
#[derive(Default)]
struct Beside {
    /// The date line.
    line: Option<dates::Shown>,
    /// Whether it is marked or labelled as one.
    labelled: bool,
    /// The first date that is said to be one of a change.
    change: Option<dates::Shown>,
}

/// The date lines beside the headline.
fn beside(page: &Page, roles: &[Role], american: bool, stamp: Option<&str>, modified: Option<&str>) -> Beside {
    let mut found = Beside::default();
    let n = page.blocks.len().min(roles.len());
    let body = |r: &Role| matches!(r, Role::Paragraph | Role::BlockQuote);
    let first = roles.iter().position(body).unwrap_or(n);
    let h1 = |b: &Block| page.nodes.get(b.node as usize).is_some_and(|n| n.tag == "h1");
    let head = (0..first).rev().find(|&i| roles[i] == Role::Headline || h1(&page.blocks[i]));
    let Some(head) = head else { return found };
    for i in head.saturating_sub(6)..(first + 3).min(n) {
        let (b, role) = (&page.blocks[i], roles[i]);
        if matches!(
            role,
            Role::Comment
                | Role::Related
                | Role::Caption
                | Role::Credit
                | Role::PullQuote
                | Role::Headline
                | Role::Paragraph
        ) && !(role == Role::Paragraph
            && (b.text.len() < 60 || b.text.len() < 120 && BYLINES.iter().any(|o| b.text.starts_with(o))))
            // A line below the headline that labels its date is the piece's, whatever a part's name says of links.
            && !(role == Role::Related && i > head && b.text.len() < 60 && is_labelled(&b.text))
            || b.text.len() > 200
        {
            continue;
        }
        let low = b.text.to_lowercase();
        let hints = page.nodes.get(b.node as usize).map_or("", |n| &*n.hints);
        // Links to the issue before and after.
        if FOREIGN.iter().any(|f| low.contains(f)) || hints.contains("prev") || hints.contains("next") {
            continue;
        }
        // The words of a marked element by themselves: a page may set them apart by style alone.
        let inlines = b
            .inlines
            .iter()
            .filter(|i| i.tag == "time" || i.hints.contains("date"))
            .filter_map(|i| Some((i.start as usize, b.text.get(i.start as usize..i.end as usize)?)));
        let mut all: Vec<dates::Shown> = dates::shown(&b.text, american);
        if all.is_empty() {
            all = inlines
                .take(4)
                .filter_map(|(at, t)| {
                    dates::shown(t, american).into_iter().next().map(|s| dates::Shown {
                        start: s.start + at,
                        end: s.end + at,
                        ..s
                    })
                })
                .collect();
        }
        for s in all {
            let [update, label] = labels(&b.text[..s.start]);
            let on = |d: Option<&str>| d.is_some_and(|d| d.starts_with(&s.date));
            if update > label && found.change.is_none() {
                found.change = Some(s.clone());
            }
            if found.labelled || !on(stamp) && (update > label || on(modified) && label.is_none()) {
                continue;
            }
            let next = i == head + 1 && alone(&b.text, &s, false);
            if label.is_some() || next || matches!(role, Role::Date | Role::Byline) {
                // The time of a change is not that of publication.
                let zone = s.zone.filter(|_| update <= label);
                (found.line, found.labelled) = (Some(dates::Shown { zone, ..s }), true);
            } else if found.line.is_none() && i > head && b.text.len() <= 60 && !of_another(&b.text[..s.start]) {
                // Above the headline stands the day's date of the paper.
                found.line = Some(s);
            }
        }
    }
    found
}

/// Whether a line starts with a label of a date.
fn is_labelled(text: &str) -> bool {
    let low = text.to_lowercase();
    LABELS.iter().any(|l| low.starts_with(l))
}

/// How many blocks behind the article's text may show its date without saying so.
const BEHIND: usize = 6;
/// What may stand before a date above the article without a word for what it dates, in words: a day of the week, a place, a name.
const REST: usize = 4;

/// A date in a line of its own: first one anywhere that says what it is, then one above the article or next to it
/// that is about nothing else.
fn elsewhere(page: &Page, roles: &[Role], american: bool) -> Option<String> {
    let first = roles.iter().position(|r| r.in_body()).unwrap_or(0);
    let last = roles.iter().rposition(|r| r.in_body()).unwrap_or(0);
    let mut plain = None;
    for (i, (b, _)) in page.blocks.iter().zip(roles).enumerate().filter(|(_, (b, r))| {
        b.text.len() < 120
            && !matches!(
                r,
                Role::Comment | Role::Related | Role::Caption | Role::Credit | Role::Paragraph | Role::PullQuote
            )
    }) {
        let low = b.text.to_lowercase();
        if FOREIGN.iter().any(|f| low.contains(f)) {
            continue;
        }
        let mut shown = dates::shown(&b.text, american).into_iter();
        let Some(s) = shown.find(|s| !tells_change(&b.text[..s.start])) else { continue };
        if is_labelled(b.text.trim_start()) {
            return Some(s.told());
        }
        if plain.is_none() && i <= last + BEHIND && alone(&b.text, &s, i < first) {
            plain = Some(s.told());
        }
    }
    plain
}

/// Whether the words before a date, which are no label of ours, say what it dates ("Next meeting:").
fn of_another(before: &str) -> bool {
    before.trim_end().ends_with([':', '：'])
}

/// Whether a line is its date and the time. Above the article few words may stand before it.
fn alone(text: &str, date: &dates::Shown, above: bool) -> bool {
    let words = |t: &str| t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
    let before = &text[..date.start];
    words(before) <= if above { REST } else { 0 } && !of_another(before) && words(&text[date.end..]) <= 1
}

#[cfg(all(test, feature = "html"))]
mod tests {
    /// What is found of a page with these lines in its head, below its headline and behind its article.
    fn read(head: &str, lines: &str, behind: &str) -> (Option<String>, Option<String>) {
        let text = "The river rose again in spring, and the town built a wall of stone. ".repeat(4);
        let html = format!(
            "<html lang=en-us><head><title>The river rises again</title>{head}</head><body><article><h1>The river rises again</h1>{lines}<p>{text}</p><p>{text}</p><p>{text}</p></article>{behind}</body></html>"
        );
        let report = crate::analyze(&crate::html::parse(&html, None));
        (report.published, report.modified)
    }

    #[test]
    fn a_date_counts_where_the_page_says_that_it_is_the_pieces() {
        for (lines, behind, want) in [
            // Dates of other things.
            ("<div>Next council meeting: 14 March 2031</div>", "", [None, None]),
            ("", "<footer><p>Founded 3 May 1991</p></footer>", [None, None]),
            ("", "<div>Next council meeting: 14 March 2031</div>", [None, None]),
            ("", "<div>14 March 2021</div>", [Some("2021-03-14"), None]),
            ("", "<div>Published 14 March 2021</div>", [Some("2021-03-14"), None]),
            ("<div>Hill End, 14 March 2021</div>", "", [Some("2021-03-14"), None]),
            // A change is no publication.
            ("<div>Updated 9 January 2023</div>", "", [None, Some("2023-01-09")]),
            ("", "<div>Updated 9 January 2023</div>", [None, None]),
            (
                "<div class=byline>Updated: Dec 15, 2016 2:57 PM UTC | Original: Dec 14, 2016 2:44 PM UTC</div>",
                "",
                [Some("2016-12-14T14:44:00Z"), Some("2016-12-15T14:57:00Z")],
            ),
            // A label in a part that is named like one of links.
            (
                "<div class=\"related-links\"><div>First published on 7 March 2016</div></div>",
                "",
                [Some("2016-03-07"), None],
            ),
        ] {
            let (published, modified) = read("", lines, behind);
            assert_eq!([published.as_deref(), modified.as_deref()], want, "{lines} {behind}");
        }
        // The line below the headline before an element that some other part marks as a time.
        let (published, _) = read("", "<div>27 June 2019</div>", "<p><time>5 August 2019</time> More</p>");
        assert_eq!(published.as_deref(), Some("2019-06-27"));
    }

    #[test]
    fn a_zone_that_is_shown_mends_the_data() {
        for (stamp, line, want) in [
            // The same figures in another zone.
            ("2019-11-18T10:45:00Z", "Monday November 18, 2019 7:45 am PST", "2019-11-18T07:45:00-08:00"),
            ("2019-11-20T04:31:13-06:00", "Nov 19, 2019, 10:31 pm CST", "2019-11-19T22:31:00-06:00"),
            // Names of winter's zones are written in summer, too.
            ("2025-10-23T15:50:00Z", "October 23, 2025 5:50 pm CET", "2025-10-23T15:50:00Z"),
            // Another time is another event.
            ("2019-11-18T10:45:00Z", "November 18, 2019 7:58 am PST", "2019-11-18T10:45:00Z"),
            ("2019-11-18T10:45:00Z", "Updated November 18, 2019 7:45 am PST", "2019-11-18T10:45:00Z"),
            ("2019-11-18T10:45:00Z", "November 18, 2019 7:45 am", "2019-11-18T10:45:00Z"),
        ] {
            let head = format!(r#"<meta property="article:published_time" content="{stamp}">"#);
            let (published, _) = read(&head, &format!("<div class=\"byline\">{line}</div>"), "");
            assert_eq!(published.as_deref(), Some(want), "{stamp} {line}");
        }
    }

    #[test]
    fn the_date_of_the_page_is_read_by_rule() {
        let text = "The river rose again in spring, and the town built a wall of stone. ".repeat(4);
        let stamp = |t: &str| {
            format!(
                r#"<meta property="article:published_time" content="{t}"><meta name="author" content="Ada Muster">"#
            )
        };
        for (url, head, lines, want) in [
            // A byline that goes on to a date.
            ("", String::new(), "<p>By Ada Muster Published in RiverNotes December 14, 2016 2:24 pm</p>", "2016-12-14"),
            // Running text that names a date is no date line.
            (
                "",
                String::new(),
                "<p>By the river they waited, and on December 14, 2016 the water rose over the wall of the town.</p>",
                "",
            ),
            // Behind midnight in UTC it is still the day that the page shows.
            ("", stamp("2020-05-02T02:54:29Z"), "<div class=\"date\">May 1, 2020</div>", "2020-05-01"),
            ("", stamp("2020-05-02T02:54:29Z"), "", "2020-05-02T02:54:29Z"),
            ("https://example.org/2020/05/01/river", String::new(), "", "2020-05-01"),
            ("https://example.org/2020/05/these-7-rivers", String::new(), "", ""),
        ] {
            let html = format!(
                "<html><head><title>The river rises again</title>{head}</head><body><article><h1>The river rises again</h1>{lines}<p>{text}</p><p>{text}</p></article></body></html>"
            );
            let report = crate::analyze(&crate::html::parse(&html, Some(url).filter(|u| !u.is_empty())));
            assert!(
                report.published.as_deref().unwrap_or("").starts_with(want),
                "{lines} {url}: {:?}",
                report.published
            );
            assert_eq!(report.published.is_none(), want.is_empty(), "{lines} {url}");
        }
    }
}
