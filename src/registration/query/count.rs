//! Numbers for the overview.

use crate::entity::attendee;
use base::{Time, Uuid};
use congress::entity::claim;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};
use store::Conn;

/// How many attendees of a category are in a state.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StateCount {
    pub category_id: Uuid,
    pub state: attendee::State,
    pub n: i64,
}

/// Attendees by category and state.
pub async fn by_category(conn: &Conn, congress: Uuid) -> Result<Vec<StateCount>, DbErr> {
    attendee::Entity::find()
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(attendee::Column::State)
        .column_as(Expr::cust("count(*)"), "n")
        .filter(attendee::Column::CongressId.eq(congress))
        .group_by(attendee::Column::CategoryId)
        .group_by(attendee::Column::State)
        .into_model::<StateCount>()
        .all(conn)
        .await
}

/// When an attendee came in, and for what: charts count them by week in the congress's zone.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Registered {
    pub category_id: Uuid,
    pub created_at: Time,
}

/// Every attendee that holds a place, oldest first.
pub async fn registered(conn: &Conn, congress: Uuid) -> Result<Vec<Registered>, DbErr> {
    attendee::Entity::find()
        .select_only()
        .column(attendee::Column::CategoryId)
        .column(attendee::Column::CreatedAt)
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::State.is_in([
            attendee::State::Valid,
            attendee::State::Unpaid,
            attendee::State::Unapproved,
        ]))
        .order_by_asc(attendee::Column::CreatedAt)
        .into_model::<Registered>()
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
