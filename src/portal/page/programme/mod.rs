//! The public programme: as a grid, as a list, on paper; one session; who speaks; what is on now; what was marked.

mod chosen;
mod filters;
mod head;
mod list;
pub mod mine;
pub mod now;
mod print;
pub mod session;
mod slot;
pub mod speaker;
pub mod zone;

use crate::page::{Scene, filled};
use crate::query::programme::day::date_of;
use crate::query::programme::{Day, Filter, View, days};
use crate::stars::Stars;
use base::Time;
use chrono::{NaiveDate, Offset, TimeDelta};
use locale::Tz;
use maud::{Markup, html};
use programme::query::public::{Plan, Session, Slot, Track};
use std::cell::RefCell;
use std::collections::HashMap;
use web::asset;
use web::layout::module;

/// What every page of the programme stands on.
pub struct Sheet<'a> {
    pub scene: Scene<'a>,
    pub plan: &'a Plan,
    pub filter: &'a Filter,
    pub stars: &'a Stars,
    /// Where a form that marks something comes back to.
    pub here: &'a str,
    /// Where it is sent.
    pub mark: String,
    spans: RefCell<HashMap<(Time, Time), Markup>>,
}

impl<'a> Sheet<'a> {
    pub fn new(scene: Scene<'a>, plan: &'a Plan, filter: &'a Filter, stars: &'a Stars, here: &'a str) -> Self {
        let mark = address::programme::Stars::new(&scene.congress.slug).path();
        Self { scene, plan, filter, stars, here, mark, spans: RefCell::default() }
    }

    /// The same, marking somewhere else: behind a personal link.
    #[must_use]
    pub fn marking(self, mark: String) -> Self {
        Self { mark, ..self }
    }

    fn t(&self, key: &str) -> String {
        self.scene.t(key)
    }

    fn slug(&self) -> &str {
        &self.scene.congress.slug
    }

    /// In which times are told.
    fn zone(&self) -> Tz {
        self.filter.zone.unwrap_or(self.scene.congress.zone)
    }

    fn session(&self, slot: &Slot) -> Option<&'a Session> {
        slot.session.and_then(|at| self.plan.sessions.get(at))
    }

    fn track(&self, session: &Session) -> Option<&'a Track> {
        session.track.and_then(|at| self.plan.tracks.get(at))
    }

    fn room(&self, slot: &Slot) -> Option<Markup> {
        slot.room.and_then(|at| self.plan.rooms.get(at)).map(|room| self.scene.text(&room.name))
    }

    /// The address of a session, in the zone that was chosen.
    fn session_path(&self, code: &str) -> String {
        self.filter.zoned(&address::programme::Session::new(self.slug(), code).path())
    }

    fn speaker_path(&self, code: &str) -> String {
        self.filter.zoned(&address::programme::Speaker::new(self.slug(), code).path())
    }

    /// "10:00"; with its day where that is another than the programme's.
    fn clock(&self, at: Time, day: NaiveDate) -> String {
        let local = at.with_timezone(&self.zone());
        if self.filter.zone.is_some() && local.date_naive() != day {
            return self.scene.words.short(at, self.zone());
        }
        let (hour, minute) = (local.format("%H").to_string(), local.format("%M").to_string());
        self.scene.with("timetable-clock", &[("hour", hour.into()), ("minute", minute.into())])
    }

    /// "10:00 bis 10:20", for people and programs.
    fn span(&self, slot: &Slot, until: Time) -> Markup {
        if let Some(known) = self.spans.borrow().get(&(slot.starts_at, until)) {
            return known.clone();
        }
        let day = date_of(self.plan, slot, self.scene.congress.zone);
        let machine = slot.starts_at.with_timezone(&self.zone()).format("%Y-%m-%dT%H:%M%:z").to_string();
        let from = html! { time datetime=(machine) { (self.clock(slot.starts_at, day)) } };
        let to = html! { (self.clock(until, day)) };
        let span = filled(self.scene.words, "timetable-span", &[("from", from), ("to", to)]);
        self.spans.borrow_mut().insert((slot.starts_at, until), span.clone());
        span
    }

    /// "Donnerstag, 11. März 2027".
    fn date(&self, date: NaiveDate) -> String {
        self.scene.words.weekday_date(date.and_time(chrono::NaiveTime::MIN).and_utc(), Tz::UTC)
    }

    fn is_running(&self, slot: &Slot) -> bool {
        slot.starts_at <= self.scene.now && self.scene.now < slot.ends_at
    }

    /// Names and organisations of who speaks.
    fn who(&self, session: &Session) -> String {
        let people = session.speakers.iter().filter_map(|at| self.plan.speakers.get(*at));
        let people: Vec<String> = people.map(|speaker| named(&speaker.name, &speaker.organisation)).collect();
        people.join(" · ")
    }

    /// Where who speaks comes from, in a line that must be short: the names where no organisation is known.
    fn whence(&self, session: &Session) -> String {
        let mut bodies: Vec<&str> = vec![];
        for speaker in session.speakers.iter().filter_map(|at| self.plan.speakers.get(*at)) {
            let body = speaker.organisation.as_str();
            if !body.is_empty() && !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        if bodies.is_empty() { self.who(session) } else { bodies.join(" · ") }
    }

    /// The button that marks a session or forgets it.
    fn star(&self, session: &Session, word: bool) -> Markup {
        let on = self.stars.has(&session.code);
        let (title, _) = session.title.get(self.scene.words.language());
        let label = self.scene.with("timetable-star", &[("title", title.into())]);
        html! {
            button class={ "star" @if word { " star--word" } } name=(if on { "unstar" } else { "star" }) value=(session.code)
                aria-pressed=(if on { "true" } else { "false" }) aria-label=(label) {
                svg."icon icon--off" aria-hidden="true" { use href=(asset::icon("star")) {} }
                svg."icon icon--on" aria-hidden="true" { use href=(asset::icon("star-full")) {} }
                @if word {
                    span.word--off aria-hidden="true" { (self.t("timetable-star-off")) }
                    span.word--on aria-hidden="true" { (self.t("timetable-star-on")) }
                }
            }
        }
    }

    /// A form around everything that can be marked.
    fn marks(&self, inner: &Markup) -> Markup {
        html! {
            form.star-form method="post" action=(self.mark) {
                input type="hidden" name="back" value=(self.here);
                (inner)
            }
        }
    }

    /// Where the clock of the zone stands: "Berlin (UTC+1)".
    fn zone_name(&self, zone: Tz) -> String {
        let city = zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
        let at = self.plan.slots.first().map_or(self.scene.now, |slot| slot.starts_at);
        let seconds = at.with_timezone(&zone).offset().fix().local_minus_utc();
        let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
        let sign = if seconds < 0 { '−' } else { '+' };
        if city == "UTC" {
            return city;
        }
        let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
        format!("{city} (UTC{sign}{hours}{minutes})")
    }

    /// That times are not the congress's, where they are not.
    fn zone_warning(&self) -> Markup {
        let own = self.scene.congress.zone;
        html! {
            @if let Some(zone) = self.filter.zone.filter(|zone| *zone != own) {
                (crate::page::line("warning", &self.scene.with("timetable-zone-differs", &[
                    ("zone", self.zone_name(zone).into()),
                    ("congress", self.zone_name(own).into()),
                ])))
            }
        }
    }
}

/// "Lea Nolte, Stadt Delbrück".
fn named(name: &str, organisation: &str) -> String {
    if organisation.is_empty() { name.to_owned() } else { format!("{name}, {organisation}") }
}

/// What a page of the programme needs in its head.
pub fn head(sheet: &Sheet) -> Markup {
    html! {
        link rel="stylesheet" href=(asset::path("programme.css"));
        @if let Some(file) = colours_file(sheet.plan) {
            link rel="stylesheet" href=(address::programme::Tracks::new(sheet.slug(), file).path());
        }
        link rel="alternate" type="application/atom+xml" title=(sheet.t("portal-changes"))
            href=(address::release::ChangesFeed::new(sheet.slug()).path());
        (module("programme.js"))
    }
}

/// The same with the grid's rows and columns.
pub fn head_with_grid(sheet: &Sheet) -> Markup {
    html! {
        (head(sheet))
        link rel="stylesheet" href=(asset::path("programme-rows.css"));
    }
}

/// The colours of the tracks that have one of their own, readable on light and dark.
pub fn colours(plan: &Plan) -> String {
    use std::fmt::Write as _;
    let mut css = String::new();
    for (at, track) in plan.tracks.iter().enumerate() {
        let Ok(accent) = web::accent::Accent::new(&track.colour) else { continue };
        if let (Some(light), Some(dark)) = (accent.step("700"), accent.step("300")) {
            // Writing to a String does not fail.
            let _ = write!(css, ".track-{at}{{--track:light-dark({light},{dark})}}");
        }
    }
    css
}

/// The name of their style sheet: other colours are another name. None: no track has one.
pub fn colours_file(plan: &Plan) -> Option<String> {
    let css = colours(plan);
    (!css.is_empty()).then(|| format!("tracks-{}.css", &base::secret::hash(&css)[..10]))
}

/// The whole page.
pub fn main(sheet: &Sheet) -> Markup {
    let own = sheet.scene.congress.zone;
    let all = days(sheet.plan, own);
    let shown = sheet.filter.days(&all, today(sheet, &all));
    let several = shown.len() > 1;
    let left: Vec<(&Day, Vec<usize>)> = shown
        .iter()
        .copied()
        .map(|day| (day, sheet.filter.leave(sheet.plan, &day.slots, sheet.stars)))
        .filter(|(_, slots)| !slots.is_empty())
        .collect();
    let found: usize = left.iter().map(|(_, slots)| slots.len()).sum();
    html! {
        div."wrap wrap--wide band--tight stack" {
            (head::title(sheet))
            (sheet.zone_warning())
            @if !sheet.filter.narrows() && sheet.filter.view != View::Print { (now::strip(sheet)) }
            (head::tabs(sheet, &all, &shown))
            (filters::form(sheet))
            @if sheet.filter.narrows() {
                p role="status" {
                    (sheet.scene.with("timetable-found", &[("count", found.into())])) " "
                    a href=(sheet.filter.everything().path(sheet.slug())) { (sheet.t("timetable-everything")) }
                }
            }
        }
        @if sheet.filter.view == View::Print {
            (print::days(sheet, &left))
        } @else {
            (sheet.marks(&html! { @for (day, slots) in &left { (list::day(sheet, day, slots, several)) } }))
        }
        (head::foot(sheet))
    }
}

/// The day of the programme that it is now, while the congress is on.
pub fn today(sheet: &Sheet, days: &[Day]) -> Option<NaiveDate> {
    let local = sheet.scene.now.with_timezone(&sheet.scene.congress.zone).naive_local();
    let date = local.checked_sub_signed(sheet.plan.night).unwrap_or(local).date();
    days.iter().any(|day| day.date == date).then_some(date)
}

/// What of a page changes by itself: from a little before the programme until its end it is another each minute.
pub fn moment(plan: &Plan, now: Time) -> Option<i64> {
    let from = plan.slots.first()?.starts_at - TimeDelta::hours(36);
    let until = plan.slots.iter().map(|slot| slot.ends_at).max()?;
    (from..=until + TimeDelta::minutes(1)).contains(&now).then(|| now.timestamp() / 60)
}
