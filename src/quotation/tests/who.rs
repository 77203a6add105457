//! Who is named as the speaker, and as what, by phenomenon; extents are the other tables' concern.

use super::read;
use crate::report::Event;

/// Phenomenon, text, "name, kind" of each speech quotation's speaker in order.
const TABLE: &[(&str, &str, &[&str])] = &[
    (
        "business called by its sort",
        "Holm Airlines bought a boat. “It is late,” the company said. “We go,” it added.",
        &["Holm Airlines, organisation", "Holm Airlines, organisation"],
    ),
    (
        "one of two businesses",
        "Holm Airlines and Reed Motors met. “It is late,” the company said.",
        &["the company, organisation"],
    ),
    (
        "name of a business behind what it does",
        "The group that owns the boats, Blue Meridian, says it is late. “We go,” they said.",
        &["Blue Meridian, organisation", "Blue Meridian, organisation"],
    ),
    (
        "whose economist",
        "“Rates will rise,” the Bank of Haddon’s chief economist has warned.",
        &["the Bank of Haddon’s chief economist, role"],
    ),
    (
        "what it is, and its name",
        "It was late, according to the media tracking firm AdWatch.",
        &["AdWatch, organisation"],
    ),
    (
        "her lawyer is no she",
        "Anna Reed left early. Her lawyer, Rodolphe Holt, said she would appeal. “It is a blow,” he said.",
        &["Rodolphe Holt, person", "Rodolphe Holt, person"],
    ),
    (
        "who passes it on is not who said it",
        "The pilot radioed that an engine had failed. “We are too low,” he said, according to a recording.",
        &["The pilot, role", "a recording, document", "The pilot, role"],
    ),
    ("broadcaster", "It was late, broadcaster TV2 said.", &["TV2, organisation"]),
    (
        "sheriff of a county",
        "It was late, said Sheriff Anna Reed of Teton County, Wyo., who said that the port was closed.",
        &["Anna Reed, person", "Anna Reed, person"],
    ),
    (
        "agency of the sentence before",
        "The Storm Prediction Center raised the risk on Monday. The agency warns that it is late.",
        &["Storm Prediction Center, organisation"],
    ),
    ("suspect", "Officers held the suspect, Tom Berg. The suspect said he was late.", &["Tom Berg, person"]),
    (
        "office in lower case behind a place",
        "The Mandan, North Dakota, police chief, Tom Berg, said it was late.",
        &["Tom Berg, person"],
    ),
    ("newly so", "Now researchers at the port suggest it is late.", &["researchers at the port, anonymous"]),
    (
        "company that the sentence opens with",
        "Holm Wares will close its bakery by May, the company said.",
        &["Holm Wares, organisation"],
    ),
    (
        "service, and what it does",
        "Netlane, the streaming service, will start in May. “We go,” the company said.",
        &["Netlane, organisation"],
    ),
    (
        "what a business does",
        "Brightbox said it was cooperating. “We are sorry,” the retailer said.",
        &["Brightbox, organisation", "Brightbox, organisation"],
    ),
    ("what the weather does", "Holm said it had rained.", &["Holm, person"]),
    (
        "a word that closes names is none",
        "Water is scarce. Water costs more. “It is late,” the company said.",
        &["the company, organisation"],
    ),
    ("what a match was", "Holm said it was exciting and had helped.", &["Holm, person"]),
    ("maker of films", "The film maker Anna Reed said it was late.", &["Anna Reed, person"]),
    (
        "countryman",
        "“It is late,” said the Haddon coach, Tom Berg. “We go,” the Welshman added.",
        &["Tom Berg, person", "Tom Berg, person"],
    ),
    (
        "a leaked paper",
        "The leaked memo, dated May 4 and marked “Strictly private”, warns that it is late.",
        &["The leaked memo, document"],
    ),
    ("who speaks for a body", "A spokesman for the port said it was late.", &["A spokesman for the port, role"]),
    (
        "who speaks by office",
        "Norland prosecutors said it was late. They added that the port was closed.",
        &["Norland prosecutors, role", "Norland prosecutors, role"],
    ),
    ("whose lawyers", "Lawyers for the sailors said it was late.", &["Lawyers for the sailors, role"]),
    ("people of a trade at the head", "Regulators said it was late.", &["Regulators, anonymous"]),
    ("capital of the sentence", "The port has few sellers. Sellers said it was late.", &["Sellers, anonymous"]),
    (
        "they of two",
        "Mayor Anna Reed and Tom Berg said it was late. They added that the port was closed.",
        &["Anna Reed and Tom Berg, person", "Anna Reed and Tom Berg, person"],
    ),
    (
        "people anywhere",
        "On Monday some Tunisians in Haddon said it was late.",
        &["some Tunisians in Haddon, anonymous"],
    ),
    (
        "business by its city",
        "The Haddon-based Energy Institute said it was late.",
        &["Energy Institute, organisation"],
    ),
    (
        "whose office",
        "Peter Holt left. “It is late,” Holt said. His office said the port was closed.",
        &["Peter Holt, person", "Peter Holt’s office, organisation"],
    ),
    (
        "ministry of a country",
        "Norway’s Defence Ministry said it was late. The ministry added that the port was closed.",
        &["Norway’s Defence Ministry, organisation", "Norway’s Defence Ministry, organisation"],
    ),
    (
        "medium called again",
        "The Harbour Post reported that it was late. The news organisation said the port was closed.",
        &["Harbour Post, organisation", "Harbour Post, organisation"],
    ),
    (
        "host is not the guest",
        "“Pears are easy,” said Anna Reed. “They need water,” the late night host said.",
        &["Anna Reed, person", "the late night host, role"],
    ),
    ("numbers", "New numbers from the port show that it was late.", &["New numbers from the port, document"]),
    (
        "first name that is a place too",
        "Virginia Holm left. “It is late,” she said. Holm’s boat was old.",
        &["Virginia Holm, person"],
    ),
    (
        "member of a party",
        "A Virginia Democrat said it was late. Virginia Democrats met.",
        &["A Virginia Democrat, anonymous"],
    ),
    (
        "list of names",
        "Anna Reed met Jean Brun, the pilot Tom Berg and the rower Ole Lund. “It is late,” she said.",
        &["Anna Reed, person"],
    ),
    (
        "which behind a name",
        "Holm is at odds with the Harbour Board, which said that it was late.",
        &["Harbour Board, organisation"],
    ),
    (
        "trade of whom the sentence before is about",
        "Peter Holt showed the boat on Monday. The singer and guitarist told the crew, “It is late.”",
        &["Peter Holt, person"],
    ),
    (
        "when is nobody",
        "It was bigger than the small deal announced in October, said Anna Reed.",
        &["Anna Reed, person"],
    ),
    ("both of two", "Both Anna Reed and rival Tom Berg said it was late.", &["Anna Reed and Tom Berg, person"]),
    ("one of a nation", "An American brokerage said it was late.", &["An American brokerage, organisation"]),
    (
        "surname of a business",
        "Michael Bloomberg left. “It is late,” he said. Mr. Bloomberg added that he would go.",
        &["Michael Bloomberg, person", "Michael Bloomberg, person"],
    ),
    ("business and no surname", "Bloomberg reported that it was late.", &["Bloomberg, organisation"]),
    (
        "sort that fits another",
        "The carrier said it was late. Holm Air Lines said it was closed. The carrier added that it was full.",
        &["The carrier, organisation", "Holm Air Lines, organisation", "Holm Air Lines, organisation"],
    ),
    ("whom a paper quotes", "The Harbour Post quoted Anna Reed as saying that it was late.", &["Anna Reed, person"]),
    (
        "second verb far from its subject",
        "Anna Reed named the pilot a fool, the worst of all of them, and asserted that the port was “lost for good.”",
        &["Anna Reed, person"],
    ),
    ("they of the sentence before", "Sailors met at noon. They said that the port was full.", &["Sailors, anonymous"]),
    (
        "trade of who spoke",
        "“Pears are easy,” says Anna Reed. “They need water,” the expert explains.",
        &["Anna Reed, person", "Anna Reed, person"],
    ),
    ("lawyers of somebody", "Attorneys for Anna Reed said it was late.", &["Attorneys for Anna Reed, role"]),
    ("governor of a bank", "The Bank of Haddon governor Ann Lee said it was late.", &["Ann Lee, person"]),
    ("picture before a pronoun", "Anna Reed left. Peter Holt / AFP\n\n“It is late,” she said.", &["Anna Reed, person"]),
    ("science", "Geology tells us that the port was late.", &["Geology, organisation"]),
    (
        "paper before a surname",
        "Anna Reed left. Speaking to the Daily Mail Reed said it was late.",
        &["Anna Reed, person"],
    ),
    ("research", "New research suggests that pears are late.", &["New research, document"]),
    ("letters in capitals", "CBS HDN said it was late.", &["CBS HDN, organisation"]),
    ("business by a single name", "Toyota said the boat was late.", &["Toyota, organisation"]),
    ("adverb that opens a line", "Maybe Peter Holt went. Holt said it was late.", &["Peter Holt, person"]),
    ("heading in capitals", "It rained.\n\nHOLM CRUISER\n\nHolm says it will sail in May.", &["Holm, organisation"]),
    (
        "junior",
        "“It is late,” said James P. Ford Jr., the attorney for the port. “We go,” Ford said.",
        &["James P. Ford Jr, person", "James P. Ford Jr, person"],
    ),
    (
        "relative before the source",
        "The port will show its first boat in the north during the next two years that industry analysts say will boost \
         trade.",
        &["industry analysts, anonymous"],
    ),
    (
        "surname of two words",
        "“It is late,” said Anna Red Fox. “We go,” Red Fox said.",
        &["Anna Red Fox, person", "Anna Red Fox, person"],
    ),
    (
        "committee of two matters",
        "The Joint Committee on Ports and Trade said it was late.",
        &["Joint Committee on Ports and Trade, organisation"],
    ),
    (
        "pronoun after somebody was asked about",
        "Peter Holt spoke on Monday. Asked whether he would meet Lord Reed, he said: “It is late.”",
        &["-, unknown", "Peter Holt, person"],
    ),
    (
        "title of whom a wife is married to",
        "Lady Reed, the prime minister’s wife, bought a boat. The prime minister said it was late.",
        &["The prime minister, role"],
    ),
    (
        "who behind two verbs",
        "The storm hit 200 towns and angered local sailors who accused the port of sleeping on it.",
        &["local sailors, anonymous"],
    ),
    (
        "description of who spoke before",
        "City Councilor Ann Lee left. Councilor Peter Holt urged the port to close. “It is late,” the city councilor said.",
        &["Peter Holt, person", "Peter Holt, person"],
    ),
    (
        "document quoted before",
        "The council’s letter said the port was closed. The letter also said it would stay so.",
        &["The council’s letter, document", "The council’s letter, document"],
    ),
    (
        "name over and",
        "The World Travel and Tourism Council said it was late.",
        &["World Travel and Tourism Council, organisation"],
    ),
    (
        "relative in an apposition",
        "It was paid by the Holm Pear Fund, a local group which said it would go on.",
        &["Holm Pear Fund, organisation"],
    ),
    ("herself", "The law is old, as Anna Reed herself said.", &["Anna Reed, person"]),
    (
        "copy of a document",
        "A copy of the filing obtained by the board says it was late.",
        &["A copy of the filing obtained by the board, document"],
    ),
    ("number of people", "A number of analysts said it was late.", &["A number of analysts, anonymous"]),
    (
        "agent of a passive",
        "The plan was described by Anna Reed as “a stunt.” It was called “a bad joke” by the harbour board.",
        &["Anna Reed, person", "the harbour board, organisation"],
    ),
    ("participle with a time", "The relief, announced in August, gives the crews a loan.", &[]),
    ("those around somebody", "Peter Holt left. Those around Holt say it was late.", &["Those around Holt, anonymous"]),
    (
        "the associate of before",
        "One close associate said it was late. The associate added that it rained.",
        &["One close associate, anonymous", "One close associate, anonymous"],
    ),
    ("a paper named like an office", "It was late, according to The Holm Reporter.", &["Holm Reporter, organisation"]),
    ("president-elect", "Anna Reed left. “It is late,” the president-elect said.", &["Anna Reed, person"]),
    ("told the paper", "“Why is it late?” Peter Holt told the paper. “I do not know.”", &["Peter Holt, person"]),
    (
        "adverb that opens a sentence",
        "Once Holt was able to speak, he left. “It is late,” Holt said. Peter Holt went.",
        &["Peter Holt, person"],
    ),
    (
        "office over two prepositions",
        "Acting U.S. Attorney for the District of Holm Peter Holt said it was late.",
        &["Peter Holt, person"],
    ),
    (
        "proclamation",
        "A martial law proclamation issued late on Tuesday said that all meetings were banned.",
        &["A martial law proclamation, document"],
    ),
    ("somebody and others", "Gov. Anna Reed and leaders of the assembly said it was late.", &["Anna Reed, person"]),
    ("address", "Number 10 said it was late.", &["No 10, organisation"]),
    (
        "work in marks",
        "“Nothing of Importance” is his first book, recalling that “the boats were never meant for the open sea.”",
        &["Nothing of Importance, document"],
    ),
    (
        "name behind the words, with a verb that nobody knows",
        "“Nobody has come here since the boats were sold,” Peter Holt, chairman of the port, has put in.",
        &["Peter Holt, person"],
    ),
    (
        "who without a comma",
        "Boxer Peter Holt who joined the sailors on Sunday said that he would sell his boats.",
        &["Peter Holt, person"],
    ),
    (
        "pronoun passes over whom the speaker told of",
        "Peter Holt said that his lawyer, James Ford, had left. He added that the trial was over.",
        &["Peter Holt, person", "Peter Holt, person"],
    ),
    (
        "pronoun after a long quotation that names another",
        "Peter Holt said: “It was late. Nobody was there. The gate was shut. We waited. James Ford came by bus. He left \
         again.”\n\n“James Ford knew it,” he continued.",
        &["Peter Holt, person", "Peter Holt, person"],
    ),
    (
        "pronoun after a name in the speaker's own sentence",
        "“We float,” Peter Holt said, with no word of the author, James Ford, who died in May. “We sting,” he said.",
        &["Peter Holt, person", "Peter Holt, person"],
    ),
    (
        "pronoun answers somebody unnamed",
        "Peter Holt met sailors on Monday. One questioner asked whether the port was lost. “You are right,” he said.",
        &["One questioner, anonymous", "Peter Holt, person"],
    ),
    (
        "pronoun takes who did something",
        "Peter Holt won the vote. On Monday harbour manager James Ford released a note. In it, he says the port is \
         “nearly lost.”",
        &["James Ford, person"],
    ),
    (
        "place and title",
        "Governor Anna Reed met Governor Ruth Holt of Ohio. “It is late,” the Ohio governor said.",
        &["Ruth Holt, person"],
    ),
    (
        "place and title where no place was told",
        "Senator Anna Reed spoke first. “It is late,” the Ohio senator said.",
        &["Anna Reed, person"],
    ),
    (
        "another's place",
        "Governor Anna Reed of Texas spoke first. “It is late,” the Ohio governor said.",
        &["the Ohio governor, role"],
    ),
    (
        "title that nobody was given",
        "Anna Reed is unfit for it, her friends fear. “I stand by it,” the Florida senator told the crowd.",
        &["Anna Reed, person"],
    ),
    (
        "a spokesman is somebody else",
        "Anna Reed is unfit for it. “She stands by it,” the port spokesman told the crowd.",
        &["the port spokesman, role"],
    ),
    (
        "whoever is asked doesn't speak",
        "Anna Reed was asked, “Where is the worst port you have been to?”",
        &["-, unknown"],
    ),
    (
        "subject of a body's statement",
        "The town released a statement on Monday saying the port was “not for sale.”",
        &["The town, organisation"],
    ),
    ("title with a noun of its own", "“It is late,” said former secretary of state Anna Reed.", &["Anna Reed, person"]),
    (
        "name after two descriptions",
        "Fellow protester, mechanical engineer Peter Holt, 60, from Holm, said: “It is late.”",
        &["Peter Holt, person"],
    ),
    (
        "words that go on in the sentence of a document's",
        "“Paid Leave,” the document states, becomes due “after one year of work in the port, up to twelve weeks of it.”",
        &["the document, document", "the document, document"],
    ),
    (
        "words that go on behind a sentence of the writer's",
        "“We float,” Peter Holt said. Leaving now “appears to be an attempt at sinking every boat in the water.”",
        &["Peter Holt, person", "Peter Holt, person"],
    ),
    (
        "words of nobody known about the speaker",
        "“We float,” Peter Holt said. His use of “boats that were never meant for the open sea in any weather” ended.",
        &["Peter Holt, person", "-, unknown"],
    ),
    (
        "name between a dash and a colon",
        "The port is empty - Peter Holt: “Nobody has come here since the boats were sold to the town.” It rained.",
        &["Peter Holt, person"],
    ),
    (
        "from a document",
        "It rained. More from the report: “Nobody has come here since the boats were sold to the town.”",
        &["the report, document"],
    ),
    (
        "whole words behind an abbreviation",
        "“We float,” Peter Holt said after a talk in Holm, N.Y. “Nobody has come here since the boats were sold.”",
        &["Peter Holt, person"],
    ),
    (
        "it reads",
        "An email was found on Monday. Peter Holt had it.\n\n“I tried to call you,” it reads.\n\n“Nobody was there,” it said.",
        &["An email, document", "An email, document"],
    ),
    (
        "who behind an apposition",
        "Peter Holt, a sailor who has two boats, said the port was closed.",
        &["Peter Holt, person"],
    ),
    ("agency", "The port was closed, the Associated Press reported.", &["Associated Press, organisation"]),
    (
        "paper whose name is a document's",
        "The Harbour Post reported that the port was closed.",
        &["Harbour Post, organisation"],
    ),
    ("lawsuit", "The suit says the port was “wrongly” closed.", &["The suit, document"]),
    (
        "thing with a nationality",
        "The Swedish brochure says: “We will never give up the port.”",
        &["The Swedish brochure, document"],
    ),
    (
        "body by one name",
        "Meridian’s customers were angry. Meridian said it would close the port.",
        &["Meridian, organisation"],
    ),
    (
        "office of a person",
        "Speaker Anna Reed left. Reed’s office said the port was closed.",
        &["Anna Reed’s office, organisation"],
    ),
    (
        "description before a title in lower case",
        "Former Democratic candidate Peter Holt spoke on Monday. He said the port was closed.",
        &["Peter Holt, person"],
    ),
    ("known by a first name", "Melanie was tired. Melanie sat down. “It is late,” she said.", &["Melanie, person"]),
    (
        "name behind the words with a verb of any kind",
        "Peter Holt came late. “Would the port be sold to the town in May?” James Ford pressed.",
        &["James Ford, person"],
    ),
    (
        "he is the one spoken of by a title",
        "President Peter Holt spoke.\n\nThe US president seems to wait. At noon he said the port was closed.",
        &["Peter Holt, person"],
    ),
    ("nobody in particular", "Several said the port was closed.", &["Several, anonymous"]),
    (
        "a day is no part of a body",
        "The Defence Ministry on Sunday said the port was closed.",
        &["Defence Ministry, organisation"],
    ),
    (
        "kin by a first name",
        "Peter Holt met Anna Reed. His wife, Zuzka, came later. On Monday she described the port as “lost to us.”",
        &["Zuzka, person"],
    ),
    (
        "description in dashes",
        "Port pollster Whit Ayrs — author of Ports and Beyond, a guide — said the port was closed.",
        &["Whit Ayrs, person"],
    ),
    (
        "title after a movement's name",
        "“It is late,” Bread for All director Kari Holm told the crowd.",
        &["Kari Holm, person"],
    ),
    (
        "a surname that looks like a participle",
        "Chris Grayling spoke. “It is late,” Mr Grayling said.",
        &["Chris Grayling, person"],
    ),
    (
        "she goes on from a spokeswoman of a body",
        "The Holm Department of Aviation said the port was open. A spokeswoman for the Dockers Union said it was closed. \
         “It is late,” she said.",
        &[
            "Holm Department of Aviation, organisation",
            "A spokeswoman for the Dockers Union, role",
            "A spokeswoman for the Dockers Union, role",
        ],
    ),
    (
        "company by its first word",
        "The hub of Meridian Airlines was shut. “It is late,” Meridian said.",
        &["Meridian Airlines, organisation"],
    ),
    (
        "pronoun that leads its words goes back in its sentence",
        "“He is wrong,” said Tom Berg. Peter Holt’s letter cost him the vote, where he said the port was “lost.”",
        &["Tom Berg, person", "Peter Holt, person"],
    ),
    (
        "body with and without its place",
        "Norland’s Air Force said the port was shut. The Air Force said it was late.",
        &["Norland’s Air Force, organisation", "Norland’s Air Force, organisation"],
    ),
    (
        "former candidate who heads the sentence",
        "House Speaker Paul Reed told reporters the port was late. Former port candidate Peter Holt, who left in May, \
         came on Monday. The Vermont senator declined to say more. But he told a paper that the port was “lost.”",
        &["Paul Reed, person", "Peter Holt, person", "Peter Holt, person"],
    ),
    (
        "candidate and not the mayor",
        "Peter Holt called upon Mayor Tom Reed to act. Reed left the room. “It is late,” the Norland candidate said.",
        &["Peter Holt, person"],
    ),
    (
        "office with affairs of its own",
        "The port is closed, Dockers Director of Government Affairs Philip Reed said.",
        &["Philip Reed, person"],
    ),
    ("double office", "“It is late,” said United Dock Workers Secretary-Treasurer Gary Holt.", &["Gary Holt, person"]),
    ("party before a name", "Democrat Zephyr Holt spoke. “It is late,” Holt said.", &["Zephyr Holt, person"]),
    ("somebody", "Someone called it a “quiet end of the port.”", &["Someone, anonymous"]),
    (
        "who asks is not who answers",
        "Tom Berg asked Peter Holt whether the port was lost.\n\n“It is not, as far as I can tell,” he said.",
        &["Tom Berg, person", "Peter Holt, person"],
    ),
    (
        "place before the line",
        "HOLM — The town released a statement on Monday saying the port was “not for sale.”",
        &["The town, organisation"],
    ),
    ("verb before a name", "Ask Damien Holt. “It is late,” Holt said.", &["Damien Holt, person"]),
    ("the boy", "The boy asked, “How big is that ship?”", &["The boy, role"]),
];

#[test]
fn speakers_are_named() {
    let wrong: Vec<_> = TABLE
        .iter()
        .filter_map(|(what, text, want)| {
            let got: Vec<_> = read(text)
                .iter()
                .filter(|q| q.event == Event::Speech)
                .map(|q| {
                    let kind = format!("{:?}", q.speaker.kind).to_lowercase();
                    format!("{}, {kind}", q.speaker.name.as_deref().unwrap_or("-"))
                })
                .collect();
            (got != *want).then(|| format!("{what}: {got:?} for {want:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
}

#[test]
fn roles_end_where_the_clause_does() {
    let table = [
        ("She would be the first woman to be president, Peter Holt said.", None),
        ("The letter of Peter Holt, addressed to fellow sailors, is long. Holt said that the port was closed.", None),
        ("The port spokesman, Peter Holt, said it was late.", Some("port spokesman")),
        ("The port's treasurer, Peter Holt, said it was late.", Some("port's treasurer")),
        ("Transport Secretary Peter Holt said it was late.", Some("Transport Secretary")),
        ("The leader of the old party, Peter Holt, said it was late.", Some("leader of the old party")),
        ("Peter Holt, 61, stepped down as a trustee of the fund. Holt said it was late.", None),
        ("Peter Holt, a member of the Haddon Council, said it was late.", Some("member of the Haddon Council")),
        (
            "Dr. Peter Holt, chief medical officer at St. Brendan’s Hospital, said it was late.",
            Some("chief medical officer at St. Brendan’s Hospital"),
        ),
        (
            "Dr. Peter Holt, a co-author and a cardiologist at the hospital, said it was late.",
            Some("co-author and a cardiologist at the hospital"),
        ),
        ("Its chairman, Prof Peter Holt, said it was late.", Some("chairman")),
        ("Professor Peter Holt, a trade economist at the port, said it was late.", Some("trade economist at the port")),
        ("Lead author Dr. Peter Holt, a sailor, said it was late.", Some("author")),
        ("His grandfather, Peter Holt, said it was late.", Some("grandfather")),
        ("Assistant Commissioner Peter Holt said it was late.", Some("Assistant Commissioner")),
        ("The zoo’s director, Peter Holt, said it was late.", Some("zoo’s director")),
        ("Norland’s deputy prime minister, Peter Holt, said it was late.", Some("Norland’s deputy prime minister")),
        ("“It is late,” said Peter Holt, a shepherd who lives by the quay.", Some("shepherd")),
        ("They chose Peter Holt, a reminder of the past. Holt said it was late.", None),
        ("Peter Holt KC, a solicitor, said it was late.", Some("solicitor")),
        ("Though it gives the image of a tired rower, Peter Holt said it was late.", None),
        ("Asked by the head of the old party, Peter Holt said it was late.", None),
        (
            "Peter Holt, head of the Center for Trade Economics and Public Policy at the port, said it was late.",
            Some("head of the Center for Trade Economics and Public Policy at the port"),
        ),
    ];
    for (text, want) in table {
        let all = read(text);
        assert!(all.iter().any(|q| q.speaker.name.as_deref() == Some("Peter Holt")), "{text}: {all:?}");
        assert!(all.iter().all(|q| q.speaker.role.as_deref() == want), "{text}: {all:?}");
    }
}

#[test]
fn an_apposition_with_a_verb_is_no_role() {
    let text =
        "In a talk with Tom Berg and Anna Reed, the presidential candidate stated that it was late. Reed said so.";
    let all = read(text);
    assert!(all.iter().all(|q| q.speaker.role.as_deref().is_none_or(|r| !r.contains("stated"))), "{all:?}");
    let text = "In the paper reporter Tom Berg conflated Norland port candidate Peter Holt with another. Holt said he was hurt.";
    let all = read(text);
    assert!(all.iter().all(|q| q.speaker.role.as_deref().is_none_or(|r| !r.contains("conflated"))), "{all:?}");
}
