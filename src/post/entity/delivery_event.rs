//! What became of a message, step by step.

use crate::trouble::Trouble;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub message_id: Uuid,
    pub at: DateTimeUtc,
    /// [`QUEUED`], [`DEFERRED`], or the state that the message came into.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    /// What the answer means, if it keeps the mail from arriving.
    pub trouble: Option<Trouble>,
}

/// Put into the outbox.
pub const QUEUED: &str = "queued";
/// Not accepted for now; it is tried again.
pub const DEFERRED: &str = "deferred";
/// Goes to another address from now on; the answer is the address before.
pub const READDRESSED: &str = "readdressed";

impl ActiveModelBehavior for ActiveModel {}
