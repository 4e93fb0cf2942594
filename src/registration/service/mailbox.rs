//! Correcting a mail address.

use super::attendee::{refresh_search, search_text};
use super::link;
use crate::entity::{attendee, order};
use crate::load::{Manage, Order};
use crate::rules::holds_place;
use crate::{Event, RegistrationError};
use base::{Uuid, contact};
use identity::entity::mailbox;
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use std::iter;
use store::{Store, Tx, record};

/// Puts another address where one stands in an order: with the buyer, with each attendee who has it. Gives its mailbox;
/// `None`, and nothing is changed, if nobody has the one before any more.
///
/// If any mail of the order may have reached the address before, whosever it is, the personal links that it brought end;
/// the next mail brings new ones. `mail`: the one that the caller holds and sends to the new address.
pub async fn correct(
    tx: &Tx,
    loaded: &Order<Manage>,
    before: Uuid,
    address: &str,
    mail: Uuid,
) -> Result<Option<Uuid>, RegistrationError> {
    let (actor, order) = (loaded.actor(), super::order::hold(tx, loaded.row().id).await?);
    let people = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .filter(attendee::Column::MailboxId.eq(before))
        .order_by_asc(attendee::Column::Position)
        .all(&**tx)
        .await?;
    let buyer = order.mailbox_id == before;
    if !buyer && people.is_empty() {
        return Ok(None);
    }
    let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let after = mailbox_for(tx, congress.host_id, address, order.language.parse().unwrap_or_default()).await?;
    let end_links = post::query::may_have_reached(tx, order.id, before, mail).await?;
    for a in &people {
        let search = search_text(&order.code, &a.given_name, &a.family_name, &after.address, &a.organisation);
        attendee::Entity::update_many()
            .col_expr(attendee::Column::MailboxId, Expr::value(after.id))
            .col_expr(attendee::Column::Search, Expr::value(search))
            .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
            .filter(attendee::Column::Id.eq(a.id))
            .exec(&**tx)
            .await?;
        if end_links {
            link::end_of_attendee(tx, actor, a, false).await?;
        }
    }
    if buyer {
        order::Entity::update_many()
            .col_expr(order::Column::MailboxId, Expr::value(after.id))
            .filter(order::Column::Id.eq(order.id))
            .exec(&**tx)
            .await?;
        if end_links {
            link::end_of_order(tx, actor, &order).await?;
        }
    }
    refresh_search(tx, order.id).await?;
    let (congress, attendees) = (order.congress_id, people.len());
    let event = Event::AddressCorrected { congress, order: order.id, before, after: after.id, buyer, attendees };
    record(tx, actor, event).await?;
    Ok(Some(after.id))
}

/// Another address for an attendee, by who holds the order's link: as long as mails to the one before come back, and it is
/// not the buyer's own, whose link would end. Everybody in the order who has the address gets the new one, and the mails go
/// there at once. The same address again changes nothing.
pub async fn replace(
    store: &Store,
    loaded: &Order<Manage>,
    position: &str,
    typed: &str,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let address = contact::normalise(typed);
    let order = super::order::hold(&tx, loaded.row().id).await?;
    let position: i32 = position.parse().map_err(|_| RegistrationError::Unknown)?;
    let row = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .filter(attendee::Column::Position.eq(position))
        .one(&*tx)
        .await?
        .ok_or(RegistrationError::Unknown)?;
    let before = row.mailbox_id;
    let has = mailbox::Entity::find().filter(mailbox::Column::Id.eq(before)).one(&*tx).await?;
    if has.as_ref().is_some_and(|has| has.address == address) {
        return Ok(tx.rollback().await?);
    }
    let dead = has.is_some_and(|has| has.bounces > 0);
    if !dead || before == order.mailbox_id || !holds_place(row.state) {
        return Err(RegistrationError::Closed);
    }
    // No mail is kept from going: those that came back have ended.
    let after = correct(&tx, loaded, before, &address, Uuid::nil()).await?.ok_or(RegistrationError::Unknown)?;
    super::mail::request_with(&tx, loaded.actor(), &order, after).await?;
    tx.commit().await?;
    Ok(())
}

/// What changes whose address is whose in an order.
const MOVES: [&str; 4] = ["order.address-corrected", "order.buyer-changed", "attendee.changed", "attendee.substituted"];

/// The mailbox that stands in an order where one stood before: the same, if it still does. `None`: nobody knows.
pub async fn successor(tx: &Tx, loaded: &Order<Manage>, before: Uuid) -> Result<Option<Uuid>, RegistrationError> {
    let order = super::order::hold(tx, loaded.row().id).await?;
    let people = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order.id)).all(&**tx).await?;
    let is_there = |id| order.mailbox_id == id || people.iter().any(|a| a.mailbox_id == id);
    let objects: Vec<Uuid> = people.iter().map(|a| a.id).chain([order.id]).collect();
    let moves = store::event::lines(tx, &objects, &MOVES).await?;
    let after = |id: Uuid| {
        let moved = moves.iter().find(|line| line.detail["before"]["mailbox"] == json!(id))?;
        moved.detail["after"]["mailbox"].as_str()?.parse().ok()
    };
    // Somebody may have corrected it there and back.
    Ok(iter::successors(Some(before), |id| after(*id)).take(moves.len() + 1).find(|id| is_there(*id)))
}
