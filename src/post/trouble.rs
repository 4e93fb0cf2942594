//! What keeps a mail from arriving, as people are told: what it means and what to do stand in the locale files.

use sea_orm::{DeriveActiveEnum, EnumIter};

/// Why a mail is not there, or not yet. The server's own answer stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Trouble {
    /// No connection to the mail server.
    Unreachable,
    /// What answers there is no mail server.
    Stranger,
    /// A connection, and no answer in time.
    Silent,
    /// The server does not encrypt as is demanded.
    Tls,
    /// Its certificate is not trusted, or is another server's.
    Certificate,
    /// It does not accept our log-in, or wants one.
    Login,
    /// It takes nothing from our address.
    Sender,
    /// It takes nothing at the moment.
    Busy,
    /// It does not take this mail yet: greylisting, too many at once.
    Later,
    /// The recipient's mailbox is full.
    Full,
    /// There is no such recipient.
    Recipient,
    /// It does not take this mail: spam, size, rules.
    Refused,
    /// The connection was lost after the mail: it may have arrived.
    Lost,
    /// Its answer could not be read: it may have arrived.
    Unreadable,
    /// No mail can be sent to such an address.
    Address,
    /// The mail could not be written.
    Text,
}

impl Trouble {
    pub const ALL: [Self; 16] = [
        Self::Unreachable,
        Self::Stranger,
        Self::Silent,
        Self::Tls,
        Self::Certificate,
        Self::Login,
        Self::Sender,
        Self::Busy,
        Self::Later,
        Self::Full,
        Self::Recipient,
        Self::Refused,
        Self::Lost,
        Self::Unreadable,
        Self::Address,
        Self::Text,
    ];

    /// Of which nobody knows whether it arrived all the same.
    pub const DOUBTS: [Self; 2] = [Self::Lost, Self::Unreadable];

    /// As in the database, and after `post-trouble-` and `post-remedy-` in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Stranger => "stranger",
            Self::Silent => "silent",
            Self::Tls => "tls",
            Self::Certificate => "certificate",
            Self::Login => "login",
            Self::Sender => "sender",
            Self::Busy => "busy",
            Self::Later => "later",
            Self::Full => "full",
            Self::Recipient => "recipient",
            Self::Refused => "refused",
            Self::Lost => "lost",
            Self::Unreadable => "unreadable",
            Self::Address => "address",
            Self::Text => "text",
        }
    }

    /// Whether the mail may have arrived all the same.
    pub fn is_doubtful(self) -> bool {
        Self::DOUBTS.contains(&self)
    }
}
