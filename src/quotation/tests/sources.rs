//! Sources: pronouns, surnames, appositions, roles, the former and the latter, documents, agencies, anonymous ones.

use super::Row;

pub(super) const TABLE: &[Row] = &[
    (
        "who asked not to be named",
        "A person briefed on the talks, who asked not to be named, said the deal was dead.",
        &[
            "A person briefed on the talks, who asked not to be named | said | the deal was dead | A person briefed on the talks",
        ],
    ),
    (
        "apposition that names another",
        "Anna Reed, whose father was Peter Holt’s partner, said the ferry was old.",
        &["Anna Reed, whose father was Peter Holt’s partner | said | the ferry was old | Anna Reed"],
    ),
    (
        "surname of a family",
        "Anna Reed runs the ferry with her brother, Peter Reed. “It is hard work,” Reed said.",
        &["Reed | said | “It is hard work,” | Anna Reed"],
    ),
    (
        "form of address tells two of one name apart",
        "Anna Reed runs the ferry with Peter Reed. “It is hard work,” Mr. Reed said.",
        &["Mr. Reed | said | “It is hard work,” | Peter Reed"],
    ),
    (
        "pronoun passes over the other sex",
        "Anna Reed met Peter Holt at the quay. “It is hard work,” she said.",
        &["she | said | “It is hard work,” | Anna Reed"],
    ),
    (
        "pronoun goes on from the speaker",
        "“It is hard work,” Peter Holt said. The ferry of James Ford was late. “We need help,” he said.",
        &["Peter Holt | said | “It is hard work,” | Peter Holt", "he | said | “We need help,” | Peter Holt"],
    ),
    (
        "pronoun passes over a park",
        "Peter Holt sat in Robert Burns Park. “It is quiet here,” he said.",
        &["he | said | “It is quiet here,” | Peter Holt"],
    ),
    (
        "pronoun passes over whom a quotation names",
        "“I never met James Ford,” Peter Holt said. “He lives abroad,” he added.",
        &["Peter Holt | said | “I never met James Ford,” | Peter Holt", "he | added | “He lives abroad,” | Peter Holt"],
    ),
    (
        "name after a long role",
        "Deputy harbour master Anna Reed said the ferry was old.",
        &["Deputy harbour master Anna Reed | said | the ferry was old | Anna Reed"],
    ),
    (
        "secretary of state",
        "Secretary of State Anna Reed said the talks were over.",
        &["Secretary of State Anna Reed | said | the talks were over | Anna Reed"],
    ),
    (
        "age between name and role",
        "Anna Reed, 59, a nurse from Larvik, said the ward was full.",
        &["Anna Reed, 59, a nurse from Larvik | said | the ward was full | Anna Reed"],
    ),
    (
        "seat in parentheses",
        "Sen. Anna Reed (D-Iowa) said the bill was dead.",
        &["Sen. Anna Reed (D-Iowa) | said | the bill was dead | Anna Reed"],
    ),
    (
        "the role, after the name",
        "Gov. Anna Reed toured the quay. “We will rebuild,” the governor said.",
        &["the governor | said | “We will rebuild,” | Anna Reed"],
    ),
    (
        "the role is not the deputy's",
        "President Anna Reed met Vice President Peter Holt. “We agree,” the president said.",
        &["the president | said | “We agree,” | Anna Reed"],
    ),
    (
        "epithet for who spoke before",
        "“We will rebuild,” Anna Reed said. “It takes a year,” the 50-year-old added.",
        &[
            "Anna Reed | said | “We will rebuild,” | Anna Reed",
            "the 50-year-old | added | “It takes a year,” | Anna Reed",
        ],
    ),
    (
        "the former and the latter, people",
        "Anna Reed and Peter Holt run the ferry. The former said it was old; the latter said it was safe.",
        &["The former | said | it was old | Anna Reed", "the latter | said | it was safe | Peter Holt"],
    ),
    (
        "the former and the latter, bodies",
        "The Harbour Board and the City Council met on Monday. The latter said the quay was unsafe.",
        &["The latter | said | the quay was unsafe | City Council"],
    ),
    (
        "the former and the latter, papers",
        "Denmark and Finland issued fisheries reports. The former calls the stock “healthy,” while the latter calls it “at risk.”",
        &[
            "The former | calls | the stock “healthy,” | Denmark's fisheries report",
            "the latter | calls | it “at risk.” | Finland's fisheries report",
        ],
    ),
    (
        "body called again by its sort",
        "The Harbour Commission met on Monday. The commission said the quay was unsafe.",
        &["The commission | said | the quay was unsafe | Harbour Commission"],
    ),
    (
        "short form of a body",
        "The Northern Fishers Alliance (NFA) met on Monday. NFA said the quay was unsafe.",
        &["NFA | said | the quay was unsafe | Northern Fishers Alliance"],
    ),
    (
        "it, for a body",
        "The Harbour Commission said the quay was unsafe. It added that repairs would take a year.",
        &[
            "The Harbour Commission | said | the quay was unsafe | Harbour Commission",
            "It | added | that repairs would take a year | Harbour Commission",
        ],
    ),
    (
        "they, for people unnamed",
        "Two officials said the quay was unsafe. They added that repairs would take a year.",
        &[
            "Two officials | said | the quay was unsafe | Two officials",
            "They | added | that repairs would take a year | Two officials",
        ],
    ),
    (
        "anonymous, called again",
        "A senior official said the quay was unsafe. The official added that repairs would take a year.",
        &[
            "A senior official | said | the quay was unsafe | A senior official",
            "The official | added | that repairs would take a year | A senior official",
        ],
    ),
    (
        "speaker in the sentence before",
        "Anna Reed is tired of waiting. “Nobody tells us anything about the ferry.”",
        &[" |  | “Nobody tells us anything about the ferry.” | Anna Reed"],
    ),
    (
        "speaker of a thought in the sentence before",
        "Anna Reed fears for Peter Holt’s ferry. “One more storm and it is gone for good.”",
        &[" |  | “One more storm and it is gone for good.” | Anna Reed"],
    ),
    (
        "document by its author",
        "Anna Reed’s report says that the quay is unsafe.",
        &["Anna Reed’s report | says | that the quay is unsafe | Anna Reed’s report"],
    ),
    (
        "document of a body",
        "A statement from the Harbour Commission said the quay was unsafe.",
        &[
            "A statement from the Harbour Commission | said | the quay was unsafe | A statement from the Harbour Commission",
        ],
    ),
    (
        "newspaper",
        "The Daily Islander reported that the quay was unsafe.",
        &["The Daily Islander | reported | that the quay was unsafe | Daily Islander"],
    ),
    ("country", "Norway said the quay was unsafe.", &["Norway | said | the quay was unsafe | Norway"]),
    (
        "dateline before the source",
        "OSLO (Reuters) - Norway said on Monday that the quay was unsafe.",
        &["Norway | said | that the quay was unsafe | Norway"],
    ),
    (
        "agency as the source",
        "The quay is unsafe, Reuters reported.",
        &["Reuters | reported | The quay is unsafe | Reuters"],
    ),
    (
        "state media and its we",
        "“We will never yield to pressure,” the ministry’s spokeswoman Li Hua told Xinhua.",
        &["the ministry’s spokeswoman Li Hua | told | “We will never yield to pressure,” | Li Hua"],
    ),
    (
        "family name first",
        "Park Min-ho leads the talks. “We are close,” Mr. Park said.",
        &["Mr. Park | said | “We are close,” | Park Min-ho"],
    ),
    (
        "hyphen in the name",
        "“We are close,” said Doris Hall-Moore, who leads the talks.",
        &["Doris Hall-Moore, who leads the talks | said | “We are close,” | Doris Hall-Moore"],
    ),
    (
        "crowd",
        "Small groups of marchers chanted “Let us in” at the gate.",
        &["Small groups of marchers | chanted | “Let us in” at the gate | Small groups of marchers"],
    ),
    (
        "one of many",
        "“The gate is shut,” one protester said.",
        &["one protester | said | “The gate is shut,” | one protester"],
    ),
    (
        "who, after a name",
        "The prize went to Anna Reed, who said she was surprised.",
        &["who | said | she was surprised | Anna Reed"],
    ),
    (
        "which, after a paper",
        "The council published a report, which said the quay was unsafe.",
        &["which | said | the quay was unsafe | a report"],
    ),
    (
        "owner of the speaker",
        "Anna Reed’s spokesman, Peter Holt, said the bill was dead.",
        &["Anna Reed’s spokesman, Peter Holt | said | the bill was dead | Peter Holt"],
    ),
    (
        "translated we, without marks",
        "We firmly oppose such acts, said Wang Lei, a spokesman for the ministry.",
        &["Wang Lei, a spokesman for the ministry | said | We firmly oppose such acts | Wang Lei"],
    ),
    (
        "age behind the name",
        "Anna Reed, 45, said the ferry was full.",
        &["Anna Reed, 45 | said | the ferry was full | Anna Reed"],
    ),
    (
        "number that opens the content",
        "According to the council, 14 of the 20 schools are full.",
        &["the council | According to | 14 of the 20 schools are full | the council"],
    ),
    ("number that speaks", "Of the farmers, 45 said the harvest was poor.", &["45 | said | the harvest was poor | 45"]),
    (
        "one of a group, named",
        "Anna Reed was glad. One of the family’s lawyers, Tom Berg, said the ferry was old.",
        &["One of the family’s lawyers, Tom Berg | said | the ferry was old | Tom Berg"],
    ),
    (
        "particle in the name",
        "Lars von Hagen leads the talks. “We are close,” von Hagen said.",
        &["von Hagen | said | “We are close,” | Lars von Hagen"],
    ),
    (
        "name in apposition to a role",
        "The harbour master, Anna Reed, said the ferry was old.",
        &["The harbour master, Anna Reed | said | the ferry was old | Anna Reed"],
    ),
];

pub(super) const KNOWN_WRONG: &[Row] = &[
    // Who did something else before "and" is taken for the source.
    (
        "what others did before the name",
        "Dozens of sailors left the port and Peter Holt, who had a boat there, said he would go.",
        &["Peter Holt, who had a boat there | said | he would go | Peter Holt"],
    ),
];
