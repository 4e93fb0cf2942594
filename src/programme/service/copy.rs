//! What of a programme the next edition of a congress takes along: its frame, never what takes place.

use crate::entity::{call, call_question, call_track, call_type, clash_severity, programme, session_type};
use base::{Time, Uuid};
use congress::entity::{track, track_room};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::collections::HashMap;
use store::{DbErr, Tx};

/// Which of the old ones became which.
#[derive(Clone, Debug, Default)]
pub struct Became {
    pub tracks: HashMap<Uuid, Uuid>,
    pub types: HashMap<Uuid, Uuid>,
}

/// Inserts rows, if there are any.
async fn insert<A>(tx: &Tx, rows: Vec<A>) -> Result<(), DbErr>
where
    A: ActiveModelTrait,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    if rows.is_empty() { Ok(()) } else { A::Entity::insert_many(rows).exec_without_returning(&**tx).await.map(|_| ()) }
}

/// Copies the tracks, with the rooms in which they are at home as far as those came along, the kinds of sessions, and what
/// counts when the programme is planned, in the caller's transaction. What another program said of them stays behind.
pub async fn frame(tx: &Tx, from: Uuid, to: Uuid, rooms: &HashMap<Uuid, Uuid>) -> Result<Became, DbErr> {
    let old = track::Entity::find().filter(track::Column::CongressId.eq(from)).all(&**tx).await?;
    let tracks: HashMap<Uuid, Uuid> = old.iter().map(|row| (row.id, tx.id())).collect();
    let copy = |row: track::Model| {
        let id = *tracks.get(&row.id)?;
        Some(track::ActiveModel::from(track::Model { id, congress_id: to, origin: None, ..row }).reset_all())
    };
    insert(tx, old.into_iter().filter_map(copy).collect()).await?;
    let homes = track_room::Column::TrackId.is_in(tracks.keys().copied());
    let homes = track_room::Entity::find().filter(homes).all(&**tx).await?.into_iter().filter_map(|row| {
        let (track_id, room_id) = (*tracks.get(&row.track_id)?, *rooms.get(&row.room_id)?);
        Some(track_room::ActiveModel::from(track_room::Model { id: tx.id(), track_id, room_id }).reset_all())
    });
    insert(tx, homes.collect()).await?;
    let old = session_type::Entity::find().filter(session_type::Column::CongressId.eq(from)).all(&**tx).await?;
    let types: HashMap<Uuid, Uuid> = old.iter().map(|row| (row.id, tx.id())).collect();
    let copy = |row: session_type::Model| {
        let id = *types.get(&row.id)?;
        Some(session_type::ActiveModel::from(session_type::Model { id, congress_id: to, ..row }).reset_all())
    };
    insert(tx, old.into_iter().filter_map(copy).collect()).await?;
    let old = clash_severity::Entity::find().filter(clash_severity::Column::CongressId.eq(from)).all(&**tx).await?;
    let copy = |row| clash_severity::Model { id: tx.id(), congress_id: to, ..row };
    let rows = old.into_iter().map(copy).map(|row| clash_severity::ActiveModel::from(row).reset_all());
    insert(tx, rows.collect()).await?;
    let old = programme::Entity::find().filter(programme::Column::CongressId.eq(from)).all(&**tx).await?;
    let copy = |row| programme::Model { id: tx.id(), congress_id: to, draft: 0, next_number: 1, origin: None, ..row };
    let rows = old.into_iter().map(copy).map(|row| programme::ActiveModel::from(row).reset_all());
    insert(tx, rows.collect()).await?;
    Ok(Became { tracks, types })
}

/// Copies the calls with their questions, in the caller's transaction; nobody's answers, and no links by which one hands in
/// late. Nobody sees them until somebody publishes them; opening and deadline move as `moved` says. What a call is for comes
/// along as far as that did.
pub async fn calls(tx: &Tx, from: Uuid, to: Uuid, became: &Became, moved: impl Fn(Time) -> Time) -> Result<(), DbErr> {
    let old = call::Entity::find().filter(call::Column::CongressId.eq(from)).all(&**tx).await?;
    let new: HashMap<Uuid, Uuid> = old.iter().map(|row| (row.id, tx.id())).collect();
    let now = tx.now();
    let copy = |row: call::Model| {
        let row = call::Model {
            id: *new.get(&row.id)?,
            congress_id: to,
            opens_at: row.opens_at.map(&moved),
            closes_at: row.closes_at.map(&moved),
            published: false,
            created_at: now,
            changed_at: now,
            ..row
        };
        Some(call::ActiveModel::from(row).reset_all())
    };
    insert(tx, old.into_iter().filter_map(copy).collect()).await?;
    let of = call_type::Column::CallId.is_in(new.keys().copied());
    let types = call_type::Entity::find().filter(of).all(&**tx).await?.into_iter().filter_map(|row| {
        let (call_id, type_id) = (*new.get(&row.call_id)?, *became.types.get(&row.type_id)?);
        Some(call_type::ActiveModel::from(call_type::Model { id: tx.id(), call_id, type_id, ..row }).reset_all())
    });
    insert(tx, types.collect()).await?;
    let of = call_track::Column::CallId.is_in(new.keys().copied());
    let tracks = call_track::Entity::find().filter(of).all(&**tx).await?.into_iter().filter_map(|row| {
        let (call_id, track_id) = (*new.get(&row.call_id)?, *became.tracks.get(&row.track_id)?);
        Some(call_track::ActiveModel::from(call_track::Model { id: tx.id(), call_id, track_id }).reset_all())
    });
    insert(tx, tracks.collect()).await?;
    let of = call_question::Column::CallId.is_in(new.keys().copied());
    let questions = call_question::Entity::find().filter(of).all(&**tx).await?.into_iter().filter_map(|row| {
        let row = call_question::Model { id: tx.id(), call_id: *new.get(&row.call_id)?, ..row };
        Some(call_question::ActiveModel::from(row).reset_all())
    });
    insert(tx, questions.collect()).await
}
