//! The waiting list of a congress: who waits for places, what is offered to them, what becomes of it. What a place is, the
//! slice above says: it hands in the [`Target`](run::Target)s.
//!
//! **Always**: places that are offered or gathered are claims ([`OFFER`], [`GATHER`]), as those that are taken, so nobody
//! else can have them, and none is counted that nobody holds. Whoever changes the list holds its terms
//! ([`terms::hold`]), after the categories and before orders: the list is changed by one after the other.

pub mod entry;
pub mod offer;
pub mod run;
pub mod terms;

use crate::entity::capacity;
use crate::entity::waiting::{self, State};
use base::Uuid;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use serde_json::json;
use store::job::{NewJob, enqueue};
use store::{DbErr, Tx};

/// The job that works through the list of a congress, or without one through all lists. What it does, the slice above says.
pub const RUN: &str = "congress.waiting";

/// Has the list of a congress worked through soon, if anybody waits: for whoever changes when and what is offered.
pub async fn stir(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    let active = waiting::Column::State.is_in([State::Waiting, State::Offered]);
    let one =
        waiting::Entity::find().filter(waiting::Column::CongressId.eq(congress)).filter(active).one(&**tx).await?;
    if one.is_some() {
        enqueue(tx, NewJob::new(RUN, json!({ "congress": congress }))).await?;
    }
    Ok(())
}

/// The same for whoever frees places, or makes more of them: whichever way they come free, whoever waits is next.
pub(super) async fn stir_for(tx: &Tx, capacities: &[Uuid]) -> Result<(), DbErr> {
    if capacities.is_empty() {
        return Ok(());
    }
    let of: RelationDef = capacity::Entity::belongs_to(waiting::Entity)
        .from(capacity::Column::CongressId)
        .to(waiting::Column::CongressId)
        .into();
    let congress: Option<Uuid> = capacity::Entity::find()
        .select_only()
        .column(capacity::Column::CongressId)
        .join(JoinType::InnerJoin, of)
        .filter(capacity::Column::Id.is_in(capacities.iter().copied()))
        .filter(waiting::Column::State.eq(State::Waiting))
        .limit(1)
        .into_tuple()
        .one(&**tx)
        .await?;
    if let Some(congress) = congress {
        enqueue(tx, NewJob::new(RUN, json!({ "congress": congress }))).await?;
    }
    Ok(())
}

/// What places are held under that are offered; the holder is the offer.
pub const OFFER: &str = "waiting-offer";
/// What places are held under that are gathered; the holder is who waits.
pub const GATHER: &str = "waiting";
