//! A link or a file that belongs to a session.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whether it leads somewhere or is something to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Link,
    Attachment,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub session_id: Uuid,
    pub kind: Kind,
    /// As whoever wrote it has it, perhaps relative.
    #[sea_orm(column_type = "Text")]
    pub url: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Such as `slides` or `video`.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// Such as `mastodon`.
    #[sea_orm(column_type = "Text")]
    pub service: String,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
