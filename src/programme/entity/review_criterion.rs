//! What is judged.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_criterion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub hint: Translated,
    /// Nought: it is told and does not count.
    pub weight: i32,
    /// The best value; the worst is nought.
    pub most: i32,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
