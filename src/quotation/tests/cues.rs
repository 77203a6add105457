//! Cues: before, inside, after and across a paragraph; nouns; passives; tweets, letters, filings, polls; questions,
//! orders, denials; shared sources and attribution carried over.

use super::Row;

pub(super) const TABLE: &[Row] = &[
    (
        "hearer and a clause",
        "Peter Holt of the port told the Harbour Post they didn’t know why the boat was there and were not sure of it.",
        &[
            "Peter Holt of the port | told | they didn’t know why the boat was there and were not sure of it | Peter Holt",
        ],
    ),
    ("nothing said: calls into question", "The auditors’ report calls the whole plan into question.", &[]),
    (
        "hearer and a noun phrase",
        "Peter Holt told Harbour Weekly the boat was old.",
        &["Peter Holt | told | the boat was old | Peter Holt"],
    ),
    (
        "hearers and a clause with marks",
        "Peter Holt told lawmakers it was his “duty” to sink.",
        &["Peter Holt | told | it was his “duty” to sink | Peter Holt"],
    ),
    (
        "subject behind the cue, with an apposition",
        "Nobody in the port has seen “a single boat” since the storm, said another witness in the trial, former port \
         adviser Anna Holm.",
        &[
            "another witness in the trial, former port adviser Anna Holm | said | Nobody in the port has seen “a single \
           boat” since the storm | Anna Holm",
        ],
    ),
    (
        "clause that waits for its main clause",
        "Peter Holt said that while the boats of the north are given attention, those of the south are forgotten.",
        &[
            "Peter Holt | said | that while the boats of the north are given attention, those of the south are forgotten | \
           Peter Holt",
        ],
    ),
    (
        "cue with a circumstance after",
        "“We are closing,” Anna Reed said in an interview on Tuesday.",
        &["Anna Reed | said | “We are closing,” | Anna Reed"],
    ),
    (
        "cue with a circumstance before",
        "In a letter to parents, Anna Reed wrote that the school was closing.",
        &["Anna Reed | wrote | that the school was closing | Anna Reed"],
    ),
    (
        "colon across a paragraph",
        "Anna Reed said:\n\n“We are closing because nobody came.”",
        &["Anna Reed | said | “We are closing because nobody came.” | Anna Reed"],
    ),
    (
        "continued, in the next paragraph",
        "“We are closing,” Anna Reed said.\n\nShe continued: “Nobody came.”",
        &["Anna Reed | said | “We are closing,” | Anna Reed", "She | continued | “Nobody came.” | Anna Reed"],
    ),
    (
        "according to a person, in the middle",
        "The school, according to Anna Reed, is closing.",
        &["Anna Reed | according to | The school + is closing | Anna Reed"],
    ),
    (
        "according to a body",
        "The school is closing, according to the city council.",
        &["the city council | according to | The school is closing | the city council"],
    ),
    (
        "two who speak as one",
        "Anna Reed and Tom Berg said the ferry was old.",
        &["Anna Reed and Tom Berg | said | the ferry was old | Anna Reed and Tom Berg"],
    ),
    (
        "view of a body",
        "In the bank's view, the port will close. The boat, in her view, is late.",
        &["the bank | view | the port will close | the bank", "her | view | The boat | -"],
    ),
    ("words of somebody", "It is late, in the words of Anna Reed.", &["Anna Reed | words | It is late | Anna Reed"]),
    ("nobody's view", "In view of the storm the port closed. In my view, it was late.", &[]),
    (
        "hearers of two words",
        "Anna Reed told board members they would go.",
        &["Anna Reed | told | they would go | Anna Reed"],
    ),
    (
        "passive: was quoted as saying",
        "Anna Reed was quoted as saying that the roof was weak.",
        &["Anna Reed | was quoted as saying | that the roof was weak | Anna Reed"],
    ),
    (
        "tweet",
        "“School is closed today,” Anna Reed tweeted.",
        &["Anna Reed | tweeted | “School is closed today,” | Anna Reed"],
    ),
    (
        "said on a network",
        "Anna Reed said on Facebook that the school was closed.",
        &["Anna Reed | said | that the school was closed | Anna Reed"],
    ),
    (
        "letter reads",
        "“You must leave by June,” the letter reads.",
        &["the letter | reads | “You must leave by June,” | the letter"],
    ),
    (
        "letter said",
        "The letter said that the school would close in June.",
        &["The letter | said | that the school would close in June | The letter"],
    ),
    (
        "court filing",
        "The lawsuit alleges that the builder hid the cracks.",
        &["The lawsuit | alleges | that the builder hid the cracks | The lawsuit"],
    ),
    (
        "court ruling",
        "“The builder knew of the cracks,” the ruling said.",
        &["the ruling | said | “The builder knew of the cracks,” | the ruling"],
    ),
    (
        "judge wrote",
        "“The builder knew of the cracks,” Judge Anna Reed wrote.",
        &["Judge Anna Reed | wrote | “The builder knew of the cracks,” | Anna Reed"],
    ),
    (
        "poll found",
        "A poll found that most islanders want the ferry back.",
        &["A poll | found | that most islanders want the ferry back | A poll"],
    ),
    (
        "poll: share of people",
        "Some 60 percent of islanders said the ferry was too slow.",
        &["Some 60 percent of islanders | said | the ferry was too slow | Some 60 percent of islanders"],
    ),
    (
        "study shows",
        "The study shows that ferries are safer than planes.",
        &["The study | shows | that ferries are safer than planes | The study"],
    ),
    (
        "reported question",
        "Anna Reed asked whether the ferry was late.",
        &["Anna Reed | asked | whether the ferry was late | Anna Reed"],
    ),
    (
        "reported question, why",
        "Anna Reed asked why the ferry was late.",
        &["Anna Reed | asked | why the ferry was late | Anna Reed"],
    ),
    ("wondered", "“Who pays for it?” Anna Reed wondered.", &["Anna Reed | wondered | “Who pays for it?” | Anna Reed"]),
    (
        "order",
        "Anna Reed ordered the crew to leave the ship.",
        &["Anna Reed | ordered | the crew to leave the ship | Anna Reed"],
    ),
    (
        "urged",
        "Anna Reed urged the council to bring back the ferry.",
        &["Anna Reed | urged | the council to bring back the ferry | Anna Reed"],
    ),
    (
        "promised",
        "Anna Reed promised to bring back the ferry.",
        &["Anna Reed | promised | to bring back the ferry | Anna Reed"],
    ),
    ("refused", "Anna Reed refused to name the buyer.", &["Anna Reed | refused | to name the buyer | Anna Reed"]),
    (
        "denied",
        "Anna Reed denied that the ferry had been sold.",
        &["Anna Reed | denied | that the ferry had been sold | Anna Reed"],
    ),
    ("denied doing", "Anna Reed denied selling the ferry.", &["Anna Reed | denied | selling the ferry | Anna Reed"]),
    ("no quotation: declined to comment on nothing", "The company did not speak.", &[]),
    (
        "adding",
        "“The ferry is old,” Anna Reed said, adding that it might sink.",
        &["Anna Reed | said | “The ferry is old,” | Anna Reed", "Anna Reed | adding | that it might sink | Anna Reed"],
    ),
    (
        "carried over to a second sentence in marks",
        "Anna Reed praised the crew. “They did all they could.”",
        &["Anna Reed | praised | the crew | Anna Reed", " |  | “They did all they could.” | Anna Reed"],
    ),
    (
        "verb of judgement with as",
        "Anna Reed described the ferry as “a floating coffin.”",
        &["Anna Reed | described | the ferry as “a floating coffin.” | Anna Reed"],
    ),
    (
        "accused of",
        "Anna Reed accused the owners of hiding the cracks.",
        &["Anna Reed | accused | the owners of hiding the cracks | Anna Reed"],
    ),
    (
        "blamed",
        "Anna Reed blamed the storm for the delay.",
        &["Anna Reed | blamed | the storm for the delay | Anna Reed"],
    ),
    ("called for", "Anna Reed called for an inquiry.", &["Anna Reed | called for | an inquiry | Anna Reed"]),
    (
        "pointed out",
        "Anna Reed pointed out that the ferry was full.",
        &["Anna Reed | pointed out | that the ferry was full | Anna Reed"],
    ),
    (
        "told, with that",
        "Anna Reed told the Daily Islander that the ferry was full.",
        &["Anna Reed | told | that the ferry was full | Anna Reed"],
    ),
    (
        "said in court",
        "Anna Reed testified that the ferry was full.",
        &["Anna Reed | testified | that the ferry was full | Anna Reed"],
    ),
    (
        "have said",
        "Critics have said that the ferry is too dear.",
        &["Critics | have said | that the ferry is too dear | Critics"],
    ),
    ("says, present", "“The ferry is full,” says Anna Reed.", &["Anna Reed | says | “The ferry is full,” | Anna Reed"]),
    ("no quotation: tell from", "One can tell the ferry from its bell.", &[]),
    ("no quotation: show", "The show sold out in an hour.", &[]),
    ("no quotation: charge", "The company charges ten crowns a day.", &[]),
    ("no quotation: future", "Anna Reed will speak at noon.", &[]),
    (
        "noun: claim",
        "The court heard Reed’s claim that the roof was sound.",
        &["Reed | ’s claim | that the roof was sound | Reed"],
    ),
    ("no quotation: report as work", "Anna Reed reports to the board.", &[]),
    (
        "poll, according to",
        "Most islanders want the ferry back, according to a new poll.",
        &["a new poll | according to | Most islanders want the ferry back | a new poll"],
    ),
    (
        "had warned",
        "Anna Reed had warned in March that the ferry was full.",
        &["Anna Reed | had warned | that the ferry was full | Anna Reed"],
    ),
    (
        "place behind the verb",
        "Anna Reed said in Oslo that the ferry was full.",
        &["Anna Reed | said | that the ferry was full | Anna Reed"],
    ),
    (
        "noun: allegation with a pronoun",
        "Anna Reed lost the case. The judge threw out her allegation that the roof was weak.",
        &["her | allegation | that the roof was weak | Anna Reed"],
    ),
    (
        "did not say when",
        "The company did not say when the ferry would return.",
        &["The company | did not say | when the ferry would return | The company"],
    ),
    ("no quotation: call by phone", "Anna Reed called the harbour at noon.", &[]),
    ("no quotation: foretold", "The board is likely to stress the “importance of the old lock” again.", &[]),
    (
        "no quotation: foretold, verb unknown",
        "The board is likely to rehash the “importance of the old lock to the whole of the harbour”.",
        &[],
    ),
    (
        "according to a person with a role",
        "The school is closing, according to Anna Reed, the head teacher.",
        &["Anna Reed, the head teacher | according to | The school is closing | Anna Reed"],
    ),
    (
        "a noun of saying with its owner and a clause",
        "The bridge has stood since 1902. The agency's conclusion was that the bridge was safe. Ann Lee's point is that nobody was asked.",
        &[
            "The agency's | conclusion was | that the bridge was safe | The agency",
            "Ann Lee's | point is | that nobody was asked | Ann Lee",
        ],
    ),
    (
        "a noun of saying with its owner and a colon",
        "The carriers met on Monday. Their argument: nobody else will row at night.",
        &["Their | argument | nobody else will row at night | -"],
    ),
    (
        "a noun of saying that is nobody's",
        "The answer is that the bridge was safe. The lesson's point is that it held.",
        &[],
    ),
    (
        "an estimate put on somebody",
        "By the ministry's own count, 300 homes stand empty. On the forecasts of the grid operator, demand will double. Growth will slow, by the bank's estimate.",
        &[
            "the ministry | count | 300 homes stand empty | the ministry",
            "the grid operator | forecasts | demand will double | the grid operator",
            "the bank | estimate | Growth will slow | the bank",
        ],
    ),
    (
        "a figure that somebody puts on a thing",
        "The union put the cost at 4,000 crowns. The council put up lamps at 40 stations.",
        &["The union | put | the cost at 4,000 crowns | The union"],
    ),
    (
        "a time or place between a verb of saying and its clause",
        "Ann Lee has maintained from the start that the bridge is safe.",
        &["Ann Lee | has maintained | that the bridge is safe | Ann Lee"],
    ),
];

pub(super) const KNOWN_WRONG: &[Row] = &[
    // The tagger takes the place for what is read out.
    ("no quotation: read", "Anna Reed read the paper on the ferry.", &[]),
    // No verb of speech announces the words; the speaker is right, the cue is not found.
    (
        "cue across a paragraph",
        "Anna Reed put it this way:\n\n“We are closing because nobody came.”",
        &["Anna Reed | put it this way: | “We are closing because nobody came.” | Anna Reed"],
    ),
    // A cue without a verb that neither the rules nor the tagger know here.
    (
        "in the words of",
        "The school is, in the words of Anna Reed, “a ruin.”",
        &["Anna Reed | in the words of | The school is + “a ruin.” | Anna Reed"],
    ),
    // Neither rules nor tagger are sure enough of a noun without a name.
    (
        "noun: warning, by a body",
        "The council ignored the engineers’ warning that the roof was weak.",
        &["the engineers | ’ warning | that the roof was weak | the engineers"],
    ),
    // The hearer is taken for the source.
    (
        "passive: told by",
        "Parents were told by Anna Reed that the school was closing.",
        &["Anna Reed | were told by | that the school was closing | Anna Reed"],
    ),
    // The second content takes in the third verb.
    (
        "shared source, three verbs",
        "Anna Reed said the ferry was old, argued that it was unsafe and warned that it might sink.",
        &[
            "Anna Reed | said | the ferry was old | Anna Reed",
            "Anna Reed | argued | that it was unsafe | Anna Reed",
            "Anna Reed | warned | that it might sink | Anna Reed",
        ],
    ),
    // A participle before a noun is taken for a verb.
    ("no quotation: stated", "The stated aim is clear.", &[]),
    // An order of goods is taken for a command.
    ("no quotation: order goods", "Anna Reed ordered fish.", &[]),
];
