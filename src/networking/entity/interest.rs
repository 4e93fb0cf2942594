//! Somebody is interested in somebody else: one row for each direction.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What became of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    Open,
    /// Both know each other now.
    Mutual,
    Withdrawn,
    Expired,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interest")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub from_id: Uuid,
    pub to_id: Uuid,
    /// What it is about.
    pub entry_id: Option<Uuid>,
    /// Empty: shown blind, the other learns of it once they are interested, too.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    pub state: State,
    pub made_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub answered_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
