//! When and where one can meet: slots and tables, as organisers set them.

use super::done;
use crate::NetworkingError;
use crate::entity::{meeting, meeting_absence, meeting_offer, meeting_place, meeting_slot, meeting_table, network};
use crate::event::What;
use crate::rules::slot::{MOST_SLOTS, MOST_TABLES, cut, overlap};
use base::{Actor, Time, Uuid};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde_json::json;
use store::event::changes;
use store::{Store, Tx};

/// What came of adding slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    Added(usize),
    /// No length of a slot, or none fits in.
    Length,
    /// There would be more than this.
    TooMany(usize),
    /// One lies over one that is there: nobody could be at both.
    Overlap,
}

/// Cuts a stretch of time into slots and adds them to those that are there: all of them, or none.
pub async fn add_slots(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (from, until, minutes): (Time, Time, i64),
) -> Result<Laid, NetworkingError> {
    let Some(slots) = cut(from, until, minutes) else { return Ok(Laid::Length) };
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let there = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::CongressId.eq(congress))
        .order_by_asc(meeting_slot::Column::StartsAt)
        .all(&*tx)
        .await?;
    if there.len() + slots.len() > MOST_SLOTS {
        tx.rollback().await?;
        return Ok(Laid::TooMany(MOST_SLOTS));
    }
    if there.iter().any(|row| slots.iter().any(|slot| overlap(*slot, (row.starts_at, row.ends_at)))) {
        tx.rollback().await?;
        return Ok(Laid::Overlap);
    }
    let rows = slots.iter().map(|(starts, ends)| meeting_slot::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        starts_at: Set(*starts),
        ends_at: Set(*ends),
    });
    meeting_slot::Entity::insert_many(rows).exec_without_returning(&*tx).await?;
    let changed = changes(&json!({ "slots": there.len() }), &json!({ "slots": there.len() + slots.len() }));
    done(tx, actor, (congress, congress), String::new(), What::SettingChanged { changed }).await?;
    Ok(Laid::Added(slots.len()))
}

/// Takes away the slots of a stretch of time. If somebody meets in one of them, or is asked to, all stay: false.
pub async fn remove_slots(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (from, until): (Time, Time),
) -> Result<bool, NetworkingError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let all = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::CongressId.eq(congress))
        .lock_exclusive()
        .all(&*tx)
        .await?;
    let gone: Vec<Uuid> =
        all.iter().filter(|row| row.starts_at >= from && row.starts_at < until).map(|row| row.id).collect();
    let open = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(meeting::Column::State.eq(meeting::State::Proposed))
        .filter(meeting::Column::ExpiresAt.gt(tx.now()))
        .into_query();
    let asked = meeting_offer::Entity::find()
        .filter(meeting_offer::Column::SlotId.is_in(gone.clone()))
        .filter(meeting_offer::Column::MeetingId.in_subquery(open));
    let met = meeting_place::Entity::find().filter(meeting_place::Column::SlotId.is_in(gone.clone()));
    if asked.one(&*tx).await?.is_some() || met.one(&*tx).await?.is_some() {
        tx.rollback().await?;
        return Ok(false);
    }
    meeting_offer::Entity::delete_many().filter(meeting_offer::Column::SlotId.is_in(gone.clone())).exec(&*tx).await?;
    meeting_absence::Entity::delete_many()
        .filter(meeting_absence::Column::SlotId.is_in(gone.clone()))
        .exec(&*tx)
        .await?;
    meeting_slot::Entity::delete_many().filter(meeting_slot::Column::Id.is_in(gone.clone())).exec(&*tx).await?;
    let changed = changes(&json!({ "slots": all.len() }), &json!({ "slots": all.len() - gone.len() }));
    done(tx, actor, (congress, congress), String::new(), What::SettingChanged { changed }).await?;
    Ok(true)
}

/// Sets how many tables there are, numbered from 1. Tables at which somebody meets stay: false, and nothing has changed.
pub async fn set_tables(store: &Store, actor: &Actor, congress: Uuid, count: i32) -> Result<bool, NetworkingError> {
    if !(0..=MOST_TABLES).contains(&count) {
        return Ok(false);
    }
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let there = meeting_table::Entity::find()
        .filter(meeting_table::Column::CongressId.eq(congress))
        .order_by_asc(meeting_table::Column::Number)
        .lock_exclusive()
        .all(&*tx)
        .await?;
    let surplus: Vec<Uuid> = there.iter().filter(|row| row.number > count).map(|row| row.id).collect();
    let used = meeting_place::Entity::find().filter(meeting_place::Column::TableId.is_in(surplus.clone()));
    if used.one(&*tx).await?.is_some() {
        tx.rollback().await?;
        return Ok(false);
    }
    meeting_table::Entity::delete_many().filter(meeting_table::Column::Id.is_in(surplus)).exec(&*tx).await?;
    let new: Vec<_> = (1..=count)
        .filter(|number| !there.iter().any(|row| row.number == *number))
        .map(|number| meeting_table::ActiveModel { id: Set(tx.id()), congress_id: Set(congress), number: Set(number) })
        .collect();
    if !new.is_empty() {
        meeting_table::Entity::insert_many(new).exec_without_returning(&*tx).await?;
    }
    let changed = changes(&json!({ "tables": there.len() }), &json!({ "tables": count }));
    done(tx, actor, (congress, congress), String::new(), What::SettingChanged { changed }).await?;
    Ok(true)
}

/// One sets them at a time; where there is no directory, nobody meets.
async fn hold(tx: &Tx, congress: Uuid) -> Result<(), NetworkingError> {
    let find = network::Entity::find().filter(network::Column::CongressId.eq(congress)).lock_exclusive();
    find.one(&**tx).await?.ok_or(NetworkingError::Unknown).map(|_| ())
}
