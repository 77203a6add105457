//! Judging words that are meant literally: terms, crimes before a court, events of nature.
//!
//! The lists of loaded wording hold words that nearly always judge. What makes them plain is a neighbour, so it is looked
//! at here and for every detector alike; the lists themselves stay as they are, because the learned tables read them too.

use super::{Context, grammar, lists};
use std::ops::Range;

/// Whether the word at `i` is part of a term: "toxic waste", "gross profit", "a tax regime".
pub fn term(cx: &Context, i: usize) -> bool {
    let list = lists::terms();
    // Marks around the second word change nothing: "toxic “slimming pills”".
    let quoted = cx.w(i + 1).starts_with(['“', '"', '‘'])
        && cx.w(i) == "toxic"
        && (i + 2..i + 5).any(|k| matches!(cx.w(k), "pills" | "tablets" | "drug" | "drugs" | "waste"));
    quoted
        || list.in_group("term", &cx.words, i).is_some()
        || matches!(cx.w(i), "regime" | "regimes")
            && i.checked_sub(1).is_some_and(|b| list.in_group("lead", &cx.words, b).is_some())
}

/// Whether the word at `i` is a noun or verb of another sense by its neighbours.
pub fn literal(cx: &Context, clause: &Range<usize>, i: usize) -> bool {
    let list = lists::terms();
    let verb = |i| grammar::finite(cx, clause, i).is_some();
    let near = |group: &str, back: usize, on: usize| {
        (i.saturating_sub(back).max(clause.start)..(i + on).min(clause.end))
            .any(|k| k != i && list.in_group(group, &cx.words, k).is_some())
    };
    match cx.w(i) {
        // "to lie", "they lie": somebody lies; "the country lies": it stands.
        "lie" | "lies" => {
            !(grammar::determiner(cx.before(i))
                || matches!(cx.before(i), "of" | "and" | "with" | "these" | "their" | "such"))
        }
        "preach" | "lecture" | "rail" | "carp" | "lectures" | "rails" => !verb(i),
        "simply" | "merely" => {
            matches!(cx.w(i + 1), "by" | "because" | "put" | "to" | "that" | "on" | "in" | "for" | "as")
        }
        "wonder" => !matches!(cx.before(i), "a" | "no" | "little" | "small"),
        "ignore" | "ignores" | "exploit" | "exploits" => !verb(i) && cx.before(i) != "to",
        // "The bid failed", "it has failed to": an event. "A failed policy" judges.
        "failed" => verb(i) || grammar::auxiliary(cx.before(i)),
        // "met with mockery": what people did; "a mockery of the vote" judges.
        "mockery" => cx.w(i + 1) != "of",
        "swamp" => matches!(cx.before(i), "to" | "will" | "would" | "could" | "in"),
        // "Gross was at the mill": a surname that opens the sentence.
        "gross" | "savage" | "cruel" | "shady" | "grim" | "bitter" | "wise" | "stark" | "brutal"
            if i == clause.start && (grammar::auxiliary(cx.w(i + 1)) || matches!(cx.w(i + 1), "said" | "became")) =>
        {
            true
        }
        // "a radical change", "a radical acceleration": much of it.
        "radical" => matches!(
            cx.w(i + 1),
            "acceleration" | "change" | "changes" | "shift" | "transformation" | "redesign" | "departure" | "overhaul"
        ),
        // What was said or painted is named by its kind.
        "racist" => matches!(cx.w(i + 1), "slur" | "slurs" | "graffiti" | "chant" | "chants" | "epithet" | "epithets"),
        // What fighters make to recruit others is called so in records.
        "propaganda" => {
            matches!(cx.before(i), "media" | "online" | "recruitment")
                || (i + 1..(i + 5).min(clause.end))
                    .any(|k| matches!(cx.w(k), "recruitment" | "recruiting" | "video" | "videos" | "leaflets"))
        }
        // Names of crimes.
        "conspiracy" if cx.w(i + 1) == "to" => true,
        "treason" | "treasonous" | "cruelty" | "conspiracy" | "assault" if near("court", 10, 10) => true,
        "assault" => near("body", 0, 6) || cx.reading.tokens.get(i + 2).is_some_and(|t| t.is_capital()),
        "hijack" | "hijacked" | "hijacks" | "trampled" | "trample" | "gutted" => near("body", 5, 5),
        "avalanche" | "torrent" | "tsunami" | "epidemic" | "plague" | "flood" => near("nature", 0, 5),
        "slaughter" | "slaughtered" => near("body", 3, 4) || matches!(cx.w(i + 1), "animals" | "pigs" | "sheep"),
        // What people feel is told, not judged; what is on an agenda as well.
        "anger" | "rage" | "fury" | "panic" | "agenda" => true,
        // A price.
        "cheap" => !matches!(cx.w(i + 1), "shot" | "shots" | "talk" | "trick" | "tricks" | "stunt" | "stunts"),
        // "highly toxic": what a thing does to a body.
        "toxic" => matches!(cx.before(i), "highly" | "potentially" | "extremely" | "less" | "non" | "acutely"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    #[test]
    fn tells_terms_from_judgments() {
        // The word to look at stands between slashes.
        let table = [
            ("The mill pays into the /toxic/ waste fund.", true),
            ("It left a /toxic/ culture behind.", false),
            ("Under the new tax /regime/ mills pay less.", true),
            ("The /regime/ closed the mill.", false),
            ("An /assault/ on a teacher closed the school.", true),
            ("The bill is an /assault/ on our rights.", false),
            ("A court heard two counts of /cruelty/ on Monday.", true),
            ("The /cruelty/ of the toll is plain.", false),
            ("He was held for /conspiracy/ to burn the mill.", true),
            ("A /torrent/ of rain fell.", true),
            ("A /torrent/ of abuse fell on them.", false),
            ("The plan asks for a /radical/ acceleration of the work.", true),
            ("A /radical/ mayor runs the port.", false),
            ("Somebody shouted a /racist/ slur from the bridge.", true),
            ("A /racist/ policy keeps them off the lake.", false),
            ("The band released a /propaganda/ and recruitment video.", true),
            ("The board spreads /propaganda/ about the mill.", false),
            ("They met the notice with /fury/ in the south.", true),
            ("The /hijacked/ bus stood on the bridge.", true),
            ("The /hijacked/ reform ended.", false),
            ("Their bid /failed/ on Monday.", true),
            ("A /failed/ policy was renewed.", false),
            ("His speech met with /mockery/ in the harbour.", true),
            ("They made a /mockery/ of the vote.", false),
        ];
        for (marked, want) in table {
            let text = marked.replace('/', "");
            let at = marked.find('/').unwrap_or(0) as u32;
            with_context(&text, |cx| {
                let i = cx.reading.tokens.iter().position(|t| t.start == at).expect("a word");
                assert_eq!(term(cx, i) || literal(cx, &(0..cx.words.len()), i), want, "{marked}");
            });
        }
    }
}
