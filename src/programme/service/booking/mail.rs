//! Which mails follow from bookings: one for each cause. They are written by [`crate::mail`] when they are due.

use crate::BookingError;
use crate::entity::booking;
use crate::event::booking::{Booking, What, Why};
use crate::mail::BookingKind as Kind;
use base::{Uuid, name};
use identity::entity::mailbox;
use post::NewMessage;
use registration::entity::attendee;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Store;

/// The job that writes one of them.
pub const MAIL: &str = "programme.booking_mail";

/// A mail to somebody whose seat is another matter now, without their doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingMail {
    pub kind: Kind,
    pub booking: Uuid,
}

impl BookingMail {
    /// What follows from what happened. Whose ticket ended is told of that by the mail about the ticket.
    pub fn of(event: &Booking) -> Option<Self> {
        let kind = match event.what {
            What::Advanced => Kind::Advanced,
            What::Ended(Why::Session) => Kind::Ended,
            What::Booked | What::Waits | What::Ended(Why::GivenBack | Why::Ticket) => return None,
        };
        Some(Self { kind, booking: event.booking })
    }
}

/// Puts it into the outbox.
pub async fn send(store: &Store, mail: &BookingMail) -> Result<(), BookingError> {
    let tx = store.begin().await?;
    let row = booking::Entity::find().filter(booking::Column::Id.eq(mail.booking)).one(&*tx).await?;
    let row = row.ok_or(BookingError::Unknown)?;
    let who = attendee::Entity::find().filter(attendee::Column::Id.eq(row.attendee_id)).one(&*tx).await?;
    let who = who.ok_or(BookingError::Unknown)?;
    let to = mailbox::Entity::find().filter(mailbox::Column::Id.eq(who.mailbox_id)).one(&*tx).await?;
    let new = NewMessage {
        congress_id: Some(row.congress_id),
        kind: mail.kind.name(),
        cause: format!("{}:{}", mail.kind.name(), row.id),
        mailbox_id: Some(who.mailbox_id),
        about_id: Some(who.order_id),
        to_address: to.ok_or(BookingError::Unknown)?.address,
        to_name: name::full(&who.given_name, &who.family_name),
        language: who.language.parse().unwrap_or_default(),
        payload: json!({ "booking": row.id }),
        bulk: false,
    };
    post::enqueue(&tx, new).await?;
    Ok(tx.commit().await?)
}
