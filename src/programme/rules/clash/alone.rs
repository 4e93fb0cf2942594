//! What can be wrong with one slot by itself. Breaks and blockers may be at any time and anywhere; only a break outside the
//! congress's days is told, since people see it.

use super::{Kind, Look, Placed, What};
use crate::rules::plan::{Content, Span};
use chrono::TimeDelta;

/// A rule over one slot.
pub type Rule = fn(&Look<'_>, &Placed<'_>, &mut Vec<What>);

/// All of them.
pub const RULES: [(Kind, Rule); 7] = [
    (Kind::SpeakerAway, speaker_away),
    (Kind::RoomClosed, room_closed),
    (Kind::OutsideDays, outside_days),
    (Kind::RoomTooSmall, room_too_small),
    (Kind::Crowded, crowded),
    (Kind::TrackElsewhere, track_elsewhere),
    (Kind::Length, length),
];

/// Whether it lies within one of the windows, or there are none to lie in.
fn within(windows: &[Span], span: &Span) -> bool {
    windows.is_empty() || windows.iter().any(|window| window.holds(span))
}

/// Whoever speaks is there from its beginning to its end.
pub fn speaker_away(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let away = one.speakers.iter().filter(|speaker| !within(look.there(**speaker), &one.span));
    what.extend(away.map(|speaker| What::SpeakerAway { speaker: look.speaker(*speaker).id }));
}

/// A session is in its room while that is open.
pub fn room_closed(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let closed = one.room.filter(|room| one.session.is_some() && !within(look.open(*room), &one.span));
    what.extend(closed.map(|room| What::RoomClosed { room: look.room(room).id }));
}

/// Whatever people see is within a day of the congress.
pub fn outside_days(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let beyond = look.plan.beyond.is_some_and(|beyond| beyond.holds(&one.span));
    if one.slot.content != Content::Blocker && !beyond && !within(&look.days, &one.span) {
        what.push(What::OutsideDays);
    }
}

/// There is a seat for everybody who has booked one, or still can.
pub fn room_too_small(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let (Some(room), Some(session)) = (look.room_of(one), look.session(one)) else { return };
    let needed = session.bookings.max(session.seats.unwrap_or(0));
    if let Some(seats) = room.seats.filter(|seats| *seats < needed) {
        what.push(What::RoomTooSmall { room: room.id, seats, needed });
    }
}

/// There is a seat for everybody who has marked it.
pub fn crowded(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let (Some(room), Some(session)) = (look.room_of(one), look.session(one)) else { return };
    if let Some(seats) = room.seats.filter(|seats| *seats < session.stars) {
        what.push(What::Crowded { room: room.id, seats, stars: session.stars });
    }
}

/// A track that is at home somewhere is there.
pub fn track_elsewhere(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let Some(room) = look.room_of(one) else { return };
    let track = look.session(one).and_then(|session| look.track(session));
    if let Some(track) = track.filter(|track| !track.rooms.is_empty() && !track.rooms.contains(&room.id)) {
        what.push(What::TrackElsewhere { track: track.id, room: room.id });
    }
}

/// It is as long as was agreed, or else as its type.
pub fn length(look: &Look<'_>, one: &Placed<'_>, what: &mut Vec<What>) {
    let Some(wanted) = look.session(one).and_then(|session| look.minutes(session)) else { return };
    let (length, wanted) = (one.span.length(), i64::from(wanted));
    if length != TimeDelta::minutes(wanted) {
        what.push(What::Length { minutes: length.num_minutes(), wanted });
    }
}
