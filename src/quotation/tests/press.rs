//! What papers print every day: tags behind a whole sentence, reports inside reports, hearers, courts, newsrooms.

use super::Row;

pub(super) const TABLE: &[Row] = &[
    (
        "starts with its sentence, over a verb of its own",
        "Anna Reed agreed to sell the boat in May, records show.",
        &["records | show | Anna Reed agreed to sell the boat in May | records"],
    ),
    (
        "hearers with a clause of their own",
        "Peter Holt told sailors who had come to the quay that the boat was old.",
        &["Peter Holt | told | that the boat was old | Peter Holt"],
    ),
    (
        "whom somebody asks whether",
        "The Harbour Post asked Anna Reed if the boat would sail.",
        &["The Harbour Post | asked | if the boat would sail | Harbour Post"],
    ),
    (
        "what a newsroom has learned",
        "The harbour master will resign in May, the Post has learned.",
        &["the Post | has learned | The harbour master will resign in May | Post"],
    ),
    (
        "what a newsroom understands",
        "Harbour News understands the bank is close to a deal.",
        &["Harbour News | understands | the bank is close to a deal | Harbour News"],
    ),
    (
        "agent of a paper",
        "Reports seen by the Harbour Post suggest the ministry knew of the leak.",
        &[
            "Reports seen by the Harbour Post | suggest | the ministry knew of the leak | Reports seen by the Harbour Post",
        ],
    ),
    (
        "office in capitals behind the name",
        "Anna Reed, Blue Meridian chief executive, said the boat was ready.",
        &["Anna Reed, Blue Meridian chief executive | said | the boat was ready | Anna Reed"],
    ),
    (
        "name behind what she is",
        "A lawyer in attendance, Anna Reed, tweeted that the judge spoke well.",
        &["A lawyer in attendance, Anna Reed | tweeted | that the judge spoke well | Anna Reed"],
    ),
    (
        "what opens the sentence is no name before the comma",
        "Despite the fears of New Yorkers, Peter Holt, Director of Public Affairs at the Division of Ports, told the Post \
         the flight was routine.",
        &[
            "Peter Holt, Director of Public Affairs at the Division of Ports | told | the flight was routine | Peter Holt",
        ],
    ),
    (
        "a junior's office",
        "Peter B. Holt Jr., the U.S. Attorney for the Western District, said the case was clear.",
        &[
            "Peter B. Holt Jr., the U.S. Attorney for the Western District | said | the case was clear | Peter B. Holt Jr",
        ],
    ),
    (
        "paper behind the verb, with a participle",
        "Thousands of sailors are being treated as guests, says a report highlighting the use of short contracts.",
        &[
            "a report highlighting the use of short contracts | says | Thousands of sailors are being treated as guests | \
           a report highlighting the use of short contracts",
        ],
    ),
    (
        "people without an article behind the verb",
        "The dock is unsafe, said two people briefed on the matter.",
        &["two people briefed on the matter | said | The dock is unsafe | two people briefed on the matter"],
    ),
    (
        "study that has found",
        "Sea levels will rise faster than feared, a new study has found.",
        &["a new study | has found | Sea levels will rise faster than feared | a new study"],
    ),
    (
        "prosecutors, at the end",
        "The company knew of the fault for at least six years, prosecutors allege.",
        &["prosecutors | allege | The company knew of the fault for at least six years | prosecutors"],
    ),
    (
        "no clause behind the verb is a source",
        "Peter Holt, a fellow at the port, said that history is full of wrecks.",
        &["Peter Holt, a fellow at the port | said | that history is full of wrecks | Peter Holt"],
    ),
    (
        "a report inside a report",
        "According to the Harbour Post, Peter Holt said the bridge was safe.",
        &[
            "the Harbour Post | According to | Peter Holt said the bridge was safe | Harbour Post",
            "Peter Holt | said | the bridge was safe | Peter Holt",
        ],
    ),
    (
        "goes on behind the tag",
        "The gunman acted alone, the sheriff said, and there was no danger to the port.",
        &["the sheriff | said | The gunman acted alone + and there was no danger to the port | the sheriff"],
    ),
    (
        "what happened is no part of it",
        "The crossing will stay shut until Friday, the harbour ministry said, after a fire damaged the hall.",
        &["the harbour ministry | said | The crossing will stay shut until Friday | the harbour ministry"],
    ),
    (
        "where a report comes from",
        "The boat was sunk, the Harbour Post said, citing a senior official.",
        &["the Harbour Post | said | The boat was sunk | Harbour Post"],
    ),
    (
        "told in court",
        "The victim had called on three occasions, the inquest was told.",
        &["the inquest | was told | The victim had called on three occasions | -"],
    ),
    (
        "heard in court",
        "Leeds Crown Court heard how the pair met in a pub.",
        &["Leeds Crown Court | heard | how the pair met in a pub | -"],
    ),
    (
        "a noun before the noun of the source",
        "Ten people were killed when a ferry capsized off the island, rescue officials said.",
        &["rescue officials | said | Ten people were killed when a ferry capsized off the island | rescue officials"],
    ),
    (
        "survey that has found",
        "Burglary has doubled in ten years while the number of officers has halved, a survey by the Port Trust has found.",
        &[
            "a survey by the Port Trust | has found | Burglary has doubled in ten years while the number of officers has halved \
           | a survey by the Port Trust",
        ],
    ),
    (
        "a statement from a body",
        "“We demand the release of our colleague,” read a statement from the Wall of Press group.",
        &["a statement from the Wall of Press group | read | “We demand the release of our colleague,” | \
           a statement from the Wall of Press group"],
    ),
    (
        "a whole clause before its source",
        "Norland has withdrawn its ambassador from Haddon, both governments announced on Thursday.",
        &["both governments | announced | Norland has withdrawn its ambassador from Haddon | both governments"],
    ),
    (
        "how much was said",
        "Anna Reed said only that she had “packed for two climates”.",
        &["Anna Reed | said | that she had “packed for two climates” | Anna Reed"],
    ),
    (
        "a claim ends before its sentence's verb",
        "The ministry’s promise that no village would be flooded was broken within a year.",
        &["The ministry | ’s promise | that no village would be flooded | The ministry"],
    ),
    (
        "what a body charges",
        "The guild sued the sheriff’s office, alleging excessive force on Monday.",
        &["The guild | alleging | excessive force on Monday | The guild"],
    ),
    (
        "what researchers find out",
        "Previous research has found our enjoyment of comedy might stem from laughter.",
        &["Previous research | has found | our enjoyment of comedy might stem from laughter | Previous research"],
    ),
    (
        "as somebody wrote",
        "As early retiree Anna Reed wrote on her blog, the mortgage is gone.",
        &["early retiree Anna Reed | wrote | the mortgage is gone | Anna Reed"],
    ),
    (
        "as somebody announced, behind",
        "The boat is late, as the mayor announced on Tuesday.",
        &["the mayor | announced | The boat is late | the mayor"],
    ),
    (
        "as somebody puts it",
        "“My house is a fish’s house now,” as a former headmaster, Tom Berg, puts it.",
        &["Tom Berg | puts it | “My house is a fish’s house now,” | Tom Berg"],
    ),
    ("no report: as she left", "As the mayor left the hall, the crowd cheered.", &[]),
    (
        "what a court rules",
        "The Supreme Court ruled that the map was unlawful.",
        &["The Supreme Court | ruled | that the map was unlawful | Supreme Court"],
    ),
    (
        "as somebody put it",
        "As Anna Reed put it, elections have consequences.",
        &["Anna Reed | put it | elections have consequences | Anna Reed"],
    ),
    (
        "who asked not to be named, before an object",
        "“This is a disaster,” one resident, who asked not to be named, told the Harbour Post.",
        &["one resident, who asked not to be named | told | “This is a disaster,” | one resident"],
    ),
    ("no report: what is ruled out", "The ministers have effectively ruled that out.", &[]),
    ("no report: rules of a club", "The club rules permit members to row at night.", &[]),
    ("no report: a court hears a case", "The court heard the case on Monday.", &[]),
];
