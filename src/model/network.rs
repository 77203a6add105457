//! The network's forward pass, in fixed point and plain `f32`.
//!
//! Activations are `i16` in steps of 1/1024, weights `i8` with a scale for each output, sums `i32`; gates and states are
//! `f32`. All products of a layer are made first, token by token; only an elementwise recurrence runs in sequence.

use super::cell::{self, LANES};
use super::features::Features;
use super::kernel::{self, Four, ROWS, Sums, Weights};
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

/// Weights, many of them zeros, with scale and bias of each output. Outputs are made eight at a time, so past the last one
/// there may be some that are always 0.
#[derive(Debug, Default)]
pub struct Dense {
    pub inputs: usize,
    pub scale: Vec<[f32; ROWS]>,
    pub bias: Vec<[f32; ROWS]>,
    /// By eight outputs, then by part of the input (all of it, but in the first layer).
    pub blocks: Vec<Weights>,
}

#[derive(Debug, Default)]
pub struct Recurrent {
    pub units: usize,
    /// How many tokens that follow each other are its input: 1 above the first layer.
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
        let widest = self.layers.iter().map(|l| l.gates.outputs()).max().unwrap_or(0);
        let units = self.layers.iter().map(|l| l.units).max().unwrap_or(0);
        scratch.gates.reserve_exact(most * widest);
        scratch.x.reserve_exact(most * 2 * units);
        while out.len() < n {
            let from = out.len();
            let to = if n - from <= WINDOW + MARGIN { n } else { from + WINDOW };
            let (lo, hi) = (from.saturating_sub(MARGIN), (to + MARGIN).min(n));
            let logits = self.window(&features[lo..hi], &mut scratch);
            out.extend(logits.chunks_exact(2 * ROWS).skip(from - lo).take(to - from).map(probabilities));
            if out.len() < to {
                out.resize(to, [[1.0, 0.0, 0.0]; 4]); // no network: nothing is tagged
            }
        }
        out
    }

    /// The head's outputs for tokens that are read together: twelve each, and four that mean nothing.
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
    fn forward(&self, sums: impl Fn(&Weights, &[Four]) -> Sums, features: &[Features], s: &mut Scratch) {
        let n = features.len();
        let Some((first, above)) = self.layers.split_first().filter(|_| !self.tables.is_empty()) else {
            s.gates.clear();
            return;
        };
        self.embed(features, &mut s.words, &mut s.places);
        first.gates.apply_by_part(&sums, first.window, &s.words, &s.places, &mut s.gates);
        first.recur(&s.gates, n, &mut s.x);
        for layer in above {
            layer.gates.apply(&sums, &s.x, &mut s.gates);
            layer.recur(&s.gates, n, &mut s.x);
        }
        self.head.apply(&sums, &s.x, &mut s.gates);
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

impl Part {
    /// How many rows there are, to the next four.
    fn len(&self) -> usize {
        self.seen.len().next_multiple_of(4)
    }

    /// The rows, each four of them side by side.
    fn fours(&self) -> Vec<Four> {
        let mut out = Vec::with_capacity(self.len() / 4 * self.width / 2);
        self.rows.chunks(4 * self.width).for_each(|rows| beside(rows, self.width, &mut out));
        out
    }
}

/// Buffers that are used again for the next window.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Part,
    places: Part,
    x: Vec<i16>,
    gates: Vec<f32>,
}

/// For every token of `n` the products that add up to its sums, as numbers of rows: by position in the window and part.
fn addends(window: usize, parts: [&Part; 2], n: usize) -> Vec<u32> {
    let each: usize = parts.iter().map(|p| p.len()).sum();
    let mut out = Vec::with_capacity(n * 2 * window);
    for t in 0..n {
        for k in 0..window {
            let at = (t + k).checked_sub(window / 2).filter(|t| *t < n);
            let mut from = k * each;
            for part in parts {
                out.push(at.map_or(window * each, |t| from + part.of[t] as usize) as u32);
                from += part.len();
            }
        }
    }
    out
}

/// Lays four rows of the same length side by side; where there are fewer the last is repeated, and nobody reads its sums.
fn beside(rows: &[i16], width: usize, four: &mut Vec<Four>) {
    let last = rows.len() / width - 1;
    let [a, b, c, d] = [0, 1, 2, 3].map(|k: usize| rows[k.min(last) * width..][..width].as_chunks::<2>().0);
    four.extend(a.iter().zip(b).zip(c).zip(d).map(|(((a, b), c), d)| [a, b, c, d].map(|p| kernel::both(p[0], p[1]))));
}

impl Dense {
    /// How many numbers a token gets.
    fn outputs(&self) -> usize {
        self.scale.len() * ROWS
    }

    /// `out[t] = scale · (W x) + bias`, where `x` holds the tokens' inputs.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn apply(&self, sums: &impl Fn(&Weights, &[Four]) -> Sums, x: &[i16], out: &mut Vec<f32>) {
        let outputs = self.outputs();
        out.resize(x.len() / self.inputs * outputs, 0.0);
        let mut four = Vec::with_capacity(self.inputs / 2);
        // Four tokens share each block of weights while it is at hand.
        for (x, out) in x.chunks(4 * self.inputs).zip(out.chunks_mut(4 * outputs)) {
            four.clear();
            beside(x, self.inputs, &mut four);
            for (r, (w, (scale, bias))) in self.blocks.iter().zip(self.scale.iter().zip(&self.bias)).enumerate() {
                for (sum, out) in sums(w, &four).iter().zip(out.chunks_exact_mut(outputs)) {
                    out.as_chunks_mut().0[r] = kernel::scaled(sum, scale, bias);
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
        sums: &impl Fn(&Weights, &[Four]) -> Sums,
        window: usize,
        words: &Part,
        places: &Part,
        out: &mut Vec<f32>,
    ) {
        let (outputs, n) = (self.outputs(), words.of.len());
        out.resize(n * outputs, 0.0);
        let parts = [words, places];
        let fours = parts.map(Part::fours);
        // By position in the window, part and row of the part; last what stands for a token past either end.
        let each: usize = parts.iter().map(|p| p.len()).sum();
        let mut products = vec![[0i32; ROWS]; window * each + 1];
        let of = addends(window, parts, n);
        for (r, w) in self.blocks.chunks_exact(2 * window).enumerate() {
            let mut rest = &mut products[..];
            for (w, (part, fours)) in w.iter().zip(parts.iter().zip(&fours).cycle()) {
                let (here, after) = rest.split_at_mut(part.len());
                rest = after;
                for (four, out) in fours.chunks_exact(part.width / 2).zip(here.as_chunks_mut::<4>().0) {
                    *out = sums(w, four);
                }
            }
            for (of, out) in of.chunks_exact(2 * window).zip(out.chunks_exact_mut(outputs)) {
                let mut sum = [0i32; ROWS];
                for &k in of {
                    for (s, p) in sum.iter_mut().zip(&products[k as usize]) {
                        *s += p;
                    }
                }
                out.as_chunks_mut().0[r] = kernel::scaled(&sum, &self.scale[r], &self.bias[r]);
            }
        }
    }
}

impl Recurrent {
    /// Runs the states along the text, the first half of the units forwards and the second backwards.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn recur(&self, gates: &[f32], n: usize, x: &mut Vec<i16>) {
        let u = self.units;
        x.resize(n * 2 * u, 0);
        let mut state = vec![[0.0f32; LANES]; u / LANES];
        for side in 0..2 {
            state.fill([0.0; LANES]);
            for i in 0..n {
                let t = if side == 0 { i } else { n - 1 - i };
                let g = &gates[t * 6 * u + side * u..(t + 1) * 6 * u];
                let h = &mut x[t * 2 * u + side * u..][..u];
                cell::step([0, 2, 4].map(|k| &g[k * u..(k + 1) * u]), &mut state, h);
            }
        }
    }
}

/// The greater of two numbers, neither of them NaN. WebAssembly has no instruction for `f32::max`, which then is a call.
#[inline(always)]
pub fn greater(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// e to a number of at most 0, within 3e-7 of 1.
fn exp(x: f32) -> f32 {
    let y = greater(x, -80.0) * std::f32::consts::LOG2_E;
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
        let top = greater(greater(l[0], l[1]), l[2]);
        let e = [exp(l[0] - top), exp(l[1] - top), exp(l[2] - top)];
        let sum = e[0] + e[1] + e[2];
        e.map(|v| v / sum)
    })
}
