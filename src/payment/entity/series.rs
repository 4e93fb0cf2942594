//! Numbers that must be gapless.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "series")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    /// `OWL-2027`.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// The number that comes next.
    pub next: i32,
}

impl ActiveModelBehavior for ActiveModel {}
