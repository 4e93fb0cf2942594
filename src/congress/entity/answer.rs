//! What somebody answered.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub question_id: Uuid,
    /// Whose answer it is: `order`, `attendee`.
    #[sea_orm(column_type = "Text")]
    pub holder_kind: String,
    pub holder_id: Uuid,
    /// As the kind of the question writes it (`rules::question::Value`); of a file, what it is called.
    #[sea_orm(column_type = "Text")]
    pub value: String,
    pub answered_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
