//! Interviews without labels: questions in paragraphs of their own, and answers without marks.
//!
//! Pages set the questions in bold or italics, or as headings; a plain text has nothing but their shape. The answers are direct quotations
//! of whoever the introduction names. Guides and columns ask questions too ("What should you pack?"), and their answers are the writer's:
//! so the questions must address somebody, the answers speak of an "I", and what calls itself no interview needs more of both.

use super::rules::{Found, How, is_read};
use super::words::Words;
use crate::document::Document;
use crate::report::{Event, Role, Span};
use crate::text::{Reading, Shape};
use std::ops::Range;

/// Questions that an interview has at least.
pub const LEAST: usize = 3;
/// A question has at most so many tokens.
const QUESTION: usize = 60;
/// An answer to a question that doesn't stand out has on an average at most so many paragraphs.
const DENSE: usize = 4;
/// How people begin to answer.
const REPLIES: &[&str] = &[
    "yes",
    "no",
    "never",
    "well",
    "absolutely",
    "sure",
    "oh",
    "look",
    "honestly",
    "exactly",
    "yeah",
    "not",
    "of",
    "it's",
];
/// What an introduction calls an interview …
pub(super) const SAYS_SO: &[&str] = &["interview", "interviewed", "conversation", "q&a", "condensed"];
/// … and how it tells of one.
pub(super) const MEETS: &[&str] = &["spoke", "talked", "met", "asked", "sat", "caught", "talks", "speaks"];
/// The last answer goes on for at most so many paragraphs.
const LAST: usize = 4;

/// What stands out at the head of a block, as tokens; of a paragraph's first words only what ends as a sentence does.
pub fn standing_out<'a>(doc: &'a Document, reading: &'a Reading) -> impl Iterator<Item = Range<usize>> + 'a {
    doc.blocks.iter().zip(&doc.lead).filter(|(_, lead)| **lead > 0).filter_map(|(b, lead)| {
        let r = reading.tokens_of(Span { start: b.start, end: b.start + lead });
        let end = reading.tokens.get(r.end.checked_sub(1)?)?;
        let ends = matches!(reading.slice(end.span()), "?" | "." | "!" | "…");
        (b.role.in_body() && !r.is_empty() && (ends || b.start + lead >= b.end)).then_some(r)
    })
}

/// A question, or what else the interviewer says, with what is answered.
#[derive(Default)]
struct Exchange {
    asked: Range<usize>,
    /// It stands out on the page.
    set: bool,
    heading: bool,
    answer: Vec<Range<usize>>,
}

/// The exchanges of a text: those that stand out, or where none does, questions in paragraphs of their own.
fn exchanges(doc: &Document, w: &Words, blocks: &[Range<usize>]) -> Vec<Exchange> {
    let asks = |r: &Range<usize>| r.clone().any(|k| w.low(k) == "?");
    let heads: Vec<Range<usize>> = standing_out(doc, w.reading).filter(|r| r.len() <= QUESTION).collect();
    let set = heads.iter().filter(|r| asks(r)).count() >= LEAST;
    let plain = |b: usize| {
        let t = &blocks[b];
        t.len() <= QUESTION && w.low(t.end - 1) == "?" && !w.in_marks(t.start)
    };
    let mut out: Vec<Exchange> = Vec::new();
    for b in 0..blocks.len() {
        let all = blocks[b].clone();
        if all.is_empty() || !doc.role(b).in_body() {
            continue;
        }
        let mut answer = all.clone();
        let head = heads.binary_search_by_key(&all.start, |r| r.start).ok().map(|k| heads[k].clone());
        if let Some(head) = head.filter(|_| set) {
            answer = head.end..all.end;
            // What is no question goes with the one before, or is a heading between two paragraphs of an answer.
            if asks(&head) {
                out.push(Exchange {
                    asked: head,
                    set,
                    heading: doc.role(b) == Role::Subheading,
                    ..Exchange::default()
                });
            }
        } else if !set && plain(b) {
            out.push(Exchange { asked: all, ..Exchange::default() });
            continue;
        }
        if let Some(last) = out.last_mut().filter(|_| is_read(doc, b as u32) && answer.clone().any(|k| w.is_word(k))) {
            last.answer.push(answer);
        }
    }
    if let Some(last) = out.last_mut() {
        last.answer.truncate(LAST);
    }
    out
}

/// The answers of an interview, in order; `blocks` are the tokens of each block, `taken` tells what is said already.
pub fn find(doc: &Document, w: &Words, blocks: &[Range<usize>], taken: impl Fn(&Range<usize>) -> bool) -> Vec<Found> {
    let all = exchanges(doc, w, blocks);
    let given: Vec<&Vec<Range<usize>>> = all.iter().map(|x| &x.answer).filter(|a| !a.is_empty()).collect();
    if all.len() < LEAST || given.len() * 5 < all.len() * 4 {
        return Vec::new();
    }
    let marked = |a: &&&Vec<Range<usize>>| w.reading.tokens[a[0].start].shape == Shape::Quote;
    let told = given.iter().flat_map(|a| a.iter()).any(&taken);
    // Questions of a text that thinks aloud stand far apart.
    let dense = all[0].set || given.iter().map(|a| a.len()).sum::<usize>() <= DENSE * all.len();
    // A tale quotes those it tells of.
    let tale = |a: &&&Vec<Range<usize>>| a.iter().cloned().flatten().any(|k| w.pair_at(k).is_some_and(|p| w.heavy(p)));
    let quotes = given.iter().filter(tale).count();
    if told
        || !dense
        || !all[0].set && quotes * 3 > given.len()
        || given.iter().filter(marked).count() * 2 > given.len()
    {
        return Vec::new();
    }
    let of = |list: &[&str]| all.iter().filter(|x| w.has(&x.asked, list)).count();
    let (you, own) = (of(&["you", "your", "you're", "yours"]), of(&["i", "my", "me"]));
    let replies = |a: &&&Vec<Range<usize>>| {
        a.iter().any(|r| w.has(r, &["i", "my", "me"])) || w.has(&(a[0].start..a[0].start + 1), REPLIES)
    };
    let speaks = |a: &&&Vec<Range<usize>>| replies(a) || a.iter().any(|r| w.has(r, &["we", "our", "us"]));
    let first = given.iter().filter(speaks).count();
    let advised = |a: &&&Vec<Range<usize>>| !speaks(a) && a.iter().any(|r| w.has(r, &["you", "your"]));
    if given.iter().filter(advised).count() > first || own * 3 > all.len() || you * 3 < all.len() {
        return Vec::new();
    }
    let opening = 0..all[0].asked.start;
    let says_so = w.has(&opening, SAYS_SO);
    let met = says_so || w.has(&opening, MEETS);
    let many = you * 2 >= all.len() && first * 2 >= given.len();
    // "We" is also how a piece of opinion asks and answers.
    let own_words = given.iter().filter(replies).count() * 2 >= given.len();
    let sure = if all.iter().all(|x| x.heading) {
        says_so && many
    } else if all[0].set {
        many && own_words || met && first * 2 >= given.len()
    } else {
        met && first * 2 >= given.len() || you >= LEAST && many && own_words
    };
    if !sure {
        return Vec::new();
    }
    all.into_iter()
        .map(|x| x.answer)
        .filter(|a| !a.is_empty())
        .map(|content| Found {
            source: None,
            cue: None,
            content,
            event: Event::Speech,
            how: How::Answer,
            confidence: 0.75,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::page::{Block, Inline, Node, Page};
    use crate::report::Report;

    /// A page of paragraphs; those between stars are bold.
    fn read(lines: &[&str]) -> Report {
        let block = |line: &&str| {
            let text = line.trim_matches('*').to_owned();
            let bold = Inline { end: text.len() as u32, tag: "strong".into(), ..Inline::default() };
            Block { node: 1, inlines: if line.starts_with('*') { vec![bold] } else { Vec::new() }, text }
        };
        let node = |tag: &str, parent| Node { tag: tag.into(), parent, ..Node::default() };
        crate::analyze(&Page {
            lang: Some("en".into()),
            nodes: vec![node("body", None), node("p", Some(0))],
            blocks: lines.iter().map(block).collect(),
            ..Page::default()
        })
    }

    const OPENING: &str =
        "Ida Maran has kept the books of the lower dam since 1998. We met her at the works on a wet morning in June.";

    #[test]
    fn answers_are_whose_the_introduction_names() {
        let r = read(&[
            OPENING,
            "*How bad is the state of the dam?*",
            "It is a disgrace. Nobody in the council has ever looked at the wall, and it will break in the spring.",
            "*What would you do first?*",
            "I would line the wall with steel. We must begin before the winter comes.",
            "I told the mayor so every spring, and he simply doesn't care about the valley.",
            "*Did anyone answer your letters?*",
            "Never. The clerk is a coward, and the engineers are hopelessly out of their depth.",
        ]);
        let got: Vec<_> = r
            .quotations
            .iter()
            .map(|q| (q.content.len(), q.speaker.name.as_deref(), r.text[q.content[0].range()].split(' ').next()))
            .collect();
        let ida = Some("Ida Maran");
        assert_eq!(got, [(1, ida, Some("It")), (2, ida, Some("I")), (1, ida, Some("Never."))]);
        assert!(r.assertions.is_empty(), "{:?}", r.assertions);
    }

    #[test]
    fn a_guide_answers_itself() {
        for lines in [
            &[
                "The lower dam is to be mended in June. We looked at what that means for the town.",
                "*What should you do when the siren sounds?*",
                "Go up the hill at once. You must not wait for your neighbours.",
                "*Will your house be safe?*",
                "Houses above the mill are safe. You can look yours up on the map of the county.",
                "*How much will it cost you?*",
                "Nothing. The county pays for it all, and nobody has to fill in a form.",
            ][..],
            &[
                "The dam is a disgrace, and the town sleeps.",
                "*Do you know what it will cost you?*",
                "It will cost the town its market. We must mend the wall before the winter.",
                "*Who would you trust with your house?*",
                "Our council has shamefully done nothing for years, and we let it.",
                "*What will you tell your children?*",
                "They will ask why we slept while the wall cracked.",
            ][..],
            &[
                "The dam is a disgrace. I asked myself what it would take to mend it.",
                "*What will the council do?*",
                "I fear it will do nothing at all. It has shamefully done nothing for years.",
                "*Who pays for the steel?*",
                "I have no doubt that we will. The county never paid for a nail.",
                "*When will it end?*",
                "I think it will end in the spring, when the water comes.",
            ][..],
        ] {
            let r = read(lines);
            assert!(
                r.quotations.iter().all(|q| q.content.len() == 1 && q.content[0].range().len() < 60),
                "{:?}",
                r.quotations
            );
        }
    }
}
