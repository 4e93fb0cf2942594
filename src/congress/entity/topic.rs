//! A cooperation topic: of the host, a tree.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    pub parent_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    pub position: i32,
    /// What it means, plain.
    #[sea_orm(column_type = "JsonBinary")]
    pub about: Translated,
    /// What else it is called, one a line: "OZG".
    #[sea_orm(column_type = "Text")]
    pub synonyms: String,
}

impl ActiveModelBehavior for ActiveModel {}
