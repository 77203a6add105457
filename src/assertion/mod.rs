//! Unattributed assertions: claims in the writer's own voice. One file a kind.

use crate::document::Document;
use crate::provenance::Found;
use crate::report::{Assertion, Quotation};
use crate::text::Reading;

/// Finds the assertions of a document, by start.
pub fn find(_doc: &Document, _reading: &Reading, _quotations: &[Quotation], _provenance: &Found) -> Vec<Assertion> {
    Vec::new()
}
