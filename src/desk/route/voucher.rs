//! Vouchers: found, looked at, made, changed, ended.

use crate::form::list::Asked;
use crate::form::voucher::{self as form, FIELDS, VoucherSearch, beside};
use crate::page::voucher::{self as page, Kind, Shown};
use crate::query;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use ticketing::TicketingError;
use ticketing::query::voucher::{VoucherView, by_id};
use ticketing::service::voucher::{self, Offer, Voucher};
use web::flash::Flash;
use web::form::{Conflict, Seen, once};
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let search = VoucherSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = query::voucher::list(state.store.read(), congress, search, visit.now).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    Ok(page::list(&visit, &list).into_response())
}

/// One of this congress; what is none is the same 404 as somebody else's.
async fn load(state: &web::State, visit: &Visit, id: &str) -> Result<VoucherView, Fault> {
    let id: Uuid = id.parse().map_err(|_| Fault::not_found())?;
    by_id(state.store.read(), visit.congress()?.id, id).await?.ok_or_else(Fault::not_found)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::Voucher>) -> Answer {
    let view = load(&state, &visit, &at.id).await?;
    let detail = query::voucher::detail(state.store.read(), view).await?;
    let share = state.absolute(&address::with_query(
        &address::Register::new(&at.congress).path(),
        &[("voucher", &detail.view.code.code)],
    ));
    Ok(page::show(&visit, &detail, &share).into_response())
}

/// The form, empty for a new one.
pub async fn ask(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::VoucherDetails>,
) -> Answer {
    let offer = Offer::load(state.store.read(), visit.congress()?.id).await?;
    let (kind, now) = if at.id == "new" {
        (Kind::New, Voucher::default())
    } else {
        let view = load(&state, &visit, &at.id).await?;
        (Kind::Old(view.id()), Voucher::of(&view, &offer))
    };
    let fields = form::fields(&now, visit.words, visit.zone());
    let fields = fields.with(once::NAME, state.store.chance().opaque_id().to_string());
    let shown = Shown { kind, fields: &fields, faults: &Faults::new(), seen: Some(&Seen::of(&now)), conflict: None };
    Ok(page::edit(&visit, &offer, &shown).into_response())
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::VoucherDetails>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?.id;
    let kind = if at.id == "new" { Kind::New } else { Kind::Old(load(&state, &visit, &at.id).await?.id()) };
    let new = match form::read(&fields, visit.words, visit.zone()) {
        Ok(new) => new,
        Err(faults) => return again(&state, &visit, kind, &fields, faults).await,
    };
    let (id, saved) = match kind {
        Kind::Old(id) => {
            let saved = voucher::change(&state.store, &visit.actor, (congress, id), new, &Seen::read(&fields)).await;
            (id, saved)
        }
        Kind::New | Kind::Batch => {
            let id = once::id(&fields, congress, state.store.chance());
            (id, voucher::create(&state.store, &visit.actor, (congress, id), new).await)
        }
    };
    match saved {
        Ok(()) => {
            Flash::success(visit.words.t("desk-flash-voucher-saved")).leave(&visit).await?;
            Ok(Redirect::to(&address::desk::Voucher::new(&at.congress, id.to_string()).path()).into_response())
        }
        Err(TicketingError::Stale(_)) => overtaken(&state, &visit, id, &fields).await,
        Err(error) => refused(&state, &visit, kind, &fields, error).await,
    }
}

/// The form with what was typed, and what is wrong.
async fn again(state: &web::State, visit: &Visit, kind: Kind, fields: &Fields, mut faults: Faults) -> Answer {
    let offer = Offer::load(state.store.read(), visit.congress()?.id).await?;
    faults.name_all(&FIELDS.map(|(name, key)| (name.to_owned(), visit.words.t(key))));
    let seen = Seen::read(fields);
    let shown = Shown { kind, fields, faults: &faults, seen: Some(&seen), conflict: None };
    let page: Response = page::edit(visit, &offer, &shown).into_response();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn refused(state: &web::State, visit: &Visit, kind: Kind, fields: &Fields, error: TicketingError) -> Answer {
    if matches!(error.status(), 404 | 500..) {
        return Err(error.into());
    }
    let mut faults = Faults::new();
    let field = match (kind, beside(&error)) {
        (Kind::Batch, "code") => "prefix",
        (_, field) => field,
    };
    faults.add_with(field, error.message(), &web::problem::args(&error.values()));
    again(state, visit, kind, fields, faults).await
}

/// Somebody else saved meanwhile: both versions.
async fn overtaken(state: &web::State, visit: &Visit, id: Uuid, fields: &Fields) -> Answer {
    let conn = state.store.read();
    let view = load(state, visit, &id.to_string()).await?;
    let offer = Offer::load(conn, view.code.congress_id).await?;
    let (now, (words, zone)) = (Voucher::of(&view, &offer), (visit.words, visit.zone()));
    let typed = form::read(fields, words, zone).map_or_else(|_| fields.clone(), |new| form::fields(&new, words, zone));
    let newest = store::event::newest(conn, id, &[]).await?;
    let names: Vec<(&str, String)> = FIELDS.map(|(name, key)| (name, words.t(key))).into();
    let conflict = Conflict::new(newest.as_ref(), &names, &form::fields(&now, words, zone), &typed);
    let (faults, seen) = (Faults::new(), Seen::of(&now));
    let shown = Shown { kind: Kind::Old(id), fields, faults: &faults, seen: Some(&seen), conflict: Some(&conflict) };
    Ok((StatusCode::CONFLICT, page::edit(visit, &offer, &shown)).into_response())
}

/// Drawing several, alike but for the code.
pub async fn ask_batch(State(state): State<web::State>, visit: Visit) -> Answer {
    let offer = Offer::load(state.store.read(), visit.congress()?.id).await?;
    let fields = form::fields(&Voucher::default(), visit.words, visit.zone())
        .with("count", "20")
        .with(once::NAME, state.store.chance().opaque_id().to_string());
    let shown = Shown { kind: Kind::Batch, fields: &fields, faults: &Faults::new(), seen: None, conflict: None };
    Ok(page::edit(&visit, &offer, &shown).into_response())
}

pub async fn draw(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let congress = visit.congress()?;
    let new = match form::read(&fields, visit.words, visit.zone()) {
        Ok(new) => new,
        Err(faults) => return again(&state, &visit, Kind::Batch, &fields, faults).await,
    };
    let n = fields.get("count").trim().parse().unwrap_or(0);
    let key = once::id(&fields, congress.id, state.store.chance());
    let search = VoucherSearch::of_tag(&new.tag);
    match voucher::draw(&state.store, &visit.actor, (congress.id, key), (n, fields.get("prefix")), new).await {
        Ok(drawn) => {
            let told = match drawn {
                0 => visit.words.t("desk-flash-vouchers-drawn-before"),
                n => visit.words.with("desk-flash-vouchers-drawn", &[("count", n.into())]),
            };
            Flash::success(told).leave(&visit).await?;
            Ok(Redirect::to(&search.path(&congress.slug)).into_response())
        }
        Err(error) => refused(&state, &visit, Kind::Batch, &fields, error).await,
    }
}

pub async fn end(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::VoucherClosure>,
) -> Answer {
    let view = load(&state, &visit, &at.id).await?;
    voucher::end(&state.store, &visit.actor, view.code.congress_id, view.id()).await?;
    Flash::success(visit.words.with("desk-flash-voucher-ended", &[("code", view.code.code.into())]))
        .leave(&visit)
        .await?;
    Ok(Redirect::to(&address::desk::Voucher::new(&at.congress, &at.id).path()).into_response())
}

/// Of a double click the second finds nothing to delete, and is told the same.
pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::VoucherRemoval>,
) -> Answer {
    let id: Uuid = at.id.parse().map_err(|_| Fault::not_found())?;
    match voucher::remove(&state.store, &visit.actor, visit.congress()?.id, id).await {
        Ok(()) => {
            Flash::success(visit.words.t("desk-flash-voucher-removed")).leave(&visit).await?;
            Ok(Redirect::to(&address::desk::Vouchers::new(&at.congress).path()).into_response())
        }
        Err(error) if error.status() == 409 => {
            Flash::warning(visit.words.t(error.message())).leave(&visit).await?;
            Ok(Redirect::to(&address::desk::Voucher::new(&at.congress, &at.id).path()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
