//! Who is inside, since when, by which gate.

use crate::entity::{admission, device, gate};
use base::{Text, Time, Uuid};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::Conn;

/// An admission as people ask for it: when, where, by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: Uuid,
    pub attendee_id: Uuid,
    pub at: Time,
    /// Taken back, or left.
    pub left_at: Option<Time>,
    pub gate: Text,
    /// Who scanned: the name of the account or of the token.
    pub by: String,
}

impl Entry {
    /// The one that a scan has opened.
    pub(crate) fn opened(scan: Uuid, attendee_id: Uuid, at: Time, gate: &gate::Model, device: &device::Model) -> Self {
        Self { id: scan, attendee_id, at, left_at: None, gate: gate.name.0.clone(), by: device.name.clone() }
    }
}

/// Admissions of these attendees, oldest first. Three statements.
pub async fn admissions_of(conn: &Conn, attendees: &[Uuid]) -> Result<Vec<Entry>, DbErr> {
    let rows = admission::Entity::find()
        .filter(admission::Column::AttendeeId.is_in(attendees.iter().copied()))
        .order_by_asc(admission::Column::EnteredAt)
        .order_by_asc(admission::Column::Id)
        .all(conn)
        .await?;
    entries(conn, rows).await
}

pub(crate) async fn by_id(conn: &Conn, id: Uuid) -> Result<Option<Entry>, DbErr> {
    let rows = admission::Entity::find().filter(admission::Column::Id.eq(id)).all(conn).await?;
    Ok(entries(conn, rows).await?.pop())
}

async fn entries(conn: &Conn, rows: Vec<admission::Model>) -> Result<Vec<Entry>, DbErr> {
    let gates: HashMap<Uuid, Text> = gate::Entity::find()
        .filter(gate::Column::Id.is_in(rows.iter().map(|a| a.gate_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|g| (g.id, g.name.0))
        .collect();
    let devices: HashMap<Uuid, String> = device::Entity::find()
        .filter(device::Column::Id.is_in(rows.iter().map(|a| a.device_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|d| (d.id, d.name))
        .collect();
    let entry = |row: admission::Model| Entry {
        id: row.id,
        attendee_id: row.attendee_id,
        at: row.entered_at,
        left_at: row.left_at,
        gate: gates.get(&row.gate_id).cloned().unwrap_or_default(),
        by: devices.get(&row.device_id).cloned().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// A query of the attendees who are inside, for filters of lists.
pub fn inside(congress: Uuid) -> SelectStatement {
    admission::Entity::find()
        .select_only()
        .column(admission::Column::AttendeeId)
        .filter(admission::Column::CongressId.eq(congress))
        .filter(admission::Column::LeftAt.is_null())
        .into_query()
}

/// Since when those of these attendees who are inside are. One statement.
pub async fn inside_since(conn: &Conn, attendees: &[Uuid]) -> Result<HashMap<Uuid, Time>, DbErr> {
    let rows: Vec<(Uuid, Time)> = admission::Entity::find()
        .select_only()
        .columns([admission::Column::AttendeeId, admission::Column::EnteredAt])
        .filter(admission::Column::AttendeeId.is_in(attendees.iter().copied()))
        .filter(admission::Column::LeftAt.is_null())
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// When everyone who is inside came in, oldest first: charts count them by [`crate::rules::by_hour`]. One statement.
pub async fn entered(conn: &Conn, congress: Uuid) -> Result<Vec<Time>, DbErr> {
    admission::Entity::find()
        .select_only()
        .column(admission::Column::EnteredAt)
        .filter(admission::Column::CongressId.eq(congress))
        .filter(admission::Column::LeftAt.is_null())
        .order_by_asc(admission::Column::EnteredAt)
        .into_tuple::<Time>()
        .all(conn)
        .await
}
