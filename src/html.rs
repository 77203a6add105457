//! An HTML file as a [`Page`].
//!
//! Only html5ever's tokenizer is used, with a small tree builder of our own: the standard's tree construction looks
//! through all open elements at each tag, so that 100,000 nested elements take it minutes. Here depth is bounded by
//! [`MAX_DEPTH`], nothing recurses, and blocks are made while the tokens come in; no DOM is kept.
//!
//! The rules by which text is collected (`extension/content/collect.js` follows the same):
//!
//! 1. `html`, `head` and `body` are one root, `nodes[0]`, with the tag `body`.
//! 2. Left out with all inside: `script style noscript template select datalist option textarea input button svg canvas
//!    iframe object audio video`; what has `hidden`, a `contenteditable` other than `false`, or a `style` that sets
//!    `display` to `none` or `visibility` to `hidden` or `collapse`; a `dialog` without `open`. `aria-hidden` stays: its
//!    text is seen.
//! 3. An element is inline if it is one of [`INLINE`]; any other is block-level, and a border on both sides. `hr` is a
//!    border. `br` is `\n`; a second `br` with nothing but white space between is a border.
//! 4. ASCII white space collapses to one space, none before or after `\n`, none at the ends. No-break spaces stay. A run
//!    without any character but white space, no-break and zero-width ones is no block.
//! 5. Inline elements (rule of [`crate::page::Inline`]) that hold text of the block are listed in the order in which they
//!    end, those still open at the block's end last, innermost first, at most 16.
//! 6. A node is made for a block's nearest block-level element and its block-level ancestors. Inline elements are no
//!    nodes.
//! 7. Any element with `itemprop` or `property` and `content` counts as a `<meta>`.
//! 8. Values are cut to [`MAX_HREF`], [`MAX_LINK`] and [`MAX_CONTENT`]; of the hints one that doesn't fit whole into
//!    [`MAX_HINTS`] is left out.

use crate::page::{Block, Head, HeadLink, Inline, Meta, Node, Page};
use crate::text::offsets::head;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::{Attribute, LocalName};
use std::cell::RefCell;

/// The most HTML that is read, in bytes; the rest of a longer page is left out.
pub const MAX_HTML: usize = 32 << 20;
/// Elements nested deeper than this are taken as part of the element at this depth, as browsers do.
const MAX_DEPTH: usize = 512;
const MAX_BLOCKS: usize = 50_000;
const MAX_INLINES: usize = 400_000;
/// The longest hints of an element, in UTF-16 units, as are the three limits below: `collect.js` counts so.
const MAX_HINTS: usize = 400;
/// The most of a link's `href` that is kept: every block that the link reaches over gets its own copy.
const MAX_HREF: usize = 2_000;
/// The most of a `<link>`'s `href` that is kept.
const MAX_LINK: usize = 4_000;
/// The most of a `<meta>`'s `content` that is kept.
const MAX_CONTENT: usize = 20_000;
const MAX_METAS: usize = 2_000;
const MAX_JSON_LD: usize = 4 << 20;

/// Elements that don't interrupt a run of text.
pub const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "meter", "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var",
];
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "select", "datalist", "option", "textarea", "button", "svg", "canvas",
    "iframe", "object", "audio", "video", "noembed", "noframes", "title",
];
/// Elements of other languages than HTML, in which `/>` ends an element.
const FOREIGN: &[&str] = &["svg", "math"];
const HINTS: &[&str] =
    &["id", "class", "role", "itemprop", "itemtype", "rel", "aria-label", "data-testid", "data-component", "datetime"];

/// How far into a page its declaration of an encoding is looked for, in bytes.
const DECLARED_WITHIN: usize = 4096;

/// Decodes a file of HTML: by its byte order mark, else as UTF-8, else by the charset that it declares in its first
/// kilobytes, and as windows-1252 where it declares none.
pub fn decode(bytes: &[u8]) -> String {
    decode_as(bytes, declared)
}

/// Decodes a plain text as [`decode`] does a page, but for the declaration: in a text that would be somebody's words.
pub fn decode_text(bytes: &[u8]) -> String {
    decode_as(bytes, |_| None)
}

fn decode_as(bytes: &[u8], declared: fn(&[u8]) -> Option<&'static Encoding>) -> String {
    if let Some((e, _)) = Encoding::for_bom(bytes) {
        return e.decode(bytes).0.into_owned();
    }
    // Bytes that are UTF-8 are read as such whatever the page declares: a wrong declaration is common, and other
    // encodings hardly ever make valid UTF-8 by chance.
    if let Ok(s) = std::str::from_utf8(bytes) {
        return s.to_owned();
    }
    let e = declared(bytes).unwrap_or(UTF_8);
    let text = e.decode(bytes).0;
    // Letters of windows-1252 are all broken as UTF-8; where most letters are whole, a few were damaged on their way.
    if e == UTF_8 {
        let (whole, broken) = text.chars().filter(|c| !c.is_ascii()).fold((0_usize, 0_usize), |(w, b), c| {
            if c == char::REPLACEMENT_CHARACTER { (w, b + 1) } else { (w + 1, b) }
        });
        if broken > whole {
            return WINDOWS_1252.decode(bytes).0.into_owned();
        }
    }
    text.into_owned()
}

/// The encoding that a `<meta>` or the XML declaration names. As in a browser comments and other elements name none, and
/// UTF-16 is UTF-8, since what could be read so far is ASCII.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    use memchr::memmem::find;
    let start = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let mut rest = start.trim_ascii_start();
    let mut named = None;
    if let Some(xml) = rest.strip_prefix(b"<?xml") {
        let end = find(xml, b"?>").unwrap_or(xml.len());
        named = label(&xml[..end], b"encoding");
    }
    while named.is_none() {
        rest = &rest[memchr::memchr(b'<', rest)? + 1..];
        if let Some(comment) = rest.strip_prefix(b"!--") {
            rest = &comment[find(comment, b"-->")?..];
        } else if let Some(meta) = rest.strip_prefix(b"meta") {
            let end = memchr::memchr(b'>', meta).unwrap_or(meta.len());
            named = label(&meta[..end], b"charset");
        }
    }
    named.map(|e| if e == UTF_16LE || e == UTF_16BE { UTF_8 } else { e })
}

/// The encoding that is given for `name`, in lower case, among a tag's attributes or inside one of them.
fn label(attrs: &[u8], name: &[u8]) -> Option<&'static Encoding> {
    memchr::memmem::find_iter(attrs, name).find_map(|at| {
        let value = attrs[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value).trim_ascii_start();
        let end = value
            .iter()
            .position(|c| !(c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b':' | b'.' | b'+')))
            .unwrap_or(value.len());
        Encoding::for_label(&value[..end])
    })
}

/// Parses HTML the way a browser does, as far as text, structure and metadata go.
pub fn parse(html: &str, url: Option<&str>) -> Page {
    let read = head(html, MAX_HTML);
    let sink = Sink(RefCell::new(Builder::new(url)));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(read));
    // The sink never asks for a script to be run, so one call reads it all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut b = tokenizer.sink.0.into_inner();
    b.flush();
    b.page.truncated = read.len() < html.len() || b.page.blocks.len() >= MAX_BLOCKS;
    b.page
}

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();
    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut b = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(t) => b.text(&t),
            Token::TagToken(t) if t.kind == TagKind::StartTag => return b.start(t),
            Token::TagToken(t) => b.end(&t.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open element.
struct Open {
    tag: LocalName,
    hints: String,
    href: String,
    block: bool,
    hidden: bool,
    /// Whether it is listed among a block's inlines.
    listed: bool,
    /// A link that was closed while elements inside it were still open.
    dead: bool,
    node: Option<u32>,
    start: u32,
}

#[derive(PartialEq, Clone, Copy)]
enum Capture {
    No,
    Title,
    JsonLd,
}

struct Builder {
    page: Page,
    stack: Vec<Open>,
    /// Start tags that were left out because of [`MAX_DEPTH`] and whose ends are to come.
    skipped: usize,
    hidden: usize,
    foreign: usize,
    /// Open `p` elements.
    paragraphs: usize,
    text: String,
    /// Whether the run has any character yet.
    read: bool,
    /// White space is due before the next character.
    space: bool,
    /// `br`s since the last character.
    breaks: u8,
    inlines: Vec<Inline>,
    inline_count: usize,
    capture: Capture,
    captured: String,
    json_ld_bytes: usize,
}

fn is(tag: &LocalName, names: &[&str]) -> bool {
    names.contains(&&**tag)
}

fn attr<'a>(attrs: &'a [Attribute], name: &str) -> Option<&'a str> {
    attrs.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}

/// The first `units` UTF-16 units. Half of a pair is U+FFFD, as JavaScript has it.
fn first_units(s: &str, units: usize) -> String {
    let mut met = 0;
    for (at, c) in s.char_indices() {
        if met + c.len_utf16() > units {
            let mut cut = s[..at].to_owned();
            cut.extend((met < units).then_some(char::REPLACEMENT_CHARACTER));
            return cut;
        }
        met += c.len_utf16();
    }
    s.to_owned()
}

fn hints(attrs: &[Attribute]) -> String {
    let mut out = String::new();
    let mut units = 0;
    for name in HINTS {
        let Some(v) = attr(attrs, name).map(str::trim).filter(|v| !v.is_empty()) else { continue };
        let more = usize::from(!out.is_empty()) + v.encode_utf16().count();
        // A part of a value says something else: of a moment another day.
        if units + more > MAX_HINTS {
            continue;
        }
        units += more;
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(v);
    }
    out
}

fn is_hidden(tag: &LocalName, attrs: &[Attribute]) -> bool {
    if is(tag, HIDDEN) || &**tag == "dialog" && attr(attrs, "open").is_none() {
        return true;
    }
    attrs.iter().any(|a| match &*a.name.local {
        "hidden" => true,
        "contenteditable" => !a.value.eq_ignore_ascii_case("false"),
        "style" => hides(&a.value),
        _ => false,
    })
}

/// Whether a style hides its element. As in a browser a property's last declaration counts, an important one before others.
fn hides(style: &str) -> bool {
    let mut last = [(false, false); 2];
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (property, hiding): (_, &[&str]) = match name.trim() {
            n if n.eq_ignore_ascii_case("display") => (0, &["none"]),
            n if n.eq_ignore_ascii_case("visibility") => (1, &["hidden", "collapse"]),
            _ => continue,
        };
        let (value, important) = value.split_once('!').map_or((value, false), |(v, _)| (v, true));
        if important || !last[property].1 {
            last[property] = (hiding.iter().any(|h| value.trim().eq_ignore_ascii_case(h)), important);
        }
    }
    last.iter().any(|&(hidden, _)| hidden)
}

/// How the tokenizer reads what stands in an element that has no elements inside.
fn raw(tag: &LocalName) -> Option<RawKind> {
    match &**tag {
        "script" => Some(RawKind::ScriptData),
        "style" | "noscript" | "iframe" | "noembed" | "noframes" | "xmp" => Some(RawKind::Rawtext),
        "textarea" | "title" => Some(RawKind::Rcdata),
        _ => None,
    }
}

impl Builder {
    fn new(url: Option<&str>) -> Self {
        let root = Open {
            tag: LocalName::from("body"),
            hints: String::new(),
            href: String::new(),
            block: true,
            hidden: false,
            listed: false,
            dead: false,
            node: Some(0),
            start: 0,
        };
        Self {
            page: Page {
                url: url.map(str::to_owned),
                lang: None,
                head: Head::default(),
                nodes: vec![Node { parent: None, tag: "body".into(), hints: String::new() }],
                truncated: false,
                blocks: Vec::new(),
            },
            stack: vec![root],
            skipped: 0,
            hidden: 0,
            foreign: 0,
            paragraphs: 0,
            text: String::new(),
            read: false,
            space: false,
            breaks: 0,
            inlines: Vec::new(),
            inline_count: 0,
            capture: Capture::No,
            captured: String::new(),
            json_ld_bytes: 0,
        }
    }

    fn text(&mut self, t: &str) {
        if self.capture != Capture::No {
            if self.json_ld_bytes + self.captured.len() + t.len() <= MAX_JSON_LD {
                self.captured.push_str(t);
            }
            return;
        }
        if self.hidden > 0 || self.page.blocks.len() >= MAX_BLOCKS {
            return;
        }
        let mut rest = t;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_whitespace() {
                self.space = true;
                rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
                continue;
            }
            if !self.text.is_empty() {
                if self.breaks > 0 {
                    self.text.push('\n');
                } else if self.space {
                    self.text.push(' ');
                }
            }
            self.breaks = 0;
            self.space = false;
            self.read = true;
            let word = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
            self.text.push_str(&rest[..word]);
            rest = &rest[word..];
        }
    }

    /// Where text that comes next will start.
    fn next_start(&self) -> u32 {
        let pending = !self.text.is_empty() && (self.space || self.breaks > 0);
        self.text.len() as u32 + u32::from(pending)
    }

    fn list(&mut self, at: usize) {
        let o = &self.stack[at];
        let end = self.text.len() as u32;
        if !o.listed || o.dead || o.start >= end || self.inline_count >= MAX_INLINES {
            return;
        }
        self.inline_count += 1;
        let (start, tag, hints, href) = (o.start, o.tag.to_string(), o.hints.clone(), o.href.clone());
        self.inlines.push(Inline { start, end, tag, hints, href });
    }

    /// Ends the run of text.
    fn flush(&mut self) {
        let some = self
            .text
            .chars()
            .any(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}'));
        if some {
            let mut open = 0;
            for i in (0..self.stack.len()).rev() {
                if self.stack[i].listed {
                    self.list(i);
                    open += 1;
                }
                if open == 16 {
                    break;
                }
            }
            let node = self.node();
            self.page.blocks.push(Block {
                node,
                text: std::mem::take(&mut self.text),
                inlines: std::mem::take(&mut self.inlines),
            });
        }
        if self.read {
            for o in &mut self.stack {
                o.start = 0;
            }
        }
        self.read = false;
        self.text.clear();
        self.inlines.clear();
        self.space = false;
        self.breaks = 0;
    }

    /// The node of the nearest block-level element; makes it and its ancestors where they aren't there yet.
    fn node(&mut self) -> u32 {
        let mut first = self.stack.len();
        while first > 0 && (!self.stack[first - 1].block || self.stack[first - 1].node.is_none()) {
            first -= 1;
        }
        let mut parent = if first > 0 { self.stack[first - 1].node.unwrap_or(0) } else { 0 };
        for o in self.stack[first..].iter_mut().filter(|o| o.block) {
            let id = self.page.nodes.len() as u32;
            self.page.nodes.push(Node { parent: Some(parent), tag: o.tag.to_string(), hints: o.hints.clone() });
            o.node = Some(id);
            parent = id;
        }
        parent
    }

    fn pop(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        let last = self.stack.len() - 1;
        if self.stack[last].block {
            self.flush();
        } else {
            self.list(last);
        }
        if let Some(o) = self.stack.pop() {
            self.hidden -= usize::from(o.hidden);
            self.foreign -= usize::from(is(&o.tag, FOREIGN));
            self.paragraphs -= usize::from(&*o.tag == "p");
        }
    }

    fn pop_to(&mut self, len: usize) {
        while self.stack.len() > len.max(1) {
            self.pop();
        }
    }

    /// Ends an open element of these names, if one is open inside the nearest of `within`.
    fn imply_end(&mut self, names: &[&str], within: &[&str]) {
        for i in (1..self.stack.len()).rev() {
            if is(&self.stack[i].tag, names) {
                self.pop_to(i);
                return;
            }
            if is(&self.stack[i].tag, within) {
                return;
            }
        }
    }

    fn start(&mut self, t: Tag) -> TokenSinkResult<()> {
        let tag = &t.name;
        match &**tag {
            "html" => {
                if let Some(l) = attr(&t.attrs, "lang").or_else(|| attr(&t.attrs, "xml:lang")) {
                    self.page.lang = Some(l.trim().to_owned()).filter(|l| !l.is_empty());
                }
                return TokenSinkResult::Continue;
            }
            "head" => return TokenSinkResult::Continue,
            "body" => {
                self.flush();
                if self.page.nodes[0].hints.is_empty() {
                    self.page.nodes[0].hints = hints(&t.attrs);
                }
                return TokenSinkResult::Continue;
            }
            "br" => {
                if self.hidden == 0 {
                    self.breaks = self.breaks.saturating_add(1);
                    if self.breaks > 1 {
                        self.flush();
                    }
                }
                return TokenSinkResult::Continue;
            }
            "link" => {
                if let (Some(rel), Some(href)) = (attr(&t.attrs, "rel"), attr(&t.attrs, "href"))
                    && self.page.head.links.len() < MAX_METAS
                {
                    self.page.head.links.push(HeadLink { rel: rel.to_owned(), href: first_units(href, MAX_LINK) });
                }
            }
            _ => {}
        }
        if let Some(content) = attr(&t.attrs, "content") {
            let names: &[&str] = if &**tag == "meta" {
                &["name", "property", "itemprop", "http-equiv"]
            } else {
                &["itemprop", "property"]
            };
            if let Some(name) = names.iter().find_map(|n| attr(&t.attrs, n))
                && self.page.head.metas.len() < MAX_METAS
            {
                self.page.head.metas.push(Meta { name: name.to_owned(), content: first_units(content, MAX_CONTENT) });
            }
        }
        let inline = is(tag, INLINE);
        if is(tag, VOID) || t.self_closing && (self.foreign > 0 || is(tag, FOREIGN)) {
            if &**tag == "hr" {
                self.flush();
            }
            return TokenSinkResult::Continue;
        }
        match &**tag {
            "li" => self.imply_end(&["li"], &["ul", "ol", "menu", "div", "article", "section", "table"]),
            "dd" | "dt" => self.imply_end(&["dd", "dt"], &["dl", "div", "article", "section", "table"]),
            "tr" => self.imply_end(&["tr"], &["table"]),
            "td" | "th" => self.imply_end(&["td", "th"], &["tr", "table"]),
            "option" => self.imply_end(&["option"], &["select", "datalist"]),
            "a" => {
                if let Some(i) =
                    (1..self.stack.len()).rev().find(|&i| &*self.stack[i].tag == "a" && !self.stack[i].dead)
                {
                    self.list(i);
                    self.stack[i].dead = true;
                }
            }
            _ if !inline && self.foreign == 0 && self.paragraphs > 0 => {
                self.imply_end(&["p"], &["button", "td", "th", "table", "caption", "object", "template", "body"]);
            }
            _ => {}
        }
        let raw = if self.foreign > 0 { None } else { raw(tag) };
        if self.stack.len() >= MAX_DEPTH && raw.is_none() {
            self.skipped += 1;
            if !inline {
                self.flush();
            }
            return TokenSinkResult::Continue;
        }
        let hidden = is_hidden(tag, &t.attrs);
        let block = !inline && !hidden;
        if block && self.hidden == 0 {
            self.flush();
        }
        let h = if self.hidden == 0 && !hidden { hints(&t.attrs) } else { String::new() };
        let listed = inline && (!h.is_empty() || is(tag, &["a", "time", "i", "em", "b", "strong", "cite", "q"]));
        let href = if &**tag == "a" { attr(&t.attrs, "href").unwrap_or("") } else { "" };
        let href = first_units(href, MAX_HREF);
        if raw.is_some() {
            if &**tag == "title" && self.page.head.title.is_empty() {
                self.capture = Capture::Title;
            } else if &**tag == "script"
                && attr(&t.attrs, "type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json"))
            {
                self.capture = Capture::JsonLd;
            }
            self.captured.clear();
        }
        self.hidden += usize::from(hidden);
        self.foreign += usize::from(is(tag, FOREIGN));
        self.paragraphs += usize::from(&**tag == "p");
        let start = self.next_start();
        self.stack.push(Open { tag: t.name, hints: h, href, block, hidden, listed, dead: false, node: None, start });
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    fn end(&mut self, tag: &LocalName) {
        match self.capture {
            Capture::Title => self.page.head.title = self.captured.split_whitespace().collect::<Vec<_>>().join(" "),
            Capture::JsonLd if !self.captured.trim().is_empty() => {
                self.json_ld_bytes += self.captured.len();
                self.page.head.json_ld.push(std::mem::take(&mut self.captured));
            }
            _ => {}
        }
        self.capture = Capture::No;
        if is(tag, &["html", "head", "body", "br"]) {
            return;
        }
        // What holds no elements is opened at any depth, since the tokenizer must know of it; so its end isn't one of those
        // that were left out.
        if self.skipped > 0 && !(raw(tag).is_some() && self.stack.last().is_some_and(|o| o.tag == *tag)) {
            self.skipped -= 1;
            if !is(tag, INLINE) {
                self.flush();
            }
            return;
        }
        let inline = is(tag, INLINE);
        let mut found = None;
        for i in (1..self.stack.len()).rev() {
            let o = &self.stack[i];
            if o.tag == *tag && !o.dead {
                found = Some(i);
                break;
            }
            // An end tag never reaches out of a cell, an inline one not out of a block.
            if is(&o.tag, &["table", "td", "th"]) && !is(tag, &["table", "tr", "tbody", "thead", "tfoot"]) {
                break;
            }
            if inline && o.block {
                if &**tag == "a" {
                    continue;
                }
                break;
            }
        }
        match found {
            Some(i) if inline && self.stack[i + 1..].iter().any(|o| o.block) => {
                self.list(i);
                self.stack[i].dead = true;
            }
            Some(i) => self.pop_to(i),
            None if !inline && self.hidden == 0 => self.flush(),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        parse(html, None).blocks.into_iter().map(|b| b.text).collect()
    }

    #[test]
    fn text_is_collected_as_the_rules_say() {
        for (html, want) in [
            ("<p>One  two\n three</p><p>Four", vec!["One two three", "Four"]),
            ("<div>One<br>two<br> <br>three</div>", vec!["One\ntwo", "three"]),
            ("<p>A <b>bold</b>, word<script>x</script></p>", vec!["A bold, word"]),
            ("<div hidden>no</div><div style='display: none'>no</div>yes", vec!["yes"]),
            ("<p>&nbsp;</p><p>x &amp; y</p>", vec!["x & y"]),
            ("<svg><title/><text>no</text></svg><p>yes", vec!["yes"]),
            ("<svg/><p>yes<math/> too", vec!["yes too"]),
            ("<p style='backface-visibility: hidden'>yes", vec!["yes"]),
            ("<p style='color:red; Visibility : HIDDEN !important; visibility:visible'>no</p>yes", vec!["yes"]),
            ("<p style='display:none;display:block'>yes", vec!["yes"]),
            ("<ul><li>a<li>b</ul>c", vec!["a", "b", "c"]),
            ("<table><tr><td>a<td>b<tr><td>c</table>", vec!["a", "b", "c"]),
            ("<button>no</button><select><option>no</select>yes", vec!["yes"]),
        ] {
            assert_eq!(texts(html), want, "{html}");
        }
    }

    #[test]
    fn inlines_stand_where_their_words_are() {
        let p =
            parse("<p>By  <a rel=author href='/x'>Ann <i>Lee</i></a>, <time datetime=2020-01-02>Thursday</time>", None);
        let b = &p.blocks[0];
        let got: Vec<(&str, &str)> =
            b.inlines.iter().map(|i| (&*i.tag, &b.text[i.start as usize..i.end as usize])).collect();
        assert_eq!(got, [("i", "Lee"), ("a", "Ann Lee"), ("time", "Thursday")]);
    }

    #[test]
    fn deep_nesting_is_survived() {
        let html = "<div>".repeat(100_000) + "deep" + &"</div>".repeat(100_000) + "<p>after</p>";
        assert_eq!(texts(&html), ["deep", "after"]);
        let html = "<div>".repeat(600)
            + "<script>1</script><p>deep<style>2</style> text</p>"
            + &"</div>".repeat(600)
            + "after";
        assert_eq!(texts(&html), ["deep text", "after"]);
    }

    #[test]
    fn wrong_declarations_of_the_encoding_do_no_harm() {
        assert_eq!(decode("<meta charset=iso-8859-1>Öl".as_bytes()), "<meta charset=iso-8859-1>Öl");
        assert_eq!(decode(b"<meta charset=\"windows-1252\">\xd6l"), "<meta charset=\"windows-1252\">Öl");
        assert_eq!(decode(b"\xff\xfea\0b\0"), "ab");
        assert_eq!(decode(b"<meta charset=utf-16>\xd6l"), "<meta charset=utf-16>Öl");
    }

    #[test]
    fn the_encoding_is_what_a_meta_or_the_xml_declaration_names_else_windows_1252() {
        for (page, want) in [
            (&b"<script charset=utf-8></script><meta charset=iso-8859-2>\xb1"[..], "ą"),
            (b"<!-- <meta charset=koi8-r> --><meta http-equiv=x content='text/html; CHARSET=\"iso-8859-2\"'>\xb1", "ą"),
            (b"<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\xb1", "ą"),
            (b"<meta name=charset content=x><meta charset = \"iso-8859-2\">\xb1", "ą"),
            (b"<p>Only one letter of a long page is not ASCII: Caf\xe9", "é"),
            (b"<meta charset=utf-8><p>Wrongly declared: Caf\xe9", "é"),
            ("<p>“Née” is whole, one letter is not".as_bytes(), "not"),
        ] {
            assert!(decode(page).ends_with(want), "{}", decode(page));
        }
        let damaged = ["“Née,” said ".as_bytes(), b"\xe2\x80"].concat();
        assert_eq!(decode(&damaged), "“Née,” said \u{fffd}");
        assert_eq!(decode_text(b"<meta charset=koi8-r>\xe9"), "<meta charset=koi8-r>é");
    }

    #[test]
    fn decoding_cuts_nothing_so_that_parsing_tells_of_what_it_leaves_out() {
        // A letter across the limit.
        let long = " ".repeat(MAX_HTML - 1) + "é<meta charset=koi8-r>";
        assert!(decode(long.as_bytes()).ends_with("é<meta charset=koi8-r>"));
    }

    #[test]
    fn values_are_bounded_however_many_blocks_they_reach_over() {
        let long = "x".repeat(50_000);
        let page = parse(
            &format!(
                "<link rel=canonical href='{long}'><meta name=a content='{long}'><a href='{long}'><div>One</div><div>Two</div>"
            ),
            None,
        );
        let hrefs: Vec<usize> = page.blocks.iter().flat_map(|b| &b.inlines).map(|i| i.href.len()).collect();
        assert_eq!(hrefs, [MAX_HREF; 2]);
        assert_eq!(page.head.links[0].href.len(), MAX_LINK);
        assert_eq!(page.head.metas[0].content.len(), MAX_CONTENT);
        assert_eq!(first_units("a😀b", 2), "a\u{fffd}");
        assert_eq!(first_units("a😀b", 3), "a😀");
    }

    #[test]
    fn a_hint_that_does_not_fit_is_left_out_whole() {
        let long = "x".repeat(MAX_HINTS - 8);
        let page = parse(&format!("<p id=lead class='{long}'><time class={long} datetime=2023-01-18T10:00>Then"), None);
        let block = &page.blocks[0];
        assert_eq!(block.inlines[0].hints, long.clone());
        assert_eq!(page.nodes[block.node as usize].hints, format!("lead {long}"));
        let page = parse(&format!("<p><time class='{long} {long}' datetime=2023-01-18T10:00>Then"), None);
        assert_eq!(page.blocks[0].inlines[0].hints, "2023-01-18T10:00");
    }

    #[test]
    fn a_limit_that_was_reached_is_told() {
        let long = "<p>One more line of text.".repeat(MAX_BLOCKS + 1);
        assert!(parse(&long, None).truncated);
        let report = crate::analyze(&Page { truncated: true, ..parse("<p>Short.", None) });
        assert!(report.notes.iter().any(|n| n.key == "truncated"));
        assert!(!parse("<p>Short.", None).truncated);
    }
}
