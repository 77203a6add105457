//! What a clause is embedded in: content that somebody holds, asks or denies is told, not averred.

use super::{Context, grammar};
use std::ops::Range;

/// Nouns and verbs whose "that" clause or object is somebody's content, not the writer's claim.
const CONTENT: &[&str] = &[
    "observation",
    "observations",
    "opinion",
    "view",
    "views",
    "belief",
    "idea",
    "notion",
    "argument",
    "arguments",
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "suggestion",
    "suggestions",
    "demand",
    "demands",
    "proposal",
    "recommendation",
    "theory",
    "fear",
    "fears",
    "hope",
    "hopes",
    "concern",
    "concerns",
    "suspicion",
    "suspicions",
    "rumours",
    "rumors",
    "perception",
    "assumption",
    "charge",
    "charges",
    "assertion",
    "contention",
    "promise",
    "pledge",
    "complaint",
    "complaints",
    "warning",
    "warnings",
    "message",
    "speculation",
    "question",
    "questions",
    "report",
    "reports",
    "myth",
    "impression",
    "insistence",
    "conclusion",
    "verdict",
    "narrative",
    "ruling",
    "prediction",
    "predictions",
    "knock",
    "rationale",
    "consensus",
    "thinking",
    "premise",
    "calculation",
    "bet",
    "worry",
    "takeaway",
    "reasoning",
    "expectation",
    "expectations",
    "excuse",
    "philosophy",
    "principle",
    "requirement",
    "requirements",
    "condition",
    "doctrine",
    "rule",
    "criterion",
];

/// Whether what stands at `i` is told as somebody's content ("the view that …", "whether …", "how …"), not averred.
pub fn embedded(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let from = i.saturating_sub(14).max(clause.start);
    for k in from..i {
        let w = cx.w(k);
        if w == "that" && (k.saturating_sub(4).max(clause.start)..k).any(|j| CONTENT.contains(&cx.w(j))) {
            return true;
        }
        // "It is not clear that the bridge will hold": open.
        if w == "that"
            && matches!(cx.before(k), "clear" | "certain" | "obvious" | "sure" | "evident")
            && grammar::negated(cx, clause, k - 1)
        {
            return true;
        }
        // "the trouble isn't that the clerk is biased": denied, whatever is.
        if w == "that" && matches!(cx.before(k), "not" | "n't") && k > clause.start + 1 && grammar::copula(cx.w(k - 2))
        {
            return true;
        }
        // "made it sound as if the flood had caused it", "acts as though": what is likened, not averred.
        if w == "as" && matches!(cx.w(k + 1), "if" | "though") {
            return true;
        }
        // "the knock on her is that …": the noun a few words on.
        if w == "that"
            && matches!(cx.before(k), "is" | "was")
            && (k.saturating_sub(9).max(clause.start)..k).any(|j| CONTENT.contains(&cx.w(j)))
        {
            return true;
        }
        // "no guarantee these will", "ask anyone what is"
        if matches!(w, "guarantee" | "forecast" | "forecasts") && k > clause.start {
            return true;
        }
        if matches!(w, "what" | "who")
            && (k.saturating_sub(4).max(clause.start)..k).any(|j| matches!(cx.w(j), "ask" | "asks" | "asked"))
        {
            return true;
        }
        // "persuading them that …": what somebody is brought to think.
        if w == "that"
            && (k.saturating_sub(8).max(clause.start)..k).any(|j| {
                matches!(
                    cx.w(j),
                    "persuading"
                        | "persuade"
                        | "persuaded"
                        | "impress"
                        | "presume"
                        | "presumes"
                        | "presumed"
                        | "presuming"
                        | "suppose"
                        | "supposes"
                        | "assumes"
                        | "assumed"
                        | "pretend"
                        | "pretends"
                        | "pretended"
                        | "expecting"
                        | "expects"
                        | "feared"
                        | "worried"
                        | "hearing"
                        | "hears"
                        | "teach"
                        | "teaches"
                        | "convincing"
                        | "convince"
                        | "convinced"
                        | "telling"
                        | "arguing"
                        | "claiming"
                        | "suggesting"
                        | "insisting"
                        | "saying"
                        | "believing"
                        | "thinking"
                        | "warning"
                        | "hoping"
                        | "fearing"
                        | "assuring"
                        | "thinks"
                        | "believes"
                        | "argues"
                        | "claims"
                        | "insists"
                )
            })
        {
            return true;
        }
        // "what they could mean": a thing, not a claim.
        if matches!(w, "what" | "whatever" | "which") && k > clause.start && k + 3 >= i {
            return true;
        }
        // "about why she thinks"
        if matches!(w, "why" | "how" | "whether") && k > clause.start && k + 5 > i {
            return true;
        }
        // "decide whether", "know when", "see how": an indirect question.
        if matches!(w, "whether" | "when" | "how" | "where" | "who" | "what" | "why" | "which")
            && k > clause.start
            && matches!(
                cx.before(k),
                "know"
                    | "knows"
                    | "knew"
                    | "decide"
                    | "decides"
                    | "decided"
                    | "see"
                    | "asks"
                    | "ask"
                    | "asked"
                    | "wonder"
                    | "wonders"
                    | "question"
                    | "questions"
                    | "over"
                    | "about"
                    | "of"
                    | "on"
                    | "unclear"
                    | "determine"
                    | "clear"
                    | "out"
                    | "understand"
                    | "explain"
                    | "explains"
                    | "discuss"
                    | "predict"
                    | "imagine"
                    | "to"
                    | "say"
            )
        {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    #[test]
    fn sees_embedding() {
        with_context("He held the view that nobody should ever vote.", |cx| {
            assert!(embedded(cx, &(0..cx.words.len()), 6));
        });
        with_context("We do not know when the trial will begin.", |cx| {
            assert!(embedded(cx, &(0..cx.words.len()), 7));
        });
        with_context("It is still not clear that nobody should ever vote.", |cx| {
            assert!(embedded(cx, &(0..cx.words.len()), 7));
        });
        with_context("It is a shame that nobody should ever vote.", |cx| {
            assert!(!embedded(cx, &(0..cx.words.len()), 6));
        });
    }
}
