//! What nobody was named for goes back into sale.

use super::{HOLDER, hold, places};
use crate::entity::contingent;
use crate::load::contingent::Contingent;
use crate::mail::contingent as letter;
use crate::service::order::hold_categories;
use crate::{Event, RegistrationError, rules};
use base::{Actor, Uuid};
use congress::service::capacity;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Store, Tx, record};

/// Ends a contingent: its places that nobody was named for are free at once. Who was named stays. A second time changes
/// nothing.
pub async fn end(store: &Store, loaded: &Contingent) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    end_in(&tx, loaded.actor(), loaded.row().congress_id, loaded.row().id).await?;
    Ok(tx.commit().await?)
}

async fn end_in(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid) -> Result<bool, RegistrationError> {
    hold_categories(tx, congress).await?;
    let row = hold(tx, id).await?;
    if row.ended_at.is_some() {
        return Ok(false);
    }
    let free: Vec<Uuid> =
        places(tx, id).await?.into_iter().filter(|place| place.attendee_id.is_none()).map(|place| place.id).collect();
    capacity::free(tx, HOLDER, &free).await?;
    contingent::Entity::update_many()
        .col_expr(contingent::Column::EndedAt, Expr::value(tx.now()))
        .filter(contingent::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    record(tx, actor, Event::ContingentEnded { congress, contingent: id, freed: free.len() }).await?;
    Ok(true)
}

/// Ends every contingent whose day has come, and tells partners some days before which places are about to fall back, once
/// for each day that was agreed. Gives how many ended.
pub async fn sweep(store: &Store) -> Result<usize, RegistrationError> {
    let soon = store.now() + rules::contingent_notice();
    let open = contingent::Entity::find()
        .filter(contingent::Column::EndedAt.is_null())
        .filter(contingent::Column::ValidUntil.lte(soon))
        .order_by_asc(contingent::Column::Id)
        .all(store.read())
        .await?;
    let mut ended = 0;
    for row in open {
        let tx = store.begin().await?;
        let done = if row.valid_until <= tx.now() {
            end_due(&tx, &row).await?
        } else {
            notice(&tx, row.id).await?;
            false
        };
        tx.commit().await?;
        ended += usize::from(done);
    }
    Ok(ended)
}

/// Ends it, unless somebody gave it another day meanwhile.
async fn end_due(tx: &Tx, row: &contingent::Model) -> Result<bool, RegistrationError> {
    hold_categories(tx, row.congress_id).await?;
    if hold(tx, row.id).await?.valid_until > tx.now() {
        return Ok(false);
    }
    end_in(tx, &Actor::system(), row.congress_id, row.id).await
}

async fn notice(tx: &Tx, id: Uuid) -> Result<(), RegistrationError> {
    let row = hold(tx, id).await?;
    let free = places(tx, id).await?.iter().filter(|place| place.attendee_id.is_none()).count();
    if row.reminded_at.is_some() || row.ended_at.is_some() || free == 0 {
        return Ok(());
    }
    contingent::Entity::update_many()
        .col_expr(contingent::Column::RemindedAt, Expr::value(tx.now()))
        .filter(contingent::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    let event = Event::ContingentEnding { congress: row.congress_id, contingent: id, places: free };
    record(tx, &Actor::system(), event).await?;
    letter::send(tx, id, tx.id(), true).await
}
