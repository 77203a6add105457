//! The gate: which words are the writer's own.
//!
//! A token is closed where somebody else is speaking: inside quotation marks, inside what a speech verb reports, and in
//! the sentences that go on reporting it. The quotation layer's results come first; a plain net of speech verbs lies
//! under it, because a missed quotation would turn a source's words against the writer. A sentence put on nobody who
//! could be looked up is `Vague`: closed to every kind except `unnamed-source`.

use super::lists;
use crate::document::Document;
use crate::report::{Event, Quotation, Role, SpeakerKind};
use crate::text::{Reading, Shape};

/// Whose words a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The writer's.
    Writer,
    /// Between quotation marks.
    Marks,
    /// Put on a source that nobody could look up.
    Vague,
    /// A source's, or not running text.
    Source,
}

/// The share of a sentence that must be attributed for all of it to be closed.
const MOSTLY: f32 = 0.4;

/// Words that open a sentence in the writer's own voice again.
const STANCE: &[&str] = &[
    "so",
    "yet",
    "i",
    "we",
    "clearly",
    "indeed",
    "still",
    "thus",
    "therefore",
    "but",
    "and",
    "this",
    "these",
    "what",
    "why",
    "how",
    "perhaps",
    "of",
    "in",
    "on",
    "the",
];

const BACKSHIFT: &[&str] = &["would", "had", "could", "was", "were", "might", "'d", "did"];

/// The voice of every token.
pub fn voices(doc: &Document, reading: &Reading, words: &[String], quotations: &[Quotation]) -> Vec<Voice> {
    let mut out = vec![Voice::Writer; reading.tokens.len()];
    let mut fill = |from: usize, to: usize, v: Voice| {
        let n = out.len();
        for slot in &mut out[from.min(n)..to.min(n)] {
            if *slot == Voice::Writer || v == Voice::Source {
                *slot = v;
            }
        }
    };
    for p in reading.pairs.iter().filter(|p| p.depth == 0) {
        fill(p.open as usize, p.close as usize + 1, Voice::Marks);
    }
    for q in quotations.iter().filter(|q| q.event == Event::Speech) {
        let vague = is_vague(reading, words, q);
        for s in &q.content {
            let (a, b) = (reading.token_at(s.start), reading.token_at(s.end.saturating_sub(1)) + 1);
            fill(a, b.max(a), if vague { Voice::Vague } else { Voice::Source });
        }
    }
    let mut carried = false;
    let mut block = u32::MAX;
    for s in &reading.sentences {
        let range = s.tokens();
        let role = doc.blocks.get(s.block as usize).map_or(Role::Other, |b| b.role);
        if !role.in_body() || matches!(role, Role::Subheading | Role::BlockQuote) {
            out[range].fill(Voice::Source);
            carried = false;
            continue;
        }
        if s.block != block {
            carried = false;
            block = s.block;
        }
        let closed = out[range.clone()].iter().filter(|v| **v == Voice::Source).count() as f32;
        let mostly = closed / range.len().max(1) as f32 >= MOSTLY;
        let net = attributed(reading, words, range.clone());
        let voice = if mostly || net == Some(Voice::Source) || (carried && goes_on(words, range.clone())) {
            Some(Voice::Source)
        } else {
            net
        };
        carried = voice == Some(Voice::Source);
        if let Some(v) = voice {
            for slot in &mut out[range] {
                if *slot == Voice::Writer || (*slot == Voice::Marks && v == Voice::Source) {
                    *slot = v;
                }
            }
        }
    }
    out
}

fn is_vague(reading: &Reading, words: &[String], q: &Quotation) -> bool {
    match q.speaker.kind {
        SpeakerKind::Person | SpeakerKind::Organisation | SpeakerKind::Document | SpeakerKind::Role => false,
        SpeakerKind::Anonymous | SpeakerKind::Unknown => {
            let Some(s) = q.source.first() else { return false };
            let (a, b) = (reading.token_at(s.start), reading.token_at(s.end.saturating_sub(1)));
            // "critics", "many of them", but not "two officials who asked not to be named".
            b < a + 3 && (a..=b).any(|i| lists::unnamed().in_group("who", words, i).is_some())
        }
    }
}

/// Whom the net of speech verbs puts a sentence on, if on anyone.
fn attributed(reading: &Reading, words: &[String], range: std::ops::Range<usize>) -> Option<Voice> {
    let (mut vague, mut collective) = (None, false);
    for i in range.clone() {
        if super::unnamed_source::collective(reading, words, &range, i).is_some() {
            vague = Some(Voice::Vague);
            collective = true;
        }
        if lists::speech().in_group("phrase", words, i).is_some() {
            let next = words.get(i + 2).map_or("", String::as_str);
            if lists::unnamed().in_group("who", words, i + 2).is_some() || matches!(next, "conventional" | "legend") {
                vague = Some(Voice::Vague);
                continue;
            }
            return Some(Voice::Source);
        }
        if lists::speech().in_group("verb", words, i).is_none() || i == range.start {
            continue;
        }
        // Skip adverbs and auxiliaries back to the subject's head.
        let mut h = i - 1;
        while h > range.start
            && (words[h].ends_with("ly")
                || matches!(
                    words[h].as_str(),
                    "has" | "have" | "had" | "also" | "once" | "then" | "later" | "now" | "recently"
                ))
        {
            h -= 1;
        }
        let head = words[h].as_str();
        if matches!(
            head,
            "be" | "been"
                | "is"
                | "was"
                | "are"
                | "were"
                | "being"
                | "to"
                | "can"
                | "not"
                | "i"
                | "we"
                | "you"
                | "a"
                | "an"
                | "the"
                | "and"
                | "so"
                | "of"
                | "that"
                | "or"
                | "with"
        ) || head.ends_with("'s")
        {
            continue;
        }
        if lists::unnamed().in_group("who", words, h).is_some() && !reading.tokens[h].is_capital()
            || h == range.start && lists::unnamed().in_group("who", words, h).is_some()
        {
            vague = Some(Voice::Vague);
            continue;
        }
        let capital = reading.tokens[h].is_capital() && h > range.start || reading.tokens[h].shape == Shape::Upper;
        let speaks = matches!(
            words[i].as_str(),
            "said"
                | "says"
                | "told"
                | "tells"
                | "tweeted"
                | "wrote"
                | "warned"
                | "argued"
                | "argues"
                | "added"
                | "announced"
                | "insisted"
                | "insists"
        );
        // "Critics of the dam said": the verb that was found belongs to the collective.
        if collective && !capital {
            continue;
        }
        if capital || speaks || matches!(head, "he" | "she" | "they" | "who" | "," | "”" | "\"") {
            return Some(Voice::Source);
        }
    }
    vague
}

/// Whether a sentence goes on reporting what the sentence before reported: no stance of its own, the last source as its
/// subject, and a verb moved into the past or a modal's past form.
fn goes_on(words: &[String], range: std::ops::Range<usize>) -> bool {
    let first = words.get(range.start).map_or("", String::as_str);
    if STANCE.contains(&first)
        && !(matches!(first, "but" | "and")
            && matches!(words.get(range.start + 1).map_or("", String::as_str), "he" | "she"))
    {
        return false;
    }
    let subject = matches!(first, "he" | "she" | "they" | "it" | "there" | "but" | "and");
    let shifted = words[range.clone()].iter().take(12).any(|w| BACKSHIFT.contains(&w.as_str()));
    subject && shifted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    #[test]
    fn closes_what_others_say() {
        let table: &[(&str, &[Voice])] = &[
            ("The mayor said the bridge is a disgrace.", &[Voice::Source]),
            ("The bridge is a disgrace. I say so.", &[Voice::Writer, Voice::Writer]),
            (
                "Maria Lopez told the council it was unsafe. She would close it at once.",
                &[Voice::Source, Voice::Source],
            ),
            ("Maria Lopez told the council it was unsafe. So why is it open?", &[Voice::Source, Voice::Writer]),
            ("According to the auditors, the books were a mess.", &[Voice::Source]),
            ("Critics say the books are a mess.", &[Voice::Vague]),
            ("It can be said that the books are in order.", &[Voice::Writer]),
        ];
        for (text, want) in table {
            with_context(text, |cx| {
                let got: Vec<_> = cx.reading.sentences.iter().map(|s| cx.voices[s.first as usize + 1]).collect();
                assert_eq!(got, *want, "{text}");
            });
        }
    }
}
