//! What some want to do together on a topic.

use crate::rules::cooperation::Circle;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What it came of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Two who know each other.
    Connection,
    Topic,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cooperation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    /// The edition that it came of.
    pub congress_id: Uuid,
    pub topic_id: Uuid,
    /// Six letters and digits, as an order has them.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Plain.
    #[sea_orm(column_type = "Text")]
    pub goal: String,
    pub circle: Circle,
    /// Whether more partners are looked for, …
    pub seeks: bool,
    /// … and whom.
    #[sea_orm(column_type = "Text")]
    pub wanted: String,
    /// What is to be done next.
    #[sea_orm(column_type = "Text")]
    pub next: String,
    pub next_owner_id: Option<Uuid>,
    /// By which day: `2027-03-11`.
    #[sea_orm(column_type = "Text", nullable)]
    pub next_on: Option<String>,
    /// One a line.
    #[sea_orm(column_type = "Text")]
    pub links: String,
    pub origin: Origin,
    /// Since when it shows to those who are in it alone, because organisers took it off, …
    pub hidden_at: Option<DateTimeUtc>,
    /// … and why.
    #[sea_orm(column_type = "Text")]
    pub hidden_why: String,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
