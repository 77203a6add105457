//! A little grammar: enough to tell a verb from a noun, find its subject, and see what a clause is embedded in.
//!
//! No parser and no model: closed word classes (which are finite) and the neighbours of a word. A test that can't be
//! decided says no, because a detector that relies on it should then stay silent (rule 7).

use super::Context;
pub use super::embedded::embedded;
use crate::text::Shape;
use std::ops::Range;

/// What stands before a verb as its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// I, we, you: the writer and the reader.
    Own,
    /// A name.
    Name,
    /// he, she, they, who …
    Pronoun,
    /// it, this, that, there, what.
    Thing,
    /// A common noun.
    Noun,
}

/// Whether `w` is a preposition; "to" counts.
pub fn preposition(w: &str) -> bool {
    matches!(
        w,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "without"
            | "to"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "about"
            | "against"
            | "between"
            | "among"
            | "through"
            | "during"
            | "after"
            | "before"
            | "than"
            | "like"
            | "as"
            | "per"
            | "via"
            | "upon"
            | "across"
            | "beyond"
            | "despite"
            | "toward"
            | "towards"
            | "within"
            | "amid"
            | "around"
            | "behind"
            | "beneath"
            | "near"
            | "off"
            | "out"
            | "up"
            | "down"
            | "except"
            | "including"
    )
}

/// Whether `w` opens a noun phrase: articles, possessives, demonstratives, quantifiers.
pub fn determiner(w: &str) -> bool {
    matches!(
        w,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "my"
            | "your"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "'s"
            | "'"
            | "no"
            | "any"
            | "some"
            | "every"
            | "each"
            | "all"
            | "both"
            | "another"
            | "such"
            | "much"
            | "more"
            | "most"
            | "less"
            | "what"
            | "which"
            | "whose"
    )
}

/// Whether `w` is an auxiliary or a modal.
pub fn auxiliary(w: &str) -> bool {
    modal(w)
        || copula(w)
        || matches!(
            w,
            "do" | "does" | "did" | "has" | "have" | "had" | "'ve" | "been" | "being" | "get" | "gets" | "got"
        )
}

/// Whether `w` is a modal.
pub fn modal(w: &str) -> bool {
    matches!(
        w,
        "will"
            | "wo"
            | "'ll"
            | "would"
            | "'d"
            | "can"
            | "ca"
            | "cannot"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
    )
}

/// Whether the word at `i` is the mark of a possessive ("the board's") and no short verb ("it's").
pub fn possessive(cx: &Context, i: usize) -> bool {
    cx.w(i) == "'s" && !matches!(cx.before(i), "it" | "that" | "what" | "there" | "he" | "she" | "this")
}

/// Whether `w` is a finite form of "be".
pub fn copula(w: &str) -> bool {
    matches!(w, "is" | "are" | "was" | "were" | "'s" | "'re" | "am" | "'m" | "be")
}

pub(super) fn conjunction(w: &str) -> bool {
    matches!(
        w,
        "and"
            | "or"
            | "but"
            | "nor"
            | "if"
            | "because"
            | "while"
            | "when"
            | "although"
            | "though"
            | "whether"
            | "how"
            | "why"
            | "where"
            | "so"
            | "yet"
            | "unless"
            | "since"
            | "until"
            | "once"
    )
}

/// Whether `w` is an adverb that may stand between a subject and its verb.
pub fn adverb(w: &str) -> bool {
    (w.len() > 4
        && w.ends_with("ly")
        && !matches!(
            w,
            "family"
                | "italy"
                | "july"
                | "supply"
                | "ally"
                | "reply"
                | "assembly"
                | "rally"
                | "apply"
                | "imply"
                | "comply"
                | "bully"
                | "multiply"
        ))
        || matches!(
            w,
            "not"
                | "n't"
                | "also"
                | "now"
                | "still"
                | "only"
                | "always"
                | "never"
                | "often"
                | "just"
                | "even"
                | "all"
                | "already"
                | "ever"
                | "once"
                | "then"
                | "soon"
                | "too"
                | "long"
                | "simply"
                | "perhaps"
                | "sometimes"
                | "both"
                | "themselves"
                | "himself"
                | "herself"
                | "itself"
        )
}

/// An ending that adjectives have and few nouns share.
pub fn adjective(w: &str) -> bool {
    w.len() > 4
        && ["ous", "ful", "ive", "ical", "ible", "able", "less", "ish", "ary", "ient", "ant", "ic", "al"]
            .iter()
            .any(|e| w.ends_with(e))
}

/// Whether the word at `i` in "-ing" has an object at `next`, so that it is a verb and no adjective: "engaging the military".
pub fn takes_object(cx: &Context, i: usize, next: usize) -> bool {
    let object = cx.w(next);
    cx.w(i).ends_with("ing")
        && (determiner(object)
            || matches!(object, "me" | "us" | "him" | "them" | "it" | "you" | "itself" | "themselves" | "people")
            || cx.reading.tokens.get(next).is_some_and(|t| t.is_capital()))
}

/// How many words up to the noun that the word before `i` describes: one, or two where the first is an adjective; none where
/// that noun only describes another ("ruinous libel suit").
pub fn noun_phrase(cx: &Context, clause: &Range<usize>, i: usize) -> usize {
    let plain = |k: usize| {
        let w = cx.w(k);
        k < clause.end
            && cx.open(k)
            && cx.reading.tokens[k].is_word()
            && !preposition(w)
            && !auxiliary(w)
            && !determiner(w)
            && !matches!(
                w,
                "and"
                    | "or"
                    | "but"
                    | "that"
                    | "if"
                    | "when"
                    | "because"
                    | "who"
                    | "it"
                    | "we"
                    | "they"
                    | "he"
                    | "she"
                    | "i"
                    | "you"
                    | "there"
                    | "not"
                    | "n't"
                    | "enough"
                    | "now"
                    | "then"
                    | "still"
                    | "them"
                    | "him"
                    | "us"
                    | "me"
                    | "again"
                    | "too"
                    | "today"
                    | "as"
            )
    };
    let words = match (plain(i), plain(i + 1)) {
        (true, true) if adjective(cx.w(i)) => 2,
        (true, _) => 1,
        _ => 0,
    };
    let next = cx.w(i + words);
    let verb = past(next)
        || cx.before(i + words).ends_with('s')
        || adverb(next)
        || ["s", "ed", "ing", "ly"].iter().any(|e| next.ends_with(e))
        || modal(next)
        || matches!(next, "ever" | "even" | "yet" | "so" | "here" | "alone" | "away" | "out" | "up" | "off" | "over");
    if words > 0 && plain(i + words) && !verb { 0 } else { words }
}

/// Whether an adjective at `i` stands before its noun ("toxic rhetoric") and not behind a copula ("is toxic today").
pub fn attributive(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let mut k = i;
    while k > clause.start.max(i.saturating_sub(6))
        && (adverb(cx.before(k))
            || adjective(cx.before(k))
            || matches!(cx.before(k), "and" | "," | "so" | "very" | "more" | "most" | "too" | "as"))
    {
        k -= 1;
    }
    let linked = k > clause.start
        && (auxiliary(cx.before(k)) && !possessive(cx, k - 1)
            || matches!(
                cx.before(k),
                "seem"
                    | "seems"
                    | "seemed"
                    | "look"
                    | "looks"
                    | "looked"
                    | "sound"
                    | "sounds"
                    | "become"
                    | "becomes"
                    | "became"
                    | "feel"
                    | "feels"
                    | "remain"
                    | "remains"
                    | "remained"
                    | "not"
                    | "n't"
            ));
    !linked
}

/// The subject of the verb at `i`, with the index of its head; `None` where no finite verb can stand at `i`.
pub fn subject(cx: &Context, clause: &Range<usize>, i: usize) -> Option<(Subject, usize)> {
    if i <= clause.start {
        return None;
    }
    let mut h = i - 1;
    while h > clause.start
        && (adverb(cx.w(h)) || matches!(cx.w(h), "do" | "does" | "did" | "has" | "have" | "had" | "'ve"))
    {
        h -= 1;
    }
    // "a minister, a friend of the mayor, hopes": the comma closes an apposition.
    let (w, t) = (cx.w(h), *cx.reading.tokens.get(h)?);
    let found = match w {
        // "The US will": a country.
        "us" if t.is_capital() => Subject::Name,
        "i" | "we" | "you" | "i'm" | "us" | "me" => Subject::Own,
        "he" | "she" | "they" | "who" | "everyone" | "everybody" | "nobody" | "someone" | "others" | "many"
        | "most" | "some" | "few" => Subject::Pronoun,
        "it" | "this" | "that" | "there" | "which" | "what" | "these" | "those" => Subject::Thing,
        _ if !t.is_word() || t.shape == Shape::Number => return None,
        _ if preposition(w) || determiner(w) || auxiliary(w) || conjunction(w) => return None,
        _ if t.is_capital() && h > clause.start => Subject::Name,
        _ if adjective(w)
            || matches!(
                w,
                "other" | "former" | "new" | "old" | "own" | "same" | "prime" | "good" | "last" | "first" | "next"
            ) =>
        {
            return None;
        }
        _ if w.ends_with("ing") || (w.ends_with("ed") && w.len() > 4) => return None,
        _ if t.is_capital() => {
            if adverb(w) {
                return None;
            }
            Subject::Name
        }
        _ => Subject::Noun,
    };
    Some((found, h))
}

/// Bodies that British papers put in the plural: "the government want".
const COLLECTIVE: &[&str] = &[
    "government",
    "party",
    "opposition",
    "leadership",
    "council",
    "committee",
    "board",
    "army",
    "team",
    "union",
    "company",
    "press",
    "public",
    "audience",
    "crowd",
    "family",
    "staff",
    "left",
    "right",
];

/// Whether the word at `i`, which may be a verb or a noun, is a finite verb here: it has a subject and agrees with it.
pub fn finite(cx: &Context, clause: &Range<usize>, i: usize) -> Option<(Subject, usize)> {
    let (s, h) = subject(cx, clause, i)?;
    let (verb, head) = (cx.w(i), cx.w(h));
    // A noun that stands before another noun: "fear factor", "hope street".
    if matches!(cx.w(i + 1), "of" | "by") && s != Subject::Pronoun {
        return None;
    }
    let plural = (head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is"))
        || matches!(
            head,
            "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "both"
                | "many"
                | "most"
                | "some"
                | "few"
                | "they"
                | "who"
                | "these"
                | "those"
                | "majority"
                | "media"
        )
        || (h > clause.start + 1 && cx.w(h - 1) == "and");
    let helped = (h + 1..i).any(|k| matches!(cx.w(k), "do" | "does" | "did"));
    let ok = if helped || past(verb) {
        true
    } else if verb.ends_with('s') && !verb.ends_with("ss") {
        !plural || matches!(head, "who") || s == Subject::Name
    } else {
        plural || s == Subject::Own || COLLECTIVE.contains(&head)
    };
    ok.then_some((s, h))
}

fn past(w: &str) -> bool {
    w.ends_with("ed")
        || matches!(
            w,
            "sought"
                | "thought"
                | "knew"
                | "saw"
                | "felt"
                | "meant"
                | "found"
                | "made"
                | "led"
                | "brought"
                | "gave"
                | "took"
                | "kept"
                | "left"
        )
}

/// Whether what stands at `i` is an aim: what somebody shall "make sure" or "ensure".
pub fn aim(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    cx.has(&(i.saturating_sub(3).max(clause.start)..i), &["sure", "ensure", "ensures", "ensuring", "certain"])
}

/// Whether the sentence around token `i` is a question.
pub fn question(cx: &Context, i: usize) -> bool {
    let Some(s) = cx.sentence(i) else { return false };
    let r = cx.reading.sentences[s].tokens();
    (r.end.saturating_sub(2).max(r.start)..r.end).any(|k| cx.w(k) == "?")
}

/// Whether the clause is a condition, or what stands at `i` hangs on one before it in the clause.
pub fn conditional(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let first = (clause.start..i.min(clause.start + 3))
        .any(|k| matches!(cx.w(k), "if" | "unless" | "whether" | "should" | "suppose" | "lest"));
    // "to the extent that customers won't notice", "the longer they try": a measure, not a claim.
    let measured = (i.saturating_sub(9).max(clause.start)..i).any(|k| cx.w(k) == "extent" && cx.w(k + 1) == "that")
        || cx.w(clause.start) == "the" && cx.w(clause.start + 1).ends_with("er") && cx.w(clause.start + 2) == "the";
    first
        || measured
        || (i.saturating_sub(7).max(clause.start)..i).any(|k| matches!(cx.w(k), "if" | "whether" | "unless"))
}

/// Whether the verb at `i` is a condition's, or hangs on one that no comma has closed.
pub fn supposed(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    conditional(cx, clause, i) && !consequent(cx, clause, i)
}

/// Whether the verb at `i` is that of what follows from a condition before it: "If the lock breaks, the town will suffer". It
/// is averred, while the condition is not.
fn consequent(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let Some(from) = (clause.start..i).rfind(|&k| matches!(cx.w(k), "if" | "unless" | "suppose" | "lest")) else {
        return false;
    };
    let Some(comma) = (from + 1..i).find(|&k| cx.w(k) == ",") else { return false };
    // Without a verb before it the comma parts the condition's own subject: "if the mill, the oldest of all, is unsafe".
    let verb = |k: usize| {
        let w = cx.w(k);
        auxiliary(w)
            || w.ends_with("ed")
            || k > from + 2 && w.ends_with('s') && !determiner(cx.before(k)) && !adjective(cx.before(k))
    };
    // "If convicted, …", "if they row at night, …"
    let bare = comma == from + 2 && (matches!(cx.w(from + 1), "not" | "so") || cx.w(from + 1).ends_with("ed"));
    let pronoun = comma > from + 2 && matches!(cx.w(from + 1), "i" | "we" | "you" | "they" | "people");
    let whole = bare || pronoun || (from + 2..comma).any(verb);
    whole && comma + 1 < i && !matches!(cx.w(comma + 1), "which" | "who" | "and" | "or" | "as" | "that")
}

/// Whether a negation stands right before `i`, at most two words off.
pub fn negated(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    (i.saturating_sub(3).max(clause.start)..i).any(|k| {
        matches!(cx.w(k), "not" | "n't" | "no" | "never" | "without" | "neither" | "nor" | "hardly" | "nothing" | "far")
    })
}

/// Whether the phrase at `i` is denied as a whole: "not a crazy claim", "never absurd", "not as a farce but as".
pub fn rejected(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let mut k = i;
    while k > clause.start
        && matches!(cx.before(k), "a" | "an" | "the" | "as" | "so" | "some" | "such" | "merely" | "just" | "only")
    {
        k -= 1;
    }
    // "Not all rules are excessive"
    let all = |k: usize| matches!(cx.w(k), "all" | "every" | "everything" | "everyone");
    let of_all = (clause.start..i).any(|k| matches!(cx.w(k), "not" | "n't") && all(k + 1));
    of_all || k > clause.start && matches!(cx.before(k), "not" | "n't" | "never" | "hardly" | "neither" | "nor")
}

/// Whether a past form stands in the clause before `i` and no present one.
pub fn told_in_past(cx: &Context, clause: &Range<usize>) -> bool {
    cx.has(clause, &["was", "were", "had", "did"])
        && !cx.has(clause, &["is", "are", "has", "have", "'s", "do", "does", "will"])
}

/// Whether the clause speaks to the reader as a guide does.
pub fn to_reader(cx: &Context, clause: &Range<usize>) -> bool {
    cx.has(clause, &["you", "your", "you're", "yourself"])
}

/// Whether a figure stands in the clause.
pub fn figures(cx: &Context, clause: &Range<usize>) -> bool {
    clause.clone().any(|i| cx.reading.tokens[i].shape == Shape::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    #[test]
    fn tells_verbs_from_nouns() {
        // The word to look at stands between slashes.
        let table: &[(&str, Option<Subject>)] = &[
            ("The ministers /fear/ a revolt.", Some(Subject::Noun)),
            ("They walk without /fear/ at night.", None),
            ("It was either worry or /fear/ that woke her.", None),
            ("Freedom from /want/ is a right.", None),
            ("Ruritania /wants/ the strait.", Some(Subject::Name)),
            ("The other /suspects/ were let go.", None),
            ("A rope forty feet /long/ hangs there.", None),
            ("She still /hopes/ to win.", Some(Subject::Pronoun)),
            ("We /hope/ to win.", Some(Subject::Own)),
            ("We must /aim/ higher.", None),
        ];
        for (marked, want) in table {
            let text = marked.replace('/', "");
            let at = marked.find('/').unwrap_or(0) as u32;
            with_context(&text, |cx| {
                let i = cx.reading.tokens.iter().position(|t| t.start == at).expect("a word");
                let got = finite(cx, &(0..cx.words.len()), i).map(|s| s.0);
                assert_eq!(got, *want, "{marked}");
            });
        }
    }
}
