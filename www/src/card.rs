//! The card on a mark: what kind it is, the reason, the words that gave it away, who speaks, facts with their sources.
//! It opens on hover and on focus, stays after a click or Enter, and closes with Escape. It never covers the words it is about.

use crate::dom::{Js, add, by_id, document, empty, listen, window};
use crate::{State, findings, marked};
use saidby::category::Kind;
use saidby::report::{Report, SpeakerKind};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// The space between the card, its words and the window's edge, in CSS pixels.
const GAP: f64 = 8.0;
/// The most annotations that one card explains.
const MOST: usize = 4;

thread_local! {
    /// The annotation that the card is open on, and whether it stays when the pointer leaves.
    static OPEN: RefCell<Option<(String, bool)>> = const { RefCell::new(None) };
}

fn current() -> Option<(String, bool)> {
    OPEN.with_borrow(Clone::clone)
}

/// Closes on Escape, on a click elsewhere and when the pointer leaves the card.
pub fn wire() -> Js {
    let page = document()?;
    listen(&page, "keydown", |e| {
        if current().is_some() && e.dyn_ref::<KeyboardEvent>().is_some_and(|k| k.key() == "Escape") {
            return close();
        }
        Ok(())
    })?;
    listen(&page, "click", |e| {
        let target = e.target().and_then(|t| t.dyn_into::<Element>().ok());
        match target {
            Some(t) if t.closest(".mark, #card, [data-goto]")?.is_none() => close(),
            _ => Ok(()),
        }
    })?;
    listen(&by_id::<HtmlElement>("card")?, "mouseout", |e| {
        let to = e.dyn_ref::<MouseEvent>().and_then(MouseEvent::related_target);
        left(to.and_then(|t| t.dyn_into::<Element>().ok()).as_ref())
    })
}

/// Opens the card on a mark; with `stay` it remains until it is closed.
pub fn open(st: &State, mark: &Element, stay: bool) -> Js {
    let of = mark.get_attribute("data-of").unwrap_or_default();
    match current() {
        // A card that was asked to stay isn't taken away by a pointer passing by.
        Some((open, true)) if !stay && open != of && document()?.active_element().is_none_or(|a| a != *mark) => {
            return Ok(());
        }
        Some((open, stays)) if open == of && (stays || !stay) => return Ok(()),
        Some(_) => close()?,
        None => {}
    }
    let card: HtmlElement = empty("card")?;
    let mut all: Vec<(String, String)> = mark
        .get_attribute("data-all")
        .unwrap_or_default()
        .split(',')
        .filter_map(|s| s.split_once(' ').map(|(o, k)| (o.to_owned(), k.to_owned())))
        .collect();
    // The annotation that is painted on top comes first.
    all.sort_by_key(|(o, _)| *o != of);
    for (o, k) in all.iter().take(MOST) {
        if let Some(kind) = Kind::from_key(k) {
            explain(&card, &st.report, o, kind)?;
        }
    }
    for piece in marked::pieces(&of)? {
        piece.class_list().add_1("chosen")?;
    }
    card.set_hidden(false);
    place(&card, mark)?;
    OPEN.set(Some((of, stay)));
    Ok(())
}

/// Puts the card under the mark, or above it where there is more room; sideways inside the window.
fn place(card: &HtmlElement, mark: &Element) -> Js {
    let (w, page) = (window()?, document()?.document_element().ok_or("no root")?);
    let (x, y) = (w.scroll_x()?, w.scroll_y()?);
    let at = mark.get_bounding_client_rect();
    // The first line of a mark that runs over several is where the reader's eye or pointer entered it.
    let first = mark.get_client_rects().item(0).map_or_else(|| at.left(), |r| r.left());
    let size = card.get_bounding_client_rect();
    let (width, height) = (f64::from(page.client_width()), f64::from(page.client_height()));
    let left = first.min(width - size.width() - GAP).max(GAP);
    let (below, above) = (height - at.bottom(), at.top());
    let top = if size.height() + 2.0 * GAP <= below || below >= above {
        at.bottom() + GAP
    } else {
        at.top() - GAP - size.height()
    };
    let style = card.style();
    style.set_property("left", &format!("{}px", left + x))?;
    style.set_property("top", &format!("{}px", (top + y).max(0.0)))
}

/// Closes the card.
pub fn close() -> Js {
    if let Some((of, _)) = OPEN.take() {
        for piece in marked::pieces(&of)? {
            piece.class_list().remove_1("chosen")?;
        }
    }
    by_id::<HtmlElement>("card")?.set_hidden(true);
    Ok(())
}

/// The pointer left a mark or the card for `to`.
pub fn left(to: Option<&Element>) -> Js {
    let Some((of, false)) = current() else { return Ok(()) };
    if let Some(to) = to
        && let Some(near) = to.closest(".mark, #card")?
        && (near.id() == "card" || near.get_attribute("data-of").as_deref() == Some(of.as_str()))
    {
        return Ok(());
    }
    if document()?.active_element().is_some_and(|a| a.get_attribute("data-of").as_deref() == Some(of.as_str())) {
        return Ok(());
    }
    close()
}

/// The focus left a mark.
pub fn unfocused() -> Js {
    match current() {
        Some((_, false)) => close(),
        _ => Ok(()),
    }
}

fn explain(card: &HtmlElement, report: &Report, of: &str, kind: Kind) -> Js {
    let c = kind.category();
    let s = add(card, "section", "", "")?;
    let h = add(&s, "p", "kind", "")?;
    marked::dress(&add(&h, "span", "swatch", c.label)?, c)?;
    let line = |class: &str, text: &str| -> Js {
        if text.is_empty() { Ok(()) } else { add(&s, "p", class, text).map(|_| ()) }
    };
    if let Some(q) = report.quotations.iter().find(|q| q.id == of) {
        let name = match (&q.speaker.name, q.speaker.kind) {
            (Some(name), _) => name.clone(),
            (None, SpeakerKind::Unknown) => "The text doesn’t name the speaker.".into(),
            (None, _) => q.source.iter().map(|s| &report.text[s.range()]).collect::<Vec<_>>().join(" … "),
        };
        let role = q.speaker.role.as_ref().map_or_else(String::new, |r| format!(", {r}"));
        line("who", &format!("{name}{role}"))?;
        line("quiet", &q.because)?;
        line("quiet", &sure(q.confidence))?;
    } else if let Some(a) = report.assertions.iter().find(|a| a.id == of) {
        line("", &a.because)?;
        let words: Vec<String> = a.triggers.iter().map(|t| format!("“{}”", &report.text[t.range()])).collect();
        if !words.is_empty() {
            line("quiet", &format!("Because of: {}", words.join(", ")))?;
        }
        line("quiet", &sure(a.confidence))?;
    } else if let Some(p) = of
        .strip_prefix('p')
        .and_then(|n| n.parse::<usize>().ok())
        .and_then(|n| report.provenance.get(n.wrapping_sub(1)))
    {
        line("who", &p.value)?;
        for i in report.institutes.iter().filter(|i| p.value.contains(&i.name)) {
            findings::facts(&s, &i.facts)?;
        }
        line("quiet", c.description)?;
    }
    Ok(())
}

/// How sure the core is, in a word that the strength setting uses.
fn sure(confidence: f32) -> String {
    let word = if confidence >= saidby::marks::STRONG { "strong" } else { "weak" };
    format!("A {word} mark ({:.0} % sure)", confidence * 100.0)
}
