//! What a list of mails is asked for: all of it stands in the address.

use crate::form::list::{self, Asked};
use crate::rules::pages::Page;
use post::State;
use post::query::{Filter, Sort};
use web::Fields;

/// The longest name of a kind.
const LONGEST: usize = 200;

/// A part of the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailSearch {
    pub query: String,
    pub state: Option<State>,
    /// `registration.order`; empty for all.
    pub kind: String,
    pub sort: Sort,
    pub page: u64,
}

/// The orders of a list, by their names in the address.
pub const SORTS: [(Sort, &str); 3] = [(Sort::Newest, "newest"), (Sort::Oldest, "oldest"), (Sort::Address, "address")];

impl MailSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        let state = State::ALL.into_iter().find(|state| state.name() == fields.get("state"));
        let sort = SORTS.into_iter().find(|(_, name)| *name == fields.get("sort")).map(|(sort, _)| sort);
        Self {
            query: list::query(fields),
            state,
            kind: fields.get("kind").chars().take(LONGEST).collect(),
            sort: sort.unwrap_or_default(),
            page: Page::asked(fields.get("page")),
        }
    }

    /// All of one state.
    pub fn of(state: Option<State>) -> Self {
        Self { state, page: 1, ..Self::default() }
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        self.state.is_some() || !self.query.is_empty() || !self.kind.is_empty()
    }

    /// What the outbox is asked.
    pub fn filter(&self) -> Filter {
        let kind = Some(self.kind.clone()).filter(|kind| !kind.is_empty());
        Filter { state: self.state, kind, query: self.query.clone(), ripe: None }
    }

    /// Its name in the address.
    pub fn sort_name(&self) -> &'static str {
        SORTS.into_iter().find(|(sort, _)| *sort == self.sort).map_or("", |(_, name)| name)
    }
}

impl Asked for MailSearch {
    const LIST: &'static str = "mails";

    fn place(congress: &str) -> String {
        address::desk::Mails::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let sort = if self.sort == Sort::default() { "" } else { self.sort_name() };
        vec![
            ("q", self.query.clone()),
            ("state", self.state.map_or("", State::name).to_owned()),
            ("kind", self.kind.clone()),
            ("sort", sort.to_owned()),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
