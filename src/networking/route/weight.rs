//! What suggestions are ranked by: tried before it counts.

use super::desk::{done, host};
use crate::form::weight as form;
use crate::page::weight::{self as page, Effect, WHO};
use crate::query::suggestion::{compared, example, weights};
use crate::query::{Look, person};
use crate::rules::matching::Weights;
use crate::rules::search;
use crate::service::setting;
use crate::service::topic::all;
use address::networking::DeskWeights;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use web::form::Seen;
use web::layout::{Section, desk_page};
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

/// So many of the best are compared.
const COMPARED: usize = 8;

pub(super) async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let now = weights(state.store.read(), visit.congress()?.id).await?;
    let found = effect(&state, &visit, "", [&now, &now]).await?;
    answer(&state, &visit, StatusCode::OK, (&form::fields(&now), &Faults::new()), &Seen::of(&now.all()), found).await
}

pub(super) async fn send(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let new = match form::read(&sent, visit.words) {
        Ok(new) => new,
        Err(faults) => {
            let seen = Seen::read(&sent);
            return answer(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, (&sent, &faults), &seen, None).await;
        }
    };
    if sent.get("step") == "save" {
        let saved = setting::set_weights(&state.store, &visit.actor, congress.id, &new, &Seen::read(&sent)).await;
        return done(&visit, saved, &DeskWeights::new(&congress.slug).path()).await;
    }
    let now = weights(state.store.read(), congress.id).await?;
    let found = effect(&state, &visit, sent.get(WHO), [&now, &new]).await?;
    answer(&state, &visit, StatusCode::OK, (&sent, &Faults::new()), &Seen::read(&sent), found).await
}

/// What they make of somebody. None: nobody is there by that name.
async fn effect(
    state: &web::State,
    visit: &Visit,
    name: &str,
    [now, then]: [&Weights; 2],
) -> Result<Option<Effect>, Fault> {
    let conn = state.store.read();
    let look = Look::of_staff(visit.congress()?.id, visit.now);
    let wanted = search::wanted(name);
    let Some(profile) = example(conn, &look, wanted.as_ref()).await? else { return Ok(None) };
    let Some(who) = person::one(conn, &look, &profile).await? else { return Ok(None) };
    let [now, then] = Box::pin(compared(conn, &look, &profile, [now, then], COMPARED)).await?;
    Ok(Some(Effect { who, now, then }))
}

async fn answer(
    state: &web::State,
    visit: &Visit,
    status: StatusCode,
    typed: (&Fields, &Faults),
    seen: &Seen,
    effect: Option<Effect>,
) -> Result<Response, Fault> {
    let scene = Scene::of(visit)?;
    let topics = all(state.store.read(), host(state, visit).await?).await?;
    let main = page::page(scene, typed, seen, &topics, effect.as_ref());
    Ok((status, desk_page(visit, Section::Network, &scene.t("network-weights"), main)).into_response())
}
