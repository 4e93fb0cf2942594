//! What was done to the draft by hand, for taking it back.

use crate::entity::slot;
use crate::event::{PLACED, SlotChange, UNPLACED};
use crate::service::place::Spot;
use crate::service::plan::Standing;
use base::{Time, Uuid};
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use store::event::entity::{Column, Entity, Model};
use store::{Conn, DbErr};

/// Nobody takes back what they did before, and no more steps are looked through.
const REACH: TimeDelta = TimeDelta::hours(12);
const MOST: u64 = 100;

/// A change that can be taken back.
#[derive(Clone, Debug)]
pub struct Step {
    pub event: Uuid,
    pub did: Did,
    /// The event that it took back.
    undoes: Option<Uuid>,
}

/// What was done.
#[derive(Clone, Debug)]
pub enum Did {
    Slot(Box<SlotStep>),
    /// Many were placed at once.
    Placed(Vec<Spot>),
}

/// A change of a slot.
#[derive(Clone, Debug)]
pub struct SlotStep {
    pub slot: Uuid,
    /// What it is called.
    pub title: String,
    /// None: it was added.
    pub was: Option<Standing>,
    pub is: Standing,
}

impl Step {
    fn slot(&self) -> Option<Uuid> {
        match &self.did {
            Did::Slot(did) => Some(did.slot),
            Did::Placed(_) => None,
        }
    }

    fn of(row: Model) -> Option<Self> {
        let undoes = serde_json::from_value(row.detail["undoes"].clone()).ok().flatten();
        let did = match row.verb.as_str() {
            PLACED => Did::Placed(serde_json::from_value(row.detail["placed"].clone()).ok()?),
            UNPLACED => Did::Placed(vec![]),
            _ => {
                let of = |name: &str| serde_json::from_value(row.detail[name].clone()).ok();
                let title = row.detail["slug"].as_str().unwrap_or_default().to_owned();
                Did::Slot(Box::new(SlotStep { slot: row.object_id, title, was: of("was"), is: of("is")? }))
            }
        };
        Some(Self { event: row.id, did, undoes })
    }
}

/// What can be taken back, and what took it back: what was one of many is not by itself.
fn verbs() -> impl Iterator<Item = &'static str> {
    let many = [SlotChange::Placed, SlotChange::Unplaced].map(SlotChange::verb);
    SlotChange::VERBS.into_iter().filter(move |verb| !many.contains(verb)).chain([PLACED, UNPLACED])
}

/// The step of an event.
pub async fn step(conn: &Conn, congress: Uuid, event: Uuid) -> Result<Option<Step>, DbErr> {
    let row = Entity::find()
        .filter(Column::Id.eq(event))
        .filter(Column::CongressId.eq(congress))
        .filter(Column::Verb.is_in(verbs()))
        .one(conn)
        .await?;
    Ok(row.and_then(Step::of))
}

/// The last thing that somebody did, has not taken back yet, and that nobody has changed since: what others moved meanwhile
/// is theirs. Two statements.
pub async fn last(conn: &Conn, congress: Uuid, actor: Option<Uuid>, now: Time) -> Result<Option<Step>, DbErr> {
    let Some(actor) = actor else { return Ok(None) };
    let rows = Entity::find()
        .filter(Column::CongressId.eq(congress))
        .filter(Column::At.gte(now - REACH))
        .filter(Column::Verb.is_in(verbs()))
        .filter(Column::ActorId.eq(actor))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(conn)
        .await?;
    let steps: Vec<Step> = rows.into_iter().filter_map(Step::of).collect();
    let undone: HashSet<Uuid> = steps.iter().filter_map(|step| step.undoes).collect();
    let mut open: Vec<Step> =
        steps.into_iter().filter(|step| step.undoes.is_none() && !undone.contains(&step.event)).collect();
    let touched: HashSet<Uuid> = open.iter().filter_map(Step::slot).collect();
    let rows = slot::Entity::find().filter(slot::Column::Id.is_in(touched)).all(conn).await?;
    let now: HashMap<Uuid, Standing> = rows.iter().map(|row| (row.id, Standing::from(row))).collect();
    open.retain(|step| match &step.did {
        Did::Slot(did) => now.get(&did.slot) == Some(&did.is),
        Did::Placed(_) => true,
    });
    Ok(open.into_iter().next())
}
