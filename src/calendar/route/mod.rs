//! Requests for calendars.

mod own;
mod public;

use crate::query::kept::Feeds;
use address::calendar::{OwnFeed, ProgrammeFeed, RoomFeed, SessionFeed, SpeakerFeed, TrackFeed};
use std::sync::Arc;
use web::{Access, Routes};

/// What this crate mounts.
pub fn routes() -> Routes {
    use Access::{Link, Public};
    let feeds = Known::default();
    let shared = || Arc::clone(&feeds);
    let (all, room, track, speaker, session, own) = (shared(), shared(), shared(), shared(), shared(), shared());
    Routes::new()
        .get(ProgrammeFeed::ROUTE, Public, move |state, visit, headers| public::programme(all, state, visit, headers))
        .get(RoomFeed::ROUTE, Public, move |state, visit, at, headers| public::room(room, state, visit, at, headers))
        .get(TrackFeed::ROUTE, Public, move |state, visit, at, headers| public::track(track, state, visit, at, headers))
        .get(SpeakerFeed::ROUTE, Public, move |state, visit, at, headers| {
            public::speaker(speaker, state, visit, at, headers)
        })
        .get(SessionFeed::ROUTE, Public, move |state, visit, at, headers| {
            public::session(session, state, visit, at, headers)
        })
        .get(OwnFeed::ROUTE, Link, move |state, visit, at, headers| own::show(own, state, visit, at, headers))
}

/// The releases that were read last, for all handlers of this process.
type Known = Arc<Feeds>;
