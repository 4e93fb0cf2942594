//! Seats in sessions: who has them, and booking and giving back for people.

use crate::page::booking::{self as page, Sheet};
use address::{DeskBooking, DeskBookingReturn, DeskSeats};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission;
use base::error::Told;
use http::StatusCode;
use programme::BookingError;
use programme::entity::booking::State as Seat;
use programme::query::booking::{Clash, Occurrence, Only, occurrences, seated};
use programme::service::booking::{Wish, book, give_back};
use registration::RegistrationError;
use registration::load::{Attendee, attendee_of, order_to_manage};
use ticket::TicketNumber;
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Faults, Fields, Visit};

/// What is booked, or could be: what a release shows, and what somebody has a seat in.
pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let mut all = occurrences(state.store.read(), visit.congress()?.id, Only::All).await?;
    all.retain(|of| of.span.is_some() || of.taken > 0 || of.waiting > 0);
    Ok(page::list(&visit, &all).into_response())
}

async fn load(state: &web::State, visit: &Visit, number: &str) -> Result<Occurrence, Fault> {
    let number = number.parse().map_err(|_| Fault::not_found())?;
    let found = occurrences(state.store.read(), visit.congress()?.id, Only::Number(number)).await?.pop();
    found.ok_or_else(Fault::not_found)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskSeats>) -> Answer {
    let of = load(&state, &visit, &at.number).await?;
    let (fields, faults) = (Fields::new(), Faults::new());
    shown(&state, &visit, &of, (&fields, &faults, &[]), StatusCode::OK).await
}

async fn shown(
    state: &web::State,
    visit: &Visit,
    of: &Occurrence,
    (fields, faults, clashes): (&Fields, &Faults, &[Clash]),
    status: StatusCode,
) -> Answer {
    let people = seated(state.store.read(), of.slot).await?;
    let sheet = Sheet { fields, faults, clashes };
    let sheet = visit.may(Permission::OrdersWrite).then_some(&sheet);
    Ok((status, page::show(visit, of, &people, sheet)).into_response())
}

async fn person(state: &web::State, visit: &Visit, code: &str, position: &str) -> Result<Attendee, RegistrationError> {
    let congress = visit.congress().map_err(|_| RegistrationError::Unknown)?.id;
    let conn = state.store.read();
    let order = order_to_manage(conn, &visit.actor, congress, code).await?;
    attendee_of(conn, &order, position).await
}

/// Books a seat for the holder of a ticket, by its number, or puts them into the queue. What else they have at that time is
/// shown first.
pub async fn add(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskBooking>, sent: Fields) -> Answer {
    let of = load(&state, &visit, &at.number).await?;
    let back = DeskSeats::new(&at.congress, &at.number).path();
    let refused = |key: &'static str| {
        let mut faults = Faults::new();
        faults.add("ticket", key);
        faults.name("ticket", &visit.words.t("desk-booking-number"));
        faults
    };
    let found = match TicketNumber::parse(sent.get("ticket")) {
        Ok(number) => person(&state, &visit, number.code(), &number.position().to_string()).await,
        Err(_) => Err(RegistrationError::Unknown),
    };
    let loaded = match found {
        Ok(loaded) => loaded,
        Err(RegistrationError::Unknown) => {
            let faults = refused("desk-booking-number-unknown");
            return shown(&state, &visit, &of, (&sent, &faults, &[]), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error.into()),
    };
    let wish = Wish { wait: sent.has("wait"), despite: Seen::read(&sent) };
    match Box::pin(book(&state.store, &loaded, of.number, &wish)).await {
        Ok(seat) => {
            let word = if seat == Seat::Waiting { "desk-booking-flash-waits" } else { "desk-booking-flash-booked" };
            Flash::success(visit.words.t(word)).leave(&visit).await?;
            Ok(Redirect::to(&back).into_response())
        }
        Err(BookingError::Clash(clashes)) => {
            shown(&state, &visit, &of, (&sent, &Faults::new(), &clashes), StatusCode::CONFLICT).await
        }
        Err(error @ (BookingError::Full | BookingError::NoTicket | BookingError::Closed)) => {
            let key = if matches!(error, BookingError::Full) { "desk-booking-full" } else { error.message() };
            shown(&state, &visit, &of, (&sent, &refused(key), &[]), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn ask_return(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskBookingReturn>) -> Answer {
    let of = load(&state, &visit, &at.number).await?;
    let loaded = person(&state, &visit, &at.code, &at.position).await?;
    let row = loaded.row();
    Ok(page::give_back(&visit, &of, &base::name::full(&row.given_name, &row.family_name)).into_response())
}

/// Gives somebody's seat back, or takes them out of the queue. A second time changes nothing and says so.
pub async fn end(State(state): State<web::State>, visit: Visit, Path(at): Path<DeskBookingReturn>) -> Answer {
    let of = load(&state, &visit, &at.number).await?;
    let loaded = person(&state, &visit, &at.code, &at.position).await?;
    let flash = match Box::pin(give_back(&state.store, &loaded, of.number)).await? {
        true => Flash::success(visit.words.t("booking-flash-returned")),
        false => Flash::info(visit.words.t("booking-flash-returned-before")),
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&DeskSeats::new(&at.congress, &at.number).path()).into_response())
}
