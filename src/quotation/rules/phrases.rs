//! Noun phrases beside a cue: the subject on its left with its appositions, the source on its right.

use super::super::lexicon::{self, Class, Form};
use super::super::names;
use super::super::words::determiner;
use super::Decoder;
use crate::text::Shape;
use std::ops::Range;

/// What somebody hands out or makes in words …
const PAPERS: &[&str] = &[
    "statement",
    "tweet",
    "post",
    "letter",
    "message",
    "email",
    "e-mail",
    "note",
    "response",
    "reply",
    "comment",
    "warning",
    "apology",
    "appeal",
    "account",
    "quote",
    "answer",
    "point",
    "argument",
    "observation",
    "admission",
    "confession",
    "plea",
    "prediction",
    "accusation",
    "assessment",
    "explanation",
    "description",
    "summary",
    "verdict",
    "remark",
    "suggestion",
];
/// … and the verbs for it.
const HANDS: &[&str] = &[
    "issued",
    "issues",
    "released",
    "releases",
    "sent",
    "sends",
    "posted",
    "posts",
    "published",
    "made",
    "makes",
    "gave",
    "gives",
    "offered",
    "offers",
    "shared",
    "shares",
    "provided",
    "left",
    "penned",
    "tweeted",
    "put",
    "puts",
    "had",
];

impl Decoder<'_, '_, '_> {
    /// The noun phrase that opens a unit: a pronoun, or a run of capitals with its determiner.
    pub(super) fn opening(&self, unit: &Range<usize>, limit: usize) -> Option<Range<usize>> {
        let w = self.w;
        let mut a = unit.start;
        while a < limit && (!w.is_word(a) || matches!(w.low(a), "but" | "and" | "later" | "meanwhile" | "then")) {
            a += 1;
        }
        if lexicon::is_pronoun(w.low(a)) {
            return Some(a..a + 1);
        }
        if lexicon::is_preposition(w.low(a)) || lexicon::parts_clauses(w.low(a)) || lexicon::is_time(w.low(a)) {
            return None;
        }
        let mut b = a + usize::from(determiner(w.low(a)));
        while b < limit && w.capital(b) {
            b += 1;
        }
        // "Small groups of marchers": the capital is the sentence's, and the noun comes after it.
        if b == a + 1 && w.reading.tokens.get(b).is_some_and(|t| t.shape == Shape::Lower) {
            let stop = |k: usize| {
                lexicon::is_aux(w.low(k))
                    || lexicon::verb(w.low(k)).is_some()
                    || !w.is_word(k)
                    || w.low(k).ends_with("ed")
            };
            let end = (b..limit.min(b + 6)).find(|&k| stop(k)).unwrap_or(b);
            let noun = (b..end).rev().find(|&k| w.low(k).ends_with('s') && names::is_people(w.low(k)));
            // "The guild sued": a body with its article.
            let body = (end > b && determiner(w.low(a)) && names::is_body(w.low(end - 1))).then_some(end - 1);
            b = noun.or(body).map_or(b, |k| k + 1);
        }
        // "Norland's central bank held its rate, saying".
        if w.low(b) == "'s" && !w.capital(b + 1) {
            let end = (b + 1..limit.min(b + 6))
                .find(|&k| {
                    !w.is_word(k)
                        || lexicon::is_aux(w.low(k))
                        || lexicon::verb(w.low(k)).is_some()
                        || w.low(k).ends_with("ed")
                        || w.low(k) == "held"
                })
                .unwrap_or(b);
            let head = w.low(end.saturating_sub(1));
            if end > b + 1 && (names::is_body(head) || names::is_title(head)) {
                return Some(a..end);
            }
        }
        // "The Haddon Courier's Ann Lee was kinder, calling it".
        if w.low(b) == "'s" && w.capital(b + 1) {
            a = b + 1;
            b = a + 1;
            while b < limit && w.capital(b) {
                b += 1;
            }
        }
        (b > a + usize::from(determiner(w.low(a)))).then_some(a..b)
    }

    /// All that stands between words in marks that open the sentence and the verb: “We wait,” Ann Lee, a member of the
    /// North+ league said of the plan.
    pub(super) fn behind_marks(&self, unit: &Range<usize>, from: usize, g: usize) -> Option<Range<usize>> {
        let w = self.w;
        let p = w.pair_at(unit.start).filter(|p| from == unit.start && !p.continues && p.open as usize == from)?;
        let start = p.close as usize + 1;
        let led = w.heavy(p) && start >= 2 && matches!(w.low(start - 2), "," | "?" | "!");
        if !led || start >= g || g - start > 30 || !w.capital(start) && !determiner(w.low(start)) {
            return None;
        }
        let plain = |k: usize| {
            !w.in_marks(k)
                && !matches!(w.low(k), ";" | ":" | "and" | "but")
                && lexicon::verb(w.low(k)).is_none_or(|v| v.1 == Form::Base || !matches!(v.0, Class::Say | Class::Tell))
        };
        let end = g - usize::from(w.low(g - 1) == ",");
        (start < end && (start..end).all(plain)).then_some(start..end)
    }

    /// The verb of "issued the following statement:", "makes a similar point:", "puts it this way:", "had this to say:", where no more
    /// stands between it and the colon.
    fn hands_out(&self, from: usize, colon: usize) -> Option<usize> {
        let w = self.w;
        let last = w.low(colon.checked_sub(1)?);
        let near = from.max(colon.saturating_sub(7))..colon;
        let plain = |verb: usize| {
            verb > from
                && !lexicon::is_be(w.low(verb - 1))
                && w.low(verb - 1) != "to"
                && (verb + 1..colon).all(|k| w.is_word(k) && !w.in_marks(k))
        };
        let put = near.clone().rev().find(|&k| matches!(w.low(k), "put" | "puts") && w.low(k + 1) == "it");
        let had = near.clone().rev().find(|&k| {
            matches!(w.low(k), "had" | "has") && w.low(k + 1) == "this" && (k + 2..colon).any(|j| w.low(j) == "say")
        });
        if let Some(verb) = put.or(had) {
            return Some(verb).filter(|v| plain(*v));
        }
        let verb = near.rev().find(|&k| HANDS.contains(&w.low(k)))?;
        let points = (verb + 1..colon).any(|k| matches!(w.low(k), "this" | "following" | "these" | "a" | "an" | "the"));
        (PAPERS.contains(&last) && points && plain(verb)).then_some(verb)
    }

    /// The source and cue of a sentence that ends in a colon and announces the paragraph behind it.
    pub(super) fn announced(&self, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
        let w = self.w;
        let from = w.sentence(colon)?.tokens().start.max(colon.saturating_sub(24));
        if w.low(from) == "according" && w.low(from + 1) == "to" && from + 2 < colon {
            return Some((from + 2..colon, from..from + 2));
        }
        if let Some(g) = self.hands_out(from, colon) {
            return Some((self.subject(from, g)?, g..colon));
        }
        let verb = (from..colon).rev().find(|&k| {
            !w.in_marks(k)
                && lexicon::verb(w.low(k))
                    .is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && matches!(v.1, Form::Past | Form::Third))
        })?;
        let g = self.group(from, verb, 4);
        Some((self.subject(from, g)?, g..verb + 1))
    }

    /// Whether a subject can go with the verb's form.
    pub(super) fn agrees(&self, s: &Range<usize>, form: Form, aux: bool) -> bool {
        let w = self.w;
        let head = w.low(s.end - 1);
        match form {
            Form::Base if !aux => {
                matches!(head, "they" | "we" | "i" | "you" | "who" | "people" | "men" | "women" | "police" | "media")
                    || head.ends_with('s') && head.len() > 2
                    || s.clone().any(|k| {
                        w.low(k) == "and" && k > s.start && w.capital(k - 1) && w.capital(k + 1)
                            || matches!(w.low(k), "some" | "many" | "most" | "critics")
                            || w.low(k).ends_with('s') && w.low(k).len() > 4
                    })
            }
            Form::Third => !matches!(head, "they" | "we" | "i" | "you"),
            _ => true,
        }
    }

    /// The noun phrase left of token `end`, appositions included.
    pub(super) fn subject(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let w = self.w;
        if end <= from {
            return None;
        }
        // "Ann Lee (Ind, Haddon North) told".
        if w.low(end - 1) == ")"
            && let Some(open) = (from.max(end.saturating_sub(12))..end - 1).rev().find(|&k| w.low(k) == "(")
            && open > from
            && w.capital(open - 1)
        {
            return self.phrase(from, open).map(|s| s.start..end);
        }
        if w.low(end - 1) == "," {
            // An apposition or relative clause between two commas.
            let low = from.max(end.saturating_sub(36));
            let comma = (low..end - 1).rev().find(|&k| w.low(k) == "," && !w.in_marks(k))?;
            let inner = comma + 1;
            let first = w.low(inner);
            let fits = !(lexicon::is_aux(first) && first != "'s")
                && (determiner(first)
                    || matches!(first, "who" | "which" | "whose" | "now" | "then" | "himself" | "and")
                    || w.capital(inner)
                    || w.is_word(inner) && !lexicon::is_preposition(first) && !lexicon::parts_clauses(first));
            // "Lopez, at a hearing on Monday, said": only at the head of a sentence.
            let circumstance =
                !fits && lexicon::is_preposition(first) || lexicon::verb(first).is_some_and(|v| v.1 == Form::Ing);
            if !fits && !circumstance {
                return None;
            }
            // Appositions may hold commas: go on while what precedes is no noun phrase with a capital.
            let named = |np: &Range<usize>| {
                let counted = matches!(
                    w.low(np.start),
                    "one"
                        | "another"
                        | "two"
                        | "three"
                        | "four"
                        | "five"
                        | "six"
                        | "several"
                        | "some"
                        | "many"
                        | "most"
                );
                ((determiner(w.low(np.start)) || counted) && np.len() > 1
                    || np.clone().any(|k| w.capital(k) && !(k == from && lexicon::opens_sentence(w.low(k)))))
                    && !np.clone().any(|k| lexicon::is_time(w.low(k)))
            };
            let mut c = comma;
            let mut best = None;
            for _ in 0..4 {
                if let Some(np) = self.phrase(from, c).filter(named) {
                    // "Has approved the pill, its maker, Norland Pharma, said": what a verb takes is no subject.
                    let before = w.before(np.start);
                    let object = np.start > from + 1
                        && w.is_word(np.start - 1)
                        && !matches!(before, "and" | "but" | "or")
                        && !lexicon::parts_clauses(before);
                    if best.is_some() && object {
                        break;
                    }
                    best = Some(np.start..end - 1);
                    // A comma right before it: the phrase may itself be part of an apposition.
                    if np.start < from + 2 || w.low(np.start - 1) != "," {
                        break;
                    }
                    // "Despite the fears of sailors, Ann Lee, head of the port, said": what opens the sentence is none of it.
                    let opening = lexicon::is_preposition(w.low(from))
                        || lexicon::parts_clauses(w.low(from))
                        || lexicon::is_participle(w.low(from));
                    if opening && !(from..np.start - 1).any(|k| w.low(k) == ",") {
                        break;
                    }
                }
                let Some(next) = (low..c).rev().find(|&k| w.low(k) == "," && !w.in_marks(k)) else { break };
                c = next;
            }
            return best
                .filter(|b| !circumstance || b.start < from + 2)
                .map(|b| if circumstance { b.start..comma } else { b });
        }
        self.phrase(from, end)
    }

    /// The noun phrase that ends before token `end`.
    pub(super) fn phrase(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let w = self.w;
        // "Tom Berg Jr., the attorney,"
        let junior = end > from + 2 && w.low(end - 1) == "." && matches!(w.low(end - 2), "jr" | "sr");
        let end = end - usize::from(junior);
        if end <= from || w.in_marks(end - 1) {
            return None;
        }
        // "People briefed on it said", "those close to him said": the pronoun is no subject.
        let object = matches!(w.low(end - 1), "it" | "him" | "her" | "them" | "us" | "me")
            && end > from + 2
            && matches!(w.low(end - 2), "to" | "on" | "with" | "by" | "about" | "around" | "of");
        if lexicon::is_pronoun(w.low(end - 1)) && !object
            || w.low(end - 1) == "which"
            || matches!(w.low(end - 1), "former" | "latter")
        {
            let the = end - 1 > from && w.low(end - 2) == "the";
            return Some(end - 1 - usize::from(the)..end);
        }
        let mut a = end;
        while a > from && end - a < 18 {
            let x = w.low(a - 1);
            let t = w.reading.tokens[a - 1];
            let dot = x == "."
                && !t.spaced
                && a < end
                && a > from + 1
                && w.capital(a - 2)
                && w.low(a - 2).len() <= 4
                && w.capital(a);
            let inside =
                t.is_word() || dot || matches!(x, "(" | ")" | "/" | "%" | "$" | "'" | "&") || x == "-" && !t.spaced;
            let mark = !inside;
            // "Reports seen by the Post": a participle with its agent describes the noun before it.
            let charged =
                matches!(x, "accused" | "charged" | "convicted" | "suspected") && lexicon::is_preposition(w.low(a));
            let reduced =
                (w.low(a) == "by" || charged) && a > from + 1 && !lexicon::is_aux(w.low(a - 2)) && w.is_word(a - 2);
            let finite = lexicon::is_aux(x) && x != "'s"
                || !reduced && t.shape == Shape::Lower && lexicon::verb(x).is_some_and(|v| v.1 == Form::Past);
            if w.in_marks(a - 1)
                || mark
                || finite
                || lexicon::parts_clauses(x)
                || lexicon::is_pronoun(x) && !(object && a == end)
            {
                break;
            }
            if matches!(x, "and" | "or")
                && !(a > from + 1 && a < end && w.capital(a) == w.capital(a - 2) && w.is_word(a - 2))
            {
                break;
            }
            a -= 1;
        }
        // A second noun phrase inside: start at the last determiner that nothing binds to what is before.
        for k in (a + 1..end).rev() {
            let p = w.low(k - 1);
            // "On trial for murdering his neighbour".
            let object = k > a + 1 && lexicon::is_participle(p) && lexicon::is_preposition(w.low(k - 2));
            if determiner(w.low(k))
                && !object
                && w.is_word(k - 1)
                && !lexicon::is_preposition(p)
                && !matches!(p, "and" | "or" | "all" | "both" | "half" | "even")
                && !determiner(p)
            {
                a = k;
                break;
            }
        }
        // "the story Mary Jones told": a name right after a noun that is no title starts a phrase of its own.
        if w.capital(end - 1) {
            let mut b = end - 1;
            while b > a && (w.capital(b - 1) || w.low(b - 1) == "." || w.low(b - 1).len() == 1) {
                b -= 1;
            }
            if b > a {
                let t = w.reading.tokens[b - 1];
                let x = w.low(b - 1);
                let binds = determiner(x)
                    || lexicon::is_preposition(x)
                    || matches!(x, "and" | "or" | "'s" | "'")
                    || names::is_title(x)
                    || names::is_body(x)
                    || names::is_document(x)
                    // "The nonpartisan Harbour Watch Center".
                    || determiner(w.low(b.saturating_sub(2))) && (b..end).any(|k| names::is_organisation(w.low(k)))
                    || x.ends_with("ing");
                if t.shape == Shape::Lower && !binds && (a..b - 1).any(|k| determiner(w.low(k))) {
                    a = b;
                }
            }
        }
        while a < end
            && (matches!(
                w.low(a),
                "and"
                    | "or"
                    | "but"
                    | "later"
                    | "meanwhile"
                    | "then"
                    | "now"
                    | "still"
                    | "instead"
                    | "however"
                    | "even"
                    | "also"
                    | "indeed"
                    | ")"
            ) || lexicon::is_time(w.low(a))
                || lexicon::in_verb_group(w.low(a)) && !w.capital(a))
        {
            a += 1;
        }
        // "On Sunday Mr. Jones": the phrase after a leading preposition starts with its last run of capitals.
        if a < end && lexicon::is_preposition(w.low(a)) {
            let mut b = end;
            while b > a + 1
                && (w.capital(b - 1) || matches!(w.low(b - 1), "." | "the" | "a"))
                && !lexicon::is_time(w.low(b - 1))
            {
                b -= 1;
            }
            a = b;
        }
        let head = w.low(end - 1);
        (a < end
            && (w.is_word(end - 1) || head == ")")
            && !lexicon::is_preposition(head)
            && !lexicon::is_time(head)
            && !determiner(head)
            || a < end && matches!(head, "some" | "many" | "others" | "most"))
        .then_some(a..end)
    }

    /// The end of a source that follows its cue.
    pub(super) fn right_source(&self, start: usize, limit: usize) -> usize {
        let w = self.w;
        if lexicon::is_pronoun(w.low(start)) {
            return start + 1;
        }
        let mut k = start;
        let mut comma = None;
        while k < limit && k - start < 34 {
            let x = w.low(k);
            if w.in_marks(k) {
                break;
            }
            if comma.is_none()
                && (matches!(
                    x,
                    "in" | "on" | "during" | "after" | "when" | "as" | "while" | "before" | "at" | "to" | "by"
                ) && k > start
                    && !determiner(w.low(k - 1))
                    || lexicon::is_time(x))
            {
                // "the man in charge" binds, "Mr. Jones in an interview" doesn't.
                let binds = !w.capital(k - 1) && matches!(x, "in" | "at" | "to" | "on" | "by");
                if !binds || lexicon::is_time(w.low(k + 1)) {
                    return k;
                }
            }
            if matches!(x, ";" | ":" | "—" | "–" | "--" | "." | "?" | "!")
                && !(x == "." && w.reading.tokens[k].spaced)
                && k + 1 >= limit.min(k + 2)
                || matches!(x, ";" | ":" | "—" | "–" | "--")
            {
                return k;
            }
            if x == "," {
                let n = w.low(k + 1);
                // "According to Ann Lee, its director, and Peter Holt, a historian".
                let other = || {
                    let end = (k + 2..limit).find(|&j| !w.capital(j)).unwrap_or(limit);
                    n == "and" && comma.is_some() && end > k + 3 && matches!(w.low(end), "," | ".")
                };
                let goes_on = determiner(n)
                    || other()
                    || n == "who"
                    || w.capital(k + 1) && !lexicon::is_time(n)
                    || matches!(n, "now" | "former")
                    || names::is_title(n);
                // "…, said Ann Lee, head of the port, who added that".
                let adds = n == "who"
                    && (k + 2..k + 4).any(|j| {
                        lexicon::verb(w.low(j))
                            .is_some_and(|v| v.0 == Class::Say && matches!(v.1, Form::Past | Form::Third))
                    });
                if !goes_on || adds || w.in_marks(k + 1) {
                    return k;
                }
                comma = Some(k);
            }
            k += 1;
        }
        while k > start && !w.is_word(k - 1) && w.low(k - 1) != ")" {
            k -= 1;
        }
        k
    }
}
