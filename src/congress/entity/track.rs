//! A track: what sessions have in common, in their colour.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "track")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    /// `#3b49df`; empty: the house's.
    #[sea_orm(column_type = "Text")]
    pub colour: String,
    pub position: i32,
    /// What a file said of it beside its name, as it stood there.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    /// How many submissions there is room for; nothing: nobody has said.
    pub target: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
