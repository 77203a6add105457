//! Sentence borders inside a block.
//!
//! A border stands after `.`, `!`, `?` or `…` (with the marks that close there) where the next token is spaced and
//! does not start in lower case, unless the full stop belongs to an abbreviation or an initial. A `\n` (one `<br>`)
//! ends a sentence only if the line before ends in such a mark or the next starts with a capital.

use super::tokens::{Shape, Token};

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sentence {
    /// First byte.
    pub start: u32,
    /// First byte after.
    pub end: u32,
    /// Index of its first token.
    pub first: u32,
    /// Index after its last token.
    pub last: u32,
    /// Index of its block in `Document::blocks`.
    pub block: u32,
}

impl Sentence {
    /// The range of its tokens.
    pub fn tokens(self) -> std::ops::Range<usize> {
        self.first as usize..self.last as usize
    }
    /// Where it stands.
    pub fn span(self) -> crate::report::Span {
        crate::report::Span { start: self.start, end: self.end }
    }
}

/// Abbreviations that a name or number usually follows, so that a full stop after them ends nothing.
const BEFORE_NAMES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "maj", "adm", "rev",
    "hon", "fr", "msgr", "pres", "st", "mt", "ft", "vs", "no", "nos", "fig", "art", "vol", "pp", "jan", "feb", "mar",
    "apr", "aug", "sept", "sep", "oct", "nov", "dec", "cmdr", "brig", "supt", "insp", "atty", "messrs", "mme", "reps",
    "sens", "cf", "approx", "ca", "dept",
];
/// Abbreviations after which a sentence may or may not end: it ends before a word that can only start one.
const MAYBE: &[&str] =
    &["inc", "ltd", "corp", "co", "jr", "sr", "etc", "al", "bros", "univ", "est", "ave", "blvd", "rd"];
const STARTERS: &[&str] = &[
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at",
    "but", "and", "his", "her", "their", "its", "our", "if", "when", "while", "after", "before", "as", "for", "there",
    "what", "who", "why", "how", "some", "many", "most", "all", "since", "with", "by", "no", "not", "so", "yet",
];

/// Appends the sentences of the block whose tokens are `tokens[first..]`.
pub fn split(text: &str, tokens: &[Token], first: usize, block: u32, out: &mut Vec<Sentence>) {
    let mut from = first;
    let mut i = first;
    while i < tokens.len() {
        let mut last = i + 1;
        let ends = if is_end(text, tokens[i]) {
            // Closing marks right behind belong to the sentence that ends.
            while last < tokens.len() && !tokens[last].spaced && closes(text, tokens[last]) {
                last += 1;
            }
            last >= tokens.len() || border(text, tokens, i, last)
        } else {
            // The dot of an abbreviation at the end of a sentence is part of the token: "in the U.S. The …"
            last >= tokens.len() || dotted_border(text, tokens, i, last) || line_border(text, tokens, last)
        };
        if ends {
            push(tokens, from, last, block, out);
            from = last;
        }
        i = last;
    }
    push(tokens, from, tokens.len(), block, out);
}

/// The most tokens of a sentence. No prose has so long a one; what does is a list or hostile, and detectors that look over
/// their sentence once for each find would take time by the square of it.
const MOST: usize = 500;

fn push(tokens: &[Token], from: usize, last: usize, block: u32, out: &mut Vec<Sentence>) {
    for from in (from..last.min(tokens.len())).step_by(MOST) {
        let last = last.min(from + MOST);
        let (start, end) = (tokens[from].start, tokens[last - 1].end);
        out.push(Sentence { start, end, first: from as u32, last: last as u32, block });
    }
}

fn word(text: &str, t: Token) -> &str {
    &text[t.start as usize..t.end as usize]
}

fn is_end(text: &str, t: Token) -> bool {
    t.shape == Shape::Mark && word(text, t).starts_with(['.', '!', '?', '…', '。', '！', '？'])
}

fn closes(text: &str, t: Token) -> bool {
    t.shape == Shape::Quote || matches!(word(text, t), ")" | "]")
}

fn border(text: &str, tokens: &[Token], end: usize, next: usize) -> bool {
    let (w, n) = (word(text, tokens[end]), tokens[next]);
    if w.starts_with(['。', '！', '？']) {
        return true;
    }
    if !n.spaced || n.shape == Shape::Lower {
        return n.spaced && text[tokens[end].end as usize..n.start as usize].contains('\n');
    }
    if n.shape == Shape::Mark
        && !matches!(word(text, n), "(" | "[" | "…" | "..." | "—" | "–" | "-" | "•" | "$" | "#" | "@" | "£" | "€")
    {
        return false;
    }
    // "“Why?” — he asked": a dash carries the sentence on, unless the sentence was closed by a full stop.
    if matches!(word(text, n), "—" | "–") && w != "." {
        return false;
    }
    if w != "." || end == 0 {
        return true;
    }
    let before = word(text, tokens[end - 1]);
    let lower = before.to_lowercase();
    if tokens[end].spaced || next > end + 1 {
        return true;
    }
    if BEFORE_NAMES.contains(&lower.as_str()) {
        // "no." and "art." also end sentences; a number follows where they don't.
        return matches!(lower.as_str(), "no" | "nos" | "art" | "fig") && n.shape != Shape::Number;
    }
    if MAYBE.contains(&lower.as_str()) {
        return STARTERS.contains(&word(text, n).to_lowercase().as_str()) || n.shape == Shape::Quote;
    }
    // "Posted on X. Witnesses said".
    let site = before == "X" && end > 1 && matches!(word(text, tokens[end - 2]), "on" | "to");
    // An initial: "J. Smith", but not "vitamin C. The".
    site || !(before.chars().count() == 1
        && tokens[end - 1].is_capital()
        && before != "I"
        && n.is_capital()
        && !STARTERS.contains(&word(text, n).to_lowercase().as_str()))
}

fn dotted_border(text: &str, tokens: &[Token], i: usize, next: usize) -> bool {
    let (w, n) = (word(text, tokens[i]), tokens[next]);
    if !tokens[i].is_word() || !w.ends_with('.') || !n.spaced {
        return false;
    }
    let starts = |t: Token| t.is_capital() && STARTERS.contains(&word(text, t).to_lowercase().as_str());
    // "At 3 a.m. “It shook,” he said": no time of day is quoted.
    let spoken = n.shape == Shape::Quote
        && tokens
            .get(next + 1)
            .is_some_and(|t| !t.spaced && (starts(*t) || t.is_capital() && matches!(w, "a.m." | "p.m.")));
    // "At 6 a.m. Norland's coast guard": no zone, and no day.
    let after = |t: Token| t.shape == Shape::Title && !crate::text::may_be_date(&word(text, t).to_lowercase());
    spoken || starts(n) || matches!(w, "a.m." | "p.m.") && after(n)
}

fn line_border(text: &str, tokens: &[Token], next: usize) -> bool {
    let n = tokens[next];
    n.spaced && n.shape != Shape::Lower && text[tokens[next - 1].end as usize..n.start as usize].contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_without_end_is_cut() {
        let text = "of course ".repeat(1200);
        let (mut t, mut s) = (Vec::new(), Vec::new());
        crate::text::tokens::tokenize(&text, 0..text.len(), &mut t);
        split(&text, &t, 0, 0, &mut s);
        assert_eq!(s.len(), t.len().div_ceil(MOST));
        assert!(s.iter().all(|s| s.tokens().len() <= MOST) && s.windows(2).all(|w| w[0].last == w[1].first));
    }

    #[test]
    fn ends_where_a_reader_ends() {
        let table: &[&str] = &[
            "Mr. Smith met Sen. J. Doe in the U.S. Senate.| He left.",
            "“Why?” she asked.| “Because.”| He nodded.",
            "It cost $4.5 million.| “No,” he said.",
            "They moved to the U.S. The family stayed.",
            "He works for Acme Inc. in Ohio.| Acme Co. The rest",
            "No. 5 is open.| It was a no.| Then",
            "one line\nAnother line.",
            "It came at 3 a.m.| “Nobody slept,” he said.",
            "It came at 6 a.m.| Norland slept.",
            "No check was made from 10:30 p.m. Friday to 6:30 a.m. Sept. 9.",
            "In the U.S. “war on hunger” nobody won.",
            "Wait ... what?| Yes!| (He laughed.)| End",
        ];
        for row in table {
            let text = row.replace('|', "");
            let mut t = Vec::new();
            crate::text::tokens::tokenize(&text, 0..text.len(), &mut t);
            let mut s = Vec::new();
            split(&text, &t, 0, 0, &mut s);
            let got: Vec<_> = s.iter().map(|s| &text[s.span().range()]).collect();
            let want: Vec<_> = match *row {
                "one line\nAnother line." => vec!["one line", "Another line."],
                "They moved to the U.S. The family stayed." => vec!["They moved to the U.S.", "The family stayed."],
                "He works for Acme Inc. in Ohio.| Acme Co. The rest" => {
                    vec!["He works for Acme Inc. in Ohio.", "Acme Co.", "The rest"]
                }
                _ => row.split("| ").collect(),
            };
            assert_eq!(got, want, "{row}");
        }
    }
}
