//! What people take along: tickets as a PDF, the congress as a calendar file.

use crate::query::order::congress_of;
use crate::route::{my, order};
use axum::extract::{Path, State};
use base::Language;
use payment::document::invoice_file;
use registration::RegistrationError;
use registration::document::{About, calendar, ticket_pdf};
use registration::entity::attendee::State as Ticket;
use registration::query;
use registration::query::attendee::AttendeeView;
use registration::ticket::Signer;
use web::{Answer, Fault, Visit, download};

/// All valid tickets of an order, each in its attendee's language.
pub async fn order_tickets(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::OrderTickets>,
) -> Answer {
    let loaded = order::load(&state, &visit, &at.code, &at.secret).await?;
    let view = query::order::view(state.store.read(), loaded.row().clone()).await?;
    let valid: Vec<AttendeeView> = view.valid().cloned().collect();
    pdf(&state, &visit, &valid, loaded.language(), &loaded.row().code).await
}

/// An invoice of the order. Attendees do not see it.
pub async fn order_invoice(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::OrderInvoice>,
) -> Answer {
    let loaded = order::load(&state, &visit, &at.code, &at.secret).await?;
    let pdf = invoice_file(state.store.read(), loaded.row().id, &at.number, visit.zone()).await?;
    Ok(download("application/pdf", &format!("{}.pdf", at.number), pdf))
}

/// One's own ticket.
pub async fn my_ticket(State(state): State<web::State>, visit: Visit, Path(at): Path<address::MyTicket>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    let view = query::attendee::view(state.store.read(), loaded.order(), loaded.row().clone()).await?;
    let valid: Vec<AttendeeView> = view.into_iter().filter(|view| view.attendee.state == Ticket::Valid).collect();
    let number = valid.first().map(|view| view.number.clone()).unwrap_or_default();
    pdf(&state, &visit, &valid, loaded.language(), &number).await
}

/// The congress for the calendar of who ordered: as the first of their attendees has it, so that who ordered for
/// themselves has it once.
pub async fn order_calendar(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::OrderCalendar>,
) -> Answer {
    let loaded = order::load(&state, &visit, &at.code, &at.secret).await?;
    let view = query::order::view(state.store.read(), loaded.row().clone()).await?;
    ics(&state, &visit, view.valid().next()).await
}

pub async fn my_calendar(State(state): State<web::State>, visit: Visit, Path(at): Path<address::MyCalendar>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    let view = query::attendee::view(state.store.read(), loaded.order(), loaded.row().clone()).await?;
    ics(&state, &visit, view.as_ref().filter(|view| view.attendee.state == Ticket::Valid)).await
}

/// Nobody has a valid ticket: there is no such file.
async fn pdf(state: &web::State, visit: &Visit, valid: &[AttendeeView], language: Language, name: &str) -> Answer {
    if valid.is_empty() {
        return Err(Fault::not_found());
    }
    let conn = state.store.read();
    let congress = congress_of(conn, visit.congress()?.id).await?;
    let signer = Signer::load(conn, &state.store, congress.id, congress.ends_at).await?;
    let notes = congress::query::passages(conn, congress.id).await?;
    let about = About { congress: &congress, zone: visit.zone(), notes: &notes, public_url: &state.public_url };
    let pdf = ticket_pdf(&about, valid, &signer, language).await.map_err(RegistrationError::from)?;
    Ok(download("application/pdf", &format!("ticket-{name}.pdf"), pdf))
}

async fn ics(state: &web::State, visit: &Visit, view: Option<&AttendeeView>) -> Answer {
    let view = view.ok_or_else(Fault::not_found)?;
    let congress = congress_of(state.store.read(), visit.congress()?.id).await?;
    let about = About { congress: &congress, zone: visit.zone(), notes: &[], public_url: &state.public_url };
    Ok(download("text/calendar; charset=utf-8", &format!("{}.ics", congress.slug), calendar(&about, view).into_bytes()))
}
