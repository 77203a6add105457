//! The words by which other languages attribute, from `data/lists/tongues.txt`.
//!
//! A language is a row of classes and nothing more: the rules beside it are the same for all.

use crate::shipped;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// What a word can be. A word may be several things; the rules ask for one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Class {
    /// A finite verb of saying.
    Verb = 1,
    /// An auxiliary before a participle.
    Aux = 1 << 1,
    /// A participle of a verb of saying.
    Participle = 1 << 2,
    /// A personal pronoun as a subject.
    Pronoun = 1 << 3,
    /// What opens a noun phrase.
    Article = 1 << 4,
    /// What joins the parts of a name or of a noun phrase.
    Link = 1 << 5,
    /// What a noun phrase ends before.
    Stop = 1 << 6,
    /// What may stand between a subject and its verb, or before a subject.
    Adverb = 1 << 7,
    /// What introduces content.
    That = 1 << 8,
    /// A title before a name.
    Title = 1 << 9,
    /// A noun for what somebody is.
    Role = 1 << 10,
    /// A noun for a body.
    Body = 1 << 11,
    /// A noun for what is written.
    Paper = 1 << 12,
    /// What joins two people, or two things that somebody is.
    And = 1 << 13,
    /// A verb that attributes words in marks, but tells an attitude or an act without them.
    Weak = 1 << 14,
}

const CLASSES: [(&str, Class); 15] = [
    ("verb", Class::Verb),
    ("aux", Class::Aux),
    ("participle", Class::Participle),
    ("pronoun", Class::Pronoun),
    ("article", Class::Article),
    ("link", Class::Link),
    ("stop", Class::Stop),
    ("adverb", Class::Adverb),
    ("that", Class::That),
    ("title", Class::Title),
    ("role", Class::Role),
    ("body", Class::Body),
    ("paper", Class::Paper),
    ("and", Class::And),
    ("weak", Class::Weak),
];

/// A language's words.
#[derive(Debug, Default)]
pub struct Tongue {
    /// Nouns are written with capitals, so a capital tells no name.
    pub nouns_are_capital: bool,
    /// A finite verb needs no subject.
    pub drops_pronouns: bool,
    /// Names change with their case, so a full name counts only as the subject of a verb of saying.
    pub inflects: bool,
    words: FxHashMap<&'static str, u16>,
    /// What a compound ends in, with its class.
    tails: Vec<(&'static str, u16)>,
    stems: FxHashSet<&'static str>,
    ends: Vec<&'static str>,
    done: Vec<&'static str>,
    split: Vec<(&'static str, &'static str)>,
    by: Vec<Vec<&'static str>>,
    behind: Vec<&'static str>,
    definite: Vec<&'static str>,
}

impl Tongue {
    /// The words of a language by its primary subtag; none where it isn't known.
    pub fn of(lang: &str) -> Option<&'static Self> {
        static ALL: OnceLock<Vec<(&str, Tongue)>> = OnceLock::new();
        let key = match lang.split('-').next().unwrap_or(lang) {
            // One row reads Danish and Norwegian.
            "no" | "nb" | "nn" => "da",
            primary => primary,
        };
        const SOURCE: &[u8] = include_bytes!("../../../data/lists/tongues.txt");
        static ROWS: [u8; shipped::length(SOURCE)] = shipped::entries(SOURCE);
        let all = ALL.get_or_init(|| parse(std::str::from_utf8(&ROWS).unwrap_or_default()));
        all.iter().find(|(l, _)| *l == key).map(|(_, t)| t)
    }

    /// Whether a word in lower case is of a class. Not inlined, as its many callers would each hold a copy of two look-ups.
    #[inline(never)]
    pub fn is(&self, word: &str, class: Class) -> bool {
        if self.words.get(word).is_some_and(|c| c & class as u16 != 0) {
            return true;
        }
        match class {
            Class::Verb => self.stemmed(word, &self.ends),
            Class::Participle => self.stemmed(word, &self.done),
            Class::Role | Class::Body | Class::Paper => {
                let tail = |w: &str| {
                    self.tails
                        .iter()
                        .any(|(t, c)| c & class as u16 != 0 && w.strip_suffix(t).is_some_and(|start| !start.is_empty()))
                };
                // "Ministerin", "Forscherinnen", "Experten": the forms of what is listed.
                !self.tails.is_empty()
                    && (tail(word)
                        || ["in", "innen", "n", "en", "s"]
                            .iter()
                            .any(|e| word.strip_suffix(e).is_some_and(|w| tail(w) || self.plain(w, class))))
            }
            _ => false,
        }
    }

    /// Whether a word alone is listed as the last part of compounds.
    pub fn plain(&self, word: &str, class: Class) -> bool {
        self.tails.iter().any(|(t, c)| c & class as u16 != 0 && *t == word)
    }

    fn stemmed(&self, word: &str, ends: &[&'static str]) -> bool {
        ends.iter().any(|e| word.strip_suffix(e).is_some_and(|s| self.stems.contains(s)))
    }

    /// The particle that ends the clause of a separable verb: "stellt … klar".
    pub fn particles(&self, verb: &str) -> impl Iterator<Item = &'static str> {
        self.split.iter().filter(move |(v, _)| *v == verb).map(|(_, p)| *p)
    }

    /// How many tokens a phrase for "according to" takes at token `i`.
    pub fn by(&self, low: &[impl AsRef<str>], i: usize) -> Option<usize> {
        self.by
            .iter()
            .filter(|p| p.iter().enumerate().all(|(k, want)| low.get(i + k).is_some_and(|w| w.as_ref() == *want)))
            .map(Vec::len)
            .max()
    }

    /// Whether a word says behind a source that it is one.
    pub fn behind(&self, word: &str) -> bool {
        self.behind.contains(&word)
    }

    /// Whether a word carries its article at its end, as nouns of the Nordic languages do: "rederiet".
    pub fn definite(&self, word: &str) -> bool {
        word.len() > 4 && self.definite.iter().any(|e| word.ends_with(e))
    }
}

fn parse(source: &'static str) -> Vec<(&'static str, Tongue)> {
    let mut out: Vec<(&str, Tongue)> = Vec::new();
    for line in source.lines() {
        if let Some(lang) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            let t = Tongue {
                nouns_are_capital: lang == "de",
                drops_pronouns: matches!(lang, "es" | "pt" | "it" | "cs" | "pl"),
                inflects: matches!(lang, "cs" | "pl" | "ru" | "fi" | "is"),
                ..Tongue::default()
            };
            out.push((lang, t));
            continue;
        }
        let Some((key, rest)) = line.split_once(": ") else { continue };
        let Some((_, t)) = out.last_mut() else { continue };
        let entries = rest.split(',');
        match key {
            "ends" => t.ends.extend(entries),
            "done" => t.done.extend(entries),
            "stem" => t.stems.extend(entries),
            "split" => t.split.extend(entries.filter_map(|e| e.split_once('+'))),
            "by" => t.by.extend(entries.map(|e| e.split(' ').collect())),
            "behind" => t.behind.extend(entries),
            "definite" => t.definite.extend(entries),
            _ => {
                let Some((_, class)) = CLASSES.iter().find(|(name, _)| *name == key) else {
                    debug_assert!(false, "no class is called {key}");
                    continue;
                };
                for e in entries {
                    match e.strip_prefix('*') {
                        Some(tail) => t.tails.push((tail, *class as u16)),
                        None => *t.words.entry(e).or_default() |= *class as u16,
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Class, Tongue};

    #[test]
    fn a_row_knows_its_forms() {
        let table = [
            ("de", "betonte", Class::Verb, true),
            ("de-at", "betonen", Class::Verb, true),
            ("de", "Betonung", Class::Verb, false),
            ("de", "vizekanzlerin", Class::Role, true),
            ("de", "forscherinnen", Class::Role, true),
            ("de", "bundesregierung", Class::Body, true),
            ("de", "damm", Class::Role, false),
            ("fr", "affirmait", Class::Verb, true),
            ("fr", "affirmé", Class::Participle, true),
            ("fr", "maire", Class::Role, true),
            ("es", "señalaron", Class::Verb, true),
            ("pt", "afirmou", Class::Verb, true),
            ("it", "spiega", Class::Verb, true),
            ("nn", "sier", Class::Verb, true),
        ];
        for (lang, word, class, want) in table {
            assert_eq!(Tongue::of(lang).expect("a row").is(word, class), want, "{lang} {word}");
        }
        assert!(Tongue::of("sv").is_some_and(|t| t.definite("rederiet") && !t.definite("olyckor")));
        assert!(Tongue::of("hu").is_none());
        let low: Vec<String> = ["nach", "angaben", "der"].map(String::from).into();
        assert_eq!(Tongue::of("de").unwrap().by(&low, 0), Some(2));
    }
}
