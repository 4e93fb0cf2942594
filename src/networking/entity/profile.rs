//! Somebody in the directory: one for each person, over all editions.

use crate::rules::visibility::{Level, Visibility};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How others may get in touch.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Others may show interest, no more.
    Interest,
    Message,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "profile")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    pub person_id: Uuid,
    /// Where mails go.
    pub mailbox_id: Uuid,
    /// Six letters and digits, as an order has them.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    pub organisation_id: Option<Uuid>,
    /// What they are there: "IT-Leitung".
    #[sea_orm(column_type = "Text")]
    pub job: String,
    /// What they work on, plain.
    #[sea_orm(column_type = "Text")]
    pub work: String,
    /// Tags, divided by spaces: `de en`.
    #[sea_orm(column_type = "Text")]
    pub languages: String,
    /// One a line.
    #[sea_orm(column_type = "Text")]
    pub links: String,
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    pub reach: Reach,
    #[sea_orm(column_type = "JsonBinary")]
    pub visibility: Visibility,
    /// Two of its fields again, so that the database can narrow lists by them.
    /// The name as it is sorted by.
    #[sea_orm(column_type = "Text")]
    pub sort_key: String,
    pub name_level: Level,
    pub organisation_level: Level,
    /// Raised to end links and sessions of before.
    pub generation: i32,
    /// How often somebody was interested: who is sought after need not be shown first.
    pub received: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    /// Then it is deleted, unless its owner keeps it.
    pub expires_at: DateTimeUtc,
    pub reminded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
