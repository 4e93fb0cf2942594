//! A congress from nothing.

use super::named;
use crate::form::settings::{field, line, needed_line, needed_zone, sound};
use crate::page::settings::new;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use base::{Text, Time};
use chrono::{NaiveDate, TimeZone};
use congress::entity::congress::Phase;
use congress::rules::check_slug;
use congress::service::congress::{NewCongress, create};
use http::StatusCode;
use locale::Tz;
use web::flash::Flash;
use web::form::once;
use web::{Answer, Faults, Fields, Visit};

/// When a day of a congress begins and ends until somebody says otherwise.
const HOURS: (u32, u32) = (9, 18);

/// The fields and the keys of their labels, in the order of the page.
const FIELDS: [(&str, &str); 8] = [
    ("name-de", "desk-settings-name-de"),
    ("name-en", "desk-settings-name-en"),
    ("from", "desk-settings-from"),
    ("to", "desk-settings-to"),
    ("place-de", "desk-settings-place-de"),
    ("place-en", "desk-settings-place-en"),
    ("slug", "desk-settings-slug"),
    ("zone", "desk-settings-zone"),
];

pub async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let once = state.store.chance().opaque_id().to_string();
    let fields = Fields::new().with("zone", "Europe/Berlin").with(once::NAME, once);
    Ok(new::form(&visit, &fields, &Faults::new()).into_response())
}

/// Adds a draft, and leads to its set-up.
pub async fn save(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let again = |faults: Faults| {
        let faults = named(&faults, &FIELDS, &visit);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, new::form(&visit, &fields, &faults)).into_response())
    };
    let (congress, place) = match read(&fields) {
        Ok(read) => read,
        Err(faults) => return again(faults),
    };
    // Whoever sends it: nobody finds the congress of somebody else.
    let founder = visit.actor.kind.id().unwrap_or_default();
    let id = once::id(&fields, founder, state.store.chance());
    match create(&state.store, &visit.actor, id, congress, place).await {
        Ok(row) => {
            Flash::success(visit.words.t("desk-settings-new-done")).leave(&visit).await?;
            Ok(Redirect::to(&address::settings::Settings::new(row.slug).path()).into_response())
        }
        Err(error) => {
            let Some(beside) = field(error.message()) else { return Err(error.into()) };
            let mut faults = Faults::new();
            let values = web::problem::args(&error.values());
            faults.add_with(if beside == "ends" { "to" } else { beside }, error.message(), &values);
            again(faults)
        }
    }
}

/// All that is wrong with it, at once.
fn read(fields: &Fields) -> Result<(NewCongress, Text), Faults> {
    let mut faults = Faults::new();
    let name = needed_line(fields, "name", &mut faults);
    let tz = needed_zone(fields, "zone", &mut faults).unwrap_or(Tz::Europe__Berlin);
    let slug = fields.get("slug").trim().to_owned();
    if !slug.is_empty() && check_slug(&slug, address::RESERVED).is_err() {
        faults.add_with("slug", "congress-error-slug-malformed", &[("slug", (&slug).into())]);
    }
    let mut at = |name: &str, typed: &str, hour| {
        let read = moment(typed, hour, tz);
        // A last day that is left out is the first one, about which it is told.
        if read.is_none() && (name == "from" || !fields.get(name).trim().is_empty()) {
            faults.add(name, "desk-settings-fault-day");
        }
        read.unwrap_or_default()
    };
    let from = fields.get("from").trim();
    let to = Some(fields.get("to").trim()).filter(|to| !to.is_empty()).unwrap_or(from);
    let (starts_at, ends_at) = (at("from", from, HOURS.0), at("to", to, HOURS.1));
    let zone = fields.get("zone").trim().to_owned();
    let new = NewCongress { slug, name, starts_at, ends_at, zone, phase: Phase::Draft };
    sound((new, line(fields, "place")), faults)
}

fn moment(day: &str, hour: u32, zone: Tz) -> Option<Time> {
    let day: NaiveDate = day.parse().ok()?;
    zone.from_local_datetime(&day.and_hms_opt(hour, 0, 0)?).earliest().map(|at| at.to_utc())
}
