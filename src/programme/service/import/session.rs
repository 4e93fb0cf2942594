//! Sessions and their slots.

use super::frame::Named;
use super::people::{People, code_of};
use super::write::Work;
use crate::entity::{session, session_link, session_speaker, slot};
use crate::exchange::markup::{self, language};
use crate::exchange::origin::{SessionOrigin, SlotOrigin, kept};
use crate::exchange::pair::{Sought, pair};
use crate::exchange::wanted::{Occurrence, Wanted, event_key, public, slot_keys};
use base::name::fold;
use base::{Text, Uuid};
use congress::rules::slug_from;
use schedule::{Event, Link, Schedule};
use std::collections::{HashMap, HashSet};
use store::{DbErr, Translated};

/// Rows that the file's names stand for.
pub(super) struct Known<'k> {
    pub(super) rooms: &'k Named,
    pub(super) tracks: &'k Named,
    pub(super) kinds: &'k Named,
    pub(super) people: &'k People,
}

/// The slots of all occurrences, in their order. A session is the one whose slots it had before.
pub(super) fn sessions(
    work: &mut Work,
    schedule: &Schedule,
    wanted: &Wanted,
    known: &Known,
) -> Result<Vec<Uuid>, DbErr> {
    let found = found(work, wanted);
    let there = work.there;
    let mut codes: HashSet<String> = there.sessions.iter().map(|row| row.code.clone()).collect();
    let mut marks = Marks::new(work, wanted, &found);
    let rows: HashMap<Uuid, &session::Model> = there.sessions.iter().map(|row| (row.id, row)).collect();
    let mut taken: HashSet<Uuid> = HashSet::new();
    let mut slots: Vec<Uuid> = vec![Uuid::nil(); wanted.occurrences.len()];
    for group in &wanted.sessions {
        let mut had = group.iter().filter_map(|at| found.get(*at).copied().flatten()?.session_id);
        let old = had.find(|id| !taken.contains(id)).and_then(|id| rows.get(&id)).copied();
        let Some(first) = group.first().and_then(|at| wanted.occurrences.get(*at)) else { continue };
        let session = one(work, wanted, first, known, old, &mut codes)?;
        taken.insert(session);
        for at in group {
            let Some(occurrence) = wanted.occurrences.get(*at) else { continue };
            let old = found.get(*at).copied().flatten();
            let room = schedule.days.get(occurrence.day).and_then(|day| day.rooms.get(occurrence.room));
            let room = room.and_then(|room| known.rooms.of.get(room.name.as_ref()?)).copied();
            let slot = place(work, occurrence, (session, room), old, &mut marks)?;
            if let Some(place) = slots.get_mut(*at) {
                *place = slot;
            }
        }
    }
    // What the file does not speak of any more.
    let kept: HashSet<Uuid> = found.iter().flatten().map(|slot| slot.id).collect();
    let now = work.tx.now();
    let before: HashSet<Uuid> = there.live().filter_map(|slot| slot.session_id).collect();
    for gone in there.live().filter(|slot| !kept.contains(&slot.id)) {
        let version = gone.version.saturating_add(1);
        work.slots.write.push(slot::Model { removed_at: Some(now), changed_at: now, version, ..gone.clone() });
        work.slots.count.removed += 1;
    }
    work.sessions.count.removed = before.iter().filter(|id| !taken.contains(id)).count();
    Ok(slots)
}

/// For each occurrence the slot that it was before: by its mark, and of several rather the one at the same time.
fn found<'t>(work: &Work<'t>, wanted: &Wanted) -> Vec<Option<&'t slot::Model>> {
    let there = work.there;
    let keys =
        there.slots.iter().enumerate().filter(|(_, slot)| slot.kind == slot::Kind::Session).flat_map(|(at, slot)| {
            slot_keys(slot.guid, &slot.source_guid, &slot.source_id).map(move |key| (key, at, slot.starts_at))
        });
    let sought: Vec<_> = wanted
        .occurrences
        .iter()
        .map(|o| Sought { key: event_key(o.event, o.guid), preferred: Some(o.event.start.to_utc()) })
        .collect();
    pair(&sought, keys).into_iter().map(|at| there.slots.get(at?)).collect()
}

/// Guids and numbers: made once, and no other has them.
struct Marks {
    guids: HashSet<Uuid>,
    numbers: HashSet<i32>,
    /// Numbers that events of the file have as their ids: left to them.
    reserved: HashSet<i32>,
}

impl Marks {
    fn new(work: &Work, wanted: &Wanted, found: &[Option<&slot::Model>]) -> Self {
        let fresh = wanted.occurrences.iter().zip(found).filter(|(_, found)| found.is_none());
        Self {
            guids: work.there.slots.iter().map(|slot| slot.guid).collect(),
            numbers: work.there.slots.iter().map(|slot| slot.number).collect(),
            reserved: fresh.filter_map(|(occurrence, _)| number(occurrence.event)).collect(),
        }
    }

    fn guid(&mut self, mut guid: Uuid, event: &Event) -> Uuid {
        while !self.guids.insert(guid) {
            guid = schedule::guid::of(&format!("{guid}/{}", event.start.to_utc().to_rfc3339()));
        }
        guid
    }

    fn number(&mut self, event: &Event, next: &mut i32) -> i32 {
        if let Some(number) = number(event)
            && self.numbers.insert(number)
        {
            return number;
        }
        while self.reserved.contains(next) || !self.numbers.insert(*next) {
            *next = next.checked_add(1).unwrap_or(1);
        }
        let number = *next;
        *next = next.checked_add(1).unwrap_or(1);
        number
    }
}

/// An id that can be a number of ours.
fn number(event: &Event) -> Option<i32> {
    event.id.as_ref()?.parse().ok().filter(|number| *number > 0)
}

fn place(
    work: &mut Work,
    occurrence: &Occurrence,
    (session, room): (Uuid, Option<Uuid>),
    old: Option<&slot::Model>,
    marks: &mut Marks,
) -> Result<Uuid, DbErr> {
    let event = occurrence.event;
    let origin = kept(&SlotOrigin { slug: event.slug.clone(), url: event.url.clone() })?;
    let guid = old.map_or_else(|| marks.guid(occurrence.guid, event), |old| old.guid);
    let other = event.guid.filter(|other| *other != guid).map(|other| other.to_string());
    let source_guid = other.or_else(|| event.source_id.clone());
    let source_id = event.id.clone().unwrap_or_default();
    let (starts_at, ends_at) = (Some(event.start.to_utc()), Some(event.end().to_utc()));
    let now = work.tx.now();
    let new = match old {
        Some(old) => slot::Model {
            session_id: Some(session),
            room_id: room,
            starts_at,
            ends_at,
            source_guid: source_guid.unwrap_or_else(|| old.source_guid.clone()),
            source_id,
            origin,
            removed_at: None,
            ..old.clone()
        },
        None => slot::Model {
            id: work.tx.id(),
            congress_id: work.congress,
            kind: slot::Kind::Session,
            session_id: Some(session),
            title: Translated::default(),
            room_id: room,
            starts_at,
            ends_at,
            guid,
            number: marks.number(event, &mut work.next_number),
            source_guid: source_guid.unwrap_or_default(),
            source_id,
            origin,
            removed_at: None,
            pinned: false,
            version: 1,
            created_at: now,
            changed_at: now,
        },
    };
    let id = new.id;
    let back = old.is_some_and(|old| old.removed_at.is_some());
    work.slots.put(old, new, |row| {
        row.changed_at = now;
        row.version = row.version.saturating_add(1);
    });
    if back {
        // It is new to the draft.
        work.slots.count.changed -= 1;
        work.slots.count.added += 1;
    }
    Ok(id)
}

/// A session as the first of its occurrences has it.
fn one(
    work: &mut Work,
    wanted: &Wanted,
    first: &Occurrence,
    known: &Known,
    old: Option<&session::Model>,
    codes: &mut HashSet<String>,
) -> Result<Uuid, DbErr> {
    let event = first.event;
    let new = row(work, event, known, old, codes)?;
    let (id, now) = (new.id, work.tx.now());
    let links: Vec<session_link::Model> = links(work, id, event);
    let parts = parts(work, id, first, known.people, wanted)?;
    let there = work.there;
    let relinked = there.links.get(&id).map(Vec::as_slice).unwrap_or_default();
    let relinked = relinked.len() != links.len()
        || relinked.iter().zip(&links).any(|(old, new)| session_link::Model { id: old.id, ..new.clone() } != *old);
    let restaffed = there.parts.get(&id).map(Vec::as_slice).unwrap_or_default();
    let restaffed = restaffed.len() != parts.len()
        || restaffed.iter().zip(&parts).any(|(old, new)| session_speaker::Model { id: old.id, ..new.clone() } != *old);
    if relinked {
        work.links.extend(links);
        work.relinked.push(id);
    }
    if restaffed {
        work.parts.extend(parts);
        work.restaffed.push(id);
    }
    if (relinked || restaffed) && old.is_some_and(|old| *old == new) {
        work.sessions.count.changed += 1;
        work.sessions.write.push(session::Model { changed_at: now, ..new });
    } else {
        work.sessions.put(old, new, |row| row.changed_at = now);
    }
    Ok(id)
}

fn row(
    work: &Work,
    event: &Event,
    known: &Known,
    old: Option<&session::Model>,
    codes: &mut HashSet<String>,
) -> Result<session::Model, DbErr> {
    let said = event.language.as_deref().unwrap_or_default();
    let text = |old: Option<&Translated>, new: Option<&str>| translated(old, new.unwrap_or_default(), said);
    let title = text(old.map(|old| &old.title), Some(&event.title));
    let words = [event.title.as_str(), event.subtitle.as_deref().unwrap_or_default()];
    let now = work.tx.now();
    Ok(session::Model {
        id: old.map_or_else(|| work.tx.id(), |old| old.id),
        congress_id: work.congress,
        code: old.map_or_else(|| code_of(work, event.code.as_deref(), codes), |old| old.code.clone()),
        slug: old.map_or_else(|| slug_from(&event.title), |old| old.slug.clone()),
        type_id: event.kind.as_ref().and_then(|kind| known.kinds.of.get(kind)).copied(),
        track_id: event.track.as_ref().and_then(|track| known.tracks.of.get(track)).copied(),
        title,
        subtitle: text(old.map(|old| &old.subtitle), event.subtitle.as_deref()),
        abstract_text: text(old.map(|old| &old.abstract_text), event.abstract_text.as_deref()),
        description: text(old.map(|old| &old.description), event.description.as_deref()),
        markup: markup::of(&[event.abstract_text.as_deref(), event.description.as_deref()]),
        language: said.to_owned(),
        minutes: i32::try_from(event.duration.num_minutes()).ok(),
        // A file that says nothing takes nothing away.
        do_not_record: event.recording.optout.unwrap_or(old.is_some_and(|old| old.do_not_record)),
        seats: old.and_then(|old| old.seats),
        // A schedule names what takes place: what is new with it needs nobody to confirm it.
        confirmed_at: old.map_or(Some(now), |old| old.confirmed_at),
        cancelled_at: old.and_then(|old| old.cancelled_at),
        turns: old.map_or(0, |old| old.turns),
        origin: kept(&SessionOrigin {
            code: event.code.clone(),
            logo: event.logo.clone(),
            feedback_url: event.feedback_url.clone(),
            origin_url: event.origin_url.clone(),
            video_download_url: event.video_download_url.clone(),
            recording: event.recording.clone(),
        })?,
        search: fold(&words.join(" ")),
        created_at: old.map_or(now, |old| old.created_at),
        changed_at: old.map_or(now, |old| old.changed_at),
    })
}

/// A text of the file: in its language, or in both where that is another or not said. Translations of what stays the same
/// stay.
fn translated(old: Option<&Translated>, new: &str, said: &str) -> Translated {
    if let Some(old) = old
        && old.in_language(language(said)) == new
    {
        return old.clone();
    }
    match said.get(..2).map(str::to_lowercase).as_deref() {
        Some("de") => Text { de: new.to_owned(), ..Text::default() }.into(),
        Some("en") => Text { en: new.to_owned(), ..Text::default() }.into(),
        _ => Text::same(new).into(),
    }
}

fn links(work: &Work, session: Uuid, event: &Event) -> Vec<session_link::Model> {
    let row = |kind, (link, position): (&Link, i32)| session_link::Model {
        id: work.tx.id(),
        session_id: session,
        kind,
        url: link.url.clone(),
        title: link.title.clone().unwrap_or_default(),
        purpose: link.kind.clone().unwrap_or_default(),
        service: link.service.clone().unwrap_or_default(),
        position,
    };
    // As the database sorts them: attachments first.
    let attachments = event.attachments.iter().zip(1..).map(|link| row(session_link::Kind::Attachment, link));
    attachments.chain(event.links.iter().zip(1..).map(|link| row(session_link::Kind::Link, link))).collect()
}

/// Who speaks, and what the file says of them here that it does not say where it first names them.
fn parts(
    work: &Work,
    session: Uuid,
    occurrence: &Occurrence,
    people: &People,
    wanted: &Wanted,
) -> Result<Vec<session_speaker::Model>, DbErr> {
    let mut rows = Vec::with_capacity(occurrence.people.len());
    for ((at, person), position) in occurrence.people.iter().zip(&occurrence.event.persons).zip(1..) {
        let (Some(speaker), Some(first)) = (people.ids.get(*at), wanted.people.get(*at)) else { continue };
        let here = public(person);
        let origin = if public(first) == here { None } else { kept(&here)? };
        rows.push(session_speaker::Model {
            id: work.tx.id(),
            session_id: session,
            speaker_id: *speaker,
            position,
            origin,
        });
    }
    Ok(rows)
}
