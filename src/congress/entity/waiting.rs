//! Somebody who waits for places, together.

use sea_orm::entity::prelude::*;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    Waiting,
    /// Places are held for it, and it has been told.
    Offered,
    /// It has taken what was offered.
    Taken,
    Declined,
    /// Nobody answered the offer in time.
    Expired,
    Left,
    /// By staff.
    Removed,
    /// The list ended before its turn came.
    Closed,
}

impl State {
    /// It stands in the queue, or holds an offer.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Waiting | Self::Offered)
    }
}

/// How it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Source {
    Web,
    Desk,
    Demo,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Places that are wanted together.
    pub n: i32,
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub organisation: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub source: Source,
    pub state: State,
    /// The queue: the highest first, …
    pub priority: i32,
    /// … then who has waited longest.
    pub since: DateTimeUtc,
    pub joined_at: DateTimeUtc,
    /// Offers that went past it since the last one that it was made.
    pub overtaken: i32,
    /// Fewer places than that were turned down.
    pub least: i32,
    /// Since when places are kept for it until there are enough.
    pub gathering_since: Option<DateTimeUtc>,
    /// Raising it ends the old link.
    pub link_generation: i32,
    /// While it is active: mailbox and choices. Nobody stands in the queue twice for the same.
    #[sea_orm(column_type = "Text", nullable)]
    pub active_key: Option<String>,
    pub ended_at: Option<DateTimeUtc>,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
}

impl ActiveModelBehavior for ActiveModel {}
