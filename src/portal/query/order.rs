//! Orders and tickets as their holders see them.

use base::{Time, Uuid};
use congress::entity::congress::Model as Congress;
use registration::entity::{attendee, order};
use registration::mail::Links;
use registration::query::attendee::AttendeeView;
use registration::query::order::OrderView;
use registration::rules::{may_change, may_give_back};
use registration::ticket::Signer;
use registration::{RegistrationError, query};
use store::event::{Line, timeline};
use store::{Conn, Store};

/// A ticket on a page.
#[derive(Clone, Debug)]
pub struct Ticket {
    pub view: AttendeeView,
    /// The QR code as SVG, if the ticket opens the door.
    pub code: Option<String>,
    /// The name can be corrected, the mail sent again.
    pub changeable: bool,
    /// It can be given back.
    pub returnable: bool,
    /// Of a place without a name: the whole address of the link that passes it on.
    pub pass_on: Option<String>,
}

/// An order with its tickets and its history.
#[derive(Clone, Debug)]
pub struct OrderPage {
    pub view: OrderView,
    pub tickets: Vec<Ticket>,
    /// Newest first.
    pub history: Vec<Line>,
    /// What is paid, and the invoices.
    pub account: payment::query::Account,
}

/// The congress of a link: it is there, or the link is of nothing.
pub async fn congress_of(conn: &Conn, id: Uuid) -> Result<Congress, RegistrationError> {
    congress::query::by_id(conn, id).await?.ok_or(RegistrationError::Unknown)
}

/// Everything of an order. Ten statements.
pub async fn order_page(
    store: &Store,
    links: &Links,
    row: order::Model,
    now: Time,
) -> Result<OrderPage, RegistrationError> {
    let conn = store.read();
    let congress = congress_of(conn, row.congress_id).await?;
    let signer = Signer::load(conn, store, congress.id, congress.ends_at).await?;
    let view = query::order::view(conn, row).await?;
    let objects: Vec<Uuid> = view.attendees.iter().map(|a| a.attendee.id).chain([view.order.id]).collect();
    let history = timeline(conn, &objects).await?;
    let own = |a: &AttendeeView| {
        let ticket = ticket(a.clone(), &congress, &signer, now);
        let passes = a.is_nameless() && ticket.changeable;
        Ticket { pass_on: passes.then(|| links.place(&congress, &view.order, &a.attendee)), ..ticket }
    };
    let tickets = view.attendees.iter().map(own).collect();
    let account = payment::query::account(conn, &view.order).await?;
    Ok(OrderPage { view, tickets, history, account })
}

/// One attendee's own ticket. Four statements.
pub async fn own_ticket(
    store: &Store,
    order: &order::Model,
    row: attendee::Model,
    now: Time,
) -> Result<Ticket, RegistrationError> {
    let conn = store.read();
    let congress = congress_of(conn, row.congress_id).await?;
    let signer = Signer::load(conn, store, congress.id, congress.ends_at).await?;
    let view = query::attendee::view(conn, order, row).await?.ok_or(RegistrationError::Unknown)?;
    Ok(ticket(view, &congress, &signer, now))
}

fn ticket(view: AttendeeView, congress: &Congress, signer: &Signer, now: Time) -> Ticket {
    let state = view.attendee.state;
    let code = view.opens_door().then(|| signer.qr(&view.attendee, view.category.number));
    let code =
        code.and_then(|text| paper::qr::svg(&text).inspect_err(|error| tracing::error!(%error, "no QR code")).ok());
    let changeable = may_change(state, congress.ends_at, now);
    Ticket { code, changeable, returnable: may_give_back(state, congress.starts_at, now), pass_on: None, view }
}
