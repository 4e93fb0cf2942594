//! Placing what is left: what holds whatever the plan.

use super::rule_sample::{SLOT, TRACK, TYPE, at, id, large, plain, planted, random, span};
use ::base::{Chance, Uuid};
use ::chrono::TimeDelta;
use ::programme::rules::clash::{Clash, Kind, Settings, Severity, clashes, clashes_of};
use ::programme::rules::place::{Left, ORDER, Options, Outcome, Scope, Weights, Why, place};
use ::programme::rules::plan::{Content, Plan, Session, Slot, Span, merged};
use ::std::collections::BTreeSet;

/// The plan with everything where the solver wants it.
fn carried_out(plan: &Plan, outcome: &Outcome) -> Plan {
    let mut plan = plan.clone();
    for slot in &mut plan.slots {
        if let Some(moved) = outcome.moves.iter().find(|moved| moved.slot == slot.id) {
            (slot.room, slot.span) = (Some(moved.room), Some(moved.span));
        } else if outcome.unplaced.iter().any(|unplaced| unplaced.slot == slot.id) {
            slot.span = None;
        }
    }
    plan
}

fn blocking(plan: &Plan, settings: &Settings) -> Vec<Clash> {
    clashes(plan, settings).into_iter().filter(|clash| clash.severity == Severity::Block).collect()
}

fn known(plan: &Plan, slot: &Slot) -> Option<Session> {
    let Content::Session(id) = slot.content else { return None };
    plan.sessions.iter().find(|session| session.id == id).cloned()
}

fn minutes(plan: &Plan, session: &Session) -> Option<i64> {
    let kind = plan.types.iter().find(|kind| Some(kind.id) == session.kind);
    session.minutes.or(kind.and_then(|kind| kind.minutes)).map(i64::from)
}

/// Where a slot could be by the hours of the rooms, minute by minute: windows on a grid of five minutes.
fn windows(plan: &Plan, length: i64) -> Vec<(Uuid, Span)> {
    let days = merged(&plan.days);
    let mut windows = vec![];
    for room in &plan.rooms {
        let open = merged(&room.open);
        for from in -100..200 {
            let span = Span::new(at(from * 5), at(from * 5 + length));
            let lies = |windows: &[Span]| windows.is_empty() || windows.iter().any(|window| window.holds(&span));
            if lies(&open) && lies(&days) && !(open.is_empty() && days.is_empty()) {
                windows.push((room.id, span));
            }
        }
    }
    windows
}

/// Why a slot finds no place, by trying all of them.
fn tried(plan: &Plan, settings: &Settings, slot: &Slot) -> Why {
    let agreed = known(plan, slot).and_then(|session| minutes(plan, &session));
    let length = slot.span.map(|span| span.length().num_minutes()).or(agreed);
    let Some(length) = length else { return Why::NoLength };
    let forbids = windows(plan, length).into_iter().map(|(room, span)| {
        let there = Slot { room: Some(room), span: Some(span), ..slot.clone() };
        let hard = clashes_of(plan, settings, &there).into_iter().filter(|clash| clash.severity == Severity::Block);
        hard.map(|clash| clash.what.kind()).collect::<BTreeSet<Kind>>()
    });
    let mut rest: Vec<BTreeSet<Kind>> = forbids.collect();
    if rest.is_empty() {
        return Why::NoWindow { minutes: length };
    }
    let all = rest.len();
    let only = |kind: &Kind| rest.iter().filter(|kinds| kinds.len() == 1 && kinds.contains(kind)).count();
    let alone = ORDER.into_iter().map(|kind| Left { kind, windows: only(&kind) }).filter(|left| left.windows > 0);
    let alone = alone.collect();
    let mut left = vec![];
    for kind in ORDER {
        let before = rest.len();
        rest.retain(|kinds| !kinds.contains(&kind));
        if rest.len() < before {
            left.push(Left { kind, windows: rest.len() });
        }
    }
    Why::Ruled { minutes: length, windows: all, left, alone }
}

/// Little effort: small plans need no more, and there are many of them.
fn options(seed: u64, scope: Scope) -> Options {
    Options { seed, scope, effort: 10, ..Options::default() }
}

/// What must hold of any outcome.
fn check(plan: &Plan, settings: &Settings, scope: Scope, outcome: &Outcome, round: usize) {
    let after = carried_out(plan, outcome);
    let moves = |slot: &Slot| match known(plan, slot) {
        None => false,
        Some(_) if slot.pinned => false,
        Some(_) if slot.span.is_none() => true,
        Some(_) => scope == Scope::Unpinned && plan.rooms.iter().any(|room| Some(room.id) == slot.room),
    };
    let theirs: BTreeSet<Uuid> = plan.slots.iter().filter(|slot| moves(slot)).map(|slot| slot.id).collect();
    let touched = outcome.moves.iter().map(|moved| moved.slot).chain(outcome.unplaced.iter().map(|one| one.slot));
    for slot in touched.collect::<Vec<_>>() {
        assert!(theirs.contains(&slot), "{round}: touched what it must not");
    }
    for clash in blocking(&after, settings) {
        let hers = theirs.contains(&clash.slot) || clash.other.is_some_and(|other| theirs.contains(&other));
        assert!(!hers, "{round}: {clash:?}\n{plan:#?}\n{outcome:#?}");
    }
    for moved in &outcome.moves {
        let slot = plan.slots.iter().find(|slot| slot.id == moved.slot).unwrap();
        let agreed = known(plan, slot).and_then(|session| minutes(plan, &session)).unwrap_or(0);
        let length = slot.span.map_or(TimeDelta::minutes(agreed), |span| span.length());
        assert_eq!(moved.span.length(), length);
        assert!(windows(plan, length.num_minutes()).contains(&(moved.room, moved.span)), "{round}: {moved:?}");
        assert_ne!((Some(moved.room), Some(moved.span)), (slot.room, slot.span), "{round}: not moved at all");
    }
    for one in &outcome.unplaced {
        let slot = plan.slots.iter().find(|slot| slot.id == one.slot).unwrap();
        let why = tried(&after, settings, &Slot { span: slot.span, ..slot.clone() });
        assert_eq!(one.why, why, "{round}: {plan:#?}\n{outcome:#?}");
        if let Why::Ruled { left, .. } = why {
            assert_eq!(left.last().map(|left| left.windows), Some(0), "{round}: it could have been placed");
        }
    }
    assert!(outcome.cost <= outcome.start, "{round}");
    assert_eq!(outcome.cost.unplaced, outcome.unplaced.len());
    assert!(outcome.cost.soft >= 0);
}

#[test]
fn nothing_that_blocks_is_broken_nothing_pinned_is_touched_and_reasons_are_true() {
    let chance = Chance::seeded(16);
    let mut unplaced = 0;
    for round in 0..2_000 {
        let (mut plan, settings) = random(&chance, 2 + round % 9);
        for slot in plan.slots.iter_mut().filter(|slot| !slot.pinned) {
            slot.span = slot.span.filter(|_| chance.below(3) == 0);
        }
        let scope = if round % 2 == 0 { Scope::Parked } else { Scope::Unpinned };
        let outcome = place(&plan, &settings, &options(round as u64, scope));
        check(&plan, &settings, scope, &outcome, round);
        unplaced += outcome.unplaced.len();
    }
    assert!(unplaced > 500, "{unplaced}: reasons were told");
}

#[test]
fn the_same_seed_gives_the_same_plan_and_another_one_as_sound() {
    let chance = Chance::seeded(26);
    let mut differ = 0;
    for round in 0..50 {
        let (plan, settings) = random(&chance, 10);
        let one = place(&plan, &settings, &options(1, Scope::Unpinned));
        assert_eq!(one, place(&plan, &settings, &options(1, Scope::Unpinned)));
        let other = place(&plan, &settings, &options(2, Scope::Unpinned));
        check(&plan, &settings, Scope::Unpinned, &other, round);
        differ += usize::from(one.moves != other.moves);
    }
    assert!(differ > 0, "the seed matters");
}

#[test]
fn what_can_be_placed_is_placed() {
    let chance = Chance::seeded(36);
    for round in 0..20 {
        let plan = planted(&chance, 1 + round % 4, 4);
        let settings = Settings::default();
        let outcome = place(&plan, &settings, &Options { seed: round as u64, ..Options::default() });
        assert_eq!(outcome.unplaced, [], "{round}");
        assert_eq!(blocking(&carried_out(&plan, &outcome), &settings), []);
    }
}

#[test]
fn reasons_say_which_rule_leaves_no_window() {
    let mut plan = plain(2);
    plan.rooms[0].seats = Some(80);
    plan.rooms[1].seats = Some(30);
    plan.days = vec![span(0, 60)];
    plan.sessions[0].seats = Some(80);
    plan.sessions[0].minutes = Some(45);
    plan.speakers[0].there = vec![span(100, 200)];
    plan.slots[0].span = None;
    plan.slots[1].span = Some(span(0, 10));
    let one = |plan: &Plan| place(plan, &Settings::default(), &Options::default()).unplaced.pop().map(|one| one.why);
    let (small, away) = (Kind::RoomTooSmall, Kind::SpeakerAway);
    assert_eq!(
        one(&plan),
        Some(Why::Ruled {
            minutes: 45,
            windows: 8,
            left: vec![
                Left { kind: small, windows: 4 },
                Left { kind: Kind::RoomTwice, windows: 2 },
                Left { kind: away, windows: 0 }
            ],
            alone: vec![Left { kind: away, windows: 2 }],
        })
    );
    plan.sessions[0].minutes = Some(61);
    assert_eq!(one(&plan), Some(Why::NoWindow { minutes: 61 }));
    plan.sessions[0].minutes = None;
    assert_eq!(one(&plan), Some(Why::NoLength));
    plan.sessions[0].minutes = Some(45);
    plan.speakers[0].there = vec![];
    assert_eq!(one(&plan), None);
}

#[test]
fn of_two_plans_the_better_is_taken() {
    // Two tracks, two rooms: each keeps to its own, in one piece, and the two that most have marked are not at once.
    let mut plan = plain(12);
    plan.rooms.truncate(2);
    plan.days = vec![span(0, 240)];
    for n in 0..12 {
        plan.slots[n].span = None;
        plan.sessions[n].track = Some(id(TRACK, n % 2));
        plan.sessions[n].kind = Some(id(TYPE, n / 6));
        plan.sessions[n].stars = if n < 2 { 100 } else { 1 };
    }
    let outcome = place(&plan, &Settings::default(), &Options::default());
    assert_eq!(outcome.unplaced, []);
    let after = carried_out(&plan, &outcome);
    assert_eq!(clashes(&after, &Settings::default()), [], "not even a warning");
    for track in 0..2 {
        let own = after.slots.iter().enumerate().filter(|(n, _)| n % 2 == track).map(|(_, slot)| slot.room);
        assert_eq!(own.collect::<BTreeSet<_>>().len(), 1, "one room for a track");
    }
    let popular = |n: usize| after.slots[n].span.unwrap();
    assert!(!popular(0).overlaps(&popular(1)));
    assert!(outcome.cost < outcome.start || outcome.cost.soft < Weights::default().warning);
}

#[test]
fn what_may_be_moved_is_moved_only_for_a_reason() {
    let mut plan = plain(4);
    plan.rooms.truncate(1);
    plan.days = vec![span(0, 165)];
    plan.slots[3].span = None;
    let mine = |scope| place(&plan, &Settings::default(), &options(1, scope));
    assert_eq!(mine(Scope::Parked).moves.len(), 1);
    assert_eq!(mine(Scope::Unpinned).moves.len(), 1, "the others can stay");
    // Now it fits only if another makes room.
    plan.days = vec![span(0, 130)];
    let mine = |plan: &Plan, scope| place(plan, &Settings::default(), &options(1, scope));
    plan.slots[2].span = Some(span(85, 115));
    assert_eq!(mine(&plan, Scope::Parked).unplaced.len(), 1);
    let outcome = mine(&plan, Scope::Unpinned);
    assert_eq!(outcome.unplaced, []);
    assert!(outcome.moves.iter().any(|moved| moved.slot == id(SLOT, 3)));
    plan.slots.iter_mut().take(3).for_each(|slot| slot.pinned = true);
    assert_eq!(mine(&plan, Scope::Unpinned).unplaced.len(), 1);
}

#[test]
fn a_day_of_two_hundred_sessions_is_placed_in_a_moment() {
    let plan = large();
    let effort = if cfg!(debug_assertions) { 5 } else { 100 };
    let begin = ::std::time::Instant::now();
    let outcome = place(&plan, &Settings::default(), &Options { effort, ..Options::default() });
    let took = begin.elapsed();
    let after = carried_out(&plan, &outcome);
    let warnings = clashes(&after, &Settings::default());
    println!(
        "200 sessions, 10 rooms: {took:?}, {} unplaced, {} warnings, {:?} from {:?}",
        outcome.unplaced.len(),
        warnings.len(),
        outcome.cost,
        outcome.start
    );
    assert_eq!(outcome.unplaced, []);
    assert_eq!(blocking(&after, &Settings::default()), []);
    assert!(took.as_secs() < 10, "{took:?}");
}
