//! How long it takes from one room to another, both ways, where that is not what it takes everywhere.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_walk")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// The smaller id first.
    pub room_id: Uuid,
    pub other_id: Uuid,
    pub minutes: i32,
}

impl ActiveModelBehavior for ActiveModel {}
