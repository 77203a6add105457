//! Pairing of quotation marks, straight and curly, with nesting and paragraphs that reopen without closing.
//!
//! Marks pair within a block. A mark left open at the end of a block whose following block starts with an opening
//! mark of its family is the convention for speech over several paragraphs: its pair ends with the block and says so
//! ([`Pair::continues`]). A mark left open for any other reason pairs with nothing.
//!
//! A single mark may be an apostrophe. One behind an s ("the farmers' vote") closes nothing while a surer one follows,
//! and a long pair, or one that goes on in the next paragraph, opens where speech does: at the head of a paragraph or
//! behind a comma or colon.

use super::tokens::{Shape, Token};
use crate::report::BlockSpan;

/// A pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// First byte of the opening mark.
    pub start: u32,
    /// First byte after the closing mark, or after the block's last token where the speech goes on.
    pub end: u32,
    /// First byte inside.
    pub inner_start: u32,
    /// First byte after the inside.
    pub inner_end: u32,
    /// Index of the opening mark's token.
    pub open: u32,
    /// Index of the closing mark's token; where the speech goes on, after the block's last token.
    pub close: u32,
    /// Index of the block.
    pub block: u32,
    /// 0 for an outermost pair.
    pub depth: u8,
    /// The block ends without a closing mark and the next one reopens.
    pub continues: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Open,
    Close,
    Either,
    None,
}

/// Marks of one family close each other.
fn family(c: char) -> u8 {
    match c {
        '"' | '“' | '”' | '„' | '‟' | '＂' => 1,
        '«' | '»' => 2,
        '‘' | '’' | '\'' | '‚' => 3,
        '「' | '」' => 4,
        '『' | '』' => 5,
        _ => 0,
    }
}

/// Pairs the marks of all blocks; sorted by opening mark.
pub fn pair(text: &str, blocks: &[BlockSpan], tokens: &[Token]) -> Vec<Pair> {
    let mut out = Vec::new();
    let mut at = 0;
    for (b, block) in blocks.iter().enumerate() {
        let first = at;
        while at < tokens.len() && tokens[at].start < block.end {
            at += 1;
        }
        let reopens = tokens
            .get(at)
            .filter(|t| t.shape == Shape::Quote)
            .filter(|t| blocks.get(b + 1).is_some_and(|n| text[n.start as usize..t.start as usize].trim().is_empty()))
            .map_or(0, |t| family(mark(text, *t)));
        pair_block(text, tokens, first..at, b as u32, reopens, &mut out);
    }
    crate::order::by(&mut out, |p| [p.start.into(), (u32::MAX - p.end).into()]);
    out
}

fn mark(text: &str, t: Token) -> char {
    let w = &text[t.start as usize..t.end as usize];
    // Two apostrophes are a double mark written on a typewriter or by a wire's old encoding.
    if w == "''" { '"' } else { w.chars().next().unwrap_or(' ') }
}

fn side(text: &str, tokens: &[Token], i: usize, range: &std::ops::Range<usize>) -> Side {
    let t = tokens[i];
    let c = mark(text, t);
    let before_space = t.spaced || i == range.start;
    let after_space = i + 1 >= range.end || tokens[i + 1].spaced;
    let before_word = i + 1 < range.end && tokens[i + 1].is_word();
    let after_mark = i > range.start && !tokens[i - 1].is_word();
    match c {
        '“' if !before_space && (!before_word || after_space) => Side::Either, // the German closing mark
        '“' | '‟' | '„' | '‚' | '‘' | '「' | '『' => Side::Open,
        '”' if before_space && !after_space => Side::Either, // the Swedish opening mark
        '”' | '」' | '』' => Side::Close,
        '«' | '»' | '"' | '＂' | '\'' | '’' => {
            if c == '’' && before_space {
                return Side::None; // ’tis, ’90s
            }
            match (before_space, after_space) {
                // « … », with French spaces inside: a comma that follows tells nothing.
                (true, false) if matches!(c, '«' | '»') && !before_word => Side::Either,
                (true, false) => Side::Open,
                (false, true) => Side::Close,
                // "word"—"word": after a mark it opens if nothing is open, so it may be either.
                _ if c == '\'' && !after_mark => Side::None,
                _ => Side::Either,
            }
        }
        _ => Side::None,
    }
}

fn pair_block(
    text: &str,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    block: u32,
    reopens: u8,
    out: &mut Vec<Pair>,
) {
    let speech = |o: usize| o == range.start || matches!(mark(text, tokens[o - 1]), ',' | ':');
    let mut stack: Vec<(usize, u8)> = Vec::new();
    for i in range.clone() {
        if tokens[i].shape != Shape::Quote {
            continue;
        }
        let f = family(mark(text, tokens[i]));
        let side = side(text, tokens, i, &range);
        let open_here = stack.iter().rposition(|&(_, g)| g == f);
        let closing = match side {
            Side::None => continue,
            Side::Close => true,
            Side::Either => open_here.is_some(),
            // A straight mark that looks opening while one of its family is open: a new quotation, the old one is
            // unbalanced; a curly one of the same family is nested by a careless hand.
            Side::Open => false,
        };
        if closing {
            let Some(p) = open_here else { continue };
            let (o, _) = stack[p];
            // A single mark closes only if the pair looks like quoted words and not like an apostrophe.
            if f == 3 && genitive(text, tokens, i, &range, reopens == 3 && speech(o)) {
                continue;
            }
            if f == 3 && i - o > 60 && (tokens[i - 1].is_word() || !speech(o)) {
                stack.truncate(p);
                continue;
            }
            stack.truncate(p);
            out.push(make(tokens, o, i, block, p as u8));
        } else {
            if f != 3
                && let Some(p) = open_here
            {
                stack.truncate(p);
            }
            if stack.len() < 6 {
                stack.push((i, f));
            }
        }
    }
    if let Some(&(o, f)) = stack.first()
        && (f < 3 && (1..3).contains(&reopens) || f == 3 && reopens == 3 && speech(o))
        && range.end > o + 1
    {
        let last = tokens[range.end - 1];
        let (s, inner) = (tokens[o].start, tokens[o].end);
        out.push(Pair {
            start: s,
            end: last.end,
            inner_start: inner,
            inner_end: last.end,
            open: o as u32,
            close: range.end as u32,
            block,
            depth: 0,
            continues: true,
        });
    }
}

/// How far behind a genitive's mark the mark is sought that closes the pair, in tokens.
const AHEAD: usize = 80;

/// Whether a single mark behind an s is a genitive's, because a mark behind punctuation closes the pair later, or
/// because the speech `goes_on` in the next paragraph.
fn genitive(text: &str, tokens: &[Token], i: usize, range: &std::ops::Range<usize>, goes_on: bool) -> bool {
    let plural = |k: usize| tokens[k].is_word() && text[..tokens[k].end as usize].ends_with(['s', 'S']);
    if !plural(i - 1) || i + 1 >= range.end || !tokens[i + 1].is_word() {
        return false;
    }
    for k in i + 1..range.end.min(i + AHEAD) {
        if tokens[k].shape == Shape::Quote && family(mark(text, tokens[k])) == 3 {
            match side(text, tokens, k, range) {
                Side::Open => return false,
                Side::Close if !tokens[k - 1].is_word() => return true,
                _ => {}
            }
        }
    }
    goes_on
}

fn make(tokens: &[Token], o: usize, c: usize, block: u32, depth: u8) -> Pair {
    let (a, b) = (tokens[o], tokens[c]);
    Pair {
        start: a.start,
        end: b.end,
        inner_start: a.end,
        inner_end: b.start,
        open: o as u32,
        close: c as u32,
        block,
        depth,
        continues: false,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::text::Reading;

    fn pairs(s: &str) -> Vec<String> {
        let d = Document::from_text(s);
        let r = Reading::new(&d);
        r.pairs.iter().map(|p| s[p.inner_start as usize..p.inner_end as usize].to_owned()).collect()
    }

    #[test]
    fn pairs_as_a_reader_pairs() {
        let table: &[(&str, &[&str])] = &[
            ("He said \"no\" and \"yes.\"", &["no", "yes."]),
            ("“He said ‘no’ to me,” she said.", &["He said ‘no’ to me,", "no"]),
            ("It's John's \"big day,\" isn't it?", &["big day,"]),
            ("The dogs’ owner said “fine.”", &["fine."]),
            ("‘Never,’ he said.", &["Never,"]),
            ("„Nein“, sagte er.", &["Nein"]),
            ("«Non», dit-il.", &["Non"]),
            ("“First part.\n\n“Second part,” she said.", &["First part.", "Second part,"]),
            ("An odd \" mark.\n\nNext.", &[]),
            ("'90s music isn't 'bad'", &["bad"]),
            ("''It rained,'' she said.", &["It rained,"]),
            ("'The farmers' vote was lost,' she said.", &["The farmers' vote was lost,"]),
            ("‘The farmers’ vote was lost,’ she said.", &["The farmers’ vote was lost,"]),
            ("The 'farmers' vote was lost, 'she said.", &["farmers"]),
            ("She said: 'The farmers' vote.\n\n'It was lost.'", &["The farmers' vote.", "It was lost."]),
            ("She said: 'It rained.\n\n'It went on raining.'", &["It rained.", "It went on raining."]),
            ("The farmers' vote\n\n'It rained,' she said.", &["It rained,"]),
            ("A 'small word.\n\n'It rained,' she said.", &["It rained,"]),
        ];
        for (text, want) in table {
            assert_eq!(pairs(text), *want, "{text}");
        }
    }
}
