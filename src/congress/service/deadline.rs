//! Until when people may change what they ordered themselves.

use crate::entity::congress::{ActiveModel, Model};
use crate::rules::Deadline;
use crate::service::part::Part;
use crate::{CongressError, rules};
use base::Time;
use sea_orm::ActiveValue::Set;
use serde::Serialize;

/// Until when who holds a link may do what; none: names until the congress ends, all else until it opens its doors. Staff may
/// until it is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Deadlines {
    pub names_until: Option<Time>,
    pub substitutes_until: Option<Time>,
    pub category_until: Option<Time>,
    pub cancel_until: Option<Time>,
}

impl Part for Deadlines {
    const NAME: &'static str = "deadlines";

    fn of(row: &Model) -> Self {
        Self {
            names_until: row.names_until,
            substitutes_until: row.substitutes_until,
            category_until: row.category_until,
            cancel_until: row.cancel_until,
        }
    }

    fn check(&self) -> Result<(), CongressError> {
        Ok(())
    }

    /// Nothing is changed by people themselves after the end; nothing that frees a seat once the doors are open.
    fn fits(&self, row: &Model) -> Result<(), CongressError> {
        let latest = [
            (Deadline::Names, self.names_until, row.ends_at),
            (Deadline::Substitutes, self.substitutes_until, row.ends_at),
            (Deadline::Category, self.category_until, rules::opens_at(row)),
            (Deadline::Cancel, self.cancel_until, rules::opens_at(row)),
        ];
        let late = latest.into_iter().find(|(_, set, latest)| set.is_some_and(|set| set > *latest));
        late.map_or(Ok(()), |(which, ..)| Err(CongressError::DeadlineLate(which)))
    }

    fn write(self, row: &mut ActiveModel) {
        row.names_until = Set(self.names_until);
        row.substitutes_until = Set(self.substitutes_until);
        row.category_until = Set(self.category_until);
        row.cancel_until = Set(self.cancel_until);
    }
}
