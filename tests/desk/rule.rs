//! The rules: what was typed, pages, seats, weeks.

use base::Uuid;
use chrono::{DateTime, Utc};
use desk::rules::day::{Hour, begin, busy, hours};
use desk::rules::pages::Page;
use desk::rules::scale::step;
use desk::rules::search::{Named, is_mistyped, named};
use desk::rules::seats::{Quota, Seats, seats};
use desk::rules::week::{MOST, mondays, weeks};
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
    // Seats kept for some inside of a greater quota are there already.
    let three = [1, 2, 3].map(Uuid::from_u128);
    let stands = quota(14, Some(60), 30, &[3]);
    assert_eq!(seats(&three, &[whole.clone(), part.clone(), stands]), Some(Seats { size: 510, free: 58 }));
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
    // Monday in Berlin begins at 23:00 of Sunday in London; the year ends in week 53.
    let mondays = mondays(Tz::Europe__Berlin, at("2027-01-12T10:00:00Z"));
    assert_eq!(i64::try_from(mondays.len()).unwrap_or(0), MOST);
    assert_eq!(begin(mondays[2], Tz::Europe__Berlin), at("2026-12-27T23:00:00Z"));
    let list = weeks([(3, Place::OnSite, 1), (2, Place::Online, 4)], &mondays);
    let seen: Vec<(u32, i64, i64)> = list.iter().map(|w| (w.number(), w.on_site, w.online)).collect();
    assert_eq!(seen, [(52, 1, 0), (53, 0, 4), (1, 0, 0), (2, 0, 0)]);
}

#[test]
fn only_the_newest_weeks_are_shown() {
    let mondays = mondays(Tz::Europe__Berlin, at("2027-02-03T10:00:00Z"));
    let list = weeks([(mondays.len(), Place::OnSite, 1), (0, Place::Online, 1)], &mondays);
    assert_eq!(list.len(), mondays.len(), "somebody came before all of them");
    assert_eq!(list.last().map(|w| (w.number(), w.online)), Some((5, 1)));
    assert_eq!(list.iter().map(|w| w.total()).sum::<i64>(), 1, "who came before is in none of them");
    assert!(weeks([], &mondays).is_empty());
}

#[test]
fn a_day_has_the_hours_that_its_clocks_show() {
    let day = |text: &str| at(&format!("{text}T12:00:00Z")).date_naive();
    let lengths = ["2027-03-11", "2027-03-28", "2027-10-31"].map(|d| hours(day(d), Tz::Europe__Berlin).len() - 1);
    assert_eq!(lengths, [24, 23, 25]);
    // Beirut puts its clocks forward at midnight: that day begins at one.
    assert_eq!(begin(day("2027-03-28"), Tz::Asia__Beirut), at("2027-03-27T22:00:00Z"));
}

#[test]
fn hours_are_shown_from_the_first_to_the_last_that_somebody_came_in() {
    let begins = ["07", "08", "09", "10", "11"].map(|hour| at(&format!("2027-03-11T{hour}:00:00Z")));
    let shown = busy(&begins, &[0, 3, 0, 1, 0]);
    assert_eq!(shown, [(1, 3), (2, 0), (3, 1)].map(|(hour, n)| Hour { begins: begins[hour], n }));
    assert_eq!(busy(&begins, &[0; 5]), []);
}

#[test]
fn a_mail_as_it_looks_asks_for_no_part_that_is_gone() {
    let shown =
        desk::rules::letter::without_parts("<p>a<img src=\"cid:ticket-1@post\" alt=\"Code\">b</p><img src=\"cid:2\">");
    assert!(!shown.contains("cid:"), "{shown}");
    assert_eq!(shown.matches("src=\"data:image/svg+xml,").count(), 2);
    assert!(shown.starts_with("<p>a<img src=") && shown.contains("\" alt=\"Code\">b</p><img"), "{shown}");
    assert_eq!(desk::rules::letter::without_parts("<p>cid: stays</p>"), "<p>cid: stays</p>");
}
