//! Money that came in, or was paid back.

use chrono::NaiveDate;
use garde::Validate;
use locale::Words;
use payment::entity::payment::Method;
use payment::form::{MoneyForm, is_plausible};
use sea_orm::ActiveEnum;
use web::{Faults, Fields};

/// Which of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Payment,
    Refund,
}

impl Deed {
    /// In addresses and forms. What is unknown is a payment: noting one wrongly can be taken back.
    pub fn read(fields: &Fields) -> Self {
        if fields.get("deed") == Self::Refund.name() { Self::Refund } else { Self::Payment }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Refund => "refund",
        }
    }
}

/// What money was kept when the form was shown.
pub const KEPT: &str = "kept";

/// What was typed, or what is wrong with it. `days`: when it was ordered, and today.
pub fn read(fields: &Fields, words: Words, (ordered, today): (NaiveDate, NaiveDate)) -> Result<MoneyForm, Faults> {
    let mut faults = Faults::new();
    let cents = words.cents(fields.get("amount")).filter(|cents| *cents > 0);
    if cents.is_none() {
        faults.add("amount", "payment-fault-amount");
    }
    let day = fields.get("day").trim().parse::<NaiveDate>().ok();
    if day.is_none() {
        faults.add("day", "payment-fault-day");
    }
    if day.is_some_and(|day| !is_plausible(day, ordered, today)) {
        faults.add("day", "payment-fault-day-implausible");
    }
    let line = |name: &str| base::name::clean(fields.get(name));
    let form = MoneyForm {
        cents: cents.unwrap_or(1),
        method: Method::try_from_value(&fields.get("method").to_owned()).unwrap_or(Method::Transfer),
        day: day.unwrap_or_default(),
        reference: line("reference"),
        note: line("note"),
        shown: fields.get(KEPT).parse().ok(),
    };
    if let Err(report) = form.validate() {
        faults.extend(Faults::from_report(&report));
    }
    if faults.is_empty() { Ok(form) } else { Err(faults) }
}
