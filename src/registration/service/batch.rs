//! Several orders at once.

use crate::entity::decision::Verdict;
use crate::entity::order;
use crate::query::order::{Filter, OrderView, after};
use crate::service::approval::Answer;
use crate::service::order::hold_categories;
use crate::{Event, RegistrationError, rules};
use base::{Actor, Permission, Time, Uuid};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::{Conn, Store, Tx, event, record, record_all};
use web::form::{Seen, Stale};

/// So many at once: one transaction holds them all, and a page lists them all.
pub const MOST: usize = 500;

/// What is done to each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// All tickets that are left; with or without telling those who hold them.
    Cancel { reason: String, notify: bool },
    /// The mails of the order once more.
    Mail,
    /// What staff answer to those that wait for it.
    Decide(Answer),
}

impl Action {
    fn name(&self) -> &'static str {
        match self {
            Self::Cancel { .. } => "cancel",
            Self::Mail => "mail",
            Self::Decide(answer) if answer.verdict == Verdict::Approved => "approve",
            Self::Decide(_) => "refuse",
        }
    }

    fn refuses(&self, view: &OrderView, ends_at: Time, now: Time) -> bool {
        match self {
            Self::Cancel { .. } => !view.attendees.iter().any(|a| rules::may_change(a.attendee.state, ends_at, now)),
            Self::Decide(_) => view.order.state != order::State::AwaitingApproval || now >= ends_at,
            Self::Mail => matches!(view.order.state, order::State::Cancelled | order::State::Expired),
        }
    }
}

/// To which orders it is done, and what.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub filter: Filter,
    pub action: Action,
    /// The last order of the part before, where they do not all go at once.
    pub after: Option<Uuid>,
}

/// What would happen.
#[derive(Clone, Debug)]
pub struct Preview {
    /// In the order in which they were placed.
    pub orders: Vec<OrderView>,
    /// For these it cannot be done: they are cancelled already, or the congress is over.
    pub refused: Vec<OrderView>,
    /// There are more than can be done at once: they come after this one.
    pub more: Option<Uuid>,
}

/// What somebody has seen of an order when they agreed to what would happen to it.
#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    state: order::State,
    cents: i64,
    attendees: Vec<(i32, crate::entity::attendee::State, String)>,
}

impl Preview {
    /// To tell whether anything changed since it was shown.
    pub fn seen(&self) -> Seen {
        Seen::of(&self.lines())
    }

    fn lines(&self) -> Vec<Line<'_>> {
        fn line(view: &OrderView) -> Line<'_> {
            let order = &view.order;
            let attendees = view.attendees.iter().map(|a| (a.attendee.position, a.attendee.state, a.name())).collect();
            Line { code: &order.code, state: order.state, cents: order.total_cents, attendees }
        }
        self.orders.iter().chain(&self.refused).map(line).collect()
    }

    /// How many tickets are left in the orders to which it would happen.
    pub fn tickets(&self) -> usize {
        self.orders.iter().map(|view| view.held().count()).sum()
    }
}

/// What would happen to the orders that are wanted, or the first part of them. Six statements.
pub async fn preview(conn: &Conn, congress: Uuid, wanted: &Wanted, now: Time) -> Result<Preview, RegistrationError> {
    let ends_at = congress::query::by_id(conn, congress).await?.ok_or(RegistrationError::Unknown)?.ends_at;
    let limit = u64::try_from(MOST).unwrap_or(u64::MAX - 1) + 1;
    let mut all = after(conn, congress, &wanted.filter, None, wanted.after, limit).await?;
    let more = all.len() > MOST;
    all.truncate(MOST);
    let more = all.last().filter(|_| more).map(|view| view.order.id);
    let (refused, orders) = all.into_iter().partition(|view| wanted.action.refuses(view, ends_at, now));
    Ok(Preview { orders, refused, more })
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done to so many orders; those that are left come after this one.
    Done(usize, Option<Uuid>),
    /// The same form was sent before, and did it then; those that were left come after this one.
    Repeated(Option<Uuid>),
}

/// Does it to all orders that are wanted (or the first part of them), or to none: what was seen must still be so, and the same form sent twice
/// (its `key`) does it once. Needs `orders.write`.
pub async fn run(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    wanted: &Wanted,
    key: Uuid,
    seen: &Seen,
) -> Result<Result<Outcome, Stale>, RegistrationError> {
    if !actor.may(Permission::OrdersWrite, congress) {
        return Err(RegistrationError::Unknown);
    }
    let tx = store.begin().await?;
    hold_categories(&tx, congress).await?;
    let found = preview(&tx, congress, wanted, tx.now()).await?;
    hold_all(&tx, &found).await?;
    if let Some(done) = done(&tx, key).await? {
        return Ok(Ok(Outcome::Repeated(done)));
    }
    // What waited for another transaction sees what that one did.
    let found = preview(&tx, congress, wanted, tx.now()).await?;
    if let Err(stale) = seen.check(&found.lines()) {
        return Ok(Err(stale));
    }
    all(&tx, actor, congress, &found, &wanted.action).await?;
    let orders = found.orders.len();
    let rest = found.more;
    record(&tx, actor, Event::Batch { congress, key, action: wanted.action.name(), orders, rest }).await?;
    tx.commit().await?;
    Ok(Ok(Outcome::Done(orders, rest)))
}

/// Holds the orders, in the order of their ids, so that two batches never wait for each other in a circle.
async fn hold_all(tx: &Tx, found: &Preview) -> Result<(), RegistrationError> {
    let ids = found.orders.iter().map(|view| view.order.id);
    order::Entity::find()
        .filter(order::Column::Id.is_in(ids))
        .order_by_asc(order::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(&**tx)
        .await?;
    Ok(())
}

/// Whether the form did it before; if so, after which order those come that were left then.
async fn done(tx: &Tx, key: Uuid) -> Result<Option<Option<Uuid>>, RegistrationError> {
    let done = event::entity::Entity::find().filter(event::entity::Column::ObjectId.eq(key)).one(&**tx).await?;
    Ok(done.map(|event| event.detail["rest"].as_str().and_then(|id| id.parse().ok())))
}

async fn all(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    found: &Preview,
    action: &Action,
) -> Result<(), RegistrationError> {
    let ids = found.orders.iter().map(|view| view.order.id);
    match action {
        Action::Cancel { reason, notify } => {
            let ids: Vec<Uuid> = ids.collect();
            super::cancellation::cancel_many_in(tx, actor, &ids, reason, *notify).await
        }
        Action::Decide(answer) => {
            let orders: Vec<order::Model> = found.orders.iter().map(|view| view.order.clone()).collect();
            super::approval::decide_many_in(tx, actor, &orders, answer).await
        }
        Action::Mail => {
            let request = tx.id();
            let event = |order| Event::MailRequested {
                congress,
                order,
                attendee: None,
                mailbox: None,
                request,
                bulk: true,
                part: false,
            };
            Ok(record_all(tx, actor, ids.map(event).collect()).await?)
        }
    }
}
