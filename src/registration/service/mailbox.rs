//! Correcting a mail address.

use super::attendee::{refresh_search, search_text};
use super::link;
use crate::entity::{attendee, order};
use crate::load::{Manage, Order};
use crate::{Event, RegistrationError};
use base::Uuid;
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Tx, record};

/// Puts another address where one stands in an order: with the buyer, with each attendee who has it. Gives its mailbox.
///
/// `end_links`: a mail has reached the address before, whosever it is. The personal links that it brought end then; the
/// next mail brings new ones.
pub async fn correct(
    tx: &Tx,
    loaded: &Order<Manage>,
    before: Uuid,
    address: &str,
    end_links: bool,
) -> Result<Uuid, RegistrationError> {
    let (actor, order) = (loaded.actor(), super::order::hold(tx, loaded.row().id).await?);
    let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let after = mailbox_for(tx, congress.host_id, address, order.language.parse().unwrap_or_default()).await?;
    let people = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .filter(attendee::Column::MailboxId.eq(before))
        .order_by_asc(attendee::Column::Position)
        .all(&**tx)
        .await?;
    let buyer = order.mailbox_id == before;
    if !buyer && people.is_empty() {
        return Err(RegistrationError::Unknown);
    }
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
    Ok(after.id)
}
