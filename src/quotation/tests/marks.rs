//! Marks: several paragraphs, unbalanced and mixed marks, nesting, split contents, mottos and nicknames.

use super::Row;

pub(super) const TABLE: &[Row] = &[
    (
        "reopened twice, cue at the end",
        "“The water came at night.\n\n“Nobody had warned us.\n\n“We lost the boats,” said Maria Lopez.",
        &[
            "Maria Lopez | said | “The water came at night. + “Nobody had warned us. + “We lost the boats,” | Maria Lopez",
        ],
    ),
    (
        "reopened, cue at the start",
        "Maria Lopez said: “The water came at night.\n\n“Nobody had warned us.”",
        &["Maria Lopez | said | “The water came at night. + “Nobody had warned us.” | Maria Lopez"],
    ),
    (
        "reopened, cue in the first paragraph",
        "“The water came at night,” Maria Lopez said. “Nobody had warned us.\n\n“We lost the boats.”",
        &[
            "Maria Lopez | said | “The water came at night,” + “Nobody had warned us. + “We lost the boats.” | Maria Lopez",
        ],
    ),
    (
        "reopened with straight marks",
        "\"The water came at night.\n\n\"Nobody had warned us,\" Maria Lopez said.",
        &["Maria Lopez | said | \"The water came at night. + \"Nobody had warned us,\" | Maria Lopez"],
    ),
    (
        "never closed at the end of the text",
        "Maria Lopez said the line would close. An inch is 25.4 mm, or 1\" on the plan.",
        &["Maria Lopez | said | the line would close | Maria Lopez"],
    ),
    (
        "an odd mark before a sound pair",
        "The 6\" pipe broke. “It was old,” Tom Berg said.",
        &["Tom Berg | said | “It was old,” | Tom Berg"],
    ),
    (
        "mark left open in another paragraph",
        "The sign read “No entry.\n\nTom Berg said the gate was locked.",
        &["Tom Berg | said | the gate was locked | Tom Berg"],
    ),
    (
        "opened curly, closed straight",
        "“The gate was locked,\" Tom Berg said.",
        &["Tom Berg | said | “The gate was locked,\" | Tom Berg"],
    ),
    (
        "opened straight, closed curly",
        "\"The gate was locked,” Tom Berg said.",
        &["Tom Berg | said | \"The gate was locked,” | Tom Berg"],
    ),
    (
        "closing mark on both sides",
        "”The gate was locked,” Tom Berg said.",
        &["Tom Berg | said | ”The gate was locked,” | Tom Berg"],
    ),
    (
        "double inside double, straight",
        "\"He shouted 'stop' at the boy,\" said Anna Reed.",
        &["Anna Reed | said | \"He shouted 'stop' at the boy,\" | Anna Reed"],
    ),
    (
        "single outside, double inside",
        "‘He shouted “stop” at the boy,’ said Anna Reed.",
        &["Anna Reed | said | ‘He shouted “stop” at the boy,’ | Anna Reed"],
    ),
    (
        "single marks with apostrophes",
        "‘We don’t know the boy’s name,’ said Anna Reed.",
        &["Anna Reed | said | ‘We don’t know the boy’s name,’ | Anna Reed"],
    ),
    (
        "a quotation within reported words",
        "Anna Reed said the guard had told her, “Come back on Monday.”",
        &["Anna Reed | said | the guard had told her, “Come back on Monday.” | Anna Reed"],
    ),
    (
        "nested at the end",
        "“They put up a sign that said ‘Closed for good,’” Anna Reed said.",
        &["Anna Reed | said | “They put up a sign that said ‘Closed for good,’” | Anna Reed"],
    ),
    (
        "split by the cue in mid-clause",
        "“What we need,” said Anna Reed, “is a ferry that runs in winter.”",
        &["Anna Reed | said | “What we need,” + “is a ferry that runs in winter.” | Anna Reed"],
    ),
    (
        "split, with a hearer",
        "“What we need,” Anna Reed told the council, “is a ferry that runs in winter.”",
        &["Anna Reed | told | “What we need,” + “is a ferry that runs in winter.” | Anna Reed"],
    ),
    (
        "split, then a sentence more",
        "“The ferry,” Anna Reed said, “runs in winter. It always has.”",
        &["Anna Reed | said | “The ferry,” + “runs in winter. It always has.” | Anna Reed"],
    ),
    (
        "split, half without marks",
        "The ferry, Anna Reed said, “runs in winter.”",
        &["Anna Reed | said | The ferry + “runs in winter.” | Anna Reed"],
    ),
    (
        "two pieces joined by and",
        "Anna Reed called the ferry “slow” and “far too dear.”",
        &["Anna Reed | called | the ferry “slow” and “far too dear.” | Anna Reed"],
    ),
    (
        "question mark closes",
        "“Where is the ferry?” Anna Reed asked.",
        &["Anna Reed | asked | “Where is the ferry?” | Anna Reed"],
    ),
    (
        "exclamation, inverted",
        "“Bring back the ferry!” shouted Anna Reed.",
        &["Anna Reed | shouted | “Bring back the ferry!” | Anna Reed"],
    ),
    (
        "brackets inside",
        "“[The mayor] never came,” Anna Reed said.",
        &["Anna Reed | said | “[The mayor] never came,” | Anna Reed"],
    ),
    (
        "ellipsis inside",
        "“We waited … and nobody came,” Anna Reed said.",
        &["Anna Reed | said | “We waited … and nobody came,” | Anna Reed"],
    ),
    (
        "quotation ends with a name in marks",
        "“We sailed on the ‘Northern Star,’” Anna Reed said.",
        &["Anna Reed | said | “We sailed on the ‘Northern Star,’” | Anna Reed"],
    ),
    ("guillemets", "«The ferry is late,» Anna Reed said.", &["Anna Reed | said | «The ferry is late,» | Anna Reed"]),
    ("no quotation: motto", "Their motto is “Slow and steady.”", &[]),
    ("no quotation: slogan on a cap", "He wore a cap with the words “Island First” on it.", &[]),
    ("no quotation: nickname before the name", "The singer known as “The Duke” is seventy.", &[]),
    ("no quotation: nickname, straight", "Robert \"Bobby\" Lane opened the fair.", &[]),
    ("no quotation: film", "The film “A Long Winter” opens on Friday.", &[]),
    ("no quotation: term", "A so-called “dark kitchen” has no tables.", &[]),
    ("no quotation: ship", "The trawler “Marianne” left the quay.", &[]),
    ("no quotation: exercise", "The exercise “Steel Heron 5” ended on Sunday.", &[]),
    ("no quotation: word as word", "The word “ferry” has five letters.", &[]),
    (
        "nickname in the speaker's name",
        "“The fair is open,” Robert “Bobby” Lane said.",
        &["Robert “Bobby” Lane | said | “The fair is open,” | Robert “Bobby” Lane"],
    ),
    (
        "nickname, then the surname",
        "Robert “Bobby” Lane opened the fair. “It was overdue,” Lane said.",
        &["Lane | said | “It was overdue,” | Robert “Bobby” Lane"],
    ),
];

pub(super) const KNOWN_WRONG: &[Row] = &[
    // Between dashes the half after the cue is lost.
    (
        "dash before the cue",
        "“We will go on” — Anna Reed said — “until the ferry is back.”",
        &["Anna Reed | said | “We will go on” + “until the ferry is back.” | Anna Reed"],
    ),
];
