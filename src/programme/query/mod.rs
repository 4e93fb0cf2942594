//! Reads.

pub mod call;
pub mod exchange;
pub mod speaking;
pub mod submission;

use crate::entity::{release, released_slot};
use crate::exchange::change::Held;
use base::Uuid;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Conn, DbErr};

/// The newest release: what the public sees.
pub async fn newest(conn: &Conn, congress: Uuid) -> Result<Option<release::Model>, DbErr> {
    release::Entity::find()
        .filter(release::Column::CongressId.eq(congress))
        .order_by_desc(release::Column::Number)
        .one(conn)
        .await
}

/// All releases, newest first.
pub async fn releases(conn: &Conn, congress: Uuid) -> Result<Vec<release::Model>, DbErr> {
    release::Entity::find()
        .filter(release::Column::CongressId.eq(congress))
        .order_by_desc(release::Column::Number)
        .all(conn)
        .await
}

/// What a release holds, to be compared with another.
pub async fn held(conn: &Conn, release: Uuid) -> Result<Vec<Held>, DbErr> {
    let rows = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(release))
        .order_by_asc(released_slot::Column::StartsAt)
        .order_by_asc(released_slot::Column::SlotId)
        .all(conn)
        .await?;
    let held = |row: released_slot::Model| Held {
        slot: row.slot_id,
        session: row.session_id,
        room: row.room_id,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
    };
    Ok(rows.into_iter().map(held).collect())
}
