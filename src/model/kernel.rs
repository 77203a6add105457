//! The one hot loop: products of small integers, sixteen outputs by four tokens at a time.
//!
//! Each target's version adds the same integers, so all give the same sums: AVX2 where the processor has it, SSE2, WebAssembly's SIMD
//! where it is compiled in, and plain Rust elsewhere. `unsafe` stands here and in [`super::cell`]
//! alone in the model, for loads and stores of vectors in arrays whose size the type fixes.
#![allow(unsafe_code)]

/// How many outputs a block holds.
pub const ROWS: usize = 16;
/// The weights of sixteen outputs for two inputs that follow each other: `[row][input]`.
pub type Pair = [i16; 2 * ROWS];

/// Sums for four tokens and the sixteen outputs of one block of weights.
pub type Sums = [[i32; ROWS]; 4];

/// Plain Rust: what the others must equal.
#[allow(dead_code)] // on targets that always have vectors only the tests call it
pub fn plain(w: &[Pair], a: [&[i16]; 4]) -> Sums {
    let mut sums = [[0; ROWS]; 4];
    for (k, w) in w.iter().enumerate() {
        for (sum, a) in sums.iter_mut().zip(a) {
            let (a0, a1) = (i32::from(a[2 * k]), i32::from(a[2 * k + 1]));
            for (r, s) in sum.iter_mut().enumerate() {
                *s += i32::from(w[2 * r]) * a0 + i32::from(w[2 * r + 1]) * a1;
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
pub mod x86 {
    use super::{Pair, ROWS, Sums};
    use std::arch::x86_64::{
        __m128i, __m256i, _mm_add_epi32, _mm_loadu_si128, _mm_madd_epi16, _mm_set1_epi32, _mm_setzero_si128,
        _mm_storeu_si128, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };

    /// Inputs `2k` and `2k + 1` in one load: two loads that are put together by shifts cost more than the products.
    ///
    /// # Safety
    ///
    /// `a` must hold both.
    #[inline(always)]
    unsafe fn pair(a: &[i16], k: usize) -> i32 {
        // SAFETY: the caller's; the load asks for no alignment.
        unsafe { a.as_ptr().add(2 * k).cast::<i32>().read_unaligned() }
    }

    #[target_feature(enable = "avx2")]
    #[inline]
    pub fn avx2(w: &[Pair], a: [&[i16]; 4]) -> Sums {
        let n = w.len() * 2;
        let a = a.map(|a| &a[..n]);
        let mut acc = [[_mm256_setzero_si256(); 2]; 4];
        for (k, w) in w.iter().enumerate() {
            // SAFETY: a Pair is 64 bytes: two unaligned loads of 32.
            let v = unsafe {
                let p = w.as_ptr().cast::<__m256i>();
                [_mm256_loadu_si256(p), _mm256_loadu_si256(p.add(1))]
            };
            for (acc, a) in acc.iter_mut().zip(a) {
                // SAFETY: `a` was cut to two numbers for each pair of weights.
                let x = _mm256_set1_epi32(unsafe { pair(a, k) });
                acc[0] = _mm256_add_epi32(acc[0], _mm256_madd_epi16(v[0], x));
                acc[1] = _mm256_add_epi32(acc[1], _mm256_madd_epi16(v[1], x));
            }
        }
        let mut sums = [[0; ROWS]; 4];
        for (s, acc) in sums.iter_mut().zip(acc) {
            // SAFETY: a row of sums is 64 bytes.
            unsafe {
                let p = s.as_mut_ptr().cast::<__m256i>();
                _mm256_storeu_si256(p, acc[0]);
                _mm256_storeu_si256(p.add(1), acc[1]);
            }
        }
        sums
    }

    /// SSE2 belongs to every x86-64.
    #[inline]
    pub fn sse2(w: &[Pair], a: [&[i16]; 4]) -> Sums {
        let n = w.len() * 2;
        let a = a.map(|a| &a[..n]);
        let mut sums = [[0; ROWS]; 4];
        for half in 0..2 {
            // SAFETY: SSE2 is part of the target; a Pair is 64 bytes, four vectors of 16; so is a row of sums.
            unsafe {
                let mut acc = [[_mm_setzero_si128(); 2]; 4];
                for (k, w) in w.iter().enumerate() {
                    let p = w.as_ptr().cast::<__m128i>().add(2 * half);
                    let v = [_mm_loadu_si128(p), _mm_loadu_si128(p.add(1))];
                    for (acc, a) in acc.iter_mut().zip(a) {
                        let x = _mm_set1_epi32(pair(a, k));
                        acc[0] = _mm_add_epi32(acc[0], _mm_madd_epi16(v[0], x));
                        acc[1] = _mm_add_epi32(acc[1], _mm_madd_epi16(v[1], x));
                    }
                }
                for (s, acc) in sums.iter_mut().zip(acc) {
                    let p = s.as_mut_ptr().cast::<__m128i>().add(2 * half);
                    _mm_storeu_si128(p, acc[0]);
                    _mm_storeu_si128(p.add(1), acc[1]);
                }
            }
        }
        sums
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub mod wasm {
    use super::{Pair, ROWS, Sums};
    use std::arch::wasm32::{i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128, v128_load, v128_load32_splat, v128_store};

    #[inline]
    pub fn simd(w: &[Pair], a: [&[i16]; 4]) -> Sums {
        let n = w.len() * 2;
        let a = a.map(|a| &a[..n]);
        let mut sums = [[0; ROWS]; 4];
        for half in 0..2 {
            let mut acc = [[i32x4_splat(0); 2]; 4];
            for (k, w) in w.iter().enumerate() {
                // SAFETY: a Pair is 64 bytes, four vectors of 16.
                let v = unsafe {
                    let p = w.as_ptr().cast::<v128>().add(2 * half);
                    [v128_load(p), v128_load(p.add(1))]
                };
                for (acc, a) in acc.iter_mut().zip(a) {
                    // SAFETY: `a` holds two numbers for each pair of weights; one load fetches both and repeats them.
                    let x = unsafe { v128_load32_splat(a.as_ptr().add(2 * k).cast::<u32>()) };
                    acc[0] = i32x4_add(acc[0], i32x4_dot_i16x8(v[0], x));
                    acc[1] = i32x4_add(acc[1], i32x4_dot_i16x8(v[1], x));
                }
            }
            for (s, acc) in sums.iter_mut().zip(acc) {
                // SAFETY: a row of sums is 64 bytes.
                unsafe {
                    let p = s.as_mut_ptr().cast::<v128>().add(2 * half);
                    v128_store(p, acc[0]);
                    v128_store(p.add(1), acc[1]);
                }
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
        fn every_version_gives_the_same_sums(w in proptest::collection::vec(-127i16..=127, 1..300), a in proptest::collection::vec(-4000i16..4000, 80)) {
            let blocks: Vec<Pair> = w.chunks_exact(2 * ROWS).map(|c| c.try_into().unwrap()).collect();
            let a: [&[i16]; 4] = std::array::from_fn(|k| &a[k * 20..(k + 1) * 20]);
            let want = plain(&blocks, a);
            #[cfg(target_arch = "x86_64")]
            {
                prop_assert_eq!(x86::sse2(&blocks, a), want);
                if is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor was asked.
                    prop_assert_eq!(unsafe { x86::avx2(&blocks, a) }, want);
                }
            }
            let _ = want;
        }
    }
}
