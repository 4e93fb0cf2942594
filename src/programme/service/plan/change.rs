//! What is there, put elsewhere.

use super::hold::{Held, Subject};
use super::{Done, Standing};
use crate::ProgrammeError;
use crate::entity::slot;
use crate::rules::plan::Span;
use base::{Actor, Text, Uuid};
use store::Store;

/// What is to become of a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It takes place then and there. No room: a break or a blocker is in all of them.
    Place { room: Option<Uuid>, span: Span },
    /// The same, and held or not, and called so: what the form says of it.
    Put { room: Option<Uuid>, span: Span, pinned: bool, title: Option<Text> },
    /// It has no time any more.
    Park,
    /// The solver leaves it where it is, or need not.
    Pin(bool),
    /// It leaves the draft; releases that hold it stay. A session without any other slot stands parked again.
    Remove,
}

impl Change {
    fn of(self, now: Standing) -> Standing {
        match self {
            Self::Place { room, span } => now.at(room, Some(span)),
            Self::Put { room, span, pinned, title } => {
                let title = title.unwrap_or_else(|| now.title.clone());
                Standing { pinned, title, ..now.at(room, Some(span)) }
            }
            Self::Park => now.at(None, None),
            Self::Pin(pinned) => Standing { pinned, ..now },
            Self::Remove => Standing { removed: true, ..now },
        }
    }
}

/// Changes a slot that was seen in this version; or gives one to a session that has none, by the session's id and version
/// zero. Its guid and its number stay, whatever moves.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    version: i32,
    change: Change,
) -> Result<Done, ProgrammeError> {
    let held = Held::new(store, congress).await?;
    let subject = match held.row(id).await? {
        Some(row) => Subject::Row(Box::new(row)),
        None => held.session(id).await?,
    };
    let new = match &subject {
        Subject::Row(row) => change.of(Standing::from(&**row)),
        Subject::Session(session) | Subject::New(session) => change.of(Standing::parked(*session)),
    };
    match &subject {
        Subject::Row(row) if row.version != version || row.removed_at.is_some() => {
            if Standing::from(&**row) == new {
                let slot = row.id;
                held.tx.rollback().await?;
                return Ok(Done { slot, unchanged: true, warnings: vec![], kept: 0 });
            }
            Err(held.moved(row).await?)
        }
        _ => held.put(actor, subject, new, None).await,
    }
}

impl Held {
    /// A session by its id: one that has no slot, or else the slot that somebody gave it meanwhile.
    async fn session(&self, id: Uuid) -> Result<Subject, ProgrammeError> {
        if !self.draft.sessions.contains_key(&id) {
            return Err(ProgrammeError::UnknownSlot);
        }
        let given = self.draft.slots.iter().find(|slot| slot.session == Some(id) && slot.version > 0);
        let row: Option<slot::Model> = match given {
            Some(given) => self.row(given.id).await?,
            None => None,
        };
        Ok(row.map_or(Subject::Session(id), |row| Subject::Row(Box::new(row))))
    }
}
