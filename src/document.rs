//! The text the detectors read: an article's blocks, each with its role, in one string.

use crate::page::{Block, Page};
use crate::report::{BlockSpan, Role};
use crate::text::offsets::head;

/// The most text that is read, in bytes. What is longer is cut, if need be inside a block, and the report says so.
pub const MAX_TEXT: usize = 8 << 20;
/// What a page's body leaves of that for its headline, byline and notes, which come after it.
const OUTSIDE: usize = 1 << 16;

/// An article's text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The body's blocks joined by `\n\n`, then the blocks outside the body likewise; or a plain text unchanged.
    pub text: String,
    /// Where the body ends (bytes).
    pub body_end: u32,
    /// Which block stands where, by `start`.
    pub blocks: Vec<BlockSpan>,
    /// How much of each block's beginning stands out (bytes): all of a heading, and what is in bold or italics.
    pub lead: Vec<u32>,
    /// Which block quotation each lies in, by the element's place in the page.
    pub quoted: Vec<Option<u32>>,
    /// Whether text was left out because of [`MAX_TEXT`].
    pub truncated: bool,
}

impl Document {
    /// A plain text: a block a paragraph. Lines that were broken to a width are one paragraph.
    pub fn from_text(text: &str) -> Self {
        let read = head(text, MAX_TEXT);
        let mut blocks: Vec<BlockSpan> = Vec::new();
        let mut at = 0;
        let mut blank = true;
        for line in read.split_inclusive('\n') {
            // The byte order mark stays in the text, whose offsets are the caller's, and is no letter of the first line.
            let words =
                if at == 0 { line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}') } else { line };
            let start = at + (line.len() - words.trim_start().len());
            let end = at + line.trim_end().len();
            at += line.len();
            if start >= end {
                blank = true;
                continue;
            }
            match blocks.last_mut() {
                Some(b) if !blank && wraps(&text[b.start as usize..b.end as usize], &text[start..end]) => {
                    b.end = end as u32;
                }
                _ => blocks.push(BlockSpan {
                    block: blocks.len() as u32,
                    role: Role::Paragraph,
                    start: start as u32,
                    end: end as u32,
                }),
            }
            blank = false;
        }
        let (lead, quoted) = (vec![0; blocks.len()], vec![None; blocks.len()]);
        Self {
            text: read.to_owned(),
            body_end: read.len() as u32,
            blocks,
            lead,
            quoted,
            truncated: read.len() < text.len(),
        }
    }

    /// The role of a block; what is none is running text.
    pub fn role(&self, block: usize) -> Role {
        self.blocks.get(block).map_or(Role::Paragraph, |b| b.role)
    }

    /// Which block quotation a block lies in, as [`Document::quoted`].
    pub fn quotation(&self, block: usize) -> Option<u32> {
        self.quoted.get(block).copied().flatten()
    }

    /// A page's blocks with the roles that were found for them; `Related`, `Comment` and `Other` stay outside.
    pub fn from_page(page: &Page, roles: &[Role]) -> Self {
        let mut doc = Self::default();
        let mut quotes: Vec<Option<u32>> = Vec::with_capacity(page.nodes.len());
        for (i, node) in page.nodes.iter().enumerate() {
            let above = node.parent.and_then(|p| quotes.get(p as usize).copied().flatten());
            quotes.push(if node.tag == "blockquote" { Some(i as u32) } else { above });
        }
        for body in [true, false] {
            let most = if body { MAX_TEXT - OUTSIDE } else { MAX_TEXT };
            for (i, (block, &role)) in page.blocks.iter().zip(roles).enumerate() {
                if role.in_body() != body || matches!(role, Role::Related | Role::Comment | Role::Other) {
                    continue;
                }
                let text = head(&block.text, most.saturating_sub(doc.text.len() + 2));
                let cut = text.len() < block.text.len();
                doc.truncated |= cut;
                if text.is_empty() {
                    break;
                }
                if !doc.text.is_empty() {
                    doc.text.push_str("\n\n");
                }
                let start = doc.text.len() as u32;
                doc.text.push_str(text);
                doc.blocks.push(BlockSpan { block: i as u32, role, start, end: doc.text.len() as u32 });
                doc.quoted
                    .push(quotes.get(block.node as usize).copied().flatten().filter(|_| role == Role::BlockQuote));
                doc.lead.push(if role == Role::Subheading {
                    text.len() as u32
                } else {
                    lead(block).min(text.len() as u32)
                });
                if body {
                    doc.body_end = doc.text.len() as u32;
                }
                if cut {
                    break;
                }
            }
        }
        doc
    }
}

/// How much of a block's beginning is in bold, or in italics (bytes).
fn lead(block: &Block) -> u32 {
    let run = |tags: [&str; 2]| {
        let mut end = 0;
        for i in block.inlines.iter().filter(|i| tags.contains(&&*i.tag)) {
            // A blank or a mark may stand between two elements.
            if i.start <= end + 1 {
                end = end.max(i.end);
            }
        }
        end
    };
    run(["strong", "b"]).max(run(["em", "i"])).min(block.text.len() as u32)
}

/// Whether `line` goes on the paragraph `so_far`, whose last line was broken to a width.
fn wraps(so_far: &str, line: &str) -> bool {
    let last = so_far.rsplit('\n').next().unwrap_or("");
    let width = last.chars().count();
    (40..=120).contains(&width)
        && !last.ends_with(['.', '!', '?', '”', '"', ':'])
        && line.starts_with(|c: char| c.is_lowercase())
        || (60..=100).contains(&width)
            && !last.ends_with(['.', '!', '?', '”', '"', ':'])
            && line.chars().count() <= 100
            && so_far.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_that_is_too_long_is_read_as_far_as_it_fits() {
        let block = |text: String| Block { text, ..Block::default() };
        let page = Page { blocks: vec![block("Dike holds".into()), block("é".repeat(MAX_TEXT))], ..Page::default() };
        let doc = Document::from_page(&page, &[Role::Headline, Role::Paragraph]);
        assert!(doc.truncated && doc.text.len() <= MAX_TEXT && doc.body_end as usize > MAX_TEXT - 2 * OUTSIDE);
        assert!(doc.text.ends_with("é\n\nDike holds"));
        assert_eq!(doc.blocks.len(), 2);
    }

    #[test]
    fn a_byte_order_mark_is_in_the_text_and_in_no_block() {
        let doc = Document::from_text("\u{feff}Dike holds\n\nIt held.");
        assert!(doc.text.starts_with('\u{feff}'));
        assert_eq!((doc.blocks[0].start, doc.blocks[0].end), (3, 13));
        assert_eq!(Document::from_text("\u{feff}\n").blocks, []);
    }
}
