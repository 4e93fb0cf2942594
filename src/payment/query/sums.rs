//! The money of several orders at once, for lists.

use crate::entity::{invoice, payment, refund};
use crate::rules::Balance;
use base::Uuid;
use registration::entity::order;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use store::Conn;

/// How the money of each of these orders stands. Two statements, however many there are.
pub async fn balances(conn: &Conn, orders: &[&order::Model]) -> Result<HashMap<Uuid, Balance>, DbErr> {
    let ids = || orders.iter().map(|order| order.id);
    let sum = || Expr::cust("cast(sum(cents) as bigint)");
    let paid: Vec<(Uuid, i64)> = payment::Entity::find()
        .select_only()
        .column(payment::Column::OrderId)
        .column_as(sum(), "cents")
        .filter(payment::Column::OrderId.is_in(ids()))
        .filter(payment::Column::State.eq(payment::State::Confirmed))
        .group_by(payment::Column::OrderId)
        .into_tuple()
        .all(conn)
        .await?;
    let refunded: Vec<(Uuid, i64)> = refund::Entity::find()
        .select_only()
        .column(refund::Column::OrderId)
        .column_as(sum(), "cents")
        .filter(refund::Column::OrderId.is_in(ids()))
        .filter(refund::Column::State.eq(refund::State::Done))
        .group_by(refund::Column::OrderId)
        .into_tuple()
        .all(conn)
        .await?;
    let (paid, refunded): (HashMap<_, _>, HashMap<_, _>) = (paid.into_iter().collect(), refunded.into_iter().collect());
    let of = |sums: &HashMap<Uuid, i64>, id: Uuid| sums.get(&id).copied().unwrap_or_default();
    let balance = |order: &order::Model| Balance {
        total: order.total_cents,
        paid: of(&paid, order.id),
        refunded: of(&refunded, order.id),
    };
    Ok(orders.iter().copied().map(|order| (order.id, balance(order))).collect())
}

/// The numbers of all invoices of these orders and of what took them back, oldest first. One statement.
pub async fn numbers(conn: &Conn, orders: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, DbErr> {
    let rows: Vec<(Uuid, String)> = invoice::Entity::find()
        .select_only()
        .columns([invoice::Column::OrderId, invoice::Column::Number])
        .filter(invoice::Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(invoice::Column::IssuedAt)
        .order_by_asc(invoice::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    let mut all: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (order, number) in rows {
        all.entry(order).or_default().push(number);
    }
    Ok(all)
}

/// Those of these orders that money or an invoice stands on, whatever became of it. Three statements.
pub async fn with_money(conn: &Conn, orders: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let ids = || orders.iter().copied();
    let paid: Vec<Uuid> = payment::Entity::find()
        .select_only()
        .column(payment::Column::OrderId)
        .filter(payment::Column::OrderId.is_in(ids()))
        .into_tuple()
        .all(conn)
        .await?;
    let refunded: Vec<Uuid> = refund::Entity::find()
        .select_only()
        .column(refund::Column::OrderId)
        .filter(refund::Column::OrderId.is_in(ids()))
        .into_tuple()
        .all(conn)
        .await?;
    let invoiced: Vec<Uuid> = invoice::Entity::find()
        .select_only()
        .column(invoice::Column::OrderId)
        .filter(invoice::Column::OrderId.is_in(ids()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(paid.into_iter().chain(refunded).chain(invoiced).collect())
}
