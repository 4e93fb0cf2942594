//! An offer that becomes an order.

use crate::RegistrationError;
use crate::form::OrderForm;
use crate::load::waiting::Waiting;
use crate::service::order::{Placed, hold_categories, mailboxes, place_held};
use crate::service::repeat::earlier;
use base::Uuid;
use congress::service::waiting::{offer, terms};
use sea_orm::EntityTrait;
use store::{Store, is_duplicate};
use ticketing::entity::category;

/// Accepts an offer: places the order that takes its places over. They are given up and taken in one transaction, so there
/// is no moment in which somebody else could have them. Names for fewer than were offered are enough: the others go on to
/// the next. What it costs is today's price, and awaits payment as every order. A double click gives the same order. If the
/// time ends at this moment, one of the two wins: either there is an order, or the offer is over and the error says so.
pub async fn accept(store: &Store, waiting: &Waiting, id: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    let form = OrderForm { placement: Some(id), ..form };
    let congress = waiting.row().congress_id;
    let tx = store.begin().await?;
    match Box::pin(accept_in(&tx, waiting, id, form)).await {
        Ok(placed) => {
            tx.commit().await?;
            Ok(placed)
        }
        // Twice at the same moment: the other one was faster.
        Err(RegistrationError::Database(e)) if is_duplicate(&e) => {
            tx.rollback().await?;
            let tx = store.begin().await?;
            earlier(&tx, congress, Some(id)).await?.ok_or(RegistrationError::Database(e))
        }
        Err(e) => {
            tx.rollback().await?;
            Err(e)
        }
    }
}

async fn accept_in(tx: &store::Tx, waiting: &Waiting, id: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    let congress = waiting.row().congress_id;
    hold_categories(tx, congress).await?;
    let host = congress::query::by_id(tx, congress).await?.ok_or(RegistrationError::Unknown)?.host_id;
    mailboxes(tx, host, &form).await?;
    terms::hold(tx, congress).await?;
    let offered = offer::of(tx, id).await?;
    if offered.waiting_id != waiting.row().id {
        return Err(RegistrationError::Unknown);
    }
    // Nobody else can write it now.
    if let Some(placed) = earlier(tx, congress, Some(id)).await? {
        return Ok(placed);
    }
    let offered = offer::release(tx, id).await?;
    let category =
        category::Entity::find_by_id(offered.target_id).one(&**tx).await?.ok_or(RegistrationError::Unknown)?;
    let n = i32::try_from(form.attendees.len()).unwrap_or(i32::MAX);
    if n > offered.n {
        return Err(RegistrationError::TooMany { category: category.slug, max: offered.n });
    }
    if let Some(other) = form.attendees.iter().position(|a| a.category != category.slug) {
        let slug = form.attendees[other].category.clone();
        return Err(RegistrationError::UnknownCategory { slug, attendee: other });
    }
    let placed = place_held(tx, waiting.actor(), congress, form).await?;
    offer::accepted(tx, waiting.actor(), &offered, n, (placed.order.id, &placed.order.code)).await?;
    Ok(placed)
}
