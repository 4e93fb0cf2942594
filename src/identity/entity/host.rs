//! The body that owns congresses, mailboxes and people.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "host")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
