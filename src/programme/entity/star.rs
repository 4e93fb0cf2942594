//! A session that somebody marked, behind their personal link.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whose link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum HolderKind {
    Attendee,
    Order,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "star")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub holder_kind: HolderKind,
    pub holder_id: Uuid,
    /// The link's: whoever takes over a ticket, by a link of their own, does not see what was marked before.
    pub generation: i32,
    pub session_id: Uuid,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
