//! Which mails to many somebody gets.

use crate::page::{Scene, subscription as page};
use address::{Subscription as At, SubscriptionChoice};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use campaign::load::{Subscription, by_link};
use campaign::service::opt_out::{Wanted, choose, one_click, wanted};
use http::StatusCode;
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

async fn load(state: &web::State, visit: &Visit, link: (&str, &str, &str)) -> Result<Subscription, Fault> {
    let congress = visit.congress()?.id;
    Ok(by_link(state.store.read(), &state.link_key, congress, link, visit.language).await?)
}

pub(super) async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let loaded = load(&state, &visit, (&at.campaign, &at.mailbox, &at.secret)).await?;
    let scene = Scene::of(&visit)?;
    let now = wanted(state.store.read(), scene.congress.id, loaded.mailbox().id).await?;
    let path = SubscriptionChoice::new(&scene.congress.slug, &at.campaign, &at.mailbox, &at.secret).path();
    let main = page::main(scene, &loaded, now, &path);
    Ok(public_page(&visit, &scene.t("subscription-title"), main).into_response())
}

/// The button that mail programs show: without log-in, without a page, without a redirect (RFC 8058 §3.2). Whoever presses it
/// twice, or presses it on behalf of somebody who has, has ended it.
pub(super) async fn end(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let loaded = load(&state, &visit, (&at.campaign, &at.mailbox, &at.secret)).await?;
    one_click(&state.store, &loaded).await?;
    Ok((StatusCode::OK, visit.words.t("subscription-ended")).into_response())
}

pub(super) async fn change(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<SubscriptionChoice>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, (&at.campaign, &at.mailbox, &at.secret)).await?;
    let wants = |kind: &str| !sent.get(kind).is_empty();
    let none = wants("none");
    let want = Wanted { service: !none && wants("service"), news: !none && wants("news") };
    choose(&state.store, &loaded, want, &visit.words.t("subscription-news")).await?;
    Flash::success(visit.words.t("subscription-saved")).leave(&visit).await?;
    let back = At::new(&visit.congress()?.slug, &at.campaign, &at.mailbox, &at.secret);
    Ok(Redirect::to(&back.path()).into_response())
}
