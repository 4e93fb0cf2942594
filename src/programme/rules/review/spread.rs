//! Who judges what, spread evenly.

use base::{Chance, Uuid};
use std::collections::VecDeque;

/// Somebody who judges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewer {
    pub id: Uuid,
    /// Submissions that they may judge, by their place in the list.
    pub may: Vec<usize>,
    /// Of these, what they have been given already, which stays.
    pub has: Vec<usize>,
}

/// Who is given what beside what they have: submission by its place, and reviewer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub given: Vec<(usize, Uuid)>,
    /// Submissions with fewer reviewers than wanted, because there are not more who may: place, and how many are missing.
    pub short: Vec<(usize, usize)>,
}

/// Gives each of so many submissions to as many reviewers as wanted, as far as there are any who may. Nobody gets one
/// twice, what was given stays, as many as possible are given, and the most that anybody has is as small as can be.
///
/// Reviewers have room for one more at a time; while a submission lacks somebody it takes a free one who may, or one who is
/// full and can hand something on to another (an augmenting path). The same seed gives the same answer.
pub fn spread(submissions: usize, reviewers: &[Reviewer], each: usize, chance: &Chance) -> Share {
    let mut work = Work::new(submissions, reviewers, each, chance);
    let least = work.load.iter().copied().min().unwrap_or_default();
    let most = reviewers.iter().map(|reviewer| reviewer.may.len().max(reviewer.has.len())).max().unwrap_or_default();
    for room in least + 1..=most {
        if work.lacking.iter().all(|lacking| *lacking == 0) {
            break;
        }
        loop {
            let before: usize = work.lacking.iter().sum();
            for submission in (0..submissions).filter(|at| work.lacking[*at] > 0).collect::<Vec<_>>() {
                work.give(submission, room);
            }
            if work.lacking.iter().sum::<usize>() == before {
                break;
            }
        }
    }
    work.share(reviewers)
}

struct Work {
    /// By reviewer in a shuffled order: whom they are, what they may, what they hold, and what of it is fixed.
    order: Vec<usize>,
    may: Vec<Vec<bool>>,
    holds: Vec<Vec<bool>>,
    fixed: Vec<Vec<bool>>,
    load: Vec<usize>,
    lacking: Vec<usize>,
}

impl Work {
    fn new(submissions: usize, reviewers: &[Reviewer], each: usize, chance: &Chance) -> Self {
        let mut order: Vec<usize> = (0..reviewers.len()).collect();
        for at in (1..order.len()).rev() {
            let other = usize::try_from(chance.below(at as u64 + 1)).unwrap_or_default();
            order.swap(at, other);
        }
        let table = |of: &dyn Fn(&Reviewer) -> &[usize]| -> Vec<Vec<bool>> {
            let row = |reviewer: &Reviewer| (0..submissions).map(|at| of(reviewer).contains(&at)).collect();
            reviewers.iter().map(row).collect()
        };
        let fixed = table(&|reviewer| &reviewer.has);
        let load = fixed.iter().map(|row| row.iter().filter(|has| **has).count()).collect();
        let had = |at: usize| fixed.iter().filter(|row| row.get(at) == Some(&true)).count();
        let lacking = (0..submissions).map(|at| each.saturating_sub(had(at))).collect();
        Self { order, may: table(&|reviewer| &reviewer.may), holds: fixed.clone(), fixed, load, lacking }
    }

    /// Gives a submission to one more, with reviewers having room for so many, if that goes.
    fn give(&mut self, submission: usize, room: usize) {
        // From whom a reviewer could get it, and what: the way back.
        let mut from: Vec<Option<(Option<usize>, usize)>> = vec![None; self.load.len()];
        let mut queue = VecDeque::new();
        for reviewer in self.order.clone() {
            if self.could(reviewer, submission) {
                from[reviewer] = Some((None, submission));
                queue.push_back(reviewer);
            }
        }
        while let Some(reviewer) = queue.pop_front() {
            if self.load[reviewer] < room {
                self.carry_out(reviewer, &from);
                self.lacking[submission] -= 1;
                return;
            }
            for other in self.order.clone() {
                let passed = (0..self.lacking.len())
                    .find(|at| self.holds[reviewer][*at] && !self.fixed[reviewer][*at] && self.could(other, *at));
                if let (None, Some(passed)) = (from[other], passed) {
                    from[other] = Some((Some(reviewer), passed));
                    queue.push_back(other);
                }
            }
        }
    }

    fn could(&self, reviewer: usize, submission: usize) -> bool {
        self.may[reviewer][submission] && !self.holds[reviewer][submission]
    }

    /// Along the way that was found, each takes what the one before hands on.
    fn carry_out(&mut self, last: usize, from: &[Option<(Option<usize>, usize)>]) {
        let mut at = last;
        self.load[last] += 1;
        while let Some((before, submission)) = from[at] {
            self.holds[at][submission] = true;
            let Some(before) = before else { break };
            self.holds[before][submission] = false;
            at = before;
        }
    }

    fn share(self, reviewers: &[Reviewer]) -> Share {
        let mut given = vec![];
        for (at, reviewer) in reviewers.iter().enumerate() {
            let fresh = |submission: &usize| self.holds[at][*submission] && !self.fixed[at][*submission];
            given.extend((0..self.lacking.len()).filter(fresh).map(|submission| (submission, reviewer.id)));
        }
        given.sort();
        let short = self.lacking.iter().copied().enumerate().filter(|(_, lacking)| *lacking > 0).collect();
        Share { given, short }
    }
}
