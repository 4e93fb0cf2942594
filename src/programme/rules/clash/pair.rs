//! What can be wrong between two slots, of which one is a session: a break and a blocker do not disturb each other.

use super::{Kind, Look, Placed, Settings, What};
use crate::rules::plan::Content;
use base::Uuid;
use chrono::TimeDelta;
use std::collections::HashMap;

/// A rule over two slots.
pub type Rule = fn(&Look<'_>, &Settings, (&Placed<'_>, &Placed<'_>), &mut Vec<What>);

/// All of them.
pub const RULES: [(Kind, Rule); 6] = [
    (Kind::RoomTwice, room_twice),
    (Kind::SpeakerTwice, speaker_twice),
    (Kind::SessionTwice, session_twice),
    (Kind::Changeover, changeover),
    (Kind::Walk, walk),
    (Kind::Beside, beside),
];

/// Whether it uses a room: what is in no room uses all of them, unless it is a session. A break leaves rooms alone where
/// several things may be at once.
fn uses(look: &Look<'_>, one: &Placed<'_>, room: usize) -> bool {
    match (one.slot.content, one.room) {
        (Content::Break, _) if look.room(room).several => false,
        (Content::Break | Content::Blocker, None) => one.slot.room.is_none(),
        (_, own) => own == Some(room),
    }
}

/// A room is used once at a time, or by several sessions at once where that is its purpose.
pub fn room_twice(look: &Look<'_>, _: &Settings, (a, b): (&Placed<'_>, &Placed<'_>), what: &mut Vec<What>) {
    let (session, other) = if a.session.is_some() { (a, b) } else { (b, a) };
    let Some(room) = session.room.filter(|_| session.session.is_some() && a.span.overlaps(&b.span)) else { return };
    let shared = look.room(room).several && other.session.is_some();
    if !shared && uses(look, other, room) {
        what.push(What::RoomTwice { room: look.room(room).id });
    }
}

/// Those who speak in both.
fn both<'a>(a: &'a Placed<'_>, b: &'a Placed<'_>) -> impl Iterator<Item = usize> + 'a {
    a.speakers.iter().copied().filter(move |speaker| b.speakers.contains(speaker))
}

/// Nobody speaks in two sessions at once.
pub fn speaker_twice(look: &Look<'_>, _: &Settings, (a, b): (&Placed<'_>, &Placed<'_>), what: &mut Vec<What>) {
    if a.session != b.session && a.span.overlaps(&b.span) {
        what.extend(both(a, b).map(|speaker| What::SpeakerTwice { speaker: look.speaker(speaker).id }));
    }
}

/// A session that is repeated is not at the same time as itself.
pub fn session_twice(look: &Look<'_>, _: &Settings, (a, b): (&Placed<'_>, &Placed<'_>), what: &mut Vec<What>) {
    if let Some(session) = look.session(a).filter(|_| a.session == b.session && a.span.overlaps(&b.span)) {
        what.push(What::SessionTwice { session: session.id });
    }
}

/// Between two sessions in a room there is time to change over, unless their kind needs none.
pub fn changeover(look: &Look<'_>, settings: &Settings, (a, b): (&Placed<'_>, &Placed<'_>), what: &mut Vec<What>) {
    let (Some(one), Some(other), Some(gap)) = (look.session(a), look.session(b), a.span.gap(&b.span)) else { return };
    let Some(room) = a.room.filter(|room| b.room == Some(*room) && !look.room(*room).several) else { return };
    let wanted = i64::from(look.changeover(settings, room));
    if gap < TimeDelta::minutes(wanted) && !look.seamless(one, other) {
        what.push(What::Changeover { room: look.room(room).id, minutes: gap.num_minutes(), wanted });
    }
}

/// Whoever speaks in two rooms has time to walk from one to the other.
pub fn walk(look: &Look<'_>, settings: &Settings, (a, b): (&Placed<'_>, &Placed<'_>), what: &mut Vec<What>) {
    let (Some(from), Some(to), Some(gap)) = (a.room, b.room, a.span.gap(&b.span)) else { return };
    let wanted = i64::from(look.walk(settings, from, to));
    if from != to && gap < TimeDelta::minutes(wanted) {
        let rooms = (look.room(from).id, look.room(to).id);
        let minutes = gap.num_minutes();
        what.extend(both(a, b).map(|at| What::Walk { speaker: look.speaker(at).id, rooms, minutes, wanted }));
    }
}

/// Two sessions that have the same guests are not at the same time.
pub fn beside(look: &Look<'_>, _: &Settings, (a, b): (&Placed<'_>, &Placed<'_>), what: &mut Vec<What>) {
    let (Some(one), Some(other)) = (look.session(a), look.session(b)) else { return };
    if a.span.overlaps(&b.span) && look.apart(one.id).contains(&other.id) {
        what.push(What::Beside);
    }
}

/// The pairs that can be wrong at all: those that meet in a room, a speaker, or a session with itself or one that it must
/// not be beside, and that overlap or are close to each other. Each pair once.
pub fn near(look: &Look<'_>, settings: &Settings, placed: &[Placed<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = vec![];
    let mut by_speaker: Vec<Vec<usize>> = vec![vec![]; look.plan.speakers.len()];
    let mut by_session: HashMap<Uuid, Vec<usize>> = HashMap::new();
    let mut by_room: Vec<Vec<usize>> = vec![vec![]; look.plan.rooms.len()];
    let mut everywhere = vec![];
    for (at, one) in placed.iter().enumerate() {
        one.speakers.iter().for_each(|speaker| by_speaker[*speaker].push(at));
        match (look.session(one), one.room) {
            (Some(session), _) => by_session.entry(session.id).or_default().push(at),
            (None, None) => everywhere.push(at),
            (None, Some(_)) => {}
        }
        one.room.into_iter().for_each(|room| by_room[room].push(at));
    }
    for (room, mut own) in by_room.into_iter().enumerate() {
        own.extend(&everywhere);
        let reach = TimeDelta::minutes(look.changeover(settings, room).into());
        if look.room(room).several {
            // Sessions among themselves are as they should be there.
            let (sessions, others): (Vec<_>, Vec<_>) = own.into_iter().partition(|at| placed[*at].session.is_some());
            pairs.extend(others.iter().flat_map(|a| sessions.iter().map(|b| (*a.min(b), *a.max(b)))));
        } else {
            sweep(placed, own, reach, &mut pairs);
        }
    }
    let reach = TimeDelta::minutes(look.longest_walk(settings).into());
    by_speaker.into_iter().for_each(|own| sweep(placed, own, reach, &mut pairs));
    for (session, own) in &by_session {
        sweep(placed, own.clone(), TimeDelta::zero(), &mut pairs);
        // Each of two that must not be beside each other looks for the other; sessions have few slots.
        for other in look.apart(*session).iter().filter_map(|other| by_session.get(other)) {
            pairs.extend(own.iter().flat_map(|a| other.iter().map(|b| (*a.min(b), *a.max(b)))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs that overlap or are closer than `reach`: in the order of time, each with those that are not long over.
fn sweep(placed: &[Placed<'_>], mut own: Vec<usize>, reach: TimeDelta, pairs: &mut Vec<(usize, usize)>) {
    own.sort_unstable_by_key(|at| placed[*at].span);
    let mut open: Vec<usize> = vec![];
    for at in own {
        open.retain(|other| placed[*other].span.until + reach > placed[at].span.from);
        pairs.extend(open.iter().map(|other| (at.min(*other), at.max(*other))));
        open.push(at);
    }
}
