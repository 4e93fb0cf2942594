//! What is mine to judge, and judging it.

use super::{account, names};
use crate::page::review::one::{self, field};
use crate::page::review::work;
use address::review as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use programme::ReviewError;
use programme::entity::review_criterion;
use programme::query::review::frame::{Standing, criteria, scales, standing};
use programme::query::review::work as query;
use programme::service::review::judge::{self, Judgement};
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let (congress, account) = (visit.congress()?.id, account(&visit)?);
    let snapshot = state.store.snapshot().await?;
    let standing = standing(&snapshot, congress, account, visit.now).await?;
    let scales = scales(&criteria(&snapshot, congress).await?);
    let items = query::work(&snapshot, congress, &standing, &scales).await?;
    Ok(work::work(&visit, &standing, &items, &names(&state, congress).await?).into_response())
}

pub async fn next(State(state): State<web::State>, visit: Visit) -> Answer {
    let path = following(&state, &visit).await?;
    Ok(Redirect::to(&path).into_response())
}

/// The page of what should be judged next, or the list if there is nothing.
async fn following(state: &web::State, visit: &Visit) -> Result<String, Fault> {
    let (congress, account) = (visit.congress()?, account(visit)?);
    let snapshot = state.store.snapshot().await?;
    let standing = standing(&snapshot, congress.id, account, visit.now).await?;
    let scales = scales(&criteria(&snapshot, congress.id).await?);
    let items = query::work(&snapshot, congress.id, &standing, &scales).await?;
    let next = if standing.rights.review { query::upcoming(&standing, &items) } else { None };
    Ok(match next {
        Some(item) => at::Review::new(&congress.slug, &item.code).path(),
        None => at::Reviews::new(&congress.slug).path(),
    })
}

/// What the page of one needs.
struct Before {
    standing: Standing,
    criteria: Vec<review_criterion::Model>,
    reading: query::Reading,
}

async fn before(state: &web::State, visit: &Visit, code: &str) -> Result<Before, Fault> {
    let (congress, account) = (visit.congress()?.id, account(visit)?);
    let snapshot = state.store.snapshot().await?;
    let standing = standing(&snapshot, congress, account, visit.now).await?;
    let criteria = criteria(&snapshot, congress).await?;
    let reading = query::reading(&snapshot, congress, &standing, &scales(&criteria), code).await?;
    Ok(Before { standing, criteria, reading: reading.ok_or_else(Fault::not_found)? })
}

async fn page(
    state: &web::State,
    visit: &Visit,
    before: &Before,
    shown: (&Fields, &Faults),
    status: StatusCode,
) -> Result<Response, Fault> {
    let names = names(state, visit.congress()?.id).await?;
    let page = one::one(visit, &before.standing, &before.reading, &before.criteria, &names, shown);
    Ok((status, page).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Review>) -> Answer {
    let before = before(&state, &visit, &at.code).await?;
    let fields = one::fields(&before.reading);
    page(&state, &visit, &before, (&fields, &Faults::new()), StatusCode::OK).await
}

pub async fn give(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Review>, fields: Fields) -> Answer {
    let (congress, account) = (visit.congress()?.id, account(&visit)?);
    let before = before(&state, &visit, &at.code).await?;
    let given = match read(&fields, &before.criteria) {
        Ok(judgement) => judge::give(&state.store, &visit.actor, congress, account, &at.code, judgement).await,
        Err(faults) => {
            return page(&state, &visit, &before, (&fields, &faults), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    match given {
        Ok(()) => {}
        Err(error @ (ReviewError::Empty | ReviewError::TooLong)) => {
            let mut faults = Faults::new();
            faults.add("comment", error.message());
            return page(&state, &visit, &before, (&fields, &faults), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error.into()),
    }
    Flash::success(visit.words.t("desk-review-saved")).leave(&visit).await?;
    let path = if fields.get("then") == "next" {
        following(&state, &visit).await?
    } else {
        at::Review::new(&at.congress, &at.code).path()
    };
    Ok(Redirect::to(&path).into_response())
}

/// What was typed.
fn read(fields: &Fields, criteria: &[review_criterion::Model]) -> Result<Judgement, Faults> {
    let mut faults = Faults::new();
    let mut values: Vec<(Uuid, i32)> = vec![];
    for criterion in criteria {
        let typed = fields.get(&field(criterion)).trim();
        if typed.is_empty() {
            continue;
        }
        match typed.parse() {
            Ok(value) if (0..=criterion.most).contains(&value) => values.push((criterion.id, value)),
            _ => faults.add(field(criterion), "review-error-value"),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Judgement {
        values,
        comment: fields.get("comment").to_owned(),
        abstains: fields.has("abstains"),
        // What is no number is no version that there is.
        version: fields.get("version").parse().unwrap_or_default(),
    })
}

pub async fn declare(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Conflict>,
    fields: Fields,
) -> Answer {
    let (congress, account) = (visit.congress()?.id, account(&visit)?);
    judge::declare(&state.store, &visit.actor, congress, account, &at.code, fields.get("why")).await?;
    Flash::success(visit.words.t("desk-review-conflict-declared")).leave(&visit).await?;
    Ok(Redirect::to(&at::Reviews::new(&at.congress).path()).into_response())
}

pub async fn withdraw(State(state): State<web::State>, visit: Visit, Path(at): Path<at::ConflictWithdrawal>) -> Answer {
    let (congress, account) = (visit.congress()?.id, account(&visit)?);
    judge::withdraw(&state.store, &visit.actor, congress, account, &at.code).await?;
    Ok(Redirect::to(&at::Review::new(&at.congress, &at.code).path()).into_response())
}
