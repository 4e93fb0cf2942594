//! What happens to orders and attendees.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    Placed {
        congress: Uuid,
        order: Uuid,
        code: String,
        attendees: usize,
        notify: bool,
    },
    /// These attendees gave their places back; `whole`: nobody is left.
    Cancelled {
        congress: Uuid,
        order: Uuid,
        attendees: Vec<Uuid>,
        names: Vec<String>,
        whole: bool,
        reason: String,
        notify: bool,
    },
    Renamed {
        congress: Uuid,
        attendee: Uuid,
        before: String,
        after: String,
    },
    /// Somebody asked for the mails of an order, or of one attendee, once more.
    MailRequested {
        congress: Uuid,
        order: Uuid,
        attendee: Option<Uuid>,
        request: Uuid,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Placed { .. } => "order.placed",
            Self::Cancelled { .. } => "order.cancelled",
            Self::Renamed { .. } => "attendee.renamed",
            Self::MailRequested { .. } => "order.mail-requested",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Placed { order, .. } | Self::Cancelled { order, .. } | Self::MailRequested { order, .. } => {
                ("order", *order)
            }
            Self::Renamed { attendee, .. } => ("attendee", *attendee),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Placed { congress, .. }
            | Self::Cancelled { congress, .. }
            | Self::Renamed { congress, .. }
            | Self::MailRequested { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Placed { code, attendees, .. } => json!({ "code": code, "attendees": attendees }),
            Self::Cancelled { names, whole, reason, .. } => json!({ "names": names, "whole": whole, "reason": reason }),
            Self::Renamed { before, after, .. } => json!({ "before": before, "after": after }),
            Self::MailRequested { attendee, .. } => json!({ "attendee": attendee }),
        }
    }
}
