//! Spreading what has no stand yet over the stands that are free: as many projects as there can be get one that has what
//! they need.

use super::Fittings;

/// Which project, by its place in the list, gets which stand, by its place. Projects with the most needs come first, in the
/// order of the list; each takes the stand with the least that is enough. Where that leaves one without, those before move
/// to others that are enough for them, so that no other way has more of them at a stand. The same lists give the same.
pub fn spread(projects: &[Fittings], stands: &[Fittings]) -> Vec<(usize, usize)> {
    let mut by_plainness: Vec<usize> = (0..stands.len()).collect();
    by_plainness.sort_by_key(|stand| (stands[*stand].count(), *stand));
    let mut order: Vec<usize> = (0..projects.len()).collect();
    order.sort_by_key(|project| (std::cmp::Reverse(projects[*project].count()), *project));
    let mut taken: Vec<Option<usize>> = vec![None; stands.len()];
    for project in order {
        let mut tried = vec![false; stands.len()];
        place(project, projects, stands, &by_plainness, &mut taken, &mut tried);
    }
    let mut pairs: Vec<(usize, usize)> =
        taken.iter().enumerate().filter_map(|(stand, project)| Some(((*project)?, stand))).collect();
    pairs.sort_unstable();
    pairs
}

/// Finds a stand for a project, moving others if it must; says whether it could.
fn place(
    project: usize,
    projects: &[Fittings],
    stands: &[Fittings],
    order: &[usize],
    taken: &mut [Option<usize>],
    tried: &mut [bool],
) -> bool {
    for &stand in order {
        if tried[stand] || !stands[stand].covers(projects[project]) {
            continue;
        }
        tried[stand] = true;
        let free = match taken[stand] {
            None => true,
            Some(other) => place(other, projects, stands, order, taken, tried),
        };
        if free {
            taken[stand] = Some(project);
            return true;
        }
    }
    false
}
