//! Laying quotas over categories that may have sold already.

use crate::RegistrationError;
use crate::entity::attendee;
use crate::rules::holds_place;
use crate::service::order::HOLDER;
use base::{Actor, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::Tx;
use ticketing::entity::{category, quota};
use ticketing::service::quota::NewQuota;

/// Lays a quota over categories. Everyone who holds a place of them gets a claim on it in the same transaction; if they
/// are more than the quota has places, it is refused. **Always** so that each of them has one claim on each quota.
pub async fn add(tx: &Tx, actor: &Actor, congress: Uuid, new: NewQuota) -> Result<quota::Model, RegistrationError> {
    // Orders hold the categories while they are placed: none can slip in between.
    category::Entity::find().filter(category::Column::CongressId.eq(congress)).lock_exclusive().all(&**tx).await?;
    let categories = ticketing::service::quota::categories(tx, congress, &new.categories).await?;
    let holders: Vec<Uuid> = attendee::Entity::find()
        .filter(attendee::Column::CategoryId.is_in(categories.iter().map(|c| c.id)))
        .all(&**tx)
        .await?
        .into_iter()
        .filter(|a| holds_place(a.state))
        .map(|a| a.id)
        .collect();
    Ok(ticketing::service::quota::add(tx, actor, congress, new, &categories, HOLDER, &holders).await?)
}
