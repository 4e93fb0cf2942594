//! A member of staff, for the whole installation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// As [`base::contact::normalise`] writes it.
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// As shown on timelines.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// Argon2id in PHC form; none: logs in by mail only.
    #[sea_orm(column_type = "Text", nullable)]
    pub password_hash: Option<String>,
    pub created_at: DateTimeUtc,
    pub disabled_at: Option<DateTimeUtc>,
}

impl Model {
    pub fn language(&self) -> base::Language {
        self.language.parse().unwrap_or_default()
    }
}

impl ActiveModelBehavior for ActiveModel {}
