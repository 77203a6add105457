//! The words that signal an attribution, by how they take their content.
//!
//! Verbs are listed once in their base form; [`verb`] undoes the inflection. The classes follow what stands after the
//! verb, because that is what the decoder must know: a clause, a name for something, an infinitive, or a thought.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// How a cue takes its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Reports a clause or words in marks: say, warn, insist.
    Say,
    /// Reports words with a hearer in between: tell, remind.
    Tell,
    /// Judges or names a thing: accuse, praise, describe.
    Judge,
    /// As [`Class::Judge`], but speech only where words in marks follow: regard, view.
    View,
    /// Reports an undertaking or a demand: promise, urge.
    Pledge,
    /// A thought, a wish, a stance: think, hope, support.
    Belief,
}

/// The inflection of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// say
    Base,
    /// says
    Third,
    /// said
    Past,
    /// saying
    Ing,
}

const SAY: &[&str] = &[
    "acknowledge",
    "add",
    "admit",
    "affirm",
    "allege",
    "announce",
    "argue",
    "assert",
    "attest",
    "aver",
    "blog",
    "boast",
    "brag",
    "caution",
    "claim",
    "clarify",
    "comment",
    "complain",
    "concede",
    "conclude",
    "confess",
    "confide",
    "confirm",
    "contend",
    "continue",
    "counter",
    "cry",
    "declare",
    "deny",
    "disclose",
    "elaborate",
    "emphasise",
    "emphasize",
    "enthuse",
    "estimate",
    "exclaim",
    "explain",
    "fume",
    "gush",
    "hint",
    "imply",
    "indicate",
    "inform",
    "insinuate",
    "insist",
    "interject",
    "joke",
    "lament",
    "maintain",
    "mention",
    "mock",
    "mumble",
    "murmur",
    "mutter",
    "note",
    "object",
    "observe",
    "opine",
    "point",
    "posit",
    "post",
    "predict",
    "proclaim",
    "quip",
    "read",
    "reaffirm",
    "recall",
    "recount",
    "reiterate",
    "relate",
    "remark",
    "repeat",
    "reply",
    "report",
    "respond",
    "retort",
    "reveal",
    "rue",
    "say",
    "scoff",
    "shout",
    "sigh",
    "signal",
    "snap",
    "speculate",
    "state",
    "stress",
    "suggest",
    "tell",
    "testify",
    "theorise",
    "theorize",
    "tweet",
    "underline",
    "underscore",
    "volunteer",
    "warn",
    "whisper",
    "write",
    "yell",
    "wonder",
    "answer",
    "find",
    "show",
    "reason",
    "muse",
    "interrupt",
    "retweet",
    "summarise",
    "summarize",
    "write",
    "text",
    "chant",
    "deadpan",
    "gripe",
    "grumble",
    "holler",
    "intone",
    "decree",
    "divulge",
    "forecast",
    "radio",
    "reassert",
    "reckon",
    "restate",
    "rule",
];
/// Verbs for how something is voiced, or for the face that goes with it: they say something beside marks or an
/// introduced content, and stand before a bare noun in other senses ("laughed a little", "roared a warning").
const MANNER: &[&str] = &[
    "chime", "chuckle", "crow", "gasp", "groan", "laugh", "marvel", "moan", "recite", "scream", "sob", "thunder",
    "roar", "bark", "growl", "hiss", "purr", "bellow", "wail", "shriek", "shrug", "nod", "grin", "smile", "giggle",
    "rage",
];

/// Whether a word looks like a present participle: "ing" behind three letters or more, so neither
/// "thing" nor "bring".
pub fn is_participle(w: &str) -> bool {
    w.len() > 5 && w.ends_with("ing")
}

/// Whether a base form is a verb for the manner of speaking.
pub fn is_manner(base: &str) -> bool {
    MANNER.contains(&base)
}

const TELL: &[&str] = &[
    "tell", "exhort", "scold", "admonish", "chide", "remind", "assure", "inform", "reassure", "advise", "notify",
    "ask", "warn", "urge",
];
const JUDGE: &[&str] = &[
    "accuse",
    "applaud",
    "assail",
    "attribute",
    "attack",
    "bash",
    "blame",
    "blast",
    "brand",
    "call",
    "castigate",
    "challenge",
    "characterise",
    "characterize",
    "charge",
    "chastise",
    "cite",
    "compare",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "defend",
    "demonise",
    "demonize",
    "denounce",
    "deride",
    "describe",
    "discuss",
    "dismiss",
    "dispute",
    "dub",
    "endorse",
    "express",
    "hail",
    "highlight",
    "label",
    "lambast",
    "lambaste",
    "laud",
    "portray",
    "praise",
    "promote",
    "question",
    "quote",
    "rebuke",
    "rebut",
    "refer",
    "reject",
    "ridicule",
    "rip",
    "slam",
    "smear",
    "tout",
    "thank",
    "vilify",
    "welcome",
    "address",
    "depict",
    "downplay",
    "flag",
    "credit",
    "paint",
    "hammer",
    "echo",
];
const VIEW: &[&str] = &["regard", "view", "see", "consider", "perceive", "deem", "cast", "treat"];
const PLEDGE: &[&str] = &[
    "agree",
    "ask",
    "beg",
    "demand",
    "decline",
    "implore",
    "offer",
    "order",
    "pledge",
    "promise",
    "propose",
    "recommend",
    "refuse",
    "request",
    "swear",
    "threaten",
    "urge",
    "vow",
    "instruct",
    "encourage",
    "plead",
];
const BELIEF: &[&str] = &[
    "anticipate",
    "believe",
    "decide",
    "doubt",
    "expect",
    "fear",
    "feel",
    "favor",
    "favour",
    "hope",
    "intend",
    "know",
    "oppose",
    "plan",
    "prefer",
    "realise",
    "realize",
    "seek",
    "support",
    "suspect",
    "think",
    "want",
    "wish",
    "worry",
    "back",
    "guess",
    "imagine",
    "understand",
    "learn",
];

const IRREGULAR: &[(&str, &str, Form)] = &[
    ("said", "say", Form::Past),
    ("told", "tell", Form::Past),
    ("wrote", "write", Form::Past),
    ("written", "write", Form::Past),
    ("thought", "think", Form::Past),
    ("knew", "know", Form::Past),
    ("known", "know", Form::Past),
    ("felt", "feel", Form::Past),
    ("saw", "see", Form::Past),
    ("seen", "see", Form::Past),
    ("found", "find", Form::Past),
    ("sought", "seek", Form::Past),
    ("swore", "swear", Form::Past),
    ("sworn", "swear", Form::Past),
    ("shown", "show", Form::Past),
    ("cast", "cast", Form::Past),
    ("understood", "understand", Form::Past),
    ("read", "read", Form::Past),
    ("learnt", "learn", Form::Past),
    ("forecast", "forecast", Form::Past),
];

/// The class of a base form.
fn class_of(base: &str) -> Option<Class> {
    static CLASSES: OnceLock<FxHashMap<&str, Class>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| {
        // SAY before TELL, which overwrites it: a hearer may stand between the verb and the words, and need not.
        let lists = [
            (BELIEF, Class::Belief),
            (PLEDGE, Class::Pledge),
            (VIEW, Class::View),
            (JUDGE, Class::Judge),
            (SAY, Class::Say),
            (MANNER, Class::Say),
            (TELL, Class::Tell),
        ];
        lists.iter().flat_map(|(list, class)| list.iter().map(|w| (*w, *class))).collect()
    });
    classes.get(base).copied()
}

/// The class, form and base of a verb in lower case; `None` for any other word.
pub fn verb(w: &str) -> Option<(Class, Form, String)> {
    static FORMS: OnceLock<FxHashMap<&str, (&str, Form)>> = OnceLock::new();
    if !w.is_ascii() || w.len() < 3 || w.len() > 16 {
        return None;
    }
    // Of two readings of a form the first in the list holds.
    let forms = FORMS.get_or_init(|| IRREGULAR.iter().rev().map(|&(w, base, form)| (w, (base, form))).collect());
    let hit = |base: &str, form: Form| class_of(base).map(|c| (c, form, base.to_owned()));
    if let Some(&(base, form)) = forms.get(w) {
        return hit(base, form);
    }
    if let Some(h) = hit(w, Form::Base) {
        return Some(h);
    }
    let mut made = String::with_capacity(w.len() + 1);
    for (suffix, form) in [("ing", Form::Ing), ("ed", Form::Past), ("es", Form::Third), ("s", Form::Third)] {
        let Some(stem) = w.strip_suffix(suffix).filter(|s| s.len() >= 2) else { continue };
        if let Some(h) = hit(stem, form) {
            return Some(h);
        }
        for (cut, end) in [("", "e"), ("i", "y")] {
            let Some(cut) = stem.strip_suffix(cut) else { continue };
            made.clear();
            made.push_str(cut);
            made.push_str(end);
            if let Some(h) = hit(&made, form) {
                return Some(h);
            }
        }
        let b = stem.as_bytes();
        if b[b.len() - 1] == b[b.len() - 2]
            && let Some(h) = hit(&stem[..stem.len() - 1], form)
        {
            return Some(h);
        }
    }
    None
}

/// Words that open a clause of what is charged or questioned: there a stance is put in words.
pub fn asks(w: &str) -> bool {
    matches!(w, "that" | "whether" | "where" | "why" | "how" | "if")
}

/// Verbs of [`Class::Judge`] that report a stance or a deed as often as words; speech only where words in marks follow.
pub fn is_stance(base: &str) -> bool {
    matches!(
        base,
        "promote"
            | "question"
            | "highlight"
            | "endorse"
            | "echo"
            | "reject"
            | "attack"
            | "address"
            | "challenge"
            | "discuss"
            | "compare"
            | "credit"
            | "flag"
            | "charge"
            | "defend"
            | "dispute"
            | "cite"
            | "welcome"
            | "downplay"
            | "paint"
            | "hammer"
            | "depict"
            | "express"
            | "brand"
            | "hail"
    )
}

/// Nouns that carry a clause with "that": X's claim that.
pub fn noun(w: &str) -> bool {
    matches!(
        w,
        "claim"
            | "claims"
            | "assertion"
            | "assertions"
            | "statement"
            | "suggestion"
            | "allegation"
            | "allegations"
            | "argument"
            | "warning"
            | "warnings"
            | "promise"
            | "pledge"
            | "admission"
            | "announcement"
            | "belief"
            | "insistence"
            | "contention"
            | "accusation"
            | "accusations"
            | "conclusion"
            | "remark"
            | "remarks"
            | "denial"
    )
}

/// Whether the noun cue names a thought.
pub fn belief_noun(w: &str) -> bool {
    w == "belief"
}

/// Auxiliaries and adverbs that belong to the group of a cue verb, left of it.
pub fn in_verb_group(w: &str) -> bool {
    is_aux(w)
        || matches!(
            w,
            "also"
                | "later"
                | "not"
                | "n't"
                | "never"
                | "often"
                | "always"
                | "once"
                | "then"
                | "now"
                | "previously"
                | "recently"
                | "first"
                | "repeatedly"
                | "further"
                | "still"
                | "even"
                | "already"
                | "just"
                | "only"
                | "reportedly"
                | "long"
                | "since"
                | "frequently"
                | "simply"
                | "instead"
                | "actually"
                | "so"
                | "too"
        )
        || (w.len() > 5
            && w.ends_with("ly")
            && !matches!(
                w,
                "family" | "Italy" | "italy" | "assembly" | "weekly" | "monthly" | "ally" | "supply" | "daily"
            ))
}

/// Auxiliary verbs.
pub fn is_aux(w: &str) -> bool {
    is_be(w) || is_modal(w) || matches!(w, "has" | "have" | "had" | "'ve" | "'s" | "'d" | "do" | "does" | "did")
}

/// Forms of "be".
pub fn is_be(w: &str) -> bool {
    matches!(w, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'re" | "'m" | "am")
}

/// Modals: what follows is not (yet) said.
pub fn is_modal(w: &str) -> bool {
    matches!(w, "will" | "would" | "could" | "can" | "may" | "might" | "should" | "must" | "'ll")
}

/// Pronouns that can be a source.
pub fn is_pronoun(w: &str) -> bool {
    matches!(w, "he" | "she" | "they" | "it" | "i" | "we" | "you" | "who")
}

/// Words that open a clause or part it from the one before.
pub fn parts_clauses(w: &str) -> bool {
    matches!(
        w,
        "that"
            | "but"
            | "while"
            | "because"
            | "when"
            | "if"
            | "though"
            | "although"
            | "after"
            | "before"
            | "whether"
            | "where"
            | "which"
            | "as"
            | "than"
            | "since"
            | "until"
            | "so"
            | "yet"
            | "how"
            | "why"
            | "what"
            | "whom"
    )
}

/// Prepositions.
pub fn is_preposition(w: &str) -> bool {
    matches!(
        w,
        "of" | "for"
            | "at"
            | "in"
            | "from"
            | "with"
            | "on"
            | "to"
            | "by"
            | "about"
            | "into"
            | "over"
            | "under"
            | "against"
            | "during"
            | "among"
            | "between"
            | "within"
            | "through"
            | "following"
            | "despite"
    )
}

/// Words that join a sentence to the one before, alone before an attribution.
pub fn leads(w: &str) -> bool {
    matches!(
        w,
        "but"
            | "and"
            | "so"
            | "yet"
            | "still"
            | "however"
            | "now"
            | "then"
            | "also"
            | "meanwhile"
            | "instead"
            | "overall"
            | "besides"
            | "moreover"
            | "nonetheless"
            | "nevertheless"
            | "indeed"
            | "although"
            | "though"
    )
}

/// Participles that open a sentence with the occasion of what is said: "Asked about the bridge, she replied, “No.”"
pub fn is_occasion(w: &str) -> bool {
    matches!(
        w,
        "asked"
            | "pressed"
            | "questioned"
            | "quizzed"
            | "interviewed"
            | "speaking"
            | "talking"
            | "writing"
            | "responding"
            | "replying"
            | "reacting"
            | "commenting"
            | "addressing"
            | "appearing"
            | "referring"
    )
}

/// Days and other words of time that stand between a cue and its content without a preposition.
pub fn is_time(w: &str) -> bool {
    matches!(
        w,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "today"
            | "yesterday"
            | "tonight"
            | "earlier"
            | "later"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "last"
            | "week"
            | "month"
            | "year"
    )
}

/// The months; "may" and "march" are also verbs, so a caller looks at the words around them.
pub fn is_month(w: &str) -> bool {
    matches!(
        w,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

/// Capitals that open a sentence and are no part of a name.
pub fn opens_sentence(w: &str) -> bool {
    is_pronoun(w)
        || is_preposition(w)
        || parts_clauses(w)
        || is_time(w)
        || matches!(
            w,
            "the"
                | "a"
                | "an"
                | "and"
                | "but"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "my"
                | "this"
                | "these"
                | "those"
                | "there"
                | "not"
                | "no"
                | "some"
                | "many"
                | "most"
                | "then"
                | "now"
                | "meanwhile"
                | "once"
                | "instead"
                | "indeed"
                | "perhaps"
                | "soon"
                | "nor"
                | "every"
                | "each"
                | "several"
                | "however"
                | "according"
                | "asked"
                | "like"
                | "even"
                | "all"
                | "also"
                | "or"
                | "other"
                | "former"
                | "still"
                | "both"
                | "another"
                | "one"
                | "two"
                | "three"
        ) && w != "former"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undoes_inflections() {
        let table = [
            ("said", "say", Form::Past),
            ("denies", "deny", Form::Third),
            ("quipped", "quip", Form::Past),
            ("urging", "urge", Form::Ing),
            ("smears", "smear", Form::Third),
            ("hoped", "hope", Form::Past),
            ("told", "tell", Form::Past),
            ("regards", "regard", Form::Third),
            ("stresses", "stress", Form::Third),
        ];
        for (w, base, form) in table {
            let (_, f, b) = verb(w).expect(w);
            assert_eq!((b.as_str(), f), (base, form));
        }
        for w in ["table", "saying's", "ing", "ed", "s", "größte"] {
            assert!(verb(w).is_none(), "{w}");
        }
    }
}
