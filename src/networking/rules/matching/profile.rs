//! People as the rules see them: what they offer and need, who they are, when they are there.

pub use crate::entity::entry::{Form, Maturity, Region, Side};
use crate::rules::town::{SizeClass, Town};
use base::{Language, Time, Uuid};
use chrono::TimeDelta;
pub use congress::entity::organisation::Kind;

/// From one moment until another, which is no longer part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub from: Time,
    pub until: Time,
}

impl Span {
    pub fn length(&self) -> TimeDelta {
        self.until - self.from
    }

    /// What both have in common.
    pub fn common(&self, other: &Self) -> Option<Self> {
        let (from, until) = (self.from.max(other.from), self.until.min(other.until));
        (from < until).then_some(Self { from, until })
    }
}

/// Something that is offered or needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: Uuid,
    pub side: Side,
    pub form: Form,
    pub topic: Uuid,
    pub maturity: Option<Maturity>,
    /// The year since when it is so.
    pub since: Option<i32>,
    /// How large the other's municipality should be.
    pub size: Option<SizeClass>,
    pub region: Option<Region>,
}

/// Somebody who takes part, with what others may see of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub id: Uuid,
    pub organisation: Option<Uuid>,
    pub kind: Option<Kind>,
    pub town: Option<&'static Town>,
    /// None: they did not say.
    pub languages: Vec<Language>,
    /// When they are at the congress. None: they did not say.
    pub presence: Vec<Span>,
    /// Whether they come to the place of the congress.
    pub on_site: bool,
    pub works_on: Vec<Uuid>,
    pub entries: Vec<Entry>,
    /// How many have shown interest in them.
    pub received: u32,
}

impl Profile {
    /// Whether their organisation is a municipality, a district or another public body.
    pub fn is_public(&self) -> bool {
        matches!(self.kind, Some(Kind::Municipality | Kind::District | Kind::Authority))
    }

    /// The municipality or district that they work for: a business is in a town and is none.
    pub fn municipality(&self) -> Option<&'static Town> {
        self.town.filter(|_| matches!(self.kind, Some(Kind::Municipality | Kind::District)))
    }
}
