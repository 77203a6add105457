//! The node that holds the article, and the role of each block.
#![expect(clippy::match_same_arms, reason = "the arms are rules, kept in their order of precedence")]

use super::invites::invites;
use super::zones::{self, Zone};
use super::{has_sentence, link_share};
use crate::page::{Block, Page};
use crate::report::Role;
use std::collections::{HashMap, HashSet};

/// How much a block speaks for being running text, in bytes outside links.
fn weight(b: &Block, tag: &str) -> f32 {
    let share = link_share(b);
    if b.text.len() < 50 || share > 0.5 || !has_sentence(&b.text) {
        return 0.0;
    }
    let w = b.text.len() as f32 * (1.0 - share);
    match tag {
        "p" => w,
        "li" | "td" | "dd" => w * 0.4,
        "h1" | "h2" | "h3" | "h4" => 0.0,
        _ => w * 0.8,
    }
}

/// A role for each block.
pub fn roles(page: &Page) -> Vec<Role> {
    let n = page.nodes.len();
    let tag = |b: &Block| page.nodes.get(b.node as usize).map_or("", |x| &*x.tag);
    let weights: Vec<f32> = page.blocks.iter().map(|b| weight(b, tag(b))).collect();
    let all = totals(page, &weights);
    let root = all.first().copied().unwrap_or(0.0).max(1.0);
    let mut zone = vec![Zone::Plain; n];
    let spine = spine(page, &weights);
    // What has the name of a part that holds the article is like it: texts are cut up into several such parts.
    let alike: HashSet<&str> =
        (0..n).filter(|&i| spine[i]).map(|i| &*page.nodes[i].hints).filter(|h| !h.is_empty()).collect();
    let quoted: Vec<bool> = page.nodes_within(|n| n.tag == "blockquote");
    // Hints repeat on most pages.
    let mut known: HashMap<(&str, &str), Zone> = HashMap::new();
    for i in 0..n {
        let node = &page.nodes[i];
        let above = node.parent.map_or(Zone::Plain, |p| zone[(p as usize).min(i.saturating_sub(1))]);
        let mut own = *known.entry((&node.tag, &node.hints)).or_insert_with(|| zones::own(node));
        // Who is quoted stands in the quotation's own footer.
        if node.tag == "footer" && quoted[i] {
            own = Zone::Plain;
        }
        let limit = match own {
            Zone::Comment => 0.8,
            Zone::Other | Zone::Related => 0.45,
            _ => 0.25,
        };
        if (spine[i] || alike.contains(&*node.hints)) && own != Zone::Comment
            || all[i] >= limit * root && !(own == Zone::Other && zones::is_notice(&node.hints))
        {
            own = Zone::Plain;
        }
        // What stands outermost decides, but for captions and credits, which are told apart inside.
        zone[i] = match (above, own) {
            (Zone::Plain | Zone::Date | Zone::Byline | Zone::Caption, Zone::Plain) => above,
            (Zone::Plain | Zone::Date, o) => o,
            (Zone::Caption, o @ Zone::Credit) => o,
            (a, _) => a,
        };
    }
    let plain: Vec<f32> = page
        .blocks
        .iter()
        .zip(&weights)
        .map(|(b, &w)| if zone.get(b.node as usize) == Some(&Zone::Plain) { w } else { 0.0 })
        .collect();
    let sums = totals(page, &plain);
    let top = container(page, &sums);
    let mut inside = vec![false; n];
    for i in 0..n {
        inside[i] = i == top || page.nodes[i].parent.is_some_and(|p| (p as usize) < i && inside[p as usize]);
    }
    let listed: Vec<bool> = page.nodes_within(|n| n.tag == "li");
    let mut running = vec![false; n];
    for (b, &w) in page.blocks.iter().zip(&plain) {
        if w > 0.0
            && let Some(r) = running.get_mut(b.node as usize)
        {
            *r = true;
        }
    }
    // An article begins and ends with text; lists before and after it are teasers. Only where all is lists they count.
    let text = |b: &Block, w: f32, lists: bool| {
        let k = b.node as usize;
        w > 0.0 && inside.get(k) == Some(&true) && (lists || listed.get(k) == Some(&false))
    };
    let lists = !page.blocks.iter().zip(&plain).any(|(b, &w)| text(b, w, false));
    let first = page.blocks.iter().zip(&plain).position(|(b, &w)| text(b, w, lists));
    let last = page.blocks.iter().zip(&plain).rposition(|(b, &w)| text(b, w, lists));
    let mut headline = false;
    let mut out: Vec<Role> = Vec::with_capacity(page.blocks.len());
    for (i, b) in page.blocks.iter().enumerate() {
        let k = (b.node as usize).min(n.saturating_sub(1));
        if n == 0 {
            out.push(Role::Other);
            continue;
        }
        let t = tag(b);
        let share = link_share(b);
        let before = first.is_none_or(|f| i < f);
        let after = last.is_none_or(|l| i > l);
        let role = match zone[k] {
            Zone::Related => Role::Related,
            Zone::Comment => Role::Comment,
            Zone::Other => Role::Other,
            Zone::Caption if inside[k] || b.text.len() > 20 => Role::Caption,
            Zone::Credit => Role::Credit,
            Zone::PullQuote => Role::PullQuote,
            Zone::Note => Role::Note,
            _ if t == "h1" && !headline && !after => {
                headline = true;
                Role::Headline
            }
            Zone::Byline | Zone::Date if inside[k] && (b.text.len() > 300 || after && has_sentence(&b.text)) => {
                Role::Note
            }
            Zone::Byline if !near(first, i) => Role::Other,
            Zone::Byline => Role::Byline,
            Zone::Date if !near(first, i) => Role::Other,
            Zone::Date => Role::Date,
            Zone::Deck if before => Role::Deck,
            Zone::Section => Role::Section,
            Zone::Headline if before && near(first, i) && !headline && share < 0.5 => {
                headline = true;
                Role::Headline
            }
            Zone::Headline | Zone::Caption => Role::Other,
            Zone::Plain | Zone::Deck if !inside[k] => Role::Other,
            Zone::Plain | Zone::Deck => inner(b, t, share, before, after, quoted[k], listed[k], running[k]),
        };
        out.push(role);
    }
    settle_headings(&mut out);
    out
}

/// The node with the most running text in paragraphs of its own, and what it stands in: whatever their names, they are no part
/// beside the article. Nothing where that text is a notice, a comment or hardly any.
fn spine(page: &Page, weights: &[f32]) -> Vec<bool> {
    let n = page.nodes.len();
    let mut own = vec![0.0_f32; n];
    for (b, w) in page.blocks.iter().zip(weights) {
        let Some(node) = page.nodes.get(b.node as usize).filter(|x| x.tag == "p") else { continue };
        if let Some(p) = node.parent.and_then(|p| own.get_mut(p as usize)) {
            *p += w;
        }
    }
    // What stands in a notice or beside the page's matter by its element is out.
    let mut out = vec![false; n];
    for (i, node) in page.nodes.iter().enumerate() {
        out[i] = node.parent.is_some_and(|p| (p as usize) < i && out[p as usize])
            || matches!(&*node.tag, "nav" | "footer" | "aside" | "dialog" | "menu" | "form")
            || i > 0 && (zones::is_notice(&node.hints) || zones::own(node) == Zone::Comment);
    }
    let best = (0..n).filter(|&i| !out[i] && own[i] > 600.0).max_by(|&a, &b| own[a].total_cmp(&own[b]));
    let mut on = vec![false; n];
    let mut at = best;
    while let Some(i) = at {
        on[i] = true;
        at = page.nodes[i].parent.map(|p| p as usize).filter(|&p| p < i);
    }
    on
}

/// Whether block `i` stands among the lines above the article's first paragraph or early in it.
fn near(first: Option<usize>, i: usize) -> bool {
    first.is_some_and(|f| i + 30 >= f && i <= f + 6)
}

#[expect(clippy::too_many_arguments, clippy::fn_params_excessive_bools, reason = "the facts on one block")]
fn inner(
    b: &Block,
    tag: &str,
    share: f32,
    before: bool,
    after: bool,
    quoted: bool,
    listed: bool,
    running: bool,
) -> Role {
    let len = b.text.len();
    match tag {
        _ if !quoted && invites(&b.text) => Role::Related,
        "h2" | "h3" | "h4" | "h5" | "h6" if share > 0.8 || after => Role::Related,
        "h2" if before && has_sentence(&b.text) && len > 60 => Role::Deck,
        "h2" | "h3" | "h4" | "h5" | "h6" if before => Role::Other,
        "h2" | "h3" | "h4" | "h5" | "h6" => Role::Subheading,
        "h1" | "th" | "dt" => Role::Other,
        _ if share > 0.75 => Role::Related,
        _ if listed && (before || after) => Role::Other,
        _ if listed && share > 0.4 && len < 120 => Role::Related,
        _ if listed => Role::ListItem,
        _ if quoted => Role::BlockQuote,
        "p" if (before || after) && len < 30 && !has_sentence(&b.text) => Role::Other,
        "p" => Role::Paragraph,
        _ if running && !before && !after => Role::Paragraph,
        _ if len >= 80 && has_sentence(&b.text) && share < 0.4 => Role::Paragraph,
        _ => Role::Other,
    }
}

/// A subheading with no text of the body after it is the title of something else.
fn settle_headings(roles: &mut [Role]) {
    let mut body = false;
    for r in roles.iter_mut().rev() {
        match r {
            Role::Subheading if !body => *r = Role::Other,
            Role::Paragraph | Role::ListItem | Role::BlockQuote => body = true,
            _ => {}
        }
    }
}

/// For each node the sum over the blocks inside it.
fn totals(page: &Page, weights: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0; page.nodes.len()];
    for (b, w) in page.blocks.iter().zip(weights) {
        if let Some(s) = sums.get_mut(b.node as usize) {
            *s += w;
        }
    }
    for i in (1..page.nodes.len()).rev() {
        if let Some(p) = page.nodes[i].parent.map(|p| p as usize).filter(|&p| p < i) {
            sums[p] += sums[i];
        }
    }
    sums
}

/// How much of an article's running text a part of it must hold to stand for it.
const INSIDE: f32 = 0.9;

/// The smallest node that holds most of the running text; of several articles the first that is no mere teaser.
fn container(page: &Page, sums: &[f32]) -> usize {
    let n = page.nodes.len();
    if n == 0 {
        return 0;
    }
    let mut best = vec![usize::MAX; n];
    let mut article = vec![usize::MAX; n];
    for i in 1..n {
        let Some(p) = page.nodes[i].parent.map(|p| p as usize).filter(|&p| p < i) else { continue };
        if best[p] == usize::MAX || sums[i] > sums[best[p]] {
            best[p] = i;
        }
        if page.nodes[i].tag == "article" && article[p] == usize::MAX && sums[i] > 600.0 {
            article[p] = i;
        }
    }
    let at = descend(page, sums, &best, &article);
    climb(page, sums, at)
}

/// Up again, while a part that calls itself an article's has clearly more running text: articles are cut up by pictures and offers.
fn climb(page: &Page, sums: &[f32], from: usize) -> usize {
    let (mut at, mut top) = (from, from);
    for _ in 0..4 {
        let Some(p) = page.nodes[at].parent.map(|p| p as usize).filter(|&p| p > 0 && p < at) else { break };
        let node = &page.nodes[p];
        let h = node.hints.to_ascii_lowercase();
        let named = node.tag == "article"
            || ["article", "story", "entry", "post-content", "articlebody"].iter().any(|w| h.contains(w));
        at = p;
        if named && sums[p] >= 1.1 * sums[top] && (sums[p] <= 3.0 * sums[from] || node.tag == "article") {
            top = p;
        }
    }
    top
}

fn descend(page: &Page, sums: &[f32], best: &[usize], article: &[usize]) -> usize {
    let mut at = 0;
    let mut inside = false;
    loop {
        let b = best[at];
        if b == usize::MAX || sums[b] <= 0.0 {
            return at;
        }
        let leaf = matches!(&*page.nodes[b].tag, "p" | "li" | "blockquote" | "td" | "dd");
        let held = |x: usize| sums[x] / sums[at].max(1.0);
        inside |= page.nodes[at].tag == "article";
        // An article is seldom left for one of its parts: they may be cut up by pictures and offers.
        let enough = if inside { INSIDE } else { 0.7 };
        if held(b) >= enough && !(leaf && best[b] == usize::MAX) {
            at = b;
        } else if article[at] != usize::MAX && held(article[at]) > 0.2 {
            at = article[at];
        } else {
            return at;
        }
    }
}
