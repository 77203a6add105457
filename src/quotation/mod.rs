//! Attribution relations: who says what.
//!
//! [`rules`] finds the pieces, [`speakers`] says who a source is; this module joins them into the report's quotations.

mod confidence;
pub mod decode;
mod ends;
mod full_text;
pub mod interview;
pub mod lexicon;
pub mod names;
mod onward;
mod people;
pub mod rules;
mod set_off;
pub mod signed;
pub mod speakers;
mod starts;
mod surer;
#[cfg(test)]
mod tests;
pub mod tongues;
mod turns;
pub mod words;

use crate::document::Document;
use crate::report::{Event, Quotation, QuotationKind, Span, Speaker, SpeakerKind};
use crate::text::{Reading, Shape};
use lexicon::Class;
use rules::{Found, How};
use words::Words;

/// Finds the quotations of a document in the language `lang` (English where it is unknown), in the order of their contents. In other
/// languages words in quotation marks and block quotations are found; [`tongues`] says whose they are, where it knows the language.
pub fn find(doc: &Document, reading: &Reading, lang: Option<&str>) -> Vec<Quotation> {
    let words = Words::new(reading);
    let blocks = turns::tokens_of(doc, &words);
    if !is_english(lang) {
        return elsewhere(doc, &words, &blocks, lang);
    }
    let turns = turns::find(doc, &words, &blocks);
    let posts = signed::posts(&words, &blocks, |b| rules::is_read(doc, b), |b| doc.quotation(b));
    let posted = |u: &std::ops::Range<usize>| {
        let k = posts.partition_point(|p| p.content[0].start < u.end);
        posts[..k].last().is_some_and(|p| u.start < p.source.as_ref().map_or(0, |s| s.end))
    };
    let spoken = |u: &std::ops::Range<usize>| {
        let k = turns.partition_point(|t| t.source.as_ref().is_some_and(|s| s.start < u.end));
        turns[..k].last().is_some_and(|t| meets(&t.content, u) || t.cue.as_ref().is_some_and(|c| c.start >= u.start))
    };
    let said = |u: &std::ops::Range<usize>| spoken(u) || posted(u);
    let mut set_off = set_off::find(doc, &words, &blocks, true, said);
    let answers = interview::find(doc, &words, &blocks, said);
    set_off.retain(|f| !covers(&answers, &start_of(f)));
    set_off.extend(answers);
    if let Some(text) = full_text::find(doc, &words, &blocks, said) {
        set_off.retain(|f| f.content[0].start < text.content[0].start);
        set_off.push(text);
    }
    crate::order::by(&mut set_off, |f| [f.content[0].start as u64, 0]);
    let units: Vec<_> = rules::units(&words)
        .into_iter()
        .filter(|(u, b)| rules::is_read(doc, *b) && !said(u) && !covers(&set_off, u))
        .collect();
    let mut rules = rules::find(&words, &units);
    rules.extend(signed::find(&words, |b| rules::is_read(doc, b)));
    let units: Vec<_> = units.into_iter().map(|(u, _)| u).collect();
    let mut found = decode::join(&words, &units, rules, &crate::model::tag(reading));
    // The cue before a colon is that of the words behind it.
    let cues: Vec<_> = set_off.iter().filter_map(|s| s.cue.clone()).collect();
    found.retain(|f| !f.cue.as_ref().is_some_and(|c| meets(&cues, c)));
    found.extend(set_off);
    found.extend(turns);
    found.extend(posts);
    rules::in_order(&mut found);
    // "The plan, announced in August, gives": a participle, and nobody who speaks.
    found.retain(|f| {
        let marked = f.content.iter().any(|c| c.clone().any(|k| words.in_marks(k)));
        marked || f.source.as_ref().is_none_or(|s| !occasion(&words, s))
    });
    let mut speakers = speakers::Speakers::read(&words);
    let mut out = Vec::with_capacity(found.len());
    for f in &mut found {
        f.source = f.source.take().filter(|s| !occasion(&words, s));
        agent(&words, f);
        neat(&words, f);
        f.source = f.source.take().or_else(|| speakers.parted(f)).map(|s| speakers.both(f, speakers.whole(s)));
        let resolved = speakers.resolve(f);
        out.push(assemble(&words, f, resolved));
    }
    out.into_iter().enumerate().map(number).collect()
}

/// The quotations of a text in another language than English.
#[inline(never)]
fn elsewhere(doc: &Document, words: &Words, blocks: &[std::ops::Range<usize>], lang: Option<&str>) -> Vec<Quotation> {
    let set_off = set_off::find(doc, words, blocks, false, |_| false);
    let marks: Vec<Found> = rules::marks_only(words).into_iter().filter(|f| !covers(&set_off, &start_of(f))).collect();
    let mut found: Vec<(Found, speakers::Resolved)> = match lang.and_then(tongues::Tongue::of) {
        Some(t) => {
            let reader = tongues::Reader::new(words, t, blocks);
            let (dashes, spoken): (Vec<Found>, Vec<_>) = reader.dashes(blocks).into_iter().unzip();
            let taken = |k: usize| covers(&set_off, &(k..k + 1)) || covers(&dashes, &(k..k + 1));
            let reported = reader.reported(blocks, |b| rules::is_read(doc, b as u32), taken);
            let mut told = reader.read(marks, blocks, taken);
            told.extend(reported);
            told.extend(dashes.into_iter().zip(spoken));
            told
        }
        None => marks.into_iter().map(|f| (f, speakers::Resolved::default())).collect(),
    };
    found.extend(set_off.into_iter().map(|f| {
        let who = signatory(words, &f);
        (f, who)
    }));
    crate::order::by(&mut found, |(f, _)| [f.content[0].start as u64, 0]);
    found
        .into_iter()
        // How often English quotations are right says nothing of these.
        .map(|(f, who)| Quotation { confidence: f.confidence, ..assemble(words, &f, who) })
        .enumerate()
        .map(number)
        .collect()
}

/// Whether a text is read by the rules made for English: so is one whose language nobody tells.
pub fn is_english(lang: Option<&str>) -> bool {
    lang.is_none_or(|l| l == "en" || l.starts_with("en-"))
}

/// Whether a range has a token in common with one of these, which are in order and apart from each other.
fn meets(ranges: &[std::ops::Range<usize>], u: &std::ops::Range<usize>) -> bool {
    let k = ranges.partition_point(|c| c.start < u.end);
    ranges[..k].last().is_some_and(|c| u.start < c.end)
}

/// Whether a range lies in the words of one of these, which are in order and apart from each other.
fn covers(found: &[Found], u: &std::ops::Range<usize>) -> bool {
    let k = found.partition_point(|f| f.content[0].start < u.end);
    found[..k].last().is_some_and(|f| meets(&f.content, u))
}

fn start_of(f: &Found) -> std::ops::Range<usize> {
    f.content[0].start..f.content[0].start + 1
}

/// Who signed words in a text whose language isn't read: the name as it stands, a body's where a word of it is all capitals.
fn signatory(w: &Words, f: &Found) -> speakers::Resolved {
    let Some(source) = f.source.clone().filter(|_| f.how == How::SetOff) else { return speakers::Resolved::default() };
    let upper = source.clone().any(|k| w.reading.tokens[k].shape == Shape::Upper && w.low(k).len() > 1);
    let speaker = Speaker {
        name: Some(w.reading.slice(w.reading.span_of(source)).to_owned()),
        kind: if upper { SpeakerKind::Organisation } else { SpeakerKind::Person },
        ..Speaker::default()
    };
    speakers::Resolved::as_written(speaker)
}

/// "criticized by the board as “a stunt”": where a cue ends in "by" and no source was found, the words behind it are the
/// source, up to what they say.
fn agent(w: &Words, f: &mut Found) {
    let Some(cue) = f.cue.clone().filter(|c| f.source.is_none() && !c.is_empty() && w.low(c.end - 1) == "by") else {
        return;
    };
    let Some(first) = f.content.first_mut().filter(|c| c.start == cue.end) else { return };
    let end = first
        .clone()
        .take(12)
        .find(|&k| w.in_marks(k) || matches!(w.low(k), "as" | "for" | "because" | "over" | "that" | "who" | "," | ":"));
    if let Some(end) = end.filter(|&e| e > first.start && w.is_word(first.start)) {
        f.source = Some(first.start..end);
        first.start = end;
    }
}

/// A cue loses what it shares with the source, a content the bracket that closes the sentence and opens outside it.
fn neat(w: &Words, f: &mut Found) {
    if let (Some(s), Some(c)) = (&f.source, &mut f.cue)
        && s.start <= c.start
        && c.start < s.end
        && s.end < c.end
    {
        c.start = s.end;
    }
    if let Some(r) = f.content.last_mut() {
        let open = |r: &std::ops::Range<usize>, mark: &str| r.clone().filter(|&k| w.low(k) == mark).count();
        while r.len() > 1
            && (w.low(r.end - 1) == ")" && open(r, ")") > open(r, "(")
                || w.low(r.end - 1) == "." && w.low(r.end - 2) == ")")
        {
            r.end -= 1;
        }
    }
}

/// A source that is no more than a time or a place of speaking ("announced in August"): nobody is named.
fn occasion(w: &Words, source: &std::ops::Range<usize>) -> bool {
    let first = w.low(source.start);
    let rest = source.start + 1..source.end;
    let time = |k: usize| lexicon::is_time(w.low(k)) || lexicon::is_month(w.low(k));
    matches!(first, "in" | "on" | "last" | "this" | "earlier" | "at" | "during" | "since")
        && rest.clone().all(|k| {
            time(k)
                || w.reading.tokens[k].shape == crate::text::Shape::Number
                || matches!(w.low(k), "," | "the" | "early" | "late" | "of")
        })
        && rest.clone().any(time)
}

fn number((i, mut q): (usize, Quotation)) -> Quotation {
    q.id = format!("q{}", i + 1);
    q
}

fn assemble(w: &Words, f: &Found, resolved: speakers::Resolved) -> Quotation {
    let span = |r: &std::ops::Range<usize>| w.reading.span_of(r.clone());
    let content: Vec<Span> = f.content.iter().map(span).filter(|s| !s.is_empty()).collect();
    let kind = kind(w, f);
    let confidence = confidence::of(w, f, kind, &resolved);
    let because = because(w, f, &resolved);
    Quotation {
        id: String::new(),
        kind,
        event: if attitude(w, f, kind, confidence) || foretold(w, f) { Event::Belief } else { f.event },
        source: f.source.iter().map(span).collect(),
        cue: f.cue.iter().map(span).collect(),
        content,
        speaker: resolved.speaker,
        confidence: confidence.clamp(0.0, 1.0),
        because,
    }
}

/// Whether more likely nothing was said: no marks, an unsure content, and a cue that is no verb of saying ("He has demonized
/// the press"). What remains is a stance that somebody is told to take.
fn attitude(w: &Words, f: &Found, kind: QuotationKind, confidence: f32) -> bool {
    let Some(mut cue) = f.cue.clone() else { return false };
    let says = |i: usize| {
        matches!(w.low(i), ":" | "according" | "per")
            || matches!(w.low(i), "put" | "puts") && w.low(i + 1) == "it"
            || f.source.as_ref().is_some_and(|s| names::is_scoop(w, i, s.end))
            || lexicon::noun(w.low(i)) && !lexicon::belief_noun(w.low(i))
            || lexicon::verb(w.low(i)).is_some_and(|(c, ..)| matches!(c, Class::Say | Class::Tell | Class::Pledge))
    };
    kind == QuotationKind::Indirect && confidence < Quotation::EVEN && !rules::is_court(w, f) && !cue.any(says)
}

/// Whether the writer foretells the words: "is likely to stress the “importance of peace”". Nobody has said them yet.
fn foretold(w: &Words, f: &Found) -> bool {
    let ahead = |to: usize| {
        to > 0
            && w.low(to) == "to"
            && matches!(w.low(to - 1), "likely" | "unlikely" | "bound" | "poised" | "sure" | "certain" | "expected")
    };
    let start = f.content[0].start;
    match f.cue.clone() {
        Some(cue) => (cue.start.saturating_sub(1)..cue.end).any(ahead),
        // No verb was known: "is likely to reiterate the “importance of peace”".
        None => matches!(f.how, How::Loose) && (start.saturating_sub(4)..start).any(ahead),
    }
}

fn kind(w: &Words, f: &Found) -> QuotationKind {
    if matches!(f.how, How::Label | How::Signed | How::SetOff | How::Answer) {
        return QuotationKind::Direct; // the label, the signature or the layout does what marks do
    }
    let (mut inside, mut outside) = (false, false);
    for i in f.content.iter().cloned().flatten() {
        if w.quoted[i] > 0 {
            inside = true;
        } else if w.reading.tokens[i].is_word() {
            outside = true;
        }
    }
    match (inside, outside) {
        (true, false) => QuotationKind::Direct,
        (true, true) => QuotationKind::Mixed,
        _ => QuotationKind::Indirect,
    }
}

fn because(w: &Words, f: &Found, r: &speakers::Resolved) -> String {
    let text = |x: &Option<std::ops::Range<usize>>| {
        x.as_ref().map(|x| w.reading.slice(w.reading.span_of(x.clone())).to_owned())
    };
    let mut s = match (f.how, text(&f.cue), text(&f.source)) {
        (How::SetOff, None, Some(source)) => format!("The text is told to be that of “{source}”"),
        (How::Answer, ..) => "The words answer a question of an interview".to_owned(),
        (How::SetOff, _, None) => "The page sets the words off as quoted".to_owned(),
        (How::Loose, ..) => "Many words in quotation marks".to_owned(),
        (How::Free, ..) | (_, None, _) => "Whole sentences in quotation marks".to_owned(),
        (How::Label, _, Some(source)) => format!("The label “{source}” stands before the words"),
        (How::Signed, _, Some(source)) => format!("The words are signed “{source}”"),
        (_, Some(cue), Some(source)) => format!("“{cue}” attributes the words to “{source}”"),
        (_, Some(cue), None) => format!("“{cue}” attributes the words, and the sentence names nobody"),
    };
    if !r.how.is_empty() {
        s.push_str("; ");
        s.push_str(&r.how);
    }
    s.push('.');
    s
}
