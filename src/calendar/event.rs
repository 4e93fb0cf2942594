//! What happens to calendars.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    /// An attendee's calendar has another link; the one before, if there was one, is dead.
    LinkRenewed { congress: Uuid, attendee: Uuid },
    /// Somebody said whether they come: on the invitation's page, or by a mail of their calendar program.
    Answered { congress: Uuid, session: Uuid, title: String, answer: &'static str, by_mail: bool },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::LinkRenewed { .. } => "attendee.calendar-renewed",
            Self::Answered { by_mail: false, .. } => "session.answered",
            Self::Answered { by_mail: true, .. } => "session.answered-by-mail",
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
