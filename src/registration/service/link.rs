//! Ending personal links and tickets that got into wrong hands.

use crate::entity::{attendee, order};
use crate::load::{Attendee, Manage, Order};
use crate::service::{mail, order as orders, person};
use crate::{Event, RegistrationError, rules};
use base::Actor;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use store::{Store, Tx, record};
use web::form::Seen;

/// What the form for an order showed.
pub fn seen_order(order: &order::Model) -> Seen {
    Seen::of(&order.link_generation)
}

/// What the form for an attendee showed.
pub fn seen_attendee(attendee: &attendee::Model) -> Seen {
    Seen::of(&(attendee.link_generation, attendee.ticket_serial))
}

/// Ends the link of an order; a new one takes its place. With `send`, the buyer gets it by mail. The links of the
/// attendees stay. If the link that was shown has ended already, that is done: the new one is not ended again, so that
/// of two mails none holds a dead link.
pub async fn renew_order(
    store: &Store,
    loaded: &Order<Manage>,
    shown: &Seen,
    send: bool,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let order = orders::hold(&tx, loaded.row().id).await?;
    if *shown != seen_order(&order) {
        return Ok(tx.rollback().await?);
    }
    end_of_order(&tx, loaded.actor(), &order).await?;
    if send {
        mail::request_for(&tx, loaded.actor(), &order, order.mailbox_id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Ends the link of an attendee; a new one takes its place. With `ticket` the QR code too: what was printed or sent
/// before no longer opens the door. With `send`, the attendee gets both by mail. What was shown and has ended already is
/// not ended again.
pub async fn renew_attendee(
    store: &Store,
    loaded: &Attendee,
    shown: &Seen,
    ticket: bool,
    send: bool,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = person::hold(&tx, loaded).await?;
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    if !rules::may_change(row.state, congress.ends_at, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    // Somebody ended the link alone: the code is still to be ended.
    let is_shown = |link_generation| Seen::of(&(link_generation, row.ticket_serial)) == *shown;
    let code_stands = ticket && (0..row.link_generation).any(is_shown);
    if !is_shown(row.link_generation) && !code_stands {
        return Ok(tx.rollback().await?);
    }
    end_of_attendee(&tx, loaded.actor(), &row, ticket).await?;
    if send {
        mail::request_for(&tx, loaded.actor(), loaded.order(), row.mailbox_id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Ends the link of an order that the caller holds.
pub(super) async fn end_of_order(tx: &Tx, actor: &Actor, order: &order::Model) -> Result<(), RegistrationError> {
    order::Entity::update_many()
        .col_expr(order::Column::LinkGeneration, Expr::col(order::Column::LinkGeneration).add(1))
        .filter(order::Column::Id.eq(order.id))
        .exec(&**tx)
        .await?;
    Ok(record(tx, actor, Event::OrderLinkRenewed { congress: order.congress_id, order: order.id }).await?)
}

/// Ends the link of an attendee, and with `ticket` the code; the caller holds the order.
pub(super) async fn end_of_attendee(
    tx: &Tx,
    actor: &Actor,
    row: &attendee::Model,
    ticket: bool,
) -> Result<(), RegistrationError> {
    let mut update = attendee::Entity::update_many()
        .col_expr(attendee::Column::LinkGeneration, Expr::col(attendee::Column::LinkGeneration).add(1));
    if ticket {
        update = update
            .col_expr(attendee::Column::TicketSerial, Expr::value(super::ticket::replace(tx, row).await?))
            .col_expr(attendee::Column::TicketIssuedAt, Expr::value(tx.now()));
    }
    update.filter(attendee::Column::Id.eq(row.id)).exec(&**tx).await?;
    let event = Event::AttendeeLinkRenewed { congress: row.congress_id, attendee: row.id, ticket };
    Ok(record(tx, actor, event).await?)
}
