//! Certainty: boosters that make a claim stronger than what is shown for it (rule 9).

use super::grammar::{self, Subject};
use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

/// Marks boosters that strengthen a claim about the world.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::certainty();
    if grammar::question(cx, clause.start) {
        return;
    }
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        let hit = if cx.open(i) { list.at(&cx.words, i) } else { None };
        let Some(m) = hit.filter(|m| i + m.len <= clause.end) else {
            i += 1;
            continue;
        };
        let trigger = i..i + m.len;
        // Without a verb there is no claim to strengthen.
        let claim = clause.len() > m.len + 3;
        // "Of course" and "no doubt" open a concession when a "but" follows.
        let concession = cx.w(clause.end + 1) == "but"
            || i == clause.start && (trigger.end..=clause.end).any(|k| cx.w(k) == "but" && cx.before(k) != "nothing");
        // "But while schools clearly have a role, …": granted on the way to the claim.
        let on_the_way = (clause.start..(clause.start + 2).min(i))
            .any(|k| matches!(cx.w(k), "while" | "although" | "though" | "whilst"));
        let concession = concession || on_the_way || granted(cx, i);
        // "In fact, I feared", "in fact, it baffles me": the writer about himself.
        let self_told = (trigger.end..(trigger.end + 2).min(clause.end))
            .any(|k| matches!(cx.w(k), "i" | "we" | "i'm" | "we're"))
            || (trigger.end..(trigger.end + 4).min(clause.end)).any(|k| cx.w(k) == "me");
        // "In fact, the rate was 4.5 percent.", "… For instance, …": the evidence follows at once (rule 6).
        let shown = matches!(m.group, "adverb" | "mild")
            && (grammar::figures(cx, clause)
                || (clause.end..(clause.end + 4).min(cx.words.len()))
                    .any(|k| cx.w(k) == "for" && matches!(cx.w(k + 1), "instance" | "example")))
            // "…, which we saw when it sold out", "as the floods showed"
            || (trigger.end..(clause.end + 4).min(cx.words.len())).any(|k| {
                matches!(cx.w(k), "which" | "as") && (k + 1..k + 4).any(|j| matches!(cx.w(j), "saw" | "seen" | "showed"))
            });
        // "not merely", "not just": a step up to what follows. "She left no doubt that": what was heard.
        let step = cx.w(i) == "not" || matches!(cx.before(i), "left" | "leave" | "leaves" | "leaving");
        // "Indeed, it's doubtful whether the lock will hold": a doubt is voiced, and nothing settled.
        let doubt = cx.has(clause, &["whether", "questionable", "doubtful", "unclear"]);
        let held = shown
            || doubt
            || step
            || self_told
            || grammar::aim(cx, clause, i)
            || grammar::conditional(cx, clause, i)
            || grammar::embedded(cx, clause, i);
        let asked = m.group == "adverb" && !strengthens(cx, clause, i, m.len);
        // "can't afford to be picky": a way of speaking. "Perhaps she is, indeed, ill": a guess.
        // "Exactly what the rule means is open": an indirect question as the subject.
        let asks = i == clause.start && trigger.len() == 2 && cx.w(i + 1) == "what";
        let idle = asks
            || m.group == "modal" && cx.w(trigger.end) == "afford"
            || cx.has(&(clause.start..i), &["perhaps", "maybe"]);
        let own = m.group == "modal"
            && (matches!(cx.before(i), "which" | "that" | "who")
                // What somebody can't do tells of them; that a thing can't be is a claim.
                || !matches!(grammar::subject(cx, clause, i), Some((Subject::Thing, _)))
                || grammar::to_reader(cx, clause));
        if claim && !concession && !held && !asked && !own && !idle {
            let (rule, confidence, mild) = match m.group {
                "strong" => ("booster", 0.76, false),
                "adverb" => ("booster-adverb", 0.58, true),
                "modal" => ("booster-modal", 0.48, true),
                _ => ("booster-mild", 0.5, true),
            };
            let because = format!(
                "“{}” makes the claim sound settled without showing what settles it.",
                cx.text(trigger.clone())
            );
            let modal = m.group == "modal";
            out.push(
                Hit::new(Kind::Certainty, clause, trigger.clone(), rule, because, confidence).mild(mild).faint(modal),
            );
        }
        i = trigger.end;
    }
}

/// Whether what is granted at `i` is taken back in the next sentence: "Obviously the toll is welcome. However, …".
fn granted(cx: &Context, i: usize) -> bool {
    if !matches!(cx.w(i), "obviously" | "clearly" | "certainly" | "undoubtedly" | "surely" | "admittedly" | "of" | "no")
    {
        return false;
    }
    let Some(s) = cx.sentence(i) else { return false };
    let Some(next) = cx.reading.sentences.get(s + 1) else { return false };
    let first = next.first as usize;
    let near = next.block <= cx.reading.sentences[s].block + 1;
    near && (matches!(cx.w(first), "but" | "however" | "yet" | "still")
        || (first..(first + 12).min(next.last as usize)).any(|k| cx.w(k) == "however" && cx.before(k) == ","))
}

/// An adverb strengthens a claim where it opens the clause or stands by its finite verb; elsewhere it tells a manner or a
/// degree ("spoke clearly", "clearly written").
fn strengthens(cx: &Context, clause: &Range<usize>, i: usize, len: usize) -> bool {
    // "the lock, and certainly the gate, leaks": it singles a thing out.
    let singles = matches!(cx.before(i), "and" | "or") && grammar::determiner(cx.w(i + len));
    let opens = !singles
        && (i == clause.start || matches!(cx.before(i), "," | "and" | "but" | "that" | "which" | "—" | "–" | ";"));
    let by_copula = grammar::auxiliary(cx.before(i)) && !cx.w(i + len).ends_with("ed");
    // "This clearly applies", "and clearly no longer deters".
    let finite = cx.w(i + len).ends_with('s') && grammar::finite(cx, clause, i + len).is_some()
        || cx.w(i + len) == "no" && cx.w(i + len + 1) == "longer";
    let before_verb = finite || grammar::auxiliary(cx.w(i + len)) && grammar::subject(cx, clause, i).is_some();
    opens || by_copula || before_verb
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::Certainty;

    #[test]
    fn marks_boosters() {
        marked(
            Certainty,
            &[
                "The new bridge is undoubtedly a turning point for the valley.",
                "There is no doubt that the budget favours the south.",
                "Everyone knows the vote was arranged in advance.",
            ],
        );
    }

    #[test]
    fn leaves_concessions_and_plain_description() {
        clean(
            Certainty,
            &[
                "To be sure, the bridge was expensive to build.",
                "The door was clearly marked with a red cross.",
                "In fact, most of the tolls were too high. For instance, the north gate took double.",
                "It is not merely that the board will not meet.",
                "The mayor left no doubt that he would row in the race.",
                "It is not clear that the bridge is safe.",
                "There is no doubt that the fair is liked, which we saw when it sold out.",
                // a degree, not a claim
                "Entry is absolutely free for a complete newcomer.",
                "In fact, I feared it would rain on the day.",
                "Obviously, the new bridge is welcome to all. However, it leads to the old mill.",
                "In fact, it baffles me how the bridge was built.",
                // a manner
                "The clerk spoke clearly and left the room.",
                "She wondered whether the bridge was certainly safe.",
                "Of course the bridge was expensive, but it pays its way.",
                "Of course, it is the board that sets the toll but it should ask the crews.",
                "The bridge is undoubtedly safe, the engineer said.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            Certainty,
            &[
                "Hale told that tale after the flood, but the official record reflects that it certainly wasn't the first.",
                "But while schools and guilds clearly have a part in it, the town pays.",
                "Indeed, it is doubtful whether the town has the means to mend the lock.",
                "The clerk must make sure everyone knows the lock was closed for a year.",
                "Rowing at night, and certainly our longest race, is left to the crews.",
                "With the lock shut, the crews of the lake can't afford to be picky.",
                "Exactly what this special toll is to pay for is known to nobody in the guild.",
                "Perhaps she is, indeed, fond of the lake in the spring.",
            ],
        );
    }
}
