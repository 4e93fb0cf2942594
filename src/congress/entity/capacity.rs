//! How many places there are, and how many are taken: quotas, seats in a workshop, stands, tables.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "capacity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// None: no limit.
    pub size: Option<i32>,
    /// Always the sum of the unfreed claims, and never above the size.
    pub taken: i32,
}

impl ActiveModelBehavior for ActiveModel {}
