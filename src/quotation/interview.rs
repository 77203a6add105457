//! Interviews without labels: questions in paragraphs of their own, and answers without marks.
//!
//! Pages set the questions in bold or italics, or as headings; a plain text has nothing but their shape. The answers are direct quotations
//! of whoever the introduction names. Guides and columns ask questions too ("What should you pack?"), and their answers are the writer's:
//! so the questions must address somebody, the answers speak of an "I", and what calls itself no interview needs more of both.

use super::rules::{Found, How, is_read};
use super::words::Words;
use crate::document::Document;
use crate::report::{Event, Role};
use crate::text::Shape;
use std::ops::Range;

/// Questions that an interview has at least.
const LEAST: usize = 3;
/// A question has at most so many tokens.
const QUESTION: usize = 60;
/// The last answer goes on for at most so many paragraphs.
const LAST: usize = 4;

/// The answers of an interview, in order; `blocks` are the tokens of each block, `taken` tells what is said already.
pub fn find(doc: &Document, w: &Words, blocks: &[Range<usize>], taken: impl Fn(&Range<usize>) -> bool) -> Vec<Found> {
    let role = |b: usize| doc.blocks.get(b).map_or(Role::Paragraph, |x| x.role);
    let bold = |b: usize| doc.emphasised.get(b) == Some(&true);
    let has = |r: Range<usize>, of: &[&str]| r.into_iter().any(|k| of.contains(&w.low(k)) && !w.in_marks(k));
    let asks = |b: &usize| {
        let t = &blocks[*b];
        role(*b).in_body() && !t.is_empty() && t.len() <= QUESTION && w.low(t.end - 1) == "?" && !w.in_marks(t.start)
    };
    let mut questions: Vec<usize> = (0..blocks.len()).filter(asks).collect();
    let bolds = questions.iter().filter(|b| bold(**b)).count();
    let set = bolds >= LEAST;
    if set {
        questions.retain(|b| bold(*b));
    }
    if questions.len() < LEAST {
        return Vec::new();
    }
    let spoken =
        |b: &usize| is_read(doc, *b as u32) && role(*b) != Role::Caption && !blocks[*b].is_empty() && !bold(*b);
    let answers: Vec<Vec<Range<usize>>> = questions
        .iter()
        .enumerate()
        .map(|(i, q)| {
            let (end, most) = questions.get(i + 1).map_or((blocks.len(), LAST), |n| (*n, usize::MAX));
            let all = (q + 1..end).skip_while(|b| !spoken(b));
            let all: Vec<usize> =
                if most == LAST { all.take_while(spoken).collect() } else { all.filter(spoken).collect() };
            all.into_iter().take(most).map(|b| blocks[b].clone()).collect()
        })
        .collect();
    let given: Vec<&Vec<Range<usize>>> = answers.iter().filter(|a| !a.is_empty()).collect();
    let marked = |a: &&&Vec<Range<usize>>| w.reading.tokens[a[0].start].shape == Shape::Quote;
    let told = given.iter().flat_map(|a| a.iter()).any(&taken);
    if given.len() * 5 < questions.len() * 4 || told || given.iter().filter(marked).count() * 2 > given.len() {
        return Vec::new();
    }
    let of = |list: &[&str]| questions.iter().filter(|q| has(blocks[**q].clone(), list)).count();
    let within = |list: &[&str]| given.iter().filter(|a| a.iter().any(|r| has(r.clone(), list))).count();
    let (you, own) = (of(&["you", "your", "you're", "yours"]), of(&["i", "my", "me"]));
    let first = within(&["i", "my", "me", "we", "our", "us"]);
    let advised = given.iter().filter(|a| {
        let all = || a.iter().cloned();
        all().any(|r| has(r, &["you", "your"])) && !all().any(|r| has(r, &["i", "my", "me", "we", "our"]))
    });
    if advised.count() > first || own * 3 > questions.len() || you * 3 < questions.len() {
        return Vec::new();
    }
    let opening = 0..blocks[questions[0]].start;
    let says_so = has(opening.clone(), &["interview", "interviewed", "conversation", "q&a", "condensed"]);
    let met = says_so || has(opening, &["spoke", "talked", "met", "asked", "sat", "caught", "talks", "speaks"]);
    let many = you * 2 >= questions.len() && first * 2 >= given.len();
    let headings = set && questions.iter().all(|b| role(*b) == Role::Subheading);
    let sure = if headings {
        says_so && many
    } else if set {
        many || met && first > 0
    } else {
        you >= LEAST && many
    };
    if !sure {
        return Vec::new();
    }
    answers
        .into_iter()
        .filter(|a| a.iter().any(|r| r.clone().any(|k| w.is_word(k))))
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
