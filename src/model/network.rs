//! The network's forward pass, in fixed point and plain `f32`.
//!
//! Activations are `i16` in steps of 1/1024, weights `i8` with a scale for each output, sums `i32`; gates and states are
//! `f32`. All products of a layer are made first, token by token; only an elementwise recurrence runs in sequence.

use super::cell::{self, LANES};
use super::features::Features;
use super::kernel::{self, Pair, Sums};
use rustc_hash::FxHashMap;

/// A long document is read in windows of this many tokens …
const WINDOW: usize = 1536;
/// … each with this many tokens more on both sides.
const MARGIN: usize = 192;

#[derive(Debug, Default)]
pub struct Table {
    pub shift: u32,
    pub width: usize,
    pub values: Vec<i8>,
}

#[derive(Debug, Default)]
pub struct Dense {
    pub inputs: usize,
    pub scale: Vec<f32>,
    pub bias: Vec<f32>,
    pub blocks: Vec<Pair>,
}

#[derive(Debug, Default)]
pub struct Recurrent {
    pub units: usize,
    pub window: usize,
    pub gates: Dense,
}

#[derive(Debug, Default)]
pub struct Network {
    pub tables: Vec<Table>,
    pub layers: Vec<Recurrent>,
    pub head: Dense,
}

impl Network {
    /// The probabilities for every token.
    pub fn run(&self, features: &[Features]) -> Vec<[[f32; 3]; 4]> {
        let n = features.len();
        let mut out = Vec::with_capacity(n);
        let mut scratch = Scratch::default();
        // The second window is longer than the first: grown on demand, the largest buffer would double.
        let most = n.min(WINDOW + 2 * MARGIN);
        let widest = self.layers.iter().map(|l| l.gates.scale.len()).max().unwrap_or(0);
        let units = self.layers.iter().map(|l| l.units).max().unwrap_or(0);
        scratch.gates.reserve_exact(most * widest);
        scratch.x.reserve_exact((most + 2) * 2 * units);
        while out.len() < n {
            let from = out.len();
            let to = if n - from <= WINDOW + MARGIN { n } else { from + WINDOW };
            let (lo, hi) = (from.saturating_sub(MARGIN), (to + MARGIN).min(n));
            let logits = self.window(&features[lo..hi], &mut scratch);
            out.extend(logits.chunks_exact(12).skip(from - lo).take(to - from).map(probabilities));
            if out.len() < to {
                out.resize(to, [[1.0, 0.0, 0.0]; 4]); // no network: nothing is tagged
            }
        }
        out
    }

    /// The head's outputs for tokens that are read together.
    pub fn window(&self, features: &[Features], s: &mut Scratch) -> Vec<f32> {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor was asked.
            #[allow(unsafe_code)]
            unsafe {
                self.forward_avx2(features, s);
            }
            return s.gates.clone();
        }
        #[cfg(target_arch = "x86_64")]
        self.forward(kernel::x86::sse2, features, s);
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        self.forward(kernel::wasm::simd, features, s);
        #[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
        self.forward(kernel::plain, features, s);
        s.gates.clone()
    }

    /// The same operations in the same order; wider vectors don't change what an `f32` rounds to.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn forward_avx2(&self, features: &[Features], s: &mut Scratch) {
        self.forward(|w, a| kernel::x86::avx2(w, a), features, s);
    }

    #[inline(always)]
    fn forward(&self, sums: impl Fn(&[Pair], [&[i16]; 4]) -> Sums, features: &[Features], s: &mut Scratch) {
        let n = features.len();
        let Some((first, above)) = self.layers.split_first().filter(|_| !self.tables.is_empty()) else {
            s.gates.clear();
            return;
        };
        self.embed(features, &mut s.words, &mut s.places);
        first.gates.apply_by_part(&sums, first.window, &s.words, &s.places, &mut s.gates);
        first.recur(&s.gates, n, &mut s.x);
        let mut width = 2 * first.units;
        for layer in above {
            // One row of zeros before and one after, so that a window of three tokens is one slice.
            layer.gates.apply(&sums, &s.x, width, 1 - layer.window / 2, n, &mut s.gates);
            layer.recur(&s.gates, n, &mut s.x);
            width = 2 * layer.units;
        }
        self.head.apply(&sums, &s.x, width, 1, n, &mut s.gates);
    }

    /// Adds the rows of the tables up: the first three for words, the others for places.
    fn embed(&self, features: &[Features], words: &mut Part, places: &mut Part) {
        for (part, tables) in [(words, 0..3), (places, 3..6)] {
            part.width = self.tables[tables.start].width;
            part.of.clear();
            part.rows.clear();
            part.seen.clear();
            for f in features {
                let key = [f[tables.start], f[tables.start + 1], f[tables.start + 2]];
                let mixed = key.iter().fold(0, |m, k| m << 16 | u64::from(*k));
                let next = part.seen.len() as u32;
                let id = *part.seen.entry(mixed).or_insert(next);
                part.of.push(id);
                if id < next {
                    continue;
                }
                let at = part.rows.len();
                part.rows.resize(at + part.width, 0);
                for (table, k) in self.tables[tables.clone()].iter().zip(key) {
                    let from = usize::from(k) * table.width;
                    let row = table.values.get(from..from + table.width).unwrap_or(&[]);
                    for (o, &v) in part.rows[at..].iter_mut().zip(row) {
                        *o += i16::from(v) << table.shift;
                    }
                }
            }
        }
    }
}

/// A part of the first layer's input: the vector of every token, each different one kept once.
#[derive(Debug, Default)]
struct Part {
    width: usize,
    /// The vectors, row by row.
    rows: Vec<i16>,
    /// By token, its row.
    of: Vec<u32>,
    seen: FxHashMap<u64, u32>,
}

/// Buffers that are used again for the next window.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Part,
    places: Part,
    x: Vec<i16>,
    gates: Vec<f32>,
}

impl Dense {
    /// Lays out weights that came row by row; outputs past the last are zeros that are not kept.
    pub fn new(inputs: usize, scale: Vec<f32>, bias: Vec<f32>, rows: &[i8]) -> Self {
        let mut blocks = Vec::new();
        for first in (0..scale.len()).step_by(kernel::ROWS) {
            for k in 0..inputs.div_ceil(2) {
                blocks.push(std::array::from_fn(|i| {
                    let (row, input) = (first + i / 2, 2 * k + i % 2);
                    let there = row < scale.len() && input < inputs;
                    if there { rows.get(row * inputs + input).copied().unwrap_or(0).into() } else { 0 }
                }));
            }
        }
        Self { inputs, scale, bias, blocks }
    }

    /// `out[t] = scale · (W x) + bias` for `n` tokens, where a token's input starts at row `t + first` of `x`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn apply(
        &self,
        sums: &impl Fn(&[Pair], [&[i16]; 4]) -> Sums,
        x: &[i16],
        width: usize,
        first: usize,
        n: usize,
        out: &mut Vec<f32>,
    ) {
        let outputs = self.scale.len();
        out.resize(n * outputs, 0.0);
        let input = |t: usize| &x[(t + first) * width..][..self.inputs];
        // Four tokens share each block of weights while it is at hand.
        for (b, four) in out.chunks_mut(4 * outputs).enumerate() {
            let here = four.len() / outputs;
            let a: [&[i16]; 4] = std::array::from_fn(|k| input(b * 4 + k.min(here - 1)));
            for (r, w) in self.blocks.chunks_exact(self.inputs / 2).enumerate() {
                for (sum, out) in sums(w, a).iter().zip(four.chunks_exact_mut(outputs)) {
                    self.scaled(r, sum, out);
                }
            }
        }
    }

    /// The same for the first layer, whose input is the vectors of `window` tokens that follow each other. A text repeats
    /// its words, so a product is made once for each word and place in each position, and a token adds its six up. Sums
    /// of integers are the same in any order.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn apply_by_part(
        &self,
        sums: &impl Fn(&[Pair], [&[i16]; 4]) -> Sums,
        window: usize,
        words: &Part,
        places: &Part,
        out: &mut Vec<f32>,
    ) {
        let (outputs, n) = (self.scale.len(), words.of.len());
        out.resize(n * outputs, 0.0);
        let mut products = [Vec::new(), Vec::new()];
        for (r, w) in self.blocks.chunks_exact(self.inputs / 2).enumerate() {
            let mut at = 0;
            // By position in the window and row of the part.
            for p in &mut products {
                p.clear();
            }
            for _ in 0..window {
                for (part, products) in [words, places].into_iter().zip(&mut products) {
                    let w = &w[at..at + part.width / 2];
                    at += part.width / 2;
                    for four in part.rows.chunks(4 * part.width) {
                        let here = four.len() / part.width;
                        let a = std::array::from_fn(|k| &four[k.min(here - 1) * part.width..][..part.width]);
                        products.extend_from_slice(&sums(w, a)[..here]);
                    }
                }
            }
            let rows = [words, places].map(|p| p.seen.len());
            for (t, out) in out.chunks_exact_mut(outputs).enumerate() {
                let mut sum = [0i32; kernel::ROWS];
                for k in 0..window {
                    let Some(t) = (t + k).checked_sub(window / 2).filter(|t| *t < n) else { continue };
                    for ((part, products), rows) in [words, places].into_iter().zip(&products).zip(rows) {
                        let product = &products[k * rows + part.of[t] as usize];
                        for (s, p) in sum.iter_mut().zip(product) {
                            *s += p;
                        }
                    }
                }
                self.scaled(r, &sum, out);
            }
        }
    }

    /// A token's outputs of block `r` from their sums.
    #[inline(always)]
    fn scaled(&self, r: usize, sum: &[i32; kernel::ROWS], out: &mut [f32]) {
        let from = r * kernel::ROWS;
        let to = (from + kernel::ROWS).min(out.len());
        let (scale, bias) = (&self.scale[from..to], &self.bias[from..to]);
        for (((o, &s), &scale), &bias) in out[from..to].iter_mut().zip(sum).zip(scale).zip(bias) {
            *o = s as f32 * scale + bias;
        }
    }
}

impl Recurrent {
    /// Runs the states along the text, the first half of the units forwards and the second backwards.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn recur(&self, gates: &[f32], n: usize, x: &mut Vec<i16>) {
        let u = self.units;
        x.resize((n + 2) * 2 * u, 0);
        x[..2 * u].fill(0);
        x[(n + 1) * 2 * u..].fill(0);
        let mut state = vec![[0.0f32; LANES]; u / LANES];
        for side in 0..2 {
            state.fill([0.0; LANES]);
            for i in 0..n {
                let t = if side == 0 { i } else { n - 1 - i };
                let g = &gates[t * 6 * u + side * u..(t + 1) * 6 * u];
                let h = &mut x[(t + 1) * 2 * u + side * u..][..u];
                cell::step([0, 2, 4].map(|k| &g[k * u..(k + 1) * u]), &mut state, h);
            }
        }
    }
}

/// e to a number of at most 0, within 3e-7 of 1.
fn exp(x: f32) -> f32 {
    let y = x.max(-80.0) * std::f32::consts::LOG2_E;
    let whole = cell::round(y);
    let r = (y - whole) * std::f32::consts::LN_2;
    let p = 1.0 + r * (1.0 + r * (0.5 + r * (0.166_666_67 + r * (0.041_666_668 + r * 0.008_333_334))));
    p * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// The natural logarithm of a normal positive number, within 1e-5.
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let e = (bits >> 23) as i32 - 127;
    let m = f32::from_bits((bits & 0x007f_ffff) | 0x3f80_0000); // 1 ≤ m < 2
    let s = (m - 1.0) / (m + 1.0);
    let q = s * s;
    let log = 2.0 * s * (1.0 + q * (0.333_333_34 + q * (0.2 + q * (0.142_857_15 + q * 0.111_111_11))));
    e as f32 * std::f32::consts::LN_2 + log
}

fn probabilities(logits: &[f32]) -> [[f32; 3]; 4] {
    std::array::from_fn(|k| {
        let l = &logits[k * 3..k * 3 + 3];
        let top = l[0].max(l[1]).max(l[2]);
        let e = [exp(l[0] - top), exp(l[1] - top), exp(l[2] - top)];
        let sum = e[0] + e[1] + e[2];
        e.map(|v| v / sum)
    })
}
