//! Decisions about money, over plain values. All amounts are cents, with VAT unless they say net.

use base::Time;
use base::money::vat_in_gross;
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// How an order stands. **Always**: open = total − payments + refunds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub total: i64,
    pub paid: i64,
    pub refunded: i64,
}

/// The same in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing to pay, and nothing paid.
    Free,
    Open,
    /// Some of it is paid.
    Part,
    Paid,
    /// More is paid than is owed: it waits to be paid back.
    Over,
}

impl Balance {
    /// What is still to be paid; below zero: to be paid back.
    pub fn open(&self) -> i64 {
        self.total - self.kept()
    }

    /// What came in and was not paid back.
    pub fn kept(&self) -> i64 {
        self.paid - self.refunded
    }

    pub fn standing(&self) -> Standing {
        match (self.open(), self.kept()) {
            (open, _) if open < 0 => Standing::Over,
            (0, 0) => Standing::Free,
            (0, _) => Standing::Paid,
            (_, kept) if kept > 0 => Standing::Part,
            _ => Standing::Open,
        }
    }
}

/// A line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub attendee: Option<base::Uuid>,
    pub description: String,
    pub quantity: i32,
    /// One of them.
    pub unit: i64,
    /// 1900 is 19 %.
    pub rate: i32,
}

impl Line {
    pub fn gross(&self) -> i64 {
        self.unit.saturating_mul(self.quantity.into())
    }
}

/// What is taxed at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaxPart {
    pub rate: i32,
    pub net: i64,
    pub vat: i64,
    pub gross: i64,
}

/// The sums by rate, highest first. VAT is taken out of the sum of a rate and not of each line, so that rounding never
/// adds up: net and VAT are always the gross amount that was agreed.
pub fn by_rate(lines: &[Line]) -> Vec<TaxPart> {
    let mut sums: BTreeMap<i32, i64> = BTreeMap::new();
    for line in lines {
        *sums.entry(line.rate).or_default() += line.gross();
    }
    let part = |(rate, gross)| {
        let vat = vat_in_gross(gross, rate);
        TaxPart { rate, net: gross - vat, vat, gross }
    };
    sums.into_iter().rev().map(part).collect()
}

/// The end of the day that many days after another moment, where the congress is: nobody pays too late on the day itself.
pub fn due_at(from: Time, days: i32, zone: Tz) -> Time {
    let day = from.with_timezone(&zone).date_naive();
    let last = day.checked_add_days(Days::new(days.max(0).unsigned_abs().into())).unwrap_or(day);
    end_of(last, zone)
}

/// The last second of a day. (A day without one, where clocks change at midnight, ends with the day after it begins.)
fn end_of(day: NaiveDate, zone: Tz) -> Time {
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    let local = day.and_time(last);
    zone.from_local_datetime(&local).latest().map_or_else(|| local.and_utc(), |at| at.to_utc())
}

/// Whether an order that awaits payment has waited long enough: past its day, and past the days that a transfer takes.
/// One of which some is paid is left to people.
pub fn expires(due: Option<Time>, grace_days: i32, balance: &Balance, zone: Tz, now: Time) -> bool {
    balance.kept() == 0 && due.is_some_and(|due| now > due_at(due, grace_days, zone))
}

/// `OWL-2027-0042`: four digits at least.
pub fn number(key: &str, ordinal: i32) -> String {
    format!("{key}-{ordinal:04}")
}

/// Where the numbers of a year are counted: `OWL-2027`. The year is the one in which the invoice is issued, where the
/// congress is.
pub fn series(prefix: &str, issued_at: Time, zone: Tz) -> String {
    format!("{prefix}-{}", issued_at.with_timezone(&zone).format("%Y"))
}

/// Whether an account's number is one: length and check digits (ISO 13616, ISO 7064 mod 97-10). Spaces are passed over.
pub fn iban_is_sound(typed: &str) -> bool {
    let iban: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let shape = (15..=34).contains(&iban.len())
        && iban.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && iban.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && iban.bytes().skip(2).take(2).all(|b| b.is_ascii_digit());
    let german = !iban.starts_with("DE") || (iban.len() == 22 && iban.bytes().skip(2).all(|b| b.is_ascii_digit()));
    shape && german && base::check::mod_97(iban.bytes().skip(4).chain(iban.bytes().take(4))) == Some(1)
}

/// Whether a bank's code looks like one: bank, country and place, and with eleven signs the branch (ISO 9362).
pub fn bic_is_sound(typed: &str) -> bool {
    [8, 11].contains(&typed.len())
        && typed.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && typed.bytes().skip(4).take(2).all(|b| b.is_ascii_uppercase())
}
