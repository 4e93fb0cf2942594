//! What happens at the door.

use base::Uuid;
use serde_json::{Value, json};

/// A scan as the audit log knows it.
#[derive(Clone, Debug)]
pub struct Scanned {
    pub congress: Uuid,
    pub scan: Uuid,
    /// Whose ticket it is; none if it is nobody's.
    pub attendee: Option<Uuid>,
    /// The gate's short name.
    pub gate: String,
    pub reason: Option<&'static str>,
    pub detail: Option<&'static str>,
    pub forced: bool,
    pub note: String,
}

#[derive(Clone, Debug)]
pub enum Event {
    /// Let in; with a reason, all the same.
    Admitted(Scanned),
    Refused(Scanned),
    /// Somebody took back that they let this attendee in.
    Reversed {
        congress: Uuid,
        scan: Uuid,
        attendee: Uuid,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Admitted(_) => "check-in.admitted",
            Self::Refused(_) => "check-in.refused",
            Self::Reversed { .. } => "check-in.reversed",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Admitted(s) | Self::Refused(s) => {
                s.attendee.map_or(("scan", s.scan), |attendee| ("attendee", attendee))
            }
            Self::Reversed { attendee, .. } => ("attendee", *attendee),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Admitted(s) | Self::Refused(s) => Some(s.congress),
            Self::Reversed { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Admitted(s) | Self::Refused(s) => json!({
                "scan": s.scan, "gate": s.gate, "reason": s.reason, "detail": s.detail, "forced": s.forced, "note": s.note,
            }),
            Self::Reversed { scan, .. } => json!({ "scan": scan }),
        }
    }
}
