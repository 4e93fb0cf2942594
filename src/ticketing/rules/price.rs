//! What a category costs: lower prices until a moment, from a number on, or both.

use crate::TicketingError;
use base::Time;
use serde::{Deserialize, Serialize};

/// So many lower prices at most.
pub const MOST_TIERS: usize = 5;

/// A lower price than the regular one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    pub cents: i64,
    /// It holds before this moment; none: always.
    pub until: Option<Time>,
    /// It holds for orders with so many of the category; none: for one.
    pub from_number: Option<usize>,
}

impl Tier {
    /// Whether it holds for one of `number` in an order at this moment.
    pub fn holds(&self, number: usize, now: Time) -> bool {
        self.until.is_none_or(|until| now < until) && self.from_number.is_none_or(|from| number >= from)
    }
}

/// What each costs, of `number` in one order: the cheapest price that holds.
pub fn price(regular: i64, tiers: &[Tier], number: usize, now: Time) -> i64 {
    tiers.iter().filter(|tier| tier.holds(number, now)).map(|tier| tier.cents).fold(regular, i64::min)
}

/// When the price of a single one rises next, and to what; none: never.
pub fn rises(regular: i64, tiers: &[Tier], now: Time) -> Option<(Time, i64)> {
    let at_present = price(regular, tiers, 1, now);
    let mut ends: Vec<Time> = tiers.iter().filter_map(|tier| tier.until).filter(|until| *until > now).collect();
    ends.sort();
    ends.into_iter().map(|at| (at, price(regular, tiers, 1, at))).find(|(_, then)| *then > at_present)
}

/// From which number on each costs less than a single one at this moment, and how much; the smallest number first.
pub fn for_groups(regular: i64, tiers: &[Tier], now: Time) -> Vec<(usize, i64)> {
    let mut numbers: Vec<usize> = tiers.iter().filter_map(|tier| tier.from_number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut lowest = price(regular, tiers, 1, now);
    let mut steps = vec![];
    for number in numbers {
        let each = price(regular, tiers, number, now);
        if each < lowest {
            steps.push((number, each));
            lowest = each;
        }
    }
    steps
}

/// A lower price is lower than the regular one, and says until when or from which number on it holds.
pub fn check_tiers(regular: i64, tiers: &[Tier]) -> Result<(), TicketingError> {
    if tiers.len() > MOST_TIERS {
        return Err(TicketingError::TooManyTiers);
    }
    for tier in tiers {
        if tier.cents < 0 || tier.cents >= regular {
            return Err(TicketingError::TierNotLower);
        }
        if tier.until.is_none() && tier.from_number.is_none() {
            return Err(TicketingError::TierWithoutCondition);
        }
        if tier.from_number.is_some_and(|number| number < 2) {
            return Err(TicketingError::TierForNone);
        }
    }
    Ok(())
}
