//! Who speaks in a session, in their order.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_speaker")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub session_id: Uuid,
    pub speaker_id: Uuid,
    pub position: i32,
    /// What a file said of the speaker there, where it differs from what it says elsewhere: a whole [`schedule::Person`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
}

impl ActiveModelBehavior for ActiveModel {}
