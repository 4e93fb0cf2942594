//! Rows as what they want: which session, and what of it is to be another. Nothing is written here.

use super::names::{Made, Names, People};
use super::value::{self, Says};
use super::{There, at, refused};
use crate::exchange::table::{Field, alike, shown};
use crate::query::session::{SessionView, State};
use crate::rules::plan::Span;
use base::name::fold;
use base::{Language, Time, Uuid};
use chrono::TimeDelta;
use locale::{Tz, Words};
use paper::sheet::read::{Line, Reason, Refusal, Table, Value};
use std::collections::{HashMap, HashSet};

/// A row that makes a session another, or a new one.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) line: u32,
    /// By its place among those that are there; none: it is new.
    pub(super) view: Option<usize>,
    /// The occurrence that the row tells.
    pub(super) slot: Option<Uuid>,
    pub(super) says: Says,
    pub(super) changes: Vec<(&'static str, String, String)>,
    pub(super) title: String,
}

/// All of them.
pub(super) struct Plan {
    /// The language of the headings.
    pub(super) words: Words,
    pub(super) wanted: Vec<Wanted>,
    pub(super) unchanged: usize,
    pub(super) made: Vec<Made>,
}

/// Whose a row is: the session, and the occurrence that it tells, by their places.
type Whose = (usize, Option<usize>);

pub(super) struct Reader<'a, Id: Fn() -> Uuid> {
    table: &'a Table,
    columns: HashMap<Field, usize>,
    there: &'a There,
    zone: Tz,
    /// The language of the headings.
    words: Words,
    kinds: Names,
    tracks: Names,
    rooms: Names,
    people: People,
    refusals: Vec<Refusal>,
    id: Id,
}

impl<'a, Id: Fn() -> Uuid> Reader<'a, Id> {
    pub(super) fn new(
        table: &'a Table,
        there: &'a There,
        people: Vec<(Uuid, String, String)>,
        zone: Tz,
        id: Id,
    ) -> Self {
        let mut columns = HashMap::new();
        for (at, column) in table.columns.iter().enumerate() {
            if let Some(field) = Field::of(&column.heading) {
                columns.entry(field).or_insert(at);
            }
        }
        let spoken = |language: &Language| {
            let words = Words::new(*language);
            let is = |(field, at): (&Field, &usize)| {
                table.columns.get(*at).is_some_and(|column| column.heading == words.t(field.heading()))
            };
            columns.iter().filter(|(field, at)| is((field, at))).count()
        };
        let language = if spoken(&Language::En) > spoken(&Language::De) { Language::En } else { Language::De };
        let named = &there.named;
        Self {
            kinds: Names::new(Field::Type, named.types.iter().map(|row| (row.id, row.name.0.clone())).collect()),
            tracks: Names::new(Field::Track, named.tracks.iter().map(|row| (row.id, row.name.0.clone())).collect()),
            rooms: Names::new(Field::Room, named.rooms.iter().map(|row| (row.id, row.name.0.clone())).collect()),
            people: People::new(people),
            words: Words::new(language),
            refusals: vec![],
            table,
            columns,
            there,
            zone,
            id,
        }
    }

    pub(super) fn plan(mut self) -> Result<Plan, Vec<Refusal>> {
        let telling = [Field::Code, Field::Guid, Field::TitleDe, Field::TitleEn];
        if !telling.iter().any(|field| self.columns.contains_key(field)) {
            return Err(vec![refused(at(self.table.line, "", ""), "session-table-no-column")]);
        }
        let mut wanted = vec![];
        let mut unchanged = 0;
        for (line, whose) in self.whose() {
            let row = self.row(line, whose);
            if row.changes.is_empty() {
                unchanged += 1;
            } else {
                wanted.push(row);
            }
        }
        if !self.refusals.is_empty() {
            self.refusals.sort_by_key(|refusal| refusal.line);
            return Err(self.refusals);
        }
        let made = [self.kinds.made, self.tracks.made, self.rooms.made, self.people.made];
        Ok(Plan { words: self.words, wanted, unchanged, made: made.into_iter().flatten().collect() })
    }

    fn cell(&self, line: &'a Line, field: Field) -> Option<Value<'a>> {
        let column = self.columns.get(&field)?;
        Some(self.table.value(line, Some(*column)))
    }

    fn typed(&self, line: &'a Line, field: Field) -> &'a str {
        self.cell(line, field).map_or("", |cell| cell.text)
    }

    fn refuse(&mut self, line: &'a Line, field: Field, reason: Reason) {
        let heading = self.words.t(field.heading());
        let value = self.cell(line, field).unwrap_or(at(line.number, &heading, ""));
        self.refusals.push(Refusal::new(value, reason));
    }

    /// Whose each row is; rows that are nobody's by their own words are refused and left out.
    fn whose(&mut self) -> Vec<(&'a Line, Option<Whose>)> {
        let there = self.there;
        let by_code: HashMap<&str, usize> =
            there.views.iter().enumerate().map(|(at, view)| (view.row.code.as_str(), at)).collect();
        let by_guid: HashMap<Uuid, Whose> = there
            .views
            .iter()
            .enumerate()
            .flat_map(|(at, view)| view.slots.iter().enumerate().map(move |(n, slot)| (slot.guid, (at, Some(n)))))
            .collect();
        let mut claimed: HashMap<usize, u32> = HashMap::new();
        let mut found: Vec<(&Line, Option<Option<Whose>>)> = vec![];
        for line in &self.table.rows {
            let (code, guid) = (self.typed(line, Field::Code), self.typed(line, Field::Guid));
            let whose = match (code.is_empty(), guid.is_empty()) {
                (true, true) => {
                    found.push((line, Some(None)));
                    continue;
                }
                (false, true) => self.by_code(line, code, &by_code),
                (true, false) => self.by_guid(line, guid, &by_guid),
                (false, false) => {
                    let (by_code, by_guid) = (self.by_code(line, code, &by_code), self.by_guid(line, guid, &by_guid));
                    match (by_code, by_guid) {
                        (Some((a, _)), Some((b, n))) if a == b => Some((b, n)),
                        (Some(_), Some(_)) => {
                            self.refuse(line, Field::Guid, Reason::new("session-table-other"));
                            None
                        }
                        _ => None,
                    }
                }
            };
            let whose = whose.filter(|(session, _)| {
                let before = *claimed.entry(*session).or_insert(line.number);
                if before != line.number {
                    let reason = Reason::new("session-table-twice").with("line", before.to_string());
                    self.refuse(line, Field::Code, reason);
                }
                before == line.number
            });
            found.push((line, whose.map(Some)));
        }
        self.by_title(&mut found, claimed.into_keys().collect());
        found.into_iter().filter_map(|(line, whose)| Some((line, whose?))).collect()
    }

    fn by_code(&mut self, line: &'a Line, code: &str, known: &HashMap<&str, usize>) -> Option<Whose> {
        let found = known.get(code.to_uppercase().as_str());
        if found.is_none() {
            self.refuse(line, Field::Code, Reason::new("session-table-no-code"));
        }
        found.map(|session| (*session, None))
    }

    fn by_guid(&mut self, line: &'a Line, guid: &str, known: &HashMap<Uuid, Whose>) -> Option<Whose> {
        let found = guid.parse::<Uuid>().ok().and_then(|guid| known.get(&guid));
        if found.is_none() {
            self.refuse(line, Field::Guid, Reason::new("session-table-no-guid"));
        }
        found.copied()
    }

    /// Rows without code and GUID: of sessions that no other row is about, first those that are just so, then those that are
    /// called so, in the languages that the table has.
    fn by_title(&self, found: &mut [(&'a Line, Option<Option<Whose>>)], mut claimed: HashSet<usize>) {
        let mut called: HashMap<(String, String), Vec<usize>> = HashMap::new();
        let told = |field, title: &str| if self.columns.contains_key(&field) { fold(title) } else { String::new() };
        for (at, view) in self.there.views.iter().enumerate() {
            let title = &view.row.title;
            let titles = (told(Field::TitleDe, &title.de), told(Field::TitleEn, &title.en));
            called.entry(titles).or_default().push(at);
        }
        for strict in [true, false] {
            for (line, whose) in found.iter_mut().filter(|(_, whose)| *whose == Some(None)) {
                let title = |field| fold(&value::line(self.typed(line, field)));
                let candidates = called.get(&(title(Field::TitleDe), title(Field::TitleEn)));
                let fits = |at: &&usize| {
                    !claimed.contains(*at)
                        && (!strict || self.there.views.get(**at).is_some_and(|v| self.is_so(line, v)))
                };
                if let Some(at) = candidates.into_iter().flatten().find(fits) {
                    claimed.insert(*at);
                    *whose = Some(Some((*at, None)));
                }
            }
        }
    }

    /// What stands in the row of a session, in both languages.
    fn shown(&self, view: &SessionView, slot: Option<usize>) -> Vec<Vec<String>> {
        let slot = slot.map_or_else(|| view.slots.first(), |at| view.slots.get(at));
        let other = Language::ALL.into_iter().filter(|language| *language != self.words.language()).map(Words::new);
        let cells = |words| self.there.named.cells(view, slot, words, self.zone).iter().map(shown).collect();
        std::iter::once(self.words).chain(other).map(cells).collect()
    }

    fn is_so(&self, line: &'a Line, view: &SessionView) -> bool {
        let shown = self.shown(view, None);
        Field::ALL.into_iter().enumerate().all(|(at, field)| {
            let typed = self.typed(line, field);
            typed.is_empty() || shown.iter().any(|cells| cells.get(at).is_some_and(|shown| alike(typed, shown)))
        })
    }

    fn row(&mut self, line: &'a Line, whose: Option<Whose>) -> Wanted {
        let there = self.there;
        let view = whose.and_then(|(at, _)| there.views.get(at));
        let slot = whose.and_then(|(_, slot)| slot);
        let shown = view.map(|view| self.shown(view, slot)).unwrap_or_default();
        let slot = view.and_then(|view| slot.map_or_else(|| view.slots.first(), |at| view.slots.get(at)));
        let was = |field: Field| shown.first().and_then(|cells| cells.get(field as usize)).cloned().unwrap_or_default();
        let mut different: Vec<(Field, &'a str)> = vec![];
        for field in Field::ALL {
            let Some(cell) = self.cell(line, field) else { continue };
            let same = match view {
                Some(_) => {
                    shown.iter().any(|cells| cells.get(field as usize).is_some_and(|shown| alike(cell.text, shown)))
                }
                None => cell.text.is_empty(),
            };
            if !same {
                different.push((field, cell.text));
            }
        }
        let mut says = Says::default();
        let mut changes = vec![];
        let mut times = vec![];
        for (field, typed) in different {
            match self.say(&mut says, (line, field, typed), view) {
                Ok(true) => changes.push((field.heading(), was(field), typed.to_owned())),
                Ok(false) if matches!(field, Field::Begins | Field::Ends | Field::Room) => times.push((field, typed)),
                Ok(false) => {}
                Err(reason) => self.refuse(line, field, reason),
            }
        }
        if !times.is_empty() {
            let old = slot.map(|slot| (slot.room_id, slot.starts_at.zip(slot.ends_at).map(|(a, b)| Span::new(a, b))));
            match self.place(line, &times, old.unwrap_or_default(), self.length(&says, view)) {
                Ok(None) => {}
                Ok(Some(place)) => {
                    says.place = Some(place);
                    changes
                        .extend(times.iter().map(|(field, typed)| (field.heading(), was(*field), (*typed).to_owned())));
                }
                Err((field, reason)) => self.refuse(line, field, reason),
            }
        }
        let titles = [
            says.title_de.clone().or(view.map(|view| view.row.title.de.clone())),
            says.title_en.clone().or(view.map(|view| view.row.title.en.clone())),
        ];
        let title = titles.into_iter().flatten().find(|title| !title.is_empty()).unwrap_or_default();
        if title.is_empty() {
            self.refuse(line, Field::TitleDe, Reason::new("programme-error-title-missing"));
        }
        Wanted {
            line: line.number,
            view: whose.map(|(at, _)| at),
            slot: slot.map(|slot| slot.id),
            says,
            changes,
            title,
        }
    }

    /// Takes down what a cell says. Whether that is something new; of times and rooms others say so.
    fn say(
        &mut self,
        says: &mut Says,
        (line, field, typed): (&'a Line, Field, &'a str),
        view: Option<&SessionView>,
    ) -> Result<bool, Reason> {
        let row = view.map(|view| &view.row);
        let (number, id) = (line.number, &self.id);
        Ok(match field {
            Field::TitleDe => {
                says.title_de = Some(value::line(typed)).filter(|new| row.is_none_or(|row| row.title.de != *new));
                says.title_de.is_some()
            }
            Field::TitleEn => {
                says.title_en = Some(value::line(typed)).filter(|new| row.is_none_or(|row| row.title.en != *new));
                says.title_en.is_some()
            }
            Field::Type => {
                let name = value::line(typed);
                let new = (!name.is_empty()).then(|| self.kinds.find(&name, number, id));
                says.kind = Some(new).filter(|new| row.and_then(|row| row.type_id) != *new);
                says.kind.is_some()
            }
            Field::Track => {
                let name = value::line(typed);
                let new = (!name.is_empty()).then(|| self.tracks.find(&name, number, id));
                says.track = Some(new).filter(|new| row.and_then(|row| row.track_id) != *new);
                says.track.is_some()
            }
            Field::Speakers => {
                let old: Vec<Uuid> =
                    view.map(|view| view.speakers.iter().map(|one| one.id).collect()).unwrap_or_default();
                let new = self.people.find(crate::exchange::table::plain(typed), number, &old, id)?;
                says.speakers = Some(new).filter(|new| *new != old);
                says.speakers.is_some()
            }
            Field::Language => {
                says.language = Some(value::language(typed)).filter(|new| row.is_none_or(|row| row.language != *new));
                says.language.is_some()
            }
            Field::Minutes => {
                says.minutes = Some(value::number(typed)?).filter(|new| row.and_then(|row| row.minutes) != *new);
                says.minutes.is_some()
            }
            Field::Seats => {
                says.seats = Some(value::number(typed)?).filter(|new| row.and_then(|row| row.seats) != *new);
                says.seats.is_some()
            }
            Field::State if typed.is_empty() => false,
            Field::State => {
                let old = row.map(State::of);
                let new = value::confirmed(typed, old)?;
                says.confirmed = Some(new).filter(|new| (old == Some(State::Confirmed)) != *new);
                says.confirmed.is_some()
            }
            Field::Occurrences => {
                if typed.is_empty() || view.is_none() && typed == "1" {
                    return Ok(false);
                }
                return Err(Reason::new("session-table-occurrences"));
            }
            Field::Code | Field::Guid | Field::Begins | Field::Ends | Field::Room => false,
        })
    }

    /// How long the session is, if anybody says.
    fn length(&self, says: &Says, view: Option<&SessionView>) -> Option<TimeDelta> {
        let row = view.map(|view| &view.row);
        let minutes = says.minutes.unwrap_or(row.and_then(|row| row.minutes));
        let kind = says.kind.unwrap_or(row.and_then(|row| row.type_id));
        let of_kind = || self.there.named.types.iter().find(|one| Some(one.id) == kind)?.minutes;
        minutes.or_else(of_kind).map(|minutes| TimeDelta::minutes(minutes.into()))
    }

    /// Where and when, if that is another than before. A session that has a beginning and no end ends when its length is
    /// over.
    #[expect(clippy::type_complexity, reason = "a place that may be none, if it is another")]
    fn place(
        &mut self,
        line: &'a Line,
        said: &[(Field, &'a str)],
        (room, span): (Option<Uuid>, Option<Span>),
        length: Option<TimeDelta>,
    ) -> Result<Option<Option<(Option<Uuid>, Span)>>, (Field, Reason)> {
        let typed = |field: Field| said.iter().find(|(one, _)| *one == field).map(|(_, typed)| *typed);
        let zone = self.zone;
        let begins: Option<Time> = match typed(Field::Begins) {
            Some(typed) => value::time(typed, zone, None).map_err(|reason| (Field::Begins, reason))?,
            None => span.map(|span| span.from),
        };
        let ends: Option<Time> = match typed(Field::Ends) {
            Some(typed) => value::time(typed, zone, begins).map_err(|reason| (Field::Ends, reason))?,
            None => span.map(|span| span.until),
        };
        let new_room = match typed(Field::Room).map(value::line) {
            Some(name) if name.is_empty() => None,
            Some(name) => Some(self.rooms.find(&name, line.number, &self.id)),
            None => room,
        };
        let missing = |field: Field, message: &'static str| (field, Reason::new(message));
        let new = match (begins, ends) {
            (None, None) if typed(Field::Room).is_some_and(|typed| !typed.is_empty()) => {
                return Err(missing(Field::Begins, "session-table-no-begin"));
            }
            (None, None) => None,
            (None, Some(_)) => return Err(missing(Field::Begins, "session-table-no-begin")),
            (Some(begins), ends) => {
                let ends = ends.or_else(|| length.map(|length| begins + length));
                let ends = ends.ok_or_else(|| missing(Field::Ends, "session-table-no-end"))?;
                Some((new_room, Span::new(begins, ends)))
            }
        };
        let old = span.map(|span| (room, span));
        Ok(Some(new).filter(|new| *new != old))
    }
}
