//! Who gets a campaign: one row for each mailbox, made at its start. What became of the mail, the mail tells.

use sea_orm::entity::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    Queued,
    /// There is a mail.
    Taken,
    /// There will be none.
    Skipped,
}

/// Why nothing is sent: at the end of keys in the locale files.
pub mod reason {
    /// They want none.
    pub const OPTED_OUT: &str = "opted_out";
    /// Mails come back from there, or were called unwanted.
    pub const BLOCKED: &str = "blocked";
    /// They never agreed to news.
    pub const NO_CONSENT: &str = "no_consent";
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "recipient")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub mailbox_id: Uuid,
    pub state: State,
    /// See [`reason`].
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub message_id: Option<Uuid>,
    /// Which run is sending it now.
    pub run: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
