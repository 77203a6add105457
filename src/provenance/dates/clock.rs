//! The time of day beside a date in a text for people.

/// Words between a date and a time.
const LINKS: &[&str] = &["at", "um", "à", "a", "las", "alle", "ore", "kl", "klo", "om", "às", "о", "в"];
/// Words behind the figures of a time.
const PARTS: &[&str] = &["am", "pm", "a", "p", "m", "uhr", "h", "hrs"];
/// Time zones as they are written beside a time.
const ZONES: &[&str] = &[
    "gmt", "utc", "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "pt", "et", "ct", "mt", "cet", "cest",
    "mez", "mesz", "ist", "aest", "aedt", "jst", "kst", "msk",
];

/// Where a date of `used` words ends, the time of day behind it included (bytes of `text`). `words`: each with where it starts.
pub(super) fn end(text: &str, words: &[(usize, String)], used: usize) -> usize {
    // A word may hold other digits than the text does, as many of them.
    let after = |k: usize| {
        let (at, word) = &words[k];
        text[*at..].chars().take(word.chars().count()).map(char::len_utf8).sum::<usize>() + at
    };
    let mut last = used.min(words.len()) - 1;
    let mut clock = false;
    for k in used..words.len().min(used + 7) {
        let gap = &text[after(k - 1)..words[k].0];
        let word = words[k].1.to_lowercase();
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &word[digits..];
        if gap.chars().any(|c| !(c.is_whitespace() || ",.:-–—|·•/(".contains(c))) {
            break;
        }
        if (1..=2).contains(&digits) && !ZONES.contains(&words[k - 1].1.to_lowercase().as_str()) {
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
        } else if !clock || !PARTS.contains(&word.as_str()) && !ZONES.contains(&word.as_str()) {
            break;
        }
        last = k;
    }
    after(last)
}

/// The time of day at the start (`ahead`) or the end of a text.
pub(super) fn of(text: &str, ahead: bool) -> Option<i64> {
    let chars: Vec<char> = if ahead {
        text.chars().take(24).collect()
    } else {
        text.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect()
    };
    let digit = |i: usize| chars.get(i).and_then(|c| c.to_digit(10));
    (0..chars.len()).find_map(|i| {
        if i > 0 && (chars[i - 1].is_ascii_digit() || matches!(chars[i - 1], '.' | '/' | ':')) {
            return None;
        }
        let (h, at) = match (digit(i)?, digit(i + 1)) {
            (a, Some(b)) => (a * 10 + b, i + 2),
            (a, None) => (a, i + 1),
        };
        if !matches!(chars.get(at), Some(':' | '.' | 'h' | 'H' | '：' | '시' | '時')) {
            return None;
        }
        let m = digit(at + 1)? * 10 + digit(at + 2)?;
        if digit(at + 3).is_some()
            || h > 23
            || m > 59
            || matches!(chars.get(at + 3), Some('.' | '/') if digit(at + 4).is_some())
        {
            return None;
        }
        let tail: String = chars[(at + 3).min(chars.len())..]
            .iter()
            .filter(|c| !c.is_whitespace() && **c != '.')
            .take(2)
            .collect::<String>()
            .to_lowercase();
        let h = match &*tail {
            "pm" if h < 12 => h + 12,
            "am" if h == 12 => 0,
            _ => h,
        };
        Some(i64::from(h * 60 + m))
    })
}

#[cfg(test)]
mod tests {
    use super::super::shown;

    #[test]
    fn a_date_ends_with_the_time_behind_it_and_takes_nothing_else() {
        for (text, date) in [
            ("By Ada Muster, harbour correspondent · 14 March 2026, 7:20 am", "14 March 2026, 7:20 am"),
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
