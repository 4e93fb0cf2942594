//! What is new in the draft.

use super::hold::{Held, Subject};
use super::{Done, Standing};
use crate::ProgrammeError;
use crate::entity::slot;
use crate::rules::plan::Span;
use base::{Actor, Text, Uuid};
use store::Store;

/// What is added.
#[derive(Clone, Debug, PartialEq)]
pub enum New {
    /// A session once more: a repeat, with a guid and a number of its own.
    Occurrence(Uuid),
    /// Everybody sees it.
    Break(Text),
    /// Nobody sees it: the room is in use.
    Blocker(Text),
}

/// Adds a slot, in one room or, if it is a break or a blocker, across all of them. If one with this `id` is there already,
/// nothing changes: the form was sent twice.
pub async fn add(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: New,
    (room, span): (Option<Uuid>, Option<Span>),
) -> Result<Done, ProgrammeError> {
    let held = Held::new(store, congress).await?;
    if held.row(id).await?.is_some() {
        held.tx.rollback().await?;
        return Ok(Done { slot: id, unchanged: true, warnings: vec![], kept: 0 });
    }
    let (kind, session, title) = match new {
        New::Occurrence(session) if held.draft.sessions.contains_key(&session) => {
            (slot::Kind::Session, Some(session), Text::default())
        }
        New::Occurrence(_) => return Err(ProgrammeError::UnknownSlot),
        New::Break(title) => (slot::Kind::Break, None, title),
        New::Blocker(title) => (slot::Kind::Blocker, None, title),
    };
    let standing = Standing {
        kind,
        session,
        title,
        room,
        starts_at: span.map(|span| span.from),
        ends_at: span.map(|span| span.until),
        pinned: false,
        removed: false,
    };
    held.put(actor, Subject::New(id), standing, None).await
}
