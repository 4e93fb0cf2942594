//! The programme behind a personal link: what is marked there, and what is marked on the device, made one.

use super::Known;
use super::mark::{done, keep};
use crate::page::Scene;
use crate::page::programme::{self as pages, Sheet};
use crate::query::programme::Filter;
use crate::route::{my, order};
use crate::stars::Stars;
use address::programme::{MyProgramme, MyStars, OrderProgramme, OrderStars};
use axum::response::{IntoResponse, Redirect};
use http::HeaderMap;
use programme::entity::star::HolderKind;
use programme::query::public::Plan;
use programme::query::star::{Holder, of_holder};
use programme::service::star;
use web::flash::Flash;
use web::layout::public_page_with;
use web::{Answer, Fault, Fields, Visit};

/// Whose programme it is, and where it stands.
struct Own {
    holder: Holder,
    here: String,
    mark: String,
    back: String,
    back_word: String,
}

/// The ticket's, by its own link.
async fn by_my(state: &web::State, visit: &Visit, congress: &str, secret: &str) -> Result<Own, Fault> {
    let loaded = my::load(state, visit, secret).await?;
    let row = loaded.row();
    let (kind, generation) = (HolderKind::Attendee, row.link_generation);
    Ok(Own {
        holder: Holder { congress: row.congress_id, kind, id: row.id, generation },
        here: MyProgramme::new(congress, secret).path(),
        mark: MyStars::new(congress, secret).path(),
        back: address::My::new(congress, secret).path(),
        back_word: visit.words.t("portal-my"),
    })
}

/// The buyer's, by the order's link.
async fn by_order(state: &web::State, visit: &Visit, at: (&str, &str, &str)) -> Result<Own, Fault> {
    let (congress, code, secret) = at;
    let loaded = order::load(state, visit, code, secret).await?;
    let row = loaded.row();
    let (kind, generation) = (HolderKind::Order, row.link_generation);
    Ok(Own {
        holder: Holder { congress: row.congress_id, kind, id: row.id, generation },
        here: OrderProgramme::new(congress, code, secret).path(),
        mark: OrderStars::new(congress, code, secret).path(),
        back: address::Order::new(congress, code, secret).path(),
        back_word: format!("{} {}", visit.words.t("portal-order"), row.code),
    })
}

/// As codes, those that the newest release has.
async fn marked(state: &web::State, plan: &Plan, own: &Own) -> Result<Stars, Fault> {
    let ids = of_holder(state.store.read(), &own.holder).await?;
    let mut marked = Stars::default();
    for session in ids.iter().filter_map(|id| plan.sessions.iter().find(|session| session.id == *id)) {
        marked.add(&session.code);
    }
    Ok(marked)
}

async fn show(plans: Known, state: web::State, visit: Visit, own: Own, headers: HeaderMap) -> Answer {
    let scene = Scene::of(&visit)?;
    let plan = plans.get(&state, scene.congress).await?;
    let (stars, filter) = (marked(&state, &plan, &own).await?, Filter::default());
    let sheet = Sheet::new(scene, &plan, &filter, &stars, &own.here).marking(own.mark);
    let place = (own.here.as_str(), own.back.as_str(), own.back_word.as_str());
    let main = pages::mine::linked(&sheet, &Stars::read(&headers), place);
    Ok(public_page_with(&visit, &scene.t("timetable-mine"), pages::head(&sheet), main).into_response())
}

/// Both have what either had. Twice changes nothing more.
async fn merge(plans: Known, state: web::State, visit: Visit, own: Own, headers: HeaderMap) -> Answer {
    let plan = plans.get(&state, visit.congress()?).await?;
    let device = Stars::read(&headers);
    let sessions = device.codes().filter_map(|code| plan.session(code)).filter_map(|at| plan.sessions.get(at));
    let ids: Vec<_> = sessions.map(|session| session.id).collect();
    star::add(&state.store, &own.holder, &ids).await?;
    let mut both = device;
    for code in marked(&state, &plan, &own).await?.codes() {
        both.add(code);
    }
    Flash::success(visit.words.t("timetable-merged")).leave(&visit).await?;
    let mut answer = Redirect::to(&own.here).into_response();
    keep(&mut answer, &both, &visit.congress()?.slug, state.secure_cookies)?;
    Ok(answer)
}

async fn mark(plans: Known, state: web::State, visit: Visit, own: Own, headers: HeaderMap, sent: Fields) -> Answer {
    let plan = plans.get(&state, visit.congress()?).await?;
    let of = |name: &str| plan.session(sent.get(name)).and_then(|at| plan.sessions.get(at)).map(|session| session.id);
    match (of("star"), of("unstar")) {
        (Some(session), _) => star::add(&state.store, &own.holder, &[session]).await?,
        (None, Some(session)) => star::remove(&state.store, &own.holder, session).await?,
        (None, None) => {}
    }
    Ok(done(&headers, &own.here))
}

pub(super) async fn show_my(p: Known, s: web::State, visit: Visit, at: MyProgramme, headers: HeaderMap) -> Answer {
    let own = by_my(&s, &visit, &at.congress, &at.secret).await?;
    show(p, s, visit, own, headers).await
}

pub(super) async fn merge_my(p: Known, s: web::State, visit: Visit, at: MyProgramme, headers: HeaderMap) -> Answer {
    let own = by_my(&s, &visit, &at.congress, &at.secret).await?;
    merge(p, s, visit, own, headers).await
}

pub(super) async fn mark_my(
    p: Known,
    s: web::State,
    visit: Visit,
    at: MyStars,
    headers: HeaderMap,
    sent: Fields,
) -> Answer {
    let own = by_my(&s, &visit, &at.congress, &at.secret).await?;
    mark(p, s, visit, own, headers, sent).await
}

pub(super) async fn show_order(
    p: Known,
    s: web::State,
    visit: Visit,
    at: OrderProgramme,
    headers: HeaderMap,
) -> Answer {
    let own = by_order(&s, &visit, (&at.congress, &at.code, &at.secret)).await?;
    show(p, s, visit, own, headers).await
}

pub(super) async fn merge_order(
    p: Known,
    s: web::State,
    visit: Visit,
    at: OrderProgramme,
    headers: HeaderMap,
) -> Answer {
    let own = by_order(&s, &visit, (&at.congress, &at.code, &at.secret)).await?;
    merge(p, s, visit, own, headers).await
}

pub(super) async fn mark_order(
    p: Known,
    s: web::State,
    visit: Visit,
    at: OrderStars,
    headers: HeaderMap,
    sent: Fields,
) -> Answer {
    let own = by_order(&s, &visit, (&at.congress, &at.code, &at.secret)).await?;
    mark(p, s, visit, own, headers, sent).await
}
