//! What happens to the exhibition.

use base::Uuid;
use serde_json::{Value, json};

/// Something that happened to a project, a stand, a hall, by its name. `changed`: as `store::event::changes` writes it.
#[derive(Clone, Debug)]
pub struct Event {
    pub congress: Uuid,
    pub object: Uuid,
    pub name: String,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    HallAdded {
        changed: Value,
    },
    HallChanged {
        changed: Value,
    },
    HallRemoved,
    StandAdded {
        changed: Value,
    },
    StandChanged {
        changed: Value,
    },
    StandRemoved,
    ProjectAdded {
        changed: Value,
    },
    ProjectChanged {
        changed: Value,
    },
    ProjectRemoved,
    /// To the stand of this number; none: it has none any more.
    ProjectPlaced {
        stand: Option<String>,
    },
    /// So many projects got a stand at once.
    Spread {
        n: usize,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self.what {
            What::HallAdded { .. } => "hall.added",
            What::HallChanged { .. } => "hall.changed",
            What::HallRemoved => "hall.removed",
            What::StandAdded { .. } => "stand.added",
            What::StandChanged { .. } => "stand.changed",
            What::StandRemoved => "stand.removed",
            What::ProjectAdded { .. } => "project.added",
            What::ProjectChanged { .. } => "project.changed",
            What::ProjectRemoved => "project.removed",
            What::ProjectPlaced { stand: Some(_) } => "project.placed",
            What::ProjectPlaced { stand: None } => "project.displaced",
            What::Spread { .. } => "project.spread",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        let kind = match self.what {
            What::HallAdded { .. } | What::HallChanged { .. } | What::HallRemoved => "hall",
            What::StandAdded { .. } | What::StandChanged { .. } | What::StandRemoved => "stand",
            What::ProjectAdded { .. }
            | What::ProjectChanged { .. }
            | What::ProjectRemoved
            | What::ProjectPlaced { .. } => "project",
            What::Spread { .. } => "congress",
        };
        (kind, self.object)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }

    fn detail(&self) -> Value {
        match &self.what {
            What::HallAdded { changed }
            | What::HallChanged { changed }
            | What::StandAdded { changed }
            | What::StandChanged { changed }
            | What::ProjectAdded { changed }
            | What::ProjectChanged { changed } => json!({ "slug": self.name, "changed": changed }),
            What::ProjectPlaced { stand } => {
                let to = stand.as_ref().map_or_else(|| self.name.clone(), |stand| format!("{} → {stand}", self.name));
                json!({ "slug": to })
            }
            What::Spread { n } => json!({ "n": n }),
            What::HallRemoved | What::StandRemoved | What::ProjectRemoved => json!({ "slug": self.name }),
        }
    }
}
