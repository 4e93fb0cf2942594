//! Decisions about orders, over plain values.

pub mod heading;
pub mod leitweg;
pub mod name;
pub mod pasted;
pub mod pricing;

use crate::entity::{attendee, order};
use base::Time;
use chrono::TimeDelta;

/// The state of a new order: what costs nothing is confirmed at once, the rest awaits payment.
pub fn placed_state(total_cents: i64) -> order::State {
    if total_cents == 0 { order::State::Confirmed } else { order::State::AwaitingPayment }
}

/// The state of a new attendee. A ticket that costs nothing is good even when others of the order await payment.
pub fn attendee_state(order: order::State, price_cents: i64) -> attendee::State {
    match order {
        order::State::AwaitingPayment if price_cents > 0 => attendee::State::Unpaid,
        _ => attendee::State::Valid,
    }
}

/// Whether an attendee in this state holds a place in each quota of the category.
pub fn holds_place(state: attendee::State) -> bool {
    use attendee::State::{Cancelled, Expired, Unapproved, Unpaid, Valid, Waiting};
    match state {
        Valid | Unpaid | Unapproved => true,
        Waiting | Expired | Cancelled => false,
    }
}

/// Whether a ticket can still be changed: a name corrected, or cancelled by staff. It holds a place, and the congress is
/// not over.
pub fn may_change(state: attendee::State, congress_ends_at: Time, now: Time) -> bool {
    holds_place(state) && now < congress_ends_at
}

/// Whether those who hold its link can still give a ticket back: until the congress begins. Who is inside must not hand
/// their seat to somebody else.
pub fn may_give_back(state: attendee::State, congress_starts_at: Time, now: Time) -> bool {
    holds_place(state) && now < congress_starts_at
}

/// How many days before the congress whoever ordered places without names is reminded of them.
pub const REMINDERS: [i64; 3] = [21, 7, 2];

/// How long before the congress the first reminder goes.
pub fn reminded_from() -> TimeDelta {
    TimeDelta::days(REMINDERS.into_iter().max().unwrap_or_default())
}

/// Which of [`REMINDERS`] is due: the last one whose day has come. None before the first, and once the congress runs.
pub fn reminder(congress_starts_at: Time, now: Time) -> Option<i64> {
    let left = congress_starts_at - now;
    REMINDERS.into_iter().filter(|days| left > TimeDelta::zero() && left <= TimeDelta::days(*days)).min()
}

/// What an order is after some of its attendees were cancelled: paid or free ones that are left keep it going.
pub fn state_after_cancelling(before: order::State, left: &[attendee::State]) -> order::State {
    match before {
        _ if !left.iter().any(|s| holds_place(*s)) => order::State::Cancelled,
        order::State::AwaitingPayment if !left.contains(&attendee::State::Unpaid) => order::State::Confirmed,
        other => other,
    }
}

/// What an order is after what nobody paid for has expired: what costs nothing keeps it going.
pub fn state_after_expiry(mut left: impl Iterator<Item = attendee::State>) -> order::State {
    if left.any(holds_place) { order::State::Confirmed } else { order::State::Expired }
}

/// What all attendees that hold a place cost together.
pub fn total(prices: impl Iterator<Item = (attendee::State, i64)>) -> i64 {
    prices.filter(|(state, _)| holds_place(*state)).map(|(_, cents)| cents).sum()
}

/// What the ticket of an attendee is after it was rebooked to another price, or why it cannot be: money that was paid is
/// not paid back by itself, so a paid ticket changes only to one of the same price. The same price changes nothing.
pub fn state_after_rebooking(state: attendee::State, before_cents: i64, after_cents: i64) -> Option<attendee::State> {
    use attendee::State::{Unpaid, Valid};
    match state {
        _ if before_cents == after_cents => Some(state),
        Valid if before_cents > 0 => None,
        Valid if after_cents > 0 => Some(Unpaid),
        Unpaid if after_cents == 0 => Some(Valid),
        other => Some(other),
    }
}

/// What an order is after one of its tickets was rebooked: it awaits payment while one of them does.
pub fn order_after_rebooking(before: order::State, attendees: &[attendee::State]) -> order::State {
    match (before, attendees.contains(&attendee::State::Unpaid)) {
        (order::State::Confirmed, true) => order::State::AwaitingPayment,
        (order::State::AwaitingPayment, false) => order::State::Confirmed,
        (other, _) => other,
    }
}
