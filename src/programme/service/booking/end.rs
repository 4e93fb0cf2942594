//! Giving seats back, and who gets them then.

use super::{HOLDER, hold, one, open, seats, show, title};
use crate::BookingError;
use crate::entity::booking::{self, State};
use crate::event::booking::{Booking, What, Why};
use crate::query::booking::{Occurrence, Only, occurrences, open_of};
use crate::rules::booking::may_hold;
use base::{Actor, Uuid};
use congress::CongressError;
use congress::service::capacity::{self, Want};
use registration::entity::{attendee, order};
use registration::load::Attendee;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeSet, HashMap};
use store::{DbErr, Store, Tx, record, record_all};
use ticketing::entity::category;

/// Gives back somebody's seat, or their place in the queue; whoever is next gets the seat, in the same moment. A second time
/// changes nothing, and says so by `false`.
pub async fn give_back(store: &Store, loaded: &Attendee, number: i32) -> Result<bool, BookingError> {
    let tx = store.begin().await?;
    let who = hold(&tx, loaded).await?;
    let of = one(&tx, who.congress_id, number).await?;
    let Some(had) = open(&tx, of.slot, who.id).await? else {
        tx.rollback().await?;
        return Ok(false);
    };
    end(&tx, loaded.actor(), &[had], std::slice::from_ref(&of), Why::GivenBack).await?;
    advance(&tx, &of).await?;
    show(&tx, &[of]).await?;
    tx.commit().await?;
    Ok(true)
}

/// After a ticket of an order ended, came back, or became another one: what it had booked ends if it holds no seat any more,
/// and whoever is next gets it. Who was passed over while their ticket was not valid, and waits still, gets what is free.
pub async fn settle_order(store: &Store, order: Uuid) -> Result<(), BookingError> {
    // Most have booked nothing; whoever books after this is seen by what they hold then.
    let conn = store.read();
    let people = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order)).all(conn).await?;
    let ids: Vec<Uuid> = people.iter().map(|who| who.id).collect();
    if open_of(conn, &ids).await?.is_empty() {
        return Ok(());
    }
    let tx = store.begin().await?;
    let Some(order) = order::Entity::find().filter(order::Column::Id.eq(order)).one(&*tx).await? else { return Ok(()) };
    congress::service::congress::hold(&tx, order.congress_id).await?;
    let people = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order.id)).all(&*tx).await?;
    let ids: Vec<Uuid> = people.iter().map(|who| who.id).collect();
    let holders = holders(&tx, &ids).await?;
    let (kept, ended): (Vec<_>, Vec<_>) =
        open_of(&tx, &ids).await?.into_iter().partition(|booking| holders.contains(&booking.attendee_id));
    let waiting = kept.iter().filter(|booking| booking.state == State::Waiting);
    let slots: BTreeSet<Uuid> = ended.iter().chain(waiting).map(|booking| booking.slot_id).collect();
    if slots.is_empty() {
        return Ok(tx.rollback().await?);
    }
    let slots: Vec<Uuid> = slots.into_iter().collect();
    let of = occurrences(&tx, order.congress_id, Only::Slots(&slots)).await?;
    end(&tx, &Actor::system(), &ended, &of, Why::Ticket).await?;
    for of in &of {
        advance(&tx, of).await?;
    }
    show(&tx, &of).await?;
    Ok(tx.commit().await?)
}

/// After a release: what does not take place any more ends, and those who had booked it are told; everything else stays with
/// its occurrence, wherever that moved. Of seats that came meanwhile, those who wait get theirs.
pub async fn settle(store: &Store, congress: Uuid) -> Result<(), BookingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let all = occurrences(&tx, congress, Only::All).await?;
    let off: Vec<Uuid> = all.iter().filter(|of| of.is_off && of.span.is_none()).map(|of| of.slot).collect();
    let ended = booking::Entity::find()
        .filter(booking::Column::SlotId.is_in(off))
        .filter(booking::Column::State.ne(State::Freed))
        .order_by_asc(booking::Column::Id)
        .all(&*tx)
        .await?;
    end(&tx, &Actor::system(), &ended, &all, Why::Session).await?;
    for of in all.iter().filter(|of| of.waiting > 0) {
        advance(&tx, of).await?;
    }
    show(&tx, &all).await?;
    Ok(tx.commit().await?)
}

/// Ends bookings, each of them once.
async fn end(
    tx: &Tx,
    actor: &Actor,
    bookings: &[booking::Model],
    of: &[Occurrence],
    why: Why,
) -> Result<(), BookingError> {
    let mut ended = vec![];
    for booking in bookings {
        if set(tx, booking.id, booking.state, State::Freed).await? {
            ended.push(booking);
        }
    }
    let ids: Vec<Uuid> = ended.iter().map(|booking| booking.id).collect();
    capacity::free(tx, HOLDER, &ids).await?;
    let event = |booking: &&booking::Model| Booking {
        congress: booking.congress_id,
        booking: booking.id,
        attendee: booking.attendee_id,
        title: of.iter().find(|of| of.slot == booking.slot_id).map(title).unwrap_or_default(),
        what: What::Ended { why, seat: booking.state == State::Booked },
    };
    Ok(record_all(tx, actor, ended.iter().map(event).collect()).await?)
}

async fn set(tx: &Tx, id: Uuid, before: State, after: State) -> Result<bool, DbErr> {
    let changed = booking::Entity::update_many()
        .col_expr(booking::Column::State, after.into())
        .col_expr(booking::Column::ChangedAt, Expr::value(tx.now()))
        .filter(booking::Column::Id.eq(id))
        .filter(booking::Column::State.eq(before))
        .exec(&**tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Gives what is free at an occurrence to those who wait, in their order, until none is left. Who holds no ticket for it any
/// more is passed over. Nobody gets a seat of what has begun.
pub(super) async fn advance(tx: &Tx, of: &Occurrence) -> Result<(), BookingError> {
    if of.is_off || of.span.is_none_or(|(from, _)| from <= tx.now()) {
        return Ok(());
    }
    let queue = booking::Entity::find()
        .filter(booking::Column::SlotId.eq(of.slot))
        .filter(booking::Column::State.eq(State::Waiting))
        .order_by_asc(booking::Column::Position)
        .all(&**tx)
        .await?;
    if queue.is_empty() {
        return Ok(());
    }
    let capacity = seats::fit(tx, of).await?;
    let people: Vec<Uuid> = queue.iter().map(|booking| booking.attendee_id).collect();
    let holders = holders(tx, &people).await?;
    for next in queue.iter().filter(|booking| holders.contains(&booking.attendee_id)) {
        match capacity::take(tx, HOLDER, &[Want { capacity, holder: next.id, n: 1 }]).await {
            Ok(()) => {}
            Err(CongressError::Full(_)) => break,
            Err(error) => return Err(error.into()),
        }
        set(tx, next.id, State::Waiting, State::Booked).await?;
        let event = Booking {
            congress: of.congress,
            booking: next.id,
            attendee: next.attendee_id,
            title: title(of),
            what: What::Advanced,
        };
        record(tx, &Actor::system(), event).await?;
    }
    Ok(())
}

/// Which of these people hold a ticket that holds a seat.
async fn holders(tx: &Tx, people: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let people = attendee::Entity::find().filter(attendee::Column::Id.is_in(people.iter().copied())).all(&**tx).await?;
    let of: BTreeSet<Uuid> = people.iter().map(|who| who.category_id).collect();
    let categories = category::Entity::find().filter(category::Column::Id.is_in(of)).all(&**tx).await?;
    let places: HashMap<Uuid, category::Place> = categories.into_iter().map(|row| (row.id, row.place)).collect();
    let holds = |who: &&attendee::Model| {
        places.get(&who.category_id).is_some_and(|place| may_hold(who.state, *place, who.named_at.is_some(), who.test))
    };
    Ok(people.iter().filter(holds).map(|who| who.id).collect())
}
