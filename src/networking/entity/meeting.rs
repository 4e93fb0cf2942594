//! A meeting of two who know each other.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What became of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    Proposed,
    /// It has a slot, a table and both seats.
    Agreed,
    /// The other does not want it.
    Declined,
    /// Either took it back, or one blocked the other.
    Cancelled,
    Expired,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Who proposed it.
    pub from_id: Uuid,
    pub to_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub state: State,
    pub made_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
