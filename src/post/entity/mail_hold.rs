//! A kind of mail that a congress keeps back until somebody releases what has gathered.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_hold")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// `registration/order`.
    #[sea_orm(column_type = "Text")]
    pub template: String,
    pub held_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
