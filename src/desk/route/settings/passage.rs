//! Texts.

use super::{Place, about, again, id, settle};
use crate::form::settings::Sheet;
use crate::form::settings::passage::PLACES;
use crate::page::settings::{Tab, list};
use address::settings as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::{Language, Text};
use congress::entity::passage::{Model, Place as Where};
use congress::service::passage::{self, Passage};
use locale::Words;
use web::flash::Flash;
use web::form::{Seen, once};
use web::layout::text;
use web::{Answer, Fault, Faults, Fields, Visit};

/// How much of a text stands for its title.
const BEGINNING: usize = 60;

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let mut texts = congress::query::passages(state.store.read(), congress.id).await?;
    let rank = |place: Where| PLACES.iter().position(|(_, one)| *one == place);
    texts.sort_by_key(|text| (rank(text.place), text.position));
    let row = |one: &Model| {
        let place = PLACES.iter().find(|(_, place)| *place == one.place).map_or("page", |(name, _)| name);
        list::Row {
            path: at::Passage::new(&congress.slug, one.id.to_string()).path(),
            name: text(&visit, &if one.title.is_empty() { beginning(&one.body) } else { one.title.0.clone() }),
            note: visit.words.t(&format!("desk-settings-place-of-{place}")),
            state: None,
        }
    };
    let rows: Vec<list::Row> = texts.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Passages, &rows, None).into_response())
}

/// How a text begins that has no title.
fn beginning(body: &Text) -> Text {
    let begun = |text: &str| {
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let shown: String = line.chars().take(BEGINNING).collect();
        if line.chars().count() > BEGINNING { format!("{}…", shown.trim_end()) } else { shown }
    };
    Text::new(begun(&body.de), begun(&body.en))
}

/// The text as it is now, or a new one: begun as one of the pages that a congress needs, with gaps to fill.
async fn now(state: &web::State, visit: &Visit, id: Option<base::Uuid>, begun: &str) -> Result<Passage, Fault> {
    let texts = congress::query::passages(state.store.read(), visit.congress()?.id).await?;
    if let Some(id) = id {
        return texts.iter().find(|one| one.id == id).map(Passage::from).ok_or_else(Fault::not_found);
    }
    let known = ["imprint", "privacy", "accessibility"].contains(&begun);
    let both = |part: &str| {
        let of = |language| Words::new(language).t(&format!("desk-settings-begun-{part}-{begun}"));
        if known { Text::new(of(Language::De), of(Language::En)) } else { Text::default() }
    };
    Ok(Passage {
        place: Where::Page,
        slug: if known { begun.to_owned() } else { String::new() },
        icon: String::new(),
        preline: Text::default(),
        title: both("title"),
        body: both("body"),
        position: texts.iter().map(|one| one.position).max().unwrap_or(0).saturating_add(1),
    })
}

fn place<'a>(slug: &str, title: &'a str, id: Option<base::Uuid>) -> Place<'a> {
    let removal = id.map(|id| at::PassageRemoval::new(slug, id.to_string()).path());
    Place { title, object: id, removal, next: at::Passages::new(slug).path() }
}

/// `?as=imprint` begins a new one as that page.
pub async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Passage>,
    RawQuery(asked): RawQuery,
) -> Answer {
    let id = id(&at.id)?;
    let title = visit.words.t("desk-settings-passage");
    let about = about(&state, &visit).await?;
    let asked = Fields::parse(asked.unwrap_or_default().as_bytes());
    let now = now(&state, &visit, id, asked.get("as")).await?;
    Ok(super::show(&visit, &about, &place(&at.congress, &title, id), &now))
}

/// Saves, or with `action=preview` only shows what it will look like.
pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Passage>,
    fields: Fields,
) -> Answer {
    let (id, congress) = (id(&at.id)?, visit.congress()?.id);
    let title = visit.words.t("desk-settings-passage");
    let place = place(&at.congress, &title, id);
    let about = about(&state, &visit).await?;
    if fields.get("action") == "preview" {
        return Ok(again::<Passage>(&visit, &about, &place, &fields, &Faults::new()));
    }
    let new = match Passage::read(&fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Passage>(&visit, &about, &place, &fields, &faults)),
    };
    let saved = match id {
        Some(id) => passage::change(&state.store, &visit.actor, congress, id, new, &Seen::read(&fields)).await,
        None => {
            let id = once::id(&fields, congress, state.store.chance());
            passage::add(&state.store, &visit.actor, congress, id, new).await
        }
    };
    let now = now(&state, &visit, id, "").await.ok();
    settle(&state, &visit, &about, place, &fields, saved, now).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::PassageRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    passage::remove(&state.store, &visit.actor, visit.congress()?.id, id).await?;
    Flash::success(visit.words.t("desk-settings-removed")).leave(&visit).await?;
    Ok(Redirect::to(&at::Passages::new(&at.congress).path()).into_response())
}
