//! Exhortation: calls to act and rhetorical questions in the writer's own voice (rule 10).

use super::gate::Voice;
use super::genre::Genre;
use super::grammar::{self, Subject};
use super::{Context, Hit, lists};
use crate::category::Kind;
use std::ops::Range;

const ASKING: &[&str] = &[
    "who", "what", "why", "how", "is", "are", "do", "does", "did", "can", "could", "should", "would", "will", "have",
    "has", "where", "when", "but", "and", "so", "or", "shall", "was", "were", "isn't", "if", "since", "which",
    // "won't", "can't"
    "wo", "ca",
];

/// Words after an imperative verb. A verb that opens a clause without one of them may be a noun or a name.
const AFTER_IMPERATIVE: &[&str] = &[
    "the", "a", "an", "that", "at", "of", "about", "how", "what", "this", "your", "it", "us", "up", "to", "not", "n't",
    "for", "all", "no", "them", "our", "these", "those", "his", "her", "their", "him", "some",
];

/// Verbs that address the reader before a name or a figure too: "Imagine 12 million", "Consider Ann Lee".
const STRESSED: &[&str] = &["imagine", "consider", "remember", "recall", "suppose", "take", "note", "ask", "compare"];

/// Marks obligation, imperatives and rhetorical questions.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    if grammar::question(cx, clause.start) {
        ask(cx, clause, out);
        return;
    }
    imperative(cx, clause, out);
    let list = lists::exhortation();
    let how_to = grammar::to_reader(cx, clause);
    let mut i = clause.start;
    while i < clause.end {
        let m = if cx.open(i) {
            list.at(&cx.words, i).filter(|m| m.group != "imperative" && i + m.len <= clause.end)
        } else {
            None
        };
        let Some(m) = m else {
            i += 1;
            continue;
        };
        if duty(cx, clause, i, m) {
            let (rule, mut confidence, mild) = match m.group {
                "strong" if presses(cx, i + m.len, clause) => ("call-to-act", 0.8, false),
                "strong" => ("call-to-act", 0.72, false),
                "call" => ("call-to-act", 0.66, true),
                _ => ("obligation", 0.58, true),
            };
            if how_to {
                confidence -= 0.2;
            }
            let end = (i + m.len + usize::from(matches!(cx.w(i + m.len), "n't" | "not"))).min(clause.end);
            out.push(hit(cx, clause, i..end, rule, confidence).mild(mild || how_to));
        }
        i += m.len;
    }
}

/// Whether the words from `i` on press for time: "must act now", "it is time to stop, before it is too late".
fn presses(cx: &Context, i: usize, clause: &Range<usize>) -> bool {
    let sentence = cx.sentence(clause.start);
    let end = sentence.map_or(clause.end, |s| cx.reading.sentences[s].tokens().end);
    (i..end).any(|k| match cx.w(k) {
        "now" => !cx.reading.tokens.get(k + 1).is_some_and(|t| t.is_word()) || k + 1 >= clause.end,
        "immediately" => true,
        "at" => cx.w(k + 1) == "once",
        "without" => cx.w(k + 1) == "delay",
        "too" => cx.w(k + 1) == "late",
        _ => false,
    })
}

/// Whether the words at `i` lay a duty on somebody, rather than guess, report a rule or belong to a noun.
fn duty(cx: &Context, clause: &Range<usize>, i: usize, m: lists::Match) -> bool {
    let (w, before, after) = (cx.w(i), cx.before(i), cx.w(i + m.len));
    if grammar::embedded(cx, clause, i) || grammar::supposed(cx, clause, i) {
        return false;
    }
    // "The system needs changing", "the crisis requires a broader response": who argues calls for it.
    let argued = cx.genre == Genre::Opinion
        && matches!(w, "requires" | "require" | "needs" | "need")
        && (after.ends_with("ing") || matches!(after, "a" | "an" | "more" | "different" | "new" | "better"))
        && !grammar::told_in_past(cx, clause)
        && !matches!(cx.before(i), "law" | "only" | "rules")
        && matches!(grammar::finite(cx, clause, i), Some((Subject::Thing | Subject::Noun | Subject::Pronoun | Subject::Name, h))
            if !matches!(cx.w(h), "who" | "that" | "law" | "act" | "treaty"));
    // "those who need glasses", "it requires that the state wait": a want is described, nobody is told to act.
    let wants = m.len == 1 && cx.w(i + 1) == "only"
        || !argued
            && m.len == 1
            && (matches!(w, "requires" | "require")
                || matches!(w, "needs" | "need")
                    && !matches!(grammar::subject(cx, clause, i), Some((Subject::Own, _))));
    let noun = wants
        || matches!(w, "needs" | "need" | "requires" | "require")
            && (after != "to" && cx.w(i + 1) != "to" && m.group == "mild" && grammar::finite(cx, clause, i).is_none()
                || grammar::determiner(before)
                || matches!(before, "of" | "did" | "not" | "n't"));
    // "would have to", "may need to": what a case would ask, not a call.
    let supposed = matches!(w, "have" | "has" | "need" | "had")
        && (grammar::modal(before)
            || matches!(before, "to" | "did" | "not" | "n't" | "never" | "also")
                && grammar::modal(cx.w(i.wrapping_sub(2))));
    let loose = matches!(w, "have" | "has" | "need" | "needs") && grammar::subject(cx, clause, i).is_none();
    let past = matches!(w, "had") || matches!(w, "have" | "has" | "needed") && grammar::told_in_past(cx, clause);
    // "Should it rain", "and, should a deal be struck, the east": a condition. "all that it has to offer": an idiom.
    let inverted = w == "should"
        && (i == clause.start
            || !matches!(before, "nor" | "neither" | "so")
                && matches!(cx.w(i + 1), "a" | "an" | "the" | "this" | "these" | "it" | "they" | "he" | "she"))
        || after == "offer" && matches!(w, "has" | "have");
    // "must have been", "should be able to", "should arrive by nine": a guess.
    let guess = w == "must"
        && (cx.w(i + 1) == "bear"
            // "must have a vote" lays a duty on somebody, "must have rowed" doesn't.
            || cx.w(i + 1) == "have" && !matches!(cx.w(i + 2), "a" | "an" | "the" | "no" | "their" | "its")
            || cx.w(i + 2) == "have" && !matches!(cx.w(i + 1), "not" | "also"))
        || matches!(w, "should")
            && (matches!(after, "able" | "enough" | "noted" | "fine" | "interesting" | "easy")
                || cx.w(i + 1) == "have" && cx.w(i + 2) == "a")
        || w == "should" && (grammar::figures(cx, clause) || matches!(after, "eventually" | "soon" | "probably"));
    // "This has to be very painful", "It must be hard": a guess at how it is.
    let guess = guess
        || matches!(w, "must" | "has" | "have")
            && (i + 1..i + 4)
                .any(|k| cx.w(k) == "be" && matches!(cx.w(k + 1), "very" | "so" | "quite" | "really" | "hard"))
            && matches!(grammar::subject(cx, clause, i), Some((Subject::Thing, _)));
    // A rule that is in force: "applicants must submit", "must be at least 18". Who argues calls for something with figures too.
    let measured = cx.genre != Genre::Opinion || cx.has(&(i..clause.end), &["least", "most", "minimum", "maximum"]);
    let rule = matches!(w, "must")
        && (grammar::figures(cx, clause) && measured
            || cx.has(clause, &["applicants", "law", "rules", "entries", "submitted", "register"])
            || (clause.start..i).any(|k| matches!(cx.w(k), "those" | "anyone" | "people") && cx.w(k + 1) == "who"));
    // "He has to remain loyal", "they have to live with it": how somebody is placed, and no call.
    let placed = matches!(w, "has" | "have")
        && matches!(
            after,
            "remain"
                | "live"
                | "deal"
                | "cope"
                | "contend"
                | "endure"
                | "wait"
                | "rely"
                | "settle"
                | "compete"
                | "work"
        );
    let first = matches!(grammar::subject(cx, clause, i), Some((Subject::Own, h)) if matches!(cx.w(h), "i" | "you"));
    let idle = first
        && (matches!(after, "say" | "admit" | "confess" | "add" | "note") || matches!(w, "have" | "need" | "had"))
        || m.len == 1 && !cx.reading.tokens.get(i + 1).is_some_and(|t| t.is_word());
    // "The campaign must relish it": a guess at a mind.
    let minds = w == "must"
        && ["mind", "strong"].iter().any(|g| lists::motive().in_group(g, &cx.words, i + 1).is_some())
        && !matches!(grammar::subject(cx, clause, i), Some((Subject::Own, _)));
    // "It's time for the eighth song": nobody is told to do anything.
    let episode = matches!(w, "it" | "it's")
        && cx.w(i + m.len) == "for"
        && !(i + m.len..(i + m.len + 9).min(clause.end)).any(|k| cx.w(k) == "to");
    // "All they have to do is row": that is enough. "The last thing I should do": what not to. "must go down as the worst":
    // what it is sure to be.
    let enough = (clause.start..i).any(|k| matches!(cx.w(k), "all" | "thing"))
        && (i + m.len..(i + m.len + 6).min(clause.end)).any(|k| matches!(cx.w(k), "is" | "was"))
        && matches!(cx.w(i), "have" | "has" | "need" | "needs" | "should");
    let rated =
        w == "must" && matches!(after, "go" | "rank" | "count" | "rate") && cx.has(&(i..clause.end), &["as", "among"]);
    // "The interview should be a nail in the coffin": what it ought to have come to, and nobody can do it.
    let expected = w == "should"
        && cx.w(i + 1) == "be"
        && matches!(cx.w(i + 2), "a" | "an")
        && matches!(grammar::subject(cx, clause, i), Some((Subject::Thing | Subject::Noun, h))
            if cx.w(h) != "there" && !crate::quotation::names::is_people(cx.w(h)));
    // "The grant was cut, so it needs to make more": how somebody is placed.
    let placed = placed
        || matches!(w, "needs" | "need" | "has" | "have")
            && (cx.w(clause.start) == "so" || i > clause.start + 1 && cx.w(i - 2) == "so")
            && matches!(grammar::subject(cx, clause, i), Some((Subject::Thing | Subject::Pronoun, _)));
    // "who should know better": a reproach.
    let reproach = w == "should" && after == "know" && cx.w(i + m.len + 1) == "better";
    // "Let's not forget": about the text.
    let remind = matches!(w, "let" | "let's") && (i + m.len..i + m.len + 2).any(|k| cx.w(k) == "forget");
    // "The county has let us down", "they never let the lock rest": what somebody does.
    let lets = w == "let"
        && i > clause.start
        && cx.reading.tokens[i - 1].is_word()
        && !matches!(
            cx.before(i),
            "and" | "but" | "so" | "then" | "now" | "please" | "therefore" | "instead" | "or" | "yet" | "finally"
        );
    // "that he should": what somebody decided.
    let told = cx.has(
        &(clause.start..i),
        &[
            "decided",
            "agreed",
            "ruled",
            "ordered",
            "recommended",
            "believed",
            "believes",
            "thinks",
            "insisted",
            "voted",
        ],
    );
    // "Let's start by looking": about the text, not the world.
    let signpost = matches!(w, "let" | "let's")
        && matches!(
            after,
            "start"
                | "begin"
                | "break"
                | "look"
                | "take"
                | "say"
                | "see"
                | "return"
                | "turn"
                | "hope"
                | "call"
                | "focus"
        );
    // "the money it needs to feed them": a relative without its pronoun.
    let relative = matches!(grammar::subject(cx, clause, i), Some((Subject::Thing | Subject::Pronoun, h))
        if h > clause.start
            && matches!(cx.w(h), "it" | "they" | "he" | "she")
            && cx.reading.tokens[h - 1].is_word()
            && matches!(w, "need" | "needs" | "has" | "have")
            && !grammar::adverb(cx.w(h - 1))
            && !matches!(cx.w(h - 1), "and" | "but" | "so" | "because" | "that" | "if" | "as" | "when" | "while" | "or" | "yet" | "what"));
    !(minds
        || reproach
        || enough
        || rated
        || expected
        || episode
        || remind
        || lets
        || placed
        || signpost
        || relative
        || noun
        || loose
        || supposed
        || past
        || inverted
        || guess
        || rule
        || idle
        || told)
}

fn ask(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let mark = (clause.end.saturating_sub(2).max(clause.start)..(clause.end + 1).min(cx.words.len()))
        .find(|&k| cx.w(k) == "?");
    let Some(mark) = mark.filter(|&m| m < clause.end) else { return };
    let Some(s) = cx.sentence(clause.start) else { return };
    let sentence = cx.reading.sentences[s];
    // "Why would they value it so little, unless …?": the question is the sentence, not the clause that its mark stands in.
    let asked = ASKING.contains(&cx.w(sentence.first as usize));
    let whole = sentence.first as usize..clause.end;
    // "Some like it, but isn't it …?": after a statement the question is its clause.
    let inverted = matches!(cx.w(clause.start), "but" | "and" | "so" | "yet" | "or" | "then")
        && grammar::auxiliary(cx.w(clause.start + 1));
    let clause = if asked { &whole } else { clause };
    // A question that is all of its paragraph may be a heading or an interviewer's; in a text that argues it is neither.
    let alone = cx.reading.sentences.len() > 2
        && (s == 0 || cx.reading.sentences[s - 1].block != sentence.block)
        && cx.reading.sentences.get(s + 1).is_none_or(|n| n.block != sentence.block);
    // "So why go through with it?": a bare infinitive asks for no reason.
    let idle = clause.clone().any(|k| {
        let opens = k == clause.start
            || matches!(cx.before(k), "so" | "but" | "and" | "then" | "," | ":" | ";" | "—" | "–" | "(");
        cx.w(k) == "why" && opens && bare(cx.w(k + 1))
    });
    let tag =
        idle || cx.has(clause, &["n't", "really", "ever", "else", "possibly", "anyone", "anybody", "we", "not", "any"]);
    // "What happens next?" is open; so is one that the next sentence answers for the reader.
    let open = !idle && cx.has(clause, &["next", "know", "expect"]);
    let told = cx.w(clause.start) == "what" && cx.has(clause, &["mean", "means", "happened"]);
    // "What can we learn from it?", "So what is to be done?", "Why does this matter?": it leads on to what the text tells next.
    let from = clause.start + usize::from(matches!(cx.w(clause.start), "so" | "but" | "and"));
    // "What then?": no more than a turn of the text.
    let turn = clause.len() < 4;
    // "But can they row?": a short question that is open.
    let short = clause.len() < 12
        && matches!(
            cx.w(from),
            "is" | "are" | "can" | "will" | "does" | "do" | "did" | "was" | "were" | "has" | "have"
        )
        && !tag;
    let guide = clause.len() < 13
        && matches!(cx.w(from), "what" | "how" | "where" | "why")
        && (cx.w(from + 1) == "will"
            || cx.has(
                clause,
                &["learn", "done", "matter", "begin", "start", "here", "happening", "remember", "work", "works"],
            ))
        && !cx.has(clause, &["n't", "not"]);
    // "There are many open questions. How big is it? Which towns …?"
    let listed = !tag && enquiry(cx, s);
    // "What would the levy achieve? Little.": asked so that the text can answer. One that makes a point shows it by its form.
    let pointed =
        tag || cx.has(
            clause,
            &[
                "truly",
                "actually",
                "honestly",
                "seriously",
                "long",
                "dare",
                "dares",
                "serious",
                "wonder",
                "else",
                "kind",
                "sort",
                "good",
                "business",
                "too",
                "much",
            ],
        ) || (clause.start..clause.end).any(|k| {
            matches!(cx.w(k), "who" | "how" | "why" | "which")
                && matches!(cx.w(k + 1), "can" | "could" | "should" | "must" | "would" | "are" | "is" | "do")
        }) && !(matches!(cx.w(from), "how") && cx.w(from + 1) == "did");
    if !pointed && cx.genre == Genre::Opinion {
        return;
    }
    // A question to the reader asks for an answer.
    if told || turn || short || guide || listed || !idle && answered(cx, s) || grammar::to_reader(cx, clause) {
        return;
    }
    // A few words in marks inside the question don't make it another's.
    let own = |i: usize| matches!(cx.voices.get(i), Some(Voice::Writer | Voice::Marks));
    if (idle || asked || inverted)
        && clause.clone().all(own)
        && 2 * clause.clone().filter(|&i| cx.open(i)).count() > clause.len()
        && !(alone && cx.genre != Genre::Opinion)
        && !(open && cx.genre != Genre::Opinion)
    {
        let confidence = match (cx.genre, tag) {
            (Genre::Opinion, true) => 0.7,
            (Genre::Opinion, false) | (Genre::Unclear | Genre::Short, true) => 0.62,
            _ => 0.45,
        };
        let because = "The question is put to the reader to make a point, and nobody is named who asks it.".to_owned();
        out.push(
            Hit::new(Kind::Exhortation, clause, mark..mark + 1, "rhetorical-question", because, confidence)
                .mild(!tag || cx.genre == Genre::News),
        );
    }
}

/// Whether the question of sentence `s` is asked for the sake of its answer: it is put forward as "the question", it is one
/// half of an alternative ("Is it the lock? Or is it the gate?"), or a "why" whose reasons follow.
fn answered(cx: &Context, s: usize) -> bool {
    let sentences = &cx.reading.sentences;
    let first = |k: usize| sentences.get(k).map_or("", |o| cx.w(o.first as usize));
    let same = |k: usize| sentences.get(k).is_some_and(|o| o.block == sentences[s].block);
    let asks = |k: usize| same(k) && grammar::question(cx, sentences[k].first as usize);
    let alternative = asks(s + 1) && first(s + 1) == "or" || first(s) == "or" && s > 0 && asks(s - 1);
    let all = sentences[s].tokens();
    let announced = (all.start..all.end.min(all.start + 8))
        .any(|k| cx.w(k) == "question" && (k + 1..k + 5).any(|j| matches!(cx.w(j), ":" | "whether")));
    // "Why?"
    let bare = all.len() < 3;
    let reasons = first(s) == "why"
        && same(s + 1)
        && (bare
            || sentences[s + 1].tokens().take(4).any(|k| {
                matches!(
                    cx.w(k),
                    "because"
                        | "perhaps"
                        | "maybe"
                        | "reason"
                        | "reasons"
                        | "hypotheses"
                        | "theories"
                        | "explanation"
                        | "answer"
                )
            }));
    alternative || announced || reasons
}

/// Whether the question of sentence `s` is one of a list that is announced as open: the sentence before the first of them
/// speaks of questions.
fn enquiry(cx: &Context, s: usize) -> bool {
    let asks = |k: usize| grammar::question(cx, cx.reading.sentences[k].first as usize);
    // "Which towns are they from? How did they get past the gate? Where are their boats?"
    let block = cx.reading.sentences[s].block;
    let same = |k: usize| cx.reading.sentences.get(k).is_some_and(|o| o.block == block) && asks(k);
    let plain = |k: usize| {
        let first = cx.w(cx.reading.sentences[k].first as usize);
        matches!(first, "which" | "how" | "where" | "when" | "what" | "who")
    };
    let around: Vec<usize> = (s.saturating_sub(2)..s + 3).filter(|&k| same(k) && plain(k)).collect();
    if around.len() > 2 && plain(s) {
        return true;
    }
    let Some(before) = (s.saturating_sub(MOST_ASKED)..s).rev().find(|&k| !asks(k)) else { return false };
    cx.has(
        &cx.reading.sentences[before].tokens(),
        &["questions", "unknown", "unclear", "unanswered", "ask", "asks", "asked"],
    )
}

/// How many questions in a row are looked over.
const MOST_ASKED: usize = 12;

/// Whether a word after "why" is a verb without a subject, as in "why bother".
fn bare(w: &str) -> bool {
    const VERBS: &[&str] =
        &["go", "bother", "wait", "waste", "risk", "pretend", "settle", "change", "have", "want", "use", "not"];
    VERBS.contains(&w) || lists::exhortation().in_group("imperative", &[w], 0).is_some()
}

fn imperative(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    // "Please, Mr. Mayor, look at": a few words of address may stand between.
    let please = cx.w(clause.start) == "please";
    let asked = (clause.start + 1..(clause.start + 6).min(clause.end))
        .find(|&k| please && lists::exhortation().in_group("imperative", &cx.words, k).is_some());
    // "So think about this", "First, consider what", "…; ask the banks to": behind what leads on, where the text argues.
    let argues = cx.genre == Genre::Opinion;
    let lead = |k: usize| {
        argues
            && matches!(
                cx.w(k),
                "so" | "but"
                    | "and"
                    | "instead"
                    | "first"
                    | "second"
                    | "finally"
                    | "just"
                    | "now"
                    | "then"
                    | ","
                    | "also"
            )
    };
    let behind = (clause.start..(clause.start + 4).min(clause.end)).find(|&k| !lead(k)).unwrap_or(clause.start);
    let sentence = cx.sentence(clause.start).map_or(clause.start, |s| cx.reading.sentences[s].first as usize);
    let continues =
        argues && (behind > clause.start || clause.start > sentence && matches!(cx.before(clause.start), ";" | ":"));
    let first = asked.unwrap_or(behind);
    let opens = please || continues || cx.reading.tokens[first].is_capital();
    let figure = argues
        && cx.reading.tokens.get(first + 1).is_some_and(|t| t.is_capital() || t.shape == crate::text::Shape::Number);
    if opens
        && cx.open(first)
        && lists::exhortation().in_group("imperative", &cx.words, first).is_some()
        && (AFTER_IMPERATIVE.contains(&cx.w(first + 1)) || figure && STRESSED.contains(&cx.w(first)))
        && !grammar::to_reader(cx, clause)
    {
        let trigger = first..first + if cx.w(first + 1) == "n't" { 2 } else { 1 };
        out.push(hit(cx, clause, trigger, "imperative", 0.52).mild(true));
    }
}

/// A call or a duty whose words are `trigger`.
pub(super) fn hit(
    cx: &Context,
    clause: &Range<usize>,
    trigger: Range<usize>,
    rule: &'static str,
    confidence: f32,
) -> Hit {
    let because = format!("“{}” says what ought to be done, in the writer's own voice.", cx.text(trigger.clone()));
    Hit::new(Kind::Exhortation, clause, trigger, rule, because, confidence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, marked, unproposed};
    use crate::category::Kind::Exhortation;

    #[test]
    fn marks_calls() {
        marked(
            Exhortation,
            &[
                "It is time the council opened its books.",
                "We must not let the mill close.",
                "The ministers should resign, because they have failed the people.",
                "Why should anyone trust them now?",
                "The lock leaks by the hour, so why wait for the next flood?",
                "Won't it simply look bad to close the lock to the rowers?",
                "Why would the rowers value their boats so little, unless they are poor?",
                "Some like the toll, but isn't it the poor who pay for the bridge?",
                "If the lock keepers knew of the leak, they should resign.",
                "Such a leak can never be permitted again.",
            ],
        );
    }

    #[test]
    fn leaves_guesses_advice_and_speech() {
        clean(
            Exhortation,
            &[
                "He must have been tired after the climb.",
                "You should whisk your eggs before adding them.",
                "The ministers should resign, the union said.",
                "Should it rain, the match moves indoors.",
                "The new pump should be able to empty the lock in an hour.",
                "The pump should deliver around 40 litres a second.",
                "The town would have to change its bylaws.",
                "She held the opinion that the ferry should never be sold.",
                "Applicants must submit two letters.",
                "Let's start by looking at the map.",
                "The rowers must relish every storm.",
                "It's time for the eighth song of the night.",
                "Let's not forget the lock.",
                "There are harbours where those who moor must pay.",
                "This has to be very painful to the ferrymen.",
                "The party's friends need her to look calm.",
                "The lock burst. What can we learn from this flood?",
                "There are many unanswered questions. How big is the leak in the lock? Which of the boats have been lost to it?",
                "For those who need glasses the firm sells lenses, and the lens requires a frame.",
                "The council lacks the money it needs to mend the lock.",
                "The driver could face a fine and have to pay for the fence.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            Exhortation,
            &[
                "The county has let us down for years, and its clerk never let us near the lock.",
                "All the guild has to do is row at night and pay no toll.",
                "The last thing the mayor should try is to make the lock bigger.",
                "In the history of tolls this must go down as one of the dearest.",
                "The interview should be a nail in the coffin of the toll.",
                "The grant of the museum is cut, so it needs to make more of its evenings.",
                "The river, the canal and, should a deal be struck, the lake carry the grain.",
                "The chances to enjoy all that the town has to offer are few.",
                "The cost of the lock must bear some of the blame for the flood.",
                "That habit should eventually catch up with the clerk.",
                "The mayor should know better.",
                "Why should the rowers be so fond of the lock? Most theories name its calm.",
                "And the question is: Has the guild no choice but to pay the toll?",
                "But the question is whether the guild has any choice but to pay?",
                "Do the rowers have no choice but to pay? Or have they found another lock?",
                "He is welcome no more. Why? The guild thinks that he let the lock fall in.",
            ],
        );
    }
}
