//! What can go wrong with booking a seat.

use crate::query::booking::Clash;
use base::error::Told;
use congress::CongressError;
use post::PostError;
use registration::RegistrationError;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum BookingError {
    #[error("there is no such occurrence, or nobody books seats for it")]
    Unknown,
    #[error("it has begun, or does not take place")]
    Closed,
    /// Of a ticket that is for the livestream, awaits approval, ended, or tries something out.
    #[error("this ticket books no seats")]
    NoTicket,
    #[error("no seat is left")]
    Full,
    /// Something else is at that time. To be shown, and confirmed.
    #[error("something else is at that time")]
    Clash(Vec<Clash>),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Registration(#[from] RegistrationError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for BookingError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::Closed | Self::NoTicket | Self::Full | Self::Clash(_) => 409,
            Self::Congress(e) => e.status(),
            Self::Registration(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::Closed => "closed",
            Self::NoTicket | Self::Clash(_) => "invalid",
            Self::Full => "sold-out",
            Self::Congress(e) => e.problem(),
            Self::Registration(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "fault-text-404",
            Self::Closed => "booking-error-closed",
            Self::NoTicket => "booking-error-no-ticket",
            Self::Full => "booking-error-full",
            Self::Clash(_) => "booking-error-clash",
            Self::Congress(e) => e.message(),
            Self::Registration(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Congress(e) => e.values(),
            Self::Registration(e) => e.values(),
            Self::Post(e) => e.values(),
            _ => vec![],
        }
    }
}
