//! What a call asks of its own, beside what every call asks.

use base::Text;
use congress::rules::question::Shape;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// How it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    LongText,
    Date,
    YesNo,
    OneOf,
    SeveralOf,
}

impl Kind {
    /// Whether one of some answers is chosen: words that are nobody's own.
    pub fn is_choice(self) -> bool {
        matches!(self, Self::OneOf | Self::SeveralOf)
    }

    /// Whether it is answered in one's own words.
    pub fn is_free(self) -> bool {
        matches!(self, Self::Text | Self::LongText)
    }
}

impl From<Kind> for congress::entity::question::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text,
            Kind::LongText => Self::LongText,
            Kind::Date => Self::Date,
            Kind::YesNo => Self::YesNo,
            Kind::OneOf => Self::OneOf,
            Kind::SeveralOf => Self::SeveralOf,
        }
    }
}

/// An answer to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What answers are kept as; it stays when the words change.
    pub slug: String,
    pub label: Text,
    /// Not active: nobody chooses it any more, who did keeps it.
    pub active: bool,
}

/// The answers to choose from, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Choices(pub Vec<Choice>);

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call_question")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub call_id: Uuid,
    /// The name of its field; it stays when the words change.
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub label: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub help: Translated,
    pub kind: Kind,
    #[sea_orm(column_type = "JsonBinary")]
    pub options: Choices,
    pub required: bool,
    /// Told to those who review.
    pub reviewers: bool,
    /// Not active: retired, no longer asked.
    pub active: bool,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// How it is answered.
    pub fn shape(&self) -> Shape<'_> {
        let options = self.options.0.iter().map(|option| (option.slug.as_str(), option.active));
        Shape { kind: self.kind.into(), least: None, most: None, options: options.collect() }
    }
}
