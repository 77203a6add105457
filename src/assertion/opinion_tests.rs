//! What is marked in a piece of opinion and what isn't, through the whole analysis: classes that readers of whole articles
//! (`tests/annotations/articles.jsonl`) marked or left.

use super::tests::ARGUMENT;
use crate::category::Kind;
use crate::category::Kind::{
    Certainty, Exhortation, Generalisation, ImputedMotive, LoadedWording, Prediction, Superlative, UnnamedSource,
};

/// The kinds that are marked in `sentence` where it stands in an argument.
fn kinds(sentence: &str) -> Vec<Kind> {
    let text = format!("{ARGUMENT}\n\n{sentence}\n\n{ARGUMENT}");
    let (from, to) = (ARGUMENT.len() as u32, (ARGUMENT.len() + sentence.len() + 2) as u32);
    let report = crate::analyze_text(&text, None);
    report.assertions.iter().filter(|a| from <= a.start && a.end <= to).map(|a| a.kind).collect()
}

#[test]
fn an_argument_has_its_marks() {
    for (sentence, kind) in [
        // Figures bind nobody and date nothing.
        ("The council must kill House Bill 1180.", Exhortation),
        ("About 40 of the boats will never leave the harbour again.", Prediction),
        // Minds behind an adverb, an insertion, and "it".
        ("The chief minister is now trying to split the guild.", ImputedMotive),
        ("Norland, uneasy about the straits, wants a seat at the table.", ImputedMotive),
        ("Norland is weak. It hopes to win public support for its bill.", ImputedMotive),
        ("They are attempting to “play the island card”.", ImputedMotive),
        // All of a kind of people, where they are.
        ("Every minister knows that the wall is a sham.", Generalisation),
        ("Nobody in the valley considers that a miracle.", Generalisation),
        // Said again and again, and by whom only a cause is told.
        ("It is often said that the valley is not ready.", UnnamedSource),
        ("Defenders of the practice say that haste makes bad opinions.", UnnamedSource),
        ("Is that any way to run a harbour?", Exhortation),
        ("That was daylight robbery.", LoadedWording),
    ] {
        assert!(kinds(sentence).contains(&kind), "not marked as {kind:?}: {sentence}: {:?}", kinds(sentence));
    }
}

#[test]
fn an_argument_also_records_and_grants() {
    for (sentence, kind) in [
        // Asked so that the text can answer.
        ("What would the levy achieve? It would bring in four million crowns.", Exhortation),
        ("So where does the money go? Half of it goes to the crews.", Exhortation),
        // Grants, and plays down.
        ("She is right that siting is political.", LoadedWording),
        ("The commitment is welcome.", LoadedWording),
        ("None of these models is perfect.", LoadedWording),
        // What there is not, or not yet.
        ("No hearing has been scheduled.", Generalisation),
        ("None has a depot in its budget.", Generalisation),
        // Amounts.
        ("It cost more than the town had spent on the flood.", Superlative),
        ("From 14 May the ferry will leave at nine.", Prediction),
        ("The tankers of more than 5,000 gross tonnes pay a toll.", LoadedWording),
        ("The clerk spoke clearly.", Certainty),
    ] {
        assert!(!kinds(sentence).contains(&kind), "marked as {kind:?}: {sentence}");
    }
}

#[test]
fn notes_tell_that_a_piece_is_opinion() {
    let report = |note: &str| {
        let plain = "The harbour was dredged in May. The boats came back in June. Every crew was paid. The council met twice. \
            The mayor hopes to build a second quay. The ferry was late.";
        let text = format!("The quay\n\nBy Ana Ruiz\n\n{plain}\n\n{plain}\n\n{note}");
        crate::analyze_text(&text, None).assertions.len()
    };
    assert!(
        report("The views expressed are the author's own.")
            > report("Opinions expressed by contributors are their own.")
    );
}
