//! UUIDs for what has none, and marks that are unique in a file, as both schemas want them.

use crate::slug;
use crate::value::{Conference, Event, Schedule};
use chrono::Utc;
use std::collections::HashSet;
use uuid::Uuid;

/// The namespace of all UUIDs that are made here. Fixed for ever: what was exported once keeps its UUID.
pub const NAMESPACE: Uuid = uuid::uuid!("7d0d0c3a-5f6e-5b4c-9a51-3c7b1f0e2d64");

/// The UUIDv5 of a source id, that is of a guid that is no UUID.
pub fn of(source: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, source.as_bytes())
}

/// The UUID under which an event is exported: its guid, or the one of its source id; without either one made from the
/// congress's acronym and the event's id; without that from time and title.
pub fn event(conference: &Conference, event: &Event) -> Uuid {
    if let Some(guid) = event.guid {
        return guid;
    }
    if let Some(source) = &event.source_id {
        return of(source);
    }
    let congress = acronym(conference);
    match &event.id {
        Some(id) => of(&format!("{congress}/event/{id}")),
        None => of(&format!("{congress}/event/{}/{}", event.start.with_timezone(&Utc).to_rfc3339(), event.title)),
    }
}

/// The UUIDs under which all events are exported, in their order: each has one of its own.
pub fn all(schedule: &Schedule) -> Vec<Uuid> {
    marks(schedule).into_iter().map(|mark| mark.guid).collect()
}

/// The UUID of a room that has none.
pub fn room(conference: &Conference, name: &str) -> Uuid {
    of(&format!("{}/room/{name}", acronym(conference)))
}

/// The acronym, or one made from the title.
pub(crate) fn acronym(conference: &Conference) -> String {
    let given = conference.acronym.as_deref().map(str::to_lowercase).filter(|acronym| !acronym.is_empty());
    given.unwrap_or_else(|| slug::from(&conference.title))
}

/// What an event is called in a file, unique there.
pub(crate) struct Mark<'s> {
    pub(crate) guid: Uuid,
    pub(crate) id: u64,
    pub(crate) code: Option<&'s str>,
}

/// The marks of all events in their order. Who comes first keeps its id, guid and code; the next gets an id and guid
/// made from its guid and start, the same each time, and no code.
pub(crate) fn marks(schedule: &Schedule) -> Vec<Mark<'_>> {
    let mut ids: HashSet<u64> = HashSet::new();
    let mut guids = HashSet::new();
    let mut codes = HashSet::new();
    let natural: Vec<_> = schedule.events().map(|(_, _, event)| number(event).filter(|id| ids.insert(*id))).collect();
    let mut marks = Vec::with_capacity(natural.len());
    for ((_, _, event), natural) in schedule.events().zip(natural) {
        let mut guid = self::event(&schedule.conference, event);
        while !guids.insert(guid) {
            guid = of(&format!("{guid}/{}", event.start.with_timezone(&Utc).to_rfc3339()));
        }
        let id = natural.unwrap_or_else(|| {
            // Above all that systems count to, below what 32 bits with a sign hold.
            let mut id = (guid.as_u128() >> 98) as u64 | 0x4000_0000;
            while !ids.insert(id) {
                id += 1;
            }
            id
        });
        let code = event.code.as_deref().filter(|code| codes.insert(*code));
        marks.push(Mark { guid, id, code });
    }
    marks
}

/// An id as both schemas have it: a positive number, which JavaScript must hold too.
fn number(event: &Event) -> Option<u64> {
    event.id.as_ref()?.parse().ok().filter(|id| (1..=(1 << 53) - 1).contains(id))
}
