//! When reviewers may what.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// When reviewers see what others wrote: as [`crate::rules::review::Others`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Others {
    Never,
    AfterOwn,
    Always,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_phase")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    /// Reviews can be written and changed.
    pub review: bool,
    /// Only of what was given to each.
    pub assigned_only: bool,
    /// Who handed in is seen.
    pub names: bool,
    pub others: Others,
    /// Who wrote the others' reviews is seen.
    pub reviewers: bool,
}

impl ActiveModelBehavior for ActiveModel {}
