//! What the learned parts see of a text: fixed templates a token, hashed to numbers.
//!
//! One place makes them, for the core and (through `examples/ranker.rs`) for the trainer, so the two can't disagree.
//! A token's words are hashed once; a template mixes those numbers, so the loop builds no string. Names don't count:
//! a capital inside a sentence is "a name" and nothing more, whoever it names. The first word of a sentence keeps its
//! letters, and the trainer hides those it never saw in lower case, so that no name is learned there either.

use super::lists;
use crate::text::{Reading, Shape};
use std::ops::Range;

/// How many templates a token has.
pub const TEMPLATES: usize = 30;
/// The templates that a bag of words takes from each token: word, pair, endings, beginning, list, list with neighbour.
pub const BAG: [usize; 7] = [0, 5, 7, 8, 10, 12, 18];
/// How many templates a range of tokens (a sentence, a clause) has beside its bag.
pub const RANGE: usize = 12;

/// What is kept of a token: hashes of its word and of parts of it, 0 where there is none.
#[derive(Debug, Clone, Copy, Default)]
struct Key {
    word: u32,
    end3: u32,
    end4: u32,
    start4: u32,
    start6: u32,
    tail: u32,
    shape: u8,
    list: u8,
    quoted: bool,
}

/// The keys of a document's tokens.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    keys: Vec<Key>,
}

const NAME: u32 = 0x6e61_6d65;
const NUMBER: u32 = 0x6e75_6d62;
/// Single words have half of each table to themselves, because the trainer folds the vectors' prediction into them: no rare
/// pair shall stand on a word's weight.
const HALF: u32 = 1 << 15;
const EDGE: u32 = 0x6564_6765;

impl Keys {
    /// Reads the tokens; `words` are the same tokens in lower case. `hidden` says of the first word of a sentence that
    /// it shall count as a name (for the trainer; the core hides none).
    pub fn new(reading: &Reading, words: &[String], hidden: impl Fn(&str) -> bool) -> Self {
        let mut keys: Vec<Key> = vec![Key::default(); words.len()];
        for s in &reading.sentences {
            let r = s.tokens();
            let mut first = true;
            for i in r {
                let (t, w) = (reading.tokens[i], words[i].as_str());
                let k = &mut keys[i];
                k.shape = t.shape as u8 + 1;
                if t.shape == Shape::Number {
                    k.word = NUMBER;
                    first = false;
                    continue;
                }
                if !t.is_word() {
                    k.word = if t.shape == Shape::Quote { hash(b"\"") } else { hash(w.as_bytes()) };
                    continue;
                }
                let opens = std::mem::take(&mut first);
                let name = match t.shape {
                    Shape::Title => !opens || hidden(w),
                    // Whole headlines in capitals are words, short capitals are names.
                    Shape::Upper => w.len() < 5 || hidden(w),
                    _ => false,
                } && !matches!(w, "i");
                if name {
                    k.word = NAME;
                    continue;
                }
                let b = w.as_bytes();
                k.word = hash(b);
                if b.len() > 4 {
                    k.end3 = hash(&b[b.len() - 3..]);
                    k.start4 = hash(&b[..4]);
                }
                if b.len() > 5 {
                    k.end4 = hash(&b[b.len() - 4..]);
                }
                k.start6 = hash(&b[..b.len().min(6)]);
                if let Some(h) = w.rfind('-').filter(|&h| h > 0 && h + 1 < w.len()) {
                    k.tail = hash(&b[h + 1..]);
                }
            }
        }
        for p in reading.pairs.iter().filter(|p| p.depth == 0) {
            let (a, b) = (p.open as usize, p.close as usize);
            for k in keys.iter_mut().take(b + 1).skip(a) {
                k.quoted = true;
            }
        }
        mark_lists(words, &mut keys);
        Self { keys }
    }

    fn at(&self, i: usize, by: isize, within: &Range<usize>) -> Key {
        match i.checked_add_signed(by) {
            Some(j) if within.contains(&j) => self.keys[j],
            _ => Key { word: EDGE, ..Key::default() },
        }
    }

    /// Whether token `i` counts as a name.
    pub fn is_name(&self, i: usize) -> bool {
        self.keys.get(i).is_some_and(|k| k.word == NAME)
    }

    /// Which word list token `i` stands in: 1 for strongly loaded words, 3 for milder ones, 0 for none.
    pub fn listed(&self, i: usize) -> u8 {
        self.keys.get(i).map_or(0, |k| k.list)
    }

    /// The templates of token `i` in its sentence `within`; 0 where a template doesn't apply.
    pub fn token(&self, i: usize, within: &Range<usize>) -> [u32; TEMPLATES] {
        let [k, p, n] = [self.at(i, 0, within), self.at(i, -1, within), self.at(i, 1, within)];
        let [pp, nn] = [self.at(i, -2, within), self.at(i, 2, within)];
        let last = self.keys.get(within.end.wrapping_sub(1)).map_or(0, |k| k.word);
        let opt = |t: u32, a: u32| if a == 0 { 0 } else { mix(t, a, 0) };
        let both = |t: u32, a: u32, b: u32| if a == 0 || b == 0 { 0 } else { mix(t, a, b) };
        let mut all = [
            mix(1, k.word, 0),
            mix(2, p.word, 0),
            mix(3, n.word, 0),
            mix(4, pp.word, 0),
            mix(5, nn.word, 0),
            mix(6, p.word, k.word),
            mix(7, k.word, n.word),
            opt(8, k.end3),
            opt(9, k.end4),
            opt(10, k.start4),
            opt(11, k.start6),
            mix(12, u32::from(k.shape) * 100 + u32::from(p.shape) * 10 + u32::from(n.shape), 1),
            opt(13, u32::from(k.list)),
            mix(14, u32::from(p.list) * 16 + u32::from(n.list), u32::from(k.list) + 1),
            opt(15, p.end3),
            opt(16, n.end3),
            both(17, k.end3, n.end3),
            mix(18, u32::from(k.quoted) * 2 + u32::from(k.list > 0), 1),
            both(19, u32::from(k.list), n.word),
            mix(20, p.word ^ k.word.rotate_left(7), n.word),
            mix(21, last, u32::from(k.list) + 1),
            opt(22, p.start6),
            opt(23, n.start6),
            opt(24, k.tail),
            both(25, p.end3, k.end3),
            mix(26, pp.word ^ p.word.rotate_left(7), k.word),
            mix(27, k.word ^ n.word.rotate_left(7), nn.word),
            both(28, k.start6, n.start6),
            both(29, p.start6, k.start6),
            mix(30, u32::from(i == within.start) * 4 + u32::from(i + 2 >= within.end), u32::from(k.shape)),
        ];
        all.iter_mut().skip(1).filter(|f| **f != 0).for_each(|f| *f |= HALF);
        all[0] &= !HALF;
        all
    }

    /// The templates of a range of tokens as a whole.
    pub fn range(&self, r: &Range<usize>) -> [u32; RANGE] {
        let keys = self.keys.get(r.clone()).unwrap_or_default();
        let words = keys.iter().filter(|k| (1..=5).contains(&k.shape)).count();
        let count = |f: &dyn Fn(&Key) -> bool| keys.iter().filter(|k| f(k)).count().min(3) as u32;
        let [i, we, my] = [hash(b"i"), hash(b"we"), hash(b"my")];
        let [our, us, you] = [hash(b"our"), hash(b"us"), hash(b"you")];
        let own = count(&|k| [i, we, my, our, us].contains(&k.word));
        let length = (usize::BITS - (words * words).leading_zeros()).min(14);
        let k = |j: usize| keys.get(j).map_or(EDGE, |k| k.word);
        let all = [
            mix(40, length, 0),
            mix(41, own, 0),
            mix(42, count(&|k| k.word == you), 0),
            mix(43, count(&|k| k.word == NUMBER), 0),
            mix(44, count(&|k| k.word == NAME), 0),
            mix(45, count(&|k| k.quoted), 0),
            mix(46, count(&|k| k.list > 0), 0),
            mix(47, keys.last().map_or(0, |k| k.word), 0),
            mix(48, k(0), 0),
            mix(49, k(0), k(1)),
            mix(50, keys.iter().map(|k| u32::from(k.list)).max().unwrap_or(0), 0),
            mix(51, own.min(1) * 16 + count(&|k| k.list > 0) * 4 + count(&|k| k.word == NAME).min(2), length),
        ];
        all.map(|f| f | HALF)
    }
}

/// Membership in word lists, a number a group.
fn mark_lists(words: &[String], keys: &mut [Key]) {
    let mut i = 0;
    while i < words.len() {
        let found = lists::loaded()
            .at(words, i)
            .map(|m| {
                (
                    m.len,
                    match m.group {
                        "strong" => 1,
                        "verb" => 2,
                        _ => 3,
                    },
                )
            })
            .or_else(|| lists::certainty().at(words, i).map(|m| (m.len, if m.group == "strong" { 4 } else { 5 })))
            .or_else(|| lists::superlative().at(words, i).map(|m| (m.len, if m.group == "not" { 6 } else { 7 })))
            .or_else(|| lists::generalisation().at(words, i).map(|m| (m.len, 8)))
            .or_else(|| lists::causal().at(words, i).map(|m| (m.len, 9)))
            .or_else(|| lists::exhortation().at(words, i).filter(|m| m.group != "imperative").map(|m| (m.len, 10)));
        let Some((len, list)) = found else {
            i += 1;
            continue;
        };
        for k in keys.iter_mut().skip(i).take(len.max(1)).filter(|k| k.word != NAME) {
            k.list = list;
        }
        i += len.max(1);
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    let h = bytes.iter().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193));
    h | 1
}

/// Template `t` over two numbers; never 0.
fn mix(t: u32, a: u32, b: u32) -> u32 {
    let mut x = (a ^ t.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    x ^= x >> 15;
    x = x.wrapping_add(b).wrapping_mul(0xc2b2_ae35);
    x ^= x >> 13;
    x = x.wrapping_mul(0x27d4_eb2f);
    (x ^ (x >> 16)).max(1)
}
