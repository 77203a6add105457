//! Title, authors and dates of a page, and the blocks that show them.
//!
//! They are read before the document is made, because what they are tells which blocks show them: a line "By Ana Ruiz" whose
//! class names tell nothing becomes a byline once the page's data names Ana Ruiz as the author. Such a block stays out of
//! the article's text, but its words can be marked.

use super::{authors, dates, fold, metadata, outlet, published, title};
use crate::page::Page;
use crate::report::Role;

/// What the data and the lines beside the headline say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, as written.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was changed.
    pub modified: Option<String>,
    /// The sections that the data names.
    pub sections: Vec<String>,
}

/// How many blocks before the article's text and behind it may show its title, authors and dates.
const BEFORE: usize = 40;
const BEHIND: usize = 6;
/// The longest line that shows authors or a date, in bytes.
const LINE: usize = 160;
/// What remains of a byline besides its names, in words; of a line with a date, too.
const REST: usize = 4;

impl Facts {
    /// Reads a page whose blocks have these roles.
    pub fn read(page: &Page, roles: &[Role]) -> Self {
        let headline = page.blocks.iter().zip(roles).find(|(_, r)| **r == Role::Headline).map(|(b, _)| b.text.as_str());
        let shown = title::shown(page, headline.filter(|h| !h.is_empty()));
        let ld = metadata::ld(page, |h| shown.as_deref().is_some_and(|s| fold(s) == fold(h)));
        let shown = title::heading_of_data(page, &ld).or(shown);
        let sites = outlet::names(page, &ld.publishers);
        let title = title::choose(page, &ld, shown.as_deref(), &sites);
        let authors = authors::find(page, roles, &ld, &sites);
        let (published, modified) = published::find(page, roles, &ld);
        Self { title, authors, published, modified, sections: ld.sections }
    }

    /// Gives blocks that show the title, an author or the date of publication, and that had no role, the role of what they show.
    pub fn keep(&self, page: &Page, roles: &mut [Role]) {
        let Some(first) = roles.iter().position(|r| r.in_body()) else { return };
        let last = roles.iter().rposition(|r| r.in_body()).unwrap_or(first);
        let near: Vec<usize> = (first.saturating_sub(BEFORE)..first)
            .rev()
            .chain(last + 1..(last + 1 + BEHIND).min(roles.len()))
            .filter(|&i| roles[i] == Role::Other)
            .collect();
        let has = |roles: &[Role], wanted: &[Role], shows: &dyn Fn(&str) -> bool| {
            page.blocks.iter().zip(roles).any(|(b, r)| wanted.contains(r) && shows(&b.text))
        };
        if let Some(t) = self.title.as_deref().map(fold).filter(|t| !t.is_empty())
            && !roles.contains(&Role::Headline)
        {
            // The page's own headline may have a word more or less than the title that its data gives.
            let same = |text: &str| {
                let f = fold(text);
                f == t || f.chars().count() > 12 && (t.contains(&f) || f.contains(&t)) && f.len() * 2 > t.len()
            };
            if let Some(&i) = near.iter().find(|&&i| i < first && same(&page.blocks[i].text)) {
                roles[i] = Role::Headline;
            }
        }
        for name in &self.authors {
            let holds = |text: &str| place(text, name).is_some();
            if has(roles, &[Role::Byline, Role::Date, Role::Deck], &holds) {
                continue;
            }
            if let Some(&i) = near.iter().find(|&&i| roles[i] == Role::Other && self.byline(&page.blocks[i].text, name))
            {
                roles[i] = Role::Byline;
            }
        }
        if let Some(day) = self.published.as_deref().and_then(|p| p.get(..10)) {
            let dated = |text: &str| {
                [false, true].iter().any(|american| dates::shown(text, *american).iter().any(|d| d.date == day))
            };
            if !has(roles, &[Role::Byline, Role::Date, Role::Deck], &dated)
                && let Some(&i) = near.iter().find(|&&i| {
                    let text = &page.blocks[i].text;
                    i < first && roles[i] == Role::Other && text.len() <= LINE && dated(text) && is_date_line(text)
                })
            {
                roles[i] = Role::Date;
            }
        }
    }

    /// Whether a line names an author and nothing much besides the others: "By Ana Ruiz and Tom Berg", "Von Ana Ruiz".
    fn byline(&self, text: &str, name: &str) -> bool {
        if text.len() > LINE || place(text, name).is_none() {
            return false;
        }
        let mut rest = text.to_owned();
        for n in &self.authors {
            if let Some((a, b)) = place(&rest, n) {
                rest.replace_range(a..b, " ");
            }
        }
        // One word may be a site's own name, which stands in many lines: "Search shop.example".
        words(&rest) <= if name.contains(char::is_whitespace) { REST } else { 1 }
    }
}

/// Where a name stands in a text (bytes), whatever its capitals. It ends where a word does; a word of the byline may be glued to
/// its start ("PorAna Ruiz"), unless the name stands elsewhere by itself ("By JoAnn Lee and Ann Lee").
pub(super) fn place(text: &str, name: &str) -> Option<(usize, usize)> {
    if name.is_empty() {
        return None;
    }
    let mut glued = None;
    let mut alone = |a: usize, b: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if letter(text[b..].chars().next()) {
            return false;
        }
        let bound = letter(text[..a].chars().next_back());
        if bound && name.contains(char::is_whitespace) {
            glued.get_or_insert((a, b));
        }
        !bound
    };
    if let Some((i, n)) = text.match_indices(name).find(|(i, n)| alone(*i, i + n.len())) {
        return Some((i, i + n.len()));
    }
    // Only where lower case keeps every letter's length, so that places stay the same.
    let (low, wanted) = (text.to_lowercase(), name.to_lowercase());
    if low.len() == text.len() {
        let whole = |a: usize, b: usize| text.is_char_boundary(a) && text.is_char_boundary(b);
        let found = low.match_indices(&wanted).map(|(i, n)| (i, i + n.len()));
        if let Some(f) = found.into_iter().find(|&(a, b)| whole(a, b) && alone(a, b)) {
            return Some(f);
        }
    }
    glued
}

/// Whether a line is its dates and few words more.
fn is_date_line(text: &str) -> bool {
    let shown = [false, true].into_iter().map(|a| dates::shown(text, a)).find(|s| !s.is_empty()).unwrap_or_default();
    let mut rest = text.to_owned();
    for d in shown.iter().rev() {
        rest.replace_range(d.start..d.end, " ");
    }
    words(&rest) <= REST
}

fn words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().any(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Block;

    #[test]
    fn what_is_known_tells_which_lines_show_it() {
        let facts = Facts {
            title: Some("A river rises".into()),
            authors: vec!["Ana Ruiz".into(), "Tom Berg".into()],
            published: Some("2024-03-05T10:00:00Z".into()),
            ..Facts::default()
        };
        let table = [
            ("Sections", Role::Other, Role::Other),
            ("A river rises", Role::Other, Role::Headline),
            ("By ANA RUIZ and Tom Berg", Role::Other, Role::Byline),
            ("Published 5 March 2024, 11:00", Role::Other, Role::Date),
            ("Ana Ruiz on what the boats of the valley cost its people", Role::Other, Role::Other),
            ("The river rose on Monday, and the board met.", Role::Paragraph, Role::Paragraph),
            ("Fair on 5 March 2024: the boats, the oars and the crews", Role::Other, Role::Other),
        ];
        let page = Page {
            blocks: table.iter().map(|t| Block { text: t.0.into(), ..Block::default() }).collect(),
            ..Page::default()
        };
        let mut roles: Vec<Role> = table.iter().map(|t| t.1).collect();
        facts.keep(&page, &mut roles);
        for ((text, _, want), got) in table.iter().zip(&roles) {
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn finds_names_whatever_their_capitals() {
        assert_eq!(place("By ANA RUIZ", "Ana Ruiz"), Some((3, 11)));
        assert_eq!(place("By İda Ruiz", "ida ruiz"), None);
        assert_eq!(place("By Tom", "Ana"), None);
        assert_eq!(place("PorAna Ruiz", "Ana Ruiz"), Some((3, 11)));
        assert_eq!(place("By JoAnn Lee and Ann Lee", "Ann Lee"), Some((17, 24)));
        assert_eq!(place("By JoAnn Lee and ANN LEE", "Ann Lee"), Some((17, 24)));
        assert_eq!(place("", ""), None);
        assert_eq!(place("Publishers", "Publisher"), None);
    }
}
