//! A session: what, not when and where.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// How abstract and description are written: what was taken in may be HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Markup {
    Markdown,
    Html,
    Plain,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Six letters and digits, as an order has them.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Made once, whatever the session is called later.
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    pub type_id: Option<Uuid>,
    pub track_id: Option<Uuid>,
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub subtitle: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub abstract_text: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub description: Translated,
    pub markup: Markup,
    /// BCP 47, as it is held in; empty: nobody said.
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub minutes: Option<i32>,
    pub do_not_record: bool,
    /// Seats that ticket holders book, at each occurrence. None: whoever comes.
    pub seats: Option<i32>,
    /// Whoever speaks has said that they come, or it needs nobody to say so. Releases hold nothing else.
    pub confirmed_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    /// Raised whenever it is cancelled, or not any more: calendars count it.
    pub turns: i32,
    /// See [`crate::exchange::origin::SessionOrigin`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub origin: Option<Json>,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
