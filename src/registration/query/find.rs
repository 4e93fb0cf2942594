//! What lists of orders and of attendees are asked for, and in which order.

use crate::entity::order;
use ::ticket::TicketNumber;
use ::ticket::number::CODE_LENGTH;
use base::{Time, Uuid, name};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SelectStatement};
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
    /// Only those that staff try something out with; else none of them.
    pub test: bool,
    /// Places without a name, and orders with one.
    pub nameless: bool,
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
            test: false,
            nameless: false,
        }
    }
}

/// The words of what was typed: "Kemper, Petra" as lists have it.
pub fn words(query: &str) -> impl Iterator<Item = &str> {
    query.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|word| !word.is_empty())
}

/// That a word is found in this column. None: there is nothing in it to look for.
pub fn by_word<C: ColumnTrait>(word: &str, search: C) -> Option<Condition> {
    let (text, code) = patterns(word)?;
    let code = code.map(|code| Expr::col(search).like(code));
    Some(Condition::any().add(Expr::col(search).like(text)).add_option(code))
}

impl<S: Copy> Filter<S> {
    /// The same, whatever state.
    pub(super) fn of_any_state(&self) -> Self {
        Self { state: None, ..self.clone() }
    }

    /// That all the words are found in this column.
    pub(super) fn by_words<C: ColumnTrait>(&self, search: C) -> Condition {
        words(&self.query).fold(Condition::all(), |all, word| all.add_option(by_word(word, search)))
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

/// What a word is looked for by: folded as names are; a ticket's number by the code in it; and what may be a part of a
/// code also as it is, since codes are not folded: in them "AE" is no umlaut.
fn patterns(word: &str) -> Option<(LikeExpr, Option<LikeExpr>)> {
    if let Ok(number) = TicketNumber::parse(word) {
        return Some((store::contains(&number.code().to_lowercase()), None));
    }
    let (text, plain) = (name::fold(word), word.to_lowercase());
    let code = (text != plain && plain.len() <= CODE_LENGTH && plain.bytes().all(|b| b.is_ascii_alphanumeric()))
        .then(|| store::contains(&plain));
    (!text.is_empty()).then(|| (store::contains(&text), code))
}

/// What an order and its attendees are found by: the code as it is, the rest folded.
pub(crate) fn search_text(code: &str, rest: &str) -> String {
    format!("{} {}", code.to_lowercase(), name::fold(rest))
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
