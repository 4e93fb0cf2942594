//! A file as what it makes of our rows: sessions with their slots, each speaker once.

use base::Uuid;
use base::name::fold;
use schedule::{Event, Person, Schedule};
use std::collections::HashMap;

/// What a file wants there to be.
#[derive(Debug)]
pub struct Wanted<'s> {
    /// In the file's order.
    pub occurrences: Vec<Occurrence<'s>>,
    /// Of each session, its occurrences. Events that are alike in all but time, room and what they are called by share one,
    /// unless they are at the same time: two rounds of questions side by side are two.
    pub sessions: Vec<Vec<usize>>,
    /// Names of the kinds of sessions.
    pub kinds: Vec<&'s str>,
    /// Each once, as they stand there first.
    pub people: Vec<&'s Person>,
}

/// One event of the file.
#[derive(Debug)]
pub struct Occurrence<'s> {
    /// Its day and its room on that day, by their place in the file.
    pub day: usize,
    pub room: usize,
    pub event: &'s Event,
    /// No other event of the file has it.
    pub guid: Uuid,
    /// By their place in [`Wanted::people`].
    pub people: Vec<usize>,
}

impl<'s> Wanted<'s> {
    pub fn of(schedule: &'s Schedule) -> Self {
        let mut wanted = Self { occurrences: vec![], sessions: vec![], kinds: vec![], people: vec![] };
        let mut guids = schedule::guid::all(schedule).into_iter();
        let mut groups: HashMap<Event, Vec<usize>> = HashMap::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (at, day) in schedule.days.iter().enumerate() {
            for (room_at, room) in day.rooms.iter().enumerate() {
                for (event, guid) in room.events.iter().zip(&mut guids) {
                    let people = event.persons.iter().map(|person| {
                        *known.entry(person_key(person)).or_insert_with(|| {
                            wanted.people.push(person);
                            wanted.people.len() - 1
                        })
                    });
                    let people = people.collect();
                    let kind = event.kind.as_deref().filter(|kind| !wanted.kinds.contains(kind));
                    wanted.kinds.extend(kind);
                    let number = wanted.occurrences.len();
                    let alike = groups.entry(what(event)).or_default();
                    let free = alike.iter().copied().find(|session| wanted.has_room(*session, event));
                    let group = free.unwrap_or_else(|| {
                        wanted.sessions.push(vec![]);
                        alike.push(wanted.sessions.len() - 1);
                        wanted.sessions.len() - 1
                    });
                    if let Some(session) = wanted.sessions.get_mut(group) {
                        session.push(number);
                    }
                    wanted.occurrences.push(Occurrence { day: at, room: room_at, event, guid, people });
                }
            }
        }
        wanted
    }

    /// Whether nothing of a session is at the time of an event.
    fn has_room(&self, session: usize, event: &Event) -> bool {
        let of = self.sessions.get(session).into_iter().flatten();
        let others = of.filter_map(|at| self.occurrences.get(*at)).map(|occurrence| occurrence.event);
        let ends = |event: &Event| event.start + event.duration;
        others.into_iter().all(|other| ends(other) <= event.start || ends(event) <= other.start)
    }
}

/// What an event is, without when and where, and without what it is called by.
fn what(event: &Event) -> Event {
    Event {
        id: None,
        guid: None,
        source_id: None,
        slug: None,
        url: None,
        start: chrono::DateTime::default(),
        answers: vec![],
        persons: event.persons.iter().map(public).collect(),
        ..event.clone()
    }
}

/// Without answers, which are not the public's.
pub fn public(person: &Person) -> Person {
    Person { answers: vec![], ..person.clone() }
}

/// What an event is told from another by, from file to file, as [`slot_keys`] has it.
pub fn event_key(event: &Event, guid: Uuid) -> String {
    match (event.guid, &event.source_id, &event.id) {
        (Some(guid), ..) => format!("guid {guid}"),
        (None, Some(source), _) => format!("guid {source}"),
        (None, None, Some(id)) => format!("id {id}"),
        (None, None, None) => format!("guid {guid}"),
    }
}

/// What a slot is found by.
pub fn slot_keys(guid: Uuid, source_guid: &str, source_id: &str) -> impl Iterator<Item = String> {
    let source = Some(source_guid).filter(|source| !source.is_empty()).map(|source| format!("guid {source}"));
    let id = Some(source_id).filter(|id| !id.is_empty()).map(|id| format!("id {id}"));
    [Some(format!("guid {guid}")), source, id].into_iter().flatten()
}

/// What a speaker is told from another by: guid, else id, else code, else name.
pub fn person_key(person: &Person) -> String {
    match (person.guid, &person.id, &person.code) {
        (Some(guid), ..) => format!("guid {guid}"),
        (None, Some(id), _) => format!("id {id}"),
        (None, None, Some(code)) => format!("code {code}"),
        (None, None, None) => name_key(&person.name, ""),
    }
}

/// The last of them.
pub fn name_key(name: &str, organisation: &str) -> String {
    format!("name {} of {}", fold(name), fold(organisation))
}
