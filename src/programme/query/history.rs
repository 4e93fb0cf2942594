//! What was done to the draft by hand, for taking it back.

use crate::event::SlotChange;
use crate::service::plan::Standing;
use base::{Time, Uuid};
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashSet;
use store::event::entity::{Column, Entity, Model};
use store::{Conn, DbErr};

/// Nobody takes back what they did before, and no more steps are looked through.
const REACH: TimeDelta = TimeDelta::hours(12);
const MOST: u64 = 100;

/// A change of a slot.
#[derive(Clone, Debug)]
pub struct Step {
    pub event: Uuid,
    pub slot: Uuid,
    /// What it is called.
    pub title: String,
    /// None: it was added.
    pub was: Option<Standing>,
    pub is: Standing,
    /// The event that it took back.
    undoes: Option<Uuid>,
}

impl Step {
    fn of(row: Model) -> Option<Self> {
        let of = |name: &str| serde_json::from_value(row.detail[name].clone()).ok();
        Some(Self {
            event: row.id,
            slot: row.object_id,
            title: row.detail["slug"].as_str().unwrap_or_default().to_owned(),
            was: of("was"),
            is: of("is")?,
            undoes: serde_json::from_value(row.detail["undoes"].clone()).ok().flatten(),
        })
    }
}

/// The step of an event.
pub async fn step(conn: &Conn, congress: Uuid, event: Uuid) -> Result<Option<Step>, DbErr> {
    let row = Entity::find()
        .filter(Column::Id.eq(event))
        .filter(Column::CongressId.eq(congress))
        .filter(Column::Verb.is_in(SlotChange::VERBS))
        .one(conn)
        .await?;
    Ok(row.and_then(Step::of))
}

/// The last thing that somebody did and has not taken back yet.
pub async fn last(conn: &Conn, congress: Uuid, actor: Option<Uuid>, now: Time) -> Result<Option<Step>, DbErr> {
    let Some(actor) = actor else { return Ok(None) };
    let rows = Entity::find()
        .filter(Column::CongressId.eq(congress))
        .filter(Column::At.gte(now - REACH))
        .filter(Column::Verb.is_in(SlotChange::VERBS))
        .filter(Column::ActorId.eq(actor))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(conn)
        .await?;
    let steps: Vec<Step> = rows.into_iter().filter_map(Step::of).collect();
    let undone: HashSet<Uuid> = steps.iter().filter_map(|step| step.undoes).collect();
    Ok(steps.into_iter().find(|step| step.undoes.is_none() && !undone.contains(&step.event)))
}
