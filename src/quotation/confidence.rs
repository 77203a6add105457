//! How sure a quotation is, as a share: of quotations that say .8, about eight in ten are right.
//!
//! Rules and tagger give a raw figure that ranks well and flatters the middle. It is mapped by kind, along lines read
//! off one half of PolNeAR's dev part, after the curves of both halves had been seen (those of direct and mixed words with
//! the tagger before the present one); `cargo xtask eval` prints how they hold over all of dev. A quotation is
//! right there where the annotators have one of mostly the same words with the same source.

use super::lexicon;
use super::rules::{Found, How};
use super::speakers::Resolved;
use super::surer;
use super::words::Words;
use crate::report::{Event, QuotationKind, SpeakerKind};

/// The least for words in a closed pair of marks with a listed cue and a source that was looked up: a plain quotation
/// is not hidden by "strong only", whatever the tagger thinks of its style.
const PLAIN: f32 = 0.75;

/// The most where a reader wouldn't call it somebody's words: it is kept, and shown to nobody.
const HIDDEN: f32 = 0.35;

/// Raw figures and the share that was right there, by kind.
const DIRECT: &[(f32, f32)] = &[(0.5, 0.15), (0.65, 0.25), (0.75, 0.6), (0.85, 0.84), (0.93, 0.94), (1.0, 0.99)];
const MIXED: &[(f32, f32)] = &[(0.5, 0.35), (0.74, 0.45), (0.8, 0.7), (0.87, 0.8), (0.95, 0.92), (1.0, 0.98)];
const INDIRECT: &[(f32, f32)] = &[
    (0.3, 0.35),
    (0.5, 0.48),
    (0.6, 0.54),
    (0.7, 0.6),
    (0.76, 0.74),
    (0.85, 0.8),
    (0.89, 0.86),
    (0.93, 0.9),
    (0.96, 0.97),
];
/// Beliefs without marks: what somebody hopes or fears is seldom as plain as what they say.
const BELIEF: &[(f32, f32)] =
    &[(0.3, 0.35), (0.5, 0.46), (0.7, 0.5), (0.8, 0.62), (0.88, 0.68), (0.93, 0.85), (0.96, 0.95)];

/// The share of quotations like this one that are right.
pub(super) fn of(w: &Words, f: &Found, kind: QuotationKind, who: &Resolved) -> f32 {
    let (line, raw) = match kind {
        QuotationKind::Direct => (DIRECT, f.confidence + 0.05),
        QuotationKind::Mixed => (MIXED, f.confidence),
        QuotationKind::Indirect if f.event == Event::Belief => (BELIEF, f.confidence - 0.05),
        QuotationKind::Indirect => (INDIRECT, f.confidence - 0.05),
    };
    let share = along(line, raw);
    if matches!(f.how, How::Label | How::Signed | How::SetOff | How::Answer) {
        f.confidence.max(share)
    } else if nobodys(w, f, kind, who) {
        share.min(HIDDEN)
    } else if plain(w, f, kind, who) {
        share.max(PLAIN)
    } else {
        share
    }
}

/// Whether the words are found by their form and yet are nothing that a source said.
fn nobodys(w: &Words, f: &Found, kind: QuotationKind, who: &Resolved) -> bool {
    match kind {
        // Without marks and without a source nothing is left of "who says so".
        QuotationKind::Indirect => {
            let told = who.speaker.name.is_some()
                && w.low(f.content[0].start) == "that"
                && f.cue.as_ref().is_some_and(|c| {
                    lexicon::verb(w.low(c.end - 1)).is_some_and(|v| {
                        matches!(v.0, lexicon::Class::Say | lexicon::Class::Tell | lexicon::Class::Pledge)
                            && v.1 == lexicon::Form::Past
                    }) && w.before(c.start) == "and"
                });
            f.source.is_none() && !told
                || f.content.iter().map(ExactSizeIterator::len).sum::<usize>() < 2
                || silent(w, f)
                || evidence(w, f, who)
                || narrator(w, f)
                || deed(w, f)
        }
        QuotationKind::Mixed => work(w, f) || named(w, f, who) || narrator(w, f) || evidence(w, f, who) || deed(w, f),
        QuotationKind::Direct => work(w, f) || named(w, f, who),
    }
}

/// "A scheme called “free sailing”": a thing has that name, and nobody calls it so.
fn named(w: &Words, f: &Found, who: &Resolved) -> bool {
    let Some(cue) = f.cue.clone() else { return false };
    let calls = matches!(w.low(cue.end - 1), "called" | "dubbed" | "named" | "termed" | "titled" | "nicknamed");
    let noun = f.source.as_ref().is_some_and(|s| s.end == cue.start && !lexicon::is_pronoun(w.low(s.start)));
    calls && noun && f.content[0].start == cue.end && w.in_marks(cue.end) && who.speaker.kind == SpeakerKind::Unknown
}

fn along(line: &[(f32, f32)], x: f32) -> f32 {
    let Some(k) = line.iter().position(|p| p.0 > x) else { return line.last().map_or(x, |p| p.1) };
    let Some(before) = k.checked_sub(1) else { return line[0].1 };
    let ((a, ya), (b, yb)) = (line[before], line[k]);
    ya + (yb - ya) * (x - a) / (b - a)
}

/// Whether the cue says that nothing was said: "did not respond to a request", "has not claimed the attack".
fn silent(w: &Words, f: &Found) -> bool {
    let Some(cue) = f.cue.clone() else { return false };
    let denies = |k: usize| lexicon::verb(w.low(k)).is_some_and(|v| v.2 == "deny");
    let negated = cue.clone().any(|k| matches!(w.low(k), "not" | "n't" | "never"));
    let clause = matches!(w.low(f.content[0].start), "that" | "to");
    let verbs = |k: usize| matches!(w.low(k), "comment" | "respond" | "say" | "answer" | "discuss" | "elaborate");
    let refused = cue.clone().any(|k| w.low(k).starts_with("refus"))
        && (f.content[0].start..f.content[0].end.min(f.content[0].start + 3)).chain(cue.clone()).any(verbs);
    let declined = cue.clone().any(|k| w.low(k).starts_with("declin"));
    // "No one has offered any", "the sites offer no proof".
    let nobody = f.source.as_ref().is_some_and(|s| {
        matches!(w.low(s.end - 1), "nobody" | "none")
            || w.low(s.end - 1) == "one" && (w.low(s.start) == "no" || s.start > 0 && w.low(s.start - 1) == "no")
    });
    // "He has told nobody his conclusions".
    let unheard = matches!(w.low(f.content[0].start), "nobody" | "none") && f.content[0].start == cue.end;
    let offers = cue.clone().any(|k| w.low(k).starts_with("offer")) && w.low(f.content[0].start) == "no";
    // Who doesn't deny something has said nothing.
    let denied = cue.clone().any(denies);
    nobody || unheard || offers || declined || refused || negated && (denied || !clause)
}

/// Whether the writer speaks of himself or of the reader: "I asked him why", "you read that right", "we refuse".
fn narrator(w: &Words, f: &Found) -> bool {
    f.source.as_ref().is_some_and(|s| s.len() == 1 && matches!(w.low(s.start), "i" | "you" | "we"))
}

/// Whether a thing was done with a post, a plea or a name, and no clause says what was said.
fn deed(w: &Words, f: &Found) -> bool {
    let acts = |k: usize| {
        let x = w.low(k);
        ["retweet", "post", "plead", "mention", "pled", "agree", "agre", "referr", "allud"]
            .iter()
            .any(|b| x.strip_prefix(b).is_some_and(inflected))
    };
    let clause = matches!(w.low(f.content[0].start), "that" | "whether" | "how" | "why");
    // What is ordered or found is a thing, but where somebody is told to do something.
    let orders = f.cue.clone().is_some_and(|c| c.clone().any(|k| matches!(w.low(k), "order" | "orders" | "ordered")));
    let told = f.content.iter().cloned().flatten().any(|k| w.low(k) == "to" || w.low(k) == "that");
    !clause && (f.cue.clone().is_some_and(|c| c.clone().any(acts)) || orders && !told || thing(w, f))
}

/// "Declared martial law", "added charges", "pointing to the time": a noun and no word of what was said.
fn thing(w: &Words, f: &Found) -> bool {
    let Some(cue) = f.cue.clone() else { return false };
    let last = w.low(cue.end - 1);
    let acts = ["declar", "add"]
        .iter()
        .any(|b| last.strip_prefix(b).is_some_and(|x| matches!(x, "" | "e" | "es" | "s" | "ed" | "ing")))
        || last == "to" && w.low(cue.start) == "pointing";
    let says = |k: usize| {
        let x = w.low(k);
        lexicon::is_aux(x)
            || matches!(x, "to" | "that" | "as" | "how" | "why" | "what" | "whether")
            || x.ends_with("self") && x.len() > 4
            || w.in_marks(k)
            || lexicon::verb(x).is_some_and(|v| v.1 != lexicon::Form::Base)
            || x.len() > 4 && x.ends_with("ed")
    };
    let noun = |r: &std::ops::Range<usize>| r.start >= cue.end && r.len() < 12 && !r.clone().any(says);
    acts && matches!(f.content.as_slice(), [r] if noun(r))
}

/// Whether an ending is a verb's.
fn inflected(x: &str) -> bool {
    matches!(x, "" | "s" | "ed" | "ing")
}

/// Whether all that stands in marks is the name of a work or a thing, which the sentence names and nobody says: "in his
/// book “The Long Road”".
fn work(w: &Words, f: &Found) -> bool {
    let mut pairs = f.content.iter().filter_map(|r| {
        let first = r.clone().find(|&k| w.in_marks(k))?;
        w.pair_at(first)
    });
    let named = |p: crate::text::Pair| {
        let (open, last) = (p.open as usize, (p.close as usize).saturating_sub(1));
        let words = (open + 1..p.close as usize).filter(|&k| w.is_word(k)).count();
        !p.continues
            && w.title(p)
            && (2..=9).contains(&words)
            && open > 0
            && w.is_word(open - 1)
            && !w.opens_sentence(open)
            && !matches!(w.low(last), "!" | "?")
    };
    let quoted = f
        .content
        .iter()
        .all(|r| w.pair_at(r.start).is_some_and(|p| p.open as usize == r.start && r.end <= p.close as usize + 1));
    quoted && pairs.next().is_some_and(named) && pairs.all(named)
}

/// Whether a thing shows or suggests something, and it is no document or study that somebody wrote: there the writer
/// infers.
fn evidence(w: &Words, f: &Found, who: &Resolved) -> bool {
    let Some(cue) = f.cue.clone() else { return false };
    let shows = cue.clone().any(|k| {
        matches!(
            w.low(k),
            "show"
                | "shows"
                | "showed"
                | "showing"
                | "shown"
                | "suggest"
                | "suggests"
                | "suggested"
                | "suggesting"
                | "indicate"
                | "indicates"
                | "indicated"
                | "indicating"
                | "underscore"
                | "underscores"
                | "underscored"
                | "underline"
                | "underlines"
                | "underlined"
                | "signal"
                | "signals"
                | "signaled"
                | "signalled"
                | "imply"
                | "implies"
                | "implied"
                | "reveal"
                | "reveals"
                | "revealed"
                | "revealing"
        )
    });
    let clause = matches!(w.low(f.content[0].start), "that" | "how" | "why" | "whether" | "what");
    // What a picture shows is seen.
    let seen = f.source.clone().is_some_and(|s| {
        s.clone().any(|k| {
            matches!(
                w.low(k),
                "video"
                    | "videos"
                    | "footage"
                    | "photo"
                    | "photos"
                    | "image"
                    | "images"
                    | "picture"
                    | "pictures"
                    | "clip"
            )
        })
    });
    let person = seen || who.speaker.kind != SpeakerKind::Document;
    let does = |k: usize| w.low(k).starts_with("show") || w.low(k) == "found" || w.low(k) == "finds";
    let found = cue.clone().any(|k| matches!(w.low(k), "found" | "finds"));
    let did = cue.clone().any(does) && !clause && person;
    // "…, investigators found".
    let told = surer::trailing(w, f);
    found && did && !told || shows && (did || who.speaker.kind == SpeakerKind::Unknown)
}

/// Whether words in a closed pair of marks, an explicit cue and a known speaker make this a plain quotation.
fn plain(w: &Words, f: &Found, kind: QuotationKind, who: &Resolved) -> bool {
    let Some(cue) = f.cue.clone() else { return false };
    let known = f.source.is_some() && who.speaker.name.is_some();
    let listed = cue
        .clone()
        .any(|k| lexicon::verb(w.low(k)).is_some_and(|v| v.0 != lexicon::Class::Belief) || w.low(k) == "according")
        || matches!(w.low(cue.start), "went" | "goes") && w.low(cue.end - 1) == "on";
    let denied = cue.clone().any(|k| matches!(w.low(k), "not" | "n't" | "never" | "no"));
    // Two words in marks may be a title or a term; a clause that stands in marks is said.
    let marks = f.content.iter().cloned().flatten().filter(|&k| w.in_marks(k) && w.is_word(k)).count();
    let closed = f.content.iter().cloned().flatten().any(|k| w.pair_at(k).is_some_and(|p| !p.continues));
    f.event == Event::Speech
        && kind != QuotationKind::Indirect
        && known
        && listed
        && !denied
        && closed
        && marks >= if kind == QuotationKind::Direct { 1 } else { 3 }
}
