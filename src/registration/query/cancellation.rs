//! Who was cancelled by whom.

use crate::entity::cancellation;
use base::{Time, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr};

/// Whether this actor has cancelled each of these attendees since then: their form arrived once more. One statement.
pub async fn all_by(conn: &Conn, actor: Option<Uuid>, attendees: &[Uuid], since: Time) -> Result<bool, DbErr> {
    let rows = cancellation::Entity::find()
        .filter(cancellation::Column::AttendeeId.is_in(attendees.iter().copied()))
        .filter(cancellation::Column::ActorId.eq(actor))
        .filter(cancellation::Column::At.gte(since))
        .filter(cancellation::Column::UndoneAt.is_null())
        .all(conn)
        .await?;
    let cancelled: HashSet<Uuid> = rows.into_iter().map(|row| row.attendee_id).collect();
    Ok(!attendees.is_empty() && attendees.iter().all(|id| cancelled.contains(id)))
}

/// What holds of the cancellations of these attendees: none that was undone. By attendee. One statement.
pub async fn standing(conn: &Conn, attendees: &[Uuid]) -> Result<HashMap<Uuid, cancellation::Model>, DbErr> {
    let rows = cancellation::Entity::find()
        .filter(cancellation::Column::AttendeeId.is_in(attendees.iter().copied()))
        .filter(cancellation::Column::UndoneAt.is_null())
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.attendee_id, row)).collect())
}
