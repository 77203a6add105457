//! Prediction: what will happen, neither scheduled nor announced (rule 6).

use super::genre::Genre;
use super::grammar::{self, Subject};
use super::{Context, Hit, lists};
use crate::category::Kind;
use crate::text::{Shape, is_year};
use std::ops::Range;

/// Marks futures that nobody arranged, and what would or could follow from something.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::future();
    if grammar::question(cx, clause.start) {
        return;
    }
    let dated = clause.clone().any(|i| {
        list.in_group("when", &cx.words, i).is_some()
            || cx.reading.tokens[i].shape == Shape::Number
                && !(is_year(cx.w(i)) && named_by_year(cx, i))
                // Who argues foretells with figures; a day, a year or an hour sets a date.
                && (cx.genre != Genre::Opinion || is_year(cx.w(i)) || sets_date(cx, i))
    });
    let reader = grammar::to_reader(cx, clause);
    // "What is not yet known is how the toll will fall": an indirect question.
    let unknown = cx.has(clause, &["unknown", "unclear", "uncertain", "known", "seen"])
        && clause.clone().any(|k| {
            matches!(cx.w(k), "is" | "remains") && matches!(cx.w(k + 1), "how" | "whether" | "what" | "which" | "when")
        });
    if unknown {
        return;
    }
    let mut i = clause.start;
    while i < clause.end {
        if !cx.open(i) {
            i += 1;
            continue;
        }
        if let Some(n) = list.in_group("phrase", &cx.words, i).filter(|n| i + n <= clause.end) {
            // "those who are likely to decide it": which ones. "would likely have won": what was not.
            let which = matches!(cx.before(i), "who" | "whoever");
            // "back to the days of the flood"
            let unreal = cx.w(i + n - 1) == "of" && !cx.has(clause, &["over", "gone", "numbered"])
                || cx.w(i) == "would" && (cx.w(i + n) == "have" || lists::says(cx.w(i + n)));
            if !reader
                && !which
                && !unreal
                && !own(cx, clause, i)
                && (aside(cx, i) || !grammar::embedded(cx, clause, i))
                && !grammar::conditional(cx, clause, i)
            {
                // "is going to" is also how a guide and a live report speak.
                let spoken = cx.has(&(i..i + n), &["going"]);
                let confidence = if spoken { 0.74 } else { 0.76 } - if dated { 0.2 } else { 0.0 };
                out.push(hit(cx, clause, i..i + n, "likely", confidence).mild(dated));
            }
            i += n;
            continue;
        }
        // "The will of the crews" is a noun, "hurdles that will", "this will" aren't.
        let noun = grammar::determiner(cx.before(i)) && !matches!(cx.before(i), "that" | "this" | "these" | "those")
            || cx.w(i + 1) == "of";
        let will = matches!(cx.w(i), "will" | "'ll" | "wo") && !noun && !adjectival(cx.before(i));
        // What merely may be is a hedge: of 4 such marks readers accepted none.
        let would = matches!(cx.w(i), "would" | "could");
        let modal = (will || would) && !cx.reading.tokens[i].is_capital();
        if modal
            && !reader
            && !own(cx, clause, i)
            && !matches!(cx.before(i), "who" | "whoever" | "hope" | "hopes" | "hoped")
            && !grammar::embedded(cx, clause, i)
            && !if will { grammar::supposed(cx, clause, i) } else { grammar::conditional(cx, clause, i) }
        {
            if will && let Some((confidence, mild)) = future(cx, clause, i, dated) {
                let faint = mild && confidence < 0.5;
                let end = i + 1 + usize::from(cx.w(i + 1) == "n't");
                out.push(hit(cx, clause, i..end, "will", confidence).mild(mild).faint(faint));
            } else if would && let Some(trigger) = consequence(cx, clause, i) {
                let confidence = if dated { 0.4 } else { 0.5 };
                out.push(hit(cx, clause, trigger, "consequence", confidence).faint(true));
            }
        }
        i += 1;
    }
}

/// What is done to a body or an event by arrangement.
const ARRANGED: &[&str] = &[
    "chaired",
    "headed",
    "led",
    "hosted",
    "held",
    "attended",
    "joined",
    "staged",
    "opened",
    "launched",
    "published",
    "released",
    "broadcast",
    "screened",
    "shown",
    "replaced",
    "succeeded",
    "appointed",
    "elected",
    "sworn",
    "awarded",
    "named",
    "unveiled",
    "presented",
    "followed",
];

/// Whether a number is a day's or an hour's: "14 May", "May 14", "at 9".
fn sets_date(cx: &Context, i: usize) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ];
    let month = |k: usize| MONTHS.contains(&cx.w(k)) && cx.reading.tokens[k].is_capital();
    i > 0 && (month(i - 1) || cx.before(i) == "at")
        || i + 1 < cx.words.len() && month(i + 1)
        || matches!(cx.w(i + 1), "am" | "pm" | "a.m" | "p.m" | "gmt" | "o'clock")
}

/// "an ambitious 2035 target": a year that names a thing and dates nothing.
fn named_by_year(cx: &Context, i: usize) -> bool {
    let described = grammar::determiner(cx.before(i)) || grammar::adjective(cx.before(i));
    described
        && cx.reading.tokens.get(i + 1).is_some_and(|t| t.shape == Shape::Lower)
        && !grammar::auxiliary(cx.w(i + 1))
}

/// "in what is likely to be the dearest bridge of all": an aside that foretells.
fn aside(cx: &Context, i: usize) -> bool {
    i > 1
        && cx.before(i) == "what"
        && (grammar::preposition(cx.before(i - 1)) || matches!(cx.before(i - 1), "," | "—" | "–"))
}

/// "free will", "good will", "political will".
fn adjectival(w: &str) -> bool {
    matches!(
        w,
        "free"
            | "political"
            | "good"
            | "ill"
            | "public"
            | "of"
            | "popular"
            | "at"
            | "national"
            | "collective"
            | "living"
            | "and"
    )
}

/// The writer's own plans and advice to the reader are no predictions.
fn own(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    matches!(grammar::subject(cx, clause, i), Some((Subject::Own, _))) || matches!(cx.before(i), "team" | "staff")
}

/// The index of the verb after a modal.
fn verb(cx: &Context, clause: &Range<usize>, i: usize) -> usize {
    let mut v = i + 1;
    while v < clause.end
        && (grammar::adverb(cx.w(v)) || matches!(cx.w(v), "no" | "longer" | "likely" | "well" | "easily"))
    {
        v += 1;
    }
    v
}

fn future(cx: &Context, clause: &Range<usize>, i: usize, dated: bool) -> Option<(f32, bool)> {
    let list = lists::future();
    let v = verb(cx, clause, i);
    let strengthened = (i + 1..v).any(|k| {
        matches!(cx.w(k), "never" | "always" | "only" | "inevitably" | "surely" | "no" | "soon" | "not" | "n't")
    });
    // A named or known actor's plain act is a plan that was told: "the minister will visit".
    let acting = matches!(grammar::subject(cx, clause, i), Some((Subject::Name | Subject::Pronoun, _)));
    // "will become the campaign's manager": an appointment.
    let office = matches!(cx.w(v), "become" | "remain" | "serve" | "be")
        && (v + 1..(v + 8).min(clause.end)).any(|k| {
            matches!(
                cx.w(k),
                "executive"
                    | "manager"
                    | "director"
                    | "chair"
                    | "chairman"
                    | "chairwoman"
                    | "minister"
                    | "ceo"
                    | "editor"
                    | "coach"
                    | "secretary"
                    | "ambassador"
                    | "head"
                    | "captain"
                    | "officer"
            )
        });
    let effect = list.in_group("effect", &cx.words, v).is_some();
    let passive = cx.w(v) == "be" && participle(cx, v + 1);
    // Who argues sells nothing: "it will cost the company 40 boats".
    let offered = cx.genre != Genre::Opinion && list.in_group("offer", &cx.words, v).is_some();
    // "will go on picking": no errand.
    let goes_on = cx.w(v) == "go" && cx.w(v + 1) == "on";
    // "won't say what it costs": a refusal that was given, not a forecast.
    let refused = (i + 1..v).any(|k| matches!(cx.w(k), "not" | "n't")) && list.in_group("refuse", &cx.words, v).is_some()
            // "They will not tolerate any more of it": foretold, where the text argues.
            && !(cx.genre == Genre::Opinion && matches!(cx.w(v), "tolerate" | "accept" | "stand" | "yield" | "allow" | "let"));
    // "The clerk's job will be to keep the books": a task that is given.
    // "a promise activists will knock on every door": what was promised.
    let task = cx
        .has(&(i.saturating_sub(6).max(clause.start)..i), &["promise", "promises", "pledge", "pledges", "vow"])
        || matches!(grammar::subject(cx, clause, i), Some((_, h)) if matches!(cx.w(h), "job" | "role" | "task" | "duty" | "mission" | "aim" | "goal"));
    // "The deal envisions a toll. For every boat the guild will pay": the sentence before has told what is agreed.
    let agreed = cx.sentence(i).is_some_and(|s| {
        s > 0
            && cx.reading.sentences[s - 1].block == cx.reading.sentences[s].block
            && cx.reading.sentences[s - 1].tokens().any(|k| {
                matches!(cx.w(k), "envisions" | "envisages" | "stipulates" | "provides" | "foresees" | "prescribes")
                    && (k.saturating_sub(4)..k).any(|j| text(cx.w(j)))
            })
    });
    let arranged = offered || list.in_group("schedule", &cx.words, v).is_some() && !goes_on && !strengthened;
    let told = enacted(cx, clause, i) && list.in_group("toll", &cx.words, v).is_none() && !strengthened;
    // "This will be the mayor's first visit": counted, and so arranged.
    let counted = cx.w(v) == "be"
        && (v + 2..(v + 6).min(clause.end)).any(|k| {
            matches!(cx.w(k), "first" | "second" | "third" | "fourth" | "fifth" | "last" | "latest" | "only")
                && (grammar::possessive(cx, k - 1) || matches!(cx.before(k), "his" | "her" | "its" | "their" | "our"))
        });
    // "Will be forced to", "charges will be filed": who argues foretells it.
    let announced = passive
        && !strengthened
        && (cx.genre != Genre::Opinion
            || grammar::figures(cx, clause)
            || (i + 1..v).any(|k| cx.w(k) == "also")
            || ARRANGED.contains(&cx.w(v + 1))
            || cx.has(clause, &["under", "programme", "program", "contract"]));
    if agreed || task || office || refused || told || arranged || announced || counted {
        return None;
    }
    // "will be" says what something is going to be like only with a judgment behind it.
    let flat =
        cx.w(v) == "be" && !(v + 1..(v + 5).min(clause.end)).any(|k| lists::evaluation().at(&cx.words, k).is_some());
    let base: f32 = match (effect, acting) {
        (true, false) => 0.68,
        (true, true) => 0.58,
        (false, false) => 0.5,
        (false, true) => 0.46,
    };
    let confidence = base + if strengthened { 0.05 } else { 0.0 } - if dated { 0.22 } else { 0.0 };
    let mild = !effect || acting || dated;
    // In a piece of opinion it foretells by itself ("The price will be an empty harbour"), and the ranker decides.
    let argues = cx.genre == Genre::Opinion && !dated;
    Some(match flat {
        true if argues => (confidence.min(0.46), true),
        true => ((confidence - 0.08).min(0.39), true),
        false => (confidence, mild),
    })
}

/// Whether the subject is a bill, a plan or a deal: what it will or would do is its text.
pub(super) fn enacted(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let Some((_, head)) = grammar::subject(cx, clause, i) else { return false };
    // "The bill would ban nets. It would also …": the subject stands in the sentence before.
    if matches!(cx.w(head), "it" | "that" | "this" | "they")
        && let Some(s) = cx.sentence(head)
        && s > 0
        && head < cx.reading.sentences[s].first as usize + 2
    {
        // Of the words for texts those that mean nothing else: order and law are kept, acts done, deals struck.
        return cx.reading.sentences[s - 1]
            .tokens()
            .any(|k| text(cx.w(k)) && !ambiguous(cx.w(k)) && cx.before(k) != "to");
    }
    // "The success of the plan will hinge on": what becomes of a plan is not its text.
    let fated = (head.saturating_sub(6).max(clause.start + 1)..head).any(|k| cx.w(k) == "of" && fate(cx.before(k)));
    !fated && text(cx.w(head)) || idle_thing(cx.w(head))
}

/// What becomes of something.
fn fate(w: &str) -> bool {
    matches!(
        w,
        "success"
            | "failure"
            | "fate"
            | "future"
            | "cost"
            | "costs"
            | "effect"
            | "effects"
            | "impact"
            | "outcome"
            | "survival"
            | "collapse"
    )
}

/// What sets out in words what is to be.
pub(super) fn text(w: &str) -> bool {
    matches!(
        w,
        "bill"
            | "act"
            | "law"
            | "laws"
            | "legislation"
            | "measure"
            | "measures"
            | "proposal"
            | "amendment"
            | "motion"
            | "resolution"
            | "plan"
            | "plans"
            | "rule"
            | "rules"
            | "order"
            | "budget"
            | "scheme"
            | "programme"
            | "program"
            | "package"
            | "safeguards"
            | "provisions"
            | "deal"
            | "agreement"
            | "treaty"
    )
}

/// Words for texts that often mean something else.
fn ambiguous(w: &str) -> bool {
    matches!(w, "act" | "law" | "laws" | "rule" | "rules" | "order" | "deal" | "measures" | "agreement")
}

/// What does by its making what it will do.
fn idle_thing(w: &str) -> bool {
    matches!(w, "census" | "survey" | "committee" | "commission" | "edition" | "version" | "model" | "app" | "update")
}

/// "The Harbour Act, which the council debates today, would impose": a named bill as the subject, with an insertion behind it.
pub(super) fn titled_act(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    (i.saturating_sub(20).max(clause.start)..i).any(|k| {
        matches!(cx.w(k), "act" | "bill" | "amendment" | "treaty")
            && cx.reading.tokens[k].is_capital()
            && !grammar::preposition(cx.before(k))
    })
}

fn participle(cx: &Context, i: usize) -> bool {
    let w = cx.w(i);
    (w.ends_with("ed")
        || w.ends_with("en")
        || matches!(
            w,
            "held"
                | "made"
                | "built"
                | "sold"
                | "paid"
                | "sent"
                | "put"
                | "set"
                | "shown"
                | "left"
                | "run"
                | "kept"
                | "told"
                | "lost"
                | "met"
                | "found"
                | "cut"
                | "read"
                | "led"
                | "spent"
        ))
        && w.len() > 2
}

/// Whether the verb at `v` says what becomes of something. What merely could be done ("could provide relief") is an option.
fn brings(cx: &Context, v: usize) -> bool {
    let list = lists::future();
    let option = matches!(
        cx.w(v),
        "add" | "need" | "find" | "keep" | "give" | "put" | "turn" | "cut" | "remember" | "stop" | "work"
    );
    list.in_group("effect", &cx.words, v).is_some() && !option || cx.w(v) == "be" || cx.w(v) == "have"
}

/// "would mean", "could lead": what follows, by the writer's reckoning alone.
fn consequence(cx: &Context, clause: &Range<usize>, i: usize) -> Option<Range<usize>> {
    let v = verb(cx, clause, i);
    // "would" after a past verb tells a later past: "the man who would become king".
    let later_past = cx.w(i) == "would" && grammar::told_in_past(cx, clause);
    // "would have had an answer", "Before the war a bargeman would recall": what was not, and what used to be.
    let permitted = matches!(cx.w(v), "have") && (participle(cx, v + 1) || matches!(cx.w(v + 1), "had" | "been"));
    let used_to = cx.w(i) == "would"
        && cx.sentence(i).is_some_and(|s| {
            s > 0
                && cx.reading.sentences[s - 1].block == cx.reading.sentences[s].block
                && matches!(
                    cx.w(cx.reading.sentences[s - 1].first as usize),
                    "previously" | "once" | "formerly" | "back" | "then"
                )
        });
    let later_past = later_past || used_to;
    // "could see myself", "would be below the average of 3.5 percent": the writer about himself, and arithmetic.
    let plain = grammar::figures(cx, clause) || cx.has(clause, &["myself", "ourselves", "yourself"]);
    // "one could say": a manner of speaking. "so he could sell it": an aim.
    // "as some would put it" says how it is worded.
    // "would like younger people to know": a wish.
    let manner = cx.w(i) == "would" && matches!(cx.w(v), "like" | "love" | "prefer" | "rather" | "gladly")
        || cx.w(v) == "put" && cx.w(v + 1) == "it"
        || matches!(cx.before(i), "one" | "you") && matches!(cx.w(v), "say" | "argue" | "think" | "add" | "call");
    let aim = i > clause.start + 1
        && cx.w(i) == "could"
        && (cx.w(i - 2) == "so" || cx.w(i - 2) == "that" && cx.before(i - 2) == "so");
    // "could not be greater", "nothing could be clearer": the most there is. "It is odd that he would row": what he does.
    let most = cx.w(v) == "be"
        && ((i + 1..v).any(|k| matches!(cx.w(k), "not" | "n't"))
            || matches!(cx.before(i), "nothing" | "nobody" | "none"))
        && (cx.w(v + 1).ends_with("er") || matches!(cx.w(v + 1), "more" | "less"));
    let odd = cx.w(i) == "would"
        && (i.saturating_sub(6).max(clause.start)..i).any(|k| {
            cx.w(k) == "that"
                && matches!(
                    cx.before(k),
                    "strange" | "odd" | "surprising" | "curious" | "ironic" | "funny" | "remarkable" | "shocking"
                )
        });
    // "as the mayor is or could be": an aside.
    let aside = cx.w(v) == "be" && !cx.reading.tokens.get(v + 1).is_some_and(|t| t.is_word());
    // "It would turn out to be": told from later on.
    let later_past = later_past || cx.w(i) == "would" && cx.w(v) == "turn" && cx.w(v + 1) == "out";
    // "They would only say that": what somebody was willing to say. "Supporters would argue": what they say.
    let willing =
        cx.w(i) == "would" && (lists::future().in_group("refuse", &cx.words, v).is_some() || lists::says(cx.w(v)));
    // "a package that would help the poor": what it holds.
    let holds = matches!(cx.before(i), "that" | "which") && i > clause.start + 1 && text(cx.w(i - 2));
    // "Few would argue": a generalisation.
    let few = matches!(cx.before(i), "few" | "nobody") || i > 1 && cx.before(i) == "one" && cx.w(i - 2) == "no";
    // "could well be thinking": a guess at what is. "would have to pay": what a rule asks.
    let guess = cx.w(v) == "have" && cx.w(v + 1) == "to" || cx.w(v) == "be" && cx.w(v + 1).ends_with("ing");
    // "it is possible that this could", "however dear it could be": hedged twice, and granted.
    let granted = cx.has(&(clause.start..i), &["possible", "perhaps", "maybe", "conceivable"])
        || cx.has(&(i.saturating_sub(8)..i), &["whatever", "whichever", "whoever"]);
    // Any verb will do: the writer reckons. A perfect or a passive tells what was or is done.
    let known = cx.reading.tokens.get(v).is_some_and(|t| t.is_word())
        && !grammar::determiner(cx.w(v))
        && lists::motive().in_group("mind", &cx.words, v).is_none()
        && (cx.w(i) == "would" || brings(cx, v))
        && (cx.w(v) != "be" || !participle(cx, v + 1) || grammar::adjective(cx.w(v + 1)));
    (known
        && !plain
        && !manner
        && !aim
        && !guess
        && !granted
        && !few
        && !most
        && !odd
        && !holds
        && !aside
        && !willing
        && !later_past
        && !permitted
        && !enacted(cx, clause, i)
        && !titled_act(cx, clause, i)
        && !called_for(cx, clause, i)
        && v < clause.end)
        .then_some(i..v + 1)
}

/// "those who call for a reform that would root out waste": what is asked for, with its purpose.
fn called_for(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let Some(s) = cx.sentence(i) else { return false };
    let first = cx.reading.sentences[s].first as usize;
    let that = (i.saturating_sub(4).max(clause.start)..i).any(|k| matches!(cx.w(k), "that" | "which"));
    that && (i.saturating_sub(30).max(first)..i).any(|k| {
        matches!(cx.w(k), "call" | "calls" | "called" | "calling" | "push" | "pushing" | "pushed")
            && cx.w(k + 1) == "for"
            || matches!(cx.w(k), "demand" | "demands" | "demanded" | "demanding" | "propose" | "proposes" | "proposed")
    })
}

fn hit(cx: &Context, clause: &Range<usize>, trigger: Range<usize>, rule: &'static str, confidence: f32) -> Hit {
    let because = if rule == "consequence" {
        format!("“{}” says what would follow, and no source or study is named for it.", cx.text(trigger.clone()))
    } else {
        format!(
            "“{}” foretells something that no schedule, announcement or named source stands behind.",
            cx.text(trigger.clone())
        )
    };
    Hit::new(Kind::Prediction, clause, trigger, rule, because, confidence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::Prediction;

    #[test]
    fn marks_foretelling() {
        marked(
            Prediction,
            &[
                "The toll will undermine trade along the coast.",
                "Such rules are bound to fail.",
                "The council is likely to quarrel over the site again.",
                "A second toll would mean the end of the ferry.",
                "The board is almost certain to quarrel over the toll.",
                "The port is preparing for what is likely to be the worst winter of the decade.",
                "The new boats will strengthen the case for an ambitious 2035 target.",
                "The success of the plan will depend on the mood of the crews.",
                "The toll upset the old order on the lake. It will stir up anger among the crews.",
            ],
        );
    }

    #[test]
    fn in_opinion_a_plain_will_be_foretells() {
        use super::super::tests::{ARGUMENT, kinds};
        let table = [
            ("The price will be a harbour that nobody uses.", true),
            ("The price will be a harbour that nobody uses on Monday.", false),
            ("The board will be chaired by a crewman.", false),
            ("I will be a harbour.", false),
            ("The islanders will vote on the toll.", false),
        ];
        for (text, want) in table {
            let found = kinds(&format!("{ARGUMENT} {text}")).contains(&Prediction);
            assert_eq!(found, want, "{text}");
        }
        clean(Prediction, &["The price will be a harbour that nobody uses."]);
    }

    #[test]
    fn leaves_schedules_and_announcements() {
        clean(
            Prediction,
            &[
                "The king will visit the port on Monday.",
                "The museum will open its new wing in April 2027.",
                "He left a will to his nephew.",
                "Will Carter ran the mill.",
                "Ana Ruiz, a grower of pears, will become the board's chief executive.",
                "You will need two eggs and a pan.",
                "The toll will undermine trade, the union said.",
                // a product's equipment is announced, not foretold
                "It'll also get a wider grille and a second screen.",
                "There'll be a choice of three seats.",
                // an indirect question
                "Nobody knows when the toll will ruin the port.",
                "It is not clear which ports the toll will ruin.",
                "They are persuading the crews that the toll will ruin them.",
                // an arranged passive
                "The shares will then be left with the old board.",
                // a refusal that was given
                "The board won't say what the toll cost.",
                "Few would argue that the toll is low.",
                "The council could provide some relief to the crews.",
                "The board will not back down.",
                // a guess at what is, and what is granted
                "The crews could well be thinking of the spring.",
                "The cost is greater than whatever comfort the toll may offer.",
                // the writer's own plan
                "We will not let the toll change our port.",
                // what a bill says
                "The council is debating a bill on nets. It would bar the crews from the lake.",
                // a manner of speaking, and an aim
                "By some tables one could say the crews row poorly.",
                "The clerk kept the boat so he could sell it in the spring.",
                // an indirect question
                "What is not yet known is how the toll will ruin the port.",
                "The bill would require every firm to keep its records.",
                "The Harbour Act, which the council debates on Monday, would impose a toll on barges.",
                "The number of agencies will be reduced by leaving out two boards.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            Prediction,
            &[
                "Add my name to those calling for a lasting reform of the guild that would root out waste.",
                "More boats may solve another problem of the lake.",
                "Asked about it, the old mayor would have had an answer.",
                "The war took the town back to the days of the flood.",
                "Good voters are the ones who are likely to decide the vote.",
                "He would likely have lost to the mayor had he stayed in.",
                "The town's need for a lock could not be greater.",
                "It would turn out to be a long night.",
                "She came to the lake with a promise rowers will never pay the toll.",
                "Here are two things that the crews would like younger rowers to know.",
                "They would only say that it is a fine boat.",
                "Rowers would argue that the lock is dear.",
                "The clerk's job will be to see that the tide harms nobody.",
                "Their children are more likely to row.",
                "It is strange that the mayor would harm her own crews.",
                "The council folded it into a package that would help the crews.",
            ],
        );
    }
}
