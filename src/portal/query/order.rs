//! Orders and tickets as their holders see them.

use crate::query::workshop::Workshops;
use base::{Time, Uuid};
use congress::entity::congress::Model as Congress;
use identity::query::bounce::{Dead, dead};
use registration::entity::{attendee, cancellation, order};
use registration::mail::Links;
use registration::query::answer::AnswerSheet;
use registration::query::attendee::AttendeeView;
use registration::query::cancellation::standing;
use registration::query::extra::ExtraView;
use registration::query::order::OrderView;
use registration::query::substitution::{Asked, asked};
use registration::rules::{holds_place, may_change, may_pass_on, may_take_again};
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
    /// What its holder can do with it now.
    pub may: May,
    /// Who is asked to come instead.
    pub asked: Option<Asked>,
    /// Of a place without a name: the whole address of the link that passes it on.
    pub pass_on: Option<String>,
    /// What goes with it.
    pub extras: Vec<ExtraView>,
}

/// What who holds a link can do with a ticket at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Correct the name.
    pub rename: bool,
    /// Have the mail sent again.
    pub mail: bool,
    /// Name somebody who comes instead.
    pub hand_on: bool,
    /// Have another ticket instead.
    pub rebook: bool,
    /// Give it back.
    pub give_back: bool,
    /// Take it again, having given it back.
    pub take_again: bool,
}

impl May {
    /// By its state and the deadlines of the congress.
    pub fn of(state: attendee::State, cancelled: Option<&cancellation::Model>, congress: &Congress, now: Time) -> Self {
        let until = congress::rules::deadlines(congress);
        Self {
            rename: may_change(state, until.names, now),
            mail: may_change(state, congress.ends_at, now),
            hand_on: may_pass_on(state, until.substitutes, now),
            rebook: may_pass_on(state, until.category, now),
            give_back: may_change(state, until.cancel, now),
            take_again: cancelled.is_some_and(|c| {
                holds_place(c.state_before) && may_take_again(c.at, c.actor_kind == "holder", until.cancel, now)
            }),
        }
    }

    /// Nothing, any more.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// An attendee to whom mails do not come.
#[derive(Clone, Debug)]
pub struct DeadAddress {
    pub position: i32,
    pub name: String,
    pub known: Dead,
}

/// Those of an order whose mails come back, and who can still be sent some.
fn dead_of(tickets: &[Ticket], known: &[Dead]) -> Vec<DeadAddress> {
    let of = |ticket: &Ticket| {
        let row = &ticket.view.attendee;
        let known = known.iter().find(|dead| dead.mailbox == row.mailbox_id && ticket.may.mail)?;
        Some(DeadAddress { position: row.position, name: ticket.view.name(), known: known.clone() })
    };
    tickets.iter().filter(|ticket| !ticket.view.is_nameless()).filter_map(of).collect()
}

/// An order with its tickets and its history.
#[derive(Clone, Debug)]
pub struct OrderPage {
    pub view: OrderView,
    pub tickets: Vec<Ticket>,
    /// Addresses of its people, other than the buyer's, from which mails come back.
    pub dead: Vec<DeadAddress>,
    /// Newest first.
    pub history: Vec<Line>,
    /// What is paid, and the invoices.
    pub account: payment::query::Account,
    /// What was asked and answered.
    pub answers: AnswerSheet,
    /// It is cancelled because it was refused: why, if they say.
    pub refused: Option<String>,
    /// Seats in sessions.
    pub workshops: Workshops,
}

/// The congress of a link: it is there, or the link is of nothing.
pub async fn congress_of(conn: &Conn, id: Uuid) -> Result<Congress, RegistrationError> {
    congress::query::by_id(conn, id).await?.ok_or(RegistrationError::Unknown)
}

/// Everything of an order. Twenty statements at most, three more where questions are asked, and eight more where seats in
/// sessions are booked.
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
    let extras = query::extra::of_order(conn, view.order.id).await?;
    let asked = asked(conn, &objects, now).await?;
    let cancelled = standing(conn, &objects).await?;
    let own = |a: &AttendeeView| {
        let (asked, cancelled) = (asked.get(&a.attendee.id).cloned(), cancelled.get(&a.attendee.id));
        let ticket = ticket(a.clone(), &extras, (&congress, &signer), (asked, cancelled), now);
        let passes = a.is_nameless() && ticket.may.mail;
        Ticket { pass_on: passes.then(|| links.place(&congress, &view.order, &a.attendee)), ..ticket }
    };
    let tickets: Vec<Ticket> = view.attendees.iter().map(own).collect();
    let others: Vec<Uuid> =
        view.attendees.iter().map(|a| a.attendee.mailbox_id).filter(|id| *id != view.order.mailbox_id).collect();
    let dead = dead_of(&tickets, &dead(conn, &others).await?);
    let account = payment::query::account(conn, &view.order).await?;
    let answers = query::answer::sheet(conn, view.order.congress_id, &objects).await?;
    let refused = match view.order.state {
        order::State::Cancelled => {
            query::cancellation::refused(conn, view.order.id, cancelled.values().map(|c| c.at)).await?
        }
        _ => None,
    };
    let workshops = Workshops::load(conn, view.order.congress_id, &objects).await?;
    Ok(OrderPage { view, tickets, dead, history, account, answers, refused, workshops })
}

/// One attendee's own ticket. Seven statements.
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
    let id = view.attendee.id;
    let extras = query::extra::of_attendees(conn, &[id]).await?;
    let asked = asked(conn, &[id], now).await?.remove(&id);
    let cancelled = standing(conn, &[id]).await?.remove(&id);
    Ok(ticket(view, &extras, (&congress, &signer), (asked, cancelled.as_ref()), now))
}

fn ticket(
    view: AttendeeView,
    extras: &[ExtraView],
    (congress, signer): (&Congress, &Signer),
    (asked, cancelled): (Option<Asked>, Option<&cancellation::Model>),
    now: Time,
) -> Ticket {
    let state = view.attendee.state;
    let code = view.opens_door().then(|| signer.qr(&view.attendee, view.category.number));
    let code =
        code.and_then(|text| paper::qr::svg(&text).inspect_err(|error| tracing::error!(%error, "no QR code")).ok());
    let mut may = May::of(state, cancelled, congress, now);
    // Nobody has the place yet: whoever ordered it says who comes.
    may.hand_on &= !view.is_nameless();
    // What only tries something out has no place that could be passed on, changed or given back.
    if view.attendee.test {
        may = May { rename: may.rename, mail: may.mail, ..May::default() };
    }
    let mine = extras.iter().filter(|one| one.extra.attendee_id == view.attendee.id);
    Ticket { extras: mine.cloned().collect(), code, may, asked, pass_on: None, view }
}
