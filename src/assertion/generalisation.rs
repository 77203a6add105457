//! Generalisation: claims about all, none or always.

use super::genre::Genre;
use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use crate::quotation::names;
use std::ops::Range;

/// Marks universals in the present or about people at large.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::generalisation();
    if grammar::question(cx, clause.start) {
        return;
    }
    let figures = grammar::figures(cx, clause);
    let past = grammar::told_in_past(cx, clause) || cx.has(clause, &["had", "was", "were", "did"]);
    let reader = grammar::to_reader(cx, clause);
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        let hit = if cx.open(i) { list.at(&cx.words, i).or_else(|| each(cx, clause, i)) } else { None };
        let Some(m) = hit.filter(|m| i + m.len <= clause.end) else {
            i += 1;
            continue;
        };
        let trigger = i..i + m.len;
        i = trigger.end;
        let at = trigger.start;
        let fits = match m.group {
            "subject" => subject_of_present(cx, clause, &trigger),
            "adverb" => habit(cx, clause, &trigger),
            "group" => generic(cx, clause, &trigger),
            // "among voters in general": a part of the phrase.
            // "isn't the only way": denied.
            "mild" if matches!(cx.w(at), "the" | "only") && grammar::negated(cx, clause, at) => false,
            // "there is no 'it'", "there is no sense of it in the letter": one thing is missing. What there can't be at all is a claim.
            "mild" if cx.w(at) == "there" && matches!(cx.w(trigger.end - 1), "no" | "'s") => {
                NEVER.contains(&cx.w(trigger.end)) || lists::evaluation().at(&cx.words, trigger.end).is_some()
            }
            "mild" if cx.w(at) == "in" => at == clause.start || cx.before(at) == ",",
            _ => true,
        };
        // "there is no doubt" strengthens, and certainty owns it; a poll beside "few adults" is the count.
        // "Young women and men need to be educated": a call, not a claim about them.
        let called = m.group == "group"
            && (trigger.end..(trigger.end + 3).min(clause.end)).any(|k| {
                lists::exhortation().in_group("call", &cx.words, k).is_some()
                    || lists::exhortation().in_group("mild", &cx.words, k).is_some()
            });
        let booster = matches!(cx.w(at), "there") && matches!(cx.w(trigger.end), "doubt" | "question" | "denying");
        let counted = m.group == "group"
            && matches!(cx.before(at), "few" | "most" | "many")
            && super::unnamed_source::polled_near(cx, at);
        if !fits
            || booster
            || called
            || counted
            || grammar::aim(cx, clause, at)
            || foretold(cx, clause, &trigger)
            || purpose(cx, clause, &trigger)
            || part(cx, &trigger, m.group)
            || figures && m.group != "strong" && !(cx.genre == Genre::Opinion && m.group == "subject")
            || past && m.group != "strong"
            || reader
            || cx.name(at, clause) && m.group != "group"
            || grammar::embedded(cx, clause, at)
            || grammar::conditional(cx, clause, at)
        {
            continue;
        }
        let (rule, mut confidence, mild) = match m.group {
            "strong" => ("universal", 0.72, false),
            "group" => ("generic", 0.48, true),
            _ => ("universal-mild", 0.57, true),
        };
        if figures {
            confidence -= 0.2;
        }
        if past {
            confidence -= 0.12;
        }
        let because = format!(
            "“{}” makes a claim about all cases that no source and no count stands behind.",
            cx.text(trigger.clone())
        );
        out.push(
            Hit::new(Kind::Generalisation, clause, trigger, rule, because, confidence)
                .mild(mild || past || figures)
                .faint(m.group == "group" || cx.w(at) == "there"),
        );
    }
}

/// "Every minister", "no trader": all or none of a kind of people or bodies, where the phrase opens its clause.
fn each(cx: &Context, clause: &Range<usize>, i: usize) -> Option<lists::Match> {
    let opens = i == clause.start || matches!(cx.before(i), "," | "and" | "but" | "that" | "because" | "—" | "–" | ";");
    if !opens || !matches!(cx.w(i), "every" | "no") || cx.w(i + 1) == "other" {
        return None;
    }
    // An adjective may stand between: "every serious economist", "every government department".
    let kind = |k: usize| {
        let w = cx.w(k);
        names::is_title(w) || names::is_body(w) || names::is_agent(w) || names::is_people(w) || PEOPLE.contains(&w)
    };
    let demonym = cx.reading.tokens.get(i + 1).is_some_and(|t| t.is_capital()) && cx.w(i + 1).ends_with('n');
    let len = if kind(i + 1) && !kind(i + 2) || demonym {
        2
    } else if kind(i + 2) {
        3
    } else {
        return None;
    };
    Some(lists::Match { group: "subject", len })
}

/// People whom no list of offices holds.
const PEOPLE: &[&str] = &[
    "family",
    "household",
    "visitor",
    "reader",
    "viewer",
    "taxpayer",
    "buyer",
    "seller",
    "customer",
    "student",
    "pupil",
    "patient",
    "nurse",
    "farmer",
    "trader",
    "worker",
    "employer",
    "department",
    "newspaper",
    "expert",
    "economist",
    "driver",
    "tenant",
    "landlord",
    "owner",
    "passenger",
    "neighbour",
    "neighbor",
    "shopkeeper",
    "shipper",
    "official",
    "party",
    "capital",
    "court",
    "village",
    "town",
    "city",
];

/// "Without a lock the town will never be safe": what would come of something, which `prediction` knows.
fn foretold(cx: &Context, clause: &Range<usize>, t: &Range<usize>) -> bool {
    let sentence = cx.sentence(t.start);
    let whole = sentence.map_or(clause.clone(), |s| cx.reading.sentences[s].tokens());
    cx.w(t.start) == "will" && cx.has(&whole, &["without", "unless", "until", "if", "hopefully"])
}

/// "So no one will be tempted": an aim.
fn purpose(cx: &Context, clause: &Range<usize>, t: &Range<usize>) -> bool {
    let opens = cx.w(clause.start) == "so" || t.start > 0 && cx.before(t.start) == "so";
    opens && (t.end..(t.end + 3).min(clause.end)).any(|k| grammar::modal(cx.w(k)))
}

/// What claims nothing of all cases: some of a kind ("many voters"), a likeness ("nothing like the flood").
fn part(cx: &Context, t: &Range<usize>, group: &str) -> bool {
    let some = group == "group" && matches!(cx.before(t.start), "many" | "some" | "several" | "few" | "other");
    let likeness =
        cx.w(t.end - 1) == "nothing" && matches!(cx.w(t.end), "like" | "short" | "new" | "compared" | "else");
    // "can never be allowed", "every government should": a call.
    let call = cx.w(t.end) == "be" && matches!(cx.w(t.end + 1), "allowed" | "permitted" | "tolerated" | "accepted")
        || group == "subject" && matches!(cx.w(t.end), "should" | "must" | "ought");
    // "there is nothing to stop us": leave.
    let leave = cx.w(t.end - 1) == "nothing" && cx.w(t.end) == "to";
    // "will probably always be": foretold.
    let always = group == "adverb" && cx.has(&(t.start.saturating_sub(3)..t.start), &["will", "'ll", "wo"]);
    // "people such as the mayor", "the press has the right to": some of them, and what is allowed.
    let such = group == "group"
        && (cx.w(t.end) == "such" && cx.w(t.end + 1) == "as"
            || (t.end..t.end + 5).any(|k| {
                matches!(cx.w(k), "right" | "free" | "allowed" | "entitled") && matches!(cx.w(k + 1), "to" | "not")
            }));
    // "no one has been charged", "to tell everyone", "every rower with a boat": a record, those who were there, some of all.
    let record = matches!(cx.w(t.end), "has" | "have") && (cx.w(t.end + 1) == "been" || done(cx.w(t.end + 1)));
    let told = matches!(cx.before(t.start), "tell" | "tells" | "told" | "telling" | "ask" | "remind" | "reminded");
    // "those who would never row by night": which ones.
    let which = matches!(cx.w(t.start), "never" | "always")
        && (t.start.saturating_sub(3)..t.start).any(|k| {
            cx.w(k) == "who"
                && matches!(cx.before(k), "those" | "people" | "ones" | "anyone" | "men" | "women" | "some")
        });
    let restricted = which || cx.w(t.start) == "every" && matches!(cx.w(t.end), "with" | "who" | "whose");
    // "there is little time": none of a thing that is counted.
    let time = cx.w(t.start) == "there" && matches!(cx.w(t.end), "time" | "money" | "room" | "data" | "information");
    // "there is always a chance that": it may be so.
    let maybe = cx.w(t.end - 1) == "always"
        && (t.end..t.end + 3).any(|k| matches!(cx.w(k), "chance" | "risk" | "possibility" | "danger" | "hope"));
    // "Rowers have “views”": in words that aren't the writer's.
    let quoted = group == "group"
        && (t.end..t.end + 3).any(|k| cx.reading.tokens.get(k).is_some_and(|t| t.shape == crate::text::Shape::Quote));
    some || maybe || quoted || likeness || call || leave || always || such || record || told || restricted || time
}

/// What "there is no" denies once and for all.
const NEVER: &[&str] = &[
    "such",
    "way",
    "excuse",
    "justification",
    "place",
    "room",
    "reason",
    "limit",
    "end",
    "alternative",
    "alternatives",
    "substitute",
    "hope",
    "chance",
    "going",
    "turning",
    "solution",
    "cure",
    "remedy",
    "escape",
    "answer",
    "answers",
    "getting",
    "avoiding",
    "easy",
    "real",
    "credible",
    "serious",
    "legitimate",
    "moral",
    "one",
    "country",
    "nation",
    "society",
    "freedom",
    "democracy",
    "justice",
    "peace",
    "future",
    "point",
    "use",
    "limits",
    "middle",
    "shortcut",
    "shortcuts",
    "contradiction",
];

/// "Everyone wants", "nothing is": the universal is the subject of a verb in the present.
fn subject_of_present(cx: &Context, clause: &Range<usize>, t: &Range<usize>) -> bool {
    if grammar::preposition(cx.before(t.start)) || grammar::copula(cx.before(t.start)) && t.start > clause.start {
        return false;
    }
    let v = (t.end..(t.end + 4).min(clause.end)).find(|&k| !grammar::adverb(cx.w(k)));
    // A short "of …" or "in …" phrase may stand between.
    // "in last night's debate": a possessive is no verb.
    // "Nobody in the town considers": the verb behind where they are.
    let place = v.filter(|&k| matches!(cx.w(k), "in" | "of" | "at" | "on" | "from") && k == t.end);
    let behind = place.is_some_and(|k| {
        (k + 2..(k + 8).min(clause.end)).any(|j| {
            !cx.reading.tokens[j].is_capital()
                && cx.w(j).ends_with('s')
                && crate::quotation::lexicon::verb(cx.w(j)).is_some()
        })
    });
    (t.end..(t.end + 6).min(clause.end)).any(|k| present(cx.w(k)) && (cx.w(k) != "'s" || k < t.end + 2))
        || behind
        || v.is_some_and(|k| cx.w(k).ends_with('s') && cx.w(k).len() > 3)
}

fn present(w: &str) -> bool {
    matches!(
        w,
        "is" | "are"
            | "has"
            | "have"
            | "can"
            | "cannot"
            | "will"
            | "would"
            | "should"
            | "must"
            | "could"
            | "'s"
            | "'re"
            | "do"
            | "does"
            | "knows"
            | "wants"
            | "needs"
            | "may"
            | "might"
    )
}

/// "Always" and "never" about what is the case, not about the writer's habits or one past event.
fn habit(cx: &Context, clause: &Range<usize>, t: &Range<usize>) -> bool {
    let subject = grammar::subject(cx, clause, t.end).or_else(|| grammar::subject(cx, clause, t.start));
    let own = matches!(subject, Some((grammar::Subject::Own | grammar::Subject::Name, _)))
        || cx
            .has(&(clause.start..t.start), &["i", "we", "my", "our", "he", "she", "his", "her", "someone", "somebody"]);
    !own && clause
        .clone()
        .any(|k| present(cx.w(k)) || matches!(cx.w(k), "always" | "never") && cx.w(k + 1).ends_with('s'))
}

/// A bare plural of people as the subject of the present: "politicians prefer", "men are".
fn generic(cx: &Context, clause: &Range<usize>, t: &Range<usize>) -> bool {
    let bare = t.start == clause.start
        || matches!(
            cx.before(t.start),
            "," | "that" | "because" | "but" | "and" | "most" | "many" | "all" | "few" | "—"
        );
    let v = t.end;
    let w = cx.w(v);
    let verb = matches!(
        w,
        "are"
            | "have"
            | "do"
            | "can"
            | "cannot"
            | "need"
            | "want"
            | "know"
            | "never"
            | "always"
            | "often"
            | "simply"
            | "like"
            | "love"
            | "hate"
            | "prefer"
            | "believe"
            | "think"
            | "feel"
            | "tend"
            | "use"
            | "make"
            | "take"
            | "get"
            | "see"
            | "still"
            | "rarely"
            | "usually"
    );
    // "the media union is adamant": a compound.
    // "Institutions are listed below": a record.
    let listed = w == "are" && past_form(cx.w(v + 1)) && !cx.w(v + 1).ends_with("ing");
    let compound = grammar::auxiliary(cx.w(v + 1)) && !grammar::auxiliary(w) && !grammar::adverb(w);
    // "journalists would be", "tenants will begin", "voters are looking", "voters are likely to", "nations have turned": one
    // case that is to come, goes on or is done.
    let one_case = matches!(cx.w(v + 1), "once" | "again")
        || grammar::modal(w) && w != "can"
        || w == "are"
            && (cx.w(v + 1).ends_with("ing") || matches!(cx.w(v + 1), "likely" | "unlikely" | "poised" | "set"))
        || w == "have" && done(cx.w(v + 1));
    // "immigrants make up a fifth": a share.
    let share = matches!(w, "comprise" | "account") || w == "make" && cx.w(v + 1) == "up";
    let quoted_state = listed
        || share
        || compound
        || one_case
        || matches!(cx.w(v + 1), "being" | "expected" | "urged" | "asked" | "invited" | "due" | "now");
    !grammar::preposition(w)
        && bare
        && (verb || w.len() > 3 && grammar::finite(cx, clause, v).is_some() && !past_form(w) && !grammar::adjective(w))
        && !quoted_state
}

/// What follows "have" in a perfect.
fn done(w: &str) -> bool {
    w.ends_with("ed")
        || w.ends_with("en")
        || matches!(
            w,
            "been"
                | "become"
                | "come"
                | "gone"
                | "done"
                | "made"
                | "found"
                | "got"
                | "learnt"
                | "lost"
                | "built"
                | "left"
        )
}

fn past_form(w: &str) -> bool {
    w.ends_with("ed")
        || w.ends_with("ing")
        || matches!(w, "were" | "had" | "did" | "said" | "went" | "came" | "took" | "got" | "made" | "held")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::Generalisation;

    #[test]
    fn marks_universals() {
        marked(
            Generalisation,
            &[
                "Nobody wants a motorway through the park.",
                "History shows that such walls fall.",
                "No amount of money can mend it.",
            ],
        );
    }

    #[test]
    fn leaves_records_and_counts() {
        clean(
            Generalisation,
            &[
                "He was never charged.",
                "Not everyone was at home.",
                "All 14 passengers were safe.",
                "The shop is not always open.",
                // an object, a reference, a habit of the writer's
                "Join me and everyone on the council in thanking the crew.",
                "There is a hint of theatre to all of this.",
                "I always get the fish.",
                "Some people are waiting outside.",
                "In May tenants will vote on the plan.",
                "Voters are likely to keep the ferry.",
                "The deal envisions returning migrants and refugees from the island to the port.",
                "There is no doubt that the dam holds.",
                "In a survey 70 percent of the town asked for help. Very few adults live alone.",
                "Signs are growing that governments have turned a corner.",
                "The clerk should make sure everyone knows the tide.",
                "Institutions are listed in the order of their founding.",
                // a compound, not a kind of people
                "The media union is adamant about its records.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            Generalisation,
            &[
                "The odds are long, and there is always a chance that the pilot might lie.",
                "The town is fed up, even those who would never call themselves rowers of the lake.",
                "They rage against rowers and people such as the mayor of the town.",
                "Muslims are free to be offended by what is printed of them.",
                "Heads have rolled at the mill, but no one has been charged by the town.",
                "He rows up in his boat to tell everyone how tough it is to live here.",
                "And every American with a boat can see most of it for nothing.",
                "Sadly, there is little time for talk.",
                "Many voters have more trouble with the toll than with the tide.",
                "The town raised the fine, so no one will be tempted to row at night.",
                "Voters are once again forced to face the flood.",
                "Voters have learnt the art of rowing.",
                "Every government should mend its locks.",
                "The valley will probably always be a place of mills.",
                "The lock is no longer the key to the valley.",
                "There is nothing to stop the guild from rowing.",
                "Too many times in my life I have been late for the tide.",
                "Nothing like the flood is known in the valley.",
                "Without a lock the town will never be able to keep the tide out.",
            ],
        );
    }
}
