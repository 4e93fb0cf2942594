//! One edition, with its dates and its place.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;
use utoipa::ToSchema;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = Phase)]
pub enum Phase {
    Draft,
    Open,
    Over,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "congress")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    /// What the wordmark says, and what it sets apart: "DigitaleZukunft" and "@OWL".
    #[sea_orm(column_type = "Text")]
    pub wordmark: String,
    #[sea_orm(column_type = "Text")]
    pub wordmark_accent: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub lead: Translated,
    /// A short line: "Paderborn und online".
    #[sea_orm(column_type = "JsonBinary")]
    pub place: Translated,
    /// Who it is by, in a sentence.
    #[sea_orm(column_type = "JsonBinary")]
    pub host_line: Translated,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub doors_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub zone: String,
    pub phase: Phase,
    #[sea_orm(column_type = "Text")]
    pub venue_name: String,
    #[sea_orm(column_type = "Text")]
    pub venue_street: String,
    #[sea_orm(column_type = "Text")]
    pub venue_postcode: String,
    #[sea_orm(column_type = "Text")]
    pub venue_town: String,
    #[sea_orm(column_type = "Text")]
    pub contact_address: String,
    /// Who signs the mails.
    #[sea_orm(column_type = "Text")]
    pub signature: String,
    /// `#3b49df`; empty: the house's.
    #[sea_orm(column_type = "Text")]
    pub accent: String,
    /// Who its mails come from; empty: the congress's name.
    #[sea_orm(column_type = "Text")]
    pub sender_name: String,
    /// Where answers to its mails go; empty: the contact address.
    #[sea_orm(column_type = "Text")]
    pub reply_to: String,
    /// Until when those who hold a link may correct names themselves; none: until it ends.
    pub names_until: Option<DateTimeUtc>,
    /// The same for naming somebody who comes instead; none: until the doors open.
    pub substitutes_until: Option<DateTimeUtc>,
    /// The same for another category; none: until the doors open.
    pub category_until: Option<DateTimeUtc>,
    /// The same for giving tickets back; none: until the doors open.
    pub cancel_until: Option<DateTimeUtc>,
    /// Raised by every change of public data.
    pub revision: i64,
    /// Raised by every change of when or where it is: appointments count it.
    pub moves: i32,
    /// When that was last.
    pub moved_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl Model {
    /// The house and its address, in one line; empty, if nothing is known of it.
    pub fn venue(&self) -> String {
        let town = format!("{} {}", self.venue_postcode, self.venue_town);
        let parts = [self.venue_name.as_str(), &self.venue_street, town.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Where answers to its mails go, and what the office must know at once: none, if it has given no address.
    pub fn answers_to(&self) -> Option<&str> {
        [&self.reply_to, &self.contact_address].into_iter().map(String::as_str).find(|address| !address.is_empty())
    }
}

impl ActiveModelBehavior for ActiveModel {}
