//! The language of a text, by its commonest words.

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

/// The language: what the page declares, unless its words contradict.
pub fn of<'a>(declared: Option<&str>, texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts = [0_usize; STOP.len()];
    let mut words = 0;
    'all: for text in texts {
        for w in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            words += 1;
            let w = w.to_lowercase();
            for (n, (_, list)) in counts.iter_mut().zip(STOP) {
                *n += usize::from(list.contains(&&*w));
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
        (None, None) if words >= 50 || words >= 20 && counts[0] * 20 < words => Some("und".to_owned()),
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
    }
}
