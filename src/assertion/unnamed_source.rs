//! Unnamed sources: claims put on people nobody could look up (rules 4 and 11).

use super::gate::Voice;
use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::Reading;
use std::ops::Range;

/// Marks vague collectives and agentless passives, unless named members follow.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::unnamed();
    let mut i = clause.start;
    while i < clause.end {
        if !matches!(cx.voices[i], Voice::Writer | Voice::Vague) {
            i += 1;
            continue;
        }
        let (len, rule, confidence) = if let Some(n) = list.in_group("phrase", &cx.words, i) {
            (
                n,
                "agentless",
                if cx.has(clause, &["by"]) && cx.w(i).starts_with(['i', 'a', 'w']) && cx.w(i) != "it" {
                    0.4
                } else {
                    0.76
                },
            )
        } else if let Some(n) = collective(cx.reading, &cx.words, clause, i) {
            (n, "vague-collective", 0.74)
        } else if list.in_group("adverb", &cx.words, i).is_some() {
            (1, "hearsay-adverb", 0.6)
        } else {
            i += 1;
            continue;
        };
        let end = (i + len).min(clause.end);
        if !cleared(cx, i..clause.end) {
            let because = format!("“{}” puts the claim on people whom the text doesn't name.", cx.text(i..end));
            out.push(Hit::new(Kind::UnnamedSource, clause, i..end, rule, because, confidence));
        }
        i = end;
    }
}

/// "Critics of the plan have long said": a vague collective, a few words, a verb of saying or thinking.
pub fn collective(reading: &Reading, words: &[String], clause: &Range<usize>, i: usize) -> Option<usize> {
    let list = lists::unnamed();
    let w = |k: usize| words.get(k).map_or("", String::as_str);
    let before = |k: usize| k.checked_sub(1).map_or("", w);
    list.in_group("who", words, i)?;
    if (i > clause.start && reading.tokens[i].is_capital())
        || matches!(
            before(i),
            "the" | "these" | "those" | "its" | "their" | "his" | "two" | "three" | "four" | "five" | "her" | "our"
        )
    {
        return None;
    }
    let own = matches!(w(i), "many" | "some" | "others" | "few" | "several" | "most");
    let reach = if own { 3 } else { 6 };
    for k in i + 1..(i + 1 + reach).min(clause.end) {
        if list.in_group("verb", words, k).is_some() && !matches!(before(k), "to" | "a" | "the" | "of" | "this") {
            return Some(k + 1 - i);
        }
        // A name on the way is the source.
        if reading.tokens[k].is_capital() && own || matches!(w(k), "," | "is" | "are" | "was" | "were" | "who") {
            return None;
        }
    }
    None
}

fn cleared(cx: &Context, range: Range<usize>) -> bool {
    let list = lists::unnamed();
    range.clone().any(|k| {
        list.in_group("named", &cx.words, k)
            .is_some_and(|n| (k + n..(k + n + 4).min(range.end)).any(|j| cx.reading.tokens[j].is_capital()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::UnnamedSource;

    #[test]
    fn marks_vague_sources() {
        marked(
            UnnamedSource,
            &[
                "It can be said that the valley has never been poorer.",
                "Critics of the dam say it will flood the orchards.",
                "The dam is widely seen as a mistake.",
                "Some have argued that the orchards are worth more.",
            ],
        );
    }

    #[test]
    fn leaves_named_members_and_plain_nouns() {
        clean(
            UnnamedSource,
            &[
                "Critics including Ana Ruiz say it will flood the orchards.",
                "Experts met in the town hall on Monday.",
                "Ana Ruiz, the mayor, said the dam is safe.",
            ],
        );
    }
}
