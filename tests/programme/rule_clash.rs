//! What is wrong with a plan: each rule, and all of them against a slow and simple search.

use super::rule_oracle::oracle;
use super::rule_sample::{ROOM, SESSION, SPEAKER, TRACK, TYPE, id, plain, random, span};
use ::base::Chance;
use ::programme::rules::clash::{Clash, Kind, Settings, Severity, What, clashes, clashes_of};
use ::programme::rules::plan::{Content, Plan, Slot, Span, Walk, merged};

/// What is wrong, without the rest.
fn told(plan: &Plan) -> Vec<(What, Span)> {
    clashes(plan, &Settings::default()).into_iter().map(|clash| (clash.what, clash.span)).collect()
}

#[test]
fn nothing_is_wrong_with_a_plain_day() {
    assert_eq!(told(&plain(5)), []);
    assert_eq!(told(&Plan::default()), []);
}

#[test]
fn a_room_is_used_once_at_a_time_unless_it_holds_several() {
    let mut plan = plain(2);
    plan.slots[1].span = Some(span(20, 50));
    assert_eq!(told(&plan), [(What::RoomTwice { room: id(ROOM, 0) }, span(20, 30))]);
    plan.rooms[0].several = true;
    assert_eq!(told(&plan), []);
    plan.slots[1].content = Content::Break;
    plan.slots[1].room = None;
    assert_eq!(told(&plan), [], "a lunch break leaves the stands alone");
    plan.slots[1].content = Content::Blocker;
    assert_eq!(told(&plan), [(What::RoomTwice { room: id(ROOM, 0) }, span(20, 30))], "a blocker closes all rooms");
    plan.rooms[0].several = false;
    plan.slots[1].content = Content::Break;
    assert_eq!(told(&plan), [(What::RoomTwice { room: id(ROOM, 0) }, span(20, 30))]);
    plan.slots[0].content = Content::Blocker;
    assert_eq!(told(&plan), [], "among themselves they do not matter");
    plan.slots[1].room = Some(id(ROOM, 9));
    plan.slots[0].content = Content::Session(id(SESSION, 0));
    assert_eq!(told(&plan), [], "a room that the plan does not have is no room");
}

#[test]
fn nobody_speaks_twice_at_once_and_no_session_is_held_twice_at_once() {
    let mut plan = plain(2);
    plan.slots[1].room = Some(id(ROOM, 1));
    plan.slots[1].span = Some(span(0, 30));
    plan.sessions[1].speakers = vec![id(SPEAKER, 0), id(SPEAKER, 0)];
    assert_eq!(told(&plan), [(What::SpeakerTwice { speaker: id(SPEAKER, 0) }, span(0, 30))]);
    plan.slots[1].content = Content::Session(id(SESSION, 0));
    assert_eq!(told(&plan), [(What::SessionTwice { session: id(SESSION, 0) }, span(0, 30))]);
    plan.slots[1].span = Some(span(60, 90));
    assert_eq!(told(&plan), [], "a repetition");
}

#[test]
fn speakers_are_there_and_rooms_open_within_the_days() {
    let mut plan = plain(1);
    plan.speakers[0].there = vec![span(0, 15), span(15, 30)];
    plan.rooms[0].open = vec![span(-60, 10), span(10, 40)];
    assert_eq!(told(&plan), [], "windows that touch are one");
    plan.speakers[0].there = vec![span(5, 60)];
    plan.rooms[0].open = vec![span(60, 90)];
    plan.days = vec![span(-600, 20), span(21, 600)];
    let whole = span(0, 30);
    let away = What::SpeakerAway { speaker: id(SPEAKER, 0) };
    assert_eq!(
        told(&plan),
        [(away, whole), (What::RoomClosed { room: id(ROOM, 0) }, whole), (What::OutsideDays, whole)]
    );
    plan.slots[0].content = Content::Break;
    assert_eq!(told(&plan), [(What::OutsideDays, whole)], "people see a break");
    plan.slots[0].content = Content::Blocker;
    assert_eq!(told(&plan), []);
    // A congress that goes on behind the days that are named.
    plan.slots[0].content = Content::Break;
    (plan.days, plan.beyond) = (vec![span(-600, -1)], Some(span(-1, 600_000)));
    assert_eq!(told(&plan), []);
}

#[test]
fn there_is_a_seat_for_everybody() {
    let mut plan = plain(1);
    plan.rooms[0].seats = Some(30);
    (plan.sessions[0].bookings, plan.sessions[0].seats, plan.sessions[0].stars) = (12, Some(40), 58);
    let room = id(ROOM, 0);
    assert_eq!(
        told(&plan).iter().map(|(what, _)| *what).collect::<Vec<_>>(),
        [What::RoomTooSmall { room, seats: 30, needed: 40 }, What::Crowded { room, seats: 30, stars: 58 }]
    );
    (plan.sessions[0].bookings, plan.sessions[0].seats, plan.sessions[0].stars) = (30, Some(20), 30);
    assert_eq!(told(&plan), []);
}

#[test]
fn a_track_is_at_home_and_a_session_as_long_as_it_should_be() {
    let mut plan = plain(2);
    plan.tracks[0].rooms = vec![id(ROOM, 1)];
    plan.sessions[0].track = Some(id(TRACK, 0));
    plan.sessions[1].kind = Some(id(TYPE, 0));
    plan.types[0].minutes = Some(45);
    let elsewhere = What::TrackElsewhere { track: id(TRACK, 0), room: id(ROOM, 0) };
    assert_eq!(told(&plan), [(elsewhere, span(0, 30))], "what was agreed goes before the type");
    plan.slots[0].room = Some(id(ROOM, 1));
    plan.sessions[1].minutes = None;
    assert_eq!(told(&plan), [(What::Length { minutes: 30, wanted: 45 }, span(40, 70))]);
}

#[test]
fn there_is_time_to_change_over_and_to_walk() {
    let mut plan = plain(2);
    plan.slots[1].span = Some(span(33, 63));
    let room = id(ROOM, 0);
    let changeover = |minutes, wanted| What::Changeover { room, minutes, wanted };
    assert_eq!(told(&plan), [(changeover(3, 5), span(30, 33))]);
    plan.rooms[0].changeover = Some(3);
    assert_eq!(told(&plan), []);
    plan.rooms[0].changeover = Some(10);
    assert_eq!(told(&plan), [(changeover(3, 10), span(30, 33))]);
    plan.types[0].seamless = true;
    plan.sessions.iter_mut().for_each(|session| session.kind = Some(id(TYPE, 0)));
    assert_eq!(told(&plan), [], "one impulse after the other");

    plan.slots[1].room = Some(id(ROOM, 1));
    plan.sessions[1].speakers.push(id(SPEAKER, 0));
    let walk = |wanted| What::Walk { speaker: id(SPEAKER, 0), rooms: (room, id(ROOM, 1)), minutes: 3, wanted };
    assert_eq!(told(&plan), [(walk(5), span(30, 33))]);
    plan.walks = vec![Walk { rooms: (id(ROOM, 1), room), minutes: 15 }];
    assert_eq!(told(&plan), [(walk(15), span(30, 33))]);
    plan.walks[0].minutes = 3;
    assert_eq!(told(&plan), []);
}

#[test]
fn two_that_have_the_same_guests_are_not_beside_each_other() {
    let mut plan = plain(2);
    plan.apart =
        vec![(id(SESSION, 1), id(SESSION, 0)), (id(SESSION, 0), id(SESSION, 1)), (id(SESSION, 0), id(SESSION, 0))];
    assert_eq!(told(&plan), []);
    (plan.slots[1].room, plan.slots[1].span) = (Some(id(ROOM, 1)), Some(span(29, 59)));
    assert_eq!(told(&plan), [(What::Beside, span(29, 30))], "once");
}

#[test]
fn each_kind_blocks_warns_or_is_ignored() {
    let mut plan = plain(2);
    plan.slots[1].span = Some(span(20, 50));
    let severity = |settings: Settings| clashes(&plan, &settings).first().map(|clash| clash.severity);
    assert_eq!(severity(Settings::default()), Some(Severity::Block));
    assert_eq!(severity(Settings::default().with(Kind::RoomTwice, Severity::Warn)), Some(Severity::Warn));
    assert_eq!(severity(Settings::default().with(Kind::RoomTwice, Severity::Ignore)), None);
    for kind in Kind::ALL {
        assert_eq!(Kind::named(kind.name()), Some(kind));
        for severity in Severity::ALL {
            assert_eq!(Settings::default().with(kind, severity).severity(kind), severity);
            assert_eq!(Severity::named(severity.name()), Some(severity));
        }
    }
}

/// How long something takes.
fn timed(what: impl FnOnce()) -> ::std::time::Duration {
    let begin = ::std::time::Instant::now();
    what();
    begin.elapsed()
}

#[test]
fn all_of_them_find_what_a_slow_search_finds() {
    let chance = Chance::seeded(6);
    for round in 0..3_000 {
        let n = 2 + round % 14;
        let (plan, settings) = random(&chance, n);
        let found = clashes(&plan, &settings);
        assert_eq!(found, oracle(&plan, &settings), "{round}: {plan:#?} {settings:?}");
        for slot in &plan.slots {
            let own = |clash: &&Clash| clash.slot == slot.id || clash.other == Some(slot.id);
            let own: Vec<Clash> = found.iter().filter(own).copied().collect();
            assert_eq!(clashes_of(&plan, &settings, slot), own, "{round}");
        }
        // A slot that is dragged clashes as it will when it is dropped.
        let at = round % n;
        let dragged = Slot { span: Some(span(60, 95)), room: Some(id(ROOM, 0)), ..plan.slots[at].clone() };
        let told = clashes_of(&plan, &settings, &dragged);
        let mut dropped = plan.clone();
        dropped.slots[at] = dragged;
        let own = |clash: &Clash| clash.slot == plan.slots[at].id || clash.other == Some(plan.slots[at].id);
        assert_eq!(told, clashes(&dropped, &settings).into_iter().filter(own).collect::<Vec<_>>(), "{round}");
    }
}

#[test]
fn windows_that_touch_are_one() {
    assert_eq!(merged(&[span(20, 30), span(0, 10), span(10, 15), span(5, 12)]), [span(0, 15), span(20, 30)]);
    assert_eq!(merged(&[]), Vec::<Span>::new());
}

#[test]
fn a_thousand_slots_are_looked_through_at_once() {
    let mut plan = plain(1_000);
    plan.rooms.truncate(35);
    for (n, slot) in plan.slots.iter_mut().enumerate() {
        let from = (n / 35) as i64 * 15;
        (slot.room, slot.span) = (Some(id(ROOM, n % 35)), Some(span(from, from + 15 + (n % 3) as i64)));
    }
    let mut found = vec![];
    let all = timed(|| found = clashes(&plan, &Settings::default()));
    let one = timed(|| drop(clashes_of(&plan, &Settings::default(), &plan.slots[500])));
    assert!(found.len() > 1_000);
    println!("1,000 slots, {} clashes: {all:?}, one of them {one:?}", found.len());
    // A pairwise search of half a million pairs would take far longer, also where nothing is optimised.
    assert!(all.as_millis() < 500 && one.as_millis() < 100, "{all:?} {one:?}");
}
