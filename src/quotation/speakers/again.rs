//! Who is called again by a description: "the lender", "the 50-year-old", "the agency".

use super::described::{MEDIA, is_proper};
use super::{Resolved, SAME_TOPIC, Speakers};
use crate::quotation::people;
use crate::quotation::{lexicon, names};
use crate::report::{Event, SpeakerKind};
use crate::text::Shape;
use std::ops::Range;

/// Descriptions that spare a name: whoever bears them is known already.
static SPARING: names::List = names::List::new(
    "
    activist actor actress artist author billionaire businessman businesswoman candidate celebrity challenger champion
    coach comedian conservative congressman congresswoman contender democrat developer entrepreneur governor hopeful
    incumbent independent lady lawmaker liberal libertarian magnate mayor mogul musician native newcomer nominee novelist
    politician premier president progressive quarterback rapper republican royal senator singer socialist star striker tycoon
    bassist drummer frontman guitarist pianist rocker songwriter vocalist veteran winner frontrunner front-runner
    president-elect premier-designate
    batsman batter bowler catcher centre-back cornerback goalkeeper goalscorer linebacker midfielder outfielder pitcher shortstop
    sprinter winger
    ",
);

/// By what somebody of a country is called again: it tells no office.
static COUNTRYMEN: names::List = names::List::new(
    "
    american argentine argentinian australian austrian belgian brazilian briton canadian croat dane dutchman dutchwoman englishman
    englishwoman finn frenchman frenchwoman german irishman irishwoman italian norwegian russian scot scotsman serb spaniard
    swede ukrainian welshman welshwoman
    ",
);

/// Offices of which a person mostly holds one.
static OFFICES: names::List = names::List::new(
    "
    governor senator representative mayor president minister judge justice general admiral secretary commissioner
    ambassador chancellor
    ",
);

impl Speakers<'_, '_, '_> {
    /// "The company": the business that spoke last, or the one that the article has named most often.
    pub(super) fn business(&self, at: usize, head: &str, own: &str) -> Option<Resolved> {
        let spoke = self.turns.iter().rev().take(3).find(|t| {
            let s = &t.who.speaker;
            let name = s.name.as_deref().unwrap_or_default();
            let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            s.kind == SpeakerKind::Organisation && is_proper(name) && (names::is_firm(&last) || !names::is_sort(&last))
        });
        if let Some(t) = spoke.filter(|t| at.saturating_sub(t.at) < SAME_TOPIC) {
            return Some(t.again(own));
        }
        // "Norland shares fell after the chipmaker said", with nobody else named in between.
        let opens = |k: usize| {
            let x = self.w.before(k);
            x == "," || matches!(x, "after" | "as" | "because" | "when" | "while") && self.alone(k)
        };
        if names::is_firm(head)
            && opens(at)
            && let Some(name) = self.opening_name(at, self.sentence(at))
        {
            let how = format!("“{own}” is {name}, with which the sentence opens");
            return Some(Resolved::body(name, how));
        }
        // What any business is called, or what only some are: "the carrier" of an article on carriers.
        let any =
            matches!(head, "company" | "firm" | "group" | "conglomerate" | "multinational" | "start-up" | "startup");
        let name = self.named.main_firm(at, if any { 1 } else { 2 })?;
        let how = format!("“{own}” is {name}, the business that is named most often before");
        Some(Resolved::body(name.to_owned(), how))
    }

    /// "Holm Foods will close its bakery, | the company said": the capitals that open the sentence, if they are nobody's name.
    pub(super) fn opening_name(&self, at: usize, sentence: usize) -> Option<String> {
        let w = self.w;
        let mut first = w.reading.sentences.get(sentence)?.first as usize;
        // "Shares of Norland fell".
        if matches!(w.low(first), "shares" | "stock") && matches!(w.low(first + 1), "of" | "in") && first + 2 < at {
            first += 2;
        }
        // "Hotel group Marlowe & Finch".
        let sort = (first + 1..first + 3).find(|&k| names::is_firm(w.low(k)) && !w.capital(k) && w.capital(k + 1));
        first = sort.map_or(first, |k| k + 1);
        let end = people::run_end(w, first);
        let opens = w.capital(first) && !lexicon::opens_sentence(w.low(first)) && end < at && end - first <= 4;
        let acts = lexicon::is_aux(w.low(end)) && w.low(end) != "'s" || people::acts(w, end);
        let low = w.low(first);
        let many = end - first > 1
            || self.named.is_treated(low)
            || names::is_brand(low)
            || w.is_name(first) && w.reading.tokens[first].shape != Shape::Title;
        // Two capitals that no first name opens are read as a name all the same; "the company" tells better.
        let person = self.named.within(first..end).iter().any(|m| {
            let x = &self.named.people[m.person];
            x.role.is_some() || x.female.is_some() || names::first_name(w.low(m.start)).is_some()
        });
        let place = (first..end).all(|k| names::is_organisation(w.low(k)) && !names::is_business(w.low(k)));
        (opens && acts && many && !person && !place).then(|| self.words(first..end))
    }

    /// Whether the name that opens a token's sentence is the only one before it.
    fn alone(&self, at: usize) -> bool {
        let w = self.w;
        let Some(first) = w.sentence(at).map(|s| s.first as usize) else { return false };
        let first = first + if w.low(first + 1) == "of" || w.low(first + 1) == "in" { 2 } else { 0 };
        (people::run_end(w, first)..at).all(|k| !w.capital(k))
    }

    /// Whom the sentences before are about, if nothing the article says of them speaks against a description.
    fn spared(&self, source: &Range<usize>, head: &str) -> Option<usize> {
        let w = self.w;
        let here = self.sentence(source.start);
        let from = w.reading.sentences.get(here.saturating_sub(2))?.first as usize;
        let woman = people::title_gender(head);
        let fits = |m: &&people::Mention| {
            let x = &self.named.people[m.person];
            let office = |t: &str| OFFICES.has(t);
            let other = office(names::whole_title(head))
                && x.titles.iter().any(|t| office(t))
                && !x.titles.contains(names::whole_title(head));
            let other = other || self.named.elsewhere(w, m.person, source.clone());
            let told = self.turns.iter().rev().take(4).any(|t| t.tells(m.start));
            let gender = x.female.is_none() || woman.is_none() || x.female == woman;
            m.subject && !m.owner && !w.in_marks(m.start) && !other && !told && gender
        };
        // "The candidate" is sooner somebody of whom no office is told than the mayor.
        let plain = |m: &&people::Mention| {
            let titles = &self.named.people[m.person].titles;
            titles.contains(names::whole_title(head)) || !titles.iter().any(|t| names::is_title(t))
        };
        let near = || self.named.within(from..source.start).iter().rev().take(8).filter(fits);
        near().find(plain).or_else(|| near().next()).map(|m| m.person)
    }

    /// "Officials were not amused. “Childish,” one said": of whom "one", "another" or "both" is.
    pub(super) fn of_several(&self, at: usize, word: &str) -> Option<Resolved> {
        // People sooner than a body that somebody spoke of.
        let many = |t: &&super::Turn| {
            at.saturating_sub(t.at) < SAME_TOPIC
                && matches!(t.who.speaker.kind, SpeakerKind::Anonymous | SpeakerKind::Role)
        };
        let of = self.group(at, true);
        let of = if of.speaker.kind == SpeakerKind::Organisation {
            self.turns.iter().rev().take(4).find(many)?.who.clone()
        } else {
            of
        };
        let name = of.speaker.name.clone()?;
        let low = name.to_lowercase();
        let two = low.starts_with("two ");
        let joint = low.contains(" and ");
        let one = ["one ", "a ", "an ", "another "].iter().any(|x| low.starts_with(x)) && !low.starts_with("a couple");
        let several = if word == "both" { two || joint } else { two || !one && !joint };
        several.then(|| Resolved { how: format!("“{word}” is of {name}, spoken of before"), ..of })
    }

    /// "The minister", "the ministry", "the official", "the 34-year-old": somebody or something that was named before.
    pub(super) fn again(&self, source: &Range<usize>, head: &str, own: &str) -> Option<Resolved> {
        let w = self.w;
        let old = source.clone().any(|k| w.low(k).ends_with("-year-old")) || COUNTRYMEN.has(head);
        let party = matches!(head, "republican" | "democrat" | "conservative" | "liberal");
        let spare = SPARING.has(head) || old || party;
        let agent = names::is_agent(head)
            && source.len() > 2
            && !matches!(
                head,
                "narrator" | "interviewer" | "moderator" | "questioner" | "reporter" | "caller" | "speaker"
            );
        if names::is_title(head) || spare || agent {
            // "Councillor Holt … the city councillor": of whom no more is told, and who spoke right before.
            let bare = |p: &usize| {
                let x = &self.named.people[*p].titles;
                x.len() == 1 && x.contains(names::whole_title(head))
            };
            let just = self.last().filter(|t| source.start.saturating_sub(t.at) < SAME_TOPIC);
            if let Some(p) = just.and_then(|t| t.who.person).filter(bare) {
                return Some(self.person(p, format!("“{own}” is {}, who spoke before", self.named.people[p].name)));
            }
            if let Some(p) = self.named.by_role(w, source.clone()) {
                let name = &self.named.people[p].name;
                return Some(self.person(p, format!("“{own}” is {name}, whom the article names")));
            }
            let near = self
                .turns
                .iter()
                .rev()
                .take(3)
                .find(|t| t.event == Event::Speech && source.start.saturating_sub(t.at) < SAME_TOPIC);
            // "A senior official … the official": the same nobody in particular.
            if let Some(near) = near.filter(|t| {
                t.who.speaker.kind == SpeakerKind::Anonymous
                    && t.who.speaker.name.as_ref().is_some_and(|n| n.to_lowercase().split(' ').any(|x| x == head))
            }) {
                return Some(Resolved {
                    how: format!("“{own}” goes on from the speaker before"), ..near.who.clone()
                });
            }
            if let Some(p) = self.spared(source, head).filter(|_| spare) {
                let name = &self.named.people[p].name;
                return Some(
                    self.person(p, format!("“{own}” is taken for {name}, whom the sentences before are about")),
                );
            }
            // A description that no one else bears stands for the speaker, to spare the name.
            // Whoever asks is somebody else than who spoke.
            let near = near.filter(|_| {
                !matches!(head, "host" | "presenter" | "anchor" | "interviewer" | "reporter" | "agent" | "suspect")
            })?;
            let p = near.who.person?;
            let x = &self.named.people[p];
            // "The expert" alone: the one who has spoken at all, of whom no trade is told and since whom nobody was named.
            let after = w.reading.sentences.get(self.sentence(near.at)).map_or(near.at, |s| s.last as usize);
            let only = || {
                w.reading.tokens[source.end - 1].shape == Shape::Lower
                    && !x.titles.iter().any(|t| names::is_title(t))
                    && self.turns.iter().rev().take(24).all(|t| t.who.person.is_none_or(|q| q == p))
                    && self.named.within(after..source.start).iter().all(|m| m.person == p || near.tells(m.start))
            };
            if source.len() <= 2 && !spare && !only() {
                return None;
            }
            let other = x.titles.iter().any(|t| names::is_title(t)) && !x.titles.contains(names::whole_title(head));
            return (!other || old)
                .then(|| self.person(p, format!("“{own}” is taken for {}, who spoke before", x.name)));
        }
        // "The Education Department will … The agency said": the public body that spoke last, or that the sentences before name.
        if source.len() == 2 && matches!(head, "agency" | "regulator" | "watchdog") {
            let before = self.sentence(source.start).saturating_sub(2);
            let from = w.reading.sentences.get(before).map_or(0, |s| s.first as usize);
            let public = |t: &&super::Turn| {
                let name = t.who.speaker.name.as_deref().unwrap_or_default();
                let body = || name.split(' ').any(|x| names::is_agency(&x.to_lowercase()));
                t.who.speaker.kind == SpeakerKind::Organisation && is_proper(name) && body()
            };
            if let Some(t) = self.turns.iter().rev().take(3).find(public).filter(|t| t.at >= from) {
                return Some(t.again(own));
            }
            let before = self.sentence(source.start).checked_sub(1);
            let opens = || before.and_then(|s| self.opening_name(source.start, s));
            if let Some(name) = self.named.agency(from, source.start).map(str::to_owned).or_else(opens) {
                let how = format!("“{own}” is {name}, which the sentences before name");
                return Some(Resolved::body(name, how));
            }
        }
        // "Two people in the room … the people said".
        if names::is_people(head) && source.len() == 2 {
            let near = self.turns.iter().rev().take(6).find(|t| {
                let name = t.who.speaker.name.as_deref().unwrap_or_default().to_lowercase();
                matches!(t.who.speaker.kind, SpeakerKind::Anonymous | SpeakerKind::Role)
                    && name.split(' ').any(|x| x == head)
                    && name.contains(' ')
                    && name != own.to_lowercase()
            });
            if let Some(t) = near {
                let name = t.who.speaker.name.as_deref().unwrap_or_default();
                return Some(Resolved { how: format!("“{own}” are {name}, who spoke before"), ..t.who.clone() });
            }
        }
        if matches!(head, "person" | "source" | "man" | "woman" | "official") || names::is_people(&format!("{head}s")) {
            let near = self.turns.iter().rev().take(4).find(|t| t.who.speaker.kind == SpeakerKind::Anonymous)?;
            return near
                .who
                .speaker
                .name
                .as_ref()
                .is_some_and(|n| n.to_lowercase().split(' ').any(|x| x == head))
                .then(|| Resolved { how: format!("“{own}” goes on from the speaker before"), ..near.who.clone() });
        }
        if names::is_body(head) && !(source.start + 1..source.end - 1).any(|k| w.capital(k)) {
            if let Some(name) = self.named.by_sort(head, source.start) {
                return Some(Resolved::body(name.to_owned(), format!("“{own}” is {name}, named before")));
            }
            // "Norland's foreign ministry … the ministry".
            let owned = |k: usize| {
                let of = (k.saturating_sub(3)..k).rev().find(|&o| matches!(w.low(o), "'s" | "'"))?;
                let plain = |x: usize| w.is_word(x) && !lexicon::is_preposition(w.low(x)) && !w.capital(x);
                let same = !w.in_marks(k) && (of + 1..k).all(plain) && w.capital(of.checked_sub(1)?);
                let first = (of.saturating_sub(4)..of).rev().take_while(|&x| w.capital(x)).last()?;
                (same && w.same_block(first, k)).then_some(first..k + 1)
            };
            if source.len() == 2
                && let Some(r) = (source.start.saturating_sub(SAME_TOPIC)..source.start)
                    .rev()
                    .filter(|&k| w.low(k) == head)
                    .find_map(owned)
                && self.named.within(r.clone()).is_empty()
            {
                let name = self.words(r);
                return Some(Resolved::body(name.clone(), format!("“{own}” is {name}, named before")));
            }
            // "The Holm campaign … the campaign".
            let ends = |n: &str| {
                // "India’s embassy in Haddon … the embassy".
                let own = n.split(' ').take_while(|x| !lexicon::is_preposition(x)).last();
                let ends = |n: &str| {
                    n.len()
                        .checked_sub(head.len())
                        .and_then(|k| n.get(k..))
                        .is_some_and(|x| x.eq_ignore_ascii_case(head))
                };
                is_proper(n) && n.len() > head.len() && (ends(n) || own.is_some_and(ends))
            };
            let body = |t: &&super::Turn| {
                t.who.speaker.kind == SpeakerKind::Organisation && t.who.speaker.name.as_deref().is_some_and(ends)
            };
            if let Some(t) = self.turns.iter().rev().take(12).find(body) {
                return Some(t.again(own));
            }
            // "The news organisation", right behind the one that spoke.
            let news = MEDIA.has(head) || w.low(source.end - 2) == "news";
            let just = self.turns.last().filter(|t| {
                let before = self.sentence(source.start).saturating_sub(1);
                news && t.who.speaker.kind == SpeakerKind::Organisation && self.sentence(t.at) >= before
            });
            if let Some(t) = just {
                return Some(t.again(own));
            }
            return names::is_firm(head).then(|| self.business(source.start, head, own)).flatten();
        }
        None
    }
}
