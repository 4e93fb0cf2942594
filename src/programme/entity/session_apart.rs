//! Sessions that must not be at the same time: they have the same guests.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_apart")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// The smaller id first.
    pub session_id: Uuid,
    pub other_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
