//! The language of a text, by its commonest words.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Common words that the other languages here don't share, or hardly.
const STOP: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "that", "is", "for", "with", "was", "said", "by", "it", "from", "are"]),
    ("de", &["der", "die", "und", "das", "nicht", "ist", "mit", "auch", "auf", "ein", "eine", "für", "dem", "sich"]),
    ("fr", &["le", "les", "des", "et", "est", "dans", "une", "pour", "qui", "sur", "pas", "du", "au", "plus"]),
    ("es", &["el", "los", "las", "del", "y", "una", "por", "con", "para", "es", "se", "su", "lo", "más"]),
    ("it", &["il", "di", "che", "della", "gli", "è", "non", "sono", "per", "nel", "anche", "alla", "dei", "ha"]),
    ("pt", &["o", "os", "do", "da", "em", "não", "uma", "com", "ao", "mais", "dos", "pela", "foi", "são"]),
    ("nl", &["het", "een", "van", "niet", "voor", "zijn", "aan", "ook", "maar", "dat", "naar", "bij", "wordt", "ze"]),
    ("sv", &["och", "att", "som", "är", "inte", "för", "på", "till", "av", "ett", "har", "från", "men", "vi"]),
    // The Philippine press quotes English at length, and declares it.
    ("tl", &["ang", "ng", "sa", "na", "mga", "ay", "niya", "ako", "kung", "rin", "naman", "ni", "nang", "hindi"]),
];

/// More of English: enough to tell that a few sentences are, but not that a text is which quotes it at length.
const MORE: &[&str] = &["has", "not", "she", "he", "they", "were", "this", "but", "be", "who", "his", "have", "there"];

/// By function word the languages that have it, as bits, and the bytes of the longest.
fn words_of() -> &'static (FxHashMap<&'static str, u16>, usize) {
    static WORDS: OnceLock<(FxHashMap<&str, u16>, usize)> = OnceLock::new();
    WORDS.get_or_init(|| {
        const { assert!(STOP.len() <= 16) };
        let mut lists = FxHashMap::default();
        for (k, (_, list)) in STOP.iter().enumerate() {
            list.iter().for_each(|w| *lists.entry(*w).or_insert(0) |= 1 << k);
        }
        let longest = lists.keys().map(|w| w.len()).max().unwrap_or(0);
        (lists, longest)
    })
}

/// The language: what the page declares, unless its words contradict.
pub fn of<'a>(declared: Option<&str>, texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let (lists, longest) = words_of();
    let mut counts = [0_usize; STOP.len()];
    let (mut words, mut more) = (0, 0);
    'all: for text in texts {
        for w in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            words += 1;
            if w.len() > *longest {
                continue;
            }
            let low = w.to_lowercase();
            more += usize::from(MORE.contains(&low.as_str()));
            if let Some(&of) = lists.get(low.as_str()) {
                counts.iter_mut().enumerate().for_each(|(k, n)| *n += usize::from(of >> k & 1 == 1));
            }
            if words >= 1000 {
                break 'all;
            }
        }
    }
    let guess = counts.iter().enumerate().max_by_key(|(_, n)| **n).filter(|(_, n)| words >= 20 && **n * 10 >= words);
    let declared = declared.map(|l| l.trim().replace('_', "-").to_lowercase()).filter(|l| (2..=35).contains(&l.len()));
    match (guess, declared) {
        (Some((i, _)), Some(d)) if d.split('-').next() == Some(STOP[i].0) => Some(d),
        (Some((i, _)), _) => Some(STOP[i].0.to_owned()),
        // Fifty words without an English function word are not English.
        (None, Some(d)) if d.starts_with("en") && words >= 50 && counts[0] * 20 < words => Some("und".to_owned()),
        // English of that length has such words.
        (None, None)
            if words >= 50 && (counts[0] + more) * 10 < words || words >= 20 && (counts[0] + more) * 20 < words =>
        {
            Some("und".to_owned())
        }
        (None, d) => d,
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_words_win_over_the_declaration() {
        let de = "Der Minister ist nicht mit der Reform zufrieden, und das Parlament hat sich auch für eine andere Lösung auf dem Tisch entschieden.";
        assert_eq!(of(Some("en"), [de].into_iter()).as_deref(), Some("de"));
        assert_eq!(of(Some("de-AT"), [de].into_iter()).as_deref(), Some("de-at"));
        let tl = "Ayon sa kanya, hindi na siya babalik sa mga palabas ng istasyon. “I love the people there, and they are my friends,” ang sabi niya sa isang panayam, at nagpasalamat din siya sa mga tagahanga na hindi siya iniwan.";
        assert_eq!(of(Some("en"), [tl].into_iter()).as_deref(), Some("tl"));
        let pl = "Minister powiedział w poniedziałek, że rząd nie zmieni ustawy o podatkach, choć opozycja i związki zawodowe od dawna tego żądają.";
        assert_eq!(of(None, [pl].into_iter()).as_deref(), Some("und"));
        assert_eq!(of(None, ["Too few words"].into_iter()), None);
        let few = "Renata Quaresma has promised not to raise fuel taxes before next year’s election. “There will be no increase,” she told reporters in Brasília. “The arithmetic simply does not work without new revenue,” said Caio Lindoso at Banco Verano in São Paulo, who had hoped for more. She left without another word.";
        assert_eq!(of(None, [few].into_iter()), None);
    }
}
