//! What came in, at the desk.

use crate::form::call::{SubmissionSearch, state as state_of};
use crate::form::list::Asked;
use crate::form::person::language;
use crate::page::call::{self as page, Typed};
use crate::query::call as query;
use address::call as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::contact;
use base::error::Told;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use portal::form::call as typed;
use portal::page::Scene;
use programme::ProgrammeError;
use programme::load::{Submission, submission_for_staff, submission_secret};
use programme::query::call::{calls, topics};
use programme::query::submission::{codes, desk};
use programme::rules::transition::State as To;
use programme::service::submission::hand_in::{ForSomebody, hand_in_for};
use programme::service::submission::{announce, decide, picture as pictures};
use web::flash::Flash;
use web::form::{Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let search = SubmissionSearch::read(&Fields::parse(asked.unwrap_or_default().as_bytes()));
    let conn = state.store.read();
    let list = query::submissions(conn, congress.id, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    let kept = identity::query::views(conn, &visit.actor, congress.id, SubmissionSearch::LIST).await?;
    Ok(page::submissions(&visit, &list, &kept).into_response())
}

async fn load(state: &web::State, visit: &Visit, code: &str) -> Result<Submission, Fault> {
    Ok(submission_for_staff(state.store.read(), &visit.actor, visit.congress()?.id, code).await?)
}

async fn page_of(
    state: &web::State,
    visit: &Visit,
    code: &str,
    fields: &Fields,
    notice: Option<String>,
    status: StatusCode,
) -> Answer {
    let loaded = load(state, visit, code).await?;
    let scene = Scene::of(visit)?;
    let secret = submission_secret(&state.link_key, loaded.row());
    let link = state.absolute(&at::Submission::new(&scene.congress.slug, &loaded.row().code, secret).path());
    let one = desk(state.store.read(), loaded.row().clone(), visit.now).await?;
    Ok((status, page::show(visit, scene, &one, &link, &Typed { fields, notice })).into_response())
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::DeskSubmission>) -> Answer {
    page_of(&state, &visit, &at.code, &Fields::new(), None, StatusCode::OK).await
}

/// Back to the page, with what happened; or the page with what somebody else did meanwhile.
async fn settle(
    state: &web::State,
    visit: &Visit,
    code: &str,
    sent: &Fields,
    done: Result<(), ProgrammeError>,
    word: &str,
) -> Answer {
    let notice = match done {
        Ok(()) => Flash::success(visit.words.t(word)),
        Err(error @ ProgrammeError::Stale(_)) => {
            let notice = Some(visit.words.t(error.message()));
            return page_of(state, visit, code, sent, notice, StatusCode::CONFLICT).await;
        }
        Err(error) if error.status() == 404 || error.status() >= 500 => return Err(error.into()),
        Err(error) => Flash::warning(visit.words.with(error.message(), &web::problem::args(&error.values()))),
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&at::DeskSubmission::new(&visit.congress()?.slug, code).path()).into_response())
}

pub async fn decide(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskSubmissionDecision>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.code).await?;
    let to = To::named(sent.get("to")).ok_or_else(unread)?;
    let done = decide::quietly(&state.store, &loaded, &Seen::read(&sent), to, sent.get("why")).await;
    settle(&state, &visit, &at.code, &sent, done, "desk-submission-decided-now").await
}

pub async fn step(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskSubmissionStep>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.code).await?;
    let to = To::named(sent.get("to")).ok_or_else(unread)?;
    let done = decide::at_once(&state.store, &loaded, &Seen::read(&sent), to, sent.get("why")).await;
    settle(&state, &visit, &at.code, &sent, done, "desk-submission-stepped").await
}

/// A form that no page of ours sends.
fn unread() -> Fault {
    ProgrammeError::Faulty(vec![]).into()
}

/// What was ticked, or all that the filter leaves.
async fn chosen(state: &web::State, visit: &Visit, asked: &Fields) -> Result<Vec<String>, Fault> {
    if !asked.has("all") {
        return Ok(asked.all("code").map(str::to_owned).collect());
    }
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let filter = query::filter(conn, congress, &SubmissionSearch::read(asked)).await?;
    Ok(codes(conn, congress, &filter).await?)
}

/// What a deed decides for: nothing takes decisions back.
fn target(deed: &str) -> Result<Option<To>, Fault> {
    match deed {
        "back" => Ok(None),
        name => state_of(name).map(|state| Some(state.into())).ok_or_else(unread),
    }
}

pub async fn ask_batch(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let asked = Fields::parse(asked.unwrap_or_default().as_bytes());
    let deed = if asked.get("deed").is_empty() { "back" } else { asked.get("deed") };
    let to = target(deed)?;
    let codes = chosen(&state, &visit, &asked).await?;
    let outcomes = decide::preview(state.store.read(), visit.congress()?.id, &codes, to).await?;
    Ok(page::batch(&visit, deed, &outcomes, None).into_response())
}

pub async fn batch(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let to = target(sent.get("deed"))?;
    let codes: Vec<String> = sent.all("code").map(str::to_owned).collect();
    match decide::several(&state.store, &visit.actor, congress.id, &codes, to, &Seen::read(&sent)).await {
        Ok(n) => {
            let n = i64::try_from(n).unwrap_or(i64::MAX);
            Flash::success(visit.words.with("desk-submissions-decided", &[("count", n.into())])).leave(&visit).await?;
            Ok(Redirect::to(&SubmissionSearch::place(&congress.slug)).into_response())
        }
        Err(error @ ProgrammeError::Stale(_)) => {
            let outcomes = decide::preview(state.store.read(), congress.id, &codes, to).await?;
            let notice = visit.words.t(error.message());
            let page = page::batch(&visit, sent.get("deed"), &outcomes, Some(&notice));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn ask_announcement(State(state): State<web::State>, visit: Visit) -> Answer {
    let rows = announce::pending(state.store.read(), visit.congress()?.id).await?;
    Ok(page::announcement(&visit, &rows, None).into_response())
}

pub async fn announce(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let done = announce::announce(&state.store, &visit.actor, congress.id, &Seen::read(&sent)).await;
    let announced = match done {
        Ok(announced) => announced,
        Err(error @ ProgrammeError::Stale(_)) => {
            let rows = announce::pending(state.store.read(), congress.id).await?;
            let notice = visit.words.t(error.message());
            return Ok((StatusCode::CONFLICT, page::announcement(&visit, &rows, Some(&notice))).into_response());
        }
        Err(error) => return Err(error.into()),
    };
    let n = |n: usize| locale::Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    let args = [("count", n(announced.told)), ("held", n(announced.held_back))];
    let key = if announced.held_back > 0 { "desk-announced-held" } else { "desk-announced" };
    Flash::success(visit.words.with(key, &args)).leave(&visit).await?;
    Ok(Redirect::to(&SubmissionSearch::place(&congress.slug)).into_response())
}

async fn new_form(state: &web::State, visit: &Visit, fields: &Fields, faults: &Faults, status: StatusCode) -> Answer {
    let scene = Scene::of(visit)?;
    let conn = state.store.read();
    let (all, topics) = (calls(conn, scene.congress.id).await?, topics(conn, scene.congress.id).await?);
    let wanted = fields.get("call");
    let call = all.iter().find(|call| call.row.slug == wanted);
    let call = if wanted.is_empty() && all.len() == 1 { all.first() } else { call };
    let fields = call.map_or_else(|| fields.clone(), |call| fields.clone().with("call", &call.row.slug));
    Ok((status, page::new(visit, scene, &all, call, &topics, (&fields, faults))).into_response())
}

pub async fn ask_new(State(state): State<web::State>, visit: Visit, RawQuery(asked): RawQuery) -> Answer {
    let asked = Fields::parse(asked.unwrap_or_default().as_bytes());
    let fields = Fields::new()
        .with(once::NAME, state.store.chance().opaque_id().to_string())
        .with("call", asked.get("call"))
        .with("mail-language", visit.language.tag())
        .with("tell", "on");
    new_form(&state, &visit, &fields, &Faults::new(), StatusCode::OK).await
}

/// Hands in for somebody; the same form twice is one.
pub async fn hand_in(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let (all, topics) = (calls(conn, congress.id).await?, topics(conn, congress.id).await?);
    let call = all.iter().find(|call| call.row.slug == sent.get("call")).ok_or_else(unread)?;
    let mut faults = Faults::new();
    if contact::check(sent.get("email")).is_err() {
        faults.add("email", "call-fault-email");
    }
    if faults.is_empty() {
        let new = ForSomebody {
            id: once::id(&sent, congress.id, state.store.chance()),
            email: sent.get("email").to_owned(),
            language: language(&Fields::new().with("language", sent.get("mail-language"))),
            typed: typed::typed(&sent, call, &topics),
            tell: sent.has("tell"),
        };
        match hand_in_for(&state.store, &visit.actor, &call.row, new).await {
            Ok(row) => {
                Flash::success(visit.words.t("call-handed-in")).leave(&visit).await?;
                return Ok(Redirect::to(&at::DeskSubmission::new(&congress.slug, row.code).path()).into_response());
            }
            Err(ProgrammeError::Faulty(wrong)) => faults = typed::faults_of(&wrong, call, visit.words),
            Err(error) => return Err(error.into()),
        }
    }
    let faults = typed::named(faults, visit.words);
    new_form(&state, &visit, &sent, &faults, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The picture of who takes part.
pub async fn picture(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskSubmissionPicture>,
) -> Answer {
    let loaded = load(&state, &visit, &at.code).await?;
    let conn = state.store.read();
    let parts = programme::query::submission::parts(conn, &[loaded.row().id]).await?;
    let part = parts.into_values().flatten().find(|part| part.part.position.to_string() == at.position);
    let part = part.filter(|part| part.part.confirmed_at.is_some()).ok_or_else(Fault::not_found)?;
    let found = pictures::of(conn, part.speaker.id).await?.ok_or_else(Fault::not_found)?;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, no-store")], found.content).into_response())
}
