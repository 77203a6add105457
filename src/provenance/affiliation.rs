//! For whom the author works: notes at the head and foot of an article.
//!
//! A note has a subject (the author, or the name on the byline), a verb of being or serving and a post or an
//! employer. Only sentences that start with such a subject count, and only where notes stand: a named expert in running text is not the author.

use crate::registry;

/// Subjects that name the writer by function. The verb follows.
const SUBJECTS: &[&str] = &[
    "The author ",
    "The authors ",
    "The writer ",
    "The writers ",
    "The author, ",
    "The writer, ",
    "This writer ",
    "This author ",
    "About the author: ",
    "About the Author: ",
    "Our author ",
    "The columnist ",
    "The reporter ",
    "The contributor ",
    "Both authors ",
    "All authors ",
];
const VERBS: &[&str] = &[
    "is ",
    "are ",
    "was ",
    "were ",
    "works ",
    "work ",
    "worked ",
    "has ",
    "have ",
    "served ",
    "serves ",
    "serve ",
    "teaches ",
    "teach ",
    "taught ",
    "writes ",
    "write ",
    "holds ",
    "hold ",
    "leads ",
    "directs ",
    "covers ",
    "reports ",
    "heads ",
    "chairs ",
    "edits ",
    "studies ",
    "lives ",
    "currently ",
    "previously ",
    "formerly ",
    "also ",
];
/// Posts, in the singular; a plural `s` is dropped before the comparison.
const POSTS: &[&str] = &[
    "fellow",
    "professor",
    "lecturer",
    "researcher",
    "scholar",
    "analyst",
    "director",
    "president",
    "chairman",
    "chairwoman",
    "chair",
    "chairperson",
    "editor",
    "correspondent",
    "reporter",
    "writer",
    "columnist",
    "journalist",
    "economist",
    "scientist",
    "historian",
    "associate",
    "adviser",
    "advisor",
    "minister",
    "ambassador",
    "attorney",
    "lawyer",
    "executive",
    "ceo",
    "founder",
    "co-founder",
    "cofounder",
    "contributor",
    "host",
    "head",
    "dean",
    "senator",
    "member",
    "student",
    "physician",
    "producer",
    "critic",
    "commentator",
    "officer",
    "manager",
    "partner",
    "secretary",
    "diplomat",
    "candidate",
    "expert",
    "strategist",
    "chief",
    "blogger",
    "intern",
    "consultant",
    "coordinator",
    "specialist",
    "representative",
    "congressman",
    "congresswoman",
    "principal",
    "engineer",
    "psychologist",
    "author",
    "novelist",
    "essayist",
    "freelancer",
    "photographer",
    "deputy",
    "counsel",
    "trustee",
    "investor",
    "entrepreneur",
    "broadcaster",
    "presenter",
    "bureau",
    "staffer",
    "teacher",
];
const EMPLOYED: &[&str] = &[
    "writes for",
    "works for",
    "works at",
    "work for",
    "teaches at",
    "teaches in",
    "teach at",
    "reports for",
    "covers ",
    "served as",
    "served in",
    "serves as",
    "worked for",
    "worked as",
    "based in",
    "blogs at",
    "edits ",
    "writes about",
    "reports on",
    "reporting on",
    "is with ",
    "are with ",
    "writes on",
    "taught at",
    "directs the",
    "leads the",
    "covering ",
];

/// Whether a sentence tells for whom the author works. `names`: the names on the byline; `loose`: where notes stand
/// (a note block, italics), so that any name may be the subject.
pub fn is_note(sentence: &str, names: &[&str], loose: bool) -> bool {
    let s = sentence.trim_start_matches(|c: char| c.is_whitespace() || "*–—-•_(".contains(c));
    if s.len() > 600 {
        return false;
    }
    if let Some(rest) = SUBJECTS.iter().find_map(|p| s.strip_prefix(p)) {
        // "The author is … ?" in a review speaks of somebody else: a post or employer decides.
        return (VERBS.iter().any(|v| rest.starts_with(v)) || s.contains(": ")) && (tells(rest));
    }
    let Some((name, rest)) = name_and_rest(s) else { return false };
    let known = names.iter().any(|n| same_person(n, name));
    (known || loose) && VERBS.iter().any(|v| rest.starts_with(v)) && tells(rest)
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
            "de" | "van" | "von" | "der" | "den" | "al" | "bin" | "da" | "di" | "la" | "le" | "and" | "ten" | "del"
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
    if EMPLOYED.iter().any(|e| predicate.contains(e)) {
        return true;
    }
    // The post stands in the first clause: within 14 words.
    let mut post = false;
    for w in predicate.split_whitespace().take(16) {
        let low = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase();
        let low = low
            .split_once('-')
            .filter(|x| matches!(x.0, "editor" | "vice" | "ex"))
            .map_or(low.as_str(), |x| if x.0 == "editor" { x.0 } else { x.1 });
        let one = low.strip_suffix('s').unwrap_or(low);
        if POSTS.contains(&one) || POSTS.contains(&low) {
            post = true;
            break;
        }
    }
    post
}

/// The employer named in a note: an institute of the registry, else the capitalised words after "at", "for", "with" or "of".
pub fn employer(note: &str) -> Option<String> {
    if let Some((range, _)) = registry::institutes_in(note).into_iter().next() {
        return note.get(range).map(str::to_owned);
    }
    [" at the ", " at ", " for the ", " for ", " with the ", " with ", " of the ", " of "].iter().find_map(|cue| {
        note.match_indices(cue).find_map(|(i, _)| {
            let name = capitalised(&note[i + cue.len()..])?;
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
        let caps = core.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() && i > 0);
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

/// What a byline says beside the name: "for Agency", "Staff Writer", "Special to The Paper". A byte range and the employer or post.
pub fn on_byline(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    if text.len() > 200 {
        return None;
    }
    for cue in [" for ", " FOR ", "Special to ", "special to ", "SPECIAL TO "] {
        if let Some(i) = text.find(cue) {
            let at = i + cue.len();
            let rest = text[at..].strip_prefix("the ").unwrap_or(&text[at..]);
            if (text.starts_with("By ") || text.starts_with("by ") || cue.trim().len() > 3)
                && let Some(name) = capitalised(rest)
            {
                let start = i + cue.len() - cue.trim_start().len();
                let from = text.len() - rest.len();
                let end = (from + name.len()).min(text.len());
                return text.is_char_boundary(end).then_some((start..end, name));
            }
        }
    }
    // ", Staff Writer" and the like close the line.
    let at = text.rfind([',', '|', '\n'])?;
    let tail = text[at + 1..].trim();
    let words: Vec<String> =
        tail.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let post = (2..=6).contains(&words.len()) && words.iter().any(|w| POSTS.contains(&w.as_str()));
    let start = text.len() - text[at + 1..].trim_start().len();
    post.then(|| (start..start + tail.len(), tail.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        for (s, names, loose, found) in [
            ("The author is a senior fellow at the Example Institute.", &[][..], false, true),
            ("The authors are fellows of the Department for River Studies at the Example Academy.", &[], false, true),
            ("The writer served as deputy minister of transport.", &[], false, true),
            ("Ada Muster is a staff writer at The Example.", &["Ada Muster"], false, true),
            ("Ada Muster writes for The Example.", &[], true, true),
            ("Ada Muster is a professor of law at Example University.", &[], false, false),
            ("The author is wrong about the river.", &[], false, false),
            ("The Bank is a member of the group.", &[], true, false),
            ("It is a director's dream.", &[], true, false),
            ("Ada Muster, a teacher at Example School, said the river rose.", &[], true, false),
            ("Subscribe Now Become a Member", &[], true, false),
        ] {
            assert_eq!(is_note(s, names, loose), found, "{s}");
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
        ] {
            assert_eq!(employer(s).as_deref(), org, "{s}");
        }
    }

    #[test]
    fn bylines() {
        assert_eq!(on_byline("By Ada Muster for Reuters").map(|x| x.1).as_deref(), Some("Reuters"));
        assert_eq!(on_byline("By Ada Muster, Staff Writer").map(|x| x.1).as_deref(), Some("Staff Writer"));
        assert_eq!(on_byline("By Ada Muster"), None);
    }
}
