//! The rules: what was typed, pages, seats, weeks.

use base::Uuid;
use chrono::{DateTime, Utc};
use desk::rules::pages::Page;
use desk::rules::scale::step;
use desk::rules::search::{Named, is_mistyped, named};
use desk::rules::seats::{Quota, Seats, seats};
use desk::rules::week::{MOST, weeks};
use locale::Tz;
use ticket::TicketNumber;
use ticketing::entity::category::Place;

fn named_as(code: &str, position: Option<u16>) -> Option<Named> {
    Some(Named { code: code.into(), position })
}

#[test]
fn codes_and_numbers_name_an_order() {
    let number = TicketNumber::new("7H4KQ2", 12).map(|n| n.to_string()).unwrap_or_default();
    assert_eq!(named("7h4kq2"), named_as("7H4KQ2", None));
    assert_eq!(named(" 7H4 KQ2 "), named_as("7H4KQ2", None));
    assert_eq!(named(&number), named_as("7H4KQ2", Some(12)));
    assert_eq!(named(&number.to_lowercase().replace('-', " ")), named_as("7H4KQ2", Some(12)));
    assert_eq!(named("7H4KQ2-3"), named_as("7H4KQ2", Some(3)));
    for typed in ["", "Müller", "petra@delbrueck.example", "7H4KQ", "Kreis Höxter", "---"] {
        assert_eq!(named(typed), None, "{typed}");
    }
}

#[test]
fn a_slip_in_a_number_is_told_apart_from_a_name() {
    let number = TicketNumber::new("7H4KQ2", 1).map(|n| n.to_string()).unwrap_or_default();
    let wrong = number.replace("7H4KQ2", "7H4QK2");
    assert!(is_mistyped(&wrong));
    assert!(!is_mistyped(&number));
    assert!(!is_mistyped("Westerwinter"));
    assert!(!is_mistyped("Petra Kemper"));
}

#[test]
fn pages_know_their_rows_and_their_neighbours() {
    assert_eq!(Page { number: 1, total: 0 }.rows(), (0, 0));
    assert_eq!(Page { number: 1, total: 0 }.last(), 1);
    assert_eq!(Page { number: 2, total: 30 }.rows(), (26, 30));
    assert_eq!(Page { number: 1, total: 25 }.last(), 1);
    assert_eq!(Page { number: 1, total: 26 }.last(), 2);
    let links = Page { number: 1, total: 1043 }.links();
    assert_eq!(links, [Some(1), Some(2), None, Some(42)]);
    let links = Page { number: 20, total: 1043 }.links();
    assert_eq!(links, [Some(1), None, Some(19), Some(20), Some(21), None, Some(42)]);
    for (typed, number) in [("", 1), ("0", 1), ("-1", 1), ("x", 1), ("7", 7), ("99999999999999999999", 1)] {
        assert_eq!(Page::asked(typed), number, "{typed}");
    }
    assert!(i64::try_from(Page::offset(Page::asked("4294967295"))).is_ok());
}

#[test]
fn scales_are_round_and_hold_everything() {
    assert_eq!([0, 1, 4, 5, 30, 213, 240, 241].map(step), [1, 1, 1, 2, 8, 60, 60, 80]);
    for most in 1..5_000 {
        assert!(step(most) * 4 >= most, "{most}");
    }
}

fn quota(id: u128, size: Option<i32>, taken: i32, categories: &[u128]) -> Quota {
    Quota {
        id: Uuid::from_u128(id),
        size,
        taken,
        categories: categories.iter().copied().map(Uuid::from_u128).collect(),
    }
}

#[test]
fn overlapping_quotas_count_each_seat_once() {
    let categories = [1, 2].map(Uuid::from_u128);
    let whole = quota(10, Some(450), 422, &[1, 2]);
    let part = quota(11, Some(40), 40, &[2]);
    assert_eq!(seats(&categories, &[whole.clone(), part.clone()]), Some(Seats { size: 450, free: 28 }));
    // Nothing over both: the narrowest of each.
    let one = quota(12, Some(100), 10, &[1]);
    assert_eq!(seats(&categories, &[one.clone(), part.clone()]), Some(Seats { size: 140, free: 90 }));
    // A category without a limit has no last seat.
    assert_eq!(seats(&categories, std::slice::from_ref(&part)), None);
    assert_eq!(seats(&categories, &[quota(13, None, 5, &[1, 2])]), None);
    assert_eq!(seats(&[], &[whole]), None);
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

#[test]
fn weeks_are_those_of_the_congress_zone() {
    // Sunday 23:30 in London is Monday in Berlin; the year ends in week 53.
    let registered = [(at("2026-12-27T22:30:00Z"), Place::OnSite), (at("2026-12-27T23:30:00Z"), Place::Online)];
    let list = weeks(registered, Tz::Europe__Berlin, at("2027-01-12T10:00:00Z"));
    let seen: Vec<(u32, i64, i64)> = list.iter().map(|w| (w.number(), w.on_site, w.online)).collect();
    assert_eq!(seen, [(52, 1, 0), (53, 0, 1), (1, 0, 0), (2, 0, 0)]);
}

#[test]
fn only_the_newest_weeks_are_shown() {
    let registered = [(at("2020-01-01T10:00:00Z"), Place::OnSite), (at("2027-02-01T10:00:00Z"), Place::Online)];
    let list = weeks(registered, Tz::Europe__Berlin, at("2027-02-03T10:00:00Z"));
    assert_eq!(i64::try_from(list.len()).unwrap_or(0), MOST);
    assert_eq!(list.last().map(|w| (w.number(), w.online)), Some((5, 1)));
    assert!(weeks([], Tz::Europe__Berlin, at("2027-02-03T10:00:00Z")).is_empty());
}
