//! Decisions at the door, over plain values. Who is let in stands in [`ticket::rules`]; here is what the server knows
//! for it.

use base::Time;
use chrono::{TimeDelta, Timelike};
use locale::Tz;
use registration::entity::attendee;
use std::collections::BTreeMap;
use ticket::rules::{Facts, Holder};
use ticket::{Reason, Verdict, decide};

/// What the list says about somebody. An order that was never paid in time is a place that was, like a cancelled one.
/// One that is paid or free and has no name lets nobody in, nor does one that only
/// tries something out.
pub fn holder(state: attendee::State, named: bool, test: bool) -> Holder {
    match state {
        _ if test => Holder::Test,
        attendee::State::Valid if !named => Holder::Nameless,
        attendee::State::Valid => Holder::Valid,
        attendee::State::Unpaid => Holder::Unpaid,
        attendee::State::Unapproved => Holder::Unapproved,
        attendee::State::Waiting => Holder::Waiting,
        attendee::State::Expired | attendee::State::Cancelled => Holder::Cancelled,
    }
}

/// When somebody stood at the door: what the device says, if that can be. A phone whose clock is ahead, or behind the
/// ticket's own issue, is not believed; then it is now.
pub fn moment(at: Option<Time>, issued_at: Time, now: Time) -> Time {
    at.filter(|at| (issued_at..now).contains(at)).unwrap_or(now)
}

/// The verdict. A ticket is refused for its time only if that is wrong both when the device saw it and now: a scan that
/// was kept while there was no network counts as of then, a phone with a wrong clock shuts nobody out.
pub fn verdict(facts: &Facts, moment: Time, now: Time) -> Verdict {
    let then = decide(facts, moment);
    if then.reason() == Some(Reason::InvalidTime) { decide(facts, now) } else { then }
}

/// Whether somebody at the door may let in all the same, against a reason: see *Force* in [`ticket::rules`].
pub fn may_force(reason: Reason) -> bool {
    match reason {
        Reason::Unpaid | Reason::Rules | Reason::InvalidTime | Reason::AlreadyRedeemed => true,
        Reason::Invalid
        | Reason::Blocked
        | Reason::Canceled
        | Reason::Product
        | Reason::Revoked
        | Reason::Unapproved
        | Reason::Ambiguous
        | Reason::Error => false,
    }
}

/// How many came in each hour of the clock on the congress's wall, hours without anyone left out.
pub fn by_hour(entered: impl IntoIterator<Item = Time>, zone: Tz) -> Vec<(Time, i64)> {
    let mut hours: BTreeMap<Time, i64> = BTreeMap::new();
    for at in entered {
        let local = at.with_timezone(&zone);
        let into = TimeDelta::seconds(i64::from(local.minute() * 60 + local.second()))
            + TimeDelta::nanoseconds(i64::from(local.nanosecond() % 1_000_000_000));
        *hours.entry(at - into).or_default() += 1;
    }
    hours.into_iter().collect()
}
