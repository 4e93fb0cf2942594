//! What can go wrong with categories and quotas.

use base::error::Told;
use congress::CongressError;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum TicketingError {
    #[error("the short name {0} is taken")]
    SlugTaken(String),
    #[error("the short name {0} cannot be used")]
    SlugMalformed(String),
    #[error("there is no category {0}")]
    UnknownCategory(String),
    #[error("a price is zero or more")]
    NegativePrice,
    #[error("VAT is between 0 and 100 per cent")]
    VatOutOfRange,
    #[error("a quota stands over at least one category")]
    NoCategory,
    #[error("a quota is zero or more")]
    NegativeSize,
    #[error("{taken} places of these categories are taken already, so there cannot be {size}")]
    SmallerThanTaken { size: i32, taken: i32 },
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for TicketingError {
    fn status(&self) -> u16 {
        match self {
            Self::SlugTaken(_) | Self::SmallerThanTaken { .. } => 409,
            Self::SlugMalformed(_)
            | Self::UnknownCategory(_)
            | Self::NegativePrice
            | Self::VatOutOfRange
            | Self::NoCategory
            | Self::NegativeSize => 422,
            Self::Congress(e) => e.status(),
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::SlugTaken(_) => "slug-taken",
            Self::SmallerThanTaken { .. } => "smaller-than-taken",
            Self::Congress(e) => e.problem(),
            Self::Database(_) => "internal",
            _ => "invalid",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::SlugTaken(_) => "congress-error-slug-taken",
            Self::SlugMalformed(_) => "congress-error-slug-malformed",
            Self::UnknownCategory(_) => "ticketing-error-unknown-category",
            Self::NegativePrice => "ticketing-error-negative-price",
            Self::VatOutOfRange => "ticketing-error-vat-out-of-range",
            Self::NoCategory => "ticketing-error-no-category",
            Self::NegativeSize => "ticketing-error-negative-size",
            Self::SmallerThanTaken { .. } => "congress-error-smaller-than-taken",
            Self::Congress(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SlugTaken(slug) | Self::SlugMalformed(slug) | Self::UnknownCategory(slug) => {
                vec![("slug", slug.clone())]
            }
            Self::SmallerThanTaken { size, taken } => vec![("size", size.to_string()), ("taken", taken.to_string())],
            Self::Congress(e) => e.values(),
            _ => vec![],
        }
    }
}
