//! Causal claims: one thing is said to have brought about another, with nobody named for it.

use super::genre::Genre;
use super::grammar::{self, Subject};
use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

/// Marks lexical causatives; a bare connective or a verb of effect is mild evidence.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::causal();
    if grammar::question(cx, clause.start) || grammar::to_reader(cx, clause) {
        return;
    }
    let figures = grammar::figures(cx, clause);
    // "in May" is no hedge.
    let hedged = clause
        .clone()
        .any(|k| matches!(cx.w(k), "may" | "might" | "could" | "possibly" | "would" | "if") && !cx.name(k, clause));
    // What a report tells of the past an argument claims.
    let past = cx.genre != Genre::Opinion && grammar::told_in_past(cx, clause);
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        let hit = if cx.open(i) && !cx.name(i, clause) { list.at(&cx.words, i) } else { None };
        let Some(m) = hit.filter(|m| i + m.len <= clause.end && clause.len() > m.len + 3) else {
            i += 1;
            continue;
        };
        if let Some((rule, confidence, mild)) = evidence(cx, clause, i, m) {
            let confidence = confidence
                - if figures { 0.12 } else { 0.0 }
                - if hedged { 0.08 } else { 0.0 }
                - if past { 0.08 } else { 0.0 };
            let trigger = i..i + m.len;
            let because = format!(
                "“{}” says what brought something about, and no source or study is named for it.",
                cx.text(trigger.clone())
            );
            out.push(
                Hit::new(Kind::CausalClaim, clause, trigger, rule, because, confidence)
                    .mild(mild || figures || past || hedged)
                    .faint(rule == "cause-verb"),
            );
        }
        i += m.len;
    }
}

/// What people do upon an event, as everybody can see.
const REACTIONS: &[&str] = &[
    "protest",
    "protests",
    "demonstrations",
    "criticism",
    "debate",
    "debates",
    "investigation",
    "inquiry",
    "evacuation",
    "evacuations",
    "search",
    "lawsuit",
    "lawsuits",
    "calls",
    "warning",
    "warnings",
    "alarm",
    "riots",
    "review",
    "recall",
    "speculation",
    "condemnation",
    "complaints",
];

/// States of mind and choices, whose reason is the actor's own.
const MINDED: &[&str] = &[
    "alarmed",
    "worried",
    "angry",
    "furious",
    "happy",
    "glad",
    "sad",
    "proud",
    "upset",
    "afraid",
    "wary",
    "reluctant",
    "concerned",
    "frustrated",
    "disappointed",
    "pleased",
    "like",
    "likes",
    "liked",
    "love",
    "loves",
    "loved",
    "hate",
    "hates",
    "hated",
    "chose",
    "chooses",
    "voted",
    "votes",
    "refused",
    "refuses",
    "declined",
    "resigned",
    "quit",
    "joined",
    "supports",
    "supported",
    "opposes",
    "opposed",
    "want",
    "wants",
    "wanted",
];

/// The rule, how sure it is, and whether it is mild.
fn evidence(cx: &Context, clause: &Range<usize>, i: usize, m: lists::Match) -> Option<(&'static str, f32, bool)> {
    // "means that it will fail": nothing is brought about yet, and `prediction` knows the rest.
    let to_come = cx.w(i + m.len - 1) == "that"
        && cx.has(&(i + m.len..(i + m.len + 9).min(cx.words.len())), &["will", "wo", "likely", "unlikely"]);
    if to_come || grammar::embedded(cx, clause, i) || grammar::conditional(cx, clause, i) {
        return None;
    }
    // "we have been led to believe": by whom is left out, and nothing is caused.
    if matches!(cx.w(i + m.len), "believe" | "think" | "suppose" | "expect") {
        return None;
    }
    let infinitive = cx.before(i) == "to" || matches!(cx.before(i), "would" | "could" | "can" | "may" | "might");
    match m.group {
        "strong" => {
            // "responsible for each other", "responsible for running the ward": a duty, not a cause.
            let duty = cx.w(i + 1) == "responsible"
                && (cx.w(i + m.len).ends_with("ing") || matches!(cx.w(i + m.len), "each" | "our" | "the"));
            // "when it all comes down to it"
            let idiom = matches!(cx.w(i + m.len), "it" | "earth");
            // "This is why, for all the letters, I refuse to row": the writer's own reason.
            let mine = cx.w(i + m.len - 1) == "why"
                && (i + m.len..(i + m.len + 14).min(cx.words.len()))
                    .take_while(|&k| !matches!(cx.w(k), "." | "!" | "?" | ";"))
                    .any(|k| {
                        // "… we need to insist": the ground of a call.
                        cx.w(k) == "i"
                            || cx.w(k) == "we"
                                && (k + 1..k + 4).any(|j| matches!(cx.w(j), "need" | "must" | "should" | "ought"))
                    });
            (!duty && !idiom && !mine && !grammar::negated(cx, clause, i)).then_some(("cause-phrase", 0.64, false))
        }
        "verb" => {
            let (subject, head) = grammar::finite(cx, clause, i)?;
            // A verb of effect has an object; without one it is a noun ("army forces onto the streets").
            let next = cx.w(i + m.len);
            let object = cx.reading.tokens.get(i + m.len).is_some_and(|t| t.is_word())
                && !(grammar::preposition(next) && next != "about")
                && !grammar::auxiliary(next);
            if !object {
                return None;
            }
            // "makes sense", "brings us back to": set phrases.
            // "makes a statement", "makes the point": no more than the noun says.
            let light = matches!(cx.w(i), "make" | "makes" | "made")
                && cx.has(
                    &(i + 1..i + 4),
                    &[
                        "statement",
                        "point",
                        "points",
                        "case",
                        "mistake",
                        "mistakes",
                        "decision",
                        "decisions",
                        "claim",
                        "claims",
                        "promise",
                        "promises",
                        "choice",
                        "choices",
                        "deal",
                        "living",
                        "law",
                        "laws",
                        "appearance",
                        "appearances",
                        "ideal",
                        "something",
                        "allowance",
                        "allowances",
                        "comment",
                        "comments",
                        "remark",
                        "remarks",
                        "effort",
                        "efforts",
                        "attempt",
                        "attempts",
                        "reference",
                        "mention",
                        "announcement",
                        "request",
                        "exception",
                        "exceptions",
                        "excuse",
                        "excuses",
                    ],
                );
            let set = light
                || matches!(cx.w(i + 1), "sense" | "us" | "up" | "place" | "way" | "birth" | "money")
                || matches!(
                    cx.w(i + 2),
                    "sense" | "clear" | "plain" | "sound" | "look" | "seem" | "appear" | "easy" | "easier" | "easiest"
                );
            // "the men who promoted the war", "she forced a vote": somebody's act is told, not a cause found.
            // "The mayor has placed the lock at the top of her list", "they decided that they made a mistake"
            let act = matches!(cx.w(head), "who" | "he" | "she")
                || matches!(cx.w(i), "placed" | "places" | "put" | "puts")
                || (head.saturating_sub(3).max(clause.start)..head)
                    .any(|k| matches!(cx.w(k), "decide" | "decides" | "decided" | "conclude" | "concludes"));
            // "forces conducting searches", "production costs fall": a noun with its verb.
            let noun = next.ends_with("ing") && cx.w(i).ends_with('s')
                || cx.w(i).ends_with('s') && matches!(next, "that" | "and" | "or" | "who" | "which")
                || matches!(next, "fall" | "rise" | "drop" | "soar" | "climb" | "go" | "grow" | "down" | "then");
            // "keep pushing": it goes on. "make sure", "makes fat profits", "leaves them wondering": set phrases.
            let set = set
                || matches!(cx.w(i), "keep" | "keeps" | "kept") && next.ends_with("ing")
                || matches!(next, "sure" | "certain" | "room" | "use" | "do" | "fun" | "peace")
                || matches!(cx.w(i), "make" | "makes" | "made")
                    && cx.has(&(i + 1..i + 4), &["profit", "profits", "gains", "losses"])
                || cx.has(&(i + 1..(i + 6).min(clause.end)), &["wondering", "guessing"])
                // "It doesn't help that": a way of speaking.
                || matches!(cx.w(i), "help" | "helps") && next == "that"
                // "market forces rather than": a noun.
                || matches!(next, "rather" | "alone" | "themselves");
            // "can build a system that protects", "a crackdown, which sparks": what would come of what isn't yet.
            let to_be = (clause.start..head).any(|k| grammar::modal(cx.w(k)) && cx.open(k))
                || cx.sentence(i).is_some_and(|s| {
                    let all = cx.reading.sentences[s].tokens();
                    all.start < clause.start
                        && matches!(cx.w(all.start), "forced" | "faced" | "given" | "if" | "should")
                });
            // "does not deny that the rules are flawed": said or not said.
            let said = matches!(cx.w(i), "deny" | "denies") && next == "that";
            // What a deal or a law makes possible is its text.
            let leave = matches!(cx.w(i), "allows" | "allow" | "allowed" | "enables" | "enable")
                && matches!(
                    cx.w(head),
                    "licence"
                        | "licences"
                        | "license"
                        | "licenses"
                        | "permit"
                        | "permits"
                        | "visa"
                        | "visas"
                        | "status"
                        | "contract"
                        | "statute"
                        | "clause"
                        | "provision"
                        | "provisions"
                        | "constitution"
                        | "charter"
                );
            let text = leave || super::prediction::enacted(cx, clause, i);
            let record = matches!(cx.w(i), "sparks" | "triggers" | "sparked" | "triggered")
                && (i + 1..(i + 4).min(clause.end)).any(|k| REACTIONS.contains(&cx.w(k)));
            (!text && !said && !record && !to_be && subject != Subject::Own && !infinitive && !set && !act && !noun)
                .then_some(("cause-verb", 0.5, true))
        }
        _ => {
            // The writer's own reasons are no claim about the world.
            let own = (i + 1..(i + 3).min(cx.words.len()))
                .any(|k| matches!(cx.w(k), "i" | "we" | "my" | "our" | "i'm"))
                // "Our city draws people because of its work": not the writer's reason.
                || matches!(cx.w(clause.start), "i" | "we" | "my");
            // "because as parents we want to": the writer's own reason, a few words on.
            let own =
                own || cx.w(i) == "because" && (i + 1..(i + 6).min(clause.end)).any(|k| matches!(cx.w(k), "we" | "i"));
            // "The crews are alarmed because …": an actor's reason for a state of mind or a choice.
            let theirs =
                cx.w(i) == "because" && (i.saturating_sub(9).max(clause.start)..i).any(|k| MINDED.contains(&cx.w(k)));
            // "have turned from red to green": a change, nobody's work.
            let turned = cx.w(i + 1) == "turned" && !(i..(i + 10).min(clause.end)).any(|k| cx.w(k) == "into");
            // "threatens to spy": what somebody says they will do. "It is sad because": the ground of a judgment.
            // "means that in theory it can": a hedge.
            let own = own
                || cx.w(i + 1) == "to"
                    && cx.w(i) == "threatens"
                    && matches!(grammar::subject(cx, clause, i), Some((Subject::Name | Subject::Pronoun, _)) | None)
                || cx.w(i) == "threatens" && cx.before(i) == "and"
                || cx.w(i) == "because" && judged(cx, clause, i)
                || matches!(cx.w(i + m.len), "theoretically" | "potentially")
                || cx.w(i + m.len) == "in" && matches!(cx.w(i + m.len + 1), "theory" | "principle");
            // "sparked protests", "prompted an inquiry": what people did upon it, a record.
            let record = matches!(cx.w(i), "sparked" | "triggered" | "prompted" | "sparks" | "triggers" | "prompts")
                && (i + m.len..(i + m.len + 4).min(clause.end)).any(|k| REACTIONS.contains(&cx.w(k)));
            // "due to" without a cause in sight: a timetable.
            // "It isn't because they lie": a cause denied.
            // "They are not hiring because of the Act": the hiring is denied, the cause isn't.
            let denied = if cx.w(i).starts_with("because") {
                matches!(cx.before(i), "not" | "n't" | "never" | "neither" | "nor")
            } else {
                grammar::negated(cx, clause, i)
            };
            (!own && !theirs && !turned && !record && !denied).then_some(("cause-connective", 0.5, true))
        }
    }
}

/// "This is ironic and unfortunate because": a copula puts a judgment on the subject right before `i`.
fn judged(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let judgment = i > clause.start && lists::evaluation().in_group("adjective", &cx.words, i - 1).is_some();
    judgment && (i.saturating_sub(6).max(clause.start)..i).any(|k| grammar::copula(cx.w(k)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::CausalClaim;

    #[test]
    fn marks_causes() {
        marked(
            CausalClaim,
            &[
                "Years of neglect are to blame for the state of the roads.",
                "The tax is the reason so many shops stand empty.",
            ],
        );
    }

    #[test]
    fn leaves_reported_causes_and_timetables() {
        clean(
            CausalClaim,
            &[
                "The train is due to arrive at nine because of the timetable change, the operator said.",
                "The show is due to start at eight in the main hall.",
                "The causes of the fire are unknown.",
                "The show makes a statement about the lake, and it makes the case for mending it.",
                "There are two other lake forces that are on the rise in the valley.",
                "The lock is old, which is why we need to insist on its repair.",
                // a duty
                "The wardens are responsible for keeping the paths clear.",
                "The rule makes no such allowance, and the pilot did not make the slightest comment on it.",
                "It makes no sense, which brings us back to the ferry.",
                "The general sent Royal Army forces onto the streets.",
                // a noun before the preposition
                "The forces of the king and their leads were spent.",
                // embedded in somebody's content
                "The agreement allows the board to sell the mill.",
                "The vote sparked the protests in the harbour.",
                // an act, a likeness, a noun with its verb, a change
                "The men who promoted the war went home.",
                "The notice made it sound as if the dam caused the floods.",
                "Production costs fall when the river is high.",
                "The envelopes have turned from red to green.",
                "That makes perfect sense to the fishermen of the valley.",
                // the writer's own reason, an actor's own reason
                "This is why, for all the letters from the board, I refuse to pay the toll.",
                "The harbour crews are alarmed because the new toll was read as a sign of the board's favour.",
                "The mayor has placed the lock at the top of her list.",
                "The board does not deny that the lock is flawed in many ways.",
                // a cause denied
                "It isn't because the clerks lie to the board.",
                "They reject the idea that the dam has led to the floods.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            CausalClaim,
            &[
                "These free licences allow the guild to decide who rows.",
                "The anger of the crews means that the toll is unlikely to last.",
                "In the wake of such floods the guilds keep pushing for a wider lock.",
                "The rule makes sure that a ban on nets extends to the guild.",
                "The mills make fat profits whatever the river does.",
                "These steps can build a harbour that protects the crews and their boats.",
                "Its speech leaves even children wondering what the guild is for.",
                "The guild deceives the town and threatens to spy on the crews.",
                "We have been led to believe that the lock is safe and sound.",
                "It is unfortunate because if any town knows floods it is ours.",
                "The tide means that theoretically the mill can run at night.",
            ],
        );
    }
}
