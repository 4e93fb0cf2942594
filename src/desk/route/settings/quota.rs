//! Quotas.

use super::{Place, about, again, id, settle};
use crate::form::settings::Sheet;
use crate::page::settings::{Tab, list};
use address::settings as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::Uuid;
use congress::rules::free_slug;
use maud::html;
use registration::service::quota;
use ticketing::query::QuotaView;
use ticketing::service::quota::{NewQuota, Quota};
use web::form::{Seen, once};
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let views = ticketing::query::categories(state.store.read(), congress.id).await?;
    let quotas = ticketing::query::quotas(state.store.read(), congress.id).await?;
    let row = |view: &QuotaView| {
        let over = views.iter().filter(|c| view.categories.contains(&c.category.id));
        let over: Vec<&str> = over.map(|c| c.category.name.in_language(visit.language)).collect();
        let taken = i64::from(view.taken);
        let places = match view.size {
            Some(size) => visit.words.with("desk-quota-taken", &[("taken", taken.into()), ("size", size.into())]),
            None => visit.words.with("desk-quota-unlimited", &[("taken", taken.into())]),
        };
        list::Row {
            path: at::Quota::new(&congress.slug, view.id.to_string()).path(),
            name: html! { (view.name) },
            note: format!("{places} · {}", over.join(", ")),
            state: None,
        }
    };
    let rows: Vec<list::Row> = quotas.iter().map(row).collect();
    let blocked = views.is_empty().then_some("desk-settings-quota-needs-category");
    Ok(list::list(&visit, Tab::Quotas, &rows, blocked).into_response())
}

/// The quota as it is now, or a new one over what is there.
async fn now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Quota, Fault> {
    let congress = visit.congress()?.id;
    let Some(id) = id else { return Ok(Quota { name: String::new(), size: None, categories: vec![] }) };
    let views = ticketing::query::categories(state.store.read(), congress).await?;
    let quotas = ticketing::query::quotas(state.store.read(), congress).await?;
    let found = quotas.into_iter().find(|view| view.id == id).ok_or_else(Fault::not_found)?;
    let over = views.iter().filter(|c| found.categories.contains(&c.category.id));
    let mut categories: Vec<String> = over.map(|c| c.category.slug.clone()).collect();
    categories.sort();
    Ok(Quota { name: found.name, size: found.size, categories })
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    Place { title, object: id, removal: None, next: at::Quotas::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Quota>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-settings-quota");
    let about = about(&state, &visit).await?;
    let now = now(&state, &visit, id).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, id), &now))
}

pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Quota>, fields: Fields) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-settings-quota");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    let new = match Quota::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Quota>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => quota::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let there = ticketing::query::quotas(state.store.read(), congress).await?;
            let slug = free_slug(&new.name, |slug| slug == "new" || there.iter().any(|view| view.slug == slug));
            let new = NewQuota { slug, name: new.name, size: new.size, categories: new.categories };
            let id = once::id(&fields, congress, state.store.chance());
            quota::create(&state.store, &visit.actor, (congress, id), new).await
        }
    };
    let now = now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}
