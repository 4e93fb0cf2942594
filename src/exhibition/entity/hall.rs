//! A hall, or a part of the house, that has stands.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "hall")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    /// Centimetres, as everything of the plan.
    pub width: i32,
    pub depth: i32,
    /// Shapes behind the stands, as [`crate::rules::outline`] writes them; empty: the four walls.
    #[sea_orm(column_type = "Text")]
    pub outline: String,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
