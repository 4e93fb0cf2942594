//! A table in a slot, taken for a meeting: by one at most.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub slot_id: Uuid,
    pub table_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
