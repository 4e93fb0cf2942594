//! Attendees with what stands on their ticket.

use crate::entity::{attendee, order};
use crate::query::find::{Part, Sorting};
use crate::query::listing::{Listing, rows};
use crate::ticket;
use base::{Text, Uuid, name};
use identity::entity::mailbox;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use store::Conn;
use ticketing::entity::category;

/// An attendee, their category and their number.
#[derive(Clone, Debug)]
pub struct AttendeeView {
    pub attendee: attendee::Model,
    pub category: category::Model,
    pub address: String,
    /// `7H4KQ2-1K`.
    pub number: String,
}

impl AttendeeView {
    /// "given family", as far as there is one. What a place without a name is called is its number.
    pub fn name(&self) -> String {
        if self.is_nameless() {
            return self.number.clone();
        }
        name::full(&self.attendee.given_name, &self.attendee.family_name)
    }

    /// Somebody is still to take this place.
    pub fn is_nameless(&self) -> bool {
        self.attendee.named_at.is_none()
    }

    /// Whether there is a ticket to send and to show: it is good, and it is somebody's.
    pub fn opens_door(&self) -> bool {
        self.attendee.state == attendee::State::Valid && !self.is_nameless()
    }

    pub fn category_name(&self) -> &Text {
        &self.category.name
    }
}

/// The good tickets of a congress that belong to these mailboxes, the oldest first; tests are none. One statement.
///
/// The database is asked by mailbox alone, since a mailbox has few tickets and the congress has all of them: SQLite, which does
/// not know that, would read the congress's.
pub async fn valid_of(conn: &Conn, congress: Uuid, mailboxes: &[Uuid]) -> Result<Vec<attendee::Model>, DbErr> {
    let of = attendee::Column::MailboxId.is_in(mailboxes.iter().copied());
    let mut rows = attendee::Entity::find().filter(of).all(conn).await?;
    rows.retain(|row| row.congress_id == congress && row.state == attendee::State::Valid && !row.test);
    rows.sort_by_key(|row| (row.created_at, row.position, row.id));
    Ok(rows)
}

/// Views of attendees of these orders. Two statements.
pub async fn views(
    conn: &Conn,
    orders: &[order::Model],
    rows: Vec<attendee::Model>,
) -> Result<Vec<AttendeeView>, DbErr> {
    let categories: HashMap<Uuid, category::Model> = category::Entity::find()
        .filter(category::Column::Id.is_in(distinct(rows.iter().map(|a| a.category_id))))
        .all(conn)
        .await?
        .into_iter()
        .map(|c| (c.id, c))
        .collect();
    let addresses = addresses(conn, distinct(rows.iter().map(|a| a.mailbox_id))).await?;
    let orders: HashMap<Uuid, &order::Model> = orders.iter().map(|order| (order.id, order)).collect();
    let view = |attendee: attendee::Model| {
        let order = orders.get(&attendee.order_id)?;
        Some(AttendeeView {
            category: categories.get(&attendee.category_id)?.clone(),
            address: addresses.get(&attendee.mailbox_id).cloned().unwrap_or_default(),
            number: ticket::number(order, attendee.position),
            attendee,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// Ids asked for by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 10_000;

/// The addresses of these mailboxes. One statement for each ten thousand.
pub async fn addresses(conn: &Conn, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut addresses = HashMap::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        let rows = mailbox::Entity::find().filter(mailbox::Column::Id.is_in(part.iter().copied())).all(conn).await?;
        addresses.extend(rows.into_iter().map(|m| (m.id, m.address)));
    }
    Ok(addresses)
}

/// Each id once: a list of many attendees names few categories.
fn distinct(ids: impl Iterator<Item = Uuid>) -> BTreeSet<Uuid> {
    ids.collect()
}

/// One attendee's view. Two statements.
pub async fn view(conn: &Conn, order: &order::Model, row: attendee::Model) -> Result<Option<AttendeeView>, DbErr> {
    Ok(views(conn, std::slice::from_ref(order), vec![row]).await?.pop())
}

/// Which attendees a list shows.
pub type Filter = super::find::Filter<attendee::State>;

/// What attendees are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Name,
    Placed,
}

/// An attendee with their order.
#[derive(Clone, Debug)]
pub struct Listed {
    pub view: AttendeeView,
    pub order: order::Model,
}

/// A part of the attendees that a filter leaves.
#[derive(Clone, Debug)]
pub struct Found {
    pub attendees: Vec<Listed>,
    /// How many there are in all.
    pub total: u64,
    /// How many are in each state, of those that the rest of the filter leaves.
    pub states: Vec<(attendee::State, i64)>,
}

/// What makes them a list.
struct Attendees;

impl Listing for Attendees {
    type Entity = attendee::Entity;
    type State = attendee::State;
    type Key = Key;

    const ID: attendee::Column = attendee::Column::Id;
    const STATE: attendee::Column = attendee::Column::State;
    const NEWEST: Sorting<Key> = Sorting { by: Key::Placed, descending: true };

    fn condition(congress: Uuid, filter: &Filter) -> Condition {
        let mut all = Condition::all()
            .add(attendee::Column::CongressId.eq(congress))
            .add(attendee::Column::Test.eq(filter.test))
            .add(filter.by_words(attendee::Column::Search));
        if let Some(state) = filter.state {
            all = all.add(attendee::Column::State.eq(state));
        }
        if filter.nameless {
            all = all.add(attendee::Column::NamedAt.is_null());
        }
        if let Some(category) = filter.category {
            all = all.add(attendee::Column::CategoryId.eq(category));
        }
        all = all.add(filter.by_time(attendee::Column::CreatedAt)).add(filter.by_id(attendee::Column::Id));
        if let Some(source) = filter.source {
            let from_there = Query::select()
                .column(order::Column::Id)
                .from(order::Entity)
                .and_where(order::Column::CongressId.eq(congress))
                .and_where(order::Column::Source.eq(source))
                .to_owned();
            all = all.add(attendee::Column::OrderId.in_subquery(from_there));
        }
        all
    }

    fn sorted<Q: QueryOrder>(query: Q, sorting: Sorting<Key>) -> Q {
        let query = match sorting.by {
            Key::Placed => query.order_by(attendee::Column::CreatedAt, sorting.order()),
            Key::Name => query
                .order_by(store::sorted("family_name"), sorting.order())
                .order_by(store::sorted("given_name"), sorting.order()),
        };
        query.order_by(attendee::Column::Id, sorting.order())
    }
}

/// A part of the attendees that a filter leaves. Five statements, however many there are; one more for a search that
/// finds more than fits one reading.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    sorting: Sorting<Key>,
    part: Part,
) -> Result<Found, DbErr> {
    let found = rows::<Attendees>(conn, congress, filter, sorting, part).await?;
    Ok(Found { attendees: listed(conn, found.rows).await?, total: found.total, states: found.states })
}

/// Rows with their orders, in their order. Three statements.
async fn listed(conn: &Conn, rows: Vec<attendee::Model>) -> Result<Vec<Listed>, DbErr> {
    let of: BTreeSet<Uuid> = rows.iter().map(|row| row.order_id).collect();
    let orders = order::Entity::find().filter(order::Column::Id.is_in(of)).all(conn).await?;
    let views = views(conn, &orders, rows).await?;
    let by_id: HashMap<Uuid, order::Model> = orders.into_iter().map(|order| (order.id, order)).collect();
    let listed = |view: AttendeeView| Some(Listed { order: by_id.get(&view.attendee.order_id)?.clone(), view });
    Ok(views.into_iter().filter_map(listed).collect())
}

/// Attendees after a cursor, in the order of their ids, for who reads them all in parts. Four statements.
pub async fn after(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    cursor: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Listed>, DbErr> {
    let mut condition = Attendees::condition(congress, filter);
    if let Some(cursor) = cursor {
        condition = condition.add(attendee::Column::Id.gt(cursor));
    }
    let find = attendee::Entity::find().filter(condition).order_by_asc(attendee::Column::Id).limit(limit);
    listed(conn, find.all(conn).await?).await
}
