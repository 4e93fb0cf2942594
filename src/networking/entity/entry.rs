//! Something that somebody offers or looks for, on a topic.

use crate::rules::town::SizeClass;
use crate::rules::visibility::Level;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whether it is given or looked for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Offer,
    Need,
}

/// What is given or looked for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Experience,
    Solution,
    Staff,
    FundingPartner,
    /// A place to try something: who offers one is the place.
    PilotPlace,
    JointProcurement,
    /// *Einer für Alle*: one makes it, all may use it.
    Reuse,
    SiteVisit,
}

impl Form {
    pub const ALL: [Self; 8] = [
        Self::Experience,
        Self::Solution,
        Self::Staff,
        Self::FundingPartner,
        Self::PilotPlace,
        Self::JointProcurement,
        Self::Reuse,
        Self::SiteVisit,
    ];
}

/// How far it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Maturity {
    Idea,
    Planning,
    Pilot,
    Running,
    /// Others can take it over as it is.
    Transferable,
}

impl Maturity {
    pub const ALL: [Self; 5] = [Self::Idea, Self::Planning, Self::Pilot, Self::Running, Self::Transferable];
}

/// How large a town is: see [`SizeClass`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Size {
    Small,
    Middle,
    Large,
    City,
}

impl From<Size> for SizeClass {
    fn from(size: Size) -> Self {
        match size {
            Size::Small => Self::Small,
            Size::Middle => Self::Middle,
            Size::Large => Self::Large,
            Size::City => Self::City,
        }
    }
}

/// How near.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// The own district and those beside it.
    Neighbourhood,
    Owl,
    Anywhere,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    pub profile_id: Uuid,
    pub topic_id: Uuid,
    /// Six letters and digits, as an order has them.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    pub side: Side,
    pub form: Form,
    pub maturity: Option<Maturity>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Plain.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// The year.
    pub since: Option<i32>,
    /// How large a town the other should be.
    pub size: Option<Size>,
    /// How near the other should be.
    pub region: Region,
    /// Who sees it.
    pub level: Level,
    pub expires_at: DateTimeUtc,
    pub reminded_at: Option<DateTimeUtc>,
    /// Since when organisers took it off.
    pub hidden_at: Option<DateTimeUtc>,
    /// What they told its author.
    #[sea_orm(column_type = "Text")]
    pub hidden_why: String,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
