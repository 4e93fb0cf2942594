//! What can go wrong with money.

use base::error::Told;
use congress::CongressError;
use paper::PaperError;
use post::PostError;
use registration::RegistrationError;
use store::DbErr;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum PaymentError {
    /// No such payment, refund or invoice, or not for this actor.
    #[error("there is no such payment or invoice")]
    Unknown,
    /// More would be paid back than came in.
    #[error("{open} cents at most can be paid back")]
    MoreThanKept { open: i64 },
    #[error("the account number is wrong")]
    Iban,
    #[error("the bank's code is wrong")]
    Bic,
    #[error("a country has two letters")]
    Country,
    #[error("at most {most} characters")]
    TooLong { most: usize },
    #[error("a tax number or a VAT identification number is missing")]
    NoTaxNumber,
    /// An invoice needs who sells, and where.
    #[error("{field} is missing")]
    Missing { field: &'static str },
    #[error("the prefix of invoice numbers is malformed")]
    Prefix,
    #[error("numbers of invoices begin with {0} already")]
    PrefixUsed(String),
    #[error("days must be between 0 and 365")]
    Days,
    #[error(transparent)]
    Stale(#[from] Stale),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Registration(#[from] RegistrationError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<CongressError> for PaymentError {
    fn from(e: CongressError) -> Self {
        Self::Registration(e.into())
    }
}

impl Told for PaymentError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::MoreThanKept { .. } | Self::PrefixUsed(_) => 409,
            Self::Iban
            | Self::Bic
            | Self::Country
            | Self::TooLong { .. }
            | Self::NoTaxNumber
            | Self::Missing { .. }
            | Self::Prefix
            | Self::Days => 422,
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Paper(_) | Self::Database(_) => 500,
            Self::Stale(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Registration(e) => e.status(),
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::MoreThanKept { .. } => "more-than-kept",
            Self::PrefixUsed(_) => "prefix-used",
            Self::Iban
            | Self::Bic
            | Self::Country
            | Self::TooLong { .. }
            | Self::NoTaxNumber
            | Self::Missing { .. }
            | Self::Prefix
            | Self::Days => "invalid",
            Self::Paper(_) | Self::Database(_) => "internal",
            Self::Stale(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Registration(e) => e.problem(),
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "payment-error-unknown",
            Self::MoreThanKept { .. } => "payment-error-more-than-kept",
            Self::Iban => "payment-error-iban",
            Self::Bic => "payment-error-bic",
            Self::Country => "payment-error-country",
            Self::TooLong { .. } => "payment-error-too-long",
            Self::NoTaxNumber => "payment-error-no-tax-number",
            Self::Missing { .. } => "payment-error-missing",
            Self::Prefix => "payment-error-prefix",
            Self::PrefixUsed(_) => "payment-error-prefix-used",
            Self::Days => "payment-error-days",
            Self::Paper(_) | Self::Database(_) => "fault-text-500",
            Self::Stale(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Registration(e) => e.message(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { most } => vec![("most", most.to_string())],
            Self::PrefixUsed(prefix) => vec![("prefix", prefix.clone())],
            Self::Registration(e) => e.values(),
            Self::Post(e) => e.values(),
            _ => vec![],
        }
    }
}
