//! What staff ask for when they let the rest of the plan be placed, and which of the proposed places they take over.

use base::{Time, Uuid};
use programme::rules::plan::Span;
use programme::service::place::{Spot, Wanted};
use web::{Faults, Fields};

/// As the form begins.
pub fn fields() -> Fields {
    Fields::new().with("seed", "1")
}

/// What is asked for. What is no track or no type of the congress finds nothing.
pub fn read(fields: &Fields) -> Result<Wanted, Faults> {
    let typed = fields.get("seed").trim();
    let Ok(seed) = (if typed.is_empty() { Ok(1) } else { typed.parse() }) else {
        let mut faults = Faults::new();
        faults.add("seed", "desk-placing-fault-seed");
        return Err(faults);
    };
    let id = |name: &str| fields.get(name).parse().ok();
    let (track, kind) = (id("track"), id("type"));
    Ok(Wanted { seed, confirmed: fields.has("confirmed"), track, kind, ..Wanted::default() })
}

/// A proposed place as its checkbox has it: slot, room, beginning and end in seconds since 1970.
pub fn value(slot: Uuid, room: Uuid, span: Span) -> String {
    format!("{slot}.{room}.{}.{}", span.from.timestamp(), span.until.timestamp())
}

/// The places that are taken over. None: one of them is no place.
pub fn spots(fields: &Fields) -> Option<Vec<Spot>> {
    fields.all("spot").map(spot).collect()
}

fn spot(typed: &str) -> Option<Spot> {
    let mut parts = typed.split('.');
    let (slot, room) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let mut time = || Time::from_timestamp(parts.next()?.parse().ok()?, 0);
    let (starts_at, ends_at) = (time()?, time()?);
    parts.next().is_none().then_some(Spot { slot, room, starts_at, ends_at })
}
