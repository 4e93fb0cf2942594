//! One place of a contingent: held, or taken by who was named for it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contingent_place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub contingent_id: Uuid,
    pub attendee_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
