//! What happens to campaigns.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    Added {
        congress: Uuid,
        campaign: Uuid,
        name: String,
    },
    Edited {
        congress: Uuid,
        campaign: Uuid,
        name: String,
    },
    Planned {
        congress: Uuid,
        campaign: Uuid,
        name: String,
        at: String,
    },
    /// It is a draft again.
    Unplanned {
        congress: Uuid,
        campaign: Uuid,
        name: String,
    },
    Started {
        congress: Uuid,
        campaign: Uuid,
        name: String,
        recipients: u64,
    },
    /// By somebody; or by itself, and why.
    Stopped {
        congress: Uuid,
        campaign: Uuid,
        name: String,
        why: Option<String>,
    },
    Continued {
        congress: Uuid,
        campaign: Uuid,
        name: String,
    },
    Finished {
        congress: Uuid,
        campaign: Uuid,
        name: String,
    },
    Removed {
        congress: Uuid,
        campaign: Uuid,
        name: String,
    },
    /// Somebody wants no campaigns of a kind.
    OptedOut {
        congress: Uuid,
        mailbox: Uuid,
        kind: &'static str,
    },
    /// They want them again.
    OptedIn {
        congress: Uuid,
        mailbox: Uuid,
        kind: &'static str,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Added { .. } => "campaign.added",
            Self::Edited { .. } => "campaign.edited",
            Self::Planned { .. } => "campaign.planned",
            Self::Unplanned { .. } => "campaign.unplanned",
            Self::Started { .. } => "campaign.started",
            Self::Stopped { .. } => "campaign.stopped",
            Self::Continued { .. } => "campaign.continued",
            Self::Finished { .. } => "campaign.finished",
            Self::Removed { .. } => "campaign.removed",
            Self::OptedOut { .. } => "mailbox.opted-out",
            Self::OptedIn { .. } => "mailbox.opted-in",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Added { campaign, .. }
            | Self::Edited { campaign, .. }
            | Self::Planned { campaign, .. }
            | Self::Unplanned { campaign, .. }
            | Self::Started { campaign, .. }
            | Self::Stopped { campaign, .. }
            | Self::Continued { campaign, .. }
            | Self::Finished { campaign, .. }
            | Self::Removed { campaign, .. } => ("campaign", *campaign),
            Self::OptedOut { mailbox, .. } | Self::OptedIn { mailbox, .. } => ("mailbox", *mailbox),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Added { congress, .. }
            | Self::Edited { congress, .. }
            | Self::Planned { congress, .. }
            | Self::Unplanned { congress, .. }
            | Self::Started { congress, .. }
            | Self::Stopped { congress, .. }
            | Self::Continued { congress, .. }
            | Self::Finished { congress, .. }
            | Self::Removed { congress, .. }
            | Self::OptedOut { congress, .. }
            | Self::OptedIn { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Added { name, .. }
            | Self::Edited { name, .. }
            | Self::Unplanned { name, .. }
            | Self::Continued { name, .. }
            | Self::Finished { name, .. }
            | Self::Removed { name, .. } => json!({ "slug": name }),
            Self::Planned { name, at, .. } => json!({ "slug": name, "to": at }),
            Self::Started { name, recipients, .. } => json!({ "slug": name, "n": recipients }),
            Self::Stopped { name, why, .. } => json!({ "slug": name, "why": why }),
            Self::OptedOut { kind, .. } | Self::OptedIn { kind, .. } => json!({ "to": kind }),
        }
    }
}
