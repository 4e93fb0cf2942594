//! Kinds of sessions: talk, workshop, impulse.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_type")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    /// How long they are, unless one says otherwise.
    pub minutes: Option<i32>,
    pub position: i32,
    /// Two of this kind may follow each other without changing over, as three-minute impulses do.
    pub seamless: bool,
    /// How many submissions there is room for; nothing: nobody has said.
    pub target: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
