//! What organisers decide by.

use super::{account, names};
use crate::page::review::board::{self as page, Around, ORDERS};
use crate::page::review::reviewed::{self, cover_fields};
use address::review as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use identity::entity::account as accounts;
use programme::ReviewError;
use programme::entity::submission;
use programme::query::review::board::{Filter, board};
use programme::query::review::frame::{criteria, scales};
use programme::query::review::reviewed::{self as query, Reviewed};
use programme::rules::review::Party;
use programme::service::review::assignment;
use programme::service::review::cover::{self, Cover};
use sea_orm::EntityTrait;
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Faults, Fields, Visit};

/// Who looks, so that they see nothing of their own.
async fn looking(state: &web::State, visit: &Visit) -> Result<Party, Fault> {
    let row = accounts::Entity::find_by_id(account(visit)?).one(state.store.read()).await?;
    Ok(Party { organisation: String::new(), mail: row.map(|row| row.address).unwrap_or_default() })
}

fn filter(fields: &Fields) -> Filter {
    let id = |name: &str| fields.get(name).parse::<Uuid>().ok();
    let state = |name: &str| programme::rules::transition::State::named(fields.get(name)).map(submission::State::from);
    let order = ORDERS.iter().find(|(_, name)| *name == fields.get("order"));
    Filter {
        call: id("call"),
        track: id("track"),
        kind: id("kind"),
        state: state("state"),
        pending: state("pending"),
        text: fields.get("q").trim().to_owned(),
        order: order.map(|(order, _)| *order).unwrap_or_default(),
    }
}

pub async fn show(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?.id;
    let looking = looking(&state, &visit).await?;
    let filter = filter(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let snapshot = state.store.snapshot().await?;
    let scales = scales(&criteria(&snapshot, congress).await?);
    let board = board(&snapshot, congress, &looking, &scales, &filter).await?;
    let names = names(&state, congress).await?;
    let calls = programme::query::call::calls(&snapshot, congress).await?;
    let around = Around { names: &names, calls: &calls };
    Ok(page::board(&visit, &board, &filter, &around).into_response())
}

async fn reviewed(state: &web::State, visit: &Visit, code: &str) -> Result<Reviewed, Fault> {
    let looking = looking(state, visit).await?;
    let snapshot = state.store.snapshot().await?;
    query::reviewed(&snapshot, visit.congress()?.id, &looking, code).await?.ok_or_else(Fault::not_found)
}

/// The page, with what was typed into the text without names.
async fn page_of_one(
    state: &web::State,
    visit: &Visit,
    page: &Reviewed,
    shown: (&Fields, &Faults),
    status: StatusCode,
) -> Result<Response, Fault> {
    let names = names(state, visit.congress()?.id).await?;
    Ok((status, reviewed::reviewed(visit, page, &names, shown)).into_response())
}

pub async fn one(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Reviewed>) -> Answer {
    let page = reviewed(&state, &visit, &at.code).await?;
    let fields = cover_fields(&page.cover);
    page_of_one(&state, &visit, &page, (&fields, &Faults::new()), StatusCode::OK).await
}

pub async fn write_cover(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Cover>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    let new = Cover {
        title: fields.get("title").trim().to_owned(),
        abstract_text: fields.get("abstract").trim().to_owned(),
        description: fields.get("description").trim().to_owned(),
    };
    let seen = Seen::read(&fields);
    match cover::write(&state.store, &visit.actor, congress, &at.code, new, &seen).await {
        Ok(()) => Flash::success(visit.words.t("desk-review-cover-saved")).leave(&visit).await?,
        Err(error @ (ReviewError::NameMissing | ReviewError::TooLong | ReviewError::Stale(_))) => {
            let page = reviewed(&state, &visit, &at.code).await?;
            let mut faults = Faults::new();
            faults.add("title", error.message());
            let status = if matches!(error, ReviewError::Stale(_)) {
                StatusCode::CONFLICT
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            return page_of_one(&state, &visit, &page, (&fields, &faults), status).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&at::Reviewed::new(&at.congress, &at.code).path()).into_response())
}

fn chosen(fields: &Fields) -> Result<Uuid, Fault> {
    fields.get("account").parse().map_err(|_| Fault::not_found())
}

pub async fn assign(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Assignment>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    match assignment::assign(&state.store, &visit.actor, congress, &at.code, chosen(&fields)?).await {
        Ok(()) => {}
        Err(ReviewError::TooNear) => {
            Flash::warning(visit.words.t("desk-review-assign-too-near")).leave(&visit).await?;
        }
        Err(ReviewError::NotAReviewer) => {
            Flash::warning(visit.words.t("desk-review-assign-no-team")).leave(&visit).await?;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&at::Reviewed::new(&at.congress, &at.code).path()).into_response())
}

pub async fn unassign(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::AssignmentRemoval>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    assignment::unassign(&state.store, &visit.actor, congress, &at.code, chosen(&fields)?).await?;
    Ok(Redirect::to(&at::Reviewed::new(&at.congress, &at.code).path()).into_response())
}

/// The most reviewers that one submission is given to.
const MOST: usize = 20;

pub async fn spread(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let (congress, words) = (visit.congress()?, visit.words);
    let each = fields.get("each").trim().parse().ok().filter(|each| (1..=MOST).contains(each));
    let flash = match each {
        None => Flash::warning(words.with("desk-review-spread-number", &[("most", MOST.into())])),
        Some(each) => {
            let share = assignment::spread_evenly(&state.store, &visit.actor, congress.id, each).await?;
            let values = [("given", share.given.len().into()), ("short", share.short.len().into())];
            Flash::success(words.with("desk-review-spread-done", &values))
        }
    };
    flash.leave(&visit).await?;
    Ok(Redirect::to(&at::Board::new(&congress.slug).path()).into_response())
}
