//! Unattributed assertions: claims in the writer's own voice. One file a kind.
//!
//! The way of a sentence: [`gate`] says whose words each token is, [`clause`] parts the sentence, each kind's detector looks
//! for its evidence in a clause, [`genre`] sets how sure a mark must be. Detectors never see a quotation's words.

pub mod apart;
mod argued;
pub mod causal_claim;
pub mod certainty;
pub mod clause;
pub mod distancing_quotes;
mod embedded;
pub mod endorsement;
pub mod evaluation;
pub mod exhortation;
pub mod features;
pub mod gate;
pub mod generalisation;
pub mod genre;
pub mod grammar;
mod hearsay;
pub mod held;
pub mod imputed_motive;
pub mod lists;
pub mod literal;
pub mod loaded_wording;
#[cfg(test)]
mod opinion_tests;
pub mod prediction;
pub mod ranker;
pub mod signed;
pub mod superlative;
pub mod unnamed_source;
pub mod wording;

use crate::category::Kind;
use crate::document::Document;
use crate::order::{self, falling, greatest, two};
use crate::provenance::Found;
use crate::report::{Assertion, Quotation};
use crate::text::Reading;
use gate::Voice;
use genre::Genre;
use std::ops::Range;

/// What every detector reads.
pub struct Context<'a> {
    /// Tokens, sentences, marks.
    pub reading: &'a Reading<'a>,
    /// Every token in lower case, with straight apostrophes.
    pub words: Vec<String>,
    /// Whose words every token is.
    pub voices: Vec<Voice>,
    /// For every sentence, whether somebody who can be looked up speaks in it.
    pub reported: Vec<bool>,
    /// What kind of text it is.
    pub genre: Genre,
    /// The attribution relations.
    pub quotations: &'a [Quotation],
    /// What the learned tables say of tokens and sentences.
    pub scores: ranker::Scores,
}

impl<'a> Context<'a> {
    /// Prepares a document.
    pub fn new(doc: &Document, reading: &'a Reading, quotations: &'a [Quotation], provenance: &Found) -> Self {
        let words: Vec<String> =
            reading.tokens.iter().map(|t| reading.slice(t.span()).to_lowercase().replace(['’', 'ʼ'], "'")).collect();
        let voices = vec![Voice::Writer; words.len()];
        let scores = ranker::Scores::new(reading, &words);
        let mut cx = Self { reading, words, voices, reported: Vec::new(), genre: Genre::Short, quotations, scores };
        let gate = gate::read(&cx, doc);
        (cx.voices, cx.reported) = (gate.voices, gate.reported);
        cx.genre = genre::of(reading, &cx.words, &cx.voices, &cx.scores, provenance);
        if cx.genre == Genre::Opinion {
            gate.rest.iter().for_each(|&i| cx.voices[i] = Voice::Writer);
        }
        cx
    }

    /// Token `i` in lower case; empty outside the text.
    pub fn w(&self, i: usize) -> &str {
        self.words.get(i).map_or("", String::as_str)
    }

    /// The token before `i`, as [`Context::w`].
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |j| self.w(j))
    }

    /// The index of the sentence that token `i` stands in; none outside the text.
    pub fn sentence(&self, i: usize) -> Option<usize> {
        self.reading.tokens.get(i).and_then(|t| self.reading.sentence_at(t.start))
    }

    /// Whether the writer speaks at token `i`.
    pub fn open(&self, i: usize) -> bool {
        self.voices.get(i) == Some(&Voice::Writer)
    }

    /// Whether token `i` starts with a capital and doesn't open its clause, as names do.
    pub fn name(&self, i: usize, clause: &Range<usize>) -> bool {
        i > clause.start && self.reading.tokens.get(i).is_some_and(|t| t.is_capital()) && self.w(i) != "i"
    }

    /// Whether a token of the range is one of these words.
    pub fn has(&self, range: &Range<usize>, any: &[&str]) -> bool {
        range.clone().any(|i| any.contains(&self.w(i)))
    }

    /// The words of a range as they stand in the text.
    pub fn text(&self, range: Range<usize>) -> &str {
        self.reading.slice(self.reading.span_of(range))
    }
}

/// A mark that a detector proposes.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// The tokens of its clause.
    pub clause: Range<usize>,
    /// The tokens of each trigger.
    pub triggers: Vec<Range<usize>>,
    /// The rule.
    pub rule: &'static str,
    /// The reason.
    pub because: String,
    /// 0 to 1.
    pub confidence: f32,
    /// What the evidence is worth.
    pub evidence: Evidence,
}

/// What a hit's evidence is worth, apart from its confidence: in which texts it counts at all (rule 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Counts only in opinion pieces of some length, in a clause that the learned scores take for a claim.
    Argued,
    /// Counts only in opinion pieces, where every sentence argues.
    Faint,
    /// Counts outside news copy and reviews, which use the same words for what they report.
    Mild,
    /// Counts everywhere.
    Plain,
}

impl Evidence {
    /// Whether it counts in such a text. A sentence without its page may come from an opinion piece.
    pub fn counts(self, genre: Genre, kind: Kind, rule: &str) -> bool {
        match genre {
            Genre::Opinion => true,
            Genre::Short => self >= Self::Faint,
            Genre::Unclear => self >= Self::Mild,
            Genre::News => self >= Self::Plain,
            Genre::Medley => false,
            // A review tells a plot in the present tense and judges by trade (rule 10): of its words only intensified ones
            // count, and what its characters want or cause is the work's.
            Genre::Review => {
                let plot = matches!(kind, Kind::Certainty | Kind::ImputedMotive | Kind::CausalClaim);
                self >= Self::Plain && !plot && (kind != Kind::LoadedWording || rule == "loaded-intensified")
            }
        }
    }
}

impl Hit {
    /// A hit with one trigger.
    pub fn new(
        kind: Kind,
        clause: &Range<usize>,
        trigger: Range<usize>,
        rule: &'static str,
        because: String,
        confidence: f32,
    ) -> Self {
        Self {
            kind,
            clause: clause.clone(),
            triggers: vec![trigger],
            rule,
            because,
            confidence,
            evidence: Evidence::Plain,
        }
    }

    /// The hit, as mild evidence where `mild` holds.
    #[must_use]
    pub fn mild(self, mild: bool) -> Self {
        Self { evidence: if mild { self.evidence.min(Evidence::Mild) } else { self.evidence }, ..self }
    }

    /// The hit, as faint evidence where `faint` holds.
    #[must_use]
    pub fn faint(self, faint: bool) -> Self {
        Self { evidence: if faint { Evidence::Faint } else { self.evidence }, ..self }
    }
}

type Detector = fn(&Context, &Range<usize>, &mut Vec<Hit>);

const DETECTORS: &[Detector] = &[
    unnamed_source::detect,
    imputed_motive::detect,
    prediction::detect,
    certainty::detect,
    exhortation::detect,
    loaded_wording::detect,
    evaluation::detect,
    causal_claim::detect,
    superlative::detect,
    generalisation::detect,
    argued::detect,
];

/// Finds the assertions of a document, by start.
pub fn find(doc: &Document, reading: &Reading, quotations: &[Quotation], provenance: &Found) -> Vec<Assertion> {
    let cx = Context::new(doc, reading, quotations, provenance);
    above(&cx, cx.genre)
}

/// The clauses of what isn't wholly a source's, and what the detectors propose there, before any likelihood or threshold.
pub fn candidates(cx: &Context) -> (Vec<Range<usize>>, Vec<Hit>) {
    let (mut clauses, mut hits) = (Vec::new(), Vec::new());
    for s in &cx.reading.sentences {
        if cx.voices[s.tokens()].iter().all(|v| *v == Voice::Source) {
            continue;
        }
        for c in clause::split(cx, *s) {
            for d in DETECTORS {
                d(cx, &c, &mut hits);
            }
            clauses.push(c);
        }
    }
    distancing_quotes::detect(cx, &mut hits);
    endorsement::detect(cx, &mut hits);
    hearsay::detect(cx, &mut hits);
    (clauses, merge(hits))
}

fn above(cx: &Context, genre: Genre) -> Vec<Assertion> {
    let reading = cx.reading;
    let (clauses, mut hits) = candidates(cx);
    wording::detect(cx, &clauses, &mut hits);
    ranker::rank(cx, &mut hits);
    hits.retain(|h| {
        let learned = h.rule == wording::RULE && genre != Genre::Short;
        let least = genre.threshold().max(if learned { wording::LEAST } else { 0.0 });
        h.confidence >= least && h.evidence.counts(genre, h.kind, h.rule)
    });
    demanded(cx, &mut hits);
    sparse(&mut hits, cx.words.len());
    once(&mut hits);
    unite(&mut hits);
    order::by(&mut hits, |h| [two(h.clause.start, h.clause.end), h.kind as u64]);
    hits.into_iter()
        .enumerate()
        .map(|(i, mut h)| {
            let span = reading.span_of(h.clause);
            if h.confidence < Genre::News.threshold() {
                h.because.push_str(cx.genre.why());
            }
            Assertion {
                id: format!("a{}", i + 1),
                kind: h.kind,
                start: span.start,
                end: span.end,
                triggers: h.triggers.into_iter().map(|t| reading.span_of(t)).collect(),
                rule: h.rule.to_owned(),
                because: h.because,
                confidence: (h.confidence * 100.0).round() / 100.0,
            }
        })
        .collect()
}

/// What is asked for isn't judged: in "we need plans that are ambitious, without dire consequences" the call is the claim, and
/// is marked. A judgment of what there is ("their elitist attitudes must change", "end this folly") stays, and so does a
/// strong word. Of 14 milder judging words behind a shown duty that readers looked at, 4 were right.
fn demanded(cx: &Context, hits: &mut Vec<Hit>) {
    let duties: std::collections::HashMap<usize, usize> = hits
        .iter()
        .filter(|h| h.kind == Kind::Exhortation && h.rule != "rhetorical-question")
        .map(|h| (h.clause.start, h.triggers[0].start))
        .collect();
    if duties.is_empty() {
        return;
    }
    let given = |t: &Range<usize>| {
        (t.start.saturating_sub(3)..t.start).any(|k| {
            matches!(
                cx.w(k),
                "the" | "this" | "that" | "these" | "those" | "such" | "his" | "her" | "their" | "our" | "its"
            ) || grammar::possessive(cx, k)
        })
    };
    hits.retain_mut(|h| {
        let milder = matches!(h.rule, "loaded-mild" | "loaded-degree" | "argued-judgment" | "argued-degree")
            || matches!(h.rule, wording::RULE | "universal-mild" | "argued-quantifier");
        let Some(&duty) = duties.get(&h.clause.start).filter(|_| milder) else { return true };
        let all = h.kind == Kind::Generalisation;
        h.triggers.retain(|t| !all && (t.start < duty || given(t)));
        !h.triggers.is_empty()
    });
}

/// How many tokens what merely argues keeps off any other trigger.
const APART: usize = 3;

/// What merely argues is marked only where nothing else is near: a page that is painted all over shows nothing. Of several
/// such words that stand together the likeliest stays.
fn sparse(hits: &mut Vec<Hit>, tokens: usize) {
    let mut taken = vec![false; tokens];
    let mut take = |t: &Range<usize>, argued: bool| {
        let around = t.start.saturating_sub(APART)..(t.end + APART).min(tokens);
        let free = !argued || !taken[t.clone()].contains(&true);
        if free {
            taken[around].fill(true);
        }
        free
    };
    order::by(hits, |h| {
        [two(usize::from(h.evidence == Evidence::Argued), greatest(h.confidence)), h.clause.start as u64]
    });
    for h in hits.iter_mut() {
        let argued = h.evidence == Evidence::Argued;
        h.triggers.retain(|t| take(t, argued));
    }
    hits.retain(|h| !h.triggers.is_empty());
}

/// The same words in one clause are marked once, with the surest kind: where a hit's triggers all lie on those of a surer hit
/// of another kind, it goes.
fn once(hits: &mut Vec<Hit>) {
    order::by(hits, |h| [two(h.clause.start, h.clause.end), greatest(h.confidence) as u64]);
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for h in hits.drain(..) {
        let on = |t: &Range<usize>| {
            // A clause's hits stand together, so no hit is compared with those of the whole text.
            kept.iter()
                .rev()
                .take_while(|k| k.clause == h.clause)
                .any(|k| k.kind != h.kind && k.triggers.iter().any(|u| t.start < u.end && u.start < t.end))
        };
        if !h.triggers.iter().all(on) {
            kept.push(h);
        }
    }
    *hits = kept;
}

/// One mark a clause and kind, after the threshold: the likeliest speaks, the others lend their triggers.
fn unite(hits: &mut Vec<Hit>) {
    order::by(hits, |h| [two(h.clause.start, h.clause.end), two(h.kind as usize, greatest(h.confidence))]);
    hits.dedup_by(|next, first| {
        let same = next.kind == first.kind && next.clause == first.clause;
        if same {
            first.triggers.append(&mut next.triggers);
            order::by(&mut first.triggers, |t| [t.start as u64, falling(t.end) as u64]);
            // One trigger may hold another ("intolerant climate", "intolerant").
            // Two may also overlap ("seemingly shameless", "shameless rejection").
            first.triggers.dedup_by(|next, outer| {
                let over = next.start < outer.end;
                if over {
                    outer.end = outer.end.max(next.end);
                }
                over
            });
        }
        same
    });
}

/// One mark a clause and kind: several triggers of a kind support each other.
fn merge(hits: Vec<Hit>) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::new();
    for h in hits {
        // Detectors run clause by clause, so a clause's hits stand close together.
        let argued = |h: &Hit| h.evidence == Evidence::Argued;
        let same =
            out.iter_mut().rev().take(24).find(|o| o.kind == h.kind && o.clause == h.clause && argued(o) == argued(&h));
        let Some(o) = same else {
            out.push(h);
            continue;
        };
        let fresh = h.triggers.iter().all(|t| o.triggers.iter().all(|u| t.end <= u.start || u.end <= t.start));
        if !fresh {
            continue;
        }
        let both = 1.0 - (1.0 - o.confidence) * (1.0 - h.confidence * 0.4);
        if h.confidence > o.confidence {
            (o.rule, o.because) = (h.rule, h.because);
        }
        o.confidence = both.min(0.97);
        o.evidence = o.evidence.max(h.evidence);
        o.triggers.extend(h.triggers);
        order::by(&mut o.triggers, |t| [t.start as u64, 0]);
    }
    out
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A piece of opinion by its words alone.
    pub(crate) const ARGUMENT: &str = "The council has lost its way. Its policies serve the powerful, and the powerful know it. \
         A town that treats its poor as a nuisance is a town without a conscience. Prosperity built on such indifference \
         is fragile. The myth of the self-made merchant dies hard. Freedom without fairness is an empty slogan. \
         The real question is what kind of society the valley wants.";

    pub(crate) fn with_context(text: &str, f: impl FnOnce(&Context)) {
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        f(&Context::new(&doc, &reading, &[], &Found::default()));
    }

    /// The kinds found in a text, with no quotations given.
    pub(crate) fn kinds(text: &str) -> Vec<Kind> {
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        find(&doc, &reading, &[], &Found::default()).into_iter().map(|a| a.kind).collect()
    }

    /// Checks that each text is marked with `kind`.
    pub(crate) fn marked(kind: Kind, texts: &[&str]) {
        for t in texts {
            // A single sentence tells no genre, so the evidence alone is looked at here.
            with_context(t, |cx| {
                assert!(candidates(cx).1.iter().any(|h| h.kind == kind && h.confidence >= 0.4), "not marked: {t}");
            });
        }
    }

    /// Checks that no text is marked with `kind`.
    /// As [`clean`], and no evidence is found either: what is proposed in a single sentence the ranker mostly keeps unmarked, so
    /// [`clean`] alone can't tell whether a detector leaves it.
    pub(crate) fn unproposed(kind: Kind, texts: &[&str]) {
        clean(kind, texts);
        for t in texts {
            with_context(t, |cx| assert!(candidates(cx).1.iter().all(|h| h.kind != kind), "proposed: {t}"));
        }
    }

    pub(crate) fn clean(kind: Kind, texts: &[&str]) {
        for t in texts {
            assert!(!kinds(t).contains(&kind), "marked: {t}");
        }
    }

    #[test]
    fn what_is_asked_for_is_not_judged() {
        // Which judging words stay behind the call "must".
        let table = [
            ("We must end the lazy talk without dire losses", "loaded-mild", vec!["lazy"]),
            ("This lazy guild must row without dire losses", "loaded-mild", vec!["lazy"]),
            ("We must end the lazy talk without dire losses", "loaded-strong", vec!["lazy", "dire"]),
        ];
        for (text, rule, want) in table {
            with_context(text, |cx| {
                let clause = 0..cx.words.len();
                let at = |w: &str| (0..cx.words.len()).find(|&i| cx.w(i) == w).map(|i| i..i + 1).expect("a word");
                let hit = |kind, t: Range<usize>, rule| Hit::new(kind, &clause, t, rule, String::new(), 0.8);
                let mut judged = hit(Kind::LoadedWording, at("lazy"), rule);
                judged.triggers.push(at("dire"));
                let mut hits = vec![judged, hit(Kind::Exhortation, at("must"), "call-to-act")];
                demanded(cx, &mut hits);
                let kept: Vec<_> = hits[0].triggers.iter().map(|t| cx.w(t.start)).collect();
                assert_eq!(kept, want, "{text} {rule}");
            });
        }
    }

    #[test]
    fn triggers_stand_inside_their_clause() {
        let text = "The plan is a shameful farce, which will undoubtedly ruin the town. Everyone knows it must stop!";
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        let found = find(&doc, &reading, &[], &Found::default());
        assert!(found.len() >= 3, "{found:?}");
        for a in found {
            assert!(!a.because.is_empty() && !a.triggers.is_empty());
            assert!(a.triggers.iter().all(|t| a.start <= t.start && t.end <= a.end));
        }
    }

    #[test]
    fn what_merely_argues_keeps_its_distance() {
        let hit = |clause: Range<usize>, trigger: Range<usize>, evidence, confidence| Hit {
            evidence,
            ..Hit::new(Kind::LoadedWording, &clause, trigger, "test", String::new(), confidence)
        };
        let mut hits = vec![
            hit(0..30, 2..3, Evidence::Argued, 0.9),
            hit(0..30, 5..6, Evidence::Plain, 0.8),
            hit(0..30, 20..21, Evidence::Argued, 0.8),
            hit(0..30, 22..23, Evidence::Argued, 0.9),
        ];
        sparse(&mut hits, 30);
        let mut left: Vec<_> = hits.iter().map(|h| h.triggers[0].start).collect();
        left.sort_unstable();
        assert_eq!(left, [5, 22], "near a listed word, or near a likelier one, it goes");
    }

    #[test]
    fn the_surest_kind_keeps_the_words() {
        let hit = |kind, trigger: Range<usize>, confidence| {
            Hit::new(kind, &(0..30), trigger, "test", String::new(), confidence)
        };
        let mut hits = vec![
            hit(Kind::Superlative, 4..6, 0.8),
            hit(Kind::LoadedWording, 3..7, 0.9),
            hit(Kind::Prediction, 12..13, 0.7),
            hit(Kind::LoadedWording, 6..9, 0.7),
        ];
        once(&mut hits);
        assert_eq!(hits.len(), 3, "the comparison lies on a surer judgment");
        unite(&mut hits);
        let words = hits.iter().find(|h| h.kind == Kind::LoadedWording).map(|h| h.triggers.clone());
        assert_eq!(words, Some(vec![3..9]), "words that overlap are one trigger");
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(s in "(the |will |“|\"|said |must |\\.|, |so-called |critics |say |hopes |to |as |\\PC){0,60}") {
            kinds(&s);
        }
    }
}
