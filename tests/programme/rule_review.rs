//! How submissions are judged.

use ::programme::rules::review::{
    Conflict, Criterion, Open, Others, Party, Reviewer, Rights, Summary, conflict, next, overall, spread, summary,
};
use base::{Chance, Uuid};
use std::collections::HashMap;

fn id(n: usize) -> Uuid {
    Uuid::from_u128(n as u128)
}

#[test]
fn a_review_is_the_mean_of_its_values_by_their_weights() {
    let criteria = [
        Criterion { id: id(1), weight: 3, most: 5 },
        Criterion { id: id(2), weight: 1, most: 10 },
        Criterion { id: id(3), weight: 0, most: 5 },
    ];
    assert_eq!(overall(&criteria, &[(id(1), 5), (id(2), 10)]), Some(100.0));
    assert_eq!(overall(&criteria, &[(id(1), 5), (id(2), 0)]), Some(75.0));
    // What it left out does not count as the worst.
    assert_eq!(overall(&criteria, &[(id(2), 4)]), Some(40.0));
    assert_eq!(overall(&criteria, &[(id(3), 5)]), None, "it is told and does not count");
    assert_eq!(overall(&criteria, &[(id(9), 5)]), None, "a criterion that is gone");
    assert_eq!(overall(&criteria, &[(id(1), 50)]), Some(100.0), "no more than the best");
    assert_eq!(overall(&criteria, &[(id(1), -3)]), Some(0.0));
}

#[test]
fn mean_median_and_spread_leave_abstentions_out() {
    let sum = summary(&[Some(20.0), None, Some(80.0), Some(50.0)]);
    assert_eq!((sum.judged, sum.abstained, sum.mean, sum.median), (3, 1, Some(50.0), Some(50.0)));
    assert!((sum.spread.unwrap() - 24.494_897).abs() < 1e-5);
    let two = summary(&[Some(10.0), Some(60.0)]);
    assert_eq!((two.median, two.spread), (Some(35.0), Some(25.0)));
    assert_eq!(summary(&[Some(10.0)]).spread, None);
    assert_eq!(summary(&[None]), Summary { abstained: 1, ..Summary::default() });
    assert_eq!(summary(&[]), Summary::default());
}

fn party(organisation: &str, mail: &str) -> Party {
    Party { organisation: organisation.into(), mail: mail.into() }
}

#[test]
fn nobody_judges_their_own_nor_their_house() {
    let petra = party("Stadt Delbrück", "petra.kemper@delbrueck.example");
    let own = party("", "Petra.Kemper@delbrueck.example ");
    assert_eq!(conflict(&petra, &[party("Stadt Detmold", "x@detmold.example"), own]), Some(Conflict::Own));
    assert_eq!(conflict(&petra, &[party("STADT  DELBRÜCK", "")]), Some(Conflict::Organisation));
    assert_eq!(conflict(&petra, &[party("Bauhof", "a@delbrueck.example")]), Some(Conflict::Organisation));
    assert_eq!(conflict(&petra, &[party("Stadt Detmold", "a@detmold.example")]), None);
    assert_eq!(conflict(&petra, &[]), None);
    let private = party("", "petra@web.de");
    assert_eq!(conflict(&private, &[party("", "lea@web.de"), party("", "")]), None, "a provider is no house");
}

#[test]
fn next_is_what_was_given_then_what_was_read_least_and_not_the_same_for_all() {
    let open = |n, reviews, assigned| Open { submission: id(n), reviews, assigned };
    assert_eq!(next(id(7), &[open(1, 0, false), open(2, 5, true)]), Some(id(2)));
    assert_eq!(next(id(7), &[open(1, 2, false), open(2, 1, false), open(3, 2, false)]), Some(id(2)));
    assert_eq!(next(id(7), &[]), None);
    let equal: Vec<Open> = (1..=8).map(|n| open(n, 0, false)).collect();
    let first: std::collections::HashSet<_> = (0..8).map(|reviewer| next(id(reviewer), &equal)).collect();
    assert!(first.len() > 4, "{first:?}");
}

#[test]
fn others_are_seen_as_the_phase_says() {
    let rights = |others| Rights { review: true, others, ..Rights::NONE };
    assert!(!rights(Others::Never).sees_others(true));
    assert!(!rights(Others::AfterOwn).sees_others(false));
    assert!(rights(Others::AfterOwn).sees_others(true));
    assert!(rights(Others::Always).sees_others(false));
}

/// Everybody may judge everything.
fn all(reviewers: usize, submissions: usize) -> Vec<Reviewer> {
    (0..reviewers).map(|n| Reviewer { id: id(n), may: (0..submissions).collect(), has: vec![] }).collect()
}

#[test]
fn work_is_spread_evenly_and_the_same_seed_gives_the_same() {
    let reviewers = all(7, 60);
    let share = spread(60, &reviewers, 3, &Chance::seeded(1));
    assert_eq!(share.given.len(), 180);
    assert!(share.short.is_empty());
    let mut load: HashMap<Uuid, usize> = HashMap::new();
    share.given.iter().for_each(|(_, reviewer)| *load.entry(*reviewer).or_default() += 1);
    assert!(load.values().all(|n| (25..=26).contains(n)), "{load:?}");
    assert_eq!(share, spread(60, &reviewers, 3, &Chance::seeded(1)));
}

#[test]
fn who_may_not_is_given_nothing_and_what_nobody_may_is_told() {
    let reviewers =
        [Reviewer { id: id(1), may: vec![0, 1], has: vec![0] }, Reviewer { id: id(2), may: vec![1], has: vec![] }];
    let share = spread(3, &reviewers, 2, &Chance::seeded(1));
    assert_eq!(share.given, [(1, id(1)), (1, id(2))]);
    assert_eq!(share.short, [(0, 1), (2, 2)]);
    assert_eq!(spread(2, &[], 1, &Chance::seeded(1)).short, [(0, 1), (1, 1)]);
    assert!(spread(0, &reviewers[..0], 1, &Chance::seeded(1)).short.is_empty());
}

/// As many as can be given, counted by brute force: for each submission the fewer of wanted and those who may.
#[test]
fn as_many_as_possible_are_given_and_nobody_has_more_than_need_be() {
    let chance = Chance::seeded(27);
    for round in 0..500 {
        let (submissions, n, each) = (1 + chance.below(6) as usize, 1 + chance.below(4) as usize, 1 + round % 3);
        let reviewers: Vec<Reviewer> = (0..n)
            .map(|n| {
                let may: Vec<usize> = (0..submissions).filter(|_| chance.below(3) > 0).collect();
                let has = may.iter().copied().filter(|_| chance.below(5) == 0).collect();
                Reviewer { id: id(n), may, has }
            })
            .collect();
        let share = spread(submissions, &reviewers, each, &chance);
        let mut load: Vec<usize> = reviewers.iter().map(|reviewer| reviewer.has.len()).collect();
        for (at, reviewer) in &share.given {
            let place = reviewers.iter().position(|one| one.id == *reviewer).unwrap();
            assert!(reviewers[place].may.contains(at) && !reviewers[place].has.contains(at));
            load[place] += 1;
        }
        let mut wanted = 0;
        for at in 0..submissions {
            let had = reviewers.iter().filter(|reviewer| reviewer.has.contains(&at)).count();
            let may = reviewers.iter().filter(|reviewer| reviewer.may.contains(&at)).count();
            let given = share.given.iter().filter(|(one, _)| *one == at).count();
            assert_eq!(given, each.saturating_sub(had).min(may - had), "{round}: {at} {reviewers:?}");
            wanted += given;
        }
        assert_eq!(share.given.len(), wanted);
        let most = load.iter().copied().max().unwrap_or_default();
        assert!(!could_be_lower(submissions, &reviewers, each, most), "{round}: {most} {reviewers:?} {share:?}");
    }
}

/// Whether everybody could have fewer than this with as much given: tried by brute force.
fn could_be_lower(submissions: usize, reviewers: &[Reviewer], each: usize, most: usize) -> bool {
    if most == 0 || reviewers.iter().any(|reviewer| reviewer.has.len() >= most) {
        return false;
    }
    fn go(at: usize, submissions: usize, reviewers: &[Reviewer], each: usize, room: &mut Vec<usize>) -> bool {
        if at == submissions {
            return true;
        }
        let had = reviewers.iter().filter(|reviewer| reviewer.has.contains(&at)).count();
        let able: Vec<usize> = (0..reviewers.len())
            .filter(|n| reviewers[*n].may.contains(&at) && !reviewers[*n].has.contains(&at))
            .collect();
        let wanted = each.saturating_sub(had).min(able.len());
        for set in 0..1_u32 << able.len() {
            if set.count_ones() as usize != wanted {
                continue;
            }
            let chosen: Vec<usize> =
                able.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, n)| *n).collect();
            if chosen.iter().any(|n| room[*n] == 0) {
                continue;
            }
            chosen.iter().for_each(|n| room[*n] -= 1);
            let goes = go(at + 1, submissions, reviewers, each, room);
            chosen.iter().for_each(|n| room[*n] += 1);
            if goes {
                return true;
            }
        }
        false
    }
    let mut room: Vec<usize> = reviewers.iter().map(|reviewer| most - 1 - reviewer.has.len()).collect();
    go(0, submissions, reviewers, each, &mut room)
}
