//! What statistics are asked for: all of it stands in the address.

use crate::form::list::{self, Asked};
use crate::rules::statistics::Step;
use base::Uuid;
use chrono::NaiveDate;
use locale::Tz;
use registration::query::statistics as count;
use web::Fields;

/// Which attendees count, and how series are cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatisticsSearch {
    /// A category's short name; empty for all.
    pub category: String,
    /// Registered on this day or later, …
    pub from: Option<NaiveDate>,
    /// … and on this day or before.
    pub until: Option<NaiveDate>,
    /// None: as fits the period.
    pub step: Option<Step>,
}

impl StatisticsSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            category: fields.get("category").to_owned(),
            from: list::day(fields.get("from")),
            until: list::day(fields.get("until")),
            step: STEPS.into_iter().find_map(|(name, step)| (name == fields.get("step")).then_some(step)),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { step: self.step, ..Self::default() }
    }

    /// What the database is asked. `category`: by its short name, if there is one of it.
    pub fn asked(&self, congress: Uuid, category: Option<Uuid>, zone: Tz) -> count::Asked {
        count::Asked { congress, category, from: list::begins(self.from, zone), until: list::ends(self.until, zone) }
    }

    /// Its name in the address; empty for what fits.
    pub fn step_name(&self) -> &'static str {
        STEPS.into_iter().find_map(|(name, step)| (self.step == Some(step)).then_some(name)).unwrap_or("")
    }

    /// The same part of the statistics, or another, asked for the same.
    pub fn at(&self, place: &str) -> String {
        let pairs = self.pairs();
        let query: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address::with_query(place, &query)
    }
}

/// Names in the address.
const STEPS: [(&str, Step); 2] = [("day", Step::Day), ("week", Step::Week)];

impl Asked for StatisticsSearch {
    const LIST: &'static str = "statistics";

    fn place(congress: &str) -> String {
        address::desk::Statistics::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("category", self.category.clone()),
            ("from", list::day_name(self.from)),
            ("until", list::day_name(self.until)),
            ("step", self.step_name().to_owned()),
        ]
    }

    fn page(&self) -> u64 {
        1
    }

    fn with_page(&self, _: u64) -> Self {
        self.clone()
    }
}
