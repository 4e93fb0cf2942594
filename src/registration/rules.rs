//! Decisions about orders, over plain values.

pub mod double;
pub mod heading;
pub mod leitweg;
pub mod name;
pub mod pasted;
pub mod pricing;
pub mod vat_id;

use crate::entity::{attendee, order};
use base::Time;
use chrono::TimeDelta;

/// The state of a new order: staff decide first if they must; what costs nothing is confirmed at once, the rest awaits
/// payment.
pub fn placed_state(total_cents: i64, needs_approval: bool) -> order::State {
    match (needs_approval, total_cents) {
        (true, _) => order::State::AwaitingApproval,
        (false, 0) => order::State::Confirmed,
        (false, _) => order::State::AwaitingPayment,
    }
}

/// The state of a new attendee. A ticket that costs nothing is good even when others of the order await payment.
pub fn attendee_state(order: order::State, price_cents: i64) -> attendee::State {
    match order {
        order::State::AwaitingApproval => attendee::State::Unapproved,
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

/// Whether a ticket can still be changed: it holds a place, and it is not too late. Staff may until the congress is over,
/// those who hold its link until the deadline of what they do (`congress::rules::deadlines`).
pub fn may_change(state: attendee::State, until: Time, now: Time) -> bool {
    holds_place(state) && now < until
}

/// Whether a ticket can still pass to somebody else, or to another category by who holds it. Who waits for approval was
/// looked at for what they asked for: that is not handed on.
pub fn may_pass_on(state: attendee::State, until: Time, now: Time) -> bool {
    matches!(state, attendee::State::Valid | attendee::State::Unpaid) && now < until
}

/// Whether an attendee still answers questions: until their ticket has ended.
pub fn may_answer(state: attendee::State) -> bool {
    !matches!(state, attendee::State::Cancelled | attendee::State::Expired)
}

/// The same of an order and what it is asked itself.
pub fn may_answer_order(state: order::State) -> bool {
    !matches!(state, order::State::Cancelled | order::State::Expired)
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

/// How long before the places of a partner fall back they are told so.
pub fn contingent_notice() -> TimeDelta {
    TimeDelta::days(7)
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

/// What the ticket of an attendee is after it was rebooked to another price. What is to be paid on top is awaited before
/// the ticket opens the door again: whoever moves from the livestream to the hall pays for the hall first, as who orders
/// it would. The place is kept meanwhile, and does not expire by itself, since some of it is paid. `covered`: what came in
/// for the order is enough for what it costs now. A ticket for less, or for the same, stays what it is; what was paid too
/// much waits to be paid back.
pub fn state_after_rebooking(
    state: attendee::State,
    before_cents: i64,
    after_cents: i64,
    covered: bool,
) -> attendee::State {
    use attendee::State::{Unpaid, Valid};
    match state {
        Valid if after_cents > before_cents && !covered => Unpaid,
        Unpaid if after_cents == 0 => Valid,
        other => other,
    }
}

/// How long who gave a ticket back can take it again themselves.
const TO_RETHINK: TimeDelta = TimeDelta::hours(24);

/// Whether who holds a link can undo that they gave their ticket back at `cancelled_at`: within a day, and as long as they
/// could give it back. What the organisers cancelled is theirs to undo.
pub fn may_take_again(cancelled_at: Time, by_holder: bool, cancel_until: Time, now: Time) -> bool {
    by_holder && now < cancelled_at + TO_RETHINK && now < cancel_until
}

/// What a ticket is after its cancellation was undone: what it was, and good if it costs nothing or what came in for the
/// order is enough for it too (`covered`). What awaited approval has it by now if the order was `approved` meanwhile.
pub fn state_after_restoring(before: attendee::State, approved: bool, cents: i64, covered: bool) -> attendee::State {
    use attendee::State::{Unapproved, Unpaid, Valid};
    match before {
        Unapproved if !approved => Unapproved,
        _ if cents == 0 || covered => Valid,
        _ => Unpaid,
    }
}

/// What an order is after cancelled tickets of it were restored.
pub fn order_after_restoring(before: order::State, attendees: &[attendee::State]) -> order::State {
    use order::State::{AwaitingApproval, AwaitingPayment, Cancelled, Confirmed, Expired};
    let has = |state| attendees.contains(&state);
    match before {
        Cancelled | Expired if has(attendee::State::Unapproved) => AwaitingApproval,
        Cancelled | Expired | Confirmed if has(attendee::State::Unpaid) => AwaitingPayment,
        Cancelled | Expired => Confirmed,
        other => other,
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
