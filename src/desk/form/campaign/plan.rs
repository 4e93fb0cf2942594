//! When a campaign begins by itself, as staff type it: `when`, and either `at`, or `days` and `time`.

use crate::form::settings::{moment, optional_moment, optional_number};
use campaign::entity::campaign::Model;
use campaign::service::campaign::Plan;
use chrono::{NaiveTime, Timelike};
use locale::Tz;
use web::{Faults, Fields};

/// The fields with the keys of their labels.
pub const FIELDS: [(&str, &str); 4] = [
    ("when", "campaign-plan-when"),
    ("at", "campaign-plan-at"),
    ("days", "campaign-plan-days"),
    ("time", "campaign-plan-time"),
];

/// More days before nobody plans.
const MAX_DAYS: i32 = 365;

/// What the form begins with.
pub fn shown(row: &Model, zone: Tz) -> Fields {
    let fields = Fields::new();
    match (row.days_before, row.minute, row.planned_at) {
        (Some(days), Some(minute), _) => fields
            .with("when", "before")
            .with("days", days.to_string())
            .with("time", format!("{:02}:{:02}", minute / 60, minute % 60)),
        (_, _, Some(at)) => fields.with("when", "at").with("at", moment(at, zone)).with("time", "09:00"),
        _ => fields.with("when", "at").with("time", "09:00"),
    }
}

/// What was typed, or what is wrong with it.
pub fn read(fields: &Fields, zone: Tz) -> Result<Plan, Faults> {
    let mut faults = Faults::new();
    if fields.get("when") != "before" {
        let at = optional_moment(fields, "at", zone, &mut faults);
        if at.is_none() && !faults.has("at") {
            faults.add("at", "desk-settings-fault-missing");
        }
        return at.map(Plan::At).ok_or(faults);
    }
    let days = optional_number(fields, "days", &mut faults);
    match days {
        None if !faults.has("days") => faults.add("days", "desk-settings-fault-missing"),
        Some(days) if !(0..=MAX_DAYS).contains(&days) => {
            faults.add_with("days", "campaign-fault-days", &[("max", MAX_DAYS.into())]);
        }
        _ => {}
    }
    let time = NaiveTime::parse_from_str(fields.get("time").trim(), "%H:%M").ok();
    if time.is_none() {
        faults.add("time", "campaign-fault-time");
    }
    match (days, time) {
        (Some(days), Some(time)) if faults.is_empty() => {
            let minute = i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default();
            Ok(Plan::Before { days, minute })
        }
        _ => Err(faults),
    }
}
