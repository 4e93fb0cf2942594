//! What a voucher does, over plain values.

pub mod check;

use crate::entity::voucher::Effect;
use congress::rules::code::Unusable;

/// The whole of a price in hundredths of a per cent.
pub const WHOLE: i64 = 10_000;

/// What a ticket costs with a voucher, in cents: what is left of it by a percentage is rounded half up. Never below zero,
/// and never more than without.
pub fn price(effect: Effect, amount: i64, cents: i64) -> i64 {
    let with = match effect {
        Effect::None => cents,
        Effect::Set => amount,
        Effect::Less => cents.saturating_sub(amount),
        Effect::Percent => {
            let left = i128::from(cents) * i128::from((WHOLE - amount).max(0));
            i64::try_from((left + i128::from(WHOLE / 2)).div_euclid(i128::from(WHOLE))).unwrap_or(cents)
        }
    };
    with.clamp(0, cents.max(0))
}

/// Which tickets of an order a voucher is used for: those of its scope, in their order, as far as its uses reach.
pub fn spread(in_scope: impl Iterator<Item = bool>, left: i32) -> Vec<bool> {
    let mut left = left;
    let each = in_scope.map(|is| {
        let used = is && left > 0;
        left -= i32::from(used);
        used
    });
    each.collect()
}

/// Why a voucher cannot be used for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is none with this code.
    Unknown,
    Unusable(Unusable),
    /// It is for other tickets than those of the order.
    OtherTickets,
    /// It reaches for so many tickets only; more were shown.
    Short(i32),
    /// It is used for so many tickets at least.
    TooFew(i32),
}

impl Refusal {
    /// The sentence, as a key of the locale files.
    pub fn message(self) -> &'static str {
        match self {
            Self::Unknown => "voucher-refused-unknown",
            Self::Unusable(Unusable::Ended) => "voucher-refused-ended",
            Self::Unusable(Unusable::NotYet(_)) => "voucher-refused-not-yet",
            Self::Unusable(Unusable::Expired) => "voucher-refused-expired",
            Self::Unusable(Unusable::UsedUp) => "voucher-refused-used-up",
            Self::OtherTickets => "voucher-refused-other-tickets",
            Self::Short(_) => "voucher-refused-short",
            Self::TooFew(_) => "voucher-refused-too-few",
        }
    }

    /// What stands in the sentence.
    pub fn values(self) -> Vec<(&'static str, String)> {
        match self {
            Self::Short(n) | Self::TooFew(n) => vec![("count", n.to_string())],
            _ => vec![],
        }
    }
}
