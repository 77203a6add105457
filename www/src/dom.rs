//! The little of the DOM that the lab needs. Text enters the document as text nodes only.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, Node, Window};

/// What a call of the browser gives.
pub type Js<T = ()> = Result<T, JsValue>;

/// The window.
pub fn window() -> Js<Window> {
    web_sys::window().ok_or_else(|| "no window".into())
}

/// The document.
pub fn document() -> Js<Document> {
    window()?.document().ok_or_else(|| "no document".into())
}

/// An element that the page is known to have.
pub fn by_id<T: JsCast>(id: &str) -> Js<T> {
    let e = document()?.get_element_by_id(id).ok_or_else(|| JsValue::from(format!("#{id} is missing")))?;
    e.dyn_into().map_err(|_| format!("#{id} is another kind of element").into())
}

/// A new element.
pub fn make(tag: &str, class: &str, text: &str) -> Js<HtmlElement> {
    let e = document()?.create_element(tag)?;
    if !class.is_empty() {
        e.set_class_name(class);
    }
    if !text.is_empty() {
        e.set_text_content(Some(text));
    }
    e.dyn_into().map_err(|_| "not an HTML element".into())
}

/// A new element at the end of another.
pub fn add(parent: &impl AsRef<Node>, tag: &str, class: &str, text: &str) -> Js<HtmlElement> {
    let e = make(tag, class, text)?;
    parent.as_ref().append_child(&e)?;
    Ok(e)
}

/// Takes everything out of an element that the page is known to have.
pub fn empty(id: &str) -> Js<HtmlElement> {
    let e: HtmlElement = by_id(id)?;
    e.set_text_content(None);
    Ok(e)
}

/// The element of a kind in which an event happened. Lists that are made anew have one listener on their place: a listener
/// lives as long as the page.
pub fn within(event: &Event, selector: &str) -> Js<Option<Element>> {
    match event.target().and_then(|t| t.dyn_into::<Element>().ok()) {
        Some(e) => e.closest(selector),
        None => Ok(None),
    }
}

/// Follows an event for as long as the page lives; what goes wrong in `f` is said to the reader.
pub fn listen(target: &impl AsRef<EventTarget>, event: &str, mut f: impl FnMut(Event) -> Js + 'static) -> Js {
    let closure = Closure::<dyn FnMut(Event)>::new(move |e| crate::tell(f(e)));
    target.as_ref().add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())?;
    closure.forget();
    Ok(())
}

/// `n` and its noun.
pub fn count(n: u32, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
