use super::*;
use crate::document::Document;
use network::Scratch;
use proptest::prelude::*;

fn read(text: &str, f: impl FnOnce(&Reading, &Tags)) {
    let doc = Document::from_text(text);
    let reading = Reading::new(&doc);
    f(&reading, &tag(&reading));
}

/// `tests/model/reference.json` holds features of own sentences and what the trainer's quantised network makes of
/// them, as the bits of its `f32`.
#[test]
fn agrees_with_the_trainer_bit_by_bit() {
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../../tests/model/reference.json")).expect("json");
    assert!(rows.len() >= 4);
    for row in rows {
        let features: Vec<features::Features> = serde_json::from_value(row["features"].clone()).expect("features");
        let want: Vec<u32> = serde_json::from_value(row["logits"].clone()).expect("logits");
        let got = shipped().window(&features, &mut Scratch::default());
        let got: Vec<u32> = got.chunks_exact(16).flat_map(|l| &l[..12]).map(|l| l.to_bits()).collect();
        assert_eq!(got, want, "{}", row["id"]);
    }
}

#[test]
fn finds_who_says_what() {
    read("The mayor, Ines Falk, said on Monday that the bridge would be rebuilt.", |r, tags| {
        let of = |layer| spans(tags, layer).into_iter().map(|s| r.slice(r.span_of(s))).collect::<Vec<_>>();
        assert_eq!(of(Layer::Cue), ["said"]);
        assert_eq!(of(Layer::Content), ["that the bridge would be rebuilt"]);
        assert_eq!(of(Layer::Source), ["The mayor, Ines Falk"]);
    });
}

#[test]
fn a_span_goes_on_only_where_one_is_open() {
    let token = |p: [f32; 3]| [p; 4];
    let tags = Tags {
        tokens: [
            [0.1, 0.1, 0.8],
            [0.1, 0.5, 0.4],
            [0.3, 0.1, 0.6],
            [0.9, 0.05, 0.05],
            [0.2, 0.7, 0.1],
            [0.2, 0.7, 0.1],
        ]
        .map(token)
        .to_vec(),
    };
    // An inside at the very start can only be read as a beginning or as nothing.
    assert_eq!(spans(&tags, Layer::Cue).last(), Some(&(5..6)));
    assert!(spans(&tags, Layer::Cue).contains(&(4..5)));
    assert!(spans(&tags, Layer::Cue).iter().any(|s| s.end == 3));
    assert_eq!(spans(&Tags::default(), Layer::Cue), []);
}

#[test]
fn a_long_text_reads_like_a_short_one() {
    let sentence = "Weir said the money is there. Rain fell in the hills for days. ";
    let long = sentence.repeat(130);
    read(&long, |r, tags| {
        assert_eq!(r.tokens.len(), tags.tokens.len());
        let cues = spans(tags, Layer::Cue);
        assert!(cues.len() > 115, "{}", cues.len());
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_gets_probabilities(s in "\\PC{0,300}") {
        read(&s, |r, tags| {
            assert_eq!(r.tokens.len(), tags.tokens.len());
            for p in tags.tokens.iter().flatten() {
                assert!((p.iter().sum::<f32>() - 1.0).abs() < 1.0e-3 && p.iter().all(|p| (0.0..=1.0).contains(p)), "{p:?}");
            }
        });
    }

    #[test]
    fn weights_of_any_bytes_are_read_or_refused(b in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = weights::read(&b);
        let mut b = b;
        b.splice(..0, *b"SBT2");
        let _ = weights::read(&b);
    }
}
