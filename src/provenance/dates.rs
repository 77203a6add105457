//! Dates as pages write them, as RFC 3339 where a zone is known.
//!
//! A date needs a year from 1990 to 2100, a month and a day that exists; of numbers in the form `a/b/year` the first is the
//! month only in texts of the United States, unless it can't be. Anything else is refused.

/// Months by the first letters in the main languages; the longest that fits counts.
const MONTHS: &[(&str, u32)] = &[
    ("jan", 1),
    ("ene", 1),
    ("gen", 1),
    ("jän", 1),
    ("янв", 1),
    ("січ", 1),
    ("sty", 1),
    ("led", 1),
    ("oca", 1),
    ("tammi", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("фев", 2),
    ("лют", 2),
    ("lut", 2),
    ("úno", 2),
    ("şub", 2),
    ("helmi", 2),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("maa", 3),
    ("мар", 3),
    ("бер", 3),
    ("bře", 3),
    ("mrt", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("апр", 4),
    ("кві", 4),
    ("kwi", 4),
    ("dub", 4),
    ("nis", 4),
    ("huhti", 4),
    ("may", 5),
    ("mai", 5),
    ("maj", 5),
    ("mag", 5),
    ("mei", 5),
    ("мая", 5),
    ("май", 5),
    ("тра", 5),
    ("kvě", 5),
    ("touko", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("июн", 6),
    ("чер", 6),
    ("cze", 6),
    ("haz", 6),
    ("kesä", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("июл", 7),
    ("лип", 7),
    ("lip", 7),
    ("tem", 7),
    ("heinä", 7),
    ("aug", 8),
    ("aoû", 8),
    ("ago", 8),
    ("авг", 8),
    ("сер", 8),
    ("sie", 8),
    ("srp", 8),
    ("ağu", 8),
    ("elo", 8),
    ("aoû", 8),
    ("sep", 9),
    ("set", 9),
    ("сен", 9),
    ("вер", 9),
    ("wrz", 9),
    ("eyl", 9),
    ("syys", 9),
    ("oct", 10),
    ("okt", 10),
    ("ott", 10),
    ("out", 10),
    ("окт", 10),
    ("жов", 10),
    ("paź", 10),
    ("eki", 10),
    ("loka", 10),
    ("nov", 11),
    ("ноя", 11),
    ("лис", 11),
    ("lis", 11),
    ("kas", 11),
    ("marras", 11),
    ("dec", 12),
    ("déc", 12),
    ("dez", 12),
    ("dic", 12),
    ("дек", 12),
    ("гру", 12),
    ("gru", 12),
    ("pro", 12),
    ("ara", 12),
    ("joulu", 12),
    ("des", 12),
];

fn month(word: &str) -> Option<u32> {
    let w = word.to_lowercase();
    if !(3..=12).contains(&w.chars().count()) {
        return None;
    }
    MONTHS.iter().filter(|(m, _)| w.starts_with(m)).max_by_key(|(m, _)| m.len()).map(|(_, n)| *n)
}

fn exists(y: u32, m: u32, d: u32) -> bool {
    let leap = y.is_multiple_of(4) && !y.is_multiple_of(100) || y.is_multiple_of(400);
    let last = match m {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    (1990..=2100).contains(&y) && (1..=12).contains(&m) && (1..=last).contains(&d)
}

/// A date in machine form (ISO 8601 and its near relatives).
pub fn machine(s: &str) -> Option<String> {
    let s = s.trim();
    let num = |r: std::ops::Range<usize>| {
        s.get(r).filter(|x| x.bytes().all(|b| b.is_ascii_digit())).and_then(|x| x.parse::<u32>().ok())
    };
    let b = s.as_bytes();
    let year = num(0..4)?;
    let (m, d, mut at) = match b.get(4) {
        Some(b'-' | b'/' | b'.') => (num(5..7)?, num(8..10)?, 10),
        Some(c) if c.is_ascii_digit() => (num(4..6)?, num(6..8)?, 8),
        _ => return None,
    };
    if !exists(year, m, d) {
        return None;
    }
    let date = format!("{year:04}-{m:02}-{d:02}");
    if !matches!(b.get(at), Some(b'T' | b't' | b' ')) {
        return Some(date);
    }
    while matches!(b.get(at), Some(b'T' | b't' | b' ')) {
        at += 1;
    }
    let (Some(h), Some(min)) = (num(at..at + 2), num(at + 3..at + 5)) else { return Some(date) };
    if h > 23 || min > 59 || b.get(at + 2) != Some(&b':') {
        return Some(date);
    }
    at += 5;
    let mut sec = 0;
    if b.get(at) == Some(&b':') {
        sec = num(at + 1..at + 3).filter(|s| *s < 60).unwrap_or(0);
        at += 3;
    }
    if matches!(b.get(at), Some(b'.' | b',')) {
        at += 1;
        while b.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
    }
    let rest: String = s.get(at..).unwrap_or("").chars().filter(|c| !c.is_whitespace() && *c != ':').collect();
    let zone = match rest.as_bytes() {
        [b'Z' | b'z', ..] => "Z".to_owned(),
        _ if rest.starts_with("UTC") || rest.starts_with("GMT") => "Z".to_owned(),
        [sign @ (b'+' | b'-'), h1, h2, more @ ..] if h1.is_ascii_digit() && h2.is_ascii_digit() => {
            let minutes = match more {
                [a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit() => format!("{}{}", *a as char, *b as char),
                _ => "00".to_owned(),
            };
            format!("{}{}{}:{minutes}", *sign as char, *h1 as char, *h2 as char)
        }
        _ => String::new(),
    };
    Some(format!("{date}T{h:02}:{min:02}:{sec:02}{zone}"))
}

/// The first date in a text for people.
pub fn visible(text: &str, american: bool) -> Option<String> {
    let mut cut = text.len().min(300);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    let text = &text[..cut];
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let n = |w: &str| -> Option<u32> {
        let digits = w.trim_end_matches(|c: char| c.is_alphabetic());
        let tail = &w[digits.len()..];
        let fine =
            matches!(tail, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "T" | "日" | "月" | "年") && digits.len() <= 4;
        fine.then(|| digits.parse().ok()).flatten()
    };
    for (i, w) in words.iter().enumerate() {
        // 2023年1月8日
        let cjk: Vec<u32> = w.split(['年', '月', '日', '년', '월', '일']).filter_map(|p| p.parse().ok()).collect();
        if let [y, m, d, ..] = cjk[..]
            && exists(y, m, d)
        {
            return Some(format!("{y:04}-{m:02}-{d:02}"));
        }
        let Some(a) = n(w) else {
            // January 8, 2023
            if let (Some(m), Some(d), Some(y)) =
                (month(w), words.get(i + 1).and_then(|w| n(w)), words.get(i + 2).and_then(|w| n(w)))
                && exists(y, m, d)
            {
                return Some(format!("{y:04}-{m:02}-{d:02}"));
            }
            continue;
        };
        let skip = |j: usize| if words.get(j).is_some_and(|w| matches!(*w, "de" | "of")) { j + 1 } else { j };
        let j = skip(i + 1);
        let Some(second) = words.get(j) else { continue };
        let k = skip(j + 1);
        let Some(c) = words.get(k).and_then(|w| n(w)) else { continue };
        if let Some(m) = month(second) {
            let (y, d) = if a >= 1990 { (a, c) } else { (c, a) };
            if exists(y, m, d) {
                return Some(format!("{y:04}-{m:02}-{d:02}"));
            }
        } else if let Some(b) = n(second).filter(|_| j == i + 1 && k == j + 1) {
            let (y, m, d) = if a >= 1990 {
                (a, b, c)
            } else if american && a <= 12 || b > 12 {
                (c, a, b)
            } else {
                (c, b, a)
            };
            if exists(y, m, d) {
                return Some(format!("{y:04}-{m:02}-{d:02}"));
            }
        }
    }
    None
}

/// The date in an address (`/2023/01/08/`, `/2023-01-08-`).
pub fn in_url(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).collect();
    parts
        .windows(3)
        .find_map(|w| match w {
            [y, m, d] if y.len() == 4 && (1..=2).contains(&m.len()) && (1..=2).contains(&d.len()) => {
                let (y, m, d) = (y.parse().ok()?, m.parse().ok()?, d.parse().ok()?);
                exists(y, m, d).then(|| format!("{y:04}-{m:02}-{d:02}"))
            }
            _ => None,
        })
        .or_else(|| parts.iter().filter(|p| p.len() == 8).find_map(|p| machine(p)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_impossible_ones_refused() {
        for (s, want) in [
            ("2023-01-08T19:58:00+0800", Some("2023-01-08T19:58:00+08:00")),
            ("2023-01-08T19:58:00.123Z", Some("2023-01-08T19:58:00Z")),
            ("2023-02-30", None),
            ("2023-01-08 19:58", Some("2023-01-08T19:58:00")),
            ("20230108", Some("2023-01-08")),
        ] {
            assert_eq!(machine(s).as_deref(), want, "{s}");
        }
        for (s, american, want) in [
            ("Published: Jan 08, 2023 07:58 PM", false, Some("2023-01-08")),
            ("8. Januar 2023, 7 Uhr", false, Some("2023-01-08")),
            ("03/04/2023", true, Some("2023-03-04")),
            ("03/04/2023", false, Some("2023-04-03")),
            ("25/12/2023", true, Some("2023-12-25")),
            ("8 de enero de 2023", false, Some("2023-01-08")),
            ("2023年1月8日", false, Some("2023-01-08")),
            ("call 555 123 2020", false, None),
        ] {
            assert_eq!(visible(s, american).as_deref(), want, "{s}");
        }
        assert_eq!(in_url("https://example.org/2020/06/07/x").as_deref(), Some("2020-06-07"));
    }
}
