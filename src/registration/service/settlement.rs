//! What payments make of an order, and what becomes of it without. The slice that keeps payments says how much came in;
//! tickets and places are decided here.

use super::order::{hold, hold_categories};
use crate::entity::{attendee, order};
use crate::{Event, RegistrationError, rules};
use base::{Actor, Time, Uuid, name};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use store::{Tx, record};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It stays as it was: not enough, or nothing waited for it.
    AsItWas,
    /// Its tickets are good.
    Confirmed,
    /// It had expired, and has its places again.
    Revived,
    /// It had expired, and there is no room any more: the money waits to be paid back.
    NoRoom,
}

/// Holds an order until the transaction ends, and the categories before it, as whoever changes places must.
pub async fn held(tx: &Tx, order: Uuid) -> Result<order::Model, RegistrationError> {
    let row = order::Entity::find().filter(order::Column::Id.eq(order)).one(&**tx).await?;
    hold_categories(tx, row.ok_or(RegistrationError::Unknown)?.congress_id).await?;
    hold(tx, order).await
}

/// Sets until when an order must be paid, if it awaits payment and nothing later is set yet. The order must be held.
pub async fn set_due(tx: &Tx, order: Uuid, due: Time) -> Result<(), DbErr> {
    order::Entity::update_many()
        .col_expr(order::Column::PaymentDueAt, Expr::value(due))
        .filter(order::Column::Id.eq(order))
        .filter(order::Column::State.eq(order::State::AwaitingPayment))
        .filter(order::Column::PaymentDueAt.is_null().or(order::Column::PaymentDueAt.lt(due)))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Brings a held order to what came in for it, `kept` cents: one that awaits payment and has all of it is confirmed, its
/// tickets go out. One that expired takes its places again, if there are any and the congress is not over; else it stays
/// as it is. Nothing is taken away here from who has paid once.
pub async fn settle(tx: &Tx, actor: &Actor, order: &order::Model, kept: i64) -> Result<Settled, RegistrationError> {
    let attendees = attendees(tx, order.id).await?;
    let expired: Vec<&attendee::Model> = attendees.iter().filter(|a| a.state == attendee::State::Expired).collect();
    let again: i64 = expired.iter().map(|a| a.price_cents).sum();
    if order.state == order::State::AwaitingPayment && kept >= order.total_cents {
        let unpaid: Vec<&attendee::Model> = attendees.iter().filter(|a| a.state == attendee::State::Unpaid).collect();
        confirm(tx, actor, order, &unpaid, order.total_cents, false).await?;
        return Ok(Settled::Confirmed);
    }
    if expired.is_empty() || kept < order.total_cents + again || kept == 0 {
        return Ok(Settled::AsItWas);
    }
    if !take_again(tx, order, &expired).await? {
        return Ok(Settled::NoRoom);
    }
    confirm(tx, actor, order, &expired, order.total_cents + again, true).await?;
    Ok(Settled::Revived)
}

/// A payment that made a held order good was none: its tickets await payment again, unless they cost nothing.
pub async fn unsettle(tx: &Tx, actor: &Actor, order: &order::Model, kept: i64) -> Result<(), RegistrationError> {
    if order.state != order::State::Confirmed || kept >= order.total_cents {
        return Ok(());
    }
    let attendees = attendees(tx, order.id).await?;
    let paid = attendees.iter().filter(|a| a.state == attendee::State::Valid && a.price_cents > 0);
    let ids: Vec<Uuid> = paid.map(|a| a.id).collect();
    move_to(tx, &ids, attendee::State::Unpaid).await?;
    set_state(tx, order.id, order::State::AwaitingPayment, order.total_cents).await?;
    let event = Event::PaymentMissing { congress: order.congress_id, order: order.id };
    Ok(record(tx, actor, event).await?)
}

/// Ends a held order that nobody paid for: its unpaid tickets expire, their places are free at once. What costs nothing
/// stays. Says whether there was anything to end.
pub async fn expire(tx: &Tx, order: &order::Model) -> Result<bool, RegistrationError> {
    let attendees = attendees(tx, order.id).await?;
    let unpaid: Vec<&attendee::Model> = attendees.iter().filter(|a| a.state == attendee::State::Unpaid).collect();
    if order.state != order::State::AwaitingPayment || unpaid.is_empty() {
        return Ok(false);
    }
    let ids: Vec<Uuid> = unpaid.iter().map(|a| a.id).collect();
    move_to(tx, &ids, attendee::State::Expired).await?;
    let left = attendees.iter().filter(|a| !ids.contains(&a.id));
    let state = rules::state_after_expiry(left.clone().map(|a| a.state));
    set_state(tx, order.id, state, rules::total(left.map(|a| (a.state, a.price_cents)))).await?;
    let event = Event::Expired {
        congress: order.congress_id,
        order: order.id,
        names: unpaid.iter().map(|a| name::full(&a.given_name, &a.family_name)).collect(),
        attendees: ids.clone(),
        notify: order.notify,
    };
    record(tx, &Actor::system(), event).await?;
    super::extra::release(tx, &ids).await?;
    Ok(true)
}

async fn attendees(tx: &Tx, order: Uuid) -> Result<Vec<attendee::Model>, DbErr> {
    attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order))
        .order_by_asc(attendee::Column::Position)
        .all(&**tx)
        .await
}

/// Takes places for these attendees in every quota of their categories, the places of what goes with their tickets, and the uses of their voucher, whether or not it is
/// still valid: who ordered in time is not refused for the date. `false`: there is no room or no use left, or the congress is
/// over.
async fn take_again(tx: &Tx, order: &order::Model, attendees: &[&attendee::Model]) -> Result<bool, RegistrationError> {
    let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    if tx.now() >= congress.ends_at {
        return Ok(false);
    }
    let categories = ticketing::query::categories(tx, congress.id).await?;
    super::extra::take_again(tx, &categories, attendees).await
}

async fn confirm(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    attendees: &[&attendee::Model],
    total: i64,
    revived: bool,
) -> Result<(), RegistrationError> {
    let ids: Vec<Uuid> = attendees.iter().map(|a| a.id).collect();
    move_to(tx, &ids, attendee::State::Valid).await?;
    set_state(tx, order.id, order::State::Confirmed, total).await?;
    let event =
        Event::Paid { congress: order.congress_id, order: order.id, revived, request: tx.id(), notify: order.notify };
    Ok(record(tx, actor, event).await?)
}

async fn move_to(tx: &Tx, attendees: &[Uuid], state: attendee::State) -> Result<(), DbErr> {
    attendee::Entity::update_many()
        .col_expr(attendee::Column::State, state.into())
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.is_in(attendees.iter().copied()))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Whoever awaits payment again has a new day, which [`set_due`] sets.
async fn set_state(tx: &Tx, order: Uuid, state: order::State, total: i64) -> Result<(), DbErr> {
    order::Entity::update_many()
        .col_expr(order::Column::State, state.into())
        .col_expr(order::Column::TotalCents, Expr::value(total))
        .col_expr(order::Column::PaymentDueAt, Expr::value(None::<Time>))
        .filter(order::Column::Id.eq(order))
        .exec(&**tx)
        .await
        .map(|_| ())
}
