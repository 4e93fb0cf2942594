//! How many seats there are at each occurrence.

use super::{end, title};
use crate::BookingError;
use crate::entity::{seating, session};
use crate::event::booking::Seats;
use crate::query::booking::{Occurrence, Only, occurrences};
use crate::rules::booking::size;
use base::{Actor, Uuid};
use congress::CongressError;
use congress::entity::capacity::{Column, Entity};
use congress::service::capacity;
use congress::service::congress::{hold, raise_revision};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, Tx, record};

/// Says how many seats ticket holders book at each occurrence of a session; none: whoever comes. Fewer than are taken at one
/// of them is refused; of more, those who wait get theirs.
pub async fn set(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    session: Uuid,
    seats: Option<i32>,
) -> Result<(), BookingError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    set_in(&tx, actor, congress, session, seats).await?;
    Ok(tx.commit().await?)
}

/// The same in a transaction that holds the congress: for the form of a session, which changes more of it.
pub async fn set_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    session: Uuid,
    seats: Option<i32>,
) -> Result<(), BookingError> {
    if seats.is_some_and(|seats| seats < 0) {
        return Err(CongressError::NegativeSeats.into());
    }
    let row = session::Entity::find()
        .filter(session::Column::Id.eq(session))
        .filter(session::Column::CongressId.eq(congress))
        .one(&**tx)
        .await?
        .ok_or(BookingError::Unknown)?;
    if row.seats == seats {
        return Ok(());
    }
    let mut sized: Vec<Uuid> =
        occurrences(tx, congress, Only::Session(session)).await?.iter().filter_map(|of| of.capacity).collect();
    sized.sort_unstable();
    for id in sized {
        capacity::resize(tx, id, seats).await?;
    }
    session::Entity::update_many()
        .col_expr(session::Column::Seats, Expr::value(seats))
        .col_expr(session::Column::ChangedAt, Expr::value(tx.now()))
        .filter(session::Column::Id.eq(session))
        .exec(&**tx)
        .await?;
    for of in occurrences(tx, congress, Only::Session(session)).await? {
        end::advance(tx, &of).await?;
    }
    let title = row.title.in_language(base::Language::De).to_owned();
    record(tx, actor, Seats { congress, session, title, before: row.seats, after: seats }).await?;
    Ok(raise_revision(tx, congress).await?)
}

/// The capacity of an occurrence, made with the first booking, and as large as the session says. If somebody made it smaller
/// than what is taken, whoever has a seat keeps it and nobody gets another one.
pub(super) async fn fit(tx: &Tx, of: &Occurrence) -> Result<Uuid, BookingError> {
    let Some(id) = of.capacity else {
        let capacity = capacity::add(tx, of.congress, of.seats).await?;
        let row = seating::ActiveModel {
            id: Set(tx.id()),
            congress_id: Set(of.congress),
            slot_id: Set(of.slot),
            capacity_id: Set(capacity),
        };
        seating::Entity::insert(row).exec_without_returning(&**tx).await?;
        return Ok(capacity);
    };
    let row =
        Entity::find().filter(Column::Id.eq(id)).one(&**tx).await?.ok_or_else(|| {
            CongressError::Database(store::DbErr::RecordNotFound(format!("the seats of {}", title(of))))
        })?;
    let size = size(of.seats, row.taken);
    if size != row.size {
        capacity::resize(tx, id, size).await?;
    }
    Ok(id)
}
