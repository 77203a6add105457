//! Words in marks without a cue of their own, embedded posts, and what is kept from readers.

use super::{Row, read};

pub(super) const TABLE: &[Row] = &[
    (
        "a speaker goes on in the next paragraph",
        "“We are closing,” Anna Reed said.\n\n“Nobody came any more, not even on Sundays.”",
        &["Anna Reed | said | “We are closing,” + “Nobody came any more, not even on Sundays.” | Anna Reed"],
    ),
    (
        "a paragraph of speech after a report",
        "Anna Reed said the school was closing.\n\n“Nobody came any more, not even on Sundays.”",
        &[
            "Anna Reed | said | the school was closing | Anna Reed",
            " |  | “Nobody came any more, not even on Sundays.” | Anna Reed",
        ],
    ),
    (
        "behind a colon without a verb of speech",
        "There was a small note in blue ink on the door: “I alone closed the school, and I would do it again.”",
        &[" |  | “I alone closed the school, and I would do it again.” | -"],
    ),
    (
        "a document behind a colon, in the next paragraph",
        "According to the report on the school:\n\n“The roof was weak when it was built.”",
        &[
            "the report on the school | According to | “The roof was weak when it was built.” | the report on the school",
        ],
    ),
    (
        "a long run in marks inside the writer's sentence",
        "The council's request to “name every teacher that the school has ever paid in writing” went unanswered.",
        &[" |  | “name every teacher that the school has ever paid in writing” | -"],
    ),
    (
        "a sentence of the writer's leads into more of the same speech",
        "“Nobody helps us,” Anna Reed said. As a teacher, “you are meant to go on and on without a word of thanks.”",
        &[
            "Anna Reed | said | “Nobody helps us,” | Anna Reed",
            " |  | “you are meant to go on and on without a word of thanks.” | Anna Reed",
        ],
    ),
    (
        "said of, with a long apposition",
        "“He talks and never listens,” Anna Reed, a 32-year-old member of the North+ league said of the mayor.",
        &["Anna Reed, a 32-year-old member of the North+ league | said | “He talks and never listens,” | Anna Reed"],
    ),
    (
        "asked about something long",
        "Asked about the long delays on the northern line last winter, Anna Reed replied, “I never took it.”",
        &["Anna Reed | replied | “I never took it.” | Anna Reed"],
    ),
    (
        "a joining word before the attribution",
        "But, Anna Reed says, she felt she had no choice.",
        &["Anna Reed | says | she felt she had no choice | Anna Reed"],
    ),
    (
        "single marks over two paragraphs",
        "Anna Reed said: 'We don't know the farmers' plans.\n\n'Nobody has told us anything.'",
        &["Anna Reed | said | 'We don't know the farmers' plans. + 'Nobody has told us anything.' | Anna Reed"],
    ),
    (
        "an embedded post",
        "The ferry was full.\n\nI said it would be full and nobody listened #ferry\n\n— Anna Reed (@annareed) May 6, 2025\n\nThe quay is open.",
        &["Anna Reed | — | I said it would be full and nobody listened #ferry | Anna Reed"],
    ),
    (
        "a title before the attribution",
        "After playing “A Winter At Sea,” Anna Reed told the crowd, “nobody asked for it, but we like it.”",
        &["Anna Reed | told | “nobody asked for it, but we like it.” | Anna Reed"],
    ),
    (
        "a hearer with a clause behind",
        "One teacher told the authors how she had been hired without a word of training.",
        &["One teacher | told | how she had been hired without a word of training | One teacher"],
    ),
    (
        "a dash parts the writer's words from the speaker's",
        "Anna Reed gave another answer in May — “We had the letter all along,” she said.",
        &["she | said | “We had the letter all along,” | Anna Reed"],
    ),
    (
        "a long sentence behind a question mark",
        "“Who would have thought it!” Tom Berg tweeted on Monday, fuelling the talk of a new ferry that has gone on for weeks.",
        &["Tom Berg | tweeted | “Who would have thought it!” | Tom Berg"],
    ),
    (
        "a long place before the attribution",
        "In the preface to the long book on the ferries of the north, Anna Reed wrote, “The sea was always there.”",
        &["Anna Reed | wrote | “The sea was always there.” | Anna Reed"],
    ),
    (
        "no turn: a dateline",
        "BERGSTAD: The town is in want of a ferry, and the council met on Monday.\n\nThe quay is old.",
        &[],
    ),
    (
        "interrupted by more than the attribution",
        "“If you have an old ferry,” said Anna Reed, with a look at the kind of boat that is often used for cattle, “then you are going to lose it one day. It doesn't matter who steers.”",
        &[
            "Anna Reed | said | “If you have an old ferry,” + “then you are going to lose it one day. It doesn't matter who steers.” | Anna Reed",
        ],
    ),
    (
        "the following",
        "Asked about the ferry, Anna Reed said the following.\n\n“It is old, and I have said so for years.”",
        &["Anna Reed | said | “It is old, and I have said so for years.” | Anna Reed"],
    ),
    (
        "a topic before the source",
        "FERRY ON HOLD — Anna Reed: “The ferry will not be back by May, and nobody knows why.”",
        &["Anna Reed | : | “The ferry will not be back by May, and nobody knows why.” | Anna Reed"],
    ),
    ("no quotation: small wonder", "Small wonder that the ferry will be back.", &[]),
    ("no quotation: without saying", "It goes without saying that the ferry will be back.", &[]),
    ("no quotation: that said", "That said, the two ferries might have made a good fit.", &[]),
    ("no quotation: shows", "The library lends films and TV shows from “Northern Star,” an old studio.", &[]),
    ("no quotation: an example", "The gate takes plain words like, “Let me in at once.”", &[]),
    ("no quotation: a long title", "They sang “The Long Road Home From The Northern Hills Of Erin” twice.", &[]),
    ("no quotation: a heading in marks", "The quay was closed.\n\n‘A fine mess’\n\nThe ferry did not come.", &[]),
];

#[test]
fn who_is_accused_has_not_spoken() {
    for text in [
        "Tom Berg is accused of selling the ferry without telling the council.",
        "Tom Berg was warned by his own staff that the ferry was old.",
    ] {
        let q = read(text);
        assert!(q.iter().all(|q| q.speaker.name.as_deref() != Some("Tom Berg")), "{text}: {q:#?}");
    }
}

#[test]
fn silence_and_inference_are_not_shown() {
    for text in [
        "Tom Berg did not respond to a request for comment on Tuesday.",
        "Tom Berg declined to comment on the ferry.",
        "The group has not claimed responsibility for the fire.",
        "The empty quay shows how little the island counts.",
        "The long queue suggests that the ferry is loved.",
        "The other twelve patients have shown no signs of the fever.",
        "No one has offered any proof of the sale.",
        "The rules didn't ban a scheme called “free sailing.”",
        "The doctor ordered a scan of the chest on Monday.",
        "Tom Berg and his team found a source of the noise.",
        "A video shows the ferry at the old quay.",
        "I asked Tom Berg why the ferry was late.",
        "Tom Berg has agreed a deal to buy the ferry.",
        "There is no indication that Tom Berg has shown any interest in the ferry.",
        "Tom Berg retweeted an article about the ferry.",
        "Tom Berg spoke on an episode of the podcast “Beyond The Northern Sea.”",
        "The council does not deny that the ferry is old.",
        "The president declared martial law on Monday.",
        "The police added charges of theft on Monday.",
    ] {
        let q = read(text);
        assert!(q.iter().all(|q| !q.is_shown()), "{text}: {q:#?}");
    }
    for text in [
        "Tom Berg denied that the ferry was sold.",
        "A study shows that the ferry is loved.",
        "Tom Berg declared that the ferry was sold.",
        "Tom Berg declared himself an enemy of the ferry.",
    ] {
        assert!(read(text).iter().any(crate::report::Quotation::is_shown), "{text}");
    }
}

#[test]
fn words_that_go_on_are_shown() {
    for text in [
        "Anna Reed said the school was closing.\n\n“Nobody came any more, not even on Sundays.”",
        "The request to “name every teacher that the school has ever paid in writing” went unanswered.",
    ] {
        assert!(read(text).iter().any(|q| q.is_shown() && q.cue.is_empty()), "{text}");
    }
}
