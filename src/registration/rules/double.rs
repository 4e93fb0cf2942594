//! Who looks like the same person twice.
//!
//! 1. The name is the same, however it is written: umlauts, capitals and the order of its words do not matter.
//! 2. Beside it the address is the same, or the organisation is.
//!
//! A name alone says nothing: there are many Anna Schmidts. More that is the same is more certain.

use base::name::fold;
use std::collections::HashMap;
use std::hash::Hash;

/// What is known of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<K> {
    pub id: K,
    pub given_name: String,
    pub family_name: String,
    /// What stands for the address: the same for the same one.
    pub mailbox: K,
    pub organisation: String,
}

/// How sure it is that two are one: at least [`LIKELY`], or they are not told.
pub const LIKELY: u8 = 2;

/// The words of a name, in one order.
fn name_of<K>(known: &Known<K>) -> Vec<String> {
    let mut words: Vec<String> = fold(&format!("{} {}", known.given_name, known.family_name))
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

/// How sure it is that these two, who have the same name, are one person: 3 for the address, 2 for the organisation.
fn score<K: PartialEq>(one: &Known<K>, other: &Known<K>) -> u8 {
    let organisation = fold(&one.organisation);
    let same_organisation = !organisation.is_empty() && organisation == fold(&other.organisation);
    3 * u8::from(one.mailbox == other.mailbox) + 2 * u8::from(same_organisation)
}

/// All pairs that look like one person, the surest first; each pair once, whoever came first in front.
pub fn pairs<K: Copy + Eq + Hash + Ord>(people: &[Known<K>]) -> Vec<(K, K, u8)> {
    let mut by_name: HashMap<Vec<String>, Vec<&Known<K>>> = HashMap::new();
    for known in people {
        let name = name_of(known);
        if !name.is_empty() {
            by_name.entry(name).or_default().push(known);
        }
    }
    let mut pairs = vec![];
    for namesakes in by_name.values() {
        for (at, one) in namesakes.iter().enumerate() {
            for other in &namesakes[at + 1..] {
                let sure = score(one, other);
                if sure >= LIKELY {
                    pairs.push((one.id.min(other.id), one.id.max(other.id), sure));
                }
            }
        }
    }
    pairs.sort_by_key(|(first, second, sure)| (std::cmp::Reverse(*sure), *first, *second));
    pairs
}
