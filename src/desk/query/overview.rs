//! How a congress stands.

use crate::rules::seats::{Quota, Seats, seats};
use crate::rules::week::{Week, monday, weeks};
use base::Permission::{CongressWrite, MailRead, OrdersRead};
use base::{Actor, Time, Uuid};
use checkin::query::count::{Standing, standing};
use post::State;
use post::query::{Counts, MessageLine};
use registration::entity::attendee;
use registration::query::count::{self, StateCount};
use registration::query::order::{self, OrderView};
use registration::rules::holds_place;
use store::{Conn, DbErr};
use ticketing::entity::category::Place;
use ticketing::query::{CategoryView, QuotaView};
use web::CongressHead;

/// How many rows its lists have.
const NEWEST: u64 = 5;

/// The overview. What a reader may not see is `None`.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Places that there are categories for.
    pub places: Vec<PlaceView>,
    pub quotas: Vec<QuotaLine>,
    pub weeks: Vec<Week>,
    /// Where the first gate leads to; none without a gate.
    pub admissions: Option<Standing>,
    pub outbox: Option<OutboxView>,
    pub orders: Option<Vec<OrderView>>,
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
}

/// The outbox in short.
#[derive(Clone, Debug)]
pub struct OutboxView {
    pub counts: Counts,
    /// What a person must look at: failed or in doubt, newest first.
    pub trouble: Vec<MessageLine>,
    /// What waits, newest first.
    pub waiting: Vec<MessageLine>,
}

/// The overview of a congress for `actor`. The same number of statements however full it is.
pub async fn load(conn: &Conn, congress: &CongressHead, actor: &Actor, now: Time) -> Result<Overview, DbErr> {
    let categories = ticketing::query::categories(conn, congress.id).await?;
    let quotas = ticketing::query::quotas(conn, congress.id).await?;
    let counts = count::by_category(conn, congress.id).await?;
    let weeks = by_week(conn, congress, &categories, now).await?;
    let admissions = admissions(conn, congress.id).await?;
    let outbox = if actor.may(MailRead, congress.id) { Some(outbox(conn, congress.id).await?) } else { None };
    let orders =
        if actor.may(OrdersRead, congress.id) { Some(order::newest(conn, congress.id, NEWEST).await?) } else { None };
    let failed_jobs = if actor.may_everywhere(CongressWrite) { Some(store::job::counts(conn).await?.1) } else { None };
    let this_week = weeks.last().filter(|week| week.monday == monday(now, congress.zone)).copied();
    let places = [Place::OnSite, Place::Online];
    Ok(Overview {
        places: places
            .into_iter()
            .filter_map(|place| place_view(place, &categories, &quotas, &counts, this_week.as_ref()))
            .collect(),
        quotas: quotas.iter().map(|quota| quota_line(quota, &counts)).collect(),
        weeks,
        admissions,
        outbox,
        orders,
        failed_jobs,
    })
}

async fn by_week(
    conn: &Conn,
    congress: &CongressHead,
    categories: &[CategoryView],
    now: Time,
) -> Result<Vec<Week>, DbErr> {
    let registered = count::registered(conn, congress.id).await?.into_iter().filter_map(|r| {
        let view = categories.iter().find(|c| c.category.id == r.category_id)?;
        Some((r.created_at, view.category.place))
    });
    Ok(weeks(registered, congress.zone, now.min(congress.ends_at)))
}

async fn admissions(conn: &Conn, congress: Uuid) -> Result<Option<Standing>, DbErr> {
    let gates = checkin::query::gate::all(conn, congress).await?;
    let Some(first) = gates.first() else { return Ok(None) };
    standing(conn, congress, &first.area).await.map(Some)
}

async fn outbox(conn: &Conn, congress: Uuid) -> Result<OutboxView, DbErr> {
    let counts = post::query::counts(conn, congress).await?;
    let mut trouble = post::query::list(conn, congress, Some(State::Failed), NEWEST, 0).await?;
    trouble.extend(post::query::list(conn, congress, Some(State::InDoubt), NEWEST, 0).await?);
    trouble.sort_by_key(|line| std::cmp::Reverse(line.created_at));
    let waiting = post::query::list(conn, congress, Some(State::Waiting), NEWEST, 0).await?;
    Ok(OutboxView { counts, trouble, waiting })
}

/// None if nothing leads there.
fn place_view(
    place: Place,
    categories: &[CategoryView],
    quotas: &[QuotaView],
    counts: &[StateCount],
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

fn quota_line(quota: &QuotaView, counts: &[StateCount]) -> QuotaLine {
    let pending = |c: &StateCount| {
        quota.categories.contains(&c.category_id) && holds_place(c.state) && c.state != attendee::State::Valid
    };
    QuotaLine { name: quota.name.clone(), size: quota.size, taken: quota.taken, pending: sum(counts, pending) }
}

fn sum(counts: &[StateCount], which: impl Fn(&StateCount) -> bool) -> i64 {
    counts.iter().filter(|c| which(c)).map(|c| c.n).sum()
}
