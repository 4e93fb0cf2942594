//! What a list of orders is asked for: all of it stands in the address.

use crate::rules::pages::Page;
use registration::entity::order::State;
use sea_orm::ActiveEnum;
use web::Fields;

/// More than that nobody searches for.
const LONGEST: usize = 200;

/// A search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderSearch {
    pub query: String,
    /// A category's short name; empty for all.
    pub category: String,
    pub state: Option<State>,
    pub page: u64,
}

impl OrderSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: fields.get("q").trim().chars().take(LONGEST).collect(),
            category: fields.get("category").to_owned(),
            state: State::try_from_value(&fields.get("state").to_owned()).ok(),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        !self.query.is_empty() || !self.category.is_empty() || self.state.is_some()
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }

    /// Another page of the same.
    #[must_use]
    pub fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }

    /// Its address.
    pub fn path(&self, congress: &str) -> String {
        let state = self.state.map(|state| state.to_value()).unwrap_or_default();
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        let query = [("q", &*self.query), ("category", &self.category), ("state", &state), ("page", &page)];
        address::with_query(&address::desk::Orders::new(congress).path(), &query)
    }
}
