//! Taking in a schedule of another program: all of it or nothing, and again whenever there is a newer one.
//!
//! What a file spoke of before and does not any more leaves the draft, and so the next release; its rows stay, and older
//! releases with them. What was added by hand stays in the draft; what a file speaks of is as the file has it, so that what
//! was moved by hand moves back.

mod create;
mod frame;
mod people;
mod session;
mod there;
mod write;

pub use create::{NewCongress, file};
pub use write::Count;

use crate::exchange::origin::{LaidDay, LaidRoom, Layout, kept, told};
use crate::exchange::wanted::Wanted;
use crate::service::release::{NewRelease, release_in};
use crate::{Event, ProgrammeError};
use base::{Actor, Uuid};
use chrono::Timelike;
use schedule::{Notice, Schedule};
use sea_orm::EntityTrait;
use store::{DbErr, Store, Tx, record};
use there::There;
use write::{Work, upsert};

/// How a file is taken in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// It is not released.
    pub draft: bool,
    /// Nothing is changed.
    pub dry_run: bool,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub sessions: Count,
    pub slots: Count,
    pub speakers: Count,
    pub rooms: Count,
    pub tracks: Count,
    /// A congress was made for it.
    pub created: bool,
    /// The release that was made.
    pub release: Option<String>,
    /// What could not be understood of the file.
    pub notices: Vec<Notice>,
}

impl Report {
    /// Nothing differs from what was known.
    pub fn is_unchanged(&self) -> bool {
        let counts = [self.sessions, self.slots, self.speakers, self.rooms, self.tracks];
        counts.iter().all(Count::is_unchanged) && self.release.is_none() && !self.created
    }
}

/// Takes a schedule into a congress, in one transaction. Two at once do so one after the other. What a file does not speak of
/// any more is removed; but if it speaks of nothing at all, or `notices` say that events of it were left out, what is missing
/// may be what could not be read, and nothing is removed for that ([`ProgrammeError::NotWhole`]).
pub async fn import(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    schedule: &Schedule,
    notices: &[Notice],
    options: Options,
) -> Result<Report, ProgrammeError> {
    let tx = store.begin().await?;
    let report = Box::pin(import_in(&tx, actor, congress, schedule, options.draft)).await?;
    let is_whole = schedule.events().next().is_some() && !notices.iter().any(|notice| notice.reason.leaves_out_event());
    if !is_whole && report.slots.removed > 0 {
        tx.rollback().await?;
        return Err(ProgrammeError::NotWhole(notices.to_vec()));
    }
    if options.dry_run {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(report)
}

async fn import_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    schedule: &Schedule,
    draft: bool,
) -> Result<Report, ProgrammeError> {
    congress::service::congress::hold(tx, congress).await?;
    let there = There::load(tx, congress).await?;
    let wanted = Wanted::of(schedule);
    let mut work = Work::new(tx, congress, &there);
    let rooms = frame::rooms(&mut work, schedule)?;
    let tracks = frame::tracks(&mut work, schedule)?;
    let kinds = frame::kinds(&mut work, &wanted);
    let people = people::people(&mut work, &wanted)?;
    let known = session::Known { rooms: &rooms, tracks: &tracks, kinds: &kinds, people: &people };
    let slots = session::sessions(&mut work, schedule, &wanted, &known)?;
    let layout = layout(schedule, &wanted, (&rooms, &tracks), &slots);
    let before: Layout = told(there.programme.as_ref().and_then(|programme| programme.origin.as_ref()))?;
    let night = schedule.conference.day_change.map(|time| time.num_seconds_from_midnight() / 60);
    let different = work.programme(kept(&layout)?, night.and_then(|night| i32::try_from(night).ok()));
    let mut report = work.report(&people, (rooms.order.as_slice(), tracks.order.as_slice()), &before);
    write(tx, work).await?;
    let version = schedule.version.trim();
    if !draft {
        let new = NewRelease { name: version.to_owned(), ..NewRelease::default() };
        let (release, fresh) = Box::pin(release_in(tx, actor, congress, &new, 0)).await?;
        report.release = fresh.then_some(release.name);
    }
    if different || report.release.is_some() {
        congress::service::congress::raise_revision(tx, congress).await?;
    }
    let version = version.to_owned();
    let event = if different || report.release.is_some() {
        let Count { added, changed, removed, .. } = report.slots;
        Event::Imported { congress, version, added, changed, removed, draft }
    } else {
        Event::ImportedUnchanged { congress, version }
    };
    record(tx, actor, event).await?;
    Ok(report)
}

/// How the file lays out its days, by our rows.
fn layout(
    schedule: &Schedule,
    wanted: &Wanted,
    (rooms, tracks): (&frame::Named, &frame::Named),
    slots: &[Uuid],
) -> Layout {
    let mut occurrences = wanted.occurrences.iter().zip(slots).peekable();
    let days = schedule.days.iter().enumerate().map(|(day_at, day)| {
        let rooms = day.rooms.iter().enumerate().map(|(room_at, room)| {
            let mut laid = LaidRoom {
                room: room.name.as_ref().and_then(|name| rooms.of.get(name)).copied(),
                guid: room.guid,
                slug: room.slug.clone(),
                slots: Vec::with_capacity(room.events.len()),
            };
            while let Some((occurrence, slot)) = occurrences.next_if(|(o, _)| (o.day, o.room) == (day_at, room_at)) {
                laid.slots.push((*slot, occurrence.event.start));
            }
            laid
        });
        LaidDay { index: day.index, date: day.date, start: day.start, end: day.end, rooms: rooms.collect() }
    });
    Layout {
        days: days.collect(),
        version: schedule.version.clone(),
        base_url: schedule.base_url.clone(),
        url: schedule.url.clone(),
        generator: schedule.generator.clone(),
        conference: schedule.conference.clone(),
        tracks: tracks.order.clone(),
        rooms: rooms.order.clone(),
    }
}

/// Writes what differs, in the order in which rows refer to one another.
async fn write(tx: &Tx, work: Work<'_>) -> Result<(), DbErr> {
    use crate::entity::{session_link, session_speaker};
    use sea_orm::{ColumnTrait, QueryFilter};
    upsert::<congress::entity::room::Entity>(tx, work.rooms.write).await?;
    upsert::<congress::entity::track::Entity>(tx, work.tracks.write).await?;
    upsert::<crate::entity::session_type::Entity>(tx, work.kinds.write).await?;
    upsert::<crate::entity::speaker::Entity>(tx, work.speakers.write).await?;
    upsert::<crate::entity::session::Entity>(tx, work.sessions.write).await?;
    for part in work.relinked.chunks(write::CHUNK) {
        let of = session_link::Column::SessionId.is_in(part.iter().copied());
        session_link::Entity::delete_many().filter(of).exec(&**tx).await?;
    }
    for part in work.restaffed.chunks(write::CHUNK) {
        let of = session_speaker::Column::SessionId.is_in(part.iter().copied());
        session_speaker::Entity::delete_many().filter(of).exec(&**tx).await?;
    }
    upsert::<session_link::Entity>(tx, work.links).await?;
    upsert::<session_speaker::Entity>(tx, work.parts).await?;
    upsert::<crate::entity::slot::Entity>(tx, work.slots.write).await?;
    upsert::<crate::entity::programme::Entity>(tx, work.programme.into_iter().collect()).await
}
