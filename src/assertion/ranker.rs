//! A small learned ranker: how likely a proposed mark is right.
//!
//! It finds nothing by itself but loaded wording ([`super::wording`]). A detector's evidence, the clause, the sentence, its
//! neighbours and the whole text are weighed together: a mild trigger in a sentence that otherwise reports stays below
//! the threshold, the same trigger in an arguing sentence passes. Three tables of hashed weights (a token's loadedness,
//! averred claims, the register of opinion) and small logistic models on their sums, 8 bits a table's weight. Pieces of opinion have
//! a deciding model of their own, because there the question is another one: most clauses argue, and what doesn't is a tale,
//! a figure or somebody's testimony.
//! Trained by `xtask/train/ranker.py`, which takes its features from [`super::features`]. Card: `data/model/RANKER_CARD.md`.

use super::features::{BAG, Keys};
use super::genre::Genre;
use super::{Context, Evidence, Hit};
use crate::bytes::{Cursor, bit};
use crate::category::Kind;
use crate::text::Reading;
use std::ops::Range;

static MODEL: &[u8] = include_bytes!("../../data/model/ranker.bin");

/// The tables: bits of their size, in the order in which they are stored.
const TABLES: [u32; 3] = [17, 16, 16];
/// What the span model reads of a token; the bias follows.
const SPAN: usize = 6;
/// How many slots the names of rules have.
const RULES: usize = 64;
/// What the deciding model reads of a candidate; the bias follows.
const DECIDE: usize = 20 + 17 + RULES;
/// Where the deciding models start: the one for every text, then the one for pieces of opinion.
const GENERAL: usize = 2 * TABLES.len() + SPAN + 1;
const ARGUING: usize = GENERAL + DECIDE + 1;
/// Scale and bias of each table, then the models.
const FLOATS: usize = ARGUING + DECIDE + 1;
const HEADER: usize = 8;
/// How far a detector's own confidence can be lifted.
const LIFT: f32 = 0.17;
/// How far it can be lowered in a text of more than three sentences.
const DROP: f32 = 0.1;
/// Plain evidence of which its detector is surer than this ("undoubtedly") is lowered by no more than [`DROP_SURE`], so that
/// it shows in news too.
const SURE: f32 = 0.73;
const DROP_SURE: f32 = 0.05;

/// What its detector doubts this much ("will next month") isn't lifted by an arguing text either.
const DOUBT: f32 = 0.4;

/// The least likelihood at which words set apart by marks are shown in a piece of opinion.
const SET_APART: f32 = 0.5;

/// The kinds in the order of the deciding model.
const KINDS: [Kind; 10] = [
    Kind::LoadedWording,
    Kind::Certainty,
    Kind::Superlative,
    Kind::Generalisation,
    Kind::CausalClaim,
    Kind::Prediction,
    Kind::ImputedMotive,
    Kind::UnnamedSource,
    Kind::DistancingQuotes,
    Kind::Exhortation,
];

/// A document's scores, as log-odds.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// A token reads like loaded wording.
    pub span: Vec<f32>,
    /// A sentence reads like a claim rather than a report, a record or a statistic.
    pub averred: Vec<f32>,
    /// A sentence reads like opinion rather than news.
    pub register: Vec<f32>,
    /// Sums of the averred table up to a token, and of words.
    sums: Vec<(i32, u32)>,
    keys: Keys,
}

impl Scores {
    /// Scores a document; `words` are its tokens in lower case.
    pub fn new(reading: &Reading, words: &[String]) -> Self {
        Self::of(reading, Keys::new(reading, words, |_| false))
    }

    fn of(reading: &Reading, keys: Keys) -> Self {
        let n = reading.tokens.len();
        let mut out = Self { span: vec![0.0; n], sums: Vec::with_capacity(n + 1), ..Self::default() };
        let mut own = vec![0.0f32; n];
        let mut register = Vec::with_capacity(n + 1);
        let tables = Tables::get();
        let (mut a, mut r, mut count) = (0i32, 0i32, 0u32);
        out.sums.push((0, 0));
        register.push(0i32);
        for s in &reading.sentences {
            let range = s.tokens();
            for i in range.clone() {
                let t = keys.token(i, &range);
                let loaded: i32 = t.iter().map(|&f| tables.weight(0, f)).sum();
                own[i] = loaded as f32 * float(0) + float(1);
                if reading.tokens[i].is_word() {
                    a += BAG.iter().map(|&k| tables.weight(1, t[k])).sum::<i32>();
                    r += BAG.iter().map(|&k| tables.weight(2, t[k])).sum::<i32>();
                    count += 1;
                }
                out.sums.push((a, count));
                register.push(r);
            }
        }
        // Every token stands in a sentence; were one left out, the sums would still have an entry a token.
        out.sums.resize(n + 1, (a, count));
        register.resize(n + 1, r);
        for s in &reading.sentences {
            let range = s.tokens();
            spans(&own[range.clone()], &mut out.span[range.clone()]);
            let whole = keys.range(&range);
            let words = out.sums[range.end].1 - out.sums[range.start].1;
            let bag =
                register[range.end] - register[range.start] + whole.iter().map(|&f| tables.weight(2, f)).sum::<i32>();
            out.register.push(bag as f32 * float(4) * scale(words) + float(5));
        }
        out.keys = keys;
        out.averred = reading.sentences.iter().map(|s| out.claim(&s.tokens())).collect();
        out
    }

    /// How much a range of tokens reads like a claim.
    pub fn claim(&self, range: &Range<usize>) -> f32 {
        let (Some(from), Some(to)) = (self.sums.get(range.start), self.sums.get(range.end)) else { return 0.0 };
        let tables = Tables::get();
        let whole: i32 = self.keys.range(range).iter().map(|&f| tables.weight(1, f)).sum();
        (to.0 - from.0 + whole) as f32 * float(2) * scale(to.1 - from.1) + float(3)
    }

    /// Whether token `i` counts as a name.
    pub fn is_name(&self, i: usize) -> bool {
        self.keys.is_name(i)
    }

    /// Which word list token `i` stands in, as [`Keys::listed`].
    pub fn listed(&self, i: usize) -> u8 {
        self.keys.listed(i)
    }

    /// The mean of [`Scores::register`]: over 0 the text as a whole reads like opinion.
    pub fn opinion(&self) -> f32 {
        mean(&self.register)
    }

    /// The mean of [`Scores::averred`].
    pub fn claims(&self) -> f32 {
        mean(&self.averred)
    }
}

/// The span scores of a sentence's tokens from their own scores.
fn spans(own: &[f32], out: &mut [f32]) {
    let (average, most) = (mean(own), own.iter().copied().fold(f32::MIN, f32::max));
    for (i, slot) in out.iter_mut().enumerate() {
        let z = own[i];
        let left = i.checked_sub(1).map_or(z, |j| own[j]);
        let right = own.get(i + 1).copied().unwrap_or(z);
        let f = [z, left, right, left.max(right), average, most];
        *slot = linear(2 * TABLES.len(), &f);
    }
}

/// Rules whose evidence is plain wherever it stands. Of 334 candidates just below the thresholds for news that readers judged, 113
/// were right; of these rules' (with loaded cues) 13 of 15, and the two others were mild.
const PLAIN: &[&str] = &["loaded-strong", "loaded-intensified", "unique"];
/// The least likelihood of them, and of a loaded cue, in an article that isn't opinion.
const PLAIN_LEAST: f32 = 0.55;

/// Sets every candidate's confidence to the likelihood that it is right.
pub fn rank(cx: &Context, hits: &mut [Hit]) {
    let s = &cx.scores;
    let (averred, register, span) = (mean(&s.averred), s.opinion(), mean(&s.span));
    let length = (cx.reading.sentences.len().clamp(1, 30) as f32).ln();
    let article = matches!(cx.genre, Genre::News | Genre::Unclear);
    let mut per_clause = std::collections::HashMap::new();
    for h in hits.iter().filter(|h| h.evidence > Evidence::Argued) {
        *per_clause.entry(h.clause.start).or_insert(0u32) += 1;
    }
    for h in hits {
        let Some(i) = cx.sentence(h.clause.start) else { continue };
        let Some(k) = KINDS.iter().position(|k| *k == h.kind) else { continue };
        let range = cx.reading.sentences[i].tokens();
        let clause = s.claim(&h.clause);
        let near = [i.checked_sub(1), Some(i + 1)];
        let near =
            near.into_iter().flatten().filter_map(|j| s.averred.get(j)).fold((0.0, 0u32), |a, v| (a.0 + v, a.1 + 1));
        let near = if near.1 == 0 { s.averred[i] } else { near.0 / near.1 as f32 };
        let c = h.confidence.clamp(0.05, 0.95);
        let new = f32::from(u8::from(h.rule == super::wording::RULE));
        let top = h
            .triggers
            .iter()
            .flat_map(std::clone::Clone::clone)
            .filter_map(|t| s.span.get(t))
            .fold(-5.0f32, |a, v| a.max(*v));
        let inside = &s.span[range];
        let mut f = [0.0; DECIDE];
        f[k] = 1.0;
        f[10 + k] = (c / (1.0 - c)).ln();
        f[20..37].copy_from_slice(&[
            clause,
            s.averred[i],
            near,
            averred,
            s.register[i],
            register,
            top,
            inside.iter().copied().fold(f32::MIN, f32::max),
            mean(inside),
            span,
            length,
            new,
            top * new,
            per_clause.get(&h.clause.start).map_or(0.0, |n| n.saturating_sub(1).min(3) as f32),
            (h.triggers.len().saturating_sub(1)).min(2) as f32,
            if h.kind == Kind::LoadedWording { clause } else { 0.0 },
            f32::from((h.evidence as u8).saturating_sub(1)),
        ]);
        f[37 + slot(h.rule)] = 1.0;
        let likelihood = |model| 1.0 / (1.0 + (-linear(model, &f)).exp());
        // Whom a claim is put on is read off the words, and the texts that the model learned from call such units testimony.
        // A sentence alone doesn't show whether named members follow (rule 4), so there the model has its say.
        if h.kind == Kind::UnnamedSource && cx.reading.sentences.len() > 1 {
            if cx.genre == Genre::Opinion && h.confidence >= Genre::News.threshold() {
                h.confidence = h.confidence.max(Genre::Opinion.threshold());
            }
            continue;
        }
        // A cue's words are few, and the sentence around them is a report: what the scores say of it tells nothing.
        if matches!(h.rule, super::endorsement::STANCE | super::endorsement::CUE) {
            if cx.genre == Genre::Opinion {
                h.confidence = h.confidence.max(Genre::Opinion.threshold());
            } else if article && h.rule == super::endorsement::CUE && h.confidence >= PLAIN_LEAST {
                h.confidence = h.confidence.max(cx.genre.threshold());
            }
            continue;
        }
        // A detector that doubts its evidence has looked at words the scores don't see, so it is lifted only so far.
        // Nor is listed evidence in an article talked down without end by a text that argues little elsewhere.
        let drop = if h.evidence == Evidence::Plain && h.confidence > SURE { DROP_SURE } else { DROP };
        let least = if cx.reading.sentences.len() > 3 { h.confidence - drop } else { 0.0 };
        let likely = likelihood(GENERAL);
        let anywhere = if new > 0.0 { likely } else { likely.min(h.confidence + LIFT).max(least) };
        let doubted = h.evidence > Evidence::Argued && h.confidence < DOUBT;
        h.confidence = if article && PLAIN.contains(&h.rule) && h.evidence == Evidence::Plain && anywhere >= PLAIN_LEAST
        {
            anywhere.max(cx.genre.threshold())
        } else if cx.genre != Genre::Opinion || doubted {
            anywhere
        } else if h.kind == Kind::DistancingQuotes {
            // Marks are seen, whatever the clause argues; units with quoted words are often testimony to the annotators.
            likelihood(ARGUING).max(if anywhere >= SET_APART { Genre::Opinion.threshold() } else { 0.0 })
        } else {
            // What would be shown even in news is shown here too.
            // "Is determined to", "as a pretext": of nine such candidates in whole articles that readers marked, all were theirs.
            let sure = h.evidence == Evidence::Plain
                && new == 0.0
                && (anywhere >= Genre::News.threshold() || h.rule == "motive-phrase");
            likelihood(ARGUING).max(if sure { Genre::Opinion.threshold() } else { 0.0 })
        };
    }
}

/// Where a rule's name stands in the deciding model.
fn slot(rule: &str) -> usize {
    let h = rule.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    (h ^ (h >> 15)) as usize % RULES
}

/// Long ranges hold more evidence of every kind, so a sum counts by the root of its words.
fn scale(words: u32) -> f32 {
    1.0 / (words as f32 + 4.0).sqrt()
}

fn mean(v: &[f32]) -> f32 {
    v.iter().sum::<f32>() / v.len().max(1) as f32
}

/// A logistic model's log-odds; its weights and bias start at float `at`.
fn linear(at: usize, features: &[f32]) -> f32 {
    features.iter().enumerate().map(|(i, f)| if *f == 0.0 { 0.0 } else { f * float(at + i) }).sum::<f32>()
        + float(at + features.len())
}

fn float(i: usize) -> f32 {
    let at = HEADER + 4 * i;
    MODEL.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0.0, f32::from_le_bytes)
}

/// The tables, laid out as they are looked up. Stored are a bit for each weight that isn't zero, and behind the bits those weights, because
/// three in five are zero and so pack a tenth smaller.
struct Tables([Vec<i8>; TABLES.len()]);

impl Tables {
    fn get() -> &'static Self {
        static ALL: std::sync::OnceLock<Tables> = std::sync::OnceLock::new();
        ALL.get_or_init(|| Self::read(MODEL.get(HEADER + 4 * FLOATS..).unwrap_or_default()).unwrap_or_default())
    }

    /// `None` where the bytes are fewer or more than the tables take.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut c = Cursor(bytes);
        let mut tables = TABLES.map(|bits| vec![0i8; 1 << bits]);
        for table in &mut tables {
            let there = c.take(table.len() / 8)?;
            let count: u32 = there.iter().map(|b| b.count_ones()).sum();
            let mut values = c.take(count as usize)?.iter();
            for (k, slot) in table.iter_mut().enumerate() {
                if bit(there, k) {
                    *slot = values.next()?.cast_signed();
                }
            }
        }
        c.0.is_empty().then_some(Self(tables))
    }

    /// The weight of a template in a table; 0 for an absent template.
    fn weight(&self, table: usize, feature: u32) -> i32 {
        if feature == 0 {
            return 0;
        }
        let i = (feature & ((1 << TABLES[table]) - 1)) as usize;
        self.0[table].get(i).map_or(0, |w| i32::from(*w))
    }
}

impl Default for Tables {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::tests::with_context as scores;

    #[test]
    fn holds_what_the_header_says() {
        assert_eq!(&MODEL[..4], b"SBR4");
        assert_eq!(MODEL[4..8], (FLOATS as u32).to_le_bytes());
        let tables = &MODEL[HEADER + 4 * FLOATS..];
        assert!(Tables::read(tables).is_some());
        assert!(Tables::read(&tables[1..]).is_none() && Tables::read(&tables[..tables.len() - 1]).is_none());
    }

    #[test]
    fn scores_are_the_trainers() {
        for line in include_str!("../../tests/model/ranker_reference.jsonl").lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            scores(row["text"].as_str().unwrap(), |cx| {
                for (key, got) in
                    [("span", &cx.scores.span), ("averred", &cx.scores.averred), ("register", &cx.scores.register)]
                {
                    let want = row[key].as_array().unwrap();
                    assert_eq!(want.len(), got.len());
                    for (w, g) in want.iter().zip(got) {
                        assert!((w.as_f64().unwrap() - f64::from(*g)).abs() < 0.01, "{key}: {w} {g}");
                    }
                }
            });
        }
    }

    #[test]
    fn ranks_claims_over_records() {
        let text = "This foolish policy is not only wrong but dangerous, and it must be stopped. \
            On Tuesday 14 people met at the town hall in Bristol, police said.";
        scores(text, |cx| {
            let s = &cx.scores;
            assert!(s.averred[0] > s.averred[1] + 1.0 && s.register[0] > s.register[1], "{s:?}");
        });
    }

    #[test]
    fn names_weigh_nothing() {
        // Who is named may not move a score: the same rule for every person, country and view.
        let at = |name: &str| {
            let mut out = Vec::new();
            scores(&format!("The visit of {name} was a disgraceful farce."), |cx| out.clone_from(&cx.scores.span));
            out
        };
        assert_eq!(at("Ann"), at("Xerxes"));
    }
}
