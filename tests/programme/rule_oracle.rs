//! What is wrong with a plan, found slowly and simply: every minute of every slot, every pair of slots.

use ::base::{Time, Uuid};
use ::programme::rules::clash::{Clash, Settings, Severity, What};
use ::programme::rules::plan::{Content, Plan, Room, Session, Slot, Span, Type};

fn minutes(time: Time) -> i64 {
    time.timestamp() / 60
}

/// The minutes that a slot takes.
fn taken(slot: &Slot) -> Vec<i64> {
    slot.span.map(|span| (minutes(span.from)..minutes(span.until)).collect()).unwrap_or_default()
}

/// Whether each minute lies in some window.
fn covered(slot: &Slot, windows: &[Span]) -> bool {
    let lies = |minute: &i64| windows.iter().any(|w| minutes(w.from) <= *minute && *minute < minutes(w.until));
    windows.is_empty() || taken(slot).iter().all(lies)
}

struct Whole<'a> {
    plan: &'a Plan,
    settings: &'a Settings,
}

impl<'a> Whole<'a> {
    fn session(&self, slot: &Slot) -> Option<&'a Session> {
        let Content::Session(id) = slot.content else { return None };
        self.plan.sessions.iter().find(|session| session.id == id)
    }

    fn room(&self, slot: &Slot) -> Option<&'a Room> {
        self.plan.rooms.iter().find(|room| Some(room.id) == slot.room)
    }

    fn kind(&self, session: &Session) -> Option<&'a Type> {
        self.plan.types.iter().find(|kind| Some(kind.id) == session.kind)
    }

    fn of_one(&self, slot: &Slot) -> Vec<What> {
        let mut what = vec![];
        if slot.content != Content::Blocker && !covered(slot, &self.plan.days) {
            what.push(What::OutsideDays);
        }
        let Some(session) = self.session(slot) else { return what };
        for speaker in self.plan.speakers.iter().filter(|speaker| session.speakers.contains(&speaker.id)) {
            if !covered(slot, &speaker.there) {
                what.push(What::SpeakerAway { speaker: speaker.id });
            }
        }
        let wanted = session.minutes.or(self.kind(session).and_then(|kind| kind.minutes)).map(i64::from);
        let length = taken(slot).len() as i64;
        what.extend(wanted.filter(|wanted| *wanted != length).map(|wanted| What::Length { minutes: length, wanted }));
        let Some(room) = self.room(slot) else { return what };
        if !covered(slot, &room.open) {
            what.push(What::RoomClosed { room: room.id });
        }
        let needed = session.seats.unwrap_or(0).max(session.bookings);
        if let Some(seats) = room.seats {
            let (room, stars) = (room.id, session.stars);
            what.extend((needed > seats).then_some(What::RoomTooSmall { room, seats, needed }));
            what.extend((stars > seats).then_some(What::Crowded { room, seats, stars }));
        }
        for track in self.plan.tracks.iter().filter(|track| Some(track.id) == session.track) {
            if !track.rooms.is_empty() && !track.rooms.contains(&room.id) {
                what.push(What::TrackElsewhere { track: track.id, room: room.id });
            }
        }
        what
    }

    /// The rooms that a slot uses up.
    fn uses(&self, slot: &Slot) -> Vec<Uuid> {
        let rooms = self.plan.rooms.iter().filter(|room| match slot.content {
            Content::Session(_) => slot.room == Some(room.id),
            Content::Break => slot.room.is_none_or(|own| own == room.id) && !room.several,
            Content::Blocker => slot.room.is_none_or(|own| own == room.id),
        });
        rooms.map(|room| room.id).collect()
    }

    /// Of the earlier and the later of two.
    fn of_two(&self, a: &Slot, b: &Slot) -> Vec<What> {
        let mut what = vec![];
        let at_once = taken(a).iter().any(|minute| taken(b).contains(minute));
        let (one, other) = (self.session(a), self.session(b));
        if one.is_none() && other.is_none() {
            return what;
        }
        let theirs = self.uses(b);
        for room in self.plan.rooms.iter().filter(|room| self.uses(a).contains(&room.id) && theirs.contains(&room.id)) {
            let shared = room.several && one.is_some() && other.is_some();
            what.extend((at_once && !shared).then_some(What::RoomTwice { room: room.id }));
        }
        let (Some(one), Some(other)) = (one, other) else { return what };
        let gap = minutes(b.span.unwrap().from) - minutes(a.span.unwrap().until);
        let rooms = self.room(a).zip(self.room(b));
        for speaker in one.speakers.iter().filter(|speaker| other.speakers.contains(speaker)).collect::<Vec<_>>() {
            let known = self.plan.speakers.iter().any(|known| known.id == *speaker);
            what.extend((known && at_once && one.id != other.id).then_some(What::SpeakerTwice { speaker: *speaker }));
            let Some((from, to)) = rooms.filter(|(from, to)| known && from.id != to.id) else { continue };
            let way = [(from.id, to.id), (to.id, from.id)];
            let walk = self.plan.walks.iter().rev().find(|walk| way.contains(&walk.rooms));
            let wanted = i64::from(walk.map_or(self.settings.walk, |walk| walk.minutes));
            let (speaker, rooms) = (*speaker, way[0]);
            what.extend((!at_once && gap < wanted).then_some(What::Walk { speaker, rooms, minutes: gap, wanted }));
        }
        if let Some((room, _)) = rooms.filter(|(room, other)| room.id == other.id && !room.several && !at_once) {
            let wanted = i64::from(room.changeover.unwrap_or(self.settings.changeover));
            let seamless = one.kind == other.kind && self.kind(one).is_some_and(|kind| kind.seamless);
            let short = gap < wanted && !seamless;
            what.extend(short.then_some(What::Changeover { room: room.id, minutes: gap, wanted }));
        }
        what.extend((at_once && one.id == other.id).then_some(What::SessionTwice { session: one.id }));
        let pair = [(one.id, other.id), (other.id, one.id)];
        let apart = one.id != other.id && self.plan.apart.iter().any(|apart| pair.contains(apart));
        what.extend((at_once && apart).then_some(What::Beside));
        what.sort();
        what.dedup();
        what
    }
}

/// Everything that is wrong.
pub fn oracle(plan: &Plan, settings: &Settings) -> Vec<Clash> {
    let whole = Whole { plan, settings };
    let mut placed: Vec<&Slot> = plan.slots.iter().filter(|slot| slot.span.is_some()).collect();
    placed.sort_by_key(|slot| (slot.span, slot.id));
    let mut found: Vec<Clash> = vec![];
    let mut tell = |what: Vec<What>, span: Span, slot: Uuid, other: Option<Uuid>| {
        let what = what.into_iter().map(|what| (what, settings.severity(what.kind())));
        let what = what.filter(|(_, severity)| *severity != Severity::Ignore);
        found.extend(what.map(|(what, severity)| Clash { span, what, slot, other, severity }));
    };
    for (n, a) in placed.iter().enumerate() {
        let span = a.span.unwrap();
        tell(whole.of_one(a), span, a.id, None);
        for b in &placed[n + 1..] {
            let theirs = b.span.unwrap();
            let edges = (span.from.max(theirs.from), span.until.min(theirs.until));
            let between = Span::new(edges.0.min(edges.1), edges.0.max(edges.1));
            tell(whole.of_two(a, b), between, a.id, Some(b.id));
        }
    }
    found.sort();
    found
}
