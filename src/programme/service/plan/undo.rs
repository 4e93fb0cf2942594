//! Taking a change back.

use super::hold::{Held, Subject};
use super::place::take_back;
use super::{Done, Standing};
use crate::ProgrammeError;
use crate::query::history::{self, Did};
use base::{Actor, Uuid};
use store::Store;

/// Takes back what an event did to a slot, if it stands as the event left it; whoever changed it since is not overwritten.
/// What was added leaves the draft, what was removed comes back. The rules hold for that too: where something else stands
/// by now that blocks, it is refused. Of many that were placed at once, those are taken back that nobody changed since.
pub async fn undo(store: &Store, actor: &Actor, congress: Uuid, event: Uuid) -> Result<Done, ProgrammeError> {
    let held = Held::new(store, congress).await?;
    let step = history::step(&held.tx, congress, event).await?.ok_or(ProgrammeError::UnknownSlot)?;
    let step = match step.did {
        Did::Slot(step) => step,
        Did::Placed(spots) => return take_back(held, actor, event, &spots).await,
    };
    let row = held.row(step.slot).await?.ok_or(ProgrammeError::UnknownSlot)?;
    let now = Standing::from(&row);
    let back = step.was.unwrap_or_else(|| Standing { removed: true, ..now.clone() });
    if now == back {
        // Sent twice.
        held.tx.rollback().await?;
        return Ok(Done { slot: row.id, unchanged: true, warnings: vec![], kept: 0 });
    }
    if now != step.is {
        return Err(held.moved(&row).await?);
    }
    held.put(actor, Subject::Row(Box::new(row)), back, Some(event)).await
}
