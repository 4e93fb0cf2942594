//! Somebody who speaks.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaker")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub code: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub organisation: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub biography: Translated,
    /// Whose page it is: proven by a link that was sent there.
    pub mailbox_id: Option<Uuid>,
    pub link_generation: i32,
    /// What a file knew them by.
    pub guid: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub source_id: String,
    /// See [`crate::exchange::origin::SpeakerOrigin`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
