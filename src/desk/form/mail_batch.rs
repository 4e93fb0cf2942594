//! Several mails at once: which, and what to do with them.

use crate::form::mail::MailSearch;
use base::Uuid;
use post::State;
use post::query::MessageLine;
use web::Fields;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// What did not arrive, is held or waits for its next attempt goes at once.
    Send,
    /// What waits is kept back.
    Hold,
}

impl Deed {
    pub fn name(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Hold => "hold",
        }
    }

    /// Whether it can be done to this mail now. A mail that was sent is never sent again along with others.
    pub fn suits(self, mail: &MessageLine) -> bool {
        match (self, mail.state) {
            (Self::Send, State::Failed | State::Held | State::InDoubt) | (Self::Hold, State::Waiting) => true,
            (Self::Send, State::Waiting) => mail.attempts > 0,
            _ => false,
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub deed: Deed,
    /// The list that it was asked for from.
    pub search: MailSearch,
    /// All that the list's filter leaves, …
    pub all: bool,
    /// … or those that were ticked.
    pub ticked: Vec<Uuid>,
}

impl Asked {
    pub fn read(fields: &Fields) -> Self {
        Self {
            deed: if fields.get("deed") == "hold" { Deed::Hold } else { Deed::Send },
            search: MailSearch::read(fields),
            all: fields.has("all"),
            ticked: fields.all("mail").filter_map(|id| id.parse().ok()).collect(),
        }
    }
}
