//! That a code was used: by whom, since when, until when.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "code_use")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub holder_kind: String,
    pub holder_id: Uuid,
    pub made_at: DateTimeUtc,
    pub freed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
