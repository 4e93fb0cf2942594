//! Who was cancelled by whom.

use crate::entity::cancellation;
use crate::entity::decision::{self, Verdict};
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

/// Why staff refused an order, if that is what ended it at one of these moments: what was restored since, and cancelled
/// otherwise, is not refused. The reason may be empty. One statement.
pub async fn refused(conn: &Conn, order: Uuid, mut ended: impl Iterator<Item = Time>) -> Result<Option<String>, DbErr> {
    let row = decision::Entity::find()
        .filter(decision::Column::OrderId.eq(order))
        .filter(decision::Column::Verdict.eq(Verdict::Refused))
        .one(conn)
        .await?;
    Ok(row.filter(|row| ended.any(|at| at == row.at)).map(|row| row.reason))
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
