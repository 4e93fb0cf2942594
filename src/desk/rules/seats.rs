//! How many seats a place has, when quotas may overlap.

use base::Uuid;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A quota as it counts here.
#[derive(Clone, Debug)]
pub struct Quota {
    pub id: Uuid,
    /// None: no limit.
    pub size: Option<i32>,
    pub taken: i32,
    pub categories: Vec<Uuid>,
}

/// Seats of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    pub size: i32,
    pub free: i32,
}

/// The seats of the place that these categories lead to; none: no limit.
///
/// A quota over all of them tells alone ("Vor Ort gesamt"), the smallest if there are several. Without one, the quota of
/// each category counts that most of the others share, the smaller of equals, each quota once: seats that a quota keeps for
/// some inside of a greater one are no more seats. A category without a limit leaves the place without one.
pub fn seats(categories: &[Uuid], quotas: &[Quota]) -> Option<Seats> {
    let limited = || quotas.iter().filter_map(|q| Some((q, q.size?)));
    let whole =
        limited().filter(|(q, _)| categories.iter().all(|c| q.categories.contains(c))).min_by_key(|(_, size)| *size);
    if let Some((quota, size)) = whole {
        return (!categories.is_empty()).then(|| Seats { size, free: (size - quota.taken).max(0) });
    }
    let mut counted: BTreeMap<Uuid, Seats> = BTreeMap::new();
    for category in categories {
        let shared = |q: &Quota| categories.iter().filter(|c| q.categories.contains(c)).count();
        let (quota, size) = limited()
            .filter(|(q, _)| q.categories.contains(category))
            .min_by_key(|(q, size)| (Reverse(shared(q)), *size))?;
        counted.insert(quota.id, Seats { size, free: (size - quota.taken).max(0) });
    }
    counted
        .into_values()
        .reduce(|a, b| Seats { size: a.size.saturating_add(b.size), free: a.free.saturating_add(b.free) })
}
