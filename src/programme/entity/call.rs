//! A call: what organisers ask for, of whom, and until when.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// What is called for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Session,
    /// What shows itself at a stand, on stage, or both.
    Project,
}

/// Language tags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Tags(pub Vec<String>);

/// Numbers of days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Days(pub Vec<i32>);

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    pub kind: Kind,
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Translated,
    /// Above the form; Markdown.
    #[sea_orm(column_type = "JsonBinary")]
    pub lead: Translated,
    /// What whoever handed in reads afterwards.
    #[sea_orm(column_type = "JsonBinary")]
    pub thanks: Translated,
    /// None: as soon as it is published.
    pub opens_at: Option<DateTimeUtc>,
    /// None: until somebody closes it.
    pub closes_at: Option<DateTimeUtc>,
    /// Which languages contributions can be held in.
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: Tags,
    /// In characters as people count them.
    pub abstract_max: i32,
    pub description_max: i32,
    pub biography_max: i32,
    /// So many days after they were told, those who have not confirmed are reminded.
    #[sea_orm(column_type = "JsonBinary")]
    pub remind_days: Days,
    pub published: bool,
    pub position: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
