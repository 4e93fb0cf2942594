//! What releases of the programme changed.

use crate::page::{self, Scene};
use address::release as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::actor::ActorKind;
use http::HeaderMap;
use maud::html;
use programme::query::newest;
use programme::query::release::told;
use web::layout::{public_page, public_page_with};
use web::{Answer, Fault, Visit};

/// So many releases are told of.
const MOST: u64 = 20;

/// The releases with what each changed. The same for everybody who is nobody known, until the revision is raised.
pub async fn show(State(state): State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let path = at::Changes::new(&scene.congress.slug).path();
    let plain = visit.session.id().is_none() && visit.actor.kind == ActorKind::Guest && visit.path == path;
    let (key, stamp) = ((scene.congress.id, "changes", visit.language), scene.stamp());
    if let Some(kept) = state.pages.get(key, &stamp).filter(|_| plain) {
        return Ok(kept.answer(&headers));
    }
    let (all, named) = told(state.store.read(), scene.congress.id, None, MOST).await?;
    let title = scene.t("portal-changes");
    let feed = at::ChangesFeed::new(&scene.congress.slug).path();
    let head = html! { link rel="alternate" type="application/atom+xml" title=(title) href=(feed); };
    let page = public_page_with(&visit, &title, head, page::changes::main(scene, &all, &named));
    if plain {
        return Ok(state.pages.keep(key, stamp, page.0).answer(&headers));
    }
    Ok(page.into_response())
}

/// The same as a feed.
pub async fn feed(State(state): State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let (key, revision) = ((scene.congress.id, "changes.atom", visit.language), scene.congress.revision.to_string());
    if let Some(kept) = state.pages.get(key, &revision) {
        return Ok(kept.answer(&headers));
    }
    let (all, named) = told(state.store.read(), scene.congress.id, None, MOST).await?;
    let feed = page::feed::atom(scene, &all, &named, |path| state.absolute(path));
    Ok(state.pages.keep_as(key, revision, feed, "application/atom+xml; charset=utf-8").answer(&headers))
}

/// A release as it was.
pub async fn version(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Version>) -> Answer {
    let scene = Scene::of(&visit)?;
    let number: i32 = at.number.parse().map_err(|_| Fault::not_found())?;
    let conn = state.store.read();
    let (all, named) = told(conn, scene.congress.id, Some(number), 1).await?;
    let told = all.into_iter().find(|told| told.release.number == number).ok_or_else(Fault::not_found)?;
    let newest = newest(conn, scene.congress.id).await?.is_some_and(|newest| newest.id == told.release.id);
    let title = page::changes::name(scene, &told);
    Ok(public_page(&visit, &title, page::changes::one(scene, &told, &named, newest)).into_response())
}
