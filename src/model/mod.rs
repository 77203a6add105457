//! The tagger: which tokens name a source, signal an attribution, or are attributed content.
//!
//! A small quasi-recurrent network over hashed word pieces, trained by `cargo xtask train`; its card is
//! `data/model/MODEL_CARD.md`. Its arithmetic is integers and basic `f32` operations in a fixed order, with no call into a
//! platform's mathematics library, so that every target gives the same bits, and the trainer's own check can predict them.
//!
//! Offered to the decoder: [`tag`] for probabilities, [`spans`] for the plain reading of one layer.

mod cell;
pub mod features;
mod kernel;
mod network;
mod weights;

use crate::text::Reading;
use network::{Network, greater};
use std::ops::Range;
use std::sync::OnceLock;

/// A layer of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Words that name a source.
    Source = 0,
    /// Words that signal an attribution.
    Cue = 1,
    /// Attributed content; of nested ones the outermost.
    Content = 2,
    /// Content inside another content. Rare in the training data, so seldom found.
    Inner = 3,
}

/// Whether these bytes are a whole file of weights. The tagger's own are compiled in; the fuzz targets ask it of any bytes.
pub fn is_weights(bytes: &[u8]) -> bool {
    weights::read(bytes).is_some()
}

/// Index of the probability that a token is outside any span.
pub const OUTSIDE: usize = 0;
/// Index of the probability that a token is the first of a span.
pub const BEGIN: usize = 1;
/// Index of the probability that a token goes on a span.
pub const INSIDE: usize = 2;

/// What the tagger thinks of each token.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tags {
    /// By token and layer, the probabilities of [`OUTSIDE`], [`BEGIN`] and [`INSIDE`]; each three add up to 1.
    pub tokens: Vec<[[f32; 3]; 4]>,
}

impl Tags {
    /// The probabilities of a token in a layer; certainly outside past the end.
    pub fn at(&self, token: usize, layer: Layer) -> [f32; 3] {
        self.tokens.get(token).map_or([1.0, 0.0, 0.0], |t| t[layer as usize])
    }

    /// How sure the tagger is of exactly this span: the mean, over its tokens and the one after, of the probability
    /// that each is as the span says.
    pub fn confidence(&self, span: Range<usize>, layer: Layer) -> f32 {
        if span.is_empty() {
            return 0.0;
        }
        let mut sum = self.at(span.start, layer)[BEGIN];
        for i in span.start + 1..span.end {
            sum += self.at(i, layer)[INSIDE];
        }
        sum += 1.0 - self.at(span.end, layer)[INSIDE];
        sum / (span.len() + 1) as f32
    }
}

fn shipped() -> &'static Network {
    static NETWORK: OnceLock<Network> = OnceLock::new();
    NETWORK.get_or_init(|| weights::read(include_bytes!("../../data/model/weights.bin")).unwrap_or_default())
}

/// Tags every token of a document.
pub fn tag(reading: &Reading) -> Tags {
    Tags { tokens: shipped().run(&features::features(reading)) }
}

/// The most probable sequence of spans in a layer, as ranges of tokens (Viterbi: a span goes on only where one is open).
pub fn spans(tags: &Tags, layer: Layer) -> Vec<Range<usize>> {
    const NEVER: f32 = -1.0e9;
    let n = tags.tokens.len();
    let mut back: Vec<[u8; 3]> = Vec::with_capacity(n);
    let mut score = [0.0, NEVER, NEVER];
    for i in 0..n {
        let p = tags.at(i, layer).map(|p| network::ln(greater(p, 1.0e-7)));
        let best = |among: &[usize]| among.iter().fold(among[0], |m, &k| if score[k] > score[m] { k } else { m });
        let (any, open) = (best(&[OUTSIDE, BEGIN, INSIDE]), best(&[BEGIN, INSIDE]));
        back.push([any as u8, any as u8, open as u8]);
        score = [score[any] + p[OUTSIDE], score[any] + p[BEGIN], score[open] + p[INSIDE]];
        // Scores are relative: kept near zero, they don't lose precision over a long text.
        let top = greater(greater(score[0], score[1]), score[2]);
        score = score.map(|s| greater(s - top, NEVER));
    }
    let mut out = Vec::new();
    let mut state = (0..3).fold(0, |m, k| if score[k] > score[m] { k } else { m });
    let mut end = n;
    for i in (0..n).rev() {
        match state {
            OUTSIDE => end = i,
            BEGIN => {
                out.push(i..end);
                end = i;
            }
            _ => {}
        }
        state = back[i][state] as usize;
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests;
