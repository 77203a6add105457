//! The gate: which words are the writer's own.
//!
//! A token is closed where somebody else is speaking: inside quotation marks, inside what a speech verb reports, and in
//! the sentences that go on reporting it. The quotation layer's results come first; a plain net of speech verbs lies
//! under it, because a missed quotation would turn a source's words against the writer. A sentence put on nobody who
//! could be looked up is `Vague`: closed to every kind except `unnamed-source`.

use super::{Context, held, lists};
use crate::document::Document;
use crate::quotation::interview;
use crate::report::{Event, Quotation, QuotationKind, SpeakerKind};
use crate::text::{Reading, Shape};
use std::ops::Range;

/// Whose words a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The writer's.
    Writer,
    /// Between quotation marks.
    Marks,
    /// Put on a source that nobody could look up.
    Vague,
    /// What somebody is said to believe, hope or fear: told, not averred.
    Held,
    /// A source's, or not running text.
    Source,
}

/// What the gate found.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    /// The voice of every token.
    pub voices: Vec<Voice>,
    /// For every sentence, whether somebody who can be looked up speaks in it.
    pub reported: Vec<bool>,
    /// Tokens that are closed only because most of their sentence is somebody's words; a report's source and cue aren't among them.
    pub rest: Vec<usize>,
}

/// The share of a sentence that must be attributed for all of it to be closed.
const MOSTLY: f32 = 0.4;

/// Over how many more sentences of its block a mark that is never closed holds: it may be a slip.
const LEFT_OPEN: usize = 5;

/// Words that open a sentence in the writer's own voice again (rule 11).
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
    "this",
    "these",
    "what",
    "why",
    "how",
    "perhaps",
    "if",
    "of",
    "or",
    "such",
    "let",
    "no",
    "you",
    "our",
    "my",
    "surely",
    "instead",
    "now",
    "however",
    "nevertheless",
    "nonetheless",
];

const BACKSHIFT: &[&str] = &["would", "had", "could", "was", "were", "might", "'d", "did"];

/// Reads whose words every token is.
pub fn read(cx: &Context, doc: &Document) -> Gate {
    let reading = cx.reading;
    let mut out = vec![Voice::Writer; reading.tokens.len()];
    let fill = |out: &mut Vec<Voice>, from: usize, to: usize, v: Voice| {
        let n = out.len();
        for slot in &mut out[from.min(n)..to.min(n)] {
            if *slot == Voice::Writer || v == Voice::Source {
                *slot = v;
            }
        }
    };
    for p in reading.pairs.iter().filter(|p| p.depth == 0) {
        fill(&mut out, p.open as usize, p.close as usize + 1, Voice::Marks);
    }
    left_open(cx, &mut out);
    // A question that stands out is a heading, or an interviewer's. Where there are several, so is all that stands out likewise.
    let asked: Vec<Range<usize>> = interview::standing_out(doc, reading).collect();
    let asks = |r: &Range<usize>| r.clone().any(|i| cx.w(i) == "?");
    let many = asked.iter().filter(|r| asks(r)).count() >= interview::LEAST;
    for r in asked.into_iter().filter(|r| many || cx.w(r.end - 1) == "?") {
        fill(&mut out, r.start, r.end, Voice::Source);
    }
    for q in cx.quotations {
        let voice = match q.event {
            Event::Belief => Voice::Held,
            Event::Speech if is_vague(reading, &cx.words, q) => Voice::Vague,
            // Less likely speech than not: closed as what is told, but it lends its source to no other words.
            Event::Speech if q.kind == QuotationKind::Indirect && q.confidence < Quotation::EVEN => Voice::Held,
            Event::Speech => Voice::Source,
        };
        if own(cx, q, &out) || unlikely(cx, q) {
            continue;
        }
        for s in &q.content {
            let over = reading.tokens_of(*s);
            fill(&mut out, over.start, over.end.max(over.start), voice);
        }
    }
    let apart = super::apart::blocks(cx, doc);
    let n = reading.sentences.len();
    // What a sentence shows by itself, and whether it is somebody's only because most of its words are.
    let own: Vec<(Option<Voice>, bool)> = reading
        .sentences
        .iter()
        .map(|s| {
            let range = s.tokens();
            if apart.get(s.block as usize) == Some(&true) {
                return (Some(Voice::Source), false);
            }
            let closed = out[range.clone()].iter().filter(|v| **v == Voice::Source).count() as f32;
            if old(cx, range.clone()) {
                return (Some(Voice::Source), false);
            }
            let mostly = closed / range.len().max(1) as f32 >= MOSTLY;
            let net = attributed(reading, &cx.words, range);
            if mostly { (Some(Voice::Source), net.is_none()) } else { (net, false) }
        })
        .collect();
    let mut framed = vec![false; out.len()];
    for s in cx.quotations.iter().filter(|q| q.event == Event::Speech).flat_map(|q| q.source.iter().chain(&q.cue)) {
        let over = reading.tokens_of(*s);
        framed[over.start.min(over.end)..over.end].fill(true);
    }
    let mut reported = vec![false; n];
    let mut rest = Vec::new();
    for i in 0..n {
        let s = reading.sentences[i];
        let range = s.tokens();
        if apart.get(s.block as usize) == Some(&true) {
            out[range].fill(Voice::Source);
            continue;
        }
        let same = |j: usize| reading.sentences.get(j).is_some_and(|o| o.block == s.block);
        let before = i > 0 && reported[i - 1] && (same(i - 1) || pronoun(cx, range.start));
        let after =
            same(i + 1) && own.get(i + 1).is_some_and(|o| o.0 == Some(Voice::Source)) && cites_pronoun(cx, i + 1);
        let carried = before && own[i].0.is_none() && goes_on(cx, range.clone(), after, same(i.wrapping_sub(1)));
        let voice = if carried { Some(Voice::Source) } else { own[i].0 };
        reported[i] = voice == Some(Voice::Source);
        if let Some(v) = voice {
            if own[i].1 && !carried {
                rest.extend(range.clone().filter(|&k| out[k] == Voice::Writer && !framed[k]));
            }
            for slot in &mut out[range.clone()] {
                if *slot == Voice::Writer || (*slot == Voice::Marks && v == Voice::Source) {
                    *slot = v;
                }
            }
        } else {
            held::hold(cx, range, &mut out);
        }
    }
    Gate { voices: out, reported, rest }
}

/// Whether a sentence is in the English of old scriptures and verse: its words are quoted, with marks or without.
fn old(cx: &Context, range: Range<usize>) -> bool {
    let verbs = |w: &str| matches!(w, "hath" | "doth" | "saith" | "spake");
    let others = |w: &str| matches!(w, "shalt" | "thou" | "thee" | "thy" | "thine" | "ye" | "unto");
    range.clone().any(|i| verbs(cx.w(i))) || range.filter(|&i| others(cx.w(i))).take(2).count() == 2
}

/// Closes what stands behind a curly mark that is opened and never closed in its block: somebody still speaks there.
fn left_open(cx: &Context, out: &mut [Voice]) {
    let reading = cx.reading;
    let mut pairs = reading.pairs.iter().filter(|p| p.depth == 0).peekable();
    for block in reading.sentences.chunk_by(|a, b| a.block == b.block) {
        let (mut at, end) = (block[0].tokens().start, block[block.len() - 1].tokens().end);
        while pairs.next_if(|p| (p.open as usize) < at).is_some() {}
        let mut open = None;
        while at < end {
            if let Some(p) = pairs.next_if(|p| p.open as usize == at) {
                (open, at) = (None, p.close as usize);
            } else if cx.w(at) == "“" {
                open = Some(at);
            }
            at += 1;
        }
        if let Some(from) = open {
            let said = block.partition_point(|s| s.tokens().end <= from);
            let last = block[(said + LEFT_OPEN).min(block.len() - 1)];
            out[from..last.tokens().end].fill(Voice::Source);
        }
    }
}

/// Whether the writer is the source: "I think", "we know" outside quotation marks, or a booster for a cue ("There can be
/// little doubt that").
fn own(cx: &Context, q: &Quotation, voices: &[Voice]) -> bool {
    if q.source.is_empty() {
        return q.event == Event::Belief && boosted(cx, q, voices);
    }
    q.source.iter().all(|s| {
        let over = cx.reading.tokens_of(*s);
        // "History tells us": the writer's own claim.
        matches!(cx.w(over.start), "i" | "we" | "history")
            && over.end == over.start + 1
            && voices.get(over.start) == Some(&Voice::Writer)
    })
}

/// Whether a booster of the writer's reaches into the cue.
fn boosted(cx: &Context, q: &Quotation, voices: &[Voice]) -> bool {
    let Some(s) = q.cue.first() else { return false };
    let cue = cx.reading.tokens_of(*s);
    (cue.start.saturating_sub(4)..cue.end).any(|i| {
        voices.get(i) == Some(&Voice::Writer)
            && lists::certainty().at(&cx.words, i).is_some_and(|m| m.group != "not" && i + m.len > cue.start)
    })
}

/// Whether an attitude is too unsure to close words: less likely attributed than not. What somebody is said to believe is told, not
/// averred, but that they believe it is the writer's word (rule 3), and judging words in it are oftener the writer's than theirs: of 17
/// marks that this opened in 200 editorials 13 were a reader's, as of all marks there.
fn unlikely(cx: &Context, q: &Quotation) -> bool {
    // "To argue that the lock is mended is idle": said, whoever says it. "He may believe that it is": so is a whole thought.
    let thought = q.content.first().is_some_and(|s| cx.w(cx.reading.tokens_of(*s).start) == "that");
    let says = |i: usize| {
        lists::says(cx.w(i))
            || ["verb", "phrase"].iter().any(|g| lists::speech().in_group(g, &cx.words, i).is_some())
            || thought && ["mind", "to"].iter().any(|g| lists::motive().in_group(g, &cx.words, i).is_some())
    };
    q.event == Event::Belief
        && q.confidence < Quotation::EVEN
        && !q.cue.iter().any(|s| cx.reading.tokens_of(*s).any(says))
}

fn is_vague(reading: &Reading, words: &[String], q: &Quotation) -> bool {
    if let [s] = q.source.as_slice() {
        let over = reading.tokens_of(*s);
        if over.len() == 1 && lists::unnamed().in_group("abstract", words, over.start).is_some() {
            return true;
        }
    }
    match q.speaker.kind {
        SpeakerKind::Person | SpeakerKind::Organisation | SpeakerKind::Document | SpeakerKind::Role => false,
        SpeakerKind::Anonymous | SpeakerKind::Unknown => {
            let Some(s) = q.source.first() else { return false };
            let mut over = reading.tokens_of(*s);
            // "critics", "many of them", but not "two officials who asked not to be named".
            // "A number of analysts".
            let counted = over.clone().any(|i| {
                matches!(words[i].as_str(), "number" | "group" | "handful" | "range" | "host" | "series")
                    && words.get(i + 1).is_some_and(|w| w == "of")
            });
            // "Defenders of the practice": whom they are for makes them no more known.
            let of = lists::unnamed().in_group("who", words, over.start).is_some()
                && words.get(over.start + 1).is_some_and(|w| w == "of");
            over.len()
                <= if of {
                    8
                } else if counted {
                    5
                } else {
                    3
                }
                && over.any(|i| lists::unnamed().in_group("who", words, i).is_some())
        }
    }
}

/// Whom the net of speech verbs puts a sentence on, if on anyone.
fn attributed(reading: &Reading, words: &[String], range: std::ops::Range<usize>) -> Option<Voice> {
    // "…, followers of the club say.": a speaker at the sentence's end. Vague collectives are told apart below.
    let last = (range.start..range.end).rev().find(|&i| reading.tokens[i].is_word());
    if let Some(v) = last.filter(|&v| matches!(words[v].as_str(), "say" | "says" | "said" | "argue" | "argues")) {
        let comma = (v.saturating_sub(9).max(range.start)..v).rev().find(|&i| words[i] == ",");
        if comma.is_some_and(|c| {
            !(c..v).any(|i| lists::unnamed().in_group("who", words, i).is_some() || words[i] == "i" || words[i] == "we")
        }) {
            return Some(Voice::Source);
        }
    }
    // "Research shows that", "but history tells us that": a source that stands for nobody.
    let first =
        range.start + usize::from(range.len() > 1 && matches!(words[range.start].as_str(), "but" | "and" | "yet"));
    if lists::unnamed().in_group("abstract", words, first).is_some()
        && words.get(first + 1).is_some_and(|w| {
            matches!(
                w.as_str(),
                "shows"
                    | "show"
                    | "suggests"
                    | "suggest"
                    | "tells"
                    | "tell"
                    | "teaches"
                    | "teach"
                    | "indicates"
                    | "indicate"
                    | "has"
                    | "have"
                    | "says"
                    | "say"
            )
        })
    {
        return Some(Voice::Vague);
    }
    let (mut vague, mut collective) = (None, false);
    for i in range.clone() {
        if super::unnamed_source::collective(reading, words, &range, i).is_some() {
            vague = Some(Voice::Vague);
            collective = true;
        }
        // "In her view", "in the mayor's telling": a view that is put on somebody.
        if words[i] == "in"
            && (matches!(words.get(i + 1).map(String::as_str), Some("his" | "her" | "their" | "its" | "this" | "that"))
                || words.get(i + 2).is_some_and(|w| w == "'s") && reading.tokens[i + 1].is_capital())
            && (i + 2..(i + 4).min(range.end))
                .any(|k| matches!(words[k].as_str(), "view" | "opinion" | "telling" | "eyes" | "mind" | "estimation"))
        {
            return Some(Voice::Source);
        }
        if lists::speech().in_group("phrase", words, i).is_some() {
            let next = words.get(i + 2).map_or("", String::as_str);
            if lists::unnamed().in_group("who", words, i + 2).is_some() || matches!(next, "conventional" | "legend") {
                vague = Some(Voice::Vague);
                continue;
            }
            return Some(Voice::Source);
        }
        // "Ruiz is quick to point out that": a speech act that somebody is said to be given to.
        if matches!(words[i].as_str(), "quick" | "careful" | "keen" | "fond" | "wont")
            && matches!(words.get(i + 1).map(String::as_str), Some("to"))
            && words.get(i + 2).is_some_and(|w| {
                matches!(w.as_str(), "point" | "note" | "stress" | "add" | "say" | "remind" | "emphasise" | "emphasize")
            })
            && i > range.start + 1
            && !matches!(words[i - 2].as_str(), "i" | "we" | "critics")
        {
            return Some(Voice::Source);
        }
        // "The researchers found eels asleep": a study is a source.
        if i > range.start
            && matches!(words[i].as_str(), "found" | "finds" | "showed" | "concluded")
            && matches!(
                words[i - 1].as_str(),
                "researchers"
                    | "scientists"
                    | "study"
                    | "survey"
                    | "team"
                    | "authors"
                    | "auditors"
                    | "inspectors"
                    | "analysis"
            )
        {
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
                    "has"
                        | "have"
                        | "had"
                        | "also"
                        | "once"
                        | "then"
                        | "later"
                        | "now"
                        | "recently"
                        | "often"
                        | "sometimes"
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

/// Whether a pronoun of the third person stands at `i`.
fn pronoun(cx: &Context, i: usize) -> bool {
    let i = if matches!(cx.w(i), "but" | "and") { i + 1 } else { i };
    matches!(cx.w(i), "he" | "she" | "they")
}

/// Whether sentence `i` names its speaker by a pronoun ("he said"), so that the speaker is the one of the sentences before.
fn cites_pronoun(cx: &Context, i: usize) -> bool {
    let Some(s) = cx.reading.sentences.get(i) else { return false };
    s.tokens().any(|k| {
        lists::speech().in_group("verb", &cx.words, k).is_some()
            && (matches!(cx.before(k), "he" | "she" | "they") || matches!(cx.w(k + 1), "he" | "she" | "they"))
    })
}

/// Whether a sentence goes on reporting what the sentence before reported: no stance of its own, and the last source as
/// its subject or a verb moved into the past, or a place between two sentences of one speaker.
fn goes_on(cx: &Context, range: Range<usize>, between: bool, same_block: bool) -> bool {
    let first = cx.w(range.start);
    if STANCE.contains(&first)
        || matches!(first, "but" | "and") && !pronoun(cx, range.start) && cx.w(range.start + 1) != "it"
    {
        return false;
    }
    if between {
        return true;
    }
    let head: Vec<&str> = range.clone().take(14).map(|i| cx.w(i)).collect();
    let shifted = head.iter().any(|w| BACKSHIFT.contains(w));
    let moved = head.iter().any(|w| matches!(*w, "would" | "had" | "could" | "might"));
    let present = range.clone().any(|i| matches!(cx.w(i), "is" | "are" | "has" | "have" | "will" | "can"));
    let second = range.start + if matches!(first, "but" | "and") { 2 } else { 1 };
    let minded = pronoun(cx, range.start)
        && (second..second + 2)
            .any(|k| ["mind", "to"].iter().any(|g| lists::motive().in_group(g, &cx.words, k).is_some()));
    let subject = pronoun(cx, range.start) || matches!(first, "it" | "there" | "but" | "and");
    subject && shifted || same_block && (minded || moved && !present)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;
    use crate::report::Span;

    #[test]
    fn an_unsure_attitude_closes_nothing() {
        // The cue stands between slashes; what follows it is the content.
        let table = [
            ("He has /vilified/ the rowers and mended no lock.", 0.35, Event::Belief, Voice::Writer),
            ("He has /vilified/ the rowers and mended no lock.", 0.55, Event::Belief, Voice::Held),
            ("He has /vilified/ the rowers and mended no lock.", 0.35, Event::Speech, Voice::Held),
            // what somebody wants is told in the writer's words
            ("He may /want/ the rowers to mend a lock.", 0.35, Event::Belief, Voice::Writer),
            ("He may /want/ the rowers to mend a lock.", 0.55, Event::Belief, Voice::Held),
            // a verb of speech, or of thought with a whole thought behind it
            ("To /argue/ that the rowers mended no lock is idle.", 0.35, Event::Belief, Voice::Held),
            ("He may /believe/ that the rowers mended no lock.", 0.35, Event::Belief, Voice::Held),
        ];
        for (marked, confidence, event, want) in table {
            let text = marked.replace('/', "");
            let at = |k: usize| marked.match_indices('/').nth(k).map_or(0, |(i, _)| i - k) as u32;
            let q = Quotation {
                id: "q1".into(),
                kind: QuotationKind::Indirect,
                event,
                source: Vec::new(),
                cue: vec![Span { start: at(0), end: at(1) }],
                content: vec![Span { start: at(1) + 1, end: text.len() as u32 - 1 }],
                speaker: crate::report::Speaker::default(),
                confidence,
                because: String::new(),
            };
            let doc = Document::from_text(&text);
            let reading = Reading::new(&doc);
            let quotations = [q];
            let cx = Context::new(&doc, &reading, &quotations, &crate::provenance::Found::default());
            let i = reading.tokens.iter().position(|t| reading.slice(t.span()) == "rowers").expect("a word");
            assert_eq!(cx.voices[i], want, "{marked} {confidence}");
        }
    }

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
            ("The researchers found eels asleep under the mill.", &[Voice::Source]),
            ("Critics say the books are a mess.", &[Voice::Vague]),
            ("It can be said that the books are in order.", &[Voice::Writer]),
            // between two sentences of one speaker
            (
                "Maria Lopez told the council it was unsafe. Its cables are rusty. The town must act, she said.",
                &[Voice::Source, Voice::Source, Voice::Source],
            ),
            ("The bridge is a disgrace, keepers of the lock say.", &[Voice::Source]),
            ("In her view the bridge is a disgrace.", &[Voice::Source]),
            // a mark that is never closed
            (
                "The lock is old. “It is a mess. The bridge is a disgrace.",
                &[Voice::Writer, Voice::Source, Voice::Source],
            ),
            // the English of scriptures
            (
                "Wilt thou then be afraid of the pilot? Do what is good, for he hath no mercy on thee that doth evil.",
                &[Voice::Writer, Voice::Source],
            ),
            ("In Lopez's telling the bridge is a disgrace.", &[Voice::Source]),
            ("Lopez is quick to point out that the bridge is a disgrace.", &[Voice::Source]),
            // no new subject, moved into the past
            ("Maria Lopez told the council it was unsafe. The cables could snap.", &[Voice::Source, Voice::Source]),
            ("Maria Lopez told the council it was unsafe. We should close it.", &[Voice::Source, Voice::Writer]),
            ("Maria Lopez told the council it was unsafe. She hopes to close it.", &[Voice::Source, Voice::Source]),
        ];
        for (text, want) in table {
            with_context(text, |cx| {
                let got: Vec<_> = cx.reading.sentences.iter().map(|s| cx.voices[s.first as usize + 1]).collect();
                assert_eq!(got, *want, "{text}");
            });
        }
    }

    #[test]
    fn the_writer_is_no_source() {
        use crate::quotation;
        let table = [
            ("I think that the dam is a disgrace.", Voice::Writer),
            ("We know that the dam is a disgrace.", Voice::Writer),
            ("The mayor thinks that the dam is a disgrace.", Voice::Held),
        ];
        for (text, want) in table {
            let doc = Document::from_text(text);
            let reading = Reading::new(&doc);
            let quotations = quotation::find(&doc, &reading, None);
            let cx = Context::new(&doc, &reading, &quotations, &crate::provenance::Found::default());
            assert_eq!(cx.voices[cx.voices.len() - 2], want, "{text}");
        }
    }
}
