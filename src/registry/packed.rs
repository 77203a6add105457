//! Reads `data/registry.bin` (written by `cargo xtask facts`) in place: nothing is unpacked before it is asked for, and a
//! damaged file reads as an empty one.
//!
//! Layout, little-endian: `SBR1`; five u32 counts (strings, outlets, institutes, facts, names); string starts (u32, one
//! more than strings); the strings' bytes, sorted; records of five u16 (name, domain, country, first fact, facts),
//! outlets by domain first, then institutes; facts of four u16 (form, value, source, date); names of two u16 (string, record).

use super::statement::Says;
use crate::report::{Fact, Outlet};

/// The registry's bytes with the places of its tables.
#[derive(Debug, Clone, Copy)]
pub struct Packed<'a> {
    data: &'a [u8],
    strings: usize,
    outlets: usize,
    institutes: usize,
    facts: usize,
    names: usize,
    text: usize,
    records: usize,
}

const HEAD: usize = 24;
const RECORD: usize = 10;
const FACT: usize = 8;
const NAME: usize = 4;

impl<'a> Packed<'a> {
    /// Finds the tables; `None` where the bytes are not a whole registry.
    pub fn new(data: &'a [u8]) -> Option<Self> {
        if data.get(..4)? != b"SBR1" {
            return None;
        }
        let count =
            |i: usize| -> Option<usize> { Some(u32::from_le_bytes(data.get(i..i + 4)?.try_into().ok()?) as usize) };
        let [strings, outlets, institutes, facts, names] = [count(4)?, count(8)?, count(12)?, count(16)?, count(20)?];
        if [strings, outlets, institutes, facts, names].iter().any(|n| *n > 1 << 16) {
            return None;
        }
        let text = HEAD + 4 * (strings + 1);
        let records = text.checked_add(count(HEAD + 4 * strings)?)?;
        let end = records.checked_add(RECORD * (outlets + institutes) + FACT * facts + NAME * names)?;
        (end == data.len()).then_some(Self { data, strings, outlets, institutes, facts, names, text, records })
    }

    fn short(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.data.get(at..at + 2)?.try_into().ok()?))
    }

    fn string(&self, index: u16) -> Option<&'a str> {
        let i = usize::from(index);
        if i >= self.strings {
            return None;
        }
        let start = |i: usize| -> Option<usize> {
            Some(u32::from_le_bytes(self.data.get(HEAD + 4 * i..HEAD + 4 * i + 4)?.try_into().ok()?) as usize)
        };
        let (s, e) = (self.text.checked_add(start(i)?)?, self.text.checked_add(start(i + 1)?)?);
        std::str::from_utf8(self.data.get(s..e)?).ok()
    }

    fn field(&self, record: usize, field: usize) -> Option<&'a str> {
        self.string(self.short(self.records + RECORD * record + 2 * field)?)
    }

    /// The record of a domain, exactly as written in the table.
    pub fn by_domain(&self, domain: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.outlets);
        while low < high {
            let mid = usize::midpoint(low, high);
            match self.field(mid, 1)?.cmp(domain) {
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
                std::cmp::Ordering::Equal => return Some(mid),
            }
        }
        None
    }

    /// The domains and names of all outlets.
    pub fn outlets(self) -> impl Iterator<Item = (usize, &'a str, &'a str)> {
        (0..self.outlets).filter_map(move |i| Some((i, self.field(i, 1)?, self.field(i, 0)?)))
    }

    /// The institutes' names and aliases, each with its record.
    pub fn names(self) -> impl Iterator<Item = (&'a str, usize)> {
        let at = self.records + RECORD * (self.outlets + self.institutes) + FACT * self.facts;
        (0..self.names).filter_map(move |i| {
            Some((self.string(self.short(at + NAME * i)?)?, usize::from(self.short(at + NAME * i + 2)?)))
        })
    }

    /// A record with its facts as sentences.
    pub fn outlet(&self, record: usize) -> Option<Outlet> {
        let name = self.field(record, 0)?;
        let at = self.records + RECORD * record;
        let (first, count) = (usize::from(self.short(at + 6)?), usize::from(self.short(at + 8)?));
        let facts = self.records + RECORD * (self.outlets + self.institutes);
        let mut out = Outlet {
            name: name.to_owned(),
            domain: self.field(record, 1).map(str::to_owned),
            country: self.field(record, 2).map(str::to_owned),
            ..Outlet::default()
        };
        let (mut owner, mut kind) = (u8::MAX, u8::MAX);
        for i in (first..first + count).take_while(|i| *i < self.facts) {
            let at = facts + FACT * i;
            let Some(says) = u8::try_from(self.short(at)?).ok().and_then(Says::from_code) else { continue };
            let (value, source, date) = (
                self.string(self.short(at + 2)?)?,
                self.string(self.short(at + 4)?)?,
                self.string(self.short(at + 6)?)?,
            );
            if let Some(r) = says.owner_rank().filter(|r| *r < owner) {
                (owner, out.owner) = (r, Some(value.to_owned()));
            }
            if let Some(r) = says.kind_rank().filter(|r| *r < kind) {
                (kind, out.kind) = (r, Some(value.to_owned()));
            }
            out.facts.push(Fact {
                statement: says.sentence(name, value),
                source: source.to_owned(),
                date: date.to_owned(),
            });
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_bytes_read_as_none_or_less() {
        let whole = super::super::BYTES;
        assert!(Packed::new(whole).is_some());
        for cut in [0, 3, 4, 20, 24, 100, whole.len() - 1] {
            assert!(Packed::new(&whole[..cut]).is_none(), "{cut}");
        }
        let mut broken = whole.to_vec();
        for i in (0..broken.len()).step_by(997) {
            broken[i] ^= 0xA5;
            if let Some(p) = Packed::new(&broken) {
                let _ = p.by_domain("example.org");
                for r in 0..40 {
                    let _ = p.outlet(r);
                }
                let _ = p.names().count();
            }
        }
    }
}
