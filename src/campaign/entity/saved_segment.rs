//! A segment that is kept by name. Campaigns have copies: what was sent to whom does not change with it.

use crate::rules::segment::Segment;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_segment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The name, folded: no two are called alike.
    #[sea_orm(column_type = "Text")]
    pub name_key: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub segment: Segment,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
