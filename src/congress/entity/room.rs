//! A room of the venue.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    pub seats: Option<i32>,
    pub position: i32,
    /// What other programs know it by, whatever it is called.
    pub guid: Option<Uuid>,
    /// What a file said of it beside its name: kept for those who read what we write.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    /// Several things may be there at once, as stands in a foyer.
    pub several: bool,
    /// Minutes that it takes to change over. None: as the congress has it.
    pub changeover_minutes: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
