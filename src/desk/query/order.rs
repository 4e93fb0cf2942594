//! Orders as the desk shows them: in a list, and one with all that is known about it.

use crate::form::order::OrderSearch;
use crate::query::timeline::{self, Timeline};
use crate::rules::pages::{Page, ROWS};
use base::secret::LinkKey;
use base::{Text, Time, Uuid};
use checkin::query::admission::{Entry, admissions_of};
use identity::query::bounce::{Dead, dead};
use payment::query::sums::balances;
use payment::rules::Balance;
use post::query::MessageLine;
use registration::entity::order::{Model as Row, State};
use registration::load::{Order, See, order_secret};
use registration::query::answer::{AnswerSheet, sheet};
use registration::query::extra::{ExtraView, of_order};
use registration::query::find::Part;
use registration::query::order::OrderView;
use registration::query::substitution::{Asked, asked};
use registration::query::{count, order};
use registration::rules::holds_place;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::{Conn, DbErr};
use ticketing::entity::category::{self, Kind};
use ticketing::query::CategoryView;
use web::CongressHead;

/// A page of orders.
#[derive(Clone, Debug)]
pub struct OrderList {
    pub search: OrderSearch,
    pub page: Page,
    pub orders: Vec<OrderView>,
    /// How many in each state, whatever state is asked for.
    pub states: Vec<(State, i64)>,
    /// Short names and names, in their order.
    pub categories: Vec<(String, Text)>,
    /// Everyone who holds a place, whatever is asked for.
    pub attendees: i64,
    /// How the money of those on this page stands.
    pub balances: HashMap<Uuid, Balance>,
}

impl OrderList {
    pub fn count(&self, state: State) -> i64 {
        self.states.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n)
    }

    pub fn all(&self) -> i64 {
        self.states.iter().map(|(_, n)| n).sum()
    }
}

/// Orders that a search finds. Ten statements, however many there are; one more for a search that finds hundreds.
pub async fn list(conn: &Conn, congress: &CongressHead, search: OrderSearch, now: Time) -> Result<OrderList, DbErr> {
    let categories = categories(conn, congress.id).await?;
    let category = categories.iter().find(|c| c.slug == search.category).map(|c| c.id);
    let search = if category.is_some() { search } else { OrderSearch { category: String::new(), ..search } };
    let filter = search.filter(congress.id, category, congress.zone, now);
    let part = Part { limit: ROWS, offset: Page::offset(search.page) };
    let found = order::find(conn, congress.id, &filter, search.sorting, part).await?;
    let held = count::by_category(conn, congress.id).await?;
    let rows: Vec<&Row> = found.orders.iter().map(|view| &view.order).collect();
    Ok(OrderList {
        page: Page { number: search.page, total: found.total },
        search,
        balances: balances(conn, &rows).await?,
        orders: found.orders,
        states: found.states,
        categories: categories.into_iter().map(|c| (c.slug, c.name.0)).collect(),
        attendees: held.into_iter().filter(|c| holds_place(c.state)).map(|c| c.n).sum(),
    })
}

/// Which orders a list was asked for. One statement.
pub async fn filter(
    conn: &Conn,
    congress: &CongressHead,
    search: &OrderSearch,
    now: Time,
) -> Result<order::Filter, DbErr> {
    let categories = categories(conn, congress.id).await?;
    let category = categories.iter().find(|c| c.slug == search.category).map(|c| c.id);
    Ok(search.filter(congress.id, category, congress.zone, now))
}

/// The categories, in their order.
pub(super) async fn categories(conn: &Conn, congress: Uuid) -> Result<Vec<category::Model>, DbErr> {
    category::Entity::find()
        .filter(category::Column::CongressId.eq(congress))
        .order_by_asc(category::Column::Position)
        .all(conn)
        .await
}

/// An order with all that is known about it.
#[derive(Clone, Debug)]
pub struct OrderDetail {
    pub view: OrderView,
    /// Of all attendees, oldest first.
    pub admissions: Vec<Entry>,
    /// None: not for this reader.
    pub mails: Option<Vec<MessageLine>>,
    /// Addresses in it from which mails come back.
    pub dead: Vec<Dead>,
    pub timeline: Timeline,
    /// The path of the order's own page, secret included. None: not for this reader.
    pub link: Option<String>,
    /// The entry of the waiting list that it came of.
    pub waiting: Option<Uuid>,
    /// What is paid, and the invoices.
    pub account: payment::query::Account,
    /// What was asked and answered.
    pub answers: AnswerSheet,
    /// Who is asked to come instead, by attendee.
    pub asked: HashMap<Uuid, Asked>,
    /// What goes with the tickets.
    pub extras: Vec<ExtraView>,
    /// What could.
    pub add_ons: Vec<CategoryView>,
}

/// What else than the order a reader may know.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub mails: bool,
    /// With it, the personal link is written.
    pub link: Option<&'a LinkKey>,
    pub now: Time,
}

/// The whole of an order: who, which tickets, when they came in, which mails went out, what is paid, and what
/// happened. The same number of statements, however many attendees and mails it has.
pub async fn detail(conn: &Conn, slug: &str, loaded: Order<See>, sight: Sight<'_>) -> Result<OrderDetail, DbErr> {
    let view = order::view(conn, loaded.row().clone()).await?;
    let order = &view.order;
    let attendees: Vec<Uuid> = view.attendees.iter().map(|a| a.attendee.id).collect();
    let mails = if sight.mails { Some(post::query::about(conn, order.congress_id, order.id).await?) } else { None };
    let mut mailboxes: Vec<Uuid> =
        view.attendees.iter().map(|a| a.attendee.mailbox_id).chain([order.mailbox_id]).collect();
    mailboxes.dedup();
    let dead = dead(conn, &mailboxes).await?;
    let timeline = timeline::of_order(conn, &view, mails.as_deref().unwrap_or_default()).await?;
    let link = sight.link.map(|key| address::Order::new(slug, &order.code, order_secret(key, order)).path());
    let admissions = admissions_of(conn, &attendees).await?;
    let account = payment::query::account(conn, order).await?;
    let asked = asked(conn, &attendees, sight.now).await?;
    let holders: Vec<Uuid> = attendees.into_iter().chain([order.id]).collect();
    let answers = sheet(conn, order.congress_id, &holders).await?;
    let waiting = registration::query::waiting::origin(conn, order.id).await?;
    let extras = of_order(conn, order.id).await?;
    let add_ons = ticketing::query::categories(conn, order.congress_id).await?;
    let add_ons =
        add_ons.into_iter().filter(|view| view.category.kind == Kind::AddOn && view.category.active).collect();
    Ok(OrderDetail { waiting, admissions, mails, dead, timeline, link, account, answers, asked, extras, add_ons, view })
}
