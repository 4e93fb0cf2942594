//! What can go wrong with an order.

use base::error::Told;
use congress::CongressError;
use congress::rules::question::Wrong;
use identity::IdentityError;
use paper::PaperError;
use post::PostError;
use store::DbErr;
use store::key::KeyError;
use ticketing::TicketingError;
use ticketing::rules::voucher::Refusal;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum RegistrationError {
    /// No such order or attendee, or not for this actor: the same answer, so that nobody can try codes.
    #[error("there is no such order")]
    Unknown,
    /// Of this attendee of the order, counted from 0.
    #[error("there is no category {slug}")]
    UnknownCategory { slug: String, attendee: usize },
    /// Not in its time of sale, or the congress is not open.
    #[error("{category} is not on sale")]
    NotOnSale { category: String },
    /// The quota without room, by its short name and its name for people.
    #[error("no place left in {quota}")]
    SoldOut { quota: String, name: String },
    #[error("an order holds at most {max} of {category}")]
    TooMany { category: String, max: i32 },
    #[error("all attendees of an order pay in one currency")]
    MixedCurrencies,
    /// It goes to whose address is on its list only.
    #[error("{category} goes to invited addresses only")]
    NotInvited { category: String },
    #[error("each address may have {max} of {category}")]
    InvitationUsed { category: String, max: i32 },
    /// Staff have decided already.
    #[error("it has been decided already")]
    Decided,
    /// Nothing that may go with a ticket: of this attendee of the order, counted from 0.
    #[error("there is no {slug} to go with a ticket")]
    UnknownExtra { slug: String, attendee: usize },
    /// An add-on that is none, or goes with other tickets: of this attendee of the order, counted from 0.
    #[error("{extra} does not go with {ticket}")]
    NotWith { extra: String, ticket: String, attendee: usize },
    /// Something is to be paid, and nobody said where the invoice goes: what of it is missing, by its name in forms.
    #[error("where the invoice goes is not said: {0:?}")]
    BillingMissing(Vec<&'static str>),
    /// Cancelled already, or the congress is over.
    #[error("this cannot be changed any more")]
    Closed,
    /// Two orders of different buyers, or in different currencies.
    #[error("these orders are not of one buyer")]
    OtherBuyer,
    /// Something was paid for one of two orders, or an invoice was issued.
    #[error("money or an invoice stands on one of the orders")]
    HasMoney,
    /// Only orders that try something out are deleted.
    #[error("this order is no test")]
    NoTest,
    /// Fewer places than people were named for.
    #[error("{used} people were named already")]
    ContingentUsed { used: i32 },
    /// A contingent until a moment that has passed.
    #[error("that moment has passed")]
    ContingentPast,
    /// A contingent beyond the end of its congress.
    #[error("the congress is over by then")]
    ContingentLate,
    /// Another price of a contingent that somebody was named for.
    #[error("the price is fixed since somebody was named")]
    ContingentPriceFixed,
    /// More people than places are left.
    #[error("only {left} places are left")]
    ContingentFull { left: usize },
    /// Somebody else has taken the place that was passed on.
    #[error("this place has its name already")]
    PlaceTaken,
    /// Somebody else changed it since it was shown. Nothing was changed.
    #[error(transparent)]
    Stale(#[from] Stale),
    /// The other category costs more, and somebody else pays.
    #[error("a dearer ticket is chosen by who pays for it")]
    OtherPrice,
    /// Answers that are none, or to questions that are not asked.
    #[error("some answers are wrong")]
    Answers(Vec<AnswerFault>),
    /// Somebody else was named already, and has not answered yet.
    #[error("somebody was asked already")]
    SubstituteAsked,
    /// Withdrawn, answered too late, or the ticket is no longer to be had.
    #[error("this ticket can no longer be taken over")]
    SubstitutionEnded,
    /// Nobody can join the waiting list, or nobody any more.
    #[error("the waiting list is closed")]
    WaitingClosed,
    #[error("one can wait for at most {max} tickets together")]
    TooManyTogether { max: i32 },
    /// So many places are not free in any category that would do.
    #[error("there are not so many places free")]
    NothingFree,
    #[error("the voucher cannot be used: {0:?}")]
    Voucher(Refusal),
    /// Asked for the same mails too often.
    #[error("these mails were asked for too often")]
    TooManyMails,
    #[error("no code is free")]
    NoCode,
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Ticketing(#[from] TicketingError),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// An answer that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFault {
    /// Of this attendee of the order, counted from 0; of the order itself, if there is none.
    pub attendee: Option<usize>,
    /// The question's short name.
    pub question: String,
    pub wrong: Wrong,
}

impl AnswerFault {
    /// Where it stands in a request (RFC 6901).
    pub fn pointer(&self) -> String {
        let slug = self.question.replace('~', "~0").replace('/', "~1");
        match self.attendee {
            Some(attendee) => format!("/attendees/{attendee}/answers/{slug}"),
            None => format!("/answers/{slug}"),
        }
    }
}

impl Told for RegistrationError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::NotOnSale { .. } | Self::NotInvited { .. } => 403,
            Self::SoldOut { .. }
            | Self::Decided
            | Self::Closed
            | Self::OtherPrice
            | Self::PlaceTaken
            | Self::SubstituteAsked
            | Self::SubstitutionEnded => 409,
            Self::UnknownCategory { .. }
            | Self::UnknownExtra { .. }
            | Self::NotWith { .. }
            | Self::BillingMissing(_)
            | Self::TooMany { .. }
            | Self::InvitationUsed { .. }
            | Self::MixedCurrencies
            | Self::Answers(_) => 422,
            Self::WaitingClosed | Self::NothingFree => 409,
            Self::TooManyTogether { .. } | Self::ContingentPast | Self::ContingentLate | Self::ContingentPriceFixed => {
                422
            }
            Self::Voucher(_) => 422,
            Self::NoTest
            | Self::OtherBuyer
            | Self::HasMoney
            | Self::ContingentUsed { .. }
            | Self::ContingentFull { .. } => 409,
            Self::TooManyMails => 429,
            Self::Key(KeyError::Database(e)) | Self::Database(e) if store::is_passing(e) => 503,
            Self::NoCode | Self::Key(_) | Self::Paper(_) | Self::Database(_) => 500,
            Self::Stale(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Ticketing(e) => e.status(),
            Self::Congress(e) => e.status(),
            Self::Identity(e) => e.status(),
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Unknown => "not-found",
            Self::NotOnSale { .. } | Self::NotInvited { .. } => "not-on-sale",
            Self::SoldOut { .. } => "sold-out",
            Self::Decided => "decided",
            Self::Closed => "closed",
            Self::OtherPrice => "other-price",
            Self::PlaceTaken => "place-taken",
            Self::SubstituteAsked => "substitute-asked",
            Self::SubstitutionEnded => "substitution-ended",
            Self::UnknownCategory { .. }
            | Self::UnknownExtra { .. }
            | Self::NotWith { .. }
            | Self::BillingMissing(_)
            | Self::TooMany { .. }
            | Self::InvitationUsed { .. }
            | Self::MixedCurrencies
            | Self::Answers(_) => "invalid",
            Self::WaitingClosed => "waiting-closed",
            Self::NothingFree => "sold-out",
            Self::TooManyTogether { .. } | Self::ContingentPast | Self::ContingentLate | Self::ContingentPriceFixed => {
                "invalid"
            }
            Self::Voucher(_) => "voucher-refused",
            Self::NoTest => "no-test",
            Self::OtherBuyer => "other-buyer",
            Self::HasMoney => "has-money",
            Self::ContingentUsed { .. } | Self::ContingentFull { .. } => "sold-out",
            Self::TooManyMails => "too-many-requests",
            Self::NoCode | Self::Key(_) | Self::Paper(_) | Self::Database(_) => "internal",
            Self::Stale(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Ticketing(e) => e.problem(),
            Self::Congress(e) => e.problem(),
            Self::Identity(e) => e.problem(),
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Unknown => "registration-error-unknown",
            Self::UnknownCategory { .. } => "ticketing-error-unknown-category",
            Self::UnknownExtra { .. } => "registration-error-unknown-extra",
            Self::BillingMissing(_) => "portal-fault-billing",
            Self::NotOnSale { .. } => "registration-error-not-on-sale",
            Self::SoldOut { .. } => "registration-error-sold-out",
            Self::TooMany { .. } => "registration-error-too-many",
            Self::MixedCurrencies => "registration-error-mixed-currencies",
            Self::NotInvited { .. } => "registration-error-not-invited",
            Self::InvitationUsed { .. } => "registration-error-invitation-used",
            Self::Decided => "registration-error-decided",
            Self::NotWith { .. } => "registration-error-not-with",
            Self::Closed => "registration-error-closed",
            Self::Answers(faults) => faults.first().map_or("question-fault-missing", |fault| fault.wrong.message),
            Self::SubstituteAsked => "registration-error-substitute-asked",
            Self::SubstitutionEnded => "registration-error-substitution-ended",
            Self::OtherPrice => "registration-error-other-price",
            Self::PlaceTaken => "registration-error-place-taken",
            Self::WaitingClosed => "registration-error-waiting-closed",
            Self::NothingFree => "registration-error-nothing-free",
            Self::TooManyTogether { .. } => "registration-error-too-many-together",
            Self::Voucher(refusal) => refusal.message(),
            Self::NoTest => "registration-error-no-test",
            Self::OtherBuyer => "registration-error-other-buyer",
            Self::HasMoney => "registration-error-has-money",
            Self::ContingentUsed { .. } => "registration-error-contingent-used",
            Self::ContingentPast => "registration-error-contingent-past",
            Self::ContingentLate => "registration-error-contingent-late",
            Self::ContingentPriceFixed => "registration-error-contingent-price-fixed",
            Self::ContingentFull { .. } => "registration-error-contingent-full",
            Self::TooManyMails => "registration-error-too-many-mails",
            Self::NoCode | Self::Key(_) | Self::Paper(_) | Self::Database(_) => "fault-text-500",
            Self::Stale(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Ticketing(e) => e.message(),
            Self::Congress(e) => e.message(),
            Self::Identity(e) => e.message(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownCategory { slug, .. } | Self::UnknownExtra { slug, .. } => vec![("slug", slug.clone())],
            Self::NotOnSale { category } | Self::NotInvited { category } => vec![("category", category.clone())],
            Self::NotWith { extra, ticket, .. } => vec![("extra", extra.clone()), ("ticket", ticket.clone())],
            Self::ContingentUsed { used } => vec![("count", used.to_string())],
            Self::ContingentFull { left } => vec![("count", left.to_string())],
            Self::SoldOut { quota, name } => vec![("quota", quota.clone()), ("name", name.clone())],
            Self::TooMany { category, max } | Self::InvitationUsed { category, max } => {
                vec![("category", category.clone()), ("max", max.to_string())]
            }
            Self::Answers(faults) => faults.first().map(|fault| fault.wrong.values.clone()).unwrap_or_default(),
            Self::TooManyTogether { max } => vec![("max", max.to_string())],
            Self::Voucher(refusal) => refusal.values(),
            Self::Ticketing(e) => e.values(),
            Self::Congress(e) => e.values(),
            Self::Identity(e) => e.values(),
            _ => vec![],
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::UnknownCategory { attendee, .. } => Some(format!("/attendees/{attendee}/category")),
            Self::UnknownExtra { attendee, .. } | Self::NotWith { attendee, .. } => {
                Some(format!("/attendees/{attendee}/extras"))
            }
            Self::TooMany { .. } | Self::InvitationUsed { .. } | Self::MixedCurrencies => Some("/attendees".into()),
            Self::BillingMissing(missing) => Some(format!("/buyer/billing/{}", missing.first().unwrap_or(&""))),
            Self::Answers(faults) => faults.first().map(AnswerFault::pointer),
            Self::Voucher(_) => Some("/voucher".into()),
            Self::Ticketing(e) => e.pointer(),
            Self::Congress(e) => e.pointer(),
            _ => None,
        }
    }
}

impl From<Refusal> for RegistrationError {
    fn from(refusal: Refusal) -> Self {
        Self::Voucher(refusal)
    }
}
