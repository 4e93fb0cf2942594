//! What differs between two releases, slot by slot.

use base::{Time, Uuid};
use std::collections::HashMap;

/// A slot as a release holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub slot: Uuid,
    /// None: a break.
    pub session: Option<Uuid>,
    pub room: Option<Uuid>,
    pub starts_at: Time,
    pub ends_at: Time,
}

/// What happened to a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    New,
    /// It begins or ends at another time.
    Moved {
        from: (Time, Time),
    },
    RoomChanged {
        from: Option<Uuid>,
    },
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// As it is now; of one that was cancelled, as it was.
    pub held: Held,
    pub what: What,
}

/// From the older to the newer release, in the order of time. A slot that moved to another time and another room has two
/// changes.
pub fn changes(before: &[Held], after: &[Held]) -> Vec<Change> {
    let old: HashMap<Uuid, &Held> = before.iter().map(|held| (held.slot, held)).collect();
    let new: HashMap<Uuid, &Held> = after.iter().map(|held| (held.slot, held)).collect();
    let mut all = vec![];
    for held in after {
        let change = |what| Change { held: *held, what };
        let Some(was) = old.get(&held.slot) else {
            all.push(change(What::New));
            continue;
        };
        if (was.starts_at, was.ends_at) != (held.starts_at, held.ends_at) {
            all.push(change(What::Moved { from: (was.starts_at, was.ends_at) }));
        }
        if was.room != held.room {
            all.push(change(What::RoomChanged { from: was.room }));
        }
    }
    let gone = before.iter().filter(|held| !new.contains_key(&held.slot));
    all.extend(gone.map(|held| Change { held: *held, what: What::Cancelled }));
    all.sort_by_key(|change| (change.held.starts_at, change.held.slot));
    all
}
