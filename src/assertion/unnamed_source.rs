//! Unnamed sources: claims put on people nobody could look up (rules 4 and 11).

use super::gate::Voice;
use super::genre::Genre;
use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use crate::text::Reading;
use std::ops::Range;

/// What is no people, so a reason doesn't call it so.
const THINGS: &[&str] =
    &["polls", "polling", "surveys", "studies", "research", "statistics", "figures", "data", "evidence", "reports"];

/// Marks vague collectives and agentless passives, unless named members follow or the agent was just named.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::unnamed();
    if grammar::question(cx, clause.start) {
        return;
    }
    let mut i = clause.start;
    while i < clause.end {
        if !matches!(cx.voices[i], Voice::Writer | Voice::Vague) {
            i += 1;
            continue;
        }
        // "the data show": those that were told before.
        let told = list.in_group("abstract", &cx.words, i).is_some()
            && (grammar::determiner(cx.before(i)) || cx.before(i) == "'s");
        let phrase = list.in_group("phrase", &cx.words, i).filter(|_| !told);
        let agentless = phrase.or_else(|| passive(cx, i)).or_else(|| abroad(cx, i));
        let (len, rule, confidence) = if let Some(n) = agentless {
            (n, "agentless", 0.74)
        } else if let Some(n) = collective(cx.reading, &cx.words, clause, i) {
            (n, "vague-collective", 0.74)
        } else if list.in_group("adverb", &cx.words, i).is_some() {
            (1, "hearsay-adverb", if heard(cx, i) { 0.72 } else { 0.58 })
        } else if let Some(n) = argued(cx, i).or_else(|| agent(cx, i)) {
            (n, "agentless-mild", 0.72)
        } else {
            i += 1;
            continue;
        };
        let end = (i + len).min(clause.end);
        let own = matches!(cx.before(i), "i" | "we" | "you") || matches!(cx.w(i + 1), "i'm");
        let own = own || rule == "vague-collective" && members(cx, i);
        // "Is widely read as": not by the one who spoke before.
        let wide = (i..end).any(|k| list.in_group("breadth", &cx.words, k).is_some());
        // "Iran reportedly lost": told by somebody else than the one before, in an argument.
        let heard = rule == "hearsay-adverb" && heard(cx, i);
        let agent =
            !heard && rule != "vague-collective" && (!wide && spoken_before(cx, i) || named_agent(cx, end..clause.end));
        let counted = rule == "vague-collective"
            && cx.has(
                clause,
                &[
                    "percent",
                    "%",
                    "cent",
                    "poll",
                    "survey",
                    "polls",
                    "study",
                    "asked",
                    "interviewed",
                    "yougov",
                    "margin",
                    "exit",
                    "gallup",
                    "ipsos",
                ],
            );
        // "… of 81 percent. Most believe": the poll is told in the sentence before.
        let counted = counted
            || matches!(cx.w(i), "most" | "many" | "some" | "few" | "voters" | "residents") && polled_near(cx, i);
        if !own
            && !agent
            && !counted
            && !cleared(cx, i..clause.end)
            && !(rule == "agentless" && (owned(cx, i) || met(cx, i, end) && named_after(cx, i) || polls(cx, i, end)))
            && (rule != "vague-collective" || !named_after(cx, i) && !named_thing(cx, end..clause.end))
            && !grammar::conditional(cx, clause, i)
            && !topical(cx, clause, i)
        {
            let whom = if cx.has(&(i..end), THINGS) {
                "something that the text doesn't name"
            } else {
                "people whom the text doesn't name"
            };
            let because = format!("“{}” puts the claim on {whom}.", cx.text(i..end));
            out.push(
                Hit::new(Kind::UnnamedSource, clause, i..end, rule, because, confidence)
                    .mild(rule == "hearsay-adverb")
                    .faint(rule == "agentless-mild" || rule == "hearsay-adverb" && cx.genre == Genre::Opinion),
            );
        }
        i = end;
    }
}

/// Whether a hearsay adverb is sure. Where a text argues "reportedly" says that somebody has told it; "allegedly" is also a lawyer's
/// caution: of eight places that readers of editorials marked the three with it were doubtful to them.
fn heard(cx: &Context, i: usize) -> bool {
    cx.genre == Genre::Opinion && cx.w(i) != "allegedly"
}

/// The length of a passive of saying or thinking that leaves out by whom, in any text or where it argues.
pub(super) fn left_out(cx: &Context, i: usize) -> Option<usize> {
    passive(cx, i).or_else(|| argued(cx, i))
}

/// "Was often described as", "is blamed on": a passive that tells whose judgment it is as little as "is seen as", though in a
/// report it may be a record.
fn argued(cx: &Context, i: usize) -> Option<usize> {
    let be = |w: &str| matches!(w, "is" | "are" | "was" | "were" | "being" | "been");
    if cx.genre != Genre::Opinion || !be(cx.w(i)) {
        return None;
    }
    let list = lists::unnamed();
    let mut k = i + 1;
    while be(cx.w(k)) || list.in_group("frequency", &cx.words, k).is_some() {
        k += 1;
    }
    list.in_group("argued", &cx.words, k).map(|n| k + n - i)
}

/// "Favoured by some vocal analysts", "has been taken apart by others": what is done or thought by nobody in particular.
fn agent(cx: &Context, i: usize) -> Option<usize> {
    let list = lists::unnamed();
    let done = |w: &str| w.len() > 4 && (w.ends_with("ed") || w.ends_with("en"));
    let verb = done(cx.before(i)) || matches!(cx.before(i), "apart" | "made" | "held" | "put" | "seen" | "up" | "as");
    if cx.genre != Genre::Opinion || cx.w(i) != "by" || !verb || list.in_group("agent", &cx.words, i + 1).is_none() {
        return None;
    }
    let people = |k: usize| crate::quotation::names::is_people(cx.w(k)) || list.in_group("who", &cx.words, k).is_some();
    let stops = |k: usize| {
        !cx.reading.tokens.get(k).is_some_and(|t| t.is_word())
            || matches!(cx.w(k), "to" | "as" | "or" | "and" | "but" | "because" | "that" | "for" | "over")
    };
    // "By many of them", "by some boats": of those told before, and no people.
    (i + 2..i + 5).find(|&k| people(k)).map(|k| k + 1 - i).or_else(|| (people(i + 1) && stops(i + 2)).then_some(2))
}

/// "When people say that, …": what the claim is about, put on nobody.
fn topical(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    (clause.start..i).any(|k| matches!(cx.w(k), "when" | "whenever" | "every") && k + 4 > i)
        && cx.w(i.wrapping_sub(1)) != ","
}

/// "The party's received wisdom", "the sources said": somebody's, or those of before.
fn owned(cx: &Context, i: usize) -> bool {
    matches!(cx.w(i), "received" | "conventional") && grammar::possessive(cx, i.saturating_sub(1))
        || cx.w(i) == "sources"
            && matches!(cx.before(i), "the" | "these" | "those" | "two" | "three" | "four" | "five" | "multiple")
}

/// "Has come under fire": by whom may be told next.
fn met(cx: &Context, i: usize, end: usize) -> bool {
    cx.has(&(i..end), &["fire", "criticism", "attack", "scrutiny"])
}

/// Whether the polls of "polls show" are told by name near by: a capital before "poll" or "survey", two sentences off at most.
fn polls(cx: &Context, i: usize, end: usize) -> bool {
    if !cx.has(&(i..end), &["polls", "surveys", "polling"]) {
        return false;
    }
    let Some(s) = cx.sentence(i) else { return false };
    let near = s.saturating_sub(2)..(s + 3).min(cx.reading.sentences.len());
    cx.reading.sentences[near].iter().flat_map(|s| s.tokens().skip(1)).any(|k| {
        matches!(cx.w(k), "poll" | "polls" | "survey" | "surveys")
            && (k.saturating_sub(3)..k).any(|j| cx.reading.tokens[j].is_capital() && !(i..end).contains(&j))
    })
}

/// "Is seen as", "has long been thought to", "…, widely regarded": a passive of saying or thinking that leaves out by whom.
fn passive(cx: &Context, i: usize) -> Option<usize> {
    let list = lists::unnamed();
    let of = |group: &str, k: usize| list.in_group(group, &cx.words, k);
    let (mut often, mut widely) = (false, false);
    let mut adverbs = |mut k: usize| {
        loop {
            match (of("frequency", k), of("breadth", k)) {
                (Some(_), _) => often = true,
                (_, Some(_)) => widely = true,
                // "widely and rightly"
                _ if (often || widely) && cx.w(k) == "and" => {}
                _ => return k,
            }
            k += 1;
        }
    };
    let perfect = matches!(cx.w(i), "has" | "have" | "had" | "'ve");
    let k = if perfect {
        let been = adverbs(i + 1);
        if cx.w(been) != "been" {
            return None;
        }
        adverbs(been + 1)
    } else if matches!(cx.w(i), "is" | "are" | "was" | "were") {
        let k = adverbs(i + 1);
        if cx.w(k) == "being" { adverbs(k + 1) } else { k }
    } else if cx.before(i) == "," && of("breadth", i).is_some() {
        adverbs(i)
    } else if matches!(cx.before(i), "," | "(") && cx.genre == Genre::Opinion && of("passive", i).is_some() {
        // "…, believed to be in the north"
        i
    } else {
        return None;
    };
    let groups = [("passive", true), ("often", often || widely), ("spread", widely), ("perfect", perfect)];
    let len = groups.iter().filter(|(_, holds)| *holds).find_map(|(group, _)| of(group, k))?;
    Some(k + len - i)
}

/// "There is widespread suspicion that": a state of mind that is abroad, with nobody who has it.
fn abroad(cx: &Context, i: usize) -> Option<usize> {
    let been = matches!(cx.w(i + 1), "has" | "have") && cx.w(i + 2) == "been";
    if cx.w(i) != "there" || !been && !matches!(cx.w(i + 1), "is" | "are" | "'s" | "was" | "were") {
        return None;
    }
    let list = lists::unnamed();
    let mut k = i + 2 + usize::from(been);
    let mut spread = false;
    while k < i + 7 {
        if list.in_group("mood", &cx.words, k).is_some() {
            let told = matches!(cx.w(k + 1), "that" | "about" | "of" | "over" | "among" | "in" | "at");
            // "There is a fear that": whose?
            let whose = cx.w(k + 1) == "that" && cx.genre == Genre::Opinion;
            return (spread && told || whose).then_some(k + 1 - i);
        }
        spread |= list.in_group("much", &cx.words, k).is_some();
        if !spread && !matches!(cx.w(k), "a" | "an" | "also" | "now" | "still" | "already") {
            return None;
        }
        k += 1;
    }
    None
}

/// "Several warned": of those whom the sentence before has told of.
fn members(cx: &Context, i: usize) -> bool {
    if !matches!(cx.w(i), "some" | "several" | "many" | "others" | "most" | "few")
        || lists::unnamed().in_group("who", &cx.words, i + 1).is_some()
    {
        return false;
    }
    // "Many people say": not of anybody before.
    let bare = lists::unnamed().in_group("verb", &cx.words, i + 1).is_some() || grammar::auxiliary(cx.w(i + 1));
    let Some(s) = cx.sentence(i).and_then(|s| s.checked_sub(1)) else {
        return false;
    };
    let first = cx.reading.sentences[s + 1].first as usize;
    let near = cx.reading.sentences[s].block + 1 >= cx.reading.sentences[s + 1].block;
    let people = |k: usize| {
        let w = cx.w(k);
        crate::quotation::names::is_people(w) || w.strip_suffix('s').is_some_and(crate::quotation::names::is_title)
    };
    bare && near && i <= first + 1 && cx.reading.sentences[s].tokens().any(people)
}

/// Whether the sentence before, or this one, has a speaker who can be looked up (rule 11).
pub(super) fn spoken_before(cx: &Context, i: usize) -> bool {
    let Some(s) = cx.sentence(i) else { return false };
    let reported = |s: usize| cx.reported.get(s).copied().unwrap_or(false);
    let block = |s: usize| cx.reading.sentences.get(s).map(|s| s.block);
    reported(s) || s > 0 && reported(s - 1) && block(s - 1) == block(s)
}

/// Whether the sentence, or one beside it, tells of a poll.
pub(super) fn polled_near(cx: &Context, i: usize) -> bool {
    let Some(s) = cx.sentence(i) else { return false };
    let near = s.saturating_sub(1)..(s + 2).min(cx.reading.sentences.len());
    cx.reading.sentences[near]
        .iter()
        .any(|s| cx.has(&s.tokens(), &["percent", "%", "poll", "polls", "polled", "survey", "surveyed"]))
}

/// "Experts call it Y2Q", "locals call the rock “the thumb”": a name is told, not a claim.
fn named_thing(cx: &Context, rest: Range<usize>) -> bool {
    // "Others call it the stairs."
    let nickname = matches!(cx.before(rest.start), "call" | "called")
        && matches!(cx.w(rest.start), "it" | "him" | "her" | "them")
        && cx.w(rest.start + 1) == "the";
    nickname
        || rest.start > 0
            && matches!(cx.before(rest.start), "call" | "called")
            && (rest.start + 1..(rest.start + 5).min(rest.end))
                .any(|k| cx.reading.tokens[k].is_capital() || cx.reading.tokens[k].shape == crate::text::Shape::Quote)
}

/// "by the Harbour Board", "by the conservation department", "in the Harbour Post": a name close behind, or a definite body
/// that isn't everybody.
fn named_agent(cx: &Context, rest: Range<usize>) -> bool {
    let name = |mut range: Range<usize>| range.any(|k| cx.reading.tokens[k].is_capital());
    let everybody = |k: usize| {
        matches!(
            cx.w(k),
            "public"
                | "media"
                | "press"
                | "left"
                | "right"
                | "west"
                | "world"
                | "people"
                | "establishment"
                | "many"
                | "majority"
                | "time"
        ) || lists::unnamed().in_group("who", &cx.words, k).is_some()
    };
    let paper = matches!(cx.w(rest.start), "in" | "on") && name(rest.start + 1..(rest.start + 3).min(rest.end));
    paper
        || rest.clone().filter(|&k| cx.w(k) == "by").any(|k| {
            let body = matches!(cx.w(k + 1), "the" | "his" | "her" | "its" | "their")
                && !(k + 2..(k + 5).min(rest.end)).any(everybody);
            body || name(k + 1..(k + 6).min(rest.end))
        })
}

/// Whether one of the next sentences lets somebody speak who has a name: a member of the collective (rule 4). News starts a
/// paragraph for every sentence, so a paragraph of one sentence goes on in the next ones, and one that ends with the
/// collective in the next; what somebody objects is no member's word.
pub(super) fn named_after(cx: &Context, i: usize) -> bool {
    let Some(s) = cx.sentence(i) else { return false };
    let sentences = &cx.reading.sentences;
    let block = sentences[s].block;
    let alone = s == 0 || sentences[s - 1].block != block;
    let last = sentences.get(s + 1).is_some_and(|n| n.block != block);
    let reach = block + if alone { FOLLOWS as u32 } else { u32::from(last) };
    (s + 1..sentences.len().min(s + 1 + FOLLOWS))
        .take_while(|&k| {
            let first = sentences[k].first as usize;
            sentences[k].block <= reach && !matches!(cx.w(first), "but" | "however" | "yet" | "still")
        })
        .any(|k| {
            // A capital inside the marks names nobody who speaks: “It was a bad night,” said one member.
            let marked = |t: usize| {
                let p = cx.reading.pairs.partition_point(|p| (p.open as usize) < t);
                cx.reading.pairs[..p].iter().rev().take(4).any(|p| t < p.close as usize)
            };
            let names = sentences[k].tokens().skip(1).any(|t| {
                cx.reading.tokens[t].is_capital() && cx.w(t) != "i" && !grammar::determiner(cx.w(t)) && !marked(t)
            });
            cx.reported.get(k).copied().unwrap_or(false) && names
        })
}

/// Verbs of saying and thinking behind "are".
const SAYING: &[&str] = &[
    "saying",
    "arguing",
    "warning",
    "claiming",
    "asking",
    "questioning",
    "reporting",
    "suggesting",
    "calling",
    "predicting",
    "wondering",
    "complaining",
    "insisting",
    "speculating",
    "blaming",
    "accusing",
];

/// How many sentences behind a collective its members are looked for in.
const FOLLOWS: usize = 3;

/// "Critics of the plan have long said": a vague collective, a few words, a verb of saying or thinking.
pub fn collective(reading: &Reading, words: &[String], clause: &Range<usize>, i: usize) -> Option<usize> {
    let list = lists::unnamed();
    let w = |k: usize| words.get(k).map_or("", String::as_str);
    let before = |k: usize| k.checked_sub(1).map_or("", w);
    list.in_group("who", words, i)?;
    if (i > clause.start && reading.tokens[i].is_capital())
        || matches!(
            before(i),
            "the"
                | "these"
                | "those"
                | "its"
                | "their"
                | "his"
                | "two"
                | "three"
                | "four"
                | "five"
                | "her"
                | "our"
                | "that"
                | "what"
                | "too"
        )
    {
        return None;
    }
    // "Many of them said": of those whom the text has just named.
    if w(i + 1) == "of" && matches!(w(i + 2), "them" | "these" | "those" | "us" | "you" | "whom") {
        return None;
    }
    // "police and residents", "a majority of voters": a body that can be asked, a share that was counted.
    let joined = before(i) == "and"
        && i >= clause.start + 2
        && !["who", "verb"].iter().any(|g| list.in_group(g, words, i - 2).is_some())
        && reading.tokens[i - 2].is_word()
        && matches!(
            w(i - 2),
            "police" | "officials" | "authorities" | "officers" | "firefighters" | "doctors" | "prosecutors"
        );
    // "half of the town's voters": a word or two may stand between.
    let share = (i.saturating_sub(4).max(clause.start + 1)..i).any(|k| {
        w(k) == "of"
            && matches!(
                w(k - 1),
                "majority" | "percent" | "cent" | "%" | "half" | "thirds" | "third" | "quarter" | "share" | "plurality"
            )
    });
    if joined || share {
        return None;
    }
    // Anonymous, but described: a source of the quotation layer's.
    if matches!(w(i + 1), "familiar" | "close" | "briefed" | "involved")
        || matches!((w(i + 1), w(i + 2)), ("with", "knowledge" | "direct") | ("who", "asked" | "spoke") | ("in", "the"))
    {
        return None;
    }
    let own = matches!(w(i), "many" | "some" | "others" | "few" | "several" | "most");
    let reach = if own && !matches!(w(i + 1), "in" | "across") { 3 } else { 6 };
    // "when people say unkind things": what they do, not what they hold.
    let deed = |k: usize| {
        matches!(w(k), "say" | "said" | "says")
            && (k + 1..k + 3).any(|j| {
                matches!(w(j), "things" | "something" | "words" | "hello" | "goodbye" | "thanks" | "yes" | "no")
            })
    };
    // "they think back to": no claim.
    let recalls =
        |k: usize| matches!(w(k), "think" | "thought") && matches!(w(k + 1), "back" | "of" | "about" | "warmly");
    for k in i + 1..(i + 1 + reach).min(clause.end) {
        if list.in_group("verb", words, k).is_some()
            && !matches!(before(k), "to" | "a" | "the" | "of" | "this" | "these" | "those" | "such")
            && !reading.tokens[k].is_capital()
            && !recalls(k)
            && !deed(k)
            && before(k) != "and"
        {
            return Some(k + 1 - i);
        }
        // "Supporters would argue": put on them all the same.
        if matches!(w(k), "would" | "might" | "could")
            && matches!(w(k + 1), "argue" | "say" | "claim" | "contend" | "object" | "agree")
            && k + 1 < clause.end
        {
            return Some(k + 2 - i);
        }
        // "Many officials are questioning", "some have suggested": the verb behind its auxiliary.
        let told = |k: usize| {
            SAYING.contains(&w(k))
                || matches!(w(k - 1), "have" | "has" | "had")
                    && list.in_group("verb", words, k).is_some()
                    && w(k).ends_with("ed")
        };
        if own && k < clause.end && matches!(w(k), "are" | "were" | "have" | "had") && told(k + 1) {
            return Some(k + 2 - i);
        }
        // "many will not see": what they may do is no testimony.
        if matches!(
            w(k),
            "will" | "wo" | "would" | "may" | "might" | "can" | "could" | "should" | "must" | "n't" | "not"
        ) {
            return None;
        }
        // "Many Tunisians accuse", "many in Harbour City fear": a people, a place.
        // "Some German experts".
        let whose = list.in_group("who", words, k + 1).is_some();
        let people = own && k == i + 1 && (w(k).ends_with('s') && !w(k).ends_with("ss") || whose);
        let place = own && (i + 1..k).rev().take(3).any(|p| matches!(w(p), "in" | "across"));
        // A name on the way is the source.
        if reading.tokens[k].is_capital() && own && !people && !place
            || matches!(w(k), "," | "is" | "are" | "was" | "were" | "who")
        {
            return None;
        }
    }
    None
}

fn cleared(cx: &Context, range: Range<usize>) -> bool {
    let list = lists::unnamed();
    let capital = |k: usize| cx.reading.tokens[k].is_capital() && cx.w(k) != "i";
    // "critics including Ana Ruiz", "researchers at Ruritania University"
    range
        .clone()
        .any(|k| list.in_group("named", &cx.words, k).is_some_and(|n| (k + n..(k + n + 4).min(range.end)).any(capital)))
        || (range.start + 1..(range.start + 4).min(range.end))
            .any(|k| matches!(cx.w(k), "at" | "from" | "with") && (k + 1..(k + 4).min(range.end)).any(capital))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::UnnamedSource;

    #[test]
    fn marks_vague_sources() {
        marked(
            UnnamedSource,
            &[
                "It can be said that the valley has never been poorer.",
                "Critics of the dam say it will flood the orchards.",
                "The dam is widely seen as a mistake.",
                "The dam has been described as “reckless” by the public.",
                "Some have argued that the orchards are worth more.",
                "The dam was closed in May. Many fear that it leaks.",
                "The pier, considered one of the most fragile in the land, was closed.",
                "Fishermen and residents said the bridge fell at noon.",
                "Supporters of the dam would argue that it saved the valley.",
                "Critics call the dam a sham.",
                "The dam is widely recognised as a masterwork.",
                "The dam has long been understood to be a mistake.",
                "The dam was widely and rightly condemned.",
                "Ana Ruiz, widely regarded as a careful builder, drew the dam.",
                "The conventional view is that the dam saved the valley.",
                "There is widespread suspicion that the dam is hollow.",
                "Critics say it will flood the orchards. “It is a bad plan,” said one farmer, who gave no name.",
                "Critics say it will flood the orchards. But “it is safe,” said Ana Ruiz, who built it.",
                "There is also a deep scepticism about the dam.",
                "Research shows that dams are seldom mended.",
                "In what is being seen as a snub, the board closed the dam.",
                "The board has been suspected of draining the lake.",
                "The flood raised fears that the dam was hollow.",
                "Experts stress that the dam must be drained.",
                "A number of farmers left, and a number of analysts say the dam will follow.",
                "Many Ruritanians accuse the board of draining the lake.",
                "Many in Harbour City fear that the dam is hollow.",
            ],
        );
    }

    #[test]
    fn leaves_named_members_and_plain_nouns() {
        clean(
            UnnamedSource,
            &[
                "Critics including Ana Ruiz say it will flood the orchards.",
                "Experts met in the town hall on Monday.",
                "It is likely that many will not see the notice.",
                "People familiar with the talks say the dam may be sold.",
                "Ana Ruiz, the mayor, said the dam is safe.",
                "Researchers at Ruritania University say the orchards are doomed.",
                // the agent stands in the sentence before, or behind "by"
                "The Harbour Board told the council that the pier was lost. It has been described as a ruin.",
                "The pier has been described as a ruin by the Harbour Board.",
                "The pier has been described as “ruinous” by the harbour department.",
                "It was reported in the Harbour Post last week that the lock is lost.",
                "Critics say it will flood the orchards. They met in May. “It is madness,” said Ana Ruiz, who grows pears.",
                // a member of the collective speaks next
                "Critics say it will flood the orchards. “It is madness,” said Ana Ruiz, who grows pears.",
                "Some 60 percent of voters say they oppose the dam, a poll found.",
                "A majority of voters expect the dam to be built.",
                // a body that can be asked speaks with them
                "Police and residents said the bridge fell at noon.",
                // a name is told, not a claim
                "Experts call the countdown the Long Night.",
                "The board calls the path a road. Others call it the stairs.",
                // the same in a paragraph of its own
                "Energy analysts say the dam will cost more.\n\n“It will eat the budget,” said Ana Ruiz, who grows pears.",
                "The mayors met at noon. Many of them said the dam is safe.",
                // met, and said: somebody else's verb
                "The mayor met friends of people lost on the lake and said the dam is safe.",
                "Half of the valley's voters said they were angry.",
                "The poll asked 900 farmers. Most believe the dam is safe.",
                // a name, a noun
                "The campaigners Hope Without Fear met, and few of those claims were read.",
                "It goes against what scientists thought they knew.",
                "There is a suspicion in her voice, and there are doubts.",
                "The board's research shows that dams are seldom mended.",
                "In May the toll was raised, the data show.",
                "The note was read by the residents of the quay. Several warned that the dam leaks.",
                "She hears it when people say unkind things about the crews.",
                "The heron is often seen in the reeds, and the dam is now open.",
                "Cards are widely accepted, and the fair was long expected.",
                "Many boats in Harbour City stress the quay, and few Ruritanians came.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            UnnamedSource,
            &[
                "When people say that they have no views, it means that they have one.",
                "The guild's received wisdom is gone.",
                "Two men close to the board spoke in May. It will sell the dam, the sources said.",
                "Polls show that voters dislike the dam. In a Harbour Post poll in May most were against it.",
                "The board has come under fire for the dam.\n\n“It leaks by the hour,” said Ana Ruiz, who grows pears.",
                "The dam is old. Energy analysts say it will cost more.\n\n“It will eat the budget,” said Ana Ruiz, who grows pears.",
            ],
        );
    }
}
