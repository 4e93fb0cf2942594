//! What happens to campaigns.

use crate::service::contact::Taken;
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
    /// A list of contacts was taken in.
    ContactsAdded {
        congress: Uuid,
        file: Uuid,
        taken: Taken,
    },
    /// Somebody typed an address into the public form, and is asked.
    ContactAsked {
        congress: Uuid,
        contact: Uuid,
    },
    ContactConfirmed {
        congress: Uuid,
        contact: Uuid,
    },
    ContactRefused {
        congress: Uuid,
        contact: Uuid,
    },
    ContactRemoved {
        congress: Uuid,
        contact: Uuid,
    },
    SegmentSaved {
        congress: Uuid,
        segment: Uuid,
        name: String,
    },
    SegmentRenamed {
        congress: Uuid,
        segment: Uuid,
        name: String,
    },
    SegmentRemoved {
        congress: Uuid,
        segment: Uuid,
        name: String,
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
            Self::ContactsAdded { .. } => "contacts.added",
            Self::ContactAsked { .. } => "contact.asked",
            Self::ContactConfirmed { .. } => "contact.confirmed",
            Self::ContactRefused { .. } => "contact.refused",
            Self::ContactRemoved { .. } => "contact.removed",
            Self::SegmentSaved { .. } => "segment.saved",
            Self::SegmentRenamed { .. } => "segment.renamed",
            Self::SegmentRemoved { .. } => "segment.removed",
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
            Self::ContactsAdded { file, .. } => ("contacts", *file),
            Self::ContactAsked { contact, .. }
            | Self::ContactConfirmed { contact, .. }
            | Self::ContactRefused { contact, .. }
            | Self::ContactRemoved { contact, .. } => ("contact", *contact),
            Self::SegmentSaved { segment, .. }
            | Self::SegmentRenamed { segment, .. }
            | Self::SegmentRemoved { segment, .. } => ("segment", *segment),
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
            | Self::OptedIn { congress, .. }
            | Self::ContactsAdded { congress, .. }
            | Self::ContactAsked { congress, .. }
            | Self::ContactConfirmed { congress, .. }
            | Self::ContactRefused { congress, .. }
            | Self::ContactRemoved { congress, .. }
            | Self::SegmentSaved { congress, .. }
            | Self::SegmentRenamed { congress, .. }
            | Self::SegmentRemoved { congress, .. } => Some(*congress),
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
            Self::ContactsAdded { taken, .. } => {
                json!({ "rows": taken.newcomers(), "agree": taken.agree, "asked": taken.asked })
            }
            Self::ContactAsked { .. }
            | Self::ContactConfirmed { .. }
            | Self::ContactRefused { .. }
            | Self::ContactRemoved { .. } => json!({}),
            Self::SegmentSaved { name, .. } | Self::SegmentRenamed { name, .. } | Self::SegmentRemoved { name, .. } => {
                json!({ "slug": name })
            }
        }
    }
}
