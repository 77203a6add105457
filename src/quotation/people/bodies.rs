//! Names that the words around them show to be no person's.
//!
//! No list holds every company, site and band. But an article says what it speaks of: "the Meridian website", "shares
//! of", "Meridian's customers", "Meridian, a start-up,", "Meridian said it would".

use crate::quotation::lexicon::{self, Class, Form};
use crate::quotation::names::{self, List};
use crate::quotation::words::Words;
use std::collections::HashSet;

/// What stands before the name of a body and says what it is.
static SORTS: List = List::new(
    "
    airline app band blog brand carrier chain charity company conglomerate firm giant label magazine maker newspaper ngo
    nonprofit outlet platform publisher retailer site start-up startup studio supplier tabloid unit website
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
pub(super) fn joined(w: &Words, run: &std::ops::Range<usize>) -> Option<usize> {
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
    let owned = OWNED.has(next) || next == "'s" && (OWNED.has(w.low(k + 2)) || OWNED.has(w.low(k + 3)));
    // "The 2020 Meridian": a model's year stands before no person's name.
    let model = first > 0
        && !w.breaks(first)
        && w.reading.tokens[first - 1].shape == crate::text::Shape::Number
        && crate::text::is_year(before)
        && (first < 2 || !lexicon::is_month(w.low(first - 2)) && w.low(first - 2) != ",");
    if SORTS.has(before) || staff || owned || model && !lexicon::is_preposition(next) {
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
    let says = lexicon::verb(next)
        .is_some_and(|v| matches!(v.0, Class::Say | Class::Pledge) && matches!(v.1, Form::Past | Form::Third));
    let it = k + 2 + usize::from(w.low(k + 2) == "that");
    says && w.low(it) == "it"
        && matches!(
            w.low(it + 1),
            "would" | "will" | "plans" | "planned" | "expects" | "expected" | "intends" | "intended"
        )
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
