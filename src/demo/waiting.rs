//! Who came too late: the places for volunteers are taken, in a large demo all places on site; some wait, and two of them
//! hold an offer.

use crate::DemoError;
use crate::people::{BODIES, FAMILY, GIVEN};
use base::{Actor, Chance, Language, Time, Uuid, name};
use chrono::TimeDelta;
use congress::entity::waiting::{self, Source, State};
use congress::entity::{congress as table, waiting_choice, waiting_offer};
use congress::event::waiting::{Waiting, What};
use congress::rules::waiting::stops_at;
use congress::service::capacity::{self, Want};
use congress::service::waiting::OFFER;
use congress::service::waiting::terms::{Terms, set_in};
use identity::service::mailbox::mailbox_for;
use sea_orm::EntityTrait;
use store::event::record_past;
use store::{DbErr, Tx};
use ticketing::query::{CategoryView, categories};

const SEED: u64 = 2029;
/// From so many attendees on, everything on site is taken.
const LARGE: usize = 600;
/// Who waits for a place among the volunteers, and for any other on site.
const VOLUNTEERS: usize = 6;
const OTHERS: usize = 26;
const VOLUNTEER: &str = "on-site-volunteer";

/// Somebody of the list, as they are drawn.
struct Drawn {
    row: waiting::Model,
    choices: Vec<Uuid>,
}

/// Sets up the list and puts people on it. Nothing follows from it: their mails are long gone.
pub(crate) async fn add(tx: &Tx, actor: &Actor, congress: &table::Model, attendees: usize) -> Result<(), DemoError> {
    let terms = Terms { open: true, hours: 48, stop_days: 3, most: 10 };
    set_in(tx, actor, congress.id, terms, None).await?;
    // Nobody waits any more when the congress is there.
    if tx.now() + TimeDelta::days(3) >= stops_at(congress.starts_at, terms.stop_days) {
        return Ok(());
    }
    let large = attendees >= LARGE;
    let all = categories(tx, congress.id).await?;
    let view = |slug: &str| all.iter().find(|view| view.category.slug == slug);
    let (Some(volunteer), Some(public), Some(business)) =
        (view(VOLUNTEER), view("on-site-public"), view("on-site-business"))
    else {
        return Ok(());
    };
    let chance = Chance::seeded(SEED);
    let mut drawn = vec![];
    for n in 0..VOLUNTEERS + if large { OTHERS } else { 0 } {
        let is_volunteer = n % 5 == 0 || !large;
        let choices = match (is_volunteer, n % 4) {
            (true, _) => vec![volunteer.category.id],
            (false, 3) => vec![business.category.id, public.category.id],
            (false, 1) => vec![public.category.id, business.category.id],
            (false, _) => vec![public.category.id],
        };
        drawn.push(draw(tx, &chance, congress, n, choices).await?);
    }
    drawn.sort_by_key(|drawn| drawn.row.since);
    sold_out(tx, volunteer, large.then_some(public)).await?;
    let rows = drawn.iter().map(|drawn| waiting::ActiveModel::from(drawn.row.clone()));
    waiting::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    let wishes = drawn.iter().flat_map(|drawn| {
        drawn.choices.iter().zip(1..).map(|(target, position)| {
            waiting_choice::ActiveModel::from(waiting_choice::Model {
                id: tx.id(),
                waiting_id: drawn.row.id,
                target_id: *target,
                position,
            })
        })
    });
    waiting_choice::Entity::insert_many(wishes).exec_without_returning(&**tx).await?;
    let first = |id: Uuid, n: i32| drawn.iter().find(|drawn| drawn.choices == [id] && drawn.row.n == n);
    offer(tx, congress, volunteer, first(volunteer.category.id, 1)).await?;
    if large {
        offer(tx, congress, public, first(public.category.id, 2)).await?;
    }
    for Drawn { row, .. } in &drawn {
        let what = What::Joined { n: row.n };
        let who = Actor::guest(Language::De).named(&row.name);
        record_past(tx, &who, vec![(row.joined_at, Waiting { congress: congress.id, entry: row.id, what })]).await?;
    }
    Ok(())
}

/// So that nothing is left but what is offered: one place for a volunteer, and two others on site.
async fn sold_out(tx: &Tx, volunteer: &CategoryView, public: Option<&CategoryView>) -> Result<(), DemoError> {
    let house: Vec<Uuid> = public.iter().flat_map(|view| &view.quotas).map(|quota| quota.id).collect();
    for quota in &volunteer.quotas {
        if house.contains(&quota.id) {
            capacity::resize(tx, quota.capacity_id, Some(quota.taken + 3)).await?;
        } else if quota.slug == "volunteer" {
            capacity::resize(tx, quota.capacity_id, Some(quota.taken + 1)).await?;
        }
    }
    Ok(())
}

async fn draw(
    tx: &Tx,
    chance: &Chance,
    congress: &table::Model,
    n: usize,
    choices: Vec<Uuid>,
) -> Result<Drawn, DemoError> {
    let pick = |list: &[&'static str]| list[usize::try_from(chance.below(list.len() as u64)).unwrap_or(0)];
    let (given, family) = (pick(GIVEN), pick(FAMILY));
    let body = &BODIES[n % BODIES.len()];
    let address = format!("warteliste.{n}@{}.example", body.domain);
    let mailbox = mailbox_for(tx, congress.host_id, &address, Language::De).await?;
    let hours = i64::try_from(20 + chance.below(9 * 24)).unwrap_or(20);
    let since: Time = tx.now() - TimeDelta::hours(hours);
    let places = [1, 2, 1, 3, 1, 1, 4, 2][n % 8];
    let full = name::full(given, family);
    let row = waiting::Model {
        id: tx.id(),
        congress_id: congress.id,
        n: if choices.len() == 1 && n.is_multiple_of(5) { 1 } else { places },
        mailbox_id: mailbox.id,
        search: name::fold(&[&*full, body.name, &*address].join(" ")),
        name: full,
        organisation: body.name.into(),
        language: "de".into(),
        source: if n % 9 == 4 { Source::Desk } else { Source::Web },
        state: State::Waiting,
        priority: i32::from(n == 8),
        since,
        joined_at: since,
        overtaken: 0,
        least: 1,
        gathering_since: None,
        link_generation: 1,
        active_key: Some(format!("{}:demo", mailbox.id.simple())),
        ended_at: None,
    };
    Ok(Drawn { row, choices })
}

/// Holds places for somebody since this morning.
async fn offer(tx: &Tx, congress: &table::Model, view: &CategoryView, to: Option<&Drawn>) -> Result<(), DemoError> {
    let Some(Drawn { row, .. }) = to else { return Ok(()) };
    let made_at = tx.now() - TimeDelta::hours(5);
    let offer = waiting_offer::Model {
        id: tx.id(),
        congress_id: congress.id,
        waiting_id: row.id,
        target_id: view.category.id,
        n: row.n,
        partial: false,
        by_hand: false,
        state: waiting_offer::State::Open,
        made_at,
        ends_at: made_at + TimeDelta::hours(48),
        reminded_at: None,
        ended_at: None,
        outcome_id: None,
    };
    let wants = view.quotas.iter().map(|quota| Want { capacity: quota.capacity_id, holder: offer.id, n: row.n });
    capacity::take(tx, OFFER, &wants.collect::<Vec<_>>()).await?;
    let what = What::Offered { offer: offer.id, n: offer.n, until: offer.ends_at, by_hand: false };
    waiting_offer::Entity::insert(waiting_offer::ActiveModel::from(offer)).exec_without_returning(&**tx).await?;
    set_offered(tx, row.id).await?;
    let event = Waiting { congress: congress.id, entry: row.id, what };
    Ok(record_past(tx, &Actor::system(), vec![(made_at, event)]).await?)
}

async fn set_offered(tx: &Tx, id: Uuid) -> Result<(), DbErr> {
    use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
    let update = waiting::ActiveModel { state: Set(State::Offered), ..Default::default() };
    waiting::Entity::update_many().set(update).filter(waiting::Column::Id.eq(id)).exec(&**tx).await.map(|_| ())
}
