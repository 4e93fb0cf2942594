//! Which meeting takes which table: any will do, and whoever stays at one need not walk.

use super::Meeting;
use super::problem::Problem;
use super::state::State;
use base::Uuid;

/// All meetings that are not fixed, with their tables.
pub(super) fn meetings(problem: &Problem, state: &State<'_>) -> Vec<Meeting> {
    let mut meetings = vec![];
    // Where each person sat last.
    let mut last: Vec<Option<Uuid>> = vec![None; problem.people.len()];
    for (slot, tables) in problem.tables.iter().enumerate() {
        let mut pairs = state.inside(slot).to_vec();
        pairs.sort_unstable();
        let mut left = tables.clone();
        let mut seated: Vec<(usize, Uuid)> = vec![];
        pairs.retain(|pair| {
            let both = &problem.pairs[*pair];
            let kept = [last[both.one], last[both.two]].into_iter().flatten();
            let Some(at) = kept.filter_map(|table| left.iter().position(|one| *one == table)).next() else {
                return true;
            };
            seated.push((*pair, left.remove(at)));
            false
        });
        seated.extend(pairs.into_iter().zip(left));
        for (pair, table) in seated {
            let both = &problem.pairs[pair];
            (last[both.one], last[both.two]) = (Some(table), Some(table));
            let (one, two) = (problem.people[both.one].id, problem.people[both.two].id);
            meetings.push(Meeting { slot, table, one, two });
        }
    }
    meetings
}
