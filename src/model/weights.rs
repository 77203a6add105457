//! The file of weights: what the trainer's `export.py` writes, read without trust in its length.
//!
//! Little-endian. `SBT2`; six tables: shift (u8), width (u8), rows (u16), `rows × width` i8; the number of layers (u8); each layer:
//! units (u8), window (u8), then as for the head: inputs (u16), outputs (u16), `outputs` f32 scales, `outputs` f32
//! biases, then for every eight outputs a bit for each two inputs (the lowest of a byte first), and for each bit that is set sixteen
//! i8, `[output][input]`; last the head. Outputs past the last have zeros.

use super::cell::LANES;
use super::kernel::{ROWS, Weights};
use super::network::{Dense, Network, Recurrent, Table};
use crate::bytes::{Cursor, bit};

impl Cursor<'_> {
    fn byte(&mut self) -> Option<usize> {
        Some(self.take(1)?[0].into())
    }
    fn short(&mut self) -> Option<usize> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?).into())
    }
    fn eights(&mut self, n: usize) -> Option<Vec<[f32; ROWS]>> {
        let four = |b: &[u8]| f32::from_le_bytes([b[0], b[1], b[2], b[3]]);
        let bytes = self.take(n * 4)?.chunks(4 * ROWS);
        Some(bytes.map(|b| std::array::from_fn(|k| b.get(4 * k..4 * k + 4).map_or(0.0, four))).collect())
    }

    /// `parts`: by which widths the input is cut, again and again.
    fn dense(&mut self, parts: &[usize]) -> Option<Dense> {
        let (inputs, outputs) = (self.short()?, self.short()?);
        let whole: usize = parts.iter().sum();
        if inputs == 0 || !inputs.is_multiple_of(whole) {
            return None;
        }
        let (scale, bias) = (self.eights(outputs)?, self.eights(outputs)?);
        let mut blocks = Vec::new();
        for _ in 0..outputs.div_ceil(ROWS) {
            let there = self.take((inputs / 2).div_ceil(8))?;
            let mut from = 0;
            for width in parts.iter().cycle().take(inputs / whole * parts.len()).map(|p| p / 2) {
                let mut weights = Weights::new(width);
                for k in (0..width).filter(|k| bit(there, from + k)) {
                    let mut pair = self.take(2 * ROWS)?.iter();
                    weights.push(k as u16, std::array::from_fn(|_| pair.next().map_or(0, |b| b.cast_signed().into())));
                }
                blocks.push(weights);
                from += width;
            }
        }
        Some(Dense { inputs, scale, bias, blocks })
    }
}

/// Reads a network; `None` where the bytes are not one.
pub fn read(bytes: &[u8]) -> Option<Network> {
    let mut c = Cursor(bytes);
    if c.take(4)? != b"SBT2" {
        return None;
    }
    let mut tables = Vec::new();
    for rows in super::features::ROWS {
        let (shift, width, n) = (c.byte()?, c.byte()?, c.short()?);
        if n != rows || shift > 8 {
            return None;
        }
        let values = c.take(rows * width)?.iter().map(|b| b.cast_signed()).collect();
        tables.push(Table { shift: shift as u32, width, values });
    }
    let mut width = tables[0].width + tables[3].width;
    // Weights stand in pairs of inputs, and a pair belongs to one part.
    if [0, 3].iter().any(|&k| tables[k].width == 0 || tables[k].width % 2 == 1) {
        return None;
    }
    if tables[..3].iter().any(|t| t.width != tables[0].width) || tables[3..].iter().any(|t| t.width != tables[3].width)
    {
        return None;
    }
    let mut layers: Vec<Recurrent> = Vec::new();
    for _ in 0..c.byte()? {
        let (units, window) = (c.byte()?, c.byte()?);
        let first = layers.is_empty();
        if units == 0 || units % LANES != 0 || !(window == 1 || first && window == 3) {
            return None;
        }
        let parts = if first { vec![tables[0].width, tables[3].width] } else { vec![width] };
        let gates = c.dense(&parts)?;
        if gates.inputs != width * window || gates.scale.len() * ROWS != 6 * units {
            return None;
        }
        width = 2 * units;
        layers.push(Recurrent { units, window, gates });
    }
    let head = c.dense(&[width])?;
    (head.inputs == width && head.scale.len() == 2 && c.0.is_empty()).then_some(Network { tables, layers, head })
}
