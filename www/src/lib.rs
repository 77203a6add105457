//! The lab: paste a text, see the marks, the reasons and the numbers. A program on the DOM of its own page.
//!
//! Unlike the extension, the lab owns its document, so a mark is an element here: reachable with the keyboard, with a name
//! for screen readers. What is on screen is always made from [`State`]; nothing is read back from the document but the
//! fields a person fills in.

#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, unused_imports))]

mod card;
mod dom;
mod findings;
mod link;
mod marked;
mod switches;

use dom::{Js, by_id, listen, window};
use saidby::category::CATEGORIES;
use saidby::marks::Mark;
use saidby::report::Report;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// A built-in text.
pub struct Sample {
    /// Its name in a permalink.
    pub key: &'static str,
    /// What the reader chooses.
    pub name: &'static str,
    /// The text; its first line is the headline.
    pub text: &'static str,
}

/// The samples, all written for the lab.
pub const SAMPLES: &[Sample] = &[
    Sample { key: "report", name: "A news report", text: include_str!("../samples/report.txt") },
    Sample { key: "opinion", name: "An opinion piece", text: include_str!("../samples/opinion.txt") },
    Sample { key: "interview", name: "An interview", text: include_str!("../samples/interview.txt") },
];

/// The most text that the lab reads at once, in bytes of UTF-8 (about 30,000 words): it is read on the page's own thread.
const MAX_TEXT: usize = 200_000;
/// How long typing must pause before the text is read, in milliseconds.
const PAUSE: i32 = 250;

/// What the page shows.
#[derive(Default)]
pub struct State {
    /// What was read, with byte offsets.
    pub report: Report,
    /// Its marks by the index of their block, hidden ones too.
    pub marks: Vec<Vec<Mark>>,
    /// The kinds that are switched off.
    pub off: BTreeSet<&'static str>,
    /// Whether only strong marks are shown.
    pub strong: bool,
}

impl State {
    /// Whether a mark is shown.
    pub fn shows(&self, mark: &Mark) -> bool {
        !self.off.contains(mark.kind.key()) && (mark.strong || !self.strong)
    }
}

/// The state, shared by the page's listeners.
pub type Shared = Rc<RefCell<State>>;

/// Starts the lab.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen(start))]
pub fn start() -> Js {
    let state: Shared = Shared::default();
    state.borrow_mut().off.extend(CATEGORIES.iter().filter(|c| !c.default).map(|c| c.key));
    let select: HtmlSelectElement = by_id("sample")?;
    for s in SAMPLES {
        dom::add(&select, "option", "", s.name)?.set_attribute("value", s.key)?;
    }
    switches::make(&state)?;
    wire(&state)?;
    marked::wire(&state)?;
    card::wire()?;
    findings::wire()?;
    if !link::open(&state)? {
        choose(&state, SAMPLES[0].key)?;
    }
    by_id::<HtmlElement>("lab")?.set_hidden(false);
    Ok(())
}

fn wire(state: &Shared) -> Js {
    let select: HtmlSelectElement = by_id("sample")?;
    let (s, chooser) = (state.clone(), select.clone());
    listen(&select, "change", move |_| {
        let key = chooser.value();
        if key.is_empty() { clear(&s) } else { choose(&s, &key) }
    })?;
    let waiting: Rc<Cell<Option<i32>>> = Rc::default();
    let (s, w) = (state.clone(), waiting.clone());
    let later = Closure::<dyn FnMut()>::new(move || {
        w.set(None);
        tell(read(&s));
    });
    let f: js_sys::Function = later.as_ref().unchecked_ref::<js_sys::Function>().clone();
    later.forget();
    for id in ["text", "url"] {
        let (w, f) = (waiting.clone(), f.clone());
        listen(&by_id::<HtmlElement>(id)?, "input", move |_| {
            by_id::<HtmlSelectElement>("sample")?.set_value("");
            if let Some(timer) = w.take() {
                window()?.clear_timeout_with_handle(timer);
            }
            w.set(Some(window()?.set_timeout_with_callback_and_timeout_and_arguments_0(&f, PAUSE)?));
            Ok(())
        })?;
    }
    let s = state.clone();
    listen(&by_id::<HtmlElement>("clear")?, "click", move |_| {
        clear(&s)?;
        by_id::<HtmlTextAreaElement>("text")?.focus()
    })?;
    let s = state.clone();
    listen(&by_id::<HtmlElement>("link")?, "click", move |_| {
        // What is still waiting to be read would take the answer away again.
        if let Some(timer) = waiting.take() {
            window()?.clear_timeout_with_handle(timer);
            read(&s)?;
        }
        link::copy()
    })?;
    let s = state.clone();
    listen(&window()?, "hashchange", move |_| link::open(&s).map(|_| ()))
}

/// Says something beside the text; an empty message takes the last one away.
pub fn say(message: &str) -> Js {
    by_id::<HtmlElement>("status")?.set_text_content(Some(message));
    Ok(())
}

/// Says what went wrong, if something did.
pub fn tell(r: Js) {
    if let Err(e) = r {
        // A thrown `Error` is no string, but has words for itself.
        let why = e.as_string().or_else(|| e.dyn_ref::<js_sys::Error>().map(|e| e.to_string().into()));
        let _ = say(&format!("Something went wrong: {}", why.unwrap_or_default()));
    }
}

/// Fills the fields and reads them. `sample` is the sample's key, or empty.
pub fn fill(state: &Shared, sample: &str, text: &str, url: &str) -> Js {
    by_id::<HtmlSelectElement>("sample")?.set_value(sample);
    by_id::<HtmlTextAreaElement>("text")?.set_value(text);
    by_id::<HtmlInputElement>("url")?.set_value(url);
    read(state)
}

/// Shows a sample.
pub fn choose(state: &Shared, key: &str) -> Js {
    match SAMPLES.iter().find(|s| s.key == key) {
        Some(s) => fill(state, s.key, s.text, ""),
        None => clear(state),
    }
}

fn clear(state: &Shared) -> Js {
    fill(state, "", "", "")
}

/// Reads the fields and shows everything.
fn read(state: &Shared) -> Js {
    let field: HtmlTextAreaElement = by_id("text")?;
    let text = field.value();
    let fault: HtmlElement = by_id("fault")?;
    let too_long = text.len() > MAX_TEXT;
    field.set_attribute("aria-invalid", if too_long { "true" } else { "false" })?;
    fault.set_hidden(!too_long);
    fault.set_text_content(None);
    let report = if too_long {
        fault.set_text_content(Some(&format!(
            "This text has {} kB, and the lab reads up to {} kB at once (about 30,000 words). Shorten it, or use the command line, which reads more.",
            text.len() / 1000,
            MAX_TEXT / 1000
        )));
        Report::default()
    } else {
        let url = by_id::<HtmlInputElement>("url")?.value();
        let url = url.trim();
        saidby::analyze_text(&text, (!url.is_empty()).then_some(url))
    };
    let notes: Vec<&str> = report.notes.iter().filter(|n| n.key != "empty").map(|n| n.message.as_str()).collect();
    say(&notes.join(" "))?;
    {
        let mut st = state.borrow_mut();
        st.marks = saidby::segments::by_block(&report);
        st.report = report;
    }
    findings::show(&state.borrow())?;
    show(state)
}

/// Shows text, marks and counts anew, after a switch as well as after reading.
pub fn show(state: &Shared) -> Js {
    card::close()?;
    findings::unshown("")?;
    marked::show(state)?;
    switches::show(&state.borrow())
}
