//! Figures to decide by, each part with its own few statements, however many attendees there are.

pub mod voucher;

use crate::form::statistics::StatisticsSearch;
use crate::rules::statistics::{
    Point, Ranked, Showed, Span, Step, Towns, by_category, days_before, marks, moments, organisations, refunds, series,
    spans, towns,
};
use base::{Text, Time, Uuid, name};
use chrono::NaiveDate;
use congress::entity::organisation::Kind;
use locale::Tz;
use payment::query::figures::{self, Flow, Sold};
use registration::entity::{attendee, order};
use registration::query::statistics::{self as count, Asked, OfBuyer, Tally};
use std::collections::{BTreeMap, HashMap};
use store::{Conn, DbErr, Store};
use ticketing::entity::category::{self, Place};
use web::CongressHead;

/// What all parts are asked for.
#[derive(Clone, Debug)]
pub struct Frame {
    pub search: StatisticsSearch,
    pub categories: Vec<category::Model>,
    asked: Asked,
    zone: Tz,
}

impl Frame {
    /// How a category is called.
    pub fn name(&self, id: Uuid) -> Option<&Text> {
        self.categories.iter().find(|row| row.id == id).map(|row| &row.name.0)
    }

    fn currency(&self) -> String {
        self.categories.first().map_or_else(|| "EUR".into(), |row| row.currency.clone())
    }
}

/// What is asked for. One statement.
pub async fn frame(conn: &Conn, congress: &CongressHead, mut search: StatisticsSearch) -> Result<Frame, DbErr> {
    let categories: Vec<category::Model> =
        ticketing::query::categories(conn, congress.id).await?.into_iter().map(|view| view.category).collect();
    let category = categories.iter().find(|row| row.slug == search.category).map(|row| row.id);
    if category.is_none() {
        search.category.clear();
    }
    let asked = search.asked(congress.id, category, congress.zone);
    Ok(Frame { search, categories, asked, zone: congress.zone })
}

/// Who registered when.
#[derive(Clone, Debug)]
pub struct OverTime {
    pub step: Step,
    pub points: Vec<Point>,
    /// How those who registered in the period stand now, in the order of the categories, and how many places those want
    /// who wait.
    pub categories: Vec<(Uuid, Tally, i64)>,
}

/// Registrations and ended tickets over time, as of one moment. Four statements.
pub async fn over_time(store: &Store, congress: &CongressHead, frame: &Frame, now: Time) -> Result<OverTime, DbErr> {
    let moment = store.snapshot().await?;
    let first = count::first(&moment, congress.id).await?;
    let day = |at: Time| at.with_timezone(&frame.zone).date_naive();
    let last: NaiveDate = frame.search.until.unwrap_or(NaiveDate::MAX).min(day(now));
    let first = frame.search.from.into_iter().chain(first.map(day)).max().unwrap_or(last);
    let (step, spans) = spans(first, last, frame.search.step);
    let beginnings: Vec<Time> = spans.iter().map(|span: &Span| span.begins(frame.zone)).collect();
    let came = count::came(&moment, &frame.asked, &beginnings).await?;
    let went = count::went(&moment, &frame.asked, &beginnings).await?;
    let tallies = by_category(&came);
    let waiting = count::waiting(&moment, &frame.asked).await?;
    let wanted_of = |id: Uuid| waiting.iter().filter(|row| row.category_id == id).map(|row| row.n).sum();
    let of = |row: &category::Model| (row.id, tallies.get(&row.id).copied().unwrap_or_default(), wanted_of(row.id));
    // What goes beside a ticket admits nobody.
    let wanted = frame.categories.iter().filter(|row| row.kind == category::Kind::Ticket);
    let wanted = wanted.filter(|row| frame.asked.category.is_none_or(|id| id == row.id));
    Ok(OverTime { step, points: series(&spans, &came, &went), categories: wanted.map(of).collect() })
}

/// This edition beside the one before, by days before their beginning.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The name of the edition before; none: this is the first.
    pub before: Option<Text>,
    /// Days before the beginning; who held a place that they hold now, of this edition as far as it is, and of the other.
    pub rows: Vec<(i64, Option<i64>, Option<i64>)>,
}

/// This edition beside the one before. Six statements.
pub async fn comparison(store: &Store, congress: &CongressHead, now: Time) -> Result<Comparison, DbErr> {
    let moment = store.snapshot().await?;
    let conn: &Conn = &moment;
    let before = congress::query::edition_before(conn, congress.id).await?;
    let mut longest = 0;
    let editions = [
        Some((congress.id, congress.starts_at, congress.zone)),
        before.as_ref().map(|row| (row.id, row.starts_at, row.zone.parse().unwrap_or(Tz::UTC))),
    ];
    for (id, starts_at, zone) in editions.iter().flatten() {
        if let Some(first) = count::first(conn, *id).await? {
            longest = longest.max(days_before(*starts_at, first, *zone));
        }
    }
    let marks = marks(longest);
    let mut counts: Vec<Vec<i64>> = vec![];
    for (id, starts_at, zone) in editions.iter().flatten() {
        counts.push(count::before(conn, *id, &moments(*starts_at, *zone, &marks)).await?);
    }
    let today = days_before(congress.starts_at, now, congress.zone);
    let row = |(at, days): (usize, &i64)| {
        let own = counts.first().and_then(|counts| counts.get(at)).copied().filter(|_| *days >= today);
        (*days, own, counts.get(1).and_then(|counts| counts.get(at)).copied())
    };
    let rows = marks.iter().enumerate().map(row).collect();
    Ok(Comparison { before: before.map(|row| row.name.0), rows })
}

/// Who registered.
#[derive(Clone, Debug)]
pub struct People {
    pub kinds: Vec<(order::BuyerKind, Tally)>,
    pub sources: Vec<(order::Source, Tally)>,
    pub towns: Towns,
    /// The towns and districts that carry the congress, all of them: who registered for the body itself.
    pub carriers: Ranked,
    pub organisations: Ranked,
    /// Who stands for no organisation.
    pub without: Tally,
}

/// Who registered, as of one moment. Six statements.
pub async fn people(store: &Store, congress: &CongressHead, frame: &Frame) -> Result<People, DbErr> {
    let moment = store.snapshot().await?;
    let conn: &Conn = &moment;
    let buyers = count::by_buyer(conn, &frame.asked).await?;
    let all = count::by_organisation(conn, &frame.asked).await?;
    let is_billed = buyers.iter().any(|buyer| !buyer.town.is_empty());
    let billed = if is_billed { count::billed_by_organisation(conn, &frame.asked).await? } else { vec![] };
    let known = congress::query::organisations(conn, congress.id).await?;
    let known: HashMap<String, String> = known.into_iter().map(|row| (name::fold(&row.name), row.town)).collect();
    let partners = congress::query::partners(conn, congress.id).await?;
    let organisations = organisations(&all);
    let carries = partners.iter().filter(|p| matches!(p.kind, Kind::Municipality | Kind::District));
    let carrier = |name: &String| {
        let own = organisations.iter().find(|(other, _)| name::fold(other) == name::fold(name));
        (name.clone(), own.map(|(_, tally)| *tally).unwrap_or_default())
    };
    let of_kind = |kind| (kind, sum(&buyers, |buyer| buyer.buyer_kind == kind));
    let of_source = |source| (source, sum(&buyers, |buyer| buyer.source == source));
    Ok(People {
        kinds: KINDS.into_iter().map(of_kind).collect(),
        sources: SOURCES.into_iter().map(of_source).filter(|(_, tally)| *tally != Tally::default()).collect(),
        towns: towns(&buyers, &all, &billed, &known),
        carriers: carries.map(|partner| carrier(&partner.name)).collect(),
        without: all.iter().filter(|row| row.organisation.is_empty()).map(|row| row.tally).sum(),
        organisations,
    })
}

const KINDS: [order::BuyerKind; 3] =
    [order::BuyerKind::PublicBody, order::BuyerKind::Business, order::BuyerKind::Person];
const SOURCES: [order::Source; 5] =
    [order::Source::Web, order::Source::Desk, order::Source::Import, order::Source::Api, order::Source::Demo];

fn sum(buyers: &[OfBuyer], which: impl Fn(&OfBuyer) -> bool) -> Tally {
    buyers.iter().filter(|buyer| which(buyer)).map(|buyer| buyer.tally).sum()
}

/// What tickets of a category at a rate of VAT brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    pub tickets: i64,
    /// What they cost together, those of them that are left.
    pub sold: i64,
    pub paid: i64,
    pub open: i64,
    /// Of what is open: should have been paid by now.
    pub overdue: i64,
    pub refunded: i64,
}

/// Money. Cents, with VAT.
#[derive(Clone, Debug)]
pub struct MoneyView {
    pub currency: String,
    /// By category and rate, in the order of the categories.
    pub rows: Vec<(Uuid, i32, Brought)>,
    /// Paid back for orders of which nothing costs anything any more.
    pub elsewhere: i64,
    pub flow: Flow,
}

/// Money of a congress, as of one moment. Ten statements.
pub async fn money(store: &Store, congress: &CongressHead, frame: &Frame, now: Time) -> Result<MoneyView, DbErr> {
    let moment = store.snapshot().await?;
    let conn: &Conn = &moment;
    let mut rows: BTreeMap<(Uuid, i32), Brought> = BTreeMap::new();
    for sold in apart(conn, frame, None).await? {
        use attendee::State::{Cancelled, Expired, Unapproved, Unpaid, Valid, Waiting};
        let row = rows.entry(key(&sold)).or_default();
        match sold.state {
            Valid => row.paid += sold.cents,
            Unpaid => row.open += sold.cents,
            // Nobody owes anything before it is approved.
            Unapproved | Waiting | Expired | Cancelled => continue,
        }
        row.tickets += sold.n;
        row.sold += sold.cents;
    }
    for sold in apart(conn, frame, Some(now)).await? {
        rows.entry(key(&sold)).or_default().overdue += sold.cents;
    }
    let mut elsewhere = 0;
    for (of, cents) in refunds(&figures::refunded(conn, congress.id).await?) {
        match of {
            Some(of) if frame.asked.category.is_none_or(|category| category == of.0) => {
                rows.entry(of).or_default().refunded += cents;
            }
            Some(_) => {}
            None => elsewhere += cents,
        }
    }
    let flow = figures::flow(conn, congress.id).await?;
    let place = |id: Uuid| frame.categories.iter().position(|row| row.id == id);
    // A free ticket that a dinner goes with brought nothing itself.
    let brought = rows.into_iter().filter(|(_, row)| *row != Brought::default());
    let mut rows: Vec<(Uuid, i32, Brought)> = brought.map(|((id, rate), row)| (id, rate, row)).collect();
    rows.sort_by_key(|(id, rate, _)| (place(*id), std::cmp::Reverse(*rate)));
    Ok(MoneyView { currency: frame.currency(), rows, elsewhere, flow })
}

/// What was sold: tickets by themselves, and what goes beside them. Three statements.
async fn apart(conn: &Conn, frame: &Frame, overdue: Option<Time>) -> Result<Vec<Sold>, DbErr> {
    let mut all = match overdue {
        Some(now) => figures::overdue(conn, &frame.asked, now).await?,
        None => figures::sold(conn, &frame.asked).await?,
    };
    let within = figures::within(conn, &frame.asked, overdue).await?;
    all.extend(within.into_iter().map(|sold| Sold { n: -sold.n, cents: -sold.cents, ..sold }));
    all.extend(figures::beside(conn, &frame.asked, overdue).await?);
    Ok(all)
}

fn key(sold: &Sold) -> (Uuid, i32) {
    (sold.category_id, sold.vat_basis_points)
}

/// Who came, of those who hold a good ticket for on site.
#[derive(Clone, Debug)]
pub struct Door {
    pub categories: Vec<(Uuid, Showed)>,
    pub kinds: Vec<(order::BuyerKind, Showed)>,
}

/// Who came and who did not. `None`: it has not begun. Two statements.
pub async fn door(store: &Store, congress: &CongressHead, frame: &Frame, now: Time) -> Result<Option<Door>, DbErr> {
    if now < congress.starts_at {
        return Ok(None);
    }
    let moment = store.snapshot().await?;
    let expected = checkin::query::came::expected(&moment, congress.id).await?;
    let came = checkin::query::came::came(&moment, congress.id).await?;
    let admits = |row: &category::Model| row.kind == category::Kind::Ticket && row.place == Place::OnSite;
    let on_site = |id: Uuid| frame.categories.iter().any(|row| row.id == id && admits(row));
    let wanted = |id: Uuid| on_site(id) && frame.asked.category.is_none_or(|category| category == id);
    let showed = |which: &dyn Fn(&checkin::query::came::Came) -> bool| {
        let sum = |rows: &[checkin::query::came::Came]| {
            rows.iter().filter(|row| wanted(row.category_id) && which(row)).map(|row| row.n).sum()
        };
        Showed { expected: sum(&expected), came: sum(&came) }
    };
    let categories = frame.categories.iter().filter(|row| wanted(row.id));
    Ok(Some(Door {
        categories: categories.map(|row| (row.id, showed(&|came| came.category_id == row.id))).collect(),
        kinds: KINDS.into_iter().map(|kind| (kind, showed(&|came| came.buyer_kind == kind))).collect(),
    }))
}
