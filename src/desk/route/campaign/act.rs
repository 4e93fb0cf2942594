//! What else is done with a campaign: tried out, stopped, copied, deleted.

use super::{back, like, load, to};
use crate::query::campaign::own_address;
use address::campaign as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use campaign::CampaignError;
use campaign::load::of_congress;
use campaign::service::campaign as service;
use web::flash::Flash;
use web::form::once;
use web::{Answer, Fault, Fields, Visit};

/// A mail to who asks for it.
pub async fn test(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignTest>,
    sent: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let own = own_address(state.store.read(), &visit.actor).await?.ok_or_else(Fault::forbidden)?;
    // A form without a drawn id is one of its own.
    let request = sent.get("request").parse().unwrap_or_else(|_| state.store.chance().opaque_id());
    service::test(&state.store, &row, &own, like(&sent), request).await?;
    Flash::success(visit.words.with("campaign-flash-test", &[("to", own.into())])).leave(&visit).await?;
    Ok(to(&visit, row.id)?.into_response())
}

pub async fn unplan(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CampaignPlanRemoval>) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let done = service::unplan(&state.store, &visit.actor, &row).await;
    back(&visit, &row, done, "campaign-flash-unplanned").await
}

pub async fn stop(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CampaignStop>) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let done = service::stop(&state.store, &visit.actor, &row).await;
    back(&visit, &row, done, "campaign-flash-stopped").await
}

/// What is in doubt goes once more.
pub async fn send_doubtful(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignDoubtful>,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let sent = service::send_doubtful(&state.store, &visit.actor, &row).await?;
    Flash::success(visit.words.with("campaign-flash-doubtful", &[("count", sent.into())])).leave(&visit).await?;
    Ok(to(&visit, row.id)?.into_response())
}

pub async fn copy(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignCopy>,
    sent: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let id = once::id(&sent, row.id, state.store.chance());
    let name = visit.words.with("campaign-copy-name", &[("name", (&row.name).into())]);
    let id = service::copy(&state.store, &visit.actor, &row, id, name).await?;
    Flash::success(visit.words.t("campaign-flash-copied")).leave(&visit).await?;
    Ok(to(&visit, id)?.into_response())
}

/// Of a double click the second finds nothing to delete, and is told the same.
pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CampaignRemoval>) -> Answer {
    let row = match of_congress(state.store.read(), visit.congress()?.id, &at.id).await {
        Ok(row) => row,
        Err(CampaignError::Unknown) => return removed(&visit).await,
        Err(error) => return Err(error.into()),
    };
    match service::remove(&state.store, &visit.actor, &row).await {
        Ok(()) | Err(CampaignError::Unknown) => removed(&visit).await,
        Err(error) => back(&visit, &row, Err(error), "").await,
    }
}

async fn removed(visit: &Visit) -> Answer {
    Flash::success(visit.words.t("campaign-flash-removed")).leave(visit).await?;
    Ok(Redirect::to(&at::Campaigns::new(&visit.congress()?.slug).path()).into_response())
}
