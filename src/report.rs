//! What goes out: everything that was read off a page, each with where it stands and why.
//!
//! Inside the core all offsets are bytes into [`Report::text`]. At a border they are converted once with
//! [`Report::map_offsets`]: to UTF-16 or characters for the command line, to UTF-16 relative to a block for JS.

use crate::category::Kind;
use serde::{Deserialize, Serialize};

/// The version of the report's shape.
pub const SCHEMA: u32 = 1;

/// A half-open range of offsets, written `[start, end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// The first offset inside.
    pub start: u32,
    /// The first offset outside.
    pub end: u32,
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (u32, u32) {
    fn from(s: Span) -> Self {
        (s.start, s.end)
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(r: std::ops::Range<usize>) -> Self {
        Self { start: r.start as u32, end: r.end as u32 }
    }
}

impl Span {
    /// A span from two byte offsets.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }
    /// As a range that indexes a string.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
    /// Whether the two share an offset.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// Whether `other` lies inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Its length.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }
    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

/// Everything that was read off a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The page's address, where known.
    pub url: Option<String>,
    /// The language of the text (BCP 47), declared or guessed.
    pub lang: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The text that every offset points into: the body's blocks first, joined by `\n\n`, in document order; after
    /// [`Report::body_end`] the blocks that stand outside the body (headline, byline, captions, notes). For plain
    /// text it is the input, unchanged.
    pub text: String,
    /// Where the body ends in `text` (bytes).
    pub body_end: u32,
    /// Which block of the page stands where in `text`.
    pub blocks: Vec<BlockSpan>,
    /// Who publishes, where known.
    pub outlet: Option<Outlet>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it was published: RFC 3339 where a zone is known, else local date and time, or a date.
    pub published: Option<String>,
    /// When it was last changed, in the same form.
    pub modified: Option<String>,
    /// The section it stands in ("opinion", "world").
    pub section: Option<String>,
    /// Attribution relations.
    pub quotations: Vec<Quotation>,
    /// Unattributed assertions.
    pub assertions: Vec<Assertion>,
    /// Marks of provenance.
    pub provenance: Vec<Provenance>,
    /// Institutes named in affiliations, with facts.
    pub institutes: Vec<Outlet>,
    /// Counts.
    pub statistics: Statistics,
    /// What limits this report: another language, a limit that was reached, no article found.
    pub notes: Vec<Note>,
}

/// A block of the page in the report's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockSpan {
    /// Index in `Page::blocks`; for plain text the number of the paragraph.
    pub block: u32,
    /// What the block is.
    pub role: Role,
    /// Where it starts in the report's text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// What a block of text is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A paragraph of the article.
    #[default]
    Paragraph,
    /// A heading inside the article.
    Subheading,
    /// An item of a list inside the article.
    ListItem,
    /// A paragraph set off as quoted (`<blockquote>`).
    BlockQuote,
    /// The headline.
    Headline,
    /// The deck (standfirst) under or over the headline.
    Deck,
    /// A line naming who wrote the piece.
    Byline,
    /// A line with the date.
    Date,
    /// The section label or breadcrumb.
    Section,
    /// A caption of a picture or film.
    Caption,
    /// The credit of a picture.
    Credit,
    /// Words of the article repeated as a display.
    PullQuote,
    /// A note about the author, a disclosure, a correction, a wire credit, a contact line.
    Note,
    /// Links to other articles.
    Related,
    /// A reader's comment.
    Comment,
    /// Anything else: navigation, advertising, legal lines.
    Other,
}

impl Role {
    /// Whether blocks of this role are the article's running text.
    pub fn in_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::Subheading | Self::ListItem | Self::BlockQuote)
    }
}

/// An outlet or an institute, with sourced facts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outlet {
    /// Its name.
    pub name: String,
    /// Its registrable domain.
    pub domain: Option<String>,
    /// The country it publishes from, in English.
    pub country: Option<String>,
    /// Who owns or runs it.
    pub owner: Option<String>,
    /// What kind of owner or funding its source names, in the source's terms made plain.
    pub kind: Option<String>,
    /// Statements with their source and its date.
    pub facts: Vec<Fact>,
}

/// A statement with its source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fact {
    /// The statement, one plain sentence.
    pub statement: String,
    /// Who says so.
    pub source: String,
    /// The date of the source (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`).
    pub date: String,
}

/// An author.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// The name as printed, without prefix or role.
    pub name: String,
    /// For whom they work, as the page says.
    pub affiliation: Option<String>,
}

/// How much of a quotation stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// All of the content is in marks.
    Direct,
    /// Some of it is.
    Mixed,
    /// None is.
    Indirect,
}

/// What kind of event the attribution reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Event {
    /// Somebody said, wrote, asked.
    Speech,
    /// Somebody thinks, hopes, plans, takes a stance or is foretold to speak, in the writer's telling.
    Belief,
}

/// An attribution relation: who (source) says (cue) what (content). Terms after Pareti (2012) and PolNeAR.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// Unique in the report: `q1`, `q2` …
    pub id: String,
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// Speech or belief. Only speech gates assertions, and is painted and counted where [`Quotation::is_shown`].
    pub event: Event,
    /// The words that name the source; empty where none stand in the text.
    pub source: Vec<Span>,
    /// The words that signal the attribution; empty for a free direct quotation.
    pub cue: Vec<Span>,
    /// What is attributed, quotation marks included.
    pub content: Vec<Span>,
    /// Who speaks.
    pub speaker: Speaker,
    /// 0 to 1: how sure the decoder is that this is an attribution with this content.
    pub confidence: f32,
    /// Why, in one plain sentence: the cue and how the speaker was found.
    pub because: String,
}

impl Quotation {
    /// The least confidence at which a quotation is shown to people. Confidence is the share of such quotations that is right
    /// (`cargo xtask eval quotations`), so of what is below nearly two in three are wrong in their words, source or cue.
    pub const LEAST: f32 = 0.4;

    /// Below this confidence a quotation is less likely right than not.
    pub const EVEN: f32 = 0.5;

    /// Whether it is painted, listed and counted: speech that is sure enough. The report has the others too, and the
    /// words of speech are never the writer's (rule 1).
    pub fn is_shown(&self) -> bool {
        self.event == Event::Speech && self.confidence >= Self::LEAST
    }
}

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A named person.
    Person,
    /// A named organisation, or a state speaking.
    Organisation,
    /// A report, study, statement, law.
    Document,
    /// Known by a role alone ("the minister").
    Role,
    /// Described and not named, and could not be looked up.
    Anonymous,
    /// The text doesn't tell.
    #[default]
    Unknown,
}

/// Who speaks, after resolving surnames, pronouns and roles.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Speaker {
    /// The fullest name the article gives; the words of the source where there is no name.
    pub name: Option<String>,
    /// The role or title the article gives.
    pub role: Option<String>,
    /// What they are.
    pub kind: SpeakerKind,
}

/// An unattributed assertion: a clause averred by the writer with nobody named for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assertion {
    /// Unique in the report: `a1`, `a2` …
    pub id: String,
    /// One of the kinds of the group Unattributed.
    pub kind: Kind,
    /// Where the clause starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The words that gave it away; inside the clause.
    pub triggers: Vec<Span>,
    /// The name of the rule, stable across versions.
    pub rule: String,
    /// The reason in one plain sentence.
    pub because: String,
    /// 0 to 1.
    pub confidence: f32,
}

/// A mark of provenance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// One of the kinds of the group Provenance.
    pub kind: Kind,
    /// Where it stands; `None` where only the page's data says so.
    pub start: Option<u32>,
    /// Where it ends.
    pub end: Option<u32>,
    /// What it says, normalised (a date as RFC 3339, a name without its prefix).
    pub value: String,
}

/// Counts over the article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statistics {
    /// Words of the body.
    pub words: u32,
    /// Sentences of the body.
    pub sentences: u32,
    /// Sentences with attributed content.
    pub attributed: u32,
    /// Sentences with an unattributed assertion.
    pub unattributed: u32,
    /// The rest: plain record. 0 where the text isn't English, as no assertions are looked for there.
    pub plain: u32,
    /// Who is quoted, most words first.
    pub sources: Vec<SourceCount>,
}

/// How often a source is quoted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceCount {
    /// Who.
    pub speaker: Speaker,
    /// How many quotations.
    pub quotations: u32,
    /// How many words of content.
    pub words: u32,
    /// The ids of the quotations.
    pub ids: Vec<String>,
}

/// Something the reader of a report must know about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A stable key: `language`, `truncated`, `no-article`, `empty`.
    pub key: String,
    /// In plain words.
    pub message: String,
}

impl Report {
    /// Replaces every offset by `f` of it. The text itself stays.
    pub fn map_offsets(&mut self, mut f: impl FnMut(u32) -> u32) {
        fn all(v: &mut [Span], f: &mut impl FnMut(u32) -> u32) {
            for s in v {
                s.start = f(s.start);
                s.end = f(s.end);
            }
        }
        self.body_end = f(self.body_end);
        for b in &mut self.blocks {
            b.start = f(b.start);
            b.end = f(b.end);
        }
        for q in &mut self.quotations {
            all(&mut q.source, &mut f);
            all(&mut q.cue, &mut f);
            all(&mut q.content, &mut f);
        }
        for a in &mut self.assertions {
            a.start = f(a.start);
            a.end = f(a.end);
            all(&mut a.triggers, &mut f);
        }
        for p in &mut self.provenance {
            p.start = p.start.map(&mut f);
            p.end = p.end.map(&mut f);
        }
    }
}
