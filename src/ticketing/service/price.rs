//! Lower prices of a category: until a moment, from a number on.

use super::category::{hold, keep};
use crate::entity::category;
use crate::rules::price::{Tier, check_tiers};
use crate::{Event, TicketingError};
use base::{Actor, Uuid};
use sea_orm::ActiveValue::Set;
use serde::Serialize;
use store::event::changes;
use store::{Store, record};
use web::form::Seen;

/// What can be said of lower prices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Prices {
    pub tiers: Vec<Tier>,
}

impl From<&category::Model> for Prices {
    fn from(row: &category::Model) -> Self {
        Self { tiers: row.tiers.0.clone() }
    }
}

/// Changes the lower prices of a category, from now on: orders that are there keep what was agreed. Each is lower than the
/// regular price and says until when or from which number on it holds. Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Prices,
    seen: &Seen,
) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    let row = hold(&tx, congress, id).await?;
    check_tiers(row.price_cents, &new.tiers)?;
    let old = Prices::from(&row);
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    let changed = changes(&old, &new);
    let update = category::ActiveModel { tiers: Set(category::Tiers(new.tiers)), ..Default::default() };
    keep(&tx, &row, update).await?;
    record(&tx, actor, Event::CategoryChanged { congress, category: id, slug: row.slug, changed }).await?;
    Ok(tx.commit().await?)
}
