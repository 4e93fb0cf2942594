//! Places that are held for somebody who waits, until they say yes or no or the time is over.

use sea_orm::entity::prelude::*;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    Open,
    Accepted,
    Declined,
    Expired,
    /// By who waits, who left or changed what they want, or by staff.
    Withdrawn,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_offer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub waiting_id: Uuid,
    pub target_id: Uuid,
    pub n: i32,
    /// Fewer than were waited for.
    pub partial: bool,
    /// By staff, before its turn.
    pub by_hand: bool,
    pub state: State,
    pub made_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub reminded_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    /// What came of it: for tickets, the order.
    pub outcome_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
