//! Hard sentences by phenomenon, and what holds for any text.

use super::find;
use crate::document::Document;
use crate::report::{Event, Quotation, QuotationKind};
use crate::text::Reading;
use proptest::prelude::*;

fn read(text: &str) -> Vec<Quotation> {
    let doc = Document::from_text(text);
    let reading = Reading::new(&doc);
    find(&doc, &reading, true)
}

/// The speech relations of a text as "source | cue | content + content | speaker".
fn speech(text: &str) -> Vec<String> {
    let join = |v: &[crate::report::Span]| v.iter().map(|s| &text[s.range()]).collect::<Vec<_>>().join(" + ");
    read(text)
        .iter()
        .filter(|q| q.event == Event::Speech)
        .map(|q| {
            format!(
                "{} | {} | {} | {}",
                join(&q.source),
                join(&q.cue),
                join(&q.content),
                q.speaker.name.as_deref().unwrap_or("-")
            )
        })
        .collect()
}

/// Name of the phenomenon, text, what is found in it.
type Row = (&'static str, &'static str, &'static [&'static str]);

const TABLE: &[Row] = &[
    (
        "cue after",
        "“The bridge will open in May,” Maria Lopez said.",
        &["Maria Lopez | said | “The bridge will open in May,” | Maria Lopez"],
    ),
    (
        "cue inverted",
        "“The bridge will open in May,” said Maria Lopez, the city engineer.",
        &["Maria Lopez, the city engineer | said | “The bridge will open in May,” | Maria Lopez"],
    ),
    (
        "cue inside",
        "“The bridge,” Maria Lopez said, “will open in May.”",
        &["Maria Lopez | said | “The bridge,” + “will open in May.” | Maria Lopez"],
    ),
    (
        "cue before",
        "Maria Lopez said: “The bridge will open in May.”",
        &["Maria Lopez | said | “The bridge will open in May.” | Maria Lopez"],
    ),
    (
        "that clause",
        "Maria Lopez said that the bridge would open in May.",
        &["Maria Lopez | said | that the bridge would open in May | Maria Lopez"],
    ),
    (
        "bare clause",
        "Maria Lopez says the bridge will open in May.",
        &["Maria Lopez | says | the bridge will open in May | Maria Lopez"],
    ),
    (
        "according to, after",
        "The bridge will open in May, according to Maria Lopez.",
        &["Maria Lopez | according to | The bridge will open in May | Maria Lopez"],
    ),
    (
        "according to, before",
        "According to a ministry report, the bridge is unsafe.",
        &["a ministry report | According to | the bridge is unsafe | a ministry report"],
    ),
    (
        "parenthetical",
        "The bridge, Maria Lopez said, is unsafe for lorries.",
        &["Maria Lopez | said | The bridge + is unsafe for lorries | Maria Lopez"],
    ),
    (
        "apposition",
        "Maria Lopez, a former aide to Tom Berg, said the bridge was unsafe.",
        &["Maria Lopez, a former aide to Tom Berg | said | the bridge was unsafe | Maria Lopez"],
    ),
    (
        "hearer",
        "The mayor told reporters on Monday that the bridge was unsafe.",
        &["The mayor | told | that the bridge was unsafe | The mayor"],
    ),
    ("label", "LOPEZ: We never saw the plans.", &["LOPEZ | : | We never saw the plans | LOPEZ"]),
    (
        "speech over belief",
        "Maria Lopez said she hopes the bridge will open.",
        &["Maria Lopez | said | she hopes the bridge will open | Maria Lopez"],
    ),
    (
        "mixed",
        "Maria Lopez said the bridge was “a danger to everybody.”",
        &["Maria Lopez | said | the bridge was “a danger to everybody.” | Maria Lopez"],
    ),
    (
        "nested",
        "“He told me ‘never again’ and left,” Maria Lopez said.",
        &["Maria Lopez | said | “He told me ‘never again’ and left,” | Maria Lopez"],
    ),
    (
        "goes on in the paragraph",
        "“It rained,” Maria Lopez said. “Then the river rose.”",
        &["Maria Lopez | said | “It rained,” + “Then the river rose.” | Maria Lopez"],
    ),
    (
        "several paragraphs",
        "“It rained all night.\n\n“Then the river rose,” Maria Lopez said.",
        &["Maria Lopez | said | “It rained all night. + “Then the river rose,” | Maria Lopez"],
    ),
    (
        "headless",
        "Maria Lopez was furious with the city. “They never asked us about the bridge.”",
        &[" |  | “They never asked us about the bridge.” | Maria Lopez"],
    ),
    (
        "noun",
        "Engineers looked into Lopez’s claim that the bridge was unsafe.",
        &["Lopez | ’s claim | that the bridge was unsafe | Lopez"],
    ),
    (
        "typewriter marks",
        "''The bridge will open in May,'' Ms. Lopez said.",
        &["Ms. Lopez | said | ''The bridge will open in May,'' | Lopez"],
    ),
    (
        "surname",
        "Maria Lopez runs the port. Lopez said the bridge was unsafe.",
        &["Lopez | said | the bridge was unsafe | Maria Lopez"],
    ),
    (
        "pronoun",
        "Maria Lopez met Tom Berg. She said the bridge was unsafe.",
        &["She | said | the bridge was unsafe | Maria Lopez"],
    ),
    (
        "former and latter",
        "Norway and Sweden published transport reports. The former describes the line as “a lifeline,” and the latter regards it as “a burden.”",
        &[
            "The former | describes | the line as “a lifeline,” | Norway's transport report",
            "the latter | regards | it as “a burden.” | Sweden's transport report",
        ],
    ),
    ("no quotation: name in marks", "They set up a “Joint Rescue Center” on the island.", &[]),
    ("no quotation: title", "The band played “Long Road Home” twice.", &[]),
    ("no quotation: noun", "The claims office opens at nine.", &[]),
    ("no quotation: belief", "Japan hopes to provide ferries.", &[]),
    ("no quotation: future", "The mayor will announce the winner.", &[]),
];

#[test]
fn hard_sentences() {
    let wrong: Vec<_> = TABLE
        .iter()
        .filter_map(|(name, text, want)| {
            let got = speech(text);
            (got != *want).then(|| format!("{name}: {text}\n  got  {got:#?}\n  want {want:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
}

#[test]
fn roles_stand_beside_names() {
    let table = [
        ("Norwegian Foreign Minister Kari Holm arrived. Holm said it was late.", "Norwegian Foreign Minister"),
        ("Kari Holm, the head of the port authority, said it was late.", "head of the port authority"),
        ("A port spokeswoman, Kari Holm, said it was late.", "port spokeswoman"),
    ];
    for (text, role) in table {
        let q = read(text);
        assert_eq!(q[0].speaker.name.as_deref(), Some("Kari Holm"), "{text}");
        assert_eq!(q[0].speaker.role.as_deref(), Some(role), "{text}");
    }
}

#[test]
fn other_languages_keep_only_marks() {
    let text = "„Wir haben das so nicht gewollt“, sagte Kari Holm. Das Lied „Kalinka“ erklang.";
    let doc = Document::from_text(text);
    let reading = Reading::new(&doc);
    let q = find(&doc, &reading, false);
    assert_eq!(q.len(), 1);
    assert_eq!((q[0].kind, q[0].cue.len()), (QuotationKind::Direct, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_ordered_spans_inside_it(text in "([A-Za-z“”\"'‘’.,:;!?—() \n]|said|told|the|according to|said that|he|Mr\\.|é|中|😀){0,120}", english: bool) {
        let doc = Document::from_text(&text);
        let reading = Reading::new(&doc);
        let quotations = find(&doc, &reading, english);
        let mut last = 0;
        for q in &quotations {
            prop_assert!(!q.content.is_empty());
            prop_assert!(q.content[0].start >= last);
            last = q.content[0].start;
            for s in q.source.iter().chain(&q.cue).chain(&q.content) {
                prop_assert!(s.start < s.end && text.get(s.range()).is_some());
            }
        }
    }
}
