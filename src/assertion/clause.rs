//! Clauses: what a mark covers.
//!
//! Without a parser a clause is what stands between marks that part clauses (`;`, `:`, a dash) or between a comma and a
//! conjunction or relative that opens one. A piece too short to hold a verb stays with its neighbour, so that commas in
//! a list part nothing.

use super::Context;
use crate::text::Sentence;
use std::ops::Range;

const SHORTEST: usize = 4;

const OPENERS: &[&str] = &[
    "which", "who", "whose", "where", "while", "whereas", "although", "though", "but", "yet", "because", "since", "so",
    "unless", "if", "when", "after", "before", "as", "until", "even", "raising", "leading", "making", "risking",
];

const SUBJECTS: &[&str] = &["it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "there"];

/// The clauses of a sentence, as ranges of tokens.
pub fn split(cx: &Context, s: Sentence) -> Vec<Range<usize>> {
    let all = s.tokens();
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = all.start;
    for i in all.clone() {
        let w = cx.w(i);
        let border = match w {
            ";" | ":" | "—" | "--" => true,
            "-" | "–" => cx.reading.tokens[i].spaced,
            "," => {
                let next = cx.w(i + 1);
                OPENERS.contains(&next) || (matches!(next, "and" | "or" | "nor") && SUBJECTS.contains(&cx.w(i + 2)))
            }
            _ => false,
        };
        if border && i + 1 < all.end && words(cx, start..i) >= SHORTEST && words(cx, i + 1..all.end) >= SHORTEST {
            out.push(start..i);
            start = i + 1;
        }
    }
    // The full stop is no part of the clause.
    let mut end = all.end;
    while end > start + 1 && matches!(cx.w(end - 1), "." | "!" | "…") {
        end -= 1;
    }
    if start < end {
        out.push(start..end);
    }
    out
}

fn words(cx: &Context, range: Range<usize>) -> usize {
    cx.reading.tokens.get(range).map_or(0, |t| t.iter().filter(|t| t.is_word()).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    #[test]
    fn parts_where_a_clause_opens() {
        let table: &[(&str, &[&str])] = &[
            (
                "The mill closed in May, which left the town poor.",
                &["The mill closed in May", "which left the town poor"],
            ),
            (
                "They grow apples, pears and plums near the river.",
                &["They grow apples, pears and plums near the river"],
            ),
            ("The plan is old; nobody has read it since.", &["The plan is old", "nobody has read it since"]),
        ];
        for (text, want) in table {
            with_context(text, |cx| {
                let got: Vec<_> = split(cx, cx.reading.sentences[0])
                    .into_iter()
                    .map(|r| cx.reading.slice(cx.reading.span_of(r)).to_owned())
                    .collect();
                assert_eq!(got, *want);
            });
        }
    }
}
