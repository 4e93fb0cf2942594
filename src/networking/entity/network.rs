//! Whether a congress has a directory, and what counts there.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub open: bool,
    /// What suggestions are ranked by, where it is not as the program has it.
    #[sea_orm(column_type = "JsonBinary")]
    pub weights: Json,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
