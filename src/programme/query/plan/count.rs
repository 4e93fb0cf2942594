//! How many want to be there: seats that are booked, and marks, never whose. Three statements, whatever there is.

use crate::entity::star::{self, HolderKind};
use crate::entity::{booking, slot};
use base::Uuid;
use registration::entity::{attendee, order};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef, Select};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr};

/// Of one session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Seats booked, at the occurrence that has most.
    pub bookings: i32,
    /// People who have marked it behind a link of theirs. What is marked on a device alone is not known.
    pub stars: i32,
}

/// All sessions of a congress that have any.
pub(super) async fn counts(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, Count>, DbErr> {
    let mut all: HashMap<Uuid, Count> = HashMap::new();
    for (session, _, booked) in booked(conn, congress).await? {
        let count = all.entry(session).or_default();
        count.bookings = Ord::max(count.bookings, i32::try_from(booked).unwrap_or(i32::MAX));
    }
    // Who marks something on the page of their order and on that of a ticket in it is one.
    let by_ticket = by_ticket(conn, congress).await?;
    let known: HashSet<(Uuid, Uuid)> = by_ticket.iter().copied().collect();
    let by_order = by_order(conn, congress).await?.into_iter().filter(|mark| !known.contains(mark));
    for (session, _) in by_ticket.iter().copied().chain(by_order) {
        let stars = &mut all.entry(session).or_default().stars;
        *stars = stars.saturating_add(1);
    }
    Ok(all)
}

fn join<A: EntityTrait, B: EntityTrait>(from: A::Column, to: B::Column) -> RelationDef {
    A::belongs_to(B::default()).from(from).to(to).into()
}

/// Of each occurrence that is in the draft: its session, and how many seats are booked.
async fn booked(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, Uuid, i64)>, DbErr> {
    let of = join::<booking::Entity, slot::Entity>(booking::Column::SlotId, slot::Column::Id);
    booking::Entity::find()
        .select_only()
        .column(slot::Column::SessionId)
        .column(slot::Column::Id)
        .column_as(booking::Column::Id.count(), "booked")
        .join(JoinType::InnerJoin, of)
        .filter(booking::Column::CongressId.eq(congress))
        .filter(booking::Column::State.eq(booking::State::Booked))
        .filter(slot::Column::RemovedAt.is_null())
        .filter(slot::Column::SessionId.is_not_null())
        .group_by(slot::Column::SessionId)
        .group_by(slot::Column::Id)
        .into_tuple()
        .all(conn)
        .await
}

fn marks(congress: Uuid, kind: HolderKind) -> Select<star::Entity> {
    star::Entity::find()
        .select_only()
        .column(star::Column::SessionId)
        .filter(star::Column::CongressId.eq(congress))
        .filter(star::Column::HolderKind.eq(kind))
}

/// What is marked behind the link that a good ticket has now: sessions, each with the ticket's order.
async fn by_ticket(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    use attendee::State;
    let of = join::<star::Entity, attendee::Entity>(star::Column::HolderId, attendee::Column::Id);
    marks(congress, HolderKind::Attendee)
        .column(attendee::Column::OrderId)
        .join(JoinType::InnerJoin, of)
        .filter(
            Expr::col((star::Entity, star::Column::Generation))
                .equals((attendee::Entity, attendee::Column::LinkGeneration)),
        )
        .filter(attendee::Column::Test.eq(false))
        .filter(attendee::Column::State.is_not_in([State::Cancelled, State::Expired]))
        .into_tuple()
        .all(conn)
        .await
}

/// What is marked behind the link that an order has now: sessions, each with the order.
async fn by_order(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    use order::State;
    let of = join::<star::Entity, order::Entity>(star::Column::HolderId, order::Column::Id);
    marks(congress, HolderKind::Order)
        .column(order::Column::Id)
        .join(JoinType::InnerJoin, of)
        .filter(
            Expr::col((star::Entity, star::Column::Generation)).equals((order::Entity, order::Column::LinkGeneration)),
        )
        .filter(order::Column::Test.eq(false))
        .filter(order::Column::State.is_not_in([State::Cancelled, State::Expired]))
        .into_tuple()
        .all(conn)
        .await
}
