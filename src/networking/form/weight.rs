//! The desk's form of what suggestions are ranked by.

use super::number;
use crate::rules::matching::{Part, Weights};
use locale::Words;
use web::{Faults, Fields};

/// What a weight is called.
pub fn label(words: Words, part: Part) -> String {
    words.t(&format!("network-weight-{}", part.name()))
}

/// What the form begins with.
pub fn fields(weights: &Weights) -> Fields {
    weights.all().into_iter().map(|(name, weight)| (name.to_owned(), weight.to_string())).collect()
}

/// What was typed; empty is the usual.
pub fn read(fields: &Fields, words: Words) -> Result<Weights, Faults> {
    let mut faults = Faults::new();
    let mut weights = Weights::default();
    for part in Part::ALL {
        let (name, bounds) = (part.name(), part.bounds());
        let typed = fields.get(name).trim();
        if typed.is_empty() {
            continue;
        }
        match typed.parse().ok().filter(|weight| bounds.contains(weight)) {
            Some(weight) => weights = weights.with(part, weight),
            None => {
                let most = usize::try_from(*bounds.end()).unwrap_or_default();
                faults.add_with(name, "network-fault-weight", &[("most", number(most))]);
            }
        }
    }
    if faults.is_empty() {
        return Ok(weights);
    }
    let labels = Part::ALL.map(|part| (part.name().to_owned(), label(words, part)));
    faults.name_all(&labels);
    Err(faults)
}
