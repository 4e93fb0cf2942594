//! Letters to many: listed, looked at, taken along.

pub mod act;
pub mod begin;
pub mod edit;
pub mod saved;

use crate::form::campaign as form;
use crate::page::campaign::{self as page, Preview, Sheet};
use crate::query;
use crate::query::campaign::detail;
use crate::query::timeline::of_object;
use crate::route::export::{answer, broken, format, temporary};
use crate::service::export::{self, Reader};
use address::campaign as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, IntoResponse, Redirect};
use base::{Language, Uuid};
use campaign::CampaignError;
use campaign::entity::campaign::Model;
use campaign::load::of_congress;
use campaign::mail;
use http::StatusCode;
use post::template::{Letter, render};
use registration::mail::Links;
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let lines = campaign::query::campaign::list(state.store.read(), visit.congress()?.id).await?;
    Ok(page::list(&visit, &lines).into_response())
}

/// One of this congress; what is none is the same 404 as somebody else's.
async fn load(state: &web::State, visit: &Visit, id: &str) -> Result<Model, Fault> {
    Ok(of_congress(state.store.read(), visit.congress()?.id, id).await?)
}

pub async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Campaign>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let fields = form::plan_shown(&row, visit.zone());
    let asked = Fields::parse(typed.unwrap_or_default().as_bytes());
    let like = if asked.has("as") { Some(like(&asked)) } else { None };
    page_of(&state, &visit, row, like, (&fields, &Faults::new()), StatusCode::OK).await
}

/// Whose facts fill the letter.
fn like(fields: &Fields) -> Option<Uuid> {
    fields.get("as").parse().ok()
}

/// `like`: whose facts fill the letter; none: the first of those whom it goes to.
async fn page_of(
    state: &web::State,
    visit: &Visit,
    row: Model,
    like: Option<Option<Uuid>>,
    plan: (&Fields, &Faults),
    status: StatusCode,
) -> Answer {
    let conn = state.store.read();
    let timeline = of_object(conn, row.id).await?;
    let own = query::campaign::own_address(conn, &visit.actor).await?;
    let drawn = state.store.chance().opaque_id().to_string();
    let detail = detail(conn, row).await?;
    let like = like.unwrap_or_else(|| detail.reach.sample.first().map(|one| one.id));
    let mut previews = vec![];
    for language in Language::ALL {
        previews.push(Preview { language, letter: Box::pin(written(state, &detail.row, like, language)).await? });
    }
    let sheet = Sheet {
        previews: &previews,
        like,
        timeline: &timeline,
        plan,
        own: own.as_deref(),
        drawn: &drawn,
        framed: status == StatusCode::OK,
    };
    Ok((status, page::show(visit, &detail, &sheet)).into_response())
}

/// The letter as somebody would get it; none: it cannot be written as it is.
async fn written(
    state: &web::State,
    row: &Model,
    like: Option<Uuid>,
    language: Language,
) -> Result<Option<Letter>, Fault> {
    let links = Links { public_url: state.public_url.clone(), key: state.link_key.clone() };
    let draft = mail::preview(state.store.read(), &links, row, like, language).await?;
    Ok(draft.ok().and_then(|draft| render(language, &draft, row.id).ok()))
}

/// One as it looks, for the frame on its page.
pub async fn letter(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignLetter>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    let language = fields.get("in").parse().unwrap_or(visit.language);
    let letter = Box::pin(written(&state, &row, like(&fields), language)).await?.ok_or_else(Fault::not_found)?;
    Ok(Html(letter.html).into_response())
}

/// Who gets it, and what became of it, as a file.
pub async fn export(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignExports>,
    fields: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    let format = format(&fields)?;
    let written = export::recipients(state.store.read(), row.id, format, Reader::of(&visit), temporary()?).await;
    answer(&state, &visit, "campaign", format, written.map_err(broken)?, true).await
}

/// Back on its page, which says what was done; what was refused, with the reason.
async fn back(visit: &Visit, row: &Model, done: Result<(), CampaignError>, word: &str) -> Answer {
    use base::error::Told;
    let flash = match done {
        Ok(()) => Flash::success(visit.words.t(word)),
        Err(error) if matches!(error.status(), 409 | 422) => Flash::warning(visit.words.t(error.message())),
        Err(error) => return Err(error.into()),
    };
    flash.leave(visit).await?;
    Ok(to(visit, row.id)?.into_response())
}

fn to(visit: &Visit, id: Uuid) -> Result<Redirect, Fault> {
    Ok(Redirect::to(&at::Campaign::new(&visit.congress()?.slug, id.to_string()).path()))
}
