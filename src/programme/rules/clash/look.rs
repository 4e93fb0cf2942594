//! A plan with its references followed.

use super::Settings;
use crate::rules::plan::{Content, Plan, Room, Session, Slot, Span, Speaker, Track, Type, merged};
use base::Uuid;
use std::collections::HashMap;

/// Where to find what slots refer to.
pub struct Look<'a> {
    pub plan: &'a Plan,
    /// The congress's days, as few as they are.
    pub days: Vec<Span>,
    rooms: HashMap<Uuid, usize>,
    tracks: HashMap<Uuid, usize>,
    types: HashMap<Uuid, usize>,
    speakers: HashMap<Uuid, usize>,
    sessions: HashMap<Uuid, usize>,
    open: Vec<Vec<Span>>,
    there: Vec<Vec<Span>>,
    walks: HashMap<(Uuid, Uuid), i32>,
    apart: HashMap<Uuid, Vec<Uuid>>,
}

/// A slot that has a time, with what it refers to.
pub struct Placed<'a> {
    pub slot: &'a Slot,
    pub span: Span,
    /// By their place in the plan, as all that follow.
    pub room: Option<usize>,
    pub session: Option<usize>,
    pub speakers: Vec<usize>,
}

fn places<T>(all: &[T], id: impl Fn(&T) -> Uuid) -> HashMap<Uuid, usize> {
    all.iter().enumerate().map(|(at, one)| (id(one), at)).collect()
}

impl<'a> Look<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        let mut apart: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for (a, b) in plan.apart.iter().filter(|(a, b)| a != b) {
            apart.entry(*a).or_default().push(*b);
            apart.entry(*b).or_default().push(*a);
        }
        Self {
            plan,
            days: merged(&plan.days),
            rooms: places(&plan.rooms, |room| room.id),
            tracks: places(&plan.tracks, |track| track.id),
            types: places(&plan.types, |kind| kind.id),
            speakers: places(&plan.speakers, |speaker| speaker.id),
            sessions: places(&plan.sessions, |session| session.id),
            open: plan.rooms.iter().map(|room| merged(&room.open)).collect(),
            there: plan.speakers.iter().map(|speaker| merged(&speaker.there)).collect(),
            walks: plan.walks.iter().map(|walk| (ordered(walk.rooms), walk.minutes)).collect(),
            apart,
        }
    }

    /// The slot with what it refers to. None: it is parked.
    pub fn placed(&self, slot: &'a Slot) -> Option<Placed<'a>> {
        slot.span.map(|span| self.at(slot, span, slot.room.and_then(|room| self.rooms.get(&room).copied())))
    }

    /// The slot as if it were then and there.
    pub fn at(&self, slot: &'a Slot, span: Span, room: Option<usize>) -> Placed<'a> {
        let session = match slot.content {
            Content::Session(session) => self.sessions.get(&session).copied(),
            Content::Break | Content::Blocker => None,
        };
        let mut speakers: Vec<usize> = vec![];
        for id in session.iter().flat_map(|at| &self.plan.sessions[*at].speakers) {
            let speaker = self.speakers.get(id).filter(|at| !speakers.contains(at));
            speakers.extend(speaker.copied());
        }
        Placed { slot, span, room, session, speakers }
    }

    pub fn room(&self, at: usize) -> &'a Room {
        &self.plan.rooms[at]
    }

    pub fn room_of(&self, placed: &Placed<'_>) -> Option<&'a Room> {
        placed.room.map(|at| self.room(at))
    }

    pub fn session(&self, placed: &Placed<'_>) -> Option<&'a Session> {
        placed.session.map(|at| &self.plan.sessions[at])
    }

    pub fn type_place(&self, session: &Session) -> Option<usize> {
        session.kind.and_then(|id| self.types.get(&id).copied())
    }

    pub fn kind(&self, session: &Session) -> Option<&'a Type> {
        self.type_place(session).map(|at| &self.plan.types[at])
    }

    pub fn track_place(&self, session: &Session) -> Option<usize> {
        session.track.and_then(|id| self.tracks.get(&id).copied())
    }

    pub fn track(&self, session: &Session) -> Option<&'a Track> {
        self.track_place(session).map(|at| &self.plan.tracks[at])
    }

    pub fn speaker(&self, at: usize) -> &'a Speaker {
        &self.plan.speakers[at]
    }

    /// When a room is open, as few spans as there are. None: always.
    pub fn open(&self, room: usize) -> &[Span] {
        &self.open[room]
    }

    /// When somebody is there. None: always.
    pub fn there(&self, speaker: usize) -> &[Span] {
        &self.there[speaker]
    }

    /// How long a session should be: as agreed, or else as its type. None: as long as it takes.
    pub fn minutes(&self, session: &Session) -> Option<i32> {
        session.minutes.or_else(|| self.kind(session).and_then(|kind| kind.minutes))
    }

    /// Minutes from one room to another.
    pub fn walk(&self, settings: &Settings, a: usize, b: usize) -> i32 {
        let rooms = ordered((self.plan.rooms[a].id, self.plan.rooms[b].id));
        self.walks.get(&rooms).copied().unwrap_or(settings.walk)
    }

    /// The longest way there is.
    pub fn longest_walk(&self, settings: &Settings) -> i32 {
        self.walks.values().copied().fold(settings.walk, i32::max)
    }

    /// Sessions that must not be at the same time as this one.
    pub fn apart(&self, session: Uuid) -> &[Uuid] {
        self.apart.get(&session).map(Vec::as_slice).unwrap_or_default()
    }

    /// Minutes to change over in a room.
    pub fn changeover(&self, settings: &Settings, room: usize) -> i32 {
        self.plan.rooms[room].changeover.unwrap_or(settings.changeover)
    }

    /// Whether two sessions may follow each other without changing over.
    pub fn seamless(&self, a: &Session, b: &Session) -> bool {
        let kind = self.kind(a).filter(|kind| kind.seamless);
        kind.is_some_and(|kind| b.kind == Some(kind.id))
    }
}

fn ordered((a, b): (Uuid, Uuid)) -> (Uuid, Uuid) {
    (a.min(b), a.max(b))
}
