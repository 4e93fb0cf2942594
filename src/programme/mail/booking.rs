//! How the mails about seats are written, from the facts as they are when they are due. What fills the templates is listed
//! in `templates/mail/README.md`.

use crate::BookingError;
use crate::entity::booking::{self, State};
use crate::query::booking::{Only, occurrences};
use base::{Uuid, name};
use locale::Words;
use post::{Compose, ComposeError, Composers, Draft, Due, compose};
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::load::attendee_secret;
use registration::mail::{Frame, Links};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Store;

/// Which mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Out of the queue into a seat.
    Advanced,
    /// The session does not take place.
    Ended,
}

impl Kind {
    /// For the outbox.
    pub fn name(self) -> &'static str {
        match self {
            Self::Advanced => "programme.seat",
            Self::Ended => "programme.seat-ended",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Advanced => "programme/seat",
            Self::Ended => "programme/seat-ended",
        }
    }
}

/// Who writes them.
pub fn with_booking_mails(composers: Composers, links: &Links) -> Composers {
    let mail = |kind| mail(kind, links.clone());
    [Kind::Advanced, Kind::Ended].into_iter().fold(composers, |composers, kind| composers.with(kind.name(), mail(kind)))
}

fn mail(kind: Kind, links: Links) -> Compose {
    compose(move |store, due| write(store, due, kind, links.clone()))
}

#[derive(Deserialize)]
struct Payload {
    booking: Uuid,
}

async fn write(store: Store, due: Due, kind: Kind, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    letter(&store, &due, kind, payload.booking, &links).await.map_err(|error| match error {
        BookingError::Unknown | BookingError::Registration(RegistrationError::Unknown) => {
            ComposeError::Gone("it stands otherwise with the seat".into())
        }
        error => ComposeError::of(&error),
    })
}

/// The mail; nothing, if the seat is another matter again.
async fn letter(store: &Store, due: &Due, kind: Kind, booking: Uuid, links: &Links) -> Result<Draft, BookingError> {
    let conn = store.read();
    let wanted = match kind {
        Kind::Advanced => State::Booked,
        Kind::Ended => State::Freed,
    };
    let row = booking::Entity::find()
        .filter(booking::Column::Id.eq(booking))
        .filter(booking::Column::State.eq(wanted))
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
    let frame = Frame::load(conn, kind.template(), &order, due.language, links).await?;
    Ok(frame.with(json!({
        "is_buyer": false,
        "greeting_name": name::full(&who.given_name, &who.family_name),
        "session": of.title.in_language(due.language),
        "at": of.span.map(|(from, until)| words.span(from, until, zone)),
        "room": of.room.as_ref().map(|room| room.in_language(due.language)),
        "url": format!("{}{path}", links.public_url),
    })))
}
