//! The schedule at the desk: the draft, and what holds for it.

use crate::route::addresses;

addresses! {
    /// The draft by day and room. Query: `day`, `slot` (which one is open), `add` (a break or a blocker), filters.
    Schedule { congress } = "/{congress}/desk/schedule";
    /// How far the draft is: a number that every change raises.
    Draft { congress } = "/{congress}/desk/schedule/draft";
    /// A POST adds a break or a blocker.
    Slots { congress } = "/{congress}/desk/schedule/slots";
    /// A POST puts it elsewhere. Of a session that has no slot, the session's id.
    Slot { congress, id } = "/{congress}/desk/schedule/slots/{id}";
    SlotParking { congress, id } = "/{congress}/desk/schedule/slots/{id}/parking";
    SlotRemoval { congress, id } = "/{congress}/desk/schedule/slots/{id}/removal";
    /// The same session once more.
    SlotRepeat { congress, id } = "/{congress}/desk/schedule/slots/{id}/repeat";
    /// A POST takes back what an event did.
    Undo { congress } = "/{congress}/desk/schedule/undo";
    /// Places for what is left. A POST proposes some, and changes nothing.
    Placing { congress } = "/{congress}/desk/placing";
    /// A POST takes over what was proposed.
    PlacingTakeover { congress } = "/{congress}/desk/placing/takeover";
    /// What holds for the whole plan.
    Rules { congress } = "/{congress}/desk/schedule/rules";
    /// How long it takes from one room to another.
    Walks { congress } = "/{congress}/desk/schedule/rules/walks";
    /// Sessions that must not be beside each other.
    Apart { congress } = "/{congress}/desk/schedule/rules/apart";
    /// Where a track is at home.
    TrackHome { congress, id } = "/{congress}/desk/schedule/rules/tracks/{id}";
    /// What the plan needs to know of a room.
    RoomRules { congress, id } = "/{congress}/desk/schedule/rules/rooms/{id}";
}

impl Schedule {
    /// With a day, and with a slot that is open.
    pub fn at(&self, day: &str, slot: &str) -> String {
        crate::route::with_query(&self.path(), &[("day", day), ("slot", slot)])
    }
}
