//! Adding quotas. What is sold already must claim its place in the new quota in the same transaction; who holds it is
//! known above, so the caller brings the holders: see `registration::service::quota`.

use crate::entity::{category, category_quota, quota};
use crate::{Event, TicketingError};
use base::{Actor, Uuid};
use congress::CongressError;
use congress::service::capacity::{self, Want};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::{Tx, is_duplicate, record};

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
        None => Ok(rows),
    }
}

/// Lays a quota over categories and claims a place for each of the `holders`: those who hold a place of these
/// categories already. If they do not fit, it is refused.
pub async fn add(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
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
        id: tx.id(),
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
