//! Corrections, editor's notes and updates that say what changed, in the main languages.

use super::phrases::{OPINION, earns, groups, lower, lower_head};
use crate::text::needles::Needles;
use std::sync::OnceLock;

/// Whether a sentence opens a correction or an editor's note. A bare heading in a footer ("Corrections") is neither.
pub fn correction(s: &str) -> bool {
    const LABELS: &[&str] = &[
        "correction",
        "corrections",
        "clarification",
        "clarifications",
        "editor's note",
        "editors' note",
        "editors note",
        "note to readers",
        "note from the editor",
        "korrektur",
        "richtigstellung",
        "anmerkung der redaktion",
        "anm. d. red",
        "hinweis der redaktion",
        "rectificatif",
        "erratum",
        "note de la rédaction",
        "ndlr",
        "fe de errores",
        "corrección",
        "nota de la redacción",
        "nota del editor",
        "rettelse",
        "rättelse",
        "rectificatie",
        "correctie",
        "errata",
        "sprostowanie",
        "nota da redação",
        "correção",
        "nota de redacción",
        "nota de redação",
        "nota editorial",
        "nota della redazione",
        "rettifica",
        "korekta",
        "oikaisu",
        "düzeltme",
        "update",
        "updated",
        "update zum artikel",
        "aktualisierung",
        "mise à jour",
        "actualización",
        "correction appended",
        "précision",
        "rectification",
        "rectificación",
        "editorial note",
        "hinweis",
    ];
    // Labels of updates count where the sentence tells of the text; a live ticker is full of them.
    const OF_TEXT: &[&str] = &[
        "updated with",
        "updated to",
        "this story",
        "this article",
        "this post",
        "this piece",
        "this page",
        "clarif",
        "correct",
        "was added",
        "has been added",
        "have been added",
        "headline",
        "wurde ergänzt",
        "wurde korrigiert",
        "wurde aktualisiert",
        "haben wir",
        "dieser artikel",
        "dieses artikels",
        "dieser text",
        "dieses textes",
        "cet article",
        "este artículo",
        "fehler",
        "falsch",
        "statement from",
        "comment from",
        "version",
        "incorrectly",
        "misstated",
        "misidentified",
        "we regret",
        "anmerkung",
    ];
    const OPENINGS: &[&str] = &[
        "an earlier version of",
        "a previous version of",
        "earlier versions of this",
        "an earlier headline",
        "in an earlier version",
        "this article was amended",
        "this article has been amended",
        "this article was corrected",
        "this story was corrected",
        "this article has been corrected",
        "this story has been corrected",
        "this post has been corrected",
        "this article was updated",
        "this article has been updated",
        "this story has been updated",
        "this story was updated",
        "this post has been updated",
        "this post was updated",
        "this piece has been updated",
        "this piece was updated",
        "this report has been updated",
        "this article has been edited",
        "this article was edited",
        "this headline has been",
        "in einer früheren version",
        "une version précédente",
        "una versión anterior",
        "eine frühere version",
        "in einer ersten version",
        "in einer vorherigen version",
        "in der ursprünglichen version",
        "in der ursprünglichen fassung",
        "in einer früheren fassung",
        "dieser artikel wurde nachträglich",
        "dieser artikel wurde aktualisiert",
        "dieser text wurde nachträglich",
        "wir haben den artikel",
        "wir haben den text",
        "wir haben die",
        "dans une version précédente",
        "dans une première version",
        "une première version",
        "cet article a été modifié",
        "cet article a été corrigé",
        "cet article a été mis à jour",
        "en una versión anterior",
        "este artículo ha sido corregido",
        "este artículo ha sido modificado",
        "esta noticia ha sido corregida",
        "una versione precedente",
        "uma versão anterior",
        "this article originally stated",
        "this story originally stated",
        "this article originally said",
        "this story originally said",
        "this article previously",
        "this story previously",
        "this post previously",
        "this post originally stated",
        "this post originally said",
        "this post originally linked",
        "this article originally linked",
        "this story originally linked",
        "this article misstated",
        "this story was amended",
        "this story has been amended",
        "this report has been corrected",
        "this piece has been corrected",
        "this version corrects",
        "this version of the story corrects",
        "this corrects",
        "this story corrects",
        "the headline of this",
        "the headline on this",
        "the original version of this",
        "a previous headline",
        "due to an editing error",
        "because of an editing error",
        "we have corrected",
        "we have updated this",
        "we've updated this",
        "updated with ",
        "updated to ",
    ];
    static WORDS: OnceLock<Needles> = OnceLock::new();
    let words = WORDS.get_or_init(|| Needles::new(&[LABELS, OPENINGS]));
    let low = lower_head(s);
    let opens = |low: &str, list: usize| words.at(low.as_bytes(), 0).any(|w| w.0 == list);
    let opened = opens(&low, 1) || opens(timed(&low), 1) || low.strip_prefix("edit: ").is_some_and(|r| opens(r, 1));
    if !opened && !opens(&low, 0) {
        return false;
    }
    let whole = lower(s);
    let said = groups(&whole);
    // An editor may earn and disclaim in a note as well.
    if earns(&whole, said) || said & OPINION != 0 {
        return false;
    }
    if low.starts_with("wir haben die") && !OF_TEXT.iter().any(|o| whole.contains(o)) {
        return false;
    }
    LABELS.iter().any(|l| {
        low.strip_prefix(l).is_some_and(|r| {
            let r = r.trim_start();
            if matches!(
                *l,
                "update"
                    | "updated"
                    | "hinweis"
                    | "aktualisierung"
                    | "mise à jour"
                    | "actualización"
                    | "editorial note"
                    | "précision"
            ) && !(r.starts_with([':', '：', '—', '–', '(']) && OF_TEXT.iter().any(|o| whole.contains(o)))
            {
                return false;
            }
            r.starts_with([':', '：', '—', '–'])
                || r.starts_with("- ")
                || r.starts_with('(') && s.contains(':')
                || r.starts_with("appended")
        })
    }) || opened
}

/// Whether a correction's words are a label's, or speak of the text: "we have corrected" says a bank of its forecasts as well.
pub fn of_text(s: &str) -> bool {
    const OPEN: &[&str] = &[
        "due to an editing error",
        "because of an editing error",
        "we have corrected",
        "updated with ",
        "updated to ",
    ];
    const TEXT: &[&str] = &[
        "this article",
        "this story",
        "this post",
        "this piece",
        "this page",
        "this report",
        "this version",
        "this column",
        "the article",
        "the headline",
        "version",
    ];
    let low = lower_head(s);
    !OPEN.iter().any(|o| low.starts_with(o) || timed(&low).starts_with(o)) || {
        let whole = lower(s);
        TEXT.iter().any(|t| whole.contains(t))
    }
}

/// What follows a time or date that labels an update: "2:58 p.m.: …".
fn timed(low: &str) -> &str {
    match low.split_once(": ") {
        Some((label, rest))
            if label.len() <= 40
                && (label.starts_with(|c: char| c.is_ascii_digit()) || label.starts_with("update")) =>
        {
            rest
        }
        _ => low,
    }
}
