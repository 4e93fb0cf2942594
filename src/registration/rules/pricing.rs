//! What is agreed when an order is placed: each ticket at the price that it has at that moment, in whole cents, with the
//! VAT of its category. The form's sum and the order are worked out here, and nowhere else.

use base::Time;
use ticketing::query::CategoryView;

/// The price of one ticket, as it is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    pub cents: i64,
    pub vat_basis_points: i32,
}

/// The price of each of these, in their order. How many of its category the order holds counts for each of them.
pub fn agreed(chosen: &[&CategoryView], now: Time) -> Vec<Agreed> {
    let number = |view: &CategoryView| chosen.iter().filter(|other| other.category.id == view.category.id).count();
    let each = |view: &&CategoryView| Agreed {
        cents: view.price_for(number(view), now).amount,
        vat_basis_points: view.category.vat_basis_points,
    };
    chosen.iter().map(each).collect()
}

/// Nothing for each of these: what only tries something out costs nothing.
pub fn free(chosen: &[&CategoryView]) -> Vec<Agreed> {
    chosen.iter().map(|view| Agreed { cents: 0, vat_basis_points: view.category.vat_basis_points }).collect()
}

/// What they come to.
pub fn sum(agreed: &[Agreed]) -> i64 {
    agreed.iter().map(|one| one.cents).sum()
}
