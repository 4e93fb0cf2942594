//! Several mails at once: which, and what to do with them.

use crate::form::mail::MailSearch;
use base::Uuid;
use post::query::Ripe;
use web::Fields;

const HOLD: &str = "hold";

/// A deed's name in the form.
pub fn name(deed: Ripe) -> &'static str {
    match deed {
        Ripe::Send => "send",
        Ripe::Hold => HOLD,
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub deed: Ripe,
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
            deed: if fields.get("deed") == HOLD { Ripe::Hold } else { Ripe::Send },
            search: MailSearch::read(fields),
            all: fields.has("all"),
            ticked: fields.all("mail").filter_map(|id| id.parse().ok()).collect(),
        }
    }
}
