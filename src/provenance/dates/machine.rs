//! Dates in forms made for programs.

use super::{civil, clock, exists, month, zones};

/// A date in machine form: ISO 8601 and its near relatives, RFC 2822, seconds or milliseconds since 1970.
pub fn machine(s: &str) -> Option<String> {
    let s = s.trim();
    iso(s).or_else(|| epoch(s)).or_else(|| rfc2822(s))
}

fn epoch(s: &str) -> Option<String> {
    if !matches!(s.len(), 10 | 13) || !s.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let seconds: i64 = s[..10].parse().ok()?;
    let (y, m, d) = civil(seconds.div_euclid(86_400));
    let t = seconds.rem_euclid(86_400);
    (1995..=2100)
        .contains(&y)
        .then(|| format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}:{:02}Z", t / 3600, t / 60 % 60, t % 60))
}

/// `Wed, 04 May 2022 00:25:56 GMT`, `Tue Aug 25 2020 00:23:33 GMT+0000`, `Mon Aug 03 12:45:00 EDT 2015`, `May 3, 2020 12:30 AM`.
fn rfc2822(s: &str) -> Option<String> {
    if s.len() > 80 || !s.is_ascii() {
        return None;
    }
    // Words with where they start.
    let words: Vec<(usize, &str)> = s
        .split([' ', ','])
        .filter(|w| !w.is_empty())
        .map(|w| (w.as_ptr() as usize - s.as_ptr() as usize, w))
        .take(12)
        .collect();
    let number = |i: usize| words.get(i)?.1.parse::<u32>().ok();
    // The month stands before or after the day; where another one follows, `Mar` is a Tuesday.
    let named = |i: usize| month(words.get(i)?.1);
    let (m, d, behind) = (0..words.len().min(3)).find_map(|i| {
        let m = named(i).filter(|_| named(i + 2).is_none())?;
        let day = |i: usize| number(i).filter(|d| (1..=31).contains(d));
        match (i.checked_sub(1).and_then(day), day(i + 1)) {
            (Some(d), _) => Some((m, d, i + 1)),
            (None, Some(d)) => Some((m, d, i + 2)),
            _ => None,
        }
    })?;
    // A zone may stand between the time and the year.
    let y = (behind..words.len().min(behind + 4)).find_map(|i| number(i).filter(|y| (1990..=2100).contains(y)))?;
    let time = words.get(behind..)?.iter().find(|(_, w)| w.contains(':'))?.0;
    exists(y, m, d).then(|| moment((y, m, d), &s[time..])).flatten()
}

fn iso(s: &str) -> Option<String> {
    let b = s.as_bytes();
    let num = |r: std::ops::Range<usize>| {
        s.get(r).filter(|x| !x.is_empty() && x.bytes().all(|b| b.is_ascii_digit())).and_then(|x| x.parse::<u32>().ok())
    };
    let year = num(0..4)?;
    let (m, d, at) = match b.get(4) {
        Some(sep @ (b'-' | b'/' | b'.')) => {
            let (m, end) = short(s, 5)?;
            if b.get(end) != Some(sep) {
                return None;
            }
            let (d, end) = short(s, end + 1)?;
            if b.get(end).is_some_and(u8::is_ascii_digit) {
                return None;
            }
            (m, d, end)
        }
        Some(c) if c.is_ascii_digit() => {
            let (m, d) = (num(4..6)?, num(6..8)?);
            // Hours, minutes and seconds may follow the day; other long numbers are no dates.
            let digits = b.iter().take_while(|c| c.is_ascii_digit()).count();
            if !matches!(digits, 8 | 10 | 12 | 14) || digits == 10 && num(8..10)? > 23 {
                return None;
            }
            (m, d, digits)
        }
        _ => return None,
    };
    if !exists(year, m, d) {
        return None;
    }
    let time = s[at..].trim_start_matches(['T', 't', ' ']);
    let timed = (time.len() < s.len() - at).then(|| moment((year, m, d), time)).flatten();
    Some(timed.unwrap_or_else(|| format!("{year:04}-{m:02}-{d:02}")))
}

/// One or two digits at a place, and where they end.
fn short(s: &str, at: usize) -> Option<(u32, usize)> {
    let end = at + s.as_bytes().get(at..)?.iter().take(2).take_while(|c| c.is_ascii_digit()).count();
    Some((s.get(at..end)?.parse().ok()?, end))
}

/// A day with the time that a text starts with: `07:58`, `7:58:00.123 p.m.`, `19:58:00 GMT+0800`.
fn moment(day: (u32, u32, u32), s: &str) -> Option<String> {
    let b = s.as_bytes();
    let (h, end) = short(s, 0)?;
    let (min, mut at) = (b.get(end) == Some(&b':')).then(|| short(s, end + 1)).flatten()?;
    if h > 23 || min > 59 {
        return None;
    }
    let mut sec = 0;
    if b.get(at) == Some(&b':')
        && let Some((s, end)) = short(s, at + 1)
    {
        sec = if s < 60 { s } else { 0 };
        at = end;
    }
    if matches!(b.get(at), Some(b'.' | b',')) {
        at += 1;
        while b.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
    }
    let (h, rest) = clock::half(i64::from(h), s.get(at..).unwrap_or(""));
    let zone = zones::read(rest, day).map_or(String::new(), zones::tell);
    let (y, m, d) = day;
    Some(format!("{y:04}-{m:02}-{d:02}T{h:02}:{min:02}:{sec:02}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::machine;

    #[test]
    fn dates_for_programs_are_read_and_impossible_ones_refused() {
        for (s, want) in [
            ("2023-01-08T19:58:00+0800", Some("2023-01-08T19:58:00+08:00")),
            ("2023-01-08T19:58:00.123Z", Some("2023-01-08T19:58:00Z")),
            ("2023-01-08T19:58:00-00:00", Some("2023-01-08T19:58:00Z")),
            ("2023-02-30", None),
            ("2023-01-08 19:58", Some("2023-01-08T19:58:00")),
            ("2023-01-08 25:58", Some("2023-01-08")),
            ("20230108", Some("2023-01-08")),
            ("2023-1-8 7:05:9", Some("2023-01-08T07:05:09")),
            ("2023-01-08T19:58:0Z", Some("2023-01-08T19:58:00Z")),
            ("Sun, 08 Jan 2023 19:58:00 GMT", Some("2023-01-08T19:58:00Z")),
            ("Sun, 08 Jan 2023 19:58:00 +0800", Some("2023-01-08T19:58:00+08:00")),
            ("Sun Jan 08 2023 19:58:00 GMT+0000 (Coordinated Universal Time)", Some("2023-01-08T19:58:00Z")),
            ("1673207880", Some("2023-01-08T19:58:00Z")),
            ("1673207880000", Some("2023-01-08T19:58:00Z")),
            ("2023", None),
            ("20231508", None),
            // Names of Greenwich's time before a sign tell nothing by themselves.
            ("2023-01-08 19:58:00 GMT+0800", Some("2023-01-08T19:58:00+08:00")),
            ("2023-01-08 19:58:00 UTC+03:00", Some("2023-01-08T19:58:00+03:00")),
            ("2023-01-08 19:58:00 GMT-5", Some("2023-01-08T19:58:00-05:00")),
            ("2023-01-08 19:58:00 UTC", Some("2023-01-08T19:58:00Z")),
            ("2023-01-08T19:58:00+99:99", Some("2023-01-08T19:58:00")),
            // Halves of the day.
            ("January 8, 2023 07:58 PM", Some("2023-01-08T19:58:00")),
            ("Sun, 8 Jan 2023 07:58 PM", Some("2023-01-08T19:58:00")),
            ("Sunday, May 3, 2020 12:30 AM", Some("2020-05-03T00:30:00")),
            ("2023-01-08 07:58 p.m.", Some("2023-01-08T19:58:00")),
            ("2023-01-08 07:58 p. m.", Some("2023-01-08T19:58:00")),
            ("2023-01-08 07:58:09 PM +0100", Some("2023-01-08T19:58:09+01:00")),
            ("2023-01-08 07:58 pm EST", Some("2023-01-08T19:58:00-05:00")),
            ("Sun, 8 Jan 2023 7:58:00 +0000", Some("2023-01-08T07:58:00Z")),
            ("Mon Aug 03 12:45:00 EDT 2015", Some("2015-08-03T12:45:00-04:00")),
            ("mar 3 jan 2023 10:00", Some("2023-01-03T10:00:00")),
            // An hour behind a day is no second since 1970.
            ("2023010812", Some("2023-01-08")),
        ] {
            assert_eq!(machine(s).as_deref(), want, "{s}");
        }
    }
}
