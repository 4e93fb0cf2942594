//! What organisers say of the plan as a whole: how much each kind of clash matters, how long it takes to change over and to
//! walk, which sessions must not be beside each other, where tracks are at home, when rooms are open. Whatever changes here
//! changes what is wrong with the draft, so whoever looks at it is told.

use crate::entity::programme::{self, DAY_CHANGE_MINUTES, GRID_MINUTES};
use crate::entity::{clash_severity, session, session_apart};
use crate::rules::clash::{Kind, Severity};
use crate::rules::plan::Span;
use crate::service::draft;
use crate::{Event, ProgrammeError};
use base::{Actor, Uuid};
use congress::entity::{room, room_time, room_walk, track, track_room};
use congress::service::congress::hold;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::event::changes;
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// What holds for the whole plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rules {
    /// Every kind, by its name.
    pub severities: BTreeMap<&'static str, &'static str>,
    pub changeover_minutes: i32,
    pub walk_minutes: i32,
    pub grid_minutes: i32,
    pub day_change_minutes: i32,
}

/// No longer than half a day.
const MOST_MINUTES: i32 = 12 * 60;

impl Rules {
    /// As they are now; until somebody says otherwise, as the house has them.
    pub async fn of(conn: &Conn, congress: Uuid) -> Result<Self, DbErr> {
        let row = programme::Entity::find().filter(programme::Column::CongressId.eq(congress)).one(conn).await?;
        let settings = crate::query::plan::settings(conn, congress, row.as_ref()).await?;
        Ok(Self {
            severities: Kind::ALL.into_iter().map(|kind| (kind.name(), settings.severity(kind).name())).collect(),
            changeover_minutes: settings.changeover,
            walk_minutes: settings.walk,
            grid_minutes: row.as_ref().map_or(GRID_MINUTES, |row| row.grid_minutes),
            day_change_minutes: row.as_ref().map_or(DAY_CHANGE_MINUTES, |row| row.day_change_minutes),
        })
    }

    fn check(&self) -> Result<(), ProgrammeError> {
        let sound = |minutes: i32| (0..=MOST_MINUTES).contains(&minutes);
        let all = [self.changeover_minutes, self.walk_minutes, self.day_change_minutes];
        if all.into_iter().all(sound) && (1..=60).contains(&self.grid_minutes) {
            Ok(())
        } else {
            Err(ProgrammeError::MinutesOdd)
        }
    }
}

/// Says what holds for the whole plan.
pub async fn set(store: &Store, actor: &Actor, congress: Uuid, new: Rules, seen: &Seen) -> Result<(), ProgrammeError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let old = Rules::of(&tx, congress).await?;
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    clash_severity::Entity::delete_many().filter(clash_severity::Column::CongressId.eq(congress)).exec(&*tx).await?;
    let named = new.severities.iter().filter_map(|(kind, said)| Some((Kind::named(kind)?, Severity::named(said)?)));
    let rows: Vec<_> = named
        .filter(|(kind, severity)| kind.default_severity() != *severity)
        .map(|(kind, severity)| clash_severity::ActiveModel {
            id: Set(tx.id()),
            congress_id: Set(congress),
            kind: Set(kind.name().to_owned()),
            severity: Set(severity.name().to_owned()),
        })
        .collect();
    if !rows.is_empty() {
        clash_severity::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
    }
    let row = draft::there(&tx, congress).await?;
    let update = programme::ActiveModel {
        changeover_minutes: Set(new.changeover_minutes),
        walk_minutes: Set(new.walk_minutes),
        grid_minutes: Set(new.grid_minutes),
        day_change_minutes: Set(new.day_change_minutes),
        ..Default::default()
    };
    programme::Entity::update_many().set(update).filter(programme::Column::Id.eq(row.id)).exec(&*tx).await?;
    let flat = |rules: &Rules| {
        let mut all: serde_json::Map<String, Value> =
            rules.severities.iter().map(|(k, s)| ((*k).into(), json!(s))).collect();
        all.insert("changeover_minutes".into(), json!(rules.changeover_minutes));
        all.insert("walk_minutes".into(), json!(rules.walk_minutes));
        all.insert("grid_minutes".into(), json!(rules.grid_minutes));
        all.insert("day_change_minutes".into(), json!(rules.day_change_minutes));
        Value::Object(all)
    };
    told(tx, actor, congress, "rules", changes(&flat(&old), &flat(&new))).await
}

/// Says how long it takes from one room to another, both ways; none: as everywhere.
pub async fn walk(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    rooms: (Uuid, Uuid),
    minutes: Option<i32>,
) -> Result<(), ProgrammeError> {
    if minutes.is_some_and(|minutes| !(0..=MOST_MINUTES).contains(&minutes)) {
        return Err(ProgrammeError::MinutesOdd);
    }
    let (a, b) = ordered(rooms);
    if a == b {
        return Err(ProgrammeError::PairOfOne);
    }
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let own = room::Column::CongressId.eq(congress);
    let rooms = room::Entity::find().filter(own).filter(room::Column::Id.is_in([a, b])).all(&*tx).await?;
    let [one, other] = rooms.as_slice() else { return Err(ProgrammeError::UnknownRoom) };
    let of = room_walk::Column::CongressId.eq(congress);
    let of = of.and(room_walk::Column::RoomId.eq(a)).and(room_walk::Column::OtherId.eq(b));
    let old = room_walk::Entity::find().filter(of.clone()).one(&*tx).await?.map(|row| row.minutes);
    if old == minutes {
        return Ok(tx.rollback().await?);
    }
    room_walk::Entity::delete_many().filter(of).exec(&*tx).await?;
    if let Some(minutes) = minutes {
        let id = tx.id();
        let row = room_walk::Model { id, congress_id: congress, room_id: a, other_id: b, minutes };
        room_walk::Entity::insert(room_walk::ActiveModel::from(row)).exec_without_returning(&*tx).await?;
    }
    let names = format!("{} – {}", one.name.de, other.name.de);
    told(tx, actor, congress, "walk", json!({ names: [old, minutes] })).await
}

/// Says that two sessions must not be at the same time, or that they may.
pub async fn apart(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    sessions: (Uuid, Uuid),
    wanted: bool,
) -> Result<(), ProgrammeError> {
    let (a, b) = ordered(sessions);
    if a == b {
        return Err(ProgrammeError::PairOfOne);
    }
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let own = session::Column::CongressId.eq(congress);
    let sessions = session::Entity::find().filter(own).filter(session::Column::Id.is_in([a, b])).all(&*tx).await?;
    let [one, other] = sessions.as_slice() else { return Err(ProgrammeError::UnknownSession) };
    let of = session_apart::Column::CongressId.eq(congress);
    let of = of.and(session_apart::Column::SessionId.eq(a)).and(session_apart::Column::OtherId.eq(b));
    let there = session_apart::Entity::find().filter(of.clone()).count(&*tx).await? > 0;
    if there == wanted {
        return Ok(tx.rollback().await?);
    }
    if wanted {
        let row = session_apart::Model { id: tx.id(), congress_id: congress, session_id: a, other_id: b };
        session_apart::Entity::insert(session_apart::ActiveModel::from(row)).exec_without_returning(&*tx).await?;
    } else {
        session_apart::Entity::delete_many().filter(of).exec(&*tx).await?;
    }
    let names = format!("{} – {}", one.title.de, other.title.de);
    told(tx, actor, congress, "apart", json!({ names: [there, wanted] })).await
}

/// Says where a track is at home. No room: anywhere.
pub async fn home(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    track: Uuid,
    rooms: &[Uuid],
) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let find = track::Entity::find().filter(track::Column::Id.eq(track));
    let row = find.filter(track::Column::CongressId.eq(congress)).one(&*tx).await?;
    let row = row.ok_or(ProgrammeError::UnknownSession)?;
    let there = congress::query::rooms(&tx, congress).await?;
    if rooms.iter().any(|id| there.iter().all(|room| room.id != *id)) {
        return Err(ProgrammeError::UnknownRoom);
    }
    let of = track_room::Column::TrackId.eq(track);
    let old: Vec<Uuid> =
        track_room::Entity::find().filter(of.clone()).all(&*tx).await?.into_iter().map(|row| row.room_id).collect();
    let names = |ids: &[Uuid]| -> Vec<&str> {
        there.iter().filter(|room| ids.contains(&room.id)).map(|room| room.name.de.as_str()).collect()
    };
    if there.iter().all(|room| old.contains(&room.id) == rooms.contains(&room.id)) {
        return Ok(tx.rollback().await?);
    }
    track_room::Entity::delete_many().filter(of).exec(&*tx).await?;
    let new: Vec<_> = there
        .iter()
        .filter(|room| rooms.contains(&room.id))
        .map(|room| track_room::ActiveModel { id: Set(tx.id()), track_id: Set(track), room_id: Set(room.id) })
        .collect();
    if !new.is_empty() {
        track_room::Entity::insert_many(new).exec_without_returning(&*tx).await?;
    }
    let changed = json!({ row.name.de.clone(): [names(&old), names(rooms)] });
    told(tx, actor, congress, "home", changed).await
}

/// The smaller id first.
fn ordered((a, b): (Uuid, Uuid)) -> (Uuid, Uuid) {
    if a <= b { (a, b) } else { (b, a) }
}

/// What the plan needs to know of a room.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoomRules {
    /// Several things may be there at once.
    pub several: bool,
    /// None: as the congress has it.
    pub changeover_minutes: Option<i32>,
    /// In their order. None at all: always.
    pub open: Vec<(base::Time, base::Time)>,
}

impl RoomRules {
    /// As they are now.
    pub async fn of(conn: &Conn, row: &room::Model) -> Result<Self, DbErr> {
        let find = room_time::Entity::find().filter(room_time::Column::RoomId.eq(row.id));
        let times = find.order_by_asc(room_time::Column::StartsAt).all(conn).await?;
        Ok(Self {
            several: row.several,
            changeover_minutes: row.changeover_minutes,
            open: times.into_iter().map(|time| (time.starts_at, time.ends_at)).collect(),
        })
    }
}

/// Says what the plan needs to know of a room.
pub async fn room(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    mut new: RoomRules,
    seen: &Seen,
) -> Result<(), ProgrammeError> {
    if new.changeover_minutes.is_some_and(|minutes| !(0..=MOST_MINUTES).contains(&minutes)) {
        return Err(ProgrammeError::MinutesOdd);
    }
    if new.open.iter().any(|(from, until)| from >= until) {
        return Err(ProgrammeError::EndsBeforeStart);
    }
    let spans: Vec<Span> = new.open.iter().map(|(from, until)| Span::new(*from, *until)).collect();
    new.open = crate::rules::plan::merged(&spans).into_iter().map(|span| (span.from, span.until)).collect();
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let find = room::Entity::find().filter(room::Column::Id.eq(id));
    let row = find.filter(room::Column::CongressId.eq(congress)).one(&*tx).await?;
    let row = row.ok_or(ProgrammeError::UnknownRoom)?;
    let old = RoomRules::of(&tx, &row).await?;
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    let update = room::ActiveModel {
        several: Set(new.several),
        changeover_minutes: Set(new.changeover_minutes),
        ..Default::default()
    };
    room::Entity::update_many().set(update).filter(room::Column::Id.eq(id)).exec(&*tx).await?;
    room_time::Entity::delete_many().filter(room_time::Column::RoomId.eq(id)).exec(&*tx).await?;
    let rows: Vec<_> = new
        .open
        .iter()
        .map(|(from, until)| room_time::ActiveModel {
            id: Set(tx.id()),
            room_id: Set(id),
            starts_at: Set(*from),
            ends_at: Set(*until),
        })
        .collect();
    if !rows.is_empty() {
        room_time::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
    }
    let flat = |rules: &RoomRules| {
        let open: Vec<_> = rules.open.iter().flat_map(|(from, until)| [from, until]).collect();
        json!({ "several": rules.several, "changeover_minutes": rules.changeover_minutes, "open": open })
    };
    let mut changed = changes(&flat(&old), &flat(&new));
    if let Value::Object(changed) = &mut changed {
        changed.insert("room".into(), json!([row.name.de, row.name.de]));
    }
    told(tx, actor, congress, "room", changed).await
}

async fn told(tx: Tx, actor: &Actor, congress: Uuid, part: &'static str, changed: Value) -> Result<(), ProgrammeError> {
    draft::raise(&tx, congress).await?;
    record(&tx, actor, Event::PlanRules { congress, part, changed }).await?;
    Ok(tx.commit().await?)
}
