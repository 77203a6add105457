//! What a piece says about itself in notes: affiliation, disclosures, corrections, sponsors, agencies, picture credits, mail addresses.
//!
//! A note is recognised by how a block or sentence starts and by where it stands: notes stand at the head or foot of an article, in
//! blocks outside the body, in boxes that the page's tree calls by what they are ([`shape`]), or in italics. Words inside the running
//! text never count, so a report on somebody's conflict of interest is not a disclosure. The choice of article blocks drops much of
//! this as furniture; [`keep`] takes it back before the document is made.

mod corrections;
mod mails;
mod phrases;
mod shape;

use super::affiliation::{self, Ground};
use super::{Found, credits, dates, outlet};
use crate::article::link_share;
use crate::category::Kind;
use crate::document::Document;
use crate::page::{Block, Page};
use crate::registry;
use crate::report::{BlockSpan, Provenance, Role, Span};
use crate::text::Reading;
use corrections::{correction, of_text};
use mails::TRADE;
pub use mails::mails;
use phrases::{commission, disclosure, interest, legal, sponsored, translated};
use shape::Shape;

/// How many body blocks at the foot may hold notes.
const FOOT: usize = 6;
/// How many at the head.
const HEAD: usize = 3;
/// How many blocks of the page before the first paragraph and after the last may belong to the article.
const NEAR: usize = 40;

/// What the page tells of where notes stand. Made once, while the article's blocks are chosen, and read again where marks are made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    /// The shape of each node.
    shapes: Vec<Shape>,
    /// What the site calls itself.
    house: Vec<String>,
}

impl Places {
    /// Reads the page's tree and head. `roles`: one for each of the page's blocks.
    pub fn of(page: &Page, roles: &[Role]) -> Self {
        Self { shapes: shape::shapes(page, roles), house: house(page) }
    }
}

/// Gives blocks that hold notes or credits a role of their own, where the choice of article blocks took them for furniture.
/// `roles`: one for each of the page's blocks.
#[expect(clippy::if_same_then_else, reason = "the arms are rules, kept in their order of precedence")]
pub fn keep(page: &Page, roles: &mut [Role], places: &Places) {
    let (Some(first), Some(last)) = (roles.iter().position(|r| r.in_body()), roles.iter().rposition(|r| r.in_body()))
    else {
        return;
    };
    let Places { shapes, house } = places;
    let house: Vec<&str> = house.iter().map(String::as_str).collect();
    for (i, b) in page.blocks.iter().enumerate() {
        if !matches!(roles[i], Role::Other | Role::Related | Role::Comment | Role::Section | Role::Date)
            || b.text.len() > 2000
        {
            continue;
        }
        let s = shapes.get(b.node as usize).copied().unwrap_or_default();
        let near = i + NEAR >= first && i <= last + NEAR;
        let within = i + 8 >= first && i <= last + 3;
        let linked = link_share(b) > 0.7;
        let t = b.text.trim();
        let head = i + 12 >= first && i <= first + 2;
        let foot = i > last && i <= last + 12;
        let role = if roles[i] == Role::Comment {
            // A disclaimer beside the comments isn't a comment.
            (s.notice && (disclosure(t, true, true) || correction(t))).then_some(Role::Note)
        } else if s.bio
            && near
            && !s.aside
            && (affiliation::is_bio(t)
                || !linked && affiliation::is_bio_of(t, &house)
                || t.len() < 120 && affiliation::is_title(t))
        {
            Some(Role::Note)
        } else if !s.aside
            && s.credit
            && near
            && !linked
            && t.len() <= 220
            && credits::own(t).is_some()
            && (s.figure || within && !s.author && !legal(t))
        {
            Some(Role::Credit)
        } else if !s.aside
            && !linked
            && near
            && s.figure
            && (inline_credit(b, true).is_some() || credits::picture(t, true).is_some())
            && !legal(t)
        {
            Some(Role::Caption)
        } else if !s.aside
            && !linked
            && within
            && !legal(t)
            // There a bare line of rights is the site's.
            && (!t.starts_with('©') || !in_footer(page, b))
            && credits::picture(t, false).is_some_and(|c| c.0.start <= 1 || t.len() < 200)
        {
            Some(Role::Credit)
        } else if near
            && !s.aside
            && !linked
            && t.len() < 100
            && (s.author && affiliation::is_title(t)
                || head
                    && named(&page.blocks, i)
                    && (affiliation::is_title(t) || affiliation::is_house(t.split(',').next().unwrap_or(t), &house)))
        {
            Some(Role::Note)
        } else if head
            && !linked
            && t.len() < 300
            && opens_byline(t)
            && (t.contains([',', '|', '–', '—', '·', '•']) || t.contains(" - "))
            && !affiliation::on_byline(t, &[], &house).is_empty()
        {
            Some(Role::Byline)
        } else if head && !s.aside && !linked && t.len() <= 80 && is_time(page, b) && dates::visible(t, false).is_some()
        {
            Some(Role::Date)
        } else if t.len() >= 20 && (disclosure(t, true, s.notice || foot) || (near || s.notice) && correction(t)) {
            Some(Role::Note)
        } else if (head || foot)
            && !s.aside
            && t.len() < 160
            && (credits::wire_line(t).is_some() || credits::source_line(t, &house).is_some())
        {
            Some(Role::Note)
        } else if (within || foot) && !s.aside && credits::dateline(t).is_some() {
            Some(Role::Note)
        } else if head && !b.inlines.iter().any(|l| l.tag == "a") && t.len() <= 80 && sponsored(t) {
            Some(Role::Note)
        } else if foot
            && !s.aside
            && !linked
            && t.len() < 700
            && (affiliation::is_note(t, &[], Ground::Note) || !mails(t).is_empty() && t.len() < 400)
        {
            Some(Role::Note)
        } else {
            None
        };
        if let Some(role) = role {
            roles[i] = role;
        }
    }
}

/// The credit that an inline element of the block is, as a byte range of the text and who is credited.
fn inline_credit(b: &Block, figure: bool) -> Option<(usize, usize, String)> {
    let all = shape::credits_in(b, figure);
    all.iter().find_map(|l| {
        let (s, e) = (l.start as usize, l.end as usize);
        // What spans caption and credit is neither.
        if b.text.len() > 90 && (e - s) * 10 > b.text.len() * 8 {
            return None;
        }
        let (span, who) = credits::own(b.text.get(s..e)?)?;
        Some((s + span.start as usize, s + span.end as usize, who))
    })
}

/// Whether a block is or holds an element for a time.
fn is_time(page: &Page, b: &Block) -> bool {
    page.nodes.get(b.node as usize).is_some_and(|n| n.tag == "time") || b.inlines.iter().any(|i| i.tag == "time")
}

/// Whether a block stands in a page's or an article's footer, at most 64 elements deep.
fn in_footer(page: &Page, b: &Block) -> bool {
    let node = |n: u32| page.nodes.get(n as usize);
    std::iter::successors(node(b.node), |n| n.parent.and_then(node)).take(64).any(|n| n.tag == "footer")
}

/// Whether a line opens as a byline does.
fn opens_byline(text: &str) -> bool {
    ["By ", "by ", "BY ", "By: ", "Von ", "von ", "Von: ", "Par ", "Por ", "Di ", "Text: ", "De "]
        .iter()
        .any(|p| text.starts_with(p))
}

/// Whether what stands at byte `at` of a line is all that it names: a desk or a house that signs is the author, and works for nobody else.
fn signs(text: &str, at: usize) -> bool {
    opens_byline(text) && text.get(..at).is_some_and(|t| t.split_whitespace().count() <= 1)
}

/// Whether the block or two before block `i` are a byline: an opening word, or names alone.
fn named(blocks: &[Block], i: usize) -> bool {
    blocks[i.saturating_sub(2)..i].iter().rev().any(|b| {
        let t = b.text.trim();
        let words = t.split_whitespace().count();
        t.len() < 120
            && (opens_byline(t)
                || affiliation::is_title(t)
                || (2..=8).contains(&words)
                    && !t.contains(['.', ':', '?', '!', '|'])
                    && t.split_whitespace().all(|w| {
                        w.starts_with(char::is_uppercase)
                            || matches!(w, "and" | "und" | "et" | "y" | "&" | "de" | "van" | "von")
                    }))
    })
}

/// What the site calls itself: in its data, behind the title's last bar, in its address.
fn house(page: &Page) -> Vec<String> {
    let mut out: Vec<String> =
        super::metadata::metas(page, &["og:site_name", "application-name", "dc.publisher"]).collect();
    for sep in [" | ", " - ", " – ", " — "] {
        if let Some((_, tail)) = page.head.title.rsplit_once(sep)
            && tail.split_whitespace().count() <= 4
        {
            out.push(tail.trim().to_owned());
        }
    }
    let address = page
        .url
        .as_deref()
        .or_else(|| page.head.links.iter().find(|l| l.rel.eq_ignore_ascii_case("canonical")).map(|l| l.href.as_str()));
    if let Some(host) = address.and_then(registry::domain::host) {
        if let Some(o) = registry::outlet(&host) {
            out.push(o.name);
        }
        if let Some(base) = registry::domain::registrable(&host) {
            out.push(base.to_owned());
            out.push(base.split('.').next().unwrap_or(base).to_owned());
        }
    }
    out.retain(|n| n.chars().count() > 2);
    out
}

/// Adds to `found` the marks of notes, the institutes they name, the authors' affiliations, and outlet and section where not yet known.
pub fn add(page: &Page, doc: &Document, reading: &Reading, places: &Places, found: &mut Found) {
    let names: Vec<String> = found.authors.iter().map(|a| a.name.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let body: Vec<usize> = (0..doc.blocks.len()).filter(|i| doc.blocks[*i].role.in_body()).collect();
    let mut nth = vec![None; doc.blocks.len()];
    for (n, i) in body.iter().enumerate() {
        nth[*i] = Some(n);
    }
    // A plain text has no tree, but may have an address.
    let apart;
    let house = if page.nodes.is_empty() {
        apart = self::house(page);
        &apart
    } else {
        &places.house
    };
    let house: Vec<&str> = house.iter().map(String::as_str).collect();
    let [start, end] = [body.first(), body.last()].map(|i| i.map(|i| doc.blocks[*i].block));
    let mut marks = Vec::new();
    let mut named_at = None;
    for (i, b) in doc.blocks.iter().enumerate() {
        let Some(text) = doc.text.get(b.start as usize..b.end as usize) else { continue };
        let source = page.blocks.get(b.block as usize);
        let shape = source.and_then(|s| places.shapes.get(s.node as usize)).copied().unwrap_or_default();
        let mut place = Place::of(source, b, nth[i], body.len(), shape);
        if !b.role.in_body() && text.len() < 200 && names.iter().any(|n| n.len() > 3 && text.contains(n)) {
            named_at = Some(b.block);
        }
        // A line or two below the name on the byline.
        place.below_name = named_at.is_some_and(|n| b.block > n && b.block <= n + 2) && !b.role.in_body();
        // A byline before the text is the text's, though it stand in a part named after pictures.
        place.caption &= b.role != Role::Byline || start.is_some_and(|s| b.block > s);
        place.behind = !b.role.in_body() && end.is_some_and(|e| b.block > e);
        let context = Context { place, source, names: &names, house: &house };
        block(text, b, i, &context, reading, &mut marks);
    }
    institutes(doc, &marks, found);
    for m in marks {
        if !found.marks.iter().any(|o| o.kind == m.kind && o.start == m.start) {
            found.marks.push(m);
        }
    }
    if let [author] = &mut found.authors[..]
        && author.affiliation.is_none()
    {
        // A named employer tells more than a post alone, and a sentence that names neither tells nothing.
        let all = || found.marks.iter().filter(|m| m.kind == Kind::AuthorAffiliation);
        author.affiliation = all()
            .find(|m| m.start.zip(m.end).is_some_and(|(s, e)| (e - s) as usize > m.value.len()))
            .or_else(|| {
                all().next().filter(|m| affiliation::is_title(&m.value) || affiliation::is_house(&m.value, &house))
            })
            .map(|m| m.value.clone());
    }
    outlet::add(page, doc, found);
    crate::order::by(&mut found.marks, |m| [m.start.map_or(1 << 32, u64::from), m.end.map_or(0, |e| u64::from(e) + 1)]);
}

/// What is known about a block beside its words.
#[derive(Debug, Clone, Copy)]
struct Context<'a> {
    place: Place,
    source: Option<&'a Block>,
    /// The names on the byline.
    names: &'a [&'a str],
    /// What the site calls itself.
    house: &'a [&'a str],
}

/// Where a block stands, as far as notes care.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Outside the body, in a block of notes, or wholly in italics at the foot.
    note: bool,
    head: bool,
    /// Early enough in the body for a dateline, should teasers stand before it.
    opening: bool,
    foot: bool,
    last: bool,
    caption: bool,
    below_name: bool,
    /// Behind the article's text.
    behind: bool,
    shape: Shape,
}

impl Place {
    fn of(source: Option<&Block>, b: &BlockSpan, nth: Option<usize>, body: usize, shape: Shape) -> Self {
        let left = nth.map(|n| body - n);
        let italic = source.is_some_and(|p| {
            p.text.len() >= 20
                && p.inlines.iter().any(|l| {
                    matches!(l.tag.as_str(), "i" | "em")
                        && (l.end.saturating_sub(l.start)) as usize * 10 >= p.text.len() * 7
                })
        });
        let short = source.is_none_or(|p| p.text.len() < 500);
        Self {
            note: matches!(b.role, Role::Note | Role::Byline)
                || italic && left.is_some_and(|l| l <= FOOT)
                || shape.notice && !b.role.in_body(),
            head: nth.is_some_and(|n| n < HEAD)
                || matches!(b.role, Role::Byline | Role::Deck | Role::Section | Role::Date),
            opening: nth.is_some_and(|n| n < 10),
            foot: left.is_some_and(|l| l <= FOOT),
            last: left.is_some_and(|l| l <= 2) && body > 2,
            caption: matches!(b.role, Role::Caption | Role::Credit) || (shape.figure || shape.credit) && short,
            below_name: false,
            behind: false,
            shape,
        }
    }
}

fn block(text: &str, b: &BlockSpan, index: usize, context: &Context, reading: &Reading, out: &mut Vec<Provenance>) {
    let at = b.start;
    let Context { place, source, names, house } = *context;
    // The value of a note may hold the words about its author's house.
    let affiliated: Vec<String> = if place.last {
        out.iter().filter(|m| m.kind == Kind::AuthorAffiliation).map(|m| m.value.clone()).collect()
    } else {
        Vec::new()
    };
    let mut mark = |kind: Kind, s: usize, e: usize, value: &str| {
        out.push(Provenance { kind, start: Some(at + s as u32), end: Some(at + e as u32), value: value.to_owned() });
    };
    if b.role == Role::Headline {
        return;
    }
    // What the page itself calls a credit goes before what looks like one.
    let inline = source
        .filter(|s| s.text == text && (place.caption || text.len() < 400 && b.role != Role::Byline))
        .and_then(|s| inline_credit(s, place.caption && !place.shape.author && !opens_byline(text)));
    if !b.role.in_body() && translated(text) {
        // Pages set translators beside photographers.
        mark(Kind::Disclosure, 0, text.len(), text.trim());
        return;
    }
    if let Some(who) = credits::claim(text) {
        mark(Kind::WireCredit, 0, text.len(), who);
    } else if legal(text) && !place.shape.figure {
        // A site's line of rights.
    } else if let Some((s, e, who)) = inline {
        mark(Kind::ImageCredit, s, e, &who);
    } else if let Some((span, who)) = credits::picture(text, place.caption) {
        mark(Kind::ImageCredit, span.start as usize, span.end as usize, &who);
    } else if (b.role == Role::Credit || place.shape.credit && place.caption)
        && let Some((span, who)) = credits::own(text)
    {
        mark(Kind::ImageCredit, span.start as usize, span.end as usize, &who);
    }
    if place.caption && !(place.shape.author && names.iter().any(|n| text.contains(n))) {
        return;
    }
    if (place.opening || b.role == Role::Note)
        && let Some((end, who)) = credits::dateline(text)
    {
        mark(Kind::WireCredit, 0, end, who);
    }
    let edge = place.note || place.head || place.foot || !b.role.in_body();
    if edge {
        if let Some((r, who)) = credits::wire_line(text)
            .map(|who| (0..text.len(), who.to_owned()))
            .or_else(|| credits::contributed(text).filter(|_| place.note || place.foot))
        {
            mark(Kind::WireCredit, r.start, r.end, &who);
        } else if (place.last || place.note || !b.role.in_body())
            && let Some((from, who)) = credits::source_line(text, house)
        {
            mark(Kind::WireCredit, from, text.len(), &who);
        } else if place.foot
            && let Some((r, who)) = credits::closing(text, house)
        {
            mark(Kind::WireCredit, r.start, r.end, &who);
        }
    }
    if (place.note || place.head && !b.role.in_body()) && sponsored(text) {
        mark(Kind::Sponsored, 0, text.len(), text.trim());
    }
    let mut said = false;
    let bio = place.shape.bio
        && !b.role.in_body()
        && (affiliation::is_bio(text) || affiliation::is_bio_of(text, house))
        && !disclosure(text, true, true);
    if !bio && !b.role.in_body() && text.len() <= 400 && !disclosure(text, true, true) {
        for (r, who) in affiliation::on_byline(text, names, house)
            .into_iter()
            .filter(|_| b.role == Role::Byline || place.shape.author || opens_byline(text))
            // Behind the text a line that names somebody else belongs to another piece.
            .filter(|_| !place.behind || names.is_empty() || names.iter().any(|n| text.contains(n)))
        {
            said = true;
            if signs(text, r.start) {
                continue;
            }
            // "Ada Muster, Agency" credits the agency; "for Agency" tells for whom she works.
            let agency = credits::agency(&who)
                .filter(|_| !text[..r.start].trim_end().ends_with("for") && !text[r.clone()].starts_with("for"));
            mark(
                if agency.is_some() { Kind::WireCredit } else { Kind::AuthorAffiliation },
                r.start,
                r.end,
                agency.unwrap_or(&who),
            );
        }
        let roles = source.filter(|s| s.text == text && !said).into_iter();
        for (l, called) in roles.flat_map(|s| shape::role_in(s, b.role == Role::Byline)) {
            let (s, e) = (l.start as usize, l.end as usize);
            if let Some(words) = text.get(s..e)
                && (affiliation::is_title(words) || called && affiliation::is_house(words, house))
                && !signs(text, s)
            {
                said = true;
                let lead = words.len() - words.trim_start_matches([' ', '|', '-', '–', ',']).len();
                let words = words[lead..].trim_end_matches([' ', '|', '-', '–', ',']);
                mark(Kind::AuthorAffiliation, s + lead, s + lead + words.len(), words);
            }
        }
        if !said
            && (place.shape.author || place.below_name || b.role == Role::Note)
            && text.len() < 160
            && (affiliation::is_title(text)
                || (place.below_name || b.role == Role::Note && !opens_byline(text))
                    && affiliation::is_house(text.split(',').next().unwrap_or(text), house)
                    && text.len() < 60)
            && credits::wire_line(text).is_none()
            && !names.iter().any(|n| super::fold(n) == super::fold(text))
            && !(place.behind && !names.is_empty() && affiliation::of_another(text, names))
        {
            said = true;
            let border = |c: char| c.is_whitespace() || "|·•–—-,".contains(c);
            let from = text.len() - text.trim_start_matches(border).len();
            let words = text[from..].trim_end_matches(border);
            mark(Kind::AuthorAffiliation, from, from + words.len(), words);
        }
    }
    if edge || text.len() < 80 {
        let mut sells = None;
        for (s, e) in mails(text) {
            let desk = text[s..e].split('@').next().unwrap_or("").to_ascii_lowercase();
            if TRADE.contains(&desk.as_str()) || *sells.get_or_insert_with(|| commission(text)) {
                continue;
            }
            if place.note || place.last || text.len() < 160 && (place.foot || place.head) || e - s + 4 > text.len() {
                mark(Kind::Contact, s, e, &text[s..e].to_ascii_lowercase());
            }
        }
    }
    if said && text.len() < 160 {
        return;
    }
    // A box about the author is about the author from its first word to its last.
    if bio {
        note(Kind::AuthorAffiliation, 0, text.len(), text, &mut mark);
        return;
    }
    let apart = place.note || !b.role.in_body();
    let ground = match () {
        () if place.note || place.last && names.is_empty() => Ground::Note,
        () if place.last || apart => Ground::Edge,
        () => Ground::Text,
    };
    // Sentence by sentence; neighbours of one kind make one mark.
    let mut run: Option<(Kind, usize, usize)> = None;
    let first = reading.sentences.partition_point(|s| s.end <= b.start);
    for s in reading.sentences[first..].iter().take_while(|s| s.start < b.end) {
        let (from, to) = ((s.start.max(b.start) - b.start) as usize, (s.end.min(b.end) - b.start) as usize);
        let Some(sentence) = text.get(from..to) else { continue };
        let starts =
            from == 0 || text[..from].trim_end().ends_with(['.', '!', '?', '\n', ')', '*', '—', '”', '"', ':']);
        let kind = if b.role.in_body() && reading.quoted(s.start + 1) {
            None
        } else if starts
            && correction(sentence)
            && (apart || of_text(sentence))
            && (edge || text.len() < 700 || from == 0)
        {
            Some(Kind::Correction)
        } else if starts
            && (disclosure(sentence, edge, !b.role.in_body())
                || (edge && run.is_some_and(|r| r.0 == Kind::AuthorAffiliation)
                    || place.last && affiliation::told_of(sentence, &affiliated))
                    && interest(sentence))
        {
            Some(Kind::Disclosure)
        } else if (place.note || place.foot || index == 0 || place.head)
            && affiliation::is_note(sentence, names, ground)
        {
            Some(Kind::AuthorAffiliation)
        } else {
            // A correction's second sentence belongs to it.
            run.filter(|r| r.0 != Kind::AuthorAffiliation && (place.note || text.len() < 700)).map(|r| r.0)
        };
        match (kind, &mut run) {
            (Some(k), Some(r)) if r.0 == k => r.2 = to,
            (k, r) => {
                if let Some((k, s, e)) = r.take() {
                    note(k, s, e, text, &mut mark);
                }
                *r = k.map(|k| (k, from, to));
            }
        }
    }
    if let Some((k, s, e)) = run {
        note(k, s, e, text, &mut mark);
    }
}

fn note(kind: Kind, start: usize, end: usize, text: &str, mark: &mut impl FnMut(Kind, usize, usize, &str)) {
    let mut said = text[start..end].trim_end();
    // A mail address at the end is a contact of its own.
    if let Some((s, _)) = mails(said).last().copied()
        && !said[s..].contains(' ')
        && said[..s].trim_end().ends_with(['.', ')'])
    {
        said = said[..s].trim_end();
    }
    let value = match kind {
        Kind::AuthorAffiliation => affiliation::employer(said).unwrap_or_else(|| said.to_owned()),
        _ => said.to_owned(),
    };
    mark(kind, start, start + said.len(), &value);
}

/// The institutes that affiliation notes name, each once.
fn institutes(doc: &Document, marks: &[Provenance], found: &mut Found) {
    for m in marks.iter().filter(|m| m.kind == Kind::AuthorAffiliation) {
        let (Some(start), Some(end)) = (m.start, m.end) else { continue };
        let Some(text) = doc.text.get(Span { start, end }.range()) else { continue };
        for (_, i) in registry::institutes_in(text) {
            if !found.institutes.iter().any(|o| o.name == i.name) {
                found.institutes.push(i);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The marks of a plain text, as kind and words.
    fn read(text: &str) -> Vec<(Kind, String)> {
        let doc = Document::from_text(text);
        let reading = Reading::new(&doc);
        let mut found = Found::default();
        add(&Page::default(), &doc, &reading, &Places::default(), &mut found);
        let words = |m: &Provenance| Some(doc.text[m.start? as usize..m.end? as usize].to_owned());
        found.marks.iter().filter_map(|m| Some((m.kind, words(m)?))).collect()
    }

    #[test]
    fn notes_by_kind() {
        let around =
            |note: &str| format!("The river rose in spring.\n\nThe town built a wall.\n\nThe wall held.\n\n{note}");
        for (note, kind, words) in [
            (
                "The author is a fellow at the Example Institute. letters@example.org",
                Kind::AuthorAffiliation,
                "The author is a fellow at the Example Institute.",
            ),
            (
                "The author is a fellow at the Example Institute. letters@example.org",
                Kind::Contact,
                "letters@example.org",
            ),
            (
                "Correction: An earlier version of this article gave the wrong year.",
                Kind::Correction,
                "Correction: An earlier version of this article gave the wrong year.",
            ),
            (
                "Disclosure: The writer owns shares in the mill.",
                Kind::Disclosure,
                "Disclosure: The writer owns shares in the mill.",
            ),
            (
                "This project was supported by a grant from the Example Fund.",
                Kind::Disclosure,
                "This project was supported by a grant from the Example Fund.",
            ),
            (
                "The views expressed are the writer's own.",
                Kind::Disclosure,
                "The views expressed are the writer's own.",
            ),
            ("Translated by Ada Muster", Kind::Disclosure, "Translated by Ada Muster"),
            ("Source: Xinhua", Kind::WireCredit, "Source: Xinhua"),
            (
                "We have corrected the height of the wall in this article.",
                Kind::Correction,
                "We have corrected the height of the wall in this article.",
            ),
        ] {
            let got = read(&around(note));
            assert!(got.contains(&(kind, words.to_owned())), "{note}: {got:?}");
        }
    }

    #[test]
    fn running_text_is_no_note() {
        for text in [
            "Corrections and clarifications were many.\n\nThe minister spoke of a conflict of interest.\n\nThe mill was funded by the town.\n\nIt stands.",
            "\"The author is a fellow at the Example Institute,\" she read.\n\nHe nodded.\n\nThey left.",
            "Ada Muster is a professor at Example University.\n\nShe studies rivers.\n\nThe river rose.\n\nThe town slept.\n\nAll was well.",
            "The reporter left the town.\n\nThe author is a fellow at the Example Institute.\n\nThe river rose.\n\nThe town slept.\n\nAll was well.",
            "The river rose.\n\nWe have corrected our forecasts, said the bank.\n\nDue to an editing error the film was cut.\n\nThe town slept.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn labels_of_paid_content() {
        assert!(sponsored("Sponsored content") && sponsored("Sponsored by Example Mills"));
        assert!(!sponsored("The bill was sponsored by two members"));
    }

    #[cfg(feature = "html")]
    #[test]
    fn notes_of_a_page() {
        let para = |n: usize| {
            format!("<p>{}</p>", "The river rose again in spring, and the town built a wall of stone. ".repeat(n))
        };
        let html = format!(
            r#"<html><head><meta property="og:site_name" content="Example Post"></head><body><main><article><h1>The river rises again</h1>
            <div class="byline">By Ada Muster <span class="author__role">Rivers Correspondent</span></div>
            <figure><img><figcaption>The wall in winter <span class="media-credit">Bela Muster</span></figcaption></figure>
            {}{}{}<p>The wall held. (dpa/em)</p></article>
            <div class="author-box"><p class="author-bio">Ada Muster writes about rivers for Example Post.</p></div>
            <aside class="affiliate-disclaimer">When you buy through links on our site, we may earn an affiliate commission.</aside>
            <aside class="related-teasers"><figure><figcaption>Another town <span class="media-credit">Cara Muster</span></figcaption></figure></aside>
            <p class="notice">The views expressed do not necessarily reflect the views of the outlet.</p>
            </main><footer>© 2024 Example Post. All rights reserved.</footer></body></html>"#,
            para(4),
            para(5),
            para(4)
        );
        let report = crate::analyze(&crate::html::parse(&html, Some("https://example.org/a-river")));
        let words = |m: &Provenance| report.text.get(m.start? as usize..m.end? as usize);
        let got: Vec<(Kind, &str)> = report.provenance.iter().filter_map(|m| Some((m.kind, words(m)?))).collect();
        for want in [
            (Kind::AuthorAffiliation, "Rivers Correspondent"),
            (Kind::ImageCredit, "Bela Muster"),
            (Kind::WireCredit, "(dpa/em)"),
            (Kind::AuthorAffiliation, "Ada Muster writes about rivers for Example Post."),
            (Kind::Disclosure, "When you buy through links on our site, we may earn an affiliate commission."),
            (Kind::Disclosure, "The views expressed do not necessarily reflect the views of the outlet."),
        ] {
            assert!(got.contains(&want), "{want:?} in {got:?}");
        }
        assert_eq!(got.iter().filter(|m| m.0 == Kind::ImageCredit).count(), 1, "{got:?}");
    }

    #[cfg(feature = "html")]
    #[test]
    fn for_whom_the_author_works_by_place() {
        let para =
            format!("<p>{}</p>", "The river rose again in spring, and the town built a wall of stone. ".repeat(4));
        for (head, foot, want) in [
            // A post that the markup sets off from the name without a word.
            (
                r#"<div class="byline image-byline"><a>Ada Muster</a><span>Redakteurin</span></div>"#,
                "",
                vec!["Redakteurin"],
            ),
            (r#"<div class="byline"><a>Ada Muster</a><span>Riverside</span></div>"#, "", vec![]),
            (r#"<p class="by">By Ada Muster - Staff Writer</p>"#, "", vec!["Staff Writer"]),
            (
                r#"<p class="head-byline">By Ada Muster, a deputy editor and author of the River letter. She has covered rivers for a decade.</p>"#,
                "",
                vec!["a deputy editor and author of the River letter. She has covered rivers for a decade."],
            ),
            // A desk that signs works for nobody else.
            (r#"<div class="byline">By EPN Staff</div>"#, "", vec![]),
            // A line behind the text that names somebody else is another piece's.
            (
                r#"<div class="byline">By Ada Muster</div>"#,
                r#"<div class="author"><h3>Cara Beispiel, Staff Writer</h3></div>"#,
                vec![],
            ),
            (
                r#"<div class="byline">By Ada Muster</div>"#,
                r#"<p class="profile-biography">Seit 2019 bei Example Post, mag vor allem Flüsse und Seen.</p>"#,
                vec!["Seit 2019 bei Example Post, mag vor allem Flüsse und Seen."],
            ),
        ] {
            let html = format!(
                r#"<html><head><meta property="og:site_name" content="Example Post"><meta name="author" content="Ada Muster"></head>
                <body><main><article><h1>The river rises again</h1>{head}{para}{para}{para}{para}</article>{foot}</main></body></html>"#
            );
            let html = if head.contains("EPN") { html.replace("Ada Muster", "EPN Staff") } else { html };
            let report = crate::analyze(&crate::html::parse(&html, None));
            let said = |m: &Provenance| report.text.get(m.start? as usize..m.end? as usize);
            let got: Vec<&str> =
                report.provenance.iter().filter(|m| m.kind == Kind::AuthorAffiliation).filter_map(said).collect();
            assert_eq!(got, want, "{head}{foot}");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn the_author_of_a_short_story_is_not_who_it_speaks_of() {
        let para =
            format!("<p>{}</p>", "The river rose again in spring, and the town built a wall of stone. ".repeat(4));
        for (said, want) in [
            ("Mary Lee is a professor of law at Harvard University.", None),
            ("The reporter was released on Monday, the director of the station said.", None),
            ("The columnist is the wife of the minister.", None),
            ("Mr. Lee is a member of the board of Acme Corp.", None),
            ("Ann is a professor of law at Harvard University.", None),
            ("Ann Lee is a professor of law at Harvard University.", Some("Harvard University")),
        ] {
            let html = format!(
                r#"<html><head><meta name="author" content="Ann Lee"></head><body><main><article><h1>The river rises</h1>
                <p class="byline">By Ann Lee</p>{para}<p>{said}</p>{para}{para}</article></main></body></html>"#
            );
            let report = crate::analyze(&crate::html::parse(&html, None));
            let got: Vec<_> = report.authors.iter().filter_map(|a| a.affiliation.as_deref()).collect();
            assert_eq!(got, Vec::from_iter(want), "{said}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(s in "(.|\n| The author is a |Photo: |@| \\(AP\\) - |Correction: ){0,60}") {
            let _ = read(&s);
            let _ = mails(&s);
            let _ = credits::picture(&s, true);
            let _ = credits::dateline(&s);
            let _ = credits::closing(&s, &["Example Post"]);
            let _ = credits::source_line(&s, &["Example Post"]);
            let _ = credits::claim(&s);
            let _ = affiliation::is_bio(&s);
            let _ = affiliation::is_title(&s);
            let _ = commission(&s);
            let _ = affiliation::on_byline(&s, &["Ada Muster"], &["Example Post"]);
            let _ = affiliation::employer(&s);
        }
    }
}
