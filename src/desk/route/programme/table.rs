//! Tables of sessions: handed in, looked at, taken in.

use crate::page::programme::table as page;
use crate::route::sheet::{called, open};
use crate::service::table::{PURPOSE, Taken, foreseen, taken_before};
use address::session as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use http::StatusCode;
use paper::sheet::read::{Refusal, Table};
use programme::exchange::table::is_known;
use programme::service::table::TableError;
use web::flash::Flash;
use web::form::Seen;
use web::upload::{self, HandedIn, Owner, Upload};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask(visit: Visit) -> Answer {
    Ok(page::hand_in(&visit, &Fields::new(), &Faults::new()).into_response())
}

/// Keeps a file, if it can be read.
pub async fn hand_in(State(state): State<web::State>, visit: Visit, handed: HandedIn) -> Answer {
    let congress = visit.congress()?;
    let owner = owner(&visit)?;
    let wrong = |message: &str, values: &[(&'static str, locale::Arg)]| -> Answer {
        let mut faults = Faults::new();
        faults.add_with("file", message, values);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page::hand_in(&visit, &handed.fields, &faults)).into_response())
    };
    let Some((name, content)) = &handed.file else { return wrong("session-table-nothing", &[]) };
    let (content, table) = open(content.to_vec(), is_known).await?;
    if let Err(error) = table {
        return wrong(error.message(), &web::problem::args(&error.values()));
    }
    let name = called(name);
    let id = upload::keep(&state.store, owner, &name, content).await?;
    Ok(Redirect::to(&at::SessionImport::new(&congress.slug, id.to_string()).path()).into_response())
}

/// What taking it in would change.
pub async fn preview(State(state): State<web::State>, visit: Visit, Path(at): Path<at::SessionImport>) -> Answer {
    let Some(file) = file(&state, &visit, &at).await? else { return gone(&visit).await };
    let table = table(&file).await?;
    match foreseen(&state.store, &visit.actor, visit.congress()?.id, &table).await {
        Ok(report) => Ok(page::preview(&visit, &file, &report).into_response()),
        Err(TableError::Refused(refusals)) => Ok(page::refused(&visit, &file, &refusals).into_response()),
        Err(TableError::Programme(error)) => Err(error.into()),
    }
}

/// Takes it in, all or nothing. If something stands against it by now, or it would do something else, that is shown.
pub async fn take_in(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::SessionImport>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    let Some(file) = file(&state, &visit, &at).await? else { return before(&state, &visit, &at).await };
    let table = table(&file).await?;
    let key = (owner(&visit)?, file.id);
    let seen = Seen::read(&fields);
    match crate::service::table::take_in(&state.store, &visit.actor, congress, key, &table, &seen).await {
        Ok(Taken::Done(count)) => done(&visit, count.into()).await,
        Ok(Taken::Gone) => before(&state, &visit, &at).await,
        Ok(Taken::Changed) => {
            Flash::info(visit.words.t("session-table-changed")).leave(&visit).await?;
            Ok(Redirect::to(&at.path()).into_response())
        }
        Err(TableError::Refused(refusals)) => Ok(again(&visit, &file, &refusals)),
        Err(TableError::Programme(error)) => Err(error.into()),
    }
}

fn again(visit: &Visit, file: &Upload, refusals: &[Refusal]) -> axum::response::Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page::refused(visit, file, refusals)).into_response()
}

async fn done(visit: &Visit, count: locale::Arg) -> Answer {
    Flash::success(visit.words.with("session-table-done", &[("count", count)])).leave(visit).await?;
    Ok(Redirect::to(&at::Sessions::new(&visit.congress()?.slug).path()).into_response())
}

/// The file is gone: the second of two clicks is told what the first did.
async fn before(state: &web::State, visit: &Visit, at: &at::SessionImport) -> Answer {
    let Ok(file) = at.id.parse::<Uuid>() else { return gone(visit).await };
    match taken_before(state.store.read(), visit.congress()?.id, file).await? {
        Some(count) => done(visit, count.into()).await,
        None => gone(visit).await,
    }
}

/// Used already, or an hour old.
async fn gone(visit: &Visit) -> Answer {
    Flash::info(visit.words.t("desk-flash-import-gone")).leave(visit).await?;
    Ok(Redirect::to(&at::SessionImports::new(&visit.congress()?.slug).path()).into_response())
}

fn owner(visit: &Visit) -> Result<Owner, Fault> {
    Owner::new(&visit.actor, visit.congress()?.id, PURPOSE).ok_or_else(Fault::not_found)
}

async fn file(state: &web::State, visit: &Visit, at: &at::SessionImport) -> Result<Option<Upload>, Fault> {
    let Ok(id) = at.id.parse() else { return Ok(None) };
    Ok(upload::load(state.store.read(), owner(visit)?, id, visit.now).await?)
}

async fn table(file: &Upload) -> Result<Table, Fault> {
    open(file.content.clone(), is_known).await?.1.map_err(|e| Fault::internal(e.to_string()))
}
