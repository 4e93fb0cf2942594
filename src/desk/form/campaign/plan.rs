//! When a campaign begins by itself, as staff type it: `when`, and either `at`, or `days` and `time`, or `hours`.

use crate::form::settings::{moment, optional_moment, optional_number};
use campaign::entity::campaign::Model;
use campaign::rules::plan::Relative;
use campaign::service::campaign::Plan;
use chrono::{NaiveTime, Timelike};
use locale::Tz;
use web::{Faults, Fields};

/// The fields with the keys of their labels.
pub const FIELDS: [(&str, &str); 5] = [
    ("when", "campaign-plan-when"),
    ("at", "campaign-plan-at"),
    ("days", "campaign-plan-days"),
    ("time", "campaign-plan-time"),
    ("hours", "campaign-plan-hours"),
];

/// More days before or after nobody plans.
const MAX_DAYS: i32 = 365;
/// Nor more hours: from then on it is days.
const MAX_HOURS: i32 = 72;

/// What the form begins with.
pub fn shown(row: &Model, zone: Tz) -> Fields {
    let fields = Fields::new().with("time", "09:00");
    let time = |minute: i32| format!("{:02}:{:02}", minute / 60, minute % 60);
    match (row.relative(), row.planned_at) {
        (Some(Relative::Before { days, minute }), _) => {
            fields.with("when", "before").with("days", days.to_string()).with("time", time(minute))
        }
        (Some(Relative::After { days, minute }), _) => {
            fields.with("when", "after").with("days", days.to_string()).with("time", time(minute))
        }
        (Some(Relative::Hours { hours }), _) => fields.with("when", "hours").with("hours", hours.to_string()),
        (None, Some(at)) => fields.with("when", "at").with("at", moment(at, zone)),
        (None, None) => fields.with("when", "at"),
    }
}

/// What was typed, or what is wrong with it.
pub fn read(fields: &Fields, zone: Tz) -> Result<Plan, Faults> {
    let mut faults = Faults::new();
    let relative = match fields.get("when") {
        "before" => on(fields, &mut faults).map(|(days, minute)| Relative::Before { days, minute }),
        "after" => on(fields, &mut faults).map(|(days, minute)| Relative::After { days, minute }),
        "hours" => number(fields, "hours", (1, MAX_HOURS), &mut faults).map(|hours| Relative::Hours { hours }),
        _ => {
            let at = optional_moment(fields, "at", zone, &mut faults);
            if at.is_none() && !faults.has("at") {
                faults.add("at", "desk-settings-fault-missing");
            }
            return at.map(Plan::At).ok_or(faults);
        }
    };
    relative.filter(|_| faults.is_empty()).map(Plan::By).ok_or(faults)
}

/// So many days, at a time of the day.
fn on(fields: &Fields, faults: &mut Faults) -> Option<(i32, i32)> {
    let days = number(fields, "days", (0, MAX_DAYS), faults);
    let time = NaiveTime::parse_from_str(fields.get("time").trim(), "%H:%M").ok();
    if time.is_none() {
        faults.add("time", "campaign-fault-time");
    }
    let minute = i32::try_from(time?.num_seconds_from_midnight() / 60).unwrap_or_default();
    Some((days?, minute))
}

fn number(fields: &Fields, field: &str, (least, most): (i32, i32), faults: &mut Faults) -> Option<i32> {
    let number = optional_number(fields, field, faults);
    match number {
        None if !faults.has(field) => faults.add(field, "desk-settings-fault-missing"),
        Some(n) if !(least..=most).contains(&n) => {
            faults.add_with(field, "campaign-fault-number", &[("min", least.into()), ("max", most.into())]);
        }
        _ => {}
    }
    number
}
