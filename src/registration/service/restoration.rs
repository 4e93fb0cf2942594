//! Undoing a cancellation while there is room.

use super::{deadline, extra, mail, person, place, waiting};
use crate::entity::{attendee, cancellation, order};
use crate::load::Attendee;
use crate::{Event, RegistrationError, rules};
use base::actor::ActorKind;
use base::{Actor, Time, Uuid, name};
use congress::entity::congress::Model as Congress;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;
use store::{Tx, record};
use ticketing::query::CategoryView;

/// Restores cancelled tickets of an order, all of those that are named or none; in the caller's transaction, who holds the
/// categories and the order, and says how much came in for it, `kept` cents. Gives how many came back.
///
/// Each takes places in every quota of its category again, and the use of a voucher that it had, as if it were new: if there
/// is none left, nothing changes. What it had beside it comes back as far as there is room. It is good if it is paid for, else it awaits payment, as the order then does. The ticket keeps its code: it was never replaced,
/// so what was printed or mailed opens the door again. Who holds a link can restore what was given back by link, within a
/// day; staff whatever was cancelled, until the congress is over. Each cancellation is undone once: a second call changes
/// nothing and says so. `by`: the link that proves it, where it is an attendee's own.
pub async fn restore_in(
    tx: &Tx,
    actor: &Actor,
    order: &order::Model,
    wanted: &[Uuid],
    by: Option<&Attendee>,
    kept: i64,
    send: bool,
) -> Result<usize, RegistrationError> {
    // What only tries something out takes no place.
    if order.test {
        return Err(RegistrationError::Closed);
    }
    if let Some(loaded) = by {
        person::hold(tx, loaded).await?;
    }
    let congress = congress::query::by_id(tx, order.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let all = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .order_by_asc(attendee::Column::Position)
        .all(&**tx)
        .await?;
    if wanted.iter().any(|id| !all.iter().any(|a| a.id == *id)) {
        return Err(RegistrationError::Unknown);
    }
    let undone = cancellation::Entity::find()
        .filter(cancellation::Column::AttendeeId.is_in(wanted.iter().copied()))
        .filter(cancellation::Column::UndoneAt.is_null())
        .all(&**tx)
        .await?;
    let until = deadline::until(actor, &congress, |d| d.cancel);
    let undone: Vec<&cancellation::Model> = undone.iter().filter(|c| may_undo(actor, c, until, tx.now())).collect();
    let cancellation_of = |a: &attendee::Model| undone.iter().find(|c| c.attendee_id == a.id).copied();
    let back: Vec<(&attendee::Model, &cancellation::Model)> = all
        .iter()
        .filter(|a| a.state == attendee::State::Cancelled)
        .filter_map(|a| Some((a, cancellation_of(a)?)))
        .collect();
    if back.is_empty() || back.len() < wanted.len() {
        return Err(RegistrationError::Closed);
    }
    let categories = ticketing::query::categories(tx, congress.id).await?;
    let ended: Vec<(Uuid, Time)> = back.iter().map(|(a, c)| (a.id, c.at)).collect();
    let (beside, lost) = extra::fallen(tx, &categories, &ended).await?;
    let price = |a: &attendee::Model| {
        let mine = beside.iter().filter(|one| one.attendee_id == a.id);
        a.price_cents + mine.map(|one| one.price_cents).sum::<i64>()
    };
    let total = order.total_cents + back.iter().map(|(a, _)| price(a)).sum::<i64>();
    let covered = kept >= total;
    let approved = super::approval::is_approved(tx, order.id).await?;
    let state_of = |a: &attendee::Model| {
        let restored = back.iter().find(|(b, _)| b.id == a.id);
        restored.map_or(a.state, |(b, c)| rules::state_after_restoring(c.state_before, approved, price(b), covered))
    };
    for (a, c) in &back {
        attendee::Entity::update_many()
            .col_expr(attendee::Column::State, state_of(a).into())
            .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
            .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
            .filter(attendee::Column::Id.eq(a.id))
            .exec(&**tx)
            .await?;
        cancellation::Entity::update_many()
            .col_expr(cancellation::Column::UndoneAt, Expr::value(tx.now()))
            .filter(cancellation::Column::Id.eq(c.id))
            .exec(&**tx)
            .await?;
    }
    let states: Vec<attendee::State> = all.iter().map(state_of).collect();
    let state = rules::order_after_restoring(order.state, &states);
    // Whoever awaits payment again has a new day.
    let due = order.payment_due_at.filter(|_| state == order.state);
    order::Entity::update_many()
        .col_expr(order::Column::State, state.into())
        .col_expr(order::Column::PaymentDueAt, Expr::value(due))
        .col_expr(order::Column::TotalCents, Expr::value(total))
        .filter(order::Column::Id.eq(order.id))
        .exec(&**tx)
        .await?;
    let back: Vec<&attendee::Model> = back.into_iter().map(|(a, _)| a).collect();
    take_places(tx, &congress, &back).await?;
    extra::stand_again(tx, &categories, &beside).await?;
    for a in &back {
        for one in lost.iter().filter(|one| one.attendee_id == a.id) {
            extra::record_lost(tx, actor, a, &categories, one).await?;
        }
    }
    let event = Event::Restored {
        congress: order.congress_id,
        order: order.id,
        attendees: back.iter().map(|a| a.id).collect(),
        names: back.iter().map(|a| name::full(&a.given_name, &a.family_name)).collect(),
        costs: back.iter().any(|a| price(a) > 0),
        notify: send,
    };
    record(tx, actor, event).await?;
    if send {
        for mailbox in back.iter().map(|a| a.mailbox_id).collect::<BTreeSet<Uuid>>() {
            mail::request_with(tx, actor, order, mailbox).await?;
        }
    }
    Ok(back.len())
}

/// Whether who acts may undo this cancellation.
fn may_undo(actor: &Actor, c: &cancellation::Model, until: Time, now: Time) -> bool {
    let held_a_place = rules::holds_place(c.state_before);
    let in_time = match actor.kind {
        ActorKind::Holder(_) => rules::may_take_again(c.at, c.actor_kind == "holder", until, now),
        _ => now < until,
    };
    held_a_place && in_time
}

/// Takes the places again that they had, and the use of a voucher. Whoever waits for such a place comes first.
async fn take_places(tx: &Tx, congress: &Congress, back: &[&attendee::Model]) -> Result<(), RegistrationError> {
    let categories = ticketing::query::categories(tx, congress.id).await?;
    let had = |view: &&CategoryView| back.iter().any(|a| a.category_id == view.category.id && !a.beyond_quota);
    let wanted: Vec<&CategoryView> = categories.iter().filter(had).collect();
    if waiting::is_wanted_first(tx, congress, &categories, &wanted).await? {
        waiting::go_first(tx, congress, &categories).await?;
    }
    let categories = ticketing::query::categories(tx, congress.id).await?;
    place::take_again(tx, &categories, back).await
}
