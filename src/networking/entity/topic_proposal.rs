//! A topic that somebody misses.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What became of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Taken,
    Refused,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_proposal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// None, once they have left.
    pub profile_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub made_at: DateTimeUtc,
    pub decision: Option<Decision>,
    /// What they were told.
    #[sea_orm(column_type = "Text")]
    pub answer: String,
    pub decided_at: Option<DateTimeUtc>,
    /// What came of it.
    pub topic_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
