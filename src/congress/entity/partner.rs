//! Who carries a congress.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// In what part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Organiser,
    Carrier,
    Supporter,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "partner")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub organisation_id: Uuid,
    pub part: Part,
    pub position: i32,
    /// Where its name leads; empty: nowhere.
    #[sea_orm(column_type = "Text")]
    pub link: String,
}

impl ActiveModelBehavior for ActiveModel {}
