//! The tagger and its weights.
