//! Two who know each other: both said yes.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How it came about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Both were interested.
    Interest,
    /// One wrote, the other said yes.
    Message,
    /// They met.
    Scan,
    /// The organisers brought them together.
    Introduction,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "connection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The edition in which that was.
    pub congress_id: Uuid,
    /// The smaller id.
    pub one_id: Uuid,
    pub other_id: Uuid,
    pub origin: Origin,
    /// What it was about.
    pub topic_id: Option<Uuid>,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
