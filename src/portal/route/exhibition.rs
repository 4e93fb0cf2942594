//! The exhibition: projects, one of them, the plan of the halls. Kept by the revision, which whatever changes them raises.

use crate::page::{self, Scene};
use address::{HallPlan, Project, Projects};
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use base::actor::ActorKind;
use exhibition::query::{Filter, Which, halls, projects};
use http::HeaderMap;
use maud::Markup;
use std::future::Future;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(
    State(state): State<web::State>,
    visit: Visit,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Answer {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let line = |name: &str| base::name::clean(asked.get(name));
    let filter = Filter { topic: line("topic"), organisation: line("organisation"), words: line("q") };
    let path = Projects::new(&visit.congress()?.slug).path();
    kept(&state, &visit, &headers, ("projects", &path), async |scene: Scene<'_>| {
        let conn = state.store.read();
        let all = projects(conn, scene.congress.id, Which::Published).await?;
        let has_plan = all.iter().any(|view| view.stand.is_some());
        Ok(public_page(&visit, &scene.t("exhibition-title"), page::exhibition::list(scene, &all, &filter, has_plan)))
    })
    .await
}

pub async fn one(State(state): State<web::State>, visit: Visit, Path(at): Path<Project>) -> Answer {
    let scene = Scene::of(&visit)?;
    let all = projects(state.store.read(), scene.congress.id, Which::Published).await?;
    let code = at.code.to_ascii_uppercase();
    let view = all.iter().find(|view| view.project.code == code).ok_or_else(Fault::not_found)?;
    let title = view.project.title.in_language(visit.language).to_owned();
    Ok(public_page(&visit, &title, page::exhibition::one(scene, view)).into_response())
}

pub async fn plan(State(state): State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let path = HallPlan::new(&visit.congress()?.slug).path();
    kept(&state, &visit, &headers, ("hall-plan", &path), async |scene: Scene<'_>| {
        let conn = state.store.read();
        let halls = halls(conn, scene.congress.id).await?;
        let all = projects(conn, scene.congress.id, Which::Published).await?;
        Ok(public_page(&visit, &scene.t("exhibition-plan"), page::exhibition::plan(scene, &halls, &all)))
    })
    .await
}

/// A page as it is kept until the revision is raised. One with a query, or for somebody known, is made for them.
async fn kept<'a, F>(
    state: &web::State,
    visit: &'a Visit,
    headers: &HeaderMap,
    (name, path): (&'static str, &str),
    page: impl FnOnce(Scene<'a>) -> F,
) -> Answer
where
    F: Future<Output = Result<Markup, Fault>>,
{
    let scene = Scene::of(visit)?;
    if visit.session.id().is_some() || visit.actor.kind != ActorKind::Guest || visit.path != path {
        return Ok(page(scene).await?.into_response());
    }
    let key = (scene.congress.id, name, visit.language);
    let of = scene.stamp();
    let kept = match state.pages.get(key, &of) {
        Some(kept) => kept,
        None => state.pages.keep(key, of, page(scene).await?.0),
    };
    Ok(kept.answer(headers))
}
