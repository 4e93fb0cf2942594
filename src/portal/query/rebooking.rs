//! What a ticket can be changed to by who holds it.

use crate::query::offer::{Offer, offers};
use crate::query::order::Ticket;
use base::{Money, Time, Uuid};
use registration::query::extra::ExtraView;
use registration::query::order::people_of;
use registration::query::voucher::of_attendee;
use registration::rules::holds_place;
use registration::service::extra::goes_with;
use registration::service::rebooking::{is_open_to_all, price};
use std::collections::HashMap;
use store::{Conn, DbErr};
use web::CongressHead;

/// Another ticket, and what it costs beside those of the order.
#[derive(Clone, Debug)]
pub struct Choice {
    pub offer: Offer,
    /// With what stays beside it.
    pub price: Money,
    /// What goes with the ticket that they have and not with this one: it ends.
    pub loses: Vec<ExtraView>,
}

/// What is on sale at this moment besides the ticket's own category, sold out or not; nothing dearer for who does not pay.
/// Three statements, and three more where there is a voucher.
pub async fn choices(
    conn: &Conn,
    congress: &CongressHead,
    ticket: &Ticket,
    pays: bool,
    now: Time,
) -> Result<Vec<Choice>, DbErr> {
    let own = &ticket.view;
    let mut held: HashMap<Uuid, usize> = HashMap::new();
    for row in people_of(conn, own.attendee.order_id).await?.iter().filter(|row| holds_place(row.state)) {
        *held.entry(row.category_id).or_default() += 1;
    }
    let voucher = of_attendee(conn, &own.attendee).await?;
    let choice = |offer: Offer| {
        let others = held.get(&offer.view.category.id).copied().unwrap_or_default();
        let cents = price(voucher.as_ref(), &own.attendee, &offer.view, others, now);
        let goes = |one: &ExtraView| goes_with(&one.category, &offer.view.category);
        let (stays, loses): (Vec<_>, Vec<_>) = ticket.extras.iter().cloned().partition(goes);
        let amount = cents + stays.iter().map(|one| one.extra.price_cents).sum::<i64>();
        Choice { price: Money { amount, currency: offer.view.category.currency.clone() }, loses, offer }
    };
    let fits = |choice: &Choice| {
        let category = &choice.offer.view.category;
        choice.offer.closed.is_none()
            && is_open_to_all(category)
            && category.id != own.category.id
            && category.currency == own.category.currency
            && (pays || choice.price.amount <= own.attendee.price_cents)
    };
    Ok(offers(conn, congress, now).await?.into_iter().map(choice).filter(fits).collect())
}
