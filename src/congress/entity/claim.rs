//! A hold on a capacity: who has the place, since when, until when.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub capacity_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub holder_kind: String,
    pub holder_id: Uuid,
    pub n: i32,
    pub made_at: DateTimeUtc,
    pub freed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
