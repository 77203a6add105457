//! Genre: how sure a mark must be to be shown.
//!
//! An opinion page avers on every line and its reader expects it; in a news report a claim in the writer's voice is the
//! exception, and a wrong mark costs trust. So the threshold is lower for opinion and higher for news. The section comes
//! first; without one the text's own signals decide: attributed sentences and a dateline for news; the first person,
//! obligation, and addresses of an opinion desk for opinion.

use super::gate::Voice;
use super::ranker::Scores;
use crate::category::Kind;
use crate::provenance::{Found, credits};
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
    /// Sentences that don't hang together: jokes, one-line items, spun text. Nobody argues there, so nothing is marked.
    Medley,
}

impl Genre {
    /// The least likelihood that a mark needs to be shown. Chosen on articles that the ranker wasn't trained on
    /// (`RANKER_CARD.md`), opinion at nearly nine in ten flagged units right; that for short texts, at about one neutral
    /// news sentence in thirty flagged, also with an eye on BABE, which is therefore no clean test of it.
    pub fn threshold(self) -> f32 {
        match self {
            Self::Opinion => 0.75,
            Self::Unclear => 0.6,
            Self::Short => 0.64,
            Self::Review | Self::News | Self::Medley => 0.7,
        }
    }
    /// Why the threshold is what it is, for the reason of a mark that passes only here.
    pub fn why(self) -> &'static str {
        match self {
            Self::Opinion => " Milder marks are shown because this reads as an opinion piece.",
            Self::Unclear => " Milder marks are shown because this doesn't read as a news report.",
            Self::Short | Self::Review | Self::News | Self::Medley => "",
        }
    }
}

const OPINION: &[&str] = &[
    "opinion",
    "editorial",
    "comment",
    "commentary",
    "op-ed",
    "column",
    "voices",
    "perspective",
    "viewpoint",
    "analysis",
    "blog",
    "letters",
];
/// Words of reviews. A text where more than one of the writer's words in ninety is of these judges works.
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
    "gameplay",
    "performance",
    "headset",
    "headsets",
    "pixels",
    "resolution",
    "processor",
    "handset",
    "smartphone",
    "hands-on",
];
/// Words that speak to the reader, as guides do; arguing texts do so too, so a guide needs twice as many of them.
const READER: &[&str] = &["you", "your", "you're"];
const NEWS: &[&str] =
    &["world", "business", "politics", "us", "uk", "national", "local", "sport", "technology", "news"];

/// How much a text reads like opinion, as log-odds: its mean register, the share of its sentences that report somebody's
/// words, the share of the others that show a stance, and a constant. Fitted on articles that the register's table wasn't
/// trained on (`RANKER_CARD.md`): over [`LEAST_OPINION`] stand nine in ten editorials and one in forty news articles.
const ARGUES: [f32; 4] = [2.9, -9.4, 2.6, 1.0];
const LEAST_OPINION: f32 = 0.0;
/// What the mean claim and half as much again of the stance must come to. The register knows political news alone, so reports
/// on science or sport read unlike news to it; they claim little. Chosen on the same held-out articles, with a look at which
/// of the pages beside the project it takes for opinion.
const LEAST_CLAIMS: f32 = 0.4;
/// A text that reads more like opinion than this may tell a story first, so less claim will do.
const SURE_OPINION: f32 = 2.0;
const LEAST_CLAIMS_SURE: f32 = -0.2;
/// What a page under a news section must show beyond that.
const AGAINST_SECTION: f32 = 1.5;

/// Least share of judging words and of duties among a thousand words of the writer's. The register knows news and editorials
/// alone: an explainer or a report on research reads unlike news, and its sentences read like claims. It judges little and calls
/// for nothing, though. Of 174 editorials taken for opinion 10 stand below, of 100 other texts 33.
const LEAST_JUDGED: f32 = 4.0;
/// Of words of research more than this among a thousand of the writer's, and it reports on a study, unless it judges or calls
/// for something more than a little.
const MOST_STUDIED: f32 = 8.0;
const STUDY: &[&str] = &[
    "study",
    "studies",
    "researcher",
    "researchers",
    "research",
    "scientists",
    "participants",
    "findings",
    "university",
    "data",
    "survey",
    "percent",
];

/// The lines where a label, a headline or a dateline may stand.
fn first_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).take(5)
}

/// Whether one of the first lines is a label of opinion, alone or before a date or a name: "Opinion | June 11".
fn labelled(text: &str) -> bool {
    first_lines(text).any(|l| {
        let end = l.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(l.len());
        let rest = l[end..].trim_start();
        // "Opinion: The queue is the policy" stands before a headline of any length.
        (l.len() < 60 && (rest.is_empty() || rest.starts_with(['|', ':', '·', '•', '/', '–', '—']))
            || l.len() < 200 && rest.starts_with(':'))
            && OPINION.contains(&l[..end].to_lowercase().as_str())
    })
}

/// Sentences that a text needs before its cohesion is looked at, and how many to each side count as near.
const COHESION_FROM: u32 = 60;
const NEAR: usize = 3;
/// The least share of sentences that repeat a word of a near one. Lexical repetition is what holds running text together
/// (Halliday & Hasan 1976; Hearst 1997 parts texts by it). Of 598 articles and pages of 30 sentences and more two collections
/// of jokes have .31, a page of spun text .34, and the next one of that length .55.
const LEAST_COHESION: f32 = 0.42;

/// Whether a long text's sentences repeat the words of their neighbours, as running text does.
fn coheres(reading: &Reading, words: &[String]) -> bool {
    let mut last: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
    let mut repeats = Vec::new();
    for s in &reading.sentences {
        let content: Vec<&str> = s
            .tokens()
            .map(|i| words[i].as_str())
            .filter(|w| w.len() > 4 && w.bytes().all(|b| b.is_ascii_lowercase()))
            .collect();
        if content.len() < 3 {
            continue;
        }
        let k = repeats.len();
        repeats.push(false);
        for w in content {
            if let Some(before) = last.insert(w, k).filter(|b| *b < k && k - *b <= NEAR) {
                repeats[before] = true;
                repeats[k] = true;
            }
        }
    }
    let shared = repeats.iter().filter(|r| **r).count() as f32;
    (repeats.len() as u32) < COHESION_FROM || shared >= LEAST_COHESION * repeats.len() as f32
}

/// Whether a note says that the piece gives somebody's views: a disclaimer of them, a columnist's post, a correction of "this column".
fn called(provenance: &Found) -> bool {
    provenance.marks.iter().any(|m| {
        let value = m.value.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|w| value.contains(w));
        match m.kind {
            // "Opinions expressed by contributors are their own": a house's word on all it prints.
            Kind::Disclosure => {
                has(&["views expressed", "opinions expressed", "views are", "views in this", "opinions are"])
                    && !has(&["contributors", "columnists"])
            }
            Kind::AuthorAffiliation => has(&["columnist"]),
            Kind::Correction => has(&["this column", "this editorial", "this op-ed", "this opinion", "this essay"]),
            _ => false,
        }
    })
}

/// Decides the genre.
pub fn of(reading: &Reading, words: &[String], voices: &[Voice], scores: &Scores, provenance: &Found) -> Genre {
    if !coheres(reading, words) {
        return Genre::Medley;
    }
    if let Some(section) = &provenance.section {
        let s = section.to_lowercase();
        if OPINION.iter().any(|o| s.contains(o)) {
            return Genre::Opinion;
        }
    }
    let n = reading.sentences.len();
    let desk = words.iter().any(|w| w.contains('@') && OPINION.iter().any(|o| w.starts_with(o)));
    if desk || labelled(reading.text) || called(provenance) {
        return Genre::Opinion;
    }
    if n < 6 {
        return Genre::Short;
    }
    if review(words, voices) {
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
    // "PORT HADDON (Reuters) -"; a headline may stand before it.
    let dateline = first_lines(reading.text).any(|l| credits::dateline(l).is_some());
    let section_news = provenance.section.as_deref().is_some_and(|s| NEWS.contains(&s.to_lowercase().as_str()));
    let argues = ARGUES[0] * scores.opinion() + ARGUES[1] * reported + ARGUES[2] * stance + ARGUES[3];
    let claims = scores.claims() + 1.5 * stance;
    if !dateline
        && (claims > LEAST_CLAIMS || claims > LEAST_CLAIMS_SURE && argues > SURE_OPINION)
        && argues > LEAST_OPINION + if section_news { AGAINST_SECTION } else { 0.0 }
    {
        // What reads like opinion but judges nothing explains, and words it as a report does.
        if judges(words, voices, scores) { Genre::Opinion } else { Genre::News }
    } else if dateline || reported >= 0.4 || (section_news && stance < 0.2) || (reported >= 0.2 && stance < 0.1) {
        Genre::News
    } else {
        Genre::Unclear
    }
}

/// Whether the writer judges, or says what ought to be done, as often as those who argue do.
fn judges(words: &[String], voices: &[Voice], scores: &Scores) -> bool {
    let (mut own, mut strong, mut mild, mut calls, mut studied) = (0.0f32, 0.0f32, 0.0f32, 0.0f32, 0.0f32);
    for (i, w) in words.iter().enumerate().filter(|(i, _)| voices[*i] == Voice::Writer) {
        own += 1.0;
        strong += f32::from(u8::from(scores.listed(i) == 1));
        mild += f32::from(u8::from(scores.listed(i) == 3));
        calls += f32::from(u8::from(matches!(w.as_str(), "must" | "should" | "ought" | "let's")));
        studied += f32::from(u8::from(STUDY.contains(&w.as_str())));
    }
    let rate = |n: f32| 1000.0 * n / own.max(1.0);
    // A study of sad films has "sad" on every line, so milder words don't count against one.
    rate(strong + 0.6 * mild + 1.5 * calls) >= LEAST_JUDGED
        && (rate(studied) <= MOST_STUDIED || rate(calls) >= 3.0 || rate(strong) >= 4.0)
}

/// Whether the writer judges works or advises the reader. What a source says to "you" counts for nothing.
fn review(words: &[String], voices: &[Voice]) -> bool {
    let own = |list: &[&str]| {
        words.iter().zip(voices).filter(|(w, v)| **v == Voice::Writer && list.contains(&w.as_str())).count() as f32
    };
    (own(REVIEW) + own(READER) / 2.0) / words.len() as f32 > 0.011
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::{ARGUMENT, with_context};

    fn genre(text: &str) -> Genre {
        let mut out = Genre::Short;
        with_context(text, |cx| out = cx.genre);
        out
    }

    #[test]
    fn tells_genres_by_the_text_alone() {
        // Nothing says "I" or "must" here: the register and the claims do.
        assert_eq!(genre(ARGUMENT), Genre::Opinion);
        let reports = "The ferry left the port at nine on Monday. Police said two men were taken to hospital. \
            The board met on Tuesday and approved the budget. The mayor told reporters that repairs would start in May. \
            The bridge was closed for three days. Officials said the cables were replaced in 2019. \
            The operator said it had hired 40 people.";
        assert_eq!(genre(reports), Genre::News);
        // A report with a dateline stays one, however it is worded.
        assert_eq!(genre(&format!("PORT HADDON (Reuters) - {ARGUMENT}")), Genre::News);
        // An agency that is cited is no dateline.
        assert_eq!(genre(&format!("The town, Reuters found, is poor. {ARGUMENT}")), Genre::Opinion);
    }

    #[test]
    fn sentences_that_share_no_word_are_no_article() {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let word = |n: usize| String::from_iter([letter(n), letter(n / 26), letter(n + 7), 'o', 'm']);
        let text = |repeat: usize, sentences: usize| -> String {
            let own = |k: usize| if k % 4 < repeat { "ferry".to_owned() } else { word(3 * k + 2) };
            let said = |k: usize| ["The", &word(3 * k), &word(3 * k + 1), "is a", &own(k)].join(" ");
            (0..sentences).map(said).collect::<Vec<_>>().join(". ")
        };
        assert_eq!(genre(&text(0, 80)), Genre::Medley);
        assert_ne!(genre(&text(2, 80)), Genre::Medley);
        // So short a text may just change its subject often.
        assert_ne!(genre(&text(0, 50)), Genre::Medley);
    }

    #[test]
    fn what_explains_or_reports_a_study_is_no_opinion() {
        // Much is claimed, little is judged, and nothing is called for.
        let explains = "The sale of the mill is not a sale of the firm. In the first step the firm moves its wheels into a new \
            body, which is then sold. The owners keep what is left, and the buyer will own the wheels. In the second step the firm \
            changes its name. Because this is a sale of wheels, nobody is paid at once. The money stays with the firm, which means \
            that it pays a tax. Under the law of the valley the owners have a vote only if all of the wheels are sold.";
        assert_ne!(genre(explains), Genre::Opinion);
        let study = "Watching a sad play together makes us feel closer. The study had participants watch one of two plays. \
            Participants who saw the sad one held a cold oar longer. Researchers take that as a sign of what happens in the body. \
            The data show no such change in the others. We like such plays because they leave us content, the findings suggest. \
            In other words, a sad evening can make a glad one. Earlier research came to the same end.";
        assert_ne!(genre(study), Genre::Opinion);
    }

    #[test]
    fn a_source_who_says_you_makes_no_guide() {
        let text = "The board met on Tuesday. “You know your boats and you know your nets,” the mayor said. \
            “You can row, you can sail, and you can mend your own oars,” she added. The budget was approved. \
            The ferry left at nine. “You will see your money,” she said. The lock was closed.";
        assert_ne!(genre(text), Genre::Review);
        let guide = "You need two oars and a net. Check your boat before you leave. Your ropes should be dry. \
            You can mend your nets at home. Keep your hands warm. If you row alone, tell your neighbour.";
        assert_eq!(genre(guide), Genre::Review);
    }
}
