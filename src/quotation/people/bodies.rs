//! The bodies of an article: their names in full, what each can be called by, and the names that only the words around
//! them show to be no person's.
//!
//! No list holds every company, site and band. But an article says what it speaks of: "the Meridian website", "shares
//! of", "Meridian's customers", "Meridian, a start-up,", "Meridian said it would".

use super::{Named, run_end, speaks};
use crate::quotation::lexicon::{self, Class, Form};
use crate::quotation::names::{self, List};
use crate::quotation::words::Words;
use crate::text::Shape;
use std::collections::HashSet;
use std::ops::Range;

/// What stands before the name of a body and says what it is.
static SORTS: List = List::new(
    "
    airline app band bank blog body brand broadcaster brewer carmaker carrier chain charity company conglomerate firm giant grocer group
    insurer label lender magazine maker newspaper ngo nonprofit operator outlet platform publisher regulator retailer service site
    start-up startup studio supermarket supplier tabloid unit watchdog website
    ",
);

/// What stands behind the name of a body, or belongs to it, and to nobody else.
static OWNED: List = List::new(
    "
    app ceo cfo cto customers employees executives headquarters homepage newsroom platform shareholders shares site
    software stock stores subsidiary subsidiaries users website
    ",
);

/// Who works at or for a body: "the founder of", "an engineer at".
static STAFF: List = List::new(
    "
    analyst ceo cfo co-founder cofounder columnist editor engineer executive founder owner researcher
    ",
);

/// What a body is or has done in "it said it was reviewing", "it has recalled": not what "it" alone may be ("it was exciting", "it had
/// helped him").
static DEEDS: List = List::new(
    "
    acquired acquiring agreed appointed appointing assessing buying cancelled closed closing completed considering contacted
    cooperating cutting expanding filed fired fixed hired hiring informed investigating launched launching monitoring notified
    offering planning preparing raising reached recalled recalling received recruiting removed reviewed reviewing seeking selling
    signed suspended suspending withdrawing
    ",
);

/// Of how many names of businesses is counted whose come most often.
const COUNTED: usize = 64;

impl Named {
    /// Keeps the name of a body with what it can be called by.
    pub(super) fn organisation(&mut self, w: &Words, run: &Range<usize>) {
        let mut all = joined(w, run).unwrap_or(run.start)..run.end;
        // "The London-based Energy Institute".
        while all.len() > 1 && w.low(all.start).ends_with("-based") {
            all.start += 1;
        }
        // "Norway's Defence Ministry", "Attorney's Office".
        if all.start > 1
            && matches!(w.low(all.start - 1), "'s" | "’s" | "'")
            && w.capital(all.start - 2)
            && (names::is_organisation(w.low(all.start - 2)) || names::is_title(w.low(all.start - 2)))
        {
            all.start -= 2;
            while all.start > 0 && run.start - all.start < 6 && w.capital(all.start - 1) && !w.breaks(all.start) {
                all.start -= 1;
            }
        }
        // "Department of Trade", "Agency for the Sea".
        for _ in 0..3 {
            let the = usize::from(w.low(all.end + 1) == "the");
            let joins = matches!(w.low(all.end), "of" | "for" | "on" | "to");
            let time = lexicon::is_time(w.low(all.end + 1 + the));
            if !joins || time || !w.capital(all.end + 1 + the) || w.breaks(all.end) {
                break;
            }
            all.end = run_end(w, all.end + 1 + the);
            // "Committee on Ports and Trade".
            let other = all.end + 1;
            if w.low(all.end) == "and"
                && w.capital(other)
                && names::first_name(w.low(other)).is_none()
                && !names::is_title(w.low(other))
                && run_end(w, other) <= other + 2
                && !(other..run_end(w, other)).any(|k| names::is_organisation(w.low(k)))
                && !speaks(w, &(other..other))
            {
                all.end = run_end(w, other);
            }
        }
        let name = w.reading.slice(w.reading.span_of(all.clone())).to_owned();
        if w.low(all.end) == "("
            && w.low(all.end + 2) == ")"
            && w.reading.tokens.get(all.end + 1).is_some_and(|t| t.shape == Shape::Upper)
        {
            self.short.entry(w.low(all.end + 1).to_owned()).or_insert_with(|| name.clone());
        }
        let last = w.low(all.end - 1);
        let firm = all.len() > 1 && names::is_firm(last) || self.treated.contains(last);
        // "Water costs more": one word is a business by its own name alone, not by what closes such names.
        let form = all.len() > 1 && all.clone().any(|k| names::is_business(w.low(k)));
        if firm || form || all.clone().any(|k| names::is_brand(w.low(k))) {
            self.firms.push((all.start, name.clone()));
        }
        if all.len() < 2 {
            return;
        }
        self.bodies.push((all.start, all.end, name.clone()));
        let first = w.low(all.start);
        let alone = [
            "airlines",
            "airways",
            "inc",
            "corp",
            "department",
            "ministry",
            "motors",
            "holdings",
            "technologies",
            "systems",
            "auto",
            "industries",
            "publishing",
            "entertainment",
            "pharmaceuticals",
            "software",
            "securities",
            "solutions",
            "logistics",
            "railways",
            "ventures",
        ]
        .contains(&w.low(all.end - 1));
        if all.len() == 2 && alone && (!names::is_organisation(first) || names::is_business(first)) {
            self.starts.entry(first.to_owned()).or_insert_with(|| name.clone());
        }
        for k in all.clone() {
            let own = (names::is_sort(w.low(k)) || k + 1 == all.end).then(|| w.low(k));
            for sort in own.into_iter().chain(names::media_sorts(w.low(k)).iter().copied()) {
                let of = self.sorts.entry(sort.to_owned()).or_default();
                if of.last().is_none_or(|l| l.1 != name) {
                    of.push((all.start, name.clone()));
                }
            }
        }
    }

    /// The organisation named in full around a token of a range.
    pub fn body(&self, at: usize, within: &Range<usize>) -> Option<(Range<usize>, &str)> {
        let k = self.bodies.partition_point(|b| b.0 <= at).checked_sub(1)?;
        let (start, end, name) = &self.bodies[k];
        (*end > at && *start >= within.start).then_some((*start..*end, name.as_str()))
    }

    /// The body of the state that is named last before a token and not before `from`: what "the agency" may be.
    pub fn agency(&self, from: usize, at: usize) -> Option<&str> {
        let k = self.bodies.partition_point(|b| b.0 < at);
        let near = self.bodies[..k].iter().rev().take_while(|b| b.0 >= from);
        let state = |name: &str| {
            let mut words = name.split([' ', '-']).map(str::to_lowercase);
            words.any(|x| names::is_agency(&x))
        };
        near.map(|b| b.2.as_str()).find(|n| state(n))
    }

    /// The full name behind a short form in capitals.
    pub fn long_form(&self, low: &str) -> Option<&str> {
        self.short.get(low).map(String::as_str)
    }

    /// The body named before a token that has these initials, small words left out.
    pub fn by_initials(&self, low: &str, at: usize) -> Option<&str> {
        let fits = |name: &str| {
            let capitals = name.split([' ', '-']).filter_map(|x| x.chars().next().filter(|c| c.is_uppercase()));
            name.len() > low.len() + 3 && capitals.map(|c| c.to_ascii_lowercase()).eq(low.chars())
        };
        let near = self.bodies[..self.bodies.partition_point(|b| b.0 < at)].iter().rev().take(COUNTED);
        near.map(|b| b.2.as_str()).find(|n| low.len() > 2 && fits(n))
    }

    /// The company or department whose name starts with a word that can stand for it.
    pub fn by_start(&self, low: &str) -> Option<&str> {
        self.starts.get(low).map(String::as_str)
    }

    /// Whether the article treats the bearer of a name as a body.
    pub fn is_treated(&self, low: &str) -> bool {
        self.treated.contains(low)
    }

    /// The business that is named before a token at least twice as often as any other, and not fewer times than `least`.
    pub fn main_firm(&self, at: usize, least: usize) -> Option<&str> {
        let mut times: Vec<(usize, &str)> = Vec::new();
        for (_, name) in self.firms[..self.firms.partition_point(|f| f.0 < at)].iter().take(COUNTED) {
            // "Holm Motors" is "Holm Motors Inc".
            match times.iter_mut().find(|t| t.1.starts_with(name.as_str()) || name.starts_with(t.1)) {
                Some(t) => {
                    t.0 += 1;
                    if name.len() > t.1.len() {
                        t.1 = name;
                    }
                }
                None => times.push((1, name)),
            }
        }
        crate::order::by(&mut times, |t| [crate::order::falling(t.0) as u64, 0]);
        let next = times.get(1).map_or(0, |t| t.0);
        times.first().filter(|t| t.0 >= least.max(2 * next)).map(|t| t.1)
    }

    /// The organisation of a sort that was last named before a token: "the ministry".
    pub fn by_sort(&self, low: &str, at: usize) -> Option<&str> {
        let of = self.sorts.get(low)?;
        of[..of.partition_point(|x| x.0 < at)].last().map(|x| x.1.as_str())
    }
}

/// The last words of the names that the text treats as a body's.
pub(super) fn treated(w: &Words) -> HashSet<String> {
    let mut out = HashSet::new();
    for k in 0..w.low.len() {
        // The last token of a run of capitals.
        if !w.capital(k) || w.low.len() == k + 1 || w.capital(k + 1) && !w.breaks(k + 1) || w.in_marks(k) {
            continue;
        }
        let low = w.low(k);
        if low.len() < 3 || lexicon::opens_sentence(low) || names::first_name(low).is_some() || out.contains(low) {
            continue;
        }
        if says_so(w, k) {
            out.insert(low.to_owned());
        }
    }
    out
}

/// "The World Travel and Tourism Council": where a name that "and" parts starts, given the run of capitals behind it. What
/// stands before "and" may be no whole name by itself.
pub(super) fn joined(w: &Words, run: &Range<usize>) -> Option<usize> {
    let and = run.start.checked_sub(1).filter(|&k| w.low(k) == "and" && !w.breaks(run.start))?;
    let last = w.low(run.end - 1);
    if !names::is_sort(last) || run.len() < 2 {
        return None;
    }
    let mut start = and;
    while start > 0 && and - start < 4 && w.capital(start - 1) && !w.breaks(start) && w.low(start - 1) != "the" {
        start -= 1;
    }
    let whole = |k: usize| {
        names::is_organisation(w.low(k)) || names::is_title(w.low(k)) || names::first_name(w.low(k)).is_some()
    };
    (start < and && start > 0 && w.low(start - 1) == "the" && !(start..and).any(whole)).then_some(start)
}

fn says_so(w: &Words, k: usize) -> bool {
    let next = w.low(k + 1);
    let mut first = k;
    while first > 0 && k - first < 4 && w.capital(first - 1) && !w.breaks(first) {
        first -= 1;
    }
    let before = if first > 0 && !w.breaks(first) { w.low(first - 1) } else { "" };
    let staff = first > 1 && matches!(before, "at" | "of") && STAFF.has(w.low(first - 2));
    let staff = staff
        || first > 1
            && before == "of"
            && matches!(w.low(first - 2), "shares" | "shareholders" | "customers" | "employees" | "subsidiary");
    let owned = OWNED.has(next) || next == "'s" && (OWNED.has(w.low(k + 2)) || OWNED.has(w.low(k + 3)));
    // "The 2020 Meridian": a model's year stands before no person's name.
    let model = first > 0
        && !w.breaks(first)
        && w.reading.tokens[first - 1].shape == Shape::Number
        && crate::text::is_year(before)
        && (first < 2 || !lexicon::is_month(w.low(first - 2)) && w.low(first - 2) != ",");
    let called = names::first_name(w.low(first)).is_some();
    if SORTS.has(before) && !called || staff || owned || model && !lexicon::is_preposition(next) {
        return true;
    }
    let opens = first == 0 || w.breaks(first) || w.opens_sentence(first);
    // "Blue Meridian have denied it", of which nobody is one, and no question: "Does Holm have".
    let head = w.low(first);
    let plain = !lexicon::is_aux(head)
        && !lexicon::opens_sentence(head)
        && !lexicon::parts_clauses(head)
        && !matches!(head, "if" | "let" | "when" | "why" | "how")
        && lexicon::verb(head).is_none()
        && names::first_name(head).is_none();
    if opens && plain && matches!(next, "have" | "are" | "were" | "do") {
        return true;
    }
    // "Blue Meridian, which was bought": not "a song by Holm, which".
    let phrase = lexicon::is_preposition(before) || before == "and";
    if next == "," && w.low(k + 2) == "which" && !phrase {
        return true;
    }
    // "Meridian said its phones were better", of whom nobody is one.
    let speaks = lexicon::verb(next).is_some_and(|v| v.0 == lexicon::Class::Say);
    if opens && plain && !called && speaks && w.low(k + 2) == "its" {
        return true;
    }
    // "The group that owns the boats, Blue Meridian, says".
    if before == "," && matches!(next, "," | ")") && named_behind(w, first - 1) {
        return true;
    }
    // "The company, Blue Meridian, said", "its maker, Blue Meridian, said".
    let sort = first > 2 && before == "," && next == "," && !called && {
        let owner = matches!(w.low(first - 3), "its" | "'s")
            && matches!(w.low(first - 2), "maker" | "manufacturer" | "operator" | "developer");
        owner
            || SORTS.has(w.low(first - 2))
            && matches!(w.low(first - 3), "the" | "its" | "'s")
            // "A spokesman for the company, Ann Lee, said".
            && !lexicon::is_preposition(w.before(first - 3))
    };
    if sort {
        return true;
    }
    // "Blue Meridian, Norland's second-largest turbine builder,".
    let rank = (k + 3..k + 6)
        .find(|&x| next == "," && matches!(w.low(x), "'s" | "'"))
        .and_then(|o| (o + 1..o + 6).take_while(|&x| w.is_word(x)).last().filter(|&x| w.low(x + 1) == ","));
    if !called
        && rank.is_some_and(|x| {
            SORTS.has(w.low(x)) || matches!(w.low(x), "builder" | "exporter" | "importer" | "manufacturer" | "producer")
        })
    {
        return true;
    }
    // "Meridian, a small start-up that".
    if next == "," && matches!(w.low(k + 2), "a" | "an" | "the") {
        let sort = (k + 3..k + 8)
            .take_while(|&x| w.is_word(x) && !lexicon::is_preposition(w.low(x)) && !lexicon::parts_clauses(w.low(x)))
            .find(|&x| SORTS.has(w.low(x)));
        if sort.is_some_and(|x| {
            !w.is_word(x + 1)
                || lexicon::is_preposition(w.low(x + 1))
                || lexicon::parts_clauses(w.low(x + 1))
                || w.low(x + 1) == "based"
        }) {
            return true;
        }
    }
    // "Meridian said it would", "Meridian has closed its".
    let verb = k + 1 + usize::from(matches!(next, "has" | "have"));
    let says = lexicon::verb(w.low(verb))
        .is_some_and(|v| matches!(v.0, Class::Say | Class::Pledge) && matches!(v.1, Form::Past | Form::Third));
    // "Said on Thursday it would", "said late Friday that it would".
    let time =
        (verb + 1..verb + 5).take_while(|&x| lexicon::is_time(w.low(x)) || matches!(w.low(x), "on" | "late" | "early"));
    let it = time.last().map_or(verb, |x| x) + 1;
    let it = it + usize::from(w.low(it) == "that");
    let own = match w.low(it + 1) {
        "would" | "will" | "plans" | "planned" | "expects" | "expected" | "intends" | "intended" => true,
        "is" | "was" | "has" | "had" => DEEDS.has(w.low(it + 2)),
        _ => false,
    };
    says && w.low(it) == "it" && own
}

/// Whether a sentence opens with a noun for a body and a clause that tells which, up to a comma.
fn named_behind(w: &Words, comma: usize) -> bool {
    let Some(start) = (comma.saturating_sub(24)..comma).rev().find(|&k| k == 0 || w.breaks(k) || w.opens_sentence(k))
    else {
        return false;
    };
    let sort = (start + 1..comma.min(start + 4)).find(|&k| SORTS.has(w.low(k)) || names::is_firm(w.low(k)));
    matches!(w.low(start), "the" | "a" | "an" | "his" | "her" | "their")
        && sort.is_some_and(|k| matches!(w.low(k + 1), "that" | "which" | "behind" | "in" | "running" | "at"))
        && (start..comma).all(|k| w.low(k) != ",")
}

#[cfg(test)]
mod tests {
    use super::{joined, treated};
    use crate::document::Document;
    use crate::quotation::words::Words;
    use crate::text::Reading;

    #[test]
    fn a_name_goes_over_and() {
        for (text, run, want) in [
            ("The World Travel and Tourism Council met.", 4..6, Some(1)),
            ("The Senate and Tourism Council met.", 3..5, None),
            ("Anna Holm and Tourism Council members met.", 3..5, None),
        ] {
            let doc = Document::from_text(text);
            let reading = Reading::new(&doc);
            assert_eq!(joined(&Words::new(&reading), &run), want, "{text}");
        }
    }

    #[test]
    fn the_words_around_a_name_tell_a_body() {
        let table: &[(&str, &[&str])] = &[
            ("Meridian said it would close.", &["meridian"]),
            ("Meridian’s customers left.", &["meridian"]),
            ("The airline Meridian closed.", &["meridian"]),
            ("She is the founder of Blue Meridian.", &["meridian"]),
            ("Meridian, a small start-up, closed.", &["meridian"]),
            ("Their 2020 Meridian coupe is fast.", &["meridian"]),
            ("Blue Meridian have denied it.", &["meridian"]),
            ("The ads were run through Blue Meridian.\n\nThen Meridian, which is small, closed.", &["meridian"]),
            ("The group that owns the boats, Blue Meridian, says so.", &["meridian"]),
            ("If Holm were late, Lee would go. Let Holm have it.", &[]),
            ("Does Holm have a boat? Lee and Holm have one. A song by Holm, which is long, won.", &[]),
            ("The company that left, and which Ann Holm, a sailor, led, is small.", &[]),
            ("In May 2020 Holm left.", &[]),
            ("Holm said it was cold.", &[]),
            ("Kari said it would rain.", &["kari"]),
            ("Anna Holm, a company lawyer, left.", &[]),
            ("The lawyer of Holm left.", &[]),
        ];
        for (text, want) in table {
            let doc = Document::from_text(text);
            let reading = Reading::new(&doc);
            let mut found: Vec<_> = treated(&Words::new(&reading)).into_iter().collect();
            found.sort();
            assert_eq!(found, *want, "{text}");
        }
    }
}
