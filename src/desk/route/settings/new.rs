//! A congress from nothing.

use crate::form::settings::field;
use crate::page::settings::new;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use base::error::Told;
use base::{Text, Time, name};
use chrono::{NaiveDate, TimeZone};
use congress::entity::congress::Phase;
use congress::service::congress::{NewCongress, create};
use http::StatusCode;
use locale::Tz;
use web::flash::Flash;
use web::{Answer, Faults, Fields, Visit};

/// When a day of a congress begins and ends until somebody says otherwise.
const HOURS: (u32, u32) = (9, 18);

pub async fn show(visit: Visit) -> Answer {
    let fields = Fields::new().with("zone", "Europe/Berlin");
    Ok(new::form(&visit, &fields, &Faults::new()).into_response())
}

/// Adds a draft, and leads to its set-up.
pub async fn save(State(state): State<web::State>, visit: Visit, fields: Fields) -> Answer {
    let again =
        |faults: Faults| Ok((StatusCode::UNPROCESSABLE_ENTITY, new::form(&visit, &fields, &faults)).into_response());
    let (congress, place) = match read(&fields) {
        Ok(read) => read,
        Err(faults) => return again(faults),
    };
    match create(&state.store, &visit.actor, congress, place).await {
        Ok(row) => {
            Flash::success(visit.words.t("desk-settings-new-done")).leave(&visit).await?;
            Ok(Redirect::to(&address::settings::Settings::new(row.slug).path()).into_response())
        }
        Err(error) => {
            let Some(beside) = field(error.message()) else { return Err(error.into()) };
            let mut faults = Faults::new();
            let values: Vec<_> = error.values().into_iter().map(|(name, value)| (name, value.into())).collect();
            faults.add_with(if beside == "ends" { "to" } else { beside }, error.message(), &values);
            again(faults)
        }
    }
}

fn read(fields: &Fields) -> Result<(NewCongress, Text), Faults> {
    let mut faults = Faults::new();
    let zone = fields.get("zone").trim().to_owned();
    let tz: Tz = zone.parse().unwrap_or(Tz::Europe__Berlin);
    let mut at = |name: &str, typed: &str, hour| {
        let read = moment(typed, hour, tz);
        if read.is_none() {
            faults.add(name, "desk-settings-fault-day");
        }
        read.unwrap_or_default()
    };
    let from = fields.get("from").trim();
    let to = Some(fields.get("to").trim()).filter(|to| !to.is_empty()).unwrap_or(from);
    let (starts_at, ends_at) = (at("from", from, HOURS.0), at("to", to, HOURS.1));
    let text = |name: &str| {
        let part = |language: &str| name::clean(fields.get(&format!("{name}-{language}")));
        Text::new(part("de"), part("en"))
    };
    let new = NewCongress {
        slug: fields.get("slug").trim().to_owned(),
        name: text("name"),
        starts_at,
        ends_at,
        zone,
        phase: Phase::Draft,
    };
    if faults.is_empty() { Ok((new, text("place"))) } else { Err(faults) }
}

fn moment(day: &str, hour: u32, zone: Tz) -> Option<Time> {
    let day: NaiveDate = day.parse().ok()?;
    zone.from_local_datetime(&day.and_hms_opt(hour, 0, 0)?).earliest().map(|at| at.to_utc())
}
