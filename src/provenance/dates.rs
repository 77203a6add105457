//! Dates as pages write them, as RFC 3339 where a zone is known.
//!
//! A date needs a year from 1990 to 2100, a month and a day that exists; of numbers in the form `a/b/year` the first is the
//! month only in texts of the United States, unless it can't be. Anything else is refused.
//! [`machine`] reads forms made for programs, [`shown`] those made for people.

mod clock;
mod fit;
mod machine;
mod months;
mod zones;

pub use fit::{Fit, is_other_zone, same};
pub use machine::machine;
pub use months::month;

use crate::text::offsets;

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

/// Days since 1970-01-01 (Howard Hinnant's `days_from_civil`).
fn days(y: u32, m: u32, d: u32) -> i64 {
    let y = i64::from(y) - i64::from(m <= 2);
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * (i64::from(m) + if m > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(d) - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

/// The date of a number of days since 1970-01-01.
fn civil(z: i64) -> (i64, i64, i64) {
    let z = z + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let m = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(m <= 2), m, doy - (153 * mp + 2) / 5 + 1)
}

/// A date of this module as minutes since 1970 in its own zone, and that zone (minutes east), should they be given.
pub fn parts(date: &str) -> Option<(i64, Option<i64>, bool)> {
    let n = |r: std::ops::Range<usize>| date.get(r)?.parse::<u32>().ok();
    let day = days(n(0..4)?, n(5..7)?, n(8..10)?) * 1440;
    let Some((h, m)) = n(11..13).zip(n(14..16)) else { return Some((day, None, false)) };
    let zone = match date.get(19..)? {
        "" => None,
        "Z" => Some(0),
        z => {
            let minutes =
                i64::from(z.get(1..3)?.parse::<u32>().ok()?) * 60 + i64::from(z.get(4..6)?.parse::<u32>().ok()?);
            Some(if z.starts_with('-') { -minutes } else { minutes })
        }
    };
    Some((day + i64::from(h) * 60 + i64::from(m), zone, true))
}

/// A date in UTC told in another zone (minutes east).
pub fn in_zone(date: &str, zone: i64) -> Option<String> {
    let (utc, Some(0), true) = parts(date)? else { return None };
    let local = utc + zone;
    let (y, m, d) = civil(local.div_euclid(1440));
    let t = local.rem_euclid(1440);
    let sec = date.get(17..19).unwrap_or("00");
    Some(format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}:{sec}{}", t / 60, t % 60, zones::tell(zone)))
}

/// A date in a text for people.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The time of day beside it, in minutes.
    pub minutes: Option<i64>,
    /// The zone of that time (minutes east), where it is told.
    pub zone: Option<i64>,
    /// Where it stands in the text (bytes).
    pub start: usize,
    /// Where it ends, with the time of day that follows it (bytes).
    pub end: usize,
}

/// The first date in a text for people, as `YYYY-MM-DD`.
pub fn visible(text: &str, american: bool) -> Option<String> {
    shown(text, american).into_iter().next().map(|s| s.date)
}

impl Shown {
    /// The date as this module gives dates, with its time and zone where they are shown.
    pub fn told(&self) -> String {
        let zone = self.zone.map_or(String::new(), zones::tell);
        self.minutes
            .map_or_else(|| self.date.clone(), |m| format!("{}T{:02}:{:02}:00{zone}", self.date, m / 60, m % 60))
    }
}

/// The dates in the first 300 bytes of a text for people, at most four.
pub fn shown(text: &str, american: bool) -> Vec<Shown> {
    let text = offsets::head(text, 300);
    if !text.bytes().any(|b| b.is_ascii_digit() || b == 0xd9 || b == 0xdb) {
        return Vec::new();
    }
    let words = words(text);
    let mut out: Vec<Shown> = Vec::new();
    let (mut i, mut day_end) = (0, 0);
    while i < words.len() && out.len() < 4 {
        if let Some((y, m, d, used)) = date_at(text, &words[i..], american) {
            let start = words[i].0;
            // What looked like a time was this date's beginning: "14 March 2026 7.8.2026".
            if let Some(last) = out.last_mut().filter(|l| l.end > start) {
                (last.minutes, last.zone, last.end) = (None, None, day_end);
            }
            let done = out.last().map_or(0, |l| l.end);
            let from = words.get(i + used).map_or(text.len(), |w| w.0);
            let time = clock::of(&text[from..], true).or_else(|| clock::of(text.get(done..start)?, false));
            let (bare, end) = clock::ends(text, &words[i..], used);
            out.push(Shown {
                date: format!("{y:04}-{m:02}-{d:02}"),
                minutes: time.map(|t| t.0),
                // A figure behind a time ends a span of time: "10:30-11:30".
                zone: time
                    .map(|t| t.1.trim_start_matches([' ', '\u{a0}', '(']))
                    .filter(|t| t.starts_with(|c: char| c.is_ascii_uppercase()))
                    .and_then(|t| zones::read(t, (y, m, d))),
                start,
                end,
            });
            day_end = bare;
            i += used;
        } else {
            i += 1;
        }
    }
    out
}

/// The words of a text with where they start. Eastern Arabic digits are made the same as Western ones, and what markup glued together
/// ("Mar 18 20199:29 AM EDTUpdated") is taken apart.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut last = None;
    while let Some((i, c)) = chars.next() {
        let before = last.replace(c);
        if !c.is_alphanumeric() {
            continue;
        }
        let open = before.is_some_and(char::is_alphanumeric);
        let capital = c.is_uppercase() && chars.peek().is_some_and(|n| n.1.is_lowercase());
        let digit = match c {
            '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
            c => c,
        };
        match words.last_mut() {
            Some(w) if open && !capital && !(w.1.len() == 4 && hour_behind_year(&w.1, &text[i..])) => w.1.push(digit),
            _ => words.push((i, digit.to_string())),
        }
    }
    words
}

/// Whether a time goes on where a year stands: "20199:29", "201911:37".
fn hour_behind_year(year: &str, text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && year.parse().is_ok_and(|y: u32| (1990..=2100).contains(&y))
        && text[..digits].parse().is_ok_and(|h: u32| h < 24)
        && text[digits..].starts_with(':')
        && text[digits + 1..].bytes().take_while(u8::is_ascii_digit).count() == 2
}

/// The date that starts at the first word, and how many words it takes.
fn date_at(text: &str, words: &[(usize, String)], american: bool) -> Option<(u32, u32, u32, usize)> {
    let word = |i: usize| words.get(i).map(|w| w.1.as_str());
    let number = |i: usize| -> Option<u32> {
        let w = word(i)?;
        let digits = w.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, 'º' | 'ª'));
        let tail = &w[digits.len()..];
        let fine = matches!(
            tail,
            "" | "st"
                | "nd"
                | "rd"
                | "th"
                | "er"
                | "º"
                | "ª"
                | "T"
                | "日"
                | "月"
                | "年"
                | "년"
                | "월"
                | "일"
                | "ης"
                | "η"
        ) && digits.len() <= 4;
        fine.then(|| digits.parse().ok()).flatten()
    };
    // 2023年1月8日
    let first = word(0)?;
    if first.contains(['年', '년']) && first.chars().next().is_some_and(|c| c.is_ascii_digit()) {
        let cjk: Vec<u32> = first.split(['年', '月', '日', '년', '월', '일']).filter_map(|p| p.parse().ok()).collect();
        if let [y, m, d, ..] = cjk[..]
            && exists(y, m, d)
        {
            return Some((y, m, d, 1));
        }
    }
    // Months of two words: "كانون الثاني", "tháng 5".
    let month_at = |i: usize| -> Option<(u32, usize)> {
        let w = word(i)?;
        match (w, word(i + 1)) {
            ("كانون", Some("الثاني")) => Some((1, 2)),
            ("كانون", Some("الأول" | "الاول")) => Some((12, 2)),
            ("تشرين", Some("الأول" | "الاول")) => Some((10, 2)),
            ("تشرين", Some("الثاني")) => Some((11, 2)),
            ("tháng", Some(_)) => number(i + 1).filter(|m| (1..=12).contains(m)).map(|m| (m, 2)),
            _ => month(w).map(|m| (m, 1)),
        }
    };
    let skip = |i: usize| {
        if word(i).is_some_and(|w| matches!(w, "de" | "of" | "del" | "d" | "năm" | "του" | "م")) {
            i + 1
        } else {
            i
        }
    };
    let Some(a) = number(0) else {
        // January 8, 2023. A look at the numbers spares the search for a month in most words.
        (1..4).find_map(number)?;
        let (m, used) = month_at(0)?;
        let d = number(skip(used))?;
        let at = skip(skip(used) + 1);
        let y = number(at)?;
        return exists(y, m, d).then_some((y, m, d, at + 1));
    };
    let j = skip(1);
    if let Some((m, used)) =
        month_at(j).filter(|_| word(j).is_some_and(|w| w.starts_with(|c: char| !c.is_ascii_digit())))
    {
        let mut k = skip(j + used);
        // "24 نيسان / أبريل 2020": the month's other name.
        if number(k).is_none() && month_at(k).is_some_and(|(n, _)| n == m) {
            k = skip(k + 1);
        }
        let c = number(k)?;
        let (y, d) = if a >= 1990 { (a, c) } else { (c, a) };
        return exists(y, m, d).then_some((y, m, d, k + 1));
    }
    let (b, c) = (number(1)?, number(2)?);
    // What stands between numbers of a date is short.
    let gap = |i: usize| {
        let from = words[i].0 + words[i].1.len();
        text.get(from..words[i + 1].0)
            .is_some_and(|g| g.len() <= 3 && g.chars().all(|c| matches!(c, ' ' | '.' | '/' | '-' | '–')))
            || words[i].1.ends_with(|c: char| c.is_alphabetic())
    };
    if !gap(0) || !gap(1) {
        return None;
    }
    let c = if c < 100 && a < 100 && words[2].1.len() == 2 && words[1].1.len() == 2 {
        // Two digits of a year, only with marks between that are no blanks or colons.
        let marks = text.get(words[0].0..words[2].0).is_some_and(|g| g.contains(['.', '/']));
        if !marks {
            return None;
        }
        2000 + c
    } else {
        c
    };
    let (y, m, d) = if a >= 1990 {
        (a, b, c)
    } else if american && a <= 12 || b > 12 {
        (c, a, b)
    } else {
        (c, b, a)
    };
    exists(y, m, d).then_some((y, m, d, 3))
}

/// The date in an address (`/2023/01/08/`, `/2023-01-08-`, `/20230108/`, a number that starts with a moment).
pub fn in_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |u| u.1);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let parts: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).take(200).collect();
    // Words between the numbers make them no date: "/2020/06/these-7-bridges".
    let at = |p: &str| p.as_ptr() as usize;
    let close = |a: &str, b: &str| at(a) + a.len() + 1 == at(b);
    parts
        .windows(3)
        .find_map(|w| match w {
            [y, m, d]
                if y.len() == 4
                    && (1..=2).contains(&m.len())
                    && (1..=2).contains(&d.len())
                    && close(y, m)
                    && close(m, d) =>
            {
                let (y, m, d) = (y.parse().ok()?, m.parse().ok()?, d.parse().ok()?);
                exists(y, m, d).then(|| format!("{y:04}-{m:02}-{d:02}"))
            }
            _ => None,
        })
        .or_else(|| parts.iter().filter(|p| p.len() == 8).find_map(|p| machine(p)))
        .or_else(|| {
            parts.iter().filter(|p| (14..=20).contains(&p.len()) && p.starts_with("20")).find_map(|p| {
                let clock =
                    p[8..10].parse::<u32>().is_ok_and(|h| h < 24) && p[10..12].parse::<u32>().is_ok_and(|m| m < 60);
                machine(&p[..8]).filter(|_| clock)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_and_impossible_ones_refused() {
        for (s, american, want) in [
            ("Published: Jan 08, 2023 07:58 PM", false, Some("2023-01-08")),
            ("8. Januar 2023, 7 Uhr", false, Some("2023-01-08")),
            ("03/04/2023", true, Some("2023-03-04")),
            ("03/04/2023", false, Some("2023-04-03")),
            ("25/12/2023", true, Some("2023-12-25")),
            ("8 de enero de 2023", false, Some("2023-01-08")),
            ("8 janvier 2023 à 10h30", false, Some("2023-01-08")),
            ("8 stycznia 2023", false, Some("2023-01-08")),
            ("8 января 2023", false, Some("2023-01-08")),
            ("8 Ocak 2023", false, Some("2023-01-08")),
            ("8 كانون الثاني / يناير 2023", false, Some("2023-01-08")),
            ("٨ يناير ٢٠٢٣", false, Some("2023-01-08")),
            ("8 ינואר 2023", false, Some("2023-01-08")),
            ("8 Ιανουαρίου 2023", false, Some("2023-01-08")),
            ("ngày 8 tháng 1 năm 2023", false, Some("2023-01-08")),
            ("2023年1月8日", false, Some("2023-01-08")),
            ("2023년 1월 8일", false, Some("2023-01-08")),
            ("2023. 1. 8. 18:40", false, Some("2023-01-08")),
            ("08.01.23", false, Some("2023-01-08")),
            ("12/16/16 12:21pm", true, Some("2016-12-16")),
            ("15 Mai 2019 à 06h00", false, Some("2019-05-15")),
            ("2020年07月03日 | 徒歩", false, Some("2020-07-03")),
            ("Published Mon, Mar 18 20199:29 AM EDT", true, Some("2019-03-18")),
            ("PublishedMar 18 201911:37 AM", true, Some("2019-03-18")),
            ("8 בינואר 2023", false, Some("2023-01-08")),
            ("2023. január 8.", false, Some("2023-01-08")),
            // Words that only begin like a month.
            ("Top 10 Programs 2024", false, None),
            ("Apollo 11 Project 2019", false, None),
            ("Best 12 Markets 2023", false, None),
            ("Our 5 Decisions 2022", false, None),
            ("Mar 18 201924:29", false, None),
            ("call 555 123 2020", false, None),
            ("12 34 56", false, None),
            ("at 10.15 on 20.30", false, None),
        ] {
            assert_eq!(visible(s, american).as_deref(), want, "{s}");
        }
        assert_eq!(in_url("https://example.org/2020/06/07/x").as_deref(), Some("2020-06-07"));
        assert_eq!(in_url("https://example.org/a/A2020060714320005196").as_deref(), Some("2020-06-07"));
        assert_eq!(in_url("https://example.org/20209999123456/x"), None);
        assert_eq!(in_url("https://example.org/2020-6-7-x").as_deref(), Some("2020-06-07"));
        assert_eq!(in_url("https://example.org/2020/06/these-7-bridges"), None);
    }

    #[test]
    fn a_date_ends_where_the_next_begins() {
        let text = "14 March 2026 7.8.2026";
        let dates = shown(text, false);
        assert_eq!(dates.iter().map(Shown::told).collect::<Vec<_>>(), ["2026-03-14", "2026-08-07"]);
        assert_eq!(dates.iter().map(|d| &text[d.start..d.end]).collect::<Vec<_>>(), ["14 March 2026", "7.8.2026"]);
    }

    proptest! {
        #[test]
        fn dates_lie_one_behind_the_other(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "14", "7", "7.20", "7.8.2026", "2026", "20267", ":30", "March", "Mär", "May", "de", "pm", "a.", "m.", "EDT", "UTC",
                    "+14", "٨", "يناير", "年", "月", "日", "2026年7月8日", ".", "/", "-", " ", "T", "Updated", "ß", "İ",
                ]),
                0..14,
            ),
            american: bool,
        ) {
            for text in [parts.concat(), parts.join(" ")] {
                let mut done = 0;
                for date in shown(&text, american) {
                    prop_assert!(done <= date.start && date.start < date.end && text.get(date.start..date.end).is_some(), "{text}");
                    done = date.end;
                }
                // A date that was read is one that can be read again, unchanged.
                prop_assert!(machine(&text).is_none_or(|d| machine(&d) == Some(d)), "{text}");
            }
        }
    }

    #[test]
    fn times_stand_beside_dates_and_zones_are_told() {
        for (s, want) in [
            ("Oct 31, 2016, 12:09pm EDT", "2016-10-31T12:09:00-04:00"),
            ("Aug 10, 2016 11:15 am UTC", "2016-08-10T11:15:00Z"),
            ("January 8, 2023 | 9.25 p.m. ET", "2023-01-08T21:25:00-05:00"),
            ("8 Jan 2023 (19:58 GMT+3)", "2023-01-08T19:58:00+03:00"),
            ("8. Januar 2023, 19:58 Uhr", "2023-01-08T19:58:00"),
            ("8 janvier 2023 10:30 et mis à jour", "2023-01-08T10:30:00"),
            ("8 January 2023 10:30-11:30", "2023-01-08T10:30:00"),
            ("Updated 12:24 am EST, Wednesday, November 20, 2019", "2019-11-20T00:24:00-05:00"),
            ("Published Mon, Mar 18 20199:29 AM EDTUpdated Mon, Mar 18 201911:37 AM EDT", "2019-03-18T09:29:00-04:00"),
            ("January 8, 2023", "2023-01-08"),
        ] {
            assert_eq!(shown(s, true)[0].told(), want, "{s}");
        }
        for (s, want) in [
            ("January 8, 2023 | 9:25pm", Some(21 * 60 + 25)),
            ("12:20pm Jan 8, 2023", Some(12 * 60 + 20)),
            ("8. Januar 2023, 07.12 Uhr", Some(7 * 60 + 12)),
            ("8 janvier 2023 à 10h30", Some(10 * 60 + 30)),
            ("8 January 2023", None),
        ] {
            assert_eq!(shown(s, false)[0].minutes, want, "{s}");
        }
        assert_eq!(in_zone("2023-01-08T02:25:54Z", -300).as_deref(), Some("2023-01-07T21:25:54-05:00"));
        assert_eq!(in_zone("2023-01-08T22:00:00Z", 330).as_deref(), Some("2023-01-09T03:30:00+05:30"));
        for (y, m, d) in [(1999, 12, 31), (2000, 2, 29), (2024, 3, 1)] {
            assert_eq!(civil(days(y, m, d)), (i64::from(y), i64::from(m), i64::from(d)));
        }
    }
}
