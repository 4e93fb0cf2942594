//! What happens to a congress.

use base::Uuid;

#[derive(Clone, Debug)]
pub enum Event {
    Added { congress: Uuid, slug: String },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Added { .. } => "congress.added",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Added { congress, .. } => ("congress", *congress),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.object().1)
    }

    fn detail(&self) -> serde_json::Value {
        match self {
            Self::Added { slug, .. } => serde_json::json!({ "slug": slug }),
        }
    }
}
