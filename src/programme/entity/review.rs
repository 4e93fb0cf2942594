//! What somebody judged of a submission.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub account_id: Uuid,
    /// The version of the text that was judged.
    pub version: i32,
    pub abstained: bool,
    #[sea_orm(column_type = "Text")]
    pub comment: String,
    pub made_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
