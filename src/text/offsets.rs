//! The one place that turns byte offsets into others.
//!
//! A [`Mapper`] keeps a checkpoint every 64 bytes, so a look-up costs at most 64 bytes of scanning and the table stays
//! at an eighth of the text; for ASCII text it keeps nothing.

/// What stands before a byte offset, or the whole text where that is longer; a letter that the offset cuts is left out.
pub fn head(text: &str, bytes: usize) -> &str {
    let mut cut = text.len().min(bytes);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    &text[..cut]
}

/// The unit of an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Bytes of UTF-8.
    Byte,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Unicode code points, as Python counts.
    Char,
}

const STEP: usize = 64;

/// Maps byte offsets of one text to another unit and back.
#[derive(Debug)]
pub struct Mapper<'a> {
    text: &'a str,
    unit: Unit,
    /// The unit's count at byte `i * STEP` (rounded down to a character's border); empty where bytes and units agree.
    points: Vec<u32>,
}

fn width(unit: Unit, lead: u8) -> u32 {
    match unit {
        Unit::Byte => 1,
        // A continuation byte counts nothing; a four-byte character is a surrogate pair.
        _ if lead & 0xc0 == 0x80 => 0,
        Unit::Utf16 if lead >= 0xf0 => 2,
        _ => 1,
    }
}

impl<'a> Mapper<'a> {
    /// Prepares a text.
    pub fn new(text: &'a str, unit: Unit) -> Self {
        let mut points = Vec::new();
        if unit != Unit::Byte && !text.is_ascii() {
            points.reserve(text.len() / STEP + 1);
            let mut n = 0;
            for (i, &b) in text.as_bytes().iter().enumerate() {
                if i % STEP == 0 {
                    points.push(n);
                }
                n += width(unit, b);
            }
        }
        Self { text, unit, points }
    }

    /// The offset in this mapper's unit of byte `at`; an offset past the end counts as the end, one inside a character as the
    /// end of that character.
    pub fn from_byte(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        if self.points.is_empty() {
            return at as u32;
        }
        let p = (at / STEP).min(self.points.len() - 1);
        let tail = &self.text.as_bytes()[p * STEP..at];
        self.points[p] + tail.iter().map(|&b| width(self.unit, b)).sum::<u32>()
    }

    /// The byte offset of an offset in this mapper's unit: the border at or before it.
    pub fn to_byte(&self, at: u32) -> u32 {
        if self.points.is_empty() {
            return head(self.text, at as usize).len() as u32;
        }
        let p = self.points.partition_point(|&n| n <= at).saturating_sub(1);
        let bytes = self.text.as_bytes();
        let (mut b, mut n) = (p * STEP, self.points[p]);
        while b < bytes.len() {
            // Stand on a border before comparing.
            if bytes[b] & 0xc0 != 0x80 {
                let w = width(self.unit, bytes[b]);
                if n + w > at {
                    break;
                }
                n += w;
            }
            b += 1;
        }
        head(self.text, b).len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn round_trips_at_every_border(s in "\\PC{0,200}") {
            for unit in [Unit::Byte, Unit::Utf16, Unit::Char] {
                let m = Mapper::new(&s, unit);
                let mut n = 0u32;
                for (i, c) in s.char_indices() {
                    prop_assert_eq!(m.from_byte(i as u32), n);
                    prop_assert_eq!(m.to_byte(n), i as u32);
                    n += match unit { Unit::Byte => c.len_utf8(), Unit::Utf16 => c.len_utf16(), Unit::Char => 1 } as u32;
                }
                prop_assert_eq!(m.from_byte(s.len() as u32), n);
            }
        }
    }
}
