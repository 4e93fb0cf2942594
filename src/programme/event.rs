//! What happens to the programme.

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
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Imported { .. } => "schedule.imported",
            Self::ImportedUnchanged { .. } => "schedule.imported-unchanged",
            Self::Released { .. } => "schedule.released",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Imported { congress, .. } | Self::ImportedUnchanged { congress, .. } => ("congress", *congress),
            Self::Released { release, .. } => ("release", *release),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Imported { congress, .. }
            | Self::ImportedUnchanged { congress, .. }
            | Self::Released { congress, .. } => Some(*congress),
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
        }
    }
}
