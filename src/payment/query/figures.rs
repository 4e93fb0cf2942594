//! Money counted, for statistics.

use crate::entity::{payment, refund};
use base::{Time, Uuid};
use registration::entity::{attendee, extra, order};
use registration::query::statistics::Asked;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    StatementBuilder,
};
use std::collections::BTreeMap;
use store::Conn;

/// What tickets of a category at a rate of VAT cost together, by how they stand.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Sold {
    pub category_id: Uuid,
    pub vat_basis_points: i32,
    pub state: attendee::State,
    pub n: i64,
    pub cents: i64,
}

/// What tickets cost that cost something, with what goes beside them. One statement.
pub async fn sold(conn: &Conn, asked: &Asked) -> Result<Vec<Sold>, DbErr> {
    use attendee::Column as C;
    attendee::Entity::find()
        .select_only()
        .columns([C::State, C::CategoryId, C::VatBasisPoints])
        .column_as(Expr::cust("count(*)"), "n")
        .column_as(Expr::cust("cast(sum(attendee.price_cents) as bigint)"), "cents")
        .filter(asked.condition())
        .filter(C::PriceCents.gt(0))
        .group_by(C::State)
        .group_by(C::CategoryId)
        .group_by(C::VatBasisPoints)
        .into_model()
        .all(conn)
        .await
}

/// The same of tickets that should have been paid before `now`, and are not. One statement.
pub async fn overdue(conn: &Conn, asked: &Asked, now: Time) -> Result<Vec<Sold>, DbErr> {
    use attendee::Column as C;
    let of: RelationDef = attendee::Entity::belongs_to(order::Entity).from(C::OrderId).to(order::Column::Id).into();
    attendee::Entity::find()
        .join(JoinType::InnerJoin, of)
        .select_only()
        .columns([C::State, C::CategoryId, C::VatBasisPoints])
        .column_as(Expr::cust("count(*)"), "n")
        .column_as(Expr::cust("cast(sum(attendee.price_cents) as bigint)"), "cents")
        .filter(order::Column::CongressId.eq(asked.congress))
        .filter(order::Column::State.eq(order::State::AwaitingPayment))
        .filter(order::Column::PaymentDueAt.lt(now))
        .filter(C::State.eq(attendee::State::Unpaid))
        .filter(C::PriceCents.gt(0))
        .filter(asked.condition())
        .group_by(C::State)
        .group_by(C::CategoryId)
        .group_by(C::VatBasisPoints)
        .into_model()
        .all(conn)
        .await
}

/// What goes beside tickets at a price: a dinner, a tour. By how the ticket that it goes with stands; what ended is
/// cancelled. `overdue`: only what should have been paid before. One statement.
pub async fn beside(conn: &Conn, asked: &Asked, overdue: Option<Time>) -> Result<Vec<Sold>, DbErr> {
    use extra::Column as C;
    let of: RelationDef =
        extra::Entity::belongs_to(attendee::Entity).from(C::AttendeeId).to(attendee::Column::Id).into();
    let order: RelationDef = extra::Entity::belongs_to(order::Entity).from(C::OrderId).to(order::Column::Id).into();
    let mut query = extra::Entity::find()
        .join(JoinType::InnerJoin, of)
        .join(JoinType::InnerJoin, order)
        .select_only()
        .columns([C::CategoryId, C::VatBasisPoints])
        .column(attendee::Column::State)
        .column_as(Expr::cust("count(*)"), "n")
        .column_as(Expr::cust("cast(sum(extra.price_cents) as bigint)"), "cents")
        .filter(C::CongressId.eq(asked.congress))
        .filter(C::EndedAt.is_null())
        .filter(C::PriceCents.gt(0))
        .filter(Asked { category: None, ..*asked }.condition());
    if let Some(category) = asked.category {
        query = query.filter(C::CategoryId.eq(category));
    }
    if let Some(now) = overdue {
        query = query
            .filter(order::Column::State.eq(order::State::AwaitingPayment))
            .filter(order::Column::PaymentDueAt.lt(now))
            .filter(attendee::Column::State.eq(attendee::State::Unpaid));
    }
    query
        .group_by(C::CategoryId)
        .group_by(C::VatBasisPoints)
        .group_by(attendee::Column::State)
        .into_model()
        .all(conn)
        .await
}

/// What in the price of tickets is for what goes beside them, by the ticket's own category and rate: so many cents, in so
/// many tickets that cost nothing but that. `overdue`: only what should have been paid before. One statement.
pub async fn within(conn: &Conn, asked: &Asked, overdue: Option<Time>) -> Result<Vec<Sold>, DbErr> {
    use attendee::Column as C;
    let (beside, of, cents) = (Alias::new("beside"), Alias::new("of"), Alias::new("cents"));
    let each = Query::select()
        .expr_as(Expr::col(extra::Column::AttendeeId), of.clone())
        .expr_as(Expr::cust("cast(sum(price_cents) as bigint)"), cents.clone())
        .from(extra::Entity)
        .and_where(extra::Column::CongressId.eq(asked.congress))
        .and_where(extra::Column::EndedAt.is_null())
        .and_where(extra::Column::PriceCents.gt(0))
        .group_by_col(extra::Column::AttendeeId)
        .to_owned();
    let mut query = Query::select()
        .column((attendee::Entity, C::CategoryId))
        .column((attendee::Entity, C::VatBasisPoints))
        .column((attendee::Entity, C::State))
        .expr_as(Expr::cust("sum(CASE WHEN attendee.price_cents > beside.cents THEN 0 ELSE 1 END)"), Alias::new("n"))
        .expr_as(Expr::cust("cast(sum(beside.cents) as bigint)"), cents)
        .from_subquery(each, beside.clone())
        .join(JoinType::InnerJoin, attendee::Entity, Expr::col((attendee::Entity, C::Id)).equals((beside, of)))
        .cond_where(asked.condition())
        .group_by_columns([C::CategoryId, C::VatBasisPoints, C::State].map(|column| (attendee::Entity, column)))
        .to_owned();
    if let Some(now) = overdue {
        let order = Expr::col((order::Entity, order::Column::Id)).equals((attendee::Entity, C::OrderId));
        query
            .join(JoinType::InnerJoin, order::Entity, order)
            .and_where(order::Column::State.eq(order::State::AwaitingPayment))
            .and_where(order::Column::PaymentDueAt.lt(now))
            .and_where(C::State.eq(attendee::State::Unpaid));
    }
    let statement = StatementBuilder::build(&query, &sea_orm::ConnectionTrait::get_database_backend(conn));
    Sold::find_by_statement(statement).all(conn).await
}

/// An order that money was paid back for, with its tickets that cost something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refunded {
    pub cents: i64,
    pub tickets: Vec<Ticket>,
}

/// A ticket that costs something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub category_id: Uuid,
    pub vat_basis_points: i32,
    pub state: attendee::State,
    pub cents: i64,
}

/// The orders that money was paid back for, in the order of their ids. Three statements.
pub async fn refunded(conn: &Conn, congress: Uuid) -> Result<Vec<Refunded>, DbErr> {
    use attendee::Column as C;
    let sums: Vec<(Uuid, i64)> = refund::Entity::find()
        .select_only()
        .column(refund::Column::OrderId)
        .column_as(Expr::cust("cast(sum(cents) as bigint)"), "cents")
        .filter(refund::Column::CongressId.eq(congress))
        .filter(refund::Column::State.eq(refund::State::Done))
        .group_by(refund::Column::OrderId)
        .into_tuple()
        .all(conn)
        .await?;
    let mut orders: BTreeMap<Uuid, Refunded> =
        sums.into_iter().map(|(order, cents)| (order, Refunded { cents, tickets: vec![] })).collect();
    let of = Query::select()
        .column(refund::Column::OrderId)
        .from(refund::Entity)
        .and_where(refund::Column::CongressId.eq(congress))
        .and_where(refund::Column::State.eq(refund::State::Done))
        .to_owned();
    // What goes beside a ticket ends with it, or by itself; while it stands, the attendee's price has it in.
    let beside = extra::Entity::find().filter(extra::Column::OrderId.in_subquery(of.clone()));
    let beside = beside.filter(extra::Column::PriceCents.gt(0)).order_by_asc(extra::Column::Id).all(conn).await?;
    let mut within: BTreeMap<Uuid, i64> = BTreeMap::new();
    for row in beside.iter().filter(|row| row.ended_at.is_none()) {
        *within.entry(row.attendee_id).or_default() += row.price_cents;
    }
    let tickets: Vec<(Uuid, Uuid, Uuid, i32, attendee::State, i64)> = attendee::Entity::find()
        .select_only()
        .columns([C::Id, C::OrderId, C::CategoryId, C::VatBasisPoints, C::State, C::PriceCents])
        .filter(C::OrderId.in_subquery(of))
        .filter(C::PriceCents.gt(0))
        .order_by_asc(C::OrderId)
        .order_by_asc(C::Position)
        .into_tuple()
        .all(conn)
        .await?;
    for (id, order, category_id, vat_basis_points, state, price) in tickets {
        let cents = price - within.get(&id).unwrap_or(&0);
        if let Some(order) = orders.get_mut(&order).filter(|_| cents > 0) {
            order.tickets.push(Ticket { category_id, vat_basis_points, state, cents });
        }
    }
    for row in beside {
        let Some(order) = orders.get_mut(&row.order_id) else { continue };
        let state = if row.ended_at.is_some() { attendee::State::Cancelled } else { attendee::State::Valid };
        let (category_id, vat_basis_points) = (row.category_id, row.vat_basis_points);
        order.tickets.push(Ticket { category_id, vat_basis_points, state, cents: row.price_cents });
    }
    Ok(orders.into_values().collect())
}

/// What came in and went out, over all orders of a congress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Flow {
    pub paid: i64,
    pub refunded: i64,
    /// Came in for orders that are not paid in full yet.
    pub part: i64,
    /// Came in above what is owed, and waits to be paid back.
    pub over: i64,
}

/// What came in (`paid`) and went out (`back`) by `order_id`, of the orders of a congress that any money moved for.
pub(super) fn moved(congress: Uuid) -> SelectStatement {
    let (of, paid, back) = (Alias::new("order_id"), Alias::new("paid"), Alias::new("back"));
    let refunds = Query::select()
        .column(refund::Column::OrderId)
        .expr_as(Expr::cust("0"), paid.clone())
        .expr_as(Expr::col(refund::Column::Cents), back.clone())
        .from(refund::Entity)
        .and_where(refund::Column::CongressId.eq(congress))
        .and_where(refund::Column::State.eq(refund::State::Done))
        .to_owned();
    let moved = Query::select()
        .column(payment::Column::OrderId)
        .expr_as(Expr::col(payment::Column::Cents), paid.clone())
        .expr_as(Expr::cust("0"), back.clone())
        .from(payment::Entity)
        .and_where(payment::Column::CongressId.eq(congress))
        .and_where(payment::Column::State.eq(payment::State::Confirmed))
        .union(UnionType::All, refunds)
        .to_owned();
    Query::select()
        .column(of.clone())
        .expr_as(Expr::cust("sum(paid)"), paid)
        .expr_as(Expr::cust("sum(back)"), back)
        .from_subquery(moved, Alias::new("moved"))
        .group_by_col(of)
        .to_owned()
}

/// What came in and went out. One statement.
pub async fn flow(conn: &Conn, congress: Uuid) -> Result<Flow, DbErr> {
    let of = Alias::new("order_id");
    let kept = "(sums.paid - sums.back)";
    let total = "\"order\".total_cents";
    let sum = |what: &str| Expr::cust(format!("cast(coalesce(sum({what}), 0) as bigint)"));
    let awaits = format!("\"order\".state = 'awaiting_payment' AND {kept} > 0 AND {kept} < {total}");
    let query = Query::select()
        .expr_as(sum("sums.paid"), Alias::new("paid"))
        .expr_as(sum("sums.back"), Alias::new("refunded"))
        .expr_as(sum(&format!("CASE WHEN {awaits} THEN {kept} ELSE 0 END")), Alias::new("part"))
        .expr_as(sum(&format!("CASE WHEN {kept} > {total} THEN {kept} - {total} ELSE 0 END")), Alias::new("over"))
        .from_subquery(moved(congress), Alias::new("sums"))
        .join(
            JoinType::InnerJoin,
            order::Entity,
            Expr::col((order::Entity, order::Column::Id)).equals((Alias::new("sums"), of)),
        )
        .to_owned();
    let statement = StatementBuilder::build(&query, &sea_orm::ConnectionTrait::get_database_backend(conn));
    Ok(Flow::find_by_statement(statement).one(conn).await?.unwrap_or_default())
}
