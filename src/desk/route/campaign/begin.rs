//! Letting a campaign begin: now, or by itself. A letter with faults does not.

use super::{back, load, page_of};
use crate::form::campaign as form;
use crate::form::person::labels;
use crate::page::campaign as page;
use crate::query::campaign::{faults_of, offer};
use address::campaign as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use campaign::CampaignError;
use campaign::entity::campaign::Model;
use campaign::query::recipient::forecast;
use campaign::rules::plan::{Relative, next_window};
use campaign::service::campaign as service;
use http::StatusCode;
use web::{Answer, Faults, Fields, Visit};

/// Whether it could go out as it is.
async fn sound(state: &web::State, row: &Model) -> Result<(), CampaignError> {
    if row.segment.is_empty() {
        return Err(CampaignError::Nobody);
    }
    if faults_of(state.store.read(), row).await?.is_empty() { Ok(()) } else { Err(CampaignError::Faulty) }
}

/// The version that was shown.
fn version(fields: &Fields) -> i32 {
    fields.get(form::VERSION).parse().unwrap_or_default()
}

pub async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CampaignStart>) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    if !row.state.is_open() {
        return back(&visit, &row, Err(CampaignError::Sent), "").await;
    }
    if let Err(error) = sound(&state, &row).await {
        return back(&visit, &row, Err(error), "").await;
    }
    let conn = state.store.read();
    let (offer, forecast) = (offer(conn, row.congress_id).await?, forecast(conn, &row).await?);
    let from = next_window(visit.now, visit.zone(), row.at_night);
    let from = (from > visit.now).then_some(from);
    Ok(page::start(&visit, &row, &offer, &forecast, from).into_response())
}

pub async fn start(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignStart>,
    sent: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    // Of a double click the second finds it begun.
    let done = match sound(&state, &row).await {
        Ok(()) => service::start(&state.store, &visit.actor, &row, version(&sent)).await,
        Err(error) => Err(error),
    };
    back(&visit, &row, done, "campaign-flash-started").await
}

pub async fn plan(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignPlan>,
    sent: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let wrong = async |mut faults: Faults, row: Model| {
        faults.name_all(&labels(&form::PLAN_FIELDS, visit.words));
        page_of(&state, &visit, row, None, (&sent, &faults), StatusCode::UNPROCESSABLE_ENTITY).await
    };
    let plan = match form::read_plan(&sent, visit.zone()) {
        Ok(plan) => plan,
        Err(faults) => return Box::pin(wrong(faults, row)).await,
    };
    let done = match sound(&state, &row).await {
        Ok(()) => service::plan(&state.store, &visit.actor, &row, version(&sent), plan).await,
        Err(error) => Err(error),
    };
    match done {
        Err(CampaignError::Past) => {
            let mut faults = Faults::new();
            let field = match plan {
                service::Plan::At(_) => "at",
                service::Plan::By(Relative::Hours { .. }) => "hours",
                service::Plan::By(_) => "days",
            };
            faults.add(field, "campaign-fault-past");
            Box::pin(wrong(faults, row)).await
        }
        done => back(&visit, &row, done, "campaign-flash-planned").await,
    }
}

/// Goes on; one that stopped before it began, begins.
pub async fn go_on(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CampaignContinuation>) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let sound = if row.started_at.is_none() { sound(&state, &row).await } else { Ok(()) };
    let done = match sound {
        Ok(()) => service::go_on(&state.store, &visit.actor, &row).await,
        Err(error) => Err(error),
    };
    back(&visit, &row, done, "campaign-flash-continued").await
}
