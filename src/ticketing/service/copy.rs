//! What the next edition of a congress sells, as the last one did.

use crate::entity::{category, category_quota, quota};
use base::{Time, Uuid};
use congress::entity::capacity;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::{DbErr, Tx};

/// Copies categories and quotas into a congress that has none, in the caller's transaction. Dates of sale move, sizes
/// stay, nothing is taken. Lists of who may take a ticket name people, and vouchers were given to somebody: both stay
/// behind. Says which category became which.
pub async fn offer(tx: &Tx, from: Uuid, to: Uuid, shift: impl Fn(Time) -> Time) -> Result<HashMap<Uuid, Uuid>, DbErr> {
    let categories = category::Entity::find()
        .filter(category::Column::CongressId.eq(from))
        .order_by_asc(category::Column::Number)
        .all(&**tx)
        .await?;
    let mut new_category: HashMap<Uuid, Uuid> = HashMap::new();
    let mut rows = vec![];
    for mut old in categories {
        let id = tx.id();
        for tier in &mut old.tiers.0 {
            tier.until = tier.until.map(&shift);
        }
        new_category.insert(old.id, id);
        let row = category::Model {
            id,
            congress_id: to,
            sale_from: old.sale_from.map(&shift),
            sale_until: old.sale_until.map(&shift),
            // Links of the old one lead to the old one.
            link_generation: 1,
            created_at: tx.now(),
            ..old
        };
        rows.push(category::ActiveModel::from(row).reset_all());
    }
    if !rows.is_empty() {
        category::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    let quotas = quota::Entity::find().filter(quota::Column::CongressId.eq(from)).all(&**tx).await?;
    let capacities = capacity::Entity::find()
        .filter(capacity::Column::Id.is_in(quotas.iter().map(|row| row.capacity_id)))
        .all(&**tx)
        .await?;
    let sizes: HashMap<Uuid, Option<i32>> = capacities.into_iter().map(|row| (row.id, row.size)).collect();
    let lies = category_quota::Entity::find()
        .filter(category_quota::Column::QuotaId.is_in(quotas.iter().map(|row| row.id)))
        .all(&**tx)
        .await?;
    for old in quotas {
        let size = sizes.get(&old.capacity_id).copied().flatten();
        let capacity_id = congress::service::capacity::add(tx, to, size).await?;
        let (before, id) = (old.id, tx.id());
        let row = quota::Model { id, congress_id: to, capacity_id, created_at: tx.now(), ..old };
        quota::Entity::insert(quota::ActiveModel::from(row).reset_all()).exec_without_returning(&**tx).await?;
        let over = lies.iter().filter(|lie| lie.quota_id == before);
        let over = over.filter_map(|lie| new_category.get(&lie.category_id));
        let links: Vec<category_quota::ActiveModel> =
            over.map(|category_id| category_quota::Model { category_id: *category_id, quota_id: id }.into()).collect();
        let links: Vec<category_quota::ActiveModel> = links.into_iter().map(ActiveModelTrait::reset_all).collect();
        if !links.is_empty() {
            category_quota::Entity::insert_many(links).exec_without_returning(&**tx).await?;
        }
    }
    Ok(new_category)
}
