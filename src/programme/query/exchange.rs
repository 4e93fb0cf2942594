//! A programme as other programs read it, in a fixed number of statements whatever its size.

mod event;

use crate::ProgrammeError;
use crate::entity::{programme, release, released_slot, slot};
use crate::exchange::day::{Placed, days};
use crate::exchange::origin::{Layout, SlotOrigin, TrackOrigin, told};
use base::{Language, Time, Uuid};
use chrono::{NaiveTime, TimeDelta};
use chrono_tz::Tz;
use congress::entity::congress::Model as Congress;
use congress::entity::{room, track};
use event::{Around, Events};
use schedule::{Conference, Moment, Schedule};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use store::{Cell, Conn, DbErr, Row, Translated, packed, unpacked};

/// Which programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What the public sees.
    Newest,
    /// What staff work at.
    Draft,
}

/// A slot that goes out: when and where as the release or the draft has it, and what never changes of it.
#[derive(Deserialize)]
struct Shown {
    slot_id: Uuid,
    session_id: Option<Uuid>,
    /// Of a break.
    title: Translated,
    room_id: Option<Uuid>,
    starts_at: Time,
    ends_at: Time,
    number: i32,
    guid: Uuid,
    source_guid: String,
    source_id: String,
    origin: Option<SlotOrigin>,
}

/// What goes out, and what the file said that it came with.
struct Version {
    name: String,
    shown: Vec<Shown>,
    origin: Option<Layout>,
}

/// What the programme says beside that.
#[derive(FromQueryResult)]
struct Frame {
    day_change_minutes: i32,
    grid_minutes: i32,
}

/// The newest release or the draft of a congress, for [`schedule::write_xml`] and [`schedule::write_json`].
/// `site`: the public address, without a slash at its end, at which sessions, speakers and pictures of our own are found.
pub async fn schedule(conn: &Conn, congress: &Congress, which: Which, site: &str) -> Result<Schedule, ProgrammeError> {
    schedule_on(conn, conn, congress, which, site).await
}

/// The same on two connections that see the same, of which each reads a half: it is mostly waiting for the database.
pub async fn schedule_on(
    conn: &Conn,
    other: &Conn,
    congress: &Congress,
    which: Which,
    site: &str,
) -> Result<Schedule, ProgrammeError> {
    let frame = async {
        let programme = programme::Entity::find()
            .select_only()
            .columns([programme::Column::DayChangeMinutes, programme::Column::GridMinutes])
            .filter(programme::Column::CongressId.eq(congress.id))
            .into_model::<Frame>()
            .one(conn)
            .await?;
        let version = match which {
            Which::Newest => released(conn, congress.id).await?.ok_or(ProgrammeError::NotReleased)?,
            Which::Draft => draft(conn, congress.id).await?,
        };
        let rooms = congress::query::rooms(conn, congress.id).await?;
        let tracks = of_congress(conn, congress.id).await?;
        let around = Around::load(conn, congress, site).await?;
        Ok::<_, ProgrammeError>((programme, version, rooms, tracks, around))
    };
    let sessions = async { Ok(event::sessions(other, congress.id).await?) };
    let ((programme, version, rooms, tracks, around), sessions) = tokio::try_join!(frame, sessions)?;
    let from_file = version.origin.is_some();
    let layout = version.origin.unwrap_or_default();
    let zone: Tz = congress::rules::check_zone(&congress.zone)?;
    let zone = layout.conference.zone.unwrap_or(zone);
    let night = i64::from(programme.as_ref().map_or(0, |programme| programme.day_change_minutes));
    let mut events = Events::new(sessions, around, (congress, site), &tracks);
    let mut shown = version.shown;
    let used: HashSet<Uuid> = shown.iter().filter_map(|shown| events.track(shown)).collect();
    let used_tracks: Vec<&track::Model> = ordered(&tracks, &layout.tracks, &used, |row| row.id);
    let mut left: HashMap<Uuid, usize> = HashMap::new();
    for session in shown.iter().filter_map(|shown| shown.session_id) {
        *left.entry(session).or_default() += 1;
    }
    let position: HashMap<Uuid, i32> = rooms.iter().map(|room| (room.id, room.position)).collect();
    shown.sort_by_key(|shown| (shown.room_id.and_then(|room| position.get(&room)), shown.starts_at, shown.slot_id));
    let placed: Vec<Placed> =
        shown.iter().map(|s| Placed { slot: s.slot_id, room: s.room_id, starts_at: s.starts_at }).collect();
    let by_id: HashMap<Uuid, &room::Model> = rooms.iter().map(|room| (room.id, room)).collect();
    let mut out = Schedule {
        version: version.name,
        base_url: layout.base_url.clone(),
        url: layout.url.clone(),
        generator: layout.generator.clone(),
        conference: conference(congress, &layout, zone, programme.as_ref(), from_file),
        ..Schedule::default()
    };
    for day in days(&layout, zone, TimeDelta::minutes(night), &placed) {
        let mut rooms = Vec::with_capacity(day.rooms.len());
        for room in day.rooms {
            let row = room.room.and_then(|id| by_id.get(&id)).copied();
            let mut there = schedule::DayRoom {
                name: row.map(room_name),
                guid: room.guid,
                slug: room.slug,
                events: Vec::with_capacity(room.slots.len()),
            };
            for (at, start) in room.slots {
                if let Some(shown) = shown.get(at) {
                    let left = shown.session_id.and_then(|id| left.get_mut(&id));
                    let last = left.is_none_or(|left| {
                        *left = left.saturating_sub(1);
                        *left == 0
                    });
                    there.events.extend(events.event(shown, start, last));
                }
            }
            rooms.push(there);
        }
        out.days.push(schedule::Day { index: day.index, date: day.date, start: day.start, end: day.end, rooms });
    }
    let used: HashSet<Uuid> = shown.iter().filter_map(|shown| shown.room_id).collect();
    for row in ordered(&rooms, &layout.rooms, &used, |row| row.id) {
        out.rooms.push(told_room(row)?);
    }
    for row in used_tracks {
        out.tracks.push(told_track(row)?);
    }
    Ok(out)
}

/// Those that the file has, in its order; then those that something is in, in ours.
fn ordered<'r, M>(rows: &'r [M], file: &[Uuid], used: &HashSet<Uuid>, id: fn(&M) -> Uuid) -> Vec<&'r M> {
    let by_id: HashMap<Uuid, &M> = rows.iter().map(|row| (id(row), row)).collect();
    let mut all: Vec<&M> = file.iter().filter_map(|id| by_id.get(id)).copied().collect();
    let known: HashSet<&Uuid> = file.iter().collect();
    all.extend(rows.iter().filter(|row| used.contains(&id(row)) && !known.contains(&id(row))));
    all
}

fn room_name(row: &room::Model) -> String {
    row.name.in_language(Language::De).to_owned()
}

fn told_room(row: &room::Model) -> Result<schedule::Room, DbErr> {
    let said: schedule::Room = told(row.origin.as_ref())?;
    let slug = if row.origin.is_some() { said.slug.clone() } else { Some(row.slug.clone()) };
    let capacity = row.seats.and_then(|seats| u32::try_from(seats).ok()).or(said.capacity);
    Ok(schedule::Room { name: room_name(row), guid: row.guid, slug, capacity, ..said })
}

fn told_track(row: &track::Model) -> Result<schedule::Track, DbErr> {
    let said: TrackOrigin = told(row.origin.as_ref())?;
    let slug = if row.origin.is_some() { said.slug } else { Some(row.slug.clone()) };
    // As the file has it, unless another was chosen since.
    let colour = Some(row.colour.clone()).filter(|colour| !colour.is_empty());
    let same = said.color.as_ref().is_some_and(|said| colour.as_ref().is_none_or(|c| c.eq_ignore_ascii_case(said)));
    let color = if same { said.color } else { colour };
    Ok(schedule::Track { name: row.name.in_language(Language::De).to_owned(), slug, color })
}

/// The congress as the file has it that was taken in; one of our own as we have it.
fn conference(
    congress: &Congress,
    layout: &Layout,
    zone: Tz,
    programme: Option<&Frame>,
    from_file: bool,
) -> Conference {
    if from_file {
        return layout.conference.clone();
    }
    let day = |time: Time| Some(Moment::Day(time.with_timezone(&zone).date_naive()));
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let minutes = programme.map_or(0, |programme| programme.day_change_minutes);
    let night = u32::try_from(minutes).ok().and_then(|m| NaiveTime::from_num_seconds_from_midnight_opt(m * 60, 0));
    Conference {
        title: congress.name.in_language(Language::De).to_owned(),
        acronym: Some(congress.slug.clone()),
        venue: text(&congress.venue_name),
        city: text(&congress.venue_town),
        start: day(congress.starts_at),
        end: day(congress.ends_at),
        day_change: night,
        timeslot: programme.map(|programme| TimeDelta::minutes(i64::from(programme.grid_minutes))),
        zone: Some(zone),
        ..Conference::default()
    }
}

/// What a slot has in every release, behind when and where it is.
fn of_slot(row: Row) -> Row {
    use slot::Column as C;
    row.with(Cell::Number, [C::Number])
        .with(Cell::Id, [C::Guid])
        .with(Cell::Text, [C::SourceGuid, C::SourceId])
        .with(Cell::Json, [C::Origin])
}

/// A release, and how the file lays it out that it came with.
#[derive(FromQueryResult)]
struct Newest {
    id: Uuid,
    number: i32,
    name: String,
    origin: Option<Layout>,
}

async fn released(conn: &Conn, congress: Uuid) -> Result<Option<Version>, DbErr> {
    let newest = release::Entity::find()
        .select_only()
        .columns([release::Column::Id, release::Column::Number, release::Column::Name, release::Column::Origin])
        .filter(release::Column::CongressId.eq(congress))
        .order_by_desc(release::Column::Number)
        .limit(1)
        .into_model::<Newest>()
        .one(conn)
        .await?;
    let Some(release) = newest else { return Ok(None) };
    use released_slot::Column as C;
    let rows = released_slot::Entity::find()
        .select_only()
        .join(
            JoinType::InnerJoin,
            released_slot::Entity::belongs_to(slot::Entity).from(C::SlotId).to(slot::Column::Id).into(),
        )
        .filter(C::ReleaseId.eq(release.id))
        .into_query();
    let row = Row::default()
        .with(Cell::Id, [C::SlotId, C::SessionId])
        .with(Cell::Json, [C::Title])
        .with(Cell::Id, [C::RoomId])
        .with(Cell::Text, [C::StartsAt, C::EndsAt]);
    let shown = unpacked(&packed(conn, rows, &of_slot(row)).await?)?;
    // A file without a version has none when it goes out either.
    let unnamed = release.origin.as_ref().is_some_and(|layout| layout.version.trim().is_empty());
    let name = if unnamed && release.name == release.number.to_string() { String::new() } else { release.name };
    Ok(Some(Version { name, shown, origin: release.origin }))
}

async fn draft(conn: &Conn, congress: Uuid) -> Result<Version, DbErr> {
    use slot::Column as C;
    let rows = slot::Entity::find()
        .select_only()
        .filter(C::CongressId.eq(congress))
        .filter(C::Kind.ne(slot::Kind::Blocker))
        .filter(C::RemovedAt.is_null())
        // What is parked has no time.
        .filter(C::StartsAt.is_not_null())
        .filter(C::EndsAt.is_not_null())
        .into_query();
    let row = Row::default()
        .with(Cell::Id, [C::Id, C::SessionId])
        .with(Cell::Json, [C::Title])
        .with(Cell::Id, [C::RoomId])
        .with(Cell::Text, [C::StartsAt, C::EndsAt]);
    let shown = unpacked(&packed(conn, rows, &of_slot(row)).await?)?;
    let find = programme::Entity::find().filter(programme::Column::CongressId.eq(congress));
    let origin: Option<Option<Layout>> =
        find.select_only().column(programme::Column::Origin).into_tuple().one(conn).await?;
    let origin = origin.flatten();
    let name = origin.as_ref().map(|layout| layout.version.clone()).unwrap_or_default();
    Ok(Version { name, shown, origin })
}

async fn of_congress(conn: &Conn, congress: Uuid) -> Result<Vec<track::Model>, DbErr> {
    track::Entity::find()
        .filter(track::Column::CongressId.eq(congress))
        .order_by_asc(track::Column::Position)
        .all(conn)
        .await
}
