//! What the list of contacts is asked for: all of it stands in the address.

use crate::form::list::{self, Asked};
use crate::rules::pages::Page;
use campaign::query::contact::{Filter, Standing};
use web::Fields;

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactSearch {
    pub query: String,
    pub standing: Option<Standing>,
    pub page: u64,
}

impl ContactSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            standing: Standing::of(fields.get("state")),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        !self.query.is_empty() || self.standing.is_some()
    }

    /// The same for those who stand otherwise, from its first page.
    #[must_use]
    pub fn with_standing(&self, standing: Option<Standing>) -> Self {
        Self { standing, page: 1, ..self.clone() }
    }

    /// What the database is asked for.
    pub fn filter(&self) -> Filter {
        Filter { query: self.query.clone(), standing: self.standing }
    }
}

impl Asked for ContactSearch {
    const LIST: &'static str = "contacts";

    fn place(congress: &str) -> String {
        address::campaign::Contacts::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let standing = self.standing.map_or("", Standing::name);
        vec![("q", self.query.clone()), ("state", standing.to_owned())]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
