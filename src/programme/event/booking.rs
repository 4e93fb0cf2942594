//! What happens to seats that are booked.

use base::Uuid;
use serde_json::{Value, json};

/// Something that happened to somebody's seat.
#[derive(Clone, Debug)]
pub struct Booking {
    pub congress: Uuid,
    pub booking: Uuid,
    pub attendee: Uuid,
    /// What the session is called.
    pub title: String,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Booked,
    /// In the queue.
    Waits,
    /// Out of the queue into a seat.
    Advanced,
    /// `seat`: they had one; else they waited for one.
    Ended {
        why: Why,
        seat: bool,
    },
}

/// Why a booking ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// By who had it, or at the desk.
    GivenBack,
    /// The ticket ended, or is one for the livestream now.
    Ticket,
    /// The session was cancelled, or this occurrence of it.
    Session,
}

impl store::Event for Booking {
    fn verb(&self) -> &'static str {
        match self.what {
            What::Booked => "booking.made",
            What::Waits => "booking.waits",
            What::Advanced => "booking.advanced",
            What::Ended { why: Why::GivenBack, .. } => "booking.given-back",
            What::Ended { why: Why::Ticket, .. } => "booking.ended-with-ticket",
            What::Ended { why: Why::Session, .. } => "booking.ended-with-session",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        ("attendee", self.attendee)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }

    fn detail(&self) -> Value {
        json!({ "booking": self.booking, "slug": self.title })
    }
}

/// How many seats a session has was changed.
#[derive(Clone, Debug)]
pub struct Seats {
    pub congress: Uuid,
    pub session: Uuid,
    pub title: String,
    pub before: Option<i32>,
    pub after: Option<i32>,
}

impl store::Event for Seats {
    fn verb(&self) -> &'static str {
        "booking.seats-set"
    }

    fn object(&self) -> (&'static str, Uuid) {
        ("session", self.session)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }

    fn detail(&self) -> Value {
        json!({ "slug": self.title, "changed": { "seats": [self.before, self.after] } })
    }
}
