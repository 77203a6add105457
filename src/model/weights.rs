//! The file of weights: what the trainer's `export.py` writes, read without trust in its length.
//!
//! Little-endian. `SBT1`; six tables: shift (u8), width (u8), rows (u16), `rows × width` i8; the number of layers (u8); each layer:
//! units (u8), window (u8), then as for the head: inputs (u16), outputs (u16), `outputs` f32 scales, `outputs` f32
//! biases, `outputs × inputs` i8; last the head.

use super::cell::LANES;
use super::network::{Dense, Network, Recurrent, Table};

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (a, b) = self.0.split_at_checked(n)?;
        self.0 = b;
        Some(a)
    }
    fn byte(&mut self) -> Option<usize> {
        Some(self.take(1)?[0].into())
    }
    fn short(&mut self) -> Option<usize> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?).into())
    }
    fn floats(&mut self, n: usize) -> Option<Vec<f32>> {
        let bytes = self.take(n * 4)?;
        Some(bytes.chunks_exact(4).map(|c| f32::from_le_bytes([c[0], c[1], c[2], c[3]])).collect())
    }
    fn dense(&mut self) -> Option<Dense> {
        let (inputs, outputs) = (self.short()?, self.short()?);
        let (scale, bias) = (self.floats(outputs)?, self.floats(outputs)?);
        let rows: Vec<i8> = self.take(inputs * outputs)?.iter().map(|b| b.cast_signed()).collect();
        (inputs > 0 && inputs % 2 == 0).then(|| Dense::new(inputs, scale, bias, &rows))
    }
}

/// Reads a network; `None` where the bytes are not one.
pub fn read(bytes: &[u8]) -> Option<Network> {
    let mut c = Cursor(bytes);
    if c.take(4)? != b"SBT1" {
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
    let mut layers = Vec::new();
    for _ in 0..c.byte()? {
        let (units, window) = (c.byte()?, c.byte()?);
        let gates = c.dense()?;
        if gates.inputs != width * window
            || gates.scale.len() != 6 * units
            || units % LANES != 0
            || !matches!(window, 1 | 3)
        {
            return None;
        }
        width = 2 * units;
        layers.push(Recurrent { units, window, gates });
    }
    let head = c.dense()?;
    (head.inputs == width && head.scale.len() == 12 && c.0.is_empty()).then_some(Network { tables, layers, head })
}
