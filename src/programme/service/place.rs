//! "Place what is left": what is parked gets times and rooms, as a proposal first, and then as far as whoever asked for it
//! agrees. What has a place already, or is pinned, is not touched.

use crate::ProgrammeError;
use crate::query::plan::{Draft, draft};
use crate::rules::place::{Options, Outcome, place};
use crate::rules::plan::{Content, Plan, Slot};
use base::Uuid;
use store::{DbErr, Store};
use tokio::sync::Semaphore;

pub use super::plan::place::{Placed, Spot, apply};

/// It takes a core for some seconds: whoever asks meanwhile waits, and everybody else has the other cores.
static SOLVING: Semaphore = Semaphore::const_new(1);

/// What of all that is parked is to be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The same one gives the same plan.
    pub seed: u64,
    /// How hard to try, in per cent of the usual.
    pub effort: u32,
    /// Only what is confirmed.
    pub confirmed: bool,
    /// Only of this track, of this type.
    pub track: Option<Uuid>,
    pub kind: Option<Uuid>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { seed: 1, effort: 100, confirmed: false, track: None, kind: None }
    }
}

impl Wanted {
    /// Whether something is wanted that is parked, not pinned, and takes place.
    pub fn holds(&self, draft: &Draft, slot: &Slot) -> bool {
        let Content::Session(id) = slot.content else { return false };
        let Some(session) = draft.sessions.get(&id) else { return false };
        slot.span.is_none()
            && !slot.pinned
            && (session.confirmed || !self.confirmed)
            && self.track.is_none_or(|track| session.track == Some(track))
            && self.kind.is_none_or(|kind| session.kind == Some(kind))
    }

    /// How many slots that is.
    pub fn count(&self, draft: &Draft) -> usize {
        draft.plan.slots.iter().filter(|slot| self.holds(draft, slot)).count()
    }
}

/// What would be placed where, and why the rest would not.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The draft that it was made for.
    pub draft: Draft,
    /// How many slots places were looked for.
    pub asked: usize,
    pub outcome: Outcome,
}

/// Looks for places, and changes nothing. Searching holds no connection, and no thread that answers others.
pub async fn propose(store: &Store, congress: Uuid, wanted: &Wanted) -> Result<Proposal, ProgrammeError> {
    let draft = {
        let snapshot = store.snapshot().await?;
        let row = congress::query::by_id(&snapshot, congress).await?.ok_or(congress::CongressError::Unknown)?;
        draft(&snapshot, &row).await?
    };
    let asked = wanted.count(&draft);
    let slots = draft.plan.slots.iter().filter(|slot| slot.span.is_some() || wanted.holds(&draft, slot));
    let plan = Plan { slots: slots.cloned().collect(), ..draft.plan.clone() };
    let options = Options { seed: wanted.seed, effort: wanted.effort, grid: draft.frame.grid, ..Options::default() };
    let settings = draft.settings.clone();
    let turn = SOLVING.acquire().await.map_err(|error| DbErr::Custom(error.to_string()))?;
    let solved = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        place(&plan, &settings, &options)
    });
    let outcome = solved.await.map_err(|error| DbErr::Custom(error.to_string()))?;
    Ok(Proposal { draft, asked, outcome })
}
