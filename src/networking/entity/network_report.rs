//! Somebody found something that should not stand there.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What was reported.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    Profile,
    Entry,
}

/// What became of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Removed,
    Kept,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Who reported it; none, once they have left.
    pub profile_id: Option<Uuid>,
    pub object_kind: ObjectKind,
    pub object_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub made_at: DateTimeUtc,
    pub decision: Option<Decision>,
    /// Why it was decided so, as its author was told.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub decided_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
