//! What organisers type of the rules of the plan.

use base::Time;
use chrono::{NaiveDate, NaiveTime, Timelike};
use programme::query::plan::Frame;
use programme::rules::clash::{Kind, Severity};
use programme::rules::day;
use programme::service::plan::rule::{RoomRules, Rules};
use web::{Faults, Fields};

/// So many windows a day can be typed.
pub const WINDOWS: usize = 2;

pub fn fields(rules: &Rules) -> Fields {
    let night = rules.day_change_minutes;
    let fields = Fields::new()
        .with("minutes-changeover", rules.changeover_minutes.to_string())
        .with("minutes-walk", rules.walk_minutes.to_string())
        .with("grid", rules.grid_minutes.to_string())
        .with("night", format!("{:02}:{:02}", night / 60, night % 60));
    rules.severities.iter().fold(fields, |fields, (kind, severity)| fields.with(*kind, *severity))
}

pub fn read(fields: &Fields) -> Result<Rules, Faults> {
    let mut faults = Faults::new();
    let mut number = |name: &str, least: i32, most: i32| {
        let read = fields.get(name).trim().parse::<i32>().ok().filter(|n| (least..=most).contains(n));
        if read.is_none() {
            faults.add(name, "desk-schedule-fault-number");
        }
        read.unwrap_or_default()
    };
    let (changeover_minutes, walk_minutes) = (number("minutes-changeover", 0, 720), number("minutes-walk", 0, 720));
    let grid_minutes = number("grid", 1, 60);
    let night = time(fields.get("night")).filter(|night| night.hour() < 12);
    if night.is_none() {
        faults.add("night", "desk-schedule-fault-night");
    }
    let mut severities = std::collections::BTreeMap::new();
    for kind in Kind::ALL {
        match Severity::named(fields.get(kind.name())) {
            Some(severity) => drop(severities.insert(kind.name(), severity.name())),
            None => faults.add(kind.name(), "desk-schedule-fault-severity"),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let day_change_minutes =
        night.map_or(0, |night| i32::try_from(night.num_seconds_from_midnight() / 60).unwrap_or(0));
    Ok(Rules { severities, changeover_minutes, walk_minutes, grid_minutes, day_change_minutes })
}

fn time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    NaiveTime::parse_from_str(typed, "%H:%M").or_else(|_| NaiveTime::parse_from_str(typed, "%H:%M:%S")).ok()
}

fn name(date: NaiveDate, window: usize, side: &str) -> String {
    format!("open-{date}-{window}-{side}")
}

/// The names of a day's fields: from and until, of each window.
pub fn windows(date: NaiveDate) -> Vec<(String, String)> {
    (1..=WINDOWS).map(|window| (name(date, window, "from"), name(date, window, "until"))).collect()
}

/// Of a room.
pub fn room_fields(rules: &RoomRules, frame: &Frame) -> Fields {
    let mut fields =
        Fields::new().with("changeover", rules.changeover_minutes.map_or_else(String::new, |n| n.to_string()));
    if rules.several {
        fields.set("several", "on");
    }
    let clock = |time: Time| time.with_timezone(&frame.zone).format("%H:%M").to_string();
    for day in &frame.days {
        let own = rules.open.iter().filter(|(from, _)| day::date(*from, frame.zone, frame.night) == day.date);
        for ((from, until), (a, b)) in own.zip(windows(day.date)) {
            fields.set(a, clock(*from));
            fields.set(b, clock(*until));
        }
    }
    fields
}

/// Times that are not of the congress's days, or more than can be typed, stay as they are.
pub fn read_room(fields: &Fields, frame: &Frame, now: &RoomRules) -> Result<RoomRules, Faults> {
    let mut faults = Faults::new();
    let typed = fields.get("changeover").trim();
    let changeover = if typed.is_empty() { Ok(None) } else { typed.parse::<i32>().map(Some) };
    let changeover = changeover.ok().filter(|n| n.is_none_or(|n| (0..=720).contains(&n)));
    if changeover.is_none() {
        faults.add("changeover", "desk-schedule-fault-number");
    }
    let mut open: Vec<(Time, Time)> = vec![];
    for day in &frame.days {
        let own = now.open.iter().filter(|(from, _)| day::date(*from, frame.zone, frame.night) == day.date);
        open.extend(own.skip(WINDOWS));
        for (a, b) in windows(day.date) {
            let sides = (fields.get(&a).trim(), fields.get(&b).trim());
            if sides == ("", "") {
                continue;
            }
            let (Some(from), Some(until)) = (time(sides.0), time(sides.1)) else {
                faults.add(&a, "desk-schedule-fault-window");
                continue;
            };
            let (from, until) = (moment(day.date, from, frame), moment(day.date, until, frame));
            if from < until {
                open.push((from, until));
            } else {
                faults.add(&a, "desk-schedule-fault-window");
            }
        }
    }
    let known = |time: Time| frame.days.iter().any(|day| day.date == day::date(time, frame.zone, frame.night));
    open.extend(now.open.iter().filter(|(from, _)| !known(*from)));
    match changeover {
        Some(changeover_minutes) if faults.is_empty() => {
            open.sort();
            Ok(RoomRules { several: fields.has("several"), changeover_minutes, open })
        }
        _ => Err(faults),
    }
}

/// The night belongs to the day before.
fn moment(date: NaiveDate, time: NaiveTime, frame: &Frame) -> Time {
    let night = i64::from(time.num_seconds_from_midnight() / 60) < i64::from(frame.night);
    let date = if night { date.succ_opt().unwrap_or(date) } else { date };
    day::local(date, time, frame.zone)
}
