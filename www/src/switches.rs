//! A switch for each group and kind with the number of what was found, and the choice of strength. A switch repaints; nothing
//! is read again.

use crate::dom::{Js, add, by_id, listen};
use crate::{Shared, State, marked, show as show_all};
use saidby::category::{CATEGORIES, Group};
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

const GROUPS: [(Group, &str, &str, &str); 3] = [
    (Group::Attributed, "attributed", "Attributed", "Words that a source stands behind."),
    (
        Group::Unattributed,
        "unattributed",
        "Unattributed",
        "Claims in the writer’s own voice, with nobody named for them.",
    ),
    (Group::Provenance, "provenance", "Provenance", "Who publishes and writes the piece."),
];

fn switch(parent: &Element, id: &str) -> Js<HtmlInputElement> {
    let input: HtmlInputElement = add(parent, "input", "", "")?.dyn_into().map_err(|_| JsValue::from("no input"))?;
    input.set_type("checkbox");
    input.set_id(id);
    Ok(input)
}

/// Makes the switches, once.
pub fn make(state: &Shared) -> Js {
    let out: HtmlElement = by_id("switches")?;
    for (group, key, name, about) in GROUPS {
        let part = add(&out, "div", "group", "")?;
        part.set_attribute("role", "group")?;
        part.set_attribute("aria-labelledby", &format!("group-{key}-name"))?;
        let head = add(&part, "label", "head", "")?;
        let all = switch(&head, &format!("group-{key}"))?;
        add(&head, "span", "grow", name)?.set_id(&format!("group-{key}-name"));
        add(&head, "span", "number", "")?.set_id(&format!("count-{key}"));
        add(&part, "p", "quiet", about)?;
        let (s, boxed) = (state.clone(), all.clone());
        listen(&all, "change", move |_| {
            let on = boxed.checked();
            for c in CATEGORIES.iter().filter(|c| c.group == group) {
                turn(&mut s.borrow_mut(), c.key, on);
            }
            show_all(&s)
        })?;
        for c in CATEGORIES.iter().filter(|c| c.group == group) {
            let label = add(&part, "label", "", "")?;
            let input = switch(&label, &format!("kind-{}", c.key))?;
            input.set_attribute("aria-describedby", &format!("about-{}", c.key))?;
            marked::dress(&add(&add(&label, "span", "grow", "")?, "span", "swatch", c.label)?, c)?;
            add(&label, "span", "number", "")?.set_id(&format!("count-{}", c.key));
            let about = add(&part, "p", "about", c.description)?;
            about.set_id(&format!("about-{}", c.key));
            let (s, boxed) = (state.clone(), input.clone());
            listen(&input, "change", move |_| {
                turn(&mut s.borrow_mut(), c.key, boxed.checked());
                show_all(&s)
            })?;
        }
    }
    for id in ["all", "strong"] {
        let s = state.clone();
        listen(&by_id::<HtmlElement>(id)?, "change", move |_| {
            s.borrow_mut().strong = by_id::<HtmlInputElement>("strong")?.checked();
            show_all(&s)
        })?;
    }
    listen(&by_id::<HtmlElement>("explained")?, "change", |_| {
        let on = by_id::<HtmlInputElement>("explained")?.checked();
        by_id::<HtmlElement>("switches")?.class_list().toggle_with_force("explained", on).map(|_| ())
    })
}

fn turn(st: &mut State, key: &'static str, on: bool) {
    if on {
        st.off.remove(key);
    } else {
        st.off.insert(key);
    }
}

/// Brings switches and counts up to date. An anonymous source is part of a quotation that its group counts already.
pub fn show(st: &State) -> Js {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for (kind, _, strong) in marked::annotations(st) {
        if strong || !st.strong {
            *counts.entry(kind.key()).or_default() += 1;
        }
    }
    for (group, key, ..) in GROUPS {
        let kinds: Vec<_> = CATEGORIES.iter().filter(|c| c.group == group).collect();
        let mut total = 0;
        for c in &kinds {
            let n = counts.get(c.key).copied().unwrap_or(0);
            total += if c.key == "anonymous-source" { 0 } else { n };
            by_id::<HtmlInputElement>(&format!("kind-{}", c.key))?.set_checked(!st.off.contains(c.key));
            by_id::<HtmlElement>(&format!("count-{}", c.key))?.set_text_content(Some(&n.to_string()));
        }
        let on = kinds.iter().filter(|c| !st.off.contains(c.key)).count();
        let all: HtmlInputElement = by_id(&format!("group-{key}"))?;
        all.set_checked(on == kinds.len());
        all.set_indeterminate(on > 0 && on < kinds.len());
        by_id::<HtmlElement>(&format!("count-{key}"))?.set_text_content(Some(&total.to_string()));
    }
    Ok(())
}
