//! What stands beside the text: the sentences in numbers, who is quoted, and what the piece says about itself.

use crate::State;
use crate::dom::{Js, add, by_id, count, empty, listen, within};
use crate::marked;
use saidby::category::Kind;
use saidby::report::{Event, Fact, Outlet, Report, SourceCount, SpeakerKind};
use web_sys::{Element, HtmlElement};

/// Leads from a source to the first of its quotations that is shown.
pub fn wire() -> Js {
    listen(&by_id::<HtmlElement>("speakers")?, "click", |e| {
        let Some(button) = within(&e, "[data-goto]")? else { return Ok(()) };
        for of in button.get_attribute("data-goto").unwrap_or_default().split_whitespace() {
            if let Some(mark) = marked::stop(of)? {
                unshown("")?;
                return mark.focus();
            }
        }
        unshown("No quotation of this source is marked now. What is marked is chosen under “Which marks”.")
    })
}

/// Says beside the list why a source leads nowhere.
pub fn unshown(message: &str) -> Js {
    by_id::<HtmlElement>("unshown")?.set_text_content(Some(message));
    Ok(())
}

/// Shows all of it.
pub fn show(st: &State) -> Js {
    let read = st.report.statistics.sentences > 0;
    by_id::<HtmlElement>("findings")?.set_hidden(!read);
    numbers(&st.report)?;
    speakers(st)?;
    piece(&st.report)
}

fn numbers(report: &Report) -> Js {
    let out: HtmlElement = empty("numbers")?;
    let s = &report.statistics;
    let total = format!("{} in {}.", count(s.words, "word", "words"), count(s.sentences, "sentence", "sentences"));
    // A bar without unattributed sentences would say that there are none.
    if report.notes.iter().any(|n| n.key.starts_with("language")) {
        let words = format!("{total} Which of them have nobody named is told for English alone.");
        add(&out, "p", "quiet", &words)?;
        return Ok(());
    }
    let bar = add(&out, "div", "bar", "")?;
    bar.set_attribute("aria-hidden", "true")?;
    let list = add(&out, "ul", "legend", "")?;
    for (part, name, n) in [
        ("attributed", "Attributed", s.attributed),
        ("unattributed", "Unattributed", s.unattributed),
        ("plain", "Plain record", s.plain),
    ] {
        if n > 0 {
            add(&bar, "span", &format!("{part}-part"), "")?.style().set_property("flex-grow", &n.to_string())?;
        }
        let item = add(&list, "li", "", "")?;
        add(&item, "i", &format!("{part}-part"), "")?.set_attribute("aria-hidden", "true")?;
        add(&item, "span", "", &format!("{name}: "))?;
        add(&item, "strong", "", &n.to_string())?;
    }
    let beliefs = report.quotations.iter().filter(|q| q.event == Event::Belief).count() as u32;
    let beliefs = if beliefs > 0 {
        format!(
            " Besides, {} what somebody thinks or wants; that is not painted as a quotation.",
            count(beliefs, "place tells", "places tell")
        )
    } else {
        String::new()
    };
    add(
        &out,
        "p",
        "quiet",
        &format!("{total}{beliefs} This counts what was found and is not a score: a marked sentence may well be true."),
    )?;
    Ok(())
}

fn speakers(st: &State) -> Js {
    let out: HtmlElement = empty("speakers")?;
    let sources = &st.report.statistics.sources;
    if sources.is_empty() {
        add(&out, "p", "quiet", "Nobody was found quoted.")?;
        return Ok(());
    }
    let list = add(&out, "ul", "", "")?;
    for c in sources {
        let item = add(&list, "li", "", "")?;
        let b = add(&item, "button", "goto", "")?;
        b.set_attribute("type", "button")?;
        b.set_attribute("data-goto", &c.ids.join(" "))?;
        add(&b, "span", "", &name(c))?;
        if let Some(role) = c.speaker.role.as_ref().filter(|_| c.speaker.name.is_some()) {
            add(&b, "span", "quiet", role)?;
        }
        add(
            &item,
            "span",
            "number",
            &format!("{}, {}", count(c.quotations, "quotation", "quotations"), count(c.words, "word", "words")),
        )?;
    }
    Ok(())
}

fn name(c: &SourceCount) -> String {
    let words = c.speaker.name.clone().or_else(|| c.speaker.role.clone());
    match (words, c.speaker.kind) {
        (Some(n), SpeakerKind::Anonymous) => format!("{n} (anonymous)"),
        (Some(n), _) => n,
        (None, SpeakerKind::Anonymous) => "Anonymous".into(),
        (None, _) => "Nobody named".into(),
    }
}

/// Facts, each with its source and date.
pub fn facts(parent: &Element, facts: &[Fact]) -> Js {
    for f in facts.iter().take(6) {
        let d = add(parent, "div", "fact", "")?;
        add(&d, "p", "", &f.statement)?;
        add(&d, "p", "quiet", &format!("Source: {}, {}", f.source, f.date))?;
    }
    Ok(())
}

fn piece(report: &Report) -> Js {
    let out: HtmlElement = empty("piece")?;
    let list = add(&out, "dl", "", "")?;
    let row = |term: &str, values: &[String]| -> Js {
        if values.is_empty() {
            return Ok(());
        }
        add(&list, "dt", "", term)?;
        for v in values {
            add(&list, "dd", "", v)?;
        }
        Ok(())
    };
    let marks = |kind: Kind| -> Vec<String> {
        report.provenance.iter().filter(|p| p.kind == kind && !p.value.is_empty()).map(|p| p.value.clone()).collect()
    };
    let known = |o: &Outlet| -> Js {
        add(&list, "dt", "", "Publisher")?;
        let d = add(&list, "dd", "", "")?;
        let place = o.country.as_ref().map_or_else(String::new, |c| format!(", {c}"));
        add(&d, "p", "", &format!("{}{place}", o.name))?;
        facts(&d, &o.facts)
    };
    report.outlet.as_ref().map_or(Ok(()), known)?;
    let authors: Vec<String> = report
        .authors
        .iter()
        .map(|a| a.affiliation.as_ref().map_or_else(|| a.name.clone(), |f| format!("{} ({f})", a.name)))
        .collect();
    row("Written by", &authors)?;
    if report.authors.iter().all(|a| a.affiliation.is_none()) {
        row("About the author", &marks(Kind::AuthorAffiliation))?;
    }
    for i in &report.institutes {
        add(&list, "dt", "", "Institute")?;
        let d = add(&list, "dd", "", &i.name)?;
        facts(&d, &i.facts)?;
    }
    row("Published", report.published.as_slice())?;
    row("Changed", report.modified.as_slice())?;
    row("Section", report.section.as_slice())?;
    row("Agency", &marks(Kind::WireCredit))?;
    row("Disclosed", &marks(Kind::Disclosure))?;
    row("Corrected", &marks(Kind::Correction))?;
    if list.child_element_count() == 0 {
        out.set_text_content(None);
        add(&out, "p", "quiet", "The text doesn’t say who wrote or published it.")?;
    }
    Ok(())
}
