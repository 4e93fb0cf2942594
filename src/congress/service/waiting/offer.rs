//! What becomes of an offer. Each within the caller's transaction, which holds the list.

use super::entry::{CHUNK, find, finish, has_choice};
use super::run::Target;
use super::{GATHER, OFFER};
use crate::CongressError;
use crate::entity::waiting::{self, State as Standing};
use crate::entity::waiting_offer::{ActiveModel, Column, Entity, Model, State};
use crate::event::waiting::{Waiting, What};
use crate::rules::waiting::{ends_at, stops_at};
use crate::service::capacity::{self, Want};
use crate::{entity, query, rules};
use base::{Actor, Time, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};
use store::{Tx, record};

/// The offer as it is now.
pub async fn of(tx: &Tx, id: Uuid) -> Result<Model, CongressError> {
    Entity::find().filter(Column::Id.eq(id)).one(&**tx).await?.ok_or(CongressError::Unknown)
}

/// Gives up the places of an offer for those who take them in this transaction: nobody else can have them in between. The
/// time must not be over: of an acceptance and an end at the same moment, the one that holds the list first wins.
pub async fn release(tx: &Tx, id: Uuid) -> Result<Model, CongressError> {
    let offer = of(tx, id).await?;
    if offer.state != State::Open || offer.ends_at <= tx.now() {
        return Err(CongressError::OfferOver);
    }
    end(tx, &[id], State::Accepted).await?;
    Ok(offer)
}

/// Notes what came of a released offer. Whoever was offered fewer than they wait for keeps their place for the rest.
pub async fn accepted(
    tx: &Tx,
    actor: &Actor,
    offer: &Model,
    n: i32,
    (outcome, code): (Uuid, &str),
) -> Result<(), CongressError> {
    Entity::update_many()
        .col_expr(Column::OutcomeId, Expr::value(outcome))
        .filter(Column::Id.eq(offer.id))
        .exec(&**tx)
        .await?;
    let entry = find(tx, offer.waiting_id).await?;
    let rest = entry.n - offer.n;
    if offer.partial && rest > 0 {
        let update = waiting::ActiveModel { n: Set(rest), least: Set(1), ..back_in_queue() };
        waiting::Entity::update_many().set(update).filter(waiting::Column::Id.eq(entry.id)).exec(&**tx).await?;
    } else {
        finish(tx, &[entry.id], Standing::Taken).await?;
    }
    let what = What::Accepted { offer: offer.id, n, outcome, code: code.into() };
    Ok(record(tx, actor, Waiting { congress: offer.congress_id, entry: entry.id, what }).await?)
}

fn back_in_queue() -> waiting::ActiveModel {
    waiting::ActiveModel {
        state: Set(Standing::Waiting),
        overtaken: Set(0),
        gathering_since: Set(None),
        ..Default::default()
    }
}

/// Says no: its places are free at once. Of fewer places than were waited for, whoever says no keeps their place.
pub async fn decline(tx: &Tx, actor: &Actor, id: Uuid) -> Result<(), CongressError> {
    let offer = of(tx, id).await?;
    if offer.state != State::Open {
        return Err(CongressError::OfferOver);
    }
    end(tx, &[id], State::Declined).await?;
    unanswered(tx, std::slice::from_ref(&offer), Standing::Declined).await?;
    let what = What::Declined { offer: id, n: offer.n };
    Ok(record(tx, actor, Waiting { congress: offer.congress_id, entry: offer.waiting_id, what }).await?)
}

/// What becomes of those whose offers came to nothing: those who were offered fewer than they wait for wait on, and are
/// never again offered so few; the others are `out`.
pub(super) async fn unanswered(tx: &Tx, offers: &[Model], out: Standing) -> Result<(), DbErr> {
    let whole: Vec<Uuid> = offers.iter().filter(|offer| !offer.partial).map(|offer| offer.waiting_id).collect();
    if !whole.is_empty() {
        finish(tx, &whole, out).await?;
    }
    let mut sizes: Vec<i32> = offers.iter().filter(|offer| offer.partial).map(|offer| offer.n).collect();
    sizes.sort_unstable();
    sizes.dedup();
    // As many statements as there are sizes, which are at most twenty.
    for n in sizes {
        let mine = offers.iter().filter(|offer| offer.partial && offer.n == n).map(|offer| offer.waiting_id);
        let ids: Vec<Uuid> = mine.collect();
        for part in ids.chunks(CHUNK) {
            let update = waiting::ActiveModel { least: Set(n + 1), ..back_in_queue() };
            waiting::Entity::update_many()
                .set(update)
                .filter(waiting::Column::Id.is_in(part.iter().copied()))
                .exec(&**tx)
                .await?;
        }
    }
    Ok(())
}

/// Ends offers and frees their places.
pub(super) async fn end(tx: &Tx, ids: &[Uuid], state: State) -> Result<(), DbErr> {
    for part in ids.chunks(CHUNK) {
        let update = ActiveModel { state: Set(state), ended_at: Set(Some(tx.now())), ..Default::default() };
        Entity::update_many().set(update).filter(Column::Id.is_in(part.iter().copied())).exec(&**tx).await?;
    }
    capacity::free(tx, OFFER, ids).await
}

/// Ends what is offered to these entries, if anything is.
pub(super) async fn withdraw(tx: &Tx, entries: &[Uuid]) -> Result<(), DbErr> {
    let open = Column::WaitingId.is_in(entries.iter().copied()).and(Column::State.eq(State::Open));
    let ids: Vec<Uuid> = Entity::find().filter(open).all(&**tx).await?.into_iter().map(|offer| offer.id).collect();
    if ids.is_empty() { Ok(()) } else { end(tx, &ids, State::Withdrawn).await }
}

/// Offers places to somebody before their turn, by staff: all that they wait for, of one of their choices, if so many are
/// free. What is gathered for others counts as free; they gather anew. Gives the offer.
pub async fn by_hand(
    tx: &Tx,
    actor: &Actor,
    congress: &entity::congress::Model,
    id: Uuid,
    target: &Target,
) -> Result<Model, CongressError> {
    let entry = find(tx, id).await?;
    if entry.state != Standing::Waiting || !has_choice(tx, id, target.id).await? {
        return Err(CongressError::WaitingOver);
    }
    let terms = super::terms::hold(tx, congress.id).await?.ok_or(CongressError::Unknown)?;
    let until = until(congress, &terms, target, tx.now())?.ok_or(CongressError::OfferOver)?;
    super::run::let_go(tx, congress.id).await?;
    let offer = Model {
        id: tx.id(),
        congress_id: congress.id,
        waiting_id: id,
        target_id: target.id,
        n: entry.n,
        partial: false,
        by_hand: true,
        state: State::Open,
        made_at: tx.now(),
        ends_at: until,
        reminded_at: None,
        ended_at: None,
        outcome_id: None,
    };
    let wants = target.capacities.iter().map(|c| Want { capacity: *c, holder: offer.id, n: entry.n });
    capacity::take(tx, OFFER, &wants.collect::<Vec<_>>()).await?;
    Entity::insert(ActiveModel::from(offer.clone())).exec_without_returning(&**tx).await?;
    let update = waiting::ActiveModel { state: Set(Standing::Offered), ..back_in_queue() };
    waiting::Entity::update_many().set(update).filter(waiting::Column::Id.eq(id)).exec(&**tx).await?;
    let what = What::Offered { offer: offer.id, n: offer.n, until, by_hand: true };
    record(tx, actor, Waiting { congress: congress.id, entry: id, what }).await?;
    Ok(offer)
}

/// Until when an offer of this target stands that is made now. None: it is too late for one.
pub(super) fn until(
    congress: &entity::congress::Model,
    terms: &entity::waiting_terms::Model,
    target: &Target,
    now: Time,
) -> Result<Option<Time>, CongressError> {
    let zone = rules::check_zone(&congress.zone)?;
    let stop = stops_at(congress.starts_at, terms.stop_days);
    let latest = target.until.map_or(stop, |until| Ord::min(until, stop));
    Ok(ends_at(now, terms.hours, zone, latest).filter(|_| target.open))
}

/// Lays a capacity over other targets than before: offers of those that come under it claim their places of it, those of
/// the others give theirs back. What is gathered is let go, and gathered anew by the next run. `capacity` may be full: then
/// nothing of it is done, and the caller's transaction must end.
pub async fn lay(tx: &Tx, congress: Uuid, capacity: Uuid, targets: &[Uuid]) -> Result<(), CongressError> {
    if super::terms::hold(tx, congress).await?.is_none() {
        return Ok(());
    }
    super::run::let_go(tx, congress).await?;
    let have = capacity::holders(tx, capacity, OFFER).await?;
    let open = query::waiting::open_offers(tx, congress).await?;
    let under = |offer: &&Model| targets.contains(&offer.target_id);
    let stay: Vec<Uuid> = open.iter().filter(under).map(|offer| offer.id).collect();
    let leave: Vec<Uuid> = have.iter().copied().filter(|id| !stay.contains(id)).collect();
    capacity::free_of(tx, capacity, &leave).await?;
    let come = open.iter().filter(under).filter(|offer| !have.contains(&offer.id));
    let wants: Vec<Want> = come.map(|offer| Want { capacity, holder: offer.id, n: offer.n }).collect();
    capacity::take(tx, OFFER, &wants).await
}

/// Who holds places of a capacity for those who wait, and how many: offers that stand, and those for whom places are
/// gathered.
pub async fn holders(tx: &Tx, congress: Uuid, capacity: Uuid) -> Result<Vec<(Uuid, i32)>, DbErr> {
    let open: Vec<Uuid> = query::waiting::open_offers(tx, congress).await?.into_iter().map(|offer| offer.id).collect();
    let offered = query::waiting::claims(tx, congress, OFFER).await?;
    let offered = offered.into_iter().filter(|claim| open.contains(&claim.holder_id));
    let gathered = gatherers(tx, congress).await?;
    let here = offered.chain(gathered).filter(|claim| claim.capacity_id == capacity);
    Ok(here.map(|claim| (claim.holder_id, claim.n)).collect())
}

/// Who gathers places at present.
pub(super) async fn gatherers(tx: &Tx, congress: Uuid) -> Result<Vec<entity::claim::Model>, DbErr> {
    query::waiting::claims(tx, congress, GATHER).await
}
