//! Imputed motives: what somebody is said to want, see or fear without having said so (rule 3).

use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::Shape;
use std::ops::Range;

const OWN: &[&str] = &[
    "i", "we", "you", "i'm", "to", "not", "who", "the", "a", "an", "his", "her", "their", "of", "can", "could",
    "would", "may", "might", "n't", "let", "please", "'s", "in", "no", "any", "this", "that", "by", "as", "it", "us",
    "me", "'d", "'ll", "one",
];

/// Marks private states with a subject other than the writer or the reader.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::motive();
    let mut i = clause.start;
    while i < clause.end {
        if !cx.open(i) || cx.name(i, clause) {
            i += 1;
            continue;
        }
        if let Some(n) = list.in_group("strong", &cx.words, i).filter(|n| i + n <= clause.end) {
            if !matches!(cx.before(i), "i" | "we" | "you") {
                out.push(hit(cx, clause, i..i + n, "motive-phrase", 0.73));
            }
            i += n;
            continue;
        }
        if let Some(n) = list.in_group("to", &cx.words, i).filter(|n| i + n <= clause.end && subject(cx, clause, i)) {
            let next = cx.w(i + n);
            let complement = matches!(next, "to" | "that");
            let person = cx.reading.tokens[i - 1].is_capital() || matches!(cx.before(i), "he" | "she" | "they");
            let confidence = match (complement, person) {
                (true, true) => 0.66,
                (true, false) => 0.58,
                (false, true) if next != "," => 0.52,
                _ => 0.4,
            };
            out.push(hit(cx, clause, i..i + n, "private-state", confidence));
            i += n;
            continue;
        }
        if let Some(n) = list.in_group("as", &cx.words, i)
            && subject(cx, clause, i)
            && (i + 1..(i + 28).min(clause.end))
                .any(|k| cx.w(k) == "as" && !matches!(cx.w(k + 1), "well" | "far" | "soon" | "part"))
        {
            out.push(hit(cx, clause, i..i + n, "sees-as", 0.7));
            i += n;
            continue;
        }
        i += 1;
    }
}

/// Whether the token before the verb can be the subject: a name, a noun or a pronoun of the third person.
fn subject(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    if i <= clause.start {
        return false;
    }
    let mut s = i - 1;
    while s > clause.start
        && (cx.w(s).ends_with("ly")
            || matches!(cx.w(s), "also" | "now" | "still" | "only" | "always" | "never" | "often"))
    {
        s -= 1;
    }
    let t = cx.reading.tokens[s];
    t.is_word() && t.shape != Shape::Number && !OWN.contains(&cx.w(s)) && cx.open(s)
}

fn hit(cx: &Context, clause: &Range<usize>, trigger: Range<usize>, rule: &'static str, confidence: f32) -> Hit {
    let because = format!(
        "“{}” tells what goes on in somebody's mind, and the text doesn't show that they said so.",
        cx.text(trigger.clone())
    );
    Hit::new(Kind::ImputedMotive, clause, trigger, rule, because, confidence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked};
    use crate::category::Kind::ImputedMotive;

    #[test]
    fn marks_minds_read() {
        marked(
            ImputedMotive,
            &[
                "The ministry hopes to hide the true cost of its folly from the people.",
                "Both Denmark and Norway hope to win over the fishermen.",
                "Ruritania sees the strait as its own back garden.",
                "The fire served as an excuse for clearing the quarter.",
            ],
        );
    }

    #[test]
    fn leaves_what_was_said_and_nouns() {
        clean(
            ImputedMotive,
            &[
                "She said she hopes to win.",
                "I hope to see the lake again.",
                "The hope to see rain faded.",
                "You want to keep the pan warm.",
            ],
        );
    }
}
