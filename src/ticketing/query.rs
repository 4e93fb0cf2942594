//! Reads: categories with what is left of them, quotas with who holds their places.

use crate::entity::{category, category_quota, quota};
use crate::rules::{self, Availability};
use base::{Money, Time, Uuid};
use congress::entity::capacity;
use congress::entity::congress::{Model as Congress, Phase};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::Conn;

/// A category and the quotas that it needs a place of.
#[derive(Clone, Debug)]
pub struct CategoryView {
    pub category: category::Model,
    pub quotas: Vec<QuotaView>,
}

impl CategoryView {
    pub fn price(&self) -> Money {
        Money { amount: self.category.price_cents, currency: self.category.currency.clone() }
    }

    /// All its quotas must be free, so the scarcest one tells.
    pub fn availability(&self) -> Availability {
        self.scarcest().map_or(Availability::Free, QuotaView::availability)
    }

    /// The quota that has least left.
    pub fn scarcest(&self) -> Option<&QuotaView> {
        self.quotas.iter().filter(|q| q.size.is_some()).min_by_key(|q| q.free())
    }
}

/// A quota and its counts.
#[derive(Clone, Debug)]
pub struct QuotaView {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub capacity_id: Uuid,
    pub size: Option<i32>,
    pub taken: i32,
    pub categories: Vec<Uuid>,
}

impl QuotaView {
    /// Places left; none: no limit.
    pub fn free(&self) -> Option<i32> {
        self.size.map(|size| (size - self.taken).max(0))
    }

    pub fn availability(&self) -> Availability {
        rules::availability(self.size, self.taken)
    }
}

/// All categories of a congress in their order, with their quotas. Four statements.
pub async fn categories(conn: &Conn, congress: Uuid) -> Result<Vec<CategoryView>, DbErr> {
    let rows = category::Entity::find()
        .filter(category::Column::CongressId.eq(congress))
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::CreatedAt)
        .all(conn)
        .await?;
    let quotas = quotas(conn, congress).await?;
    let view = |category: category::Model| {
        let mine = quotas.iter().filter(|q| q.categories.contains(&category.id)).cloned().collect();
        CategoryView { category, quotas: mine }
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Whether something is on sale at this moment, sold out or not. One statement while the congress is open, else none.
pub async fn any_bookable(conn: &Conn, congress: &Congress, now: Time) -> Result<bool, DbErr> {
    if congress.phase != Phase::Open || now >= congress.ends_at {
        return Ok(false);
    }
    let found = category::Entity::find()
        .filter(category::Column::CongressId.eq(congress.id))
        .filter(category::Column::Active.eq(true))
        .filter(any_of(category::Column::SaleFrom.is_null(), category::Column::SaleFrom.lte(now)))
        .filter(any_of(category::Column::SaleUntil.is_null(), category::Column::SaleUntil.gt(now)))
        .limit(1)
        .one(conn)
        .await?;
    Ok(found.is_some())
}

fn any_of(one: Expr, other: Expr) -> Condition {
    Condition::any().add(one).add(other)
}

/// All quotas of a congress in their order. Three statements.
pub async fn quotas(conn: &Conn, congress: Uuid) -> Result<Vec<QuotaView>, DbErr> {
    let rows = quota::Entity::find()
        .filter(quota::Column::CongressId.eq(congress))
        .order_by_asc(quota::Column::Position)
        .order_by_asc(quota::Column::CreatedAt)
        .all(conn)
        .await?;
    let capacities: HashMap<Uuid, capacity::Model> =
        congress::query::capacities(conn, &rows.iter().map(|q| q.capacity_id).collect::<Vec<_>>()).await?;
    let links = category_quota::Entity::find()
        .filter(category_quota::Column::QuotaId.is_in(rows.iter().map(|q| q.id)))
        .all(conn)
        .await?;
    let view = |row: quota::Model| {
        let capacity = capacities.get(&row.capacity_id);
        QuotaView {
            id: row.id,
            slug: row.slug,
            name: row.name,
            capacity_id: row.capacity_id,
            size: capacity.and_then(|c| c.size),
            taken: capacity.map_or(0, |c| c.taken),
            categories: links.iter().filter(|l| l.quota_id == row.id).map(|l| l.category_id).collect(),
        }
    };
    Ok(rows.into_iter().map(view).collect())
}
