//! Who may have a category, and its secret link.

use super::price::{category, title};
use super::{Place, about, again, id, settle};
use crate::form::settings::{About, Secret, Sheet};
use address::settings as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use ticketing::entity::category::{Kind, Model};
use ticketing::link::category_secret;
use ticketing::service::access::{Access, change, renew_link};
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Fields, Visit};

fn place<'a>(slug: &str, title: &'a str, id: Uuid) -> Place<'a> {
    let next = at::CategoryAccess::new(slug, id.to_string()).path();
    Place { title, object: Some(id), removal: None, next }
}

/// With the secret link, and for an add-on the tickets that it may go with.
async fn about_one(state: &web::State, visit: &Visit, row: &Model) -> Result<About, Fault> {
    let mut about = about(state, visit).await?;
    let slug = &visit.congress()?.slug;
    let register = address::Register::new(slug).path();
    let path = address::with_query(&register, &[("link", &category_secret(&state.link_key, row))]);
    let renewal = at::CategoryLink::new(slug, row.id.to_string()).path();
    about.secret = Some(Secret { url: state.absolute(&path), generation: row.link_generation, renewal });
    if row.kind == Kind::AddOn {
        let views = ticketing::query::categories(state.store.read(), row.congress_id).await?;
        let tickets = views.into_iter().map(|view| view.category).filter(|row| row.kind == Kind::Ticket);
        about.goes_with = tickets.map(|row| (row.slug, row.name.in_language(visit.language).to_owned())).collect();
        about.secret = None;
    }
    Ok(about)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CategoryAccess>) -> Answer {
    let row = category(&state, &visit, &at.id).await?;
    let (title, about) = (title(&visit, &row), about_one(&state, &visit, &row).await?);
    let now = Access::of(state.store.read(), &row).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, row.id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CategoryAccess>,
    fields: Fields,
) -> Answer {
    let row = category(&state, &visit, &at.id).await?;
    let (title, about) = (title(&visit, &row), about_one(&state, &visit, &row).await?);
    let place = place(&at.congress, &title, row.id);
    let new = match Access::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Access>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = change(&state.store, &visit.actor, row.congress_id, row.id, new, &Seen::read(&fields)).await;
    let row = category(&state, &visit, &at.id).await?;
    let now = Access::of(state.store.read(), &row).await?;
    settle(&state, &visit, &about, place, &fields, saved, Some(now)).await
}

/// Ends the link that was shown, and makes another.
pub async fn renew(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CategoryLink>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let shown = fields.get("generation").parse().unwrap_or_default();
    renew_link(&state.store, &visit.actor, congress.id, id, shown).await?;
    Flash::success(visit.words.t("desk-access-link-renewed")).leave(&visit).await?;
    Ok(Redirect::to(&at::CategoryAccess::new(&congress.slug, at.id).path()).into_response())
}
