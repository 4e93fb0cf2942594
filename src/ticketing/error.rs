//! What can go wrong with categories and quotas.

use crate::rules::voucher::check::Wrong;
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
    #[error("a price is at most ten million, in a currency of three capital letters")]
    PriceMalformed,
    #[error("a sale ends after it begins")]
    SaleEndsBeforeStart,
    #[error("an order holds at least one")]
    NoneAnOrder,
    #[error("a text is too long")]
    TooLong,
    #[error("VAT is between 0 and 100 per cent")]
    VatOutOfRange,
    #[error("a category has at most five lower prices")]
    TooManyTiers,
    #[error("a lower price is lower than the regular one")]
    TierNotLower,
    #[error("a lower price holds until a moment or from a number on")]
    TierWithoutCondition,
    #[error("a price for groups holds from two on")]
    TierForNone,
    #[error("a list holds at most 5,000 addresses")]
    TooManyInvitees,
    #[error("{0} is no mail address")]
    InviteeMalformed(String),
    #[error("each address may have at least one ticket")]
    InvitedToNone,
    #[error("a quota stands over at least one category")]
    NoCategory,
    #[error("a quota stands over tickets or over add-ons")]
    MixedKinds,
    #[error("a quota is zero or more")]
    NegativeSize,
    #[error("{taken} places of these categories are taken already, so there cannot be {size}")]
    SmallerThanTaken { size: i32, taken: i32 },
    #[error("there is no quota {0}")]
    UnknownQuota(String),
    #[error("such a voucher cannot be: {0:?}")]
    Voucher(Wrong),
    #[error("the voucher has ended")]
    VoucherEnded,
    /// The quota of which a voucher cannot hold so many more places.
    #[error("{quota} has no room for {wanted} places more")]
    NoRoom { quota: String, wanted: i32 },
    #[error(transparent)]
    Stale(#[from] web::form::Stale),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for TicketingError {
    fn status(&self) -> u16 {
        match self {
            Self::SlugTaken(_) | Self::SmallerThanTaken { .. } | Self::VoucherEnded | Self::NoRoom { .. } => 409,
            Self::SlugMalformed(_)
            | Self::UnknownCategory(_)
            | Self::NegativePrice
            | Self::PriceMalformed
            | Self::SaleEndsBeforeStart
            | Self::NoneAnOrder
            | Self::TooLong
            | Self::VatOutOfRange
            | Self::TooManyTiers
            | Self::TierNotLower
            | Self::TierWithoutCondition
            | Self::TierForNone
            | Self::TooManyInvitees
            | Self::InviteeMalformed(_)
            | Self::InvitedToNone
            | Self::MixedKinds
            | Self::NoCategory
            | Self::UnknownQuota(_)
            | Self::Voucher(_)
            | Self::NegativeSize => 422,
            Self::Stale(e) => e.status(),
            Self::Congress(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::SlugTaken(_) => "slug-taken",
            Self::SmallerThanTaken { .. } => "smaller-than-taken",
            Self::VoucherEnded => "closed",
            Self::NoRoom { .. } => "sold-out",
            Self::Stale(e) => e.problem(),
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
            Self::PriceMalformed => "ticketing-error-price-malformed",
            Self::SaleEndsBeforeStart => "ticketing-error-sale-ends-before-start",
            Self::NoneAnOrder => "ticketing-error-none-an-order",
            Self::TooLong => "ticketing-error-too-long",
            Self::VatOutOfRange => "ticketing-error-vat-out-of-range",
            Self::TooManyTiers => "ticketing-error-too-many-tiers",
            Self::TierNotLower => "ticketing-error-tier-not-lower",
            Self::TierWithoutCondition => "ticketing-error-tier-without-condition",
            Self::TierForNone => "ticketing-error-tier-for-none",
            Self::TooManyInvitees => "ticketing-error-too-many-invitees",
            Self::InviteeMalformed(_) => "ticketing-error-invitee-malformed",
            Self::InvitedToNone => "ticketing-error-invited-to-none",
            Self::MixedKinds => "ticketing-error-mixed-kinds",
            Self::NoCategory => "ticketing-error-no-category",
            Self::NegativeSize => "ticketing-error-negative-size",
            Self::SmallerThanTaken { .. } => "congress-error-smaller-than-taken",
            Self::UnknownQuota(_) => "voucher-error-unknown-quota",
            Self::Voucher(wrong) => wrong.message(),
            Self::VoucherEnded => "voucher-error-ended",
            Self::NoRoom { .. } => "voucher-error-no-room",
            Self::Stale(e) => e.message(),
            Self::Congress(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SlugTaken(slug)
            | Self::SlugMalformed(slug)
            | Self::UnknownCategory(slug)
            | Self::UnknownQuota(slug) => {
                vec![("slug", slug.clone())]
            }
            Self::NoRoom { quota, wanted } => vec![("quota", quota.clone()), ("wanted", wanted.to_string())],
            Self::InviteeMalformed(address) => vec![("address", address.clone())],
            Self::SmallerThanTaken { size, taken } => vec![("size", size.to_string()), ("taken", taken.to_string())],
            Self::Congress(e) => e.values(),
            _ => vec![],
        }
    }

    fn pointer(&self) -> Option<String> {
        let member = match self {
            Self::SlugMalformed(_) => "/slug",
            Self::UnknownCategory(_) | Self::MixedKinds | Self::NoCategory => "/categories",
            Self::NegativePrice | Self::PriceMalformed => "/price",
            Self::SaleEndsBeforeStart => "/sale_until",
            Self::NoneAnOrder => "/max_per_order",
            Self::TooLong => "/description",
            Self::VatOutOfRange => "/vat_basis_points",
            Self::TooManyTiers | Self::TierNotLower | Self::TierWithoutCondition | Self::TierForNone => "/tiers",
            Self::TooManyInvitees | Self::InviteeMalformed(_) => "/invitees",
            Self::InvitedToNone => "/invitations_each",
            Self::NegativeSize => "/size",
            Self::Congress(e) => return e.pointer(),
            Self::UnknownQuota(_) => "/quota",
            Self::Voucher(wrong) => return Some(format!("/{}", wrong.field())),
            Self::SlugTaken(_)
            | Self::SmallerThanTaken { .. }
            | Self::VoucherEnded
            | Self::NoRoom { .. }
            | Self::Stale(_)
            | Self::Database(_) => return None,
        };
        Some(member.into())
    }
}
