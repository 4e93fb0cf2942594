//! An order as its page shows it, and lists of orders.

use crate::entity::{attendee, order};
use crate::query::attendee::{AttendeeView, addresses, views};
use crate::query::find::{Part, Sorting};
use crate::query::listing::{Listing, rows};
use crate::rules::holds_place;
use base::{Money, Time, Uuid};
use identity::entity::mailbox;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
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

    /// Those who hold a place.
    pub fn held(&self) -> impl Iterator<Item = &AttendeeView> {
        self.attendees.iter().filter(|a| holds_place(a.attendee.state))
    }

    /// Those whose ticket opens the door.
    pub fn valid(&self) -> impl Iterator<Item = &AttendeeView> {
        self.attendees.iter().filter(|a| a.opens_door())
    }

    /// Places that are held and have no name yet.
    pub fn nameless(&self) -> impl Iterator<Item = &AttendeeView> {
        self.held().filter(|a| a.is_nameless())
    }
}

/// By its id. One statement.
pub async fn by_id(conn: &Conn, id: Uuid) -> Result<Option<order::Model>, DbErr> {
    order::Entity::find().filter(order::Column::Id.eq(id)).one(conn).await
}

/// Other orders of the same buyer that go on, the newest first. One statement.
pub async fn siblings(conn: &Conn, order: &order::Model) -> Result<Vec<order::Model>, DbErr> {
    order::Entity::find()
        .filter(order::Column::CongressId.eq(order.congress_id))
        .filter(order::Column::MailboxId.eq(order.mailbox_id))
        .filter(order::Column::Test.eq(order.test))
        .filter(order::Column::Id.ne(order.id))
        .filter(order::Column::State.is_in([order::State::Confirmed, order::State::AwaitingPayment]))
        .order_by_desc(order::Column::Id)
        .all(conn)
        .await
}

/// Whether anybody ever ordered in a congress. One statement.
pub async fn any(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let find = order::Entity::find().select_only().column(order::Column::Id);
    let counted = order::Column::CongressId.eq(congress).and(order::Column::Test.eq(false));
    let first: Option<Uuid> = find.filter(counted).into_tuple().one(conn).await?;
    Ok(first.is_some())
}

/// Whether who orders, or an attendee, has this mailbox. One statement at most.
pub async fn has_mailbox(conn: &Conn, order: &order::Model, mailbox: Uuid) -> Result<bool, DbErr> {
    if order.mailbox_id == mailbox {
        return Ok(true);
    }
    let people = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .filter(attendee::Column::MailboxId.eq(mailbox));
    Ok(people.count(conn).await? > 0)
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

/// The attendees of an order, in their order. One statement.
pub async fn people_of(conn: &Conn, order: Uuid) -> Result<Vec<attendee::Model>, DbErr> {
    attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order))
        .order_by_asc(attendee::Column::Position)
        .all(conn)
        .await
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
pub type Filter = super::find::Filter<order::State>;

/// What orders are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Placed,
    Code,
    Buyer,
    Amount,
}

/// Newest first.
pub const NEWEST: Sorting<Key> = Sorting { by: Key::Placed, descending: true };

/// A part of the orders that a filter leaves.
#[derive(Clone, Debug)]
pub struct Found {
    pub orders: Vec<OrderView>,
    /// How many there are in all.
    pub total: u64,
    /// How many are in each state, of those that the rest of the filter leaves.
    pub states: Vec<(order::State, i64)>,
}

/// What makes them a list.
struct Orders;

impl Listing for Orders {
    type Entity = order::Entity;
    type State = order::State;
    type Key = Key;

    const ID: order::Column = order::Column::Id;
    const STATE: order::Column = order::Column::State;
    const NEWEST: Sorting<Key> = NEWEST;

    fn condition(congress: Uuid, filter: &Filter) -> Condition {
        let mut all =
            Condition::all().add(order::Column::CongressId.eq(congress)).add(filter.by_words(order::Column::Search));
        all = all.add(order::Column::Test.eq(filter.test));
        if let Some(state) = filter.state {
            all = all.add(order::Column::State.eq(state));
        }
        if let Some(source) = filter.source {
            all = all.add(order::Column::Source.eq(source));
        }
        all = all.add(filter.by_time(order::Column::PlacedAt)).add(filter.by_id(order::Column::Id));
        if filter.nameless {
            let nameless = Query::select()
                .column(attendee::Column::OrderId)
                .from(attendee::Entity)
                .and_where(attendee::Column::CongressId.eq(congress))
                .and_where(attendee::Column::NamedAt.is_null())
                .to_owned();
            all = all.add(order::Column::Id.in_subquery(nameless));
        }
        if let Some(category) = filter.category {
            let with = Query::select()
                .expr(Expr::val(1))
                .from(attendee::Entity)
                .and_where(attendee::Column::CategoryId.eq(category))
                .and_where(
                    Expr::col((attendee::Entity, attendee::Column::OrderId)).equals((order::Entity, order::Column::Id)),
                )
                .to_owned();
            all = all.add(Expr::exists(with));
        }
        all
    }

    fn sorted<Q: QueryOrder>(query: Q, sorting: Sorting<Key>) -> Q {
        let by: Expr = match sorting.by {
            Key::Placed => Expr::col(order::Column::PlacedAt),
            Key::Code => Expr::col(order::Column::Code),
            Key::Buyer => store::sorted("buyer_name"),
            Key::Amount => Expr::col(order::Column::TotalCents),
        };
        query.order_by(by, sorting.order()).order_by(order::Column::Id, sorting.order())
    }
}

/// A part of the orders that a filter leaves. Six statements, however many there are; one more for a search that finds
/// more than fits one reading.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    sorting: Sorting<Key>,
    part: Part,
) -> Result<Found, DbErr> {
    let found = rows::<Orders>(conn, congress, filter, sorting, part).await?;
    Ok(Found { orders: view_many(conn, found.rows).await?, total: found.total, states: found.states })
}

/// Orders after a cursor, oldest first, for programs that read them all: those that were placed, or an attendee of which
/// was changed, since a moment; the id before, and how many.
///
/// Moments and ids are drawn where a transaction begins, and it shows when it ends. On PostgreSQL one that began earlier may
/// end later, so a cursor that has come by, or a `since` that was now, may be past an order that is yet to show. Nothing
/// tells reliably how far one may read: what other transactions are open is not for every role to see, begins by the
/// database's clock and not by that of the process that draws ids, and a backup keeps one open for minutes. So whoever asks
/// again asks with an overlap, as the API's description says.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    since: Option<Time>,
    cursor: Option<Uuid>,
    limit: u64,
) -> Result<Vec<OrderView>, DbErr> {
    let mut condition = Orders::condition(congress, filter);
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

/// The ids of the orders with these codes, as far as there are any. One statement.
pub async fn by_codes(conn: &Conn, congress: Uuid, codes: &[String]) -> Result<Vec<Uuid>, DbErr> {
    order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::Code.is_in(codes.iter().map(String::as_str)))
        .into_tuple()
        .all(conn)
        .await
}
