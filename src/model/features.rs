//! What the tagger sees of a token: six small numbers.
//!
//! Words are hashed, so no vocabulary is stored and no word of the training texts can be read out of the weights.
//! The trainer has no hashing of its own: it asks this module through `examples/tokens.rs`.

use crate::text::{Reading, Shape};

/// How many rows each table has, in the order of [`Features`].
pub const ROWS: [usize; 6] = [8192, 2048, 2048, 16, 8, 16];

/// The rows of a token in the tables: word, first three letters, last three letters, shape, quotation state, place.
pub type Features = [u16; 6];

const OUTSIDE: u16 = 0;
const OPEN: u16 = 1;
const CLOSE: u16 = 2;
const INSIDE: u16 = 3;
const NESTED: u16 = 4;
const GOES_ON: u16 = 5;
const UNPAIRED: u16 = 6;

/// The features of every token.
pub fn features(reading: &Reading) -> Vec<Features> {
    let quoted = quotation_states(reading);
    let place = places(reading);
    let mut letters: Vec<char> = Vec::new();
    (0..reading.tokens.len())
        .map(|i| {
            let t = reading.tokens[i];
            letters.clear();
            for c in reading.word(i).chars().take(64) {
                if c.is_ascii() {
                    letters.push(plain(c.to_ascii_lowercase()));
                } else {
                    letters.extend(c.to_lowercase().map(plain));
                }
            }
            let head = &letters[..letters.len().min(3)];
            let tail = &letters[letters.len().saturating_sub(3)..];
            [
                row(hash(1, &letters), ROWS[0]),
                row(hash(2, head), ROWS[1]),
                row(hash(3, tail), ROWS[2]),
                shape(t.shape) * 2 + u16::from(t.spaced),
                quoted[i],
                place[i],
            ]
        })
        .collect()
}

/// Typographic variants of a mark are one mark, and every digit is the same digit.
fn plain(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => '"',
        '‘' | '’' | '‚' | 'ʼ' | '＇' => '\'',
        '—' | '―' => '–',
        c if c.is_numeric() => '0',
        c => c,
    }
}

/// FNV-1a over the letters, four bytes each; `seed` keeps the tables apart.
fn hash(seed: u32, letters: &[char]) -> u32 {
    const PRIME: u32 = 0x0100_0193;
    // Three bytes of zeros only multiply.
    const FOUR: u32 = PRIME.wrapping_mul(PRIME).wrapping_mul(PRIME).wrapping_mul(PRIME);
    let mut h = 0x811c_9dc5_u32 ^ seed.wrapping_mul(0x9e37_79b9);
    for &c in letters {
        let c = c as u32;
        if c < 256 {
            h = (h ^ c).wrapping_mul(FOUR);
        } else {
            for b in c.to_le_bytes() {
                h = (h ^ u32::from(b)).wrapping_mul(PRIME);
            }
        }
    }
    h ^ (h >> 15)
}

fn row(hash: u32, rows: usize) -> u16 {
    ((u64::from(hash.wrapping_mul(0x85eb_ca6b)) * rows as u64) >> 32) as u16
}

fn shape(s: Shape) -> u16 {
    match s {
        Shape::Lower => 0,
        Shape::Title => 1,
        Shape::Upper => 2,
        Shape::Mixed => 3,
        Shape::Number => 4,
        Shape::Quote => 5,
        Shape::Mark => 6,
    }
}

fn quotation_states(reading: &Reading) -> Vec<u16> {
    let n = reading.tokens.len();
    let mut out: Vec<u16> =
        reading.tokens.iter().map(|t| if t.shape == Shape::Quote { UNPAIRED } else { OUTSIDE }).collect();
    // Pairs come by their opening mark, outer ones first, so an inner one overwrites. Their depth is at most six.
    for p in &reading.pairs {
        let (open, close) = (p.open as usize, (p.close as usize).min(n));
        let state = match (p.continues, p.depth) {
            (true, _) => GOES_ON,
            (false, 0) => INSIDE,
            _ => NESTED,
        };
        for s in out.iter_mut().take(close).skip(open + 1) {
            *s = state;
        }
        if let Some(s) = out.get_mut(open) {
            *s = OPEN;
        }
        if !p.continues
            && let Some(s) = out.get_mut(close)
        {
            *s = CLOSE;
        }
    }
    out
}

/// Bit 0: first of its sentence; bit 1: last; bit 2: first of its block; bit 3: in the document's first block.
fn places(reading: &Reading) -> Vec<u16> {
    let mut out = vec![0; reading.tokens.len()];
    let mut block = u32::MAX;
    for s in &reading.sentences {
        let r = s.tokens();
        if s.block == 0 {
            out.get_mut(r.clone()).unwrap_or_default().fill(8);
        }
        if let Some(p) = r.end.checked_sub(1).and_then(|l| out.get_mut(l)) {
            *p |= 2;
        }
        if let Some(p) = out.get_mut(r.start) {
            *p |= if s.block == block { 1 } else { 5 };
        }
        block = s.block;
    }
    out
}
