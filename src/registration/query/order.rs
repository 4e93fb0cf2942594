//! An order as its page shows it, and lists of orders.

use crate::entity::{attendee, order};
use crate::query::attendee::{AttendeeView, addresses, views};
use ::ticket::TicketNumber;
use base::{Money, Time, Uuid, name};
use identity::entity::mailbox;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::Conn;

/// An order with its attendees.
#[derive(Clone, Debug)]
pub struct OrderView {
    pub order: order::Model,
    pub buyer_address: String,
    pub attendees: Vec<AttendeeView>,
}

impl OrderView {
    pub fn total(&self) -> Money {
        Money { amount: self.order.total_cents, currency: self.order.currency.clone() }
    }

    /// Those whose ticket opens the door.
    pub fn valid(&self) -> impl Iterator<Item = &AttendeeView> {
        self.attendees.iter().filter(|a| a.attendee.state == attendee::State::Valid)
    }
}

/// The whole of an order. Four statements.
pub async fn view(conn: &Conn, order: order::Model) -> Result<OrderView, DbErr> {
    let buyer_address = mailbox::Entity::find()
        .filter(mailbox::Column::Id.eq(order.mailbox_id))
        .one(conn)
        .await?
        .map(|m| m.address)
        .unwrap_or_default();
    let rows = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .order_by_asc(attendee::Column::Position)
        .all(conn)
        .await?;
    let attendees = views(conn, std::slice::from_ref(&order), rows).await?;
    Ok(OrderView { order, buyer_address, attendees })
}

/// Orders by id, as a bounded number of statements whatever their number.
pub async fn view_many(conn: &Conn, orders: Vec<order::Model>) -> Result<Vec<OrderView>, DbErr> {
    let rows = attendee::Entity::find()
        .filter(attendee::Column::OrderId.is_in(orders.iter().map(|o| o.id)))
        .order_by_asc(attendee::Column::Position)
        .all(conn)
        .await?;
    let mut by_order: HashMap<Uuid, Vec<AttendeeView>> = HashMap::new();
    for view in views(conn, &orders, rows).await? {
        by_order.entry(view.attendee.order_id).or_default().push(view);
    }
    let addresses = addresses(conn, orders.iter().map(|o| o.mailbox_id).collect()).await?;
    Ok(orders
        .into_iter()
        .map(|order| OrderView {
            buyer_address: addresses.get(&order.mailbox_id).cloned().unwrap_or_default(),
            attendees: by_order.remove(&order.id).unwrap_or_default(),
            order,
        })
        .collect())
}

/// Which orders a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words that must all be found: in code, names, addresses, organisations. Umlauts either way.
    pub query: String,
    pub state: Option<order::State>,
    /// Only orders with an attendee of this category.
    pub category: Option<Uuid>,
}

impl Filter {
    fn condition(&self, congress: Uuid) -> Condition {
        let mut all = Condition::all().add(order::Column::CongressId.eq(congress));
        // "Kemper, Petra" as lists have it.
        let folded = name::fold(&self.query);
        for word in folded.split([' ', ',', ';']).filter(|w| !w.is_empty()) {
            // A ticket's number is found by the code in it.
            let number = TicketNumber::parse(word).ok();
            let word = number.map_or_else(|| word.to_owned(), |n| n.code().to_lowercase());
            all = all.add(Expr::col(order::Column::Search).like(contains(&word)));
        }
        if let Some(state) = self.state {
            all = all.add(order::Column::State.eq(state));
        }
        if let Some(category) = self.category {
            let with = Query::select()
                .column(attendee::Column::OrderId)
                .from(attendee::Entity)
                .and_where(attendee::Column::CategoryId.eq(category))
                .to_owned();
            all = all.add(order::Column::Id.in_subquery(with));
        }
        all
    }
}

/// A pattern for LIKE that finds `word` anywhere, taken literally.
pub fn contains(word: &str) -> LikeExpr {
    let literal = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{literal}%")).escape('\\')
}

/// A page of orders, newest first, and how many there are in all.
pub async fn list(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    limit: u64,
    offset: u64,
) -> Result<(Vec<OrderView>, u64), DbErr> {
    let condition = filter.condition(congress);
    let total = order::Entity::find().filter(condition.clone()).count(conn).await?;
    let rows = order::Entity::find()
        .filter(condition)
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id)
        .limit(limit)
        .offset(offset)
        .all(conn)
        .await?;
    Ok((view_many(conn, rows).await?, total))
}

/// How many orders are in each state, of those that the rest of the filter leaves. One statement.
pub async fn states(conn: &Conn, congress: Uuid, filter: &Filter) -> Result<Vec<(order::State, i64)>, DbErr> {
    let any_state = Filter { state: None, ..filter.clone() };
    order::Entity::find()
        .select_only()
        .column(order::Column::State)
        .column_as(Expr::col((order::Entity, order::Column::Id)).count(), "n")
        .filter(any_state.condition(congress))
        .group_by(order::Column::State)
        .into_tuple()
        .all(conn)
        .await
}

/// Orders after a cursor, oldest first, for programs that read them all: those that were placed, or an attendee of which
/// was changed, since a moment; the id before, and how many.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    since: Option<Time>,
    cursor: Option<Uuid>,
    limit: u64,
) -> Result<Vec<OrderView>, DbErr> {
    let mut condition = filter.condition(congress);
    if let Some(since) = since {
        let changed = Query::select()
            .column(attendee::Column::OrderId)
            .from(attendee::Entity)
            .and_where(attendee::Column::CongressId.eq(congress))
            .and_where(attendee::Column::ChangedAt.gte(since))
            .to_owned();
        let either =
            Condition::any().add(order::Column::PlacedAt.gte(since)).add(order::Column::Id.in_subquery(changed));
        condition = condition.add(either);
    }
    if let Some(cursor) = cursor {
        condition = condition.add(order::Column::Id.gt(cursor));
    }
    let rows = order::Entity::find().filter(condition).order_by_asc(order::Column::Id).limit(limit).all(conn).await?;
    view_many(conn, rows).await
}
