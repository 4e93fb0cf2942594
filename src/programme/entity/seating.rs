//! The seats of one occurrence that ticket holders book.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "seating")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub slot_id: Uuid,
    pub capacity_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
