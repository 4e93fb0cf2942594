//! Categories.

use super::{Place, about, again, id, settle};
use crate::form::settings::Sheet;
use crate::page::settings::{Tab, list};
use crate::page::state::Tone;
use address::settings as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::{Language, Money, Text, Uuid};
use congress::rules::free_slug;
use maud::html;
use ticketing::entity::category::{Kind, Place as Where};
use ticketing::query::CategoryView;
use ticketing::service::category::{self, Category, NewCategory};
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let words = visit.words;
    let views = ticketing::query::categories(state.store.read(), congress.id).await?;
    let row = |view: &CategoryView| {
        let price = view.price_for(1, visit.now);
        let price = if price.is_zero() { words.t("desk-free") } else { words.money(&price) };
        let place = words.t(if view.category.place == Where::Online { "desk-online" } else { "desk-on-site" });
        let (tone, word) = if view.category.active {
            (Tone::Ok, "desk-settings-is-active")
        } else {
            (Tone::Off, "desk-settings-is-closed")
        };
        list::Row {
            path: at::Category::new(&congress.slug, view.category.id.to_string()).path(),
            name: html! { (text(&visit, &view.category.name)) },
            note: format!("{place} · {price}"),
            state: Some((tone, words.t(word))),
        }
    };
    let rows: Vec<list::Row> = views.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Categories, &rows, None).into_response())
}

/// The category as it is now, or a new one after the others: on site, free, on sale.
async fn now(state: &web::State, visit: &Visit, id: Option<Uuid>) -> Result<Category, Fault> {
    let views = ticketing::query::categories(state.store.read(), visit.congress()?.id).await?;
    match id {
        Some(id) => {
            let found = views.iter().find(|view| view.category.id == id);
            found.map(|view| Category::from(&view.category)).ok_or_else(Fault::not_found)
        }
        None => Ok(Category {
            name: Text::default(),
            description: Text::default(),
            kind: Kind::Ticket,
            place: Where::OnSite,
            price: Money::euro(0),
            vat_basis_points: 1900,
            sale_from: None,
            sale_until: None,
            max_per_order: None,
            active: true,
            position: views.iter().map(|view| view.category.position).max().unwrap_or(0).saturating_add(1),
        }),
    }
}

fn place<'a>(slug: &str, title: &'a str, id: Option<Uuid>) -> Place<'a> {
    Place { title, object: id, removal: None, next: at::Categories::new(slug).path() }
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Category>) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-settings-category");
    let about = about(&state, &visit).await?;
    let now = now(&state, &visit, id).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, id), &now))
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Category>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-settings-category");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    let new = match Category::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Category>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => category::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let taken = |slug: &str| slug == "new" || about.categories.iter().any(|(there, _)| there == slug);
            let slug = free_slug(new.name.in_language(Language::De), taken);
            let id = once::id(&fields, congress, state.store.chance());
            category::create(&state.store, &visit.actor, (congress, id), with_slug(slug, new)).await
        }
    };
    let now = now(&state, &visit, id).await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

fn with_slug(slug: String, new: Category) -> (NewCategory, bool, i32) {
    let category = NewCategory {
        slug,
        name: new.name,
        description: new.description,
        kind: new.kind,
        place: new.place,
        price: new.price,
        vat_basis_points: new.vat_basis_points,
        sale_from: new.sale_from,
        sale_until: new.sale_until,
        max_per_order: new.max_per_order,
    };
    (category, new.active, new.position)
}
