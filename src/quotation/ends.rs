//! Where a content ends: every word up to the end of the sentence could be its last, and the likeliest is taken.
//!
//! Rules and tagger each propose one end, and the tagger is less sure of ends than of anything else. So the proposal
//! is weighed against all other words: how sure the tagger is that the content goes on there, and what follows (the end
//! of the sentence, a closing mark, a comma with a participle, a preposition …). The weights are those of a conditional
//! logit, fitted on the twelfth of PolNeAR's training part that the tagger was not trained on. Only sums, products and
//! square roots are needed, so that every target decides the same.

use super::lexicon;
use super::rules::{Found, How};
use super::words::Words;
use crate::model::{self, Layer, Tags};
use std::ops::Range;

/// An end is sought this far before and behind the proposed one, in tokens.
const REACH: usize = 100;

/// The weight of the sum, over the tokens of the content, of the chance that one is no content.
const DOUBT: f32 = -0.05;
/// Of the chance that the next token doesn't go on.
const NEXT: f32 = 0.67;
/// Of the chance that the next word doesn't go on, and of its root.
const NEXT_WORD: (f32, f32) = (1.34, 1.83);
/// Of the chance that the last word is content.
const LAST: f32 = 1.86;
/// Of the end that was proposed.
const PROPOSED: f32 = 1.5;
/// Of an end in the midst of quoted words.
const CUT: f32 = -1.23;

/// Of an end before the first verb of a clause, where the proposed end has one.
const VERBLESS: f32 = -2.0;

/// Chooses the ends of the contents anew.
pub(super) fn settle(w: &Words, tags: &Tags, found: &mut [Found]) {
    // No content reaches over the cue of another.
    let mut cues: Vec<usize> = found.iter().filter_map(|f| f.cue.as_ref()).map(|c| c.start).collect();
    crate::order::by(&mut cues, |c| [*c as u64, 0]);
    for f in found.iter_mut().filter(|f| f.cue.is_some() && !matches!(f.how, How::Label | How::Signed)) {
        let before: Vec<usize> = f.content.iter().map(|r| r.end).collect();
        for k in 0..f.content.len() {
            let piece = f.content[k].clone();
            // Words in marks end where their marks do.
            if piece.is_empty() || w.in_marks(piece.start) && w.quoted[piece.start] == w.quoted[piece.end - 1] {
                continue;
            }
            let next = cues.get(cues.partition_point(|&c| c < piece.end)).copied().unwrap_or(usize::MAX);
            let source = f.source.iter().map(|r| r.start).filter(|&s| s >= piece.end);
            let main = subject_noun(w, f).filter(|_| k == 0).and_then(|from| main_verb(w, from, piece.end));
            if let Some(verb) = main {
                f.content[k].end = verb;
                f.content.truncate(1);
                break;
            }
            f.content[k].end = end(w, tags, &piece, source.fold(next, usize::min));
            if let Some(joined) = clause_of_its_own(w, &f.content[k]) {
                f.content[k].end = joined;
                f.content.truncate(k + 1);
                break;
            }
        }
        if f.content.iter().map(|r| r.end).ne(before) {
            f.content = merged(std::mem::take(&mut f.content));
        }
    }
}

/// "She promised to cut taxes, | and she did": where a sentence goes on with a subject of its own behind what somebody wanted or
/// promised *to* do, which no such clause can be joined to. Nine of ten such places in PolNeAR's training part end there; in the
/// tenth the clause depends on an "if", so what opens a clause inside leaves all as it is.
fn clause_of_its_own(w: &Words, piece: &Range<usize>) -> Option<usize> {
    // "Passengers to expect delays": behind whoever is to do it.
    let to =
        (piece.start..piece.end.min(piece.start + 5)).find(|&k| w.low(k) == "to" || verbal(w, k) || w.in_marks(k))?;
    if w.low(to) != "to" || w.in_marks(to) {
        return None;
    }
    for k in to + 2..piece.end.saturating_sub(2) {
        let x = w.low(k);
        if matches!(x, "that" | "if" | "whether" | "because" | "when" | "while" | "until" | "unless" | ":" | "—" | "–")
            || w.in_marks(k)
        {
            return None;
        }
        if x == ";" {
            return Some(k);
        }
        let subject = match w.low(k + 1) {
            "he" | "she" | "they" | "we" | "i" => true,
            "it" | "there" | "everyone" | "everybody" | "nobody" => verbal(w, k + 2) || w.low(k + 2).ends_with('s'),
            _ => false,
        };
        if matches!(x, "and" | "but" | "so" | "yet") && subject {
            return Some(if w.low(k - 1) == "," { k - 1 } else { k });
        }
    }
    None
}

/// "Her claim that the mayor had lied | was dismissed": where the clause of a noun starts that is its sentence's subject.
fn subject_noun(w: &Words, f: &Found) -> Option<usize> {
    let cue = f.cue.as_ref()?;
    let content = f.content.first()?.start;
    let first = f.source.as_ref().map_or(cue.start, |s| s.start.min(cue.start));
    let opens = w.opens_sentence(first)
        || first > 0 && w.opens_sentence(first - 1) && !lexicon::is_preposition(w.low(first - 1));
    (lexicon::noun(w.low(cue.end - 1)) && w.low(content) == "that" && content == cue.end && opens)
        .then_some(content + 1)
}

/// The verb of the sentence, behind that of the clause that starts at `from`. A relative clause and what "and" joins have verbs
/// of their own.
fn main_verb(w: &Words, from: usize, stop: usize) -> Option<usize> {
    let (mut owed, mut k) = (1, from);
    while k < stop {
        let x = w.low(k);
        // What stands in marks behind the verb of the clause is its object.
        if let Some(p) = w.pair_at(k).filter(|_| owed == 0) {
            k = p.close as usize + 1;
            continue;
        }
        if w.in_marks(k) || matches!(x, ";" | ":" | "—" | "–") {
            return None;
        }
        if matches!(
            x,
            "who"
                | "which"
                | "whose"
                | "that"
                | "when"
                | "where"
                | "while"
                | "because"
                | "if"
                | "as"
                | "and"
                | "but"
                | "or"
        ) {
            owed += 1;
        }
        if !verbal(w, k) {
            k += 1;
            continue;
        }
        if owed == 0 {
            return Some(k);
        }
        owed -= 1;
        // A group of verbs is one: "would have been flooded", and not "flooded was".
        let from = k;
        while k < stop && lexicon::in_verb_group(w.low(k)) {
            k += 1;
        }
        k += usize::from(k == from || k < stop && verbal(w, k) && !lexicon::is_aux(w.low(k)));
    }
    None
}

/// Pieces that now run into each other as one.
fn merged(pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
    for p in pieces {
        match out.last_mut() {
            Some(l) if p.start < l.end => l.end = l.end.max(p.end),
            _ => out.push(p),
        }
    }
    out
}

/// Whether a token may be a finite verb; common ones, for this is asked of every word of every content.
pub(super) fn verbal(w: &Words, k: usize) -> bool {
    let x = w.low(k);
    lexicon::is_aux(x) && x != "'s"
        || x.len() > 3 && x.ends_with("ed") && !w.capital(k)
        || matches!(
            x,
            "said"
                | "says"
                | "told"
                | "made"
                | "makes"
                | "took"
                | "takes"
                | "came"
                | "comes"
                | "went"
                | "goes"
                | "got"
                | "gets"
                | "gave"
                | "gives"
                | "led"
                | "left"
                | "lost"
                | "won"
                | "met"
                | "knew"
                | "knows"
                | "thought"
                | "thinks"
                | "felt"
                | "feels"
                | "found"
                | "kept"
                | "keeps"
                | "held"
                | "began"
                | "became"
                | "saw"
                | "ran"
                | "fell"
                | "rose"
                | "grew"
                | "needs"
                | "wants"
                | "want"
                | "need"
                | "shows"
                | "means"
                | "seems"
                | "remains"
                | "includes"
        )
}

/// Whether a token counts in the comparison of ends.
fn counts(w: &Words, k: usize) -> bool {
    w.is_word(k) || matches!(w.low(k), "$" | "%" | "#" | "@" | "&")
}

/// The likeliest end of a piece that ends before the token `stop`.
fn end(w: &Words, tags: &Tags, piece: &Range<usize>, stop: usize) -> usize {
    let Some(last) = piece.clone().rev().find(|&k| counts(w, k)) else { return piece.end };
    let Some(s) = w.sentence(last) else { return piece.end };
    let limit = s.tokens().end.min(stop);
    let inside = |k: usize| if k < limit { tags.at(k, Layer::Content)[model::INSIDE] } else { 0.0 };
    let mut doubt = 0.0;
    let from = piece.start.max(last.saturating_sub(REACH));
    let whole = piece.clone().take(REACH).any(|k| verbal(w, k));
    let mut verb = (piece.start..from).any(|k| verbal(w, k));
    let mut best = (f32::MIN, last);
    // "That while the port was open, nobody came": not before the main clause.
    let opener = piece.start + usize::from(w.low(piece.start) == "that");
    let main = (opener..limit)
        .filter(|_| subordinates(w.low(opener)) && w.low(opener) != "even")
        .find(|&k| w.low(k) == "," && !w.in_marks(k))
        .unwrap_or(0);
    for k in from..limit.min(last + REACH) {
        if k > piece.start {
            doubt += 1.0 - inside(k);
        }
        if !counts(w, k) {
            continue;
        }
        let next = (k + 1..limit).find(|&n| counts(w, n)).unwrap_or(limit);
        let free = 1.0 - inside(next);
        let cut = w.in_marks(k) && k + 1 < limit && w.quoted[k + 1] == w.quoted[k] && {
            !matches!(w.low(k + 1), "." | "," | "?" | "!" | "\"" | "”" | "''")
        };
        // A clause that somebody says has its verb before it ends.
        verb |= verbal(w, k);
        let short = k < last && !verb && whole && !w.in_marks(k);
        let score = DOUBT * doubt
            + NEXT * (1.0 - inside(k + 1))
            + NEXT_WORD.0 * free
            + NEXT_WORD.1 * free.sqrt()
            + LAST * (1.0 - tags.at(k, Layer::Content)[model::OUTSIDE])
            + if k == last { PROPOSED } else { 0.0 }
            + if cut { CUT } else { 0.0 }
            + if short || k < main { VERBLESS } else { 0.0 }
            + before(w, k + 1, s.tokens().end);
        if score > best.0 {
            best = (score, k);
        }
    }
    if best.1 == last {
        return piece.end;
    }
    // The marks that close behind the last word belong to it.
    let mut end = best.1 + 1;
    if let Some(p) = w.pair_at(best.1).filter(|p| p.open as usize >= piece.start) {
        let close = p.close as usize + usize::from(!p.continues);
        if (end..close).all(|k| !counts(w, k)) {
            end = end.max(close);
        }
    }
    end
}

/// Whether a word opens a clause that waits for its main clause.
fn subordinates(x: &str) -> bool {
    matches!(
        x,
        "while" | "as" | "when" | "after" | "although" | "though" | "because" | "if" | "before" | "since" | "even"
    )
}

/// How well a content ends before token `k`, where the sentence ends before `stop`.
fn before(w: &Words, k: usize, stop: usize) -> f32 {
    if k >= stop {
        return 0.4;
    }
    let (x, n) = (w.low(k), w.low(k + 1));
    let marks = w.in_marks(k);
    let closes = marks && w.quoted.get(k + 1).is_none_or(|&q| q != w.quoted[k]);
    match x {
        "." | "?" | "!" if k + 1 >= stop || marks => 0.36,
        "." | "?" | "!" => -0.67,
        "\"" | "”" | "''" | "’" if closes => 0.79,
        "—" | "–" | "--" | "-" => 0.47,
        ";" => -0.15,
        ":" => 0.05,
        "(" => -0.31,
        ")" => 0.37,
        "," => match n {
            "and" => 0.53,
            "but" => 0.17,
            "or" => -0.03,
            "who" | "which" | "whose" | "where" => 0.86,
            _ if n.ends_with("ing") => 1.05,
            _ if subordinates(n) => -0.08,
            "according" | "he" | "she" | "said" | "says" => -0.11,
            "a" | "an" | "the" | "his" | "her" => 0.62,
            _ if lexicon::is_preposition(n) => -0.41,
            _ => 0.37,
        },
        "and" => 0.49,
        "but" => 0.17,
        "or" => -0.13,
        "who" | "which" | "whose" | "where" | "that" => -0.68,
        _ if subordinates(x) => -0.08,
        _ if x.ends_with("ing") => -0.61,
        _ if lexicon::is_preposition(x) => -0.55,
        "'s" => -0.68,
        _ => -2.24,
    }
}
