//! Why places are taken: open claims, sorted by reason.

use base::{Time, Uuid};
use congress::service::waiting::{GATHER, OFFER};
use registration::entity::attendee;
use registration::entity::order::{self, Source};
use registration::query::held::Held;

/// Why a place is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The ticket is valid.
    Confirmed,
    AwaitingPayment,
    AwaitingApproval,
    /// Offered to somebody on the waiting list, or gathered for a group on it.
    WaitingList,
    /// Held in advance for whoever comes with a voucher.
    Voucher,
    /// Held for a partner who names people.
    Contingent,
    /// Held by nobody who may hold one: a mistake that is shown, not hidden.
    Stray,
}

impl Reason {
    pub const ALL: [Self; 7] = [
        Self::Confirmed,
        Self::AwaitingPayment,
        Self::AwaitingApproval,
        Self::Voucher,
        Self::WaitingList,
        Self::Contingent,
        Self::Stray,
    ];

    /// By the kind and the state of who holds it; no state: it is held for no attendee.
    pub fn of(holder_kind: &str, state: Option<attendee::State>) -> Self {
        use attendee::State::{Cancelled, Expired, Unapproved, Unpaid, Valid, Waiting};
        if [OFFER, GATHER].contains(&holder_kind) {
            return Self::WaitingList;
        }
        match state {
            None if holder_kind == ticketing::service::voucher::HOLDER => Self::Voucher,
            None if holder_kind == registration::service::contingent::HOLDER => Self::Contingent,
            Some(Valid) => Self::Confirmed,
            Some(Unpaid) => Self::AwaitingPayment,
            Some(Unapproved) => Self::AwaitingApproval,
            Some(Waiting | Expired | Cancelled) | None => Self::Stray,
        }
    }
}

/// Places of one category that are taken for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub n: i64,
    /// The states of the orders that they belong to: a list of orders shows one state or all.
    pub states: Vec<order::State>,
}

impl Cell {
    fn add(&mut self, held: &Held) {
        self.n += held.n;
        if let Some(state) = held.order_state.filter(|state| !self.states.contains(state)) {
            self.states.push(state);
        }
    }

    /// The state that all of their orders are in, if it is one.
    pub fn state(&self) -> Option<order::State> {
        match self.states.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}

/// The places that a category takes of a capacity.
#[derive(Clone, Debug)]
pub struct Row {
    /// None: held for no attendee.
    pub category: Option<Uuid>,
    /// As [`Reason::ALL`].
    pub cells: [Cell; Reason::ALL.len()],
}

impl Row {
    pub fn total(&self) -> i64 {
        self.cells.iter().map(|cell| cell.n).sum()
    }
}

/// The claims on one capacity.
#[derive(Clone, Debug, Default)]
pub struct Breakdown {
    /// In the order in which the categories came.
    pub rows: Vec<Row>,
    /// How many came which way; none: for no attendee.
    pub sources: Vec<(Option<Source>, i64)>,
    /// When the first unpaid one must be paid.
    pub due: Option<Time>,
}

impl Breakdown {
    /// Sorts the claims on `capacity`. Each of `categories` has a row, also without a claim.
    pub fn of(capacity: Uuid, categories: &[Uuid], held: &[Held]) -> Self {
        let row = |category| Row { category, cells: Default::default() };
        let mut rows: Vec<Row> = categories.iter().map(|category| row(Some(*category))).collect();
        let mut sources: Vec<(Option<Source>, i64)> = vec![];
        let mut due = None;
        for held in held.iter().filter(|held| held.capacity_id == capacity) {
            let at = rows.iter().position(|row| row.category == held.category_id).unwrap_or_else(|| {
                rows.push(row(held.category_id));
                rows.len() - 1
            });
            let reason = Reason::of(&held.holder_kind, held.state);
            if let Some(cell) = rows.get_mut(at).and_then(|row| row.cells.get_mut(reason as usize)) {
                cell.add(held);
            }
            if reason == Reason::WaitingList {
                continue;
            }
            match sources.iter_mut().find(|(source, _)| *source == held.source) {
                Some((_, n)) => *n += held.n,
                None => sources.push((held.source, held.n)),
            }
            if reason == Reason::AwaitingPayment {
                due = [due, held.due].into_iter().flatten().min();
            }
        }
        sources.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Self { rows, sources, due }
    }

    /// The sum of the claims: what the capacity must count.
    pub fn claimed(&self) -> i64 {
        self.rows.iter().map(Row::total).sum()
    }

    /// How many are held by attendees.
    pub fn by_attendees(&self) -> i64 {
        self.claimed() - self.count(Reason::Voucher)
    }

    /// How many for a reason.
    pub fn count(&self, reason: Reason) -> i64 {
        self.rows.iter().filter_map(|row| row.cells.get(reason as usize)).map(|cell| cell.n).sum()
    }
}
