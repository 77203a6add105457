//! For whom the author works: notes at the head and foot of an article.
//!
//! A note has a subject (the author, or the name on the byline), a verb of being or serving and a post or an
//! employer. Only sentences that start with such a subject count, and only where notes stand: a named expert in running text is not the
//! author. In the text itself, whose foot may be a story's second half, the subject must be the author by their full name.

mod words;

use super::fold;
use crate::registry;
use words::{EMPLOYED, POSTS, POSTS_ABROAD, SUBJECTS, VERBS};

/// Where a sentence stands that may tell for whom the author works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// In the running text, where only the author's full name means the author.
    Text,
    /// In the text's last paragraphs, or outside it: "The author" is this text's.
    Edge,
    /// Where notes stand (a note block, italics), so that any name may be the subject.
    Note,
}

/// Whether a sentence tells for whom the author works. `names`: the names on the byline.
pub fn is_note(sentence: &str, names: &[&str], ground: Ground) -> bool {
    let s = sentence.trim_start_matches(|c: char| c.is_whitespace() || "*–—-•_(".contains(c));
    if s.len() > 600 {
        return false;
    }
    if let Some(rest) = SUBJECTS.iter().find_map(|p| s.strip_prefix(p)) {
        // "The author is … ?" in a review speaks of somebody else: a post or employer decides, and one of the author's own: "the wife of
        // the minister" and "was released, the director said" name somebody else's.
        let predicate = VERBS.iter().any(|v| rest.starts_with(v));
        let own = &rest[..rest.find([',', ';']).into_iter().chain(rest.find(" of ")).min().unwrap_or(rest.len())];
        return ground > Ground::Text && (predicate && tells(own) || s.contains(": ") && tells(rest));
    }
    let Some((name, rest)) = name_and_rest(s) else { return false };
    // Two that write together may be called by their surnames: "Muster & Beispiel write about …".
    let joint = ground > Ground::Text && [" & ", " and ", " und ", " et ", " y "].iter().any(|a| name.contains(a));
    let known = names.iter().any(|n| full_name(n, name) || joint && same_person(n, name));
    (known || ground == Ground::Note) && VERBS.iter().any(|v| rest.starts_with(v)) && tells(rest)
}

/// Whether a sentence is about a body of which a note on the author has told: its first capitalised words stand there.
pub fn told_of(sentence: &str, affiliated: &[String]) -> bool {
    let s = sentence.trim_start().trim_start_matches("The ");
    let name: Vec<&str> = s.split(' ').take_while(|w| w.starts_with(char::is_uppercase)).collect();
    let name = name.join(" ");
    name.contains(' ') && affiliated.iter().any(|a| a.contains(&name))
}

/// Whether a name at a sentence's start is one on the byline by its first and last word, whatever stands between or before them.
fn full_name(byline: &str, name: &str) -> bool {
    let low = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let said: Vec<String> = name.split_whitespace().map(low).collect();
    let (Some(first), Some(last)) = (byline.split_whitespace().next(), byline.split_whitespace().next_back()) else {
        return false;
    };
    // With a middle name, or an initial, more or less.
    said.iter().position(|w| *w == low(first)).is_some_and(|f| said.iter().skip(f).take(4).any(|w| *w == low(last)))
}

/// A name at the start (two to five capitalised words, initials and particles among them) and what follows it.
fn name_and_rest(s: &str) -> Option<(&str, &str)> {
    let mut words = 0;
    let mut at = 0;
    for w in s.split_inclusive(' ') {
        let core = w.trim_end().trim_end_matches(',');
        let caps = core.chars().next().is_some_and(char::is_uppercase)
            && core.chars().all(|c| c.is_alphabetic() || "'’-.".contains(c));
        let small = matches!(
            core,
            "de" | "van"
                | "von"
                | "der"
                | "den"
                | "al"
                | "bin"
                | "da"
                | "di"
                | "la"
                | "le"
                | "and"
                | "und"
                | "et"
                | "y"
                | "&"
                | "ten"
                | "del"
        );
        if !(caps || small && words > 0) {
            break;
        }
        words += 1;
        at += w.len();
        if w.trim_end().ends_with(',') {
            break;
        }
        if words > 8 {
            return None;
        }
    }
    let name = s[..at].trim_end().trim_end_matches(',');
    let rest = s[at..].trim_start();
    let first = name.split(' ').next()?;
    // "The Bank is …" starts with an article, not a name.
    (words >= 2
        && !matches!(first, "The" | "A" | "An" | "This" | "In" | "But" | "And" | "It" | "Its" | "For" | "At" | "New"))
    .then_some((name, rest))
}

fn same_person(byline: &str, name: &str) -> bool {
    let last = |s: &str| s.split_whitespace().next_back().map(str::to_lowercase).unwrap_or_default();
    !byline.is_empty() && (byline.eq_ignore_ascii_case(name) || last(byline) == last(name) || name.contains(byline))
}

/// Whether the predicate names a post with an employer, or an employer.
fn tells(predicate: &str) -> bool {
    // The post stands in the first clause: within 16 words.
    EMPLOYED.iter().any(|e| predicate.contains(e)) || predicate.split_whitespace().take(16).any(is_post)
}

/// Whether a word names a post, in the singular or plural, for men or women.
fn is_post(word: &str) -> bool {
    let low = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase();
    if low.len() < 2 {
        return false;
    }
    let low = low
        .split_once('-')
        .filter(|x| matches!(x.0, "editor" | "vice" | "ex" | "chef"))
        .map_or(low.as_str(), |x| if x.0 == "editor" { x.0 } else { x.1 });
    let one = low.strip_suffix('s').unwrap_or(low);
    let base = ["innen", "in", "en", "e", "a"].iter().find_map(|e| low.strip_suffix(e)).unwrap_or(low);
    POSTS.contains(&one) || POSTS.contains(&low) || [low, one, base].iter().any(|w| POSTS_ABROAD.contains(w))
}

/// Whether a short text is a post, and nothing else: "Political Correspondent", "Redakteurin", "Corresponsal en Atenas", "Philosophe,
/// Professeur à l'Université …". For places where a post is expected: beside a name on a byline, in a box about the author.
pub fn is_title(text: &str) -> bool {
    let t = text.trim().trim_matches(['–', '-', '|', '·', '•', ',', '(', ')', ' ']);
    let words: Vec<&str> = t.split_whitespace().collect();
    let letters = t.chars().filter(|c| c.is_alphabetic()).count();
    (1..=14).contains(&words.len())
        && letters >= 4
        && !t.ends_with(['!', '?', ':'])
        && !t.contains('@')
        && !t.contains(": ")
        && !t.starts_with(|c: char| c.is_ascii_digit())
        && !["von", "of", "for", "at", "by", "de", "der", "des", "du"].contains(words.last().unwrap_or(&""))
        // A longer phrase starts with the post.
        && (words.len() <= 6 || words.iter().take(4).any(|w| is_post(w) && w.len() > 3))
        && !words[0].eq_ignore_ascii_case("by")
        // A sentence about the author is no post.
        && !SUBJECTS.iter().any(|s| t.starts_with(s))
        && !is_note(t, &[], Ground::Note)
        // The post stands early, or closes the phrase.
        && (words.iter().take(5).any(|w| is_post(w)) || words.last().is_some_and(|w| is_post(w) && !w.ends_with('s')))
        && !matches!(
            t.to_lowercase().as_str(),
            "author" | "authors" | "autor" | "auteur" | "editor" | "writer" | "staff" | "contributors" | "partner" | "partners" | "member"
                | "members" | "contributor" | "reader" | "chef" | "l'auteur" | "der autor"
        )
        && ![
            "written by", "about ", "meet the", "more ", "read ", "follow", "see ", "contact ", "become a ", "join ", "our ", "all ", "get ",
            "view ", "email ", "e-mail ", "mail ", "send ", "share ", "show ", "open ", "browse ", "go to ", "sign ", "subscribe", "how ", "why ",
            "what ", "who ", "alle ", "mehr ", "zum ", "zur ", "voir ", "lire ", "tous ", "ver ", "más ", "ask ", "edit", "report ", "submit ", "search ", "find ",
        ]
            .iter()
            .any(|p| t.to_lowercase().starts_with(p))
}

/// Whether a post stands behind somebody's name that is none of `names`: "Ada Muster, Staff Writer".
pub fn of_another(text: &str, names: &[&str]) -> bool {
    text.contains(',')
        && name_and_rest(text.trim())
            .is_some_and(|(name, _)| !is_title(name) && !names.iter().any(|n| same_person(n, name)))
}

/// Whether a text in a box about the author says who they are: with a name or without ("I am a freelance writer …", "Seit 2019 bei …").
pub fn is_bio(text: &str) -> bool {
    let t = text.trim();
    (20..=1500).contains(&t.len())
        && t.split_whitespace().count() >= 4
        && !t.ends_with('?')
        && (tells(t) || t.split_whitespace().count() >= 5 && t.split_whitespace().take(40).any(is_post))
        && ![
            "follow ",
            "read more",
            "more from",
            "see all",
            "subscribe",
            "sign up",
            "get the",
            "search ",
            "view all",
            "about the",
            "written by",
        ]
        .iter()
        .any(|p| t.to_lowercase().starts_with(p))
}

/// Whether a text in a box about the author, which tells no post, tells that they work for the house: it names it in a sentence.
pub fn is_bio_of(text: &str, house: &[&str]) -> bool {
    let t = text.trim();
    let words = || t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    (30..=700).contains(&t.len())
        && t.ends_with('.')
        && words().count() >= 5
        && !t.contains(['@', '©', '?'])
        && house.iter().any(|h| words().any(|w| w.eq_ignore_ascii_case(h)) || h.contains(' ') && t.contains(h))
}

/// The employer named in a note: an institute of the registry, else the capitalised words after "at", "for", "with" or "of". The
/// first sentence tells where the author works now; the others may tell of schools and earlier posts.
pub fn employer(note: &str) -> Option<String> {
    let first = note.match_indices(". ").map(|m| m.0).find(|i| {
        // Not behind "Dr", "Jr" or an initial.
        note[..*i].rsplit(' ').next().is_some_and(|w| w.chars().count() > 3 && w != "Prof")
    });
    first.and_then(|i| employer_in(&note[..=i])).or_else(|| employer_in(note))
}

fn employer_in(note: &str) -> Option<String> {
    if let Some((range, _)) = registry::institutes_in(note).into_iter().next() {
        return note.get(range).map(str::to_owned);
    }
    [" at the ", " at ", " for the ", " for ", " with the ", " with ", " of the ", " of "].iter().find_map(|cue| {
        note.match_indices(cue).find_map(|(i, _)| {
            let name = capitalised(&note[i + cue.len()..])?;
            // "The author of A Book" works for nobody, nor does a title in marks.
            let titled = note[..i].rfind('“').is_some_and(|open| !note[open..i].contains('”'));
            if titled || note[..i].ends_with("author") || note[i + cue.len()..].starts_with(['“', '"', '‘']) {
                return None;
            }
            (name.chars().count() >= 3).then_some(name)
        })
    })
}

/// The run of capitalised words at the start, with small words between them.
fn capitalised(s: &str) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    for (i, w) in s.split_whitespace().take(14).enumerate() {
        let core = w.trim_end_matches([',', ';', '.', ')', ':']).trim_end_matches("’s").trim_end_matches("'s");
        let small =
            matches!(core, "of" | "for" | "the" | "and" | "&" | "de" | "in" | "on" | "du" | "des" | "la" | "der");
        let caps = core.chars().next().is_some_and(|c| {
            c.is_uppercase() || c.is_ascii_digit() && (i > 0 || core.chars().any(char::is_alphabetic))
        });
        if !(caps || small && i > 0) {
            break;
        }
        out.push(core);
        if core.len() != w.len() {
            break;
        }
    }
    while out.last().is_some_and(|w| {
        matches!(*w, "of" | "for" | "the" | "and" | "&" | "de" | "in" | "on" | "du" | "des" | "la" | "der")
    }) {
        out.pop();
    }
    (!out.is_empty()).then(|| out.join(" "))
}

/// What a byline says beside the name: "for Agency", "Staff Writer", "Special to The Paper", the outlet after a bar or comma. Byte
/// ranges, each with the employer or post. `names`: the names on the byline; `outlet`: what the site calls itself.
pub fn on_byline(text: &str, names: &[&str], outlet: &[&str]) -> Vec<(std::ops::Range<usize>, String)> {
    let mut out = Vec::new();
    if text.len() > 400 {
        return out;
    }
    // Where the last of the names ends; names in other letters of the same length count too.
    let low: String = text.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { c }).collect();
    let after = names
        .iter()
        .filter(|n| n.len() > 3 && !is_house(n, outlet))
        .filter_map(|n| {
            let n: String = n.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { c }).collect();
            low.rfind(&n).map(|i| i + n.len())
        })
        .max();
    let opened = ["by ", "von ", "par ", "por ", "di "].iter().any(|p| low.starts_with(p));
    for cue in [" for ", "special to "] {
        let from = after.filter(|_| cue == " for ").unwrap_or(0);
        if let Some(i) = low.get(from..).and_then(|l| l.find(cue)).map(|i| i + from) {
            let at = i + cue.len();
            let rest =
                text[at..].strip_prefix("the ").or_else(|| text[at..].strip_prefix("The ")).unwrap_or(&text[at..]);
            if (opened || after.is_some_and(|a| a == i) || cue != " for ")
                && let Some(name) = capitalised(rest)
            {
                let start = i + cue.len() - cue.trim_start().len();
                let end = (text.len() - rest.len() + name.len()).min(text.len());
                if text.is_char_boundary(end) {
                    out.push((start..end, name));
                    return out;
                }
            }
        }
    }
    // A line of a name that isn't known: what stands before the first border, when it looks like one.
    let after = after.or_else(|| {
        let from = ["By ", "by ", "By: ", "Von ", "von ", "Von: ", "Par ", "Por "]
            .iter()
            .find_map(|p| text.strip_prefix(p))
            .map_or(0, |r| text.len() - r.len());
        let first = text[from..].split([',', '|', '·', '•', '\n']).next()?.split(" - ").next()?;
        let name = first.trim();
        let words = name.split_whitespace().count();
        ((2..=4).contains(&words)
            && first.len() < text.len() - from
            && name.split_whitespace().all(|w| {
                w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || "'’-.".contains(c))
            })
            && !is_title(name)
            && !is_house(name, outlet))
        .then_some(from + first.len())
    });
    let Some(after) = after else {
        // ", Staff Writer" and the like close a line whose name is not known.
        if let Some(at) = text.rfind([',', '|', '\n']).filter(|_| opened) {
            let tail = text[at + 1..].trim();
            if (2..=6).contains(&tail.split_whitespace().count()) && is_title(tail) {
                let start = text.len() - text[at + 1..].trim_start().len();
                out.push((start..start + tail.len(), tail.to_owned()));
            }
        }
        return out;
    };
    let Some(rest) = text.get(after..) else { return out };
    // "Name, a deputy editor and author of …. He has covered …": all of it.
    if let Some(predicate) = rest.trim_start().strip_prefix(", ")
        // What stands behind a border is another thing: a date, a section.
        && let Some(predicate) = predicate.split(['|', '·', '•', '\n']).next()
        && opened
        && predicate.split_whitespace().count() > 3
        && predicate.starts_with(|c: char| c.is_lowercase())
        && tells(predicate)
    {
        let start = after + rest.len() - rest.trim_start().len() + 2;
        let said = predicate.trim_end();
        out.push((start..start + said.len(), employer(said).unwrap_or_else(|| said.to_owned())));
        return out;
    }
    let mut at = after;
    for part in rest.split(['|', '·', '•', '\n', ',', '–', '—', '/', '(', ')', ';']).flat_map(|p| p.split(" - "))
    {
        let lead = part.len() - part.trim_start_matches([' ', '-', '\u{a0}']).len();
        let begin = text[at..].find(part).map_or(at, |i| at + i) + lead;
        at = (begin + part.len() - lead).min(text.len());
        let p = part.trim_matches([' ', '-', '\u{a0}', '.']);
        // A date or a time may follow without a border.
        let p = p.find(|c: char| c.is_ascii_digit()).map_or(p, |i| &p[..i]).trim_end();
        let words = p.split_whitespace().count();
        if p.len() < 2 || words == 0 || words > 8 {
            continue;
        }
        if is_title(p) || words <= 5 && is_house(p, outlet) {
            out.push((begin..begin + p.len(), p.to_owned()));
        }
    }
    out
}

/// Whether a name is the outlet's own or that of a newspaper, channel or agency.
pub fn is_house(name: &str, outlet: &[&str]) -> bool {
    const ENDS: &[&str] = &[
        "News",
        "Times",
        "Post",
        "Network",
        "Press",
        "Herald",
        "Tribune",
        "Gazette",
        "Journal",
        "Chronicle",
        "Group",
        "Media",
        "Radio",
        "Today",
        "Magazine",
        "Observer",
        "Telegraph",
        "Guardian",
        "Mirror",
        "Sun",
        "Star",
        "Insider",
        "Review",
        "Correspondent",
        "Zeitung",
        "Nachrichten",
        "Weekly",
        "Daily",
        "Australian",
        "Bulletin",
        "Examiner",
        "Sentinel",
        "Standard",
        "Independent",
        "Reporter",
        "Broadcasting",
        "Newspaper",
        "Newspapers",
        "Inquirer",
        "Globe",
        "Mail",
        "Express",
        "Echo",
        "México",
        "Presse",
        "Monde",
        "Figaro",
    ];
    let n = name.trim().trim_matches(['|', ' ', '-', '–', ',']);
    if n.starts_with(|c: char| c.is_ascii_digit())
        || n.chars().filter(char::is_ascii_digit).count() > 3
        || ["By ", "Breaking ", "Latest ", "More ", "Top ", "Local ", "World ", "Home ", "All ", "Share"]
            .iter()
            .any(|p| n.starts_with(p))
    {
        return false;
    }
    let f = fold(n);
    let caps = n.split_whitespace().all(|w| {
        w.starts_with(|c: char| !c.is_lowercase())
            || matches!(w, "of" | "the" | "de" | "del" | "and" | "für" | "du" | "la" | "des")
    });
    f.chars().count() > 2
        && caps
        && (outlet
            .iter()
            .map(|o| fold(o))
            .any(|o| o.chars().count() > 2 && (o == f || o.starts_with(&f) && f.len() > 4 || f.starts_with(&o)))
            || n.split_whitespace().count() >= 2 && n.split_whitespace().next_back().is_some_and(|w| ENDS.contains(&w))
            || super::credits::agency(n).is_some()
            || [".com", ".de", ".org", ".net", ".fr", ".co.uk"].iter().any(|e| n.to_lowercase().ends_with(e))
                && !n.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        use Ground::{Edge, Note, Text};
        for (s, names, ground, found) in [
            ("The author is a senior fellow at the Example Institute.", &[][..], Edge, true),
            ("The author is a senior fellow at the Example Institute.", &[], Text, false),
            ("The authors are fellows of the Department for River Studies at the Example Academy.", &[], Edge, true),
            ("The writer served as deputy minister of transport.", &[], Edge, true),
            ("Ada Muster sat on the advisory board of the port until 2024.", &["Ada Muster"], Text, true),
            ("Ada Muster sat on the steps of the town hall.", &["Ada Muster"], Text, false),
            ("Ada Muster is a staff writer at The Example.", &["Ada Muster"], Text, true),
            ("Dr. Ada B. Muster is a professor at Example University.", &["Ada Muster"], Text, true),
            ("Bela Muster is a professor of law at Example University.", &["Ada Muster"], Text, false),
            ("Mr. Muster is a member of the board of Example Corp.", &["Ada Muster"], Text, false),
            ("Mr. Muster is a member of the board of Example Corp.", &["Ada Muster"], Edge, false),
            ("Beispiel & Muster write about rivers for the Example Post.", &["Ada Muster"], Edge, true),
            ("Beispiel & Muster write about rivers for the Example Post.", &["Ada Muster"], Text, false),
            ("The reporter was released on Monday, the director of the station said.", &[], Note, false),
            ("The author was arrested in the town of the minister.", &[], Note, false),
            ("The columnist is the wife of the minister.", &[], Note, false),
            ("Ada Muster writes for The Example.", &[], Note, true),
            ("Ada Muster is a professor of law at Example University.", &[], Edge, false),
            ("The author is wrong about the river.", &[], Edge, false),
            ("The Bank is a member of the group.", &[], Note, false),
            ("It is a director's dream.", &[], Note, false),
            ("Ada Muster, a teacher at Example School, said the river rose.", &[], Note, false),
            ("Subscribe Now Become a Member", &[], Note, false),
        ] {
            assert_eq!(is_note(s, names, ground), found, "{s}");
        }
    }

    #[test]
    fn employers() {
        for (s, org) in [
            ("The author is a senior fellow at the Example Institute.", Some("Example Institute")),
            ("Ada Muster is a reporter for Example News.", Some("Example News")),
            (
                "The authors are fellows of the Department for X at the China Institute of International Studies.",
                Some("China Institute of International Studies"),
            ),
            ("The writer is a freelance journalist.", None),
            (
                "Ada Muster is a researcher with the Example Observatory. She holds a degree of Leiden University.",
                Some("Example Observatory"),
            ),
            ("Ada Muster wrote “Rivers: the Curious Limits of Human Patience.”", None),
            ("Dr. Ada Muster is with the Example Office.", Some("Example Office")),
        ] {
            assert_eq!(employer(s).as_deref(), org, "{s}");
        }
    }

    #[test]
    fn bylines() {
        for (line, found) in [
            ("By Ada Muster for Reuters", &["Reuters"][..]),
            ("By Ada Muster For The Example Post", &["Example Post"]),
            ("By Ada Muster, Staff Writer", &["Staff Writer"]),
            ("Ada Muster Political Correspondent", &["Political Correspondent"]),
            ("Ada Muster · Beispiel News · Posted: Oct 3, 2022", &["Beispiel News"]),
            ("Ada Muster | Example Valley Times", &["Example Valley Times"]),
            ("Ada MusterRedakteurin", &["Redakteurin"]),
            ("Von Ada Muster, Volontärin (Sport)", &["Volontärin"]),
            ("By Ada Muster, a deputy editor who writes about rivers.", &["a deputy editor who writes about rivers."]),
            ("By Ada Muster, harbour correspondent · 14 March 2026, 7:20 am", &["harbour correspondent"]),
            ("By Ada Muster, a reporter who covers the harbour | 3 May", &["a reporter who covers the harbour"]),
            ("By Ada Muster", &[]),
            ("By Ada Muster, May 3", &[]),
        ] {
            let got: Vec<String> = on_byline(line, &["Ada Muster"], &[]).into_iter().map(|x| x.1).collect();
            assert_eq!(got, found, "{line}");
        }
    }

    #[test]
    fn titles_and_boxes() {
        for t in ["Senior Business Writer", "Corresponsal en Atenas", "Philosophe", "Redakteurin", "Journalist i Paris"]
        {
            assert!(is_title(t), "{t}");
        }
        for t in [
            "Author",
            "Follow the editor",
            "About the author",
            "The author is a professor at Example University.",
            "Ada Muster is a professor at Example University.",
            "Read more from our editors",
            "3 min read",
            "Share",
        ] {
            assert!(!is_title(t), "{t}");
        }
        assert!(is_bio("I am a freelance writer in Example Town. I have written many articles."));
        assert!(is_bio("Journaliste, elle travaille pour un quotidien."));
        assert!(!is_bio("Follow the author for more"));
    }
}
