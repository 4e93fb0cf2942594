//! What a list of attendees is asked for: all of it stands in the address.

use crate::form::list::{self, Asked, Keys};
use crate::rules::pages::Page;
use base::Uuid;
use chrono::NaiveDate;
use locale::Tz;
use registration::entity::attendee::State;
use registration::entity::order::Source;
use registration::query::attendee::{Filter, Key};
use registration::query::find::Sorting;
use sea_orm::ActiveEnum;
use web::Fields;

/// What attendees can be sorted by.
pub const KEYS: Keys<Key> = &[("name", Key::Name), ("time", Key::Placed)];

/// By name, as a list of people is.
pub const OWN: Sorting<Key> = Sorting { by: Key::Name, descending: false };

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendeeSearch {
    pub query: String,
    /// A category's short name; empty for all.
    pub category: String,
    pub state: Option<State>,
    pub source: Option<Source>,
    /// Who is inside, or who is not.
    pub admitted: Option<bool>,
    /// Only places without a name.
    pub nameless: bool,
    /// Only orders that try something out.
    pub test: bool,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub sorting: Sorting<Key>,
    pub page: u64,
}

impl Default for AttendeeSearch {
    fn default() -> Self {
        Self::read(&Fields::new())
    }
}

impl AttendeeSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            category: fields.get("category").to_owned(),
            state: State::try_from_value(&fields.get("state").to_owned()).ok(),
            source: Source::try_from_value(&fields.get("source").to_owned()).ok(),
            admitted: match fields.get("admitted") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            nameless: fields.get("name") == "none",
            test: fields.get("test") == "yes",
            from: list::day(fields.get("from")),
            until: list::day(fields.get("until")),
            sorting: list::sorting(fields, KEYS, OWN),
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

    /// As it stands in the address.
    pub fn admitted_name(&self) -> &'static str {
        match self.admitted {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        }
    }

    /// What the database is asked for.
    pub fn filter(&self, congress: Uuid, category: Option<Uuid>, zone: Tz) -> Filter {
        Filter {
            query: self.query.clone(),
            state: self.state,
            category,
            source: self.source,
            from: list::begins(self.from, zone),
            until: list::ends(self.until, zone),
            among: self.admitted.map(|admitted| (admitted, Box::new(checkin::query::admission::inside(congress)))),
            only: None,
            nameless: self.nameless,
            test: self.test,
        }
    }
}

impl Asked for AttendeeSearch {
    const LIST: &'static str = "attendees";

    fn place(congress: &str) -> String {
        address::desk::Attendees::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("category", self.category.clone()),
            ("state", self.state.map(|state| state.to_value()).unwrap_or_default()),
            ("source", self.source.map(|source| source.to_value()).unwrap_or_default()),
            ("admitted", self.admitted_name().to_owned()),
            ("name", if self.nameless { "none".to_owned() } else { String::new() }),
            ("test", if self.test { "yes".to_owned() } else { String::new() }),
            ("from", list::day_name(self.from)),
            ("until", list::day_name(self.until)),
            ("sort", list::sorting_name(self.sorting, KEYS, OWN)),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
