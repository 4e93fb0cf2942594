//! Lists of vouchers: handed in, looked at, taken in.

use crate::page::voucher as page;
use crate::route::sheet::{handed_in, open};
use crate::rules::voucher::{Plan, Reading, codes, is_known, plan};
use crate::service;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use base::error::Told;
use congress::service::code::among;
use http::StatusCode;
use paper::sheet::read::Table;
use service::voucher::PURPOSE;
use ticketing::service::voucher::Offer;
use web::flash::Flash;
use web::upload::{self, HandedIn, Owner, Upload};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask(visit: Visit) -> Answer {
    Ok(page::hand_in(&visit, &Fields::new(), &Faults::new()).into_response())
}

/// Keeps a file, or what was pasted, if it can be read.
pub async fn hand_in(State(state): State<web::State>, visit: Visit, handed: HandedIn) -> Answer {
    let congress = visit.congress()?;
    let owner = owner(&visit)?;
    let (name, content) = match handed_in(&visit, &handed, is_known).await? {
        Ok(read) => read,
        Err(faults) => {
            let page = page::hand_in(&visit, &handed.fields, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let id = upload::keep(&state.store, owner, &name, content).await?;
    Ok(Redirect::to(&address::desk::VoucherImport::new(&congress.slug, id.to_string()).path()).into_response())
}

/// What taking it in would bring.
pub async fn preview(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::VoucherImport>,
) -> Answer {
    let Some(file) = file(&state, &visit, &at).await? else { return gone(&visit).await };
    let (table, plan) = planned(&state, &visit, &file).await?;
    Ok(page::preview(&visit, &file, &table, &plan).into_response())
}

/// Takes it in, all or nothing. If something stands against it by now, the preview says what.
pub async fn take_in(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::VoucherImport>,
) -> Answer {
    let congress = visit.congress()?;
    let Some(file) = file(&state, &visit, &at).await? else { return taken_before(&state, &visit, &at).await };
    let (table, plan) = planned(&state, &visit, &file).await?;
    if !plan.refusals.is_empty() {
        let page = page::preview(&visit, &file, &table, &plan);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let new = plan.vouchers.into_iter().map(|(_, voucher)| voucher).collect();
    let key = (owner(&visit)?, file.id);
    match service::voucher::take_in(&state.store, &visit.actor, congress.id, key, new).await {
        Ok(Some(taken)) => done(&visit, taken.into()).await,
        Ok(None) => taken_before(&state, &visit, &at).await,
        Err(error) => {
            if matches!(error.status(), 404 | 500..) {
                return Err(error.into());
            }
            // Somebody was faster, or there is no room for the places that they hold.
            let told = visit.words.with(error.message(), &web::problem::args(&error.values()));
            Flash::warning(told).leave(&visit).await?;
            Ok(Redirect::to(&at.path()).into_response())
        }
    }
}

async fn planned(state: &web::State, visit: &Visit, file: &Upload) -> Result<(Table, Plan), Fault> {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let table = open(file.content.clone(), is_known).await?.1.map_err(|e| Fault::internal(e.to_string()))?;
    let offer = Offer::load(conn, congress).await?;
    let all = codes(&table);
    let there = among(conn, congress, &all.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    let plan =
        plan(&table, Reading { words: visit.words, zone: visit.zone(), offer: &offer, there: &there, now: visit.now });
    Ok((table, plan))
}

async fn done(visit: &Visit, count: locale::Arg) -> Answer {
    Flash::success(visit.words.with("desk-flash-vouchers-taken-in", &[("count", count)])).leave(visit).await?;
    Ok(Redirect::to(&address::desk::Vouchers::new(&visit.congress()?.slug).path()).into_response())
}

/// The file is gone: the second of two clicks is told what the first did.
async fn taken_before(state: &web::State, visit: &Visit, at: &address::desk::VoucherImport) -> Answer {
    let Ok(file) = at.id.parse::<Uuid>() else { return gone(visit).await };
    match service::voucher::taken_before(state.store.read(), visit.congress()?.id, file).await? {
        Some(count) => done(visit, count.into()).await,
        None => gone(visit).await,
    }
}

/// Used already, or an hour old.
async fn gone(visit: &Visit) -> Answer {
    Flash::info(visit.words.t("desk-flash-import-gone")).leave(visit).await?;
    Ok(Redirect::to(&address::desk::VoucherImports::new(&visit.congress()?.slug).path()).into_response())
}

fn owner(visit: &Visit) -> Result<Owner, Fault> {
    Owner::new(&visit.actor, visit.congress()?.id, PURPOSE).ok_or_else(Fault::not_found)
}

async fn file(state: &web::State, visit: &Visit, at: &address::desk::VoucherImport) -> Result<Option<Upload>, Fault> {
    let Ok(id) = at.id.parse() else { return Ok(None) };
    Ok(upload::load(state.store.read(), owner(visit)?, id, visit.now).await?)
}
