//! Releasing the draft: what the public sees is always a release, never the draft.

use crate::entity::{programme, release, released_slot, slot};
use crate::service::draft;
use crate::{Event, ProgrammeError, query};
use base::{Actor, Text, Uuid, secret};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::fmt::Write;
use store::{Store, Tx, record};
use web::form::Stale;

/// The longest name.
const MAX_NAME: usize = 100;
/// So many rows a statement.
const CHUNK: usize = 1_000;

/// What is said of a release.
#[derive(Clone, Debug, Default)]
pub struct NewRelease {
    /// Empty: its number.
    pub name: String,
    pub note: Text,
    /// Whether those who speak are told what became of their slots, where anything did.
    pub notify: bool,
    /// The draft that whoever releases has seen: if it is another by now, nothing is released. None: whatever it is.
    pub seen: Option<i64>,
    /// Also with something that blocks: whoever releases has seen it, and answers for it.
    pub despite: bool,
}

/// Releases the draft of a congress under a name; an empty one is its number. The same draft twice, or by two at once,
/// makes one release: the answer is then the one that is there. Nobody is told, and nothing is looked for that blocks.
pub async fn release(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    name: &str,
    note: Text,
) -> Result<release::Model, ProgrammeError> {
    let new = NewRelease { name: name.to_owned(), note, despite: true, ..NewRelease::default() };
    Ok(publish(store, actor, congress, new).await?.0)
}

/// The same by hand. What has something that blocks is not released ([`ProgrammeError::Blocked`]), unless whoever releases
/// says that it shall be: then the log keeps that. Says whether there was anything to release.
pub async fn publish(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    new: NewRelease,
) -> Result<(release::Model, bool), ProgrammeError> {
    if new.name.chars().count() > MAX_NAME || new.note.is_too_long() {
        return Err(ProgrammeError::NameLong);
    }
    let new = NewRelease { name: base::name::clean(&new.name), ..new };
    let tx = store.begin().await?;
    let row = congress::service::congress::hold(&tx, congress).await?;
    let draft = draft::there(&tx, congress).await?.draft;
    let blocking = query::release::blocking(&tx, &row).await?.1;
    let released = release_in(&tx, actor, congress, &new, blocking.len()).await?;
    if released.1 {
        if new.seen.is_some_and(|seen| seen != draft) {
            tx.rollback().await?;
            return Err(ProgrammeError::Stale(Stale));
        }
        if !new.despite && !blocking.is_empty() {
            tx.rollback().await?;
            return Err(ProgrammeError::Blocked(blocking));
        }
        congress::service::congress::raise_revision(&tx, congress).await?;
    }
    tx.commit().await?;
    Ok(released)
}

/// The same in a transaction that holds the congress, with so many things that block; says whether there was anything to
/// release.
pub(super) async fn release_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    new: &NewRelease,
    despite: usize,
) -> Result<(release::Model, bool), ProgrammeError> {
    let slots = query::release::shown(tx, congress).await?;
    let origin = programme::Entity::find().filter(programme::Column::CongressId.eq(congress)).one(&**tx).await?;
    let origin = origin.and_then(|programme| programme.origin);
    let digest = digest(&slots, origin.as_ref());
    let newest = query::newest(tx, congress).await?;
    let number = match newest {
        Some(newest) if newest.digest == digest => return Ok((newest, false)),
        Some(newest) => newest.number.saturating_add(1),
        None => 1,
    };
    let name = if new.name.trim().is_empty() { number.to_string() } else { new.name.trim().to_owned() };
    let row = release::Model {
        id: tx.id(),
        congress_id: congress,
        number,
        name: name.clone(),
        note: new.note.clone().into(),
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
    let event = Event::Released { congress, release: row.id, name, slots: slots.len(), notify: new.notify, despite };
    record(tx, actor, event).await?;
    Ok((row, true))
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
