//! The words by which a profile, or an offer or need, is found, at one level: what shows there and no more.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Profile,
    Entry,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    pub kind: Kind,
    pub object_id: Uuid,
    pub level: crate::rules::visibility::Level,
    /// By which the index of words knows it.
    pub number: i64,
    /// See [`crate::rules::search`].
    #[sea_orm(column_type = "Text")]
    pub stems: String,
}

impl ActiveModelBehavior for ActiveModel {}
