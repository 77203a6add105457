use crate::analyze;
use crate::page::{Block, Node, Page};
use crate::report::{Quotation, Report, SpeakerKind};

/// A text in a language; the last paragraph is there so that its words tell the language, should the declaration be doubted.
fn read(lang: &str, text: &str) -> Report {
    let node = |tag: &str, parent| Node { tag: tag.into(), parent, ..Node::default() };
    let blocks = text.split("\n\n").map(|t| Block { node: 1, text: t.into(), ..Block::default() }).collect();
    analyze(&Page {
        lang: Some(lang.into()),
        nodes: vec![node("body", None), node("p", Some(0))],
        blocks,
        ..Page::default()
    })
}

fn words(r: &Report, spans: &[crate::report::Span]) -> String {
    spans.iter().map(|s| &r.text[s.range()]).collect::<Vec<_>>().join(" | ")
}

fn told(r: &Report, q: &Quotation) -> (String, String, String) {
    (words(r, &q.cue), words(r, &q.source), q.speaker.name.clone().unwrap_or_default())
}

/// Language, text, and the cue, source and speaker of its first words in marks.
fn check(table: &[(&str, &str, &str, &str, &str)]) {
    for (lang, text, cue, source, name) in table {
        let r = read(lang, text);
        let q = r.quotations.first().unwrap_or_else(|| panic!("nothing in marks: {text}"));
        assert_eq!(told(&r, q), ((*cue).into(), (*source).into(), (*name).into()), "{text}");
    }
}

#[test]
fn german() {
    check(&[
        ("de", "„Der Damm hält noch zehn Jahre lang“, sagte Ida Maran am Montag.", "sagte", "Ida Maran", "Ida Maran"),
        (
            "de",
            "„Der Damm hält noch zehn Jahre lang“, sagt der Wasserforscher Jan Holm.",
            "sagt",
            "der Wasserforscher Jan Holm",
            "Jan Holm",
        ),
        (
            "de",
            "„Der Damm hält noch zehn Jahre lang“, so Haldens Bürgermeisterin Ida Maran.",
            "so",
            "Haldens Bürgermeisterin Ida Maran",
            "Ida Maran",
        ),
        (
            "de",
            "„Der Damm hält noch zehn Jahre lang“, stellte Holm gegenüber dem Boten klar.",
            "stellte",
            "Holm",
            "Holm",
        ),
        ("de", "„Der Damm hält noch zehn Jahre lang“, sagte Holm der Zeitung.", "sagte", "Holm", "Holm"),
        (
            "de",
            "„Der Damm hält noch zehn Jahre lang“, sagte ein Sprecher der Wasserbehörde.",
            "sagte",
            "ein Sprecher der Wasserbehörde",
            "Sprecher der Wasserbehörde",
        ),
        (
            "de",
            "Am Montag betonte die Autorin und Ärztin Lea Maran: „Der Damm hält.“",
            "betonte",
            "die Autorin und Ärztin Lea Maran",
            "Lea Maran",
        ),
        (
            "de",
            "Lea Maran von der Hochschule Halden warnt: „Der Damm hält nicht.“",
            "warnt",
            "Lea Maran von der Hochschule Halden",
            "Lea Maran",
        ),
        (
            "de",
            "Laut Wasserbehörde ist der Damm „nur noch ein Haufen aus Sand und Steinen“.",
            "Laut",
            "Wasserbehörde",
            "Wasserbehörde",
        ),
        ("de", "Maran: „Der Damm hält noch lange.“", ":", "Maran", "Maran"),
        ("de", "Dennoch betont der Forscher: „Der Damm hält noch lange.“", "betont", "der Forscher", "Forscher"),
        ("de", "Maran sagte der Zeitung: „Der Damm hält noch lange.“", "sagte", "Maran", "Maran"),
        (
            "de",
            "Der Rat sprach von einem Damm, „der keinem Sturm mehr standhalten kann, auch keinem kleinen“.",
            "sprach",
            "Der Rat",
            "Rat",
        ),
    ]);
}

#[test]
fn romance() {
    check(&[
        (
            "fr",
            "« La digue tiendra encore dix ans », a déclaré le maire, Paul Maran.",
            "a déclaré",
            "le maire",
            "Paul Maran",
        ),
        (
            "fr",
            "« La digue tiendra encore dix ans », explique la géologue Ida Holm.",
            "explique",
            "la géologue Ida Holm",
            "Ida Holm",
        ),
        ("fr", "« La digue tiendra encore dix ans », écrit l’agence.", "écrit", "l’agence", "agence"),
        (
            "fr",
            "« La digue tiendra encore dix ans », selon le ministère des Eaux.",
            "selon",
            "le ministère des Eaux",
            "ministère des Eaux",
        ),
        (
            "fr",
            "« La digue tiendra encore dix ans », a indiqué à l’Écho le porte-parole de la ville.",
            "a indiqué",
            "le porte-parole de la ville",
            "porte-parole de la ville",
        ),
        ("es", "“El dique aguantará diez años más”, señaló Ana Maran en Halden.", "señaló", "Ana Maran", "Ana Maran"),
        (
            "es",
            "“El dique aguantará diez años más”, según ha explicado a este diario un portavoz de la villa.",
            "ha explicado",
            "un portavoz de la villa",
            "portavoz de la villa",
        ),
        (
            "es",
            "El ingeniero asegura que el dique “no es más que un montón de arena”.",
            "asegura",
            "El ingeniero",
            "ingeniero",
        ),
        (
            "es",
            "“El dique aguantará diez años más”, enfatizó Pablo Maran, jefe del puerto.",
            "enfatizó",
            "Pablo Maran",
            "Pablo Maran",
        ),
        (
            "pt",
            "“O dique aguenta mais dez anos”, disse a estudante Ana Maran.",
            "disse",
            "a estudante Ana Maran",
            "Ana Maran",
        ),
        (
            "it",
            "«La diga terrà ancora dieci anni», ha detto Marco Maran ai cronisti.",
            "ha detto",
            "Marco Maran",
            "Marco Maran",
        ),
    ]);
}

#[test]
fn other_rows() {
    check(&[
        (
            "nl",
            "„De dijk houdt het nog tien jaar”, zegt burgemeester Jan Maran tegen de krant.",
            "zegt",
            "burgemeester Jan Maran",
            "Jan Maran",
        ),
        ("sv", "”Dammen håller i tio år till”, säger Eva Maran på tisdagen.", "säger", "Eva Maran", "Eva Maran"),
        ("nb", "«Demningen holder i ti år til», sier Ola Maran til avisen.", "sier", "Ola Maran", "Ola Maran"),
        ("da", "»Dæmningen holder i ti år til,« siger Ida Maran.", "siger", "Ida Maran", "Ida Maran"),
        (
            "cs",
            "„Hráz vydrží ještě deset let,“ uvedla starostka Jana Maranová.",
            "uvedla",
            "starostka Jana Maranová",
            "Jana Maranová",
        ),
        (
            "pl",
            "„Tama wytrzyma jeszcze dziesięć lat” – powiedział burmistrz Jan Maran.",
            "powiedział",
            "burmistrz Jan Maran",
            "Jan Maran",
        ),
        ("fi", "”Pato kestää vielä kymmenen vuotta”, Ida Maran korosti.", "korosti", "Ida Maran", "Ida Maran"),
        (
            "ru",
            "«Плотина простоит ещё десять лет», — сказал мэр Иван Маранов.",
            "сказал",
            "мэр Иван Маранов",
            "Иван Маранов",
        ),
    ]);
}

#[test]
fn a_dash_opens_speech() {
    check(&[
        ("sv", "– Dammen håller i tio år till, säger Eva Maran från kommunen.", "säger", "Eva Maran", "Eva Maran"),
        (
            "pl",
            "– Tama wytrzyma jeszcze dziesięć lat – mówi Jan Maran, prezes spółki.",
            "mówi",
            "Jan Maran",
            "Jan Maran",
        ),
    ]);
    let r = read("sv", "– Dammen håller i tio år till\n\n– Kommunen har inga pengar");
    assert_eq!(r.quotations, [], "a list");
    let r = read("sv", "– Dammen håller i tio år till, säger Eva Maran från kommunen.");
    assert_eq!(words(&r, &r.quotations[0].content), "Dammen håller i tio år till");
}

#[test]
fn what_is_known_elsewhere_in_the_text() {
    let r = read(
        "de",
        "Der Geologe Jan Holm hat den Damm gesehen. „Er hält noch zehn Jahre“, sagte Holm. „Mehr kann ich nicht versprechen.“ Dann ging er.\n\n\
         „Ich war selbst dort und habe ihn geprüft“, sagte er.",
    );
    let names: Vec<_> = r.quotations.iter().map(|q| q.speaker.name.as_deref().unwrap_or("")).collect();
    assert_eq!(names, ["Jan Holm"; 3]);
    assert_eq!(r.quotations[0].speaker.kind, SpeakerKind::Person);
    let r =
        read("es", "“El dique aguantará diez años”, dijo Ana Maran. “No hay otro”, añadió.\n\nEl puerto está cerrado.");
    assert_eq!(r.quotations[1].speaker.name.as_deref(), Some("Ana Maran"));
}

#[test]
fn the_one_person_of_a_paragraph_says_what_follows() {
    let known = "„Der Damm hält noch zehn Jahre“, sagte Jan Holm am Montag in Halden.\n\n";
    let table = [
        ("Für Jan Holm ist die Sache klar: „Der Damm muss im Sommer neu gebaut werden.“", Some("Jan Holm")),
        ("Holm lebt seit Jahren am Fluss. „Der Damm muss im Sommer neu gebaut werden.“", Some("Jan Holm")),
        // A sentence that names somebody else, another person, a thing, and somebody who says nothing elsewhere.
        ("Holm lebt am Fluss. Auf dem Schild steht nur dies: „Der Damm ist im Sommer gesperrt, auch für Boote.“", None),
        ("Holm lebt bei Ida Maran. „Der Damm muss im Sommer neu gebaut werden.“", None),
        ("Das Land Tirol lebt vom Fluss. „Der Damm muss im Sommer neu gebaut werden.“", None),
        ("Ida Maran lebt seit Jahren am Fluss. „Der Damm muss im Sommer neu gebaut werden.“", None),
    ];
    for (text, want) in table {
        let r = read("de", &format!("{known}{text}"));
        assert_eq!(r.quotations[1].speaker.name.as_deref(), want, "{text}");
    }
}

#[test]
fn a_full_name_is_a_persons() {
    let table = [
        ("Die Milliardärin Ida Maran kam. „Der Damm hält noch“, sagte Maran.", "Ida Maran"),
        ("Das Schiff, das die Ida Maran trug, sank. „Der Damm hält noch“, sagte Maran.", "Ida Maran"),
        ("Jan Maran ging, Ida Maran blieb, und Ida Maran sprach. „Der Damm hält noch“, sagte Maran.", "Ida Maran"),
        ("Diese Maran kam. „Der Damm hält noch“, sagte Maran.", "Maran"),
    ];
    for (text, want) in table {
        assert_eq!(read("de", text).quotations[0].speaker.name.as_deref(), Some(want), "{text}");
    }
}

/// Language, sentence, the words that are reported, and whose they are.
#[test]
fn reported_without_marks() {
    let table = [
        ("de", "Laut Wasserbehörde hält der Damm noch zehn Jahre.", "hält der Damm noch zehn Jahre", "Wasserbehörde"),
        ("de", "Der Damm hält laut Jan Holm noch zehn Jahre.", "Der Damm hält | noch zehn Jahre", "Jan Holm"),
        (
            "de",
            "Der Damm hält nach Angaben der Regierung noch zehn Jahre.",
            "Der Damm hält | noch zehn Jahre",
            "Regierung",
        ),
        ("de", "Jan Holm zufolge hält der Damm noch zehn Jahre.", "hält der Damm noch zehn Jahre", "Jan Holm"),
        (
            "de",
            "Der Damm halte noch zehn Jahre, sagte Jan Holm am Montag.",
            "Der Damm halte noch zehn Jahre",
            "Jan Holm",
        ),
        ("de", "Jan Holm betonte, dass der Damm noch zehn Jahre hält.", "der Damm noch zehn Jahre hält", "Jan Holm"),
        (
            "de",
            "Jan Holm betonte, der Damm sei noch zehn Jahre sicher.",
            "der Damm sei noch zehn Jahre sicher",
            "Jan Holm",
        ),
        ("fr", "Selon la mairie, la digue tiendra encore dix ans.", "la digue tiendra encore dix ans", "mairie"),
        ("fr", "Le maire a affirmé que la digue tiendrait dix ans.", "la digue tiendrait dix ans", "maire"),
        ("es", "El dique aguantará diez años, señaló Ana Maran.", "El dique aguantará diez años", "Ana Maran"),
        ("es", "La gerente informó que el dique aguantará diez años.", "el dique aguantará diez años", "gerente"),
        ("nb", "Ifølge Ola Maran holder demningen i ti år til.", "holder demningen i ti år til", "Ola Maran"),
        ("nb", "Ifølge rederiet holder demningen i ti år til.", "holder demningen i ti år til", "rederiet"),
        (
            "sv",
            "Enligt rederiet är dammen för gammal och måste bort.",
            "är dammen för gammal och måste bort",
            "rederiet",
        ),
        ("sv", "Enligt polisen skadades två personer vid dammen.", "skadades två personer vid dammen", "polisen"),
    ];
    for (lang, text, content, name) in table {
        let r = read(lang, text);
        let q = r.quotations.first().unwrap_or_else(|| panic!("nothing reported: {text}"));
        assert_eq!((words(&r, &q.content).as_str(), q.speaker.name.as_deref()), (content, Some(name)), "{text}");
        assert_eq!(q.kind, crate::report::QuotationKind::Indirect);
    }
}

#[test]
fn what_nobody_says_aloud_is_left() {
    for (lang, text) in [
        ("de", "Jan Holm glaubt, dass der Damm noch zehn Jahre hält."),
        ("de", "Jan Holm sagte nicht, dass der Damm noch zehn Jahre hält."),
        ("de", "Der Damm ist gebrochen, so dass auch Halden unter Wasser steht."),
        ("de", "Die Leute am Fluss wurden laut und gingen dann nach Hause."),
        ("es", "El alcalde de la villa, Pablo Maran, denunció la rotura del dique."),
        ("sv", "Enligt uppgift är dammen för gammal och måste bort."),
        ("it", "Il secondo dique della villa è stato costruito in dieci anni."),
        ("fr", "Le maire espère que la digue tiendra encore dix ans."),
        ("hu", "Maran Ida szerint a gát még tíz évig kitart."),
    ] {
        assert_eq!(read(lang, text).quotations, [], "{text}");
    }
}

#[test]
fn a_sentence_that_nobody_looked_into_is_no_plain_record() {
    let st = read("de", "Der Damm hält. „Er hält noch zehn Jahre“, sagte Ida Maran.").statistics;
    assert_eq!((st.sentences, st.attributed, st.unattributed, st.plain), (2, 1, 0, 0));
}

#[test]
fn roles_stand_before_and_behind() {
    let table = [
        ("de", "„Der Damm hält noch zehn Jahre“, sagte AVW-Chefin Dr. Ida Maran.", "AVW-Chefin"),
        ("fr", "« La digue tiendra dix ans », a dit le maire, Paul Maran, mardi.", "maire"),
        ("es", "“El dique aguantará diez años más”, dijo Pablo Maran, jefe del puerto.", "jefe del puerto"),
    ];
    for (lang, text, role) in table {
        assert_eq!(read(lang, text).quotations[0].speaker.role.as_deref(), Some(role), "{text}");
    }
}

#[test]
fn names_and_titles_in_marks_are_left() {
    for (lang, text) in [
        ("de", "Holm sagte dem Blatt „Der Bote“, dass der Damm noch lange hält."),
        ("fr", "Le maire a dit au journal « Le Courrier » que la digue tient."),
        ("es", "El alcalde habló en el teatro “La Estrella” con los vecinos."),
    ] {
        assert_eq!(read(lang, text).quotations, [], "{text}");
    }
}

#[test]
fn nobody_is_named_where_the_subject_is_not_plain() {
    for (lang, text) in [
        ("de", "„Der Damm hält noch zehn Jahre lang, mehr nicht“, heißt es in Halden."),
        ("de", "Er kam am Abend an. „Der Damm hält noch zehn Jahre lang, mehr nicht.“ Dann ging er."),
        ("fr", "« La digue tiendra encore dix ans, pas plus. » Selon le maire, le pont est sûr."),
        ("es", "Ana Maran leyó un informe que habla de “la rotura segura del dique y de la villa entera”."),
        ("hu", "„A gát még tíz évig kitart, tovább nem”, mondta Maran Ida."),
    ] {
        let r = read(lang, text);
        assert_eq!(r.quotations.len(), 1, "{text}");
        assert_eq!(r.quotations[0].speaker.name, None, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_panics(lang in "(de|fr|es|it|pt|nl|sv|pl|ru)", s in "(„|“|«|»|\"|– |, |\\. |: |sagt |dit |dijo |l’|Ida |Maran |der |le |von |Dr\\. |so |selon |\n\n|\\PC){0,50}") {
        read(&lang, &s);
    }
}
