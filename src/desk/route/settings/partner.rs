//! Partners.

use super::{Place, about, again, id, settle};
use crate::form::settings::Sheet;
use crate::form::settings::partner::{KINDS, PARTS, named};
use crate::page::settings::{Tab, list};
use address::settings as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use congress::entity::organisation::Kind;
use congress::entity::partner::Part;
use congress::service::partner::{self, Partner};
use maud::html;
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let partners = congress::query::partners(state.store.read(), congress.id).await?;
    let row = |one: &congress::query::Partner| {
        let part = visit.words.t(&format!("desk-partner-part-{}", named(&PARTS, &one.part)));
        let kind = visit.words.t(&format!("desk-partner-kind-of-{}", named(&KINDS, &one.kind)));
        list::Row {
            path: at::Partner::new(&congress.slug, one.id.to_string()).path(),
            name: html! { (one.name) },
            note: [part, kind, one.link.clone()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · "),
            state: None,
        }
    };
    let rows: Vec<list::Row> = partners.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Partners, &rows, None).into_response())
}

/// The partner as it is now, or a new one after the others.
async fn now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Partner, Fault> {
    let partners = congress::query::partners(state.store.read(), visit.congress()?.id).await?;
    match id {
        Some(id) => partners.iter().find(|one| one.id == id).map(Partner::from).ok_or_else(Fault::not_found),
        None => {
            let position = partners.iter().map(|one| one.position).max().unwrap_or(0).saturating_add(1);
            let (kind, part) = (Kind::Municipality, Part::Carrier);
            Ok(Partner { name: String::new(), kind, part, link: String::new(), position })
        }
    }
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::PartnerRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::Partners::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Partner>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-partner");
    let about = about(&state, &visit).await?;
    let now = now(&state, &visit, id).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Partner>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-partner");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    let new = match Partner::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Partner>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => partner::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => partner::add(&state.store, &visit.actor, congress, new).await.map(|_| ()),
    };
    let now = now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::PartnerRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    partner::remove(&state.store, &visit.actor, visit.congress()?.id, id).await?;
    Flash::success(visit.words.t("desk-settings-removed")).leave(&visit).await?;
    Ok(Redirect::to(&at::Partners::new(&at.congress).path()).into_response())
}
