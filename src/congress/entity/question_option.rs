//! An answer that can be chosen.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "question_option")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub question_id: Uuid,
    /// What answers are kept as; it stays when the words change.
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub label: Translated,
    pub position: i32,
    /// Not active: nobody chooses it any more, who did keeps it.
    pub active: bool,
}

impl ActiveModelBehavior for ActiveModel {}
