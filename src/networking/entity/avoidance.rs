//! Whom somebody does not want to be suggested, or to hear from. The other never learns of it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How far it goes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Not suggested any more.
    Declined,
    /// Neither sees the other, nor hears from them.
    Blocked,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "avoidance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// People, not profiles: who leaves the directory and comes back is still who they were.
    pub person_id: Uuid,
    pub other_id: Uuid,
    pub kind: Kind,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
