//! What a congress says of its programme as a whole.

use sea_orm::entity::prelude::*;

/// Until when, in minutes after midnight, the night is the day before's, unless organisers say otherwise.
pub const DAY_CHANGE_MINUTES: i32 = 240;
/// How often things begin, unless organisers say otherwise.
pub const GRID_MINUTES: i32 = 5;
/// What changing over takes, unless organisers say otherwise.
pub const CHANGEOVER_MINUTES: i32 = 5;
/// What a walk takes, unless organisers say otherwise.
pub const WALK_MINUTES: i32 = 5;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Raised by every change of the draft: whoever edits is told that somebody else did.
    pub draft: i64,
    /// The number that the next occurrence gets, unless it is taken.
    pub next_number: i32,
    /// The night until this time belongs to the day before, in minutes after midnight.
    pub day_change_minutes: i32,
    pub grid_minutes: i32,
    /// What the file that was taken in last said: see [`crate::exchange::origin::Layout`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    /// Minutes to change over in a room that does not say otherwise.
    pub changeover_minutes: i32,
    /// Minutes from any room to any other where nothing else is known.
    pub walk_minutes: i32,
}

impl ActiveModelBehavior for ActiveModel {}
