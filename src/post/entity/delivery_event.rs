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
    /// Of whose address it tells something, whatever address the message goes to now.
    pub mailbox_id: Option<Uuid>,
    /// Which report told it: the same one tells it once.
    #[sea_orm(column_type = "Text", nullable)]
    pub report: Option<String>,
}

/// Put into the outbox.
pub const QUEUED: &str = "queued";
/// Not accepted for now; it is tried again.
pub const DEFERRED: &str = "deferred";
/// Goes to another address from now on; the answer is the address before.
pub const READDRESSED: &str = "readdressed";

/// What the congress wrote could not be filled in: it is worded as the template does. The answer says why.
pub const REWORDED: &str = "reworded";

/// It came back, after the mail server had taken it.
pub const BOUNCED: &str = "bounced";
/// A server on the way still tries.
pub const DELAYED: &str = "delayed";
/// The recipient's server says that it is there.
pub const DELIVERED: &str = "delivered";
/// Whoever got it calls it unwanted.
pub const COMPLAINED: &str = "complained";

impl ActiveModelBehavior for ActiveModel {}
