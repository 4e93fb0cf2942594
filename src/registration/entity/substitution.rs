//! That somebody is to come instead of an attendee: who was asked, by whom, and what came of it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// They have not answered yet. At most one of an attendee.
    Pending,
    /// They have the ticket.
    Confirmed,
    /// Whoever named them thought better of it.
    Withdrawn,
    /// They did not answer in time.
    Expired,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "substitution")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub order_id: Uuid,
    pub attendee_id: Uuid,
    /// Who is asked to come instead.
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub state: State,
    pub asked_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
}

impl ActiveModelBehavior for ActiveModel {}
