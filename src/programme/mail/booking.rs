//! How the mail about seats is written, from the facts as they are when it is due. What fills the template is listed in
//! `templates/mail/README.md`.

use crate::BookingError;
use crate::entity::booking::{self, State};
use crate::query::booking::{Only, occurrences};
use base::{Uuid, name};
use locale::Words;
use post::{ComposeError, Composers, Draft, Due, compose};
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::load::attendee_secret;
use registration::mail::{Frame, Links};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::json;
use store::Store;

/// The session that somebody waited for does not take place.
pub const SEAT_ENDED_MAIL: &str = "programme.seat-ended";

/// Who writes it.
pub fn with_booking_mails(composers: Composers, links: &Links) -> Composers {
    let links = links.clone();
    composers.with(SEAT_ENDED_MAIL, compose(move |store, due| write(store, due, links.clone())))
}

#[derive(Deserialize)]
struct Payload {
    booking: Uuid,
}

async fn write(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    letter(&store, &due, payload.booking, &links).await.map_err(|error| match error {
        BookingError::Unknown | BookingError::Registration(RegistrationError::Unknown) => {
            ComposeError::Gone("it stands otherwise with the seat".into())
        }
        error => ComposeError::of(&error),
    })
}

/// The mail; nothing, if the seat is another matter again.
async fn letter(store: &Store, due: &Due, booking: Uuid, links: &Links) -> Result<Draft, BookingError> {
    let conn = store.read();
    let row = booking::Entity::find()
        .filter(booking::Column::Id.eq(booking))
        .filter(booking::Column::State.eq(State::Freed))
        .one(conn)
        .await?
        .ok_or(BookingError::Unknown)?;
    let who = attendee::Entity::find().filter(attendee::Column::Id.eq(row.attendee_id)).one(conn).await?;
    let who = who.ok_or(BookingError::Unknown)?;
    let order = order::Entity::find().filter(order::Column::Id.eq(who.order_id)).one(conn).await?;
    let order = order.ok_or(BookingError::Unknown)?;
    let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or(BookingError::Unknown)?;
    let zone = congress::rules::check_zone(&congress.zone)?;
    let of = occurrences(conn, congress.id, Only::Slots(&[row.slot_id])).await?.pop().ok_or(BookingError::Unknown)?;
    let words = Words::new(due.language);
    let secret = attendee_secret(&links.key, &order, &who);
    let path = address::MyWorkshops::new(&congress.slug, secret).path();
    let frame = Frame::load(conn, "programme/seat-ended", &order, due.language, links).await?;
    Ok(frame.with(json!({
        "is_buyer": false,
        "greeting_name": name::full(&who.given_name, &who.family_name),
        "session": of.title.in_language(due.language),
        "at": of.span.map(|(from, until)| words.span(from, until, zone)),
        "room": of.room.as_ref().map(|room| room.in_language(due.language)),
        "url": format!("{}{path}", links.public_url),
    })))
}
