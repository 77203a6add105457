//! The roles that an article gives its people, and who is meant by one.

use super::{NAMESAKES, Named, Run, title_gender, whole};
use crate::quotation::lexicon::{self, Class, Form};
use crate::quotation::names;
use crate::quotation::words::{Words, determiner};
use crate::text::Shape;
use std::ops::Range;

impl Named {
    pub(super) fn roles(&mut self, w: &Words, p: usize, r: &Run) {
        for role in [role_before(w, r), role_after(w, whole(w, r))].into_iter().flatten() {
            self.note(w, p, role);
        }
        if let Some(place) = place_after(w, r.name.end) {
            self.people[p].titles.insert(place.to_owned());
        }
    }

    /// Keeps the roles that an article gives a person.
    pub(super) fn note(&mut self, w: &Words, p: usize, role: Range<usize>) {
        let plain = |k: usize| names::is_honorific(w.low(k)) || !w.reading.tokens[k].is_word();
        if role.is_empty() || role.clone().all(plain) {
            return;
        }
        let x = &mut self.people[p];
        // "The minister's wife", "an aide to the minister": whose and whom that is, is no title of theirs.
        // But in "chair of the council's board" it is the board that is the council's.
        let of = role.clone().find(|&k| lexicon::is_preposition(w.low(k))).unwrap_or(role.end);
        let owned = (role.start..of).rfind(|&k| matches!(w.low(k), "'s" | "'"));
        let mut bound = false;
        for k in role.clone().filter(|&k| w.is_word(k)).take(12) {
            let word = names::whole_title(w.low(k));
            bound = (bound || lexicon::is_preposition(word)) && word != "and";
            if names::is_title(w.low(k)) {
                if bound || owned.is_some_and(|o| k < o) {
                    continue;
                }
                x.female = x.female.or_else(|| title_gender(w.low(k)));
                let by = self.by_title.entry(word.to_owned()).or_default();
                if by.len() < NAMESAKES && !by.contains(&p) {
                    by.push(p);
                }
            }
            if x.titles.len() < 48 {
                x.titles.insert(word.to_owned());
            }
        }
        // "Prof Ann Lee, chair of the bank": an office tells more than a rank, a kin's name or a membership.
        let word = |k: &usize| w.is_word(*k);
        let member = role.clone().any(|k| w.low(k) == "member");
        let slight = member || role.clone().filter(word).all(|k| is_rank(w.low(k)) || names::is_kin(w.low(k)));
        let office = !member && role.clone().any(|k| names::is_title(w.low(k)) && !is_rank(w.low(k)));
        let told = |k: usize| names::is_title(w.low(k)) || names::is_kin(w.low(k));
        let first = x.role.is_none() && (member || role.clone().any(told) || trade(w, &role).is_some());
        if first || office && x.slight {
            // "Norland's Prince Holt": whose a rank is tells no office.
            let ranks = role.clone().filter(word).all(|k| is_rank(w.low(k)));
            let mut from = if ranks { role.start } else { owner(w, role.start) };
            // "Bank of | Norland Governor".
            if from > 1
                && w.low(from - 1) == "of"
                && w.capital(from)
                && w.capital(from - 2)
                && names::is_organisation(w.low(from - 2))
            {
                from -= 2;
                while from > 0 && role.start - from < 8 && w.capital(from - 1) && !w.breaks(from) {
                    from -= 1;
                }
            }
            let whole = from..role.end;
            x.role = Some(w.reading.slice(w.reading.span_of(whole)).to_owned());
            x.slight = slight;
        }
    }

    /// Whether a description names a place and the roles of a person name another.
    pub fn elsewhere(&self, w: &Words, p: usize, phrase: Range<usize>) -> bool {
        let titles = &self.people[p].titles;
        phrase.clone().any(|k| is_place(w.low(k)) && !titles.contains(w.low(k))) && titles.iter().any(|t| is_place(t))
    }

    /// The person whose roles hold a described one best: "the minister", "the former trade minister".
    pub fn by_role(&self, w: &Words, phrase: Range<usize>) -> Option<usize> {
        let head = names::whole_title(w.low(phrase.end - 1));
        let at = phrase.start;
        let others: Vec<&str> = (phrase.start..phrase.end - 1)
            .filter(|&k| w.is_word(k))
            .map(|k| names::whole_title(w.low(k)))
            .filter(|x| !matches!(*x, "the" | "this" | "that" | "his" | "her" | "their" | "its"))
            .collect();
        // Fewer is better: words the roles lack, a rank that the words lack, a place that no role tells, still unnamed.
        let rank = |p: usize| {
            let x = &self.people[p];
            let extra =
                ["vice", "deputy", "assistant", "former"].iter().any(|e| x.titles.contains(*e) && !others.contains(e));
            let placed = x.titles.iter().any(|t| is_place(t));
            let (mut missing, mut places) = (0, 0);
            for o in others.iter().filter(|o| !x.titles.contains(**o)) {
                // "The Ohio governor" can be a governor of whom no place is told, but not the one of Utah.
                *if is_place(o) && !placed { &mut places } else { &mut missing } += 1;
            }
            (missing, extra, places, x.since > at)
        };
        let of = self.by_title.get(head)?;
        let best = of.iter().copied().min_by_key(|&p| rank(p))?;
        let least = rank(best);
        // Of several who fit the same, whoever was named last.
        let best = match of.iter().filter(|&&p| rank(p) == least).count() {
            1 => best,
            _ => self
                .within(at.saturating_sub(400)..at)
                .iter()
                .rev()
                .take(40)
                .map(|m| m.person)
                .find(|&p| of.contains(&p) && rank(p) == least)
                .unwrap_or(best),
        };
        // Another's adjective is another person: "the Swedish minister" is not the Norwegian one.
        (least.0 <= usize::from(others.len() > 1)).then_some(best).filter(|_| least.0 == 0 || others.len() > 1)
    }
}

/// Ranks and forms of address, which say less of somebody than an office does.
fn is_rank(x: &str) -> bool {
    names::is_honorific(x)
        || matches!(
            names::whole_title(x),
            "admiral"
                | "general"
                | "colonel"
                | "major"
                | "captain"
                | "lieutenant"
                | "sergeant"
                | "brigadier"
                | "commander"
                | "commodore"
                | "doctor"
                | "professor"
                | "lord"
                | "lady"
                | "rear"
                | "vice"
                | "brig"
                | "wing"
                | "air"
                | "marshal"
                | "reverend"
        )
}

/// The noun for what somebody does, by its ending, that heads a phrase: "shepherd", "young organic beekeeper from Haddon".
fn trade(w: &Words, phrase: &Range<usize>) -> Option<usize> {
    let plain =
        |k: &usize| w.reading.tokens[*k].shape == Shape::Lower && !lexicon::is_preposition(w.low(*k)) && w.is_word(*k);
    let end = phrase.clone().take(5).take_while(plain).last()?;
    let x = w.low(end);
    let does = ["herd", "smith", "wright", "keeper", "worker", "mate", "ologist", "ician", "woman", "man", "maker"];
    // What ends like one and is a thing or a deed: "a reminder of the past".
    let thing = [
        "reminder",
        "remainder",
        "precursor",
        "behavior",
        "endeavor",
        "blunder",
        "slander",
        "murder",
        "terror",
        "horror",
        "honor",
        "favor",
        "barrier",
        "trigger",
        "counter",
        "encounter",
        "marker",
        "pointer",
        "metaphor",
        "labor",
        "offer",
        "career",
        "winner",
        "loser",
        "opener",
        "closer",
        "decider",
        "thriller",
        "starter",
        "stunner",
        "newcomer",
        "primer",
        "teaser",
        "trailer",
    ]
    .contains(&x);
    (!thing && (names::is_agent(x) || x.len() > 5 && does.iter().any(|e| x.ends_with(e)))).then_some(end)
}

/// Where a role starts with whose it is: "Norland's foreign minister", "the zoo's director", without the article.
fn owner(w: &Words, start: usize) -> usize {
    if start < 2 || !matches!(w.low(start - 1), "'s" | "’s") || w.breaks(start) {
        return start;
    }
    let mut k = start - 1;
    while k > 0 && start - k < 8 && !w.breaks(k) && w.is_word(k - 1) && !w.in_marks(k - 1) {
        let x = w.low(k - 1);
        let joint = x == "of" && k > 1 && w.capital(k - 2) && w.capital(k);
        let noun = !lexicon::is_preposition(x)
            && !determiner(x)
            && !lexicon::is_aux(x)
            && !lexicon::parts_clauses(x)
            && !lexicon::is_pronoun(x)
            && !lexicon::opens_sentence(x)
            && x != "and"
            && (w.capital(k - 1) || lexicon::verb(x).is_none());
        if !joint && !noun {
            break;
        }
        k -= 1;
    }
    if k + 1 < start { k } else { start }
}

/// Words that grade an office: "Assistant Commissioner".
pub(super) fn is_grade(w: &str) -> bool {
    matches!(
        w,
        "acting"
            | "adjunct"
            | "assistant"
            | "associate"
            | "executive"
            | "former"
            | "honorary"
            | "incoming"
            | "interim"
            | "junior"
            | "managing"
            | "outgoing"
            | "senior"
            | "shadow"
    )
}

/// The role that stands before a name: "Japanese Prime Minister", "campaign spokesman", "a spokeswoman,".
fn role_before(w: &Words, r: &Run) -> Option<Range<usize>> {
    let stop = |k: usize| {
        let x = w.low(k);
        // "Bank of Canada governor"
        if x == "of" {
            return !(k > 0 && w.capital(k - 1) && w.capital(k + 1) && !w.breaks(k));
        }
        !w.reading.tokens[k].is_word()
            || lexicon::is_preposition(x)
            || lexicon::parts_clauses(x)
            || lexicon::is_aux(x)
            || lexicon::opens_sentence(x)
            || matches!(x, "with" | "and" | "him" | "her" | "them" | "me" | "us")
            || lexicon::verb(x).is_some_and(|v| v.1 != Form::Base)
    };
    let run = &r.all;
    // "The port's chief spokesperson, Rear Admiral Ann Lee": the office tells more than the rank.
    let office = run.start > 2
        && w.low(run.start - 1) == ","
        && names::is_title(w.low(run.start - 2))
        && w.is_word(run.start - 3)
        && (!determiner(w.low(run.start - 3)) || matches!(w.low(run.start - 3), "its" | "his" | "her" | "their"))
        && w.low(run.start - 3) != "another";
    let rank = |t: &Range<usize>| t.clone().all(|k| !w.is_word(k) || is_rank(w.low(k)));
    if let Some(t) = r.title.as_ref().filter(|t| !(office && rank(t))) {
        // "Senior author Dr. Ann Lee": the form of address behind a trade tells none.
        let address = t.clone().all(|k| !w.is_word(k) || names::is_honorific(w.low(k)));
        let trade = address && t.start > 0 && !w.breaks(t.start) && names::is_title(w.low(t.start - 1));
        let end = if trade { t.start } else { t.end };
        let mut a = t.start;
        while a > 0
            && t.start - a < 3
            && !w.breaks(a)
            && w.reading.tokens[a - 1].shape == Shape::Lower
            && !stop(a - 1)
            && (names::is_title(w.low(a - 1)) || w.low(a - 1) == "presidential" || w.low(a - 1) == "vice-presidential")
        {
            a -= 1;
        }
        return Some(a..end);
    }
    let end = if r.lower_title {
        run.start
    } else if run.start > 1
        && w.low(run.start - 1) == ","
        && names::is_title(w.low(run.start - 2))
        && w.reading.tokens[run.start - 2].shape == Shape::Lower
    {
        run.start - 1
    } else {
        return office_of(w, run).or_else(|| kin_of(w, run));
    };
    let mut a = end;
    // "Reporter Tom Berg mixed up port candidate": what stands behind a name is its verb, and no part of the role.
    let verb =
        |k: usize| k > 0 && w.low(k).ends_with("ed") && w.capital(k - 1) && !lexicon::opens_sentence(w.low(k - 1));
    while a > 0 && end - a < 7 && !w.breaks(a) && !stop(a - 1) && !verb(a - 1) {
        a -= 1;
    }
    // "Though she looks like a tired rower, Holt": what stands in a clause or a phrase of its own tells no role.
    let inner = parted_behind(w, a);
    // "… to be president, Holt offered": what closes another's clause is no role of the name behind its comma.
    let parted = !r.lower_title;
    // "The council's leader, Holt": an owner opens a role as an article does.
    let owned = |k: usize| matches!(w.low(k), "'s" | "’s" | "'" | "’");
    let alone = a > 0 && !w.breaks(a) && w.is_word(a - 1) && !determiner(w.low(a - 1)) && !owned(a - 1);
    if parted && inner {
        return None;
    }
    if parted && alone && !(a..end).any(|k| determiner(w.low(k))) {
        return None;
    }
    while a < end && matches!(w.low(a), "its" | "his" | "her" | "their" | "our" | "my") {
        a += 1;
    }
    (a < end).then_some(a..end)
}

/// The title that reaches over "of" or "for" to the capitals from `start` on: "Director of Port Affairs Ann Lee", "Attorney for
/// the District of Haddon Ann Lee".
pub(in crate::quotation) fn over(w: &Words, start: usize) -> Option<usize> {
    let mut k = start;
    while k > 1 && start - k < 8 && !w.breaks(k) {
        let joint = k - 1 - usize::from(w.low(k - 1) == "the");
        if !matches!(w.low(joint), "of" | "for") || joint == 0 {
            return None;
        }
        if names::is_title(w.low(joint - 1)) {
            return Some(joint - 1);
        }
        // What stands between is a name in capitals itself.
        k = joint;
        while k > 0 && joint - k < 4 && w.capital(k - 1) && !w.breaks(k) {
            k -= 1;
        }
        if k == joint {
            return None;
        }
    }
    None
}

/// Whether the word before `a` ties what starts there to something else than a name behind its comma: "an image of a rower,
/// Holt", "in a letter to the chairman, Holt".
fn parted_behind(w: &Words, a: usize) -> bool {
    let a = a - usize::from(a > 0 && !w.breaks(a) && determiner(w.low(a - 1)));
    a > 0
        && !w.breaks(a)
        && matches!(w.low(a - 1), "of" | "to" | "in" | "with" | "for" | "like" | "on" | "about" | "at" | "than")
}

/// "The leader of the party, Ann Lee,": an office with what it is over, in apposition to the name behind it. It opens the
/// sentence, or the name is closed by a comma.
fn office_of(w: &Words, run: &Range<usize>) -> Option<Range<usize>> {
    let comma = run.start.checked_sub(1).filter(|&k| w.low(k) == ",")?;
    let start = (comma.saturating_sub(12)..comma).rev().find(|&k| {
        (determiner(w.low(k)) || matches!(w.low(k), "'s" | "’s")) && {
            (k + 1..k + 4)
                .any(|t| names::is_title(w.low(t)) && matches!(w.low(t + 1), "of" | "at" | "for") && t + 2 < comma)
        }
    })?;
    let plain = |k: usize| {
        w.is_word(k)
            && !w.breaks(k)
            && !lexicon::is_aux(w.low(k))
            && !lexicon::parts_clauses(w.low(k))
            && lexicon::verb(w.low(k)).is_none_or(|v| v.1 == Form::Base)
    };
    let closed = w.low(run.end) == "," || w.breaks(start);
    (closed && (start + 1..comma).all(plain)).then_some(start + 1..comma)
}

/// "His grandmother, Ann Lee,".
fn kin_of(w: &Words, run: &Range<usize>) -> Option<Range<usize>> {
    let kin = run.start.checked_sub(2).filter(|&k| w.low(k + 1) == "," && names::is_kin(w.low(k)))?;
    let owner = w.low(kin.checked_sub(1)?);
    (matches!(owner, "his" | "her" | "their" | "'s" | "'") && matches!(w.low(run.end), "," | "." | "said" | "told"))
        .then_some(kin..kin + 1)
}

/// The role in an apposition after a name: ", the head of the fund,"; an age or a seat in parentheses may come between.
pub(super) fn role_after(w: &Words, end: usize) -> Option<Range<usize>> {
    let mut at = end + usize::from(w.low(end) == "." && end > 0 && matches!(w.low(end - 1), "jr" | "sr"));
    if w.low(at) == "(" {
        at = (at + 1..at + 7).find(|&k| w.low(k) == ")")? + 1;
    }
    if w.low(at) == ","
        && w.reading.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Number)
        && w.low(at + 2) == ","
    {
        at += 2;
    }
    // "One of his aides, Ann Lee, wrote to the commissioner".
    if w.low(at) == "," && super::acts(w, at + 1) && !names::is_title(w.low(at + 1)) {
        return None;
    }
    let owner = (at + 2..at + 5).any(|k| w.low(k) == "'s");
    let near = at + if owner { 9 } else { 4 };
    // "Ann Lee — head of ports at the ministry — said"
    let dash = matches!(w.low(at), "—" | "–")
        && w.reading.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Lower)
        && (at + 2..w.low.len().min(at + 24)).any(|k| w.low(k) == w.low(at));
    if w.low(at) != "," && !dash || w.capital(at + 1) && !(at + 1..near).any(|k| names::is_title(w.low(k))) {
        return None;
    }
    let office = |and: usize| {
        let end =
            (and + 1..w.low.len().min(and + 12)).find(|&k| matches!(w.low(k), "," | ";" | "." | "—" | "said" | "and"));
        let lower = w.reading.tokens.get(and + 1).is_some_and(|t| t.shape == Shape::Lower);
        let verb = |k: usize| {
            lexicon::is_aux(w.low(k))
                || lexicon::is_pronoun(w.low(k))
                || w.low(k).ends_with("ed")
                // "A co-author and a cardiologist at the hospital,"
                || determiner(w.low(k)) && k == and + 1 && !(k + 1..k + 4).any(|t| names::is_title(w.low(t)))
        };
        // "Of ports and planning for the town": what is over something is a noun.
        let noun = lexicon::is_preposition(w.low(and + 2)) && w.low(and + 1).ends_with("ing");
        // "Professor of ports and public order at Haddon University.": the sentence ends with the place.
        let place = |e: usize| {
            w.low(e) == "." && w.capital(e - 1) && (and + 2..e).any(|k| matches!(w.low(k), "at" | "of" | "for" | "in"))
        };
        lower
            && end.is_some_and(|e| (w.low(e) == "," || place(e)) && !(and + 1..e).any(verb))
            && (noun || lexicon::verb(w.low(and + 1)).is_none_or(|v| v.1 == Form::Base))
    };
    // "CEO and Founder of Holm Inc"
    let titles = |and: usize| names::is_title(w.low(and - 1)) && names::is_title(w.low(and + 1));
    // "Director of the Center for Lake Economics and Public Policy at the university,": a name in capitals that goes on.
    let named = |and: usize| {
        let end = (and + 1..w.low.len().min(and + 8)).find(|&k| !w.capital(k));
        // "Of the Commission for Rights and Freedoms."
        let mut over = and;
        while over > at && w.capital(over - 1) {
            over -= 1;
        }
        let one = matches!(w.low(over - 1), "for" | "of" | "on") && over > 1 && w.capital(over - 2);
        w.capital(and - 1)
            && end.is_some_and(|e| {
                e > and + 1 && (matches!(w.low(e), "at" | "of" | "in" | "for") || one && matches!(w.low(e), "," | "."))
            })
            && names::first_name(w.low(and + 1)).is_none()
            && !names::is_title(w.low(and + 1))
    };
    // "Head of ports, roads and rails at the ministry,": a list of what the office is over.
    let listed = |comma: usize| {
        let plain = |k: usize| {
            w.reading.tokens.get(k).is_some_and(|t| t.is_word() && t.shape == Shape::Lower)
                && !determiner(w.low(k))
                && !lexicon::is_aux(w.low(k))
                && lexicon::verb(w.low(k)).is_none_or(|v| v.1 == Form::Base)
        };
        let and = (comma + 2..comma + 4).find(|&k| w.low(k) == "and");
        let over = (at + 2..comma).any(|k| matches!(w.low(k), "of" | "for"));
        w.low(comma) == "," && over && and.is_some_and(|a| (comma - 1..a).all(|k| k == comma || plain(k)) && office(a))
    };
    let stop = (at + 1..w.low.len().min(at + 30)).find(|&k| {
        matches!(w.low(k), "," | ";" | "—" | "–" | ":" | "(" | "who" | "which" | "said") && !listed(k)
            // "Head of ports and roads at the ministry,": one office, where it goes on to a comma without a verb.
            || w.low(k) == "and" && !office(k) && !named(k) && !titles(k)
            || w.low(k) == "."
                && !names::is_honorific(w.low(k - 1))
                && !(matches!(w.low(k - 1), "st" | "mt") && w.capital(k + 1))
                && (w.breaks(k + 1) || w.reading.tokens.get(k + 1).is_none_or(|t| t.spaced))
            || w.quoted[k] > 0
    })?;
    // "With Tom Berg and Ann Lee, the candidate said": a new subject with its verb is no apposition.
    let verb = |k: usize| {
        lexicon::is_aux(w.low(k)) && w.low(k) != "'s" || lexicon::verb(w.low(k)).is_some_and(|v| v.1 == Form::Past)
    };
    if w.low(stop) == "said" || (at + 2..stop).any(verb) && !w.low(stop - 1).ends_with("by") {
        return None;
    }
    let head = (at + 1..stop.min(at + if owner { 9 } else { 7 }))
        .any(|k| names::is_title(w.low(k)) || w.low(k) == "member" && w.low(k + 1) == "of");
    let head = head || matches!(w.low(at + 1), "a" | "an") && trade(w, &(at + 2..stop)).is_some();
    // ", Tom Berg, ..." in a list is a name and no role.
    let name = w.capital(at + 1) && !names::is_title(w.low(at + 1)) && w.capital(at + 2);
    let start = at
        + 1
        + usize::from(matches!(w.low(at + 1), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "my"));
    // ", billionaire Tom Berg,": the next of a list.
    let next = (at + 1..stop)
        .any(|k| names::is_title(w.low(k)) && k + 2 < stop && (k + 1..stop).all(|x| w.capital(x) || w.low(x) == "."));
    // ", addressed to fellow sailors," tells no office.
    // Nor does ", stepped down as a trustee".
    let done = w.low(start).ends_with("ed")
        && (lexicon::is_preposition(w.low(start + 1))
            || matches!(
                w.low(start + 1),
                "down" | "up" | "out" | "off" | "back" | "away" | "his" | "her" | "the" | "a"
            )
            || lexicon::verb(w.low(start)).is_some_and(|v| matches!(v.0, Class::Say | Class::Tell)));
    (head && !name && !next && !done && start < stop).then_some(start..stop)
}

/// The place in what follows a name: "Ann Lee of Ohio", "Ann Lee (D-Ohio)", "Ann Lee, R-Vt.".
fn place_after<'x>(w: &'x Words, end: usize) -> Option<&'x str> {
    let place = |x: &'x str| state(x).or_else(|| is_place(x).then_some(x));
    if w.low(end) == "of" && w.capital(end + 1) {
        return place(w.low(end + 1));
    }
    if !matches!(w.low(end), "(" | ",") {
        return None;
    }
    // The tokens of "R-Ohio" are one or three.
    let (party, x) = w.low(end + 1).split_once('-').unwrap_or((w.low(end + 1), ""));
    let x = if x.is_empty() && matches!(w.low(end + 2), "-" | "–") { w.low(end + 3) } else { x };
    (party.len() == 1).then(|| place(x)).flatten()
}

/// Whether a word of a list of bodies and places names a place.
fn is_place(x: &str) -> bool {
    static BODIES: names::List = names::List::new(
        "
        administration archive army assembly association author bible board cabinet campaign center centre church clinic
        club coalition college command company congress corporation corps council county democrats district federal
        federation force forces foundation fund gop government group guard hospital house industries institute
        institution labs league library market media mission movement museum national nations navy network news office
        organisation organization parliament party police post press program programme project republic republicans
        school senate series service society state states studios team technologies television times today treasury
        trust tv union university port bridge building road street square park river hall tower plaza stadium arena market
        ",
    );
    names::is_organisation(x) && !names::is_business(x) && !names::is_sort(x) && !lexicon::is_time(x) && !BODIES.has(x)
}

/// The state that an abbreviation in print stands for.
fn state(x: &str) -> Option<&'static str> {
    Some(match x {
        "ala" => "alabama",
        "ariz" | "az" => "arizona",
        "ark" => "arkansas",
        "calif" | "ca" => "california",
        "colo" => "colorado",
        "conn" => "connecticut",
        "del" => "delaware",
        "fla" | "fl" => "florida",
        "ga" => "georgia",
        "ill" => "illinois",
        "ind" => "indiana",
        "kan" => "kansas",
        "ky" => "kentucky",
        "la" => "louisiana",
        "md" => "maryland",
        "mass" | "ma" => "massachusetts",
        "mich" => "michigan",
        "minn" => "minnesota",
        "miss" => "mississippi",
        "mo" => "missouri",
        "mont" => "montana",
        "neb" => "nebraska",
        "nev" | "nv" => "nevada",
        "n.h" | "nh" => "hampshire",
        "n.j" | "nj" => "jersey",
        "n.m" | "nm" => "mexico",
        "n.y" | "ny" => "york",
        "okla" => "oklahoma",
        "ore" => "oregon",
        "pa" => "pennsylvania",
        "r.i" | "ri" => "rhode",
        "tenn" => "tennessee",
        "tex" | "tx" => "texas",
        "va" => "virginia",
        "vt" => "vermont",
        "wash" | "wa" => "washington",
        "wis" | "wi" => "wisconsin",
        "wyo" => "wyoming",
        _ => return None,
    })
}
