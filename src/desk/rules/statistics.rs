//! Statistics: series over time, comparisons, shares, and where money and people belong. Over plain values.

pub mod voucher;

use super::day::begin;
use base::{Time, Uuid, name};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use locale::Tz;
use payment::query::figures::{Refunded, Ticket};
use registration::entity::attendee::State;
use registration::query::statistics::{InSpan, OfBuyer, OfOrganisation, Tally};
use std::collections::{BTreeMap, HashMap};

/// How long a span of a series is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Day,
    Week,
}

/// Up to so many days are shown by day unless told otherwise, …
const BY_DAY: i64 = 31;
/// … and so many at all.
const MOST_DAYS: i64 = 92;
/// The most weeks of a series. What was before is one sum.
const MOST_WEEKS: usize = 60;

/// Days that are counted together, in the congress's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Span {
    /// When it begins.
    pub fn begins(self, zone: Tz) -> Time {
        begin(self.first, zone)
    }
}

/// The spans from one day to another, oldest first: days or calendar weeks, the first and the last cut where the period
/// is. Days only where they are few enough to be read.
pub fn spans(first: NaiveDate, last: NaiveDate, asked: Option<Step>) -> (Step, Vec<Span>) {
    let days = (last - first).num_days() + 1;
    let step = match asked {
        Some(Step::Week) => Step::Week,
        Some(Step::Day) if days <= MOST_DAYS => Step::Day,
        None if days <= BY_DAY => Step::Day,
        _ => Step::Week,
    };
    let mut spans = vec![];
    let mut begins = first;
    while begins <= last {
        let ends = match step {
            Step::Day => begins,
            Step::Week => begins.week(Weekday::Mon).last_day(),
        };
        spans.push(Span { first: begins, last: ends.min(last) });
        begins = ends + Days::new(1);
    }
    let skip = spans.len().saturating_sub(if step == Step::Week { MOST_WEEKS } else { usize::MAX });
    (step, spans.split_off(skip))
}

/// What happened within a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub span: Span,
    /// Registered in it, whatever became of them.
    pub registered: i64,
    /// Of those, who still hold a place.
    pub kept: i64,
    /// Tickets that ended in it, whenever they were registered.
    pub cancelled: i64,
    pub expired: i64,
    /// Who held a place when it was over.
    pub going: i64,
}

/// What happened when. What was before the first span counts in the sums.
pub fn series(spans: &[Span], came: &[InSpan], went: &[InSpan]) -> Vec<Point> {
    let tally = |rows: &[InSpan], at: usize| -> Tally {
        let here = rows.iter().filter(|row| usize::try_from(row.span) == Ok(at));
        here.map(|row| Tally::of(row.state, row.n)).sum()
    };
    let mut going = tally(came, 0).registered() - tally(went, 0).gone();
    let point = |(at, span): (usize, &Span)| {
        let (came, went) = (tally(came, at), tally(went, at));
        going += came.registered() - went.gone();
        Point {
            span: *span,
            registered: came.registered(),
            kept: came.going,
            cancelled: went.cancelled,
            expired: went.expired,
            going,
        }
    };
    (1..).zip(spans).map(point).collect()
}

/// How many stand how, by category.
pub fn by_category(came: &[InSpan]) -> BTreeMap<Uuid, Tally> {
    let mut all: BTreeMap<Uuid, Tally> = BTreeMap::new();
    for row in came {
        *all.entry(row.category_id).or_default() += Tally::of(row.state, row.n);
    }
    all
}

/// The most weeks before a congress that editions are compared in.
const MOST_MARKS: i64 = 52;

/// The days before a congress at which editions are compared, the longest ago first: every seventh, from the first
/// registration of either on, and the day of the beginning.
pub fn marks(longest: i64) -> Vec<i64> {
    let weeks = (longest.max(0) + 6) / 7;
    (0..=weeks.min(MOST_MARKS)).rev().map(|week| week * 7).collect()
}

/// When the day so many days before the beginning is over, for each mark.
pub fn moments(starts_at: Time, zone: Tz, marks: &[i64]) -> Vec<Time> {
    let day = starts_at.with_timezone(&zone).date_naive();
    marks.iter().map(|days| begin(day - TimeDelta::days(*days - 1), zone)).collect()
}

/// How many days before the beginning a moment is, by the calendar.
pub fn days_before(starts_at: Time, at: Time, zone: Tz) -> i64 {
    let day = |time: Time| time.with_timezone(&zone).date_naive();
    (day(starts_at) - day(at)).num_days()
}

/// So many of a hundred, rounded. `None`: of nothing.
pub fn share(n: i64, of: i64) -> Option<i64> {
    (of > 0).then(|| (n * 200 + of) / (of * 2))
}

/// An amount in parts as large as their weights say, in whole cents: the parts are together the amount. Cents that are
/// left over go where the most was cut off, of equals to the first.
pub fn spread(cents: i64, weights: &[i64]) -> Vec<i64> {
    let all: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if all <= 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &i64| i128::from(cents) * i128::from(*weight);
    let mut parts: Vec<i64> =
        weights.iter().map(|weight| i64::try_from(exact(weight) / all).unwrap_or_default()).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(exact(&weights[*at]) % all));
    let left = usize::try_from(cents - parts.iter().sum::<i64>()).unwrap_or_default();
    for at in order.into_iter().take(left) {
        parts[at] += 1;
    }
    parts
}

/// What was paid back, by category and rate: for tickets that ended as far as they cost so much, else for all tickets of
/// the order, in parts as large as their prices. `None`: nothing of the order costs anything any more.
pub fn refunds(orders: &[Refunded]) -> BTreeMap<Option<(Uuid, i32)>, i64> {
    let mut sums: BTreeMap<Option<(Uuid, i32)>, i64> = BTreeMap::new();
    for order in orders {
        let ended: Vec<&Ticket> =
            order.tickets.iter().filter(|t| matches!(t.state, State::Cancelled | State::Expired)).collect();
        let enough = ended.iter().map(|t| t.cents).sum::<i64>() >= order.cents;
        let tickets: Vec<&Ticket> = if enough { ended } else { order.tickets.iter().collect() };
        let weights: Vec<i64> = tickets.iter().map(|t| t.cents).collect();
        for (ticket, cents) in tickets.iter().zip(spread(order.cents, &weights)) {
            *sums.entry(Some((ticket.category_id, ticket.vat_basis_points))).or_default() += cents;
        }
        if tickets.is_empty() {
            *sums.entry(None).or_default() += order.cents;
        }
    }
    sums
}

/// A name of what is counted, and how many; the most first, of equals by name.
pub type Ranked = Vec<(String, Tally)>;

fn ranked(all: impl IntoIterator<Item = (String, Tally)>) -> Ranked {
    let mut all: Ranked = all.into_iter().collect();
    all.sort_by(|(a, m), (b, n)| (n.going, n.registered()).cmp(&(m.going, m.registered())).then_with(|| a.cmp(b)));
    all
}

/// Together what is written alike but for capitals, accents and spaces, under the spelling that most have. Without those
/// that have no name.
pub fn organisations(rows: &[OfOrganisation]) -> Ranked {
    let mut alike: HashMap<String, Vec<&OfOrganisation>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.organisation.is_empty()) {
        alike.entry(name::fold(&row.organisation)).or_default().push(row);
    }
    let together = |mut rows: Vec<&OfOrganisation>| {
        rows.sort_by(|a, b| b.tally.registered().cmp(&a.tally.registered()).then(a.organisation.cmp(&b.organisation)));
        let name = rows.first().map_or_else(String::new, |row| row.organisation.clone());
        (name, rows.iter().map(|row| row.tally).sum())
    };
    ranked(alike.into_values().map(together))
}

/// Attendees by town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Towns {
    pub towns: Ranked,
    /// Neither an invoice nor an organisation that is known says where they come from.
    pub unknown: Tally,
}

/// Where attendees come from: the town that the invoice goes to; without one that of their organisation, if the host
/// knows it (`known`: folded name and town). `all` and `billed`: attendees by organisation, and of them those for whom an
/// invoice goes to a town.
pub fn towns(
    buyers: &[OfBuyer],
    all: &[OfOrganisation],
    billed: &[OfOrganisation],
    known: &HashMap<String, String>,
) -> Towns {
    let mut names: HashMap<String, (String, Tally)> = HashMap::new();
    let mut unknown = Tally::default();
    let mut add = |town: &str, tally: Tally| {
        let entry = names.entry(name::fold(town)).or_insert_with(|| (town.to_owned(), Tally::default()));
        entry.1 += tally;
    };
    for buyer in buyers.iter().filter(|buyer| !buyer.town.is_empty()) {
        add(&buyer.town, buyer.tally);
    }
    let invoiced: HashMap<&str, Tally> = billed.iter().map(|row| (row.organisation.as_str(), row.tally)).collect();
    for row in all {
        let mut left = row.tally;
        if let Some(invoiced) = invoiced.get(row.organisation.as_str()) {
            left -= *invoiced;
        }
        if left == Tally::default() {
            continue;
        }
        match known.get(&name::fold(&row.organisation)).filter(|town| !town.is_empty()) {
            Some(town) => add(town, left),
            None => unknown += left,
        }
    }
    Towns { towns: ranked(names.into_values()), unknown }
}

/// How many came of those who were expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Showed {
    pub expected: i64,
    pub came: i64,
}

impl Showed {
    /// Who had a good ticket and did not come.
    pub fn missing(self) -> i64 {
        self.expected - self.came
    }
}

/// ISO 8601: 1 to 53.
pub fn week(span: Span) -> u32 {
    span.first.iso_week().week()
}
