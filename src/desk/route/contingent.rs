//! Places that are held for partners.

use crate::form::contingent as form;
use crate::page::contingent::{self as page, ContingentPage};
use address::desk::{Contingent as At, ContingentEnd, ContingentLink, NewContingent};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use http::StatusCode;
use registration::RegistrationError;
use registration::form::Billing;
use registration::load::contingent::{Contingent, contingent_secret, contingent_to_manage};
use registration::query::contingent::{ContingentView, all, partners, view};
use registration::service::contingent::{change, end, make, renew_link, seen};
use store::event::timeline;
use ticketing::entity::category::Kind;
use ticketing::query::{CategoryView, QuotaView};
use web::flash::Flash;
use web::form::{Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let all = all(state.store.read(), visit.congress()?.id).await?;
    Ok(page::list(&visit, &all).into_response())
}

pub async fn ask(State(state): State<web::State>, visit: Visit) -> Answer {
    let fields = Fields::new()
        .with(once::NAME, state.store.chance().opaque_id().to_string())
        .with("language", visit.language.tag());
    asked(&state, &visit, (&fields, &Faults::new()), StatusCode::OK).await
}

async fn asked(state: &web::State, visit: &Visit, (fields, faults): (&Fields, &Faults), status: StatusCode) -> Answer {
    let congress = visit.congress()?.id;
    let partners = partners(state.store.read(), congress).await?;
    let categories = ticketing::query::categories(state.store.read(), congress).await?;
    let offered = |view: &CategoryView| view.category.active && view.category.kind == Kind::Ticket;
    let categories = categories.into_iter().filter(offered);
    let categories: Vec<_> = categories.map(|view| (view.category.slug, view.category.name.0)).collect();
    Ok((status, page::new(visit, fields, faults, &partners, &categories)).into_response())
}

/// Holds the places, and leads to them; the same form once more leads to the same.
pub async fn take(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<NewContingent>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    let new = match form::new(&sent, visit.zone(), visit.words) {
        Ok(new) => new,
        Err(faults) => return asked(&state, &visit, (&sent, &faults), StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let id = once::id(&sent, congress, state.store.chance());
    match make(&state.store, &visit.actor, (congress, id), new).await {
        Ok(id) => {
            Flash::success(visit.words.t("desk-flash-contingent-made")).leave(&visit).await?;
            Ok(Redirect::to(&At::new(&at.congress, id).path()).into_response())
        }
        Err(error) => {
            let Some(faults) = refused(&state, &visit, &error).await? else { return Err(error.into()) };
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
            asked(&state, &visit, (&sent, &faults), status).await
        }
    }
}

/// What the rules refuse, beside the field that it is about; of a quota that has too few places, how many it has.
async fn refused(state: &web::State, visit: &Visit, error: &RegistrationError) -> Result<Option<Faults>, Fault> {
    let mut faults = Faults::new();
    let field = match error {
        RegistrationError::SoldOut { quota, name } => {
            let all = ticketing::query::categories(state.store.read(), visit.congress()?.id).await?;
            let full = all.iter().flat_map(|view| &view.quotas).find(|q| q.slug == *quota);
            let free = full.and_then(QuotaView::free).unwrap_or_default();
            faults.add_with("places", "desk-contingent-fault-free", &[("name", name.into()), ("count", free.into())]);
            return Ok(Some(form::named(faults, visit.words)));
        }
        RegistrationError::BillingMissing(missing) => {
            Billing::tell(missing, &mut faults);
            return Ok(Some(form::named(faults, visit.words)));
        }
        RegistrationError::ContingentUsed { .. } => "places",
        RegistrationError::ContingentPast | RegistrationError::ContingentLate => "until",
        RegistrationError::ContingentPriceFixed => "price",
        RegistrationError::NotOnSale { .. } | RegistrationError::UnknownCategory { .. } => "category",
        _ => return Ok(None),
    };
    faults.add_with(field, error.message(), &web::problem::args(&error.values()));
    Ok(Some(form::named(faults, visit.words)))
}

async fn load(state: &web::State, visit: &Visit, id: &str) -> Result<Contingent, Fault> {
    Ok(contingent_to_manage(state.store.read(), &visit.actor, visit.congress()?.id, id).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<At>) -> Answer {
    let view = view(state.store.read(), load(&state, &visit, &at.id).await?.row().clone()).await?;
    let fields = form::fields(&view, visit.zone(), visit.words);
    shown(&state, &visit, &view, (&fields, &Faults::new(), seen(&view.change())), StatusCode::OK).await
}

async fn shown(
    state: &web::State,
    visit: &Visit,
    view: &ContingentView,
    (fields, faults, seen): (&Fields, &Faults, Seen),
    status: StatusCode,
) -> Answer {
    let secret = contingent_secret(&state.link_key, &view.row);
    let path = address::Contingent::new(&visit.congress()?.slug, secret).path();
    let link = format!("{}{path}", state.public_url);
    let history = timeline(state.store.read(), &[view.row.id]).await?;
    let page = ContingentPage { view, link, fields, faults, seen, history: &history };
    Ok((status, page::show(visit, &page)).into_response())
}

/// Changes it. What somebody else changed meanwhile is shown before it is overwritten.
pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<At>, sent: Fields) -> Answer {
    let loaded = load(&state, &visit, &at.id).await?;
    let view = view(state.store.read(), loaded.row().clone()).await?;
    let seen = Seen::read(&sent);
    let faults = match form::change(&view, &sent, visit.zone(), visit.words) {
        Err(faults) => faults,
        Ok(new) => match change(&state.store, &loaded, &seen, new).await {
            Ok(()) => {
                Flash::success(visit.words.t("desk-flash-changed")).leave(&visit).await?;
                return Ok(Redirect::to(&at.path()).into_response());
            }
            Err(RegistrationError::Stale(_)) => {
                let mut faults = Faults::new();
                faults.add("places", "desk-contingent-stale");
                let seen = registration::service::contingent::seen(&view.change());
                return shown(&state, &visit, &view, (&sent, &faults, seen), StatusCode::CONFLICT).await;
            }
            Err(error) => match refused(&state, &visit, &error).await? {
                Some(faults) => faults,
                None => return Err(error.into()),
            },
        },
    };
    shown(&state, &visit, &view, (&sent, &faults, seen), StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Asks before it ends. One that has ended has nothing to ask.
pub async fn ask_end(State(state): State<web::State>, visit: Visit, Path(at): Path<ContingentEnd>) -> Answer {
    let view = view(state.store.read(), load(&state, &visit, &at.id).await?.row().clone()).await?;
    Ok(page::end(&visit, &view).into_response())
}

/// Gives back what nobody was named for. A second time changes nothing.
pub async fn close(State(state): State<web::State>, visit: Visit, Path(at): Path<ContingentEnd>) -> Answer {
    let loaded = load(&state, &visit, &at.id).await?;
    end(&state.store, &loaded).await?;
    Flash::success(visit.words.t("desk-flash-contingent-ended")).leave(&visit).await?;
    Ok(Redirect::to(&At::new(&at.congress, &at.id).path()).into_response())
}

/// Ends the partner's link; the new one goes to them by mail.
pub async fn renew(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<ContingentLink>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.id).await?;
    let generation = sent.get("generation").parse().unwrap_or_default();
    renew_link(&state.store, &loaded, generation).await?;
    Flash::success(visit.words.t("desk-flash-contingent-link")).leave(&visit).await?;
    Ok(Redirect::to(&At::new(&at.congress, &at.id).path()).into_response())
}
