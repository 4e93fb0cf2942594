//! Cancelling: one attendee, several, a whole order.

use crate::entity::{attendee, cancellation, order};
use crate::load::{Attendee, Manage, Order};
use crate::service::order::{hold, hold_categories};
use crate::service::substitution;
use crate::{Event, RegistrationError, rules};
use base::{Actor, Uuid, name};
use sea_orm::ExprTrait;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Store, Tx, record};
use web::form::Seen;

/// The longest reason that is kept, in characters.
pub const MAX_REASON: usize = 1_000;

/// Cancels these attendees of an order, or all that are left (`None`). Their places are free at once, their tickets no
/// longer open the door. Holders of a link may until the day that organisers set, staff until the congress is over. Each ticket can be
/// cancelled once; a second call changes nothing and says so.
pub async fn cancel(
    store: &Store,
    order: &Order<Manage>,
    attendees: Option<&[Uuid]>,
    reason: &str,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    cancel_in(&tx, order.actor(), order.row(), attendees, reason, None).await?;
    tx.commit().await?;
    Ok(())
}

/// What the page before the button showed.
pub fn seen(attendees: &[&attendee::Model]) -> Seen {
    Seen::of(&attendees.iter().map(|a| values(a)).collect::<Vec<_>>())
}

fn values(a: &attendee::Model) -> (Uuid, attendee::State, Uuid, i64) {
    (a.id, a.state, a.category_id, a.price_cents)
}

/// The same for those that somebody chose and was shown what it means: if one of them changed meanwhile, nothing is
/// cancelled. All of them cancelled already is no change, see [`cancel`].
pub async fn cancel_shown(
    store: &Store,
    order: &Order<Manage>,
    attendees: &[Uuid],
    shown: &Seen,
    reason: &str,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, order.row().congress_id).await?;
    hold(&tx, order.row().id).await?;
    let rows = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.row().id))
        .filter(attendee::Column::Id.is_in(attendees.iter().copied()))
        .order_by_asc(attendee::Column::Position)
        .all(&*tx)
        .await?;
    if rows.iter().any(|a| a.state != attendee::State::Cancelled) {
        shown.check(&rows.iter().map(values).collect::<Vec<_>>())?;
    }
    cancel_in(&tx, order.actor(), order.row(), Some(attendees), reason, None).await?;
    tx.commit().await?;
    Ok(())
}

/// The same by staff, who say whether those concerned are told by mail, whatever the order says. Gives how many tickets
/// ended now: others may have ended before.
pub async fn cancel_by_hand(
    store: &Store,
    order: &Order<Manage>,
    attendees: &[Uuid],
    reason: &str,
    notify: bool,
) -> Result<usize, RegistrationError> {
    let tx = store.begin().await?;
    let ended = cancel_in(&tx, order.actor(), order.row(), Some(attendees), reason, Some(notify)).await?;
    tx.commit().await?;
    Ok(ended)
}

/// The same within the caller's transaction.
pub async fn cancel_order_in(
    tx: &Tx,
    order: &Order<Manage>,
    attendees: Option<&[Uuid]>,
    reason: &str,
) -> Result<(), RegistrationError> {
    cancel_in(tx, order.actor(), order.row(), attendees, reason, None).await.map(|_| ())
}

/// Cancels all that is left of these orders for who may, in the caller's transaction; mails go out if `notify` says so,
/// whatever the orders say. Places are freed for all together, so that two such calls never wait for each other in a
/// circle. The categories and the orders must be held.
pub(super) async fn cancel_many_in(
    tx: &Tx,
    actor: &Actor,
    orders: &[Uuid],
    reason: &str,
    notify: bool,
) -> Result<(), RegistrationError> {
    let mut ended = vec![];
    for order in orders {
        ended.extend(end_in(tx, actor, *order, None, reason, Some(notify)).await?);
    }
    Ok(super::extra::free(tx, &ended).await?)
}

/// Cancels one attendee, by their own link or by the order's.
pub async fn cancel_attendee(store: &Store, attendee: &Attendee, reason: &str) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, attendee.order().congress_id).await?;
    super::person::hold(&tx, attendee).await?;
    cancel_in(&tx, attendee.actor(), attendee.order(), Some(&[attendee.row().id]), reason, None).await?;
    tx.commit().await?;
    Ok(())
}

async fn cancel_in(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    wanted: Option<&[Uuid]>,
    reason: &str,
    notify: Option<bool>,
) -> Result<usize, RegistrationError> {
    hold_categories(tx, order.congress_id).await?;
    let ended = end_in(tx, actor, order.id, wanted, reason, notify).await?;
    super::extra::free(tx, &ended).await?;
    Ok(ended.len())
}

/// Ends tickets of an order; gives the ids of those that ended, whose places the caller frees. The categories must be held:
/// a quota that is laid over them at this moment counts who holds a place before or after, never between.
pub(super) async fn end_in(
    tx: &Tx,
    actor: &Actor,
    order: Uuid,
    wanted: Option<&[Uuid]>,
    reason: &str,
    notify: Option<bool>,
) -> Result<Vec<Uuid>, RegistrationError> {
    let order = hold(tx, order).await?;
    let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let all = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .order_by_asc(attendee::Column::Position)
        .all(&**tx)
        .await?;
    if let Some(wanted) = wanted
        && wanted.iter().any(|id| !all.iter().any(|a| a.id == *id))
    {
        return Err(RegistrationError::Unknown);
    }
    let until = super::deadline::until(actor, &congress, |d| d.cancel);
    let may_cancel = |state| rules::may_change(state, until, tx.now());
    let ends: Vec<&attendee::Model> =
        all.iter().filter(|a| wanted.is_none_or(|w| w.contains(&a.id)) && may_cancel(a.state)).collect();
    let ended = end(tx, &ends).await?;
    if ended.is_empty() {
        return Err(RegistrationError::Closed);
    }
    let reason: String = name::clean(reason).chars().take(MAX_REASON).collect();
    let rows = ended.iter().map(|a| cancellation::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(order.congress_id),
        order_id: Set(order.id),
        attendee_id: Set(a.id),
        at: Set(tx.now()),
        actor_kind: Set(actor.kind.name().into()),
        actor_id: Set(actor.kind.id()),
        actor_name: Set(actor.name.clone()),
        reason: Set(reason.clone()),
        state_before: Set(a.state),
        undone_at: Set(None),
    });
    cancellation::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    let ids: Vec<Uuid> = ended.iter().map(|a| a.id).collect();
    substitution::end_all(tx, &ids).await?;
    let states = |a: &attendee::Model| if ids.contains(&a.id) { attendee::State::Cancelled } else { a.state };
    let left: Vec<attendee::State> = all.iter().map(states).collect();
    let state = rules::state_after_cancelling(order.state, &left);
    let total = rules::total(all.iter().map(|a| (states(a), a.price_cents)));
    order::Entity::update_many()
        .col_expr(order::Column::State, state.into())
        .col_expr(order::Column::TotalCents, Expr::value(total))
        .filter(order::Column::Id.eq(order.id))
        .exec(&**tx)
        .await?;
    let event = Event::Cancelled {
        congress: order.congress_id,
        order: order.id,
        names: ended.iter().map(|a| name::full(&a.given_name, &a.family_name)).collect(),
        attendees: ids.clone(),
        whole: state == order::State::Cancelled,
        costs: ended.iter().any(|a| a.price_cents > 0),
        reason,
        notify: notify.unwrap_or(order.notify),
    };
    record(tx, actor, event).await?;
    Ok(ids)
}

/// Sets the state of each, if it is still what it was: two cancellations at once end each ticket once.
async fn end<'a>(tx: &Tx, attendees: &[&'a attendee::Model]) -> Result<Vec<&'a attendee::Model>, RegistrationError> {
    let mut ended = vec![];
    for a in attendees {
        let changed = attendee::Entity::update_many()
            .col_expr(attendee::Column::State, attendee::State::Cancelled.into())
            .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
            .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
            .filter(attendee::Column::Id.eq(a.id))
            .filter(attendee::Column::State.eq(a.state))
            .exec(&**tx)
            .await?;
        if changed.rows_affected == 1 {
            ended.push(*a);
        }
    }
    Ok(ended)
}
