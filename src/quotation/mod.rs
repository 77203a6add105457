//! Attribution relations: who says what.

pub mod speakers;

use crate::document::Document;
use crate::report::Quotation;
use crate::text::Reading;

/// Finds the quotations of a document, in the order of their contents. Where the text is not `english`, only words in
/// quotation marks are found, with no cue or speaker.
pub fn find(_doc: &Document, _reading: &Reading, _english: bool) -> Vec<Quotation> {
    Vec::new()
}
