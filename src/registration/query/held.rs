//! Where every place is, and why: open claims by whom they are held for.

use crate::entity::{attendee, contingent, contingent_place, extra, order};
use crate::service::extra::HOLDER;
use base::{Time, Uuid};
use congress::entity::{capacity, claim};
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef, Select,
};
use store::Conn;

/// Places of one capacity that are held for one reason. What belongs to no attendee has no state and order.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Held {
    pub capacity_id: Uuid,
    /// What kind of holder: an attendee, a voucher, an offer of the waiting list, a place of a contingent.
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
/// they belong to, so that their sum can be held against what the capacity counts. Two statements, with as many rows as
/// there are reasons: one for what goes with tickets, one for all else.
pub async fn held(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    let attendee = claim::Entity::belongs_to(attendee::Entity)
        .from(claim::Column::HolderId)
        .to(attendee::Column::Id)
        .on_condition(|claim, _| {
            Expr::col((claim, claim::Column::HolderKind)).eq(crate::service::order::HOLDER).into_condition()
        })
        .into();
    let place = claim::Entity::belongs_to(contingent_place::Entity)
        .from(claim::Column::HolderId)
        .to(contingent_place::Column::Id)
        .on_condition(|claim, _| {
            Expr::col((claim, claim::Column::HolderKind)).eq(crate::service::contingent::HOLDER).into_condition()
        })
        .into();
    let contingent = contingent_place::Entity::belongs_to(contingent::Entity)
        .from(contingent_place::Column::ContingentId)
        .to(contingent::Column::Id)
        .into();
    // Of whoever holds it, or of what is held for a partner.
    let category = || Expr::cust("coalesce(attendee.category_id, contingent.category_id)");
    let tickets = claims(congress)
        .column_as(category(), "category_id")
        .join(JoinType::LeftJoin, attendee)
        .join(JoinType::LeftJoin, order_of())
        .join(JoinType::LeftJoin, place)
        .join(JoinType::LeftJoin, contingent)
        .filter(claim::Column::HolderKind.ne(HOLDER))
        .group_by(category());
    let extra = claim::Entity::belongs_to(extra::Entity).from(claim::Column::HolderId).to(extra::Column::Id).into();
    let attendee =
        extra::Entity::belongs_to(attendee::Entity).from(extra::Column::AttendeeId).to(attendee::Column::Id).into();
    let extras = claims(congress)
        .column(extra::Column::CategoryId)
        .join(JoinType::LeftJoin, extra)
        .join(JoinType::LeftJoin, attendee)
        .join(JoinType::LeftJoin, order_of())
        .filter(claim::Column::HolderKind.eq(HOLDER))
        .group_by(extra::Column::CategoryId);
    let mut all: Vec<Held> = tickets.into_model().all(conn).await?;
    all.extend(extras.into_model::<Held>().all(conn).await?);
    Ok(all)
}

fn order_of() -> RelationDef {
    attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into()
}

/// Open claims, counted by what their attendee and order say; joined by the caller.
fn claims(congress: Uuid) -> Select<claim::Entity> {
    let capacity =
        claim::Entity::belongs_to(capacity::Entity).from(claim::Column::CapacityId).to(capacity::Column::Id).into();
    claim::Entity::find()
        .select_only()
        .columns([claim::Column::CapacityId, claim::Column::HolderKind])
        .column(attendee::Column::State)
        .column_as(order::Column::State, "order_state")
        .column(order::Column::Source)
        .column_as(Expr::cust("cast(sum(claim.n) as bigint)"), "n")
        .column_as(order::Column::PaymentDueAt.min(), "due")
        .join(JoinType::InnerJoin, capacity)
        .filter(capacity::Column::CongressId.eq(congress))
        .filter(claim::Column::FreedAt.is_null())
        .group_by(claim::Column::CapacityId)
        .group_by(claim::Column::HolderKind)
        .group_by(attendee::Column::State)
        .group_by(order::Column::State)
        .group_by(order::Column::Source)
}
