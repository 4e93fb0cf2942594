//! What is wrong with a plan. Each kind is a rule of its own, over one slot ([`alone`]) or two ([`pair`]); organisers say of
//! each whether it blocks, warns or is ignored.
//!
//! A plan with something that *blocks* is not released unless somebody confirms it, and the solver never makes it; the draft
//! may have it, so that people can move things in any order. What *warns* is shown, and avoided by the solver where it can.
//! What is *ignored* is not looked for.

pub mod alone;
mod look;
pub mod pair;
mod severity;

pub use look::{Look, Placed};
pub use severity::{Kind, Settings, Severity};

use super::plan::{Plan, Slot, Span};
use base::Uuid;

/// What clashes, with what people need to know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    RoomTwice { room: Uuid },
    SpeakerTwice { speaker: Uuid },
    SessionTwice { session: Uuid },
    SpeakerAway { speaker: Uuid },
    RoomClosed { room: Uuid },
    OutsideDays,
    RoomTooSmall { room: Uuid, seats: i32, needed: i32 },
    Crowded { room: Uuid, seats: i32, stars: i32 },
    TrackElsewhere { track: Uuid, room: Uuid },
    Changeover { room: Uuid, minutes: i64, wanted: i64 },
    Walk { speaker: Uuid, rooms: (Uuid, Uuid), minutes: i64, wanted: i64 },
    Beside,
    Length { minutes: i64, wanted: i64 },
}

impl What {
    pub fn kind(&self) -> Kind {
        match self {
            Self::RoomTwice { .. } => Kind::RoomTwice,
            Self::SpeakerTwice { .. } => Kind::SpeakerTwice,
            Self::SessionTwice { .. } => Kind::SessionTwice,
            Self::SpeakerAway { .. } => Kind::SpeakerAway,
            Self::RoomClosed { .. } => Kind::RoomClosed,
            Self::OutsideDays => Kind::OutsideDays,
            Self::RoomTooSmall { .. } => Kind::RoomTooSmall,
            Self::Crowded { .. } => Kind::Crowded,
            Self::TrackElsewhere { .. } => Kind::TrackElsewhere,
            Self::Changeover { .. } => Kind::Changeover,
            Self::Walk { .. } => Kind::Walk,
            Self::Beside => Kind::Beside,
            Self::Length { .. } => Kind::Length,
        }
    }
}

/// Something that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clash {
    /// When: what two slots have in common, the time between them that is too short, or the whole slot.
    pub span: Span,
    pub what: What,
    /// The earlier of two.
    pub slot: Uuid,
    pub other: Option<Uuid>,
    pub severity: Severity,
}

/// Everything that is wrong, in the order of time.
pub fn clashes(plan: &Plan, settings: &Settings) -> Vec<Clash> {
    let look = Look::new(plan);
    let placed: Vec<Placed<'_>> = plan.slots.iter().filter_map(|slot| look.placed(slot)).collect();
    let mut found = vec![];
    placed.iter().for_each(|one| of_one(&look, settings, one, &mut found));
    for (a, b) in pair::near(&look, settings, &placed) {
        of_two(&look, settings, &placed[a], &placed[b], &mut found);
    }
    found.sort();
    found
}

/// What would be wrong with one slot if it stood as it is given here, whatever the plan has of it: for whoever drags it.
pub fn clashes_of(plan: &Plan, settings: &Settings, slot: &Slot) -> Vec<Clash> {
    let look = Look::new(plan);
    let mut found = vec![];
    let Some(moved) = look.placed(slot) else { return found };
    of_one(&look, settings, &moved, &mut found);
    for other in plan.slots.iter().filter(|other| other.id != slot.id).filter_map(|other| look.placed(other)) {
        of_two(&look, settings, &moved, &other, &mut found);
    }
    found.sort();
    found
}

fn of_one(look: &Look<'_>, settings: &Settings, one: &Placed<'_>, found: &mut Vec<Clash>) {
    let mut what = vec![];
    for (kind, rule) in alone::RULES {
        if settings.severity(kind) != Severity::Ignore {
            rule(look, one, &mut what);
        }
    }
    found.extend(what.into_iter().map(|what| Clash {
        span: one.span,
        what,
        slot: one.slot.id,
        other: None,
        severity: settings.severity(what.kind()),
    }));
}

fn of_two(look: &Look<'_>, settings: &Settings, a: &Placed<'_>, b: &Placed<'_>, found: &mut Vec<Clash>) {
    let (a, b) = if (b.span, b.slot.id) < (a.span, a.slot.id) { (b, a) } else { (a, b) };
    let mut what = vec![];
    for (kind, rule) in pair::RULES {
        if settings.severity(kind) != Severity::Ignore {
            rule(look, settings, (a, b), &mut what);
        }
    }
    found.extend(what.into_iter().map(|what| Clash {
        span: a.span.between(&b.span),
        what,
        slot: a.slot.id,
        other: Some(b.slot.id),
        severity: settings.severity(what.kind()),
    }));
}
