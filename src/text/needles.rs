//! Many words searched in one pass: lists of phrases, parts of class names.

/// Lists of words that are looked for together. A word has two bytes at least.
///
/// A table of bits tells for each pair of bytes whether a word starts with it, so that a place where none does costs one look; where
/// one may, the few words with that start are compared.
pub struct Needles {
    starts: Box<[u64; 1024]>,
    /// Start, list, word; by start, then as given.
    words: Vec<(u16, u8, &'static str)>,
}

fn key(a: u8, b: u8) -> u16 {
    u16::from_be_bytes([a, b])
}

impl Needles {
    /// The words of several lists. Of two equal words both are kept.
    pub fn new(lists: &[&[&'static str]]) -> Self {
        let mut words = Vec::new();
        let mut starts = Box::new([0_u64; 1024]);
        for (list, of_list) in lists.iter().enumerate() {
            for w in *of_list {
                let [a, b, ..] = w.as_bytes() else { continue };
                let k = key(*a, *b);
                starts[usize::from(k >> 6)] |= 1 << (k & 63);
                words.push((k, list as u8, *w));
            }
        }
        crate::order::by(&mut words, |w| [w.0.into(), 0]);
        Self { starts, words }
    }

    /// The words that start at byte `at` of `text`, each with the index of its list.
    pub fn at<'a>(&'a self, text: &'a [u8], at: usize) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        let k = match text.get(at..) {
            Some([a, b, ..]) => Some(key(*a, *b)).filter(|k| self.starts[usize::from(k >> 6)] >> (k & 63) & 1 == 1),
            _ => None,
        };
        let from = k.map_or(self.words.len(), |k| self.words.partition_point(|w| w.0 < k));
        self.words[from..]
            .iter()
            .take_while(move |w| Some(w.0) == k)
            .filter(move |w| text[at..].starts_with(w.2.as_bytes()))
            .map(|w| (usize::from(w.1), w.2))
    }

    /// The lists of which a word stands anywhere in `text`, as bits.
    pub fn lists_in(&self, text: &str) -> u32 {
        let bytes = text.as_bytes();
        (0..bytes.len().saturating_sub(1)).flat_map(|i| self.at(bytes, i)).fold(0, |all, w| all | 1 << w.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Needles;

    #[test]
    fn words_are_found_where_they_start() {
        let n = Needles::new(&[&["river", "rivers rise"], &["wall", "öl"]]);
        let text = "rivers rise, no öl";
        let at = |i: usize| n.at(text.as_bytes(), i).map(|w| w.1).collect::<Vec<_>>();
        assert_eq!(at(0), ["river", "rivers rise"]);
        assert_eq!(at(1), [""; 0]);
        assert_eq!(at(text.len()), [""; 0]);
        for (text, lists) in [("a river", 1), ("the wall", 2), ("rivers and öl", 3), ("", 0), ("ö", 0), ("wal", 0)] {
            assert_eq!(n.lists_in(text), lists, "{text}");
        }
    }
}
