//! When and where: the draft. A session may have several, a room several things at once.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// What it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Session,
    Break,
    /// Never shown.
    Blocker,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "slot")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub kind: Kind,
    pub session_id: Option<Uuid>,
    /// Of a break or a blocker.
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Translated,
    pub room_id: Option<Uuid>,
    /// None: it is parked.
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    /// Made once, whatever moves: what calendars and other programs know the occurrence by.
    pub guid: Uuid,
    pub number: i32,
    /// What a file called it, where that is no UUID, or one that another slot has.
    #[sea_orm(column_type = "Text")]
    pub source_guid: String,
    /// The id that a file gave it, as it stood there.
    #[sea_orm(column_type = "Text")]
    pub source_id: String,
    /// Of a slot that came with a file: see [`crate::exchange::origin::SlotOrigin`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    /// It is in the draft no more; releases that hold it stay.
    pub removed_at: Option<DateTimeUtc>,
    /// The solver touches nothing that is pinned.
    pub pinned: bool,
    /// Raised by every move: a stale one is refused.
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
