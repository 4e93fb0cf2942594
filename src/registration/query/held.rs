//! Where every place is, and why: open claims by whom they are held for.

use crate::entity::{attendee, order};
use base::{Time, Uuid};
use congress::entity::{capacity, claim};
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};
use store::Conn;

/// Places of one capacity that are held for one reason. What belongs to no attendee has no category, state and order.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Held {
    pub capacity_id: Uuid,
    /// What kind of holder: an attendee, a voucher, an offer of the waiting list.
    pub holder_kind: String,
    pub category_id: Option<Uuid>,
    pub state: Option<attendee::State>,
    /// The order's state: an order that awaits payment may have tickets that cost nothing and are valid.
    pub order_state: Option<order::State>,
    pub source: Option<order::Source>,
    pub n: i64,
    /// When the first of them must be paid.
    pub due: Option<Time>,
}

/// Every open claim of a congress, by capacity, category, state and origin. Claims are counted from their own rows, whoever
/// they belong to, so that their sum can be held against what the capacity counts. One statement, with as many rows as
/// there are reasons.
pub async fn held(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    let capacity =
        claim::Entity::belongs_to(capacity::Entity).from(claim::Column::CapacityId).to(capacity::Column::Id).into();
    let attendee = claim::Entity::belongs_to(attendee::Entity)
        .from(claim::Column::HolderId)
        .to(attendee::Column::Id)
        .on_condition(|claim, _| {
            Expr::col((claim, claim::Column::HolderKind)).eq(crate::service::order::HOLDER).into_condition()
        })
        .into();
    let order =
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into();
    claim::Entity::find()
        .select_only()
        .columns([claim::Column::CapacityId, claim::Column::HolderKind])
        .columns([attendee::Column::CategoryId, attendee::Column::State])
        .column_as(order::Column::State, "order_state")
        .column(order::Column::Source)
        .column_as(Expr::cust("cast(sum(claim.n) as bigint)"), "n")
        .column_as(order::Column::PaymentDueAt.min(), "due")
        .join(JoinType::InnerJoin, capacity)
        .join(JoinType::LeftJoin, attendee)
        .join(JoinType::LeftJoin, order)
        .filter(capacity::Column::CongressId.eq(congress))
        .filter(claim::Column::FreedAt.is_null())
        .group_by(claim::Column::CapacityId)
        .group_by(claim::Column::HolderKind)
        .group_by(attendee::Column::CategoryId)
        .group_by(attendee::Column::State)
        .group_by(order::Column::State)
        .group_by(order::Column::Source)
        .into_model()
        .all(conn)
        .await
}
