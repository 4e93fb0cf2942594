//! The invitation of a mailbox to one occurrence of a session: what calendars of other programs know of it.

use crate::rules::invitation::Content;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// As what somebody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// They speak there, or moderate.
    Speaker,
    /// They have a seat.
    Seat,
}

/// What was answered (RFC 5545 §3.2.12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Participation {
    #[default]
    NeedsAction,
    Accepted,
    Tentative,
    Declined,
}

impl Participation {
    /// As it stands in tables and forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::NeedsAction => "needs_action",
            Self::Accepted => "accepted",
            Self::Tentative => "tentative",
            Self::Declined => "declined",
        }
    }

    /// An answer of that name.
    pub fn answer(name: &str) -> Option<Self> {
        [Self::Accepted, Self::Tentative, Self::Declined].into_iter().find(|answer| answer.name() == name)
    }
}

/// What was told last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Told(pub Content);

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub mailbox_id: Uuid,
    /// Whatever moves, the invitation stays with the occurrence.
    pub slot_id: Uuid,
    pub session_id: Uuid,
    pub role: Role,
    /// Whose seat it is; of several at one mailbox, the first.
    pub attendee_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Drawn once. The appointment has it in every calendar.
    pub uid: Uuid,
    /// Raised exactly when time, place or whether it holds changes (RFC 5546 §2.1.4).
    pub sequence: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub content: Told,
    pub invited_at: DateTimeUtc,
    /// When what it says was changed last.
    pub changed_at: DateTimeUtc,
    /// Called off: of the same occurrence only another invitation may follow, with a UID of its own.
    pub cancelled_at: Option<DateTimeUtc>,
    pub participation: Participation,
    /// When they answered, as they have it.
    pub answered_at: Option<DateTimeUtc>,
    /// The address that calendars know as who invites, and send answers to: for ever the same.
    #[sea_orm(column_type = "Text", nullable)]
    pub organiser: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
