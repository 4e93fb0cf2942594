//! Who is asked to come instead of whom.

use crate::entity::substitution::{self, State};
use crate::query::attendee::addresses;
use base::{Time, Uuid};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::HashMap;
use store::Conn;

/// Somebody who was named, and has not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub address: String,
    /// Until when they can.
    pub until: Time,
}

/// Who is asked instead of these attendees, by attendee; who did not answer in time is not. Two statements.
pub async fn asked(conn: &Conn, attendees: &[Uuid], now: Time) -> Result<HashMap<Uuid, Asked>, DbErr> {
    let rows = substitution::Entity::find()
        .filter(substitution::Column::AttendeeId.is_in(attendees.iter().copied()))
        .filter(substitution::Column::State.eq(State::Pending))
        .filter(substitution::Column::ExpiresAt.gt(now))
        .all(conn)
        .await?;
    let addresses = addresses(conn, rows.iter().map(|row| row.mailbox_id).collect()).await?;
    let asked = |row: substitution::Model| {
        let address = addresses.get(&row.mailbox_id).cloned().unwrap_or_default();
        (row.attendee_id, Asked { address, until: row.expires_at })
    };
    Ok(rows.into_iter().map(asked).collect())
}
