//! Something that was handed in, or is being written.

use crate::rules::transition;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// As [`transition::State`], in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    Draft,
    Submitted,
    Accepted,
    Confirmed,
    Rejected,
    Cancelled,
    Withdrawn,
}

impl From<State> for transition::State {
    fn from(state: State) -> Self {
        match state {
            State::Draft => Self::Draft,
            State::Submitted => Self::Submitted,
            State::Accepted => Self::Accepted,
            State::Confirmed => Self::Confirmed,
            State::Rejected => Self::Rejected,
            State::Cancelled => Self::Cancelled,
            State::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<transition::State> for State {
    fn from(state: transition::State) -> Self {
        match state {
            transition::State::Draft => Self::Draft,
            transition::State::Submitted => Self::Submitted,
            transition::State::Accepted => Self::Accepted,
            transition::State::Confirmed => Self::Confirmed,
            transition::State::Rejected => Self::Rejected,
            transition::State::Cancelled => Self::Cancelled,
            transition::State::Withdrawn => Self::Withdrawn,
        }
    }
}

impl State {
    /// As it stands in tables and in keys of messages.
    pub fn name(self) -> &'static str {
        transition::State::from(self).name()
    }
}

/// What was answered, by question: options by their short names, with a space between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<Uuid, String>);

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub call_id: Uuid,
    /// Six letters and digits. The session that comes of it has the same, if no other had.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    pub state: State,
    /// Decided, and told nobody yet.
    pub pending: Option<State>,
    /// Its submitter has changed the text since that was decided.
    pub edited: bool,
    /// Where its link goes.
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub mail_language: String,
    pub link_generation: i32,
    /// By which late link it came.
    pub call_link_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub abstract_text: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub type_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
    pub minutes: Option<i32>,
    pub do_not_record: bool,
    /// What it needs of technique.
    #[sea_orm(column_type = "Text")]
    pub needs: String,
    /// For the organisers alone.
    #[sea_orm(column_type = "Text")]
    pub notes: String,
    pub wants_stand: bool,
    pub wants_impulse: bool,
    #[sea_orm(column_type = "Text")]
    pub power: String,
    #[sea_orm(column_type = "Text")]
    pub screen: String,
    #[sea_orm(column_type = "Text")]
    pub space: String,
    #[sea_orm(column_type = "Text")]
    pub partners: String,
    #[sea_orm(column_type = "Text")]
    pub offers: String,
    #[sea_orm(column_type = "Text")]
    pub seeks: String,
    /// To what its call asks of its own.
    #[sea_orm(column_type = "JsonBinary")]
    pub answers: Answers,
    pub session_id: Option<Uuid>,
    /// When it was accepted last.
    pub accepted_at: Option<DateTimeUtc>,
    /// The number of its newest version; 0: it was never handed in.
    pub version: i32,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
    pub submitted_at: Option<DateTimeUtc>,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
