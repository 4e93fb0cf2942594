//! Answering an invitation.

use super::refusal_of;
use crate::page::{Scene, invitation as page};
use address::calendar::{Invitation as At, InvitationAnswer};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use calendar::entity::invitation::Participation;
use calendar::load::{Invitation, invitation_by_link};
use calendar::service::answer::answer;
use programme::query::public::plan;
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

async fn load(state: &web::State, visit: &Visit, link: (&str, &str)) -> Result<Invitation, Fault> {
    let congress = visit.congress()?.id;
    Ok(invitation_by_link(state.store.read(), &state.link_key, congress, link, visit.language).await?)
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let loaded = load(&state, &visit, (&at.id, &at.secret)).await?;
    let scene = Scene::of(&visit)?;
    let row = loaded.row();
    let plan = plan(state.store.read(), row.congress_id).await?;
    let session = plan.as_ref().and_then(|plan| plan.sessions.iter().find(|session| session.id == row.session_id));
    let session = session.map(|one| address::programme::Session::new(&scene.congress.slug, &one.code).path());
    let path = InvitationAnswer::new(&scene.congress.slug, &at.id, &at.secret).path();
    let main = page::main(scene, row, session.as_deref(), &path);
    Ok(public_page(&visit, &scene.t("invitation-title"), main).into_response())
}

pub(super) async fn reply(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<InvitationAnswer>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, (&at.id, &at.secret)).await?;
    let said = Participation::answer(sent.get("answer")).ok_or_else(Fault::not_found)?;
    let notice = match answer(&state.store, &loaded, said).await {
        Ok(()) => Flash::success(visit.words.t("invitation-answered")),
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&At::new(&visit.congress()?.slug, &at.id, &at.secret).path()).into_response())
}
