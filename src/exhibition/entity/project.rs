//! A project that shows itself.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Translated;

/// What a submission says of its project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Said {
    /// The language of the texts.
    pub language: String,
    pub title: String,
    pub summary: String,
    pub description: String,
    pub offers: String,
    pub seeks: String,
    pub partners: String,
    pub organisation: String,
    pub needs_power: bool,
    pub needs_screen: bool,
    pub needs_space: bool,
    pub wants_stage: bool,
    pub topics: BTreeSet<Uuid>,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "project")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Six letters and digits, as an order has them.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Made once, whatever the project is called later.
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Translated,
    /// What it is in a sentence or two, plain.
    #[sea_orm(column_type = "JsonBinary")]
    pub summary: Translated,
    /// Markdown.
    #[sea_orm(column_type = "JsonBinary")]
    pub description: Translated,
    #[sea_orm(column_type = "Text")]
    pub organisation: String,
    /// Who takes part besides, one a line.
    #[sea_orm(column_type = "Text")]
    pub partners: String,
    /// What others can have of it, and what it looks for.
    #[sea_orm(column_type = "JsonBinary")]
    pub offers: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub seeks: Translated,
    /// Whom the team writes to.
    pub mailbox_id: Option<Uuid>,
    pub needs_power: bool,
    pub needs_screen: bool,
    pub needs_space: bool,
    pub wants_stage: bool,
    /// Since when everybody sees it.
    pub published_at: Option<DateTimeUtc>,
    /// Its impulse on stage.
    pub session_id: Option<Uuid>,
    pub stand_id: Option<Uuid>,
    /// What its submission said when it last followed it; none, where it came of none.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub said: Option<Said>,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
