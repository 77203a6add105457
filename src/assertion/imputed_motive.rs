//! Imputed motives: what somebody is said to want, see or fear without having said so (rule 3).

use super::genre::Genre;
use super::grammar::{self, Subject};
use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

/// Marks private states with a subject other than the writer or the reader.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    if grammar::question(cx, clause.start) {
        return;
    }
    let list = lists::motive();
    let mut i = clause.start;
    while i < clause.end {
        if !cx.open(i) || cx.name(i, clause) {
            i += 1;
            continue;
        }
        if let Some(n) = phrase(cx, list, "strong", i).filter(|n| i + n <= clause.end) {
            if !matches!(cx.before(i), "i" | "we" | "you" | "the" | "a")
                && !grammar::negated(cx, clause, i)
                && !grammar::embedded(cx, clause, i)
            {
                // "The campaign is intended to": in a report the aim of a thing is told as its makers tell it.
                let aim = matches!(cx.before(i + n - 1), "aimed" | "intended" | "calculated");
                out.push(
                    hit(cx, clause, i..i + n, "motive-phrase", 0.72)
                        .mild(grammar::conditional(cx, clause, i))
                        .faint(aim),
                );
            }
            i += n;
            continue;
        }
        if let Some(n) = list.in_group("as", &cx.words, i)
            && minded(cx, clause, i).is_some()
            && (i + 2..(i + 28).min(clause.end)).any(|k| {
                cx.w(k) == "as"
                    && !matches!(
                        cx.w(k + 1),
                        "well" | "far" | "soon" | "part" | "long" | "much" | "many" | "they" | "he" | "she" | "it"
                    )
            })
        {
            out.push(hit(cx, clause, i..i + n, "sees-as", 0.7));
            i += n;
            continue;
        }
        let found = [("mind", 0.62, false), ("to", 0.6, false), ("act", 0.46, true)].into_iter().find_map(
            |(group, c, mild)| phrase(cx, list, group, i).filter(|n| i + n <= clause.end).map(|n| (group, n, c, mild)),
        );
        if let Some((group, n, confidence, mild)) = found {
            let next = cx.w(i + n);
            // "The board knew it", "he and his allies wanted the lock gone": where the text argues any object will do.
            let object = cx.genre == Genre::Opinion
                && (grammar::determiner(next)
                    || matches!(next, "it" | "him" | "her" | "them" | "he" | "she" | "they" | "what" | "when" | "why")
                    || cx.reading.tokens.get(i + n).is_some_and(|t| t.is_capital()));
            let complement = matches!(next, "to" | "that") || object;
            // "overdue demands for bread": a noun.
            // "health care and a home": so is what is cared for by nobody.
            let noun = matches!(cx.w(i), "demand" | "demands") && next == "for"
                || matches!(cx.w(i), "care" | "cares")
                    && !matches!(
                        next,
                        "about" | "for" | "how" | "what" | "whether" | "that" | "if" | "little" | "more" | "deeply"
                    );
            // "spews hate", "raises doubts": nouns again. "What many forget is that": the writer's own thesis.
            let noun =
                noun || matches!(
                    cx.before(i),
                    "raise"
                        | "raises"
                        | "raised"
                        | "cast"
                        | "casts"
                        | "sow"
                        | "sows"
                        | "spew"
                        | "spews"
                        | "spread"
                        | "spreads"
                        | "stoke"
                        | "stokes"
                ) || cx.w(clause.start) == "what" && cx.has(&(i..(i + 4).min(clause.end)), &["is"]);
            // "not because the mayor wants it": denied.
            let denied = (clause.start..i).any(|k| cx.w(k) == "because" && cx.before(k) == "not");
            // "The crews know how many boats are out": what can be known, not a mind.
            let known = matches!(cx.w(i), "know" | "knows" | "knew" | "understand" | "understands")
                && matches!(next, "how" | "what" | "which" | "who" | "where" | "when" | "whether");
            // "so little thought", "no thought": a noun. "It likely knows": a guess.
            let noun = noun
                || matches!(cx.w(i), "thought" | "thoughts" | "want" | "fear" | "hope" | "doubt")
                    && matches!(
                        cx.before(i),
                        "little"
                            | "much"
                            | "some"
                            | "no"
                            | "any"
                            | "less"
                            | "more"
                            | "enough"
                            | "giving"
                            | "given"
                            | "great"
                    );
            // "assumes more responsibilities": takes on.
            let taken = matches!(cx.w(i), "assume" | "assumes" | "assumed")
                && cx.has(
                    &(i + 1..i + 5),
                    &["responsibility", "responsibilities", "office", "power", "control", "command", "role", "duties"],
                );
            let noun = noun || taken;
            let guess = matches!(cx.before(i), "likely" | "probably" | "perhaps" | "presumably" | "maybe");
            if !noun
                && !guess
                && !denied
                && !known
                && (group != "to" || complement)
                && let Some(subject) = minded(cx, clause, i)
                && !grammar::conditional(cx, clause, i)
                && !grammar::embedded(cx, clause, i)
            {
                let person = matches!(subject, Subject::Name | Subject::Pronoun);
                let confidence = confidence + if person && complement { 0.06 } else { 0.0 };
                // "wanted to", "hoped to": a tale of what was tried is nearer to a record.
                let told = cx.w(i).ends_with("ed") || matches!(cx.w(i), "thought" | "knew");
                out.push(
                    hit(cx, clause, i..i + n, "private-state", confidence).mild(mild || told || !person).faint(mild),
                );
            }
            i += n;
            continue;
        }
        i += 1;
    }
}

/// A listed phrase at `i`, an adverb behind its copula passed over: "is now trying to", "are clearly terrified of".
fn phrase(cx: &Context, list: &lists::List, group: &str, i: usize) -> Option<usize> {
    list.in_group(group, &cx.words, i).or_else(|| {
        let between = |w: &str| grammar::adverb(w) || matches!(w, "now" | "still" | "also" | "already" | "long" | "so");
        if !grammar::copula(cx.w(i)) || !between(cx.w(i + 1)) {
            return None;
        }
        let mut words = vec![cx.w(i)];
        words.extend(cx.words[i + 2..].iter().take(6).map(String::as_str));
        list.in_group(group, &words, 0).map(|n| n + 1)
    })
}

/// "Beijing, uneasy about the straits, wants": the name before what is inserted between it and its verb.
fn inserted(cx: &Context, clause: &Range<usize>, i: usize) -> Option<(Subject, usize)> {
    if cx.before(i) != "," || !cx.w(i).ends_with('s') {
        return None;
    }
    let comma = (i.saturating_sub(16).max(clause.start + 1)..i - 1).rev().find(|&k| cx.w(k) == ",")?;
    let head = comma - 1;
    let opens = head == clause.start || head == clause.start + 1 && grammar::determiner(cx.w(clause.start));
    (opens && cx.reading.tokens[head].is_capital()).then_some((Subject::Name, head))
}

/// Nouns for people as one, before "that".
const MINDED: &[&str] = &[
    "church",
    "society",
    "mentality",
    "nation",
    "country",
    "generation",
    "establishment",
    "culture",
    "people",
    "world",
    "city",
    "town",
    "movement",
    "regime",
    "lobby",
    "elite",
];

/// The subject of a private state: a name, a noun or a pronoun of the third person that the verb agrees with.
fn minded(cx: &Context, clause: &Range<usize>, i: usize) -> Option<Subject> {
    let first = cx.w(i);
    // "is eager to": the copula is the verb.
    let (subject, head) = if grammar::copula(first) || matches!(first, "would" | "has" | "have" | "had") {
        grammar::subject(cx, clause, i)?
    } else {
        grammar::finite(cx, clause, i).or_else(|| inserted(cx, clause, i))?
    };
    // "It hopes to win the vote": what hopes is no thing. How it feels or looks may be said of anything.
    let body = cx.genre == Genre::Opinion
        && cx.w(head) == "it"
        && first.ends_with('s')
        && !matches!(first, "feels" | "seems" | "means" | "is" | "was" | "has" | "takes" | "respects" | "treats");
    let subject = if body { Subject::Pronoun } else { subject };
    // "The law does not intend to": a text has no mind.
    let text = matches!(
        cx.w(head),
        "law"
            | "bill"
            | "act"
            | "rule"
            | "treaty"
            | "text"
            | "plan"
            | "policy"
            | "programme"
            | "program"
            | "study"
            | "report"
            | "approach"
            | "clause"
    );
    let minds = matches!(subject, Subject::Name | Subject::Noun | Subject::Pronoun) && cx.open(head) && !text;
    // "A church that realises how old it is": what stands before "that" has the mind.
    let argues = cx.genre == Genre::Opinion;
    let of_body = argues
        && matches!(cx.w(head), "that" | "which")
        && head > clause.start
        && (crate::quotation::names::is_body(cx.before(head)) || MINDED.contains(&cx.before(head)));
    let (subject, minds) = if of_body && cx.open(head) { (Subject::Noun, true) } else { (subject, minds) };
    // A modal or an infinitive before the verb makes it a guess or a wish, and "who" asks for the next word.
    let loose = matches!(
        cx.before(i),
        "to" | "can" | "could" | "would" | "may" | "might" | "will" | "must" | "should" | "let" | "those" | "anyone"
    );
    // "those who know her", "the gambler who wishes to": a restriction, not a claim, unless a comma or a name is before it.
    let before = cx.before(head);
    let named = head > clause.start
        && cx.reading.tokens[head - 1].is_capital()
        && !before.ends_with('s')
        && !grammar::determiner(before)
        && !matches!(before, "people" | "anyone" | "anybody" | "someone" | "everyone");
    // "Those who want to label the town a flaw": a camp, in an argument.
    let camp = argues && before == "those" && matches!(first, "want" | "wanted" | "wish" | "understand");
    let restricted = cx.w(head) == "who" && head > clause.start && before != "," && !named && !camp;
    // "the credentials they want", "followers whom he refuses to name": a relative clause without or with its pronoun.
    let relative = head > clause.start
        && matches!(cx.w(head), "they" | "he" | "she")
        && (matches!(cx.before(head), "whom" | "which" | "what" | "whatever" | "where" | "as")
            || cx.reading.tokens[head - 1].is_word()
                && !grammar::adverb(cx.before(head))
                && !matches!(
                    cx.before(head),
                    "and"
                        | "but"
                        | "so"
                        | "because"
                        | "that"
                        | "or"
                        | "yet"
                        | "while"
                        | "although"
                        | "though"
                        | "since"
                        | "only"
                ));
    // "one wants", "a person believes": anybody.
    let anybody = matches!(
        cx.w(head),
        "one" | "person" | "someone" | "somebody" | "anyone" | "whoever" | "everyone" | "everybody"
    ) || cx.has(&(clause.start..head), &["whoever", "someone", "somebody", "anyone", "whatever"]);
    // "Those of us who have rowed know", "I learned that they see it as a trade": the writer's own, and what was told.
    // "The US" is none of us.
    let ours = (clause.start + 1..i)
        .any(|k| cx.w(k) == "us" && cx.before(k) == "of" && !cx.reading.tokens[k].is_capital())
        || (clause.start..head).any(|k| {
            matches!(cx.w(k), "i" | "we")
                && matches!(cx.w(k + 1), "learned" | "learnt" | "heard" | "gathered" | "was" | "were")
                && cx.has(&(k + 2..head), &["that"])
        });
    if ours {
        return None;
    }
    // A poll is a source.
    let polled = cx.has(clause, &["percent", "%", "poll", "survey", "polls", "surveyed", "respondents", "according"]);
    (minds && !loose && !restricted && !relative && !anybody && !polled).then_some(subject)
}

fn hit(cx: &Context, clause: &Range<usize>, trigger: Range<usize>, rule: &'static str, confidence: f32) -> Hit {
    let because = format!(
        "“{}” tells what goes on in somebody's mind, and the text doesn't show that they said so.",
        cx.text(trigger.clone())
    );
    Hit::new(Kind::ImputedMotive, clause, trigger, rule, because, confidence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::ImputedMotive;

    #[test]
    fn marks_minds_read() {
        marked(
            ImputedMotive,
            &[
                "The ministry hopes to hide the true cost of its folly from the people.",
                "Both Denmark and Norway hope to win over the fishermen.",
                "Ruritania sees the strait as its own back garden.",
                "The fire served as an excuse for clearing the quarter.",
                "Both the US and Norway hope to win over the fishermen.",
            ],
        );
    }

    #[test]
    fn leaves_what_was_said_and_nouns() {
        clean(
            ImputedMotive,
            &[
                "She said she hopes to win.",
                "I hope to see the lake again.",
                "The hope to see rain faded.",
                "The strike led to overdue demands for bread.",
                // a duty is no motive
                "The Harbour Board needs to stay out of the vote.",
                "You want to keep the pan warm.",
                // nouns
                "Was it worry or fear that kept her up?",
                "Nobody should walk home in fear of the dark.",
                "Despite the evidence against other suspects, the case was closed.",
                "The cable is forty feet long and hangs from the tower.",
                // a restriction
                "Those who know the lock walk round it.",
                "The gambler who wishes to ban gamblers left the hall.",
                "It gives the smugglers the papers they want to see.",
                "He has followers whom he refuses to name.",
                "Ruritanians who dislike the ferry are more likely to row.",
                // anybody
                "One wants to believe the clerk.",
                "A lift is a ride with someone who is willing to share it.",
                "The longer the boards try to wait, the dearer it gets.",
                // an act, no state of mind
                "The clerks try to mend the lock, which the board has failed to do.",
                // a poll
                "Some 60 percent of voters want to keep the ferry, a survey found.",
                // not a finite verb
                "We must aim to do better.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            ImputedMotive,
            &[
                "The toll is low not because the mayor wants it so.",
                "The crews know how many boats are out.",
                "The mayor spews hate at the crews.",
                "It is a town where the crews have nets and health care.",
                "What many rowers forget is that the lake is deep.",
                "The guild did not give him the relish of it.",
                "There will be a price for giving so little thought to the lake.",
                "The guild now assumes more responsibilities on the lake.",
                "The guild likely knows this as well as anybody.",
                "Those of us who have rowed at night know that the lake is deep.",
                "I learned that they see the lake as a trade like any other.",
            ],
        );
    }
}
