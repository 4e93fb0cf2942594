//! Which mails follow from bookings: one for each cause. They are written by [`crate::mail`] when they are due.

use crate::BookingError;
use crate::entity::booking;
use crate::event::booking::{Booking, What, Why};
use crate::mail::SEAT_ENDED_MAIL;
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

/// A mail to somebody who waited for a seat in a session that does not take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingMail {
    pub booking: Uuid,
}

impl BookingMail {
    /// What follows from what happened. Who has a seat, or had one, learns it from the invitation to the session; whose ticket
    /// ended from the mail about the ticket.
    pub fn of(event: &Booking) -> Option<Self> {
        let waited = event.what == What::Ended { why: Why::Session, seat: false };
        waited.then_some(Self { booking: event.booking })
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
        kind: SEAT_ENDED_MAIL,
        cause: format!("{SEAT_ENDED_MAIL}:{}", row.id),
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
