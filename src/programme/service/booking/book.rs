//! Booking a seat, or a place in the queue for one.

use super::{HOLDER, hold, one, open, seats, show, title};
use crate::BookingError;
use crate::entity::booking::{self, State};
use crate::event::booking::{Booking, What};
use crate::query::booking::{Clash, clashes};
use crate::rules::booking::may_hold;
use base::Uuid;
use base::actor::ActorKind;
use congress::CongressError;
use congress::service::capacity::{self, Want};
use registration::entity::attendee;
use registration::load::Attendee;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::{DbErr, Store, Tx, record};
use ticketing::entity::category;
use web::form::Seen;

/// How somebody wants it.
#[derive(Clone, Debug)]
pub struct Wish {
    /// In the queue, if no seat is left.
    pub wait: bool,
    /// What else is at that time, as it was shown to them: they want it nevertheless.
    pub despite: Seen,
}

/// Books a seat at an occurrence for the holder of a ticket, or puts them into the queue; says which it is. Whoever has one,
/// or waits, keeps what they have. It is open until it begins; staff write down whoever comes later too.
///
/// The last seat goes to one: while anybody waits, what comes free is theirs, and whoever comes is told that none is left.
/// What else they have at that time, a talk of their own or another seat, is shown first and must be confirmed.
pub async fn book(store: &Store, loaded: &Attendee, number: i32, wish: &Wish) -> Result<State, BookingError> {
    let tx = store.begin().await?;
    let who = hold(&tx, loaded).await?;
    let of = one(&tx, who.congress_id, number).await?;
    if let Some(had) = open(&tx, of.slot, who.id).await? {
        tx.rollback().await?;
        return Ok(had.state);
    }
    let by_link = matches!(loaded.actor().kind, ActorKind::Holder(_));
    if !(of.is_open(tx.now()) || !by_link && of.is_open_to_staff()) {
        return Err(BookingError::Closed);
    }
    if !holds(&tx, &who).await? {
        return Err(BookingError::NoTicket);
    }
    confirmed(clashes(&tx, &who, &of).await?, wish)?;
    let capacity = seats::fit(&tx, &of).await?;
    let id = tx.id();
    let state = match of.waiting {
        0 => match capacity::take(&tx, HOLDER, &[Want { capacity, holder: id, n: 1 }]).await {
            Ok(()) => State::Booked,
            Err(CongressError::Full(_)) if wish.wait => State::Waiting,
            Err(CongressError::Full(_)) => return Err(BookingError::Full),
            Err(error) => return Err(error.into()),
        },
        _ if wish.wait => State::Waiting,
        _ => return Err(BookingError::Full),
    };
    let row = booking::ActiveModel {
        id: Set(id),
        congress_id: Set(who.congress_id),
        slot_id: Set(of.slot),
        attendee_id: Set(who.id),
        state: Set(state),
        position: Set(next(&tx, of.slot).await?),
        made_at: Set(tx.now()),
        changed_at: Set(tx.now()),
    };
    booking::Entity::insert(row).exec_without_returning(&*tx).await?;
    let what = if state == State::Booked { What::Booked } else { What::Waits };
    let event = Booking { congress: who.congress_id, booking: id, attendee: who.id, title: title(&of), what };
    record(&tx, loaded.actor(), event).await?;
    show(&tx, &[of]).await?;
    tx.commit().await?;
    Ok(state)
}

/// Whether this ticket holds a seat.
async fn holds(tx: &Tx, who: &attendee::Model) -> Result<bool, DbErr> {
    let category = category::Entity::find().filter(category::Column::Id.eq(who.category_id)).one(&**tx).await?;
    Ok(category.is_some_and(|category| may_hold(who.state, category.place, who.named_at.is_some(), who.test)))
}

/// What is at that time was shown, just as it is now.
fn confirmed(clashes: Vec<Clash>, wish: &Wish) -> Result<(), BookingError> {
    match clashes.is_empty() || wish.despite.check(&clashes).is_ok() {
        true => Ok(()),
        false => Err(BookingError::Clash(clashes)),
    }
}

/// The next position of the queue.
async fn next(tx: &Tx, slot: Uuid) -> Result<i32, DbErr> {
    let last: Option<Option<i32>> = booking::Entity::find()
        .select_only()
        .column_as(booking::Column::Position.max(), "last")
        .filter(booking::Column::SlotId.eq(slot))
        .into_tuple()
        .one(&**tx)
        .await?;
    Ok(last.flatten().unwrap_or_default().saturating_add(1))
}
