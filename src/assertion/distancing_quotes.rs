//! Distancing quotes: marks or "so-called" around words that no source is named for (rule 5).

use super::gate::Voice;
use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::report::Event;
use std::ops::Range;

const LONGEST: usize = 8;
const MARKERS: &[&str] = &["so-called", "self-styled", "self-proclaimed", "purported", "self-appointed"];

/// Marks a few quoted words that are nobody's quotation, name or term.
pub fn detect(cx: &Context, out: &mut Vec<Hit>) {
    let mut echoes: Vec<String> = Vec::new();
    let mut pairs = cx.reading.pairs.iter().filter(|p| p.depth == 0).peekable();
    for s in &cx.reading.sentences {
        let all = s.tokens();
        let closed = cx.voices[all.clone()].iter().all(|v| matches!(v, Voice::Source | Voice::Vague));
        for i in all.clone() {
            if MARKERS.contains(&cx.w(i)) && cx.open(i) {
                let mut end = (i + 1).min(all.end);
                while end < all.end && end < i + 5 && cx.reading.tokens[end].is_word() {
                    end += 1;
                }
                let because = format!("“{}” keeps the writer away from the name without saying whose it is.", cx.w(i));
                out.push(Hit::new(Kind::DistancingQuotes, &(i..end), i..i + 1, "so-called", because, 0.76));
            }
        }
        while let Some(p) = pairs.next_if(|p| (p.open as usize) < all.end) {
            let inner = p.open as usize + 1..p.close as usize;
            if inner.is_empty() || inner.end > cx.words.len() {
                continue;
            }
            let said = closed || attributed(cx, p.start, p.end);
            let key = echo(cx, inner.clone());
            if said {
                // An article repeats what it quoted lately; the bound keeps hostile pages linear.
                if echoes.len() < 64 {
                    echoes.push(key);
                }
                continue;
            }
            let words = inner.clone().filter(|&i| cx.reading.tokens[i].is_word()).count();
            if words == 0
                || words > LONGEST
                || echoes.iter().any(|e| e.contains(&key))
                || is_name(cx, &inner)
                || is_term(cx, all.start, p.open as usize)
                || whole(cx, &inner, p.open as usize, &all)
            {
                continue;
            }
            let confidence = if words <= 3 { 0.72 } else { 0.64 };
            let span = p.open as usize..(p.close as usize + 1).min(cx.words.len());
            let because = "The marks set these words apart, and the text doesn't say whose they are.".to_owned();
            out.push(Hit::new(Kind::DistancingQuotes, &span, span.clone(), "quoted-words", because, confidence));
        }
    }
}

fn attributed(cx: &Context, start: u32, end: u32) -> bool {
    cx.quotations.iter().any(|q| {
        q.event == Event::Speech
            && !(q.cue.is_empty() && q.source.is_empty())
            && q.content.iter().any(|c| c.start < end && start < c.end)
    })
}

fn echo(cx: &Context, inner: Range<usize>) -> String {
    inner.filter(|&i| cx.reading.tokens[i].is_word()).map(|i| cx.w(i)).collect::<Vec<_>>().join(" ")
}

/// All content words are capitalised: a title, a name, a work. One capitalised word alone may just open a sentence.
fn is_name(cx: &Context, inner: &Range<usize>) -> bool {
    let mut content = inner
        .clone()
        .filter(|&i| {
            cx.reading.tokens[i].is_word()
                && !matches!(
                    cx.w(i),
                    "the"
                        | "a"
                        | "an"
                        | "of"
                        | "in"
                        | "on"
                        | "and"
                        | "to"
                        | "for"
                        | "with"
                        | "at"
                        | "by"
                        | "from"
                        | "'s"
                        | "is"
                        | "or"
                )
        })
        .peekable();
    content.peek().is_some()
        && content.all(|i| {
            let t = cx.reading.tokens[i];
            t.is_capital() || !cx.w(i).starts_with(char::is_alphabetic)
        })
}

/// A word that gives a name or a definition stands close before.
fn is_term(cx: &Context, first: usize, open: usize) -> bool {
    (open.saturating_sub(4).max(first)..open).any(|i| lists::speech().in_group("naming", &cx.words, i).is_some())
}

/// A whole utterance: it opens with a capital and ends as a sentence does.
fn whole(cx: &Context, inner: &Range<usize>, open: usize, sentence: &Range<usize>) -> bool {
    let capital = cx.reading.tokens[inner.start].is_capital();
    let ends = matches!(cx.w(inner.end - 1), "." | "!" | "?" | ",");
    capital && (ends || open == sentence.start)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::DistancingQuotes;

    #[test]
    fn marks_words_held_at_arms_length() {
        marked(
            DistancingQuotes,
            &[
                "The firm offers “free” parking to its guests.",
                "They marched for their \"great renewal\" through the rain.",
                "The so-called reform left the mill closed.",
            ],
        );
    }

    #[test]
    fn leaves_names_titles_and_terms() {
        clean(
            DistancingQuotes,
            &[
                "They staged the exercise “Iron Lantern” in May.",
                "The band played the song “all my rivers” twice.",
                "The effect is called “drift” by sailors.",
                "The mayor said the plan was “dead.”",
                "The mayor said the plan was “a dead letter.” The “dead letter” was passed in June.",
            ],
        );
    }
}
