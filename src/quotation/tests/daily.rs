//! What passages written as papers print them have shown to be common: datelines, courts, papers that cite somebody, tags with more
//! behind them, and whom an article first describes and then names.

use super::Row;

pub(super) const TABLE: &[Row] = &[
    (
        "a dateline is nobody's words",
        "OSLO, May 4 (Reuters) - The port will close on Friday, Harbour Minister Anna Reed said on Tuesday, citing “a rise in storms” along the coast.",
        &[
            "Harbour Minister Anna Reed | said | The port will close on Friday | Anna Reed",
            "Harbour Minister Anna Reed | citing | “a rise in storms” along the coast | Anna Reed",
        ],
    ),
    (
        "a dateline without an agency",
        "OSLO — The ferries will run again, officials said.",
        &["officials | said | The ferries will run again | officials"],
    ),
    (
        "a court hears what somebody told",
        "A man on trial for robbing his neighbour told police he had been asleep, a court has heard.",
        &[
            "a court | has heard | A man on trial for robbing his neighbour told police he had been asleep | -",
            "A man on trial | told | he had been asleep | A man on trial",
        ],
    ),
    (
        "behind a mark the one who tells of it",
        "The sailor wrote in a notebook that he wanted “to be remembered,” the sheriff’s office said Tuesday.",
        &[
            "the sheriff’s office | said | The sailor wrote in a notebook that he wanted “to be remembered,” | the sheriff’s office",
            "The sailor | wrote | that he wanted “to be remembered,” | The sailor",
        ],
    ),
    (
        "what he called so is his",
        "The talks will go on, Peter Holt said on Sunday, hailing what he called “the beginning of the end” of the strike.",
        &[
            "Peter Holt | said | The talks will go on | Peter Holt",
            "Peter Holt | called | “the beginning of the end” of the strike | Peter Holt",
        ],
    ),
    (
        "whom a paper cites",
        "Reuters reported on Thursday, citing two people familiar with the talks, that Norland had offered to host them.",
        &[
            "Reuters | reported | that Norland had offered to host them | Reuters",
            "two people familiar with the talks | citing | that Norland had offered to host them | two people familiar with the talks",
        ],
    ),
    (
        "a reason that is cited says nothing",
        "The minister resigned on Monday, his office said, citing poor health.",
        &["his office | said | The minister resigned on Monday | his office"],
    ),
    (
        "late on a day",
        "The port of Haddon has been closed, the governor said late Friday.",
        &["the governor | said | The port of Haddon has been closed | the governor"],
    ),
    (
        "amounts are no place",
        "The union said at least 140 boats were sunk because of “a warning no one read.”",
        &["The union | said | at least 140 boats were sunk because of “a warning no one read.” | The union"],
    ),
    (
        "a time before a clause with a relative clause",
        "Norland Motor said on Thursday it will recall 300 cars because of a fault that may cause the brakes to fail.",
        &[
            "Norland Motor | said | it will recall 300 cars because of a fault that may cause the brakes to fail | Norland Motor",
        ],
    ),
    (
        "scientists behind their verb",
        "Herring have grown smaller after four decades of fishing, say scientists at the harbour institute.",
        &[
            "scientists at the harbour institute | say | Herring have grown smaller after four decades of fishing | scientists at the harbour institute",
        ],
    ),
    (
        "what a court has ruled",
        "The sale of the boats was unlawful, the High Court has ruled.",
        &["the High Court | has ruled | The sale of the boats was unlawful | High Court"],
    ),
    (
        "one of several",
        "Officials in Haddon were not amused. “Childish,” one said.",
        &["one | said | “Childish,” | Officials in Haddon"],
    ),
    (
        "a restaurant is no speech",
        "“If you cannot beat them, boil them,” jokes Peter Holt, who has put crabs on the menu at his restaurant, “The Old Net”.",
        &[
            "Peter Holt, who has put crabs on the menu at his restaurant | jokes | “If you cannot beat them, boil them,” | Peter Holt",
        ],
    ),
    (
        "first described, then named",
        "A retired judge has told the Post that he was put under pressure. Sir Peter Holt said he had been asked to wait.",
        &[
            "A retired judge | has told | that he was put under pressure | Peter Holt",
            "Sir Peter Holt | said | he had been asked to wait | Peter Holt",
        ],
    ),
    (
        "somebody else with a description of their own",
        "A retired judge has told the Post that he was put under pressure. Peter Holt, a lawyer for the port, said it was late.",
        &[
            "A retired judge | has told | that he was put under pressure | A retired judge",
            "Peter Holt, a lawyer for the port | said | it was late | Peter Holt",
        ],
    ),
    (
        "a spokesman for somebody is not they",
        "A spokesman for Attorney General Anna Reed said the state would appeal.",
        &[
            "A spokesman for Attorney General Anna Reed | said | the state would appeal | A spokesman for Attorney General Anna Reed",
        ],
    ),
    (
        "a body behind what it is",
        "The national weather agency, Aemet, said a storm was near.",
        &["The national weather agency, Aemet | said | a storm was near | Aemet"],
    ),
    (
        "initials",
        "The town blamed the Rapid Support Forces. The RSF said the army had fired.",
        &[
            "The town | blamed | the Rapid Support Forces | The town",
            "The RSF | said | the army had fired | Rapid Support Forces",
        ],
    ),
    (
        "the people who spoke before",
        "The port will be sold, according to three people familiar with the talks. No price has been set, the people said.",
        &[
            "three people familiar with the talks | according to | The port will be sold | three people familiar with the talks",
            "the people | said | No price has been set | three people familiar with the talks",
        ],
    ),
    (
        "two who share a clause",
        "Anna Reed and Peter Holt, who both lost boats, said they felt “abandoned by the port”.",
        &[
            "Anna Reed and Peter Holt, who both lost boats | said | they felt “abandoned by the port” | Anna Reed and Peter Holt",
        ],
    ),
    (
        "where somebody works is not who speaks",
        "Detective Superintendent Peter Holt, of Haddon Police, said the man was not a suspect.",
        &["Detective Superintendent Peter Holt | said | the man was not a suspect | Peter Holt"],
    ),
    (
        "a ward in brackets",
        "Cllr Peter Holt (Ind, Haddon North) told the committee the road was late.",
        &["Cllr Peter Holt (Ind, Haddon North) | told | the road was late | Peter Holt"],
    ),
    (
        "who added that",
        "“The list is public,” said Anna Reed, the port’s head of ships, who added that more fines were coming.",
        &[
            "Anna Reed, the port’s head of ships | said | “The list is public,” | Anna Reed",
            "who | added | that more fines were coming | Anna Reed",
        ],
    ),
    ("nobody was hurt", "Nobody was hurt, police said.", &["police | said | Nobody was hurt | police"]),
    (
        "what is demanded",
        "The union demanded an urgent meeting with the board.",
        &["The union | demanded | an urgent meeting with the board | The union"],
    ),
    (
        "as somebody points out",
        "Yet as Anna Reed of the School of Ports points out, a weaker crown has done more for the boats than any subsidy.",
        &[
            "Anna Reed of the School of Ports | points out | a weaker crown has done more for the boats than any subsidy | Anna Reed",
        ],
    ),
    (
        "behind an opening with a participle",
        "Standing before Judge Tom Berg, the aide, Peter Holt, admitted that he had sold the boats.",
        &["the aide, Peter Holt | admitted | that he had sold the boats | Peter Holt"],
    ),
    (
        "a time between subject and verb",
        "A notice on the door of the hall this week warns that the roof is unsafe.",
        &["A notice on the door of the hall | warns | that the roof is unsafe | A notice on the door of the hall"],
    ),
    (
        "described in a tag, then named",
        "The port will be sold, its founder has promised. Speaking on the quay, Peter Holt said it was time.",
        &[
            "its founder | has promised | The port will be sold | Peter Holt",
            "Peter Holt | said | it was time | Peter Holt",
        ],
    ),
    (
        "the trooper is the trooper of before",
        "The harbour warden testified on Monday that he called for help. “I ran,” the warden, Peter Holt, 31, told jurors.",
        &[
            "The harbour warden | testified | that he called for help | Peter Holt",
            "the warden, Peter Holt, 31 | told | “I ran,” | Peter Holt",
        ],
    ),
    (
        "departments with more than one task",
        "The Department of Health and Social Care said it was late. The Centers for Disease Control and Prevention said so too.",
        &[
            "The Department of Health and Social Care | said | it was late | Department of Health and Social Care",
            "The Centers for Disease Control and Prevention | said | so too | Centers for Disease Control and Prevention",
        ],
    ),
    (
        "whoever was asked is not whoever asks",
        "Peter Holt conceded that he had run. The prosecutor, Anna Reed, asked him why. “I don’t know,” he replied.",
        &[
            "Peter Holt | conceded | that he had run | Peter Holt",
            "The prosecutor, Anna Reed | asked | why | Anna Reed",
            "he | replied | “I don’t know,” | Peter Holt",
        ],
    ),
    (
        "apposition with a rival's name",
        "Anna Reed, who beat Peter Holt in May, said the ferry was old.",
        &["Anna Reed, who beat Peter Holt in May | said | the ferry was old | Anna Reed"],
    ),
    (
        "the ministry of a country",
        "Norland’s foreign ministry summoned the envoy on Tuesday. In a note, the ministry called the balloon “a provocation”.",
        &["the ministry | called | the balloon “a provocation” | Norland’s foreign ministry"],
    ),
    (
        "one of them",
        "The aide will leave, according to two people familiar with the talks. One of them said it had been “on the cards”.",
        &[
            "two people familiar with the talks | according to | The aide will leave | two people familiar with the talks",
            "One of them | said | it had been “on the cards” | two people familiar with the talks",
        ],
    ),
    (
        "a judge, and the judge’s name",
        "A federal judge has ordered the port to stop selling the boats. “The resemblance is not subtle,” Judge Anna Reed wrote.",
        &[
            "A federal judge | has ordered | the port to stop selling the boats | Anna Reed",
            "Judge Anna Reed | wrote | “The resemblance is not subtle,” | Anna Reed",
        ],
    ),
    (
        "two with a description each",
        "The boats were burnt in a flood, according to Anna Reed, its director, and Peter Holt, a historian at the port.",
        &[
            "Anna Reed, its director, and Peter Holt, a historian at the port | according to | The boats were burnt in a flood | Anna Reed and Peter Holt",
        ],
    ),
    (
        "greeted, and no source",
        "In a note on Sunday, she thanked fans in Haddon, Oslo and Lund and promised that every ticket would be refunded. Anna Reed is 31.",
        &["she | promised | that every ticket would be refunded | -"],
    ),
    (
        "whoever is asked about something says nothing of it",
        "Minister Anna Reed, asked about the boats during a visit, said her port had done everything it promised.",
        &["Minister Anna Reed | said | her port had done everything it promised | Anna Reed"],
    ),
    (
        "what a study has found, against what was thought",
        "Eating herring every day does not stop memory loss, a large Norland trial has found, contradicting years of hope.",
        &[
            "a large Norland trial | has found | Eating herring every day does not stop memory loss | a large Norland trial",
        ],
    ),
    (
        "a maker behind its drug",
        "The agency has approved the first pill for sea legs, its maker, Norland Therapeutics, said late Friday.",
        &[
            "its maker, Norland Therapeutics | said | The agency has approved the first pill for sea legs | Norland Therapeutics",
        ],
    ),
    (
        "her words go on with a participle",
        "But, she said, waiting for the boats costs more than mending them. Anna Reed is 31.",
        &["she | said | waiting for the boats costs more than mending them | -"],
    ),
    (
        "told hearers of several words",
        "My mother used to say that the bridge was old, the novelist Anna Reed told an audience of 900 on Saturday.",
        &["the novelist Anna Reed | told | My mother used to say that the bridge was old | Anna Reed"],
    ),
    (
        "a name that an animal has",
        "Manager Anna Reed said the animal, called Biscuit, had wandered in through a gate.",
        &["Manager Anna Reed | said | the animal, called Biscuit, had wandered in through a gate | Anna Reed"],
    ),
    (
        "an abbreviation ends nothing",
        "The suit alleges that Blue Meridian Inc. ignored at least 60 complaints.",
        &["The suit | alleges | that Blue Meridian Inc. ignored at least 60 complaints | The suit"],
    ),
    (
        "a comma outside the marks",
        "“We have seen this before”, wrote Anna Reed of Harbour Securities in a note to clients, adding that prices would fall.",
        &[
            "Anna Reed of Harbour Securities | wrote | “We have seen this before” | Anna Reed",
            "Anna Reed of Harbour Securities | adding | that prices would fall | Anna Reed",
        ],
    ),
    (
        "what a full stop closes is not in the next sentence",
        "“I have no excuse,” Peter Holt told the court. “I lied to them.” Speaker Anna Reed threatened to appeal.",
        &[
            "Peter Holt | told | “I have no excuse,” + “I lied to them.” | Peter Holt",
            "Speaker Anna Reed | threatened | to appeal | Anna Reed",
        ],
    ),
    (
        "at least so many",
        "At least 14 people were killed when a ferry sank, the rescue agency said on Monday.",
        &["the rescue agency | said | At least 14 people were killed when a ferry sank | the rescue agency"],
    ),
    (
        "claims that are settled",
        "The group Norland will pay to settle claims that it poisoned wells, the Harbour Post reported on Friday.",
        &[
            "the Harbour Post | reported | The group Norland will pay to settle claims that it poisoned wells | Harbour Post",
        ],
    ),
    (
        "two behind what they are",
        "“We wrote it,” said lawmakers Anna Reed and Peter Holt in a joint statement.",
        &["lawmakers Anna Reed and Peter Holt | said | “We wrote it,” | Anna Reed and Peter Holt"],
    ),
    (
        "told the paper",
        "Labour will review the loans if it keeps power, the school minister has told the Harbour Post.",
        &["the school minister | has told | Labour will review the loans if it keeps power | the school minister"],
    ),
    (
        "a relative clause ends before its sentence’s verb",
        "Mr Holt, who denies taking bribes, shook his head.",
        &["who | denies | taking bribes | Holt"],
    ),
    (
        "posted on a site of one letter",
        "“It burns,” the ministry said in a statement posted on X. Witnesses told Reuters they saw smoke.",
        &["the ministry | said | “It burns,” | the ministry", "Witnesses | told | they saw smoke | Witnesses"],
    ),
    (
        "a second clause has a source of its own",
        "Norland and Sweden are in favour; Denmark, an envoy said, “would like to hear more”.",
        &["an envoy | said | Denmark + “would like to hear more” | an envoy"],
    ),
    (
        "a body that is no pronoun",
        "The WHO said the outbreak was under control. WHO says it is over.",
        &["The WHO | said | the outbreak was under control | WHO", "WHO | says | it is over | WHO"],
    ),
    (
        "a neighbour who agrees",
        "“It’s a disaster,” said Anna Reed, 43, whose house was destroyed. “We have nothing left.” Her neighbour, Peter Holt, agreed.",
        &["Anna Reed | said | “It’s a disaster,” + “We have nothing left.” | Anna Reed"],
    ),
    (
        "in the words of somebody",
        "It is merely, in the words of one envoy, “standing where the shade is”.",
        &["one envoy | words | It is merely + “standing where the shade is” | one envoy"],
    ),
    (
        "a spokesman behind the company he speaks for",
        "A spokesman for the company, Giles Thorne, said it did not comment.",
        &["A spokesman for the company, Giles Thorne | said | it did not comment | Giles Thorne"],
    ),
    (
        "told an agency, on terms",
        "Norland’s council has replaced its police chief, two officials told the Harbour Press, speaking on condition of anonymity. One said he would leave on Friday.",
        &[
            "two officials | told | Norland’s council has replaced its police chief | two officials",
            "One | said | he would leave on Friday | two officials",
        ],
    ),
    (
        "a charge that somebody rejected",
        "Norland accused its neighbour of ramming a ferry near the port, a charge that Sweden rejected as “a fairy tale”.",
        &["Norland | accused | its neighbour of ramming a ferry near the port | Norland"],
    ),
    (
        "a name that ends in an adverb",
        "The conservative group Courtwatch Now promised to fight the choice.",
        &["The conservative group Courtwatch Now | promised | to fight the choice | Courtwatch Now"],
    ),
];
