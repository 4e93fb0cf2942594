//! The tree of topics, and which of them are near each other.

use base::Uuid;
use std::collections::BTreeMap;

/// How near two topics are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    Same,
    /// One is part of the other.
    Part,
    /// Both are parts of the same.
    Sibling,
}

impl Nearness {
    /// How much of the weight is left, in per cent.
    pub fn percent(self) -> i64 {
        match self {
            Self::Same => 100,
            Self::Part => 60,
            Self::Sibling => 40,
        }
    }
}

/// The topics of a congress. Merged ones are one before they come here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topics {
    parents: BTreeMap<Uuid, Uuid>,
    children: BTreeMap<Uuid, Vec<Uuid>>,
}

impl Topics {
    /// Each topic with the one that it is part of. Topics at the top of the tree are near none but their parts.
    pub fn new(topics: impl IntoIterator<Item = (Uuid, Option<Uuid>)>) -> Self {
        let parents = topics.into_iter().filter_map(|(topic, parent)| Some((topic, parent?)));
        let parents: BTreeMap<Uuid, Uuid> = parents.filter(|(topic, parent)| topic != parent).collect();
        let mut children: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for (topic, parent) in &parents {
            children.entry(*parent).or_default().push(*topic);
        }
        Self { parents, children }
    }

    /// How near two topics are. None: not at all.
    pub fn near(&self, one: Uuid, other: Uuid) -> Option<Nearness> {
        let (above, beside) = (self.parents.get(&one), self.parents.get(&other));
        if one == other {
            Some(Nearness::Same)
        } else if above == Some(&other) || beside == Some(&one) {
            Some(Nearness::Part)
        } else if above.is_some() && above == beside {
            Some(Nearness::Sibling)
        } else {
            None
        }
    }

    /// Everything near a topic, itself among it, each once.
    pub(super) fn around(&self, topic: Uuid) -> Vec<(Uuid, Nearness)> {
        let parent = self.parents.get(&topic).copied();
        let parts = |of: Uuid| self.children.get(&of).into_iter().flatten().copied();
        let all = [topic].into_iter().chain(parent).chain(parts(topic)).chain(parent.into_iter().flat_map(parts));
        let mut all: Vec<Uuid> = all.collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().filter_map(|other| Some((other, self.near(topic, other)?))).collect()
    }
}
