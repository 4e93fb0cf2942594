//! Which kinds of sessions a call asks for, and how long they are there.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call_type")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub call_id: Uuid,
    pub type_id: Uuid,
    pub minutes: i32,
}

impl ActiveModelBehavior for ActiveModel {}
