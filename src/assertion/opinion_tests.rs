//! What is marked in a piece of opinion and what isn't, through the whole analysis: classes that readers of whole articles
//! (`tests/annotations/articles.jsonl`) and of editorials (`tests/annotations/editorials.jsonl`) marked or left.

use super::tests::ARGUMENT;
use crate::category::Kind;
use crate::category::Kind::{
    CausalClaim, Certainty, DistancingQuotes, Exhortation, Generalisation, ImputedMotive, LoadedWording, Prediction,
    Superlative, UnnamedSource,
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
        // Whom the writer has it from, or whose judgment it is, is left out.
        ("The crews are reportedly selling their nets.", UnnamedSource),
        ("The mate was often described as a bully.", UnnamedSource),
        ("Everything from the fog to the price of bread is blamed on the strangers.", UnnamedSource),
        ("The wall has been taken apart by some vocal analysts.", UnnamedSource),
        ("Leading harbour experts say that the wall is hollow.", UnnamedSource),
        ("According to forecasts, the wall will be lost by spring.", UnnamedSource),
        ("This step can be seen as part of a plan against the crews.", UnnamedSource),
        ("The crews were also thought to have been bribed.", UnnamedSource),
        // What is aimed at, and what is done without a qualm.
        ("The levy is aimed at breaking the smaller crews.", ImputedMotive),
        ("Northern towns have had no qualms about setting aside their charters.", ImputedMotive),
        // A mind with any object, in a body that "that" stands for, in a camp.
        ("His people thought he had little to lose.", ImputedMotive),
        ("It is a church that realises how far it has gone.", ImputedMotive),
        ("The quarrel is between those who don't understand why the lock leaks.", ImputedMotive),
        ("The guild seems not to care about the crews.", ImputedMotive),
        ("The quarrel was made possible by the will of the crews.", CausalClaim),
        // What is needed, by whoever argues.
        ("The charter needs changing from top to bottom.", Exhortation),
        ("The crisis requires a much broader answer.", Exhortation),
        ("The last chapter will be written by the crews.", Prediction),
        ("Those who break the locks will be forced to mend them.", Prediction),
        ("The loss of a boat is everyone's loss.", Generalisation),
        ("It has long been clear that the council is no place for the poor.", Certainty),
        ("The fear of the fog is preventing the crews from sailing.", CausalClaim),
        ("All four are a direct result of the chaos on the lake.", CausalClaim),
        ("The quarter is unlike any other in the town.", Superlative),
        // A name that who argues keeps at arm's length, and one that others are said to give.
        ("His war on the so-called Island Army has no mandate.", DistancingQuotes),
        ("The flogging of a whole quarter is sold as a “solution” to the fog.", DistancingQuotes),
        // Behind what leads on, and before a name.
        ("So think about this: the wall is hollow.", Exhortation),
        ("First, consider what the levy was designed for.", Exhortation),
        ("Imagine 12 million strangers on the lake.", Exhortation),
        ("We owe it to the crews to mend the lock.", Exhortation),
        ("But to what town can the strangers truly belong?", Exhortation),
        // A clause behind "that", a country in capitals.
        ("Those are distractions that will hurt the crews.", Prediction),
        ("The US will be able to close a dark chapter.", Prediction),
        ("The levy will cost the crews 40 boats.", Prediction),
        ("This clearly applies to the smaller crews.", Certainty),
        ("Many crews are not sailing because of the levy's many rules.", CausalClaim),
        ("Certain elements in the government want to see a quarrel.", ImputedMotive),
        ("Some Norlanders recognise that the wall is hollow.", UnnamedSource),
        ("Many justice officials are questioning the charter.", UnnamedSource),
        ("There is still a fear that the wall will fall.", UnnamedSource),
        ("The boats, believed to be in the north, are lost.", UnnamedSource),
        ("It is not, as is often assumed, a quarrel over nets.", UnnamedSource),
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
        // An appointment, what is provided for, what nobody needs, a law's text.
        ("The board will be chaired by a crewman.", Prediction),
        ("Under the scheme, 40 boats will be provided to the crews.", Prediction),
        ("The lake does not need a guild.", Exhortation),
        ("The law requires a pilot on every boat.", Exhortation),
        ("Those who know the lock walk round it.", ImputedMotive),
        ("A law that intends to help is still a law.", ImputedMotive),
        // A noun, and what is said of those before.
        ("The will of the crews was read on Monday.", Prediction),
        ("This will be the mayor's first official visit.", Prediction),
        // What is said of whom a report speaks is the report's.
        ("Ann Lee regards the wall as “a scandal”, and Peter Holt says it is “a farce”.", ImputedMotive),
        ("Many of you have asked for the charter.", UnnamedSource),
        // Whoever can be asked.
        ("The mate was described as a bully by the Harbour Post.", UnnamedSource),
        ("Two officials say that the wall is hollow.", UnnamedSource),
        ("The stage was dominated by some boats.", UnnamedSource),
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
