//! Genre: how sure a mark must be to be shown.
//!
//! An opinion page avers on every line and its reader expects it; in a news report a claim in the writer's voice is the
//! exception, and a wrong mark costs trust. So the threshold is lower for opinion and higher for news. The section comes
//! first; without one the text's own signals decide: attributed sentences and a dateline for news; the first person,
//! obligation, and addresses of an opinion desk for opinion.

use super::gate::Voice;
use crate::provenance::Found;
use crate::text::Reading;

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// Opinion, editorial, comment, analysis.
    Opinion,
    /// Too few sentences to tell.
    Short,
    /// Neither is clear.
    Unclear,
    /// A review or a guide: evaluation and advice are its trade (rule 10).
    Review,
    /// A news report.
    News,
}

impl Genre {
    /// The least likelihood that a mark needs to be shown. Chosen on articles that the ranker wasn't trained on
    /// (`RANKER_CARD.md`), opinion at nearly nine in ten flagged units right; that for short texts, at about one neutral
    /// news sentence in thirty flagged, also with an eye on BABE, which is therefore no clean test of it.
    pub fn threshold(self) -> f32 {
        match self {
            Self::Opinion => 0.55,
            Self::Unclear => 0.6,
            Self::Short => 0.65,
            Self::Review | Self::News => 0.7,
        }
    }
    /// Why the threshold is what it is, for the reason of a mark that passes only here.
    pub fn why(self) -> &'static str {
        match self {
            Self::Opinion => " Milder marks are shown because this reads as an opinion piece.",
            Self::Unclear => " Milder marks are shown because this doesn't read as a news report.",
            Self::Short | Self::Review | Self::News => "",
        }
    }
}

const OPINION: &[&str] = &[
    "opinion",
    "editorial",
    "comment",
    "op-ed",
    "column",
    "voices",
    "perspective",
    "viewpoint",
    "analysis",
    "blog",
    "letters",
];
/// Words of reviews and guides. A text where more than one word in ninety is of these judges works or advises its reader.
const REVIEW: &[&str] = &[
    "film",
    "films",
    "movie",
    "movies",
    "game",
    "games",
    "album",
    "director",
    "novel",
    "plot",
    "actor",
    "screen",
    "laptop",
    "camera",
    "keyboard",
    "battery",
    "device",
    "app",
    "recipe",
    "you",
    "your",
    "you're",
    "gameplay",
    "performance",
];
const NEWS: &[&str] =
    &["world", "business", "politics", "us", "uk", "national", "local", "sport", "technology", "news"];

/// The mean register over which a text reads like opinion even without a stance in so many words: among the articles
/// that the ranker wasn't trained on, few news reports reach it.
const OPINION_REGISTER: f32 = 1.5;

/// Whether one of the first lines is a label of opinion, alone or before a date or a name: "Opinion | June 11".
fn labelled(text: &str) -> bool {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).take(5).any(|l| {
        let end = l.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(l.len());
        let rest = l[end..].trim_start();
        l.len() < 60
            && (rest.is_empty() || rest.starts_with(['|', ':', '·', '•', '/', '–', '—']))
            && OPINION.contains(&l[..end].to_lowercase().as_str())
    })
}

/// Decides the genre. `register` is [`super::ranker::Scores::opinion`].
pub fn of(reading: &Reading, words: &[String], voices: &[Voice], register: f32, provenance: &Found) -> Genre {
    if let Some(section) = &provenance.section {
        let s = section.to_lowercase();
        if OPINION.iter().any(|o| s.contains(o)) {
            return Genre::Opinion;
        }
    }
    let n = reading.sentences.len();
    let desk = words.iter().any(|w| w.contains('@') && OPINION.iter().any(|o| w.starts_with(o)));
    if desk || labelled(reading.text) {
        return Genre::Opinion;
    }
    if n < 6 {
        return Genre::Short;
    }
    let count = words.iter().filter(|w| REVIEW.contains(&w.as_str())).count();
    if count as f32 / words.len() as f32 > 0.011 {
        return Genre::Review;
    }
    let (mut reported, mut stance, mut own) = (0u32, 0u32, 0u32);
    for s in &reading.sentences {
        let r = s.tokens();
        if r.clone().any(|i| voices[i] == Voice::Source) {
            reported += 1;
            continue;
        }
        own += 1;
        if r.clone().any(|i| {
            voices[i] == Voice::Writer
                && matches!(
                    words[i].as_str(),
                    "i" | "we" | "our" | "us" | "must" | "should" | "my" | "perhaps" | "surely" | "indeed" | "?"
                )
                && &reading.text[reading.tokens[i].span().range()] != "US"
        }) {
            stance += 1;
        }
    }
    let (reported, stance) = (reported as f32 / n as f32, stance as f32 / own.max(1) as f32);
    let dateline = words
        .iter()
        .take(12)
        .zip(reading.tokens.iter())
        .any(|(w, _)| matches!(w.as_str(), "reuters" | "ap" | "afp" | "xinhua" | "dpa"));
    let section_news = provenance.section.as_deref().is_some_and(|s| NEWS.contains(&s.to_lowercase().as_str()));
    if dateline || reported >= 0.4 || (section_news && stance < 0.2) || (reported >= 0.2 && stance < 0.1) {
        Genre::News
    } else if (stance >= 0.12 || register > OPINION_REGISTER) && reported < 0.3 {
        Genre::Opinion
    } else {
        Genre::Unclear
    }
}
