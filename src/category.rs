//! The one table of categories. The popup, the stylesheets, the locale files, the documentation and the command
//! `saidby categories` are generated from it or checked against it by `cargo xtask tidy`.

use serde::{Deserialize, Serialize};

/// The three groups a reader switches as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Words that a source is named for.
    Attributed,
    /// Claims in the writer's own voice.
    Unattributed,
    /// Who publishes and writes the piece.
    Provenance,
}

/// How a mark is drawn under its words, so that it is told apart without its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Underline {
    /// One line.
    Solid,
    /// Two lines.
    Double,
    /// Dots.
    Dotted,
    /// Dashes.
    Dashed,
    /// A wave.
    Wavy,
}

impl Underline {
    /// The word for it in CSS (`text-decoration-style`).
    pub fn css(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Double => "double",
            Self::Dotted => "dotted",
            Self::Dashed => "dashed",
            Self::Wavy => "wavy",
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Category {
    /// The kind.
    pub kind: Kind,
    /// The kind's key: stable, used in reports, settings, CSS and locale files.
    pub key: &'static str,
    /// The group it belongs to.
    pub group: Group,
    /// A short name.
    pub label: &'static str,
    /// What it marks and what it doesn't claim, in plain words.
    pub description: &'static str,
    /// Whether it is on when nobody chose.
    pub default: bool,
    /// The colour on light pages (`#rrggbb`): contrast of the underline on white is at least 3:1.
    pub light: &'static str,
    /// The colour on dark pages: contrast on #1a1a1a is at least 3:1.
    pub dark: &'static str,
    /// The underline.
    pub underline: Underline,
}

macro_rules! categories {
    ($($kind:ident $key:literal $group:ident $label:literal $default:literal $light:literal $dark:literal $underline:ident $description:literal;)*) => {
        /// What a mark says. The order is that of the popup.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Kind {
            $(#[doc = $description] #[serde(rename = $key)] $kind,)*
        }
        /// Every category, in the order of [`Kind`].
        pub const CATEGORIES: &[Category] = &[
            $(Category { kind: Kind::$kind, key: $key, group: Group::$group, label: $label, description: $description,
                default: $default, light: $light, dark: $dark, underline: Underline::$underline },)*
        ];
    };
}

categories! {
    Direct "direct" Attributed "Direct quotation" true "#1565c0" "#82b1ff" Solid "Words in quotation marks, or set off as a quotation, that a source is named for.";
    Mixed "mixed" Attributed "Mixed quotation" true "#00796b" "#64d8cb" Double "What a source said, partly in its own words in quotation marks.";
    Indirect "indirect" Attributed "Indirect quotation" true "#2e7d32" "#81c784" Dotted "What a source said, in the writer's words.";
    AnonymousSource "anonymous-source" Attributed "Anonymous source" true "#6a4fb3" "#b39ddb" Dashed "A source that is described and not named, such as a person familiar with the matter.";
    LoadedWording "loaded-wording" Unattributed "Loaded wording" true "#c62828" "#ff8a80" Wavy "Wording that judges while it tells, in the writer's own voice.";
    Certainty "certainty" Unattributed "Certainty" true "#ad1457" "#f48fb1" Solid "A word that makes a claim stronger than what is shown for it (undoubtedly, clearly).";
    Superlative "superlative" Unattributed "Superlative" true "#8e24aa" "#ce93d8" Double "A claim that something is the most, the first or unique, with no figure and no source.";
    Generalisation "generalisation" Unattributed "Generalisation" true "#a1410f" "#ffab91" Dashed "A claim about all, none or always.";
    CausalClaim "causal-claim" Unattributed "Causal claim" true "#9a6700" "#ffd54f" Solid "A claim that one thing brought about another, with nobody named for it.";
    Prediction "prediction" Unattributed "Prediction" true "#7a7000" "#dce775" Dotted "A claim about what will happen that is neither scheduled nor announced.";
    ImputedMotive "imputed-motive" Unattributed "Imputed motive" true "#b3261e" "#ffb4ab" Dotted "What somebody is said to want, see or fear, without their having said so.";
    UnnamedSource "unnamed-source" Unattributed "Unnamed source" true "#5d4037" "#d7b8a8" Dashed "A claim put on people nobody could look up (critics say, it is believed).";
    DistancingQuotes "distancing-quotes" Unattributed "Distancing quotes" true "#546e7a" "#b0bec5" Wavy "Quotation marks or so-called around words that no source is named for.";
    Exhortation "exhortation" Unattributed "Exhortation" true "#c2185b" "#ff80ab" Double "A call to act or a rhetorical question in the writer's own voice.";
    Headline "headline" Provenance "Headline" false "#455a64" "#b0bec5" Solid "The headline and the deck. Often written by an editor and not by the author.";
    Outlet "outlet" Provenance "Outlet" true "#37474f" "#cfd8dc" Double "Who publishes the page.";
    Byline "byline" Provenance "Byline" true "#00695c" "#80cbc4" Double "Who wrote the piece, as the page says.";
    AuthorAffiliation "author-affiliation" Provenance "Author's affiliation" true "#00838f" "#80deea" Solid "For whom the author works, as the page says.";
    Published "published" Provenance "Published" true "#5e6b00" "#c5cf7a" Dotted "When the piece was published.";
    Modified "modified" Provenance "Modified" true "#6d5f00" "#d6c76a" Dashed "When the piece was last changed.";
    Section "section" Provenance "Section" true "#4e5d6c" "#b3c1cf" Dotted "The section of the outlet, such as opinion or world.";
    WireCredit "wire-credit" Provenance "Wire credit" true "#33691e" "#aed581" Dashed "The news agency the text comes from.";
    ImageCredit "image-credit" Provenance "Image credit" true "#3e6b5a" "#a5d6c0" Dotted "Who took or made the picture.";
    Contact "contact" Provenance "Contact" true "#3949ab" "#9fa8da" Dotted "An address to write to.";
    Disclosure "disclosure" Provenance "Disclosure" true "#6a1b9a" "#ce93d8" Solid "A stated interest, funding or donor of the author or outlet.";
    Correction "correction" Provenance "Correction" true "#bf360c" "#ffab91" Double "A correction or an editor's note.";
    Sponsored "sponsored" Provenance "Sponsored" true "#9e5b00" "#ffcc80" Wavy "A label that says the piece was paid for.";
}

impl Kind {
    /// The row of this kind.
    pub fn category(self) -> &'static Category {
        &CATEGORIES[self as usize]
    }
    /// The kind's key.
    pub fn key(self) -> &'static str {
        self.category().key
    }
    /// The kind with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        CATEGORIES.iter().find(|c| c.key == key).map(|c| c.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_where_their_kind_points() {
        for (i, c) in CATEGORIES.iter().enumerate() {
            assert_eq!(c.kind as usize, i);
            assert_eq!(Kind::from_key(c.key), Some(c.kind));
            assert_eq!(serde_json::to_value(c.kind).unwrap(), c.key);
        }
    }
}
