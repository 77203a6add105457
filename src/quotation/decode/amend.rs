//! What a joined relation keeps of what it has: each rule here knows one form in which a tagger or a rule reaches too far or
//! takes somebody else for the one who speaks.

use super::super::lexicon::{self, Class};
use super::super::rules::{self, Found, How};
use super::super::words::Words;
use super::joins;
use crate::report::Event;
use std::ops::Range;

/// Sets right who speaks in `f` and where the words end, form by form; words that a rule has cut are not read by the next.
pub(super) fn amend(w: &Words, f: &mut Found) {
    owner(w, f);
    patient(w, f);
    topic(w, f);
    heard(w, f);
    limited(w, f);
    quoted_as(w, f);
    so_called(w, f);
    beyond(w, f);
}

/// "Asked about the bridge, she said": what somebody was asked about is a topic and nobody's words.
fn topic(w: &Words, f: &mut Found) {
    let Some(cue) = f.cue.clone().filter(|_| f.source.is_none()) else { return };
    let about = [cue.end - 1, cue.end].iter().any(|&i| matches!(w.low(i), "about" | "on" | "to" | "for" | "with"));
    let asked =
        matches!(w.low(cue.start), "asked" | "pressed" | "questioned" | "speaking" | "responding" | "commenting");
    if about && asked && !f.content.iter().cloned().flatten().any(|k| w.in_marks(k)) {
        f.event = Event::Belief;
    }
}

/// "Told the Post they were late": the hearer is no part of the words, and the clause behind it is, all of it.
fn heard(w: &Words, f: &mut Found) {
    let Some(at) = f.cue.as_ref().map(|c| c.end) else { return };
    let asks = matches!(w.low(at - 1), "asked" | "asks" | "asking");
    let tells = matches!(
        w.low(at - 1),
        "told" | "tells" | "tell" | "telling" | "assured" | "assuring" | "warned" | "reminded" | "informed"
    );
    if !tells && !asks {
        return;
    }
    // "Told teachers who had come that": up to the word that opens what they were told.
    let opens =
        |k: usize| w.low(k) == "that" && tells || asks && matches!(w.low(k), "if" | "whether" | "how" | "about");
    let from = |c: &Range<usize>| c.start == at || at < c.start && c.start < at + 4 && w.low(c.start) == "who";
    if let Some(c) = f.content.iter_mut().find(|c| from(c))
        && let Some(k) = (at + 1..c.end.min(at + 14)).find(|&k| opens(k))
        && !lexicon::is_preposition(w.low(at))
        && !lexicon::parts_clauses(w.low(at))
    {
        let who = (at + 1..k).find(|&j| w.low(j) == "who").unwrap_or(k);
        let noun = |j: usize| !lexicon::is_pronoun(w.low(j)) && w.low(j) != "to" && (w.is_word(j) || w.low(j) == ",");
        if (at + 1..who).all(noun) && !(at..k).any(|j| w.in_marks(j)) {
            c.start = k;
            return;
        }
    }
    if asks {
        return;
    }
    let lone = matches!(w.low(at), "him" | "her" | "me" | "us" | "them") && lexicon::is_pronoun(w.low(at + 1));
    let Some(end) = w.hearer(at).or(lone.then_some(at + 1)) else { return };
    let clause = lexicon::is_pronoun(w.low(end)) || matches!(w.low(end), "the" | "a" | "an" | "there");
    let Some(c) = f.content.iter_mut().find(|c| c.start >= at).filter(|c| clause && c.start < end + 10) else { return };
    let led = c.start > end && (w.low(c.start) == "that" || matches!(w.low(c.start - 1), "that" | ":" | ","));
    if !led && end + 1 < c.end {
        c.start = end;
    }
}

/// "Said only that it was late": how much was said is none of it.
fn limited(w: &Words, f: &mut Found) {
    let only = |k: usize| matches!(w.low(k), "only" | "simply" | "merely" | "just");
    let Some(that) = f.content.first().filter(|c| only(c.start) && w.low(c.start + 1) == "that").map(|c| c.start + 1)
    else {
        return;
    };
    for c in &mut f.content {
        c.start = c.start.max(that);
    }
    f.content.retain(|c| c.start < c.end);
}

/// "The Post quoted Ann Lee as saying that it was late": she speaks, and not the paper.
fn quoted_as(w: &Words, f: &mut Found) {
    let Some(cue) = f.cue.clone() else { return };
    let (first, last) = (cue.start, f.content.last().map_or(cue.end, |c| c.end));
    let saying = (first..last.min(first + 16))
        .find(|&k| matches!(w.low(k), "saying" | "telling") && k > 0 && w.low(k - 1) == "as" && !w.in_marks(k));
    let Some(saying) = saying else { return };
    let verb = (saying.saturating_sub(14)..saying)
        .rev()
        .find(|&k| matches!(w.low(k), "quoted" | "quotes" | "quoting" | "quote" | "cited" | "cites" | "citing"));
    let one = |v: usize| v + 1 < saying - 1 && !(v + 1..saying).any(|k| w.opens_sentence(k) || w.in_marks(k));
    let Some(verb) = verb.filter(|&v| one(v)) else { return };
    let Some(c) = f.content.iter_mut().find(|c| c.end > saying + 1) else { return };
    c.start = c.start.max(saying + 1);
    f.content.retain(|c| c.start > saying);
    f.source = Some(verb + 1..saying - 1);
    f.cue = Some(saying..saying + 1);
    f.event = Event::Speech;
    f.how = How::Cue;
    f.confidence = f.confidence.max(0.75);
}

/// "Said it was theirs, a claim | that could not be checked"; "Lee, who denies taking bribes, | shook his head": what the sentence goes on
/// with.
fn beyond(w: &Words, f: &mut Found) {
    let noun = |r: &Range<usize>| {
        r.start > 2
            && w.low(r.start) == "that"
            && lexicon::noun(w.low(r.start - 1))
            && matches!(w.low(r.start - 2), "a" | "an" | "the")
    };
    if let Some(k) = f.content.iter().position(noun).filter(|&k| k > 0) {
        f.content.truncate(k);
    }
    // "Accused them of theft, a charge that they rejected".
    let thing = |k: usize| {
        matches!(
            w.low(k),
            "charge" | "claim" | "pledge" | "allegation" | "accusation" | "assertion" | "promise" | "move" | "step"
        ) && matches!(w.low(k + 1), "that" | "which")
            && matches!(w.low(k - 1), "a" | "an")
            && k > 1
            && w.low(k - 2) == ","
    };
    if let [c] = f.content.as_mut_slice()
        && let Some(k) = (c.start + 3..c.end).find(|&k| thing(k))
        && !(c.start..k).any(|j| w.in_marks(j))
    {
        c.end = k - 2;
    }
    let who = f.source.as_ref().is_some_and(|s| s.len() == 1 && w.low(s.start) == "who" && w.before(s.start) == ",");
    if who
        && let [c] = f.content.as_mut_slice()
        && f.cue.as_ref().is_some_and(|q| q.end <= c.start)
        && let Some(k) = c.clone().find(|&k| w.low(k) == "," && !w.in_marks(k))
        && (lexicon::is_aux(w.low(k + 1)) || super::super::people::acts(w, k + 1))
    {
        c.end = k;
    }
}

/// "Hailing what he called “the beginning”": whoever calls it so is told, and not what is done with it.
fn so_called(w: &Words, f: &mut Found) {
    let Some(first) = f.content.first().map(|c| c.start).filter(|&k| w.low(k) == "what" && !w.in_marks(k)) else {
        return;
    };
    let calls = |k: usize| {
        matches!(w.low(k), "called" | "calls" | "described" | "describes" | "termed" | "dubbed" | "labelled")
    };
    let Some(verb) = (first + 2..first + 6).find(|&k| calls(k)) else { return };
    let Some(open) = (verb + 1..verb + 4).find(|&k| w.in_marks(k)) else { return };
    let last = f.content.last().map_or(open, |c| c.end);
    if open < last {
        // "Hailing what he called": "he" is whoever hails it.
        if f.source.is_none() || !lexicon::is_pronoun(w.low(first + 1)) {
            f.source = Some(first + 1..verb);
        }
        f.cue = Some(verb..verb + 1);
        f.content = vec![open..last];
        f.event = Event::Speech;
        f.how = How::Cue;
    }
}

/// "That said, the bridge is old": nobody says anything; nor in "alleged thieves" at the head of a sentence.
pub(super) fn idiom(w: &Words, f: &Found) -> bool {
    let Some(cue) = &f.cue else { return false };
    let said = cue.len() == 1
        && w.low(cue.start) == "said"
        && cue.start > 0
        && w.low(cue.start - 1) == "that"
        && w.low(cue.end) == ","
        && w.opens_sentence(cue.start - 1);
    let adjective = f.source.is_none()
        && cue.len() == 1
        && w.opens_sentence(cue.start)
        && f.content.first().is_some_and(|c| c.start == cue.end)
        && matches!(w.low(cue.start), "alleged" | "reported" | "suspected" | "claimed" | "proposed" | "promised");
    // "It goes without saying that".
    let saying = cue.clone().any(|k| w.low(k) == "saying" && k > 0 && w.low(k - 1) == "without");
    // "It calls that into question".
    let doubt = matches!(w.low(cue.start), "call" | "calls" | "called" | "calling")
        && f.content.iter().any(|c| (c.start..=c.end).any(|k| w.low(k) == "into" && w.low(k + 1) == "question"));
    // "They have ruled that out".
    let out = matches!(w.low(cue.end - 1), "rule" | "rules" | "ruled" | "ruling")
        && f.content.iter().any(|c| {
            c.len() < 4 && (c.start..=c.end).any(|k| w.low(k) == "out")
                || matches!(w.low(c.start), "that" | "this" | "it") && w.low(c.start + 1) == "out"
        });
    // "Small wonder that", "no wonder that": nobody wonders.
    let wonder = w.low(cue.start) == "wonder"
        && cue.start > 0
        && matches!(w.low(cue.start - 1), "no" | "small" | "little" | "the" | "any" | "a");
    // "Reuters said, citing a senior official": where it comes from is nothing that is said.
    let citing = !rules::is_cited(w, f)
        && matches!(w.low(cue.start), "citing" | "quoting")
        && cue.len() == 1
        && f.content.iter().all(|c| {
            c.len() < 12 && !c.clone().any(|k| w.in_marks(k) || lexicon::is_aux(w.low(k)) || w.low(k) == "that")
        });
    // "Ann Lee, asked about the boats, said"; "speaking to discuss the plans"; "quoted the minister as saying".
    let marks = f.content.iter().cloned().flatten().any(|k| w.in_marks(k));
    let beside = !marks
        && (w.low(cue.start) == "asked" && matches!(w.low(cue.end - 1), "about" | "on") && w.before(cue.start) == ","
            || w.low(cue.start) == "speaking"
            || matches!(w.low(cue.end - 1), "quoted" | "quotes" | "cited")
                && f.content.iter().all(|c| {
                    c.len() < 8
                        && (c.end..c.end + 8).any(|k| w.low(k) == "as" && matches!(w.low(k + 1), "saying" | "telling"))
                }));
    // "The animal, called Biscuit, had gone": its name.
    let name = !marks
        && matches!(w.low(cue.start), "called" | "named" | "dubbed")
        && cue.len() == 1
        && w.before(cue.start) == ","
        && w.capital(cue.end);
    said || beside || name || adjective || saying || doubt || out || wonder || citing
}

/// "His attacks suggest": the owner of what does something is not who says it, but with a noun ("his claim that").
fn owner(w: &Words, f: &mut Found) {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return };
    // Nor is the "without" that opens the sentence.
    let lone = source.len() == 1 && joins(w.low(source.start)) && w.opens_sentence(source.start);
    let his =
        lone || source.len() == 1 && matches!(w.low(source.start), "his" | "its" | "their" | "my" | "our" | "your");
    if his && !cue.clone().any(|k| lexicon::noun(w.low(k))) && source.end != cue.start {
        f.source = None;
        f.how = How::Agentless;
        f.confidence *= 0.7;
    }
}

/// "Ann Lee is accused of", "was told that": whom a passive is about has said nothing.
fn patient(w: &Words, f: &mut Found) {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return };
    if source.end > cue.start || f.how == How::Label || rules::is_court(w, f) {
        return;
    }
    let Some(be) = (source.end..cue.end).find(|&k| lexicon::is_be(w.low(k))) else { return };
    let verb = (be + 1..cue.end.max(be + 4)).find(|&k| !lexicon::in_verb_group(w.low(k)));
    let passive = verb.filter(|&k| k < cue.end).and_then(|k| lexicon::verb(w.low(k))).is_some_and(|v| {
        v.1 == lexicon::Form::Past
            && matches!(v.0, Class::Say | Class::Tell | Class::Judge | Class::Pledge)
            // "Was quoted as saying": the one about whom it is said is the one who spoke.
            && !matches!(v.2.as_str(), "quote" | "cite")
    });
    // "He is said to have told her": what he told is his.
    let hearsay = verb.is_some_and(|k| k < cue.start && w.low(k + 1) == "to" && w.low(k + 2) == "have");
    if passive && !hearsay {
        f.source = None;
        f.how = How::Agentless;
        f.confidence *= 0.7;
    }
}

/// Cuts the cue and the source out of the content where they overlap: nobody says his own name's attribution.
pub(super) fn apart(w: &Words, f: &mut Found) {
    let before = f.content.clone();
    for x in f.cue.iter().chain(&f.source) {
        for r in &mut f.content {
            if x.start <= r.start && r.start < x.end {
                r.start = x.end.min(r.end);
            } else if r.start < x.start && x.start < r.end && r.end <= x.end {
                r.end = x.start;
            }
        }
    }
    for r in &mut f.content {
        while r.len() > 1 && !w.in_marks(r.end - 1) && matches!(w.low(r.end - 1), "and" | "but" | "or") {
            r.end -= 1;
        }
    }
    if f.content != before {
        for r in &mut f.content {
            while r.start < r.end && !w.in_marks(r.start) && !w.is_word(r.start) {
                r.start += 1;
            }
        }
        // A word that is left over is the tail of the source's phrase.
        f.content.retain(|r| r.len() > 1);
    }
}
