//! The link behind which somebody's calendar is: made when they ask for it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// One for each.
    pub attendee_id: Uuid,
    /// Raised to end the link.
    pub generation: i32,
    /// That of the attendee's own link when it was made: whoever takes over a ticket does not get the calendar of who had it
    /// before, nor the other way round.
    pub link_generation: i32,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
