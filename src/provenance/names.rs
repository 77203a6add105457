//! What a written name is: a person, a body (an agency, a desk, "staff"), or no name at all.
//!
//! A byline is cut into parts at its separators; from each part go the words before the name ("By", "Ein Kommentar von") and
//! those behind it (a role, a date, an account, "for Reuters"). What then has the shape of a person's name is one.
//! Behind a person a single word or a known city is where they write from. Fewer names are better than a wrong one.

mod words;

use crate::text::offsets::head;
use words::{AGENCIES, BEFORE, BEHIND, BODIES, CITIES, GENRES, JOBS, JUNK, LINKS, PARTICLES, PHRASES, PICTURES, ROLES};

/// What a text names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names {
    /// Persons, in order.
    pub persons: Vec<String>,
    /// The text as a body's name, where it names no person but an agency, a desk or the like.
    pub body: Option<String>,
    /// The text without what stands before the name.
    pub whole: String,
}

/// Lower-case words of letters and digits.
fn words(s: &str) -> impl Iterator<Item = String> + '_ {
    s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Whether a script writes names without spaces or capitals.
fn uncased(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// Takes the words before a name off. `None`: the text is a picture's credit or the like.
fn after_lead(text: &str) -> Option<&str> {
    let mut t = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '|' | '•' | '·' | ',' | '(' | '[')
    });
    for _ in 0..4 {
        let head = &t[..t.char_indices().nth(48).map_or(t.len(), |(i, _)| i)];
        // Positions are taken in the text itself: lower case may differ in length.
        let cut = LINKS.iter().filter_map(|l| find_ignoring_case(head, l).map(|i| (i, i + l.len()))).min();
        if let Some((i, end)) = cut
            && head[..i].split_whitespace().count() <= 5
            && (words(&t[..i]).any(|w| GENRES.contains(&&*w)) || !is_person(&t[..i]) && !is_person(t))
            && !head[..i].contains([',', '.', '|'])
        {
            let lead = head[..i].to_lowercase();
            if PICTURES.iter().any(|p| lead.contains(p)) {
                return None;
            }
            t = t[end..].trim_start();
            continue;
        }
        let Some(len) = BEFORE.iter().filter_map(|b| starts_with_word(t, b)).max() else { break };
        let rest = t[len..]
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '/' | '／' | '-' | '–' | '|'));
        t = rest;
    }
    Some(t)
}

fn find_ignoring_case(s: &str, what: &str) -> Option<usize> {
    s.char_indices().map(|(i, _)| i).find(|&i| s.get(i..i + what.len()).is_some_and(|x| x.eq_ignore_ascii_case(what)))
}

/// The length of `word` in `t`, should `t` start with it as a whole word.
fn starts_with_word(t: &str, word: &str) -> Option<usize> {
    let mut end = 0;
    let mut chars = t.chars();
    for w in word.chars() {
        let c = chars.next()?;
        if !c.to_lowercase().eq(std::iter::once(w)) {
            return None;
        }
        end += c.len_utf8();
    }
    let next = t[end..].chars().next();
    let whole = match next {
        None => false,
        Some(c) if word.ends_with(uncased) => {
            matches!(c, ':' | '：' | '/' | '／' | ' ' | '\u{3000}') || c.is_whitespace()
        }
        Some(c) => !c.is_alphanumeric() && !matches!(c, '.' | '-' | '\'' | '’'),
    };
    whole.then_some(end)
}

/// A part without what stands behind the name.
fn before_tail(part: &str) -> &str {
    let mut at = 0;
    for (seen, w) in part.split_whitespace().enumerate() {
        let from = at + part[at..].find(w).unwrap_or(0);
        let low = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '|').to_lowercase();
        let date = w.chars().any(|c| c.is_ascii_digit()) || w.starts_with('@');
        let month = seen >= 2
            && super::dates::month(&low).is_some()
            && part[from + w.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let role = seen >= 2 && (ROLES.contains(&&*low) || BEHIND.contains(&w))
            || seen >= 1 && w.chars().all(uncased) && ROLES.contains(&w);
        if date || month || role {
            return part[..from].trim_end();
        }
        if let Some(i) = w.find('@').filter(|i| *i > 0) {
            return &part[..from + i];
        }
        at = from + w.len();
    }
    part
}

/// Whether this has the shape of a person's full name.
fn is_person(p: &str) -> bool {
    let count = p.chars().count();
    if !(2..=50).contains(&count)
        || p.chars().any(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '@' | '{'
                        | '}'
                        | '='
                        | '_'
                        | '#'
                        | '?'
                        | '!'
                        | '<'
                        | '>'
                        | ':'
                        | '"'
                        | '/'
                        | '…'
                        | '%'
                        | '+'
                        | '$'
                        | '|'
                )
        })
        || words(p).any(|w| BODIES.contains(&&*w) || JOBS.iter().any(|j| w.ends_with(j)))
        || p.split_whitespace()
            .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .any(|w| JUNK.contains(&&*w) && !PARTICLES.contains(&&*w))
        || AGENCIES.contains(&&*p.to_lowercase())
    {
        return false;
    }
    if p.chars().filter(|c| c.is_alphabetic()).all(uncased) {
        // Chinese, Japanese and Korean names are short; Arabic, Hebrew, Indian and Thai ones have spaces.
        let spaces = p.chars().any(char::is_whitespace) || p.contains('·');
        let cjk =
            p.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'));
        let mixed = p.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}'))
            && p.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
            && !spaces;
        return if mixed {
            false
        } else if cjk {
            count <= 5 || spaces && count <= 12
        } else {
            spaces && p.split_whitespace().count() <= 5
        };
    }
    let all: Vec<&str> = p.split_whitespace().collect();
    let capital = |w: &&&str| {
        w.trim_start_matches(['\'', '’', '"', '(', '„', '“', '‘']).chars().next().is_some_and(char::is_uppercase)
    };
    let capitals = all.iter().filter(capital).count();
    let small = all
        .iter()
        .filter(|w| !capital(w))
        .all(|w| PARTICLES.contains(&w.to_lowercase().as_str()) || w.starts_with("d'") || w.starts_with("d’"));
    (2..=6).contains(&all.len()) && capitals >= 2 && small && !CITIES.contains(&&*p.to_lowercase())
}

/// Whether this is the name of a body rather than of a person: an agency, a desk, a shortened name.
pub(super) fn is_body(p: &str) -> bool {
    let count = p.chars().count();
    let low = p.to_lowercase();
    (2..=60).contains(&count)
        && p.chars().any(char::is_alphabetic)
        && !p.chars().any(|c| matches!(c, '@' | '{' | '}' | '=' | '_' | '#' | '<' | '>' | '?' | '!' | '%'))
        && !low.contains("://")
        && !low.contains("www.")
        && !words(p).any(|w| {
            [
                "unknown",
                "null",
                "undefined",
                "none",
                "admin",
                "administrator",
                "anonymous",
                "author",
                "no",
                "posts",
                "http",
                "https",
                "comments",
                "subscribe",
                "share",
                "follow",
                "read",
                "published",
                "updated",
                "user",
                "test",
                "default",
            ]
            .contains(&&*w)
        })
        && super::dates::visible(p, false).is_none()
        && !BEFORE.contains(&&*low)
        && (low.contains([' ', '/', '.', '-'])
            || !(JUNK.contains(&&*low) || BODIES.contains(&&*low) || ROLES.contains(&&*low)))
}

/// Whether a part of the text is a news agency's name.
pub fn names_agency(text: &str) -> bool {
    text.split([',', '/', ';', '|'])
        .flat_map(|p| p.split(" et "))
        .flat_map(|p| p.split(" und "))
        .flat_map(|p| p.split(" and "))
        .flat_map(|p| p.split(" mit "))
        .any(|p| AGENCIES.contains(&&*p.trim().to_lowercase()))
}

/// Whether what has the shape of a name is a greeting or a place: a word in it is no part of anybody's name. A name on a byline may be
/// made of any words; one that stands by itself has nothing but its own to tell.
pub fn is_phrase(name: &str) -> bool {
    words(name).any(|w| PHRASES.split_ascii_whitespace().any(|p| p == w))
}

/// Whether the words before a name make it somebody else's than the author's: a translator's, a photographer's.
pub(super) fn is_other(lead: &str) -> bool {
    let t = lead.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：'));
    let low = t.to_lowercase();
    let led = LINKS.iter().any(|l| low.ends_with(l.trim_end())) || t.len() < lead.trim_end().len();
    low.len() <= 48 && led && PICTURES.iter().any(|p| words(&low).any(|w| w.starts_with(p)))
}

/// Whether a name has a word that only bodies have.
pub fn has_body_word(name: &str) -> bool {
    words(name).any(|w| BODIES.contains(&&*w)) || names_agency(name)
}

/// Reads a byline or a name field.
pub fn read(text: &str) -> Names {
    let text = head(text, 400);
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => {
                depth = depth.saturating_sub(1);
                plain.push(' ');
            }
            _ if depth > 0 => {}
            '\u{a0}' | '\u{3000}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    if depth > 0 {
        // A bracket that never closes.
        text.clone_into(&mut plain);
    }
    let Some(t) = after_lead(plain.trim()) else { return Names::default() };
    // "By Ann Lee, Example Post — Santa Clara": behind a dash that follows a house stands the place.
    let t = [" — ", " – "]
        .iter()
        .find_map(|d| t.split_once(d))
        .filter(|(l, _)| l.contains(',') && parts(l).iter().any(|p| is_person(p)))
        .map_or(t, |x| x.0);
    let mut persons: Vec<String> = Vec::new();
    for part in parts(t) {
        let Some(p) = after_lead(&part) else { continue };
        let p = before_tail(p).trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '.' | ':' | '*' | '-' | '–' | '—' | ')' | '"' | '“' | '”' | ',' | '、')
        });
        // A name that the markup repeats.
        let all: Vec<&str> = p.split_whitespace().collect();
        let (left, right) = all.split_at(all.len() / 2);
        let once = left.join(" ");
        let p = if left.len() > 1 && left == right { once.as_str() } else { p };
        let known = |p: &str| persons.iter().any(|o: &String| o.to_lowercase() == p.to_lowercase());
        if is_person(p) && !known(p) {
            persons.push(p.to_owned());
        }
    }
    let whole =
        t.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '-' | '–' | '—' | '|' | ',' | '.'));
    let body = (persons.is_empty() && is_body(whole)).then(|| whole.split_whitespace().collect::<Vec<_>>().join(" "));
    Names { persons, body, whole: whole.to_owned() }
}

/// The parts of a byline.
fn parts(t: &str) -> Vec<String> {
    /// Between whole words in any case.
    const AND: &[&str] = &[" and ", " und ", " et ", " og ", " och ", " & ", " und ", " sowie "];
    /// Only between two full names, since these words mean other things too.
    const WEAK: &[&str] = &[
        " y ", " e ", " en ", " a ", " i ", " ja ", " ve ", " и ", " і ", " та ", " και ", " és ", " și ", " with ",
        " mit ", " avec ", " con ", " com ", " u ",
    ];
    let mut out: Vec<String> = Vec::new();
    let hard =
        |c: char| matches!(c, ',' | ';' | '|' | '•' | '·' | '\n' | '、' | '،' | '；' | '，' | '\t' | '＝' | '‖' | '●');
    for a in t.split(hard) {
        let mut pieces = vec![
            a.replace(" - ", "\n").replace(" – ", "\n").replace(" — ", "\n").replace(" / ", "\n").replace(" // ", "\n"),
        ];
        for (list, weak) in [(AND, false), (WEAK, true)] {
            for sep in list {
                let mut next = Vec::new();
                for p in pieces {
                    let mut rest = p.as_str();
                    while let Some(i) = find_ignoring_case(rest, sep) {
                        let (l, r) = (&rest[..i], &rest[i + sep.len()..]);
                        if weak && !(is_person(l.trim()) && is_person(before_tail(r.trim()))) {
                            break;
                        }
                        next.push(l.to_owned());
                        rest = r;
                    }
                    next.push(rest.to_owned());
                }
                pieces = next;
            }
        }
        for p in pieces {
            // "Ann Lee/Bo Ek", but not initials of a desk.
            if p.contains('/') && p.split('/').all(|x| is_person(x.trim())) {
                out.extend(p.split('/').map(str::to_owned));
            } else {
                out.extend(p.split('\n').map(str::to_owned));
            }
        }
    }
    // Spaces around a middle dot are a list, none are a name in Chinese letters.
    out.iter().map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn bylines_are_taken_apart_and_junk_refused() {
        for (s, want) in [
            ("By Ann Lee and Bo Ek", vec!["Ann Lee", "Bo Ek"]),
            ("Von Jörg Weiß, Berlin", vec!["Jörg Weiß"]),
            ("By Ann Lee, Mexico City", vec!["Ann Lee"]),
            ("Staff Writer", vec![]),
            ("Updated 3 May 2020", vec![]),
            ("https://example.org/ann", vec![]),
            ("Ann Lee | News Desk", vec!["Ann Lee"]),
            ("By Ann Lee Staff Writer", vec!["Ann Lee"]),
            ("By Ann Lee March 4 at 12:22 PM Follow @annlee", vec!["Ann Lee"]),
            ("Ann Lee@annlee", vec!["Ann Lee"]),
            ("Eine Analyse von Jörg Weiß und Ida Holm", vec!["Jörg Weiß", "Ida Holm"]),
            ("Par Anne Dupré (Bruxelles, bureau européen)", vec!["Anne Dupré"]),
            ("Por Ana Díaz y Luis Gil", vec!["Ana Díaz", "Luis Gil"]),
            ("Di Anna Rossi e Luca Bianchi", vec!["Anna Rossi", "Luca Bianchi"]),
            ("Escribe Ana Díaz en Territorio", vec!["Ana Díaz"]),
            ("Christoph von Berg", vec!["Christoph von Berg"]),
            ("Ann Lee Ann Lee", vec!["Ann Lee"]),
            ("Ann Lee, Leitende Wirtschaftsredakteurin", vec!["Ann Lee"]),
            ("Ludwig van Dam, Karel de Wit", vec!["Ludwig van Dam", "Karel de Wit"]),
            ("Автор: Иван Петров", vec!["Иван Петров"]),
            ("김민수 기자", vec!["김민수"]),
            ("記者：王小明", vec!["王小明"]),
            ("بقلم: أحمد علي", vec!["أحمد علي"]),
            ("Photos by Ann Lee", vec![]),
            ("By Ann Lee for Reuters", vec!["Ann Lee"]),
            ("ANN LEE", vec!["ANN LEE"]),
            ("Por Ana Díaz, EP 1 — Santa Clara", vec!["Ana Díaz"]),
            ("Ann Lee — Bo Ek", vec!["Ann Lee", "Bo Ek"]),
            ("Read More", vec![]),
            ("Opinion", vec![]),
            ("By Popular Demand", vec![]),
            ("By Royal Appointment", vec![]),
            ("Von Trapp Family", vec![]),
            ("By Ségolène Royal", vec!["Ségolène Royal"]),
        ] {
            assert_eq!(read(s).persons, want, "{s}");
        }
    }

    #[test]
    fn bodies_are_told_from_persons() {
        for (s, want) in [
            ("By The Associated Press", Some("The Associated Press")),
            ("Example Staff", Some("Example Staff")),
            ("xy/dpa", Some("xy/dpa")),
            ("Von Redaktion", None),
            ("By Ann Lee, Reuters", None),
            ("https://example.org/ann", None),
            ("admin", None),
        ] {
            assert_eq!(read(s).body.as_deref(), want, "{s}");
        }
    }
}
