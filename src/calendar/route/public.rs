//! The programme, or a part of it, for everybody.

use super::Known;
use crate::ics::write;
use crate::query::feed::Feed;
use crate::rules::entry::About;
use address::calendar::{ProgrammeFeed, RoomFeed, SessionFeed, SpeakerFeed, TrackFeed};
use axum::extract::{Path, State};
use axum::response::Response;
use http::HeaderMap;
use http::header::{CONTENT_DISPOSITION, HeaderValue};
use programme::query::public::{Session, Slot};
use std::sync::Arc;
use web::{Answer, Fault, Visit};

pub(super) const KIND: &str = "text/calendar; charset=utf-8";

pub(super) fn about<'a>(state: &'a web::State, visit: &'a Visit) -> Result<About<'a>, Fault> {
    let congress = visit.congress()?;
    Ok(About {
        words: visit.words,
        slug: &congress.slug,
        name: &congress.name,
        zone: congress.zone,
        public_url: &state.public_url,
    })
}

/// Under this name it is kept by who takes it as a file. Slugs and codes alone stand in it.
pub(super) fn named(mut answer: Response, name: &str) -> Response {
    let named = HeaderValue::try_from(format!("inline; filename=\"{name}.ics\""));
    if let Ok(named) = named {
        answer.headers_mut().insert(CONTENT_DISPOSITION, named);
    }
    answer
}

/// The whole programme. It is the same for everybody, and stays so until the revision is raised.
pub(super) async fn programme(
    feeds: Known,
    State(state): State<web::State>,
    visit: Visit,
    headers: HeaderMap,
) -> Answer {
    let head = visit.congress()?;
    let (key, revision) = ((head.id, "schedule.ics", visit.language), head.revision.to_string());
    let kept = match state.pages.get(key, &revision) {
        Some(kept) => kept,
        None => {
            let feed = released(&feeds, &state, &visit).await?;
            let text = part(&state, &visit, &feed, None, &ProgrammeFeed::new(&head.slug).path(), |_, _| true)?;
            state.pages.keep_as(key, revision, text, KIND)
        }
    };
    Ok(named(kept.answer(&headers), &head.slug))
}

/// What is in one room.
pub(super) async fn room(
    feeds: Known,
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<RoomFeed>,
    headers: HeaderMap,
) -> Answer {
    let feed = released(&feeds, &state, &visit).await?;
    let room = feed.plan.rooms.iter().position(|room| room.slug == at.room).ok_or_else(Fault::not_found)?;
    let name = feed.plan.rooms[room].name.in_language(visit.language);
    let text = part(&state, &visit, &feed, Some(name), &at.path(), |slot, _| slot.room == Some(room))?;
    Ok(named(web::cache::tagged(&headers, text, KIND), &format!("{}-{}", at.congress, at.room)))
}

/// What belongs to one track.
pub(super) async fn track(
    feeds: Known,
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<TrackFeed>,
    headers: HeaderMap,
) -> Answer {
    let feed = released(&feeds, &state, &visit).await?;
    let track = feed.plan.tracks.iter().position(|track| track.slug == at.track).ok_or_else(Fault::not_found)?;
    let name = feed.plan.tracks[track].name.in_language(visit.language);
    let text = part(&state, &visit, &feed, Some(name), &at.path(), |_, session| session.track == Some(track))?;
    Ok(named(web::cache::tagged(&headers, text, KIND), &format!("{}-{}", at.congress, at.track)))
}

/// In what somebody speaks.
pub(super) async fn speaker(
    feeds: Known,
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<SpeakerFeed>,
    headers: HeaderMap,
) -> Answer {
    let feed = released(&feeds, &state, &visit).await?;
    let who = feed.plan.speakers.iter().position(|one| one.code == at.code).ok_or_else(Fault::not_found)?;
    let name = feed.plan.speakers[who].name.as_str();
    let text = part(&state, &visit, &feed, Some(name), &at.path(), |_, session| session.speakers.contains(&who))?;
    Ok(named(web::cache::tagged(&headers, text, KIND), &format!("{}-{}", at.congress, at.code)))
}

/// One session, at all its times.
pub(super) async fn session(
    feeds: Known,
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<SessionFeed>,
    headers: HeaderMap,
) -> Answer {
    let feed = released(&feeds, &state, &visit).await?;
    let found = feed.plan.sessions.iter().find(|session| session.code == at.code).ok_or_else(Fault::not_found)?;
    let name = found.title.in_language(visit.language);
    let text = part(&state, &visit, &feed, Some(name), &at.path(), |_, session| session.id == found.id)?;
    Ok(named(web::cache::tagged(&headers, text, KIND), &format!("{}-{}", at.congress, at.code)))
}

/// The newest release; 404 if there is none.
async fn released(feeds: &Known, state: &web::State, visit: &Visit) -> Result<Arc<Feed>, Fault> {
    let head = visit.congress()?;
    feeds.get(&state.store, head.id, head.revision).await?.ok_or_else(Fault::not_found)
}

/// The occurrences that fit. Nobody is told that they are busy by what others do.
fn part(
    state: &web::State,
    visit: &Visit,
    feed: &Feed,
    of: Option<&str>,
    path: &str,
    fits: impl Fn(&Slot, &Session) -> bool,
) -> Result<String, Fault> {
    let about = about(state, visit)?;
    let session = |slot: &Slot| slot.session.and_then(|at| feed.plan.sessions.get(at));
    let slots = feed.plan.slots.iter().filter(|slot| session(slot).is_some_and(|session| fits(slot, session)));
    let events = slots.filter_map(|slot| about.event(feed, slot, false)).collect();
    let path = address::with_query(path, &[("language", visit.language.tag())]);
    Ok(write(&about.feed(of, &path, events)))
}
