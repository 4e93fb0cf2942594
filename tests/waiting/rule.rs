//! Who is next: the rules, and what holds whatever comes.

use ::base::{Chance, Time};
use ::chrono::{TimeDelta, TimeZone, Utc};
use ::chrono_tz::Europe::Berlin;
use ::congress::rules::waiting::{Entry, GATHERING, Offer, PASSES, Target, ends_at, plan, reminds_at};

fn now() -> Time {
    Utc.with_ymd_and_hms(2027, 2, 1, 10, 0, 0).unwrap()
}

fn entry(n: i32, choices: &[usize]) -> Entry {
    Entry { n, choices: choices.to_vec(), overtaken: 0, least: 1, gathering_since: None }
}

fn target(capacities: &[usize]) -> Target {
    Target { capacities: capacities.to_vec() }
}

#[test]
fn each_in_turn_in_the_first_choice_that_has_room() {
    let targets = [target(&[0]), target(&[1])];
    let entries = [entry(2, &[0]), entry(1, &[0, 1]), entry(1, &[0]), entry(1, &[1])];
    let plan = plan(&entries, &targets, vec![Some(2), Some(2)], now());
    let offer = |entry, target, n| Offer { entry, target, n, partial: false };
    assert_eq!(plan.offers, [offer(0, 0, 2), offer(1, 1, 1), offer(3, 1, 1)]);
    assert!(plan.gathered.is_empty());
}

#[test]
fn a_category_needs_room_in_each_of_its_quotas() {
    let targets = [target(&[0, 1])];
    let plan = plan(&[entry(2, &[0]), entry(1, &[0])], &targets, vec![Some(5), Some(1)], now());
    assert_eq!(plan.offers, [Offer { entry: 1, target: 0, n: 1, partial: false }]);
    assert_eq!(plan.standings[0].overtaken, 1, "somebody went past");
}

#[test]
fn a_group_is_passed_three_times_then_places_are_gathered_and_in_the_end_it_has_what_there_is() {
    let targets = [target(&[0])];
    let mut group = entry(4, &[0]);
    for passed in 1..=PASSES {
        let plan = plan(&[group.clone(), entry(1, &[0])], &targets, vec![Some(1)], now());
        assert_eq!(plan.offers, [Offer { entry: 1, target: 0, n: 1, partial: false }]);
        assert_eq!(plan.standings[0].overtaken, passed);
        group.overtaken = passed;
    }
    let first = plan(&[group.clone(), entry(1, &[0])], &targets, vec![Some(1)], now());
    assert!(first.offers.is_empty(), "nobody goes past a fourth time");
    assert_eq!(first.gathered, [(0, 0, 1)]);
    group.gathering_since = first.standings[0].gathering_since;
    // Enough come together.
    let whole = plan(&[group.clone(), entry(1, &[0])], &targets, vec![Some(4)], now() + TimeDelta::hours(1));
    assert_eq!(whole.offers, [Offer { entry: 0, target: 0, n: 4, partial: false }]);
    // Or they do not.
    let late = plan(&[group.clone(), entry(1, &[0])], &targets, vec![Some(2)], now() + GATHERING);
    assert_eq!(late.offers, [Offer { entry: 0, target: 0, n: 2, partial: true }]);
    // Whoever said no to two keeps their place, and keeps nobody from two again.
    let proud = Entry { least: 3, ..entry(4, &[0]) };
    let after = plan(&[proud, entry(2, &[0])], &targets, vec![Some(2)], now());
    assert_eq!(after.offers, [Offer { entry: 1, target: 0, n: 2, partial: false }]);
    assert_eq!(after.standings[0].overtaken, 0, "what it did not want went elsewhere");
}

#[test]
fn what_nobody_behind_can_use_is_gathered_at_once() {
    let plan = plan(&[entry(3, &[0]), entry(3, &[0])], &[target(&[0])], vec![Some(2)], now());
    assert!(plan.offers.is_empty());
    assert_eq!(plan.gathered, [(0, 0, 2)]);
    assert_eq!(plan.standings[0].gathering_since, Some(now()));
    assert_eq!(plan.standings[1].gathering_since, None);
}

#[test]
fn offers_end_by_day_and_before_the_list_does() {
    let at = |day, hour| Berlin.with_ymd_and_hms(2027, 2, day, hour, 0, 0).unwrap().to_utc();
    assert_eq!(ends_at(at(1, 12), 48, Berlin, at(20, 0)), Some(at(3, 12)));
    assert_eq!(ends_at(at(1, 23), 48, Berlin, at(20, 0)), Some(at(4, 9)), "not at eleven in the evening");
    assert_eq!(ends_at(at(1, 5), 24, Berlin, at(20, 0)), Some(at(2, 9)), "nor at five in the morning");
    assert_eq!(ends_at(at(1, 12), 48, Berlin, at(2, 0)), Some(at(2, 0)), "the list ends before");
    assert_eq!(ends_at(at(1, 12), 48, Berlin, at(1, 12) + TimeDelta::minutes(59)), None, "too late for an answer");
    assert_eq!(reminds_at(at(1, 12), at(3, 12)), Some(at(3, 0)));
    assert_eq!(reminds_at(at(1, 12), at(2, 12)), None, "a day is short enough to remember");
}

/// Whoever waits, through thousands of rounds in which places come free and offers are answered.
#[test]
fn whatever_comes_nobody_is_starved_nothing_is_oversold_and_no_place_stands_empty_for_ever() {
    for seed in 0..60 {
        let chance = Chance::seeded(seed);
        let draw = |below: u64| usize::try_from(chance.below(below)).unwrap();
        let targets = [target(&[0]), target(&[0, 1]), target(&[2])];
        let (mut queue, mut free, mut at): (Vec<Entry>, Vec<i32>, Time) = (vec![], vec![0, 0, 0], now());
        let mut kept_since: Option<Time> = None;
        for _ in 0..300 {
            at += TimeDelta::hours(i64::try_from(chance.below(20)).unwrap());
            if queue.len() < 40 && chance.below(2) == 0 {
                let mut choices = vec![draw(3)];
                if chance.below(3) == 0 && !choices.contains(&2) {
                    choices.push(2);
                }
                queue.push(entry(i32::try_from(1 + chance.below(6)).unwrap(), &choices));
            }
            let capacity = draw(3);
            free[capacity] += i32::try_from(chance.below(2)).unwrap();
            let before: Vec<i32> = free.clone();
            let plan = plan(&queue, &targets, free.iter().copied().map(Some).collect(), at);
            let mut left = before.clone();
            for offer in &plan.offers {
                assert!(queue[offer.entry].choices.contains(&offer.target));
                assert_eq!(offer.partial, offer.n < queue[offer.entry].n);
                targets[offer.target].capacities.iter().for_each(|c| left[*c] -= offer.n);
            }
            plan.offers.iter().for_each(|o| targets[o.target].capacities.iter().for_each(|c| free[*c] -= o.n));
            plan.gathered.iter().for_each(|(_, c, n)| left[*c] -= n);
            assert!(left.iter().all(|n| *n >= 0), "never more than there is: {left:?}");
            let room = |t: usize| targets[t].capacities.iter().map(|c| left[*c]).min().unwrap();
            let is_partial = plan.offers.iter().any(|offer| offer.partial);
            for (at_place, waits) in queue.iter().enumerate() {
                let standing = plan.standings[at_place];
                assert!(standing.overtaken <= PASSES, "passed {} times", standing.overtaken);
                if let Some(since) = standing.gathering_since {
                    assert!(at - since < GATHERING, "kept empty for too long");
                }
                let offered = plan.offers.iter().any(|offer| offer.entry == at_place);
                // What stood beside an offer of fewer places is dealt out by the next run.
                if !offered && !is_partial {
                    let use_for = |t: &usize| room(*t) >= waits.least;
                    assert!(!waits.choices.iter().any(use_for), "a place stands empty that somebody waits for");
                }
            }
            kept_since = kept_since.filter(|_| !plan.gathered.is_empty());
            let next: Vec<Entry> = queue
                .iter()
                .enumerate()
                .filter_map(|(n, waits)| match plan.offers.iter().find(|offer| offer.entry == n) {
                    None => Some(Entry {
                        overtaken: plan.standings[n].overtaken,
                        gathering_since: plan.standings[n].gathering_since,
                        ..waits.clone()
                    }),
                    Some(offer) if offer.partial && chance.below(2) == 0 => {
                        targets[offer.target].capacities.iter().for_each(|c| free[*c] += offer.n);
                        Some(Entry { least: offer.n + 1, overtaken: 0, gathering_since: None, ..waits.clone() })
                    }
                    Some(offer) if offer.partial => Some(entry(waits.n - offer.n, &waits.choices)),
                    Some(_) => None,
                })
                .collect();
            queue = next;
        }
        assert!(kept_since.is_none());
    }
}
