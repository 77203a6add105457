//! The JS border: the only file that knows wasm-bindgen. What crosses is decided in [`crate::border`].

use crate::{border, category, page::Page};
use serde::Serialize;
use wasm_bindgen::prelude::*;

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let s = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&s).map_err(|e| js_sys::Error::new(&e.to_string()).into())
}

/// Reads a page (see `Page` in the package's types): `{report, marks}`. Throws an `Error` on a malformed page.
#[wasm_bindgen(js_name = analyzePage)]
pub fn analyze_page(page: JsValue) -> Result<JsValue, JsValue> {
    let mut page: Page = serde_wasm_bindgen::from_value(page)
        .map_err(|e| JsValue::from(js_sys::Error::new(&format!("not a page: {e}"))))?;
    border::page_from_utf16(&mut page);
    to_js(&border::answer(crate::analyze(&page)))
}

/// Reads a plain text: `{report, marks}`, a block a paragraph.
#[wasm_bindgen(js_name = analyzeText)]
pub fn analyze_text(text: &str, url: Option<String>) -> Result<JsValue, JsValue> {
    to_js(&border::answer(crate::analyze_text(text, url.as_deref())))
}

/// The table of categories.
#[wasm_bindgen]
pub fn categories() -> Result<JsValue, JsValue> {
    to_js(&category::CATEGORIES)
}
