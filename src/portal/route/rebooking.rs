//! Another ticket instead, and taking one again that was given back: by the order's link or the attendee's own.

use crate::page::{self, Scene};
use crate::query::rebooking::choices;
use crate::route::attendee::{self, Way, able};
use crate::route::{my, refusal, refusal_about};
use address::{MyCategory, MyRestoration, OrderAttendeeCategory, OrderAttendeeRestoration};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use payment::service::rebooking::rebook_at;
use payment::service::restoration::restore_one;
use registration::RegistrationError;
use registration::entity::attendee::State as Ticket;
use registration::load::Attendee;
use registration::service::rebooking::{pays, seen};
use ticketing::entity::category::Visibility;
use ticketing::query::CategoryView;
use web::flash::Flash;
use web::form::Seen;
use web::layout::public_page;
use web::{Answer, Fields, Visit};

pub async fn ask_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeCategory>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    let way = attendee::way(at.path(), &at.congress, &at.code, &at.secret);
    ask(&state, &visit, &loaded, &way, typed).await
}

pub async fn change_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeCategory>,
    sent: Fields,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    change(&state, &visit, &loaded, &attendee::way(at.path(), &at.congress, &at.code, &at.secret), &sent).await
}

pub async fn ask_by_own(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MyCategory>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    ask(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret), typed).await
}

pub async fn change_by_own(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MyCategory>,
    sent: Fields,
) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    change(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret), &sent).await
}

/// What there is to choose; what the one that was chosen means.
async fn ask(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way, typed: Option<String>) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = able(state, visit, loaded, |may| may.rebook).await?;
    let (order, row) = (loaded.order(), loaded.row());
    let conn = state.store.read();
    let payer = pays(loaded.actor(), row, order);
    let choices = choices(conn, scene.congress, &ticket, payer, visit.now).await?;
    let asked = Fields::parse(typed.unwrap_or_default().as_bytes());
    let named = asked.get("category");
    let chosen = choices.iter().find(|choice| choice.offer.slug() == named && choice.offer.can_be_had());
    let main = if let Some(choice) = chosen {
        let account = payment::query::account(conn, order).await?;
        let (balance, seen) = (payer.then_some(&account.balance), seen(&ticket.view.attendee));
        let preview = page::rebooking::Preview { ticket: &ticket, choice, balance, seen: &seen };
        page::rebooking::preview(scene, &way.here, &way.back, &preview)
    } else {
        page::rebooking::choose(scene, &way.here, &way.back, &ticket, &choices)
    };
    Ok(public_page(visit, &scene.t("portal-rebook-title"), main).into_response())
}

/// Changes to what was shown. A second time changes nothing.
async fn change(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way, sent: &Fields) -> Answer {
    let category = sent.get("category");
    let send = loaded.order().notify;
    let cents = sent.get("cents").parse().unwrap_or(-1);
    let done = Box::pin(rebook_at(&state.store, loaded, &Seen::read(sent), (category, cents), send)).await;
    let (notice, next) = match done {
        Ok(()) => (Flash::success(visit.words.t("portal-rebooked")), way.back.clone()),
        Err(error @ RegistrationError::Stale(_)) => {
            (refusal(visit.words, error)?, address::with_query(&way.here, &[("category", category)]))
        }
        Err(error) => {
            // What they may not see has no name here.
            let all = ticketing::query::categories(state.store.read(), visit.congress()?.id).await?;
            let shown = |view: &&CategoryView| {
                let row = &view.category;
                row.slug == category && (row.visibility == Visibility::Public || row.id == loaded.row().category_id)
            };
            let name = all.iter().find(shown).map(|view| view.category.name.in_language(visit.language));
            (refusal_about(visit.words, error, name)?, way.back.clone())
        }
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&next).into_response())
}

pub async fn ask_restoration_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeRestoration>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    ask_restoration(&state, &visit, &loaded, &attendee::way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn restore_by_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeRestoration>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    restore(&state, &visit, &loaded, &attendee::way(at.path(), &at.congress, &at.code, &at.secret)).await
}

pub async fn ask_restoration_by_own(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MyRestoration>,
) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    ask_restoration(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret)).await
}

pub async fn restore_by_own(State(state): State<web::State>, visit: Visit, Path(at): Path<MyRestoration>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    restore(&state, &visit, &loaded, &my::way(at.path(), &at.congress, &at.secret)).await
}

async fn ask_restoration(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let scene = Scene::of(visit)?;
    let ticket = able(state, visit, loaded, |may| may.take_again).await?;
    let main = page::restoration::main(scene, &way.here, &way.back, &ticket);
    Ok(public_page(visit, &scene.t("portal-restore-title"), main).into_response())
}

/// Takes the ticket again, while there is room. A second time changes nothing and says so.
async fn restore(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let notice = match Box::pin(restore_one(&state.store, loaded)).await {
        Ok(_) => Flash::success(visit.words.t("portal-restored")),
        Err(RegistrationError::Closed) if loaded.row().state != Ticket::Cancelled => {
            Flash::info(visit.words.t("portal-restored-before"))
        }
        Err(error) => {
            let all = ticketing::query::categories(state.store.read(), visit.congress()?.id).await?;
            let own = all.iter().find(|view| view.category.id == loaded.row().category_id);
            let name = own.map(|view| view.category.name.in_language(visit.language));
            refusal_about(visit.words, error, name)?
        }
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.back).into_response())
}
