//! What happens to a congress.

use crate::entity::congress::Phase;
use base::Uuid;

#[derive(Clone, Debug)]
pub enum Event {
    Added {
        congress: Uuid,
        slug: String,
    },
    Described {
        congress: Uuid,
    },
    PhaseSet {
        congress: Uuid,
        phase: Phase,
    },
    /// A list of cooperation topics was taken in.
    TopicsTakenIn {
        congress: Uuid,
        added: usize,
        changed: usize,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Added { .. } => "congress.added",
            Self::Described { .. } => "congress.described",
            Self::PhaseSet { .. } => "congress.phase-set",
            Self::TopicsTakenIn { .. } => "congress.topics-taken-in",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Added { congress, .. }
            | Self::Described { congress }
            | Self::PhaseSet { congress, .. }
            | Self::TopicsTakenIn { congress, .. } => ("congress", *congress),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.object().1)
    }

    fn detail(&self) -> serde_json::Value {
        match self {
            Self::Added { slug, .. } => serde_json::json!({ "slug": slug }),
            Self::Described { .. } => serde_json::json!({}),
            Self::PhaseSet { phase, .. } => serde_json::json!({ "phase": phase }),
            Self::TopicsTakenIn { added, changed, .. } => serde_json::json!({ "added": added, "changed": changed }),
        }
    }
}
