//! Joins what the rules found with what the tagger thinks.
//!
//! The tagger knows more cues than any list and where a content without marks ends; the rules know which pieces belong
//! together and what quotation marks mean. So: the tagger's pieces are linked cue by cue, each is laid beside the rules'
//! relation with the same cue, and what only one of the two has must be sure enough on its own.

mod amend;

use super::lexicon::{self, Class};
use super::rules::{self, Found, How};
use super::surer;
use super::words::Words;
use crate::model::{self, Layer, Tags};
use crate::report::Event;
use crate::text::Shape;
use std::ops::Range;

/// The least mean probability of a relation that only the tagger has.
const ALONE: f32 = 0.55;
/// The least mean probability of "inside a content" over a relation that only the rules have.
const BACKED: f32 = 0.4;

/// A content with so many words in marks is speech, though its cue is a verb of thinking or of doing.
const QUOTED: usize = 6;

/// Two relations with more than this share (intersection over union) of their words in common are one.
const SAME: f32 = 0.5;

/// Joins the rules' relations with the tagger's; `units` are the sentences, merged where a quotation spans them.
pub fn join(w: &Words, units: &[Range<usize>], found: Vec<Found>, tags: &Tags) -> Vec<Found> {
    let mut linked = link(w, units, tags);
    let mut used = vec![false; linked.len()];
    let mut out = Vec::with_capacity(found.len() + linked.len());
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    for mut f in found {
        // Words without a cue, and those with a signature for one, stand on their marks alone.
        let Some(cue) = f.cue.clone().filter(|_| f.how != How::Signed) else {
            out.push(f);
            continue;
        };
        // Both lists are in order of their cues only roughly; a cue's neighbours are near.
        let at = linked.partition_point(|l| l.cue.as_ref().is_some_and(|c| c.end <= cue.start));
        // A label behind a topic in capitals is surer than any guess at what stands in it.
        let topic = f.source.as_ref().is_some_and(|s| s.start > 0 && matches!(w.low(s.start - 1), "—" | "–" | "--"));
        if f.how == How::Label && topic || rules::is_view(w, &cue) {
            for k in at.saturating_sub(1)..linked.len().min(at + 2) {
                let overlaps = linked[k].content.iter().any(|a| f.content.iter().any(|b| meets(a, b)));
                used[k] |= overlaps;
            }
            f.confidence = f.confidence.max(0.85);
            out.push(f);
            continue;
        }
        let hit = linked.get(at).is_some_and(|l| l.cue.as_ref().is_some_and(|c| meets(c, &cue)));
        if rules::is_cited(w, &f) {
            if hit {
                used[at] = true;
            }
            out.push(f);
            continue;
        }
        if !hit {
            let backed = inside(tags, &f.content);
            let source =
                f.source.as_ref().map_or(0.0, |s| mean(s.clone(), |i| 1.0 - tags.at(i, Layer::Source)[model::OUTSIDE]));
            let marks = f.content.iter().cloned().flatten().any(|i| w.quoted[i] > 0);
            // Nothing else is said with "according to"; who tells somebody by name that something is so says it.
            let certain = rules::is_court(w, &f)
                || surer::least(w, &f).is_some_and(|least| backed > least)
                || w.low(cue.end - 1) == "told"
                    && (w.capital(cue.end) && w.hearer(cue.end).is_some() || w.low(f.content[0].start) == "that");
            if certain || marks && f.event == Event::Speech || backed > BACKED && source > 0.3 {
                f.confidence *= if marks { 0.8 + 0.2 * backed } else { 0.4 + 0.6 * backed };
                if surer::settled(w, &f) {
                    f.confidence = f.confidence.max(surer::SETTLED);
                }
                out.push(f);
            }
            continue;
        }
        used[at] = true;
        let turned = surer::inverted(w, &f);
        let behind = surer::trailing(w, &f);
        let l = &mut linked[at];
        // The tagger's cue stays where it is, for the search above goes by it.
        f.cue = l.cue.clone().map(|c| extent(w, tags, &cue, c));
        if let Some(s) = l
            .source
            .take()
            .map(|s| uncounted(w, s))
            .filter(|s| !bare(w, s) && !circumstance(w, s) && !age(w, s, f.source.as_ref()))
        {
            let stays = f.source.as_ref().is_some_and(|r| {
                surer::source(w, r, &s, &cue, &f.content) || behind && surer::noun(w, r, &s) || turned && s.end <= r.end
            });
            if !stays {
                f.source = Some(s);
            }
        }
        let mut clause = false;
        let overlap = l.content.iter().any(|a| f.content.iter().any(|b| meets(a, b)));
        if overlap || l.content.is_empty() {
            clause = behind && surer::clause(w, &f.content, &l.content) || surer::accused(w, &f, &l.content);
            if !clause {
                f.content = content(w, tags, &f.content, &l.content, &cue);
            }
        } else if !turned && !behind && !f.content.iter().cloned().flatten().any(|i| w.quoted[i] > 0) {
            f.content = std::mem::take(&mut l.content);
        }
        f.confidence = (f.confidence * 0.5 + 0.55 * inside(tags, &f.content)).min(0.99);
        if surer::settled(w, &f) || clause && f.event == Event::Speech {
            f.confidence = f.confidence.max(surer::SETTLED);
        }
        out.push(f);
    }
    out.extend(
        linked
            .into_iter()
            .zip(used)
            .filter(|(l, used)| !used && !l.content.is_empty() && l.confidence > ALONE)
            .map(|(l, _)| l),
    );
    out.retain(|f| !amend::idiom(w, f));
    for f in &mut out {
        amend::amend(w, f);
    }
    rules::in_order(&mut out);
    let mut out = distinct(w, out);
    super::ends::settle(w, tags, &mut out);
    super::starts::settle(w, tags, &mut out);
    for f in &mut out {
        amend::apart(w, f);
    }
    out.retain(|f| f.content.iter().any(|r| r.clone().any(|k| w.is_word(k))));
    super::onward::adopt(w, units, out)
}

/// How far a cue reaches that both have: to the left as far as either, to the right as far as the tagger is sure of,
/// for a place or an occasion behind the verb ("said in Oslo") is mostly no part of it.
fn extent(w: &Words, tags: &Tags, rules: &Range<usize>, tagger: Range<usize>) -> Range<usize> {
    // "Harbour | Now promised": a capital before the verb is the name's.
    let name = tagger.start < rules.start && w.capital(tagger.start);
    let start = if name { rules.start } else { rules.start.min(tagger.start) };
    if tagger.end <= rules.end {
        let colon = w.low(rules.end - 1) == ":" && rules.len() > 1;
        return start..rules.end - usize::from(colon);
    }
    let sure = tags.confidence(tagger.clone(), Layer::Cue);
    let topic = matches!(w.low(tagger.end - 1), "about" | "against" | "for" | "of");
    start..if sure > 0.85 || topic && sure > 0.78 { tagger.end } else { rules.end }
}

/// Of relations that claim the same words, the surest.
fn distinct(w: &Words, found: Vec<Found>) -> Vec<Found> {
    let size = |f: &Found| f.content.iter().map(ExactSizeIterator::len).sum::<usize>();
    let shared = |a: &Found, b: &Found| -> usize {
        a.content
            .iter()
            .flat_map(|x| b.content.iter().map(move |y| x.end.min(y.end).saturating_sub(x.start.max(y.start))))
            .sum()
    };
    let holds = |outer: &Found, inner: &Found| {
        let within = |r: &Range<usize>| outer.content.iter().any(|c| c.start <= r.start && r.end <= c.end);
        let framed = outer.how == How::Cue
            && outer
                .cue
                .as_ref()
                .is_some_and(|c| w.low(c.start) == "according" || outer.content.iter().all(|r| r.end <= c.start));
        framed && inner.how == How::Cue && inner.cue.as_ref().is_some_and(within)
    };
    // "Lee resigned over what she called “a campaign”": of two that call it so the one who is named; and of a whole report, not the
    // verb in it that nobody is named for ("used to say").
    let spoken = |a: &Found, b: &Found| {
        let within = |x: &Found, y: &Found| {
            y.cue.as_ref().is_some_and(|c| x.content.iter().any(|r| r.start <= c.start && c.end <= r.end))
        };
        let marks = a.content.iter().cloned().flatten().any(|k| w.in_marks(k));
        let one = |x: &Found| x.source.as_ref().is_some_and(|s| s.len() == 1 && lexicon::is_pronoun(w.low(s.start)));
        a.event == Event::Speech
            && a.source.is_some()
            && (marks
                && a.cue == b.cue
                && one(b)
                && !one(a)
                && w.before(b.source.as_ref().map_or(0, |s| s.start)) == "what"
                || b.event == Event::Belief
                    && a.how == How::Cue
                    && b.cue.as_ref().zip(a.source.as_ref()).is_some_and(|(c, s)| s.start < c.start && c.end <= s.end)
                || b.source.is_none()
                    && a.how == How::Cue
                    && within(a, b)
                    && a.cue.as_ref().is_some_and(|c| a.content.iter().all(|r| r.end <= c.start)))
    };
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for f in found {
        let rival = (out.len().saturating_sub(6)..out.len()).rev().find(|&k| {
            // A report inside a report: “the bridge is safe, Lee said”, according to the Post.
            if holds(&out[k], &f)
                || holds(&f, &out[k])
                || out[k].cue != f.cue && (rules::is_cited(w, &f) || rules::is_cited(w, &out[k]))
            {
                return false;
            }
            let both = shared(&out[k], &f);
            (1.0 + SAME) * both as f32 > SAME * (size(&f) + size(&out[k])) as f32
                || out[k].cue.is_none() && 2 * both > size(&f)
        });
        match rival {
            Some(k) if spoken(&out[k], &f) => {}
            Some(k) if spoken(&f, &out[k]) => out[k] = f,
            Some(k) if out[k].cue.is_none() || f.cue.is_some() && f.confidence > out[k].confidence => out[k] = f,
            Some(_) => {}
            None => out.push(f),
        }
    }
    rules::in_order(&mut out);
    out
}

fn mean(r: Range<usize>, f: impl Fn(usize) -> f32) -> f32 {
    let n = r.len().max(1) as f32;
    r.map(f).sum::<f32>() / n
}

/// The mean probability that the tokens of a content are attributed.
fn inside(tags: &Tags, content: &[Range<usize>]) -> f32 {
    let n: usize = content.iter().map(ExactSizeIterator::len).sum();
    content.iter().cloned().flatten().map(|i| 1.0 - tags.at(i, Layer::Content)[model::OUTSIDE]).sum::<f32>()
        / n.max(1) as f32
}

/// The content of a relation that both have: the rules' where marks decide, else the surer one.
fn content(
    w: &Words,
    tags: &Tags,
    rules: &[Range<usize>],
    tagger: &[Range<usize>],
    cue: &Range<usize>,
) -> Vec<Range<usize>> {
    let marks = |c: &[Range<usize>]| c.iter().cloned().flatten().any(|i| w.quoted[i] > 0);
    let sure = |c: &[Range<usize>]| {
        c.iter().map(|r| tags.confidence(r.clone(), Layer::Content)).sum::<f32>() / c.len().max(1) as f32
    };
    let whole = |c: &[Range<usize>]| c.iter().all(|r| w.quoted[r.start] > 0 && r.end > 0 && w.quoted[r.end - 1] > 0);
    // Both sides of a parenthetical cue.
    let split = rules.len() >= 2 && rules.len() > tagger.len();
    // "So that" gives a purpose; what opens with it is the middle of something.
    let purpose = tagger.iter().any(|r| r.start > 0 && w.low(r.start) == "that" && w.low(r.start - 1) == "so");
    // "That Norland Inc. | ignored": cut at an abbreviation; "said the animal | , called Biscuit, had gone": cut before the verb.
    let cut = if let ([r], [t, ..]) = (rules, tagger) {
        let verb = |x: &Range<usize>| x.clone().any(|k| super::ends::verbal(w, k));
        let goes_on = || w.sentence(t.end).is_some_and(|s| s.tokens().end > t.end + 2);
        let short = || r.start == t.start && r.end > t.end;
        // "To repeal | the law".
        w.low(r.start) == "to" && r.start < t.start && t.start < r.end
            || short() && w.low(t.end) == "." && goes_on() && w.capital(t.end - 1) && w.low(t.end - 1).len() <= 4
            || short()
                && matches!(w.low(cue.end - 1), "said" | "says" | "say")
                && w.low(t.end) == ","
                && !verb(t)
                && verb(r)
    } else {
        false
    };
    if tagger.is_empty() || cut || split || purpose || whole(rules) || marks(rules) && sure(tagger) < sure(rules) + 0.1
    {
        return rules.to_vec();
    }
    if sure(tagger) >= sure(rules) + 0.1 { tagger.to_vec() } else { rules.to_vec() }
}

/// Whether a piece is nothing but articles and marks, as when the tagger is sure of no more of a phrase.
fn bare(w: &Words, r: &Range<usize>) -> bool {
    r.clone().all(|i| !w.is_word(i) || matches!(w.low(i), "the" | "a" | "an"))
}

/// Whether a piece is a reason or condition, and so nobody.
fn circumstance(w: &Words, r: &Range<usize>) -> bool {
    matches!(w.low(r.start), "because" | "when" | "if" | "while" | "although" | "though" | "until" | "unless")
}

/// Words that join clauses and can be nobody.
fn joins(x: &str) -> bool {
    lexicon::parts_clauses(x) && !matches!(x, "that" | "which")
        || lexicon::is_preposition(x)
        || matches!(x, "lest" | "and" | "or" | "unless" | "without")
}

/// Whether a piece is a number inside the rules' source: the age behind a name.
fn age(w: &Words, r: &Range<usize>, rules: Option<&Range<usize>>) -> bool {
    let number = |k: usize| !w.is_word(k) || w.reading.tokens[k].shape == Shape::Number;
    rules.is_some_and(|s| s.start < r.start && r.end <= s.end) && r.clone().all(number)
}

/// A source without a number behind its comma, which is no age but opens what is said: "according to the council, 14
/// of the 20"; nor with a comma that ends it and closes no apposition.
fn uncounted(w: &Words, mut r: Range<usize>) -> Range<usize> {
    let comma = |&k: &usize| w.low(k) == ",";
    let number = |k: usize| w.reading.tokens.get(k).is_some_and(|t| t.shape == Shape::Number);
    // "According to the council, over the past 10 years": nor with a time that it parts.
    let time = |k: &usize| comma(k) && lexicon::is_preposition(w.low(k + 1));
    if number(r.end - 1)
        && let Some(k) = (r.start + 1..r.end).rfind(time)
    {
        r.end = k;
    }
    if let Some(k) = (r.start + 1..r.end).filter(comma).find(|&k| number(k + 1) && !matches!(w.low(k + 2), "," | "(")) {
        r.end = k;
    }
    // "Now researchers suggest".
    while r.len() > 1
        && matches!(w.low(r.start), "now" | "later" | "meanwhile" | "then" | "still" | "also")
        && !w.capital(r.start + 1)
    {
        r.start += 1;
    }
    // "Lee on Wednesday explained": the time's preposition is no part of the name.
    // Nor is the one that opens "in a note".
    if r.len() > 1 && lexicon::is_preposition(w.low(r.end - 1)) {
        r.end -= 1;
    }
    if r.len() > 1 && w.low(r.end - 1) == "," && !(r.start..r.end - 1).any(|k| comma(&k)) {
        r.end -= 1;
    }
    r
}

/// A word right before the cue that can be nothing but its source, though the tagger wasn't sure of it.
fn stand_in(w: &Words, from: usize, cue: usize) -> Option<Range<usize>> {
    let last = cue.checked_sub(1).filter(|&k| k >= from)?;
    match w.low(last) {
        "he" | "she" | "they" | "we" => Some(last..cue),
        "former" | "latter" if last > from && w.low(last - 1) == "the" => Some(last - 1..cue),
        _ => None,
    }
}

/// Snaps the ends of a tagged content to the marks it all but meets.
fn snap(w: &Words, mut r: Range<usize>) -> Range<usize> {
    let mark = |i: usize| w.quoted.get(i).copied().unwrap_or(0);
    if let Some(p) = w.pair_at(r.start)
        && mark(r.end - 1) == mark(r.start)
    {
        // Most of a pair is the pair.
        let (a, b) = (p.open as usize, p.close as usize + usize::from(!p.continues));
        return if 5 * (r.len() + 3) >= 3 * (b - a) { a..b } else { r };
    }
    // A hearer before the colon is no part of what he is told.
    let colon = (r.start..r.end.min(r.start + 5)).find(|&k| w.low(k) == ":" && mark(k) == 0);
    if let Some(c) = colon.filter(|&c| c + 2 < r.end && mark(c + 1) > 0 && mark(r.end - 1) == mark(c + 1)) {
        r.start = c + 1;
    }
    while r.start > 0
        && mark(r.start) > 0
        && mark(r.start - 1) == mark(r.start)
        && !(mark(r.end - 1) == mark(r.start) && mark(r.end) == mark(r.start))
    {
        r.start -= 1;
    }
    while r.end < w.low.len() && mark(r.end - 1) > 0 && mark(r.end) == mark(r.end - 1) {
        r.end += 1;
    }
    while r.start < r.end && mark(r.end - 1) == 0 && matches!(w.low(r.end - 1), "," | "." | ";" | ":") {
        r.end -= 1;
    }
    while r.start < r.end && mark(r.start) == 0 && matches!(w.low(r.start), "," | "." | ";" | ":") {
        r.start += 1;
    }
    r
}

/// A name is no cue: the tagger knows words by hash, and so takes a name for the verb that shares its row.
fn name(w: &Words, r: &Range<usize>) -> bool {
    r.clone().all(|i| {
        let known = || lexicon::verb(w.low(i)).is_some() || lexicon::noun(w.low(i));
        w.reading.tokens[i].is_capital() && !w.opens_sentence(i) && !known()
    })
}

/// Links the tagger's pieces, one relation a cue, in the order of the cues.
fn link(w: &Words, units: &[Range<usize>], tags: &Tags) -> Vec<Found> {
    // A piece is used only where it links to others, so that a little more than the likeliest may be read.
    let mut eager = tags.clone();
    for t in &mut eager.tokens {
        t[Layer::Source as usize][model::OUTSIDE] *= 0.75;
        t[Layer::Cue as usize][model::OUTSIDE] *= 0.85;
        t[Layer::Content as usize][model::OUTSIDE] *= 0.85;
    }
    let sources: Vec<_> = model::spans(&eager, Layer::Source)
        .into_iter()
        .filter(|r| !(bare(w, r) || circumstance(w, r) || r.len() == 1 && joins(w.low(r.start))))
        .collect();
    let cues: Vec<_> =
        model::spans(&eager, Layer::Cue)
            .into_iter()
            // “Then again,” she went | on.
            .map(|r| {
                if matches!(w.low(r.end - 1), "went" | "goes") && w.low(r.end) == "on" { r.start..r.end + 1 } else { r }
            })
            .map(|r| if r.len() > 4 && w.asks_for_anonymity(r.start) { r.end - 1..r.end } else { r })
            .filter(|r| !name(w, r) && !w.asks_for_anonymity(r.end - 1))
            .collect();
    let contents: Vec<_> =
        model::spans(&eager, Layer::Content).into_iter().map(|r| snap(w, r)).filter(|r| !bare(w, r)).collect();
    let within = |v: &[Range<usize>], u: &Range<usize>| -> Range<usize> {
        v.partition_point(|r| r.start < u.start)..v.partition_point(|r| r.start < u.end)
    };
    let mut taken = vec![false; contents.len()];
    let mut out: Vec<Found> = Vec::with_capacity(cues.len());
    for u in units {
        let (s, c, t) = (within(&sources, u), within(&cues, u), within(&contents, u));
        let first = out.len();
        for k in c.clone().take(64) {
            let cue = cues[k].clone();
            let from = if k > c.start { cues[k - 1].end } else { u.start };
            let to = if k + 1 < c.end { cues[k + 1].start } else { u.end };
            let near =
                |r: Range<usize>| sources[s.clone()].iter().filter(move |x| x.start >= r.start && x.end <= r.end);
            let gap = |a: usize, b: usize| (a..b).filter(|&i| w.reading.tokens[i].is_word()).count();
            // "She greeted Lee and Holt | and promised": who stands before the "and" is greeted.
            let joined = |x: &&Range<usize>| x.end + 1 == cue.start && w.low(x.end) == "and";
            let source = near(from..cue.start)
                .next_back()
                .filter(|x| !joined(x))
                .or_else(|| {
                    near(cue.end..to).next().filter(|x| {
                        gap(cue.end, x.start) <= 3
                            && (to == u.end || gap(x.end, to) > 0 || matches!(w.low(cue.start), "according"))
                    })
                })
                .cloned()
                .or_else(|| stand_in(w, from, cue.start));
            let mut content: Vec<Range<usize>> = Vec::new();
            let head = source.as_ref().map_or(cue.start, |x| x.start.min(cue.start));
            if let Some(b) = t.clone().rev().find(|&j| contents[j].end <= head)
                && !taken[b]
                && gap(contents[b].end, head) <= 2
                && contents[b].end >= from.min(head)
            {
                taken[b] = true;
                content.push(contents[b].clone());
            }
            let tail = source.as_ref().map_or(cue.end, |x| x.end.max(cue.end));
            let mut at = tail;
            for j in t.clone().filter(|&j| contents[j].start >= cue.end) {
                if taken[j]
                    || contents[j].start >= to && !content.is_empty()
                    || contents[j].start > to
                    || content.len() >= 4
                {
                    break;
                }
                if content.is_empty() || gap(at, contents[j].start) <= 12 {
                    taken[j] = true;
                    at = contents[j].end;
                    content.push(contents[j].clone());
                }
            }
            // Nested in another's content: the inner layer may know it.
            let how = if source.is_some() { How::Cue } else { How::Agentless };
            let source = source.or_else(|| {
                out[first..]
                    .last()
                    .filter(|_| matches!(w.low(cue.start.saturating_sub(1)), "," | "and" | "but"))
                    .and_then(|f: &Found| f.source.clone())
            });
            let mut confidence = tags.confidence(cue.clone(), Layer::Cue);
            if !content.is_empty() {
                confidence = (confidence + 2.0 * inside(tags, &content)) / 3.0;
            }
            let event = event(w, &cue, &content);
            out.push(Found { source, cue: Some(cue), content, event, how, confidence });
        }
        // Words in marks after the sentence with their cue go on the same quotation.
        if c.is_empty() {
            for j in t {
                let near = out.last_mut().filter(|f| {
                    f.content.last().is_some_and(|r| {
                        contents[j].start - r.end.min(contents[j].start) < 60
                            && !w.breaks_between(r.end, contents[j].start)
                    })
                });
                if let Some(f) = near
                    && w.quoted[contents[j].start] > 0
                    && contents[j].start <= u.start + 1
                    && f.content.iter().cloned().flatten().any(|i| w.quoted[i] > 0)
                {
                    f.content.push(contents[j].clone());
                }
            }
        }
    }
    out
}

/// What kind of event a tagged cue names.
fn event(w: &Words, cue: &Range<usize>, content: &[Range<usize>]) -> Event {
    let marks = content.iter().cloned().flatten().any(|i| w.quoted[i] > 0);
    let spoken = cue.clone().any(|i| {
        let x = w.low(i);
        matches!(x, ":" | "according" | "spoke" | "speaking" | "interview" | "speech" | "statement" | "per" | "words")
            || lexicon::noun(x) && !lexicon::belief_noun(x)
            || lexicon::verb(x).is_some_and(|(c, _, b)| match c {
                Class::Say | Class::Tell | Class::Pledge => true,
                Class::Judge => {
                    marks || !lexicon::is_stance(&b) || content.first().is_some_and(|r| lexicon::asks(w.low(r.start)))
                }
                Class::View => marks,
                Class::Belief => false,
            })
    });
    let wish = cue.clone().any(|i| lexicon::verb(w.low(i)).is_some_and(|v| v.0 == Class::Belief));
    // What will or might be said is not said.
    let ahead = cue.start.saturating_sub(1)..cue.end;
    let open = ahead.into_iter().any(|i| lexicon::is_modal(w.low(i)) || w.low(i) == "to" && i < cue.end - 1);
    // An unknown cue is speech where a comma or colon ties it to words in marks.
    let tied = marks
        && content.iter().any(|r| {
            w.pair_at(r.start).is_some_and(|p| w.heavy(p) && p.open as usize <= r.start)
                && (r.end <= cue.start || r.start > 0 && matches!(w.low(r.start - 1), "," | ":"))
        });
    // So many words in marks were said or written by somebody, whatever the verb.
    let said = |r: &Range<usize>| w.pair_at(r.start).is_none_or(|p| !w.title(p));
    let long = content.iter().filter(|r| said(r)).cloned().flatten().filter(|&i| w.in_marks(i) && w.is_word(i)).count()
        >= QUOTED;
    if ((spoken || tied) && !wish || long) && !open { Event::Speech } else { Event::Belief }
}
