//! A mail, from the moment it has a cause.

use crate::trouble::Trouble;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// None: of the installation, as log-in links are.
    pub congress_id: Option<Uuid>,
    /// `registration.order`: who composes it.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Why it exists. Always one message for each cause.
    #[sea_orm(column_type = "Text", unique)]
    pub cause: String,
    pub mailbox_id: Option<Uuid>,
    /// What asks for its mails: an order. None: nothing does.
    pub about_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub to_address: String,
    #[sea_orm(column_type = "Text")]
    pub to_name: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// What the mail is about: ids. The rest is read when it is written.
    #[sea_orm(column_type = "JsonBinary")]
    pub payload: Json,
    pub state: State,
    /// RFC 5322 §3.6.4, for ever. Until the first attempt to send only its left part: the domain is that of the
    /// address it then comes from.
    #[sea_orm(column_type = "Text", unique)]
    pub message_id: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub subject: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub text: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub html: Option<String>,
    /// The names of the files that went along, one a line.
    #[sea_orm(column_type = "Text")]
    pub attachments: String,
    /// How often it was put into the outbox. A job of an earlier round does nothing. Counted, since hosts' clocks differ.
    pub round: i32,
    /// Of this round.
    pub attempts: i32,
    /// The server's last answer, cleaned, or why there is none.
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    /// What that means. None: nothing keeps it from arriving, as far as is known.
    pub trouble: Option<Trouble>,
    /// Address, name and subject, folded: what one looks for.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
    /// When this round began.
    pub queued_at: DateTimeUtc,
    pub sending_at: Option<DateTimeUtc>,
    pub sent_at: Option<DateTimeUtc>,
}

/// Where a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Written and kept back: by somebody, or because no mail server is set.
    Held,
    /// Goes out when its job is due.
    Waiting,
    /// Being handed to the server. Whether it got there is only known when the server answers.
    Sending,
    Sent,
    /// Refused for good, or not accepted in 72 hours.
    Failed,
    /// The worker was lost while sending: it may have arrived. People decide.
    InDoubt,
    /// No longer true when it was due: it was never sent.
    Dropped,
}

impl State {
    pub const ALL: [Self; 7] =
        [Self::Held, Self::Waiting, Self::Sending, Self::Sent, Self::Failed, Self::InDoubt, Self::Dropped];

    /// As in the database, in addresses of lists, and after `post-state-` in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::InDoubt => "in_doubt",
            Self::Dropped => "dropped",
        }
    }
}

impl ActiveModelBehavior for ActiveModel {}
