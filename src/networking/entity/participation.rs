//! Who takes part in which edition.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "participation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub profile_id: Uuid,
    /// Their ticket, if they have one.
    pub attendee_id: Option<Uuid>,
    pub on_site: bool,
    pub joined_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
