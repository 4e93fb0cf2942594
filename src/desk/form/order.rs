//! What a list of orders is asked for: all of it stands in the address.

use crate::form::list::{self, Asked, Keys};
use crate::rules::pages::Page;
use base::{Time, Uuid};
use chrono::NaiveDate;
use locale::Tz;
use payment::query::owed::{self, Owed};
use registration::entity::order::{Source, State};
use registration::query::find::Sorting;
use registration::query::order::{Filter, Key, NEWEST};
use sea_orm::ActiveEnum;
use web::Fields;

/// What orders can be sorted by.
pub const KEYS: Keys<Key> =
    &[("time", Key::Placed), ("code", Key::Code), ("buyer", Key::Buyer), ("amount", Key::Amount)];

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderSearch {
    pub query: String,
    /// A category's short name; empty for all.
    pub category: String,
    pub state: Option<State>,
    pub source: Option<Source>,
    /// How their money stands.
    pub money: Option<Owed>,
    /// Only orders that try something out.
    pub test: bool,
    /// Placed on this day or later, …
    pub from: Option<NaiveDate>,
    /// … and on this day or before.
    pub until: Option<NaiveDate>,
    pub sorting: Sorting<Key>,
    pub page: u64,
}

impl Default for OrderSearch {
    fn default() -> Self {
        Self::read(&Fields::new())
    }
}

impl OrderSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            category: fields.get("category").to_owned(),
            state: State::try_from_value(&fields.get("state").to_owned()).ok(),
            source: Source::try_from_value(&fields.get("source").to_owned()).ok(),
            money: Owed::read(fields.get("money")),
            test: fields.get("test") == "yes",
            from: list::day(fields.get("from")),
            until: list::day(fields.get("until")),
            sorting: list::sorting(fields, KEYS, NEWEST),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { sorting: self.sorting, page: self.page, ..Self::default() }
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }

    /// The same sorted otherwise, from its first page.
    #[must_use]
    pub fn with_sorting(&self, sorting: Sorting<Key>) -> Self {
        Self { sorting, page: 1, ..self.clone() }
    }

    /// What the database is asked for.
    pub fn filter(&self, congress: Uuid, category: Option<Uuid>, zone: Tz, now: Time) -> Filter {
        Filter {
            among: self.money.map(|money| (true, Box::new(owed::orders(congress, money, now)))),
            query: self.query.clone(),
            state: self.state,
            category,
            source: self.source,
            from: list::begins(self.from, zone),
            until: list::ends(self.until, zone),
            test: self.test,
            ..Filter::default()
        }
    }
}

impl Asked for OrderSearch {
    const LIST: &'static str = "orders";

    fn place(congress: &str) -> String {
        address::desk::Orders::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("category", self.category.clone()),
            ("state", self.state.map(|state| state.to_value()).unwrap_or_default()),
            ("source", self.source.map(|source| source.to_value()).unwrap_or_default()),
            ("money", self.money.map(|money| money.name().to_owned()).unwrap_or_default()),
            ("test", if self.test { "yes".to_owned() } else { String::new() }),
            ("from", list::day_name(self.from)),
            ("until", list::day_name(self.until)),
            ("sort", list::sorting_name(self.sorting, KEYS, NEWEST)),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
