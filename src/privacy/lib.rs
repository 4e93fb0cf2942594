//! Which columns hold personal data, what for, on what legal basis, and until when.
//!
//! The register is `column.toml`. It names every column of the schema, so that nobody adds one without deciding: a test
//! holds it against the migrated database.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: &str = include_str!("column.toml");

/// Tables by name.
pub type Register = BTreeMap<String, Table>;

/// What a table's columns hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Columns that say nothing about a person.
    #[serde(default)]
    pub plain: BTreeSet<String>,
    /// Columns that do.
    #[serde(default)]
    pub personal: BTreeMap<String, Personal>,
}

/// Why a personal column is there, and when it is emptied.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// What it is needed for, in words for the record of processing (GDPR article 30).
    pub purpose: String,
    /// Of GDPR article 6 (1).
    pub basis: Basis,
    pub retention: Retention,
}

/// The legal basis, GDPR article 6 (1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// (a)
    Consent,
    /// (b)
    Contract,
    /// (c)
    LegalObligation,
    /// (f)
    LegitimateInterest,
}

/// When it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retention {
    /// It ends by itself within a day, and the daily tidying deletes it at most two days later.
    Passing,
    /// Seven days, until the next daily tidying.
    Week,
    /// 90 days, until the next daily tidying.
    Quarter,
    /// With the account of a member of staff.
    Account,
    /// So many days after the congress as its question says, until the next daily sweep.
    Answer,
    /// With the profile in the directory: at once when its owner leaves, or two years after they last touched it.
    Profile,
    /// Six months after the congress: claims, questions, statistics are settled.
    Congress,
    /// Three years after it was ended: proof that it was given (GDPR article 7 (1)).
    Proof,
    /// Ten years: commercial and tax law (§ 147 AO, § 257 HGB).
    Books,
}

/// The register as it is written.
pub fn register() -> Result<Register, toml::de::Error> {
    toml::from_str(COLUMNS)
}
