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
        &[
            "the Harbour Post | said | The boat was sunk | Harbour Post",
            "a senior official | citing | The boat was sunk | a senior official",
        ],
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
    (
        "report that a paper passes on",
        "Norland said it would pay for the bridge, the Harbour Post reported on Monday.",
        &[
            "the Harbour Post | reported | Norland said it would pay for the bridge | Harbour Post",
            "Norland | said | it would pay for the bridge | Norland",
        ],
    ),
    (
        "report passed on without a name",
        "The minister told lawmakers that the plan was dead, according to two people in the room.",
        &[
            "two people in the room | according to | The minister told lawmakers that the plan was dead | two people in the room",
            "The minister | told | that the plan was dead | The minister",
        ],
    ),
    (
        "words in marks go on with the one who spoke",
        "“It is a scandal,” Anna Reed told the council, according to the Harbour Post. “We were not asked.”",
        &[
            "the Harbour Post | according to | “It is a scandal,” Anna Reed told the council | Harbour Post",
            "Anna Reed | told | “It is a scandal,” + “We were not asked.” | Anna Reed",
        ],
    ),
    (
        "whoever asks not to be named isn't the pronoun in between",
        "One of the aides, speaking anonymously because he feared for his job, called the plan “madness.”",
        &[
            "One of the aides, speaking anonymously because he feared for his job | called | the plan “madness.” | One of the aides, speaking anonymously because he feared for his job",
        ],
    ),
    (
        "two who can't be named",
        "Two diplomats, who spoke anonymously because they were not authorised to brief reporters, described the draft as thin.",
        &[
            "Two diplomats, who spoke anonymously because they were not authorised to brief reporters | described | the draft as thin | Two diplomats",
        ],
    ),
    (
        "no words of hers",
        "“He never came home,” said Oksana, 42, a teacher, who asked that her last name not be used.",
        &["Oksana, 42, a teacher | said | “He never came home,” | Oksana"],
    ),
    (
        "somebody of whom an age is told",
        "Amal, 23, said her brother was at sea. “He is a cook,” she said.",
        &["Amal, 23 | said | her brother was at sea | Amal", "she | said | “He is a cook,” | Amal"],
    ),
    (
        "a time of day ends a sentence",
        "Sheriff Peter Holt said a boat was found at 3 a.m. “It's a miracle,” Holt said.",
        &[
            "Sheriff Peter Holt | said | a boat was found at 3 a.m. | Peter Holt",
            "Holt | said | “It's a miracle,” | Peter Holt",
        ],
    ),
    (
        "magazine that hears",
        "Anna Reed told Harbour magazine she had sold the boat.",
        &["Anna Reed | told | she had sold the boat | Anna Reed"],
    ),
    (
        "what a memo shows",
        "An internal memo seen by the Harbour Post shows the bank knew of the losses in March.",
        &[
            "An internal memo seen by the Harbour Post | shows | the bank knew of the losses in March | An internal memo seen by the Harbour Post",
        ],
    ),
    (
        "how she puts it",
        "“Prices are up and wages aren't,” is how Anna Reed, a cashier, puts it.",
        &["Anna Reed, a cashier | puts | “Prices are up and wages aren't,” | Anna Reed"],
    ),
    (
        "a reply",
        "“We have no plans for that,” was the reply from the palace.",
        &["the palace | reply | “We have no plans for that,” | the palace"],
    ),
    (
        "where it was said",
        "The army said on Telegram it had closed the bridge.",
        &["The army | said | it had closed the bridge | The army"],
    ),
    (
        "what the company says of itself",
        "Norland Watch has counted 14 spills, it said in a report.",
        &["it | said | Norland Watch has counted 14 spills | Norland Watch"],
    ),
    (
        "lawyers for somebody with a form of address",
        "Lawyers for Mr. Holt said the case should be dismissed.",
        &["Lawyers for Mr. Holt | said | the case should be dismissed | Lawyers for Mr. Holt"],
    ),
    (
        "the chipmaker that opens the sentence",
        "Shares of Blue Meridian Inc fell after the chipmaker said sales would slow.",
        &["the chipmaker | said | sales would slow | Blue Meridian Inc"],
    ),
    (
        "who told a committee is left open",
        "The planning committee heard that the tower would block light. Resident Peter Holt said it was “a monstrosity”.",
        &[
            "The planning committee | heard | that the tower would block light | -",
            "Resident Peter Holt | said | it was “a monstrosity” | Peter Holt",
        ],
    ),
    (
        "a promise ends where she has a verb of her own",
        "Anna Reed promised to repair the bridge, but she gave no date.",
        &["Anna Reed | promised | to repair the bridge | Anna Reed"],
    ),
    (
        "clause that starts before the marks",
        "Anna Reed told analysts demand was “off the charts”.",
        &["Anna Reed | told | demand was “off the charts” | Anna Reed"],
    ),
    (
        "what somebody is said to have said",
        "The harbour master phoned the bank. “You have to help me,” Anna Reed is said to have told them.",
        &["Anna Reed | told | “You have to help me,” | Anna Reed"],
    ),
    (
        "whose words are still to come",
        "Asked whether he had gone, Peter Holt replied: “I stayed at home.”",
        &[" | Asked | whether he had gone | -", "Peter Holt | replied | “I stayed at home.” | Peter Holt"],
    ),
];
