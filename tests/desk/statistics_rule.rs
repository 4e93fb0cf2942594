//! The rules of statistics: spans, series, shares, parts of money, towns.

use base::Uuid;
use chrono::NaiveDate;
use desk::rules::statistics::{
    Point, Span, Step, days_before, marks, moments, organisations, refunds, series, share, spans, spread, towns,
};
use locale::Tz;
use payment::query::figures::{Refunded, Ticket};
use registration::entity::attendee::State;
use registration::entity::order::{BuyerKind, Source};
use registration::query::statistics::{InSpan, OfBuyer, OfOrganisation, Tally};
use std::collections::HashMap;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, month, day).expect("a day")
}

#[test]
fn few_days_are_days_and_many_are_weeks_cut_where_the_period_is() {
    let (step, few) = spans(day(3, 1), day(3, 31), None);
    assert_eq!((step, few.len()), (Step::Day, 31));
    // 3 March 2027 is a Wednesday.
    let (step, weeks) = spans(day(3, 3), day(4, 6), None);
    assert_eq!(step, Step::Week);
    let first = Span { first: day(3, 3), last: day(3, 7) };
    let last = Span { first: day(4, 5), last: day(4, 6) };
    assert_eq!((weeks[0], weeks[1].first, weeks[weeks.len() - 1]), (first, day(3, 8), last));
    assert_eq!(spans(day(1, 1), day(4, 2), Some(Step::Day)).1.len(), 92);
    assert_eq!(spans(day(1, 1), day(4, 3), Some(Step::Day)).0, Step::Week, "more days than one can read");
    assert_eq!(spans(day(1, 1), day(12, 31), None).1.len(), 53);
    assert!(spans(day(3, 2), day(3, 1), None).1.is_empty(), "a period that ends before it begins has none");
    let years = spans(NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"), day(3, 1), None).1;
    assert_eq!((years.len(), years[59].last), (60, day(3, 1)), "the newest ones");
}

#[test]
fn a_day_on_which_clocks_change_begins_when_it_does() {
    let (_, days) = spans(day(3, 27), day(3, 29), Some(Step::Day));
    let begins: Vec<String> = days.iter().map(|day| day.begins(Tz::Europe__Berlin).to_rfc3339()).collect();
    assert_eq!(
        begins,
        ["2027-03-26T23:00:00+00:00", "2027-03-27T23:00:00+00:00", "2027-03-28T22:00:00+00:00"],
        "the second one has 23 hours"
    );
}

#[test]
fn a_series_counts_what_came_and_what_ended() {
    let (category_id, row) = (Uuid::nil(), |state, span, n| InSpan { category_id: Uuid::nil(), state, span, n });
    let (_, two) = spans(day(3, 1), day(3, 2), None);
    let came = [
        row(State::Valid, 0, 5),
        row(State::Cancelled, 0, 2),
        row(State::Unpaid, 1, 3),
        row(State::Cancelled, 1, 1),
        row(State::Waiting, 1, 9),
        row(State::Expired, 2, 1),
    ];
    let went = [row(State::Cancelled, 0, 1), row(State::Cancelled, 1, 2), row(State::Expired, 2, 1)];
    let point =
        |span, registered, kept, cancelled, expired, going| Point { span, registered, kept, cancelled, expired, going };
    // Before the first span seven had registered, and one of them was gone.
    assert_eq!(series(&two, &came, &went), [point(two[0], 4, 3, 2, 0, 8), point(two[1], 1, 0, 0, 1, 8)]);
    assert_eq!(category_id, came[0].category_id);
}

#[test]
fn editions_are_compared_from_the_first_registration_on() {
    assert_eq!(marks(0), [0]);
    assert_eq!(marks(8), [14, 7, 0]);
    assert_eq!(marks(-3), [0], "somebody came on the day");
    assert_eq!(marks(10_000).len(), 53);
    let starts_at = "2027-03-11T09:00:00Z".parse().expect("a time");
    let over: Vec<String> =
        moments(starts_at, Tz::Europe__Berlin, &[7, 0]).iter().map(chrono::DateTime::to_rfc3339).collect();
    assert_eq!(over, ["2027-03-04T23:00:00+00:00", "2027-03-11T23:00:00+00:00"], "when that day is over");
    let evening = "2027-03-09T23:30:00Z".parse().expect("a time");
    assert_eq!(days_before(starts_at, evening, Tz::Europe__Berlin), 1, "there it is the tenth");
}

#[test]
fn shares_are_rounded() {
    assert_eq!([share(1, 3), share(1, 2), share(0, 4), share(5, 1000)], [33, 50, 0, 1].map(Some));
    assert_eq!(share(0, 0), None);
}

#[test]
fn parts_of_money_are_together_all_of_it() {
    assert_eq!(spread(100, &[1, 1, 1]), [34, 33, 33]);
    assert_eq!(spread(6_000, &[4_900, 3_000]), [3_722, 2_278]);
    assert_eq!(spread(100, &[0, 0]), [0, 0]);
    assert_eq!(spread(0, &[5]), [0]);
    assert!(spread(7, &[]).is_empty());
    for cents in 0..200 {
        let parts = spread(cents, &[7, 11, 13, 0, 1]);
        assert_eq!(parts.iter().sum::<i64>(), cents);
        assert_eq!(parts[3], 0, "what costs nothing gets nothing");
    }
    assert_eq!(spread(i64::MAX, &[i64::MAX, i64::MAX]).iter().sum::<i64>(), i64::MAX, "nothing overflows");
}

#[test]
fn what_is_paid_back_is_for_what_ended() {
    let ticket =
        |n: u128, state, cents| Ticket { category_id: Uuid::from_u128(n), vat_basis_points: 1900, state, cents };
    let of = |cents, tickets: &[Ticket]| Refunded { cents, tickets: tickets.to_vec() };
    let one = [ticket(1, State::Valid, 4_900), ticket(2, State::Cancelled, 3_000)];
    let sums = refunds(&[of(3_000, &one)]);
    assert_eq!(sums.get(&Some((Uuid::from_u128(2), 1900))), Some(&3_000));
    assert_eq!(sums.len(), 1);
    // More than what ended costs: it is for all.
    let sums = refunds(&[of(7_900, &one), of(250, &[])]);
    assert_eq!(sums.get(&Some((Uuid::from_u128(1), 1900))), Some(&4_900));
    assert_eq!(sums.get(&Some((Uuid::from_u128(2), 1900))), Some(&3_000));
    assert_eq!(sums.get(&None), Some(&250));
}

fn going(n: i64) -> Tally {
    Tally::of(State::Valid, n)
}

fn from(organisation: &str, n: i64) -> OfOrganisation {
    OfOrganisation { organisation: organisation.into(), tally: going(n) }
}

#[test]
fn organisations_are_one_however_they_are_written() {
    let rows = [from("Stadt Höxter", 2), from("stadt hoexter", 3), from("", 9), from("Alpha", 1)];
    assert_eq!(organisations(&rows), [("stadt hoexter".into(), going(5)), ("Alpha".into(), going(1))]);
}

#[test]
fn towns_come_from_the_invoice_before_the_organisation() {
    let buyer = |town: &str, n| OfBuyer {
        buyer_kind: BuyerKind::Business,
        source: Source::Web,
        town: town.into(),
        tally: going(n),
    };
    let known = HashMap::from([(base::name::fold("Teutodata eG"), "Bielefeld".to_owned())]);
    let buyers = [buyer("", 6), buyer("Lemgo", 2), buyer("lemgo", 1)];
    let all = [from("Teutodata eG", 4), from("Unbekannt GmbH", 5)];
    let billed = [from("Teutodata eG", 1), from("Unbekannt GmbH", 2)];
    let told = towns(&buyers, &all, &billed, &known);
    assert_eq!(told.towns, [("Bielefeld".into(), going(3)), ("Lemgo".into(), going(3))]);
    assert_eq!(told.unknown, going(3));
}
