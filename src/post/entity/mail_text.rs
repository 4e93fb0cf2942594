//! What a congress says in its own words in one kind of mail, version by version.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_text")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// `registration/order`.
    #[sea_orm(column_type = "Text")]
    pub template: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// From 1. The highest holds.
    pub version: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub words: OwnWords,
    pub saved_at: DateTimeUtc,
}

/// What is said instead of what, each as it is worded in Markdown. Empty: nothing is said there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct OwnWords(pub BTreeMap<String, String>);

impl ActiveModelBehavior for ActiveModel {}
