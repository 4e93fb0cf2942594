//! A file that staff handed in, kept while they look at the preview.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Who handed it in, and alone may use it.
    pub account_id: Uuid,
    /// What for: `attendees`.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// As the file was called.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub content: Vec<u8>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
