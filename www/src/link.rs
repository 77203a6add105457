//! Permalinks: the fragment of the page's address holds the text itself (`#t=…`, with `&u=` its page's address) or names a
//! sample (`#sample=…`). A fragment is never sent to a server.

use crate::dom::{Js, by_id, window};
use crate::{SAMPLES, Shared, choose, fill, say, tell};
use js_sys::futures::{JsFuture, spawn_local};
use js_sys::{Function, Promise, Reflect, decode_uri_component, encode_uri_component};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The longest fragment, in bytes: browsers and mail programs cut longer addresses.
const MAX: usize = 32_000;

/// Opens what the address names; false where it names nothing.
pub fn open(state: &Shared) -> Js<bool> {
    let hash = window()?.location().hash()?;
    let part = |key: &str| hash.trim_start_matches('#').split('&').find_map(|p| p.strip_prefix(key)?.strip_prefix('='));
    if let Some(key) = part("sample").filter(|k| SAMPLES.iter().any(|s| s.key == *k)) {
        choose(state, key)?;
        return Ok(true);
    }
    let Some(text) = part("t") else { return Ok(false) };
    let (text, url) = (decode_uri_component(text), decode_uri_component(part("u").unwrap_or_default()));
    let (Ok(text), Ok(url)) = (text, url) else {
        fill(state, "", "", "")?;
        say("The address holds a text that can’t be read: it seems to be cut off.")?;
        return Ok(true);
    };
    fill(state, "", &String::from(text), &String::from(url))?;
    Ok(true)
}

/// Puts the text into the address and copies the address.
pub fn copy() -> Js {
    let sample = by_id::<HtmlSelectElement>("sample")?.value();
    let fragment = if sample.is_empty() {
        let text = encode_uri_component(&by_id::<HtmlTextAreaElement>("text")?.value());
        let url = encode_uri_component(by_id::<HtmlInputElement>("url")?.value().trim());
        let (text, url) = (String::from(text), String::from(url));
        if url.is_empty() { format!("#t={text}") } else { format!("#t={text}&u={url}") }
    } else {
        format!("#sample={sample}")
    };
    if fragment.len() > MAX {
        return say(&format!(
            "A permalink holds up to {} kB; this text would need {} kB.",
            MAX / 1000,
            fragment.len().div_ceil(1000)
        ));
    }
    window()?.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&fragment))?;
    // Asked within the click, as the browsers want it; a refusal (no focus, no permission) comes later.
    let asked = to_clipboard(&window()?.location().href()?);
    let where_ = if sample.is_empty() {
        "The text is in the address itself and is sent to nobody."
    } else {
        "It names the sample."
    };
    spawn_local(async move {
        let copied = match asked {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        let what = if copied { "The permalink was copied." } else { "The address bar now holds the permalink." };
        tell(say(&format!("{what} {where_}")));
    });
    Ok(())
}

/// `navigator.clipboard` is missing on insecure origins, so it is looked up and not assumed.
fn to_clipboard(text: &str) -> Js<Promise> {
    let navigator = Reflect::get(&window()?.into(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into())?.dyn_into()
}
