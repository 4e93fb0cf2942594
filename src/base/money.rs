//! Money in whole cents. Never a float.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An amount in the currency's smallest unit (cents), with its currency (ISO 4217).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Cents.
    #[schema(minimum = 0)]
    pub amount: i64,
    /// Three capital letters, `EUR`.
    #[schema(pattern = "^[A-Z]{3}$")]
    pub currency: String,
}

impl Money {
    /// Euro cents.
    pub fn euro(cents: i64) -> Self {
        Self { amount: cents, currency: "EUR".into() }
    }

    /// Costs nothing.
    pub fn is_zero(&self) -> bool {
        self.amount == 0
    }
}

/// The VAT contained in a gross amount, in cents, rounded half away from zero.
///
/// `rate` in basis points: 1900 is 19 %.
pub fn vat_in_gross(gross: i64, rate: i32) -> i64 {
    let rate = i128::from(rate);
    let (n, d) = (i128::from(gross) * rate, 10_000 + rate);
    let rounded = (2 * n + if n < 0 { -d } else { d }) / (2 * d);
    i64::try_from(rounded).unwrap_or(i64::MAX)
}
