//! What suggestions are ranked by: tried before it counts.

use super::desk::{done, host};
use crate::NetworkingError;
use crate::event::WEIGHED;
use crate::form::weight as form;
use crate::page::weight::{self as page, Effect, Shown, WHO};
use crate::query::suggestion::{compared, example, weights};
use crate::query::{Look, person};
use crate::rules::matching::{Part, Weights};
use crate::service::setting;
use crate::service::topic::all;
use address::networking::DeskWeights;
use axum::extract::State;
use axum::response::IntoResponse;
use base::name;
use http::StatusCode;
use web::form::{Conflict, Seen};
use web::layout::{Section, desk_page};
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

/// So many of the best are compared.
const COMPARED: usize = 8;

pub(super) async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let now = weights(state.store.read(), visit.congress()?.id).await?;
    let effect = effect(&state, &visit, "", [&now, &now]).await?;
    let (fields, faults, seen) = (form::fields(&now), Faults::new(), Seen::of(&now.all()));
    let shown = Shown { fields: &fields, faults: &faults, seen: &seen, conflict: None, effect: effect.as_ref() };
    answer(&state, &visit, StatusCode::OK, &shown).await
}

pub(super) async fn send(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let (seen, none) = (Seen::read(&sent), Faults::new());
    let shown = Shown { fields: &sent, faults: &none, seen: &seen, conflict: None, effect: None };
    let new = match form::read(&sent, visit.words) {
        Ok(new) => new,
        Err(faults) => {
            let shown = Shown { faults: &faults, ..shown };
            return answer(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, &shown).await;
        }
    };
    if sent.get("step") == "save" {
        let saved = setting::set_weights(&state.store, &visit.actor, congress.id, &new, &seen).await;
        return match saved {
            Err(NetworkingError::Stale(_)) => overtaken(&state, &visit, &new, shown).await,
            saved => done(&visit, saved, &DeskWeights::new(&congress.slug).path()).await,
        };
    }
    let now = weights(state.store.read(), congress.id).await?;
    let effect = effect(&state, &visit, &name::clean(sent.get(WHO)), [&now, &new]).await?;
    answer(&state, &visit, StatusCode::OK, &Shown { effect: effect.as_ref(), ..shown }).await
}

/// Somebody else saved meanwhile: both versions, and what was typed stays. Sent once more, it is saved.
async fn overtaken(state: &web::State, visit: &Visit, typed: &Weights, shown: Shown<'_>) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let now = weights(conn, congress).await?;
    let newest = store::event::newest(conn, congress, &[WEIGHED]).await?;
    let names = Part::ALL.map(|part| (part.name(), form::label(visit.words, part)));
    let conflict = Conflict::new(newest.as_ref(), &names, &form::fields(&now), &form::fields(typed));
    let shown = Shown { seen: &Seen::of(&now.all()), conflict: Some(&conflict), ..shown };
    answer(state, visit, StatusCode::CONFLICT, &shown).await
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
    let Some(profile) = example(conn, &look, name).await? else { return Ok(None) };
    let Some(who) = person::one(conn, &look, &profile).await? else { return Ok(None) };
    let [now, then] = Box::pin(compared(conn, &look, &profile, [now, then], COMPARED)).await?;
    Ok(Some(Effect { who, now, then }))
}

async fn answer(state: &web::State, visit: &Visit, status: StatusCode, shown: &Shown<'_>) -> Answer {
    let scene = Scene::of(visit)?;
    let topics = all(state.store.read(), host(state, visit).await?).await?;
    let main = page::page(scene, shown, &topics);
    Ok((status, desk_page(visit, Section::Network, &scene.t("network-weights"), main)).into_response())
}
