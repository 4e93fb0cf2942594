//! Who is next: the rules of the waiting list, over plain values.
//!
//! The queue is in the order of priority, then of time. Whoever's wish fits into what is free is offered all of it, in
//! the first of their choices that has room. **A group that does not fit keeps its place**: smaller ones behind may go
//! past it, but only [`PASSES`] times. Then, and whenever nobody behind has a use for them, the places that come free are
//! *gathered* for the group, so that nobody else gets them. Not for ever: after [`GATHERING`] it is offered what there
//! is. It takes these and waits on for the rest, or says no, keeps its place, and never again keeps so few from others.
//!
//! So nobody is passed by more than [`PASSES`] offers before they have had one of their own, no place is kept empty longer
//! than [`GATHERING`], and never more is offered than is free.

use base::Time;
use chrono::{Days, NaiveTime, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;

/// So many offers may go past a group that does not fit.
pub const PASSES: i32 = 3;
/// So long places are gathered for a group.
pub const GATHERING: TimeDelta = TimeDelta::hours(48);
/// The most places that anybody can wait for together.
pub const MOST: i32 = 20;
/// Whoever has longer than this to answer is reminded, …
const REMINDED: TimeDelta = TimeDelta::hours(24);
/// … so long before the end.
const REMINDER: TimeDelta = TimeDelta::hours(12);
/// An offer that would end sooner is not made.
const SHORTEST: TimeDelta = TimeDelta::hours(1);
/// No offer ends between these hours of the night, but the morning after, at nine.
const NIGHT: std::ops::Range<u32> = 8..22;
const MORNING: u32 = 9;

/// Somebody in the queue.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Places that are wanted together.
    pub n: i32,
    /// By their place in the list of targets, the best liked first. Only those that are offered now.
    pub choices: Vec<usize>,
    /// Offers that went past.
    pub overtaken: i32,
    /// Fewer than that were turned down.
    pub least: i32,
    pub gathering_since: Option<Time>,
}

/// Something that is waited for: one place of it is one of each of these capacities, by their place in the list.
#[derive(Clone, Debug)]
pub struct Target {
    pub capacities: Vec<usize>,
}

/// Places to be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub entry: usize,
    pub target: usize,
    pub n: i32,
    /// Fewer than were waited for: the time for gathering is over.
    pub partial: bool,
}

/// What becomes of the queue.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub offers: Vec<Offer>,
    /// Places kept for somebody until there are enough: who, which capacity, how many.
    pub gathered: Vec<(usize, usize, i32)>,
    /// Of each entry, in their order.
    pub standings: Vec<Standing>,
}

/// How an entry stands afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    pub overtaken: i32,
    pub gathering_since: Option<Time>,
}

/// What is left while it is dealt out.
struct Left<'a> {
    targets: &'a [Target],
    /// None: no limit.
    free: Vec<Option<i32>>,
}

impl Left<'_> {
    fn of(&self, target: usize) -> i32 {
        let capacities = self.targets.get(target).map(|t| t.capacities.as_slice()).unwrap_or_default();
        let limited = capacities.iter().filter_map(|c| self.free.get(*c).copied().flatten());
        limited.min().unwrap_or(i32::MAX).max(0)
    }

    fn all(&self) -> Vec<i32> {
        (0..self.targets.len()).map(|target| self.of(target)).collect()
    }

    fn add(&mut self, target: usize, n: i32) {
        for c in self.targets.get(target).map(|t| t.capacities.as_slice()).unwrap_or_default() {
            if let Some(Some(free)) = self.free.get_mut(*c) {
                *free += n;
            }
        }
    }
}

/// Deals out what is free among those who wait, in their order. `free`: of each capacity, with what is gathered already;
/// none: no limit.
pub fn plan(entries: &[Entry], targets: &[Target], free: Vec<Option<i32>>, now: Time) -> Plan {
    let mut left = Left { targets, free };
    let standing = |e: &Entry| Standing { overtaken: e.overtaken, gathering_since: None };
    let mut plan = Plan { standings: entries.iter().map(standing).collect(), ..Plan::default() };
    // Those that did not fit, and whom others may go past.
    let mut passed: Vec<usize> = vec![];
    for (at, entry) in entries.iter().enumerate() {
        if let Some(target) = entry.choices.iter().copied().find(|target| left.of(*target) >= entry.n) {
            let before = left.all();
            left.add(target, -entry.n);
            plan.offers.push(Offer { entry: at, target, n: entry.n, partial: false });
            let after = left.all();
            let went = |of: usize| {
                let Some(other) = entries.get(of) else { return false };
                other.choices.iter().any(|t| before[*t] >= other.least && after[*t] < before[*t])
            };
            for other in passed.iter().copied().filter(|other| went(*other)) {
                plan.standings[other].overtaken += 1;
            }
            let (full, rest) = passed.into_iter().partition(|other| plan.standings[*other].overtaken >= PASSES);
            passed = rest;
            let full: Vec<usize> = full;
            full.into_iter().for_each(|other| gather(entries, &mut left, &mut plan, other, now));
        } else if entry.overtaken >= PASSES {
            gather(entries, &mut left, &mut plan, at, now);
        } else {
            passed.push(at);
        }
    }
    // What nobody behind had a use for.
    passed.into_iter().for_each(|at| gather(entries, &mut left, &mut plan, at, now));
    plan
}

/// Keeps what there is for one that does not fit; offers it, if it was kept long enough.
fn gather(entries: &[Entry], left: &mut Left<'_>, plan: &mut Plan, at: usize, now: Time) {
    let Some(entry) = entries.get(at) else { return };
    let mut kept: Vec<(usize, i32)> = vec![];
    for target in entry.choices.iter().copied() {
        let n = left.of(target).min(entry.n);
        if n >= entry.least.max(1) {
            left.add(target, -n);
            kept.push((target, n));
        }
    }
    // The most; of the same, the best liked.
    let Some((target, n)) = kept.iter().copied().rev().max_by_key(|(_, n)| *n) else { return };
    let since = entry.gathering_since.unwrap_or(now);
    if now - since >= GATHERING {
        kept.iter().filter(|(other, _)| *other != target).for_each(|(other, n)| left.add(*other, *n));
        plan.offers.push(Offer { entry: at, target, n, partial: true });
        return;
    }
    plan.standings[at].gathering_since = Some(since);
    for (target, n) in kept {
        for capacity in left.targets.get(target).map(|t| t.capacities.as_slice()).unwrap_or_default() {
            plan.gathered.push((at, *capacity, n));
        }
    }
}

/// When nothing is offered any more.
pub fn stops_at(starts_at: Time, stop_days: i32) -> Time {
    starts_at - TimeDelta::days(stop_days.into())
}

/// Until when an offer stands that is made now: so many hours, not ending at night, and never after `latest`. None: there
/// is no time left for an answer.
pub fn ends_at(now: Time, hours: i32, zone: Tz, latest: Time) -> Option<Time> {
    let end = out_of_the_night(now + TimeDelta::hours(hours.into()), zone).min(latest);
    (end - now >= SHORTEST).then_some(end)
}

fn out_of_the_night(at: Time, zone: Tz) -> Time {
    let local = at.with_timezone(&zone);
    if NIGHT.contains(&local.hour()) {
        return at;
    }
    let day = local.date_naive();
    let day = if local.hour() < NIGHT.start { Some(day) } else { day.checked_add_days(Days::new(1)) };
    let morning = day.zip(NaiveTime::from_hms_opt(MORNING, 0, 0)).map(|(day, time)| day.and_time(time));
    let morning = morning.and_then(|morning| zone.from_local_datetime(&morning).earliest());
    morning.map_or(at, |morning| morning.to_utc())
}

/// When somebody who has not answered is reminded. None: the time is too short for that.
pub fn reminds_at(made_at: Time, ends_at: Time) -> Option<Time> {
    (ends_at - made_at > REMINDED).then(|| ends_at - REMINDER)
}
