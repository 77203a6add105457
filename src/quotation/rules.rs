//! Finds attribution relations by rule: cue first, then the source beside it, then how far the content reaches.
//!
//! The text is read in units: a unit is a sentence, or several where a quotation spans them. Inside outermost quotation
//! marks nothing is sought, so that nested quotations belong to the outer one; inside the content of a speech cue
//! neither, so that "said she hopes" is one relation. Every look-back and look-ahead is bounded.

mod according;
mod citing;
mod court;
mod extent;
mod free;
mod nouns;
mod outer;
mod phrases;
mod shared;

pub use according::is_view;
pub use citing::is_cited;
pub use court::is_court;
pub use free::marks_only;
pub use nouns::is_put_forward;

use super::ends;
use super::lexicon::{self, Class, Form};
use super::names;
use super::words::{Words, determiner};
use crate::document::Document;
use crate::order;
use crate::report::{Event, Role};
use std::ops::Range;

/// How a relation was found; part of the explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// A cue with its source in the same sentence.
    Cue,
    /// A participle or second verb that shares the source of the one before.
    Shared,
    /// No cue: whole sentences in marks.
    Free,
    /// No cue: words in marks inside a sentence of the writer's.
    Loose,
    /// A label with a colon before the words.
    Label,
    /// A dash and a name behind the words.
    Signed,
    /// The answer to a question in a paragraph of its own.
    Answer,
    /// Paragraphs that the layout sets off as quoted, or a line announces.
    SetOff,
    /// A passive or agentless cue.
    Agentless,
}

/// An attribution relation in token ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The words for the source.
    pub source: Option<Range<usize>>,
    /// The cue.
    pub cue: Option<Range<usize>>,
    /// The pieces of the content, in order.
    pub content: Vec<Range<usize>>,
    /// Speech or belief.
    pub event: Event,
    /// How it was found.
    pub how: How,
    /// 0 to 1, before the kind of content is taken into account.
    pub confidence: f32,
}

/// Verbs that also stand before a bare noun ("added jobs"), so that the content must be introduced.
fn strict(base: &str) -> bool {
    [
        "point",
        "read",
        "add",
        "continue",
        "maintain",
        "signal",
        "relate",
        "post",
        "comment",
        "respond",
        "object",
        "counter",
        "snap",
        "mock",
        "reason",
        "mention",
        "recount",
        "interrupt",
        "volunteer",
        "text",
        "blog",
        "hint",
        "cry",
        "sigh",
        "elaborate",
        "inform",
        "find",
        "show",
        "underscore",
        "observe",
        "repeat",
        "decree",
        "forecast",
        "radio",
        "rule",
    ]
    .contains(&base)
        || lexicon::is_manner(base)
}

/// How far a content or a look-back goes at most, in tokens outside marks; longer than any sentence of prose, it keeps
/// a text without full stops from costing its square.
const REACH: usize = 400;

struct Decoder<'w, 'r, 'a> {
    w: &'w Words<'r, 'a>,
    out: Vec<Found>,
}

/// The sentences as token ranges with their block, merged where a quotation spans them.
pub fn units(w: &Words) -> Vec<(Range<usize>, u32)> {
    let sentences = &w.reading.sentences;
    let mut out = Vec::with_capacity(sentences.len());
    let mut k = 0;
    while k < sentences.len() {
        let s = sentences[k];
        let mut end = s.last as usize;
        k += 1;
        while k < sentences.len() && sentences[k].block == s.block && end > 0 && {
            let (a, b) = (w.quoted[end - 1], w.quoted[end.min(w.quoted.len() - 1)]);
            a > 0 && (a == b || tail(w, sentences[k].tokens()))
        } {
            end = sentences[k].last as usize;
            k += 1;
        }
        out.push((s.first as usize..end, s.block));
    }
    out
}

/// Whether a sentence only says who spoke the words in marks before it: “Where is it?” Ann Lee asked.
fn tail(w: &Words, s: Range<usize>) -> bool {
    let words = s.clone().filter(|&k| w.is_word(k)).count();
    let cue = s.clone().take(9).find(|&k| {
        lexicon::verb(w.low(k)).is_some_and(|v| {
            matches!(v.0, Class::Say | Class::Tell | Class::Pledge) && matches!(v.1, Form::Past | Form::Third)
        })
    });
    // “Bring it back!” Ann Lee tweeted on Monday, …: the sentence can't have ended, so that it may be long.
    let goes_on = s.start > 1 && matches!(w.low(s.start - 2), "?" | "!");
    let most = if goes_on { 40 } else { 14 };
    let Some(cue) = cue.filter(|&c| c > s.start && words <= most && !s.clone().any(|k| w.in_marks(k))) else {
        return false;
    };
    // “I came to stop it.” Ann Lee threatened to go: what a full stop closes is no part of what comes, but for a bare tag.
    let closed = s.start > 1 && w.low(s.start - 2) == "." && (words > 3 || cue + 2 < s.end);
    if closed {
        return false;
    }
    let named = w.capital(s.start) || determiner(w.low(s.start));
    let n = w.low(cue + 1);
    // “Why not?” Ann Lee told the paper.
    let heard = goes_on && words <= 10 && lexicon::verb(w.low(cue)).is_some_and(|v| v.0 == Class::Tell);
    named
        && (heard
            || cue + 2 >= s.end
            || !w.is_word(cue + 1) && n != ":"
            || lexicon::is_preposition(n)
            || lexicon::is_time(n))
        && !(cue + 1..if goes_on { s.end.min(cue + 4) } else { s.end })
            .any(|k| matches!(w.low(k), "that" | "whether" | "if"))
}

/// Whether a block is read for quotations: running text and captions; headlines and labels are left alone.
pub fn is_read(doc: &Document, block: u32) -> bool {
    let role = doc.role(block as usize);
    role.in_body() && role != Role::Subheading || role == Role::Caption
}

/// The source and cue of a sentence that ends in the colon at token `colon` and announces what stands behind it.
pub fn announced(w: &Words, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
    Decoder { w, out: Vec::new() }.announced(colon)
}

/// Sorts relations by where their words start, of those that start together the longer first.
pub fn in_order(found: &mut [Found]) {
    order::by(found, |f| [f.content[0].start as u64, order::falling(f.content[0].end) as u64]);
}

/// Finds the relations of an English document in these units, each with its block.
pub fn find(w: &Words, units: &[(Range<usize>, u32)]) -> Vec<Found> {
    let mut d = Decoder { w, out: Vec::new() };
    let (mut block, mut first_here, mut carry) = (u32::MAX, 0, None);
    for (unit, here) in units.iter().cloned() {
        let end = unit.end;
        if here != block {
            block = here;
            first_here = d.out.len();
        }
        let before = d.out.len();
        d.unit(unit.clone());
        if d.out.len() == before {
            d.headless(unit.clone(), first_here, carry);
        } else if let Some(c) = carry
            && w.in_marks(unit.start)
            && d.out[c].how == How::Free
            && let Some(spoken) =
                (before..d.out.len()).rev().find(|&k| d.out[k].content.first().is_some_and(|r| r.start == unit.start))
        {
            // The speaker of a quotation over several paragraphs is named at its end.
            let mut pieces = std::mem::take(&mut d.out[c].content);
            pieces.append(&mut d.out[spoken].content);
            d.out[spoken].content = pieces;
        }
        carry = (end > 0)
            .then(|| w.pair_at(end - 1))
            .flatten()
            .filter(|p| p.continues)
            .and_then(|p| d.out.iter().rposition(|f| f.content.last().is_some_and(|r| r.end > p.open as usize)));
    }
    d.out.retain(|f| !f.content.is_empty());
    in_order(&mut d.out);
    d.out
}

impl Decoder<'_, '_, '_> {
    fn unit(&mut self, mut unit: Range<usize>) {
        if let Some(k) = self.w.past_dateline(unit.start).filter(|&k| k < unit.end) {
            unit.start = k;
        }
        let mut i = unit.start;
        let first = self.out.len();
        // What lies before `from` is taken by an earlier relation of the unit.
        let mut from = unit.start;
        if let Some(n) = self.trailing(&unit) {
            i = n;
            from = n;
        }
        while i < unit.end {
            if self.w.in_marks(i) || !self.w.is_word(i) && self.w.low(i) != ":" {
                i += 1;
                continue;
            }
            let next = self
                .according(&unit, i, from)
                .or_else(|| self.view(&unit, i, from))
                .or_else(|| self.as_told(&unit, i, from))
                .or_else(|| self.how_put(&unit, i, from))
                .or_else(|| self.reply(&unit, i, from))
                .or_else(|| self.hearsay(&unit, i, from))
                .or_else(|| self.hearing(&unit, i, from))
                .or_else(|| self.label(&unit, i))
                .or_else(|| self.noun(&unit, i))
                .or_else(|| self.told(&unit, i))
                .or_else(|| self.put_at(&unit, i, from))
                .or_else(|| self.verb(&unit, i, from));
            match next {
                Some(n) => {
                    i = n.max(i + 1);
                    from = i;
                }
                None => i += 1,
            }
        }
        self.outer(&unit, first);
        self.citing(&unit, first);
    }

    fn push(
        &mut self,
        source: Option<Range<usize>>,
        cue: Range<usize>,
        content: Vec<Range<usize>>,
        event: Event,
        how: How,
        confidence: f32,
    ) {
        let content: Vec<_> =
            content.into_iter().map(|r| self.trim(r)).filter(|r| r.clone().any(|i| self.w.is_word(i))).collect();
        if content.is_empty() {
            return;
        }
        // "Norland just announced".
        let source = source.map(|mut s| {
            while s.len() > 1
                && matches!(
                    self.w.low(s.end - 1),
                    "just" | "also" | "recently" | "already" | "previously" | "reportedly"
                )
            {
                s.end -= 1;
            }
            s
        });
        self.out.push(Found { source, cue: Some(cue), content, event, how, confidence });
    }

    /// "All this, X said": the attribution that follows its content outranks weaker cues inside the content.
    fn trailing(&mut self, unit: &Range<usize>) -> Option<usize> {
        let w = self.w;
        let mut seen = 0;
        for i in unit.clone().take(REACH) {
            if w.in_marks(i) || !w.is_word(i) {
                continue;
            }
            if w.low(i) == "according" {
                return None;
            }
            let Some((class, form, base)) = lexicon::verb(w.low(i)) else { continue };
            if !matches!(class, Class::Say | Class::Tell) || matches!(form, Form::Ing) {
                continue;
            }
            // "…, records show": at the very end of the sentence.
            let last = i + 2 >= unit.end && w.before(unit.end) != "?";
            if !(matches!(form, Form::Past | Form::Third) || last) || strict(&base) && base != "add" && !last {
                continue;
            }
            seen += 1;
            let before = self.out.len();
            if let Some(n) = self.verb(unit, i, unit.start) {
                if self.out.len() == before + 1
                    && self.out[before].content[0].end <= i
                    && self.out[before].how == How::Cue
                {
                    return Some(n);
                }
                self.out.truncate(before);
                return None;
            }
            self.out.truncate(before);
            if seen > 4 {
                return None;
            }
        }
        None
    }

    /// `Name: “words”`; labels without marks are [`super::turns`].
    fn label(&mut self, unit: &Range<usize>, i: usize) -> Option<usize> {
        let w = self.w;
        if w.low(i) != ":" || i == unit.start || i + 1 >= unit.end {
            return None;
        }
        // "RATES ON HOLD — Ann Lee: “…”": a newsletter's topic stands before its source.
        let dash = (unit.start.max(i.saturating_sub(14))..i).rev().find(|&k| matches!(w.low(k), "—" | "–" | "--"));
        let name = dash.map_or(unit.start, |k| k + 1)..i;
        if name.is_empty() || name.len() > if dash.is_some() { 14 } else { 9 } {
            return None;
        }
        let named = name.clone().all(|k| {
            w.capital(k) || !w.is_word(k) || matches!(w.low(k), "of" | "the" | "de" | "van" | "von" | "and" | "for")
        });
        let quote = w.pair_at(i + 1).is_some_and(|p| self.w.heavy(p));
        if !named || !quote {
            return None;
        }
        self.push(Some(name), i..i + 1, vec![i + 1..unit.end], Event::Speech, How::Label, 0.8);
        Some(unit.end)
    }

    fn verb(&mut self, unit: &Range<usize>, i: usize, from: usize) -> Option<usize> {
        let w = self.w;
        let (mut class, form, mut base) = lexicon::verb(w.low(i))?;
        if w.capital(i) && i != unit.start || w.asks_for_anonymity(i) {
            return None; // part of a name, or nothing said
        }
        let g = self.group(from, i, 6);
        if names::is_scoop(w, i, g) {
            (class, base) = (Class::Say, "report".to_owned());
        }
        // "Clinton's claims": the mark of the genitive is no auxiliary, and what follows is a noun.
        if (w.low(i - usize::from(i > 0)) == "'s" || base == "rule") && matches!(form, Form::Base | Form::Third) {
            return None;
        }
        let group: Vec<&str> = (g..i).map(|k| w.low(k)).collect();
        let mut before = if g > unit.start { w.low(g - 1) } else { "" };
        // "My grandmother used to say that".
        let used = before == "to" && g > unit.start + 2 && w.low(g - 2) == "used";
        let g = g - if used { 2 } else { 0 };
        if used {
            before = w.low(g - 1);
        }
        if before == "to" || group.iter().any(|x| lexicon::is_modal(x)) {
            return None;
        }
        let negated = group.iter().any(|x| matches!(*x, "not" | "n't" | "never"));
        let aux = group.iter().any(|x| lexicon::is_aux(x));
        if matches!(form, Form::Base | Form::Third) && (determiner(before) || lexicon::is_preposition(before)) {
            return None;
        }
        if !aux && matches!(w.low(i), "known" | "seen" | "shown" | "written" | "sworn") {
            return None;
        }
        if form == Form::Base
            && !aux
            && (before.ends_with("ed") || matches!(before, "made" | "took" | "got" | "gave" | "drew" | "led"))
        {
            return None;
        }
        // "To settle claims that", "initial claims dropped".
        let noun = !aux
            && form != Form::Past
            && form != Form::Ing
            && (i > 1 && w.low(i - 2) == "to"
                || matches!(
                    w.low(i),
                    "claims" | "reports" | "notes" | "shows" | "comments" | "charges" | "demands" | "calls"
                ) && w.low(i + 1).ends_with("ed"));
        if noun {
            return None;
        }
        let next = w.low(i + 1);
        // "TV shows from the sixties", "referred the call to the police", "that said, …".
        if base == "show" && lexicon::is_preposition(next)
            || base == "refer" && next != "to" && !aux
            || before == "that" && next == "," && base == "say"
        {
            return None;
        }
        let be = group.iter().any(|x| lexicon::is_be(x));
        if form == Form::Past && be {
            return self.passive(unit, i, g, class, &base);
        }
        if form == Form::Ing && !be {
            return self.participle(unit, i, class, &base);
        }
        let mut cue = g..self.particle(i, class);
        let behind = w.low(cue.end);
        let mut how = How::Cue;
        let mut after = cue.end;
        // Where the subject stands: left, after the verb, or with the verb before ("and added that").
        let mut source = self.subject(from, g);
        // "A notice on the door this week warns", "the port trust on Wednesday said".
        if source.is_none() && g > from + 1 {
            // "USA Today" is no day.
            let time = |k: usize| {
                lexicon::is_time(w.low(k)) && !(w.capital(k) && w.low(k) == "today")
                    || matches!(w.low(k), "on" | "this" | "last" | "week" | "month" | "late" | "early")
            };
            let end = (from + 1..g)
                .rev()
                .take_while(|&k| time(k))
                .last()
                .filter(|&k| lexicon::is_time(w.low(g - 1)) || w.low(k) == "this" || w.low(k) == "last");
            // Not what somebody did in a clause before: "Ann Lee, who left the port on Sunday, said".
            let apart =
                |s: &Range<usize>| (from.max(s.start.saturating_sub(REACH))..s.start).all(|k| w.low(k) != "who");
            source = end.and_then(|k| self.subject(from, k)).filter(apart);
        }
        // "… to reach the final, then told the crowd": whoever opens the sentence.
        let then = w.low(g) == "then" && matches!(before, "," | "and");
        if then {
            source = self.opening(unit, g);
        }
        if matches!(class, Class::Say | Class::Tell) && matches!(form, Form::Past | Form::Third) {
            source = self.behind_marks(unit, from, g).or(source);
        }
        let closes = g > unit.start && (w.in_marks(g - 1) || matches!(before, "," | "?" | "!" | "—" | "–" | "--"));
        if source.is_none()
            && closes
            && g == i
            && (matches!(form, Form::Past | Form::Third)
                || form == Form::Base && before == "," && names::is_people(behind) && behind.ends_with('s'))
            && matches!(class, Class::Say | Class::Tell | Class::Pledge)
            && w.is_word(cue.end)
        {
            let end = self.right_source(cue.end, unit.end);
            let bare = cue.end..end;
            // "Ann Lee Jr., the attorney, said the case was clear": what has a verb of its own is a clause and nobody.
            let relative = bare.clone().find(|&k| matches!(w.low(k), "who" | "which" | "whose" | "that" | ","));
            let clause =
                (bare.start..relative.unwrap_or(bare.end)).any(|k| lexicon::is_aux(w.low(k)) && w.low(k) != "'s");
            let closed = end >= unit.end || matches!(w.low(end), "." | "," | ";") || self.adverbial(end, unit.end);
            if !lexicon::is_pronoun(behind)
                && !clause
                && (w.in_marks(g - 1)
                    || before == "," && g > 1 && w.in_marks(g - 2) && w.capital(cue.end)
                    || closed
                        && (w.capital(cue.end)
                            || determiner(behind)
                            || names::is_people(behind)
                            || matches!(
                                behind,
                                "two" | "three" | "four" | "five" | "several" | "some" | "many" | "police" | "one"
                            )
                            || bare.clone().any(|k| w.capital(k))))
            {
                after = end;
                source = Some(bare);
            }
        }
        let inverted = after != cue.end;
        if source.is_none() && matches!(before, "and" | "but" | "," | "then") | lexicon::is_aux(before) {
            // "One aide, speaking so because he feared for his job, called it madness": not whoever is spoken of in between.
            let apart = (before == ",").then(|| self.subject(unit.start, g)).flatten();
            if let Some(apart) = apart.filter(|s| s.start == unit.start) {
                source = Some(apart);
            } else if let Some(f) = self.out.last().filter(|f| f.cue.as_ref().is_some_and(|c| c.start >= unit.start)) {
                source.clone_from(&f.source);
                how = How::Shared;
            } else if w.in_marks(unit.start) {
                return None;
            }
        }
        let source_range = source.filter(|s| w.low(s.start) != "let")?;
        if then {
            how = How::Shared;
        }
        if how == How::Cue && !inverted && !self.agrees(&source_range, form, aux) {
            return None;
        }
        let event = if matches!(class, Class::Belief | Class::View) { Event::Belief } else { Event::Speech };
        let a = if inverted || how == How::Shared { g } else { source_range.start };
        // Content before: "A, X said" and "“A,” said X".
        let quote_before = a > from
            && w.in_marks(a - 1)
            && w.pair_at(a - 1).is_some_and(|p| {
                // "On “The Morning Show,” she said that": a title in an opening phrase, not her words.
                let phrase = lexicon::is_preposition(w.low(from)) || lexicon::parts_clauses(w.low(from));
                w.heavy(p) && !(p.open as usize > from && phrase && w.title(p))
            });
        let left = (a > from + 1 || quote_before).then(|| self.left(from.max(a.saturating_sub(REACH)), a));
        let comma_before = a > from && matches!(w.low(a - 1), "," | "?" | "!" | "—" | "–" | "--") && !w.in_marks(a - 1);
        // "…, Lee said on Friday, citing “…”": what a participle or a circumstance adds is parted from the tag.
        let adds = |k: usize| {
            let next = w.low(k + 1);
            w.low(k) == ","
                && !w.in_marks(k)
                && (lexicon::verb(next).is_some_and(|v| v.1 == Form::Ing)
                    || matches!(next, "as" | "with" | "despite" | "amid" | "though" | "although" | "because"))
        };
        let tail = (after..unit.end.min(after + 14)).find(|&k| comma_before && adds(k)).unwrap_or(unit.end);
        let start = self.content_start(after, tail, class);
        let speech = matches!(class, Class::Say | Class::Tell | Class::Pledge);
        if class == Class::Tell && !inverted && comma_before {
            let hearer = (after..unit.end.min(after + 7)).find(|&k| {
                w.in_marks(k)
                    || !w.is_word(k)
                    || lexicon::is_preposition(w.low(k))
                    || lexicon::is_time(w.low(k))
                    || w.low(k) == "that"
            });
            // "Told the Post the flight was late" goes on with what was told.
            let plain = |k: &usize| !(after..*k).any(|j| lexicon::is_aux(w.low(j)));
            after = hearer.filter(|&k| !w.in_marks(k) && w.low(k) != "that").filter(plain).unwrap_or(after);
        }
        let at_end =
            after >= unit.end || matches!(w.low(after), "." | "," | ";" | "?" | "!" | "—" | ")") && !w.in_marks(after);
        if speech
            && how != How::Shared
            && let Some(left) = left.filter(|_| quote_before || comma_before)
        {
            let words = left.clone().filter(|&k| w.is_word(k)).count();
            let occasion = lexicon::is_occasion(w.low(left.start));
            // "At least 14 people were killed" opens with an amount.
            let amount = matches!(w.low(left.start + 1), "least" | "most");
            let opens = lexicon::is_preposition(w.low(left.start)) && !amount
                || occasion
                || matches!(w.low(left.start), "when" | "after" | "as" | "while" | "if");
            let strong = !at_end && (matches!(w.low(start), "that" | ":") || w.in_marks(start))
                || w.low(after) == "," && w.in_marks(after + 1) && opens && {
                    // "In the preface to her long book on the ferry, she wrote, “I …”": a sentence of its own.
                    words < 8 || occasion || lexicon::is_preposition(w.low(left.start)) && w.capital(after + 2)
                };
            let fits = if at_end {
                !strict(&base)
                    || matches!(base.as_str(), "add" | "show" | "find" | "continue" | "observe" | "rule" | "forecast")
            } else {
                (!strict(&base) || matches!(base.as_str(), "rule" | "forecast") && comma_before)
                    && class != Class::Pledge
            };
            if quote_before
                || words >= if w.low(after) == "," { 1 } else { 3 }
                    && !strong
                    && fits
                    && (at_end || self.adverbial(after, tail))
                    && (!opens || at_end && (words > 3 || !lexicon::is_preposition(w.low(left.start))))
            {
                let lone = words == 1 && lexicon::leads(w.low(left.start));
                let mut content = vec![left];
                let mut stop = after;
                let comma =
                    (after..unit.end.min(after + 14)).find(|&k| !w.in_marks(k) && matches!(w.low(k), "," | ":"));
                let opening = (after..unit.end.min(after + 16)).find(|&k| w.in_marks(k));
                let joined = comma == Some(after)
                    && matches!(w.low(after + 1), "and" | "but" | "or")
                    && (after + 2..unit.end.min(after + 5)).any(|k| w.in_marks(k));
                // "The gunman acted alone, the sheriff said, and there was no danger": what goes on is said too, unless somebody
                // else says it.
                let goes_on = comma == Some(after)
                    && w.low(after + 1) == "and"
                    && !quote_before
                    && !inverted
                    && matches!(base.as_str(), "say" | "add" | "allege" | "tell")
                    && !(after + 2..unit.end).any(|k| {
                        w.in_marks(k)
                            || lexicon::verb(w.low(k)).is_some_and(|v| {
                                v.1 != Form::Base && matches!(v.0, Class::Say | Class::Tell | Class::Judge)
                            }) && !lexicon::is_be(w.low(k - 1))
                    });
                // “…,” jokes Ann Lee, who runs a restaurant, “The Old Net”: a name and no words of hers.
                let named =
                    |o: usize| w.pair_at(o).is_some_and(|p| !w.heavy(p) && w.capital(o + 1) && w.low(o - 1) == ",");
                if let Some(o) = opening.filter(|&o| {
                    o > after && matches!(w.low(o - 1), "," | ":") && !(inverted && named(o)) || o == after
                }) {
                    stop = self.content_end(o, unit.end);
                    content.push(o..stop);
                } else if joined
                    || goes_on
                    || w.low(after) == ","
                        && comma == Some(after)
                        && !matches!(
                            w.low(after + 1),
                            "and" | "but" | "who" | "which" | "as" | "while" | "after" | "before" | "when" | "following"
                        )
                        // "But, she said, waiting costs more" goes on with her words.
                        && (words < 3 || !lexicon::is_participle(w.low(after + 1)))
                        && !quote_before
                        // A whole clause before "said Ann Lee" is all she said; what follows describes her.
                        && !(inverted && words >= 8)
                        && after + 3 < unit.end
                {
                    stop = self.content_end(after + 1, unit.end);
                    content.push(after + 1..stop);
                }
                // "But, she says, the bridge is safe": the joining word is the writer's.
                if lone && content.len() > 1 {
                    content.remove(0);
                }
                self.push(Some(source_range), cue, content, event, how, 0.92);
                return Some(stop);
            }
        }
        if start >= unit.end
            || negated
                && class == Class::Say
                && !matches!(
                    w.low(start),
                    "that" | "whether" | "if" | "when" | "how" | "why" | "what" | "who" | "where"
                )
        {
            return None;
        }
        // "Told vessels to stay clear": whoever is to do it belongs to what they are told.
        let told_to = class == Class::Tell
            && w.low(start) == "to"
            && start > cue.end
            && start < cue.end + 8
            && !determiner(w.low(start + 1))
            && !w.capital(start + 1);
        let start = if told_to { cue.end } else { start };
        let first = w.low(start);
        let quote = w.in_marks(start);
        let stop = match class {
            Class::Judge | Class::View => self.judged_end(start, unit.end),
            _ => self.content_end(start, unit.end),
        };
        let marks = (start..stop).any(|k| w.in_marks(k));
        let noun_start = w.is_word(start)
            && !lexicon::is_preposition(first)
            && !matches!(first, "and" | "or" | "but" | "so" | "as" | "after" | "before" | "since" | "until" | "though");
        let (ok, sure) = match class {
            Class::Say | Class::Tell => {
                // "The researchers found watching a film may help": what is found out is said, unless it is a thing.
                let head = w.low(source_range.end - 1);
                let science = base == "find"
                    && (names::is_study(head) || head == "team")
                    && (start + 1..stop).any(|k| lexicon::is_aux(w.low(k)));
                // "A memo seen by the Post shows the bank knew".
                let written = matches!(base.as_str(), "show" | "reveal" | "indicate" | "suggest")
                    && source_range
                        .clone()
                        .take_while(|&k| !lexicon::is_preposition(w.low(k)))
                        .any(|k| names::is_document(w.low(k)))
                    && (start + 1..stop)
                        .take_while(|&k| !matches!(w.low(k), "that" | "which" | "who" | "whose" | "where"))
                        .any(|k| ends::verbal(w, k));
                let weak = strict(&base) && !science && !written;
                (
                    quote || matches!(first, "that" | "whether" | "if") || noun_start && (!weak || marks) || told_to,
                    if matches!(base.as_str(), "say" | "tell") { 0.9 } else { 0.75 },
                )
            }
            Class::Pledge
                if matches!(base.as_str(), "agree" | "decline" | "refuse" | "offer" | "threaten" | "swear") =>
            {
                (quote || first == "to" || first == "that", 0.65)
            }
            Class::Pledge => (quote || first == "to" || first == "that" || noun_start, 0.65),
            Class::Judge => (noun_start || quote, if marks { 0.75 } else { 0.5 }),
            Class::View => (
                noun_start && (marks || (start..stop.min(start + 25)).any(|k| w.low(k) == "as")),
                if marks { 0.65 } else { 0.45 },
            ),
            Class::Belief => (noun_start || quote || first == "to", 0.5),
        };
        if !ok {
            return None;
        }
        let event = match class {
            Class::View if marks => Event::Speech,
            Class::Judge if !marks && lexicon::is_stance(&base) && !lexicon::asks(first) => Event::Belief,
            _ => event,
        };
        if matches!(w.low(cue.end), ":") {
            cue.end += 1;
        }
        self.push(Some(source_range), cue, vec![start..stop], event, how, sure);
        Some(stop)
    }

    /// Where the group of a verb starts, with the auxiliaries before it; no more of them than `most`.
    fn group(&self, from: usize, verb: usize, most: usize) -> usize {
        let w = self.w;
        // "Harbour Now promised": no adverb, but a name's last word.
        let aux = |&k: &usize| lexicon::in_verb_group(w.low(k)) && !w.in_marks(k) && !(k > from && w.capital(k));
        (from..verb).rev().take(most).take_while(aux).last().unwrap_or(verb)
    }

    /// The end of the cue: a verb with its particle.
    fn particle(&self, i: usize, class: Class) -> usize {
        let (w, next) = (self.w.low(i), self.w.low(i + 1));
        let takes = next == "out" && w.starts_with("point")
            || class == Class::Judge && next == "to" && w.starts_with("refer")
            || next == "for" && w.starts_with("call")
            || next == "on" && w.starts_with("call")
            || next == "to" && w.starts_with("point");
        i + 1 + usize::from(takes)
    }
}
