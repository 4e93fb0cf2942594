//! What a list of mails is asked for: all of it stands in the address.

use crate::rules::pages::Page;
use post::State;
use web::Fields;

/// A part of the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailSearch {
    pub state: Option<State>,
    pub page: u64,
}

impl MailSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        let state = State::ALL.into_iter().find(|state| state.name() == fields.get("state"));
        Self { state, page: Page::asked(fields.get("page")) }
    }

    /// All of one state.
    pub fn of(state: Option<State>) -> Self {
        Self { state, page: 1 }
    }

    /// Another page of the same.
    #[must_use]
    pub fn with_page(self, page: u64) -> Self {
        Self { page, ..self }
    }

    /// Its address.
    pub fn path(self, congress: &str) -> String {
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        let query = [("state", self.state.map_or("", State::name)), ("page", &*page)];
        address::with_query(&address::desk::Mails::new(congress).path(), &query)
    }
}
