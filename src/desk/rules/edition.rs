//! The next edition of a congress: what can be taken along, and what in its texts names a year.

use congress::rules::edition::years;
use std::collections::BTreeSet;

/// What can be taken along, each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Texts,
    Look,
    Rooms,
    Partners,
    Offer,
    Questions,
    /// Tracks, kinds of sessions, the rules of the schedule.
    Programme,
    Calls,
    Waiting,
    Seller,
    Team,
}

impl Part {
    pub const ALL: [Self; 11] = [
        Self::Texts,
        Self::Look,
        Self::Rooms,
        Self::Partners,
        Self::Offer,
        Self::Questions,
        Self::Programme,
        Self::Calls,
        Self::Waiting,
        Self::Seller,
        Self::Team,
    ];

    /// In forms, on the command line, in the log and in the keys of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Look => "look",
            Self::Rooms => "rooms",
            Self::Partners => "partners",
            Self::Offer => "offer",
            Self::Questions => "questions",
            Self::Programme => "programme",
            Self::Calls => "calls",
            Self::Waiting => "waiting",
            Self::Seller => "seller",
            Self::Team => "team",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// A text of a congress: which part it belongs to, where it stands, what it says in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub part: Part,
    /// A key of its words, or its own name.
    pub place: Place,
    pub text: String,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A key of the locale files.
    Word(&'static str),
    /// Something that has a name.
    Named(String),
}

/// The texts that name years, with the years: people must look whether they still hold.
pub fn dated(texts: &[Said]) -> Vec<(&Said, BTreeSet<i32>)> {
    texts.iter().map(|said| (said, years(&said.text))).filter(|(_, years)| !years.is_empty()).collect()
}
