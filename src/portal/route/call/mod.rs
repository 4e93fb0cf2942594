//! Calls for contributions: reading them, and asking for the link by which one hands in.

mod own;
mod speaking;

use crate::form::call as typed;
use crate::page::Scene;
use crate::page::call::{self as page, Sheet};
use address::call as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::contact;
use base::error::Told;
use http::StatusCode;
use programme::load::{call_of, late_link};
use programme::query::call::{CallView, calls, view};
use programme::rules::call::Standing;
use programme::service::submission::picture::MAX_BODY;
use programme::service::submission::{Begin, begin, is_open};
use web::form::once;
use web::layout::public_page;
use web::{Access, Answer, Fault, Faults, Fields, Limit, Routes, Visit};

/// What is mounted of it.
pub fn routes() -> Routes {
    use Access::{Link, Public};
    let (mails, pictures) = (Limit::every(10), Limit::every(10));
    Routes::new()
        .get(at::Calls::ROUTE, Public, list)
        .get(at::Call::ROUTE, Public, show)
        .post(at::Call::ROUTE, Public, ask)
        .limited(mails.by_field("email"))
        .get(at::LateCall::ROUTE, Link, show_late)
        .post(at::LateCall::ROUTE, Link, ask_late)
        .limited(mails.by_field("email"))
        .get(at::CallSent::ROUTE, Public, sent)
        .get(at::Submission::ROUTE, Link, own::show)
        .post(at::Submission::ROUTE, Link, own::save)
        .post(at::SubmissionWithdrawal::ROUTE, Link, own::take_back)
        .post(at::SubmissionSpeakers::ROUTE, Link, own::invite)
        .limited(mails.by_variable("code"))
        .post(at::SubmissionSpeakerRemoval::ROUTE, Link, own::remove)
        .get(at::Speaking::ROUTE, Link, speaking::show)
        .post(at::SpeakingProfile::ROUTE, Link, speaking::change_profile)
        .post(at::SpeakingTimes::ROUTE, Link, speaking::set_times)
        .get(at::SpeakingPicture::ROUTE, Link, speaking::picture)
        .post(at::SpeakingPicture::ROUTE, Link, speaking::hand_in_picture)
        .taking(MAX_BODY)
        .limited(pictures.by_variable("id"))
        .post(at::SpeakingPictureRemoval::ROUTE, Link, speaking::remove_picture)
        .post(at::SpeakingPart::ROUTE, Link, speaking::join)
        .post(at::SpeakingConfirmation::ROUTE, Link, speaking::confirm)
        .post(at::SpeakingRefusal::ROUTE, Link, speaking::decline)
}

async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let mut all = calls(state.store.read(), scene.congress.id).await?;
    all.retain(|call| call.row.published);
    // What one can still do something for comes first.
    all.sort_by_key(|call| matches!(call.standing(scene.now), Standing::Closed));
    Ok(public_page(&visit, &scene.t("call-calls"), page::list(scene, &all)).into_response())
}

async fn load(state: &web::State, visit: &Visit, slug: &str) -> Result<CallView, Fault> {
    let conn = state.store.read();
    let row = call_of(conn, visit.congress()?.id, slug).await?;
    view(conn, row).await?.ok_or_else(Fault::not_found)
}

/// The page of a call. `late`: where asking goes by a late link, if it can be used.
fn whole(
    visit: &Visit,
    call: &CallView,
    action: Option<String>,
    (fields, faults, late): (&Fields, &Faults, bool),
) -> Answer {
    let scene = Scene::of(visit)?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let sheet = Sheet { fields, faults, action, preview: false, late };
    let title = call.row.title.in_language(visit.language);
    Ok((status, public_page(visit, title, page::call(scene, call, &sheet))).into_response())
}

async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Call>) -> Answer {
    let call = load(&state, &visit, &at.call).await?;
    let action = (call.standing(visit.now) == Standing::Open).then(|| at.path());
    let fields = Fields::new().with(once::NAME, state.store.chance().opaque_id().to_string());
    whole(&visit, &call, action, (&fields, &Faults::new(), false))
}

/// Where asking by a late link goes: nowhere if the link has ended or is used up.
async fn late(state: &web::State, visit: &Visit, at: &at::LateCall) -> Result<(CallView, Option<base::Uuid>), Fault> {
    let call = load(state, visit, &at.call).await?;
    let conn = state.store.read();
    let (link, _) = late_link(conn, &state.link_key, &call.row, &at.secret).await?;
    let open = is_open(conn, &call.row, Some(link.id), false, visit.now).await?;
    Ok((call, open.then_some(link.id)))
}

async fn show_late(State(state): State<web::State>, visit: Visit, Path(at): Path<at::LateCall>) -> Answer {
    let (call, link) = late(&state, &visit, &at).await?;
    let fields = Fields::new().with(once::NAME, state.store.chance().opaque_id().to_string());
    let is_late = link.is_some() && call.standing(visit.now) != Standing::Open;
    whole(&visit, &call, link.map(|_| at.path()), (&fields, &Faults::new(), is_late))
}

async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Call>, sent: Fields) -> Answer {
    let call = load(&state, &visit, &at.call).await?;
    let action = (call.standing(visit.now) == Standing::Open).then(|| at.path());
    send(&state, &visit, &call, (action, None), &sent).await
}

async fn ask_late(State(state): State<web::State>, visit: Visit, Path(at): Path<at::LateCall>, sent: Fields) -> Answer {
    let (call, link) = late(&state, &visit, &at).await?;
    send(&state, &visit, &call, (link.map(|_| at.path()), link), &sent).await
}

/// Sends the link. The answer is the same whatever is known of the address.
async fn send(
    state: &web::State,
    visit: &Visit,
    call: &CallView,
    (action, link): (Option<String>, Option<base::Uuid>),
    sent: &Fields,
) -> Answer {
    if action.is_none() {
        return whole(visit, call, None, (sent, &Faults::new(), false));
    }
    let email = sent.get("email").to_owned();
    if contact::check(&email).is_err() {
        let mut faults = Faults::new();
        faults.add("email", "call-fault-email");
        let faults = typed::named(faults, visit.words);
        return whole(visit, call, action, (sent, &faults, link.is_some()));
    }
    let id = once::id(sent, call.row.id, state.store.chance());
    let wish = Begin { id, email, language: visit.language, link };
    match begin(&state.store, &visit.actor, &call.row, wish).await {
        Ok(()) => {
            let slug = &visit.congress()?.slug;
            Ok(Redirect::to(&at::CallSent::new(slug, &call.row.slug).path()).into_response())
        }
        // It closed a moment ago.
        Err(error) if error.status() == 409 => whole(visit, call, None, (sent, &Faults::new(), false)),
        Err(error) => Err(error.into()),
    }
}

async fn sent(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CallSent>) -> Answer {
    let scene = Scene::of(&visit)?;
    let call = load(&state, &visit, &at.call).await?;
    Ok(public_page(&visit, &scene.t("call-sent"), page::sent(scene, &call)).into_response())
}
