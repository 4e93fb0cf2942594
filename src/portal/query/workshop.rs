//! Seats in sessions, for the pages of those who hold tickets.

use base::Uuid;
use programme::query::booking::{Mine, any, mine};
use programme::rules::booking::may_hold;
use registration::query::attendee::AttendeeView;
use store::{Conn, DbErr};

/// What some attendees have booked, and whether there is anything to book.
#[derive(Clone, Debug, Default)]
pub struct Workshops {
    pub any: bool,
    pub mine: Vec<Mine>,
}

impl Workshops {
    /// Of these attendees. Two statements, and eight more where something is booked.
    pub async fn load(conn: &Conn, congress: Uuid, attendees: &[Uuid]) -> Result<Self, DbErr> {
        Ok(Self { any: any(conn, congress).await?, mine: mine(conn, congress, attendees).await? })
    }

    pub fn of(&self, attendee: Uuid) -> impl Iterator<Item = &Mine> {
        self.mine.iter().filter(move |mine| mine.booking.attendee_id == attendee)
    }

    /// Whether this attendee is shown the way to them.
    pub fn concerns(&self, view: &AttendeeView) -> bool {
        self.any && can_book(view) || self.of(view.attendee.id).next().is_some()
    }
}

/// Whether a ticket books seats.
pub fn can_book(view: &AttendeeView) -> bool {
    may_hold(view.attendee.state, view.category.place, !view.is_nameless(), view.attendee.test)
}
