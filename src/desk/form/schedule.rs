//! What staff type when they put something on the schedule.

use base::name::clean;
use base::{Text, Time, Uuid};
use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};
use programme::entity::slot::Kind;
use programme::query::plan::{Draft, Frame, SlotView};
use programme::rules::day;
use programme::rules::plan::Span;
use web::{Faults, Fields};

/// The most minutes that can be typed.
const MOST: i64 = 3 * 24 * 60;

/// Stands for all rooms.
pub const EVERYWHERE: &str = "all";

/// Fields and their labels, in the order of the page.
pub const FIELDS: [(&str, &str); 6] = [
    ("title-de", "desk-schedule-title-de"),
    ("title-en", "desk-schedule-title-en"),
    ("day", "desk-schedule-day"),
    ("from", "desk-schedule-from"),
    ("minutes", "desk-schedule-minutes"),
    ("room", "desk-schedule-room"),
];

/// Where something shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub room: Option<Uuid>,
    pub span: Span,
    pub pinned: bool,
    /// Of a break or a blocker.
    pub title: Text,
}

impl Typed {
    /// Day and time are those of the congress's zone; `at` instead of them is a moment, in seconds since 1970. What is typed is a
    /// time of the grid, unless `slot` begins then already or something else in its room ends then, as impulses follow each
    /// other.
    pub fn read(fields: &Fields, draft: &Draft, kind: Kind, slot: Option<Uuid>) -> Result<Self, Faults> {
        let (frame, mut faults) = (&draft.frame, Faults::new());
        let from = begin(fields, frame, &mut faults);
        let minutes = fields.get("minutes").trim().parse::<i64>().ok().filter(|minutes| (1..=MOST).contains(minutes));
        if minutes.is_none() {
            faults.add("minutes", "desk-schedule-fault-minutes");
        }
        let room = match fields.get("room") {
            EVERYWHERE if kind != Kind::Session => Some(None),
            typed => typed.parse().ok().map(Some),
        };
        if room.is_none() {
            faults.add("room", "desk-schedule-fault-room");
        }
        if let Some(from) = from.filter(|from| !fields.has("at") && !on_grid(*from, frame)) {
            let stands = |other: &SlotView| other.span.is_some_and(|span| span.from == from) && Some(other.id) == slot;
            let follows = |other: &SlotView| {
                other.span.is_some_and(|span| span.until == from) && room.is_some_and(|room| room == other.room)
            };
            if !draft.slots.iter().any(|other| stands(other) || follows(other)) {
                faults.add_with("from", "desk-schedule-fault-grid", &[("n", frame.grid.into())]);
            }
        }
        let title = Text::new(clean(fields.get("title-de")), clean(fields.get("title-en")));
        if kind != Kind::Session && !fields.has("place") && title.is_empty() {
            faults.add("title-de", "desk-schedule-fault-title");
        }
        match (from, minutes, room) {
            (Some(from), Some(minutes), Some(room)) if faults.is_empty() => {
                let Some(until) = from.checked_add_signed(TimeDelta::minutes(minutes)) else {
                    faults.add("from", "desk-schedule-fault-from");
                    return Err(faults);
                };
                Ok(Self { room, span: Span::new(from, until), pinned: fields.has("pinned"), title })
            }
            _ => Err(faults),
        }
    }
}

/// Whether the clock there shows a time of the grid.
fn on_grid(from: Time, frame: &Frame) -> bool {
    let seconds = from.with_timezone(&frame.zone).num_seconds_from_midnight();
    u32::try_from(frame.grid).is_ok_and(|grid| seconds.is_multiple_of(grid.max(1) * 60))
}

fn begin(fields: &Fields, frame: &Frame, faults: &mut Faults) -> Option<Time> {
    if fields.has("at") {
        let at = fields.get("at").parse().ok().and_then(|at| Time::from_timestamp(at, 0));
        if at.is_none() {
            faults.add("from", "desk-schedule-fault-from");
        }
        return at;
    }
    let date: Option<NaiveDate> = fields.get("day").parse().ok();
    let time = fields.get("from").trim();
    let time = NaiveTime::parse_from_str(time, "%H:%M").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S")).ok();
    if date.is_none() {
        faults.add("day", "desk-schedule-fault-day");
    }
    if time.is_none() {
        faults.add("from", "desk-schedule-fault-from");
    }
    let (date, time) = (date?, time?);
    // The night belongs to the day before.
    let night = i64::from(time.num_seconds_from_midnight() / 60) < i64::from(frame.night);
    let date = if night { date.succ_opt()? } else { date };
    Some(day::local(date, time, frame.zone))
}

/// The form as it begins: where the slot is, or for what is parked the beginning of the day.
pub fn fields(slot: &SlotView, frame: &Frame, day: &day::Day, room: Option<Uuid>, minutes: Option<i32>) -> Fields {
    let length = i64::from(minutes.unwrap_or(30).max(1));
    let span = slot.span.unwrap_or_else(|| Span::new(day.span.from, day.span.from + TimeDelta::minutes(length)));
    let date = day::date(span.from, frame.zone, frame.night);
    let everywhere = slot.kind != Kind::Session && slot.span.is_some() && slot.room.is_none();
    let room = if everywhere {
        EVERYWHERE.to_owned()
    } else {
        slot.room.or(room).map_or_else(String::new, |id| id.to_string())
    };
    let fields = Fields::new()
        .with("version", slot.version.to_string())
        .with("day", date.to_string())
        .with("from", span.from.with_timezone(&frame.zone).format("%H:%M").to_string())
        .with("minutes", span.length().num_minutes().to_string())
        .with("room", room)
        .with("title-de", slot.title.de.clone())
        .with("title-en", slot.title.en.clone());
    if slot.pinned { fields.with("pinned", "on") } else { fields }
}
