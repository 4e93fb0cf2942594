//! Where somebody scans, and with what: the gate and the device, made when they are first needed.

use crate::CheckinError;
use crate::entity::{device, gate};
use crate::query;
use base::{Actor, Language, Text, Uuid};
use locale::Words;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use store::{Store, Tx};

/// The gate that every congress has.
pub const MAIN: &str = "main";
/// The area behind it.
pub const AREA: &str = "main";

/// "Haupteingang", "Main entrance".
pub fn main_name() -> Text {
    let name = |language| Words::new(language).t("checkin-gate-main");
    Text::new(name(Language::De), name(Language::En))
}

/// Where and with what.
pub(super) struct Spot {
    pub(super) gate: gate::Model,
    pub(super) device: device::Model,
}

/// The gate of this short name and the device of this operator at it: one for each account and each token, called like
/// them. Both stay; what is not there yet (the main gate, the device) is made, in a transaction of its own.
pub(super) async fn spot(store: &Store, actor: &Actor, congress: Uuid, slug: &str) -> Result<Spot, CheckinError> {
    // kongress itself has no id.
    let operator = actor.kind.id().unwrap_or_default();
    match query::gate::with_device(store.read(), congress, slug, operator).await? {
        Some((gate, Some(device))) => return Ok(Spot { gate, device }),
        None if slug != MAIN => return Err(CheckinError::UnknownGate(slug.into())),
        _ => {}
    }
    let tx = store.begin().await?;
    let gate = gate(&tx, congress, slug).await?;
    let device = device(&tx, actor, operator, &gate).await?;
    tx.commit().await?;
    Ok(Spot { gate, device })
}

/// The main one is made with the first scan.
async fn gate(tx: &Tx, congress: Uuid, slug: &str) -> Result<gate::Model, CheckinError> {
    if let Some(gate) = query::gate::by_slug(tx, congress, slug).await? {
        return Ok(gate);
    }
    if slug == MAIN {
        let row = gate::Model {
            id: tx.id(),
            congress_id: congress,
            slug: MAIN.into(),
            name: main_name().into(),
            area: AREA.into(),
            position: 1,
        };
        let there = OnConflict::columns([gate::Column::CongressId, gate::Column::Slug]).do_nothing().to_owned();
        made(
            gate::Entity::insert(gate::ActiveModel::from(row)).on_conflict(there).exec_without_returning(&**tx).await,
        )?;
    }
    query::gate::by_slug(tx, congress, slug).await?.ok_or_else(|| CheckinError::UnknownGate(slug.into()))
}

async fn device(tx: &Tx, actor: &Actor, operator: Uuid, gate: &gate::Model) -> Result<device::Model, CheckinError> {
    if let Some(device) = find(tx, gate.id, operator).await? {
        return Ok(device);
    }
    let row = device::Model {
        id: tx.id(),
        congress_id: gate.congress_id,
        gate_id: gate.id,
        operator_id: operator,
        name: actor.name.clone(),
        created_at: tx.now(),
    };
    let there = OnConflict::columns([device::Column::GateId, device::Column::OperatorId]).do_nothing().to_owned();
    made(
        device::Entity::insert(device::ActiveModel::from(row)).on_conflict(there).exec_without_returning(&**tx).await,
    )?;
    find(tx, gate.id, operator).await?.ok_or(CheckinError::Unknown)
}

async fn find(tx: &Tx, gate: Uuid, operator: Uuid) -> Result<Option<device::Model>, DbErr> {
    device::Entity::find()
        .filter(device::Column::GateId.eq(gate))
        .filter(device::Column::OperatorId.eq(operator))
        .one(&**tx)
        .await
}

/// Whether an insertion that may find its row there already made one.
pub(super) fn made(inserted: Result<u64, DbErr>) -> Result<bool, DbErr> {
    match inserted {
        Ok(rows) => Ok(rows > 0),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(e) => Err(e),
    }
}
