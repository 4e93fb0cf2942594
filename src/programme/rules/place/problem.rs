//! The plan as the solver sees it: numbers, and for each slot the places that it could have.

use super::frame::{Frame, Window};
use super::item::{Item, Kinds, Link, NOWHERE, Room, Spot, bit, warnings};
use super::{Options, Scope, Weights};
use crate::rules::clash::{Kind, Look, Placed, Settings, Severity, alone};
use crate::rules::plan::{Content, Session};

pub(super) struct Problem {
    pub frame: Frame,
    pub rooms: Vec<Room>,
    /// Every slot that has a time or should get one.
    pub items: Vec<Item>,
    /// Those to be placed.
    pub movable: Vec<usize>,
    /// Of each room, what uses it and stays.
    pub fixed: Vec<Vec<usize>>,
    /// Of each speaker, their items, if there are at least two.
    pub speakers: Vec<Vec<usize>>,
    pub tracks: usize,
    pub types: usize,
    pub hard: Kinds,
    pub soft: Kinds,
    pub weights: Weights,
    walks: Vec<i32>,
}

impl Problem {
    pub(super) fn new(look: &Look<'_>, settings: &Settings, options: &Options) -> Self {
        let plan = look.plan;
        let kinds = |severity| {
            let own = Kind::ALL.into_iter().filter(|kind| settings.severity(*kind) == severity);
            own.fold(0, |kinds, kind| kinds | bit(kind))
        };
        let count = plan.rooms.len().min(usize::from(NOWHERE));
        let room =
            |at| Room { several: look.room(at).several, changeover: look.changeover(settings, at).saturating_mul(60) };
        let walks = (0..count).flat_map(|a| (0..count).map(move |b| (a, b)));
        let walks = walks.map(|(a, b)| if a == b { 0 } else { look.walk(settings, a, b).saturating_mul(60) });
        let mut problem = Self {
            frame: Frame::new(look, options.grid),
            rooms: (0..count).map(room).collect(),
            items: vec![],
            movable: vec![],
            fixed: vec![vec![]; count],
            speakers: vec![vec![]; plan.speakers.len()],
            tracks: plan.tracks.len(),
            types: plan.types.len(),
            hard: kinds(Severity::Block),
            soft: kinds(Severity::Warn),
            weights: options.weights.clone(),
            walks: walks.collect(),
        };
        let most = plan.sessions.iter().map(|session| session.stars).max().unwrap_or(0).max(1);
        (0..plan.slots.len()).for_each(|slot| problem.add(look, options, slot, most));
        problem.link(look);
        for at in problem.movable.clone() {
            let spots = problem.spots(look, at);
            problem.items[at].spots = spots.into_iter().filter(|spot| problem.fixed_lets(at, *spot)).collect();
        }
        problem.speakers.iter_mut().filter(|own| own.len() < 2).for_each(Vec::clear);
        problem
    }

    fn add(&mut self, look: &Look<'_>, options: &Options, slot: usize, most: i32) {
        let row = &look.plan.slots[slot];
        let at = self.items.len();
        let window = row.span.map(|span| self.frame.window(&span));
        // When it is does not matter for what it refers to.
        let placed = look.placed(row).unwrap_or_else(|| look.at(row, self.frame.span(0, 0), None));
        let session = look.session(&placed);
        let room = placed.room.and_then(|at| u16::try_from(at).ok()).unwrap_or(NOWHERE);
        let moves = !row.pinned
            && session.is_some()
            && (window.is_none() || (options.scope == Scope::Unpinned && room != NOWHERE));
        if !moves && window.is_none() {
            return;
        }
        let agreed = session.and_then(|session| look.minutes(session)).unwrap_or(0).max(0).saturating_mul(60);
        let track = session.and_then(|session| look.track_place(session));
        let stars = session.map_or(0, |session| i64::from(session.stars.max(0)));
        self.items.push(Item {
            slot,
            session: placed.session,
            content: row.content,
            length: window.map_or(agreed, |window| window.until - window.from),
            track,
            kind: session.and_then(|session| look.type_place(session)),
            seamless: session.and_then(|session| look.kind(session)).is_some_and(|kind| kind.seamless),
            popularity: stars * 10 / i64::from(most),
            speakers: placed.speakers,
            links: vec![],
            spots: vec![],
            current: window.map(|window| Spot { room, warnings: 0, from: window.from }),
            stays: !moves,
        });
        if moves {
            self.movable.push(at);
        } else {
            for room in (0..self.rooms.len()).filter(|room| self.uses(look, at, *room)).collect::<Vec<_>>() {
                self.fixed[room].push(at);
            }
        }
    }

    /// As the rule of rooms in use twice has it: a break leaves rooms alone where several things may be at once.
    fn uses(&self, look: &Look<'_>, at: usize, room: usize) -> bool {
        let item = &self.items[at];
        let own = item.current.is_some_and(|spot| usize::from(spot.room) == room);
        let everywhere = look.plan.slots[item.slot].room.is_none();
        match item.content {
            Content::Session(_) => own,
            Content::Break => (own || everywhere) && !self.rooms[room].several,
            Content::Blocker => own || everywhere,
        }
    }

    /// Which slots share a speaker or a session, or must not be beside each other.
    fn link(&mut self, look: &Look<'_>) {
        let mut by_session: Vec<Vec<usize>> = vec![vec![]; look.plan.sessions.len()];
        for (at, item) in self.items.iter().enumerate() {
            item.session.into_iter().for_each(|session| by_session[session].push(at));
            item.speakers.iter().for_each(|speaker| self.speakers[*speaker].push(at));
        }
        let places: std::collections::HashMap<_, _> =
            look.plan.sessions.iter().enumerate().map(|(at, session)| (session.id, at)).collect();
        let apart_of = |session: &Session| -> Vec<usize> {
            look.apart(session.id).iter().filter_map(|id| places.get(id).copied()).collect()
        };
        for at in 0..self.items.len() {
            let item = &self.items[at];
            let Some(session) = item.session else { continue };
            let apart = apart_of(&look.plan.sessions[session]);
            let mut others: Vec<usize> = item.speakers.iter().flat_map(|own| &self.speakers[*own]).copied().collect();
            others.extend(std::iter::once(&session).chain(&apart).flat_map(|session| &by_session[*session]));
            others.sort_unstable();
            others.dedup();
            let links = others.into_iter().filter(|other| *other != at).map(|other| {
                let them = &self.items[other];
                Link {
                    other,
                    speaker: item.speakers.iter().any(|speaker| them.speakers.contains(speaker)),
                    same: them.session == Some(session),
                    apart: them.session.is_some_and(|session| apart.contains(&session)),
                }
            });
            self.items[at].links = links.collect();
        }
    }

    /// Every place on the grid that breaks no rule which blocks by itself, and the one it has.
    fn spots(&self, look: &Look<'_>, at: usize) -> Vec<Spot> {
        let mut spots = vec![];
        self.each_place(look, at, |spot, alone| {
            if alone & self.hard == 0 {
                spots.push(Spot { warnings: warnings(alone & self.soft), ..spot });
            }
        });
        let item = &self.items[at];
        if let Some(spot) = item.current.filter(|spot| spot.room != NOWHERE) {
            let mut placed = self.placed(look, at);
            let alone = self.alone(look, &mut placed, spot, item.length);
            if alone & self.hard == 0 && !spots.iter().any(|other| other.is(spot)) {
                spots.push(Spot { warnings: warnings(alone & self.soft), ..spot });
            }
        }
        spots.sort_unstable_by_key(|spot| spot.key());
        spots
    }

    fn placed<'a>(&self, look: &Look<'a>, at: usize) -> Placed<'a> {
        look.at(&look.plan.slots[self.items[at].slot], self.frame.span(0, 0), None)
    }

    /// Every place on the grid within the windows of the rooms, with the kinds that clash there whatever else takes place.
    pub(super) fn each_place(&self, look: &Look<'_>, at: usize, mut each: impl FnMut(Spot, Kinds)) {
        let length = self.items[at].length;
        if length <= 0 {
            return;
        }
        let mut placed = self.placed(look, at);
        for room in 0..self.rooms.len() {
            for from in self.frame.beginnings(room, length) {
                let spot = Spot { room: u16::try_from(room).unwrap_or(NOWHERE), warnings: 0, from };
                each(spot, self.alone(look, &mut placed, spot, length));
            }
        }
    }

    fn alone(&self, look: &Look<'_>, placed: &mut Placed<'_>, spot: Spot, length: i32) -> Kinds {
        (placed.room, placed.span) = (Some(usize::from(spot.room)), self.frame.span(spot.from, length));
        let mut what = vec![];
        for (kind, rule) in alone::RULES {
            if bit(kind) & (self.hard | self.soft) != 0 {
                rule(look, placed, &mut what);
            }
        }
        what.iter().fold(0, |kinds, what| kinds | bit(what.kind()))
    }

    pub(super) fn window(&self, at: usize, spot: Spot) -> Window {
        Window { from: spot.from, until: spot.from + self.items[at].length }
    }

    /// The kinds that clash between two slots that are in the same room, by the place of theirs.
    pub(super) fn in_room(&self, room: usize, (a, one): (usize, Window), (b, other): (usize, Window)) -> Kinds {
        let (room, item, them) = (&self.rooms[room], &self.items[a], &self.items[b]);
        let sessions = item.session.is_some() && them.session.is_some();
        if one.overlaps(other) {
            return if room.several && sessions { 0 } else { bit(Kind::RoomTwice) };
        }
        let seamless = item.seamless && item.kind == them.kind;
        let close = sessions && !room.several && !seamless && one.gap(other) < room.changeover;
        if close { bit(Kind::Changeover) } else { 0 }
    }

    /// The kinds that clash between two slots wherever they are.
    pub(super) fn by_link(&self, link: &Link, (a, one): (Spot, Window), (b, other): (Spot, Window)) -> Kinds {
        if one.overlaps(other) {
            let speaker = if link.speaker && !link.same { bit(Kind::SpeakerTwice) } else { 0 };
            let same = if link.same { bit(Kind::SessionTwice) } else { 0 };
            return speaker | same | if link.apart { bit(Kind::Beside) } else { 0 };
        }
        let walks = link.speaker && a.room != b.room && a.room != NOWHERE && b.room != NOWHERE;
        let walk = || self.walks[usize::from(a.room) * self.rooms.len() + usize::from(b.room)];
        if walks && one.gap(other) < walk() { bit(Kind::Walk) } else { 0 }
    }

    /// Whether a slot can be there as far as what stays is concerned.
    fn fixed_lets(&self, at: usize, spot: Spot) -> bool {
        let own = (at, self.window(at, spot));
        let there = |other: usize| self.items[other].current.map(|spot| (spot, self.window(other, spot)));
        let lets = |kinds: Kinds| kinds & self.hard == 0;
        let room = usize::from(spot.room);
        let in_room = |other: &usize| there(*other).is_none_or(|(_, w)| lets(self.in_room(room, own, (*other, w))));
        let link = |link: &Link| there(link.other).is_none_or(|there| lets(self.by_link(link, (spot, own.1), there)));
        let mut links = self.items[at].links.iter().filter(|link| self.items[link.other].stays);
        self.fixed[room].iter().all(in_room) && links.all(link)
    }
}
