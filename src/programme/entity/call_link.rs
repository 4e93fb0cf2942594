//! A link by which one can hand in late: a code of limited use, and the call that it opens.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub call_id: Uuid,
    pub code_id: Uuid,
    pub generation: i32,
}

impl ActiveModelBehavior for ActiveModel {}
