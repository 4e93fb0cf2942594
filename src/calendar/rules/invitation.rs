//! What an invitation says next: one decision over what was told last and what holds now.
//!
//! 1. Whoever speaks or has a seat in what the newest release shows is invited, if it is not over.
//! 2. What changes time or place raises the sequence and is told; other words are not (RFC 5546 §2.1.4). A new time asks
//!    again whether they come.
//! 3. What no longer holds is called off once. Called off, it never comes back: a new invitation has a UID of its own.
//! 4. Of what is over nobody is told anything.

use base::{Text, Time};
use serde::{Deserialize, Serialize};

/// What an invitation says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub title: Text,
    /// Empty: no room is named.
    pub room: Text,
    /// The house and its address.
    pub venue: String,
    pub starts_at: Time,
    pub ends_at: Time,
}

/// What differs between what was told and what holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub time: bool,
    pub place: bool,
}

impl Content {
    /// What of this is another than `before`.
    pub fn moved(&self, before: &Self) -> Moved {
        Moved {
            time: (self.starts_at, self.ends_at) != (before.starts_at, before.ends_at),
            place: (&self.room, &self.venue) != (&before.room, &before.venue),
        }
    }
}

/// What is done with an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Nothing,
    Invite,
    Move(Moved),
    Cancel,
}

/// What follows. `told`: what the open invitation says, if there is one. `holds`: what holds, if anything does.
pub fn step(told: Option<&Content>, holds: Option<&Content>, now: Time) -> Step {
    match (told, holds) {
        (None, Some(holds)) if now < holds.ends_at => Step::Invite,
        (Some(told), Some(holds)) if now < told.ends_at.max(holds.ends_at) => match holds.moved(told) {
            Moved { time: false, place: false } => Step::Nothing,
            moved => Step::Move(moved),
        },
        (Some(told), None) if now < told.ends_at => Step::Cancel,
        _ => Step::Nothing,
    }
}
