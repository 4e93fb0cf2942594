//! The picture of somebody who speaks, made anew from what they handed in.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaker_picture")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub speaker_id: Uuid,
    /// JPEG, square.
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
