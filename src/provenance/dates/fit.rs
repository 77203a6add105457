//! How well a date that is shown fits a moment that is known.

use super::{Shown, parts};

/// In rising order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The same day.
    Day,
    /// The same minute of an hour or of its half: another zone explains the rest.
    Clock,
    /// The same moment.
    Moment,
}

/// No two zones are further apart than this, in minutes, where pages are written in one and told in another.
const APART: i64 = 14 * 60;

/// Whether two clocks, in minutes, could show one moment in different zones.
fn is_zone(apart: i64) -> bool {
    apart.abs() <= APART && matches!(apart.rem_euclid(30), 0 | 1 | 29)
}

/// Whether two moments, in minutes, are one clock's figures taken in different zones. An hour doesn't count: `CET` is written in
/// summer, too.
pub fn is_other_zone(apart: i64) -> bool {
    is_zone(apart) && apart.abs() > 61
}

impl Shown {
    /// How this date fits a date of this module.
    pub fn fit(&self, moment: &str) -> Option<Fit> {
        let (known, zone, timed) = parts(moment)?;
        let (day, ..) = parts(&self.date)?;
        let on = (known.div_euclid(1440) * 1440 == day).then_some(Fit::Day);
        let Some(minutes) = self.minutes.filter(|_| timed) else { return on };
        let apart = day + minutes - known;
        match (self.zone, zone) {
            (Some(a), Some(b)) if (apart - a + b).abs() <= 1 => Some(Fit::Moment),
            (Some(a), Some(b)) => {
                if is_zone(apart - a + b) {
                    on.map(|_| Fit::Clock)
                } else {
                    on
                }
            }
            _ if apart.abs() <= 1 => Some(Fit::Moment),
            _ if is_zone(apart) => Some(Fit::Clock),
            _ => on,
        }
    }
}

/// Whether two dates of this module tell the same minute, or the same day without a time.
pub fn same(a: &str, b: &str) -> bool {
    match (parts(a), parts(b)) {
        (Some((a, Some(x), true)), Some((b, Some(y), true))) => a - x == b - y,
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn a_shown_date_fits_the_moment_it_tells() {
        for (text, moment, want) in [
            ("July 9, 2020 at 6:40 PM EDT", "2020-07-09T22:40:12Z", Some(Fit::Moment)),
            ("July 9, 2020 at 9:40 PM EDT", "2020-07-10T01:40:12Z", Some(Fit::Moment)),
            ("July 9, 2020 at 6:40 PM EDT", "2020-07-09T10:04:00Z", Some(Fit::Day)),
            ("July 9, 2020 at 6:40 PM EDT", "2020-07-10T10:04:00Z", None),
            ("July 9, 2020 at 6:40 PM EST", "2020-07-09T22:40:00Z", Some(Fit::Clock)),
            ("July 9, 2020 6:40 PM", "2020-07-09T18:40:30+02:00", Some(Fit::Moment)),
            ("July 9, 2020 6:40 PM", "2020-07-09T22:40:00Z", Some(Fit::Clock)),
            ("July 9, 2020 9:40 PM", "2020-07-10T01:40:00Z", Some(Fit::Clock)),
            ("July 9, 2020 6:40 PM", "2020-07-09T22:51:00Z", Some(Fit::Day)),
            ("July 9, 2020", "2020-07-09T22:51:00Z", Some(Fit::Day)),
            ("July 9, 2020", "2020-07-09", Some(Fit::Day)),
            ("July 9, 2020", "2020-07-10", None),
        ] {
            assert_eq!(shown(text, true)[0].fit(moment), want, "{text} {moment}");
        }
        for (a, b, want) in [
            ("2024-03-05T10:00:00Z", "2024-03-05T12:00:40+02:00", true),
            ("2024-03-05T10:00:00Z", "2024-03-05T10:01:00Z", false),
            ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00", false),
            ("2024-03-05", "2024-03-05", true),
            ("2024-03-05", "2024-03-05T00:00:00", false),
        ] {
            assert_eq!(same(a, b), want, "{a} {b}");
        }
    }
}
