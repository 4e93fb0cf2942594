//! What there is between people already.

use base::Uuid;
use std::collections::BTreeSet;

/// Pairs of people, by who did it to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bonds {
    /// Who showed interest in whom.
    pub interested: BTreeSet<(Uuid, Uuid)>,
    /// Who wants no meeting with whom: final, and invisible to the other.
    pub refused: BTreeSet<(Uuid, Uuid)>,
    /// Who blocked whom: final for both.
    pub blocked: BTreeSet<(Uuid, Uuid)>,
    /// Who is in contact with whom, in either order.
    pub contacts: BTreeSet<(Uuid, Uuid)>,
}

/// The others in pairs with somebody, by the direction.
fn with(pairs: &BTreeSet<(Uuid, Uuid)>, one: Uuid) -> (Vec<Uuid>, Vec<Uuid>) {
    let to = pairs.iter().filter(|(from, _)| *from == one).map(|(_, to)| *to).collect();
    // Sorted, as they are looked up by search.
    let mut from: Vec<Uuid> = pairs.iter().filter(|(_, to)| *to == one).map(|(from, _)| *from).collect();
    from.sort_unstable();
    (to, from)
}

/// What there is between one person and the others. All lists are sorted.
#[derive(Clone, Debug)]
pub(super) struct Own {
    likes: Vec<Uuid>,
    liked_by: Vec<Uuid>,
    refused: Vec<Uuid>,
    refused_by: Vec<Uuid>,
    /// Blocked by either, or in contact.
    closed: Vec<Uuid>,
}

fn has(list: &[Uuid], one: Uuid) -> bool {
    list.binary_search(&one).is_ok()
}

impl Own {
    pub(super) fn new(bonds: &Bonds, one: Uuid) -> Self {
        let (likes, liked_by) = with(&bonds.interested, one);
        let (refused, refused_by) = with(&bonds.refused, one);
        let lists = [with(&bonds.blocked, one), with(&bonds.contacts, one)];
        let mut closed: Vec<Uuid> = lists.into_iter().flat_map(|(to, from)| [to, from]).flatten().collect();
        closed.sort_unstable();
        Self { likes, liked_by, refused, refused_by, closed }
    }

    pub(super) fn likes(&self, other: Uuid) -> bool {
        has(&self.likes, other)
    }

    pub(super) fn liked_by(&self, other: Uuid) -> bool {
        has(&self.liked_by, other)
    }

    /// Whether the other must never be shown to this one.
    pub(super) fn hides(&self, other: Uuid) -> bool {
        has(&self.closed, other) || has(&self.refused, other)
    }

    /// Whether this one must never be shown to the other.
    pub(super) fn hidden_from(&self, other: Uuid) -> bool {
        has(&self.closed, other) || has(&self.refused_by, other)
    }
}
