//! Which agency or other publisher a text comes from.

use super::{AGENCIES, agency, agency_loose};
use crate::provenance::fold;
use crate::text::offsets;

/// Words that stand between agencies in a credit.
const BETWEEN: &[&str] =
    &["and", "with", "mit", "und", "et", "avec", "y", "con", "e", "com", "von", "from", "via", "in", "der"];

/// The first agency among the parts of a short credit ("dpa/gem", "FR mit dpa", "AP and Reuters").
fn among(credit: &str) -> Option<&'static str> {
    agency_loose(credit).or_else(|| {
        credit.split([',', '/', '&', '|', ';', '-', '+', ' ', '•', ':']).find_map(|p| {
            let p = p.trim_matches(|c: char| !c.is_alphanumeric());
            agency(p).filter(|_| p.chars().count() > 1)
        })
    })
}

/// A dateline's agency at the start of a paragraph: "PLACE, Jan 3 (Agency) — ", "AGENCY — ". The span reaches to the closing bracket.
pub fn dateline(text: &str) -> Option<(usize, &'static str)> {
    let head = offsets::head(text, 90);
    if let Some(open) = head.find('(')
        && let Some(close) = head[open..].find(')').map(|c| c + open)
        && let inner = &head[open + 1..close]
        && let Some(found) = agency_loose(inner).or_else(|| inner.split(['/', ',', '-']).find_map(agency_loose))
    {
        let place = head[..open].trim();
        let fine = place.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
            && place.split_whitespace().count() <= 9
            && !place.ends_with([':', '"', '”'])
            && (!place.ends_with('.') || abbreviated(place));
        let after = text[close + 1..].trim_start();
        let next = after.trim_start_matches('.').trim_start();
        // A name's abbreviation stands before a colon as well: "Alcoholics Anonymous (AA): the group …".
        let placed =
            || place.split_whitespace().count() <= 1 || place.contains(',') || !place.contains(char::is_lowercase);
        let dash = next.starts_with(['-', '–', '—', '−'])
            || next.starts_with(':') && placed()
            // A dateline may be a line of its own.
            || after.is_empty()
                && !place.is_empty()
                && !place.ends_with('.')
                && place.split_whitespace().count() <= 4
                && place.starts_with(char::is_uppercase);
        return (fine && dash).then_some((close + 1, found));
    }
    // "OUTLET via AGENCY — ", "AGENCY — ".
    let (lead, rest) = head.split_once(['—', '–'])?;
    // "Petra — the ancient city — drew …": what a sentence puts between dashes or goes on with tells of somebody so named.
    if rest.trim_start().starts_with(char::is_lowercase) || rest.contains(['—', '–']) {
        return None;
    }
    let lead = lead.trim_end();
    let name = lead.rsplit_once(" via ").map_or(lead, |x| x.1);
    (lead.split_whitespace().count() <= 5 && lead.len() <= 40 && !NAMESAKES.contains(&name))
        .then(|| agency(name).filter(|_| name.chars().count() > 2).map(|a| (lead.len(), a)))
        .flatten()
}

/// Whether a place ends in a short form's full stop ("SPRINGFIELD, Ill.") and not in a sentence's.
fn abbreviated(place: &str) -> bool {
    place.contains(',')
        && place.rsplit(' ').next().is_some_and(|w| w.chars().count() <= 6 && w.starts_with(char::is_uppercase))
}

/// Agencies that share their name with people and places: alone before a dash they are no credit.
const NAMESAKES: &[&str] = &["Petra", "Hina", "Bloomberg", "Lusa", "Belga", "Antara", "Fars"];

/// Words before an agency on a credit line.
const BEFORE: &[&str] = &[
    "By ",
    "by ",
    "BY ",
    "Source: ",
    "Source:",
    "Quelle: ",
    "Quelle:",
    "Von ",
    "von ",
    "von\n",
    "Par ",
    "par ",
    "Por ",
    "Di ",
    "From ",
    "with ",
    "With ",
    "Fuente: ",
    "Fonte: ",
    "Zdroj: ",
    "Kaynak: ",
    "Źródło: ",
    "Haberler - ",
    "Author: ",
    "Autor: ",
];

/// Lines that are a credit as a whole: "Reuters", "By The Associated Press", "Source: Xinhua", "Reuters, AFP", "Associated Press in Rome".
pub fn wire_line(text: &str) -> Option<&'static str> {
    let mut t = text.trim().trim_matches(['(', ')', '—', '–', '-', '|', ' ', '/', '[', ']']);
    if t.chars().count() > 70 {
        return None;
    }
    for p in BEFORE {
        t = t.strip_prefix(p).unwrap_or(t).trim_start();
    }
    // The place after it, the date before or behind it.
    if let Some((a, place)) = t.split_once(" in ")
        && place.split_whitespace().count() <= 3
        && place.starts_with(char::is_uppercase)
    {
        t = a;
    }
    let parts: Vec<&str> = t
        .split([',', '/', '&', '|', ';', '\n', '·', '•'])
        .flat_map(|p| p.split(" and "))
        .flat_map(|p| p.split(" with "))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    // Abbreviations of two letters are too many things to stand alone.
    let known: Vec<_> = parts
        .iter()
        .map(|p| agency(p).filter(|_| p.chars().count() > 2 || *p == "AP" || p.chars().any(|c| c > '\u{2e80}')))
        .collect();
    if !parts.is_empty() && known.iter().all(Option::is_some) {
        return known[0];
    }
    // "THE CONVERSATION": a name in capitals only, when it is a whole name.
    (t.len() > 6 && t.chars().all(|c| c.is_uppercase() || c == ' ')).then(|| agency_loose(t)).flatten()
}

/// Openings of a line that names the publisher or agency a text was taken from; what follows is its name.
const TAKEN: &[&str] = &[
    "first published in ",
    "first published by ",
    "first published on ",
    "originally published in ",
    "originally published by ",
    "originally published on ",
    "this article was originally published ",
    "this article originally appeared ",
    "this story originally appeared ",
    "this story was originally published ",
    "this article is republished from ",
    "this story is republished from ",
    "republished from ",
    "reprinted from ",
    "reprinted with permission from ",
    "this article was first published ",
    "this article first appeared ",
    "this story first appeared ",
    "this story was first published ",
    "original-content von",
    "with files from ",
    "with reporting by ",
    "weitere quellen",
    "additional sources",
    "autres sources",
    "otras fuentes",
    "zuerst erschienen in ",
    "zuerst erschienen bei ",
    "dieser artikel erschien zuerst ",
    "dieser text erschien zuerst ",
    "dieser beitrag erschien zuerst ",
    "cet article a été publié initialement ",
    "cet article est republié à partir de ",
    "este artículo fue publicado originalmente ",
    "este artículo se publicó originalmente ",
];

/// Whole lines that say that agencies were used without naming them.
const UNNAMED: &[&str] = &[
    "mit agenturmaterial",
    "mit material von agenturen",
    "mit agenturen",
    "mit material der nachrichtenagenturen",
    "with agencies",
    "agencies",
    "staff and agencies",
    "avec agences",
    "avec les agences",
    "con agencias",
    "con información de agencias",
    "agencias",
    "agenturen",
    "com agências",
    "com agências internacionais",
    "van onze redactie en agentschappen",
];

/// Words for the source of a text. Plurals are lists of what was read and no credit.
const SOURCE: &[&str] = &[
    "quelle",
    "source",
    "fuente",
    "fonte",
    "zdroj",
    "kaynak",
    "źródło",
    "bron",
    "kilde",
    "källa",
    "lähde",
    "来源",
    "來源",
];

/// Whether a line says whom the text was taken from, when that is not the outlet itself. Where the credit starts and the name; `outlet`: what the site calls itself.
pub fn source_line(text: &str, outlet: &[&str]) -> Option<(usize, String)> {
    let mut t = text.trim().trim_matches(['(', ')', '[', ']', '*', ' ', '.', '—', '–']);
    if t.len() > 220 {
        return None;
    }
    let low = t.to_lowercase();
    if UNNAMED.contains(&low.as_str()) {
        return Some((0, t.to_owned()));
    }
    let taken = TAKEN.iter().find(|p| low.starts_with(*p));
    if taken.is_none() {
        // "2024-01-03 10:00 来源： …": the label may follow a date.
        let at = SOURCE.iter().filter_map(|s| low.find(s)).min()?;
        if !low[..at].chars().all(|c| !c.is_alphabetic()) || low.len() != t.len() && at > 0 && !t.is_char_boundary(at) {
            return None;
        }
        t = t.get(at..)?.trim_start();
        let (label, name) = t.split_once([':', '：'])?;
        let words = label.split_whitespace().count();
        let first = label.split_whitespace().next()?.to_lowercase();
        let name = name.trim();
        let fine = words <= 3
            && SOURCE.contains(&first.as_str())
            && (2..=60).contains(&name.chars().count())
            && name.split_whitespace().count() <= 6
            && name.starts_with(|c: char| !c.is_lowercase() || agency(name).is_some());
        // The label's place in the text, where a date goes before it.
        let from = if at > 0 { text.find(t).unwrap_or(0) } else { 0 };
        return (fine && !is_outlet(name, outlet)).then(|| (from, name.to_owned()));
    }
    let rest = t.get(taken?.len()..)?.trim_start_matches([' ', ':', '•', '–', '-']).trim();
    let rest = ["in ", "on ", "by ", "at ", "bei ", "auf ", "dans ", "par ", "en ", "por "]
        .iter()
        .find_map(|p| rest.strip_prefix(p))
        .unwrap_or(rest);
    // A name follows, not a day or an hour.
    let dated = rest.split_whitespace().take(4).any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    let fine = !dated && rest.starts_with(|c: char| c.is_uppercase() || c == '“') || agency(rest).is_some();
    (fine && !is_outlet(rest, outlet)).then(|| (0, rest.trim_end_matches('.').to_owned()))
}

/// Whether a name is that of the site itself.
fn is_outlet(name: &str, outlet: &[&str]) -> bool {
    let n = fold(name);
    outlet
        .iter()
        .map(|o| fold(o))
        .any(|o| o.chars().count() > 2 && (n.contains(&o) || n.chars().count() > 2 && o.contains(&n)))
}

/// The agency in brackets that close a paragraph: "… on Monday. (dpa/gem)". The byte range of the brackets and the agency.
pub fn closing(text: &str, outlet: &[&str]) -> Option<(std::ops::Range<usize>, String)> {
    let t = text.trim_end();
    let t = t.trim_end_matches(['.', '+', ' ']);
    let inner = t.strip_suffix([')', ']'])?;
    let open = inner.rfind(['(', '['])?;
    let words = inner[open + 1..].trim();
    // "(Ada Muster via AP, File)" credits a picture.
    if words.is_empty() || words.chars().count() > 48 || words.contains(" via ") || words.ends_with("File") {
        return None;
    }
    // A sentence goes before: brackets inside one explain a word.
    let before = text[..open].trim_end();
    if !before.is_empty() && !before.ends_with(['.', '!', '?', '”', '"', '“', '»', '’', '\'', ':', '…', ')']) {
        return None;
    }
    let parts: Vec<&str> =
        words.split([',', '/', '&', '|', ';', '+', ' ', '-']).map(str::trim).filter(|p| !p.is_empty()).collect();
    // Beside agencies stand shorthands of people, the paper and small words.
    let short = |p: &&&str| p.chars().count() <= 5 || BETWEEN.contains(*p) || agency(p).is_some();
    let agency = among(words).filter(|_| parts.len() <= 5 && parts.iter().filter(short).count() * 3 >= parts.len() * 2);
    let who = agency.map(str::to_owned).or_else(|| source_line(words, outlet).map(|s| s.1))?;
    Some((open..t.len(), who))
}

/// The agency that claims the rights of a text in a line of its own: "© dpa-infocom, dpa:240102-99-1/2".
pub fn claim(text: &str) -> Option<&'static str> {
    let t = text.trim().strip_prefix('©')?.trim_start();
    if t.len() > 60 || !t.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let first = t.split([',', ':', ' ']).next()?;
    agency(first.split('-').next()?).filter(|_| first.contains("infocom") || t.contains("dpa:"))
}

/// The agency whose staff a sentence credits, and the sentence's bytes: "X of The Associated Press contributed to this report". One
/// that isn't listed counts when it calls itself an agency.
pub fn contributed(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    const CUES: &[&str] = &["contributed to this", "contributed reporting", "reporting by", "contributed from"];
    const ENDS: &[&str] = &[" News Agency", " Press Agency", " News Service", " Newswire", " Press Association"];
    if text.len() > 500 {
        return None;
    }
    let low = text.to_ascii_lowercase();
    let cue = CUES.iter().find_map(|c| low.find(c))?;
    let from = low[..cue].rfind(". ").map_or(0, |i| i + 2);
    let to = low[cue..].find(". ").map_or(text.len(), |i| cue + i + 1);
    let text = &text[from..to];
    let listed = AGENCIES.iter().filter(|a| a.0.len() > 2).find(|a| {
        text.match_indices(a.0).any(|(i, _)| {
            !text[..i].ends_with(char::is_alphanumeric) && !text[i + a.0.len()..].starts_with(char::is_alphanumeric)
        })
    });
    let who = listed.map(|a| a.1.to_owned()).or_else(|| {
        let (at, end) = ENDS.iter().find_map(|e| text.find(e).map(|i| (i, i + e.len())))?;
        let words = text[..at].rsplit(' ').take(4).take_while(|w| w.starts_with(char::is_uppercase) && *w != "The");
        let name: usize = words.map(|w| w.len() + 1).sum();
        (name > 1).then(|| text[at + 1 - name..end].to_owned())
    })?;
    Some((from..to, who))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (text, found) in [
            ("BERLIN (Reuters) - Trains stood still on Monday.", Some("Reuters")),
            ("SPRINGFIELD, Ill. (AP) — The council met.", Some("Associated Press")),
            ("NAIROBI, May 3 (Xinhua) -- Rain fell.", Some("Xinhua")),
            ("Wien (APA/dpa) – Es regnet.", Some("APA")),
            ("Madrid, 3 may (efe).- Llueve.", Some("EFE")),
            ("Flussstadt (ots)", Some("news aktuell (ots)")),
            ("EXAMPLE POST via JTA — Rain fell.", Some("JTA")),
            ("The agency (AP) was founded long ago.", None),
            ("The union (TT) said no.", None),
            ("The sea — and Reuters — fell silent.", None),
            ("Petra — the ancient city — drew crowds.", None),
            ("Hina — Maria's sister, a teacher — left.", None),
            ("Hina — A teacher left.", None),
            ("Bloomberg — the former mayor — spoke.", None),
            ("Alcoholics Anonymous (AA): the group met.", None),
            ("The wall held. (SPA)", None),
            ("The wall held. (SPA) — ", None),
            ("Wien (APA): Es regnet.", Some("APA")),
        ] {
            assert_eq!(dateline(text).map(|d| d.1), found, "{text}");
        }
    }

    #[test]
    fn agencies_that_contributed() {
        for (text, found) in [
            ("Ada Muster of The Associated Press contributed to this report.", Some("Associated Press")),
            ("Additional reporting by the Coastal News Agency.", Some("Coastal News Agency")),
            ("Coastal News Agency contributed to this report.", Some("Coastal News Agency")),
            ("Reporting by Ada Muster; editing by Eva Muster", None),
            ("Additional reporting by a news agency.", None),
            ("The Associated Press reported the floods first.", None),
        ] {
            assert_eq!(contributed(text).map(|c| c.1).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn lines_of_agencies() {
        for (text, found) in [
            ("By The Associated Press", Some("Associated Press")),
            ("Source: Xinhua", Some("Xinhua")),
            ("Reuters, AFP", Some("Reuters")),
            ("Associated Press in Rome", Some("Associated Press")),
            ("von\nAPA", Some("APA")),
            ("By Anna Muster", None),
            ("AA", None),
            ("Reuters was founded in London", None),
        ] {
            assert_eq!(wire_line(text), found, "{text}");
        }
    }

    #[test]
    fn sources_of_a_text() {
        for (text, found) in [
            ("Quelle: Landespolizei", Some("Landespolizei")),
            ("Quelle der Meldung: Stadt Beispiel", Some("Stadt Beispiel")),
            ("2024-05-03 10:20 来源：新华社", Some("新华社")),
            ("Quelle: example.org", None),
            ("Quellen: Bücher, Briefe", None),
            ("First published in The Conversation.", Some("The Conversation")),
            ("Originally published on Example Post.", None),
            ("First published on May 3, 2022", None),
            ("Mit Agenturmaterial", Some("Mit Agenturmaterial")),
            ("Source of the river: a spring", None),
        ] {
            assert_eq!(source_line(text, &["Example Post", "example.org"]).map(|s| s.1).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn agencies_at_the_end() {
        for (text, found) in [
            ("Es regnet. (dpa/gem)", Some("dpa")),
            ("Il pleut. (ats/nxp)", Some("Keystone-SDA")),
            ("Piove. (ANSA).", Some("ANSA")),
            ("Es schneit. (EX mit dpa)", Some("dpa")),
            ("(SID)", Some("SID")),
            ("Es taut. (Quelle: Wetteramt)", Some("Wetteramt")),
            ("Es taut. (kas)", None),
            ("It rained. (Ada Muster via AP, File)", None),
            ("The union was founded by the agency (AP)", None),
            ("It rained. (See AP for more of what was said then.)", None),
        ] {
            assert_eq!(closing(text, &[]).map(|x| x.1).as_deref(), found, "{text}");
        }
    }
}
