//! Loaded wording: words that judge while they tell.

use super::genre::Genre;
use super::literal::{self, term};
use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use std::ops::Range;

const INTENSIFIERS: &[&str] = &[
    "so",
    "very",
    "utterly",
    "deeply",
    "truly",
    "completely",
    "totally",
    "extremely",
    "simply",
    "absolutely",
    "downright",
    "wholly",
    "such",
    "too",
    "highly",
    "incredibly",
    "increasingly",
];

/// What stands before a judgment that is somebody's charge or a topic, not the writer's word: "accused of treason".
pub(super) const TOPIC: &[&str] = &[
    "against",
    "versus",
    "vs",
    "between",
    "alleged",
    "anti",
    "combat",
    "combating",
    "combatting",
    "prevent",
    "preventing",
    "fight",
    "fighting",
    "on",
    "about",
    "allegations",
    "accusations",
    "charges",
    "accused",
    "convicted",
    "guilty",
    "suspected",
    "tackle",
    "child",
    "animal",
    "domestic",
    "end",
    "ending",
    "stop",
    "stopping",
    "called",
    "oppose",
    "opposed",
    "claims",
    "charge",
    "charged",
    "crimes",
    "victims",
    "victim",
    "acts",
    "investigating",
    "exposing",
    "expose",
    "uncover",
    "uncovering",
    "root",
    "probe",
];

/// Marks evaluative words outside names.
pub fn detect(cx: &Context, clause: &Range<usize>, out: &mut Vec<Hit>) {
    let mut i = clause.start;
    while i < clause.end {
        let hit = if cx.open(i) && !cx.name(i, clause) { lists::loaded().at(&cx.words, i) } else { None };
        let Some(m) = hit else {
            i += 1;
            continue;
        };
        let end = (i + m.len).min(clause.end);
        let at = i;
        i = end;
        // What is judged belongs to the judgment: "toxic rhetoric".
        let judged = if adjective(cx, end - 1) && grammar::attributive(cx, clause, at) && !cx.name(end, clause) {
            grammar::noun_phrase(cx, clause, end)
        } else {
            0
        };
        let trigger = at..end + judged;
        let noun = !grammar::adjective(cx.w(at)) && !cx.w(at).ends_with("ly");
        let topic = noun && topic(cx, clause, at);
        // "aggressively contoured", "proud to support you": a craft's terms and a firm's greetings.
        let craft =
            matches!(cx.w(at), "aggressively" | "aggressive" | "robust" | "vibrant") && cx.w(at + 1).ends_with("ed");
        let own = m.group == "degree" && matches!(cx.w(clause.start), "we" | "our");
        let pledge = cx.has(&(clause.start..at), &["we"]) && grammar::negated(cx, clause, at.min(clause.start + 4));
        if craft
            || own
            || supposed(cx, clause, at)
            || asked_for(cx, clause, at)
            || pledge
            || topic
            || term(cx, at)
            || literal::literal(cx, clause, at)
            || put_on(cx, clause, at)
            || grammar::embedded(cx, clause, at)
        {
            continue;
        }
        let intensified = INTENSIFIERS.contains(&cx.before(at));
        // "The backlash", "their despair": what the article is about.
        if m.group == "topic" && !intensified && cx.genre != Genre::Short {
            continue;
        }
        let negated = grammar::negated(cx, clause, at);
        // "Even if she isn't using cruel words, …": conceded, and denied. "Not the kind of silence that tells of scorn": likewise.
        let denied = cx.w(clause.start) == "even"
            && matches!(cx.w(clause.start + 1), "if" | "though")
            && cx.has(&(clause.start..at), &["not", "n't"])
            || cx.w(clause.start) == "not"
                && matches!(cx.w(clause.start + 1), "the" | "a" | "that")
                && negated_kind(cx, clause);
        if denied {
            continue;
        }
        // "must have a vital role": what is asked for, and marked as a call.
        let asked = m.group == "degree"
            && matches!(cx.w(at), "vital" | "essential" | "crucial" | "robust" | "reasonable" | "sensible")
            && cx.has(&behind(clause, at, 8), &["must", "should", "need", "needs", "ought"]);
        // "While the crews deserve credit, they must …": granted on the way to the claim.
        let granted = !intensified
            && matches!(m.group, "degree" | "mild")
            && matches!(cx.w(clause.start), "while" | "although" | "though" | "granted");
        // "it's kind of crazy": taken half back as it is said; "this kind of crazy rule" isn't.
        let half = cx.before(at) == "of"
            && at > clause.start + 2
            && matches!(cx.w(at - 2), "kind" | "sort")
            && (grammar::copula(cx.w(at - 3)) || matches!(cx.w(at - 3), "just" | "all" | "feels" | "seems"));
        if asked || granted || half {
            continue;
        }
        // "far less scandalous": what it is not.
        if matches!(cx.before(at), "less" | "least") {
            continue;
        }
        let (rule, confidence, mild) = match m.group {
            "strong" => ("loaded-strong", 0.8, false),
            "verb" => ("loaded-verb", 0.6, true),
            "degree" | "topic" if !intensified => ("loaded-degree", 0.42, true),
            _ if intensified => ("loaded-intensified", 0.66, negated),
            _ => ("loaded-mild", 0.5, true),
        };
        // Reviews evaluate by trade.
        let trade = cx.genre == Genre::Review && !intensified;
        let held = negated || grammar::conditional(cx, clause, at);
        let confidence = confidence - if held { 0.15 } else { 0.0 } - if trade { 0.25 } else { 0.0 };
        let because =
            format!("“{}” judges what it tells, and no source is named for the judgment.", cx.text(trigger.clone()));
        out.push(
            Hit::new(Kind::LoadedWording, clause, trigger, rule, because, confidence)
                .mild(mild)
                .faint(rule == "loaded-degree"),
        );
    }
}

/// "Not the kind of silence that …", "not a silence that …": a fragment that tells what something wasn't.
fn negated_kind(cx: &Context, clause: &Range<usize>) -> bool {
    (clause.start + 2..(clause.start + 8).min(clause.end)).any(|k| matches!(cx.w(k), "that" | "which" | "of"))
        && !cx.has(clause, &["is", "are", "but"])
}

/// "A potentially ruinous suit": what it may be. "Largely unwavering": hardly so. "Not an absurd claim": what it is not.
/// "Proved wrong": what came out.
fn supposed(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    // "a ridiculously narrow lane": very narrow.
    let measure = cx.w(i).ends_with("ly")
        && matches!(
            cx.w(i + 1),
            "narrow"
                | "wide"
                | "long"
                | "short"
                | "big"
                | "small"
                | "high"
                | "low"
                | "tall"
                | "fast"
                | "slow"
                | "cold"
                | "hot"
        );
    measure
        || matches!(
            cx.before(i),
            "seemingly"
                | "potentially"
                | "largely"
                | "relatively"
                | "somewhat"
                | "fairly"
                | "possibly"
                | "supposedly"
                | "allegedly"
                | "reportedly"
                | "purportedly"
                | "ostensibly"
        )
        || cx.w(i) == "wrong" && matches!(cx.before(i), "proved" | "proven")
        || grammar::rejected(cx, clause, i)
        // "may have lied to her", "may backfire"
        || matches!(cx.before(i), "may" | "might" | "could")
        || !grammar::attributive(cx, clause, i)
            && behind(clause, i, 8).any(|k| matches!(cx.w(k), "may" | "might") && cx.w(k + 1) == "have")
        // "It's only absurd if you believe that": it is not.
        || cx.has(&behind(clause, i, 4), &["only"]) && cx.has(&(i + 1..(i + 5).min(clause.end)), &["if"])
        // "acceptable and unacceptable forms": both sides of a line.
        || i > clause.start + 1
            && matches!(cx.before(i), "and" | "or" | "from")
            && ["un", "in", "im", "dis"].iter().any(|p| cx.w(i).strip_prefix(p) == Some(cx.w(i - 2)))
}

/// "Is she naive or cunning?", "So is the mayor lying about the lock?": whether it is so is asked, and open (rule 6). What the
/// question takes for granted ("this absurd toll") is the writer's word all the same.
fn asked_for(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    if !grammar::question(cx, clause.start) {
        return false;
    }
    let alternative =
        matches!(cx.w(clause.start), "is" | "are" | "was" | "were" | "should" | "does" | "do" | "did" | "or")
            && (cx.has(clause, &["or"]) || cx.w(clause.end) == "or");
    let from = clause.start + usize::from(matches!(cx.w(clause.start), "so" | "but" | "and" | "or"));
    let given = |k: usize| {
        matches!(
            cx.w(k),
            "the" | "this" | "that" | "these" | "those" | "such" | "his" | "her" | "its" | "their" | "our"
        )
    };
    let yes_or_no = matches!(cx.w(from), "is" | "are" | "was" | "were" | "does" | "do" | "did" | "has" | "have")
        && !cx.has(clause, &["n't", "not"])
        && !(grammar::attributive(cx, clause, i) && behind(clause, i, 3).any(|k| k > from + 1 && given(k)));
    alternative || yes_or_no
}

/// Whether the listed word at `i` is an adjective, by its ending or because a copula can put it on a subject.
fn adjective(cx: &Context, i: usize) -> bool {
    let w = cx.w(i);
    // Nouns with an adjective's ending.
    let noun = matches!(w, "rhetoric" | "betrayal" | "tyrant" | "sycophant" | "epidemic" | "panic" | "lunatic");
    !noun && (grammar::adjective(w) || lists::evaluation().in_group("adjective", &cx.words, i) == Some(1))
}

/// Whether a charge or a topic stands before the noun at `i`, over "of" and the members of a list.
pub(super) fn topic(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let mut k = i;
    for _ in 0..12 {
        if k <= clause.start {
            return false;
        }
        k -= 1;
        let w = cx.w(k);
        if TOPIC.contains(&w) {
            return true;
        }
        let list = matches!(w, "of" | "and" | "or" | ",") || matches!(cx.w(k + 1), "and" | "or" | ",");
        if !list {
            return false;
        }
    }
    false
}

/// Verbs of seeing somebody as something; "as" and the judgment follow.
const CASTING: &[&str] = &[
    "seen",
    "see",
    "sees",
    "view",
    "views",
    "viewed",
    "regard",
    "regards",
    "regarded",
    "present",
    "presents",
    "presented",
    "presenting",
    "paint",
    "paints",
    "painted",
    "painting",
    "portray",
    "portraying",
    "portrays",
    "portrayed",
    "dismiss",
    "dismisses",
    "dismissed",
    "described",
    "reviled",
    "denounced",
    "condemned",
    "hailed",
    "branded",
    "derided",
    "perceived",
    "depicted",
    "criticised",
    "criticized",
    "praised",
    "decried",
    "itself",
    "themselves",
    "himself",
    "herself",
    "billed",
    "treated",
    "know",
    "knew",
    "known",
    "cast",
    "casts",
    "casting",
    "recognise",
    "recognised",
    "recognising",
    "recognize",
    "recognized",
    "recognizing",
];
/// Verbs of calling somebody something.
const CALLING: &[&str] =
    &["called", "calls", "calling", "branded", "labelled", "labeled", "dubbed", "accused", "accuses"];
/// Words that make what follows within so many tokens somebody's: what was told, and a charge ("sued for selling predatory loans").
const SOMEBODYS: &[(usize, &[&str])] = &[
    (9, &["telling", "tells", "told"]),
    (12, &["sued", "lawsuit", "lawsuits", "indicted", "alleging", "alleges", "allegedly"]),
];

/// Whether the word at `i` is how somebody else is said to see or feel it: "reviled as a despot", "they felt betrayed".
pub(super) fn put_on(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let mut k = i;
    while k > clause.start && (grammar::adverb(cx.before(k)) || matches!(cx.before(k), "so" | "very" | "more")) {
        k -= 1;
    }
    SOMEBODYS.iter().any(|(back, words)| cx.has(&behind(clause, i, *back), words))
        || matches!(cx.before(k), "deemed" | "considered" | "thought")
        || felt(cx, clause, k)
        || cast(cx, clause, i)
        || called(cx, clause, i)
        || foretold(cx, clause, i)
        || likened(cx, clause, i)
        || spoken(cx, clause, i)
        || to_some(cx, i)
        || of_the_writer(cx, clause, i)
        || attack_in_words(cx, clause, i)
        || reputed(cx, clause, i)
        || averted(cx, clause, i)
        || theme(cx, clause, i)
        || warned(cx, clause, i)
        || defined(cx, clause, i)
}

/// "In his efforts to warn the pilot of the dangers": what somebody is warned of.
fn warned(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let warns = |k: usize| matches!(cx.w(k), "warn" | "warns" | "warned" | "warning");
    behind(clause, i, 8).any(|k| warns(k) && (k + 1..i).any(|j| matches!(cx.w(j), "of" | "about" | "against")))
}

/// "The definition of treason is": a word that is defined.
fn defined(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 3).any(|k| matches!(cx.w(k), "definition" | "meaning") && cx.w(k + 1) == "of")
        && cx.has(&(i..(i + 5).min(clause.end)), &["is", "was", "means"])
}

/// The tokens of the clause before `i`, `back` at most.
fn behind(clause: &Range<usize>, i: usize, back: usize) -> Range<usize> {
    i.saturating_sub(back).max(clause.start)..i
}

/// "They felt betrayed"; the adverbs before the judgment start at `k`.
fn felt(cx: &Context, clause: &Range<usize>, k: usize) -> bool {
    matches!(cx.before(k), "feel" | "feels" | "felt" | "feeling")
        && !cx.has(&(clause.start..k), &["i", "we", "it", "that", "this"])
}

/// "Reviled as a despot".
fn cast(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 9).filter(|&k| cx.w(k) == "as").any(|at| cx.has(&behind(clause, at, 8), CASTING))
}

/// "Called him a quack, a fake and a charlatan", "accused of being reckless".
fn called(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 9)
        .any(|k| CALLING.contains(&cx.w(k)) && !matches!(cx.before(k), "i" | "we" | "so" | "-") && k > clause.start)
}

/// "The nightmare that its friends have warned about".
fn foretold(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    const WARNING: &[&str] =
        &["warned", "warning", "warn", "feared", "fear", "predicted", "described", "call", "calls"];
    let that = (i + 1..(i + 4).min(clause.end)).find(|&k| cx.w(k) == "that");
    that.is_some_and(|t| cx.has(&(t + 1..(t + 10).min(clause.end)), WARNING))
}

/// "Made to look like a fool".
fn likened(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 6).any(|k| {
        matches!(cx.w(k), "look" | "seem" | "sound" | "appear")
            && cx.has(&behind(clause, k, 3), &["make", "makes", "made", "making"])
    })
}

/// "Spoke of idle mills and the horrific floods": told as somebody's words.
fn spoken(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 24).any(|k| {
        matches!(cx.w(k), "spoke" | "speaks" | "talked" | "talks" | "complained" | "warned")
            && matches!(cx.w(k + 1), "of" | "about")
    })
}

/// "Tyranny, to them, is personal."
fn to_some(cx: &Context, i: usize) -> bool {
    cx.w(i + 1) == "," && matches!(cx.w(i + 2), "to" | "for") && matches!(cx.w(i + 3), "them" | "him" | "her")
}

/// "I'm bitter and cynical enough", "I sometimes come off as shrill": the writer about himself.
fn of_the_writer(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 8).any(|k| {
        cx.w(k) == "i'm"
            || matches!(cx.w(k), "i" | "we") && (k + 1..(k + 4).min(i)).any(|v| matches!(cx.w(v), "feel" | "felt"))
            || cx.w(k) == "i"
                && (k + 1..(k + 3).min(i)).any(|v| {
                    matches!(cx.w(v), "'m" | "am" | "was" | "come" | "came" | "sound" | "look" | "seem" | "appear")
                })
    })
}

/// "Restating his assault on the toll", "continued his onslaught": an attack in words is told.
fn attack_in_words(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    const GOING_ON: &[&str] =
        &["restating", "repeating", "repeated", "renewed", "continued", "continuing", "continues", "resumed"];
    matches!(cx.w(i), "assault" | "onslaught") && cx.has(&behind(clause, i, 4), GOING_ON)
}

/// "Has the reputation of employing first-rate clerks": what people say of it.
fn reputed(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 10)
        .any(|k| matches!(cx.w(k), "reputation" | "reputations") && matches!(cx.w(k + 1), "of" | "for" | "as"))
}

/// "Needed to avert a catastrophic flood": what shall not come to be.
fn averted(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    behind(clause, i, 3).any(|k| {
        matches!(cx.w(k), "prevent" | "preventing" | "avert" | "averting" | "avoid" | "avoiding" | "forestall")
            && (k + 1..i).all(|j| grammar::determiner(cx.w(j)) || grammar::adverb(cx.w(j)))
    })
}

/// "A novel of greed and evil", "themes like greed", "her issues of greed": what a work, or somebody's talk, is about.
fn theme(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    !grammar::adjective(cx.w(i))
        && behind(clause, i, 8).any(|k| {
            matches!(
                cx.w(k),
                "dream"
                    | "dreams"
                    | "vision"
                    | "issue"
                    | "issues"
                    | "speech"
                    | "speeches"
                    | "argument"
                    | "arguments"
                    | "theme"
                    | "themes"
                    | "tale"
                    | "tales"
                    | "story"
                    | "stories"
                    | "novel"
                    | "meditation"
                    | "parable"
            ) && matches!(cx.w(k + 1), "of" | "like" | "about" | "on" | "such" | ":")
        })
}

#[cfg(test)]
mod tests {
    use super::super::candidates;
    use super::super::tests::{clean, marked, unproposed, with_context};
    use crate::category::Kind::LoadedWording;

    #[test]
    fn marks_judgments() {
        marked(
            LoadedWording,
            &[
                "The council's shameful bargain cost the town its library.",
                "Ministers blindly follow the bank.",
                "The reform was badly botched and it deserves no praise at all.",
                "It was a deeply unfair and dangerous choice.",
                "As a despot he robbed the valley of its mills.",
                "It felt like a betrayal of the fishermen.",
                "Thugs terrorised the ferrymen for a year.",
            ],
        );
    }

    #[test]
    fn what_is_judged_belongs_to_the_trigger() {
        let table = [
            ("The toxic rhetoric of the board helps nobody.", "toxic rhetoric"),
            ("It was an absurd and costly toll.", "absurd"),
            ("The board's vile personal attacks went on.", "vile personal attacks"),
            ("The toll is absurd today.", "absurd"),
            ("Their hypocrisy helps nobody.", "hypocrisy"),
            ("More troubling still, the lock leaks.", "troubling"),
            ("It lost a ruinous libel suit.", "ruinous"),
        ];
        for (text, want) in table {
            with_context(text, |cx| {
                let (_, hits) = candidates(cx);
                let got: Vec<_> = hits.iter().flat_map(|h| &h.triggers).map(|t| cx.text(t.clone())).collect();
                assert!(got.contains(&want), "{text}: {got:?}");
            });
        }
    }

    #[test]
    fn leaves_names_and_speech() {
        clean(
            LoadedWording,
            &[
                "They watched Mad Max and Savage Garden in Evil Falls.",
                "The minister called the plan shameful, she said.",
                "The library opens at nine.",
                // a charge or a topic
                "He was accused of treason and stood trial.",
                "The society campaigns against cruelty.",
                "The clerk looked into claims of fraud and treason.",
                "The charm guards a child from the evil eye.",
                "They view the rowers as lazy and wicked.",
                "Rowers had come to know the clerk as a brazen liar.",
                // terms
                "The mill dumped toxic waste in the river.",
                "Its strength lies in a steady flow of water.",
                "The clerk mended the gate simply by turning a screw.",
                "The preacher was the first to preach in the township.",
                "Firms with adjusted gross incomes above the line pay more.",
                "The station is a propaganda arm of the ministry.",
                "The clerk's gut reaction was to close the lock.",
                "Reporters were busy exposing fraud and treason at the mill.",
                "They live by exposing corruption, dishonesty, waste, incompetence and sleaze in the boardroom.",
                "It would have been far less scandalous in the spring.",
                // a crime that a court deals with, an attack on somebody, an event of nature
                "He got five years, the least that the law knows for treason.",
                "She faces a charge of reckless driving after the assault on an officer.",
                "A torrent of water and brutal cold closed the pass.",
                "The hijacked plane landed, and the gutted house burned on in the fire.",
                "He was trampled to death by a bull.",
                "A dose of highly toxic “slimming pills” was sold.",
                "The net inflow was larger than the gross inflow.",
                // how others see or feel it
                "In the south he was reviled as a despot.",
                "One surgeon called the mayor a quack and a charlatan.",
                "The plan includes the establishment of a board.",
                "Many farmers felt betrayed when the mill closed.",
                "To many, the mayor is a charlatan.",
                "She was telling the rowers they were being ridiculous.",
                "I'm bitter and cynical enough to row alone.",
                "The bishop spoke of idle mills, of hunger and the horrific floods in the south.",
                "Is the mayor naive or cunning?",
                "The posters were designed to make him look like a crooked, hypocritical clerk.",
                "The bank was sued by the town for selling predatory loans.",
                "He framed the vote as competence versus incompetence.",
                "The nightmare flood that friends of the lake have been warning about came.",
                "The mayor continued his onslaught against the toll on Monday.",
                "The play takes up themes like greed, treason and evil.",
                "The gang carried out a terrorist attack on the ferry.",
            ],
        );
    }

    #[test]
    fn proposes_nothing() {
        unproposed(
            LoadedWording,
            &[
                "The definition of treason is giving aid to the pirates of the lake.",
                "In his efforts to warn the pilot of the folly of a race by night, the clerk rowed out.",
                "The race is four miles long, and yeah, it's kind of crazy.",
                "It is still not clear that the old plan for the lock is doomed.",
                "The pilot is not some deluded fanatic of the guild.",
                "The bishop of the valley began his pontificate in the spring.",
                "So is the mayor lying about the lock?",
                "I sometimes come off as stiff or shrill to the crews.",
                "We still feel ridiculous in these boats.",
                "It is only an absurd idea if you believe that boats are men.",
                "The bank filed a potentially ruinous suit.",
                "The law casts the rowers as lazy and wicked.",
                "It was the mayor's dream of hypocrisy undone.",
                "The clerk may have shamelessly lied to the crews.",
                "The trouble isn't that the clerk is a liar.",
                "The guild draws a line between acceptable and unacceptable boats.",
                "It was not an absurd toll by any means.",
                "The barge went through a ridiculously narrow lock.",
                "The speech was about her core issues of greed and the tide.",
                "The mayor's friends present the clerk as a traitor.",
                "The guild has the reputation of feeding incompetent crews.",
                "A wall is needed to avert a catastrophic flood.",
                "The mayor is seen as the town's most brazen liar.",
                "While the crews deserve credit, they must mend the lock.",
                "His largely unwavering support is known.",
            ],
        );
    }
}
