//! When a call takes contributions, and when those who speak are reminded.

use base::Time;
use chrono::TimeDelta;

/// How a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Only its organisers know of it.
    Unpublished,
    NotYet(Time),
    Open,
    Closed,
}

/// How a call stands at a moment. It is open from its beginning to right before its end.
pub fn standing(published: bool, opens_at: Option<Time>, closes_at: Option<Time>, now: Time) -> Standing {
    if !published {
        return Standing::Unpublished;
    }
    if let Some(opens) = opens_at.filter(|opens| now < *opens) {
        return Standing::NotYet(opens);
    }
    if closes_at.is_some_and(|closes| now >= closes) { Standing::Closed } else { Standing::Open }
}

/// Which reminder is due: of the days after the acceptance that have come, the last. Those before it that were never
/// sent, because nothing ran, are passed over: nobody gets three at once.
pub fn reminder(accepted_at: Time, days: &[i32], now: Time) -> Option<i32> {
    days.iter().copied().filter(|day| *day > 0 && accepted_at + TimeDelta::days((*day).into()) <= now).max()
}

/// When the next reminder goes out.
pub fn next_reminder(accepted_at: Time, days: &[i32], now: Time) -> Option<Time> {
    let all = days.iter().filter(|day| **day > 0).map(|day| accepted_at + TimeDelta::days((*day).into()));
    all.filter(|at| *at > now).min()
}
