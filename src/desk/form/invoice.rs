//! What the register of invoices is asked for: all of it stands in the address.

use crate::form::list::{self, Asked, begins, day, day_name, ends};
use crate::rules::pages::Page;
use chrono::NaiveDate;
use locale::Tz;
use payment::entity::invoice::Kind;
use payment::query::register::Filter;
use sea_orm::ActiveEnum;
use web::Fields;

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceSearch {
    pub query: String,
    pub kind: Option<Kind>,
    /// Issued on this day or later.
    pub from: Option<NaiveDate>,
    /// Issued on this day or before.
    pub until: Option<NaiveDate>,
    pub page: u64,
}

impl InvoiceSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            kind: Kind::try_from_value(&fields.get("kind").to_owned()).ok(),
            from: day(fields.get("from")),
            until: day(fields.get("until")),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { page: self.page, ..Self::read(&Fields::new()) }
    }

    /// What the database is asked for. Days are those of the zone.
    pub fn filter(&self, zone: Tz) -> Filter {
        Filter {
            query: self.query.clone(),
            kind: self.kind,
            from: begins(self.from, zone),
            until: ends(self.until, zone),
        }
    }
}

impl Asked for InvoiceSearch {
    const LIST: &'static str = "invoices";

    fn place(congress: &str) -> String {
        address::desk::Invoices::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("kind", self.kind.map(|kind| kind.to_value()).unwrap_or_default()),
            ("from", day_name(self.from)),
            ("until", day_name(self.until)),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
