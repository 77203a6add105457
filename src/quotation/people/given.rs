//! What first names, titles and kinship tell: who is the same, and whether a woman or a man.

use super::Named;
use crate::quotation::names;
use crate::quotation::words::Words;
use std::collections::HashMap;

impl Named {
    /// Counts the pronouns near people whose gender nothing else tells.
    pub(super) fn genders(&mut self, w: &Words) {
        let mut votes: HashMap<usize, [u32; 2]> = HashMap::new();
        for s in &w.reading.sentences {
            let s = s.tokens();
            let from = self.mentions.partition_point(|m| m.start < s.start);
            let Some(first) = self.mentions.get(from).filter(|m| m.start < s.end && m.subject) else { continue };
            // "Her lawyer, Peter Holt, said she would appeal": the owner.
            let owned = (s.start..first.start).any(|k| matches!(w.low(k), "her" | "his" | "their" | "'s"));
            if self.people[first.person].female.is_some() || owned {
                continue;
            }
            let to = self.mentions.get(from + 1).map_or(s.end + 24, |m| m.start).min(s.end + 24).min(w.low.len());
            let pronoun = (first.end..to)
                .find_map(|k| if w.in_marks(k) { None } else { pronoun_gender(w.low(k)).map(|g| (k, g)) });
            if let Some((k, female)) = pronoun
                && !(first.end..k).any(|x| w.breaks(x))
            {
                votes.entry(first.person).or_default()[usize::from(female)] += 1;
            }
        }
        for (p, [his, hers]) in votes {
            if his > 2 * hers || hers > 2 * his {
                self.people[p].female = Some(hers > his);
            }
        }
    }
}

/// First names that one person bears by turns.
pub(super) fn one_first_name(a: &str, b: &str) -> bool {
    const SAME: &[&str] = &[
        "mike michael",
        "bill will billy william",
        "bob rob bobby robert",
        "tim timothy",
        "tom tommy thomas",
        "joe joey joseph",
        "jim jimmy jamie james",
        "dan danny daniel",
        "dave david",
        "chris christopher",
        "steve stephen steven",
        "don donald",
        "ben benjamin",
        "ed eddie ted edward",
        "liz beth betsy elizabeth",
        "kate kathy katie katherine catherine kathleen",
        "sue susan",
        "nick nicholas",
        "greg gregory",
        "ken kenneth",
        "ron ronald",
        "rick rich dick richard",
        "chuck charlie charles",
        "jack john johnny",
        "tony anthony",
        "andy andrew",
        "alex alexander alexandra",
        "sam samuel samantha",
        "matt matthew",
        "jeff jeffrey",
        "larry lawrence",
        "pat patrick patricia",
        "pete peter",
        "phil philip",
        "jen jenny jennifer",
        "deb debbie deborah",
        "meg maggie margaret",
        "fred frederick",
        "al albert alan",
        "vlad vladimir",
        "josh joshua",
        "nate nathan nathaniel",
        "max maximilian",
        "bernie bernard",
        "mitch mitchell",
        "abe abraham",
        "hank henry",
        "jon jonathan",
        "gabe gabriel",
        "barb barbara",
        "cindy cynthia",
        "sandy sandra",
        "vicky victoria",
        "terry theresa terence",
    ];
    // "É Dupont" is Émile Dupont.
    let initial = |x: &str, whole: &str| {
        x.len() <= 4
            && x.chars().filter(|c| c.is_alphabetic()).count() == 1
            && x.chars().next().is_some_and(|c| whole.starts_with(c))
    };
    a == b
        || SAME.iter().any(|s| s.split(' ').any(|x| x == a) && s.split(' ').any(|x| x == b))
        || initial(a, b)
        || initial(b, a)
}

/// The gender that a title or form of address tells.
pub(in crate::quotation) fn title_gender(w: &str) -> Option<bool> {
    match w {
        "mr" | "sir" | "king" | "prince" | "congressman" | "spokesman" | "chairman" | "businessman" | "actor"
        | "father" | "lord" | "pope" | "assemblyman" | "councilman" | "widower" => Some(false),
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "congresswoman" | "spokeswoman"
        | "chairwoman" | "actress" | "baroness" | "assemblywoman" | "councilwoman" | "widow" | "nun" => Some(true),
        _ => None,
    }
}

/// The noun for kin that a name stands in apposition to.
pub(super) fn kin_before<'x>(w: &'x Words, start: usize) -> Option<&'x str> {
    let k = start.checked_sub(1)?;
    let k = if w.low(k) == "," { k.checked_sub(1)? } else { k };
    Some(w.low(k)).filter(|x| names::is_kin(x) && *x != "partner")
}

pub(super) fn kin_gender(x: &str) -> Option<bool> {
    match x {
        "wife" | "mother" | "daughter" | "sister" | "aunt" | "niece" | "grandmother" | "granddaughter" => Some(true),
        "husband" | "father" | "son" | "brother" | "uncle" | "nephew" | "grandfather" | "grandson" => Some(false),
        _ => None,
    }
}

fn pronoun_gender(w: &str) -> Option<bool> {
    match w {
        "he" | "his" | "him" | "himself" => Some(false),
        "she" | "her" | "herself" | "hers" => Some(true),
        _ => None,
    }
}
