//! What somebody who waits would take: one of several, in the order of preference. For tickets, categories.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub waiting_id: Uuid,
    pub target_id: Uuid,
    /// From 1; the smallest is liked best.
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
