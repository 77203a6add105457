//! The forms a statement can take. A fact is kept as a form and a value, never as prose: so every statement about every
//! outlet reads the same, and nothing of a source's wording is carried over.

use serde::{Deserialize, Serialize};

macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident $key:literal $code:literal $before:literal $after:literal;)*) => {
        /// The form of a statement.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Says { $($(#[$doc])* $name,)* }

        impl Says {
            /// All forms.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// Its name in `data/*.toml`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
            /// Its number in `data/registry.bin`.
            pub fn code(self) -> u8 {
                match self { $(Self::$name => $code,)* }
            }
            /// The form with a number.
            pub fn from_code(code: u8) -> Option<Self> {
                Self::ALL.iter().copied().find(|s| s.code() == code)
            }
            /// The statement as a sentence.
            pub fn sentence(self, name: &str, value: &str) -> String {
                let the = if matches!(self, Self::Owner | Self::PartOf | Self::Publisher | Self::RunBy | Self::FundedBy | Self::Parent) {
                    article(value)
                } else {
                    ""
                };
                // "Example Press, Inc." brings the full stop along.
                let value = value.trim_end_matches('.');
                match self { $(Self::$name => format!(concat!("{} ", $before, "{}{}", $after), name, the, value),)* }
            }
        }
    };
}

/// The article that an English name of an institution takes in a sentence: "the Ministry of …", "the … Academy of Sciences".
fn article(value: &str) -> &'static str {
    const HEADS: &[&str] = &[
        "Department",
        "Ministry",
        "University",
        "Academy",
        "Institute",
        "Council",
        "Agency",
        "Foundation",
        "Commission",
        "Office",
        "Government",
        "Association",
        "Center",
        "Centre",
        "Federation",
        "Society",
        "Organization",
        "Organisation",
        "Bureau",
        "Administration",
        "Board",
        "Authority",
        "Parliament",
        "Republic",
        "Union",
        "Committee",
        "Embassy",
        "College",
        "School",
    ];
    if ["the ", "The ", "an ", "a "].iter().any(|a| value.starts_with(a)) {
        return "";
    }
    let mut words = value.split_whitespace().peekable();
    while let Some(w) = words.next() {
        // Only a head with its complement takes one: "University of X", not "X University".
        if HEADS.contains(&w) && words.peek().is_some_and(|n| matches!(*n, "of" | "for")) {
            return "the ";
        }
        if w.ends_with([',', ';']) {
            break;
        }
    }
    ""
}

forms! {
    /// Who owns it.
    Owner "owner" 0 "is owned by " ".";
    /// Which organisation it belongs to.
    PartOf "part-of" 1 "belongs to " ".";
    /// Who publishes it.
    Publisher "publisher" 2 "is published by " ".";
    /// Which network of sites it is listed in.
    Network "network" 3 "is listed as a site of the network " ".";
    /// How a typology of media and states classes it.
    Class "class" 4 "is classed as " ".";
    /// Its form of financing.
    Financing "financing" 5 "has this form of financing: " ".";
    /// Who administers it.
    RunBy "run-by" 6 "is administered by " ".";
    /// Who funds it.
    FundedBy "funded-by" 7 "is funded by " ".";
    /// Which organisation registers it as a part.
    Parent "parent" 8 "is part of " ".";
    /// What it is registered as.
    Form "form" 9 "is registered as " ".";
    /// An amount it received.
    Received "received" 10 "received " ".";
    /// Who chairs its board.
    ChairedBy "chaired-by" 11 "has a board chaired by " ".";
    /// Who founded it.
    FoundedBy "founded-by" 12 "was founded by " ".";
}

impl Says {
    /// How much it tells about who owns or runs something; `None` where it doesn't.
    pub fn owner_rank(self) -> Option<u8> {
        match self {
            Self::Owner => Some(0),
            Self::RunBy => Some(1),
            Self::PartOf => Some(2),
            Self::Parent => Some(3),
            Self::Publisher => Some(4),
            _ => None,
        }
    }

    /// Likewise for the kind of owner or funding.
    pub fn kind_rank(self) -> Option<u8> {
        match self {
            Self::Class => Some(0),
            Self::Financing => Some(1),
            Self::Form => Some(2),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_sentences() {
        for (says, value, sentence) in [
            (Says::Owner, "Example Press", "Post is owned by Example Press."),
            (Says::Parent, "Department of Rivers", "Post is part of the Department of Rivers."),
            (Says::PartOf, "Slovene Academy of Rivers", "Post belongs to the Slovene Academy of Rivers."),
            (Says::Parent, "Example University", "Post is part of Example University."),
            (Says::RunBy, "the Ministry of Rivers", "Post is administered by the Ministry of Rivers."),
            (Says::Class, "private", "Post is classed as private."),
            (Says::Owner, "Example Press, Inc.", "Post is owned by Example Press, Inc."),
        ] {
            assert_eq!(says.sentence("Post", value), sentence);
        }
    }
}
