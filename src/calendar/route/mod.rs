//! Requests for calendars.

mod own;
mod public;

use crate::query::feed::{Feed, feed};
use address::calendar::{OwnFeed, ProgrammeFeed, RoomFeed, SessionFeed, SpeakerFeed, TrackFeed};
use base::Uuid;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::DbErr;
use web::{Access, CongressHead, Routes};

/// More congresses than this are not asked for at once.
const MOST: usize = 8;

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

/// Of which revision, and what it is; none: nothing was released.
type Kept = (i64, Option<Arc<Feed>>);

/// Releases as they were read last. Nothing here is missed by another process: the revision is read with each request.
#[derive(Debug, Default)]
struct Feeds(Mutex<HashMap<Uuid, Kept>>);

impl Feeds {
    /// The newest release of a congress, if it has one.
    async fn get(&self, state: &web::State, congress: &CongressHead) -> Result<Option<Arc<Feed>>, DbErr> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept().get(&congress.id).filter(|(of, _)| *of == congress.revision).map(|(_, feed)| feed.clone());
        if let Some(feed) = found {
            return Ok(feed);
        }
        let snapshot = state.store.snapshot().await?;
        let row = congress::query::by_id(&snapshot, congress.id).await?;
        let Some(row) = row else { return Ok(None) };
        let read = feed(&snapshot, &row).await?.map(Arc::new);
        let mut kept = kept();
        if kept.len() >= MOST && !kept.contains_key(&congress.id) {
            kept.clear();
        }
        // It may be a newer one than the visit's.
        kept.insert(congress.id, (row.revision, read.clone()));
        Ok(read)
    }
}
