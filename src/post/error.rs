//! What can go wrong with the outbox.

use crate::dkim::DkimError;
use base::error::Told;
use store::DbErr;

/// Why a use case of the outbox did not happen.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    #[error("there is no such message")]
    Unknown,
    /// It waits or is being sent; sending it again would make two.
    #[error("the message is on its way")]
    UnderWay,
    #[error("the message has been sent")]
    Sent,
    /// Dropped: what it told is no longer true.
    #[error("the message is no longer true")]
    Outdated,
    #[error("the message is not held")]
    NotHeld,
    /// Somebody else saved meanwhile.
    #[error("the text was changed meanwhile")]
    Changed,
    /// It is no other address.
    #[error("the message is addressed there already")]
    SameAddress,
    #[error("KONGRESS_SMTP_URL: {0}")]
    SmtpUrl(String),
    #[error("KONGRESS_SMTP_CA_FILE: {0}")]
    SmtpCaFile(String),
    #[error("KONGRESS_MAIL_FROM: {0:?} is no mail address like \"Kongress <kongress@example.org>\"")]
    MailFrom(String),
    #[error("KONGRESS_BOUNCE_ADDRESS: {0:?} is no address like bounces@example.org, or too long")]
    BounceAddress(String),
    #[error("KONGRESS_BOUNCE_IMAP_URL: {0}")]
    ImapUrl(String),
    #[error("KONGRESS_SMTP_RATE: {0:?} is no number of mails a minute")]
    SmtpRate(String),
    #[error(transparent)]
    Dkim(#[from] DkimError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for PostError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::UnderWay | Self::Sent | Self::Outdated | Self::NotHeld | Self::Changed => 409,
            Self::SameAddress => 422,
            Self::Database(e) if store::is_passing(e) => 503,
            Self::SmtpUrl(_)
            | Self::SmtpCaFile(_)
            | Self::MailFrom(_)
            | Self::BounceAddress(_)
            | Self::ImapUrl(_)
            | Self::SmtpRate(_)
            | Self::Dkim(_)
            | Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::UnderWay => "message-under-way",
            Self::Sent => "message-sent",
            Self::Outdated => "message-outdated",
            Self::NotHeld => "message-not-held",
            Self::Changed => "mail-text-changed",
            Self::SameAddress => "message-same-address",
            Self::SmtpUrl(_)
            | Self::SmtpCaFile(_)
            | Self::MailFrom(_)
            | Self::BounceAddress(_)
            | Self::ImapUrl(_)
            | Self::SmtpRate(_)
            | Self::Dkim(_)
            | Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "post-error-unknown",
            Self::UnderWay => "post-error-under-way",
            Self::Sent => "post-error-sent",
            Self::Outdated => "post-error-outdated",
            Self::NotHeld => "post-error-not-held",
            Self::Changed => "post-error-changed",
            Self::SameAddress => "post-error-same-address",
            Self::SmtpUrl(_)
            | Self::SmtpCaFile(_)
            | Self::MailFrom(_)
            | Self::BounceAddress(_)
            | Self::ImapUrl(_)
            | Self::SmtpRate(_)
            | Self::Dkim(_)
            | Self::Database(_) => "fault-text-500",
        }
    }
}
