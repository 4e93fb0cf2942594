//! Adding and changing quotas. What is sold already must claim its place in the new quota in the same transaction; who holds it is
//! known above, so the caller brings the holders: see `registration::service::quota`. The caller also holds the congress,
//! so that its quotas are changed by one after the other.

use super::voucher;
use crate::entity::{category, category_quota, quota};
use crate::{Event, TicketingError};
use base::{Actor, Uuid};
use congress::CongressError;
use congress::service::capacity::{self, Recounted, Want};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use std::collections::{BTreeSet, HashSet};
use store::event::changes;
use store::{Tx, is_duplicate, record};
use web::form::Seen;

/// A new quota.
#[derive(Clone, Debug)]
pub struct NewQuota {
    pub slug: String,
    pub name: String,
    /// None: no limit.
    pub size: Option<i32>,
    /// Short names of the categories that need a place of it.
    pub categories: Vec<String>,
}

/// The categories with these short names, or the first name that is none.
pub async fn categories(tx: &Tx, congress: Uuid, slugs: &[String]) -> Result<Vec<category::Model>, TicketingError> {
    if slugs.is_empty() {
        return Err(TicketingError::NoCategory);
    }
    let rows = category::Entity::find()
        .filter(category::Column::CongressId.eq(congress))
        .filter(category::Column::Slug.is_in(slugs))
        .all(&**tx)
        .await?;
    match slugs.iter().find(|slug| !rows.iter().any(|row| row.slug == **slug)) {
        Some(missing) => Err(TicketingError::UnknownCategory(missing.clone())),
        // Their places are held by others: people, and what they have beside the ticket.
        None if rows.iter().any(|row| row.kind != rows[0].kind) => Err(TicketingError::MixedKinds),
        None => Ok(rows),
    }
}

/// Lays a quota over categories and claims a place for each of the `holders`: those who hold a place of these
/// categories already. If they do not fit, it is refused.
pub async fn add(
    tx: &Tx,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: NewQuota,
    categories: &[category::Model],
    holder_kind: &str,
    holders: &[Uuid],
) -> Result<quota::Model, TicketingError> {
    if !congress::rules::slug_is_sound(&new.slug) {
        return Err(TicketingError::SlugMalformed(new.slug));
    }
    if new.size.is_some_and(|size| size < 0) {
        return Err(TicketingError::NegativeSize);
    }
    congress::rules::check_name(&base::Text::same(new.name.as_str()))?;
    let there = quota::Entity::find().filter(quota::Column::CongressId.eq(congress)).count(&**tx).await?;
    let capacity_id = capacity::add(tx, congress, new.size).await?;
    let row = quota::Model {
        id,
        congress_id: congress,
        slug: new.slug.clone(),
        name: new.name,
        capacity_id,
        position: i32::try_from(there).unwrap_or(i32::MAX - 1) + 1,
        created_at: tx.now(),
    };
    let inserted = quota::Entity::insert(quota::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await;
    if let Err(e) = inserted {
        return Err(if is_duplicate(&e) { TicketingError::SlugTaken(new.slug) } else { e.into() });
    }
    let links =
        categories.iter().map(|c| category_quota::ActiveModel { category_id: Set(c.id), quota_id: Set(row.id) });
    category_quota::Entity::insert_many(links).exec_without_returning(&**tx).await?;
    let wants: Vec<Want> = holders.iter().map(|holder| Want { capacity: capacity_id, holder: *holder, n: 1 }).collect();
    match capacity::take(tx, holder_kind, &wants).await {
        Err(CongressError::Full(_)) => {
            let taken = i32::try_from(holders.len()).unwrap_or(i32::MAX);
            return Err(TicketingError::SmallerThanTaken { size: new.size.unwrap_or(0), taken });
        }
        other => other?,
    }
    congress::service::congress::raise_revision(tx, congress).await?;
    record(tx, actor, Event::QuotaAdded { congress, quota: row.id, slug: row.slug.clone(), size: new.size }).await?;
    Ok(row)
}

/// What can be changed of a quota.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quota {
    pub name: String,
    /// None: no limit.
    pub size: Option<i32>,
    /// Short names of its categories, in alphabetical order.
    pub categories: Vec<String>,
}

/// A quota as it stands, with its row.
#[derive(Clone, Debug)]
pub struct Standing {
    row: quota::Model,
    quota: Quota,
}

impl Standing {
    /// What its places are counted by.
    pub fn capacity(&self) -> Uuid {
        self.row.capacity_id
    }

    /// How many places it has; none: no limit.
    pub fn size(&self) -> Option<i32> {
        self.quota.size
    }

    /// Whether it lies over these categories and no others.
    pub fn lies_over(&self, categories: &[category::Model]) -> bool {
        let slugs: BTreeSet<&str> = categories.iter().map(|category| category.slug.as_str()).collect();
        slugs.into_iter().eq(self.quota.categories.iter().map(String::as_str))
    }
}

/// A quota as it stands.
pub async fn standing(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Standing, TicketingError> {
    let found = quota::Entity::find().filter(quota::Column::Id.eq(id)).filter(quota::Column::CongressId.eq(congress));
    let row = found.one(&**tx).await?.ok_or(TicketingError::Congress(CongressError::Unknown))?;
    let size = congress::query::capacities(tx, &[row.capacity_id]).await?.remove(&row.capacity_id).and_then(|c| c.size);
    let links = category_quota::Entity::find().filter(category_quota::Column::QuotaId.eq(id)).all(&**tx).await?;
    let under = category::Entity::find()
        .filter(category::Column::Id.is_in(links.iter().map(|link| link.category_id)))
        .all(&**tx)
        .await?;
    let mut categories: Vec<String> = under.into_iter().map(|category| category.slug).collect();
    categories.sort();
    let quota = Quota { name: row.name.clone(), size, categories };
    Ok(Standing { row, quota })
}

/// Every quota of a congress with the categories that it lies over, in the order in which capacities are held.
pub async fn laid(tx: &Tx, congress: Uuid) -> Result<Vec<(quota::Model, Vec<category::Model>)>, TicketingError> {
    let find = quota::Entity::find().filter(quota::Column::CongressId.eq(congress));
    let quotas = find.order_by_asc(quota::Column::CapacityId).all(&**tx).await?;
    let links = category_quota::Entity::find()
        .filter(category_quota::Column::QuotaId.is_in(quotas.iter().map(|quota| quota.id)))
        .all(&**tx)
        .await?;
    let categories = category::Entity::find().filter(category::Column::CongressId.eq(congress)).all(&**tx).await?;
    let over = |quota: &quota::Model| -> Vec<category::Model> {
        let lies = |c: &category::Model| links.iter().any(|l| l.quota_id == quota.id && l.category_id == c.id);
        categories.iter().filter(|c| lies(c)).cloned().collect()
    };
    let laid = quotas.into_iter().map(|quota| {
        let over = over(&quota);
        (quota, over)
    });
    Ok(laid.collect())
}

/// Puts the claims and the count of a quota right; whether anything was wrong. `holders`: everyone who holds a place of
/// its categories; `others`: who else holds places of it, and how many, which stay as they are.
pub async fn recount(
    tx: &Tx,
    actor: &Actor,
    quota: &quota::Model,
    holder_kind: &str,
    holders: &[Uuid],
    others: &[(Uuid, i32)],
) -> Result<bool, TicketingError> {
    let have: HashSet<Uuid> = capacity::holders(tx, quota.capacity_id, holder_kind).await?.into_iter().collect();
    let all: Vec<Uuid> = holders.iter().copied().chain(others.iter().map(|(other, _)| *other)).collect();
    let Recounted { size, before, after, freed } =
        capacity::recount(tx, quota.capacity_id, &all, &[voucher::HOLDER]).await?;
    let come = lacking(&have, holders, quota.capacity_id);
    let claimed = come.len();
    let after = after.saturating_add(i32::try_from(claimed).unwrap_or(i32::MAX));
    if (before, claimed, freed) == (after, 0, 0) {
        return Ok(false);
    }
    match capacity::take(tx, holder_kind, &come).await {
        Err(CongressError::Full(_)) => {
            return Err(TicketingError::SmallerThanTaken { size: size.unwrap_or(0), taken: after });
        }
        other => other?,
    }
    let event = Event::QuotaRecounted {
        congress: quota.congress_id,
        quota: quota.id,
        slug: quota.slug.clone(),
        before,
        after,
        claimed,
        freed,
    };
    congress::service::congress::raise_revision(tx, quota.congress_id).await?;
    record(tx, actor, event).await?;
    Ok(true)
}

/// A place of `capacity` for each of the `holders` who do not have one.
fn lacking(have: &HashSet<Uuid>, holders: &[Uuid], capacity: Uuid) -> Vec<Want> {
    let without = holders.iter().filter(|holder| !have.contains(holder));
    without.map(|holder| Want { capacity, holder: *holder, n: 1 }).collect()
}

/// Other categories for a quota.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    pub categories: &'a [category::Model],
    pub holder_kind: &'a str,
    /// Everyone who holds a place of them.
    pub holders: &'a [Uuid],
}

/// Changes a quota. With a `moved` it lies over other categories from now on: those of their holders without a claim get
/// one, whoever else has one gives it back. Without, nobody's claim is looked at, and only what is taken is compared with
/// the size.
pub async fn change(
    tx: &Tx,
    actor: &Actor,
    Standing { row, quota: old }: Standing,
    mut new: Quota,
    seen: &Seen,
    moved: Option<Move<'_>>,
) -> Result<(), TicketingError> {
    let (congress, id) = (row.congress_id, row.id);
    new.categories.sort();
    new.categories.dedup();
    if new.size.is_some_and(|size| size < 0) {
        return Err(TicketingError::NegativeSize);
    }
    congress::rules::check_name(&base::Text::same(new.name.as_str()))?;
    if old == new {
        return Ok(());
    }
    seen.check(&old)?;
    let (mut claimed, mut freed) = (0, 0);
    match moved {
        Some(moved) => (claimed, freed) = lay_over(tx, &row, new.size, moved).await?,
        None if old.size != new.size => capacity::resize(tx, row.capacity_id, new.size).await?,
        None => {}
    }
    quota::Entity::update_many()
        .col_expr(quota::Column::Name, Expr::value(new.name.clone()))
        .filter(quota::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    congress::service::congress::raise_revision(tx, congress).await?;
    let changed = changes(&old, &new);
    let event = Event::QuotaChanged { congress, quota: id, slug: row.slug, changed, claimed, freed };
    Ok(record(tx, actor, event).await?)
}

/// Lays a quota over other categories, with this size, and says how many places were claimed and how many given back.
async fn lay_over(
    tx: &Tx,
    row: &quota::Model,
    size: Option<i32>,
    Move { categories, holder_kind, holders }: Move<'_>,
) -> Result<(usize, usize), TicketingError> {
    let have: HashSet<Uuid> = capacity::holders(tx, row.capacity_id, holder_kind).await?.into_iter().collect();
    let should: HashSet<Uuid> = holders.iter().copied().collect();
    let leave: Vec<Uuid> = have.difference(&should).copied().collect();
    let freed = capacity::free_of(tx, row.capacity_id, &leave).await?;
    capacity::resize(tx, row.capacity_id, size).await?;
    let come = lacking(&have, holders, row.capacity_id);
    match capacity::take(tx, holder_kind, &come).await {
        Err(CongressError::Full(_)) => {
            let taken = i32::try_from(holders.len()).unwrap_or(i32::MAX);
            return Err(TicketingError::SmallerThanTaken { size: size.unwrap_or(0), taken });
        }
        other => other?,
    }
    category_quota::Entity::delete_many().filter(category_quota::Column::QuotaId.eq(row.id)).exec(&**tx).await?;
    let links =
        categories.iter().map(|c| category_quota::ActiveModel { category_id: Set(c.id), quota_id: Set(row.id) });
    category_quota::Entity::insert_many(links).exec_without_returning(&**tx).await?;
    Ok((come.len(), usize::try_from(freed).unwrap_or(usize::MAX)))
}
