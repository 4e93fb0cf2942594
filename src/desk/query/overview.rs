//! How a congress stands.

use crate::rules::day::{Hour, begin, busy, hours};
use crate::rules::seats::{Quota, Seats, seats};
use crate::rules::week::{Week, monday, mondays, weeks};
use base::Permission::{CongressWrite, MailRead, OrdersRead};
use base::{Actor, Time, Uuid};
use checkin::query::hour;
use congress::entity::waiting;
use congress::query::waiting::Held;
use payment::query::owed::{self, Owed};
use post::State;
use post::query::{Counts, MessageLine};
use registration::entity::attendee;
use registration::query::contingent::held_by_category;
use registration::query::count::{self, StateCount};
use registration::query::newest::{OrderLine, newest};
use registration::query::span::{SpanCount, by_span};
use registration::query::waiting::Filter;
use registration::rules::holds_place;
use store::{Conn, DbErr, Store};
use ticketing::entity::category::{Kind, Place};
use ticketing::query::{CategoryView, QuotaView};
use web::CongressHead;

/// How many rows its lists have.
const NEWEST: u64 = 5;

/// The overview. What a reader may not see is `None`.
#[derive(Clone, Debug)]
pub struct Overview {
    pub categories: Vec<CategoryView>,
    /// Places that there are categories for.
    pub places: Vec<PlaceView>,
    pub quotas: Vec<QuotaLine>,
    pub weeks: Vec<Week>,
    /// Tickets that are not paid yet, and that nobody approved yet.
    pub unpaid: i64,
    /// Orders by how their money stands, where a person must look.
    pub owed: Vec<(Owed, i64)>,
    pub unapproved: i64,
    pub door: DoorView,
    pub outbox: Option<OutboxView>,
    pub orders: Option<Vec<OrderLine>>,
    /// Who waits for places, and holds an offer; for those who may see them.
    pub waiting: Option<(i64, i64)>,
    /// Jobs that failed for good, for those who run the installation.
    pub failed_jobs: Option<i64>,
}

/// On site, or online.
#[derive(Clone, Copy, Debug)]
pub struct PlaceView {
    pub place: Place,
    /// People who hold a seat.
    pub taken: i64,
    /// None: no limit.
    pub seats: Option<Seats>,
    /// Who came in this week.
    pub this_week: i64,
}

/// A quota, and who holds its seats.
#[derive(Clone, Debug)]
pub struct QuotaLine {
    pub name: String,
    pub size: Option<i32>,
    pub taken: i32,
    /// Of those: not paid or not approved yet.
    pub pending: i64,
    /// Who must hold a place of it: always as many as are taken.
    pub holders: i64,
}

/// The main door.
#[derive(Clone, Debug)]
pub struct DoorView {
    /// Who is inside.
    pub inside: i64,
    /// Who holds a valid ticket for on site.
    pub expected: i64,
    /// How many came in each hour of the congress's day.
    pub hours: Vec<Hour>,
}

/// The outbox in short.
#[derive(Clone, Debug)]
pub struct OutboxView {
    pub counts: Counts,
    /// What a person must look at: failed or in doubt, newest first.
    pub trouble: Vec<MessageLine>,
    /// Why nothing goes out at all, if that is so: how many wait for it, and the newest.
    pub stuck: Option<(i64, MessageLine)>,
    /// What waits, newest first.
    pub waiting: Vec<MessageLine>,
}

/// The overview of a congress for `actor`, as of one moment: what is sold meanwhile is in all of its numbers or in none.
/// Sixteen statements at most, however full it is.
pub async fn load(store: &Store, congress: &CongressHead, actor: &Actor, now: Time) -> Result<Overview, DbErr> {
    let moment = store.snapshot().await?;
    let conn: &Conn = &moment;
    let (mut categories, mut quotas) = ticketing::query::offer(conn, congress.id).await?;
    // What goes with tickets is no seat.
    let extras: Vec<Uuid> =
        categories.extract_if(.., |c| c.category.kind == Kind::AddOn).map(|c| c.category.id).collect();
    quotas.retain(|quota| !quota.categories.iter().any(|id| extras.contains(id)));
    let mondays = mondays(congress.zone, now.min(congress.ends_at));
    let beginnings: Vec<Time> = mondays.iter().map(|monday| begin(*monday, congress.zone)).collect();
    let counts = by_span(conn, congress.id, &beginnings).await?;
    let contingents = held_by_category(conn, congress.id).await?;
    let outbox = if actor.may(MailRead, congress.id) { Some(outbox(conn, congress.id).await?) } else { None };
    let orders = if actor.may(OrdersRead, congress.id) { Some(newest(conn, congress.id, NEWEST).await?) } else { None };
    let waiting = if actor.may(OrdersRead, congress.id) { Some(waiting(conn, congress.id).await?) } else { None };
    // Beside those who hold a ticket: who is offered places, and what vouchers and contingents keep back; guests beyond the
    // quotas hold none.
    let mut kept = congress::query::waiting::held(conn, congress.id).await?;
    kept.extend(ticketing::query::voucher::held(conn, congress.id).await?);
    let guests = count::guests(conn, congress.id).await?;
    let owed = if actor.may(OrdersRead, congress.id) { owed(conn, congress.id, now).await? } else { vec![] };
    let failed_jobs = if actor.may_everywhere(CongressWrite) { Some(store::job::counts(conn).await?.1) } else { None };
    let place_of = |id: Uuid| categories.iter().find(|c| c.category.id == id).map(|c| c.category.place);
    let holding = counts.iter().filter(|c| holds_place(c.state));
    let by_week = holding.filter_map(|c| Some((usize::try_from(c.span).ok()?, place_of(c.category_id)?, c.n)));
    let weeks = weeks(by_week, &mondays);
    let this_week = weeks.last().filter(|week| week.monday == monday(now, congress.zone)).copied();
    let valid = |c: &SpanCount| c.state == attendee::State::Valid && place_of(c.category_id) == Some(Place::OnSite);
    let places = [Place::OnSite, Place::Online];
    Ok(Overview {
        places: places
            .into_iter()
            .filter_map(|place| place_view(place, &categories, &quotas, &counts, this_week.as_ref()))
            .collect(),
        quotas: quotas.iter().map(|quota| quota_line(quota, &counts, (&kept, &guests), &contingents)).collect(),
        weeks,
        unpaid: sum(&counts, |c| c.state == attendee::State::Unpaid),
        owed,
        unapproved: sum(&counts, |c| c.state == attendee::State::Unapproved),
        door: door(conn, congress, sum(&counts, valid), now).await?,
        outbox,
        orders,
        waiting,
        failed_jobs,
        categories,
    })
}

/// The main door, with the hours of the congress's day: today while it runs, else its first or its last. One statement.
async fn door(conn: &Conn, congress: &CongressHead, expected: i64, now: Time) -> Result<DoorView, DbErr> {
    let day = now.max(congress.starts_at).min(congress.ends_at).with_timezone(&congress.zone).date_naive();
    let beginnings = hours(day, congress.zone);
    let flow = hour::flow(conn, congress.id, &beginnings).await?;
    Ok(DoorView { inside: flow.inside, expected, hours: busy(&beginnings, &flow.entries) })
}

/// Orders whose money a person must look after, if there are any. Two statements.
async fn owed(conn: &Conn, congress: Uuid, now: Time) -> Result<Vec<(Owed, i64)>, DbErr> {
    let mut all = vec![];
    for owed in [Owed::Overdue, Owed::Over] {
        all.push((owed, owed::count(conn, congress, owed, now).await?));
    }
    all.retain(|(_, n)| *n > 0);
    Ok(all)
}

/// The outbox in short. Three statements.
async fn outbox(conn: &Conn, congress: Uuid) -> Result<OutboxView, DbErr> {
    let counts = post::query::counts(conn, congress).await?;
    let states = [State::Failed, State::InDoubt, State::Waiting];
    let newest = post::query::newest(conn, congress, &states, NEWEST).await?;
    let (waiting, trouble) = newest.into_iter().partition(|line| line.state == State::Waiting);
    let stuck = post::query::stuck(conn, congress).await?;
    Ok(OutboxView { counts, trouble, stuck, waiting })
}

/// How many wait, and how many hold an offer. One statement.
async fn waiting(conn: &Conn, congress: Uuid) -> Result<(i64, i64), DbErr> {
    let counts = registration::query::waiting::counts(conn, congress, &Filter::default()).await?;
    let of = |state| counts.iter().find(|count| count.state == state).map_or(0, |count| count.entries);
    Ok((of(waiting::State::Waiting), of(waiting::State::Offered)))
}

/// None if nothing leads there.
fn place_view(
    place: Place,
    categories: &[CategoryView],
    quotas: &[QuotaView],
    counts: &[SpanCount],
    this_week: Option<&Week>,
) -> Option<PlaceView> {
    let ids: Vec<Uuid> = categories.iter().filter(|c| c.category.place == place).map(|c| c.category.id).collect();
    let plain = |q: &QuotaView| Quota { id: q.id, size: q.size, taken: q.taken, categories: q.categories.clone() };
    let quotas: Vec<Quota> = quotas.iter().map(plain).collect();
    (!ids.is_empty()).then(|| PlaceView {
        place,
        taken: sum(counts, |c| ids.contains(&c.category_id) && holds_place(c.state)),
        seats: seats(&ids, &quotas),
        this_week: this_week.map_or(0, |week| if place == Place::OnSite { week.on_site } else { week.online }),
    })
}

fn quota_line(
    quota: &QuotaView,
    counts: &[SpanCount],
    (kept, guests): (&[Held], &[StateCount]),
    contingents: &[(Uuid, i64)],
) -> QuotaLine {
    let kept: i64 = kept.iter().filter(|held| held.capacity_id == quota.capacity_id).map(|held| held.n).sum();
    let beyond = |c: &&StateCount| quota.categories.contains(&c.category_id) && holds_place(c.state);
    let beyond: i64 = guests.iter().filter(beyond).map(|c| c.n).sum();
    let partners: i64 = contingents.iter().filter(|(id, _)| quota.categories.contains(id)).map(|(_, n)| n).sum();
    let holds = |c: &SpanCount| quota.categories.contains(&c.category_id) && holds_place(c.state);
    QuotaLine {
        name: quota.name.clone(),
        size: quota.size,
        taken: quota.taken,
        pending: sum(counts, |c| holds(c) && c.state != attendee::State::Valid),
        holders: sum(counts, holds) - beyond + kept + partners,
    }
}

fn sum(counts: &[SpanCount], which: impl Fn(&SpanCount) -> bool) -> i64 {
    counts.iter().filter(|c| which(c)).map(|c| c.n).sum()
}
