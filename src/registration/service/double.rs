//! The same person twice, and what becomes of it.

use super::changes::Changes;
use crate::entity::{attendee, different_people, order};
use crate::load::Attendee;
use crate::rules::double::{Known, pairs};
use crate::service::order::{hold, hold_categories};
use crate::service::{attendee as attendees, cancellation, place};
use crate::{Event, RegistrationError, rules};
use base::Uuid;
use identity::entity::mailbox;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, Tx, record};
use web::form::Stale;

/// What the ticket that stays takes over from the one that ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub organisation: bool,
    pub address: bool,
}

/// Two tickets of one person become one: the place of `gone` is given back, its ticket ends with `reason`; `kept` stays, with
/// its number and code, and takes over what `taken` says. Both happen or neither does. `notify`: whether those concerned are
/// told that a ticket ended. If one of the two holds no place any more, nothing changes; nor if they do not look like one
/// person, or no longer do.
pub async fn keep_one(
    store: &Store,
    kept: &Attendee,
    gone: &Attendee,
    taken: Taken,
    reason: &str,
    notify: bool,
) -> Result<(), RegistrationError> {
    if kept.row().id == gone.row().id || kept.row().congress_id != gone.row().congress_id {
        return Err(RegistrationError::Unknown);
    }
    let tx = store.begin().await?;
    hold_categories(&tx, kept.row().congress_id).await?;
    hold_both(&tx, kept.order().id, gone.order().id).await?;
    let (stays, ends) = (now(&tx, kept.row().id).await?, now(&tx, gone.row().id).await?);
    if !rules::holds_place(stays.state) || !rules::holds_place(ends.state) {
        return Err(RegistrationError::Closed);
    }
    if pairs(&[known(&stays), known(&ends)]).is_empty() {
        return Err(Stale.into());
    }
    let ended =
        cancellation::end_in(&tx, gone.actor(), gone.order().id, Some(&[ends.id]), reason, Some(notify)).await?;
    place::release(&tx, &ended).await?;
    take_over(&tx, kept, (&stays, &ends), taken).await?;
    Ok(tx.commit().await?)
}

fn known(row: &attendee::Model) -> Known<Uuid> {
    Known {
        id: row.id,
        given_name: row.given_name.clone(),
        family_name: row.family_name.clone(),
        mailbox: row.mailbox_id,
        organisation: row.organisation.clone(),
    }
}

/// In the order in which orders are held.
async fn hold_both(tx: &Tx, one: Uuid, other: Uuid) -> Result<(), RegistrationError> {
    hold(tx, Ord::min(one, other)).await?;
    hold(tx, Ord::max(one, other)).await?;
    Ok(())
}

async fn now(tx: &Tx, id: Uuid) -> Result<attendee::Model, RegistrationError> {
    let row = attendee::Entity::find().filter(attendee::Column::Id.eq(id)).one(&**tx).await?;
    row.ok_or(RegistrationError::Unknown)
}

async fn take_over(
    tx: &Tx,
    kept: &Attendee,
    (stays, ends): (&attendee::Model, &attendee::Model),
    taken: Taken,
) -> Result<(), RegistrationError> {
    let organisation = if taken.organisation { &ends.organisation } else { &stays.organisation };
    let address = if taken.address { ends.mailbox_id } else { stays.mailbox_id };
    let mut changes = Changes::default();
    changes.text("organisation", &stays.organisation, organisation);
    changes.text("mailbox", &stays.mailbox_id.to_string(), &address.to_string());
    if changes.is_empty() {
        return Ok(());
    }
    let email = mailbox::Entity::find().filter(mailbox::Column::Id.eq(address)).one(&**tx).await?;
    let email = email.ok_or(RegistrationError::Unknown)?.address;
    let code = &kept.order().code;
    let search = attendees::search_text(code, &stays.given_name, &stays.family_name, &email, organisation);
    attendee::Entity::update_many()
        .col_expr(attendee::Column::Search, Expr::value(search))
        .col_expr(attendee::Column::Organisation, Expr::value(organisation))
        .col_expr(attendee::Column::MailboxId, Expr::value(address))
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(stays.id))
        .exec(&**tx)
        .await?;
    attendees::refresh_search(tx, stays.order_id).await?;
    let (before, after) = changes.values();
    let event = Event::AttendeeChanged { congress: stays.congress_id, attendee: stays.id, before, after };
    Ok(record(tx, kept.actor(), event).await?)
}

/// Remembers that two who look like one person are two. Said twice it is said once.
pub async fn tell_apart(store: &Store, one: &Attendee, other: &Attendee) -> Result<(), RegistrationError> {
    let (a, b) = (one.row().id, other.row().id);
    let (congress, first, second) = (one.row().congress_id, Ord::min(a, b), Ord::max(a, b));
    if first == second || other.row().congress_id != congress {
        return Err(RegistrationError::Unknown);
    }
    let tx = store.begin().await?;
    let row = different_people::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        first_id: Set(first),
        second_id: Set(second),
        at: Set(tx.now()),
    };
    let once = [different_people::Column::FirstId, different_people::Column::SecondId];
    let made = different_people::Entity::insert(row)
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(&*tx)
        .await;
    if matches!(made, Ok(1)) {
        record(&tx, one.actor(), Event::ToldApart { congress, attendee: first, other: second }).await?;
    } else if let Err(e) = made
        && !matches!(e, store::DbErr::RecordNotInserted)
    {
        return Err(e.into());
    }
    Ok(tx.commit().await?)
}

/// Moves everyone who holds a place from one held order to another of the same buyer, behind those who are there: tickets stay
/// the same, their numbers and personal links are new. The order that is left has nobody any more and is cancelled. The caller
/// has made sure that no money and no invoice stands on either, and holds the categories and both orders.
pub async fn merge_in(
    tx: &Tx,
    actor: &base::Actor,
    into: &order::Model,
    from: &order::Model,
) -> Result<usize, RegistrationError> {
    if into.id == from.id || into.congress_id != from.congress_id {
        return Err(RegistrationError::Unknown);
    }
    if into.mailbox_id != from.mailbox_id || into.currency != from.currency || into.test != from.test {
        return Err(RegistrationError::OtherBuyer);
    }
    let there = attendee::Entity::find().filter(attendee::Column::OrderId.eq(into.id)).all(&**tx).await?;
    let moving = attendee::Entity::find().filter(attendee::Column::OrderId.eq(from.id)).all(&**tx).await?;
    let mut moving: Vec<_> = moving.into_iter().filter(|a| rules::holds_place(a.state)).collect();
    moving.sort_by_key(|a| a.position);
    let goes_on = |order: &order::Model| matches!(order.state, order::State::Confirmed | order::State::AwaitingPayment);
    if moving.is_empty() || !goes_on(into) || !goes_on(from) {
        return Err(RegistrationError::Closed);
    }
    let last = there.iter().map(|a| a.position).max().unwrap_or_default();
    for (a, position) in moving.iter().zip(last + 1..) {
        attendee::Entity::update_many()
            .col_expr(attendee::Column::OrderId, Expr::value(into.id))
            .col_expr(attendee::Column::Position, Expr::value(position))
            .col_expr(attendee::Column::LinkGeneration, Expr::col(attendee::Column::LinkGeneration).add(1))
            .col_expr(attendee::Column::Search, Expr::value(a.search.replace(&fold(&from.code), &fold(&into.code))))
            .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
            .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
            .filter(attendee::Column::Id.eq(a.id))
            .exec(&**tx)
            .await?;
    }
    crate::entity::contingent::Entity::update_many()
        .col_expr(crate::entity::contingent::Column::OrderId, Expr::value(into.id))
        .filter(crate::entity::contingent::Column::OrderId.eq(from.id))
        .exec(&**tx)
        .await?;
    let unpaid = there.iter().chain(&moving).any(|a| a.state == attendee::State::Unpaid);
    let state = if unpaid { order::State::AwaitingPayment } else { order::State::Confirmed };
    let total = rules::total(there.iter().chain(&moving).map(|a| (a.state, a.price_cents)));
    let due = into.payment_due_at.filter(|_| state == into.state);
    for (order, state, total, due) in [(into, state, total, due), (from, order::State::Cancelled, 0, None)] {
        order::Entity::update_many()
            .col_expr(order::Column::State, state.into())
            .col_expr(order::Column::TotalCents, Expr::value(total))
            .col_expr(order::Column::PaymentDueAt, Expr::value(due))
            .filter(order::Column::Id.eq(order.id))
            .exec(&**tx)
            .await?;
        attendees::refresh_search(tx, order.id).await?;
    }
    let names: Vec<String> = moving.iter().map(|a| base::name::full(&a.given_name, &a.family_name)).collect();
    for (order, other, gave) in [(into, from, false), (from, into, true)] {
        let event = Event::OrdersMerged {
            congress: into.congress_id,
            order: order.id,
            other: other.code.clone(),
            gave,
            names: names.clone(),
            costs: !gave && total > 0,
        };
        record(tx, actor, event).await?;
    }
    Ok(moving.len())
}

fn fold(code: &str) -> String {
    base::name::fold(code)
}
