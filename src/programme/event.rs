//! What happens to the programme.

use crate::service::plan::Standing;
pub mod call;

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
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
    Released {
        congress: Uuid,
        release: Uuid,
        name: String,
        slots: usize,
    },
    /// Something of the draft was put elsewhere by hand.
    Slot {
        congress: Uuid,
        slot: Uuid,
        what: SlotChange,
        detail: Value,
    },
    /// What holds for the plan: a part of it, and what differed.
    PlanRules {
        congress: Uuid,
        part: &'static str,
        changed: Value,
    },
}

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
}

impl SlotChange {
    /// Their verbs.
    pub const VERBS: [&str; 7] =
        ["slot.added", "slot.moved", "slot.parked", "slot.pinned", "slot.renamed", "slot.removed", "slot.undone"];

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

    fn verb(self) -> &'static str {
        Self::VERBS[self as usize]
    }
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Imported { .. } => "schedule.imported",
            Self::ImportedUnchanged { .. } => "schedule.imported-unchanged",
            Self::Released { .. } => "schedule.released",
            Self::Slot { what, .. } => what.verb(),
            Self::PlanRules { .. } => "schedule.rules-changed",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Imported { congress, .. } | Self::ImportedUnchanged { congress, .. } => ("congress", *congress),
            Self::Released { release, .. } => ("release", *release),
            Self::Slot { slot, .. } => ("slot", *slot),
            Self::PlanRules { congress, .. } => ("congress", *congress),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Imported { congress, .. }
            | Self::ImportedUnchanged { congress, .. }
            | Self::Released { congress, .. }
            | Self::Slot { congress, .. }
            | Self::PlanRules { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Imported { version, added, changed, removed, draft, .. } => {
                let slots = json!({ "new": added, "changed": changed, "removed": removed });
                json!({ "slug": version, "slots": slots, "n": added + changed + removed, "draft": draft })
            }
            Self::ImportedUnchanged { version, .. } => json!({ "slug": version }),
            Self::Released { name, slots, .. } => json!({ "slug": name, "n": slots }),
            Self::Slot { detail, .. } => detail.clone(),
            Self::PlanRules { part, changed, .. } => json!({ "part": part, "changed": changed }),
        }
    }
}
