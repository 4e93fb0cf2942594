//! How often an occurrence has changed, as its releases tell.

use base::{Time, Uuid};

/// When and where a release has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub room: Option<Uuid>,
    pub starts_at: Time,
    pub ends_at: Time,
}

/// Through all releases in their order, each with the moment in which it was made; none: it is not in it. How often time,
/// room or whether it takes place at all changed since the first that had it, and when that was last. Releases stay as they
/// are, so that the number never falls.
pub fn standing(releases: impl IntoIterator<Item = (Time, Option<Place>)>) -> (u32, Time) {
    let mut releases = releases.into_iter().skip_while(|(_, place)| place.is_none());
    let Some((mut changed, mut last)) = releases.next() else { return (0, Time::default()) };
    let mut sequence = 0;
    for (made, place) in releases {
        if place != last {
            (sequence, changed, last) = (sequence + 1, made, place);
        }
    }
    (sequence, changed)
}
