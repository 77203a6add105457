//! Time zones as dates tell them, in minutes east of Greenwich.

use super::{days, exists};

/// Names that mean one zone. Others are those of several: `IST` is India's, Ireland's and Israel's.
const NAMES: &[(&str, i64)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("Z", 0),
    ("WET", 0),
    ("BST", 60),
    ("CET", 60),
    ("MEZ", 60),
    ("CEST", 120),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("HKT", 480),
    ("SGT", 480),
    ("AWST", 480),
    ("JST", 540),
    ("KST", 540),
    ("ACST", 570),
    ("AEST", 600),
    ("ACDT", 630),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("ADT", -180),
    ("EDT", -240),
    ("EST", -300),
    ("CDT", -300),
    ("CST", -360),
    ("MDT", -360),
    ("MST", -420),
    ("PDT", -420),
    ("PST", -480),
    ("AKDT", -480),
    ("AKST", -540),
    ("HST", -600),
];
/// Names for what is shown on clocks of the United States, with their winter's zone.
const COMMON: &[(&str, i64)] = &[("ET", -300), ("CT", -360), ("MT", -420), ("PT", -480)];
/// Names of several zones: they belong to a time, but tell nothing.
const OPEN: &[&str] = &["IST", "AST"];

/// Whether a word names a zone. In small letters some mean other things ("et", "est").
pub(super) fn is_name(word: &str) -> bool {
    OPEN.contains(&word) || NAMES.iter().chain(COMMON).any(|(n, _)| *n == word)
}

/// The zone that a name tells on a day.
pub(super) fn named(word: &str, (y, m, d): (u32, u32, u32)) -> Option<i64> {
    let find = |list: &[(&str, i64)]| list.iter().find(|(n, _)| *n == word).map(|(_, z)| *z);
    if ["z", "gmt", "utc"].contains(&word) {
        return Some(0);
    }
    find(NAMES).or_else(|| find(COMMON).map(|z| if summer(y, m, d) { z + 60 } else { z }))
}

/// Whether clocks of the United States are set forward: from the second Sunday of March to the first of November, since 2007.
fn summer(y: u32, m: u32, d: u32) -> bool {
    // 1970-01-04 was a Sunday.
    let sunday = |m: u32, from: u32| (from..from + 7).find(|d| (days(y, m, *d) - 3).rem_euclid(7) == 0);
    match m {
        3 => sunday(3, 8).is_some_and(|s| d >= s),
        11 => sunday(11, 1).is_some_and(|s| d < s),
        _ => exists(y, m, d) && (4..=10).contains(&m),
    }
}

/// Where the first word ends. Markup may glue another one to it: "EDTUpdated".
fn word(text: &str) -> usize {
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let glued =
        text.as_bytes()[..end].windows(2).skip(1).position(|w| w[0].is_ascii_uppercase() && w[1].is_ascii_lowercase());
    glued.map_or(end, |i| i + 1)
}

/// The zone at the start of a text: `Z`, `+0800`, `GMT+08:00`, `UTC-5`, `EDT`. No place on earth is further than 14 hours off.
pub(super) fn read(text: &str, day: (u32, u32, u32)) -> Option<i64> {
    let text = text.trim_start();
    let word = &text[..word(text)];
    let named = named(word, day);
    let signed = match named {
        None if word.is_empty() => text,
        Some(0) => text[word.len()..].trim_start(),
        zone => return zone,
    };
    let east = match signed.bytes().next() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return named,
    };
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let figures = &signed[1..];
    let n = digits(figures);
    let number = |s: &str| s.parse::<i64>().ok();
    let (hours, minutes) = match n {
        1 | 2 => {
            let behind = figures[n..].strip_prefix(':').filter(|m| digits(m) == 2);
            (number(&figures[..n])?, behind.map_or(Some(0), |m| number(&m[..2]))?)
        }
        4 => (number(&figures[..2])?, number(&figures[2..4])?),
        _ => return None,
    };
    let zone = hours * 60 + minutes;
    (minutes < 60 && zone <= 14 * 60).then_some(east * zone)
}

/// A zone as RFC 3339 writes it.
pub(super) fn tell(zone: i64) -> String {
    if zone == 0 {
        return "Z".to_owned();
    }
    let sign = if zone < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_by_figures_and_by_name() {
        for (text, want) in [
            ("Z", Some(0)),
            ("+0800", Some(480)),
            (" +08:00", Some(480)),
            ("+08", Some(480)),
            ("-0330", Some(-210)),
            ("GMT", Some(0)),
            ("GMT+0800", Some(480)),
            ("UTC+03:00", Some(180)),
            ("GMT-5", Some(-300)),
            ("GMT +1", Some(60)),
            ("+14:00", Some(840)),
            ("+99:99", None),
            ("+14:30", None),
            ("+05:75", None),
            ("EDT 2015", Some(-240)),
            ("EDTUpdated", Some(-240)),
            ("PST", Some(-480)),
            ("ET", Some(-300)),
            ("IST", None),
            ("Zulu", None),
            ("", None),
        ] {
            assert_eq!(read(text, (2023, 1, 8)), want, "{text}");
        }
        for (day, want) in [
            ((2023, 3, 11), -300),
            ((2023, 3, 12), -240),
            ((2023, 7, 1), -240),
            ((2023, 11, 4), -240),
            ((2023, 11, 5), -300),
        ] {
            assert_eq!(named("ET", day), Some(want), "{day:?}");
        }
        assert_eq!([0, -210, 840].map(tell), ["Z", "-03:30", "+14:00"]);
    }
}
