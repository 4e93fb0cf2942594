//! Setting a congress up: forms that are shown and saved, written once for all of them.

pub mod access;
pub mod category;
pub mod edition;
pub mod new;
pub mod part;
pub mod partner;
pub mod passage;
pub mod phase;
pub mod price;
pub mod question;
pub mod quota;
pub mod room;
pub mod seller;
pub mod team;
pub mod waiting;

use crate::form::person::labels;
use crate::form::settings::question::Around;
use crate::form::settings::{About, Sheet, field};
use crate::page::settings::{Shown, Tab, sheet};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use identity::rules::reach;
use web::flash::Flash;
use web::form::{Conflict, Seen, once};
use web::{Answer, Fault, Faults, Fields, State, Visit};

/// What is shown of the congress around a form, and which roles who looks may give.
pub(in crate::route) async fn about(state: &State, visit: &Visit) -> Result<About, Fault> {
    let views = ticketing::query::categories(state.store.read(), visit.congress()?.id).await?;
    let name = |text: &base::Text| text.in_language(visit.language).to_owned();
    let categories = views.iter().map(|v| (v.category.slug.clone(), name(&v.category.name))).collect();
    let reach = reach(&visit.actor, visit.congress()?.id);
    let once = state.store.chance().opaque_id();
    Ok(About {
        words: visit.words,
        zone: visit.zone(),
        once,
        categories,
        reach,
        around: Around::default(),
        person: None,
        secret: None,
        reviewing: Default::default(),
        goes_with: vec![],
        programme: None,
    })
}

/// Where a form stands: what it is about, and where it leads.
pub(in crate::route) struct Place<'a> {
    pub(in crate::route) title: &'a str,
    /// What events name: the congress, a room, …; none while it is new.
    pub(in crate::route) object: Option<Uuid>,
    pub(in crate::route) removal: Option<String>,
    /// The list that it is one of, or the form itself.
    pub(in crate::route) next: String,
}

/// The form as it begins.
pub(in crate::route) fn show<S: Sheet>(visit: &Visit, about: &About, place: &Place<'_>, now: &S) -> Response {
    let (fields, faults, seen) = (now.fields(about), Faults::new(), Seen::of(now));
    let fields = if place.object.is_none() { fields.with(once::NAME, about.once.to_string()) } else { fields };
    let seen = place.object.map(|_| &seen);
    let removal = place.removal.clone();
    let shown = Shown {
        title: place.title,
        fields: &fields,
        faults: &faults,
        seen,
        conflict: None,
        removal,
        list: &place.next,
    };
    sheet::<S>(visit, about, &shown).into_response()
}

/// The form with what was typed, and what is wrong. `seen` is what its first showing saw.
pub(in crate::route) fn again<S: Sheet>(
    visit: &Visit,
    about: &About,
    place: &Place<'_>,
    fields: &Fields,
    faults: &Faults,
) -> Response {
    let seen = Seen::read(fields);
    let seen = place.object.map(|_| &seen);
    let faults = &named(faults, S::FIELDS, visit);
    let removal = place.removal.clone();
    let shown = Shown { title: place.title, fields, faults, seen, conflict: None, removal, list: &place.next };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, sheet::<S>(visit, about, &shown)).into_response()
}

/// Each fault with its field's label, in the order of the page.
fn named(faults: &Faults, fields: &[(&str, &str)], visit: &Visit) -> Faults {
    let mut faults = faults.clone();
    faults.name_all(&labels(fields, visit.words));
    faults
}

/// After saving: on, or back with what the service said; beside what somebody else saved meanwhile.
pub(in crate::route) async fn settle<S: Sheet, E: Told + Into<Fault>>(
    state: &State,
    visit: &Visit,
    about: &About,
    place: Place<'_>,
    fields: &Fields,
    saved: Result<(), E>,
    now: Option<S>,
) -> Answer {
    let error = match saved {
        Ok(()) => {
            Flash::success(visit.words.t("desk-settings-saved")).leave(visit).await?;
            return Ok(Redirect::to(&place.next).into_response());
        }
        Err(error) => error,
    };
    if let (Some(object), Some(now), "changed-meanwhile") = (place.object, &now, error.problem()) {
        let newest = store::event::newest(state.store.read(), object, S::VERBS).await?;
        let names: Vec<(&str, String)> = S::FIELDS.iter().map(|(name, key)| (*name, visit.words.t(key))).collect();
        // As it would be saved: 49 is 49,00.
        let typed = S::read(fields, about).map_or_else(|_| fields.clone(), |typed| typed.fields(about));
        let conflict =
            Conflict::new(newest.as_ref(), &names, &S::told(&now.fields(about), about), &S::told(&typed, about));
        let (faults, seen) = (Faults::new(), Seen::of(now));
        let shown = Shown {
            title: place.title,
            fields,
            faults: &faults,
            seen: Some(&seen),
            conflict: Some(&conflict),
            removal: None,
            list: &place.next,
        };
        return Ok((StatusCode::CONFLICT, sheet::<S>(visit, about, &shown)).into_response());
    }
    let Some(beside) = field(error.message()) else { return Err(error.into()) };
    let beside = S::FIELDS.iter().find(|(name, _)| *name == beside).or_else(|| S::FIELDS.first());
    let mut faults = Faults::new();
    let values = web::problem::args(&error.values());
    faults.add_with(beside.map_or("", |(name, _)| name), error.message(), &values);
    Ok(again::<S>(visit, about, &place, fields, &faults))
}

/// A form that there is once in a congress.
pub(super) async fn show_one<S: Sheet>(state: &State, visit: &Visit, now: &S) -> Answer {
    let title = S::TAB.word(visit);
    Ok(show(visit, &about(state, visit).await?, &once_in(visit, &title, S::TAB)?, now))
}

/// Saves one. `now`: as it is when `change` has ended.
pub(super) async fn save_one<S: Sheet, E: Told + Into<Fault>>(
    state: &State,
    visit: &Visit,
    fields: &Fields,
    change: impl AsyncFnOnce(S, Seen) -> Result<(), E>,
    now: impl AsyncFnOnce() -> Result<S, Fault>,
) -> Answer {
    let title = S::TAB.word(visit);
    let (about, place) = (about(state, visit).await?, once_in(visit, &title, S::TAB)?);
    let new = match S::read(fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<S>(visit, &about, &place, fields, &faults)),
    };
    let saved = change(new, Seen::read(fields)).await;
    settle(state, visit, &about, place, fields, saved, Some(now().await?)).await
}

fn once_in<'a>(visit: &Visit, title: &'a str, tab: Tab) -> Result<Place<'a>, Fault> {
    let congress = visit.congress()?;
    Ok(Place { title, object: Some(congress.id), removal: None, next: tab.path(&congress.slug) })
}

/// `new` is none; what is no id is the id of nothing.
pub(in crate::route) fn id(typed: &str) -> Result<Option<Uuid>, Fault> {
    if typed == "new" { Ok(None) } else { typed.parse().map(Some).map_err(|_| Fault::not_found()) }
}
