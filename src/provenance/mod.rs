//! Who publishes and writes the piece, when, and what it says about itself.
//!
//! Where sources conflict each field has its rules, told at the head of its file: [`title`], [`authors`], [`published`], [`outlet`].
//! A value that is refused lets the next one speak.

pub mod affiliation;
pub mod authors;
pub mod credits;
pub mod dates;
pub mod facts;
pub mod json;
pub mod metadata;
pub mod names;
pub mod notes;
pub mod outlet;
pub mod published;
pub mod title;

use crate::article::Article;
use crate::category::Kind;
use crate::document::Document;
use crate::page::Page;
use crate::report::{Author, Outlet, Provenance, Role};
use crate::text::Reading;
use facts::Facts;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The headline.
    pub title: Option<String>,
    /// Who publishes.
    pub outlet: Option<Outlet>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was changed.
    pub modified: Option<String>,
    /// The section.
    pub section: Option<String>,
    /// The sections that the page's data names.
    pub sections: Vec<String>,
    /// Marks, by start; those without a place last.
    pub marks: Vec<Provenance>,
    /// Institutes named in affiliations, with facts.
    pub institutes: Vec<Outlet>,
}

/// Reads the provenance of a page.
pub fn find(page: &Page, doc: &Document, reading: &Reading, article: &Article) -> Found {
    let facts = if page.nodes.is_empty() { of_text(page, doc) } else { article.facts.clone() };
    let mut found = Found {
        title: facts.title,
        published: facts.published,
        modified: facts.modified,
        sections: facts.sections,
        ..Found::default()
    };
    found.authors = facts.authors.into_iter().map(|name| Author { name, affiliation: None }).collect();
    visible_marks(page, doc, &mut found);
    notes::add(page, doc, reading, &article.places, &mut found);
    found
}

/// What a plain text's first lines say; its roles are those of the document's blocks.
fn of_text(page: &Page, doc: &Document) -> Facts {
    let text = |b: &crate::report::BlockSpan| doc.text.get(b.start as usize..b.end as usize);
    let line = |role: Role| doc.blocks.iter().find(|b| b.role == role).and_then(text);
    let american = published::american(page);
    let lines = doc.blocks.iter().filter(|b| matches!(b.role, Role::Date | Role::Byline)).filter_map(text);
    let (mut first, mut change) = (None, None);
    for line in lines {
        for date in dates::shown(line, american) {
            let field = if published::tells_change(&line[..date.start]) { &mut change } else { &mut first };
            field.get_or_insert_with(|| date.told());
        }
    }
    Facts {
        title: line(Role::Headline).filter(|h| !h.is_empty()).map(metadata::clean),
        authors: line(Role::Byline).map(authors::told).unwrap_or_default(),
        published: first,
        modified: change,
        ..Facts::default()
    }
}

/// Letters and digits in lower case, to compare what differs in marks and spaces only.
fn fold(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a change came after publication. Data that names the same minute, or an earlier one, tells of no change that a
/// reader could look for.
fn follows(published: Option<&str>, modified: Option<&str>) -> bool {
    let (Some(p), Some(m)) = (published.and_then(dates::parts), modified.and_then(dates::parts)) else { return true };
    match (p, m) {
        ((p, Some(a), true), (m, Some(b), true)) => m - b > p - a,
        ((p, None, true), (m, None, true)) => m > p,
        // Without a common zone half a day decides nothing.
        ((p, _, true), (m, _, true)) => m > p - 14 * 60,
        ((p, ..), (m, ..)) => m.div_euclid(1440) > p.div_euclid(1440),
    }
}

/// A date that the page shows, and where.
struct Line {
    start: u32,
    end: u32,
    date: dates::Shown,
    /// Whether the words before it say that it is one of a change.
    change: bool,
    /// Whether its element is named so: themes name the only date of a piece so, too.
    named: bool,
}

/// Marks of what stands visibly on the page: headline, deck, names on the byline, the dates beside them.
fn visible_marks(page: &Page, doc: &Document, found: &mut Found) {
    let american = published::american(page);
    let mut lines: Vec<Line> = Vec::new();
    for b in &doc.blocks {
        let Some(text) = doc.text.get(b.start as usize..b.end as usize) else { continue };
        let mut mark = |kind: Kind, s: usize, e: usize, value: &str| {
            let (start, end) = (Some(b.start + s as u32), Some(b.start + e as u32));
            found.marks.push(Provenance { kind, start, end, value: value.to_owned() });
        };
        match b.role {
            Role::Headline => mark(Kind::Headline, 0, text.len(), text),
            Role::Byline | Role::Date | Role::Deck => {
                for a in &found.authors {
                    if let Some((from, to)) = facts::place(text, &a.name) {
                        mark(Kind::Byline, from, to, &a.name);
                    }
                }
                let fits = |d: &dates::Shown| {
                    [&found.published, &found.modified].iter().any(|m| m.as_deref().is_some_and(|m| d.fit(m).is_some()))
                };
                let mut shown = dates::shown(text, american);
                if !shown.iter().any(fits) {
                    shown = dates::shown(text, !american);
                }
                lines.extend(shown.into_iter().map(|date| Line {
                    start: b.start + date.start as u32,
                    end: b.start + date.end as u32,
                    change: published::tells_change(&text[..date.start]),
                    named: page.blocks.get(b.block as usize).is_some_and(|p| published::is_of_change(p, date.start)),
                    date,
                }));
            }
            _ => {}
        }
    }
    let [first, change] = places(&lines, found.published.as_deref(), found.modified.as_deref());
    if change.is_none() && !follows(found.published.as_deref(), found.modified.as_deref()) {
        found.modified = None;
    }
    for (kind, value, line) in
        [(Kind::Published, found.published.clone(), first), (Kind::Modified, found.modified.clone(), change)]
    {
        if let Some(value) = value {
            let (start, end) = (line.map(|l| l.start), line.map(|l| l.end));
            found.marks.push(Provenance { kind, start, end, value });
        }
    }
}

/// The lines that show the date of publication and the one of the change: those that fit best, of equals the first.
fn places<'a>(lines: &'a [Line], published: Option<&str>, modified: Option<&str>) -> [Option<&'a Line>; 2] {
    let fit = |l: &Line, moment: Option<&str>| moment.and_then(|m| l.date.fit(m));
    let best = |wanted: &dyn Fn(&Line) -> Option<dates::Fit>| {
        lines.iter().rev().filter_map(|l| Some((wanted(l)?, l))).max_by_key(|(fit, _)| *fit).map(|(_, l)| l)
    };
    // A date that nothing labels is the change's where it shows that moment rather than the one of publication.
    let later = follows(published, modified);
    let changes = |l: &Line| l.change || l.named || later && fit(l, modified) > fit(l, published);
    let labelled = best(&|l| fit(l, modified).filter(|_| l.change || l.named));
    let change = labelled.or_else(|| best(&|l| fit(l, modified).filter(|f| *f > dates::Fit::Day && changes(l))));
    let other = |l: &Line| change.is_none_or(|c| c.start != l.start);
    let first = best(&|l| fit(l, published).filter(|_| !changes(l)))
        .or_else(|| best(&|l| fit(l, published).filter(|_| other(l))));
    // The only date there is, of one minute for both or by its element's name alone, is the piece's.
    let same = published.zip(modified).is_some_and(|(p, m)| dates::same(p, m));
    if first.is_none() && change.is_some_and(|c| (same || !c.change && c.named) && fit(c, published).is_some()) {
        return [change, None];
    }
    let change =
        change.or_else(|| first.and_then(|f| best(&|l| fit(l, modified).filter(|_| l.start > f.start && changes(l)))));
    [first, change]
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, dates, follows, places, published};

    #[test]
    fn a_plain_text_tells_its_dates() {
        for (line, url, want) in [
            ("Published 9 January 2023", None, [Some("2023-01-09"), None]),
            ("Updated 9 January 2023", None, [None, Some("2023-01-09")]),
            (
                "Published 8 January 2023, updated 9 January 2023 10:15 GMT",
                None,
                [Some("2023-01-08"), Some("2023-01-09T10:15:00Z")],
            ),
            ("Published 03/04/2023", None, [Some("2023-04-03"), None]),
            ("Published 03/04/2023", Some("https://news.example.com/x"), [Some("2023-03-04"), None]),
        ] {
            let text = format!(
                "The river rises again\n\n{line}\n\nThe river rose again in spring, and the town built a wall.\n"
            );
            let found = crate::analyze_text(&text, url);
            assert_eq!([found.published.as_deref(), found.modified.as_deref()], want, "{line}");
            assert!(
                found
                    .provenance
                    .iter()
                    .any(|m| matches!(m.kind, Kind::Published | Kind::Modified) && m.start.is_some())
            );
        }
    }

    #[test]
    fn a_date_is_marked_where_it_is_shown() {
        let publish = Some("2020-07-09T10:04:04Z");
        let change = Some("2020-07-09T22:40:00Z");
        for (texts, published, modified, want) in [
            // The only date is the change's by its time.
            (&["July 9, 2020 at 6:40 PM EDT"][..], publish, change, [None, Some(0)]),
            (&["July 9, 2020 at 6:04 AM EDT"], publish, change, [Some(0), None]),
            (&["July 9, 2020"], publish, change, [Some(0), None]),
            (&["Updated July 9, 2020"], publish, change, [None, Some(0)]),
            // The day's date stands above, the piece's with its time below.
            (&["July 9, 2020", "July 9, 2020 at 6:04 AM EDT"], publish, None, [Some(1), None]),
            (&["July 9, 2020", "Updated July 9, 2020"], publish, change, [Some(0), Some(1)]),
            (&["July 9, 2020", "July 11, 2020"], publish, Some("2020-07-11"), [Some(0), Some(1)]),
            // A second showing of the same day tells of no change.
            (&["July 9, 2020 6:04 AM", "July 9, 2020 6:04 AM"], publish, change, [Some(0), None]),
            // One moment for both.
            (&["Updated July 9, 2020"], publish, publish, [Some(0), None]),
        ] {
            let lines: Vec<Line> = texts
                .iter()
                .zip(0..)
                .flat_map(|(t, at)| dates::shown(t, true).into_iter().map(move |d| (t, at, d)))
                .map(|(t, at, date)| Line {
                    start: at,
                    end: at,
                    change: published::tells_change(&t[..date.start]),
                    named: false,
                    date,
                })
                .collect();
            let got = places(&lines, published, modified).map(|l| l.map(|l| l.start));
            assert_eq!(got, want, "{texts:?}");
        }
    }

    #[test]
    fn a_change_comes_after_publication() {
        for (published, modified, want) in [
            ("2024-03-05T10:00:00Z", "2024-03-05T12:10:00+02:00", true),
            ("2024-03-05T10:00:00Z", "2024-03-05T10:00:08Z", false),
            ("2024-03-05T10:00:00Z", "2024-03-04T10:00:00Z", false),
            ("2024-03-05T10:00:00", "2024-03-05T09:00:00Z", true),
            ("2024-03-05", "2024-03-05T18:00:00Z", false),
            ("2024-03-05", "2024-03-06", true),
        ] {
            assert_eq!(follows(Some(published), Some(modified)), want, "{published} {modified}");
        }
        assert!(follows(None, Some("2024-03-05")));
    }
}
