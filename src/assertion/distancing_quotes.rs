//! Distancing quotes: marks or "so-called" around words that no source is named for (rule 5).

use super::gate::Voice;
use super::genre::Genre;
use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use crate::report::Event;
use crate::text::Shape;
use std::collections::HashMap;
use std::ops::Range;

const LONGEST: usize = 8;
const MARKERS: &[&str] = &["so-called", "self-styled", "self-proclaimed", "purported", "self-appointed"];

/// Marks a few quoted words that are nobody's quotation, name or term.
pub fn detect(cx: &Context, out: &mut Vec<Hit>) {
    let mut echoes: Vec<String> = Vec::new();
    // Words that stand in marks again and again are a term of the text's.
    let mut times: HashMap<String, u32> = HashMap::new();
    for p in cx.reading.pairs.iter().filter(|p| p.depth == 0 && p.close.saturating_sub(p.open) < 8) {
        *times.entry(echo(cx, p.open as usize + 1..(p.close as usize).min(cx.words.len()))).or_default() += 1;
    }
    let mut pairs = cx.reading.pairs.iter().filter(|p| p.depth == 0).peekable();
    for (n, s) in cx.reading.sentences.iter().enumerate() {
        let all = s.tokens();
        // Where words in marks open that a "so-called" before them holds already.
        let mut held: Vec<u32> = Vec::new();
        let closed = cx.voices[all.clone()].iter().all(|v| matches!(v, Voice::Source | Voice::Vague));
        for i in all.clone() {
            if MARKERS.contains(&cx.w(i)) && cx.open(i) {
                let mut end = (i + 1).min(all.end);
                while end < all.end && end < i + 5 && cx.reading.tokens[end].is_word() {
                    end += 1;
                }
                // "so-called “metadata” (who called whom)": a term that is explained, or a name in capitals.
                // A quoted word is looked behind; "a so-called shadow tax. This is …" explains in the next sentence.
                let closing = cx.reading.pairs.partition_point(|p| (p.open as usize) < end);
                let behind = match cx.reading.pairs.get(closing).filter(|p| p.open as usize == end) {
                    Some(p) => p.close as usize + 1,
                    None => end,
                };
                let next =
                    cx.reading.sentences.get(n + 1).filter(|o| o.block == s.block).map_or(0, |o| o.first as usize);
                let defined = behind + 2 >= all.end
                    && next > 0
                    && matches!(cx.w(next), "this" | "it" | "that" | "these" | "they" | "such")
                    && matches!(cx.w(next + 1), "is" | "are" | "means" | "refers");
                // "so-called “closed” votes where only members row": told where it is used.
                let defined = defined
                    || (behind..(behind + 3).min(all.end)).any(|k| {
                        cx.w(k) == "where" || matches!(cx.w(k), "in" | "under" | "at") && cx.w(k + 1) == "which"
                    });
                let named = (i + 1..behind).any(|k| cx.reading.tokens[k].is_capital()) && cx.w(i) == "so-called";
                // A report has to call a self-styled state something; who argues holds its name at arm's length.
                let named = named && cx.genre != Genre::Opinion;
                if explained(cx, end.max(i + 1), &all) || explained(cx, behind, &all) || defined || named {
                    continue;
                }
                let because = format!("“{}” keeps the writer away from the name without saying whose it is.", cx.w(i));
                // "a so-called naked fee" brings in a term, "their so-called reform" holds one at arm's length.
                let term = matches!(cx.before(i), "a" | "an") && cx.w(i) == "so-called";
                // "the so-called “rescue plan”": twice at arm's length.
                let confidence = match (term, behind > end) {
                    (true, _) => 0.38,
                    (false, false) => 0.74,
                    (false, true) => 0.8,
                };
                let marked = behind > end && behind - end <= LONGEST + 2;
                if marked {
                    held.push(end as u32);
                }
                let all = i..if marked { behind } else { end };
                out.push(Hit::new(Kind::DistancingQuotes, &all, i..i + 1, "so-called", because, confidence).mild(term));
            }
        }
        let here: Vec<_> = std::iter::from_fn(|| pairs.next_if(|p| (p.open as usize) < all.end)).collect();
        // Several marked words in one sentence are a list of names, words or slogans.
        let short = here.iter().filter(|p| p.close.saturating_sub(p.open) < 8).count();
        let mut put = false;
        // Where the last words that were cleared as a name or a term end: "the words “hate” or “bigotry”".
        let mut term = usize::MAX;
        for p in here {
            let inner = p.open as usize + 1..p.close as usize;
            if inner.is_empty() || inner.end > cx.words.len() || held.contains(&p.open) {
                continue;
            }
            let said = closed || attributed(cx, p.start, p.end);
            let key = echo(cx, inner.clone());
            if said {
                // An article repeats what it quoted lately; the bound keeps hostile pages linear.
                if echoes.len() < 64 {
                    echoes.push(key);
                }
                continue;
            }
            let words = inner.clone().filter(|&i| cx.reading.tokens[i].is_word()).count();
            // What is put on somebody once in a sentence stays put for its other marked words.
            let refused = refused(cx, all.start, &(p.open as usize..p.close as usize));
            let here = !refused && put_on_somebody(cx, all.start, p.open as usize);
            put |= here;
            let listed = term < p.open as usize
                && (term + 1..p.open as usize).all(|k| matches!(cx.w(k), "and" | "or" | "," | "the" | "a"));
            if listed || is_term(cx, all.start, p.open as usize) {
                term = p.close as usize;
                continue;
            }
            // "“liberty”, “equality” and “fraternity”": a motto. "“creme” instead of “cream”": words as words.
            let beside = |k: usize| matches!(cx.w(k), "\"" | "“" | "”" | "''");
            let (open, close) = (p.open as usize, p.close as usize);
            let before = (open.saturating_sub(4)..open).any(beside);
            let after = (close + 1..(close + 4).min(all.end)).any(beside);
            let motto = words == 1 && short > 2 && (before || after);
            // "“honey” or “sweetheart” is used", "“high” or “low” functioning": words as words, a pair of terms.
            let paired = words == 1
                && short > 1
                && (cx.w(close + 1) == "or" && beside(close + 2)
                    || cx.before(open) == "or" && open > 2 && beside(open - 2));
            let spelt = matches!(cx.before(open), "of" | "than")
                && open > 1
                && matches!(cx.w(open - 2), "instead" | "rather")
                && short > 1;
            if words == 0
                || here
                || motto
                || paired
                || spelt
                || words > LONGEST
                || echoes.iter().any(|e| e.contains(&key))
                || is_name(cx, &inner)
                || lists::terms().in_group("slogan", &cx.words, inner.start).is_some_and(|n| n + 1 >= inner.len())
                || whole(cx, &inner, p.open as usize, &all)
                || put && words > 3
                || acts(cx, open, &inner)
                || named_behind(cx, p.close as usize + 1)
                || explained(cx, p.close as usize + 1, &all)
                || inner.clone().any(|i| {
                    cx.reading.tokens[i].shape == Shape::Number || matches!(cx.w(i), "i" | "we" | "my" | "me" | "you")
                })
            {
                continue;
            }
            // Near a speaker the words are likely the speaker's, though no mark says so.
            let near = [n.wrapping_sub(1), n, n + 1]
                .iter()
                .any(|&k| cx.reported.get(k) == Some(&true) && cx.reading.sentences[k].block == s.block);
            let third = all.clone().any(|i| matches!(cx.w(i), "he" | "she" | "his" | "her" | "who"));
            // One judging word in marks is the plainest case of holding a claim at arm's length.
            let judging = inner.clone().any(|i| {
                lists::loaded().at(&cx.words, i).is_some()
                    || lists::evaluation().in_group("adjective", &cx.words, i).is_some()
            });
            let mut confidence: f32 = if words <= 2 { 0.6 } else { 0.5 };
            if judging || ABSTRACT.iter().any(|e| cx.w(inner.end - 1).ends_with(e)) {
                confidence += 0.1;
            }
            // Whoever is told of in news may be who said it; an opinion piece tells of those it judges.
            if near || third {
                confidence -= if near || cx.genre != Genre::Opinion { 0.3 } else { 0.1 };
            }
            // A plural in marks that is counted or listed is a kind of thing: a term.
            if !judging && cx.w(inner.end - 1).ends_with('s') && words > 1 {
                confidence -= 0.12;
            }
            if refused {
                confidence = confidence.max(REFUSED);
            }
            if !judging && !refused && times.get(&key).is_some_and(|&n| n > 1) {
                confidence -= 0.2;
            }
            if short > 2 {
                confidence -= 0.2;
            }
            let span = p.open as usize..(p.close as usize + 1).min(cx.words.len());
            let because = "The marks set these words apart, and the text doesn't say whose they are.".to_owned();
            let mild = !judging && !refused || near || third || words > 3 || short > 1;
            out.push(
                Hit::new(Kind::DistancingQuotes, &span, span.clone(), "quoted-words", because, confidence).mild(mild),
            );
        }
    }
}

/// How sure it is that a name is kept at arm's length where the writer denies it.
const REFUSED: f32 = 0.76;

/// "It is certainly not a “sharing” service", "there is no such thing as the “open town”": the writer denies the thing its name.
/// "not “if” but “when”" weighs two words against each other.
fn refused(cx: &Context, first: usize, marks: &Range<usize>) -> bool {
    let mut k = marks.start;
    while k > first && matches!(cx.before(k), "a" | "an" | "the" | "any" | "some" | "kind" | "of" | "really" | "truly")
    {
        k -= 1;
    }
    let denies = |k: usize| match cx.before(k) {
        "not" | "n't" | "hardly" | "never" => {
            k > first + 1
                && (grammar::copula(cx.w(k - 2))
                    || k > first + 2 && grammar::adverb(cx.w(k - 2)) && grammar::copula(cx.w(k - 3)))
        }
        "as" => k > first + 3 && cx.w(k - 2) == "thing" && cx.w(k - 3) == "such" && cx.w(k - 4) == "no",
        _ => false,
    };
    let weighed = (marks.end + 1..marks.end + 4).any(|k| matches!(cx.w(k), "but" | "it" | "they" | "instead"));
    k > first && denies(k) && !weighed
}

/// Endings of words for what one can call into doubt.
const ABSTRACT: &[&str] = &["ism", "ness", "ity", "tion", "ists", "ice", "dom", "ship", "ment"];

/// A definition follows: a bracket, a dash, "or", "meaning", "which", "where", "a".
fn explained(cx: &Context, after: usize, sentence: &Range<usize>) -> bool {
    let comma = usize::from(cx.w(after) == ",");
    let next = cx.w(after + comma);
    // "“drift” samples — ones where …": a dash or a bracket a few words on.
    let later = (after + 1..(after + 4).min(sentence.end)).any(|k| {
        matches!(cx.w(k), "—" | "–" | "--" | "(")
            && matches!(cx.w(k + 1), "ones" | "those" | "meaning" | "where" | "which" | "or" | "a" | "an" | "that")
    });
    after < sentence.end
        && (later
            || matches!(next, "(" | "meaning" | "i.e." | "defined" | "refers" | "means" | "namely")
            || matches!(next, "—" | "–" | "--" | "-" | ":")
            || comma == 1 && matches!(next, "or" | "which" | "where" | "a" | "an" | "the")
            || comma == 0 && matches!(next, "is" | "are") && matches!(cx.w(after + 1), "a" | "an" | "when" | "the"))
}

/// A noun behind the marks makes them a name: "the “big ditch” project".
fn named_behind(cx: &Context, after: usize) -> bool {
    lists::speech().in_group("named", &cx.words, after).is_some()
}

/// Words close before the marks put them on somebody: "described it as", "accused of being", "a call for", "the mayor's dictum
/// that".
fn put_on_somebody(cx: &Context, first: usize, open: usize) -> bool {
    const SAYINGS: &[&str] = &[
        "dictum", "phrase", "slogan", "motto", "term", "label", "mantra", "quip", "warning", "promise", "pledge",
        "claim", "call", "calls", "demand", "demands", "line",
    ];
    if (open.saturating_sub(10).max(first + 1)..open)
        .any(|k| SAYINGS.contains(&cx.w(k)) && (matches!(cx.before(k), "'s" | "'") || cx.before(k).ends_with("s'")))
    {
        return true;
    }
    (open.saturating_sub(6).max(first)..open).any(|i| {
        let (w, next) = (cx.w(i), cx.w(i + 1));
        lists::speech().in_group("verb", &cx.words, i).is_some()
            || [
                "accusing",
                "accuses",
                "calling",
                "describing",
                "describes",
                "citing",
                "cites",
                "cited",
                "saying",
                "warning",
                "telling",
                "criticising",
                "criticizing",
                "denouncing",
                "denounced",
                "slammed",
                "blasted",
                "dismissed",
                "dismissing",
                "quoted",
                "quoting",
                "hailed",
                "claiming",
                "urging",
                "promising",
                "declaring",
                "insisting",
                "claims",
                "claim",
                "accusations",
                "sparked",
                "charges",
                "blamed",
                "complaints",
                "deemed",
                "considered",
                "ruled",
                "found",
                "apologised",
                "apologized",
                "believe",
                "believes",
                "directives",
                "orders",
                "seeking",
                "seeks",
                "touts",
                "touting",
                "bills",
            ]
            .contains(&w)
            // "Painted it as a “rescue”": who argues judges those who do.
            || cx.genre != Genre::Opinion
                && w == "as"
                && (i + 1 == open || matches!(next, "a" | "an" | "the" | "being"))
    })
}

fn attributed(cx: &Context, start: u32, end: u32) -> bool {
    cx.quotations.iter().any(|q| {
        q.event == Event::Speech
            && !(q.cue.is_empty() && q.source.is_empty())
            && q.content.iter().any(|c| c.start < end && start < c.end)
    })
}

fn echo(cx: &Context, inner: Range<usize>) -> String {
    inner.filter(|&i| cx.reading.tokens[i].is_word()).map(|i| cx.w(i)).collect::<Vec<_>>().join(" ")
}

/// All content words are capitalised: a title, a name, a work. One capitalised word alone may just open a sentence.
fn is_name(cx: &Context, inner: &Range<usize>) -> bool {
    let mut content = inner
        .clone()
        .filter(|&i| {
            cx.reading.tokens[i].is_word()
                && !matches!(
                    cx.w(i),
                    "the"
                        | "a"
                        | "an"
                        | "of"
                        | "in"
                        | "on"
                        | "and"
                        | "to"
                        | "for"
                        | "with"
                        | "at"
                        | "by"
                        | "from"
                        | "'s"
                        | "is"
                        | "or"
                )
        })
        .peekable();
    content.peek().is_some()
        && content.all(|i| {
            let t = cx.reading.tokens[i];
            t.is_capital() || !cx.w(i).starts_with(char::is_alphabetic)
        })
}

/// A word that gives a name or a definition stands close before.
fn is_term(cx: &Context, first: usize, open: usize) -> bool {
    (open.saturating_sub(4).max(first)..open).any(|i| lists::speech().in_group("naming", &cx.words, i).is_some())
}

/// "an annex that simply “calls upon” the crews": a text's verb, with the text for its subject.
fn acts(cx: &Context, open: usize, inner: &Range<usize>) -> bool {
    let subject = (open.saturating_sub(3)..open)
        .any(|k| matches!(cx.w(k), "that" | "which" | "it" | "he" | "she" | "who"))
        || cx.reading.tokens.get(open.wrapping_sub(1)).is_some_and(|t| t.is_word())
            && super::prediction::text(cx.before(open));
    subject
        && !grammar::determiner(cx.before(open))
        && lists::speech().in_group("verb", &cx.words, inner.start).is_some()
}

/// A whole utterance: it opens with a capital and ends as a sentence does.
fn whole(cx: &Context, inner: &Range<usize>, open: usize, sentence: &Range<usize>) -> bool {
    let capital = cx.reading.tokens[inner.start].is_capital();
    let ends = matches!(cx.w(inner.end - 1), "." | "!" | "?" | ",");
    // "his new club — “which is a phenomenal area.”": a clause of somebody's speech goes on.
    let relative = ends && matches!(cx.w(inner.start), "which" | "who" | "because" | "and" | "but" | "so");
    // "the law that made “unfit ways” a crime": a law's wording.
    let enacted = (open.saturating_sub(10).max(sentence.start)..open)
        .any(|k| matches!(cx.w(k), "legislation" | "law" | "bill" | "statute" | "constitution" | "clause"));
    relative || enacted || capital && (ends || open == sentence.start)
}

#[cfg(test)]
mod tests {
    use super::super::candidates;
    use super::super::tests::{clean, marked, unproposed, with_context};
    use crate::category::Kind::DistancingQuotes;

    #[test]
    fn marks_words_held_at_arms_length() {
        marked(
            DistancingQuotes,
            &[
                "The firm offers “free” parking to its guests.",
                "They marched for their \"great renewal\" through the rain.",
                "The so-called reform left the mill closed.",
            ],
        );
    }

    #[test]
    fn a_name_that_is_denied_is_held_at_arms_length() {
        let table = [
            ("It is certainly not a “boat sharing” service.", true),
            ("The flood should prove that there is no such thing as “the open town.”", true),
            ("This isn't “rowers will be rowers.”", true),
            ("It is not “if” but “when” the lock breaks.", false),
            ("The mayor said it was not “a boat sharing service.”", false),
        ];
        for (text, want) in table {
            with_context(text, |cx| {
                let sure = |h: &crate::assertion::Hit| h.kind == DistancingQuotes && h.confidence >= super::REFUSED;
                assert_eq!(candidates(cx).1.iter().any(sure), want, "{text}");
            });
        }
    }

    #[test]
    fn marks_behind_so_called_belong_to_it() {
        with_context("The so-called “rescue plan” left the mill closed.", |cx| {
            let hits = candidates(cx).1;
            let held: Vec<_> = hits.iter().filter(|h| h.kind == DistancingQuotes).collect();
            assert_eq!(held.len(), 1, "{held:?}");
            assert_eq!(held[0].clause, 1..6);
        });
    }

    #[test]
    fn leaves_names_titles_and_terms() {
        clean(
            DistancingQuotes,
            &[
                "They staged the exercise “Iron Lantern” in May.",
                "The band played the song “all my rivers” twice.",
                "The effect is called “drift” by sailors.",
                "The mayor said the plan was “dead.”",
                "The mayor said the plan was “a dead letter.” The “dead letter” was passed in June.",
                // a term that is explained, a name by the noun behind it, words put on somebody
                "The bill asks firms to keep “metadata” (who called whom and when) for two years.",
                "The “big ditch” project was finished in May.",
                "Some see the lake as “sacred” ground.",
                "The board dismissed the plan, calling it “hopeless”.",
                "The order cites “no mercy” for smugglers in the “struggle for clean water and quiet nights”.",
                "The bill asks firms to keep so-called “metadata” — who called whom and when.",
                "There is a so-called naked fee of two pounds.",
                "The firm drew “drift” water samples — ones where nobody rows.",
                "They talk about “hate” or “scorn” as if these were things.",
                "The clerk used the words “hate” and “scorn” on Monday.",
                "It becomes a so-called holding board. This is a board that owns and runs nothing.",
            ],
        );
    }

    #[test]
    fn a_word_told_from_another_is_a_word() {
        with_context("They sell a paste of “creme” instead of “cream” at the lock.", |cx| {
            let hits = candidates(cx).1;
            let held: Vec<_> =
                hits.iter().filter(|h| h.kind == DistancingQuotes).map(|h| cx.text(h.clause.clone())).collect();
            assert_eq!(held, ["“creme”"]);
        });
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            DistancingQuotes,
            &[
                "He likes his new club on the lake — “which is a phenomenal place.”",
                "It follows on from the law that made the praise of “unfit ways” a crime.",
                "The word is used much as \"honey\" or \"sweetheart\" is used by the guild.",
                "The guild is seeking \"splendid ideas\" for how to house its rowers.",
                "The guild, home of “liberty”, “order” and “sloth”, sells boats.",
                "The town began the so-called “Clean Quay” at noon.",
                "The rule was moved to an annex that simply “calls upon” the crews to row slowly.",
                "The crews followed the old mayor's dictum that the lock was a “green box”.",
            ],
        );
    }
}
