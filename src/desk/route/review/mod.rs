//! The review.

pub mod board;
pub mod frame;
pub mod work;

use crate::page::review::Names;
use base::Uuid;
use base::actor::ActorKind;
use web::{Fault, State, Visit};

/// Who judges: an account of the office.
fn account(visit: &Visit) -> Result<Uuid, Fault> {
    match visit.actor.kind {
        ActorKind::Staff(id) => Ok(id),
        _ => Err(Fault::not_found()),
    }
}

/// Tracks and types for names. Two statements.
async fn names(state: &State, congress: Uuid) -> Result<Names, Fault> {
    let conn = state.store.read();
    Ok(Names {
        tracks: programme::query::tracks(conn, congress).await?,
        kinds: programme::query::session_types(conn, congress).await?,
    })
}
