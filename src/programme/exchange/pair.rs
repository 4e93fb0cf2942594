//! Finding in our rows what a file speaks of.

use std::collections::{HashMap, HashSet};

/// Who is looked for: by a key, and among several that have it, rather the one with this preference.
#[derive(Clone, Debug)]
pub struct Sought<P> {
    pub key: String,
    pub preferred: P,
}

/// For each that is sought, the number of one of those that are there and have its key; each is found once. `there` has
/// an entry for every key of each.
pub fn pair<P: PartialEq>(
    sought: &[Sought<P>],
    there: impl IntoIterator<Item = (String, usize, P)>,
) -> Vec<Option<usize>> {
    let mut by_key: HashMap<String, Vec<(usize, P)>> = HashMap::new();
    for (key, at, preference) in there {
        by_key.entry(key).or_default().push((at, preference));
    }
    let mut found: Vec<Option<usize>> = vec![None; sought.len()];
    let mut used = HashSet::new();
    for strict in [true, false] {
        for (seeker, found) in sought.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let Some(candidates) = by_key.get_mut(&seeker.key) else { continue };
            let fits =
                |(at, preference): &(usize, P)| !used.contains(at) && (!strict || *preference == seeker.preferred);
            if let Some(index) = candidates.iter().position(fits) {
                let (at, _) = candidates.remove(index);
                used.insert(at);
                *found = Some(at);
            }
        }
    }
    found
}
