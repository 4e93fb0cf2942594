//! Approving orders, and refusing them.

use super::cancellation::{MAX_REASON, end_in};
use super::order::{hold, hold_categories};
use crate::entity::decision::{self, Verdict};
use crate::entity::{attendee, order};
use crate::load::{Manage, Order};
use crate::{Event, RegistrationError, rules};
use base::{Actor, Uuid, name};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use store::{Store, Tx, record};

/// What staff answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub verdict: Verdict,
    /// It stands in the mail.
    pub reason: String,
    /// Whether those concerned are told by mail.
    pub notify: bool,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    Now,
    /// The same person had decided the same: the form was sent twice.
    Before,
}

/// Decides on an order that waits for it, once: approved, its tickets are good, or await payment if they cost something;
/// refused, they are cancelled with the reason, and their places are free. Whoever decides second learns that it was
/// decided. Who, when and why is kept.
pub async fn decide(store: &Store, order: &Order<Manage>, answer: &Answer) -> Result<Decided, RegistrationError> {
    let tx = store.begin().await?;
    hold_categories(&tx, order.row().congress_id).await?;
    let row = hold(&tx, order.row().id).await?;
    if row.state != order::State::AwaitingApproval {
        let find = decision::Entity::find().filter(decision::Column::OrderId.eq(row.id)).one(&*tx).await?;
        let actor = order.actor().kind.id();
        let same = |d: decision::Model| d.actor_id.is_some() && d.actor_id == actor && d.verdict == answer.verdict;
        tx.rollback().await?;
        return if find.is_some_and(same) { Ok(Decided::Before) } else { Err(RegistrationError::Decided) };
    }
    let ended = decide_in(&tx, order.actor(), &row, answer).await?;
    super::extra::free(&tx, &ended).await?;
    tx.commit().await?;
    Ok(Decided::Now)
}

/// Whether the last answer that staff gave on an order is that it is approved.
pub(super) async fn is_approved(tx: &Tx, order: Uuid) -> Result<bool, DbErr> {
    let find = decision::Entity::find().filter(decision::Column::OrderId.eq(order));
    let last = find.order_by_desc(decision::Column::At).order_by_desc(decision::Column::Id).one(&**tx).await?;
    Ok(last.is_some_and(|row| row.verdict == Verdict::Approved))
}

/// The same for several, in the caller's transaction. The categories and the orders must be held. Places are freed for all
/// together, so that two such calls never wait for each other in a circle.
pub(super) async fn decide_many_in(
    tx: &Tx,
    actor: &Actor,
    orders: &[order::Model],
    answer: &Answer,
) -> Result<(), RegistrationError> {
    let mut ended = vec![];
    for order in orders {
        ended.extend(decide_in(tx, actor, order, answer).await?);
    }
    Ok(super::extra::free(tx, &ended).await?)
}

/// Decides on a held order; gives the attendees whose places the caller frees.
async fn decide_in(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    answer: &Answer,
) -> Result<Vec<Uuid>, RegistrationError> {
    let reason: String = name::clean(&answer.reason).chars().take(MAX_REASON).collect();
    let row = decision::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(order.congress_id),
        order_id: Set(order.id),
        verdict: Set(answer.verdict),
        reason: Set(reason.clone()),
        at: Set(tx.now()),
        actor_kind: Set(actor.kind.name().into()),
        actor_id: Set(actor.kind.id()),
        actor_name: Set(actor.name.clone()),
    };
    // One that was refused, and restored since, waits for another.
    decision::Entity::delete_many().filter(decision::Column::OrderId.eq(order.id)).exec(&**tx).await?;
    decision::Entity::insert(row).exec_without_returning(&**tx).await?;
    match answer.verdict {
        Verdict::Approved => {
            approve(tx, order).await?;
            let event = Event::Approved {
                congress: order.congress_id,
                order: order.id,
                costs: order.total_cents > 0,
                reason,
                request: tx.id(),
                notify: answer.notify,
            };
            record(tx, actor, event).await?;
            Ok(vec![])
        }
        Verdict::Refused => {
            let event = Event::Refused { congress: order.congress_id, order: order.id, reason: reason.clone() };
            record(tx, actor, event).await?;
            end_in(tx, actor, order.id, None, &reason, Some(answer.notify)).await
        }
    }
}

/// The tickets of an order that is approved are what they would have been at once.
async fn approve(tx: &Tx, order: &order::Model) -> Result<(), RegistrationError> {
    let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    if tx.now() >= congress.ends_at {
        return Err(RegistrationError::Closed);
    }
    let state = rules::placed_state(order.total_cents, false);
    for attendee in super::order::attendees_of(tx, order.id).await? {
        if attendee.state != attendee::State::Unapproved {
            continue;
        }
        let good = rules::attendee_state(state, attendee.price_cents);
        attendee::Entity::update_many()
            .col_expr(attendee::Column::State, good.into())
            .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
            .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
            .filter(attendee::Column::Id.eq(attendee.id))
            .exec(&**tx)
            .await?;
    }
    order::Entity::update_many()
        .col_expr(order::Column::State, state.into())
        .filter(order::Column::Id.eq(order.id))
        .exec(&**tx)
        .await?;
    Ok(())
}
