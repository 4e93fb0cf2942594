//! What differs between two releases.

use base::{Time, Uuid};
use programme::exchange::change::{Change, Held, What, changes};

fn held(slot: u128, minutes: i64, room: u128) -> Held {
    let at = |minutes: i64| Time::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap();
    let (slot, room) = (Uuid::from_u128(slot), Some(Uuid::from_u128(room)));
    Held { slot, session: None, room, starts_at: at(minutes), ends_at: at(minutes + 30) }
}

#[test]
fn each_slot_is_told_by_what_happened_to_it() {
    let before = [held(1, 0, 1), held(2, 30, 1), held(3, 60, 1), held(4, 90, 1)];
    let after = [held(1, 0, 1), held(2, 45, 2), held(3, 60, 2), held(5, 10, 1)];
    let [_, two, three, four] = before;
    let what = |held: Held, what: What| Change { held, what };
    let expected = [
        what(after[3], What::New),
        what(after[1], What::Moved { from: (two.starts_at, two.ends_at) }),
        what(after[1], What::RoomChanged { from: two.room }),
        what(after[2], What::RoomChanged { from: three.room }),
        what(four, What::Cancelled),
    ];
    assert_eq!(changes(&before, &after), expected);
    assert_eq!(changes(&before, &before), []);
    assert_eq!(changes(&[], &before).len(), 4);
    assert!(changes(&before, &[]).iter().all(|change| change.what == What::Cancelled));
}
