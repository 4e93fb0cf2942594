//! A text of a congress: on the public page, a page of its own, on the ticket.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// Where it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Highlight,
    Arrival,
    Page,
    Ticket,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub place: Place,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    pub position: i32,
    #[sea_orm(column_type = "Text")]
    pub icon: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub preline: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Translated,
    /// Markdown.
    #[sea_orm(column_type = "JsonBinary")]
    pub body: Translated,
}

impl ActiveModelBehavior for ActiveModel {}
