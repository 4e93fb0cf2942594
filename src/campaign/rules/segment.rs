//! To whom: conditions as they are clicked together, and as a sentence says them.

use base::{Language, Uuid};
use registration::entity::order::BuyerKind;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// More groups, and more conditions in one, nobody can read as a sentence.
pub const MAX_GROUPS: usize = 8;
pub const MAX_TERMS: usize = 8;

/// Who is in one of the groups. Without any group it is nobody: a form sent empty must not write to everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct Segment {
    pub any: Vec<Group>,
}

/// Who meets all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    pub all: Vec<Term>,
}

/// A condition, or that it is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    #[serde(default)]
    pub not: bool,
    #[serde(flatten)]
    pub criterion: Criterion,
}

/// What can be asked of a mailbox in a congress. A ticket counts while it is valid, unless another state is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub enum Criterion {
    /// Has a ticket.
    Ticket,
    /// Has one of this category.
    Category(Uuid),
    /// Waits to pay.
    Unpaid,
    /// Waits for an approval.
    Unapproved,
    /// Had a ticket, and has cancelled it or let it expire.
    Cancelled,
    /// Was let in.
    Admitted,
    /// Comes with an order of a person, a business, a public body.
    Buyer(BuyerKind),
    /// Of an organisation whose name holds this.
    Organisation(String),
    /// Of an order from this town.
    Town(String),
    /// Reads this language.
    Language(Language),
    /// Has a seat in any session that is booked.
    AnySeat,
    /// Has a seat in this one.
    Seat(Uuid),
    /// Speaks.
    Speaks,
    /// Speaks in this session.
    SpeaksIn(Uuid),
    /// Handed something in.
    HandedIn,
    /// Had a ticket for this earlier congress of the same host.
    Edition(Uuid),
    /// Waits on the waiting list.
    WaitingList,
    /// Agreed to get news.
    AgreedToNews,
    /// Was taken in as a contact, or signed up for news.
    Contact,
    /// Chose this option when they registered.
    Answered(Uuid),
    /// Said yes to this question when they registered.
    SaidYes(Uuid),
    /// Said no to it. Who said nothing did neither.
    SaidNo(Uuid),
    /// Has a seat in a session of this track.
    SeatTrack(Uuid),
    /// Has a seat in a session of this kind.
    SeatType(Uuid),
    /// Speaks in a session of this track.
    SpeaksTrack(Uuid),
    /// Speaks in a session of this kind.
    SpeaksType(Uuid),
}

impl Segment {
    /// Everybody who has a ticket.
    pub fn with_ticket() -> Self {
        Self { any: vec![Group { all: vec![Term { not: false, criterion: Criterion::Ticket }] }] }
    }

    /// Nobody is asked for.
    pub fn is_empty(&self) -> bool {
        self.any.iter().all(|group| group.all.is_empty())
    }

    /// Without groups that ask for nothing: they would be everybody.
    pub fn tidy(self) -> Self {
        Self { any: self.any.into_iter().filter(|group| !group.all.is_empty()).collect() }
    }
}

/// The words that a sentence is made of: `word` gives what a condition says, affirmed or denied.
///
/// "hat ein Ticket und spricht nicht; oder wartet auf einen Platz". Groups are parted by a semicolon where there are several,
/// so that "and" and "or" cannot be taken for each other.
pub fn sentence(segment: &Segment, and: &str, or: &str, word: impl Fn(&Term) -> String) -> String {
    let group = |group: &Group| group.all.iter().map(&word).collect::<Vec<_>>().join(&format!(" {and} "));
    let groups: Vec<String> = segment.any.iter().filter(|group| !group.all.is_empty()).map(group).collect();
    groups.join(&format!("; {or} "))
}
