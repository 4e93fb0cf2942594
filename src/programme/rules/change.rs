//! What differs between two versions of the programme, slot by slot.

use base::{Text, Time, Uuid};
use std::collections::{HashMap, HashSet};

/// A slot as a release holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub slot: Uuid,
    /// None: a break.
    pub session: Option<Uuid>,
    /// Of a break; a session's is the session's.
    pub title: Text,
    pub room: Option<Uuid>,
    pub starts_at: Time,
    pub ends_at: Time,
}

impl Held {
    fn minutes(&self) -> i64 {
        (self.ends_at - self.starts_at).num_minutes()
    }
}

/// What happened to a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    New,
    /// It begins at another time than then.
    Moved {
        from: Time,
    },
    /// It takes more minutes than so many.
    Longer {
        than: i64,
    },
    Shorter {
        than: i64,
    },
    Room {
        from: Option<Uuid>,
    },
    /// A break is called otherwise.
    Renamed {
        from: Text,
    },
    /// What it was for does not take place.
    Cancelled,
    /// It is in the programme no more, for whatever reason.
    Gone,
}

impl What {
    /// Whether the slot is no more.
    pub fn ends(&self) -> bool {
        matches!(self, Self::Cancelled | Self::Gone)
    }
}

/// A slot to which something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// As it is now; of one that is no more, as it was.
    pub held: Held,
    /// At least one, in the order in which people want to know.
    pub what: Vec<What>,
}

/// From the older to the newer version, in the order of time: each slot once, with all that happened to it. `cancelled`: the
/// sessions that do not take place by then.
pub fn changes(before: &[Held], after: &[Held], cancelled: &HashSet<Uuid>) -> Vec<Change> {
    let old: HashMap<Uuid, &Held> = before.iter().map(|held| (held.slot, held)).collect();
    let there: HashSet<Uuid> = after.iter().map(|held| held.slot).collect();
    let now = after.iter().map(|held| Change {
        what: old.get(&held.slot).map_or_else(|| vec![What::New], |was| between(was, held)),
        held: held.clone(),
    });
    let gone = before.iter().filter(|held| !there.contains(&held.slot)).map(|held| {
        let off = held.session.is_some_and(|session| cancelled.contains(&session));
        Change { held: held.clone(), what: vec![if off { What::Cancelled } else { What::Gone }] }
    });
    let mut all: Vec<Change> = now.filter(|change| !change.what.is_empty()).chain(gone).collect();
    all.sort_by_key(|change| (change.held.starts_at, change.held.slot));
    all
}

fn between(was: &Held, is: &Held) -> Vec<What> {
    let mut what = vec![];
    if was.starts_at != is.starts_at {
        what.push(What::Moved { from: was.starts_at });
    }
    if was.room != is.room {
        what.push(What::Room { from: was.room });
    }
    let than = was.minutes();
    match is.minutes() {
        minutes if minutes > than => what.push(What::Longer { than }),
        minutes if minutes < than => what.push(What::Shorter { than }),
        _ => {}
    }
    if was.title != is.title {
        what.push(What::Renamed { from: was.title.clone() });
    }
    what
}
