//! Releasing the draft: what the public sees is always a release, never the draft.

use crate::entity::{programme, release, released_slot, session, slot};
use crate::{Event, ProgrammeError, query};
use base::{Actor, Text, Uuid, secret};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashSet;
use std::fmt::Write;
use store::{DbErr, Store, Tx, record};

/// So many rows a statement.
const CHUNK: usize = 1_000;

/// Releases the draft of a congress under a name; an empty one is its number. The same draft twice, or by two at once,
/// makes one release: the answer is then the one that is there.
pub async fn release(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    name: &str,
    note: Text,
) -> Result<release::Model, ProgrammeError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let (row, fresh) = release_in(&tx, actor, congress, name, note).await?;
    if fresh {
        congress::service::congress::raise_revision(&tx, congress).await?;
    }
    tx.commit().await?;
    Ok(row)
}

/// The same in a transaction that holds the congress; says whether there was anything to release.
pub(super) async fn release_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    name: &str,
    note: Text,
) -> Result<(release::Model, bool), ProgrammeError> {
    let slots = draft(tx, congress).await?;
    let origin = programme::Entity::find().filter(programme::Column::CongressId.eq(congress)).one(&**tx).await?;
    let origin = origin.and_then(|programme| programme.origin);
    let digest = digest(&slots, origin.as_ref());
    let newest = query::newest(tx, congress).await?;
    let number = match newest {
        Some(newest) if newest.digest == digest => return Ok((newest, false)),
        Some(newest) => newest.number.saturating_add(1),
        None => 1,
    };
    let name = if name.trim().is_empty() { number.to_string() } else { name.trim().to_owned() };
    let row = release::Model {
        id: tx.id(),
        congress_id: congress,
        number,
        name: name.clone(),
        note: note.into(),
        digest,
        origin,
        made_by: actor.name.clone(),
        made_at: tx.now(),
    };
    release::Entity::insert(release::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await?;
    for part in slots.chunks(CHUNK) {
        let rows = part.iter().map(|(slot, kind)| released_slot::ActiveModel {
            id: Set(tx.id()),
            release_id: Set(row.id),
            slot_id: Set(slot.id),
            kind: Set(*kind),
            session_id: Set(slot.session_id),
            title: Set(slot.title.clone()),
            room_id: Set(slot.room_id),
            starts_at: slot.starts_at.map_or(sea_orm::ActiveValue::NotSet, Set),
            ends_at: slot.ends_at.map_or(sea_orm::ActiveValue::NotSet, Set),
        });
        released_slot::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    record(tx, actor, Event::Released { congress, release: row.id, name, slots: slots.len() }).await?;
    Ok((row, true))
}

/// What of the draft shows: what has a time, is no blocker, is confirmed and not cancelled. In the order of their ids.
async fn draft(tx: &Tx, congress: Uuid) -> Result<Vec<(slot::Model, released_slot::Kind)>, DbErr> {
    let hidden: Vec<Uuid> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::CongressId.eq(congress))
        .filter(session::Column::CancelledAt.is_not_null().or(session::Column::ConfirmedAt.is_null()))
        .into_tuple()
        .all(&**tx)
        .await?;
    let hidden: HashSet<Uuid> = hidden.into_iter().collect();
    let slots = slot::Entity::find()
        .filter(slot::Column::CongressId.eq(congress))
        .filter(slot::Column::RemovedAt.is_null())
        .filter(slot::Column::StartsAt.is_not_null())
        .filter(slot::Column::EndsAt.is_not_null())
        .order_by_asc(slot::Column::Id)
        .all(&**tx)
        .await?;
    let shown = slots.into_iter().filter_map(|slot| {
        let kind = match slot.kind {
            slot::Kind::Session => released_slot::Kind::Session,
            slot::Kind::Break => released_slot::Kind::Break,
            slot::Kind::Blocker => return None,
        };
        let off = slot.session_id.is_some_and(|session| hidden.contains(&session));
        (!off).then_some((slot, kind))
    });
    Ok(shown.collect())
}

/// Of all that a release freezes.
fn digest(slots: &[(slot::Model, released_slot::Kind)], origin: Option<&serde_json::Value>) -> String {
    let mut all = String::with_capacity(slots.len() * 160);
    for (slot, kind) in slots {
        let time = |time: Option<base::Time>| time.map(|time| time.timestamp()).unwrap_or_default();
        let (from, until) = (time(slot.starts_at), time(slot.ends_at));
        let (session, room) = (slot.session_id.unwrap_or_default(), slot.room_id.unwrap_or_default());
        let title = (&slot.title.de, &slot.title.en);
        // Writing to a String does not fail.
        let _ = writeln!(all, "{} {kind:?} {session} {room} {from} {until} {title:?}", slot.id);
    }
    if let Some(origin) = origin {
        let _ = write!(all, "{origin}");
    }
    secret::hash(&all)
}
