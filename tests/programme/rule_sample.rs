//! Plans to try rules with.

use ::base::{Chance, Time, Uuid};
use ::chrono::{TimeDelta, TimeZone, Utc};
use ::programme::rules::clash::{Kind, Settings, Severity};
use ::programme::rules::plan::{Content, Plan, Room, Session, Slot, Span, Speaker, Track, Type, Walk};

pub fn id(group: u64, n: usize) -> Uuid {
    Uuid::from_u64_pair(group, n as u64)
}

/// Minutes after nine o'clock.
pub fn at(minutes: i64) -> Time {
    Utc.with_ymd_and_hms(2027, 3, 11, 9, 0, 0).unwrap() + TimeDelta::minutes(minutes)
}

pub fn span(from: i64, until: i64) -> Span {
    Span::new(at(from), at(until))
}

pub const ROOM: u64 = 1;
pub const TRACK: u64 = 2;
pub const TYPE: u64 = 3;
pub const SPEAKER: u64 = 4;
pub const SESSION: u64 = 5;
pub const SLOT: u64 = 6;

/// So many of everything, and sessions of 30 minutes by a speaker each, in a row in the first room.
pub fn plain(n: usize) -> Plan {
    Plan {
        days: vec![span(0, 480)],
        rooms: (0..n).map(|n| Room { id: id(ROOM, n), ..Room::default() }).collect(),
        tracks: (0..n).map(|n| Track { id: id(TRACK, n), rooms: vec![] }).collect(),
        types: (0..n).map(|n| Type { id: id(TYPE, n), minutes: None, seamless: false }).collect(),
        speakers: (0..n).map(|n| Speaker { id: id(SPEAKER, n), there: vec![] }).collect(),
        sessions: (0..n)
            .map(|n| Session {
                id: id(SESSION, n),
                speakers: vec![id(SPEAKER, n)],
                minutes: Some(30),
                ..Session::default()
            })
            .collect(),
        slots: (0..n)
            .map(|n| Slot {
                id: id(SLOT, n),
                content: Content::Session(id(SESSION, n)),
                room: Some(id(ROOM, 0)),
                span: Some(span(n as i64 * 40, n as i64 * 40 + 30)),
                pinned: false,
            })
            .collect(),
        ..Plan::default()
    }
}

/// Some plan, with more that clashes than people would make.
pub fn random(chance: &Chance, n: usize) -> (Plan, Settings) {
    let below = |n: usize| usize::try_from(chance.below(n as u64)).unwrap();
    let some = |group, n: usize| (below(3) > 0).then(|| id(group, below(n)));
    let window = |most: i64| {
        let from = below(60) as i64 * 5;
        span(from, from + 5 * (1 + below(most as usize) as i64))
    };
    let windows = |most: i64| (0..below(3)).map(|_| window(most)).collect::<Vec<_>>();
    let mut plan = plain(n);
    plan.days = if below(4) == 0 { vec![] } else { vec![span(0, 150), span(180, 400)] };
    for room in &mut plan.rooms {
        room.seats = (below(2) == 0).then(|| 10 * (1 + below(5) as i32));
        room.several = below(4) == 0;
        room.open = windows(60);
        room.changeover = (below(2) == 0).then(|| 5 * below(4) as i32);
    }
    plan.rooms.truncate(1 + below(4));
    let rooms = plan.rooms.len() + 1;
    plan.tracks.iter_mut().for_each(|track| track.rooms = (0..below(3)).map(|_| id(ROOM, below(rooms))).collect());
    for kind in &mut plan.types {
        (kind.minutes, kind.seamless) = ((below(2) == 0).then(|| 5 * (1 + below(12) as i32)), below(2) == 0);
    }
    plan.speakers.iter_mut().for_each(|speaker| speaker.there = windows(60));
    for session in &mut plan.sessions {
        (session.track, session.kind) = (some(TRACK, 3), some(TYPE, 3));
        session.speakers = (0..below(4)).map(|_| id(SPEAKER, below(n))).collect();
        session.minutes = (below(3) > 0).then(|| 5 * (1 + below(12) as i32));
        session.seats = (below(3) == 0).then(|| below(50) as i32);
        (session.bookings, session.stars) = (below(20) as i32, below(70) as i32);
    }
    for slot in &mut plan.slots {
        slot.content = match below(10) {
            0 => Content::Break,
            1 => Content::Blocker,
            2 => Content::Session(id(SESSION, below(n + 1))),
            _ => slot.content,
        };
        slot.room = some(ROOM, rooms);
        slot.span = (below(8) > 0).then(|| window(18));
        slot.pinned = below(3) == 0;
    }
    plan.apart = (0..below(n)).map(|_| (id(SESSION, below(n)), id(SESSION, below(n)))).collect();
    let walk = |_| Walk { rooms: (id(ROOM, below(rooms)), id(ROOM, below(rooms))), minutes: 5 * below(5) as i32 };
    plan.walks = (0..below(3)).map(walk).collect();
    let mut settings = Settings::default();
    (settings.changeover, settings.walk) = (5 * below(3) as i32, 5 * below(3) as i32);
    for kind in Kind::ALL {
        if below(3) == 0 {
            settings = settings.with(kind, Severity::ALL[below(3)]);
        }
    }
    (plan, settings)
}

/// Rooms that are full from the first hour to the last, and everything parked.
pub fn planted(chance: &Chance, rooms: usize, hours: i64) -> Plan {
    let mut slots = vec![];
    for room in 0..rooms {
        let mut from = 0;
        while from < hours * 60 {
            let length = [20, 30, 45, 60][usize::try_from(chance.below(4)).unwrap()];
            let length = if hours * 60 - from - length < 20 { hours * 60 - from } else { length };
            slots.push((room, span(from, from + length)));
            from += length;
        }
    }
    let mut plan = plain(slots.len());
    plan.days = vec![span(0, hours * 60)];
    plan.rooms.truncate(rooms);
    plan.rooms.iter_mut().enumerate().for_each(|(n, room)| room.seats = Some(20 + 40 * n as i32));
    for (n, (room, taken)) in slots.iter().enumerate() {
        let session = &mut plan.sessions[n];
        session.minutes = Some(i32::try_from(taken.length().num_minutes()).unwrap());
        session.seats = Some(10 + 40 * *room as i32);
        // Some are there for half the day only, around the time that they were planted at.
        let from = (taken.from - at(0)).num_minutes() / 2;
        let half = span(from, from + hours * 30);
        plan.speakers[n].there = if chance.below(4) == 0 && half.holds(taken) { vec![half] } else { vec![] };
        plan.slots[n].span = None;
    }
    plan
}

/// A day of 200 sessions in ten rooms, some with a speaker who speaks twice.
pub fn large() -> Plan {
    let chance = Chance::seeded(46);
    let mut plan = plain(200);
    plan.rooms.truncate(10);
    plan.days = vec![span(0, 600)];
    for n in 0..200 {
        plan.slots[n].span = None;
        let session = &mut plan.sessions[n];
        session.minutes = Some([10, 20, 20, 30][usize::try_from(chance.below(4)).unwrap()]);
        session.track = Some(id(TRACK, n % 12));
        session.kind = Some(id(TYPE, n % 5));
        session.stars = i32::try_from(chance.below(200)).unwrap();
        session.speakers.push(id(SPEAKER, usize::try_from(chance.below(200)).unwrap()));
        if chance.below(5) == 0 {
            plan.speakers[n].there = vec![span(0, 300)];
        }
    }
    plan.rooms.iter_mut().enumerate().for_each(|(n, room)| room.seats = Some(40 + 30 * n as i32));
    plan.apart = (0..40).map(|n| (id(SESSION, n), id(SESSION, n + 100))).collect();
    plan.slots.push(Slot {
        id: id(SLOT, 999),
        content: Content::Break,
        room: None,
        span: Some(span(180, 240)),
        pinned: true,
    });
    plan
}
