//! Somebody's seat at one occurrence of a session, or their place in the queue for one.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whether there is a seat: exactly the booked ones hold a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    Booked,
    Waiting,
    /// Given back, or ended with the ticket or the session.
    Freed,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "booking")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Whatever moves, the booking stays with the occurrence.
    pub slot_id: Uuid,
    pub attendee_id: Uuid,
    pub state: State,
    /// In the order of asking, from 1 at each occurrence.
    pub position: i32,
    pub made_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
