//! The lab: paste a text, see the marks, the reasons and the numbers. A program on the DOM of its own page.
//!
//! Unlike the extension, the lab owns its document, so a mark is an element here: reachable with Tab, with a name for
//! screen readers. Text enters the document as text nodes only.

#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, unused_imports))]

use js_sys::{Function, Reflect, decode_uri_component, encode_uri_component};
use saidby::category::{CATEGORIES, Category, Group, Kind, Underline};
use saidby::marks::{Mark, Part};
use saidby::report::{Event as SpeechEvent, Quotation, Report, Role};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
    Window,
};

/// The samples: title and text. The first line of each is its headline.
const SAMPLES: &[(&str, &str)] = &[
    ("A news report", include_str!("../samples/report.txt")),
    ("An opinion piece", include_str!("../samples/opinion.txt")),
    ("An interview", include_str!("../samples/interview.txt")),
];

/// The most text that the lab reads at once, in bytes: as much as stays quick to type in.
const MAX_TEXT: usize = 1 << 20;
/// The longest text that a permalink carries, in bytes: browsers cut longer addresses.
const MAX_LINK: usize = 24 << 10;

#[derive(Default)]
struct State {
    report: Report,
    off: BTreeSet<&'static str>,
}

type Shared = Rc<RefCell<State>>;
type Js<T = ()> = Result<T, JsValue>;

fn window() -> Js<Window> {
    web_sys::window().ok_or_else(|| "no window".into())
}

fn document() -> Js<Document> {
    window()?.document().ok_or_else(|| "no document".into())
}

fn by_id<T: JsCast>(id: &str) -> Js<T> {
    let e = document()?.get_element_by_id(id).ok_or_else(|| JsValue::from(format!("#{id} is missing")))?;
    e.dyn_into().map_err(|_| format!("#{id} is another kind of element").into())
}

fn make(tag: &str, text: &str) -> Js<HtmlElement> {
    let e = document()?.create_element(tag)?;
    if !text.is_empty() {
        e.set_text_content(Some(text));
    }
    e.dyn_into().map_err(|_| "not an HTML element".into())
}

fn add(parent: &Element, tag: &str, text: &str) -> Js<HtmlElement> {
    let e = make(tag, text)?;
    parent.append_child(&e)?;
    Ok(e)
}

fn listen(target: &web_sys::EventTarget, event: &str, f: impl FnMut(Event) + 'static) -> Js {
    let closure = Closure::<dyn FnMut(Event)>::new(f);
    target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())?;
    // The lab's listeners live as long as its page.
    closure.forget();
    Ok(())
}

/// Starts the lab.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen(start))]
pub fn start() -> Js {
    let state: Shared = Shared::default();
    for c in CATEGORIES.iter().filter(|c| !c.default) {
        state.borrow_mut().off.insert(c.key);
    }
    let select: HtmlSelectElement = by_id("sample")?;
    for (i, (name, _)) in SAMPLES.iter().enumerate() {
        let o = add(&select, "option", name)?;
        o.set_attribute("value", &i.to_string())?;
    }
    switches(&state)?;
    wire(&state, &select)?;
    if !from_fragment(&state)? {
        select.set_value("0");
        by_id::<HtmlTextAreaElement>("text")?.set_value(SAMPLES[0].1);
        read(&state)?;
    }
    Ok(())
}

fn wire(state: &Shared, select: &HtmlSelectElement) -> Js {
    let (s, chooser) = (state.clone(), select.clone());
    listen(select, "change", move |_| {
        if let Some((_, text)) = chooser.value().parse::<usize>().ok().and_then(|i| SAMPLES.get(i)) {
            let _ = by_id::<HtmlTextAreaElement>("text").map(|t| t.set_value(text));
        }
        report_error(read(&s));
    })?;
    let text: HtmlTextAreaElement = by_id("text")?;
    let (s, chooser) = (state.clone(), select.clone());
    listen(&text, "input", move |_| {
        chooser.set_value("");
        report_error(read(&s));
    })?;
    let s = state.clone();
    let clear: HtmlElement = by_id("clear")?;
    listen(&clear, "click", move |_| {
        let _ = by_id::<HtmlTextAreaElement>("text").map(|t| {
            t.set_value("");
            t.focus()
        });
        report_error(read(&s));
    })?;
    let link: HtmlElement = by_id("link")?;
    listen(&link, "click", |_| report_error(permalink()))?;
    let s = state.clone();
    let page = window()?;
    listen(&page, "hashchange", move |_| report_error(from_fragment(&s).map(|_| ())))?;
    let s = state.clone();
    let marked: HtmlElement = by_id("marked")?;
    listen(&marked, "click", move |e| report_error(choose(&s, &e)))?;
    let s = state.clone();
    listen(&marked, "keydown", move |e| {
        if e.dyn_ref::<KeyboardEvent>().is_some_and(|k| k.key() == "Enter" || k.key() == " ") {
            e.prevent_default();
            report_error(choose(&s, &e));
        }
    })
}

fn say(message: &str) -> Js {
    by_id::<HtmlElement>("status")?.set_text_content(Some(message));
    Ok(())
}

fn report_error(r: Js) {
    if let Err(e) = r {
        let _ = say(&format!("Something went wrong: {}", e.as_string().unwrap_or_else(|| format!("{e:?}"))));
    }
}

/// Reads the text and shows everything.
fn read(state: &Shared) -> Js {
    let text = by_id::<HtmlTextAreaElement>("text")?.value();
    if text.len() > MAX_TEXT {
        return say(&format!(
            "The lab reads up to {} MB at once; this text is longer. The command line reads more.",
            MAX_TEXT >> 20
        ));
    }
    let report = saidby::analyze_text(&text, None);
    let notes: Vec<&str> = report.notes.iter().map(|n| n.message.as_str()).collect();
    say(&notes.join(" "))?;
    state.borrow_mut().report = report;
    show(state)
}

fn show(state: &Shared) -> Js {
    let st = state.borrow();
    let marked: HtmlElement = by_id("marked")?;
    marked.set_text_content(None);
    if st.report.blocks.is_empty() {
        let p = add(&marked, "p", "Nothing to read yet.")?;
        p.set_class_name("quiet");
    }
    let mut all = saidby::segments::by_block(&st.report);
    for list in &mut all {
        list.retain(|m| !st.off.contains(m.kind.key()));
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
        let p = add(&marked, tag, "")?;
        if !b.role.in_body() && b.role != Role::Headline {
            p.set_class_name("note");
        }
        for s in saidby::segments::cut(&st.report.text, b, &all[i]) {
            match s.top() {
                Some(m) => {
                    let e = mark(m, s.text)?;
                    if seen.insert(m.of.clone()) {
                        e.set_attribute("tabindex", "0")?;
                        e.set_attribute("role", "button")?;
                    }
                    p.append_child(&e)?;
                }
                None => {
                    p.append_child(&document()?.create_text_node(s.text))?;
                }
            }
        }
    }
    numbers(&st.report)
}

fn line(u: Underline) -> &'static str {
    match u {
        Underline::Solid => "solid",
        Underline::Double => "double",
        Underline::Dotted => "dotted",
        Underline::Dashed => "dashed",
        Underline::Wavy => "wavy",
    }
}

fn dress(e: &HtmlElement, c: &Category) -> Js {
    let style = e.style();
    style.set_property("--light", c.light)?;
    style.set_property("--dark", c.dark)?;
    style.set_property("--style", line(c.underline))
}

fn mark(m: &Mark, text: &str) -> Js<HtmlElement> {
    let e = make("span", text)?;
    let part = match m.part {
        Part::Trigger => " trigger",
        Part::Cue => " cue",
        Part::Source => " source",
        Part::Content | Part::Whole => "",
    };
    e.set_class_name(&format!("mark{part}"));
    e.set_attribute("data-of", &m.of)?;
    e.set_attribute("data-kind", m.kind.key())?;
    dress(&e, m.kind.category())?;
    Ok(e)
}

/// Shows the reason for the mark that was clicked or entered.
fn choose(state: &Shared, event: &Event) -> Js {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return Ok(()) };
    let Some(target) = target.closest(".mark")? else { return Ok(()) };
    let (of, kind) =
        (target.get_attribute("data-of").unwrap_or_default(), target.get_attribute("data-kind").unwrap_or_default());
    let chosen = document()?.query_selector_all(".mark.chosen")?;
    for i in 0..chosen.length() {
        if let Some(e) = chosen.item(i).and_then(|n| n.dyn_into::<Element>().ok()) {
            e.class_list_remove("chosen")?;
        }
    }
    target.class_list_add("chosen")?;
    let st = state.borrow();
    let card: HtmlElement = by_id("card")?;
    card.set_text_content(None);
    let Some(category) = Kind::from_key(&kind).map(Kind::category) else { return Ok(()) };
    add(&card, "h3", category.label)?;
    let row = |name: &str, value: &str| -> Js {
        if !value.is_empty() {
            add(&card, "p", &format!("{name}: {value}"))?;
        }
        Ok(())
    };
    if let Some(q) = st.report.quotations.iter().find(|q| q.id == of) {
        row("Speaker", &speaker(q))?;
        add(&card, "p", &q.because)?;
        row("Confidence", &format!("{:.0} %", q.confidence * 100.0))?;
    } else if let Some(a) = st.report.assertions.iter().find(|a| a.id == of) {
        add(&card, "p", &a.because)?;
        let words: Vec<&str> = a.triggers.iter().map(|t| &st.report.text[t.range()]).collect();
        row("Trigger words", &words.join(", "))?;
        row("Rule", &a.rule)?;
        row("Confidence", &format!("{:.0} %", a.confidence * 100.0))?;
    } else if let Some(p) = of
        .strip_prefix('p')
        .and_then(|n| n.parse::<usize>().ok())
        .and_then(|n| st.report.provenance.get(n.wrapping_sub(1)))
    {
        row("Value", &p.value)?;
        for i in st.report.institutes.iter().filter(|i| p.value.contains(&i.name)) {
            for f in &i.facts {
                add(&card, "p", &format!("{} ({}, {})", f.statement, f.source, f.date))?;
            }
        }
    }
    let p = add(&card, "p", category.description)?;
    p.set_class_name("quiet");
    Ok(())
}

fn speaker(q: &Quotation) -> String {
    let name = q.speaker.name.as_deref().unwrap_or("not named");
    q.speaker.role.as_ref().map_or_else(|| name.to_owned(), |r| format!("{name} ({r})"))
}

fn numbers(report: &Report) -> Js {
    let out: HtmlElement = by_id("numbers")?;
    out.set_text_content(None);
    let s = &report.statistics;
    if s.sentences == 0 {
        add(&out, "p", "No sentences.")?;
        return Ok(());
    }
    let text = format!(
        "{} words in {} sentences: {} attributed, {} with an unattributed assertion, {} plain record.",
        s.words, s.sentences, s.attributed, s.unattributed, s.plain
    );
    let bar = add(&out, "div", "")?;
    bar.set_class_name("bar");
    bar.set_attribute("role", "img")?;
    bar.set_attribute("aria-label", &text)?;
    for (class, n) in [("a", s.attributed), ("u", s.unattributed)] {
        let i = add(&bar, "i", "")?;
        i.set_class_name(class);
        i.style().set_property("width", &format!("{:.1}%", f64::from(n) * 100.0 / f64::from(s.sentences)))?;
    }
    add(&out, "p", &text)?;
    let mut by_kind: HashMap<Kind, u32> = HashMap::new();
    for a in &report.assertions {
        *by_kind.entry(a.kind).or_default() += 1;
    }
    let list = add(&out, "ul", "")?;
    for c in &s.sources {
        let who = c.speaker.name.as_deref().unwrap_or("Not named");
        add(&list, "li", &format!("{who}: {} × quoted, {} words", c.quotations, c.words))?;
    }
    let beliefs = report.quotations.iter().filter(|q| q.event == SpeechEvent::Belief).count();
    if beliefs > 0 {
        add(&list, "li", &format!("{beliefs} × what somebody is said to think, not painted as a quotation"))?;
    }
    for c in CATEGORIES.iter().filter(|c| c.group == Group::Unattributed) {
        if let Some(n) = by_kind.get(&c.kind) {
            add(&list, "li", &format!("{}: {n}", c.label))?;
        }
    }
    Ok(())
}

fn switches(state: &Shared) -> Js {
    let out: HtmlElement = by_id("switches")?;
    let mut group = None;
    for c in CATEGORIES {
        if group != Some(c.group) {
            group = Some(c.group);
            add(&out, "h3", &format!("{:?}", c.group))?;
        }
        let label = add(&out, "label", "")?;
        label.set_attribute("title", c.description)?;
        let input: HtmlInputElement = add(&label, "input", "")?.dyn_into().map_err(|_| JsValue::from("no input"))?;
        input.set_type("checkbox");
        input.set_checked(c.default);
        let name = add(&label, "span", c.label)?;
        dress(&name, c)?;
        let (s, boxed) = (state.clone(), input.clone());
        listen(&input, "change", move |_| {
            {
                let mut st = s.borrow_mut();
                if boxed.checked() {
                    st.off.remove(c.key);
                } else {
                    st.off.insert(c.key);
                }
            }
            report_error(show(&s));
        })?;
    }
    Ok(())
}

/// Puts the text into the address and copies the address.
fn permalink() -> Js {
    let text = by_id::<HtmlTextAreaElement>("text")?.value();
    if text.len() > MAX_LINK {
        return say(&format!("A permalink holds up to {} kB of text; this text is longer.", MAX_LINK >> 10));
    }
    let fragment = format!("#t={}", encode_uri_component(&text));
    window()?.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&fragment))?;
    let copied = copy(&window()?.location().href()?);
    say(if copied.is_ok() {
        "The address of this text was copied. The text is in the address itself."
    } else {
        "The address bar now holds the permalink."
    })
}

/// `navigator.clipboard` is missing on insecure origins, so it is looked up and not assumed.
fn copy(text: &str) -> Js {
    let navigator = Reflect::get(&window()?.into(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    let promise: js_sys::Promise = write.call1(&clipboard, &text.into())?.dyn_into()?;
    // A refusal (no focus, no permission) leaves the link in the address bar, which is enough.
    let ignore = Closure::<dyn FnMut(JsValue)>::new(|_| {});
    let _ = promise.catch(&ignore);
    ignore.forget();
    Ok(())
}

fn from_fragment(state: &Shared) -> Js<bool> {
    let hash = window()?.location().hash()?;
    let Some(encoded) = hash.strip_prefix("#t=") else { return Ok(false) };
    let Ok(text) = decode_uri_component(encoded) else {
        say("The address holds a text that can't be read.")?;
        return Ok(false);
    };
    by_id::<HtmlSelectElement>("sample")?.set_value("");
    by_id::<HtmlTextAreaElement>("text")?.set_value(&String::from(text));
    read(state)?;
    Ok(true)
}

/// `classList` in two calls, without the binding for the whole interface.
trait ClassList {
    fn class_list_add(&self, class: &str) -> Js;
    fn class_list_remove(&self, class: &str) -> Js;
}

impl ClassList for Element {
    fn class_list_add(&self, class: &str) -> Js {
        self.set_class_name(&format!("{} {class}", self.class_name()));
        Ok(())
    }
    fn class_list_remove(&self, class: &str) -> Js {
        let kept: Vec<String> =
            self.class_name().split_whitespace().filter(|c| *c != class).map(str::to_owned).collect();
        self.set_class_name(&kept.join(" "));
        Ok(())
    }
}
