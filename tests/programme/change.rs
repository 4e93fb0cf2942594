//! What differs between two versions of the programme.

use base::{Text, Time, Uuid};
use programme::rules::change::{Change, Held, What, changes};
use std::collections::HashSet;

fn held(slot: u128, minutes: i64, room: u128) -> Held {
    let at = |minutes: i64| Time::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap();
    Held {
        slot: Uuid::from_u128(slot),
        session: Some(Uuid::from_u128(slot + 100)),
        title: Text::default(),
        room: Some(Uuid::from_u128(room)),
        starts_at: at(minutes),
        ends_at: at(minutes + 30),
    }
}

fn none() -> HashSet<Uuid> {
    HashSet::new()
}

#[test]
fn each_slot_is_told_once_with_all_that_happened_to_it() {
    let before = [held(1, 0, 1), held(2, 30, 1), held(3, 60, 1), held(4, 90, 1)];
    let after = [held(1, 0, 1), held(2, 45, 2), held(3, 60, 2), held(5, 10, 1)];
    let [_, two, three, four] = before.clone();
    let told = |held: &Held, what: Vec<What>| Change { held: held.clone(), what };
    let expected = [
        told(&after[3], vec![What::New]),
        told(&after[1], vec![What::Moved { from: two.starts_at }, What::Room { from: two.room }]),
        told(&after[2], vec![What::Room { from: three.room }]),
        told(&four, vec![What::Gone]),
    ];
    assert_eq!(changes(&before, &after, &none()), expected);
    assert_eq!(changes(&before, &before, &none()), []);
    assert_eq!(changes(&[], &before, &none()).len(), 4);
    assert!(changes(&before, &[], &none()).iter().all(|change| change.what == [What::Gone]));
}

#[test]
fn what_is_cancelled_is_told_as_such_and_what_is_only_gone_is_not() {
    let before = [held(1, 0, 1), held(2, 30, 1)];
    let cancelled = HashSet::from([Uuid::from_u128(101)]);
    let what: Vec<_> = changes(&before, &[], &cancelled).into_iter().map(|change| change.what).collect();
    assert_eq!(what, [[What::Cancelled], [What::Gone]]);
    // What is cancelled and still there has only changed nothing.
    assert_eq!(changes(&before, &before, &cancelled), []);
}

#[test]
fn longer_and_shorter_are_told_whether_it_moved_or_not() {
    let was = held(1, 0, 1);
    let ends = |minutes: i64| Held { ends_at: was.starts_at + chrono::TimeDelta::minutes(minutes), ..was.clone() };
    let what = |is: Held| changes(std::slice::from_ref(&was), &[is], &none()).remove(0).what;
    assert_eq!(what(ends(45)), [What::Longer { than: 30 }]);
    assert_eq!(what(ends(20)), [What::Shorter { than: 30 }]);
    let earlier = Held { starts_at: was.starts_at - chrono::TimeDelta::minutes(15), ..was.clone() };
    assert_eq!(what(earlier), [What::Moved { from: was.starts_at }, What::Longer { than: 30 }]);
    let both = Held { room: None, ..held(1, 60, 1) };
    assert_eq!(what(both), [What::Moved { from: was.starts_at }, What::Room { from: was.room }]);
}

#[test]
fn a_break_that_is_called_otherwise_is_told() {
    let lunch = |name: &str| Held { session: None, title: Text::same(name), ..held(1, 0, 1) };
    let told = changes(&[lunch("Pause")], &[lunch("Mittagessen")], &none());
    assert_eq!(told[0].what, [What::Renamed { from: Text::same("Pause") }]);
}
