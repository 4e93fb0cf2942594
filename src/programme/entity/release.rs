//! A released version of the programme. Never changed once it is written.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "release")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// 1, 2, 3 …
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub note: Translated,
    /// Of what it holds: the same draft twice makes one release.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    /// The programme's at that moment.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    #[sea_orm(column_type = "Text")]
    pub made_by: String,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
