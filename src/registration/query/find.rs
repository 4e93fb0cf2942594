//! What lists of orders and of attendees are asked for, and in which order.

use crate::entity::order;
use ::ticket::TicketNumber;
use base::{Time, Uuid, name};
use sea_orm::sea_query::{LikeExpr, SelectStatement};
use sea_orm::{ColumnTrait, Condition, Order};

/// Which rows a list shows. `S` is the state of its rows.
#[derive(Clone, Debug)]
pub struct Filter<S> {
    /// Words that must all be found: in code, names, addresses, organisations. Umlauts either way.
    pub query: String,
    pub state: Option<S>,
    /// Attendees of this category, and orders with one.
    pub category: Option<Uuid>,
    pub source: Option<order::Source>,
    /// Placed at this moment or later.
    pub from: Option<Time>,
    /// Placed before this moment.
    pub until: Option<Time>,
    /// Among those that slices above know of, or among all others: a query of ids.
    pub among: Option<(bool, Box<SelectStatement>)>,
    /// Only these.
    pub only: Option<Vec<Uuid>>,
}

impl<S> Default for Filter<S> {
    fn default() -> Self {
        Self {
            query: String::new(),
            state: None,
            category: None,
            source: None,
            from: None,
            until: None,
            among: None,
            only: None,
        }
    }
}

impl<S: Copy> Filter<S> {
    /// The same, whatever state.
    pub(super) fn of_any_state(&self) -> Self {
        Self { state: None, ..self.clone() }
    }

    /// The words that must all be found, as patterns.
    pub(super) fn words(&self) -> Vec<LikeExpr> {
        // "Kemper, Petra" as lists have it.
        let folded = name::fold(&self.query);
        let words = folded.split([' ', ',', ';']).filter(|word| !word.is_empty());
        words.map(|word| store::contains(&by_code(word))).collect()
    }

    /// What is the same for both lists: these ids, those of slices above.
    pub(super) fn by_id<C: ColumnTrait>(&self, id: C) -> Condition {
        let mut all = Condition::all();
        if let Some((inside, ids)) = &self.among {
            let ids = (**ids).clone();
            all = all.add(if *inside { id.in_subquery(ids) } else { id.not_in_subquery(ids) });
        }
        if let Some(only) = &self.only {
            all = all.add(id.is_in(only.iter().copied()));
        }
        all
    }

    /// Between the two moments.
    pub(super) fn by_time<C: ColumnTrait>(&self, at: C) -> Condition {
        let mut all = Condition::all();
        if let Some(from) = self.from {
            all = all.add(at.gte(from));
        }
        if let Some(until) = self.until {
            all = all.add(at.lt(until));
        }
        all
    }
}

/// A ticket's number is found by the code in it.
fn by_code(word: &str) -> String {
    TicketNumber::parse(word).map_or_else(|_| word.to_owned(), |number| number.code().to_lowercase())
}

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub limit: u64,
    pub offset: u64,
}

/// What a list is sorted by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting<K> {
    pub by: K,
    pub descending: bool,
}

impl<K> Sorting<K> {
    pub(super) fn order(&self) -> Order {
        if self.descending { Order::Desc } else { Order::Asc }
    }
}
