//! The text with its marks, and the ways to a mark: pointer, Tab into the text, arrow keys from mark to mark.
//!
//! One mark at a time is in the tab order, so that Tab leaves a long article in one step; an annotation that is painted in
//! several pieces is one stop.

use crate::dom::{Js, add, by_id, document, empty, listen, make, within};
use crate::{SAMPLES, Shared, State, card, choose};
use saidby::category::Category;
use saidby::marks::{Mark, Part};
use saidby::report::Role;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// Follows the pointer and the keys on marks.
pub fn wire(state: &Shared) -> Js {
    let place: HtmlElement = by_id("marked")?;
    for event in ["mouseover", "focusin", "click"] {
        let s = state.clone();
        listen(&place, event, move |e| {
            let Some(mark) = mark_of(&e)? else { return Ok(()) };
            if event == "focusin" {
                rove(&mark)?;
            }
            card::open(&s.borrow(), &mark, event == "click")
        })?;
    }
    let s = state.clone();
    listen(&place, "click", move |e| {
        let Some(key) = within(&e, "[data-sample]")?.and_then(|b| b.get_attribute("data-sample")) else {
            return Ok(());
        };
        choose(&s, &key)?;
        // The button is gone now; the text is what it led to.
        by_id::<HtmlElement>("marked")?.focus()
    })?;
    listen(&place, "mouseout", |e| {
        let to = e.dyn_ref::<MouseEvent>().and_then(MouseEvent::related_target);
        card::left(to.and_then(|t| t.dyn_into::<Element>().ok()).as_ref())
    })?;
    listen(&place, "focusout", |_| card::unfocused())?;
    let s = state.clone();
    listen(&place, "keydown", move |e| {
        let Some(key) = e.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return Ok(()) };
        let Some(mark) = mark_of(&e)? else { return Ok(()) };
        match key.as_str() {
            "Enter" | " " => card::open(&s.borrow(), &mark, true)?,
            "ArrowRight" | "ArrowDown" => walk(&mark, Step::Next)?,
            "ArrowLeft" | "ArrowUp" => walk(&mark, Step::Previous)?,
            "Home" => walk(&mark, Step::First)?,
            "End" => walk(&mark, Step::Last)?,
            _ => return Ok(()),
        }
        e.prevent_default();
        Ok(())
    })
}

fn mark_of(event: &Event) -> Js<Option<Element>> {
    within(event, ".mark")
}

#[derive(Clone, Copy)]
enum Step {
    First,
    Previous,
    Next,
    Last,
}

/// The first piece of each annotation, in the order of the text.
fn stops() -> Js<Vec<HtmlElement>> {
    let all = document()?.query_selector_all("#marked .mark[tabindex]")?;
    Ok((0..all.length()).filter_map(|i| all.item(i)?.dyn_into().ok()).collect())
}

fn walk(from: &Element, step: Step) -> Js {
    let stops = stops()?;
    let of = from.get_attribute("data-of");
    let here = stops.iter().position(|s| s.get_attribute("data-of") == of).unwrap_or(0);
    let last = stops.len().saturating_sub(1);
    let to = match step {
        Step::First => 0,
        Step::Previous => here.checked_sub(1).unwrap_or(last),
        Step::Next => {
            if here == last {
                0
            } else {
                here + 1
            }
        }
        Step::Last => last,
    };
    stops.get(to).map_or(Ok(()), HtmlElement::focus)
}

/// Makes this mark the one that Tab comes back to.
fn rove(mark: &Element) -> Js {
    if mark.has_attribute("tabindex") {
        for s in stops()? {
            s.set_tab_index(-1);
        }
        mark.set_attribute("tabindex", "0")?;
    }
    Ok(())
}

/// Writes the text with the marks that are switched on.
pub fn show(state: &Shared) -> Js {
    let st = state.borrow();
    let place: HtmlElement = empty("marked")?;
    let read = !st.report.text.trim().is_empty();
    by_id::<HtmlElement>("keys")?.set_hidden(!read);
    if !read {
        return nothing(&place);
    }
    let mut order: Vec<usize> = (0..st.report.blocks.len()).collect();
    order.sort_by_key(|&i| st.report.blocks[i].block);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for i in order {
        let b = &st.report.blocks[i];
        let tag = match b.role {
            Role::Headline | Role::Subheading => "h3",
            Role::BlockQuote => "blockquote",
            _ => "p",
        };
        let aside = !b.role.in_body() && b.role != Role::Headline;
        let p = add(&place, tag, if aside { "note" } else { "" }, "")?;
        let shown: Vec<Mark> = st.marks[i].iter().filter(|m| st.shows(m)).cloned().collect();
        for s in saidby::segments::cut(&st.report.text, b, &shown) {
            let Some(m) = s.top() else {
                p.append_child(&document()?.create_text_node(s.text))?;
                continue;
            };
            let e = mark(m, s.text)?;
            // What else lies over these words, for the card.
            let all: BTreeSet<String> = s.marks.iter().map(|m| format!("{} {}", m.of, m.kind.key())).collect();
            e.set_attribute("data-all", &all.into_iter().collect::<Vec<_>>().join(","))?;
            if seen.insert(m.of.clone()) {
                e.set_attribute("tabindex", if seen.len() == 1 { "0" } else { "-1" })?;
                e.set_attribute("role", "button")?;
                e.set_attribute("aria-describedby", "card")?;
            }
            p.append_child(&e)?;
        }
    }
    Ok(())
}

/// What stands there before there is a text: how to begin.
fn nothing(place: &HtmlElement) -> Js {
    let fault: HtmlElement = by_id("fault")?;
    let box_ = add(place, "div", "empty", "")?;
    if !fault.hidden() {
        add(&box_, "p", "quiet", "The text was not read.")?;
        return Ok(());
    }
    add(&box_, "p", "", "Nothing to read yet. Paste a news text, or begin with a sample:")?;
    let row = add(&box_, "div", "row", "")?;
    for s in SAMPLES {
        let b = add(&row, "button", "", s.name)?;
        b.set_attribute("type", "button")?;
        b.set_attribute("data-sample", s.key)?;
    }
    Ok(())
}

/// Gives an element the colours and the underline of a category.
pub fn dress(e: &HtmlElement, c: &Category) -> Js {
    let style = e.style();
    style.set_property("--light", c.light)?;
    style.set_property("--dark", c.dark)?;
    style.set_property("--line", c.underline.css())
}

fn mark(m: &Mark, text: &str) -> Js<HtmlElement> {
    let part = match m.part {
        Part::Trigger => "mark trigger",
        Part::Cue => "mark cue",
        Part::Source => "mark source",
        Part::Content | Part::Whole => "mark",
    };
    let e = make("span", part, text)?;
    e.set_attribute("data-of", &m.of)?;
    dress(&e, m.kind.category())?;
    Ok(e)
}

/// All pieces of an annotation.
pub fn pieces(of: &str) -> Js<Vec<Element>> {
    let all = document()?.query_selector_all("#marked .mark")?;
    Ok((0..all.length())
        .filter_map(|i| all.item(i)?.dyn_into::<Element>().ok())
        .filter(|e| e.get_attribute("data-of").as_deref() == Some(of))
        .collect())
}

/// Where an annotation can be entered, if it is shown.
pub fn stop(of: &str) -> Js<Option<HtmlElement>> {
    Ok(stops()?.into_iter().find(|s| s.get_attribute("data-of").as_deref() == Some(of)))
}

/// The marks that are shown, one for each annotation and kind: `(kind, annotation, strong)`.
pub fn annotations(st: &State) -> BTreeSet<(saidby::category::Kind, &str, bool)> {
    st.marks.iter().flatten().map(|m| (m.kind, m.of.as_str(), m.strong)).collect()
}
