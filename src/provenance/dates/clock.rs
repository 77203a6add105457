//! The time of day beside a date in a text for people.

use super::zones;

/// Words between a date and a time.
const LINKS: &[&str] = &["at", "um", "à", "a", "las", "alle", "ore", "kl", "klo", "om", "às", "о", "в"];
/// Words behind the figures of a time.
const PARTS: &[&str] = &["am", "pm", "a", "p", "m", "uhr", "h", "hrs"];
/// Where a date of `used` words ends, by itself and with the time of day behind it (bytes of `text`). `words`: each with where it
/// starts.
pub(super) fn ends(text: &str, words: &[(usize, String)], used: usize) -> (usize, usize) {
    // A word may hold other digits than the text does, as many of them.
    let after = |k: usize| {
        let (at, word) = &words[k];
        text[*at..].chars().take(word.chars().count()).map(char::len_utf8).sum::<usize>() + at
    };
    let day = used.clamp(1, words.len()) - 1;
    let mut last = day;
    let mut clock = false;
    for k in used..words.len().min(used + 7) {
        let gap = &text[after(k - 1)..words[k].0];
        let word = words[k].1.to_lowercase();
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &word[digits..];
        if gap.chars().any(|c| !(c.is_whitespace() || ",.:-–—|·•/(".contains(c))) {
            break;
        }
        if (1..=2).contains(&digits) && !zones::is_name(&words[k - 1].1) {
            // A figure by itself may count anything.
            let next = words.get(k + 1).map(|w| (&text[after(k)..w.0], w.1.to_lowercase()));
            let timed = !tail.is_empty() && (PARTS.contains(&tail) || tail.starts_with('h'))
                || tail.is_empty()
                    && (clock && matches!(gap, ":" | ".")
                        || next.is_some_and(|(gap, w)| {
                            matches!(gap, ":" | ".") && w.starts_with(|c: char| c.is_ascii_digit())
                                || gap.trim().is_empty() && PARTS.contains(&w.as_str())
                        }));
            if !timed {
                break;
            }
            clock = true;
        } else if !clock && LINKS.contains(&word.as_str()) {
            continue;
        } else if !clock || !PARTS.contains(&word.as_str()) && !zones::is_name(&words[k].1) {
            break;
        }
        last = k;
    }
    (after(day), after(last))
}

/// The time of day at the start (`ahead`) or the end of a text, in minutes, and what stands behind it.
pub(super) fn of(text: &str, ahead: bool) -> Option<(i64, &str)> {
    let part = if ahead {
        text
    } else {
        // A zone and a day of the week may stand between the time and the date.
        &text[text.char_indices().rev().nth(31).map_or(0, |c| c.0)..]
    };
    let chars: Vec<(usize, char)> = part.char_indices().take(if ahead { 24 } else { 32 }).collect();
    let at = |i: usize| chars.get(i).map(|c| c.1);
    let digit = |i: usize| at(i).and_then(|c| c.to_digit(10)).map(i64::from);
    (0..chars.len()).find_map(|i| {
        if i > 0 && at(i - 1).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | ':')) {
            return None;
        }
        let (h, mark) = match (digit(i)?, digit(i + 1)) {
            (a, Some(b)) => (a * 10 + b, i + 2),
            (a, None) => (a, i + 1),
        };
        if !matches!(at(mark), Some(':' | '.' | 'h' | 'H' | '：' | '시' | '時')) {
            return None;
        }
        let m = digit(mark + 1)? * 10 + digit(mark + 2)?;
        if digit(mark + 3).is_some()
            || h > 23
            || m > 59
            || matches!(at(mark + 3), Some('.' | '/') if digit(mark + 4).is_some())
        {
            return None;
        }
        let rest = chars.get(mark + 3).map_or("", |c| &part[c.0..]);
        let (h, rest) = half(h, rest);
        Some((h * 60 + m, rest))
    })
}

/// The hour of the day by the half that the text behind it tells ("PM", "p.m.", "a. m."), and what follows.
pub(super) fn half<'a>(h: i64, text: &'a str) -> (i64, &'a str) {
    let after = |text: &'a str, letters: [char; 2]| -> Option<(char, &'a str)> {
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        let c = text.chars().next().filter(|c| letters.contains(&c.to_ascii_lowercase()))?;
        Some((c, &text[c.len_utf8()..]))
    };
    let Some((first, rest)) = after(text, ['a', 'p']) else { return (h, text) };
    let Some((_, rest)) = after(rest, ['m', 'm']) else { return (h, text) };
    // Markup glues the next word to the half: "AMUpdated".
    let mut next = rest.chars();
    let word = next.next().is_some_and(|c| c.is_alphabetic() && !c.is_uppercase())
        || rest.starts_with(char::is_uppercase) && !next.next().is_some_and(char::is_lowercase);
    if word {
        return (h, text);
    }
    let h = match first.to_ascii_lowercase() {
        'p' if h < 12 => h + 12,
        'a' if h == 12 => 0,
        _ => h,
    };
    (h, rest.trim_start_matches(|c: char| c.is_whitespace() || ".,".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::super::shown;

    #[test]
    fn a_date_ends_with_the_time_behind_it_and_takes_nothing_else() {
        for (text, date) in [
            ("By Ada Muster, harbour correspondent · 14 March 2026, 7:20 am", "14 March 2026, 7:20 am"),
            ("Published Mon, Mar 18 20199:29 AM EDTUpdated Mon, Mar 18 201911:37 AM EDT", "Mar 18 20199:29 AM EDT"),
            ("14 mars 2026 à 10:30 et mis à jour", "14 mars 2026 à 10:30"),
            ("March 14, 2026 at 5:52 pm ET 12 comments", "March 14, 2026 at 5:52 pm ET"),
            ("von Ada Muster am 29. Mai 2026 , 14:14 Uhr", "29. Mai 2026 , 14:14 Uhr"),
            ("14 March 2026 at the harbour", "14 March 2026"),
            ("14 March 2026 | 3 min read", "14 March 2026"),
            ("Le 14 mars 2026 à 18h30 par Ada Muster", "14 mars 2026 à 18h30"),
            ("2026-03-14", "2026-03-14"),
            ("١٤ مارس ٢٠٢٦", "١٤ مارس ٢٠٢٦"),
        ] {
            let found = shown(text, false);
            assert_eq!(found.first().map(|d| &text[d.start..d.end]), Some(date), "{text}");
        }
    }
}
