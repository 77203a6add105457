//! The recurrence's elementwise step, and its approximations.
//!
//! The same `f32` operations in the same order on every target, so that all round alike. Compilers find the vectors of
//! x86-64 by themselves; for WebAssembly, LLVM makes half-filled ones of the same loops, so they are written out.
#![allow(unsafe_code)]

/// How many units are worked on at once.
pub const LANES: usize = 8;
/// Activations count in steps of this.
const ONE: f32 = 1024.0;
/// Adding 1.5 · 2²³ to a small number leaves no room for a fraction: it is rounded, ties to even.
const SHIFT: f32 = 12_582_912.0;
/// Past this the approximant of the hyperbolic tangent, which is all but 1 there, is cut.
const FAR: f32 = 3.646;

/// `x` without its fraction, ties to even; for numbers smaller than 2²².
#[inline(always)]
pub fn round(x: f32) -> f32 {
    (x + SHIFT) - SHIFT
}

/// The same as an integer, read from the low bits of the sum.
#[inline(always)]
fn nearest(x: f32) -> i16 {
    ((x + SHIFT).to_bits() as u16).cast_signed()
}

/// A Padé approximant of the hyperbolic tangent, within 1.4e-3 (2e-5 where |x| < 2), never past ±1.
#[inline(always)]
fn tanh(x: f32) -> f32 {
    let x = x.clamp(-FAR, FAR);
    let s = x * x;
    x * (945.0 + s * (105.0 + s)) / (945.0 + s * (420.0 + s * 15.0))
}

/// The same approximant of ½ + ½ tanh(½x), the logistic function.
#[inline(always)]
fn sigmoid(x: f32) -> f32 {
    let x = x.clamp(-2.0 * FAR, 2.0 * FAR);
    let s = x * x;
    0.5 + x * (15_120.0 + s * (420.0 + s)) / (60_480.0 + s * (6_720.0 + s * 60.0))
}

/// One token's states and outputs from its candidates, forget and output gates, eight units at a time.
#[inline(always)]
pub fn step(gates: [&[f32]; 3], state: &mut [[f32; LANES]], h: &mut [i16]) {
    let [z, f, o] = gates.map(|g| g.as_chunks::<LANES>().0);
    let h = h.as_chunks_mut::<LANES>().0;
    for ((((z, f), o), c), h) in z.iter().zip(f).zip(o).zip(state).zip(h) {
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        wasm::eight(z, f, o, c, h);
        #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
        eight(z, f, o, c, h);
    }
}

#[allow(dead_code)] // on targets with vectors of their own
#[inline(always)]
fn eight(z: &[f32; LANES], f: &[f32; LANES], o: &[f32; LANES], c: &mut [f32; LANES], h: &mut [i16; LANES]) {
    // Copies can't overlap, and plain loops, unlike closures, are compiled with the widest vectors.
    let (z, f, o) = (*z, *f, *o);
    let (mut state, mut out) = (*c, [0; LANES]);
    let (mut forget, mut new, mut open) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    for k in 0..LANES {
        forget[k] = sigmoid(f[k]);
    }
    for k in 0..LANES {
        new[k] = tanh(z[k]);
    }
    for k in 0..LANES {
        open[k] = sigmoid(o[k]);
    }
    for k in 0..LANES {
        state[k] = forget[k] * state[k] + (1.0 - forget[k]) * new[k];
    }
    for k in 0..LANES {
        out[k] = nearest(open[k] * state[k] * ONE);
    }
    (*c, *h) = (state, out);
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm {
    use super::{FAR, LANES, ONE, SHIFT};
    use std::arch::wasm32::{
        f32x4_add as add, f32x4_div as div, f32x4_mul as mul, f32x4_pmax, f32x4_pmin, f32x4_splat as all,
        f32x4_sub as sub, i16x8_shuffle, v128, v128_load, v128_store,
    };

    /// As [`f32::clamp`]: what is no number stays so.
    #[inline(always)]
    fn clamp(x: v128, to: f32) -> v128 {
        f32x4_pmin(f32x4_pmax(x, all(-to)), all(to))
    }

    #[inline(always)]
    fn tanh(x: v128) -> v128 {
        let x = clamp(x, FAR);
        let s = mul(x, x);
        let p = mul(x, add(all(945.0), mul(s, add(all(105.0), s))));
        div(p, add(all(945.0), mul(s, add(all(420.0), mul(s, all(15.0))))))
    }

    #[inline(always)]
    fn sigmoid(x: v128) -> v128 {
        let x = clamp(x, 2.0 * FAR);
        let s = mul(x, x);
        let p = mul(x, add(all(15_120.0), mul(s, add(all(420.0), s))));
        add(all(0.5), div(p, add(all(60_480.0), mul(s, add(all(6_720.0), mul(s, all(60.0)))))))
    }

    #[inline(always)]
    pub fn eight(z: &[f32; LANES], f: &[f32; LANES], o: &[f32; LANES], c: &mut [f32; LANES], h: &mut [i16; LANES]) {
        // SAFETY: eight `f32` are two vectors.
        let at = |a: &[f32; LANES], k: usize| unsafe { v128_load(a.as_ptr().cast::<v128>().add(k)) };
        let mut out = [all(0.0); 2];
        for (k, out) in out.iter_mut().enumerate() {
            let forget = sigmoid(at(f, k));
            let state = add(mul(forget, at(c, k)), mul(sub(all(1.0), forget), tanh(at(z, k))));
            // SAFETY: as above.
            unsafe { v128_store(c.as_mut_ptr().cast::<v128>().add(k), state) };
            *out = add(mul(mul(sigmoid(at(o, k)), state), all(ONE)), all(SHIFT));
        }
        let low = i16x8_shuffle::<0, 2, 4, 6, 8, 10, 12, 14>(out[0], out[1]);
        // SAFETY: eight `i16` are one vector.
        unsafe { v128_store(h.as_mut_ptr().cast::<v128>(), low) };
    }
}
