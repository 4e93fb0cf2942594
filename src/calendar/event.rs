//! What happens to calendars.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    /// An attendee's calendar has another link; the one before, if there was one, is dead.
    LinkRenewed { congress: Uuid, attendee: Uuid },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        "attendee.calendar-renewed"
    }

    fn object(&self) -> (&'static str, Uuid) {
        let Self::LinkRenewed { attendee, .. } = self;
        ("attendee", *attendee)
    }

    fn congress(&self) -> Option<Uuid> {
        let Self::LinkRenewed { congress, .. } = self;
        Some(*congress)
    }

    fn detail(&self) -> Value {
        json!({})
    }
}
