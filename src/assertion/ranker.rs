//! A small learned ranker: how much a sentence reads like a claim of its writer, and how loaded its words are.
//!
//! It finds nothing by itself. A detector's evidence sets a mark's confidence, the ranker moves it: a mild trigger in a
//! sentence that otherwise reports stays below the threshold, the same trigger in an arguing sentence passes. Two linear
//! models over hashed words, pairs, endings and shapes, 8 bits a weight; trained by `xtask/train/ranker.py`, which holds
//! the same rules for features. Card: `data/model/RANKER_CARD.md`.

use crate::category::Kind;
use crate::text::Token;

static MODEL: &[u8] = include_bytes!("../../data/model/ranker.bin");

const BITS: u32 = 16;
const SIZE: usize = 1 << BITS;
const HEADER: usize = 6;
const HEAD: usize = 8 + SIZE;

/// A sentence's scores, as log-odds against an even prior.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// Reads like a claim rather than a report, a record or a statistic.
    pub averred: f32,
    /// Reads like loaded language.
    pub loaded: f32,
}

impl Score {
    /// Scores the tokens of a sentence; `words` are the same tokens in lower case.
    pub fn of(tokens: &[Token], words: &[String]) -> Self {
        let mut features = Vec::with_capacity(tokens.len() * 3);
        let mut last: Option<&str> = None;
        for (t, w) in tokens.iter().zip(words) {
            let first = w.chars().next().unwrap_or(' ');
            if !(first.is_alphanumeric() || first == '\'' || w == "?") {
                continue;
            }
            let w = if first.is_ascii_digit() { "0" } else { w.as_str() };
            features.push(hash(&["u:", w]));
            if let Some(p) = last {
                features.push(hash(&["b:", p, " ", w]));
                if t.is_capital() && w != "i" {
                    features.push(hash(&["t:name"]));
                }
            }
            if w.len() > 5 && w.is_ascii() {
                features.push(hash(&["s:", &w[w.len() - 3..]]));
            }
            last = Some(w);
        }
        features.sort_unstable();
        features.dedup();
        Self { averred: dot(0, &features), loaded: dot(1, &features) }
    }

    /// A detector's confidence in `kind`, moved by the scores.
    pub fn adjust(self, kind: Kind, confidence: f32) -> f32 {
        let (a, l) = match kind {
            Kind::LoadedWording => (0.45, 0.4),
            Kind::DistancingQuotes => (0.55, 0.3),
            Kind::UnnamedSource => (0.5, 0.15),
            _ => (0.65, 0.1),
        };
        let c = confidence.clamp(0.01, 0.99);
        let odds = (c / (1.0 - c)).ln() + a * self.averred.clamp(-2.5, 2.0) + l * self.loaded.clamp(-2.5, 2.0);
        1.0 / (1.0 + (-odds).exp())
    }
}

/// FNV-1a, folded.
fn hash(parts: &[&str]) -> u16 {
    let mut h = 0x811c_9dc5_u32;
    for b in parts.iter().flat_map(|p| p.bytes()) {
        h = (h ^ u32::from(b)).wrapping_mul(0x0100_0193);
    }
    (h ^ (h >> 16)) as u16
}

fn dot(head: usize, features: &[u16]) -> f32 {
    let at = HEADER + head * HEAD;
    let number = |i: usize| MODEL.get(i..i + 4).and_then(|b| b.try_into().ok()).map_or(0.0, f32::from_le_bytes);
    let Some(weights) = MODEL.get(at + 8..at + HEAD) else { return 0.0 };
    let sum: i32 = features.iter().map(|&f| i32::from(weights[f as usize] as i8)).sum();
    let norm = (features.len().max(1) as f32).sqrt();
    number(at) * sum as f32 / norm + number(at + 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context;

    fn score(text: &str) -> Score {
        let mut out = Score::default();
        with_context(text, |cx| out = Score::of(&cx.reading.tokens, &cx.words));
        out
    }

    #[test]
    fn holds_two_heads() {
        assert_eq!(&MODEL[..4], b"SBR1");
        assert_eq!(MODEL.len(), HEADER + 2 * HEAD);
    }

    #[test]
    fn ranks_claims_over_records() {
        let claim = score("This foolish policy is not only wrong but dangerous, and it must be stopped.");
        let record = score("On Tuesday 14 people met at the town hall in Bristol, police said.");
        assert!(claim.averred > record.averred + 1.0, "{claim:?} {record:?}");
        assert!(claim.loaded > record.loaded, "{claim:?} {record:?}");
    }
}
