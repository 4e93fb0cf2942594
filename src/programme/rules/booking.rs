//! Seats that are booked.

use base::Time;
use registration::entity::attendee::State;
use ticketing::entity::category::Place;

/// From so many on, how many seats are left is no longer told as a number: the public page changes less often.
pub const FEW: i32 = 5;

/// What everybody sees of the seats that are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// More than [`FEW`], or without limit.
    Many,
    /// 1 to [`FEW`].
    Few(i32),
    /// None, or only what belongs to those who wait.
    None,
}

/// What everybody sees. While anybody waits, what comes free is theirs.
pub fn left(size: Option<i32>, taken: i32, waiting: i64) -> Left {
    let free = size.map(|size| size.saturating_sub(taken));
    match free {
        None => Left::Many,
        Some(_) if waiting > 0 => Left::None,
        Some(free) if free <= 0 => Left::None,
        Some(free) if free <= FEW => Left::Few(free),
        Some(_) => Left::Many,
    }
}

/// How many seats an occurrence has: as many as are wanted, but never fewer than are taken, so that those who have one keep
/// it.
pub fn size(wanted: Option<i32>, taken: i32) -> Option<i32> {
    wanted.map(|wanted| Ord::max(wanted, taken))
}

/// Whether one is there while the other runs.
pub fn overlap(one: (Time, Time), other: (Time, Time)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// Whether a ticket holds a seat: somebody comes with it, to the place itself. What is still to be paid has its place
/// already; what awaits approval does not yet know whether it is one; what tries something out takes none.
pub fn may_hold(state: State, place: Place, named: bool, test: bool) -> bool {
    matches!(state, State::Valid | State::Unpaid) && place == Place::OnSite && named && !test
}
