//! That someone is inside an area. At most one open for each attendee and area.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "admission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub attendee_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub area: String,
    pub gate_id: Uuid,
    pub device_id: Uuid,
    pub entered_at: DateTimeUtc,
    pub left_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
