//! What staff type about money. The messages are keys of the locale files.

use crate::entity::payment::Method;
use chrono::{Days, NaiveDate};
use garde::{Error, Validate};

/// The longest reference or note, in characters.
const MAX_TEXT: usize = 500;
/// The highest amount, in cents.
const MAX_CENTS: i64 = 1_000_000_000;

/// Money that came in, or was paid back.
#[derive(Clone, Debug, Validate)]
pub struct MoneyForm {
    #[garde(custom(an_amount))]
    pub cents: i64,
    #[garde(skip)]
    pub method: Method,
    /// The day on the bank's statement.
    #[garde(skip)]
    pub day: NaiveDate,
    #[garde(custom(a_text))]
    pub reference: String,
    #[garde(custom(a_text))]
    pub note: String,
    /// What was kept of the order's money, in cents, when the form was shown. If it is something else by now, somebody noted
    /// the same or something else meanwhile, and nothing is noted. None: nobody looked at it before.
    #[garde(skip)]
    pub shown: Option<i64>,
}

/// Whether a day can stand on a statement that is noted `today` for an order of the day `ordered`: not to come, nor long before.
pub fn is_plausible(day: NaiveDate, ordered: NaiveDate, today: NaiveDate) -> bool {
    day <= today && day >= ordered - Days::new(366)
}

/// Why money that was noted is taken back.
#[derive(Clone, Debug, Validate)]
pub struct WithdrawalForm {
    #[garde(custom(a_reason))]
    pub why: String,
}

fn a_reason(text: &str, none: &()) -> garde::Result {
    if text.is_empty() { Err(Error::new("payment-fault-why")) } else { a_text(text, none) }
}

fn an_amount(cents: &i64, _: &()) -> garde::Result {
    if (1..=MAX_CENTS).contains(cents) { Ok(()) } else { Err(Error::new("payment-fault-amount")) }
}

fn a_text(text: &str, _: &()) -> garde::Result {
    if text.chars().count() > MAX_TEXT { Err(Error::new("registration-fault-too-long")) } else { Ok(()) }
}
