//! Who is meant by a noun phrase.

use super::coordinated::joined;
use super::{Resolved, Speakers};
use crate::quotation::people;
use crate::quotation::words::determiner;
use crate::quotation::{lexicon, names};
use crate::report::{Speaker, SpeakerKind};
use crate::text::Shape;
use std::ops::Range;

/// By what a medium is called again.
pub(super) static MEDIA: names::List = names::List::new(
    "broadcaster channel magazine network newspaper outlet paper publication site station tabloid website",
);

/// Who speaks by virtue of an office, though nobody names them: no sources that hide.
static OFFICERS: names::List =
    names::List::new("prosecutor magistrate judge detective coroner juror organiser organizer spokespeople");

/// Whether a name is more than a description: a capital stands in it behind its article.
pub(super) fn is_proper(name: &str) -> bool {
    let article = |w: &&str| matches!(&*w.to_lowercase(), "the" | "a" | "an");
    name.split(' ').skip_while(article).any(|w| w.starts_with(char::is_uppercase))
}

impl Speakers<'_, '_, '_> {
    /// Who is meant by a noun phrase; `coref` where it may also go back to what was named before.
    pub(super) fn described(&self, source: &Range<usize>, coref: bool) -> Resolved {
        let w = self.w;
        let named = &self.named;
        let source = &self.bare(source);
        // "“The Long Road” tells": the work speaks, whatever name its title holds.
        if let Some(p) = w.pair_at(source.start).filter(|p| w.title(*p) && source.end <= p.close as usize + 1) {
            let (open, close) = (p.open as usize + 1, p.close as usize);
            let end = if w.is_word(close.saturating_sub(1)) { close } else { close.saturating_sub(1) };
            return Resolved {
                speaker: Speaker {
                    name: Some(self.words(open..end.max(open + 1))),
                    role: None,
                    kind: SpeakerKind::Document,
                },
                ..Resolved::default()
            };
        }
        let inside = named.within(source.clone());
        // "The long, dull headline": a comma between adjectives ends no noun phrase.
        let listed = |k: usize| {
            k == source.start + 2
                && determiner(w.low(source.start))
                && !Self::is_head(w.low(k - 1))
                && w.reading.tokens[k - 1].shape == Shape::Lower
                && !determiner(w.low(k + 1))
                && !w.capital(k + 1)
                && Self::is_head(w.low(source.end - 1))
                && (k + 1..source.end).all(|x| w.is_word(x) && !lexicon::is_preposition(w.low(x)) || w.low(x) == "/")
        };
        // "The board's “Boats in Haddon” report": what stands in marks belongs to the noun behind them.
        let titled = |k: usize| {
            let p = w.pair_at(k).filter(|_| w.in_marks(k));
            p.is_some_and(|p| p.open as usize > source.start && (p.close as usize) + 1 < source.end)
        };
        // The head stands before "of", "for", "who" and before the comma of an apposition.
        let head = source
            .clone()
            .skip(1)
            .filter(|&k| !titled(k))
            .find(|&k| {
                // Adjectives that stand behind their noun end the head too: "a person familiar with the talks".
                // "Secretary of State Ann Lee": the "of" belongs to the title before the name.
                // So it does in "former secretary of state Ann Lee", but not in "a friend of candidate Ann Lee".
                let title = w.low(k) == "of"
                    && names::is_title(w.low(k - 1))
                    && inside.iter().any(|m| {
                        let lower = |x: usize| {
                            w.reading.tokens[x].shape == Shape::Lower
                                && !names::is_title(w.low(x))
                                && !lexicon::is_preposition(w.low(x))
                        };
                        m.start > k + 1
                            && ((k + 1..m.start).all(|x| w.capital(x) || matches!(w.low(x), "the" | "."))
                                || m.start <= k + 3 && (k + 1..m.start).all(lower))
                    });
                // "The Bank of Haddon governor Ann Lee": nor is the body's name behind whose title she stands.
                let body = w.low(k) == "of"
                    && w.capital(k - 1)
                    && inside.iter().any(|m| {
                        let title = m.start.saturating_sub(1);
                        m.start > k + 2 && names::is_title(w.low(title)) && (k + 1..title).all(|x| w.capital(x))
                    });
                lexicon::is_preposition(w.low(k)) && !title && !body
                    || matches!(w.low(k), "who" | "which" | "(" | "whose" | "that" | "--" | "—" | "–")
                        && w.reading.tokens[k].shape != Shape::Upper
                    || w.low(k) == "," && !listed(k)
                    || names::stands_behind(w.low(k))
                    || k > source.start + 1
                        && lexicon::is_time(w.low(k))
                        // "The late night host"
                        && !(k + 1..source.end.min(k + 3))
                            .take_while(|&x| !lexicon::is_preposition(w.low(x)) && !lexicon::is_time(w.low(x)))
                            .any(|x| names::is_title(w.low(x)) || names::is_agent(w.low(x)))
                    || (w.low(k).ends_with("ed") || w.low(k).ends_with("ing"))
                        && w.low(k).len() > 5
                        && w.reading.tokens[k].shape == Shape::Lower
                        && (Self::is_head(w.low(k - 1))
                            && (k + 1 >= source.end
                                || lexicon::is_preposition(w.low(k + 1))
                                || w.reading.tokens[k + 1].shape == Shape::Number
                                || determiner(w.low(k + 1)))
                            || w.low(k - 1).strip_suffix('s').is_some_and(names::is_title))
                    || !determiner(w.low(k - 1))
                        && matches!(
                            w.low(k),
                            "filed"
                                | "released"
                                | "published"
                                | "issued"
                                | "posted"
                                | "obtained"
                                | "conducted"
                                | "sent"
                                | "written"
                                | "signed"
                                | "leaked"
                                | "seen"
                                | "surveyed"
                                | "polled"
                                | "interviewed"
                        )
            })
            .unwrap_or(source.end);
        let own = self.words(source.clone());
        let full = |p: usize| {
            let name = named.people[p].name.as_str();
            let how = if own.contains(name) {
                String::new()
            } else {
                format!("the article names the speaker in full as {name}")
            };
            self.person(p, how)
        };
        let free = |k: usize| k == source.start || !lexicon::is_preposition(w.low(k - 1)) && w.low(k - 1) != "'s";
        // The name is the head, or stands in apposition to it: "a spokeswoman, Kari Holm".
        let open = lexicon::is_preposition(w.low(source.start)) || lexicon::is_time(w.low(source.start));
        let clear = |k: usize| k == source.start || !lexicon::is_preposition(w.low(k - 1));
        // The point of "Jr." is no part of the name.
        let end = |m: &people::Mention| m.end + usize::from(w.low(m.end) == "." && !w.breaks(m.end + 1));
        // "Ann Lee and Peter Holt": both.
        if let Some(people) = joined(named, w, source) {
            let names: Vec<&str> = people.iter().map(|&p| named.people[p].name.as_str()).collect();
            let (last, before) = names.split_last().unwrap_or((&"", &[]));
            let name = Some(format!("{} and {last}", before.join(", ")));
            return Resolved::as_written(Speaker { name, role: None, kind: SpeakerKind::Person });
        }
        // "Gov. Ann Lee and leaders of the assembly": of several the one who has a name.
        let led = inside.first().filter(|m| {
            !m.owner
                && m.start <= source.start + 3
                && (source.start..m.start).all(|k| w.capital(k) || w.low(k) == ".")
                && w.low(m.end) == "and"
                && m.end + 1 < source.end
                && w.reading.tokens[m.end + 1].shape == Shape::Lower
        });
        if let Some(m) = led {
            return full(m.person);
        }
        // "Those around Ann Lee say": not she.
        let others = w.low(source.start) == "those";
        let hit = inside
            .iter()
            .find(|m| !others && !m.owner && end(m) >= head && m.start < head && clear(m.start))
            .or_else(|| {
                let comma = |m: &&people::Mention| {
                    let s = (source.start..m.start).rev().take(8).find(|&k| w.low(k) == ",");
                    s.is_some_and(|s| {
                        // "A protester, mechanical engineer Kari Holm": words up to a title that the name follows.
                        let behind = w.low(m.start - 1);
                        let role = m.start > s + 1 && (names::is_title(behind) || behind == "member");
                        (s + 1..m.start).all(|k| {
                            names::is_title(w.low(k))
                                || determiner(w.low(k))
                                || w.capital(k)
                                || w.low(k) == "."
                                || role
                                    && w.reading.tokens[k].shape == Shape::Lower
                                    && !lexicon::is_preposition(w.low(k))
                                    && !matches!(w.low(k), "and" | "who" | "which" | "that")
                        })
                    })
                };
                let after = inside.iter().filter(|m| !m.owner && m.start > head && free(m.start)).find(comma);
                // "One of the family's lawyers, Kari Holm".
                let one = w.low(source.start) == "one" && w.low(source.start + 1) == "of";
                after.filter(|m| {
                    let role = names::is_title(w.low(head - 1)) || names::is_people(w.low(head - 1));
                    open || one || role || m.start <= head + 4
                })
            });
        if let Some(m) = hit
            .or_else(|| {
                // "Bread for All director Kari Holm": a name that closes the source behind its title, where the words before
                // "for" are no person that the title could depend on.
                let m = inside.last().filter(|m| !m.owner && m.end == source.end && m.start > head + 1)?;
                // "Head of planning Ann Lee".
                let over = names::is_title(w.low(head - 1)) && w.low(head) == "of" && head == source.start + 1;
                if over
                    && m.start < head + 5
                    && (head + 1..m.start).all(|k| w.reading.tokens[k].shape == Shape::Lower && !determiner(w.low(k)))
                {
                    return Some(m);
                }
                let somebody =
                    |x: &str| names::is_title(x) || names::is_people(x) || names::is_kin(x) || names::is_agent(x);
                let bare = w.capital(source.start) && !determiner(w.low(source.start)) && !somebody(w.low(head - 1));
                let title = m.start - 1;
                (bare && names::is_title(w.low(title)) && !lexicon::is_preposition(w.low(title - 1))).then_some(m)
            })
            .or_else(|| {
                // "The Haddon, Norland, police chief, Kari Holm": a name behind the comma of a title.
                let m = inside.last().filter(|m| !m.owner && m.end == source.end && m.start > head + 1)?;
                let title = m.start - 2;
                let lower = w.reading.tokens[title].shape == Shape::Lower;
                (w.low(m.start - 1) == "," && lower && names::is_title(w.low(title))).then_some(m)
            })
            .or_else(|| {
                // "Attorney for the District of Haddon Kari Holm"
                let m = inside.last().filter(|m| !m.owner && m.end == source.end && m.start > head)?;
                let first = (source.start..m.start).rev().take_while(|&k| w.capital(k)).last().unwrap_or(m.start);
                let title = |t: &usize| *t >= source.start && w.capital(*t) && !determiner(w.low(source.start));
                people::over(w, first).filter(|t| title(t) && first < m.start).map(|_| m)
            })
            .or_else(|| {
                let seat = inside.iter().find(|m| !m.owner && m.start == source.start);
                seat.filter(|m| !w.capital(m.end) && !names::is_body(w.low(m.end)) && m.end >= head)
            })
        {
            return full(m.person);
        }
        // "Speaking to the Daily Mail Holm said": no comma parts the paper from the surname.
        let run_on = head >= source.start + 2
            && (names::is_organisation(w.low(head - 2)) || !names::media_sorts(w.low(head - 2)).is_empty())
            && !names::is_organisation(w.low(head - 1))
            && w.capital(head - 1)
            && source.end == head;
        if let Some(p) = named.by_name(w.low(head - 1)).filter(|_| run_on && inside.is_empty()) {
            return full(p);
        }
        // "The Bank of Haddon's chief economist": the office closes the source, and the body is whose it is.
        let end = source.end - 1;
        let office = (head..end).rev().find(|&k| matches!(w.low(k), "'s" | "'"));
        let lower = |k: usize| w.reading.tokens[k].shape == Shape::Lower && !lexicon::is_preposition(w.low(k));
        if let Some(of) = office.filter(|&k| names::is_title(w.low(end)) && (k + 1..=end).all(lower)) {
            let by = coref.then(|| named.by_role(w, of + 1..end + 1)).flatten();
            return by.map_or_else(
                || Resolved::function(self.words(source.clone())),
                |p| self.person(p, format!("“{own}” is {}, whom the article names", named.people[p].name)),
            );
        }
        // "A Department for Trade spokesperson".
        if w.low(end).starts_with("spokes")
            && head < end
            && determiner(w.low(source.start))
            && source.clone().all(|k| w.low(k) != ",")
        {
            return Resolved::function(self.words(source.clone()));
        }
        let last = w.low(head.saturating_sub(1)).to_owned();
        let first = w.low(source.start);
        let plain = |kind, name: String| Resolved {
            speaker: Speaker { name: Some(name), role: None, kind },
            ..Resolved::default()
        };
        // "The Harbour Post", "National Review": what capitals stand before is a paper and no document.
        let paper = matches!(last.as_str(), "post" | "review" | "record" | "records" | "survey" | "bulletin" | "index")
            && w.capital(head - 1)
            && head >= source.start + 2
            && (w.capital(head - 2) && w.low(head - 2) != "the" || last == "post" && w.low(head - 2) == "the");
        // "A copy of the filing", "the last version of the bill".
        let copy = matches!(last.as_str(), "copy" | "copies" | "draft" | "version" | "portion" | "part" | "body")
            && w.low(head) == "of"
            && (head + 1..source.end.min(head + 6)).any(|k| names::is_document(w.low(k)));
        let study = last == "research" && w.reading.tokens[head - 1].shape == Shape::Lower;
        if (names::is_document(&last) || copy || study) && !paper {
            let stop = source.clone().find(|&k| w.low(k) == ",").unwrap_or(source.end);
            // "The council's letter … the letter".
            let bare = coref && source.len() == 2 && matches!(first, "the" | "this" | "that");
            let of = |t: &&super::Turn| {
                let name = t.who.speaker.name.as_deref().unwrap_or_default().to_lowercase();
                t.who.speaker.kind == SpeakerKind::Document && name.split(' ').any(|x| x == last)
            };
            if let Some(t) = self.turns.iter().rev().take(12).find(of).filter(|_| bare) {
                let name = t.who.speaker.name.as_deref().unwrap_or_default();
                return Resolved { how: format!("“{own}” is {name}, quoted before"), ..t.who.clone() };
            }
            return plain(SpeakerKind::Document, self.words(source.start..stop));
        }
        let short = head - source.start == 1;
        // "Lee's office", "Speaker Ann Lee's campaign": one body, however much of the owner's name stands there.
        let held = matches!(
            last.as_str(),
            "office" | "campaign" | "team" | "administration" | "government" | "firm" | "company"
        );
        if held
            && let Some(m) = inside.iter().find(|m| m.owner && m.end < head && head <= m.end + 3)
            && named.body(head - 1, source).is_none_or(|b| b.0.end <= head)
            && !w.capital(m.end)
        {
            let name = format!("{}{}", named.people[m.person].name, self.words_from(m.end..head));
            return plain(SpeakerKind::Organisation, name);
        }
        if let Some((at, name)) = named.body(head - 1, source)
            && (names::is_sort(&last) || at.end > head)
        {
            return plain(SpeakerKind::Organisation, name.to_owned());
        }
        // "Citizens for Fair Taxes": what "for" joins in capitals is a name.
        let agency = names::is_agency(&last) || last.strip_suffix('s').is_some_and(names::is_agency);
        if agency && w.capital(head - 1) && matches!(w.low(head), "for" | "of") && w.capital(head + 1) {
            let goes_on = |k: usize| w.capital(k) || matches!(w.low(k), "and" | "of") && w.capital(k + 1);
            let end = (head + 1..source.end).find(|&k| !goes_on(k)).unwrap_or(source.end);
            return plain(SpeakerKind::Organisation, self.words(source.start + usize::from(first == "the")..end));
        }
        if w.capital(head - 1)
            && matches!(w.low(head), "for" | "of" | "against")
            && head + 1 < source.end
            && w.capital(head + 1)
            // "Residents of Haddon" are called so by nobody.
            && (w.low(head) != "of" || matches!(last.as_str(), "workers" | "teachers" | "daughters" | "sons" | "veterans" | "friends" | "mothers" | "students"))
            && names::is_people(&last)
            // "Lawyers for Mr. Holm"
            && !names::is_title(w.low(head + 1))
            // "Veterans of Norway's navy"
            && !matches!(w.low(people::run_end(w, head + 1)), "'s" | "'")
            // "Attorneys for Holm" are not called so.
            && !named
                .within(head + 1..head + 2)
                .iter()
                .any(|m| !m.owner && (m.end - m.start == 1 || names::first_name(w.low(m.start)).is_some()))
            && w.reading.tokens[source.start].is_capital()
            && !matches!(first, "some" | "many" | "most" | "the")
        {
            let mut end = head + 2;
            while end < source.end && w.capital(end) {
                end += 1;
            }
            return plain(SpeakerKind::Organisation, self.words(source.start..end));
        }
        if let Some(long) = named.long_form(&last).filter(|_| head - source.start <= 2) {
            let how = format!("the article names the speaker in full as {long}");
            return Resolved { how, ..plain(SpeakerKind::Organisation, long.to_owned()) };
        }
        // "The Rapid Relief Forces … the RRF": initials that one body alone has.
        if w.reading.tokens[head - 1].shape == Shape::Upper
            && head - source.start <= 2
            && let Some(long) = named.by_initials(&last, head)
        {
            let how =
                format!("“{last}” are the first letters of {long}, named before", last = w.reading.word(head - 1));
            return Resolved { how, ..plain(SpeakerKind::Organisation, long.to_owned()) };
        }
        let definite = matches!(first, "the" | "this" | "that") && head > source.start + 1;
        if definite && coref {
            // "The Haddon senator, who faces a vote in May".
            let clause = w.low(head) == "," && w.low(head + 1) == "who";
            let found = if head == source.end || clause {
                self.again(&(source.start..head), &last, &own)
            } else {
                let by = named.by_role(w, source.start..head).filter(|_| names::is_title(&last));
                by.map(|p| self.person(p, format!("“{own}” is {}, whom the article names", named.people[p].name)))
            };
            if let Some(r) = found {
                return r;
            }
        }
        // "American said": the first word of a company whose name goes on.
        if short
            && w.capital(head - 1)
            && named.by_name(&last).is_none()
            && let Some(name) = named.by_start(&last)
        {
            let how = format!("the article names the speaker in full as {name}");
            return Resolved { how, ..plain(SpeakerKind::Organisation, name.to_owned()) };
        }
        // A surname that the article only later, or elsewhere, gives in full.
        let single = short || matches!(first, "mr" | "mrs" | "ms" | "dr");
        if single
            && w.capital(head - 1)
            && !names::is_organisation(&last)
            && let Some(p) = named.by_name(&last)
        {
            return full(p);
        }
        if let Some(p) = named.by_both(first, &last).filter(|_| head >= source.start + 2 && w.capital(head - 1)) {
            return full(p);
        }
        let capitals = (source.start..head).any(|k| {
            // The capital that opens a sentence tells nothing of a phrase that goes on in lower case.
            w.capital(k) && !(k == source.start && head > source.start + 1 && !w.capital(k + 1))
        });
        // "No 10", "Number 10" are an address; "Several" alone is nobody in particular.
        let address = matches!(first, "no" | "number") && head == source.start + 2;
        if address && w.reading.tokens[head - 1].shape == Shape::Number {
            return plain(SpeakerKind::Organisation, format!("No {}", w.low(head - 1)));
        }
        if short && matches!(first, "the" | "a" | "an") {
            return Resolved::default();
        }
        if short && (determiner(first) || matches!(first, "few" | "both" | "all" | "none" | "everyone" | "nobody")) {
            return plain(SpeakerKind::Anonymous, own);
        }
        if w.reading.tokens[head - 1].shape == Shape::Lower
            && (names::is_body(&last)
                || MEDIA.has(&last)
                || names::is_firm(&last)
                || names::is_agent(&last)
                || matches!(last.as_str(), "group" | "maker" | "manufacturer" | "operator" | "publisher"))
            && let Some(name) = self.apposed_name(source, head)
            && (!names::is_agent(&last)
                || name.rsplit(' ').next().is_some_and(|x| names::is_organisation(&x.to_lowercase())))
        {
            return plain(SpeakerKind::Organisation, name);
        }
        let counted = w.reading.tokens[source.start].shape == Shape::Number
            || w.reading.tokens.get(source.start + 1).is_some_and(|t| t.shape == Shape::Number) && !capitals;
        let about = matches!(
            first,
            "nearly"
                | "almost"
                | "about"
                | "more"
                | "fewer"
                | "half"
                | "roughly"
                | "one"
                | "those"
                | "just"
                | "only"
                | "over"
                | "under"
                | "around"
                | "two"
                | "three"
                | "four"
                | "five"
                | "dozens"
                | "hundreds"
                | "thousands"
        ) && !source.clone().any(|k| names::is_title(w.low(k)) && k + 1 == head);
        let singular = last.strip_suffix('s').unwrap_or(&last);
        let agent = w.reading.tokens[head - 1].shape == Shape::Lower && names::is_agent(&last);
        let member = matches!(last.as_str(), "democrat" | "republican" | "conservative" | "liberal");
        // "A number of analysts", "a group of friends".
        let several =
            matches!(last.as_str(), "number" | "group" | "handful" | "couple" | "host" | "series" | "pair" | "crowd")
                && w.low(head) == "of"
                && (head + 1..source.end.min(head + 5)).any(|k| {
                    let x = w.low(k);
                    names::is_people(x) || x.strip_suffix('s').is_some_and(|x| names::is_title(x) || names::is_agent(x))
                });
        let plural = several
            || last != singular && names::is_title(singular) && !names::is_organisation(&last)
            || names::is_people(&last) && !(last == "group" && w.low(head) != "of")
                // "The Communications Workers of America".
                && !(w.capital(head - 1) && head >= source.start + 2 && w.capital(head - 2))
            || last.strip_prefix("ex-").is_some_and(|x| names::is_people(x) || x.ends_with('s'));
        let crowd = w.reading.tokens[head - 1].shape == Shape::Lower
            && last.ends_with('s')
            && last.len() > 4
            && !last.ends_with("ss")
            && !names::is_body(&last)
            && !names::is_body(singular)
            && !definite;
        // Who speaks for the state or for somebody, known by that: "Belgian prosecutors", "lawyers for the family".
        let function = OFFICERS.has(singular) && (last != singular || matches!(first, "a" | "an" | "the"))
            || matches!(singular, "lawyer" | "attorney" | "solicitor" | "spokesperson")
                && (w.low(head) == "for"
                    || matches!(
                        w.low(head.saturating_sub(2)),
                        "'s" | "'" | "its" | "his" | "her" | "their" | "defence" | "defense"
                    ));
        if function && !counted && !about && !matches!(first, "some" | "many" | "several" | "most" | "one" | "another")
        {
            return Resolved::function(self.short(source));
        }
        if plural
            || counted
            || about
            || crowd && !capitals
            || short && self.opens(head - 1) && people::several(w, head - 1)
            || (names::is_title(&last) || agent || member)
                // A spokesperson speaks for a body that is told, and is nobody who hides.
                && !(last.starts_with("spokes") && matches!(first, "a" | "an"))
                && matches!(first, "a" | "an" | "one" | "some" | "another" | "several")
            || matches!(first, "some" | "many" | "critics" | "sources" | "several" | "people" | "others" | "most")
        {
            return plain(SpeakerKind::Anonymous, self.short(source));
        }
        // "The Economist", "The Hollywood Reporter", "the Haddon Advocate": a title in capitals behind another capital is a paper's name.
        let press = matches!(
            last.as_str(),
            "reporter"
                | "advocate"
                | "observer"
                | "examiner"
                | "correspondent"
                | "economist"
                | "investigator"
                | "inquirer"
                | "scientist"
        ) && w.capital(head - 1)
            && (head == source.start + 2 || head > source.start + 2 && w.capital(head - 2))
            && first == "the";
        if (names::is_title(&last) || names::is_kin(&last) || agent)
            && !press
            && (w.reading.tokens[head - 1].shape != Shape::Upper
                || matches!(last.as_str(), "mp" | "mep" | "msp" | "ceo") && matches!(first, "the" | "a" | "an"))
        {
            return Resolved::function(self.short(source));
        }
        let lower = w.reading.tokens[head - 1].shape == Shape::Lower || matches!(last.as_str(), "someone" | "somebody");
        if names::is_somebody(&last) && lower {
            let name = self.short(source);
            let known = definite || matches!(first, "his" | "her" | "their") || w.low(head.saturating_sub(2)) == "'s";
            let kind = if known && head > source.start + 1 { SpeakerKind::Role } else { SpeakerKind::Anonymous };
            return plain(kind, name);
        }
        // "Swedish guide": the capital only describes a thing that no list knows.
        let thing = capitals
            && w.reading.tokens[head - 1].shape == Shape::Lower
            && !names::is_body(&last)
            && !names::is_body(singular);
        if thing {
            return plain(SpeakerKind::Unknown, self.short(source));
        }
        if names::is_body(&last) || names::is_body(singular) || capitals || last == "group" {
            // "The harbour board" is no name, "the Haddon board" is.
            let bare = !(source.start + 1..head).any(|k| w.capital(k));
            let one = matches!(first, "a" | "an") && w.capital(head - 1);
            let start = source.start + usize::from(!bare && (first == "the" || one));
            let one = head.saturating_sub(start) == 1;
            let given = source
                .clone()
                .find(|&k| w.capital(k))
                .is_some_and(|k| names::first_name(w.low(k)).is_some() && w.capital(k + 1));
            // A lone capital that no list knows is most often a person known by one name.
            let person = capitals
                && first != "the"
                && !names::is_organisation(&last)
                && !named.is_treated(&last)
                && !(one && last.ends_with("ed") && names::first_name(&last).is_none() && self.opens(head - 1))
                && !people::is_field(&last)
                && !names::camel(w.reading.word(head - 1))
                && w.reading.tokens[head - 1].shape == Shape::Title
                && (one || given);
            let kind = if person { SpeakerKind::Person } else { SpeakerKind::Organisation };
            let mut end = head.max(start + 1).min(source.end);
            // "The Nikkei newspaper".
            if end == source.end
                && end > start + 1
                && MEDIA.has(&last)
                && !determiner(w.low(end - 2))
                && w.reading.tokens[end - 1].shape == Shape::Lower
                && w.capital(end - 2)
            {
                end -= 1;
            }
            if start >= end {
                return plain(SpeakerKind::Unknown, own);
            }
            // "The media tracking firm AdWatch", "Norland's state news agency NNA": what it is, and its name.
            let owner = (start..end.min(start + 4)).find(|&k| matches!(w.low(k), "'s" | "'")).filter(|&k| k + 2 < end);
            let start = owner.filter(|_| w.reading.tokens[end - 1].shape == Shape::Upper).map_or(start, |k| k + 1);
            let sort = (start..end - 1).rev().find(|&k| w.reading.tokens[k].shape == Shape::Lower);
            let sort = sort
                .filter(|&k| {
                    kind == SpeakerKind::Organisation
                        && (start..=k).all(|x| w.is_word(x) && (!w.capital(x) || x == start && x < k))
                })
                .filter(|&k| w.capital(k + 1) && !determiner(w.low(start)));
            if let Some(k) = sort.filter(|&k| {
                names::is_firm(w.low(k))
                    || names::is_body(w.low(k))
                    || names::is_agent(w.low(k))
                    || w.low(k).ends_with("maker")
                    || MEDIA.has(w.low(k))
            }) {
                let mut r = plain(kind, self.words(k + 1..end));
                r.speaker.role = Some(self.words(start..k + 1));
                return r;
            }
            // "The tax authority in Haddon": without a name the place is what tells it from others.
            if bare
                && head < source.end
                && w.reading.tokens[head - 1].shape == Shape::Lower
                && kind == SpeakerKind::Organisation
            {
                return plain(kind, self.short(source));
            }
            return plain(kind, self.words(start..end));
        }
        plain(SpeakerKind::Unknown, self.short(source))
    }

    /// "The company that runs the race, Holm Productions": the name that closes the source behind the comma.
    fn apposed_name(&self, source: &Range<usize>, head: usize) -> Option<String> {
        let w = self.w;
        let comma = (head..source.end).rev().find(|&k| w.low(k) == ",")?;
        let end = source.end - usize::from(w.low(source.end - 1) == ",");
        let mut name = comma + 1..end;
        // "Its maker, the Haddon start-up Meridian".
        let sort = (name.start..end).rev().find(|&k| w.reading.tokens[k].shape == Shape::Lower);
        let sort = sort.filter(|&k| {
            k == comma + 1 && determiner(w.low(k)) || names::is_firm(w.low(k)) || names::is_body(w.low(k))
        });
        name.start = sort.map_or(name.start, |k| k + 1);
        let plain = |k: usize| w.capital(k) || matches!(w.low(k), "of" | "&" | "and" | "for");
        let owned = (source.start..head).any(|k| matches!(w.low(k), "'s" | "'"));
        ((determiner(w.low(source.start)) || owned) && !name.is_empty() && name.len() <= 6 && w.capital(name.start))
            .then_some(name)
            .filter(|n| n.clone().all(plain))
            .map(|n| self.words(n))
    }

    /// The words of a range with the space before them, if there is one.
    fn words_from(&self, r: Range<usize>) -> String {
        let spaced = self.w.reading.tokens[r.start].spaced;
        format!("{}{}", if spaced { " " } else { "" }, self.words(r))
    }

    /// Whether a token opens its sentence or line.
    fn opens(&self, k: usize) -> bool {
        k == 0 || self.w.breaks(k) || !self.w.is_word(k - 1)
    }

    /// A source without the adverbs and prepositions that a cut one ends in: "the mayor again", "leaders on".
    fn bare(&self, source: &Range<usize>) -> Range<usize> {
        let w = self.w;
        let mut r = source.clone();
        if w.low(r.start) == "fellow" && r.len() > 2 {
            r.start += 1;
        }
        if w.low(r.start) == "both" && r.clone().any(|k| w.low(k) == "and") {
            r.start += 1;
        }
        while r.len() > 1
            && (lexicon::is_preposition(w.low(r.end - 1))
                || matches!(w.low(r.end - 1), "'s" | "'")
                || matches!(
                    w.low(r.end - 1),
                    "again"
                        | "also"
                        | "earlier"
                        | "later"
                        | "then"
                        | "still"
                        | "now"
                        | "recently"
                        | "once"
                        | "himself"
                        | "herself"
                        | "itself"
                        | "themselves"
                        | ","
                        | "and"
                )
                || r.len() > 2
                    && matches!(w.low(r.end - 1), "filed" | "published" | "released" | "issued" | "posted" | "dated")
                || r.len() > 2
                    && !w.capital(r.end - 1)
                    && w.capital(r.end - 2)
                    && lexicon::verb(w.low(r.end - 1)).is_some_and(|v| v.1 == lexicon::Form::Ing)
                || r.len() > 2 && lexicon::is_time(w.low(r.end - 1)) && w.capital(r.end - 1))
        {
            r.end -= 1;
        }
        r
    }

    /// The words of a source up to the clause that tells more of it.
    fn short(&self, source: &Range<usize>) -> String {
        let w = self.w;
        let stop = (source.start + 1..source.end).find(|&k| {
            matches!(w.low(k), "who" | "which" | "whose" | "(" | "—" | "–" | "--")
                || w.low(k) == "," && !(w.capital(k + 1) && w.capital(k - 1))
        });
        self.words(source.start..stop.unwrap_or(source.end))
    }

    /// Whether a noun is one that a participle can follow: "respondents polled", "data presented".
    fn is_head(x: &str) -> bool {
        names::is_document(x) || names::is_people(x) || names::is_body(x) || names::is_title(x)
    }
}
