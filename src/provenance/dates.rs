//! Dates as pages write them, as RFC 3339 where a zone is known.
//!
//! A date needs a year from 1990 to 2100, a month and a day that exists; of numbers in the form `a/b/year` the first is the
//! month only in texts of the United States, unless it can't be. Anything else is refused.
//! [`machine`] reads forms made for programs, [`shown`] those made for people.

mod clock;

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
    ("ian", 1),
    ("iúl", 7),
    ("iun", 6),
    ("iul", 7),
    ("mag", 5),
    ("okto", 10),
    ("janv", 1),
    ("maí", 5),
    ("maja", 5),
    ("bře", 3),
    ("čvn", 6),
    ("červ", 6),
    ("červenc", 7),
    ("říj", 10),
    ("září", 9),
    ("zář", 9),
    ("juni", 6),
    ("mac", 3),
    ("ogos", 8),
    ("agu", 8),
    ("des", 12),
    ("mart", 3),
    ("ian", 1),
    ("ιαν", 1),
    ("φεβ", 2),
    ("μαρ", 3),
    ("μάρ", 3),
    ("απρ", 4),
    ("μαΐ", 5),
    ("μαϊ", 5),
    ("μάι", 5),
    ("ιουν", 6),
    ("ιούν", 6),
    ("ιουλ", 7),
    ("ιούλ", 7),
    ("αυγ", 8),
    ("αύγ", 8),
    ("σεπ", 9),
    ("οκτ", 10),
    ("νοε", 11),
    ("νοέ", 11),
    ("δεκ", 12),
    ("يناير", 1),
    ("فبراير", 2),
    ("مارس", 3),
    ("أبريل", 4),
    ("ابريل", 4),
    ("إبريل", 4),
    ("مايو", 5),
    ("يونيو", 6),
    ("يوليو", 7),
    ("أغسطس", 8),
    ("اغسطس", 8),
    ("سبتمبر", 9),
    ("أكتوبر", 10),
    ("اكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
    ("شباط", 2),
    ("آذار", 3),
    ("نيسان", 4),
    ("أيار", 5),
    ("حزيران", 6),
    ("تموز", 7),
    ("آب", 8),
    ("أيلول", 9),
    ("جانفي", 1),
    ("فيفري", 2),
    ("أفريل", 4),
    ("جوان", 6),
    ("جويلية", 7),
    ("أوت", 8),
    ("ינואר", 1),
    ("פברואר", 2),
    ("מרץ", 3),
    ("אפריל", 4),
    ("מאי", 5),
    ("יוני", 6),
    ("יולי", 7),
    ("אוגוסט", 8),
    ("ספטמבר", 9),
    ("אוקטובר", 10),
    ("נובמבר", 11),
    ("דצמבר", 12),
    ("जनवरी", 1),
    ("फरवरी", 2),
    ("मार्च", 3),
    ("अप्रैल", 4),
    ("मई", 5),
    ("जून", 6),
    ("जुलाई", 7),
    ("अगस्त", 8),
    ("सितंबर", 9),
    ("अक्टूबर", 10),
    ("नवंबर", 11),
    ("दिसंबर", 12),
];

/// The month a word names or shortens. Letters behind the known ones must go on in the same word, as cases do ("января").
pub(super) fn month(word: &str) -> Option<u32> {
    let w = word.to_lowercase();
    if !(2..=12).contains(&w.chars().count()) || w.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let short = w.chars().count() < 3;
    MONTHS
        .iter()
        .filter(|(m, _)| if short { w == *m } else { w.starts_with(m) })
        .max_by_key(|(m, _)| m.len())
        .map(|(_, n)| *n)
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
    let sign = if zone < 0 { '-' } else { '+' };
    let sec = date.get(17..19).unwrap_or("00");
    Some(format!(
        "{y:04}-{m:02}-{d:02}T{:02}:{:02}:{sec}{sign}{:02}:{:02}",
        t / 60,
        t % 60,
        zone.abs() / 60,
        zone.abs() % 60
    ))
}

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

/// `Wed, 04 May 2022 00:25:56 GMT`, `Tue Aug 25 2020 00:23:33 GMT+0000`.
fn rfc2822(s: &str) -> Option<String> {
    if s.len() > 80 || !s.is_ascii() {
        return None;
    }
    let w: Vec<&str> = s.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let i = w
        .iter()
        .take(3)
        .position(|w| month(w).is_some() && !w.starts_with(|c: char| c.is_ascii_digit()) && w.len() >= 3)?;
    let number = |i: usize| w.get(i)?.parse::<u32>().ok();
    // The month stands before or after the day. `Mon` and `Tue` are no months; `Mar` is none where a month follows.
    let (m, d, y, at) = match (number(i.wrapping_sub(1)), number(i + 1), number(i + 2)) {
        (Some(d), Some(y), _) if y >= 1990 => (month(w[i])?, d, y, i + 2),
        (_, Some(d), Some(y)) if y >= 1990 => (month(w[i])?, d, y, i + 3),
        _ => return None,
    };
    let time = w.get(at)?;
    if !exists(y, m, d) || time.len() < 5 || time.as_bytes().get(2) != Some(&b':') {
        return None;
    }
    let zone =
        w.get(at + 1).map_or(String::new(), |z| z.trim_start_matches("GMT").trim_start_matches("UTC").to_owned());
    let named = w.get(at + 1).is_some_and(|z| zone.is_empty() && (z.starts_with("GMT") || z.starts_with("UTC")));
    let clock = if time.len() == 5 { format!("{time}:00") } else { (*time).to_owned() };
    iso(&format!(
        "{y:04}-{m:02}-{d:02}T{clock}{}",
        if named {
            "Z"
        } else if zone.starts_with(['+', '-', 'Z']) {
            &zone
        } else {
            ""
        }
    ))
}

fn iso(s: &str) -> Option<String> {
    let b = s.as_bytes();
    let num = |r: std::ops::Range<usize>| {
        s.get(r).filter(|x| !x.is_empty() && x.bytes().all(|b| b.is_ascii_digit())).and_then(|x| x.parse::<u32>().ok())
    };
    // One or two digits at a place, and where they end.
    let short = |at: usize| {
        let end = at + b.get(at..)?.iter().take(2).take_while(|c| c.is_ascii_digit()).count();
        Some((num(at..end)?, end))
    };
    let year = num(0..4)?;
    let (m, d, mut at) = match b.get(4) {
        Some(sep @ (b'-' | b'/' | b'.')) => {
            let (m, end) = short(5)?;
            if b.get(end) != Some(sep) {
                return None;
            }
            let (d, end) = short(end + 1)?;
            if b.get(end).is_some_and(u8::is_ascii_digit) {
                return None;
            }
            (m, d, end)
        }
        Some(c) if c.is_ascii_digit() => {
            let (m, d) = (num(4..6)?, num(6..8)?);
            // Fourteen digits are a moment; other long numbers are none.
            let digits = b.iter().take_while(|c| c.is_ascii_digit()).count();
            if !matches!(digits, 8 | 12 | 14) {
                return None;
            }
            (m, d, digits)
        }
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
    let Some((h, end)) = short(at) else { return Some(date) };
    let Some((min, end)) = Some(end).filter(|e| b.get(*e) == Some(&b':')).and_then(|e| short(e + 1)) else {
        return Some(date);
    };
    if h > 23 || min > 59 {
        return Some(date);
    }
    at = end;
    let mut sec = 0;
    if b.get(at) == Some(&b':')
        && let Some((s, end)) = short(at + 1)
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
    let rest: String = s.get(at..).unwrap_or("").chars().filter(|c| !c.is_whitespace() && *c != ':').take(12).collect();
    let (h, rest) = match rest.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("pm") if h < 12 => (h + 12, String::new()),
        Some("am") if h == 12 => (0, String::new()),
        Some("am" | "pm") => (h, String::new()),
        _ => (h, rest),
    };
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
    let zone = if zone == "+00:00" || zone == "-00:00" { "Z".to_owned() } else { zone };
    Some(format!("{date}T{h:02}:{min:02}:{sec:02}{zone}"))
}

/// A date in a text for people.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The time of day beside it, in minutes.
    pub minutes: Option<i64>,
    /// Where it stands in the text (bytes).
    pub start: usize,
    /// Where it ends, with the time of day that follows it (bytes).
    pub end: usize,
}

/// The first date in a text for people, as `YYYY-MM-DD`.
pub fn visible(text: &str, american: bool) -> Option<String> {
    shown(text, american).into_iter().next().map(|s| s.date)
}

/// The dates in the first 300 bytes of a text for people, at most four.
pub fn shown(text: &str, american: bool) -> Vec<Shown> {
    let mut cut = text.len().min(300);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    let text = &text[..cut];
    if !text.bytes().any(|b| b.is_ascii_digit() || b == 0xd9 || b == 0xdb) {
        return Vec::new();
    }
    // Words with where they start; Eastern Arabic digits are made the same as Western ones.
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (i, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            open = false;
            continue;
        }
        let c = match c {
            '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
            c => c,
        };
        match words.last_mut() {
            Some(w) if open => w.1.push(c),
            _ => words.push((i, c.to_string())),
        }
        open = true;
    }
    let mut out: Vec<Shown> = Vec::new();
    let mut i = 0;
    while i < words.len() && out.len() < 4 {
        if let Some((y, m, d, used)) = date_at(text, &words[i..], american) {
            let from = words.get(i + used).map_or(text.len(), |w| w.0);
            let minutes = clock::of(&text[from..], true).or_else(|| clock::of(&text[..words[i].0], false));
            let end = clock::end(text, &words[i..], used);
            out.push(Shown { date: format!("{y:04}-{m:02}-{d:02}"), minutes, start: words[i].0, end });
            i += used;
        } else {
            i += 1;
        }
    }
    out
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
        // January 8, 2023
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

    #[test]
    fn dates_are_read_and_impossible_ones_refused() {
        for (s, want) in [
            ("2023-01-08T19:58:00+0800", Some("2023-01-08T19:58:00+08:00")),
            ("2023-01-08T19:58:00.123Z", Some("2023-01-08T19:58:00Z")),
            ("2023-02-30", None),
            ("2023-01-08 19:58", Some("2023-01-08T19:58:00")),
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
    fn times_stand_beside_dates_and_zones_are_told() {
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
