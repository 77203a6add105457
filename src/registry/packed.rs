//! Reads `data/registry.bin` (written by `cargo xtask facts`). The numbers are unpacked once, the strings are read where they lie;
//! a damaged file reads as an empty one.
//!
//! Layout, little-endian: `SBR2`; five u16 counts (strings, outlets, institutes, facts, names); the strings' lengths (u8), then their
//! bytes, sorted; each fact's form (u8); each record's count of facts (u8), outlets by domain first, then institutes; columns of u16:
//! the records' country, name, domain (strings), the facts' value, source, date (strings), the names' string and record. Of name,
//! domain and the names' string each value is the difference to the one before. So columns stand because the file is shipped packed: as
//! rows with places in place of lengths it took a third more.

use super::statement::Says;
use crate::bytes::Cursor;
use crate::report::{Fact, Outlet};

/// The registry's strings and numbers.
#[derive(Debug, Clone)]
pub struct Packed<'a> {
    text: &'a [u8],
    /// Where each string starts in `text`, and the end of the last.
    starts: Vec<u32>,
    outlets: usize,
    country: Vec<u16>,
    name: Vec<u16>,
    domain: Vec<u16>,
    /// The first fact of each record, and the end of the last's.
    first: Vec<u16>,
    forms: &'a [u8],
    value: Vec<u16>,
    source: Vec<u16>,
    date: Vec<u16>,
    /// Names and aliases of institutes, each with its record.
    called: Vec<(u16, u16)>,
}

impl Cursor<'_> {
    fn column(&mut self, n: usize) -> Option<Vec<u16>> {
        let (pairs, _) = self.take(2 * n)?.as_chunks();
        Some(pairs.iter().map(|b| u16::from_le_bytes(*b)).collect())
    }

    /// A column that holds differences.
    fn sums(&mut self, n: usize) -> Option<Vec<u16>> {
        let mut out = self.column(n)?;
        let mut sum = 0u16;
        for v in &mut out {
            sum = sum.wrapping_add(*v);
            *v = sum;
        }
        Some(out)
    }
}

impl<'a> Packed<'a> {
    /// Reads the tables; `None` where the bytes are not a whole registry.
    pub fn new(data: &'a [u8]) -> Option<Self> {
        let mut rest = Cursor(data.strip_prefix(b"SBR2")?);
        let counts = rest.column(5)?;
        let [strings, outlets, institutes, facts, names] =
            std::array::from_fn(|i| counts.get(i).copied().map_or(0, usize::from));
        let records = outlets + institutes;
        let mut starts = Vec::with_capacity(strings + 1);
        starts.push(0u32);
        let mut end = 0;
        for len in rest.take(strings)? {
            end += u32::from(*len);
            starts.push(end);
        }
        let text = rest.take(end as usize)?;
        let forms = rest.take(facts)?;
        let mut first = Vec::with_capacity(records + 1);
        first.push(0u16);
        let mut end = 0u16;
        for count in rest.take(records)? {
            end = end.checked_add(u16::from(*count))?;
            first.push(end);
        }
        let out = Self {
            text,
            starts,
            outlets,
            country: rest.column(records)?,
            name: rest.sums(records)?,
            domain: rest.sums(records)?,
            first,
            forms,
            value: rest.column(facts)?,
            source: rest.column(facts)?,
            date: rest.column(facts)?,
            called: rest.sums(names)?.into_iter().zip(rest.column(names)?).collect(),
        };
        (rest.0.is_empty() && usize::from(end) == facts).then_some(out)
    }

    fn string(&self, index: u16) -> Option<&'a str> {
        let i = usize::from(index);
        let (s, e) = (*self.starts.get(i)?, *self.starts.get(i + 1)?);
        std::str::from_utf8(self.text.get(s as usize..e as usize)?).ok()
    }

    fn of(&self, column: &[u16], row: usize) -> Option<&'a str> {
        self.string(*column.get(row)?)
    }

    /// The record of a domain, exactly as written in the table.
    pub fn by_domain(&self, domain: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.outlets);
        while low < high {
            let mid = usize::midpoint(low, high);
            match self.of(&self.domain, mid)?.cmp(domain) {
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
                std::cmp::Ordering::Equal => return Some(mid),
            }
        }
        None
    }

    /// The domains and names of all outlets.
    pub fn outlets(&self) -> impl Iterator<Item = (usize, &'a str, &'a str)> + '_ {
        (0..self.outlets).filter_map(|i| Some((i, self.of(&self.domain, i)?, self.of(&self.name, i)?)))
    }

    /// The institutes' names and aliases, each with its record.
    pub fn names(&self) -> impl Iterator<Item = (&'a str, usize)> + '_ {
        self.called.iter().filter_map(|(name, record)| Some((self.string(*name)?, usize::from(*record))))
    }

    /// A record with its facts as sentences.
    pub fn outlet(&self, record: usize) -> Option<Outlet> {
        let name = self.of(&self.name, record)?;
        let mut out = Outlet {
            name: name.to_owned(),
            domain: self.of(&self.domain, record).map(str::to_owned),
            country: self.of(&self.country, record).map(str::to_owned),
            ..Outlet::default()
        };
        let (mut owner, mut kind) = (u8::MAX, u8::MAX);
        for i in usize::from(*self.first.get(record)?)..usize::from(*self.first.get(record + 1)?) {
            let Some(says) = self.forms.get(i).copied().and_then(Says::from_code) else { continue };
            let value = self.of(&self.value, i)?;
            if let Some(r) = says.owner_rank().filter(|r| *r < owner) {
                (owner, out.owner) = (r, Some(value.to_owned()));
            }
            if let Some(r) = says.kind_rank().filter(|r| *r < kind) {
                (kind, out.kind) = (r, Some(value.to_owned()));
            }
            out.facts.push(Fact {
                statement: says.sentence(name, value),
                source: self.of(&self.source, i)?.to_owned(),
                date: self.of(&self.date, i)?.to_owned(),
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
