//! Closed lists that tell what a name or a noun phrase stands for.

use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// A list of words, one look-up to ask.
pub(super) struct List(OnceLock<FxHashSet<&'static str>>, &'static str);

impl List {
    pub(super) const fn new(words: &'static str) -> Self {
        Self(OnceLock::new(), words)
    }

    pub(super) fn has(&self, w: &str) -> bool {
        self.0.get_or_init(|| self.1.split_whitespace().collect()).contains(w)
    }
}

static TITLES: List = List::new(
    "
    front-runner frontrunner challenger incumbent contender hopeful newcomer heir heiress laureate winner champion
    activist actor actress adm administrator admiral adviser advisor advocate aide alderman alderwoman amb
    ambassador ambassador-at-large analyst anchor anchorman anchorwoman anthropologist archaeologist archbishop
    architect artist assemblyman assemblywoman asst astronaut astronomer athlete attorney attorney-general atty
    auditor author ayatollah baker banker baroness barrister bassist beekeeper billionaire biologist bishop
    blogger botanist brewer brig broadcaster builder businessman butcher campaigner candidate capt captain
    cardinal cardiologist carpenter cashier cellist ceo chair chairman chairperson chairwoman chancellor
    chaplain chef chemist chief chieftain choreographer clerk climatologist cllr cmdr co-author co-chair
    co-chairman co-chairwoman co-director co-founder co-host co-ordinator co-owner coach col colonel columnist
    comdr comedian commander commentator commissioner composer comptroller conductor congressman congresswoman
    constable consultant controller coordinator coroner correspondent councillor councilman councilwoman counsel
    counsellor counselor cpl criminologist critic curator dame dancer dean defender delegate demographer dentist
    deputy deputy-governor designer detective developer diplomat director doctor dr driver drummer ecologist
    economist editor educator emir engineer ens entrepreneur envoy epidemiologist ethicist executive expert
    farmer fellow ferryman filmmaker firefighter fisherman forecaster founder frontman fundraiser gen general
    geologist glaciologist goalkeeper gov governor governor-elect governor-general grocer guitarist harbormaster
    harbourmaster head historian hon host hydrologist imam insp inspector instructor interviewer investigator
    investor janitor journalist judge jurist justice king landlord landowner lawmaker lawyer leader lecturer
    legislator librarian lieutenant linguist lobbyist lord lt magistrate magnate maj manager marshal
    mathematician mayor mayor-elect mechanic mediator meteorologist midfielder midwife miner minister miss
    moderator mogul mp mr mrs ms msgr musician negotiator neurologist nominee notary novelist nun nurse oboist
    oceanographer officer official ombudsman oncologist operative organiser organizer owner paediatrician
    painter paralegal paramedic paratrooper parliamentarian partner pastor pediatrician pfc pharmacist
    philosopher photographer physician physicist pianist pilot pitcher planner player plumber podcaster poet
    policeman policewoman politician pollster pope postmaster premier premier-designate pres presenter president
    president-elect presidents priest prime prince princess principal producer prof professor prosecutor
    psychiatrist psychologist publicist publisher pvt quarterback queen rabbi rancher rapper recruiter referee
    registrar rep reporter representative researcher resident rev reverend runner sailor scholar scientist
    screenwriter sculptor seaman secretary seismologist sen senator sergeant sgt sheikh sheriff shopkeeper
    singer sir skipper sociologist soldier solicitor songwriter soprano speaker spokesman spokespeople
    spokesperson spokeswoman statistician steward strategist striker student sultan superintendent supervisor
    supporter supt surgeon surveyor swimmer tailor taoiseach teacher technician tenor theologian therapist
    toxicologist trader trainer translator treasurer trucker trustee undersecretary undertaker veteran
    veterinarian vice vice-chair vice-chairman vice-chancellor vice-president violinist violist virologist vp
    volcanologist volunteer voter warden whip whistleblower widow widower winemaker witness worker writer
    zoologist
    batsman bowler boxer bursar cabbie commodore cornerback councilor cricketer cyclist defenceman dietitian footballer
    geneticist goaltender golfer gymnast headmaster headmistress headteacher immunologist influencer jockey linebacker
    mep microbiologist mla msp neuroscientist nutritionist provost psychotherapist radiologist rector rower sprinter
    stylist sub-editor winger wrestler youtuber
    archivist biographer brewer dermatologist geophysicist homeowner hotelier interpreter lifeguard paralympian playwright
    ranger realtor restaurateur shopper sommelier streamer tenant urologist vicar vlogger
    alhaja alhaji hajia trooper landlady publican shortstop astrophysicist anaesthetist haematologist hematologist nephrologist ornithologist
    palaeontologist paleontologist primatologist entomologist agronomist florist fishmonger optician physiotherapist stonemason
    agent boss complainant defendant grandee neurosurgeon nightwatchman obstetrician plaintiff refugee retiree stallholder suspect
    vendor
    ",
);

/// Titles and roles that stand before a name or head a description of a person, in lower case.
pub fn is_title(w: &str) -> bool {
    TITLES.has(w) || w.split_once('-').is_some_and(|(a, b)| TITLES.has(a) && TITLES.has(b))
}

static PORTFOLIOS: List = List::new(
    "
    agriculture agricultural arts attorney budget business children climate commerce communications communities culture
    defence defense development digital economic economics economy education employment energy environment environmental
    equality europe family federal finance fisheries foreign health home homeland housing immigration industry
    information infrastructure innovation interior international justice labor labour policing press prisons schools
    science security skills social sport state tourism trade transport transportation treasury veterans welfare women youth
    ",
);

/// What an office is over: "Transport Secretary", "Press Secretary".
pub fn is_portfolio(w: &str) -> bool {
    PORTFOLIOS.has(w)
}

/// Forms of address, which are no role.
pub fn is_honorific(w: &str) -> bool {
    matches!(w, "mr" | "mrs" | "ms" | "miss" | "sir" | "dame" | "dr" | "hon")
}

/// What the title of an abbreviation stands for: "gov" is "governor".
pub fn whole_title(w: &str) -> &str {
    match w {
        "gov" => "governor",
        "sen" => "senator",
        "rep" | "congressman" | "congresswoman" => "representative",
        "gen" => "general",
        "prof" => "professor",
        "dr" => "doctor",
        "lt" => "lieutenant",
        "sgt" => "sergeant",
        "capt" => "captain",
        "adm" => "admiral",
        "col" => "colonel",
        "maj" => "major",
        "rev" => "reverend",
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairman" | "chairwoman" | "chairperson" => "chair",
        "premier" => "minister",
        "vp" => "president",
        "advisor" => "adviser",
        "organizer" => "organiser",
        "ceo" => "executive",
        _ => w,
    }
}

static ORGANISATIONS: List = List::new(
    "
    academy accord act administration afghanistan afp africa agency agreement airlines airport airways alabama
    alaska algeria alliance amendment america angeles ankara april arabia archive archives arena argentina
    arizona arkansas army assembly associates association athens atlanta august australia austria authority
    avenue award baghdad ballet bangladesh bank basin battalion bay bbc beach beijing belarus belgium berlin
    bible board bolivia books borough boston boulevard bowl brazil bridge brigade britain brussels building
    bulgaria bureau cabinet cairo california cambodia cameroon campaign canada canberra carolina castle
    cathedral center centre chamber championship channel chicago chile china christmas chronicle church cia city
    clinic club cnn coalition coast college colombia colorado command commission committee company conference
    congress connecticut consortium constitution consulate cooperative corp corporation corps council county
    courier court creek croatia cuba cup cyprus dakota dallas day december delaware delegation delhi democrats
    denmark department detroit directorate district division east easter ecuador egypt embassy england ensemble
    estonia ethiopia eu europe europol exchange fbi february federal federation festival finland fleet
    florida force forces forest foundation france francisco friday front fund games gazette geneva germany ghana
    gmbh gop government greece group guard guardian guatemala guild haiti hall hamas hampshire hanoi
    harbor harbour hawaii herald hezbollah highway hills holdings hollywood honduras hospital house houston
    hungary iceland idaho illinois inc index india indiana indonesia industries initiative inspectorate
    institute institution insurance international interpol iowa iran iraq ireland isis island islands israel
    italy jail jakarta jamaica january japan jersey journal july june kabul kansas kazakhstan kentucky kenya
    kingdom koran korea kremlin kuwait lab laboratories laboratory labs lake laos latvia league lebanon library lines
    libya lithuania llc london louisiana ltd luxembourg madrid magazine maine malaysia mali malta manila market
    markets maryland massachusetts media mexico miami michigan ministry minnesota mission mississippi missouri
    moldova monday mongolia montana morocco moscow mosque motors mountain mountains movement mozambique museum
    myanmar national nations nato navy nebraska nepal netherlands network nevada news nicaragua niger nigeria
    north norway november observatory observer ocean october office ohio oklahoma oman opec open opera orchestra
    oregon organisation organisations organization organizations ottawa pac pakistan palace panama parade
    paraguay paris parish park parliament partners party peninsula pennsylvania pentagon peru philadelphia
    philippines pictures plaza plc poland police port portugal post press prison prize program programme project
    province publishing pyongyang qatar quran radio railway railways ramadan records regiment region registry
    republic republicans reuters river road romania rome russia rwanda saturday school scotland sea seattle
    secretariat senate senegal seoul september serbia series service singapore slovakia slovenia society somalia
    south spain speech squadron square stadium state states station street studios sudan summit sunday sweden
    switzerland synagogue syndicate syria systems taiwan tajikistan taliban tanzania team technologies tehran
    telegraph television temple tennessee texas thailand thanksgiving theater theatre thursday times today tokyo
    tonight tower township treasury treaty tribunal tribune trust tuesday tunisia turkey tv twitter u.k. u.n.
    u.s. uganda uk ukraine un unesco unicef union university uruguay us usa utah uzbekistan valley venezuela
    vermont vietnam virginia wales war washington watch wednesday west wisconsin wyoming xinhua yemen york
    zambia zealand zimbabwe zoo
    analytics auto automotive bancorp dispatch examiner inquirer sentinel capital consulting entertainment equities healthcare logistics pharmaceuticals research securities
    software solutions ventures
    liverpool manchester birmingham leeds glasgow edinburgh cardiff belfast sheffield newcastle bristol nottingham leicester arsenal
    everton barcelona juventus kigali kampala nairobi accra dakar riyadh jerusalem damascus beirut amman doha
    kyiv kiev minsk vienna prague budapest bucharest lisbon dublin oslo stockholm copenhagen helsinki amsterdam
    caracas bogota lima santiago havana taipei islamabad kathmandu dhaka colombo tripoli tunis algiers rabat
    khartoum addis baku tbilisi yerevan
    ",
);

static FORMS: List = List::new(
    "
    airlines airways bancorp beverages biosciences breweries co corp corporation electronics enterprises entertainment equities
    foods gmbh holdings homes petrochemicals motor inc industries laboratories llc logistics ltd motors petroleum pharma pharmaceuticals plc productions
    railways robotics semiconductor semiconductors software stores supermarkets systems technologies telecom therapeutics water
    ",
);

static BRANDS: List = List::new(
    "
    aldi asda aviva easyjet lidl lloyds morrisons natwest ofcom ofgem ofsted ofwat primark sainsbury santander tesco unilever
    anadolu corriere figaro interfax spiegel tass variety yonhap vodafone waitrose
    adidas adobe airbnb airbus alphabet amazon apple astrazeneca axios barclays biontech blackrock bloomberg bmw
    boeing bp carlsberg chevron cisco citigroup costco deloitte deutsche disney ericsson exxon exxonmobil
    facebook gazprom google heineken hsbc huawei hyundai ibm ikea instagram intel jpmorgan kpmg linkedin
    lufthansa mastercard mcdonalds meta microsoft moderna nestle netflix nike nintendo nissan nokia novartis
    nvidia openai oracle paypal pepsi pepsico pfizer philips pinterest pwc qualcomm reddit renault ryanair sachs
    samsung siemens snapchat sony sotheby spacex spotify starbucks substack telegram tesla tiktok toyota uber
    ubs unilever verizon volkswagen volvo walmart whatsapp wikileaks wikipedia youtube
    ",
);

/// Words that make a run of capitals an organisation, a place, a time or a thing: no person.
pub fn is_organisation(w: &str) -> bool {
    ORGANISATIONS.has(w) || is_business(w)
}

/// Words that make a run of capitals the name of a business.
pub fn is_business(w: &str) -> bool {
    FORMS.has(w) || is_brand(w)
}

/// Well-known businesses called by one word, which may be a surname too: Bloomberg.
pub fn is_brand(w: &str) -> bool {
    BRANDS.has(w)
}

/// Lower-case heads that stand for an organisation.
pub fn is_body(w: &str) -> bool {
    is_organisation(w)
        || [
            "tribe",
            "coastguard",
            "programme",
            "wing",
            "utility",
            "town",
            "village",
            "municipality",
            "military",
            "regime",
            "charity",
            "newspaper",
            "paper",
            "magazine",
            "union",
            "regulator",
            "watchdog",
            "station",
            "outlet",
            "website",
            "site",
            "nonprofit",
            "ngo",
            "body",
            "tribunal",
            "panel",
            "delegation",
            "embassy",
            "mission",
            "legislature",
            "judiciary",
        ]
        .contains(&w)
        || is_firm(w)
}

static FIRMS: List = List::new(
    "
    airline automaker bank brand brewery brokerage carmaker carrier chain chipmaker company conglomerate drugmaker firm
    franchise giant group insurer label lender manufacturer multinational network platform retailer start-up startup studio
    subsidiary supplier
    ",
);

/// Nouns by which a business is called again whose name doesn't hold them: "the lender".
pub fn is_firm(w: &str) -> bool {
    FIRMS.has(w)
}

static AGENCIES: List = List::new(
    "
    administration agency authority board bureau cdc center centers centre commission council department epa esa faa fda fema iaea
    inspectorate institute ministry nasa office organisation organization police regulator reserve service treasury unhcr unicef
    ",
);

/// Words in the names of public bodies that are called "the agency" or "the regulator" again.
pub fn is_agency(w: &str) -> bool {
    AGENCIES.has(w)
}

/// Heads of what, or who, finds something out: a study, researchers.
pub fn is_study(w: &str) -> bool {
    is_document(w) || matches!(w, "research" | "researchers" | "scientists" | "authors")
}

/// Heads that stand for a document.
pub fn is_document(w: &str) -> bool {
    if matches!(
        w,
        "accounts"
            | "cable"
            | "cables"
            | "minutes"
            | "extracts"
            | "numbers"
            | "tallies"
            | "tally"
            | "estimates"
            | "projections"
            | "statistics"
    ) {
        return true;
    }
    let singular = w.strip_suffix('s').unwrap_or(w);
    [
        "report",
        "study",
        "studie",
        "statement",
        "document",
        "letter",
        "memo",
        "poll",
        "survey",
        "article",
        "book",
        "paper",
        "lawsuit",
        "complaint",
        "filing",
        "indictment",
        "affidavit",
        "editorial",
        "email",
        "e-mail",
        "tweet",
        "release",
        "law",
        "bill",
        "ruling",
        "transcript",
        "review",
        "analysi",
        "analysis",
        "communique",
        "communiqué",
        "treaty",
        "resolution",
        "petition",
        "post",
        "ad",
        "video",
        "headline",
        "strategy",
        "plan",
        "guideline",
        "figure",
        "data",
        "record",
        "dossier",
        "manifesto",
        "column",
        "essay",
        "decree",
        "note",
        "notice",
        "bulletin",
        "assessment",
        "audit",
        "inquiry",
        "investigation",
        "clip",
        "spot",
        "footage",
        "advert",
        "advertisement",
        "commercial",
        "recording",
        "tape",
        "message",
        "blog",
        "finding",
        "summary",
        "briefing",
        "caption",
        "leaflet",
        "flyer",
        "pamphlet",
        "memoir",
        "autobiography",
        "biography",
        "motion",
        "verdict",
        "judgment",
        "judgement",
        "opinion",
        "order",
        "contract",
        "agreement",
        "constitution",
        "bylaw",
        "rule",
        "policy",
        "census",
        "index",
        "sign",
        "banner",
        "placard",
        "inscription",
        "motto",
        "slogan",
        "text",
        "suit",
        "brochure",
        "booklet",
        "handbook",
        "announcement",
        "disclosure",
        "photo",
        "photograph",
        "image",
        "graph",
        "chart",
        "modelling",
        "modeling",
        "polling",
        "guidance",
        "advisory",
        "testimony",
        "warrant",
        "subpoena",
        "deposition",
        "legislation",
        "ordinance",
        "statute",
        "evidence",
        "screenshot",
        "invitation",
        "proclamation",
        "declaration",
        "directive",
        "edict",
        "circular",
        "submission",
        "questionnaire",
        "agenda",
        "excerpt",
        "passage",
        "infographic",
        "newsletter",
        "bylaws",
    ]
    .contains(&singular)
}

static HERS: List = List::new(
    "
    abigail ada adele adriana agnes agnieszka aisha akiko alexandra alexis alice alicia alison allison alma
    amanda amelia amina amira amy ana anastasia andrea angela angelina anita anjali ann anna annabel anne
    annette annie annika antonia ariana arlene astrid audrey ava barbara beatrice beatriz becky bella benazir
    bernadette bernice beth bethany betsy betty beverly bianca birgit bonnie brenda bridget britney brittany
    brooke camilla candace cara carla carly carmen carol caroline carolyn carrie cassandra catherine cathy
    cecilia celeste charlene charlotte chelsea cheryl chiara chimamanda chloe christiane christina christine
    ciara cindy claire clara claudia colleen connie constance courtney cristina crystal cynthia daisy daniela
    danielle daphne darlene dawn debbie deborah debra delia denise diana diane dilma dolores donna dora doreen
    doris dorothy edith eileen elaine eleanor elena elisa elisabeth elizabeth ella ellen elsa emiko emilia emily
    emma erica erika erin esther ethel eugenia eva evelyn ewa farah fatima felicia fiona florence frances
    francesca frida gabriela gabrielle gail galina georgia georgina geraldine gertrude gina ginger giulia gladys
    glenda gloria grace greta gretchen gro gwen gwendolyn hannah harriet haruka hazel heather heidi helen helena
    helle henrietta hilda hillary holly huma ida ilse imelda indira inge ingeborg ingrid irene irina iris isabel
    isabella isabelle ivanka jacinda jackie jacqueline jane janet janice jasmine jeanne jen jenna jennifer jenny
    jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia julie juliet
    justine kaitlyn kamala kara karen karin katarina katarzyna kate katherine kathleen kathryn kathy katie
    katrina kavita keiko kelly kellyanne kendra kimberly kirsten kirstjen kristen kristi kristin kristina
    krystal lakshmi lara laura lauren laurie leah leila lena leticia liliana lillian lily linda lisa lisbeth liz
    lois lola lorena loretta lorraine lotta louisa louise lourdes lucia lucille lucy ludmila lydia lynda lynne
    mabel madeleine madeline madison mae magdalena maggie malala malgorzata mallory mandy marcia margaret
    margarita margot maria mariam mariana marianne maribel marie marilyn marina marisa marjorie marlene marta
    martha mary maureen maxine meera meg megan mei melania melanie melinda melissa mercedes meredith mette mia
    michelle michiko mildred minyon miranda miriam moira molly mona monica monique muriel myra nadia nadine
    nancy naoko naomi natalia natalie natasha nell nellie ngozi nicola nicole nikki nina noor nora norma octavia
    odette oksana olena olga olivia ophelia oprah paige pam pamela patricia patsy patti paula pauline peggy
    penelope penny pernille phoebe phyllis polly priscilla priya quina rachel ramona rania raquel rebecca regina
    renata renee rhonda rita roberta rosa rosalind rosalyn rose roseanne rosemary rosie roxanne ruby ruth
    sabrina sadie sakura sally salma samantha sandra sanna sara sarah savannah selena serena sharon sheila
    shelly sherry shirley sigrid silvia simone sirpa sofia solveig sonia sophia sophie stacey stacy stella
    stephanie sue sunita susan susanna susannah suzanne svetlana sybil sylvia tabitha tamara tammy tanya tara
    tarja tatiana teresa terri thelma theresa tiffany tina tonya trudy uma una ursula valentina valerie vanessa
    vera verity veronica vicki vicky victoria violet virginia vivian viviane vivien wanda wanjiru wendy whitney
    wilma winifred winona xiaoling yasmin yoko yolanda yuki yulia yvette yvonne zara zelda zoe zofia
    ",
);

static HIS: List = List::new(
    "
    aaron abdul abdullah abe abraham abu adam adnan adrian ahmad ahmed aidan akira alain alan albert alberto
    aldo alec alejandro alessandro alex alexander alexandre alexei alfonso alfred alfredo ali alistair allan
    allen alvaro alvin amir amit anatoly anders andre andreas andrei andres andrew andrzej andy angelo angus
    anthony antoine anton antonio antony archie arjun armando arnold arthur arturo ashok asif augusto axel aziz
    barack barry bart bashar basil ben benedict benjamin bernard bernie bert bertrand bill bjorn blake bob bobby
    bohdan boris brad bradley brandon brendan brent brett brian bruce bryan bud byron caleb calvin cameron carl
    carlo carlos cecil cedric cesar chad charles charlie chester chinedu chris christian christopher chuck
    clarence claude claudio clay clayton clement cliff clifford clint clive clyde colin conor constantine cory
    craig curtis cyril cyrus dale damian damien dan daniel danny dante darrell darren dave david dean declan
    deepak denis dennis denzel derek derrick desmond devin dick diego dieter dimitri dirk dmitry dominic don
    donald donnie doug douglas drew duane duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward
    edwin eli elias elijah elliot elliott elmer elon emanuel emeka emil emilio emmanuel emre enrique enzo eric
    erik ernest ernesto ernst ethan eugene evan evgeny ewan ezra fabio farid felipe felix ferdinand fernando
    fidel filip finn florian floyd forrest francesco francis francisco franco francois frank franklin franz fred
    freddie frederick friedrich fritz fumio gabriel gareth garrett garth gary gavin gene geoff geoffrey george
    gerald gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo gunnar
    gunther gus gustav gustavo guy haakon hamid hamilton hank hans harold harry haruki hassan hector heinrich
    heinz helmut henry herbert herman hideo hiroki hiroshi hisham horacio howard hubert hugh hugo humphrey
    hussein iain ian ibrahim ignacio igor imran isaac ismail ivan ivo jack jacob jacques jaime jake jamal james
    jared jaroslaw jason javier jay jean-claude jean-luc jean-marc jean-marie jean-pierre jeb jed jeff jeffrey
    jeremy jerome jerry jesse jesus jim jimmy joachim joao joaquin jock joe joel joey johan johannes john
    johnnie johnny jomo jon jonathan jorge jose josef joseph josh joshua juan juergen jules julian julio julius
    jurgen jussi justin kareem karim karl kazuo keith kelvin ken kenji kenneth kent kenta kevin kirk klaus knut
    kofi konrad konstantin krzysztof kurt kwame kyle kyung lance larry lars laurence lawrence lech lee leif leo
    leon leonard leonardo leroy lester lev lewis liam lionel lloyd lonnie lorenzo lou louis luca lucas luigi
    luis lukas luke luther lyndon magnus mahmoud makoto malcolm manfred manuel marc marcel marcello marcelo
    marco marcus marek mario mark marshall martin marvin masahiro mateo mathias matt matteo matthew matthias
    maurice mauricio max maxim maximilian mehmet mel melvin michael mick miguel mike mikhail mikko miles milton
    mitch mohamed mohammad mohammed mohan moritz morris moses muhammad murray mustafa myron naoki narendra
    nathan nathaniel neil nelson newt nicholas nick nico nicolas nigel nikita nikolai noah noel norbert norman
    olaf olav ole oleg oleksandr oliver olivier olu omar orlando osama oscar oswald otis otto owen pablo paolo
    pascal patricio patrick paul paulo pavel pedro pekka percy perry pete peter petro phil philip philippe
    pierre piotr prakash pranab quentin quincy rafael rahul raj rajiv ralph ramesh ramon rand randall randolph
    randy raphael rashid raul ravi ray raymond recep reginald reince rene rex reza ricardo rich richard rick rob
    robert rodney rodolfo rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudy
    rupert russ russell ryan sal salman salvador sam sami samuel sanjay santiago satoshi saul sauli scott sean
    sebastian sergei sergey sergio seth shane shawn sheldon shigeru shinichi shinzo sid sidney silvio simon
    spencer stan stanislaw stanley stefan steny stephan stephen sterling steve steven stewart stuart sunil
    suresh sven sverre syed tadeusz takashi takeshi tarek tariq taro ted terence terrence thabo theo theodore
    thierry thomas thorsten tim timothy tobias todd tom tomas tommy tony torbjorn travis trent trevor trey
    tristan troy tyler tyrone ulrich umar valentin vance vaughn vernon victor vijay vikram viktor vince vincent
    vito vladimir volker volodymyr wade waleed walter warren wayne wendell werner wesley wilbur wilfred will
    willem william willie willis winston wojciech wolfgang woody xavier xi yasser yitzhak yoichi yoshihide
    yousef yuri yusuf zach zachary zbigniew zoltan
    ",
);

/// The gender that a first name suggests: `Some(true)` for a woman's. Common names only, none that both bear; an open
/// question stays open.
pub fn first_name(w: &str) -> Option<bool> {
    if HERS.has(w) { Some(true) } else { HIS.has(w).then_some(false) }
}

/// Adjectives and participles that stand behind the noun for whoever knows something: "a person familiar with the talks".
pub fn stands_behind(w: &str) -> bool {
    matches!(w, "familiar" | "close" | "briefed" | "involved" | "knowledgeable" | "available")
}

/// Lower-case nouns for people whom nobody could look up: in the plural, or with "a" before them.
pub fn is_people(w: &str) -> bool {
    static PEOPLE: List = List::new(
        "
        activists advisers advocates aides allies analysts associates attendees attorneys audience authorities bystanders campaigners
        children citizens colleague colleagues commentators critics crowd demonstrators diplomats doctors
        donors economists employees executives experts families family farmers fans followers friend friends girls
        group groups guests historians insider insiders investigators investors boys
        journalists lawmakers lawyers leaders locals majority man marchers members men minority mob
        mothers motorists neighbor neighbors neighbour neighbours observers officers officials onlookers opponent opponents
        others organisers organizers parents participants
        passengers patients people person physicians politicians pollsters prosecutors protester protesters pundits questioner
        ralliers reporters representatives researchers residents respondents rivals scholars scientists skeptics source sources
        spectators spokespeople staff staffer staffers students supporters surrogates survivors teachers users veterans victims
        villagers visitors voters woman women worker workers youths percent majorities
        bankers brokers clergy clients clinicians commuters congregants consumers customers dealers detainees eyewitnesses
        firefighters fishermen graduates inmates landlords midwives migrants miners nurses paramedics parishioners pensioners
        pilgrims prisoners refugees relatives rescuers shopkeepers shoppers soldiers teammates tenants tourists traders witnesses
        ",
    );
    PEOPLE.has(w)
}

/// Nouns that name the sort of an organisation, by which it is called again: "the ministry".
pub fn is_sort(w: &str) -> bool {
    [
        "ministry",
        "committee",
        "commission",
        "agency",
        "department",
        "university",
        "court",
        "council",
        "company",
        "corporation",
        "association",
        "union",
        "institute",
        "foundation",
        "board",
        "bureau",
        "bank",
        "party",
        "alliance",
        "league",
        "federation",
        "coalition",
        "authority",
        "society",
        "school",
        "college",
        "hospital",
        "fund",
        "center",
        "centre",
        "panel",
        "office",
        "embassy",
        "senate",
        "parliament",
        "assembly",
        "tribunal",
    ]
    .contains(&w)
}

/// By which nouns a medium is called again that has this word in its name.
pub fn media_sorts(w: &str) -> &'static [&'static str] {
    match w {
        "times" | "post" | "journal" | "herald" | "tribune" | "guardian" | "gazette" | "telegraph" | "chronicle"
        | "courier" | "observer" | "mail" | "star" | "globe" => &["newspaper", "paper", "outlet"],
        "news" | "tv" | "television" | "radio" => &["outlet", "network", "broadcaster", "station"],
        "magazine" => &["magazine"],
        _ => &[],
    }
}

/// Whether a verb tells what a medium, whose name ends before token `end`, has found out: "the Post has learned".
pub fn is_scoop(w: &super::words::Words, verb: usize, end: usize) -> bool {
    let finds = |base: &str| matches!(base, "learn" | "understand");
    super::lexicon::verb(w.low(verb)).is_some_and(|v| finds(&v.2)) && is_medium(w, end)
}

/// Whether a medium's name ends before token `end`: what "the Post has learned" is its report, and no thought.
fn is_medium(w: &super::words::Words, end: usize) -> bool {
    let Some(last) = end.checked_sub(1).filter(|&k| w.capital(k)) else { return false };
    !media_sorts(w.low(last)).is_empty()
        || matches!(
            w.low(last),
            "reuters"
                | "bbc"
                | "cnn"
                | "ap"
                | "afp"
                | "npr"
                | "nbc"
                | "cbs"
                | "abc"
                | "politico"
                | "observer"
                | "independent"
                | "economist"
                | "examiner"
                | "inquirer"
                | "globe"
                | "star"
        )
}

/// Nouns for one person of whom no more is told: "the boy", "another victim".
pub fn is_somebody(w: &str) -> bool {
    [
        "boy",
        "girl",
        "teen",
        "teenager",
        "child",
        "kid",
        "victim",
        "guest",
        "voice",
        "parent",
        "participant",
        "pensioner",
        "respondent",
        "survivor",
        "someone",
        "somebody",
        "model",
        "insider",
        "local",
        "friend",
        "neighbor",
        "neighbour",
        "fan",
        "critic",
    ]
    .contains(&w)
}

/// Nouns for kin: "his wife" is somebody, though unnamed.
pub fn is_kin(w: &str) -> bool {
    matches!(
        w,
        "wife"
            | "husband"
            | "mother"
            | "father"
            | "son"
            | "daughter"
            | "brother"
            | "sister"
            | "uncle"
            | "aunt"
            | "cousin"
            | "nephew"
            | "niece"
            | "grandmother"
            | "grandfather"
            | "grandson"
            | "granddaughter"
            | "partner"
    )
}

/// A capital inside a word, as brands have it, and no Mac or O’.
pub fn camel(word: &str) -> bool {
    let mut before = ' ';
    let mut inner = None;
    for (i, c) in word.char_indices() {
        if i > 1 && c.is_uppercase() && before.is_lowercase() {
            inner = Some(i);
            break;
        }
        before = c;
    }
    inner.is_some_and(|i| {
        !matches!(&word[..i], "Mc" | "Mac" | "De" | "Di" | "La" | "Le" | "Van" | "Fitz" | "Du" | "Des")
    })
}

/// A noun that, by its ending, names somebody who does something: "narrator", "bystander".
pub fn is_agent(w: &str) -> bool {
    const NOT: &[&str] = &[
        "paper",
        "newspaper",
        "letter",
        "number",
        "order",
        "center",
        "matter",
        "water",
        "power",
        "computer",
        "winter",
        "summer",
        "chapter",
        "error",
        "floor",
        "mirror",
        "sector",
        "factor",
        "corridor",
        "poster",
        "answer",
        "dinner",
        "corner",
        "border",
        "river",
        "tower",
        "tumor",
        "twitter",
        "flier",
        "flyer",
        "banner",
        "register",
        "server",
        "either",
        "neither",
        "other",
        "another",
        "never",
        "rather",
        "whether",
        "quarter",
        "master",
        "disaster",
        "weather",
        "shelter",
        "monitor",
        "indicator",
        "broadcaster",
        "publisher",
        "carrier",
        "retailer",
    ];
    w.len() > 5
        && ["er", "or", "ist", "eer", "ian"].iter().any(|e| w.ends_with(e))
        && !NOT.contains(&w)
        && !is_body(w)
        && !is_document(w)
}
