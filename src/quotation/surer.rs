//! Where the rules are surer than the tagger: forms that leave no doubt who says what.

use super::lexicon::{self, Class};
use super::names;
use super::rules::{self, Found, How};
use super::words::{Words, determiner};
use crate::report::Event;
use std::ops::Range;

/// The most tokens from the start of a name to that of the apposition behind its comma.
const NAME: usize = 8;

/// How likely the tagger must find the content, at the least, for the rules to be trusted alone; `None` for other forms.
pub(super) fn least(w: &Words, f: &Found) -> Option<f32> {
    let cue = f.cue.as_ref()?;
    let behind = trailing(w, f);
    if behind || said_that(w, f) || demands(w, f) || rules::is_put_forward(w, f) {
        Some(-1.0)
    } else if charged(w, f) || as_told(w, f) {
        Some(0.03)
    } else if inverted(w, f) {
        Some(0.1)
    } else if w.low(cue.start) == "according" {
        Some(0.2)
    } else {
        studied(w, f).then_some(0.3)
    }
}

/// How sure at the least what [`settled`] is, where the tagger finds its words unlike speech: a finding reads like the news itself.
pub(super) const SETTLED: f32 = 0.72;

/// Whether a form leaves nothing to doubt: what is written or somebody named is said to have found, behind a comma.
pub(super) fn settled(w: &Words, f: &Found) -> bool {
    f.event == Event::Speech
        && (f.how == How::Cue && rules::is_put_forward(w, f)
            || trailing(w, f)
            || inverted(w, f)
            || as_told(w, f)
            || said_that(w, f)
            || demands(w, f)
            || heard(w, f))
}

/// "The union demanded an urgent meeting".
fn demands(w: &Words, f: &Found) -> bool {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return false };
    let whose = source.end == cue.start && w.opens_sentence(source.start) || f.how == How::Shared;
    whose && matches!(w.low(cue.end - 1), "demanded" | "demands") && f.content[0].start == cue.end
}

/// "…, the inquest heard".
fn heard(w: &Words, f: &Found) -> bool {
    let behind = |s: &Range<usize>| f.content.iter().all(|c| c.end < s.start) && w.before(s.start) == ",";
    super::rules::is_court(w, f) && f.source.as_ref().is_some_and(behind)
}

/// "…, says a report by the union": a comma, the verb and its subject behind it leave no doubt where the content is.
pub(super) fn inverted(w: &Words, f: &Found) -> bool {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return false };
    let clause = |k: usize| lexicon::is_aux(w.low(k)) && w.low(k) != "'s" || matches!(w.low(k), "that" | "there");
    f.how == How::Cue
        && source.start == cue.end
        && !source.clone().take_while(|&k| !matches!(w.low(k), "who" | "which" | "whose")).any(clause)
        && (w.before(cue.start) == "," || cue.start > 0 && w.in_marks(cue.start - 1))
        && f.content.iter().all(|c| c.end <= cue.start)
        && lexicon::verb(w.low(cue.start)).is_some_and(|v| matches!(v.0, Class::Say | Class::Tell))
}

/// "…, a new study has found", "…, prosecutors allege": so does a subject between the comma and a verb that ends the sentence.
pub(super) fn trailing(w: &Words, f: &Found) -> bool {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return false };
    if f.how != How::Cue || source.end != cue.start {
        return false;
    }
    let first = w.low(source.start);
    let head = w.low(source.end - 1);
    // "Three people familiar with it said": the noun is before what describes it.
    let describes = |k: &usize| lexicon::is_preposition(w.low(*k)) || names::stands_behind(w.low(*k));
    let who = source.clone().skip(1).find(describes).map_or(head, |k| w.low(k - 1));
    // "Public broadcaster NHK reported", "state media said".
    let somebody = w.capital(source.start)
        || w.capital(source.end - 1)
        || head == "media"
        || source.len() == 1 && matches!(first, "he" | "she" | "it" | "they")
        || determiner(first)
        || matches!(first, "research" | "both")
        || [first, head, who].iter().any(|x| names::is_people(x) || names::is_document(x));
    let says = |k: usize| {
        names::is_scoop(w, k, source.end)
            || lexicon::verb(w.low(k)).is_some_and(|v| matches!(v.0, Class::Say | Class::Tell))
            || matches!(w.low(k), "promised" | "promises" | "pledged" | "vowed" | "recommended")
    };
    // "Admitted to", "asked them": more follows than a time or a place.
    let next = w.low(cue.end);
    // "…, Lee has told the Post.", "…, Lee told the Post, speaking on condition of anonymity".
    let heard = lexicon::verb(w.low(cue.end - 1)).is_some_and(|v| v.0 == Class::Tell)
        && (cue.end..cue.end + 8).find(|&k| !w.is_word(k)).is_some_and(|e| {
            let closes = w.low(e) == "." || w.low(e) == "," && lexicon::is_participle(w.low(e + 1));
            closes && !(cue.end..e).any(|k| super::ends::verbal(w, k) || matches!(w.low(k), "that" | "to"))
        });
    let ends = heard || !w.is_word(cue.end) || w.time_at(cue.end) || lexicon::is_preposition(next) && next != "to";
    somebody
        && ends
        && says(cue.end - 1)
        && w.before(source.start) == ","
        && f.content.iter().all(|c| c.end < source.start)
}

/// "Rescue | officials said": whether the tagger's source `s` is but the last noun of the rules' `r`.
pub(super) fn noun(w: &Words, r: &Range<usize>, s: &Range<usize>) -> bool {
    let lower = |k: usize| w.is_word(k) && !w.capital(k) && !lexicon::parts_clauses(w.low(k));
    r.end == s.end && r.start < s.start && s.start <= r.start + 2 && (r.start..s.start).all(lower)
}

/// "Norland has withdrawn | its ambassador, both governments announced": whether the tagger's words are but the end of the rules'
/// clause, in which no comma parts them from the rest.
pub(super) fn clause(w: &Words, r: &[Range<usize>], s: &[Range<usize>]) -> bool {
    let ([r], [s]) = (r, s) else { return false };
    let free = |k: usize| !w.in_marks(k) && w.low(k) != "," && w.low(k) != ":";
    r.start < s.start && s.start < r.end && r.end.abs_diff(s.end) <= 1 && (r.start..s.start).all(free)
}

/// "Accused Norland | of turning a blind eye": of what somebody is accused is what is said, and not the accused alone.
pub(super) fn accused(w: &Words, f: &Found, tagger: &[Range<usize>]) -> bool {
    let of = |c: &[Range<usize>]| c.iter().cloned().flatten().any(|k| w.low(k) == "of");
    let accuses = |c: &Range<usize>| matches!(w.low(c.end - 1), "accused" | "accuses" | "accuse" | "accusing");
    f.event == Event::Speech && f.cue.as_ref().is_some_and(accuses) && of(&f.content) && !of(tagger)
}

/// "The researchers found that watching helps": what those find who study something is a finding, and what they say.
fn studied(w: &Words, f: &Found) -> bool {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return false };
    let head = w.low(source.end - 1);
    f.how == How::Cue
        && source.end == cue.start
        && names::is_study(head)
        && lexicon::verb(w.low(cue.end - 1))
            .is_some_and(|v| matches!(v.2.as_str(), "find" | "show" | "suggest" | "conclude"))
        && f.content.iter().any(|c| c.clone().any(|k| lexicon::is_aux(w.low(k))))
}

/// "Prosecutors allege that Holt, a banker, laundered", "she has maintained from the start that": a subject, a verb of saying and
/// "that", with no more than a time, a place or an occasion between them.
fn said_that(w: &Words, f: &Found) -> bool {
    let (Some(cue), Some(source)) = (&f.cue, &f.source) else { return false };
    f.how == How::Cue
        && source.end == cue.start
        && (w.opens_sentence(source.start) || w.low(source.start) == "who" && w.before(source.start) == ",")
        && w.low(f.content[0].start) == "that"
        && (f.content[0].start == cue.end || occasion(w, cue.end..f.content[0].start))
        && lexicon::verb(w.low(cue.end - 1)).is_some_and(|v| v.0 == Class::Say)
}

/// Whether some few words only tell when, where or how: a preposition or an adverb opens them, and no verb or comma is among them.
fn occasion(w: &Words, r: Range<usize>) -> bool {
    let first = w.low(r.start);
    (r.len() <= 8)
        && (lexicon::is_preposition(first) || w.time_at(r.start) || first.ends_with("ly"))
        && r.clone().all(|k| w.is_word(k) && !w.in_marks(k) && !super::ends::verbal(w, k))
}

/// "As Ann Lee put it, …": with its subject behind "as" a verb of saying has its content beside it.
fn as_told(w: &Words, f: &Found) -> bool {
    let Some(source) = &f.source else { return false };
    f.how == How::Cue
        && w.before(source.start) == "as"
        && f.content.iter().all(|c| c.start > source.end || c.end < source.start)
}

/// ", alleging excessive force": a charge is somebody's words, whatever the sentence before it tells.
fn charged(w: &Words, f: &Found) -> bool {
    let (Some(cue), Some(_)) = (&f.cue, &f.source) else { return false };
    matches!(w.low(cue.start), "alleging" | "claiming" | "arguing" | "insisting" | "accusing")
        && w.before(cue.start) == ","
        && f.how == How::Shared
}

/// Whether the rules' source `r` is surer than the tagger's `s`, which ends at or lies beside it.
pub(super) fn source(
    w: &Words,
    r: &Range<usize>,
    s: &Range<usize>,
    cue: &Range<usize>,
    content: &[Range<usize>],
) -> bool {
    // "…, said another sailor": a comma and the verb leave no doubt that the subject is behind it.
    if r.start == cue.end && s.end + 3 < cue.start && w.before(cue.start) == "," {
        return true;
    }
    // "Ann Lee and Peter Holt, who both | lost boats, said": cut inside a clause.
    let clause =
        s.clone().any(|k| matches!(w.low(k), "who" | "whose" | "which")) && w.low(s.end) != "," && s.end < cue.start;
    if r.start == s.start && s.end < r.end && clause {
        return true;
    }
    // "A lawyer who was there, Ann Lee, said": cut before the name.
    if s.start == r.start && s.end < r.end && r.end + 1 == cue.start && w.low(r.end) == "," {
        let name = (s.end..r.end).rev().take_while(|&k| w.capital(k) || matches!(w.low(k), "and" | "&" | "of")).count();
        let body = names::is_body(w.low(s.end - 1)) || names::is_firm(w.low(s.end - 1));
        return (if body { 1 } else { 2 }..=7).contains(&name) && w.before(r.end - name) == ",";
    }
    // "A person briefed on the talks, who asked not to be named, said": not the "who" alone.
    let inside = r.start <= s.start && s.end <= r.end && s.len() < r.len();
    if inside && r.clone().any(|k| w.asks_for_anonymity(k)) {
        return true;
    }
    // "Blue Meridian, | Norland's | largest builder", "Ann Lee (Ind, | Haddon North)".
    let within = inside && s.start > r.start;
    // "Ann Lee, | a biologist at the University of | Haddon, said"; "Blue | Meridian | Airways".
    let titled = s.clone().any(|k| names::is_title(w.low(k)));
    let apposition = w.before(s.start) == ","
        && (s.end < r.end && (titled || !w.capital(s.start)) || (r.start..s.start).any(|k| w.low(k) == "who"));
    if within
        && w.capital(r.start)
        && s.start - r.start <= 2 * NAME
        && (apposition || r.clone().all(|k| w.capital(k)) && lexicon::verb(w.low(r.start)).is_none())
    {
        return true;
    }
    if within
        && (matches!(w.low(s.end - 1), "'s" | "'")
            || (r.start..s.start).any(|k| w.low(k) == "(") && w.low(r.end - 1) == ")")
    {
        return true;
    }
    // "One aide, speaking so because he feared for his job, called": nor the pronoun of a clause in between.
    let clause =
        |k: usize| matches!(w.low(k), "because" | "when" | "while" | "after" | "before" | "until" | "since" | "if");
    if inside && s.len() == 1 && lexicon::is_pronoun(w.low(s.start)) && s.start > r.start && clause(s.start - 1) {
        return true;
    }
    // "Superintendent Ann Lee, | of Harbour Police, said": nor where she works.
    if s.start == r.end + 2 && w.low(r.end) == "," && lexicon::is_preposition(w.low(r.end + 1)) {
        return true;
    }
    // "A spokeswoman for Norland | Pictures said": cut inside a name.
    if r.start == s.start
        && s.end < r.end
        && (w.capital(s.end - 1) && (w.capital(s.end) || w.low(s.end) == "&")
            || names::is_people(w.low(s.end - 1)) && (s.end..r.end).all(|k| w.capital(k)))
    {
        return true;
    }
    if r.end != s.end {
        return false;
    }
    // "The museum in | Haddon said": where it stands.
    let placed = s.start > r.start + 1 && lexicon::is_preposition(w.low(s.start - 1));
    let first = w.low(r.start);
    if placed && w.opens_sentence(r.start) && !lexicon::is_preposition(first) && !first.ends_with("ing") {
        return true;
    }
    // "Despite the fears of sailors, Ann Lee, who leads them, said": from the comma on.
    if s.start < r.start {
        let first = w.sentence(s.start).map_or(s.start, |x| x.tokens().start);
        let opening = lexicon::is_preposition(w.low(first)) || lexicon::is_participle(w.low(first));
        return w.before(r.start) == "," && first < s.start && opening;
    }
    // Initials and titles belong to the name that follows.
    let led = s.start - r.start <= 5
        && (w.low(r.start).len() == 1 && w.low(r.start + 1) == "." || names::is_title(w.low(r.start)));
    // So does all that follows the words in marks: “…,” Ann Lee, a member of the North+ league, said.
    let behind = content.iter().any(|c| c.end == r.start && w.in_marks(c.end - 1));
    // "Ann Lee, Harbour Bank chief executive, said": the apposition is not who says it.
    let apposed =
        w.before(s.start) == "," && s.start - r.start <= NAME && w.capital(r.start) && !w.low(r.start).ends_with("ing");
    // Nor is the agent of "reports seen by the Post say".
    let by = s.start - usize::from(determiner(w.before(s.start)));
    let agent = by > r.start + 1 && w.before(by) == "by";
    r.start < s.start && (led || behind || apposed || agent)
}
