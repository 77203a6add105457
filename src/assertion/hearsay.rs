//! Unnamed sources among the quotations: whom the quotation layer has found to say something, and who is nobody in particular
//! ("leading experts say", "according to forecasts", "someone said"), or whom it leaves out ("were thought to have").
//!
//! Such a source is anonymous to the quotation layer too. What it is said to say stays closed, since the writer puts it on
//! somebody; the mark covers the source and the cue. In a report plurals like these stand for people who were there or for a
//! body that can be asked ("officials said", "witnesses said"), so they count only where a text argues.

use super::clause;
use super::gate::Voice;
use super::genre::Genre;
use super::{Context, Hit, endorsement, grammar, unnamed_source};
use crate::category::Kind;
use crate::quotation::names;
use crate::report::{Event, Quotation, SpeakerKind};
use std::ops::Range;

/// The least confidence of the quotation: what is less likely a report than not says nothing of its source.
const LEAST: f32 = 0.5;

/// Proposes sources in the bare plural and passives without an agent.
pub fn detect(cx: &Context, hits: &mut Vec<Hit>) {
    if cx.genre != Genre::Opinion {
        return;
    }
    for q in cx.quotations {
        let Some(trigger) = plural(cx, q).or_else(|| agentless(cx, q)) else { continue };
        if cx.voices[trigger.clone()].contains(&Voice::Marks) || known(cx, &trigger) {
            continue;
        }
        let Some(s) = cx.sentence(trigger.start) else { continue };
        let Some(clause) = clause::split(cx, cx.reading.sentences[s]).into_iter().find(|c| c.contains(&trigger.start))
        else {
            continue;
        };
        if grammar::question(cx, trigger.start) || grammar::conditional(cx, &clause, trigger.start) {
            continue;
        }
        let because = format!("“{}” puts the claim on people whom the text doesn't name.", cx.text(trigger.clone()));
        let trigger = trigger.start..trigger.end.min(clause.end);
        let rule = if q.source.is_empty() { "agentless-mild" } else { "bare-plural" };
        hits.push(Hit::new(Kind::UnnamedSource, &clause, trigger, rule, because, 0.72).faint(true));
    }
}

/// Whether a detector of phrases looks at the same words.
fn known(cx: &Context, t: &Range<usize>) -> bool {
    let open = |i: usize| matches!(cx.voices[i], Voice::Writer | Voice::Vague);
    open(t.start) && unnamed_source::left_out(cx, t.start).is_some()
}

/// "Leading cyber security experts say", "according to forecasts", "someone said": the words from source to cue, where the source
/// is a plural without an article, a number or a name, or somebody.
fn plural(cx: &Context, q: &Quotation) -> Option<Range<usize>> {
    if q.event != Event::Speech || q.confidence < LEAST || !matches!(q.speaker.kind, SpeakerKind::Anonymous) {
        return None;
    }
    let all = endorsement::frame(cx, q)?;
    let source = endorsement::tokens(cx, &q.source).filter(|s| !s.is_empty())?;
    let (first, last) = (cx.w(source.start), cx.w(source.end - 1));
    let somebody = source.len() == 1 && matches!(first, "someone" | "somebody" | "others" | "some" | "many" | "most");
    let opens = cx.sentence(source.start).is_some_and(|s| {
        let from = cx.reading.sentences[s].first as usize;
        source.start < from + 2
    });
    let capital = |k: usize| cx.reading.tokens[k].is_capital() && !(opens && k == source.start);
    let bare = !grammar::determiner(first)
        && !grammar::possessive(cx, source.end - 1)
        && !matches!(
            first,
            "two" | "three" | "four" | "five" | "several" | "both" | "dozens" | "hundreds" | "all" | "no" | "who"
        )
        && source.clone().all(|k| cx.reading.tokens[k].is_word() && !capital(k));
    // Whom a report names by their trade can be asked: "prosecutors", "the police".
    let askable = matches!(
        last,
        "officials"
            | "authorities"
            | "police"
            | "prosecutors"
            | "witnesses"
            | "officers"
            | "residents"
            | "organisers"
            | "organizers"
            | "friends"
            | "colleagues"
            | "relatives"
            | "sources"
            | "lawyers"
            | "lawmakers"
    ) && source.len() == 1;
    let describes =
        |k: usize| matches!(cx.w(k), "who" | "familiar" | "close" | "briefed" | "at" | "from" | "of" | "in");
    let people = last.ends_with('s') && !last.ends_with("ss") || names::is_people(last);
    let counted = cx.has(&all, &["percent", "%", "poll", "polls", "survey", "surveys"]);
    let plain = bare && people && !askable && !counted && !source.clone().any(describes) && all.len() <= MOST;
    ((somebody || plain) && !unnamed_source::named_after(cx, source.start)).then_some(all)
}

/// The most tokens from source to cue.
const MOST: usize = 12;

/// "Were also thought to have been", "it was found that": the passive of a report that has no source.
fn agentless(cx: &Context, q: &Quotation) -> Option<Range<usize>> {
    if !q.source.is_empty() || q.speaker.name.is_some() {
        return None;
    }
    let cue = endorsement::tokens(cx, &q.cue)?;
    let passive = |i: usize| unnamed_source::left_out(cx, i).map(|n| i..i + n);
    let found = (cue.start.saturating_sub(2)..cue.end).find_map(passive).filter(|t| t.end > cue.start)?;
    let by = (found.end..(found.end + 8).min(cx.words.len())).any(|k| cx.w(k) == "by");
    let told = q.event == Event::Speech && unnamed_source::spoken_before(cx, found.start.saturating_sub(1));
    (!by && !told).then_some(found)
}
