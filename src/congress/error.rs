//! What can go wrong with a congress.

mod question;

pub use question::QuestionFault;

use crate::rules::Deadline;
use crate::rules::code::Unusable;
use base::Uuid;
use base::error::Told;
use store::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum CongressError {
    #[error("there is no such congress")]
    Unknown,
    #[error("the short name {0} is taken")]
    SlugTaken(String),
    #[error("the short name {0} cannot be used")]
    SlugMalformed(String),
    #[error("a name is missing")]
    NameMissing,
    #[error("a name has at most 300 characters")]
    NameMalformed,
    #[error("a congress ends after it begins")]
    EndsBeforeStart,
    #[error("{0} is no time zone")]
    UnknownZone(String),
    #[error("doors open before the congress begins")]
    DoorsAfterStart,
    #[error("people cannot change that themselves so late: {0:?}")]
    DeadlineLate(Deadline),
    #[error("a text is missing")]
    TextMissing,
    #[error("a text is too long")]
    TooLong,
    #[error("there are no seats below zero")]
    NegativeSeats,
    #[error("that is no colour")]
    UnknownColour,
    #[error("that is no mail address")]
    AddressMalformed,
    #[error("that is no address of a web page")]
    LinkMalformed,
    #[error("{0} is a partner in this part already")]
    PartnerTwice(String),
    #[error(transparent)]
    Stale(#[from] web::form::Stale),
    /// The capacity that has no room, so that the caller can name it.
    #[error("no place left")]
    Full(Uuid),
    #[error("{taken} places are taken already, so there cannot be {size}")]
    SmallerThanTaken { size: i32, taken: i32 },
    #[error("something of the programme is in this room")]
    RoomUsed,
    #[error("it has orders, whose links would lead nowhere")]
    HasOrders,
    #[error("{0} cannot be a code")]
    CodeMalformed(String),
    #[error("there is a code {0} already")]
    CodeTaken(String),
    #[error("the code cannot be used: {0:?}")]
    CodeUnusable(Unusable),
    #[error("the code was used {used} times")]
    FewerThanUsed { used: i32 },
    #[error("the code was used: it can be ended, not deleted")]
    CodeWasUsed,
    #[error("an offer stands for 1 to 336 hours, for at most 20 places")]
    WaitingTerms,
    /// It left the waiting list, or has what it waited for.
    #[error("it does not wait any more")]
    WaitingOver,
    #[error("the same address waits for the same already")]
    WaitingTwice,
    /// It was answered before, or nobody answered in time.
    #[error("the offer does not stand any more")]
    OfferOver,
    #[error(transparent)]
    Question(#[from] QuestionFault),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for CongressError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::SlugTaken(_)
            | Self::PartnerTwice(_)
            | Self::Full(_)
            | Self::SmallerThanTaken { .. }
            | Self::CodeTaken(_)
            | Self::CodeUnusable(_)
            | Self::FewerThanUsed { .. }
            | Self::CodeWasUsed
            | Self::HasOrders
            | Self::RoomUsed
            | Self::WaitingOver
            | Self::WaitingTwice
            | Self::OfferOver => 409,
            Self::SlugMalformed(_)
            | Self::NameMissing
            | Self::NameMalformed
            | Self::EndsBeforeStart
            | Self::UnknownZone(_)
            | Self::DoorsAfterStart
            | Self::DeadlineLate(_)
            | Self::TextMissing
            | Self::TooLong
            | Self::NegativeSeats
            | Self::UnknownColour
            | Self::LinkMalformed
            | Self::WaitingTerms
            | Self::CodeMalformed(_)
            | Self::AddressMalformed => 422,
            Self::Stale(e) => e.status(),
            Self::Question(fault) => fault.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::SlugTaken(_) => "slug-taken",
            Self::SlugMalformed(_)
            | Self::NameMissing
            | Self::NameMalformed
            | Self::EndsBeforeStart
            | Self::UnknownZone(_)
            | Self::DoorsAfterStart
            | Self::DeadlineLate(_)
            | Self::TextMissing
            | Self::TooLong
            | Self::NegativeSeats
            | Self::UnknownColour
            | Self::LinkMalformed
            | Self::WaitingTerms
            | Self::CodeMalformed(_)
            | Self::AddressMalformed => "invalid",
            Self::PartnerTwice(_) => "partner-twice",
            Self::Stale(e) => e.problem(),
            Self::Question(fault) if fault.status() == 409 => "question-in-use",
            Self::Question(_) => "invalid",
            Self::Full(_) => "sold-out",
            Self::SmallerThanTaken { .. } => "smaller-than-taken",
            Self::HasOrders => "has-orders",
            Self::RoomUsed => "room-used",
            Self::WaitingOver => "waiting-over",
            Self::WaitingTwice => "waiting-twice",
            Self::OfferOver => "offer-over",
            Self::CodeTaken(_) => "code-taken",
            Self::CodeUnusable(_) => "code-unusable",
            Self::FewerThanUsed { .. } => "fewer-than-used",
            Self::CodeWasUsed => "code-was-used",
            Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "congress-error-unknown",
            Self::SlugTaken(_) => "congress-error-slug-taken",
            Self::SlugMalformed(_) => "congress-error-slug-malformed",
            Self::NameMissing => "congress-error-name-missing",
            Self::NameMalformed => "congress-error-name-malformed",
            Self::EndsBeforeStart => "congress-error-ends-before-start",
            Self::UnknownZone(_) => "congress-error-unknown-zone",
            Self::DoorsAfterStart => "congress-error-doors-after-start",
            Self::DeadlineLate(Deadline::Names) => "congress-error-late-names",
            Self::DeadlineLate(Deadline::Substitutes) => "congress-error-late-substitutes",
            Self::DeadlineLate(Deadline::Category) => "congress-error-late-category",
            Self::DeadlineLate(Deadline::Cancel) => "congress-error-late-cancel",
            Self::TextMissing => "congress-error-text-missing",
            Self::TooLong => "congress-error-too-long",
            Self::NegativeSeats => "congress-error-negative-seats",
            Self::UnknownColour => "congress-error-unknown-colour",
            Self::AddressMalformed => "congress-error-address-malformed",
            Self::LinkMalformed => "congress-error-link-malformed",
            Self::PartnerTwice(_) => "congress-error-partner-twice",
            Self::Stale(e) => e.message(),
            Self::Question(fault) => fault.message(),
            Self::Full(_) => "congress-error-full",
            Self::SmallerThanTaken { .. } => "congress-error-smaller-than-taken",
            Self::HasOrders => "congress-error-has-orders",
            Self::RoomUsed => "congress-error-room-used",
            Self::WaitingTerms => "congress-error-waiting-terms",
            Self::WaitingOver => "congress-error-waiting-over",
            Self::WaitingTwice => "congress-error-waiting-twice",
            Self::OfferOver => "congress-error-offer-over",
            Self::CodeMalformed(_) => "code-error-malformed",
            Self::CodeTaken(_) => "code-error-taken",
            Self::CodeUnusable(Unusable::Ended) => "code-error-ended",
            Self::CodeUnusable(Unusable::NotYet(_)) => "code-error-not-yet",
            Self::CodeUnusable(Unusable::Expired) => "code-error-expired",
            Self::CodeUnusable(Unusable::UsedUp) => "code-error-used-up",
            Self::FewerThanUsed { .. } => "code-error-fewer-than-used",
            Self::CodeWasUsed => "code-error-was-used",
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SlugTaken(slug) | Self::SlugMalformed(slug) => vec![("slug", slug.clone())],
            Self::PartnerTwice(name) => vec![("name", name.clone())],
            Self::CodeMalformed(code) | Self::CodeTaken(code) => vec![("code", code.clone())],
            Self::FewerThanUsed { used } => vec![("used", used.to_string())],
            Self::UnknownZone(zone) => vec![("zone", zone.clone())],
            Self::SmallerThanTaken { size, taken } => vec![("size", size.to_string()), ("taken", taken.to_string())],
            Self::Question(QuestionFault::OptionChosen(label) | QuestionFault::OptionTwice(label)) => {
                vec![("label", label.clone())]
            }
            _ => vec![],
        }
    }

    fn pointer(&self) -> Option<String> {
        let member = match self {
            Self::SlugMalformed(_) => "/slug",
            Self::NameMissing | Self::NameMalformed => "/name",
            Self::EndsBeforeStart => "/ends_at",
            Self::UnknownZone(_) => "/zone",
            Self::CodeMalformed(_) | Self::CodeTaken(_) => "/code",
            Self::FewerThanUsed { .. } => "/max_uses",
            _ => return None,
        };
        Some(member.into())
    }
}
