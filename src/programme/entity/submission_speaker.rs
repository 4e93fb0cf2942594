//! Who takes part in something that was handed in, in their order.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_speaker")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub speaker_id: Uuid,
    pub position: i32,
    /// As whoever invited them typed it.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub invited_at: Option<DateTimeUtc>,
    /// They have said that they take part.
    pub confirmed_at: Option<DateTimeUtc>,
    /// They have said that they do not.
    pub declined_at: Option<DateTimeUtc>,
    /// Why, for the organisers alone.
    #[sea_orm(column_type = "Text")]
    pub declined_why: String,
}

impl ActiveModelBehavior for ActiveModel {}
