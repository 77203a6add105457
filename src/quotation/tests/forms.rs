//! Special forms: interviews and transcripts with labels, live blogs, headlines and captions; speech beside belief.

use super::Row;

pub(super) const TABLE: &[Row] = &[
    (
        "words signed behind a dash",
        "“The harvest is lost and nobody has come to look.” — Ilka van Horn\n\n“Send seed, not speeches.” ― J. P. Otis, farmer",
        &[
            "Ilka van Horn | — | “The harvest is lost and nobody has come to look.” | Ilka van Horn",
            "J. P. Otis | ― | “Send seed, not speeches.” | J. P. Otis",
        ],
    ),
    ("a dash inside a sentence is no signature", "“The Long Harvest” – Horn's second film – opens in May.", &[]),
    (
        "transcript in capitals",
        "REED: We never saw the plans. Nobody did.\n\nHOLT: That is not true.",
        &["REED | : | We never saw the plans. Nobody did. | REED", "HOLT | : | That is not true. | HOLT"],
    ),
    (
        "transcript, names known from the text",
        "Anna Reed met Peter Holt on air.\n\nREED: We never saw the plans.\n\nHOLT: That is not true.",
        &["REED | : | We never saw the plans. | Anna Reed", "HOLT | : | That is not true. | Peter Holt"],
    ),
    (
        "transcript with a seat",
        "SEN. REED (D-Iowa): We never saw the plans.\n\nMR. HOLT: That is not true.",
        &["SEN. REED | : | We never saw the plans. | REED", "MR. HOLT | : | That is not true. | HOLT"],
    ),
    (
        "transcript in running marks",
        "“REED: We never saw the plans.\n\n“HOLT: That is not true.”",
        &["REED | : | We never saw the plans. | REED", "HOLT | : | That is not true. | HOLT"],
    ),
    (
        "cues inside a turn belong to the turn",
        "REED: He said the plans were lost.\n\nHOLT: I told you they were.",
        &["REED | : | He said the plans were lost. | REED", "HOLT | : | I told you they were. | HOLT"],
    ),
    (
        "interview with names",
        "Anna Reed: When did it start?\n\nPeter Holt: In May.\n\nAnna Reed: And who knew?\n\nPeter Holt: Everybody.",
        &[
            "Anna Reed | : | When did it start? | Anna Reed",
            "Peter Holt | : | In May. | Peter Holt",
            "Anna Reed | : | And who knew? | Anna Reed",
            "Peter Holt | : | Everybody. | Peter Holt",
        ],
    ),
    (
        "questions and answers",
        "Anna Reed runs the ferry.\n\nQ: When did it start?\n\nA: In May. It rained.\n\nQ: And who knew?\n\nA: Everybody.",
        &[
            "Q | : | When did it start? | Q",
            "A | : | In May. It rained. | Anna Reed",
            "Q | : | And who knew? | Q",
            "A | : | Everybody. | Anna Reed",
        ],
    ),
    (
        "an answer over two paragraphs",
        "Q: When did it start?\n\nA: In May.\n\nThe rain had stopped by then.\n\nQ: And who knew?\n\nA: Everybody.",
        &[
            "Q | : | When did it start? | Q",
            "A | : | In May. + The rain had stopped by then. | A",
            "Q | : | And who knew? | Q",
            "A | : | Everybody. | A",
        ],
    ),
    ("a lone Q is left alone", "Q: When did you leave?", &[]),
    ("a lone name with a colon is left alone", "Ferry Lines: Ten boats are on their way to the coast.", &[]),
    ("no turn: update", "UPDATE: The ferry is back.", &[]),
    (
        "no turn: a heading and an offer in capitals",
        "The ferry is back.\n\nHOLMSUND: The gate is open.\n\nIt is late.\n\nThe rain fell.\n\nBoats came.\n\nFERRY OFFER: Two \
         tickets.\n\nIt rained.",
        &[],
    ),
    ("no turn: dateline with a colon", "LONDON: The ferry is back.", &[]),
    ("no turn: clarification", "CLARIFICATION: The first sentence of this piece was changed.", &[]),
    ("no turn: time of a live blog", "10:40 a.m.\n\nThe ferry is back.\n\n11:05 a.m.\n\nThe quay is open.", &[]),
    (
        "entry of a live blog",
        "2:45 p.m.\n\nAnna Reed says the ferry is back.\n\n3:10 p.m.\n\nShe says it is full.",
        &["Anna Reed | says | the ferry is back | Anna Reed", "She | says | it is full | Anna Reed"],
    ),
    ("headline with a colon", "Reed: Ferry Will Be Back by May\n\nThe quay was repaired.", &[]),
    (
        "quoted line with a name",
        "Anna Reed: “The ferry will be back by May.”",
        &["Anna Reed | : | “The ferry will be back by May.” | Anna Reed"],
    ),
    ("belief: hopes", "Anna Reed hopes the ferry will be back.", &[]),
    ("belief: fears", "Anna Reed fears that the ferry is lost.", &[]),
    ("belief: believed", "Anna Reed believed the ferry was lost.", &[]),
    ("belief: wants", "Anna Reed wants to buy the ferry.", &[]),
    ("belief: thinks, in the writer's voice", "Anna Reed thinks the ferry is lost.", &[]),
    (
        "speech: said she fears",
        "Anna Reed said she fears that the ferry is lost.",
        &["Anna Reed | said | she fears that the ferry is lost | Anna Reed"],
    ),
    (
        "speech: told of a hope",
        "Anna Reed told reporters she hoped the ferry would be back.",
        &["Anna Reed | told | she hoped the ferry would be back | Anna Reed"],
    ),
    ("belief: may say", "Anna Reed may say that the ferry is lost.", &[]),
    (
        "speech: view in marks",
        "Anna Reed regards the ferry as “a lifeline for the island.”",
        &["Anna Reed | regards | the ferry as “a lifeline for the island.” | Anna Reed"],
    ),
];

pub(super) const KNOWN_WRONG: &[Row] = &[];
