//! A step of a submission from one state to another, or a quiet decision. Never changed once it is written.

use super::submission::State;
use crate::rules::transition;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// As [`transition::By`], in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum By {
    Submitter,
    Organiser,
    Announcement,
}

impl From<transition::By> for By {
    fn from(by: transition::By) -> Self {
        match by {
            transition::By::Submitter => Self::Submitter,
            transition::By::Organiser => Self::Organiser,
            transition::By::Announcement => Self::Announcement,
        }
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub from_state: State,
    pub to_state: State,
    /// It was decided quietly: the state stayed.
    pub quiet: bool,
    pub by_whom: By,
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    /// The version of the text that it was about.
    pub version: i32,
    /// For the organisers alone.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
