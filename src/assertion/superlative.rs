//! Superlatives: the most, the first, the unique, with no figure and no source (rule 6).

use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use std::ops::Range;

/// Marks superlatives that nothing in the clause measures, and comparisons without a measure where the text argues.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let list = lists::superlative();
    if grammar::question(cx, clause.start) {
        return;
    }
    let figures = grammar::figures(cx, clause) || cx.has(clause, &["since", "percent", "per"]);
    let ever = cx.has(clause, &["ever", "history", "imaginable", "possible", "world"]);
    let reader = grammar::to_reader(cx, clause);
    let mut i = clause.start;
    while i < clause.end {
        if let Some(n) = list.in_group("not", &cx.words, i) {
            i += n;
            continue;
        }
        if !cx.open(i) || cx.name(i, clause) {
            i += 1;
            continue;
        }
        let (len, rule, mut confidence, mild) = match list.at(&cx.words, i) {
            Some(m) if m.group == "unique" => (m.len, "unique", 0.72, false),
            Some(m) if m.group == "measured" && definite(cx, i) && ranks(cx, clause, i, i + m.len) => {
                (m.len, "superlative-measured", if ever { 0.55 } else { 0.4 }, true)
            }
            Some(m) if m.group == "evaluative" && definite(cx, i) && ranks(cx, clause, i, i + m.len) => {
                (m.len, "superlative", 0.66, false)
            }
            None if judging(cx, i) && definite(cx, i) && ranks(cx, clause, i, i + 1) => (1, "superlative", 0.66, false),
            // "increasingly", "more and more": a trend, which alone is no claim of rank (rule 9).
            Some(m) if m.group == "comparison" && trend(cx, i, m.len) => {
                i += m.len;
                continue;
            }
            Some(m) if m.group == "comparison" => (m.len, "comparison", 0.5, true),
            _ if matches!(cx.w(i), "most" | "least")
                && definite(cx, i)
                && graded(cx.w(i + 1))
                && ranks(cx, clause, i, i + 2) =>
            {
                (2, "superlative-most", 0.66, false)
            }
            _ if let Some(n) = comparison(cx, clause, i) => (n, "comparison", 0.48, true),
            _ => {
                i += 1;
                continue;
            }
        };
        let trigger = i..(i + len).min(clause.end);
        i += len;
        // "the highest since 1998", "the best quarter since the flood": arithmetic (rule 6).
        // So is the worst disaster in a country's history.
        let event = (trigger.end..(trigger.end + 3).min(clause.end)).any(|k| {
            matches!(
                cx.w(k),
                "shooting"
                    | "shootings"
                    | "attack"
                    | "attacks"
                    | "massacre"
                    | "disaster"
                    | "accident"
                    | "crash"
                    | "fire"
                    | "wildfire"
                    | "storm"
                    | "flood"
                    | "floods"
                    | "flooding"
                    | "drought"
                    | "earthquake"
                    | "outbreak"
                    | "recession"
            )
        }) && cx
            .has(&(trigger.end..clause.end), &["history", "decades", "years", "memory", "century", "record"]);
        let arithmetic = rule.starts_with("superlative")
            && (event
                || (trigger.end..clause.end).any(|k| cx.w(k) == "since")
                || rule == "superlative-measured" && grammar::figures(cx, clause));
        // "gives even more detail": talk about the text.
        let told = rule == "comparison"
            && matches!(
                cx.w(trigger.end),
                "importantly" | "so" | "detail" | "details" | "information" | "examples" | "context"
            );
        // "to find the best plants": what somebody looks for.
        let sought = cx.has(
            &(trigger.start.saturating_sub(4).max(clause.start)..trigger.start),
            &[
                "find",
                "finding",
                "choose",
                "choosing",
                "pick",
                "picking",
                "select",
                "selecting",
                "seek",
                "seeking",
                "identify",
                "identifying",
                "hire",
                "hiring",
                "attract",
                "recruit",
                "recruiting",
                "decide",
                "vote",
                "voted",
            ],
        );
        // "those with the strongest views": which of them.
        let which = cx.before(trigger.start) == "the"
            && trigger.start > clause.start + 2
            && cx.w(trigger.start - 2) == "with"
            && matches!(cx.w(trigger.start - 3), "those" | "people" | "anyone" | "voters");
        // "whether this round will be any better than the last": left open.
        // "If the ferries are dearer than the bridge": supposed.
        let open = rule == "comparison"
            && ((clause.start..trigger.start).any(|k| cx.w(k) == "whether")
                || matches!(cx.w(clause.start), "if" | "unless"));
        if arithmetic
            || told
            || which
            || open
            || sought
            || grammar::negated(cx, clause, trigger.start)
            || grammar::embedded(cx, clause, trigger.start)
            || reader && rule != "superlative"
        {
            continue;
        }
        if figures {
            confidence -= 0.25;
        } else if ever && rule.starts_with("superlative") {
            confidence += 0.08;
        }
        let because = because(rule, cx.text(trigger.clone()));
        out.push(
            Hit::new(Kind::Superlative, clause, trigger, rule, because, confidence)
                .mild(mild || figures)
                .faint(rule == "comparison"),
        );
    }
}

/// The reason for a rule of this kind on these words.
pub(super) fn because(rule: &str, words: &str) -> String {
    let does = if rule == "comparison" { "compares" } else { "ranks" };
    format!("“{words}” {does} without a figure or a source to check it by.")
}

fn trend(cx: &Context, i: usize, len: usize) -> bool {
    matches!(cx.w(i), "increasingly" | "as")
        || matches!(cx.w(i), "more" | "less") && cx.w(i + 1) == "and"
        || cx.w(i) == "the" && len == 2
}

fn definite(cx: &Context, i: usize) -> bool {
    let b = cx.before(i);
    let third = matches!(b, "second" | "third" | "fourth");
    !third
        && (matches!(b, "the" | "'s" | "our" | "their" | "its" | "his" | "her" | "'" | "very" | "single" | "world")
            || b == "single")
}

/// The superlative of an adjective that the lists know as a judgment: "the grimmest".
fn judging(cx: &Context, i: usize) -> bool {
    let Some(stem) = cx.w(i).strip_suffix("est").filter(|s| s.len() > 2) else { return false };
    // "big", "wise", "silly"
    let single = matches!(stem.as_bytes(), [.., a, b] if a == b).then(|| stem.get(..stem.len() - 1)).flatten();
    let bases = [
        Some(stem.to_owned()),
        single.map(str::to_owned),
        Some(format!("{stem}e")),
        stem.strip_suffix('i').map(|s| format!("{s}y")),
    ];
    bases.into_iter().flatten().any(|b| {
        let base = std::slice::from_ref(&b);
        lists::evaluation().in_group("adjective", base, 0).is_some()
            || lists::argued().in_group("judgment", base, 0).is_some()
            || lists::loaded().at(base, 0).is_some()
    })
}

/// Whether the superlative from `i` to `next` ranks what it stands by: a noun behind it, another superlative and a noun
/// ("the strongest and most important leader"), or the subject of a copula ("their country is the most unequal").
fn ranks(cx: &Context, clause: &Range<usize>, i: usize, next: usize) -> bool {
    let joined = cx.w(next) == "and"
        && (matches!(cx.w(next + 1), "most" | "least") || cx.w(next + 1).len() > 5 && cx.w(next + 1).ends_with("est"));
    // "is arguably the toughest to beat"
    let link = (clause.start + 1..i.saturating_sub(1)).rfind(|&k| !grammar::adverb(cx.w(k)));
    let ends = matches!(cx.w(next), "to" | "in" | "on") || !cx.reading.tokens.get(next).is_some_and(|t| t.is_word());
    let predicate = cx.before(i) == "the" && ends && link.is_some_and(|k| grammar::copula(cx.w(k)));
    joined || predicate || modifies(cx, clause, next)
}

/// Whether a noun follows, so that the superlative describes something: not "hit the hardest", "the most vulnerable".
fn modifies(cx: &Context, clause: &Range<usize>, next: usize) -> bool {
    let w = cx.w(next);
    let person = matches!(
        w,
        "office"
            | "court"
            | "level"
            | "bidder"
            | "point"
            | "offender"
            | "offenders"
            | "moments"
            | "moment"
            | "case"
            | "cases"
            | "times"
            | "hours"
            | "performance"
            | "result"
            | "results"
            | "showing"
            | "degree"
            | "possible"
            | "people"
            | "children"
            | "communities"
            | "workers"
            | "residents"
            | "members"
            | "countries"
            | "days"
            | "population"
            | "groups"
            | "and"
            | "in"
            | "among"
            | "way"
    );
    next < clause.end
        && cx.reading.tokens[next].is_word()
        && !person
        && (!grammar::preposition(w) || matches!(w, "of" | "about"))
        && !grammar::determiner(w)
        && !grammar::auxiliary(w)
}

/// Adjectives that "most" grades as a judgment; "most popular" or "most recent" is a count.
fn graded(w: &str) -> bool {
    !matches!(
        w,
        "urgent"
            | "vulnerable"
            | "basic"
            | "recent"
            | "common"
            | "populous"
            | "popular"
            | "valuable"
            | "likely"
            | "senior"
            | "frequent"
            | "expensive"
            | "visited"
            | "watched"
            | "cited"
            | "affected"
            | "wanted"
            | "used"
            | "advanced"
            | "immediate"
            | "capped"
            | "decorated"
            | "needed"
            | "searched"
    ) && [
        "ous", "ful", "ive", "al", "ic", "ing", "ed", "ent", "ant", "ble", "less", "ary", "ial", "ish", "ile", "ect",
        "ain", "ane", "ure",
    ]
    .iter()
    .any(|e| w.ends_with(e))
}

/// "more ruthless than any", "far worse than": a comparison of worth. Gives its length.
fn comparison(cx: &Context, clause: &Range<usize>, i: usize) -> Option<usize> {
    let w = cx.w(i);
    // "as more than a routine check": not only that.
    let beyond = cx.w(i + 1) == "than" && matches!(cx.w(i + 2), "a" | "an" | "just" | "mere" | "merely");
    // "More than the town spent", "costs more than": amounts.
    let graded = matches!(w, "more" | "less") && grammar::adjective(cx.w(i + 1)) && !beyond;
    let er = w.len() > 4
        && w.ends_with("er")
        && cx.w(i + 1) == "than"
        && !matches!(
            w,
            "rather"
                | "other"
                | "later"
                | "earlier"
                | "never"
                | "older"
                | "younger"
                | "longer"
                | "fewer"
                | "either"
                | "lower"
                | "higher"
                | "bigger"
                | "larger"
                | "smaller"
                | "taller"
                | "shorter"
                | "faster"
                | "cheaper"
                | "richer"
                | "poorer"
        )
        || matches!(w, "better" | "worse") && cx.w(i + 1) == "than";
    let than = (i + 1..(i + 5).min(clause.end)).find(|&k| cx.w(k) == "than")?;
    let number = (than + 1..(than + 4).min(clause.end))
        .any(|k| cx.reading.tokens[k].shape == crate::text::Shape::Number || lists::number(cx.w(k)));
    // "less than the value of the ore": sums are compared.
    let sums = cx.has(
        &(than + 1..(than + 4).min(clause.end)),
        &[
            "value", "amount", "number", "numbers", "cost", "costs", "price", "prices", "sum", "share", "rate",
            "average", "size",
        ],
    );
    // "anything less than a lock": all but that.
    let all_but = matches!(cx.before(i), "anything" | "nothing" | "something");
    ((graded || er) && !number && !sums && !all_but).then_some(than + 1 - i)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed, with_context};
    use crate::category::Kind::Superlative;

    #[test]
    fn marks_ranks_nobody_can_check() {
        marked(
            Superlative,
            &[
                "This was the most shameless campaign the valley has seen.",
                "The town faces an unprecedented crisis of trust.",
                "He is the greatest fiddler of his generation.",
                // the superlative of a listed judgment, two that share a noun, one that a copula puts on its subject
                "With the deal the town could close one of the grimmest chapters of its past.",
                "She is the strongest and most important leader in the valley.",
                "Of all its schools this one is the most unequal.",
                "The eel is arguably the toughest to catch.",
            ],
        );
    }

    #[test]
    fn a_judgments_superlative_is_known_by_its_base() {
        for (word, known) in [
            ("grimmest", true),
            ("crudest", true),
            ("silliest", true),
            ("bravest", true),
            // no superlatives, and none of a judgment
            ("honest", false),
            ("protest", false),
            ("greenest", false),
            ("est", false),
            ("éest", false),
        ] {
            with_context(word, |cx| assert_eq!(super::judging(cx, 0), known, "{word}"));
        }
    }

    #[test]
    fn leaves_measured_ranks() {
        clean(
            Superlative,
            &[
                "Prices rose to 4.1 percent, the highest since 1998.",
                "It is the largest city in the province.",
                "At least three people were hurt, most of them children.",
                "The most recent census was published in May.",
                "She won best actress in Venice.",
                "The growers met to find the best pears for the market.",
                "The poor were hit the hardest by the flood.",
                "The fund helps the most vulnerable people in the valley.",
                "He hasn't got the best reputation among gardeners.",
                "The mill had its best quarter since the flood.",
                "It was the worst mill fire in the valley's history.",
                // a trend, a part of a thing, a record
                "The lake is increasingly empty, and more and more boats stay in.",
                "At its worst moments the play is slow.",
                "It was the town's best quarterly result in years.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            Superlative,
            &[
                "If the number of those who row is greater than that of those who sail, the toll is dropped.",
                "Those with the strongest views guess badly how many share them.",
                "Yet it is questionable whether this round of talks will be any better than the last.",
                "They use the visit as more than a routine check of the lock.",
                "The mill at Kettle is bigger than Arden and Vale combined.",
                "A talk is no way of identifying the best rowers for the guild.",
                "They saved significantly less than the value of the ore they dug up.",
                "Anything less than a lock harms the town.",
            ],
        );
    }
}
