//! Laying quotas over, and moving them over, categories that may have sold already.

use crate::RegistrationError;
use crate::entity::{attendee, extra};
use crate::rules::holds_place;
use crate::service::contingent;
use crate::service::order::HOLDER;
use base::{Actor, Uuid};
use congress::CongressError;
use congress::service::waiting::run::let_go;
use congress::service::waiting::{offer, terms};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, EntityTrait, Iterable, JoinType, QueryFilter, QuerySelect};
use store::{DbErr, Store, Tx};
use ticketing::TicketingError;
use ticketing::entity::{category, quota};
use ticketing::service::quota::{Move, NewQuota, Quota};
use ticketing::service::voucher::place::follow;
use web::form::Seen;

/// Lays a quota over categories. Everyone who holds a place of them gets a claim on it in the same transaction; if they
/// are more than the quota has places, it is refused. **Always** so that each of them has one claim on each quota.
pub async fn add(tx: &Tx, actor: &Actor, congress: Uuid, new: NewQuota) -> Result<quota::Model, RegistrationError> {
    hold(tx, congress).await?;
    lay(tx, actor, (congress, tx.id()), new).await
}

async fn lay(
    tx: &Tx,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: NewQuota,
) -> Result<quota::Model, RegistrationError> {
    let categories = ticketing::service::quota::categories(tx, congress, &new.categories).await?;
    let (kind, holders) = holders(tx, &categories).await?;
    let size = new.size;
    let row = ticketing::service::quota::add(tx, actor, (congress, id), new, &categories, kind, &holders).await?;
    contingent::hold_as(tx, congress, contingent::HOLDER).await?;
    lay_for_list(tx, congress, (row.capacity_id, size), &categories).await?;
    follow(tx, congress, true).await?;
    Ok(row)
}

/// The same for what is offered to those who wait: it holds its places in each quota of its category.
async fn lay_for_list(
    tx: &Tx,
    congress: Uuid,
    (capacity, size): (Uuid, Option<i32>),
    categories: &[category::Model],
) -> Result<(), RegistrationError> {
    let targets: Vec<Uuid> = categories.iter().map(|category| category.id).collect();
    match offer::lay(tx, congress, capacity, &targets).await {
        Err(CongressError::Full(_)) => {
            let taken = congress::query::capacities(tx, &[capacity]).await?.remove(&capacity).map_or(0, |c| c.taken);
            let size = size.unwrap_or(0);
            Err(TicketingError::SmallerThanTaken { size, taken: taken.max(size.saturating_add(1)) }.into())
        }
        done => Ok(done?),
    }
}

/// Changes a quota: its name, its size, the categories that it lies over. Whoever holds a place of a category that comes
/// under it claims a place of it; whoever holds one of a category that leaves it gives theirs back. If they do not fit,
/// or fewer places are wanted than are taken, nothing changes and the number is told. **Always** so that each holder has
/// one claim on each quota of their category. Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Quota,
    seen: &Seen,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let standing = ticketing::service::quota::standing(&tx, congress, id).await?;
    let categories = ticketing::service::quota::categories(&tx, congress, &new.categories).await?;
    let (capacity, size) = (standing.capacity(), new.size);
    if standing.lies_over(&categories) {
        // What is only gathered gives way to a smaller size.
        if standing.size() != new.size && terms::hold(&tx, congress).await?.is_some() {
            let_go(&tx, congress).await?;
        }
        ticketing::service::quota::change(&tx, actor, standing, new, seen, None).await?;
    } else {
        hold_categories(&tx, congress).await?;
        let (kind, holders) = holders(&tx, &categories).await?;
        let moved = Move { categories: &categories, holder_kind: kind, holders: &holders };
        terms::hold(&tx, congress).await?;
        let_go(&tx, congress).await?;
        contingent::hold_as(&tx, congress, HOLDER).await?;
        ticketing::service::quota::change(&tx, actor, standing, new, seen, Some(moved)).await?;
        contingent::hold_as(&tx, congress, contingent::HOLDER).await?;
        lay_for_list(&tx, congress, (capacity, size), &categories).await?;
        follow(&tx, congress, true).await?;
    }
    Ok(tx.commit().await?)
}

/// What is held while a quota is laid over categories: none is laid beside it, and nobody takes or gives back a place.
async fn hold(tx: &Tx, congress: Uuid) -> Result<(), RegistrationError> {
    congress::service::congress::hold(tx, congress).await?;
    Ok(hold_categories(tx, congress).await?)
}

/// Orders, rebookings and cancellations share the categories, who lays quotas over them has them alone: who holds a place
/// of them stays who holds one until the transaction ends.
async fn hold_categories(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    ticketing::query::hold_categories(tx, congress, LockType::NoKeyUpdate).await.map(|_| ())
}

/// Who holds a place of these categories, and under what: attendees of tickets, but for guests beyond the quotas, who take none, or what goes with them of add-ons. The
/// caller holds the categories.
async fn holders(tx: &Tx, categories: &[category::Model]) -> Result<(&'static str, Vec<Uuid>), DbErr> {
    let standing = attendee::State::iter().filter(|state| holds_place(*state));
    if !categories.iter().any(|c| c.kind == category::Kind::AddOn) {
        let mut holders: Vec<Uuid> = attendee::Entity::find()
            .select_only()
            .column(attendee::Column::Id)
            .filter(attendee::Column::CategoryId.is_in(ids(categories)))
            .filter(attendee::Column::BeyondQuota.eq(false))
            .filter(attendee::Column::Test.eq(false))
            .filter(attendee::Column::State.is_in(standing))
            .into_tuple()
            .all(&**tx)
            .await?;
        holders.extend(contingent::holders(tx, &ids(categories)).await?);
        return Ok((HOLDER, holders));
    }
    let of =
        extra::Entity::belongs_to(attendee::Entity).from(extra::Column::AttendeeId).to(attendee::Column::Id).into();
    let holders = extra::Entity::find()
        .select_only()
        .column(extra::Column::Id)
        .join(JoinType::InnerJoin, of)
        .filter(extra::Column::CategoryId.is_in(ids(categories)))
        .filter(extra::Column::EndedAt.is_null())
        .filter(attendee::Column::State.is_in(standing))
        .into_tuple()
        .all(&**tx)
        .await?;
    Ok((super::extra::HOLDER, holders))
}

fn ids(categories: &[category::Model]) -> Vec<Uuid> {
    categories.iter().map(|category| category.id).collect()
}

/// Counts every quota of a congress again, and says how many were wrong: whoever holds a place of its categories gets the
/// claim that they lack, whoever does not gives back the one that they have, and the count is the sum of the claims. There
/// is nothing to mend unless somebody wrote to the database by hand, or the program has a mistake. What does not fit is
/// refused, with the number: the quota must be made larger first.
pub async fn recount(store: &Store, actor: &Actor, congress: Uuid) -> Result<usize, RegistrationError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let mut mended = 0;
    contingent::hold_as(&tx, congress, HOLDER).await?;
    for (quota, categories) in ticketing::service::quota::laid(&tx, congress).await? {
        let (kind, holders) = holders(&tx, &categories).await?;
        let others = offer::holders(&tx, congress, quota.capacity_id).await?;
        mended += usize::from(ticketing::service::quota::recount(&tx, actor, &quota, kind, &holders, &others).await?);
    }
    contingent::hold_as(&tx, congress, contingent::HOLDER).await?;
    mended += usize::from(follow(&tx, congress, false).await?);
    tx.commit().await?;
    Ok(mended)
}

/// Lays a quota from the desk, in a transaction of its own: see [`add`]. If one with this `id` is there already, nothing
/// changes: the form was sent twice.
pub async fn create(
    store: &Store,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: NewQuota,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let find = quota::Entity::find().filter(quota::Column::Id.eq(id));
    if find.filter(quota::Column::CongressId.eq(congress)).one(&*tx).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    lay(&tx, actor, (congress, id), new).await?;
    Ok(tx.commit().await?)
}
