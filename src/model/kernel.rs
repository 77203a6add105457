//! The one hot loop: products of small integers, eight outputs by four tokens at a time.
//!
//! Half of a layer's weights are zeros, and these stand in blocks of eight outputs by two inputs (`xtask/train/train.py`, `Pruning`), so a
//! block that is there says whose inputs it takes. Each target's version adds the same integers, so all give the same sums: AVX2
//! where the processor has it, SSE2, WebAssembly's SIMD where it is compiled in, and plain Rust elsewhere. `unsafe` stands
//! here and in [`super::cell`] alone in the model: for loads and stores of vectors in arrays whose size the type fixes, and
//! for inputs whose numbers were looked at when the weights were read.
#![allow(unsafe_code)]

/// How many outputs a block of weights has.
pub const ROWS: usize = 8;
/// The weights of eight outputs for two inputs that follow each other: `[output][input]`.
pub type Pair = [i16; 2 * ROWS];
/// Two inputs that follow each other, of four tokens: the first in the low half. One load repeats both for all outputs.
pub type Four = [i32; 4];
/// Sums for four tokens and the outputs of one block.
pub type Sums = [[i32; ROWS]; 4];

/// Two inputs as a [`Four`] holds them. Of two that follow each other in memory compilers make one load of this.
#[inline(always)]
pub fn both(first: i16, second: i16) -> i32 {
    (u32::from(first.cast_unsigned()) | u32::from(second.cast_unsigned()) << 16).cast_signed()
}

/// The weights of eight outputs that are there, each with the number of its pair of inputs.
#[derive(Debug, Default)]
pub struct Weights {
    at: Vec<u16>,
    pairs: Vec<Pair>,
    /// Greater than each of `at`: no load looks again.
    inputs: usize,
}

impl Weights {
    /// Weights that take `inputs` pairs of inputs, with none there yet.
    pub fn new(inputs: usize) -> Self {
        Self { inputs, ..Self::default() }
    }

    /// Adds the weights of a pair of inputs; those of a pair that isn't there are left out.
    pub fn push(&mut self, at: u16, pair: Pair) {
        if usize::from(at) < self.inputs {
            self.at.push(at);
            self.pairs.push(pair);
        }
    }
}

/// `scale · sum + bias`, eight outputs at once.
#[inline(always)]
pub fn scaled(sum: &[i32; ROWS], scale: &[f32; ROWS], bias: &[f32; ROWS]) -> [f32; ROWS] {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    return wasm::scaled(sum, scale, bias);
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    std::array::from_fn(|k| sum[k] as f32 * scale[k] + bias[k])
}

/// Plain Rust: what the others must equal.
#[allow(dead_code)] // on targets that always have vectors only the tests call it
pub fn plain(w: &Weights, a: &[Four]) -> Sums {
    let mut sums = [[0; ROWS]; 4];
    for (&k, w) in w.at.iter().zip(&w.pairs) {
        for (sum, a) in sums.iter_mut().zip(a[usize::from(k)]) {
            let (first, second) = (i32::from(a as i16), a >> 16);
            for (r, s) in sum.iter_mut().enumerate() {
                *s += i32::from(w[2 * r]) * first + i32::from(w[2 * r + 1]) * second;
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
pub mod x86 {
    use super::{Four, ROWS, Sums, Weights};
    use std::arch::x86_64::{
        __m128i, __m256i, _mm_add_epi32, _mm_loadu_si128, _mm_madd_epi16, _mm_set1_epi32, _mm_setzero_si128,
        _mm_storeu_si128, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };

    #[target_feature(enable = "avx2")]
    #[inline]
    pub fn avx2(w: &Weights, a: &[Four]) -> Sums {
        let a = &a[..w.inputs];
        let mut acc = [_mm256_setzero_si256(); 4];
        for (&k, w) in w.at.iter().zip(&w.pairs) {
            // SAFETY: a Pair is 32 bytes; `Weights` holds no number of `inputs` or more.
            let (v, a) = unsafe { (_mm256_loadu_si256(w.as_ptr().cast::<__m256i>()), a.get_unchecked(usize::from(k))) };
            for (acc, a) in acc.iter_mut().zip(a) {
                *acc = _mm256_add_epi32(*acc, _mm256_madd_epi16(v, _mm256_set1_epi32(*a)));
            }
        }
        let mut sums = [[0; ROWS]; 4];
        for (s, acc) in sums.iter_mut().zip(acc) {
            // SAFETY: a row of sums is 32 bytes.
            unsafe { _mm256_storeu_si256(s.as_mut_ptr().cast::<__m256i>(), acc) };
        }
        sums
    }

    /// SSE2 belongs to every x86-64.
    #[inline]
    pub fn sse2(w: &Weights, a: &[Four]) -> Sums {
        let a = &a[..w.inputs];
        let mut sums = [[0; ROWS]; 4];
        // SAFETY: SSE2 is part of the target; a Pair is two vectors of 16 bytes, so is a row of sums; `Weights` holds no number of
        // `inputs` or more.
        unsafe {
            let mut acc = [[_mm_setzero_si128(); 2]; 4];
            for (&k, w) in w.at.iter().zip(&w.pairs) {
                let p = w.as_ptr().cast::<__m128i>();
                let v = [_mm_loadu_si128(p), _mm_loadu_si128(p.add(1))];
                for (acc, a) in acc.iter_mut().zip(a.get_unchecked(usize::from(k))) {
                    let x = _mm_set1_epi32(*a);
                    acc[0] = _mm_add_epi32(acc[0], _mm_madd_epi16(v[0], x));
                    acc[1] = _mm_add_epi32(acc[1], _mm_madd_epi16(v[1], x));
                }
            }
            for (s, acc) in sums.iter_mut().zip(acc) {
                let p = s.as_mut_ptr().cast::<__m128i>();
                _mm_storeu_si128(p, acc[0]);
                _mm_storeu_si128(p.add(1), acc[1]);
            }
        }
        sums
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub mod wasm {
    use super::{Four, ROWS, Sums, Weights};
    use std::arch::wasm32::{
        f32x4_add, f32x4_convert_i32x4, f32x4_mul, i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128, v128_load,
        v128_load32_splat, v128_store,
    };

    /// LLVM makes eight scalar conversions of the plain loop.
    #[inline(always)]
    pub fn scaled(sum: &[i32; ROWS], scale: &[f32; ROWS], bias: &[f32; ROWS]) -> [f32; ROWS] {
        let mut out = [0.0; ROWS];
        for k in [0, 1] {
            // SAFETY: eight numbers of four bytes are two vectors.
            unsafe {
                let sum = f32x4_convert_i32x4(v128_load(sum.as_ptr().cast::<v128>().add(k)));
                let scale = v128_load(scale.as_ptr().cast::<v128>().add(k));
                let bias = v128_load(bias.as_ptr().cast::<v128>().add(k));
                v128_store(out.as_mut_ptr().cast::<v128>().add(k), f32x4_add(f32x4_mul(sum, scale), bias));
            }
        }
        out
    }

    #[inline]
    pub fn simd(w: &Weights, a: &[Four]) -> Sums {
        let a = &a[..w.inputs];
        let mut acc = [[i32x4_splat(0); 2]; 4];
        for (&k, w) in w.at.iter().zip(&w.pairs) {
            // SAFETY: a Pair is two vectors of 16 bytes; `Weights` holds no number of `inputs` or more.
            let (v, a) = unsafe {
                let p = w.as_ptr().cast::<v128>();
                ([v128_load(p), v128_load(p.add(1))], a.get_unchecked(usize::from(k)))
            };
            for (acc, a) in acc.iter_mut().zip(a) {
                // SAFETY: one load fetches both inputs and repeats them.
                let x = unsafe { v128_load32_splat(std::ptr::from_ref(a).cast::<u32>()) };
                acc[0] = i32x4_add(acc[0], i32x4_dot_i16x8(v[0], x));
                acc[1] = i32x4_add(acc[1], i32x4_dot_i16x8(v[1], x));
            }
        }
        let mut sums = [[0; ROWS]; 4];
        for (s, acc) in sums.iter_mut().zip(acc) {
            // SAFETY: a row of sums is two vectors.
            unsafe {
                let p = s.as_mut_ptr().cast::<v128>();
                v128_store(p, acc[0]);
                v128_store(p.add(1), acc[1]);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_version_gives_the_same_sums(
            w in proptest::collection::vec((0u16..20, proptest::array::uniform16(-127i16..=127)), 0..40),
            a in proptest::collection::vec(any::<[(i16, i16); 4]>(), 20..30),
        ) {
            let mut weights = Weights::new(20);
            for (at, pair) in w {
                weights.push(at, pair);
            }
            let w = &weights;
            let a: Vec<Four> = a.into_iter().map(|a| a.map(|(x, y)| both(x / 8, y / 8))).collect();
            let want = plain(w, &a);
            #[cfg(target_arch = "x86_64")]
            {
                prop_assert_eq!(x86::sse2(w, &a), want);
                if is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor was asked.
                    prop_assert_eq!(unsafe { x86::avx2(w, &a) }, want);
                }
            }
            let _ = want;
        }
    }

    #[test]
    fn inputs_past_the_last_are_refused() {
        let mut w = Weights::new(3);
        w.push(3, [1; 16]);
        assert!(w.at.is_empty() && w.pairs.is_empty());
        assert_eq!((both(-2, 3) as i16, both(-2, 3) >> 16, both(2, -3) >> 16), (-2, 3, -3));
    }
}
