//! What happens in the directory. The log says that somebody joined, changed or left; not what they wrote, nor whom they are
//! interested in or avoid: that is theirs.

use base::Uuid;
use serde_json::{Value, json};

/// That something else is said of a cooperation.
pub const CHANGED: &str = "cooperation.changed";
/// That suggestions are ranked otherwise.
pub const WEIGHED: &str = "network.weighed";

/// Something that happened. `name`: of the topic, offer or need, or of who joined.
#[derive(Clone, Debug)]
pub struct Event {
    pub congress: Uuid,
    pub object: Uuid,
    pub name: String,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Joined,
    ProfileChanged,
    /// Left, with all that was theirs.
    Withdrawn,
    /// Its term ended and nobody kept it.
    Lapsed,
    EntryAdded,
    EntryChanged,
    EntryRemoved,
    /// Organisers took it off, for a reason that its author was told.
    EntryHidden {
        why: String,
    },
    ProfileHidden {
        why: String,
    },
    ReportKept,
    /// Two know each other now.
    Connected,
    CooperationStarted,
    CooperationChanged,
    /// It came further, or ended.
    CooperationStepped,
    CooperationAsked,
    CooperationJoined,
    CooperationLeft,
    /// Organisers took it off, …
    CooperationHidden {
        why: String,
    },
    /// … and put it back.
    CooperationShown,
    TopicAdded {
        changed: Value,
    },
    TopicChanged {
        changed: Value,
    },
    /// It became part of another.
    TopicMerged {
        into: String,
    },
    TopicProposed,
    ProposalDecided {
        taken: bool,
    },
    /// Opened or closed.
    SettingChanged {
        changed: Value,
    },
    /// Suggestions are ranked otherwise.
    Weighed {
        changed: Value,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self.what {
            What::Joined => "profile.joined",
            What::ProfileChanged => "profile.changed",
            What::Withdrawn => "profile.withdrawn",
            What::Lapsed => "profile.lapsed",
            What::ProfileHidden { .. } => "profile.hidden",
            What::EntryAdded => "entry.added",
            What::EntryChanged => "entry.changed",
            What::EntryRemoved => "entry.removed",
            What::EntryHidden { .. } => "entry.hidden",
            What::ReportKept => "report.kept",
            What::Connected => "connection.made",
            What::CooperationStarted => "cooperation.started",
            What::CooperationChanged => CHANGED,
            What::CooperationStepped => "cooperation.stepped",
            What::CooperationAsked => "cooperation.asked",
            What::CooperationJoined => "cooperation.joined",
            What::CooperationLeft => "cooperation.left",
            What::CooperationHidden { .. } => "cooperation.hidden",
            What::CooperationShown => "cooperation.shown",
            What::TopicAdded { .. } => "topic.added",
            What::TopicChanged { .. } => "topic.changed",
            What::TopicMerged { .. } => "topic.merged",
            What::TopicProposed => "topic.proposed",
            What::ProposalDecided { taken: true } => "proposal.taken",
            What::ProposalDecided { taken: false } => "proposal.refused",
            What::SettingChanged { .. } => "network.changed",
            What::Weighed { .. } => WEIGHED,
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        let kind = match self.what {
            What::Joined | What::ProfileChanged | What::Withdrawn | What::Lapsed | What::ProfileHidden { .. } => {
                "profile"
            }
            What::EntryAdded | What::EntryChanged | What::EntryRemoved | What::EntryHidden { .. } => "entry",
            What::ReportKept => "report",
            What::Connected => "connection",
            What::CooperationStarted
            | What::CooperationChanged
            | What::CooperationStepped
            | What::CooperationAsked
            | What::CooperationJoined
            | What::CooperationLeft
            | What::CooperationHidden { .. }
            | What::CooperationShown => "cooperation",
            What::TopicAdded { .. } | What::TopicChanged { .. } | What::TopicMerged { .. } => "topic",
            What::TopicProposed | What::ProposalDecided { .. } => "proposal",
            What::SettingChanged { .. } | What::Weighed { .. } => "network",
        };
        (kind, self.object)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }

    fn detail(&self) -> Value {
        match &self.what {
            What::TopicAdded { changed }
            | What::TopicChanged { changed }
            | What::SettingChanged { changed }
            | What::Weighed { changed } => json!({ "slug": self.name, "changed": changed }),
            What::TopicMerged { into } => json!({ "slug": format!("{} → {into}", self.name) }),
            What::EntryHidden { why } | What::ProfileHidden { why } | What::CooperationHidden { why } => {
                json!({ "slug": self.name, "why": why })
            }
            _ => json!({ "slug": self.name }),
        }
    }
}
