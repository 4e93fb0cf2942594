//! Whether a voucher can be as somebody wants it.

use super::WHOLE;
use crate::TicketingError;
use crate::entity::voucher::{Effect, Scope};
use crate::service::voucher::{MOST, Voucher};
use base::Time;
use congress::rules::code::{DRAWN, LENGTHS};

/// The most uses of one voucher.
const MAX_USES: i32 = 10_000;
/// The most that comes off a price, in cents.
const MAX_AMOUNT: i64 = 1_000_000_000;
/// The longest tag and note, in characters.
pub const MAX_TAG: usize = 60;
pub const MAX_NOTE: usize = 500;

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Uses,
    /// More at least than at most.
    MinUses,
    Amount,
    Percent,
    /// Ends before it begins.
    Window,
    /// Over before it is there.
    Past,
    /// Valid for longer than the congress lasts: nobody could use it then.
    AfterEnd,
    NoCategory,
    NoQuota,
    /// Places of everything are held by nothing in particular.
    BlocksAll,
    /// Places that are held count, those beyond the quota do not: it is one or the other.
    BlocksAndPasses,
    Tag,
    Note,
    Count,
    Prefix,
}

impl Wrong {
    /// The sentence, as a key of the locale files.
    pub fn message(self) -> &'static str {
        match self {
            Self::Uses => "voucher-wrong-uses",
            Self::MinUses => "voucher-wrong-min-uses",
            Self::Amount => "voucher-wrong-amount",
            Self::Percent => "voucher-wrong-percent",
            Self::Window => "voucher-wrong-window",
            Self::Past => "voucher-wrong-past",
            Self::AfterEnd => "voucher-wrong-after-end",
            Self::NoCategory => "voucher-wrong-no-category",
            Self::NoQuota => "voucher-wrong-no-quota",
            Self::BlocksAll => "voucher-wrong-blocks-all",
            Self::BlocksAndPasses => "voucher-wrong-blocks-and-passes",
            Self::Tag => "voucher-wrong-tag",
            Self::Note => "voucher-wrong-note",
            Self::Count => "voucher-wrong-count",
            Self::Prefix => "voucher-wrong-prefix",
        }
    }

    /// The field that it concerns, as forms and sheets name it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Uses => "max-uses",
            Self::MinUses => "min-uses",
            Self::Amount | Self::Percent => "amount",
            Self::Window | Self::Past | Self::AfterEnd => "valid-until",
            Self::NoCategory => "categories",
            Self::NoQuota => "quota",
            Self::BlocksAll | Self::BlocksAndPasses => "blocks",
            Self::Tag => "tag",
            Self::Note => "note",
            Self::Count => "count",
            Self::Prefix => "prefix",
        }
    }
}

/// All that is wrong with a voucher, first what stands first. `now`: of one whose last day is new; one that has been over for
/// long can still be changed otherwise.
pub fn faults(voucher: &Voucher, congress_ends_at: Time, now: Option<Time>) -> Vec<Wrong> {
    let (from, until) = (voucher.valid_from, voucher.valid_until);
    let longer = |text: &str, most: usize| text.chars().count() > most;
    let all = [
        (!(1..=MAX_USES).contains(&voucher.max_uses), Wrong::Uses),
        (!(1..=voucher.max_uses.max(1)).contains(&voucher.min_uses), Wrong::MinUses),
        (!(0..=MAX_AMOUNT).contains(&voucher.amount), Wrong::Amount),
        (voucher.effect == Effect::Percent && voucher.amount > WHOLE, Wrong::Percent),
        (from.zip(until).is_some_and(|(from, until)| until <= from), Wrong::Window),
        (until.zip(now).is_some_and(|(until, now)| until <= now), Wrong::Past),
        (until.is_some_and(|until| until > congress_ends_at), Wrong::AfterEnd),
        (from.is_some_and(|from| from >= congress_ends_at), Wrong::AfterEnd),
        (voucher.scope == Scope::Categories && voucher.categories.is_empty(), Wrong::NoCategory),
        (voucher.scope == Scope::Quota && voucher.quota.is_empty(), Wrong::NoQuota),
        (voucher.blocks && voucher.scope == Scope::All, Wrong::BlocksAll),
        (voucher.blocks && voucher.passes, Wrong::BlocksAndPasses),
        (longer(&voucher.tag, MAX_TAG), Wrong::Tag),
        (longer(&voucher.note, MAX_NOTE), Wrong::Note),
    ];
    all.into_iter().filter(|(is, _)| *is).map(|(_, wrong)| wrong).collect()
}

/// Whether it can be.
pub fn voucher(voucher: &Voucher, congress_ends_at: Time, now: Option<Time>) -> Result<(), TicketingError> {
    faults(voucher, congress_ends_at, now).first().map_or(Ok(()), |wrong| Err(TicketingError::Voucher(*wrong)))
}

/// Whether so many can be drawn, with this in front of them.
pub fn batch(n: usize, prefix: &str) -> Result<(), TicketingError> {
    if !(1..=MOST).contains(&n) {
        return Err(TicketingError::Voucher(Wrong::Count));
    }
    let fits = prefix.len() + 1 + DRAWN <= LENGTHS.1;
    let sound = prefix.is_empty()
        || prefix.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if fits && sound { Ok(()) } else { Err(TicketingError::Voucher(Wrong::Prefix)) }
}
