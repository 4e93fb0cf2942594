//! Whether a congress has a directory, and what counts there.

use super::done;
use crate::NetworkingError;
use crate::entity::network;
use crate::event::What;
use crate::rules::matching::Weights;
use base::{Actor, Uuid};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use store::event::changes;
use store::{Store, Tx};
use web::form::Seen;

/// Opens the directory, or closes it: closed, it shows to nobody, and what stands in it stays. So already changes nothing. The
/// public pages are made anew, since their menu leads there.
pub async fn set_open(store: &Store, actor: &Actor, congress: Uuid, open: bool) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let there = network::Entity::find().filter(network::Column::CongressId.eq(congress)).one(&*tx).await?;
    let was = there.as_ref().is_some_and(|row| row.open);
    if was == open {
        return Ok(tx.rollback().await?);
    }
    let weights = there.as_ref().map_or_else(|| json!({}), |row| row.weights.clone());
    write(&tx, congress, there, (open, weights)).await?;
    congress::service::congress::raise_revision(&tx, congress).await?;
    let changed = changes(&json!({ "open": was }), &json!({ "open": open }));
    done(tx, actor, (congress, congress), String::new(), What::SettingChanged { changed }).await
}

/// Ranks suggestions otherwise from now on. As they are already changes nothing. `seen`: what they were when the form was shown.
pub async fn set_weights(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    new: &Weights,
    seen: &Seen,
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let there = network::Entity::find().filter(network::Column::CongressId.eq(congress)).one(&*tx).await?;
    let old = there.as_ref().map_or_else(|| Ok(Weights::default()), network::Model::ranking)?;
    if old == *new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old.all())?;
    let open = there.as_ref().is_some_and(|row| row.open);
    write(&tx, congress, there, (open, json!(new.kept()))).await?;
    let changed = changes(&logged(&old), &logged(new));
    done(tx, actor, (congress, congress), String::new(), What::Weighed { changed }).await
}

/// As the log has them, which names the fields of everything.
fn logged(weights: &Weights) -> Value {
    weights.all().into_iter().map(|(name, weight)| (format!("weight-{name}"), Value::from(weight))).collect()
}

async fn write(
    tx: &Tx,
    congress: Uuid,
    there: Option<network::Model>,
    (open, weights): (bool, Value),
) -> Result<(), NetworkingError> {
    let row = network::ActiveModel {
        id: Set(there.map_or_else(|| tx.id(), |row| row.id)),
        congress_id: Set(congress),
        open: Set(open),
        weights: Set(weights),
        changed_at: Set(tx.now()),
    };
    let again = OnConflict::column(network::Column::CongressId)
        .update_columns([network::Column::Open, network::Column::Weights, network::Column::ChangedAt])
        .to_owned();
    network::Entity::insert(row).on_conflict(again).exec_without_returning(&**tx).await?;
    Ok(())
}
