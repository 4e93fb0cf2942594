//! The draft, changed by hand. Each use case holds the congress, so that one change follows the other, and looks with the
//! rules at what it would make ([`crate::rules::clash`]): what *blocks* is refused, unless it was wrong in just that way
//! before (what was taken in with overlaps can be put right step by step); what *warns* is done and told.
//!
//! Whoever changes a slot says which version they saw. If somebody changed it since, nothing is done, and they are told who
//! and where it stands now ([`Moved`]); unless it stands already as they want it: the form was sent twice.
//!
//! Every change is an event with what stood there before and after, from which [`undo`] takes it back.

mod add;
mod change;
mod hold;
pub(super) mod place;
pub mod rule;
mod undo;

pub use add::{New, add};
pub use change::{Change, change};
pub(in crate::service) use hold::{Held, Subject, alike};
pub use undo::undo;

use crate::entity::slot;
use crate::rules::clash::Clash;
use crate::rules::plan::Span;
use base::{Text, Time, Uuid};
use serde::{Deserialize, Serialize};

/// All that can be changed of a slot, as events keep it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub kind: slot::Kind,
    pub session: Option<Uuid>,
    pub title: Text,
    pub room: Option<Uuid>,
    pub starts_at: Option<Time>,
    pub ends_at: Option<Time>,
    pub pinned: bool,
    pub removed: bool,
}

impl Standing {
    /// When it is. None: it is parked.
    pub fn span(&self) -> Option<Span> {
        self.starts_at.zip(self.ends_at).map(|(from, until)| Span::new(from, until))
    }

    /// The same at another place.
    #[must_use]
    pub(crate) fn at(self, room: Option<Uuid>, span: Option<Span>) -> Self {
        Self { room, starts_at: span.map(|span| span.from), ends_at: span.map(|span| span.until), ..self }
    }
}

impl From<&slot::Model> for Standing {
    fn from(row: &slot::Model) -> Self {
        Self {
            kind: row.kind,
            session: row.session_id,
            title: row.title.0.clone(),
            room: row.room_id,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            pinned: row.pinned,
            removed: row.removed_at.is_some(),
        }
    }
}

/// What came of a change.
#[derive(Clone, Debug)]
pub struct Done {
    pub slot: Uuid,
    /// It stood so already.
    pub unchanged: bool,
    /// What is wrong with it now, and does not block.
    pub warnings: Vec<Clash>,
    /// Of many that were taken back as one: how many stayed, because somebody changed them since.
    pub kept: usize,
}

/// Somebody else was faster: who, and how it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub slot: Uuid,
    /// Empty: it is not known.
    pub by: String,
    pub now: Standing,
}
