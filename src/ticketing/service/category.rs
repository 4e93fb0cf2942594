//! Adding categories.

use crate::entity::category;
use crate::{Event, TicketingError, rules};
use base::{Actor, Money, Text, Time, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::{Tx, is_duplicate, record};

/// A new category.
#[derive(Clone, Debug)]
pub struct NewCategory {
    pub slug: String,
    pub name: Text,
    pub description: Text,
    pub place: category::Place,
    pub price: Money,
    /// 1900 is 19 %.
    pub vat_basis_points: i32,
    pub sale_from: Option<Time>,
    pub sale_until: Option<Time>,
    pub max_per_order: Option<i32>,
}

/// Adds a category, after those that are there. It is on sale at once, within its window, while the congress is open.
pub async fn add(tx: &Tx, actor: &Actor, congress: Uuid, new: NewCategory) -> Result<category::Model, TicketingError> {
    if !congress::rules::slug_is_sound(&new.slug) {
        return Err(TicketingError::SlugMalformed(new.slug));
    }
    rules::check_price(&new.price)?;
    rules::check_window(new.sale_from, new.sale_until)?;
    if new.max_per_order.is_some_and(|max| max < 1) {
        return Err(TicketingError::NoneAnOrder);
    }
    congress::rules::check_name(&new.name)?;
    if [&new.name, &new.description].into_iter().any(|t| t.is_too_long()) {
        return Err(TicketingError::TooLong);
    }
    if !(0..=10_000).contains(&new.vat_basis_points) {
        return Err(TicketingError::VatOutOfRange);
    }
    // Raising the revision holds the congress: two categories added at once get different numbers.
    congress::service::congress::raise_revision(tx, congress).await?;
    let there = category::Entity::find().filter(category::Column::CongressId.eq(congress)).count(&**tx).await?;
    let number = i32::try_from(there).unwrap_or(i32::MAX - 1) + 1;
    let row = category::Model {
        id: tx.id(),
        congress_id: congress,
        slug: new.slug.clone(),
        number,
        name: new.name.into(),
        description: new.description.into(),
        place: new.place,
        price_cents: new.price.amount,
        currency: new.price.currency,
        vat_basis_points: new.vat_basis_points,
        sale_from: new.sale_from,
        sale_until: new.sale_until,
        max_per_order: new.max_per_order,
        active: true,
        position: number,
        created_at: tx.now(),
    };
    let inserted =
        category::Entity::insert(category::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await;
    if let Err(e) = inserted {
        return Err(if is_duplicate(&e) { TicketingError::SlugTaken(new.slug) } else { e.into() });
    }
    record(tx, actor, Event::CategoryAdded { congress, category: row.id, slug: row.slug.clone() }).await?;
    Ok(row)
}
