//! What the list of those who wait is asked for: all of it stands in the address.

use crate::form::list::{self, Asked};
use crate::rules::pages::Page;
use base::Uuid;
use congress::entity::waiting::State;
use registration::query::waiting::Filter;
use sea_orm::ActiveEnum;
use web::Fields;

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingSearch {
    pub query: String,
    /// A category's short name; empty for all.
    pub category: String,
    pub state: Option<State>,
    pub page: u64,
}

impl WaitingSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            category: fields.get("category").to_owned(),
            state: State::try_from_value(&fields.get("state").to_owned()).ok(),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { page: self.page, ..Self::read(&Fields::new()) }
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }

    /// What the database is asked for.
    pub fn filter(&self, category: Option<Uuid>) -> Filter {
        Filter { query: self.query.clone(), state: self.state, category }
    }
}

impl Asked for WaitingSearch {
    const LIST: &'static str = "waiting";

    fn place(congress: &str) -> String {
        address::desk::Waiting::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("category", self.category.clone()),
            ("state", self.state.map(|state| state.to_value()).unwrap_or_default()),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
