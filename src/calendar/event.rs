//! What happens to calendars.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    /// An attendee's calendar has another link; the one before, if there was one, is dead.
    LinkRenewed { congress: Uuid, attendee: Uuid },
    /// Somebody said whether they come.
    Answered { congress: Uuid, session: Uuid, title: String, answer: &'static str },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::LinkRenewed { .. } => "attendee.calendar-renewed",
            Self::Answered { .. } => "session.answered",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::LinkRenewed { attendee, .. } => ("attendee", *attendee),
            Self::Answered { session, .. } => ("session", *session),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        let (Self::LinkRenewed { congress, .. } | Self::Answered { congress, .. }) = self;
        Some(*congress)
    }

    fn detail(&self) -> Value {
        match self {
            Self::LinkRenewed { .. } => json!({}),
            Self::Answered { title, answer, .. } => json!({ "slug": title, "to": answer }),
        }
    }
}
