//! Sorting by numbers, with one sort for all types.
//!
//! The standard library's sorts are compiled anew for every type and every key, about six kilobytes each: forty of them were a seventh of
//! the core's code. Here the keys are two numbers whatever the type, the one sort of such keys is shared, and what is
//! sorted is moved once to its place. Stable, like `sort_by_key`.

/// What is sorted by: the first number, then the second.
pub type Key = [u64; 2];

/// Sorts by a key.
pub fn by<T>(items: &mut [T], key: impl Fn(&T) -> Key) {
    // Most lists are made in order.
    if items.windows(2).all(|w| key(&w[0]) <= key(&w[1])) {
        return;
    }
    let mut order: Vec<(Key, usize)> = items.iter().enumerate().map(|(k, x)| (key(x), k)).collect();
    sort(&mut order);
    for start in 0..items.len() {
        let mut to = start;
        // Each ring of places is walked once.
        loop {
            let from = std::mem::replace(&mut order[to].1, usize::MAX);
            if from == usize::MAX || from == start {
                break;
            }
            items.swap(to, from);
            to = from;
        }
    }
}

#[inline(never)]
fn sort(order: &mut [(Key, usize)]) {
    order.sort_unstable();
}

/// Two offsets or counts as one number that sorts by the first, then the second; both below 2³².
pub fn two(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64 & 0xffff_ffff
}

/// A number that sorts the other way round; below 2³².
pub fn falling(n: usize) -> usize {
    u32::MAX as usize - n
}

/// A number that sorts shares, none of them negative, from the greatest.
pub fn greatest(share: f32) -> usize {
    falling(share.to_bits() as usize)
}

#[cfg(test)]
mod tests {
    use super::{by, falling, greatest, two};
    use proptest::prelude::*;

    #[test]
    fn numbers_sort_as_what_they_stand_for() {
        assert!(two(1, 9) < two(2, 0) && two(2, 0) < two(2, 1));
        assert!(falling(3) < falling(2) && greatest(0.9) < greatest(0.85));
    }

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(xs in proptest::collection::vec((0_usize..9, 0_usize..9), 0..60)) {
            let mut want: Vec<_> = xs.iter().copied().enumerate().collect();
            let mut got = want.clone();
            want.sort_by_key(|(_, x)| (x.0, std::cmp::Reverse(x.1)));
            by(&mut got, |(_, x)| [x.0 as u64, falling(x.1) as u64]);
            prop_assert_eq!(got, want);
        }
    }
}
