//! What the writer makes of what somebody said: "rightly warned", "falsely claimed", "boasted" (rule 2).
//!
//! The reported words are the source's, but the adverb beside the cue, and a verb that judges the speaker, are the
//! writer's. The mark covers the source and the cue alone, so that no reported word is marked (rule 1).

use super::{Context, Hit, grammar, lists};
use crate::category::Kind;
use crate::report::{Event, Quotation, Span};
use crate::text::Shape;
use std::ops::Range;

/// The rules' names: an adverb beside a cue, a cue that judges its speaker.
pub const STANCE: &str = "endorsement";
/// See [`STANCE`].
pub const CUE: &str = "loaded-cue";

/// How far before the cue its adverb may stand, in tokens.
const NEAR: usize = 2;

/// Proposes the adverbs and judging verbs of the cues.
pub fn detect(cx: &Context, hits: &mut Vec<Hit>) {
    for q in cx.quotations.iter().filter(|q| q.event == Event::Speech) {
        let Some(frame) = frame(cx, q) else { continue };
        let Some(cue) = tokens(cx, &q.cue) else { continue };
        let from = cue.start.saturating_sub(NEAR).max(frame.start);
        for i in from..cue.end {
            let stance = lists::speech().in_group("stance", &cx.words, i);
            // "They boast a large majority": they have one.
            let has = cx.w(i).starts_with("boast")
                && cx.w(i + 1) != "that"
                && (grammar::determiner(cx.w(i + 1))
                    || cx.reading.tokens.get(i + 1).is_some_and(|t| t.shape == Shape::Number));
            let verb = lists::loaded().in_group("verb", &cx.words, i).filter(|_| i >= cue.start && !has);
            let (len, rule, confidence) = if let Some(n) = stance {
                (n, STANCE, 0.68)
            } else if let Some(n) = verb {
                (n, CUE, 0.6)
            } else {
                continue;
            };
            let trigger = i..(i + len).min(frame.end);
            let because = format!(
                "“{}” is what the writer makes of somebody's words, and no source is named for that.",
                cx.text(trigger.clone())
            );
            hits.push(Hit::new(Kind::LoadedWording, &frame, trigger, rule, because, confidence).mild(true));
        }
    }
}

/// The tokens from a quotation's source to its cue, if no word of the content stands among them and the source isn't the
/// writer.
pub(super) fn frame(cx: &Context, q: &Quotation) -> Option<Range<usize>> {
    let (source, cue) = (tokens(cx, &q.source)?, tokens(cx, &q.cue)?);
    let own = matches!(cx.w(source.start), "i" | "we");
    let all = source.start.min(cue.start)..source.end.max(cue.end);
    let clear = q.content.iter().map(|s| cx.reading.tokens_of(*s)).all(|c| c.end <= all.start || all.end <= c.start);
    (!own && clear && all.len() < 40).then_some(all)
}

/// The tokens that spans reach over.
pub(super) fn tokens(cx: &Context, spans: &[Span]) -> Option<Range<usize>> {
    let (first, last) = (spans.first()?, spans.last()?);
    Some(cx.reading.tokens_of(Span { start: first.start, end: last.end }))
}

#[cfg(test)]
mod tests {
    use super::detect;
    use crate::assertion::Context;
    use crate::document::Document;
    use crate::provenance::Found;
    use crate::quotation;
    use crate::text::Reading;

    #[test]
    fn marks_the_adverb_and_the_verb_but_no_reported_word() {
        let table: &[(&str, Option<(&str, &str)>)] = &[
            ("The mayor falsely claimed that the lock was mended.", Some(("falsely", "The mayor falsely claimed"))),
            ("The club has rightly proposed that the toll be cut.", Some(("rightly", "The club has rightly proposed"))),
            ("The mayor boasted that the lock was mended.", Some(("boasted", "The mayor boasted"))),
            ("The mayor said that the lock was wrongly closed.", None),
            ("I rightly said that the lock was closed.", None),
            ("“The lock was rightly closed,” the mayor said.", None),
        ];
        for (text, want) in table {
            let doc = Document::from_text(text);
            let reading = Reading::new(&doc);
            let quotations = quotation::find(&doc, &reading, None);
            let cx = Context::new(&doc, &reading, &quotations, &Found::default());
            let mut hits = Vec::new();
            detect(&cx, &mut hits);
            let got = hits.first().map(|h| (cx.text(h.triggers[0].clone()), cx.text(h.clause.clone())));
            assert_eq!(got, *want, "{text}");
        }
    }
}
