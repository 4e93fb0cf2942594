//! A stand: a thing of its own, with a number and a place in the plan of its hall.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "stand")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub hall_id: Uuid,
    /// What stands on the plan and on the sign.
    #[sea_orm(column_type = "Text")]
    pub number: String,
    /// Centimetres from the upper left of the plan.
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub depth: i32,
    pub power: bool,
    pub screen: bool,
    /// For the team.
    #[sea_orm(column_type = "Text")]
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}
