//! The public page of a congress.

use crate::page::{self, Scene, structured};
use crate::query::front::front;
use crate::query::offer::{Offer, offers};
use axum::extract::State;
use axum::response::IntoResponse;
use base::actor::ActorKind;
use http::HeaderMap;
use maud::{Markup, html};
use programme::entity::call;
use programme::query::call::open;
use web::layout::public_page_with;
use web::{Answer, Fault, Visit};

/// Shows it. It changes when its texts do, which raises the revision, a step of availability, or the time of a call; so the page is kept
/// until then, and the tag on it lets a browser that has it learn that it still stands. A page that carries a notice, or
/// is seen by somebody known, is for one visitor and once.
pub async fn show(State(state): State<web::State>, visit: Visit, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let path = address::Congress::new(&scene.congress.slug).path();
    let conn = state.store.read();
    let offers = offers(conn, scene.congress, visit.now).await?;
    let calls = open(conn, scene.congress.id, visit.now).await?;
    if visit.session.id().is_some() || visit.actor.kind != ActorKind::Guest || visit.path != path {
        return Ok(page(&state, &visit, scene, offers, calls).await?.into_response());
    }
    let key = (scene.congress.id, "congress", visit.language);
    let state_of = state_of(scene, &offers, &calls);
    let kept = match state.pages.get(key, &state_of) {
        Some(kept) => kept,
        None => state.pages.keep(key, state_of, page(&state, &visit, scene, offers, calls).await?.0),
    };
    Ok(kept.answer(&headers))
}

/// All that the page shows and that changes by itself: two that are alike here are alike.
fn state_of(scene: Scene, offers: &[Offer], calls: &[call::Model]) -> String {
    let steps: Vec<_> =
        offers.iter().map(|o| (o.closed, o.availability(), o.tenths(), o.price().amount, o.waitable)).collect();
    let calls: Vec<_> = calls.iter().map(|call| call.id).collect();
    format!("{} {steps:?} {calls:?}", scene.stamp())
}

async fn page(
    state: &web::State,
    visit: &Visit,
    scene: Scene<'_>,
    offers: Vec<Offer>,
    calls: Vec<call::Model>,
) -> Result<Markup, Fault> {
    let of = (scene.congress.id, scene.congress.programme);
    let front = front(state.store.read(), of, offers, calls).await?.ok_or_else(Fault::not_found)?;
    let url = state.absolute(&address::Congress::new(&scene.congress.slug).path());
    let register = state.absolute(&address::Register::new(&scene.congress.slug).path());
    let head = html! {
        link rel="canonical" href=(url);
        @if !front.face.congress.lead.is_empty() {
            meta name="description" content=(front.face.congress.lead.in_language(visit.language));
        }
        (structured::event(scene, &front, &url, &register))
    };
    let title = scene
        .with("portal-congress-title", &[("date", scene.words.date(scene.congress.starts_at, scene.zone()).into())]);
    Ok(public_page_with(visit, &title, head, page::congress::main(scene, &front)))
}
