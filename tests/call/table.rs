//! The table of transitions in the README is the one that the rules ask.

use programme::rules::call::{Standing, next_reminder, reminder, standing};
use programme::rules::submission::length;
use programme::rules::transition::table;

#[test]
fn the_readme_holds_the_table_of_transitions() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(&table()), "put this into the README:\n{}", table());
}

#[test]
fn characters_are_counted_as_people_do() {
    assert_eq!(length("Größe"), 5);
    assert_eq!(length("e\u{301}"), 1);
    assert_eq!(length("👩‍👩‍👧‍👦🇩🇪"), 2);
    assert_eq!(length("a\r\nb"), 3);
}

#[test]
fn a_call_is_open_until_right_before_its_end() {
    let at = |hour: u32| chrono::DateTime::from_timestamp(i64::from(hour) * 3_600, 0).unwrap();
    assert_eq!(standing(false, None, None, at(1)), Standing::Unpublished);
    assert_eq!(standing(true, Some(at(2)), Some(at(4)), at(1)), Standing::NotYet(at(2)));
    assert_eq!(standing(true, Some(at(2)), Some(at(4)), at(2)), Standing::Open);
    assert_eq!(standing(true, Some(at(2)), Some(at(4)), at(4)), Standing::Closed);
    assert_eq!(standing(true, None, None, at(9)), Standing::Open);
}

#[test]
fn of_reminders_that_were_missed_only_the_last_is_due() {
    let day = |n: i64| chrono::DateTime::from_timestamp(n * 86_400, 0).unwrap();
    assert_eq!(reminder(day(0), &[7, 14, 21], day(6)), None);
    assert_eq!(reminder(day(0), &[7, 14, 21], day(7)), Some(7));
    assert_eq!(reminder(day(0), &[7, 14, 21], day(20)), Some(14));
    assert_eq!(reminder(day(0), &[], day(20)), None);
    assert_eq!(next_reminder(day(0), &[7, 14], day(8)), Some(day(14)));
    assert_eq!(next_reminder(day(0), &[7, 14], day(14)), None);
}
