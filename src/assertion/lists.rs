//! Word lists, compiled in from `data/lists` and parsed once.
//!
//! A list holds groups; an entry is one or more words, the last of which may end in a star (a stem), or a star and what
//! stands behind a word's last hyphen ("*-mongering"). Looking up costs one hash of the first word, so a list's length
//! doesn't slow the reading; most words open no entry, and their first four letters tell.

use crate::order;
use crate::shipped;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

struct Entry {
    rest: Vec<&'static str>,
    group: u8,
}

/// A parsed list.
#[derive(Default)]
pub struct List {
    groups: Vec<&'static str>,
    by_first: FxHashMap<&'static str, Vec<Entry>>,
    /// By their first four bytes, the shortest first.
    stems: FxHashMap<Start, Vec<(&'static str, u8)>>,
    tails: FxHashMap<&'static str, u8>,
    opens: Openings,
}

/// The first four bytes of a word; a shorter one ends in zeros. No stem is shorter.
type Start = [u8; 4];

fn start(word: &str) -> Start {
    let b = word.as_bytes();
    b.first_chunk().copied().unwrap_or_else(|| std::array::from_fn(|k| b.get(k).copied().unwrap_or(0)))
}

/// A bit for the start of each entry's first word. Two starts may share one.
struct Openings([u64; 128]);

impl Default for Openings {
    fn default() -> Self {
        Self([0; 128])
    }
}

impl Openings {
    fn bit(start: Start) -> (usize, u64) {
        // Multiplicative hashing (Knuth): the upper bits of the product are the mixed ones.
        let bit = (u32::from_le_bytes(start).wrapping_mul(0x9e37_79b1) >> 19) as usize;
        (bit / 64, 1 << (bit % 64))
    }

    fn add(&mut self, start: Start) {
        let (at, bit) = Self::bit(start);
        self.0[at] |= bit;
    }

    fn may_hold(&self, start: Start) -> bool {
        let (at, bit) = Self::bit(start);
        self.0[at] & bit != 0
    }
}

/// An entry that stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// How many tokens it takes.
    pub len: usize,
    /// The name of its group.
    pub group: &'static str,
}

impl List {
    fn parse(source: &'static str) -> Self {
        let mut list = Self::default();
        for line in source.lines().map(str::trim).filter(|l| !l.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                list.groups.push(name);
                continue;
            }
            let group = list.groups.len().saturating_sub(1) as u8;
            for entry in line.split(',').map(str::trim).filter(|e| !e.is_empty()) {
                list.add(entry, group);
            }
        }
        for entries in list.by_first.values_mut() {
            order::by(entries, |e| [order::falling(e.rest.len()) as u64, 0]);
        }
        list.stems.values_mut().for_each(|stems| order::by(stems, |(stem, _)| [stem.len() as u64, 0]));
        list
    }

    fn add(&mut self, entry: &'static str, group: u8) {
        let mut words = Vec::new();
        for w in entry.split(' ') {
            // The tokenizer cuts clitics off, so an entry is cut the same way.
            match w.find('\'').filter(|&i| i > 0) {
                Some(i) if w.ends_with("n't") => words.extend([&w[..i - 1], &w[i - 1..]]),
                Some(i) => words.extend([&w[..i], &w[i..]]),
                None => words.push(w),
            }
        }
        let Some((first, rest)) = words.split_first() else { return };
        if let Some(tail) = first.strip_prefix('*') {
            self.tails.entry(tail).or_insert(group);
            return;
        }
        match first.strip_suffix('*') {
            Some(stem) if rest.is_empty() => {
                debug_assert!(stem.len() >= size_of::<Start>(), "a stem has four letters or more: {entry}");
                self.opens.add(start(stem));
                self.stems.entry(start(stem)).or_default().push((stem, group));
            }
            _ => {
                self.opens.add(start(first));
                self.by_first.entry(first).or_default().push(Entry { rest: rest.to_vec(), group });
            }
        }
    }

    /// The longest entry that starts at token `i` of `words`.
    pub fn at(&self, words: &[impl AsRef<str>], i: usize) -> Option<Match> {
        let word = words.get(i)?.as_ref();
        let start = start(word);
        if !self.opens.may_hold(start) {
            return self.tail(word);
        }
        let hit = self.by_first.get(word).and_then(|entries| {
            entries.iter().find(|e| {
                e.rest.iter().enumerate().all(|(k, want)| {
                    words.get(i + 1 + k).is_some_and(|w| match want.strip_suffix('*') {
                        Some(stem) => w.as_ref().starts_with(stem),
                        None => w.as_ref() == *want,
                    })
                })
            })
        });
        if let Some(e) = hit {
            return Some(Match { len: e.rest.len() + 1, group: self.groups[e.group as usize] });
        }
        let stem = self.stems.get(&start).and_then(|stems| stems.iter().find(|(stem, _)| word.starts_with(stem)));
        stem.map(|&(_, g)| Match { len: 1, group: self.groups[g as usize] }).or_else(|| self.tail(word))
    }

    /// A compound by what stands behind its last hyphen.
    fn tail(&self, word: &str) -> Option<Match> {
        if self.tails.is_empty() {
            return None;
        }
        // Words are short: a call of `memrchr` takes longer than this.
        let hyphen = word.bytes().rposition(|b| b == b'-')?;
        let group = self.tails.get(&word[hyphen..])?;
        Some(Match { len: 1, group: self.groups[*group as usize] })
    }

    /// The longest entry of `group` that starts at token `i`.
    pub fn in_group(&self, group: &str, words: &[impl AsRef<str>], i: usize) -> Option<usize> {
        let word = words.get(i)?.as_ref();
        if !self.opens.may_hold(start(word)) {
            return None;
        }
        let g = self.groups.iter().position(|x| *x == group)? as u8;
        self.by_first.get(word)?.iter().filter(|e| e.group == g).find_map(|e| {
            e.rest
                .iter()
                .enumerate()
                .all(|(k, want)| words.get(i + 1 + k).is_some_and(|w| w.as_ref() == *want))
                .then_some(e.rest.len() + 1)
        })
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.by_first.values().map(Vec::len).sum::<usize>()
            + self.stems.values().map(Vec::len).sum::<usize>()
            + self.tails.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Whether `w` is a number in words, or counts like one.
pub fn number(w: &str) -> bool {
    matches!(
        w,
        "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "dozen"
            | "half"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "twice"
            | "double"
            | "expected"
            | "forecast"
            | "usual"
            | "average"
    )
}

/// Whether `w` is a verb of saying without an ending: the list has finite forms alone.
pub fn says(w: &str) -> bool {
    speech().in_group("verb", &[format!("{w}s")], 0).is_some()
}

macro_rules! lists {
    ($($name:ident $file:literal $about:literal;)*) => {
        $(#[doc = $about]
        pub fn $name() -> &'static List {
            const SOURCE: &[u8] = include_bytes!(concat!("../../data/lists/", $file));
            static ENTRIES: [u8; shipped::length(SOURCE)] = shipped::entries(SOURCE);
            static LIST: OnceLock<List> = OnceLock::new();
            LIST.get_or_init(|| List::parse(std::str::from_utf8(&ENTRIES).unwrap_or_default()))
        })*
    };
}

lists! {
    argued "argued.txt" "Degrees, quantifiers, reasons and judgments of arguing texts.";
    loaded "loaded.txt" "Evaluative wording.";
    certainty "certainty.txt" "Boosters.";
    evaluation "evaluation.txt" "Judgments by copula.";
    superlative "superlative.txt" "Superlatives and uniqueness.";
    generalisation "generalisation.txt" "Universal quantifiers.";
    causal "causal.txt" "Causal wording.";
    motive "motive.txt" "Private states.";
    unnamed "unnamed.txt" "Vague sources.";
    future "future.txt" "Predictions and schedules.";
    exhortation "exhortation.txt" "Calls to act.";
    terms "terms.txt" "Judging words as parts of terms.";
    speech "speech.txt" "Verbs of speech and words before names.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_entry() {
        let words: Vec<&str> = "there is no doubt and it is n't misguided".split(' ').collect();
        assert_eq!(certainty().at(&words, 0).map(|m| m.len), Some(4));
        assert_eq!(certainty().at(&words, 1), None);
        assert_eq!(loaded().at(&words, 8).map(|m| m.group), Some("strong"));
        assert_eq!(loaded().at(&["hypocritical"], 0).map(|m| m.group), Some("strong"));
        assert_eq!(loaded().at(&["rumour-mongering"], 0).map(|m| (m.len, m.group)), Some((1, "strong")));
        assert_eq!(loaded().at(&["fish-mongrel"], 0), None);
        assert_eq!(exhortation().at(&["should", "n't"], 0).map(|m| m.group), Some("call"));
    }

    #[test]
    fn every_list_has_entries() {
        for l in [loaded(), certainty(), superlative(), generalisation(), causal(), motive(), unnamed(), future()] {
            assert!(l.len() > 40 && !l.is_empty());
        }
    }
}
