//! Agency credits and picture credits.
//!
//! Both are short forms around a closed list of agencies. An agency counts only in the place a credit has: between a dateline's
//! brackets before a dash, alone on a byline, at the end of a caption; running text that talks about an agency does not.

use crate::report::Span;

/// News and picture agencies: as printed, and the name shown.
const AGENCIES: &[(&str, &str)] = &[
    ("Associated Press", "Associated Press"),
    ("The Associated Press", "Associated Press"),
    ("AP", "Associated Press"),
    ("Reuters", "Reuters"),
    ("REUTERS", "Reuters"),
    ("Thomson Reuters", "Reuters"),
    ("AFP", "Agence France-Presse"),
    ("Agence France-Presse", "Agence France-Presse"),
    ("Agence France Presse", "Agence France-Presse"),
    ("Xinhua", "Xinhua"),
    ("dpa", "dpa"),
    ("DPA", "dpa"),
    ("EFE", "EFE"),
    ("ANSA", "ANSA"),
    ("TASS", "TASS"),
    ("ITAR-TASS", "TASS"),
    ("RIA Novosti", "RIA Novosti"),
    ("Interfax", "Interfax"),
    ("Kyodo", "Kyodo"),
    ("Kyodo News", "Kyodo"),
    ("Jiji", "Jiji"),
    ("Yonhap", "Yonhap"),
    ("KCNA", "KCNA"),
    ("PTI", "PTI"),
    ("ANI", "ANI"),
    ("IANS", "IANS"),
    ("UPI", "UPI"),
    ("UNI", "UNI"),
    ("Bloomberg", "Bloomberg"),
    ("PA", "PA Media"),
    ("PA Media", "PA Media"),
    ("Press Association", "PA Media"),
    ("The Canadian Press", "The Canadian Press"),
    ("Canadian Press", "The Canadian Press"),
    ("CP", "The Canadian Press"),
    ("AAP", "AAP"),
    ("ANP", "ANP"),
    ("APA", "APA"),
    ("SDA", "Keystone-SDA"),
    ("sda", "Keystone-SDA"),
    ("Keystone-SDA", "Keystone-SDA"),
    ("KNA", "KNA"),
    ("epd", "epd"),
    ("sid", "SID"),
    ("SID", "SID"),
    ("NTB", "NTB"),
    ("TT", "TT"),
    ("Ritzau", "Ritzau"),
    ("STT", "STT"),
    ("PAP", "PAP"),
    ("ČTK", "ČTK"),
    ("MTI", "MTI"),
    ("Belga", "Belga"),
    ("Lusa", "Lusa"),
    ("Anadolu", "Anadolu Agency"),
    ("AA", "Anadolu Agency"),
    ("IRNA", "IRNA"),
    ("MENA", "MENA"),
    ("SPA", "SPA"),
    ("WAM", "WAM"),
    ("Ukrinform", "Ukrinform"),
    ("BTA", "BTA"),
    ("Bernama", "Bernama"),
    ("Antara", "Antara"),
    ("VNA", "VNA"),
    ("CNS", "CNS"),
    ("Europa Press", "Europa Press"),
    ("Agência Brasil", "Agência Brasil"),
];

/// Names that stand for a picture's source when they end a caption.
const PICTURE: &[&str] = &[
    "Getty Images",
    "Getty",
    "AFP",
    "AP",
    "Reuters",
    "REUTERS",
    "EPA",
    "EPA-EFE",
    "Shutterstock",
    "iStock",
    "iStockphoto",
    "Alamy",
    "PA",
    "PA Wire",
    "PA Images",
    "Corbis",
    "Bloomberg",
    "AP Photo",
    "Associated Press",
    "The Associated Press",
    "Unsplash",
    "Pixabay",
    "Pexels",
    "Flickr",
    "Wikimedia Commons",
    "Wikimedia",
    "Xinhua",
    "IMAGO",
    "Imago",
    "imago images",
    "dpa",
    "picture alliance",
    "Picture Alliance",
    "Keystone",
    "VCG",
    "CFP",
    "IC",
    "Rex",
    "Rex Features",
    "Magnum Photos",
    "Redux",
    "Zuma Press",
    "NurPhoto",
    "Anadolu",
    "Anadolu Agency",
    "TASS",
    "Yonhap",
    "Kyodo",
    "ANSA",
];

/// The agency with this name, as shown.
pub fn agency(name: &str) -> Option<&'static str> {
    let n = name.trim().trim_end_matches(['.', ',']);
    AGENCIES.iter().find(|a| a.0 == n).map(|a| a.1)
}

/// A dateline's agency at the start of a paragraph: "PLACE, Jan 3 (Agency) — ". The span reaches to the closing bracket.
pub fn dateline(text: &str) -> Option<(usize, &'static str)> {
    let mut limit = text.len().min(90);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = &text[..limit];
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let inner = &head[open + 1..close];
    let found = agency(inner).or_else(|| inner.split(['/', ',', '-']).find_map(agency))?;
    let place = head[..open].trim();
    let fine = place.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
        && place.split_whitespace().count() <= 9
        && !place.ends_with([':', '"', '”']);
    let after = text[close + 1..].trim_start();
    let dash = after.starts_with(['-', '–', '—', '−', ':']);
    (fine && dash).then_some((close + 1, found))
}

/// Lines that are a credit as a whole: "Reuters", "By The Associated Press", "Source: Xinhua", "Reuters, AFP".
pub fn wire_line(text: &str) -> Option<&'static str> {
    let mut t = text.trim().trim_matches(['(', ')', '—', '–', '-', '|', ' ', '/', '[', ']']);
    if t.chars().count() > 70 {
        return None;
    }
    for p in ["By ", "Source: ", "Source:", "Quelle: ", "Quelle:", "Von ", "Par ", "From ", "with ", "With "] {
        t = t.strip_prefix(p).unwrap_or(t).trim_start();
    }
    let parts: Vec<&str> = t
        .split([',', '/', '&', '|', ';'])
        .flat_map(|p| p.split(" and "))
        .flat_map(|p| p.split(" with "))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    // Abbreviations of two letters are too many things to stand alone.
    let known: Vec<_> = parts.iter().map(|p| agency(p).filter(|_| p.len() > 2 || *p == "AP")).collect();
    if !parts.is_empty() && known.iter().all(Option::is_some) { known[0] } else { None }
}

/// Whether a line credits an agency's staff: "X of The Associated Press contributed to this report".
pub fn contributed(text: &str) -> Option<&'static str> {
    let cues = ["contributed to this", "contributed reporting", "reporting by", "contributed from"];
    let low = text.to_ascii_lowercase();
    if text.len() > 500 || !cues.iter().any(|c| low.contains(c)) {
        return None;
    }
    AGENCIES
        .iter()
        .filter(|a| a.0.len() > 2)
        .find(|a| {
            text.match_indices(a.0).any(|(i, _)| {
                !text[..i].ends_with(char::is_alphanumeric) && !text[i + a.0.len()..].starts_with(char::is_alphanumeric)
            })
        })
        .map(|a| a.1)
}

/// Words that open a picture credit. With `:` they do so anywhere; those with "by" only before a capital.
const CUES: &[&str] = &[
    "Photo credit",
    "Photo credits",
    "Photo Credit",
    "Image credit",
    "Image credits",
    "Image Credit",
    "Image Credits",
    "Picture credit",
    "Credit",
    "Photographs",
    "Photograph",
    "Photography",
    "Photos",
    "Photo",
    "PHOTO",
    "Illustrations",
    "Illustration",
    "Cartoon",
    "Graphic",
    "Image",
    "Picture",
    "Pic",
    "Foto",
    "Fotos",
    "Bild",
    "Bilder",
    "Grafik",
    "Illustratie",
    "Beeld",
    "Crédit photo",
    "Crédit",
    "Crédits",
    "Photographie",
    "Fotografía",
    "Foto y texto",
    "Imagen",
    "Crédito",
    "Fotografia",
    "Immagine",
    "Zdjęcie",
    "Fot",
    "Фото",
    "Иллюстрация",
];

/// A credit doesn't start with one of these.
const ARTICLES: &[&str] = &["Die", "Der", "Das", "Les", "Los", "Las", "How", "What", "See", "Why", "A", "An"];

fn is_word_start(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

/// The picture credit of a block: its span in the block and who is credited. `caption`: the block stands at a picture, so looser
/// forms count ("… / Getty Images" at the end, "(AP)").
pub fn picture(text: &str, caption: bool) -> Option<(Span, String)> {
    if text.len() > 1200 {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    for cue in CUES {
        for (i, _) in text.match_indices(cue) {
            let rest = &text[i + cue.len()..];
            if !is_word_start(text, i) || best.is_some_and(|b| b.0 <= i) {
                continue;
            }
            let gap = rest.len() - rest.trim_start().len();
            let after = rest.trim_start();
            let skip = if after.starts_with([':', '：']) {
                after.chars().next().map(|c| gap + c.len_utf8())
            } else if gap > 0
                && (after.starts_with("by ")
                    || after.starts_with("courtesy of ")
                    || after.starts_with("via ")
                    || after.starts_with("von "))
            {
                let word = after.find(' ').unwrap_or(0);
                let named = after[word..].trim_start().starts_with(|c: char| c.is_uppercase() || c == '-');
                let opens =
                    i == 0 || caption || text[..i].trim_end().ends_with(['.', '!', '?', '”', '"', '(', '[', '|']);
                (named && opens).then_some(gap + word)
            } else {
                None
            };
            if let Some(skip) = skip {
                best = Some((i, i + cue.len() + skip));
            }
        }
    }
    if let Some((start, from)) = best {
        let rest = &text[from..];
        let mut end = from + rest.len();
        // A bracket that opened before the cue ends the credit.
        if text[..start].trim_end().ends_with(['(', '['])
            && let Some(close) = rest.find([')', ']'])
        {
            end = from + close;
        } else if let Some(nl) = rest.find('\n').filter(|n| !rest[..*n].trim().is_empty()) {
            end = from + nl;
        }
        let who = text[from..end].trim().trim_end_matches('.').trim();
        let short = who.chars().count() <= 90 && who.chars().any(char::is_alphanumeric);
        let sentence = who.contains(". ") && !caption;
        // In a paragraph only a line of its own or the end of a short one is a credit.
        let placed = caption
            || (start == 0 || text.len() <= 500 && end == text.len() || text.len() <= 220) && who.chars().count() <= 70;
        let named = who
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "@©-/".contains(c) || !c.is_ascii())
            || caption;
        // Outside captions the rest is names: a label of a gallery ("Photos: the town through the years") credits nobody.
        let names = caption
            || who.split([' ', '/', ',']).filter(|w| !w.is_empty()).enumerate().all(|(i, w)| {
                w.starts_with(|c: char| !c.is_lowercase()) && !(i == 0 && ARTICLES.contains(&w))
                    || matches!(
                        w,
                        "via"
                            | "for"
                            | "of"
                            | "and"
                            | "und"
                            | "et"
                            | "y"
                            | "courtesy"
                            | "de"
                            | "von"
                            | "van"
                            | "der"
                            | "picture"
                            | "alliance"
                            | "imago"
                            | "images"
                            | "dpa"
                            | "flickr"
                            | "iStock"
                    )
            });
        if short && !sentence && placed && named && names {
            return Some((Span::new(start, start + text[start..end].trim_end().len()), who.to_owned()));
        }
    }
    let found = tail_credit(text)?;
    // Outside captions only a line of its own, or the unmistakable "Name/Agency" at the end of a short block.
    let alone = found.0.start == 0
        && text.len() <= 70
        && (text.contains('/') || text.contains("Getty") || text.contains(" | "));
    let slashed = text.len() <= 400 && (found.1.contains('/') || found.1.contains("via Getty"));
    (caption || alone || slashed).then_some(found)
}

/// A credit without a cue at a caption's end: the last brackets, or what follows the last `|` or sentence and names an agency.
fn tail_credit(text: &str) -> Option<(Span, String)> {
    let t = text.trim_end();
    let lead = 0;
    let agencyish = |s: &str| {
        let s = s.trim().trim_end_matches(['.', ')']);
        PICTURE.iter().any(|p| {
            s == *p
                || s.ends_with(p) && s[..s.len() - p.len()].ends_with(['/', ' ', '-', '|', ','])
                || s.starts_with("AP Photo")
        })
    };
    if let Some(inner) = t.strip_suffix([')', ']'])
        && let Some(open) = inner.rfind(['(', '['])
    {
        let who = inner[open + 1..].trim();
        if who.chars().count() <= 70
            && (agencyish(who) || who.contains('/') && who.split('/').all(|p| p.trim().starts_with(char::is_uppercase)))
        {
            return Some((Span::new(lead + open + 1, lead + inner.len()), who.to_owned()));
        }
        return None;
    }
    if let Some(at) = t.find('©').or_else(|| t.find("(c) ")) {
        let who = t[at..].trim_start_matches(['©', ' ']).trim();
        return (!who.is_empty() && who.chars().count() <= 70).then(|| (Span::new(at, t.len()), who.to_owned()));
    }
    let cut = t
        .rfind(" | ")
        .map(|i| i + 3)
        .or_else(|| t.rfind(". ").map(|i| i + 2))
        .or_else(|| t.rfind('\n').map(|i| i + 1))
        .unwrap_or(0);
    let who = t[cut..].trim();
    let words = who.split_whitespace().count();
    let names = who.split([' ', '/']).filter(|w| !w.is_empty()).all(|w| {
        w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
            || matches!(w, "via" | "for" | "of" | "de" | "imago" | "images" | "dpa" | "picture" | "alliance")
    });
    (agencyish(who) && names && words <= 9).then(|| (Span::new(cut, t.len()), who.to_owned()))
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
            ("The agency (AP) was founded long ago.", None),
            ("The union (TT) said no.", None),
        ] {
            assert_eq!(dateline(text).map(|d| d.1), found, "{text}");
        }
    }

    #[test]
    fn lines_of_agencies() {
        assert_eq!(wire_line("By The Associated Press"), Some("Associated Press"));
        assert_eq!(wire_line("Source: Xinhua"), Some("Xinhua"));
        assert_eq!(wire_line("Reuters, AFP"), Some("Reuters"));
        assert_eq!(wire_line("By Anna Muster"), None);
        assert_eq!(wire_line("AA"), None);
        assert_eq!(
            contributed("Anna Muster of The Associated Press contributed to this report."),
            Some("Associated Press")
        );
        assert_eq!(contributed("Anna Muster contributed to this report."), None);
    }

    #[test]
    fn pictures() {
        for (text, caption, who) in [
            ("A quiet harbour Illustration: Ada Muster", true, Some("Ada Muster")),
            ("A quiet harbour Illustration: Ada Muster", false, Some("Ada Muster")),
            ("Photo by Ada Muster/AFP via Getty Images", true, Some("Ada Muster/AFP via Getty Images")),
            ("The old bridge in winter (Image: Getty Images)", true, Some("Getty Images")),
            ("The old bridge in winter. Ada Muster/Getty Images", true, Some("Ada Muster/Getty Images")),
            ("The old bridge. (Ada Muster/Reuters)", true, Some("Ada Muster/Reuters")),
            ("Bild: Ada Muster / dpa", false, Some("Ada Muster / dpa")),
            ("A boat rests on the shore.", true, None),
            ("The photo shows a boat, and the image by now is known.", false, None),
            ("She asked for a credit: it was refused. Then she left.", false, None),
            ("Ada Muster/Getty Images", false, Some("Ada Muster/Getty Images")),
            ("The bridge held. The town slept. Credit: Ada Muster/Example", false, Some("Ada Muster/Example")),
            (
                "The bridge in winter. Photo by Ada Muster/AFP via Getty Images",
                false,
                Some("Ada Muster/AFP via Getty Images"),
            ),
            ("The pictures were sold to Getty Images", false, None),
            ("It was a photo by Ada Muster.", false, None),
            ("Photos: A town through the years", false, None),
            ("Bilder: Die Stadt im Winter", false, None),
        ] {
            assert_eq!(picture(text, caption).map(|p| p.1).as_deref(), who, "{text}");
        }
    }
}
