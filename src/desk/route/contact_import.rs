//! Lists of contacts: handed in, looked at, taken in.

use crate::page::contact as page;
use crate::route::sheet::{handed_in, open};
use crate::rules::contact::{Plan, is_known, plan};
use crate::service::contact::{self as service, PURPOSE};
use address::campaign as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use campaign::service::contact::{Taken, foreseen, taken_before};
use http::StatusCode;
use paper::sheet::read::Table;
use web::flash::Flash;
use web::upload::{self, HandedIn, Owner, Upload};
use web::{Answer, Fault, Faults, Fields, Visit};

/// In the address of the preview, and in its form: whoever comes without a proof is asked.
const ASK: &str = "ask";

pub async fn ask(visit: Visit) -> Answer {
    Ok(page::hand_in(&visit, &Fields::new(), &Faults::new()).into_response())
}

/// Keeps a file, or what was pasted, if it can be read.
pub async fn hand_in(State(state): State<web::State>, visit: Visit, handed: HandedIn) -> Answer {
    let owner = owner(&visit)?;
    let (name, content) = match handed_in(&visit, &handed, is_known).await? {
        Ok(read) => read,
        Err(faults) => {
            let page = page::hand_in(&visit, &handed.fields, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let id = upload::keep(&state.store, owner, &name, content).await?;
    Ok(Redirect::to(&at::ContactImport::new(&visit.congress()?.slug, id.to_string()).path()).into_response())
}

/// What taking it in would bring.
pub async fn preview(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::ContactImport>,
    RawQuery(asked): RawQuery,
) -> Answer {
    let Some(file) = file(&state, &visit, &at).await? else { return gone(&visit).await };
    let ask = Fields::parse(asked.unwrap_or_default().as_bytes()).has(ASK);
    let (table, plan) = planned(&visit, &file, ask).await?;
    shown(&state, &visit, (&file, &table, &plan), ask, StatusCode::OK).await
}

async fn shown(
    state: &web::State,
    visit: &Visit,
    (file, table, plan): (&Upload, &Table, &Plan),
    ask: bool,
    status: StatusCode,
) -> Answer {
    let brings = foreseen(state.store.read(), visit.congress()?.id, &plan.rows, visit.now).await?;
    let preview = page::Preview { file, rows: table.rows.len(), plan, brings, ask };
    Ok((status, page::preview(visit, &preview)).into_response())
}

/// Takes it in, all or nothing. If something stands against it, the preview says what.
pub async fn take_in(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::ContactImport>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let Some(file) = file(&state, &visit, &at).await? else { return taken(&state, &visit, &at).await };
    let ask = sent.has(ASK);
    let (table, plan) = planned(&visit, &file, ask).await?;
    if !plan.refusals.is_empty() {
        return shown(&state, &visit, (&file, &table, &plan), ask, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let key = (owner(&visit)?, file.id);
    match Box::pin(service::take_in(&state.store, &visit.actor, congress.id, key, &plan.rows)).await? {
        Some(brought) => done(&visit, &brought).await,
        None => taken(&state, &visit, &at).await,
    }
}

async fn planned(visit: &Visit, file: &Upload, ask: bool) -> Result<(Table, Plan), Fault> {
    let table = open(file.content.clone(), is_known).await?.1.map_err(|e| Fault::internal(e.to_string()))?;
    let plan = plan(&table, visit.zone(), visit.now, visit.words, ask);
    Ok((table, plan))
}

async fn done(visit: &Visit, taken: &Taken) -> Answer {
    let told = page::told(visit.words, taken).join(" ");
    Flash::success(told).leave(visit).await?;
    to_list(visit)
}

fn to_list(visit: &Visit) -> Result<Response, Fault> {
    Ok(Redirect::to(&at::Contacts::new(&visit.congress()?.slug).path()).into_response())
}

/// The file is gone: the second of two clicks is told what the first did.
async fn taken(state: &web::State, visit: &Visit, at: &at::ContactImport) -> Answer {
    let Ok(file) = at.id.parse::<Uuid>() else { return gone(visit).await };
    match taken_before(&state.store, visit.congress()?.id, file).await? {
        Some(count) => {
            let told = visit.words.with("contact-flash-taken-in", &[("count", count.into())]);
            Flash::success(told).leave(visit).await?;
            to_list(visit)
        }
        None => gone(visit).await,
    }
}

/// Used already, or an hour old.
async fn gone(visit: &Visit) -> Answer {
    Flash::info(visit.words.t("desk-flash-import-gone")).leave(visit).await?;
    Ok(Redirect::to(&at::ContactImports::new(&visit.congress()?.slug).path()).into_response())
}

fn owner(visit: &Visit) -> Result<Owner, Fault> {
    Owner::new(&visit.actor, visit.congress()?.id, PURPOSE).ok_or_else(Fault::not_found)
}

async fn file(state: &web::State, visit: &Visit, at: &at::ContactImport) -> Result<Option<Upload>, Fault> {
    let Ok(id) = at.id.parse() else { return Ok(None) };
    Ok(upload::load(state.store.read(), owner(visit)?, id, visit.now).await?)
}
