//! Who is named in an article: its people with their names, roles and places, and its organisations.
//!
//! The article is read twice. First every run of capitals that can be a full name makes a person, and the signs of
//! gender are counted; then single names are given to the person they can mean. A family's other members are called by
//! their full names, so a bare surname means whoever bore it first; a form of address decides where the first does not
//! fit.

mod bodies;
mod given;
mod introduced;
mod roles;

use super::lexicon::{self, Class, Form};
use super::names;
use super::words::{Words, determiner};
use crate::order;
use crate::text::Shape;
pub(super) use given::title_gender;
use given::{kin_before, kin_gender, one_first_name};
pub(super) use roles::over;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// More people of one name than this are not told apart, so that no text costs its square.
const NAMESAKES: usize = 12;

/// A person of the article.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    /// The fullest name the article gives.
    pub name: String,
    /// The first role the article gives, in its words.
    pub role: Option<String>,
    /// The role is but a rank, a kin's name or a membership, and gives way to an office.
    slight: bool,
    /// The words of all roles given, in lower case, abbreviations written out.
    pub titles: HashSet<String>,
    /// `Some(true)` for a woman, as a form of address, a first name or the pronouns around tell.
    pub female: Option<bool>,
    /// First name and nickname in lower case; empty for who is only known by one name.
    first: Vec<String>,
    /// Token of the first mention by full name.
    since: usize,
}

/// A place where a person is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// First token of the name.
    pub start: usize,
    /// Token after the name.
    pub end: usize,
    /// Index of the person.
    pub person: usize,
    /// The name opens its sentence or stands where a subject stands.
    pub subject: bool,
    /// A genitive follows, so that something of theirs is spoken of.
    pub owner: bool,
}

/// The people and organisations of an article.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Everybody, in order of their first full name.
    pub people: Vec<Person>,
    /// Where they are named, in order.
    pub mentions: Vec<Mention>,
    by_surname: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    /// Short forms in parentheses after the full name.
    short: HashMap<String, String>,
    /// Organisations named in full: first token, token after, name.
    bodies: Vec<(usize, usize, String)>,
    /// Where a business is named, and its name.
    firms: Vec<(usize, String)>,
    /// By the noun that names its sort ("ministry"): where organisations of that sort are named in full.
    sorts: HashMap<String, Vec<(usize, String)>>,
    /// Last words of names that the article treats as those of a body: "the Meridian website".
    treated: HashSet<String>,
    /// Descriptions that a sentence opens with and whom the next one names: first token, person.
    introduced: Vec<(usize, usize)>,
    /// By the first word of a name: companies and departments that can be called by it alone.
    starts: HashMap<String, String>,
}

/// A run of capitals, read as a name with what stands before it.
struct Run {
    /// The tokens of the name.
    name: Range<usize>,
    /// The tokens of a title in capitals before the name.
    title: Option<Range<usize>>,
    /// A title in lower case stands before the run.
    lower_title: bool,
    /// The tokens of the whole run.
    all: Range<usize>,
}

fn particle(w: &str) -> bool {
    matches!(
        w,
        "de" | "van"
            | "von"
            | "bin"
            | "al"
            | "el"
            | "der"
            | "di"
            | "la"
            | "da"
            | "del"
            | "ibn"
            | "den"
            | "dos"
            | "du"
            | "le"
            | "ten"
            | "ter"
            | "zu"
            | "af"
    )
}

/// Particles that, with a capital, still belong to a surname: "De Vries", but Al is a first name too.
fn joined(w: &str) -> bool {
    particle(w) && w != "al"
}

/// Whether a sentence is set as a headline, a line of its own with a capital on every word that carries meaning, so
/// that capitals tell no names.
fn headline(w: &Words, s: Range<usize>) -> bool {
    if s.start > 0 && !w.breaks(s.start) || s.end < w.low.len() && !w.breaks(s.end) {
        return false;
    }
    let long = |k: &usize| {
        let x = w.low(*k);
        w.is_word(*k)
            && x.len() > 2
            && !(lexicon::is_preposition(x)
                || lexicon::parts_clauses(x)
                || lexicon::is_aux(x)
                || determiner(x)
                || matches!(x, "and" | "n't"))
    };
    let (mut all, mut capital) = (0, 0);
    for k in s.take(40).filter(long) {
        all += 1;
        capital += usize::from(w.capital(k));
    }
    all >= 5 && capital == all
}

/// Whether a capital before a name describes and is no name: a party, a people, an office, a short form.
fn describes(w: &Words, k: usize) -> bool {
    let x = w.low(k);
    names::is_organisation(x)
        || names::is_title(x)
        || matches!(x, "republican" | "democrat" | "democratic" | "conservative" | "liberal" | "labour" | "." | "of")
        || w.reading.tokens[k].shape == Shape::Upper
        || x.contains('-')
        || x.len() > 5 && (x.ends_with("ian") || x.ends_with("ese") || x.ends_with("ish") || x.ends_with("can"))
}

/// The end of a run of capitals that starts at `i`: initials, particles and a nickname in marks belong to it.
pub(super) fn run_end(w: &Words, i: usize) -> usize {
    let mut k = i + 1;
    while k < w.low.len() && k - i < 12 {
        if w.breaks(k) {
            break;
        }
        let t = w.reading.tokens[k];
        if t.shape == Shape::Quote {
            // Robert “Bobby” Scott
            if let Some(close) = w.nickname_at(k) {
                k = close + 1;
                continue;
            }
            break;
        }
        let touching = w.low(k) == "."
            && !t.spaced
            && (w.low(k - 1).len() == 1 || names::is_title(w.low(k - 1)) && w.low(k - 1).len() < 6)
            && w.capital(k + 1)
            && !lexicon::opens_sentence(w.low(k + 1))
            && !w.opens_sentence(k + 1);
        // "Marlow & Finch", "Noor al-Sabbagh".
        let other = w.low(k) == "&" && w.capital(k + 1)
            || w.low(k).split_once('-').is_some_and(|(a, _)| particle(a))
                && w.reading.word(k).split_once('-').is_some_and(|(_, b)| b.starts_with(char::is_uppercase));
        let joint = other || particle(w.low(k)) && (w.capital(k + 1) || particle(w.low(k + 1)) && w.capital(k + 2));
        if !(w.capital(k) && (t.spaced || w.low(k - 1) == ".") || touching || joint) {
            break;
        }
        k += 1;
    }
    k
}

/// Whether a cue verb stands right after or before these tokens, so that a single capital there is somebody.
fn speaks(w: &Words, r: &Range<usize>) -> bool {
    // "Cost estimates", "Insurance claims" are no verbs.
    let noun = |k: usize| {
        matches!(
            w.low(k),
            "estimates"
                | "claims"
                | "reports"
                | "calls"
                | "notes"
                | "states"
                | "comments"
                | "charges"
                | "remarks"
                | "demands"
                | "requests"
                | "questions"
                | "answers"
                | "posts"
                | "shows"
                | "records"
                | "reads"
        )
    };
    let says = |k: usize| {
        !w.in_marks(k)
            && !noun(k)
            && lexicon::verb(w.low(k))
                .is_some_and(|v| matches!(v.0, Class::Say | Class::Tell) && matches!(v.1, Form::Past | Form::Third))
    };
    says(r.end) || r.start > 0 && says(r.start - 1)
}

/// Whether an age in commas follows a token: "Amal, 23, said".
fn aged(w: &Words, k: usize) -> bool {
    let age = w.low(k + 2).parse::<u8>().is_ok_and(|n| (5..=110).contains(&n));
    age && w.low(k + 1) == "," && matches!(w.low(k + 3), "," | ".") && w.reading.tokens[k].shape == Shape::Title
}

/// Whether a title in lower case goes on the noun phrase of the capitals before it: "Harbour Post reporter".
fn described_by(w: &Words, k: usize) -> bool {
    w.reading.tokens.get(k).is_some_and(|t| t.shape == Shape::Lower && t.spaced)
        && names::is_title(w.low(k))
        && !matches!(
            w.low(k),
            "head" | "chief" | "fellow" | "host" | "coach" | "partner" | "speaker" | "judge" | "whip"
        )
}

/// Whether a token reads as the verb of the subject before it.
pub(super) fn acts(w: &Words, k: usize) -> bool {
    let x = w.low(k);
    let plain = w.reading.tokens.get(k).is_some_and(|t| t.shape == Shape::Lower);
    plain && (x.len() > 4 && x.ends_with("ed") || DEEDS.has(x)) || lexicon::verb(x).is_some_and(|v| v.1 != Form::Ing)
}

/// Past forms without "-ed" and the commonest present ones.
static DEEDS: names::List = names::List::new(
    "
    became began bought broke brings brought built came caught chose comes cut drew drove fell felt fled flew fought found
    gave gets gives goes got grew held hit kept knew knows laid leads led left lies likes lives lost loves made makes
    meant met needs owns paid plans plays put ran rose runs sat saw seems sees sent serves set sets shook shot sold sought
    spent spoke spread stands stood struck swept takes taught threw took tries turns understood uses wants went wins woke
    won wore works wrote
    ",
);

impl Named {
    /// Reads the people and organisations of an article.
    pub fn read(w: &Words) -> Self {
        let mut m = Self { treated: bodies::treated(w), ..Self::default() };
        let mut runs = Vec::new();
        let mut i = 0;
        let mut sentences = w.reading.sentences.iter().map(|s| s.tokens()).peekable();
        while i < w.low.len() {
            while sentences.next_if(|s| s.end <= i).is_some() {}
            if let Some(s) = sentences.next_if(|s| s.start == i)
                && headline(w, s.clone())
            {
                i = s.end.max(i + 1);
                continue;
            }
            if !w.capital(i) || lexicon::opens_sentence(w.low(i)) {
                i += 1;
                continue;
            }
            let end = run_end(w, i);
            runs.push(Self::parse(w, i..end));
            i = end;
        }
        // Forms of address tell the gender of those who are called by their surname alone.
        let mut address: HashMap<&str, bool> = HashMap::new();
        let mut early: HashMap<&str, usize> = HashMap::new();
        for r in &runs {
            let words = name_words(w, &r.name);
            if let [one] = words[..]
                && let Some(t) = &r.title
            {
                if let Some(female) = t.clone().find_map(|k| title_gender(w.low(k))) {
                    address.insert(w.low(one), female);
                }
                early.entry(w.low(one)).or_insert(one);
            }
        }
        // A capital that opens a sentence may be no part of the name behind it: such names wait for the others.
        let doubtful = |r: &Run| {
            let k = r.name.start;
            (k == 0 || w.breaks(k) || matches!(w.low(k - 1), "." | "?" | "!")) && names::first_name(w.low(k)).is_none()
        };
        for r in runs.iter().filter(|r| !doubtful(r)) {
            m.full(w, r);
        }
        for r in runs.iter().filter(|r| doubtful(r)) {
            m.full(w, r);
        }
        order::by(&mut m.bodies, |x| [x.0 as u64, 0]);
        order::by(&mut m.firms, |x| [x.0 as u64, 0]);
        let lone = Self::lone(w, &runs);
        for r in &runs {
            m.single(w, r, &address, &early, &lone);
        }
        order::by(&mut m.mentions, |x| [x.start as u64, 0]);
        for of in m.sorts.values_mut() {
            order::by(of, |x| [x.0 as u64, 0]);
        }
        m.genders(w);
        m.introductions(w);
        m
    }

    fn parse(w: &Words, run: Range<usize>) -> Run {
        let after = |k: usize| (k + 1..run.end).find(|&x| w.low(x) != ".");
        let title = run.clone().rev().find(|&k| {
            names::is_title(w.low(k)) && names::first_name(w.low(k)).is_none() && after(k).is_some_and(|x| w.is_word(x))
        });
        let mut name = title.map_or(run.start, |t| t + 1)..run.end;
        if name.start < name.end && w.low(name.start) == "." {
            name.start += 1;
        }
        let mut title = title.map(|t| run.start..t + 1 + usize::from(w.low(t + 1) == "." && t + 1 < run.end));
        // "Secretary of State John Kerry", "Director of Port Affairs Ann Lee", "Democrat Ann Lee": a known first name
        // starts the name.
        let over = roles::over(w, run.start);
        let of = over.is_some();
        if title.is_none()
            && names::first_name(w.low(name.start)).is_none()
            && let Some(k) = (name.start + 1..name.end.saturating_sub(1))
                .find(|&k| names::first_name(w.low(k)).is_some() && w.capital(k))
            && (of || (name.start..k).all(|x| describes(w, x)))
        {
            title = Some(over.unwrap_or(run.start)..k);
            name.start = k;
        }
        // "Chief of Staff Cheryl Mills": what the title before "of" is over belongs to the title.
        let of = run.start >= 2 && w.low(run.start - 1) == "of" && names::is_title(w.low(run.start - 2));
        if title.is_none()
            && of
            && name.len() > 2
            && matches!(w.low(name.start), "staff" | "state" | "defense" | "defence")
        {
            title = Some(run.start - 2..run.start + 1);
            name.start += 1;
        }
        // "Major Ann Lee", "Father Peter Holt": of three words the first is no name.
        let called = matches!(
            w.low(name.start),
            "major" | "father" | "sister" | "brother" | "mother" | "parent" | "neighbour" | "neighbor" | "private"
        );
        let opener = run.start == 0 || w.breaks(run.start) || !w.is_word(run.start - 1);
        let trade = opener
            && names::first_name(w.low(name.start)).is_none()
            && (names::is_agent(w.low(name.start)) || w.low(name.start).ends_with("ologist"))
            && names::first_name(w.low(name.start + 1)).is_some();
        let called = called || trade;
        if title.is_none() && name.len() == 3 && called && !names::is_organisation(w.low(name.end - 1)) {
            title = Some(name.start..name.start + 1);
            name.start += 1;
        }
        // "Ann Lee KC", "Tom Berg MP": letters behind a name are none of it.
        if name.len() > 2 && letters(w, name.end - 1) {
            name.end -= 1;
        }
        // "Ask Damien Holt": what opens the sentence is a verb.
        let opens = run.start == 0 || w.breaks(run.start) || !w.is_word(run.start - 1);
        if title.is_none()
            && name.len() > 2
            && opens
            && (lexicon::verb(w.low(name.start)).is_some_and(|v| v.1 == Form::Base)
                || matches!(w.low(name.start), "maybe" | "perhaps"))
            && names::first_name(w.low(name.start)).is_none()
            && names::first_name(w.low(name.start + 1)).is_some()
        {
            name.start += 1;
        }
        // "Our Zack Colman", "London-based Ann Holm".
        let opener = |k: usize| determiner(w.low(k)) || w.low(k).ends_with("-based");
        while title.is_none() && name.len() > 1 && opener(name.start) {
            name.start += 1;
        }
        // "Democrat Zephyr Teachout": a party is no first name.
        if title.is_none()
            && name.len() > 2
            && matches!(w.low(name.start), "democrat" | "republican" | "conservative" | "liberal" | "labour")
        {
            title = Some(name.start..name.start + 1);
            name.start += 1;
        }
        // "Recall Senator John Holt": a capital that only opens the sentence is no part of the title.
        if let Some(t) = &mut title
            && t.len() > 1
            && (t.start == 0 || w.breaks(t.start) || w.in_marks(t.start) || !w.is_word(t.start - 1))
            && names::is_title(w.low(t.start + 1))
            && !names::is_portfolio(w.low(t.start))
            && !describes(w, t.start)
            && !roles::is_grade(w.low(t.start))
            && names::first_name(w.low(t.start)).is_none()
            && t.start == run.start
            // "Fed Chair", where the text has a Fed elsewhere.
            && !w.is_name(t.start)
        {
            t.start += 1;
        }
        // "Chief of staff Ann Lee"
        let staff = run.start > 2 && w.low(run.start - 1) == "staff" && w.low(run.start - 3) == "chief";
        let lower_title = run.start > 0 && name.start == run.start && (staff || names::is_title(w.low(run.start - 1)));
        Run { name, title, lower_title, all: run }
    }

    /// Makes a person of a full name, or keeps the name of an organisation.
    fn full(&mut self, w: &Words, r: &Run) {
        let words = name_words(w, &r.name);
        let Some((&head, &last)) = words.first().zip(words.last()) else { return };
        let the = r.name.start == r.all.start && r.all.start > 0 && w.low(r.all.start - 1) == "the";
        let titled = r.title.is_some() || r.lower_title;
        let known = names::first_name(w.low(head)).is_some();
        if words.len() > 1 && words[..words.len() - 1].iter().all(|&k| joined(w.low(k))) {
            return;
        }
        // "Ban Ki-moon": a second part in lower case marks a given name.
        let given = words.len() == 2
            && w.reading.word(last).split_once('-').is_some_and(|(_, x)| x.starts_with(char::is_lowercase));
        let titled_name = r.title.as_ref().is_some_and(|t| t.clone().any(|k| names::is_title(w.low(k))));
        let surname_too = known
            && words.len() <= 3
            && titled_name
            && !words[..words.len() - 1].iter().any(|&k| names::is_organisation(w.low(k)))
            || words.len() == 2
                && known
                && matches!(
                    w.low(last),
                    "washington"
                        | "england"
                        | "ireland"
                        | "london"
                        | "west"
                        | "day"
                        | "park"
                        | "castle"
                        | "hall"
                        | "church"
                        | "post"
                        | "rivers"
                        | "forest"
                );
        // "Serhii Radio, a chemist at": whom an apposition calls by a trade is a person, whatever the last name says.
        let trade = words.len() == 2
            && !names::is_organisation(w.low(head))
            && matches!(w.low(r.name.end + 1), "a" | "an")
            && roles::role_after(w, r.name.end).is_some_and(|x| {
                x.clone().any(|k| names::is_title(w.low(k)))
                    && !x.clone().any(|k| {
                        matches!(
                            w.low(k),
                            "publisher" | "leader" | "producer" | "owner" | "developer" | "partner" | "supporter"
                        )
                    })
            });
        // "Virginia Holm", whom the text calls Holm: a place's name that is a first name too.
        let called = known
            && words.len() == 2
            && names::is_organisation(w.low(head))
            && !names::is_organisation(w.low(last))
            && !names::is_title(w.low(last))
            && !matches!(w.low(last), "democrat" | "republican" | "conservative" | "liberal")
            && w.occurs_near(last, w.low(last), |k| k != last && k > 0 && w.capital(k) && !w.capital(k - 1));
        // "Michael Bloomberg": a first name before it, and nothing else of a business.
        let bearer = known
            && (2..=3).contains(&words.len())
            && names::is_brand(w.low(last))
            && !words[..words.len() - 1].iter().any(|&k| names::is_organisation(w.low(k)));
        let called = called || bearer;
        let organisation =
            !given && !surname_too && !trade && !called && words.iter().any(|&k| names::is_organisation(w.low(k)));
        let upper = words.iter().all(|&k| w.reading.tokens[k].shape == Shape::Upper);
        let treated = !known && !titled && self.treated.contains(w.low(last));
        if organisation || treated || Self::shortened(w, r) {
            self.organisation(w, &r.all);
            return;
        }
        // "Clinton Chief of": the office, not the name.
        if names::is_title(w.low(last)) && w.low(r.name.end) == "of" {
            return;
        }
        // "Former Democratic candidate": capitals before a title in lower case describe whose name follows.
        if !known && described_by(w, r.name.end) {
            return;
        }
        // "HARBOUR PRIME" on a line of its own heads a part of the text.
        if upper && !known && w.breaks(r.all.start) && !titled {
            return;
        }
        if words.len() < 2 || words.len() > 5 || the && !titled && !known || upper && words.len() > 3 {
            return;
        }
        let suffix = matches!(w.low(last), "jr" | "sr" | "ii" | "iii" | "iv");
        // "Sugar Land-based"
        if w.low(last).ends_with("-based") {
            return;
        }
        // "CBS DFW", "Meridian TV": letters in capitals close no person's name, unless it is set in capitals as a whole.
        if !known && !titled && !suffix && w.reading.tokens[last].shape == Shape::Upper && w.low(last).len() > 1 {
            return;
        }
        let surname = if suffix && words.len() > 2 { words[words.len() - 2] } else { last };
        let surname = w.low(surname).to_owned();
        let full = w.reading.slice(w.reading.span_of(r.name.clone())).to_owned();
        let mut first = vec![w.low(head).to_owned()];
        first.extend(
            words[1..words.len() - 1].iter().filter(|&&k| w.nickname_at(k - 1).is_some()).map(|&k| w.low(k).to_owned()),
        );
        let mut female = r
            .title
            .clone()
            .into_iter()
            .flatten()
            .find_map(|k| title_gender(w.low(k)))
            .or_else(|| first.iter().find_map(|x| names::first_name(x)));
        if female.is_none() {
            female = kin_before(w, r.all.start).and_then(kin_gender);
        }
        if female.is_none() && r.lower_title {
            female = title_gender(w.low(r.all.start - 1));
        }
        let namesakes = self.by_surname.entry(surname).or_default();
        let same = namesakes.iter().copied().find(|&p| {
            let x = &self.people[p];
            let ends = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|rest| rest.ends_with(' '));
            x.name.eq_ignore_ascii_case(&full)
                || ends(&x.name, &full)
                || ends(&full, &x.name)
                || x.first.iter().any(|a| first.iter().any(|b| one_first_name(a, b)))
        });
        let opens = head == 0 || w.breaks(head) || matches!(w.low(head - 1), "." | "?" | "!");
        let same = same.or_else(|| {
            // "Understated Lopez": no first name that anybody knows, and a Lopez there is.
            namesakes.first().copied().filter(|_| opens && !known && words.len() == 2 && !titled)
        });
        let p = same.unwrap_or_else(|| {
            self.people.push(Person { name: full.clone(), since: head, ..Person::default() });
            self.people.len() - 1
        });
        if same.is_none() && namesakes.len() < NAMESAKES {
            namesakes.push(p);
        }
        let x = &mut self.people[p];
        // But "Lena" of "Lena Red Fox" is one, whom "Red Fox" then means.
        let own = |n: &str| n.split(' ').next().is_some_and(|f| names::first_name(&f.to_lowercase()).is_some());
        if x.name.len() > full.len() && x.name.ends_with(&full) && (known || !own(&x.name)) {
            // "Rival Kari Holm" was read before "Kari Holm": the shorter is the name.
            x.name.clone_from(&full);
            x.first.clear();
            x.female = None;
        } else if full.len() > x.name.len() && !full.ends_with(&x.name) && (known || !opens) {
            x.name = full;
        }
        x.female = x.female.or(female);
        for f in first {
            if !x.first.contains(&f) {
                let by = self.by_first.entry(f.clone()).or_default();
                if by.len() < NAMESAKES {
                    by.push(p);
                }
                x.first.push(f);
            }
        }
        self.mention(w, r, p);
        self.roles(w, p, r);
    }

    /// Known first names that stand alone more than once, at least once where they act: somebody the article calls so.
    fn lone<'x>(w: &'x Words, runs: &[Run]) -> HashSet<&'x str> {
        let mut seen: HashMap<&str, (u32, bool)> = HashMap::new();
        for r in runs {
            if let [one] = name_words(w, &r.name)[..]
                && names::first_name(w.low(one)).is_some()
                && r.title.is_none()
                && !(r.all.start > 0 && w.low(r.all.start - 1) == "the")
            {
                let x = seen.entry(w.low(one)).or_default();
                x.0 += 1;
                x.1 |= acts(w, one + 1) || lexicon::is_aux(w.low(one + 1)) && w.low(one + 1) != "'s";
            }
        }
        let aged = runs.iter().filter_map(|r| match name_words(w, &r.name)[..] {
            [one] if r.title.is_none() && aged(w, one) => Some(w.low(one)),
            _ => None,
        });
        let seen = seen.into_iter().filter(|(_, (n, acting))| *n > 1 && *acting).map(|(x, _)| x);
        seen.chain(aged).collect()
    }

    /// Gives a single name to the person it can mean.
    fn single(
        &mut self,
        w: &Words,
        r: &Run,
        address: &HashMap<&str, bool>,
        early: &HashMap<&str, usize>,
        lone: &HashSet<&str>,
    ) {
        let mut words = name_words(w, &r.name);
        if words.len() > 1 && words[..words.len() - 1].iter().all(|&k| joined(w.low(k))) {
            words.drain(..words.len() - 1);
        }
        let [one] = words[..] else { return };
        let low = w.low(one);
        let called = r.title.clone().into_iter().flatten().find_map(|k| title_gender(w.low(k)));
        // "His wife, Anna,", "her son Tom".
        let kin = kin_before(w, r.all.start).filter(|_| r.title.is_none());
        let called = called.or_else(|| kin.and_then(kin_gender));
        let titled = r.title.is_some() || r.lower_title || kin.is_some() && w.reading.tokens[one].shape == Shape::Title;
        let told = called.or_else(|| address.get(low).copied());
        let fits = |&p: &usize| {
            let x = &self.people[p];
            // Somebody called by title and surname long before a full name of that surname is somebody else.
            let later = early.get(low).is_some_and(|&k| k + 200 < x.since) && !x.first.is_empty();
            told.is_none_or(|t| x.female.is_none_or(|f| f == t)) && !later
        };
        let by = |m: &HashMap<String, Vec<usize>>| m.get(low).and_then(|v| v.iter().copied().find(fits));
        let opens = one == 0 || w.breaks(one) || matches!(w.low(one - 1), "." | "?" | "!");
        let found = by(&self.by_surname).or_else(|| {
            // Whoever is called by a first name: not where the capital is the sentence's.
            by(&self.by_first).filter(|_| !opens || speaks(w, &r.name) || lone.contains(low))
        });
        // "The 24-year-old Argentine".
        let the = r.name.start == r.all.start
            && r.all.start > 0
            && (w.low(r.all.start - 1) == "the" || w.low(r.all.start - 1).ends_with("-year-old"));
        let p = match found {
            Some(p) => p,
            None if names::is_organisation(low) || names::is_title(low) || the => return,
            // "Broadcaster TV2"
            None if r.lower_title && w.reading.tokens[one].shape != Shape::Title && w.low(one - 1) == "broadcaster" => {
                return;
            }
            None if !titled && (self.treated.contains(low) || self.body(one, &(0..one)).is_some()) => return,
            // "American said" where American Airlines is named; Mr. Trump is no Trump Holdings.
            None if !titled && self.starts.contains_key(low) && !early.contains_key(low) => return,
            None if titled
                || (speaks(w, &r.name) || lone.contains(low)) && w.reading.tokens[one].shape == Shape::Title =>
            {
                if lexicon::verb(low).is_some()
                    || determiner(low)
                    || names::is_somebody(low)
                    || matches!(low, "few" | "both" | "all" | "none" | "everyone" | "nobody" | "others")
                    || names::is_people(low)
                    || names::is_document(low)
                    || names::camel(w.reading.word(one))
                    || opens && several(w, one)
                    || is_field(low)
                    || low.len() > 6 && low.ends_with("ians")
                    || low.starts_with("ex-")
                {
                    return;
                }
                self.people.push(Person {
                    name: w.reading.word(one).to_owned(),
                    female: told.or_else(|| names::first_name(low)),
                    since: one,
                    ..Person::default()
                });
                let namesakes = self.by_surname.entry(low.to_owned()).or_default();
                if namesakes.len() < NAMESAKES {
                    namesakes.push(self.people.len() - 1);
                }
                self.people.len() - 1
            }
            None => return,
        };
        if self.people[p].female.is_none() {
            self.people[p].female = called;
        }
        self.mention(w, r, p);
        self.roles(w, p, r);
    }

    fn mention(&mut self, w: &Words, r: &Run, person: usize) {
        let name = &r.name;
        let before = if name.start > 0 { w.low(name.start - 1) } else { Default::default() };
        // "House Speaker Ann Lee, despite": the title before the name opens the sentence for it.
        let mut start = if r.title.is_some() { r.all.start.min(name.start) } else { name.start };
        // So does "Former port manager" in lower case.
        let plain = |k: usize| w.is_word(k) && !lexicon::is_preposition(w.low(k)) && !lexicon::parts_clauses(w.low(k));
        while r.lower_title && start > 0 && name.start - start < 6 && !w.breaks(start) && plain(start - 1) {
            start -= 1;
        }
        let mark = if start > 0 { w.low(start - 1) } else { Default::default() };
        let opens = start == 0 || w.breaks(start) || matches!(mark, "." | "?" | "!" | "”" | "\"");
        let next = w.low(name.end);
        let doing = lexicon::is_aux(next) && next != "'s" || acts(w, name.end);
        let subject = opens
            || doing && !lexicon::is_preposition(before)
            // "It was Ann Lee who"
            || next == "who"
            // Not in a list: "with Tom Berg and Ann Lee,".
            || matches!(before, "," | "and" | "but") && matches!(next, "," | "(") && !(start > 1 && w.capital(start - 2));
        // "Clinton spokesman Tom Berg": what a title in lower case follows only says whose it is.
        let owner = matches!(next, "'s" | "'") && !w.reading.tokens[name.end].spaced || described_by(w, name.end);
        // "Ann Holm / AFP": whoever took the picture.
        let credited = matches!(next, "/" | "|") && w.capital(name.end + 1);
        let (subject, owner) = (subject && !credited, owner || credited);
        self.mentions.push(Mention { start: name.start, end: whole(w, r), person, subject, owner });
    }

    /// Whether a short form in parentheses follows that is made of the run's first letters.
    fn shortened(w: &Words, r: &Run) -> bool {
        let end = r.all.end;
        w.low(end) == "("
            && w.low(end + 2) == ")"
            && w.reading.tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Upper)
            && r.all.len() > 1
            && w.low(end + 1)
                .starts_with(&w.low(r.all.start)[..w.low(r.all.start).chars().next().map_or(0, char::len_utf8)])
    }

    /// The mentions that start in a range of tokens.
    pub fn within(&self, r: Range<usize>) -> &[Mention] {
        let a = self.mentions.partition_point(|m| m.start < r.start);
        let b = self.mentions.partition_point(|m| m.start < r.end);
        &self.mentions[a..b.max(a)]
    }

    /// The mention that ends before a token.
    pub fn ending(&self, at: usize) -> Option<Mention> {
        let k = self.mentions.partition_point(|m| m.start < at).checked_sub(1)?;
        Some(self.mentions[k]).filter(|m| m.end == at)
    }

    /// Who bears a first and a last name.
    pub fn by_both(&self, first: &str, last: &str) -> Option<usize> {
        let of = self.by_surname.get(last)?;
        of.iter().copied().find(|&p| self.people[p].first.iter().any(|f| f == first))
    }

    /// Who bears this surname or single name.
    pub fn by_name(&self, low: &str) -> Option<usize> {
        let one = |m: &HashMap<String, Vec<usize>>| m.get(low).and_then(|v| v.first().copied());
        one(&self.by_surname).or_else(|| one(&self.by_first))
    }
}

/// A science or a doctrine, by its ending: "neuroscience", "geology".
pub(super) fn is_field(low: &str) -> bool {
    ["science", "ology", "onomics"].iter().any(|e| low.ends_with(e))
}

/// A noun for several people of a trade, a faith or a country at the head of a sentence: "Regulators", "Tunisians", and
/// "Sellers" where the text knows sellers.
pub(super) fn several(w: &Words, k: usize) -> bool {
    let low = w.low(k);
    low.strip_suffix('s').is_some_and(|x| {
        names::is_title(x)
            || names::is_body(x)
            || x.len() > 6 && (x.ends_with("ist") || x.ends_with("ian"))
            || names::is_agent(x) && w.occurs_near(k, low, |at| w.reading.tokens[at].shape == Shape::Lower)
    })
}

/// The end of a name with the letters behind it.
fn whole(w: &Words, r: &Run) -> usize {
    r.name.end + usize::from(r.name.end < r.all.end && letters(w, r.name.end))
}

/// Letters behind a name that tell an office, a degree or an honour: Ann Lee KC.
fn letters(w: &Words, k: usize) -> bool {
    w.reading.tokens[k].shape == Shape::Upper
        && matches!(w.low(k), "kc" | "qc" | "mp" | "mep" | "msp" | "obe" | "cbe" | "mbe" | "md" | "phd" | "td")
}

/// The words of a name, without points and marks.
fn name_words(w: &Words, name: &Range<usize>) -> Vec<usize> {
    name.clone().filter(|&k| w.is_word(k)).collect()
}
