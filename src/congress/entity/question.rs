//! What whoever registers is asked.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// Of whom it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum UsedFor {
    /// Once an order.
    Order,
    /// Once each person.
    Attendee,
}

/// How it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    LongText,
    Number,
    Date,
    YesNo,
    OneOf,
    SeveralOf,
    File,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "question")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub used_for: UsedFor,
    /// In the API and in exports; it stays when the words change.
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub label: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub help: Translated,
    pub kind: Kind,
    /// Of a number.
    pub least: Option<i64>,
    pub most: Option<i64>,
    pub required: bool,
    /// Asked only of who gave the answer `depends_value` to this earlier question.
    pub depends_on: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub depends_value: String,
    pub position: i32,
    /// What the answer is needed for, told to who answers.
    #[sea_orm(column_type = "JsonBinary")]
    pub purpose: Translated,
    /// Days after the end of the congress, when answers are deleted.
    pub retention_days: i32,
    /// Read with names only by who may.
    pub sensitive: bool,
    /// Told to the kitchen and the house, in numbers without names.
    pub counted: bool,
    pub asked_until: Option<DateTimeUtc>,
    pub changed_until: Option<DateTimeUtc>,
    /// Not active: retired, no longer asked.
    pub active: bool,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
