//! May this be sold, and how much of it is left: decisions over plain values.

pub mod price;
pub mod voucher;

use crate::TicketingError;
use crate::entity::category::Visibility;
use base::{Money, Time, Uuid};
use std::collections::BTreeSet;

/// Why a category cannot be had at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// The congress is a draft or over.
    Congress,
    /// Taken off by the organisers.
    Inactive,
    NotYet(Time),
    NoLonger,
}

/// When a category is sold.
#[derive(Clone, Copy, Debug)]
pub struct Sale {
    pub congress_open: bool,
    pub congress_ends_at: Time,
    pub active: bool,
    pub from: Option<Time>,
    pub until: Option<Time>,
}

/// Whether it is on sale now. Nothing is sold once the congress has ended.
pub fn on_sale(sale: &Sale, now: Time) -> Result<(), Closed> {
    if !sale.congress_open || now >= sale.congress_ends_at {
        return Err(Closed::Congress);
    }
    if !sale.active {
        return Err(Closed::Inactive);
    }
    if let Some(from) = sale.from.filter(|from| now < *from) {
        return Err(Closed::NotYet(from));
    }
    if sale.until.is_some_and(|until| now >= until) {
        return Err(Closed::NoLonger);
    }
    Ok(())
}

/// Whether staff may sell it now: they are not bound to its dates, but nothing else is theirs to pass over.
pub fn on_sale_by_hand(sale: &Sale, now: Time) -> Result<(), Closed> {
    on_sale(&Sale { from: None, until: None, ..*sale }, now)
}

/// Whether a category is shown to somebody, and can be had by them: to all, or where something unlocked it for them: its
/// link, a voucher, their address on its list.
pub fn shown(visibility: Visibility, category: Uuid, unlocked: &BTreeSet<Uuid>) -> bool {
    visibility == Visibility::Public || unlocked.contains(&category)
}

/// How much is left, in the steps that the public is told. Only a change of step changes a public page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Availability {
    None,
    Few,
    Free,
}

/// Few: at most a tenth of the places, and at least one.
pub fn availability(size: Option<i32>, taken: i32) -> Availability {
    match size {
        None => Availability::Free,
        Some(size) if taken >= size => Availability::None,
        Some(size) if i64::from(size - taken) * 10 <= i64::from(size) => Availability::Few,
        Some(_) => Availability::Free,
    }
}

/// The highest price, in cents: so that no sum of an order overflows.
const MAX_PRICE: i64 = 1_000_000_000;

/// A price is zero or more, up to ten million, in a currency of three capital letters (ISO 4217).
pub fn check_price(price: &Money) -> Result<(), TicketingError> {
    if price.amount < 0 {
        return Err(TicketingError::NegativePrice);
    }
    let currency = price.currency.len() == 3 && price.currency.bytes().all(|b| b.is_ascii_uppercase());
    if price.amount > MAX_PRICE || !currency { Err(TicketingError::PriceMalformed) } else { Ok(()) }
}

/// A sale ends after it begins.
pub fn check_window(from: Option<Time>, until: Option<Time>) -> Result<(), TicketingError> {
    match (from, until) {
        (Some(from), Some(until)) if until <= from => Err(TicketingError::SaleEndsBeforeStart),
        _ => Ok(()),
    }
}
