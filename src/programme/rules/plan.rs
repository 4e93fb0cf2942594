//! A plan as plain values: what takes place, when and where, and what is known of rooms and people. What refers to
//! something that the plan does not have refers to nothing.

use base::{Time, Uuid};
use chrono::TimeDelta;

/// From one moment until another, which is no longer part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub from: Time,
    pub until: Time,
}

impl Span {
    pub fn new(from: Time, until: Time) -> Self {
        Self { from, until }
    }

    pub fn length(&self) -> TimeDelta {
        self.until - self.from
    }

    /// Whether there is a moment that is in both. What lasts no time overlaps nothing.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from.max(other.from) < self.until.min(other.until)
    }

    /// What both have in common, or what lies between them.
    pub fn between(&self, other: &Self) -> Self {
        let (a, b) = (self.from.max(other.from), self.until.min(other.until));
        Self { from: a.min(b), until: a.max(b) }
    }

    /// How long one is over before the other begins. None: they overlap.
    pub fn gap(&self, other: &Self) -> Option<TimeDelta> {
        let between = self.between(other);
        (!self.overlaps(other)).then(|| between.length())
    }

    /// Whether the other lies wholly in this one.
    pub fn holds(&self, other: &Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }
}

/// The same moments in as few spans as possible, in their order: what touches or overlaps is one.
pub fn merged(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort();
    let mut merged: Vec<Span> = vec![];
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            _ => merged.push(span),
        }
    }
    merged
}

/// What there is of a congress's programme while it is made.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The days of the congress, each from its first hour to its last. None: any time is as good.
    pub days: Vec<Span>,
    /// What a congress that goes on and on has behind these days: as good as they, but nothing is proposed there.
    pub beyond: Option<Span>,
    pub rooms: Vec<Room>,
    pub tracks: Vec<Track>,
    pub types: Vec<Type>,
    pub speakers: Vec<Speaker>,
    pub sessions: Vec<Session>,
    pub slots: Vec<Slot>,
    /// Sessions that must not be at the same time: they have the same guests.
    pub apart: Vec<(Uuid, Uuid)>,
    /// How long it takes from one room to another, both ways, where that is not what it takes everywhere.
    pub walks: Vec<Walk>,
}

#[derive(Clone, Debug, Default)]
pub struct Room {
    pub id: Uuid,
    /// None: as many as come.
    pub seats: Option<i32>,
    /// Several things may be there at once, as stands in a foyer.
    pub several: bool,
    /// When it is open. None: always.
    pub open: Vec<Span>,
    /// Minutes that it takes to change over. None: as the congress has it.
    pub changeover: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    pub rooms: (Uuid, Uuid),
    pub minutes: i32,
}

#[derive(Clone, Debug, Default)]
pub struct Track {
    pub id: Uuid,
    /// Where it is at home. None: anywhere.
    pub rooms: Vec<Uuid>,
}

/// A kind of session: a talk, an impulse, a workshop.
#[derive(Clone, Debug, Default)]
pub struct Type {
    pub id: Uuid,
    /// How long one is. None: as long as it takes.
    pub minutes: Option<i32>,
    /// Two of this kind may follow each other without changing over, as three-minute impulses do.
    pub seamless: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Speaker {
    pub id: Uuid,
    /// When they are there. None: they have not said, so always.
    pub there: Vec<Span>,
}

#[derive(Clone, Debug, Default)]
pub struct Session {
    pub id: Uuid,
    pub track: Option<Uuid>,
    pub kind: Option<Uuid>,
    pub speakers: Vec<Uuid>,
    /// How long it was agreed to be, where that is not what its type says.
    pub minutes: Option<i32>,
    /// Seats that can be booked, if they must be.
    pub seats: Option<i32>,
    /// Seats that are booked.
    pub bookings: i32,
    /// People who have marked it.
    pub stars: i32,
}

/// What a slot is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Session(Uuid),
    /// Shown to everybody. Leaves alone the rooms where several things may be at once.
    Break,
    /// Never shown: the room is in use.
    Blocker,
}

/// When and where. A session may have several.
#[derive(Clone, Debug)]
pub struct Slot {
    pub id: Uuid,
    pub content: Content,
    /// None: a break or a blocker is in all rooms, a session in none yet.
    pub room: Option<Uuid>,
    /// None: it is parked.
    pub span: Option<Span>,
    /// Nobody but people may move it.
    pub pinned: bool,
}
