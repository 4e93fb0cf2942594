//! The schedule: a day by room, what is parked, what is wrong, and the form of the slot that is open. The script
//! `schedule.js` only adds to it: whatever it can do, the form does too.

mod board;
mod drawer;
mod parking;
pub mod placing;
pub mod rules;
pub mod warning;

pub use drawer::Shown;

use crate::query::schedule::ScheduleView;
use address::schedule as at;
use base::Uuid;
use maud::{Markup, html};
use programme::query::history::{Did, Step};
use programme::rules::clash::{Clash, Severity};
use web::Visit;
use web::asset;
use web::layout::{Section, desk_page, icon_small, module};

/// Where things lead, with what is asked for.
struct Links<'a> {
    slug: &'a str,
    view: &'a ScheduleView,
}

impl Links<'_> {
    fn query(&self, day: &str, more: &[(&str, &str)]) -> String {
        let asked = &self.view.asked;
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let (track, kind) = (id(asked.track), id(asked.kind));
        let own = [("day", day), ("track", &track), ("type", &kind), ("text", &asked.text)];
        let pairs: Vec<(&str, &str)> = own.into_iter().chain(more.iter().copied()).collect();
        address::with_query(&at::Schedule::new(self.slug).path(), &pairs)
    }

    fn day(&self) -> String {
        self.view.day.date.to_string()
    }

    /// The day as it is shown, with this slot open.
    fn slot(&self, slot: Uuid) -> String {
        let day = match self.view.draft.slot(slot).and_then(|slot| slot.span) {
            Some(_) => String::new(),
            None => self.day(),
        };
        format!("{}#sitzung", self.query(&day, &[("slot", &slot.to_string())]))
    }
}

/// The whole page.
pub fn show(visit: &Visit, view: &ScheduleView, drawer: Option<&Shown<'_>>) -> Markup {
    let words = visit.words;
    let title = words.t("desk-schedule");
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let links = Links { slug, view };
    let main = html! {
        link rel="stylesheet" href=(asset::path("schedule.css"));
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p.muted { (standing(visit, view)) }
            }
        }
        div.editor #editor data-draft=(view.draft.frame.draft) data-watch=(at::Draft::new(slug).path()) data-slots=(at::Slots::new(slug).path())
            data-day=(links.day()) data-night=(words.t("desk-schedule-say-lost")) data-say-at=(say(visit, "desk-schedule-say-at"))
            data-say-length=(say(visit, "desk-schedule-say-length")) data-say-parked=(say(visit, "desk-schedule-say-parked"))
            data-say-back=(say(visit, "desk-schedule-say-back")) data-say-others=(words.t("desk-schedule-say-others")) {
            (toolbar(visit, view, &links))
            div.notice #said role="status" aria-live="polite" {}
            p.kern-sr-only #spoken aria-live="assertive" {}
            (days(visit, view, &links))
            (parking::parking(visit, view, &links))
            div.editor__body."editor__body--whole"[drawer.is_none() && view.clashes.is_empty()] {
                (board::board(visit, view, &links))
                div.stack {
                    @if let Some(shown) = drawer { (drawer::drawer(visit, view, &links, shown)) }
                    (warnings(visit, view, &links))
                }
            }
        }
        (module("schedule.js"))
    };
    desk_page(visit, Section::Schedule, &title, main)
}

/// A sentence that the script fills in.
fn say(visit: &Visit, key: &str) -> String {
    let args = ["title", "from", "until", "room", "minutes"].map(|name| (name, format!("{{{name}}}").into()));
    visit.words.with(key, &args)
}

/// "Entwurf nach Fassung 7 · 6 Änderungen".
fn standing(visit: &Visit, view: &ScheduleView) -> String {
    let words = visit.words;
    match &view.release {
        Some((name, 0)) => words.with("desk-schedule-as-released", &[("name", name.into())]),
        Some((name, n)) => words.with("desk-schedule-after", &[("name", name.into()), ("n", (*n).into())]),
        None => words.t("desk-schedule-never-released"),
    }
}

/// What was done last, in words.
fn undone(visit: &Visit, view: &ScheduleView, step: &Step) -> String {
    match &step.did {
        // What left the draft is called as it was then.
        Did::Slot(step) if view.draft.slot(step.slot).is_none() => step.title.clone(),
        Did::Slot(step) => warning::title(visit.words, &view.draft, step.slot),
        Did::Placed(spots) => visit.words.with("desk-placing-done-title", &[("n", spots.len().into())]),
    }
}

fn toolbar(visit: &Visit, view: &ScheduleView, links: &Links<'_>) -> Markup {
    let words = visit.words;
    let day = links.day();
    html! {
        div.editor__toolbar #werkzeuge {
            @match &view.last {
                Some(step) => {
                    @let done = undone(visit, view, step);
                    form method="post" action=(at::Undo::new(links.slug).path()) data-undo {
                        input type="hidden" name="event" value=(step.event);
                        input type="hidden" name="day" value=(day);
                        button.tool type="submit" title=(words.with("desk-schedule-undo-what", &[("title", (&done).into())])) {
                            (icon_small("undo")) (words.t("desk-schedule-undo"))
                            span.kern-sr-only { ": " (done) }
                        }
                    }
                }
                None => { button.tool type="button" disabled { (icon_small("undo")) (words.t("desk-schedule-undo")) } }
            }
            a.tool href={ (links.query(&day, &[("add", "break")])) "#sitzung" } { (icon_small("coffee")) (words.t("desk-schedule-add-break")) }
            a.tool href={ (links.query(&day, &[("add", "blocker")])) "#sitzung" } { (icon_small("block")) (words.t("desk-schedule-add-blocker")) }
            span.spacer {}
            a.tool href=(at::Rules::new(links.slug).path()) { (icon_small("settings")) (words.t("desk-schedule-rules")) }
        }
        details.keys {
            summary { (icon_small("keyboard")) " " (words.t("desk-schedule-keys")) }
            ul { @for key in ["move", "room", "length", "grid", "park", "back", "open", "mouse"] { li { (words.t(&format!("desk-schedule-key-{key}"))) } } }
        }
    }
}

fn days(visit: &Visit, view: &ScheduleView, links: &Links<'_>) -> Markup {
    let words = visit.words;
    html! {
        nav aria-label=(words.t("desk-schedule-days")) {
            ul."tabs cluster cluster--s plain-list" {
                @for day in &view.draft.frame.days {
                    li {
                        a.topic-chip href=(links.query(&day.date.to_string(), &[])) aria-current=[(day.date == view.day.date).then_some("page")] {
                            (words.weekday_date(day.span.from, view.draft.frame.zone))
                        }
                    }
                }
            }
        }
    }
}

/// What is wrong on this day; of other days how much.
fn warnings(visit: &Visit, view: &ScheduleView, links: &Links<'_>) -> Markup {
    let words = visit.words;
    let ids: Vec<Uuid> = view.on_day.iter().map(|at| view.draft.slots[*at].id).collect();
    let on_day = |clash: &&Clash| view.asked.all || ids.contains(&clash.slot);
    let mut shown: Vec<&Clash> = view.clashes.iter().filter(on_day).collect();
    shown.sort_by_key(|clash| (clash.severity, clash.span));
    let others = view.clashes.len() - shown.len();
    let blocking = shown.iter().filter(|clash| clash.severity == Severity::Block).count();
    html! {
        section."panel kern-level-2" #warnungen aria-labelledby="warn-titel" {
            div.panel__head {
                h2.kern-heading-small #warn-titel { (words.t("desk-schedule-warnings")) }
                span."muted number" { (words.number(i64::try_from(shown.len()).unwrap_or(i64::MAX))) }
            }
            @if blocking > 0 { p { strong { (words.with("desk-schedule-blocking", &[("n", blocking.into())])) } } }
            (warning::list(visit, &view.draft, &shown, &|slot| links.slot(slot), &words.t("desk-schedule-no-warnings")))
            @if others > 0 {
                p { a href={ (links.query(&links.day(), &[("warnings", "all")])) "#warnungen" } { (words.with("desk-schedule-other-days", &[("n", others.into())])) } }
            }
        }
    }
}
