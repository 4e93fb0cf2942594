//! A mail address that somebody typed, once for each host. What attendees, contacts and messages point to.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mailbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    /// As [`base::contact::normalise`] writes it.
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// In which mails go there: `de` or `en`.
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// Whose it is, once they said so behind a link sent there.
    pub person_id: Option<Uuid>,
    /// When somebody first pressed a button behind a link sent there.
    pub proven_at: Option<DateTimeUtc>,
    /// Mails that came back since the last one that arrived.
    pub bounces: i32,
    /// Since when nothing is sent there that nobody asked for. Tickets and answers are.
    pub blocked_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl Model {
    pub fn language(&self) -> base::Language {
        self.language.parse().unwrap_or_default()
    }
}

impl ActiveModelBehavior for ActiveModel {}
