//! Tokens: words, numbers and marks with exact byte offsets.
//!
//! The rules follow the Penn Treebank where that matters to spans (clitics are tokens: `Clinton|’s`, `does|n’t`), and
//! depart from it where a reader sees one word (`Japan-US`, `U.S.`, `110,000`, an address). Trainer and core share this
//! one tokenizer: the trainer asks the core.

use crate::report::Span;

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Letters, all lower case.
    Lower,
    /// Letters, the first upper case.
    Title,
    /// Letters, all upper case, two or more.
    Upper,
    /// Letters in any other mixture, or of a script without case.
    Mixed,
    /// Starts with a digit.
    Number,
    /// A quotation mark of any kind.
    Quote,
    /// Any other mark.
    Mark,
}

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// First byte after.
    pub end: u32,
    /// What it looks like.
    pub shape: Shape,
    /// Whether white space stands before it (or nothing).
    pub spaced: bool,
}

impl Token {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }
    /// Whether it is a word or a number.
    pub fn is_word(self) -> bool {
        !matches!(self.shape, Shape::Quote | Shape::Mark)
    }
    /// Whether it starts with an upper-case letter.
    pub fn is_capital(self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper)
    }
}

/// Whether `c` is a quotation mark. The apostrophe-like ones (' ’ ‘) count only where they are no part of a word.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '\'' | '「' | '」' | '『' | '』' | '＂')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// Appends the tokens of `text[range]` to `out`.
pub fn tokenize(text: &str, range: std::ops::Range<usize>, out: &mut Vec<Token>) {
    let base = range.start;
    let Some(s) = text.get(range) else { return };
    let mut at = 0;
    let mut spaced = true;
    while at < s.len() {
        let Some(c) = s[at..].chars().next() else { break };
        let width = c.len_utf8();
        if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') {
            at += width;
            spaced = true;
            continue;
        }
        let end = if c.is_alphanumeric() { word_end(s, at) } else { mark_end(s, at, c) };
        if c.is_alphanumeric() {
            push_word(s, at, end, base, spaced, out);
        } else {
            let shape = if is_quote(c) { Shape::Quote } else { Shape::Mark };
            out.push(Token { start: (base + at) as u32, end: (base + end) as u32, shape, spaced });
        }
        at = end;
        spaced = false;
    }
}

/// Runs of the same mark that belong together: `...`, `--`, `??`.
fn mark_end(s: &str, at: usize, c: char) -> usize {
    let mut end = at + c.len_utf8();
    if matches!(c, '.' | '-' | '!' | '?' | '*' | '_') {
        while s[end..].starts_with(c) {
            end += c.len_utf8();
        }
    } else if c == '\'' && s[end..].starts_with('\'') {
        // Two apostrophes are LaTeX's way to write a double quotation mark.
        end += 1;
    }
    end
}

/// The end of the word that starts at `at`, clitics included.
fn word_end(s: &str, at: usize) -> usize {
    let mut prev = ' ';
    let mut run = 0usize; // letters since the last joint
    let mut it = s[at..].char_indices().peekable();
    while let Some((i, c)) = it.next() {
        if c.is_alphanumeric() || is_combining(c) {
            // CJK has no spaces: a token a character, so that spans can end anywhere.
            if is_cjk(c) {
                return if i == 0 { at + c.len_utf8() } else { at + i };
            }
            prev = c;
            run += 1;
            continue;
        }
        let next = it.peek().map(|&(_, n)| n);
        let joins = match c {
            '.' => next.is_some_and(|n| {
                (run == 1 && prev.is_alphabetic() && n.is_alphabetic())
                    || (prev.is_numeric() && n.is_numeric())
                    || (run > 1 && n.is_lowercase())
            }),
            ',' | ':' => prev.is_numeric() && next.is_some_and(char::is_numeric),
            '-' | '‑' | '@' | '_' => next.is_some_and(char::is_alphanumeric),
            '&' => run <= 2 && next.is_some_and(char::is_uppercase),
            '/' => false,
            c if is_apostrophe(c) => next.is_some_and(char::is_alphabetic),
            _ => false,
        };
        if !joins {
            // The last dot of an abbreviation such as U.S. or a.m. belongs to it.
            if c == '.' && run == 1 && prev.is_alphabetic() && s[at..at + i].contains('.') {
                return at + i + 1;
            }
            return at + i;
        }
        prev = c;
        run = 0;
    }
    s.len()
}

fn is_combining(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f | 0x900..=0x903 | 0x93a..=0x94f)
}

/// Whether `c` belongs to a script written without spaces between words.
pub fn is_cjk(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

fn push_word(s: &str, at: usize, end: usize, base: usize, spaced: bool, out: &mut Vec<Token>) {
    let w = &s[at..end];
    let cut = clitic(w).map_or(end, |i| at + i);
    for (a, b, sp) in [(at, cut, spaced), (cut, end, false)] {
        if a < b {
            out.push(Token { start: (base + a) as u32, end: (base + b) as u32, shape: shape(&s[a..b]), spaced: sp });
        }
    }
}

/// Where the clitic of a word starts: `'s`, `’re`, `n't` …
fn clitic(w: &str) -> Option<usize> {
    let (i, apostrophe) = w.char_indices().rev().take(4).find(|&(_, c)| is_apostrophe(c))?;
    let tail = &w[i + apostrophe.len_utf8()..];
    if i == 0 {
        return None;
    }
    if tail.eq_ignore_ascii_case("t") {
        return w[..i].ends_with(['n', 'N']).then(|| i - 1).filter(|&j| j > 0);
    }
    ["s", "re", "ll", "ve", "d", "m"].iter().any(|c| tail.eq_ignore_ascii_case(c)).then_some(i)
}

fn shape(w: &str) -> Shape {
    let mut cs = w.chars();
    let Some(first) = cs.next() else { return Shape::Mark };
    if first.is_numeric() {
        return Shape::Number;
    }
    let (mut lower, mut upper) = (0, 0);
    for c in w.chars() {
        if c.is_lowercase() {
            lower += 1;
        } else if c.is_uppercase() {
            upper += 1;
        }
    }
    match (upper, lower) {
        (0, l) if l > 0 => Shape::Lower,
        (1, _) if first.is_uppercase() => Shape::Title,
        (u, 0) if u > 1 => Shape::Upper,
        _ if first.is_uppercase() => Shape::Title,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(s: &str) -> Vec<&str> {
        let mut v = Vec::new();
        tokenize(s, 0..s.len(), &mut v);
        v.iter().map(|t| &s[t.span().range()]).collect()
    }

    #[test]
    fn cuts_where_spans_may_end() {
        let table: &[(&str, &str)] = &[
            ("Clinton’s team doesn't agree.", "Clinton|’s|team|does|n't|agree|."),
            ("In the U.S., it was 4.5% of $1,200 at 10:30 a.m.", "In|the|U.S.|,|it|was|4.5|%|of|$|1,200|at|10:30|a.m."),
            ("“Well,” she said—‘no’.", "“|Well|,|”|she|said|—|‘|no|’|."),
            ("Japan-US ties...", "Japan-US|ties|..."),
            ("opinion@globaltimes.com.cn", "opinion@globaltimes.com.cn"),
            ("It ended.Next", "It|ended|.|Next"),
            ("O’Malley’s", "O’Malley|’s"),
            ("中国 says", "中|国|says"),
            ("rock 'n' roll", "rock|'|n|'|roll"),
        ];
        for (text, want) in table {
            assert_eq!(words(text).join("|"), *want);
        }
    }
}
