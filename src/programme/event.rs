//! What happens to the programme.

use crate::service::place::Spot;
use crate::service::plan::Standing;
pub mod booking;
pub mod call;
pub mod review;

use base::Uuid;
use serde_json::{Value, json};

/// What is changed by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Session,
    Speaker,
    Track,
    SessionType,
}

/// How.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Added,
    Changed,
    Removed,
}

#[derive(Clone, Debug)]
pub enum Event {
    /// By hand: what differs.
    Edited {
        congress: Uuid,
        thing: Thing,
        id: Uuid,
        deed: Deed,
        changed: Value,
    },
    /// It was said that a session takes place, or that this is open again.
    Confirmed {
        congress: Uuid,
        session: Uuid,
        confirmed: bool,
    },
    Cancelled {
        congress: Uuid,
        session: Uuid,
        reason: String,
    },
    /// The cancellation was taken back.
    Restored {
        congress: Uuid,
        session: Uuid,
        reason: String,
    },

    /// A file was taken in, and something differed: how many slots are new, are others, are gone.
    Imported {
        congress: Uuid,
        version: String,
        added: usize,
        changed: usize,
        removed: usize,
        draft: bool,
    },
    /// A file was taken in that said what was known.
    ImportedUnchanged {
        congress: Uuid,
        version: String,
    },
    /// A table of sessions was taken in: how many are new, how many are others.
    TableTakenIn {
        congress: Uuid,
        file: Uuid,
        added: usize,
        changed: usize,
    },
    Released {
        congress: Uuid,
        release: Uuid,
        name: String,
        slots: usize,
        /// Whether those who speak are told what became of their slots.
        notify: bool,
        /// So many things that block were released with it, on purpose.
        despite: usize,
    },
    /// Something of the draft was put elsewhere by hand.
    Slot {
        congress: Uuid,
        slot: Uuid,
        what: SlotChange,
        detail: Value,
    },
    /// What was parked got places at once, as they were proposed with this seed.
    Placed {
        congress: Uuid,
        seed: u64,
        spots: Vec<Spot>,
    },
    /// That was taken back, of so many.
    Unplaced {
        congress: Uuid,
        undoes: Uuid,
        n: usize,
    },
    /// What holds for the plan: a part of it, and what differed.
    PlanRules {
        congress: Uuid,
        part: &'static str,
        changed: Value,
    },
}

/// The verbs of many slots that were placed as one, and taken back as one.
pub const PLACED: &str = "schedule.placed";
pub const UNPLACED: &str = "schedule.placing-undone";

/// What was done to a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotChange {
    Added,
    Moved,
    Parked,
    Pinned,
    Renamed,
    Removed,
    /// A change before was taken back.
    Undone,
    /// With others, as it was proposed.
    Placed,
    /// That was taken back, with the others.
    Unplaced,
}

impl SlotChange {
    /// Their verbs.
    pub const VERBS: [&str; 9] = [
        "slot.added",
        "slot.moved",
        "slot.parked",
        "slot.pinned",
        "slot.renamed",
        "slot.removed",
        "slot.undone",
        "slot.placed",
        "slot.unplaced",
    ];

    /// What lies between two states. None: it was not there.
    pub fn between(was: Option<&Standing>, is: &Standing, undone: bool) -> Self {
        match was {
            _ if undone => Self::Undone,
            None => Self::Added,
            _ if is.removed => Self::Removed,
            Some(was) if is.span().is_none() && was.span().is_some() => Self::Parked,
            Some(was) if (was.room, was.span(), was.removed) != (is.room, is.span(), is.removed) => Self::Moved,
            Some(was) if was.pinned != is.pinned => Self::Pinned,
            Some(_) => Self::Renamed,
        }
    }

    pub fn verb(self) -> &'static str {
        Self::VERBS[self as usize]
    }
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        use Deed::{Added, Changed, Removed};
        match self {
            Self::Edited { thing, deed, .. } => match (thing, deed) {
                (Thing::Session, Added) => "session.added",
                (Thing::Session, Changed) => "session.changed",
                (Thing::Session, Removed) => "session.removed",
                (Thing::Speaker, Added) => "speaker.added",
                (Thing::Speaker, Changed) => "speaker.changed",
                (Thing::Speaker, Removed) => "speaker.removed",
                (Thing::Track, Added) => "track.added",
                (Thing::Track, Changed) => "track.changed",
                (Thing::Track, Removed) => "track.removed",
                (Thing::SessionType, Added) => "session-type.added",
                (Thing::SessionType, Changed) => "session-type.changed",
                (Thing::SessionType, Removed) => "session-type.removed",
            },
            Self::Confirmed { confirmed: true, .. } => "session.confirmed",
            Self::Confirmed { confirmed: false, .. } => "session.unconfirmed",
            Self::Cancelled { .. } => "session.cancelled",
            Self::Restored { .. } => "session.restored",
            Self::Imported { .. } => "schedule.imported",
            Self::ImportedUnchanged { .. } => "schedule.imported-unchanged",
            Self::Released { despite: 0, .. } => "schedule.released",
            Self::Released { .. } => "schedule.released-despite",
            Self::TableTakenIn { .. } => "session.table-taken-in",
            Self::Slot { what, .. } => what.verb(),
            Self::Placed { .. } => PLACED,
            Self::Unplaced { .. } => UNPLACED,
            Self::PlanRules { .. } => "schedule.rules-changed",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Imported { congress, .. } | Self::ImportedUnchanged { congress, .. } => ("congress", *congress),
            Self::Edited { thing, id, .. } => match thing {
                Thing::Session => ("session", *id),
                Thing::Speaker => ("speaker", *id),
                Thing::Track => ("track", *id),
                Thing::SessionType => ("session_type", *id),
            },
            Self::Confirmed { session, .. } | Self::Cancelled { session, .. } | Self::Restored { session, .. } => {
                ("session", *session)
            }
            Self::TableTakenIn { file, .. } => ("upload", *file),
            Self::Released { release, .. } => ("release", *release),
            Self::Slot { slot, .. } => ("slot", *slot),
            Self::Placed { congress, .. } | Self::Unplaced { congress, .. } | Self::PlanRules { congress, .. } => {
                ("congress", *congress)
            }
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Edited { congress, .. }
            | Self::Confirmed { congress, .. }
            | Self::Cancelled { congress, .. }
            | Self::Restored { congress, .. }
            | Self::Imported { congress, .. }
            | Self::ImportedUnchanged { congress, .. }
            | Self::TableTakenIn { congress, .. }
            | Self::Released { congress, .. }
            | Self::Slot { congress, .. }
            | Self::Placed { congress, .. }
            | Self::Unplaced { congress, .. }
            | Self::PlanRules { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Imported { version, added, changed, removed, draft, .. } => {
                let slots = json!({ "new": added, "changed": changed, "removed": removed });
                json!({ "slug": version, "slots": slots, "n": added + changed + removed, "draft": draft })
            }
            Self::TableTakenIn { added, changed, .. } => json!({ "rows": added + changed, "added": added }),
            Self::ImportedUnchanged { version, .. } => json!({ "slug": version }),
            Self::Slot { detail, .. } => detail.clone(),
            Self::Placed { seed, spots, .. } => json!({ "n": spots.len(), "seed": seed, "placed": spots }),
            Self::Unplaced { undoes, n, .. } => json!({ "n": n, "undoes": undoes }),
            Self::PlanRules { part, changed, .. } => json!({ "part": part, "changed": changed }),
            Self::Edited { changed, .. } => json!({ "changed": changed }),
            Self::Confirmed { .. } => json!({}),
            Self::Cancelled { reason, .. } | Self::Restored { reason, .. } => json!({ "reason": reason }),
            Self::Released { name, slots, notify, despite, .. } => {
                json!({ "slug": name, "n": slots, "notify": notify, "despite": despite })
            }
        }
    }
}
