//! Seats in sessions: booked by ticket holders, one of them at each occurrence, and given back.
//!
//! **Always**: each booked booking holds one claim on the capacity of its occurrence, one that waits or is freed holds none,
//! and nobody passes who waits. Whoever changes bookings holds the congress first ([`hold`]), so that the bookings of a
//! congress are changed by one after the other; that a seat is not sold twice, the claim alone decides.

mod book;
mod end;
pub mod mail;
pub mod seats;

pub use book::{Wish, book};
pub use end::{give_back, settle, settle_order};

use crate::BookingError;
use crate::entity::booking::{self, State};
use crate::query::booking::{Occurrence, Only, occurrences};
use base::Uuid;
use registration::entity::attendee;
use registration::load::Attendee;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{DbErr, Tx};

/// What a seat is claimed under; the holder is the booking.
pub const HOLDER: &str = "booking";

/// The job that lets bookings follow what happened: to the tickets of an `order`, or to the programme of a `congress`.
pub const SETTLE: &str = "programme.bookings";

/// Whoever books, or gives back: held with their order, and the congress before.
async fn hold(tx: &Tx, loaded: &Attendee) -> Result<attendee::Model, BookingError> {
    congress::service::congress::hold(tx, loaded.row().congress_id).await?;
    Ok(registration::service::person::hold(tx, loaded).await?)
}

/// The occurrence of this number.
async fn one(tx: &Tx, congress: Uuid, number: i32) -> Result<Occurrence, BookingError> {
    occurrences(tx, congress, Only::Number(number)).await?.pop().ok_or(BookingError::Unknown)
}

/// What somebody has at an occurrence.
async fn open(tx: &Tx, slot: Uuid, attendee: Uuid) -> Result<Option<booking::Model>, DbErr> {
    booking::Entity::find()
        .filter(booking::Column::SlotId.eq(slot))
        .filter(booking::Column::AttendeeId.eq(attendee))
        .filter(booking::Column::State.ne(State::Freed))
        .one(&**tx)
        .await
}

/// What an occurrence is called in the log.
fn title(of: &Occurrence) -> String {
    of.title.in_language(base::Language::De).to_owned()
}

/// Has the public pages made anew if what they show of these occurrences changed.
async fn show(tx: &Tx, before: &[Occurrence]) -> Result<(), DbErr> {
    let Some(congress) = before.first().map(|of| of.congress) else { return Ok(()) };
    let slots: Vec<Uuid> = before.iter().map(|of| of.slot).collect();
    let now = occurrences(tx, congress, Only::Slots(&slots)).await?;
    let changed = |of: &Occurrence| before.iter().any(|was| was.slot == of.slot && was.left() != of.left());
    if now.iter().any(changed) {
        congress::service::congress::raise_revision(tx, congress).await?;
    }
    Ok(())
}
