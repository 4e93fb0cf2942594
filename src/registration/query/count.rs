//! Numbers for the overview.

use crate::entity::{attendee, extra};
use crate::rules::holds_place;
use base::Uuid;
use congress::entity::claim;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};
use store::Conn;

/// How many attendees of a category are in a state.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StateCount {
    pub category_id: Uuid,
    pub state: attendee::State,
    pub n: i64,
}

/// Attendees by category and state, where there are any. One statement, which reads along an index that is in its order.
pub async fn by_category(conn: &Conn, congress: Uuid) -> Result<Vec<StateCount>, DbErr> {
    attendee::Entity::find()
        .select_only()
        .columns([attendee::Column::State, attendee::Column::CategoryId])
        .column_as(Expr::cust("count(*)"), "n")
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::Test.eq(false))
        .group_by(attendee::Column::State)
        .group_by(attendee::Column::CategoryId)
        .into_model()
        .all(conn)
        .await
}

/// How many of an order have a place of a category. One statement.
pub async fn with_place(conn: &Conn, order: Uuid, category: Uuid) -> Result<usize, DbErr> {
    let find = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order))
        .filter(attendee::Column::CategoryId.eq(category));
    Ok(find.all(conn).await?.iter().filter(|a| holds_place(a.state)).count())
}

/// How many of them are guests beyond the quotas: those who hold a ticket and take no place, by category and state. All came
/// with a voucher, and an index leads to those. One statement.
pub async fn guests(conn: &Conn, congress: Uuid) -> Result<Vec<StateCount>, DbErr> {
    attendee::Entity::find()
        .select_only()
        .columns([attendee::Column::State, attendee::Column::CategoryId])
        .column_as(Expr::cust("count(*)"), "n")
        .filter(attendee::Column::VoucherId.is_not_null())
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::BeyondQuota.eq(true))
        .filter(attendee::Column::Test.eq(false))
        .group_by(attendee::Column::State)
        .group_by(attendee::Column::CategoryId)
        .into_model()
        .all(conn)
        .await
}

/// What goes with tickets and has not ended, by its own category and the state of the ticket. One statement.
pub async fn extras(conn: &Conn, congress: Uuid) -> Result<Vec<StateCount>, DbErr> {
    let attendee =
        extra::Entity::belongs_to(attendee::Entity).from(extra::Column::AttendeeId).to(attendee::Column::Id).into();
    extra::Entity::find()
        .select_only()
        .column(attendee::Column::State)
        .column(extra::Column::CategoryId)
        .column_as(Expr::cust("count(*)"), "n")
        .join(JoinType::InnerJoin, attendee)
        .filter(extra::Column::CongressId.eq(congress))
        .filter(extra::Column::EndedAt.is_null())
        .group_by(attendee::Column::State)
        .group_by(extra::Column::CategoryId)
        .into_model()
        .all(conn)
        .await
}

/// How many places of a quota's capacity are held by attendees in a state.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Held {
    pub capacity_id: Uuid,
    pub state: attendee::State,
    pub n: i64,
}

/// Where every place is and why: open claims by capacity and by their holders' state.
pub async fn held_by_quota(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    claim::Entity::find()
        .select_only()
        .column(claim::Column::CapacityId)
        .column(attendee::Column::State)
        .column_as(Expr::cust("cast(sum(claim.n) as bigint)"), "n")
        .join(
            JoinType::InnerJoin,
            claim::Entity::belongs_to(attendee::Entity).from(claim::Column::HolderId).to(attendee::Column::Id).into(),
        )
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(claim::Column::HolderKind.eq(crate::service::order::HOLDER))
        .filter(claim::Column::FreedAt.is_null())
        .group_by(claim::Column::CapacityId)
        .group_by(attendee::Column::State)
        .into_model::<Held>()
        .all(conn)
        .await
}
