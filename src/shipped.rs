//! Lists as they are compiled in: without their comments and without the space behind a comma, which together would be a twentieth of
//! what they take packed. Both are taken away by the compiler.

/// Where the line that starts at `from` ends, behind its line feed.
const fn line_end(source: &[u8], from: usize) -> usize {
    let mut i = from;
    while i < source.len() {
        i += 1;
        if source[i - 1] == b'\n' {
            break;
        }
    }
    i
}

/// Whether the byte at `i` is kept, in a line that is no comment.
const fn kept(source: &[u8], i: usize) -> bool {
    !(source[i] == b' ' && i > 0 && source[i - 1] == b',')
}

/// How many bytes [`entries`] keeps.
pub const fn length(source: &[u8]) -> usize {
    let (mut from, mut n) = (0, 0);
    while from < source.len() {
        let to = line_end(source, from);
        let mut i = if source[from] == b'#' { to } else { from };
        while i < to {
            n += kept(source, i) as usize;
            i += 1;
        }
        from = to;
    }
    n
}

/// What of a list is shipped; `N` is its [`length`].
pub const fn entries<const N: usize>(source: &[u8]) -> [u8; N] {
    let (mut out, mut from, mut n) = ([0; N], 0, 0);
    while from < source.len() {
        let to = line_end(source, from);
        let mut i = if source[from] == b'#' { to } else { from };
        while i < to {
            if kept(source, i) {
                out[n] = source[i];
                n += 1;
            }
            i += 1;
        }
        from = to;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{entries, length};

    #[test]
    fn comments_and_spaces_are_left_out() {
        const SOURCE: &[u8] = b"# why, oh why\n[strong]\n# more\nbad, much worse";
        assert_eq!(&entries::<{ length(SOURCE) }>(SOURCE), b"[strong]\nbad,much worse");
    }
}
