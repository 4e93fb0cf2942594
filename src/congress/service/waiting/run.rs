//! Working through the list: ending what nobody answered, reminding, offering what is free, closing when it is time.

use super::entry::CHUNK;
use super::{GATHER, OFFER, entry, offer, terms};
use crate::entity::waiting::{self, State as Standing};
use crate::entity::waiting_offer::{ActiveModel, Column, Entity, Model, State};
use crate::entity::{capacity as places, congress, waiting_choice as choice, waiting_terms};
use crate::event::waiting::{Waiting, What};
use crate::rules::waiting::{self as rules, Entry, GATHERING, Plan, plan, reminds_at, stops_at};
use crate::service::capacity::{self, Want};
use crate::{CongressError, query};
use base::{Actor, Time, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use store::{Tx, event::record_all};

/// Something that can be waited for: one place of it is one of each of its capacities.
#[derive(Clone, Debug)]
pub struct Target {
    pub id: Uuid,
    pub capacities: Vec<Uuid>,
    /// It is on sale now.
    pub open: bool,
    /// It is sold until then.
    pub until: Option<Time>,
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    pub offered: usize,
    pub expired: usize,
    pub reminded: usize,
    pub closed: usize,
    /// When there is something to do again, if nothing else happens.
    pub next: Option<Time>,
}

/// Works through the list of a congress: the caller holds what orders hold. However many wait, the number of statements is
/// the same but for parts of a thousand.
pub async fn run(tx: &Tx, congress: &congress::Model, targets: &[Target]) -> Result<Ran, CongressError> {
    let Some(terms) = terms::hold(tx, congress.id).await? else { return Ok(Ran::default()) };
    let stop = stops_at(congress.starts_at, terms.stop_days);
    if congress.phase == congress::Phase::Over || tx.now() >= stop {
        return close(tx, congress.id).await;
    }
    let mut ran = Ran { expired: lapse(tx, congress.id).await?, ..Ran::default() };
    ran.reminded = remind(tx, congress.id).await?;
    let again = if terms.open && congress.phase == congress::Phase::Open {
        let (offered, again) = deal(tx, congress, &terms, targets).await?;
        ran.offered = offered;
        again
    } else {
        let_go(tx, congress.id).await?;
        None
    };
    let is_active = waiting::Column::State.is_in([Standing::Waiting, Standing::Offered]);
    let active = waiting::Entity::find().filter(waiting::Column::CongressId.eq(congress.id)).filter(is_active);
    if active.one(&**tx).await?.is_some() {
        let offers = query::waiting::open_offers(tx, congress.id).await?;
        let reminder = |o: &Model| reminds_at(o.made_at, o.ends_at).filter(|_| o.reminded_at.is_none());
        let moments = offers.iter().flat_map(|o| [Some(o.ends_at), reminder(o)]).flatten();
        ran.next = moments.chain(again).chain([stop]).min();
    }
    Ok(ran)
}

/// Ends what nobody answered in time.
async fn lapse(tx: &Tx, congress: Uuid) -> Result<usize, CongressError> {
    let due = Entity::find()
        .filter(Column::CongressId.eq(congress))
        .filter(Column::State.eq(State::Open))
        .filter(Column::EndsAt.lte(tx.now()));
    let due = due.order_by_asc(Column::Id).all(&**tx).await?;
    if due.is_empty() {
        return Ok(0);
    }
    offer::end(tx, &due.iter().map(|offer| offer.id).collect::<Vec<_>>(), State::Expired).await?;
    offer::unanswered(tx, &due, Standing::Expired).await?;
    let event = |o: &Model| told(congress, o.waiting_id, What::Lapsed { offer: o.id, n: o.n });
    record_all(tx, &Actor::system(), due.iter().map(event).collect()).await?;
    Ok(due.len())
}

fn told(congress: Uuid, entry: Uuid, what: What) -> Waiting {
    Waiting { congress, entry, what }
}

/// Reminds those whose time is almost over.
async fn remind(tx: &Tx, congress: Uuid) -> Result<usize, CongressError> {
    let offers = query::waiting::open_offers(tx, congress).await?;
    let is_due =
        |o: &&Model| o.reminded_at.is_none() && reminds_at(o.made_at, o.ends_at).is_some_and(|at| at <= tx.now());
    let due: Vec<&Model> = offers.iter().filter(is_due).collect();
    for part in due.chunks(CHUNK) {
        Entity::update_many()
            .col_expr(Column::RemindedAt, Expr::value(tx.now()))
            .filter(Column::Id.is_in(part.iter().map(|o| o.id)))
            .exec(&**tx)
            .await?;
    }
    let event = |o: &&Model| told(congress, o.waiting_id, What::Reminded { offer: o.id });
    record_all(tx, &Actor::system(), due.iter().map(event).collect()).await?;
    Ok(due.len())
}

/// Ends the list: nothing is held for anybody any more.
async fn close(tx: &Tx, congress: Uuid) -> Result<Ran, CongressError> {
    let_go(tx, congress).await?;
    let offers = query::waiting::open_offers(tx, congress).await?;
    if !offers.is_empty() {
        offer::end(tx, &offers.iter().map(|offer| offer.id).collect::<Vec<_>>(), State::Expired).await?;
    }
    let is_active = waiting::Column::State.is_in([Standing::Waiting, Standing::Offered]);
    let active: Vec<Uuid> = waiting::Entity::find()
        .select_only()
        .column(waiting::Column::Id)
        .filter(waiting::Column::CongressId.eq(congress))
        .filter(is_active)
        .order_by_asc(waiting::Column::Id)
        .into_tuple()
        .all(&**tx)
        .await?;
    if !active.is_empty() {
        entry::finish(tx, &active, Standing::Closed).await?;
        let events = active.iter().map(|id| told(congress, *id, What::Closed));
        record_all(tx, &Actor::system(), events.collect()).await?;
    }
    Ok(Ran { expired: offers.len(), closed: active.len(), ..Ran::default() })
}

/// Lets go of what is gathered: it is free for whoever comes.
pub async fn let_go(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    let claims = offer::gatherers(tx, congress).await?;
    let mut holders: Vec<Uuid> = claims.into_iter().map(|claim| claim.holder_id).collect();
    holders.sort_unstable();
    holders.dedup();
    if !holders.is_empty() {
        capacity::free(tx, GATHER, &holders).await?;
    }
    Ok(())
}

/// Who waits, in their order, with what they would take.
struct Queue {
    rows: Vec<waiting::Model>,
    entries: Vec<Entry>,
}

async fn queue(tx: &Tx, congress: Uuid, targets: &[&Target]) -> Result<Queue, DbErr> {
    let is_waiting = waiting::Column::CongressId.eq(congress).and(waiting::Column::State.eq(Standing::Waiting));
    let rows = waiting::Entity::find()
        .filter(is_waiting.clone())
        .order_by_desc(waiting::Column::Priority)
        .order_by_asc(waiting::Column::Since)
        .order_by_asc(waiting::Column::Id)
        .all(&**tx)
        .await?;
    let mut wishes: HashMap<Uuid, Vec<usize>> = HashMap::new();
    if !rows.is_empty() {
        let of: sea_orm::RelationDef =
            choice::Entity::belongs_to(waiting::Entity).from(choice::Column::WaitingId).to(waiting::Column::Id).into();
        let all = choice::Entity::find()
            .join(sea_orm::JoinType::InnerJoin, of)
            .filter(is_waiting)
            .order_by_asc(choice::Column::Position)
            .all(&**tx)
            .await?;
        let places: HashMap<Uuid, usize> = targets.iter().zip(0..).map(|(target, at)| (target.id, at)).collect();
        for choice in all {
            wishes.entry(choice.waiting_id).or_default().extend(places.get(&choice.target_id));
        }
    }
    let entry = |row: &waiting::Model| Entry {
        n: row.n,
        choices: wishes.remove(&row.id).unwrap_or_default(),
        overtaken: row.overtaken,
        least: row.least,
        gathering_since: row.gathering_since,
    };
    Ok(Queue { entries: rows.iter().map(entry).collect(), rows })
}

/// Offers what is free. Gives how many offers were made, and when the next thing happens by itself.
async fn deal(
    tx: &Tx,
    congress: &congress::Model,
    terms: &waiting_terms::Model,
    targets: &[Target],
) -> Result<(usize, Option<Time>), CongressError> {
    let mut open: Vec<(&Target, Time)> = vec![];
    for target in targets {
        if let Some(until) = offer::until(congress, terms, target, tx.now())? {
            open.push((target, until));
        }
    }
    let of: Vec<&Target> = open.iter().map(|(target, _)| *target).collect();
    let Queue { rows, entries } = queue(tx, congress.id, &of).await?;
    let before = offer::gatherers(tx, congress.id).await?;
    if rows.is_empty() && before.is_empty() {
        return Ok((0, None));
    }
    // All of them, in the order in which everybody holds them.
    let capacities = places::Entity::find()
        .filter(places::Column::CongressId.eq(congress.id))
        .order_by_asc(places::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    let free = capacities.iter().map(|row| {
        let gathered: i32 = before.iter().filter(|claim| claim.capacity_id == row.id).map(|claim| claim.n).sum();
        row.size.map(|size| size - row.taken + gathered)
    });
    let at = |id: &Uuid| capacities.iter().position(|row| row.id == *id);
    let plain: Vec<rules::Target> = of
        .iter()
        .map(|target| rules::Target { capacities: target.capacities.iter().filter_map(at).collect() })
        .collect();
    let plan = plan(&entries, &plain, free.collect(), tx.now());
    let gathered: Vec<Want> = plan
        .gathered
        .iter()
        .map(|(entry, capacity, n)| Want { capacity: capacities[*capacity].id, holder: rows[*entry].id, n: *n })
        .collect();
    regather(tx, &before, &gathered).await?;
    let offers: Vec<Model> = plan
        .offers
        .iter()
        .map(|offer| Model {
            id: tx.id(),
            congress_id: congress.id,
            waiting_id: rows[offer.entry].id,
            target_id: of[offer.target].id,
            n: offer.n,
            partial: offer.partial,
            by_hand: false,
            state: State::Open,
            made_at: tx.now(),
            ends_at: open[offer.target].1,
            reminded_at: None,
            ended_at: None,
            outcome_id: None,
        })
        .collect();
    let wants = plan.offers.iter().zip(&offers).flat_map(|(planned, offer)| {
        of[planned.target].capacities.iter().map(|c| Want { capacity: *c, holder: offer.id, n: offer.n })
    });
    make(tx, &offers, &wants.collect::<Vec<_>>()).await?;
    stand(tx, &rows, &plan).await?;
    let ends = plan.standings.iter().filter_map(|standing| standing.gathering_since).min().map(|at| at + GATHERING);
    // What was kept beside an offer of fewer places can be dealt out at once.
    let again = if plan.offers.iter().any(|offer| offer.partial) { Some(tx.now()) } else { ends };
    Ok((offers.len(), again))
}

/// How many places of which capacity.
type Places = BTreeMap<Uuid, i32>;

/// Claims for what is gathered now instead of what was before; who gathers the same keeps their claims.
async fn regather(tx: &Tx, before: &[crate::entity::claim::Model], after: &[Want]) -> Result<(), CongressError> {
    let mut holders: BTreeMap<Uuid, (Places, Places)> = BTreeMap::new();
    for claim in before {
        *holders.entry(claim.holder_id).or_default().0.entry(claim.capacity_id).or_default() += claim.n;
    }
    for want in after {
        *holders.entry(want.holder).or_default().1.entry(want.capacity).or_default() += want.n;
    }
    holders.retain(|_, (old, new)| old != new);
    let ids: Vec<Uuid> = holders.keys().copied().collect();
    if ids.is_empty() {
        return Ok(());
    }
    capacity::free(tx, GATHER, &ids).await?;
    let wants = holders.iter().flat_map(|(holder, (_, new))| {
        new.iter().map(|(capacity, n)| Want { capacity: *capacity, holder: *holder, n: *n })
    });
    capacity::take(tx, GATHER, &wants.collect::<Vec<_>>()).await
}

/// Writes the offers, takes their places, and tells.
async fn make(tx: &Tx, offers: &[Model], wants: &[Want]) -> Result<(), CongressError> {
    if offers.is_empty() {
        return Ok(());
    }
    capacity::take(tx, OFFER, wants).await?;
    for part in offers.chunks(CHUNK) {
        Entity::insert_many(part.iter().cloned().map(ActiveModel::from)).exec_without_returning(&**tx).await?;
        let update = waiting::ActiveModel {
            state: Set(Standing::Offered),
            overtaken: Set(0),
            gathering_since: Set(None),
            ..Default::default()
        };
        waiting::Entity::update_many()
            .set(update)
            .filter(waiting::Column::Id.is_in(part.iter().map(|o| o.waiting_id)))
            .exec(&**tx)
            .await?;
    }
    let event = |o: &Model| {
        told(o.congress_id, o.waiting_id, What::Offered { offer: o.id, n: o.n, until: o.ends_at, by_hand: false })
    };
    Ok(record_all(tx, &Actor::system(), offers.iter().map(event).collect()).await?)
}

/// Keeps who was passed how often, and for whom places are gathered since when, where that changed. As many statements as
/// there are different standings.
async fn stand(tx: &Tx, rows: &[waiting::Model], plan: &Plan) -> Result<(), DbErr> {
    let mut offered = vec![false; rows.len()];
    plan.offers.iter().for_each(|offer| offered[offer.entry] = true);
    let mut changed: BTreeMap<rules::Standing, Vec<Uuid>> = BTreeMap::new();
    for ((row, standing), _) in rows.iter().zip(&plan.standings).zip(&offered).filter(|(_, offered)| !**offered) {
        if (row.overtaken, row.gathering_since) != (standing.overtaken, standing.gathering_since) {
            changed.entry(*standing).or_default().push(row.id);
        }
    }
    for (standing, ids) in changed {
        for part in ids.chunks(CHUNK) {
            let update = waiting::ActiveModel {
                overtaken: Set(standing.overtaken),
                gathering_since: Set(standing.gathering_since),
                ..Default::default()
            };
            waiting::Entity::update_many()
                .set(update)
                .filter(waiting::Column::Id.is_in(part.iter().copied()))
                .exec(&**tx)
                .await?;
        }
    }
    Ok(())
}
