//! The waiting list: joining it, and the page of who waits behind their link.

pub(super) mod held;

use super::{refusal, sentence};
use crate::form::waiting as typed;
use crate::page::waiting::{self as page, Confirm, Paths, Sheet};
use crate::page::{Scene, congress::opening};
use crate::query::offer::{Offer, offers};
use crate::query::waiting::{WaitingPage, open_terms, page as read};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::error::Told;
use congress::entity::waiting::Source;
use congress::rules::waiting::MOST;
use congress::service::waiting::terms::Terms;
use http::StatusCode;
use registration::RegistrationError;
use registration::load::waiting::{Waiting, waiting_by_link, waiting_secret};
use registration::service::waiting::{self as service, seen};
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::public_page;
use web::{Answer, Fault, Faults, Fields, Visit};

pub use held::accept;

/// What can be waited for, and on which terms. None: nobody can join now.
async fn waitable(state: &web::State, scene: Scene<'_>) -> Result<(Vec<Offer>, Option<Terms>), Fault> {
    let conn = state.store.read();
    let terms = open_terms(conn, scene.congress, scene.now).await?;
    let mut offers = offers(conn, scene.congress, scene.now).await?;
    if let Some(sentence) = opening(scene, &offers).filter(|_| offers.iter().all(|offer| offer.closed.is_some())) {
        tracing::debug!(sentence, "nothing is on sale");
        return Ok((vec![], None));
    }
    offers.retain(Offer::is_sold_out);
    Ok((offers, terms))
}

/// The empty form. `?category=` chooses the ticket.
pub async fn ask(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let (offers, terms) = waitable(&state, scene).await?;
    let Some(terms) = terms.filter(|_| !offers.is_empty()) else { return Ok(closed(&visit, scene, &offers)) };
    let query = visit.path.split_once('?').map_or("", |(_, query)| query);
    let wanted = Fields::parse(query.as_bytes()).get("category").to_owned();
    let chosen = offers.iter().find(|offer| offer.slug() == wanted).or_else(|| offers.first());
    let fields = Fields::new()
        .with(once::NAME, state.store.chance().opaque_id().to_string())
        .with("count", "1")
        .with("choice-1", chosen.map_or("", Offer::slug));
    let sheet = Sheet { fields: &fields, faults: &Faults::new(), notice: None, seen: None };
    Ok(form(&visit, StatusCode::OK, scene, &sheet, &offers, &terms))
}

fn closed(visit: &Visit, scene: Scene, offers: &[Offer]) -> Response {
    let key = if offers.is_empty() { "waiting-closed-free" } else { "waiting-closed" };
    public_page(visit, &scene.t("waiting-title"), page::closed(scene, &scene.t(key))).into_response()
}

fn form(visit: &Visit, status: StatusCode, scene: Scene, sheet: &Sheet, offers: &[Offer], terms: &Terms) -> Response {
    let main = page::ask(scene, sheet, offers, (terms.most, terms.hours));
    (status, public_page(visit, &scene.t("waiting-title"), main)).into_response()
}

/// Puts somebody on the list. The answer is the same whether they stood there already or not: they learn it by mail.
pub async fn join(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let scene = Scene::of(&visit)?;
    let (offers, terms) = waitable(&state, scene).await?;
    let Some(terms) = terms else { return Ok(closed(&visit, scene, &offers)) };
    let id = once::id(&sent, scene.congress.id, state.store.chance());
    let again = |faults: &Faults, notice: Option<String>, status: StatusCode| {
        let sheet = Sheet { fields: &sent, faults, notice, seen: None };
        Ok(form(&visit, status, scene, &sheet, &offers, &terms))
    };
    let wish = match typed::read(&sent, id, visit.language, Source::Web, (terms.most, visit.words)) {
        Ok(wish) => wish,
        Err(faults) => return again(&faults, None, StatusCode::UNPROCESSABLE_ENTITY),
    };
    if let Some(faults) = unoffered(&visit, &offers, &wish.choices) {
        return again(&faults, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match service::join(&state.store, &visit.actor, scene.congress.id, wish).await {
        Ok(_) => Ok(Redirect::to(&address::WaitingSent::new(&scene.congress.slug).path()).into_response()),
        Err(error) => {
            let (faults, status) = refused(&visit, &offers, error)?;
            again(&faults, None, status)
        }
    }
}

/// A choice that the form does not offer: sold out no more, or never shown to everybody.
fn unoffered(visit: &Visit, offers: &[Offer], choices: &[String]) -> Option<Faults> {
    let at = choices.iter().position(|slug| !offers.iter().any(|offer| offer.slug() == slug))?;
    let mut faults = Faults::new();
    faults.add(format!("choice-{}", at + 1), "waiting-fault-choice");
    Some(typed::named(faults, visit.words))
}

/// What the rules refuse, beside the field that it is about.
fn refused(visit: &Visit, offers: &[Offer], error: RegistrationError) -> Result<(Faults, StatusCode), Fault> {
    if error.status() >= 500 {
        return Err(error.into());
    }
    let field = match &error {
        RegistrationError::TooManyTogether { .. } | RegistrationError::TooMany { .. } => "count",
        RegistrationError::Congress(congress::CongressError::WaitingTwice) => "email",
        _ => "choice-1",
    };
    let mut args = web::problem::args(&error.values());
    for (_, value) in args.iter_mut().filter(|(name, _)| *name == "category") {
        if let locale::Arg::Text(slug) = value {
            let named = offers.iter().find(|offer| *offer.slug() == *slug);
            let name = named.map(|offer| offer.view.category.name.in_language(visit.language).to_owned());
            *value = name.unwrap_or_else(|| slug.to_string()).into();
        }
    }
    let mut faults = Faults::new();
    faults.add_with(field, error.message(), &args);
    Ok((typed::named(faults, visit.words), StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT)))
}

/// After joining.
pub async fn sent(visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    Ok(public_page(&visit, &scene.t("waiting-sent"), page::sent(scene)).into_response())
}

/// Who waits, by their link, or 404.
async fn load(state: &web::State, visit: &Visit, id: &str, secret: &str) -> Result<Waiting, Fault> {
    let congress = visit.congress()?.id;
    Ok(waiting_by_link(state.store.read(), &state.link_key, congress, id, secret).await?)
}

async fn whole(state: &web::State, scene: Scene<'_>, waiting: &Waiting) -> Result<WaitingPage, Fault> {
    Ok(read(state.store.read(), scene.congress, waiting, scene.now).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::Waiting>) -> Answer {
    let scene = Scene::of(&visit)?;
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let whole = whole(&state, scene, &waiting).await?;
    let here = Paths { slug: &at.congress, id: &at.id, secret: &at.secret };
    let main = page::show(scene, &whole, &here, &state.store.chance().opaque_id().to_string());
    Ok(public_page(&visit, &scene.t("waiting-title"), main).into_response())
}

/// Back to the page of who waits, with a notice.
async fn back(visit: &Visit, path: &str, notice: Flash) -> Answer {
    notice.leave(visit).await?;
    Ok(Redirect::to(path).into_response())
}

pub async fn send_mail(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingMail>,
    sent: Fields,
) -> Answer {
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let request = sent.get("request").parse().unwrap_or_else(|_| state.store.chance().opaque_id());
    let notice = match service::ask_again(&state.store, &waiting, request).await {
        Ok(()) => Flash::success(visit.words.t("waiting-mail-sent")),
        Err(error) => refusal(visit.words, error)?,
    };
    back(&visit, &address::Waiting::new(&at.congress, &at.id, &at.secret).path(), notice).await
}

pub async fn ask_leave(State(state): State<web::State>, visit: Visit, Path(at): Path<address::WaitingLeave>) -> Answer {
    let scene = Scene::of(&visit)?;
    load(&state, &visit, &at.id, &at.secret).await?;
    let (title, lead, submit) =
        (scene.t("waiting-leave"), scene.t("waiting-leave-lead"), scene.t("waiting-leave-submit"));
    let about = Confirm { title: &title, lead: &lead, submit: &submit, hidden: None };
    let page = address::Waiting::new(&at.congress, &at.id, &at.secret).path();
    Ok(public_page(&visit, &title, page::confirm(scene, &at.path(), &page, &about)).into_response())
}

/// Leaves the list. A second time changes nothing.
pub async fn leave(State(state): State<web::State>, visit: Visit, Path(at): Path<address::WaitingLeave>) -> Answer {
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let notice = match service::leave(&state.store, &waiting).await {
        Ok(()) => Flash::success(visit.words.t("waiting-left")),
        Err(error) => refusal(visit.words, error)?,
    };
    back(&visit, &address::Waiting::new(&at.congress, &at.id, &at.secret).path(), notice).await
}

pub async fn ask_refusal(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingRefusal>,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let whole = whole(&state, scene, &waiting).await?;
    let page = address::Waiting::new(&at.congress, &at.id, &at.secret).path();
    let Some(offer) = whole.offer(scene.now) else { return Ok(Redirect::to(&page).into_response()) };
    let lead = scene.t(if offer.offer.partial { "waiting-refuse-lead-partial" } else { "waiting-refuse-lead" });
    let (title, submit) = (scene.t("waiting-refuse"), scene.t("waiting-refuse-submit"));
    let hidden = Some(("offer", offer.offer.id.to_string()));
    let about = Confirm { title: &title, lead: &lead, submit: &submit, hidden };
    Ok(public_page(&visit, &title, page::confirm(scene, &at.path(), &page, &about)).into_response())
}

/// Says no to the offer that the form names: never to one that came later.
pub async fn refuse(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingRefusal>,
    sent: Fields,
) -> Answer {
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let offer = sent.get("offer").parse().map_err(|_| Fault::not_found())?;
    let notice = match service::decline(&state.store, &waiting, offer).await {
        Ok(()) => Flash::success(visit.words.t("waiting-refused")),
        Err(error) => refusal(visit.words, error)?,
    };
    back(&visit, &address::Waiting::new(&at.congress, &at.id, &at.secret).path(), notice).await
}

pub async fn come_back(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingReturn>,
) -> Answer {
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let notice = match service::come_back(&state.store, &waiting).await {
        Ok(()) => Flash::success(visit.words.t("waiting-returned")),
        Err(error) => refusal(visit.words, error)?,
    };
    back(&visit, &address::Waiting::new(&at.congress, &at.id, &at.secret).path(), notice).await
}

/// What can be waited for by who waits already: what is sold out, and what they wait for anyway.
async fn changeable(state: &web::State, scene: Scene<'_>, whole: &WaitingPage) -> Result<Vec<Offer>, Fault> {
    let mut all = offers(state.store.read(), scene.congress, scene.now).await?;
    let is_theirs = |offer: &Offer| whole.view.choices.iter().any(|c| c.slug == offer.slug());
    all.retain(|offer| offer.is_sold_out() || is_theirs(offer));
    Ok(all)
}

pub async fn ask_change(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingChange>,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let whole = whole(&state, scene, &waiting).await?;
    let here = Paths { slug: &at.congress, id: &at.id, secret: &at.secret };
    if !whole.is_active() {
        return Ok(Redirect::to(&here.page()).into_response());
    }
    let choices: Vec<_> = whole.view.choices.iter().map(|category| category.id).collect();
    let seen = Some(seen(&whole.view.row, &choices));
    let fields = typed::fields(&whole.view);
    let sheet = Sheet { fields: &fields, faults: &Faults::new(), notice: None, seen };
    let offers = changeable(&state, scene, &whole).await?;
    let most = most(&whole);
    Ok(public_page(&visit, &scene.t("waiting-change"), page::change(scene, &sheet, &offers, most, &here))
        .into_response())
}

fn most(whole: &WaitingPage) -> i32 {
    whole.open.map_or(MOST, |terms| terms.most).max(whole.view.row.n)
}

pub async fn change(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingChange>,
    sent: Fields,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let waiting = load(&state, &visit, &at.id, &at.secret).await?;
    let whole = whole(&state, scene, &waiting).await?;
    let here = Paths { slug: &at.congress, id: &at.id, secret: &at.secret };
    let offers = changeable(&state, scene, &whole).await?;
    let again = |faults: &Faults, notice: Option<String>, seen: Seen, status: StatusCode| {
        let sheet = Sheet { fields: &sent, faults, notice, seen: Some(seen) };
        let main = page::change(scene, &sheet, &offers, most(&whole), &here);
        Ok((status, public_page(&visit, &scene.t("waiting-change"), main)).into_response())
    };
    let shown = Seen::read(&sent);
    let wish = match typed::read(&sent, waiting.row().id, waiting.language(), Source::Web, (most(&whole), visit.words))
    {
        Ok(wish) => wish,
        Err(faults) => return again(&faults, None, shown, StatusCode::UNPROCESSABLE_ENTITY),
    };
    if let Some(faults) = unoffered(&visit, &offers, &wish.choices) {
        return again(&faults, None, shown, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match service::change(&state.store, &waiting, &shown, wish).await {
        Ok((row, kept)) => {
            let word = if kept { "waiting-changed" } else { "waiting-changed-end" };
            // Another address has another link, which goes there: whoever has typed it is not sent along.
            let page = if row.link_generation == waiting.row().link_generation {
                address::Waiting::new(&at.congress, &at.id, waiting_secret(&state.link_key, &row)).path()
            } else {
                address::WaitingSent::new(&at.congress).path()
            };
            back(&visit, &page, Flash::success(visit.words.t(word))).await
        }
        Err(error @ RegistrationError::Stale(_)) => {
            let now: Vec<_> = whole.view.choices.iter().map(|category| category.id).collect();
            let seen = seen(&whole.view.row, &now);
            again(&Faults::new(), Some(sentence(visit.words, &error)), seen, StatusCode::CONFLICT)
        }
        Err(RegistrationError::Congress(congress::CongressError::WaitingOver)) => {
            Ok(Redirect::to(&here.page()).into_response())
        }
        Err(error) => {
            let (faults, status) = refused(&visit, &offers, error)?;
            again(&faults, None, shown, status)
        }
    }
}
