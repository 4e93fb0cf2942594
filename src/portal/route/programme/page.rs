//! Pages of the programme.

use super::Known;
use crate::page::Scene;
use crate::page::programme::{self as pages, Sheet};
use crate::query::programme::filter::Chosen;
use crate::query::programme::{Filter, days};
use crate::stars::Stars;
use address::programme::{Session, Speaker, Tracks};
use axum::response::IntoResponse;
use base::actor::ActorKind;
use http::HeaderMap;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use maud::Markup;
use programme::query::booking::{Only, occurrences};
use programme::query::public::{Plan, detail, speaker as speaker_by_code};
use web::layout::{public_page, public_page_with};
use web::{Answer, Fault, Visit};

/// What stands in the address, without the interface's language.
fn filter(visit: &Visit) -> Filter {
    Filter::read(visit.path.split_once('?').map_or("", |(_, query)| query))
}

/// Whether a page is the same for everybody: nothing marked, nobody known, no notice waits.
fn is_common(visit: &Visit, stars: &Stars) -> bool {
    stars.is_empty() && visit.session.id().is_none() && visit.actor.kind == ActorKind::Guest
}

/// What a page shows beside what stands in its address: two that are alike here are alike.
fn state_of(scene: Scene, plan: &Plan) -> String {
    format!("{} {:?}", scene.stamp(), pages::moment(plan, scene.now))
}

/// The programme. Unless something is looked for, it is the same for everybody and is kept until it changes.
pub(super) async fn show(plans: Known, state: web::State, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    let page = || -> Markup {
        let title = scene.t("timetable-title");
        public_page_with(&visit, &title, pages::head_with_grid(&sheet), pages::main(&sheet))
    };
    let is_day = |date| days(&plan, scene.congress.zone).iter().any(|day| day.date == date);
    let plain = !filter.narrows()
        && filter.zone.is_none()
        && filter.path(&scene.congress.slug) == visit.path
        && !matches!(filter.day, Chosen::One(date) if !is_day(date));
    if !plain || !is_common(&visit, &stars) {
        return Ok(page().into_response());
    }
    let (key, of) = ((scene.congress.id, visit.path.as_str(), visit.language), state_of(scene, &plan));
    let kept = match state.pages.get(key, &of) {
        Some(kept) => kept,
        None => state.pages.keep(key, of, page().0),
    };
    Ok(kept.answer(&headers))
}

/// What is on now.
pub(super) async fn now(plans: Known, state: web::State, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    let main = pages::now::main(&sheet);
    Ok(public_page_with(&visit, &scene.t("timetable-now"), pages::head(&sheet), main).into_response())
}

/// What was marked on this device.
pub(super) async fn mine(plans: Known, state: web::State, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    let main = pages::mine::device(&sheet);
    Ok(public_page_with(&visit, &scene.t("timetable-mine"), pages::head(&sheet), main).into_response())
}

/// All zones.
pub(super) async fn zone(plans: Known, state: web::State, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    Ok(public_page(&visit, &scene.t("timetable-zone"), pages::zone::main(&sheet)).into_response())
}

/// All calendars.
pub(super) async fn calendars(plans: Known, state: web::State, visit: Visit, _: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let main = crate::page::calendar::subscribe(scene, &plan, |path| state.absolute(path));
    Ok(public_page(&visit, &scene.t("calendar-subscribe"), main).into_response())
}

/// The colours of the tracks. Under the name that they have now they are kept for ever; a page from before a change, which
/// asks for the name that they had, gets the new ones and keeps them not.
pub(super) async fn tracks(plans: Known, state: web::State, visit: Visit, at: Tracks, _: HeaderMap) -> Answer {
    let plan = plans.get(&state, visit.congress()?).await?;
    let file = pages::colours_file(&plan).ok_or_else(Fault::not_found)?;
    let caching = if file == at.file { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, caching)], pages::colours(&plan)).into_response())
}

/// One session of the newest release, or one that was cancelled after a release had it.
pub(super) async fn session(plans: Known, state: web::State, visit: Visit, at: Session, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let found = detail(state.store.read(), scene.congress.id, &at.code).await?.ok_or_else(Fault::not_found)?;
    let place = plan.session(&at.code);
    if place.is_none() && found.session.cancelled_at.is_none() {
        return Err(Fault::not_found());
    }
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    let title = found.session.title.in_language(visit.language);
    // Read for each request: a seat that was just booked shows at once.
    let seats = match (place, found.session.seats) {
        (Some(_), Some(_)) => {
            let all = occurrences(state.store.read(), scene.congress.id, Only::Session(found.session.id)).await?;
            // The draft is nobody's business.
            all.into_iter().filter(|of| of.span.is_some() && of.seats.is_some()).collect()
        }
        _ => vec![],
    };
    let main = pages::session::main(&sheet, &found, place, &seats, &state.public_url);
    Ok(public_page_with(&visit, title, pages::head(&sheet), main).into_response())
}

/// All who speak.
pub(super) async fn speakers(plans: Known, state: web::State, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    let page =
        || public_page_with(&visit, &scene.t("timetable-speakers"), pages::head(&sheet), pages::speaker::list(&sheet));
    let path = address::programme::Speakers::new(&scene.congress.slug).path();
    if visit.path != path || !is_common(&visit, &stars) {
        return Ok(page().into_response());
    }
    let (key, of) = ((scene.congress.id, path.as_str(), visit.language), scene.stamp());
    let kept = match state.pages.get(key, &of) {
        Some(kept) => kept,
        None => state.pages.keep(key, of, page().0),
    };
    Ok(kept.answer(&headers))
}

/// Somebody who speaks in a session of the newest release.
pub(super) async fn speaker(plans: Known, state: web::State, visit: Visit, at: Speaker, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let listed = plan.speakers.iter().find(|speaker| speaker.code == at.code).ok_or_else(Fault::not_found)?;
    let found = speaker_by_code(state.store.read(), scene.congress.id, &at.code).await?.ok_or_else(Fault::not_found)?;
    let (filter, stars) = (filter(&visit), Stars::read(&headers));
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &visit.path);
    let main = pages::speaker::main(&sheet, listed, &found, &state.public_url);
    Ok(public_page_with(&visit, &found.name, pages::head(&sheet), main).into_response())
}
