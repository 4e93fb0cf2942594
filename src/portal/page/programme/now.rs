//! What is on now, and what comes next.

use super::Sheet;
use crate::page::breadcrumb;
use chrono::TimeDelta;
use maud::{Markup, html};
use programme::query::public::Slot;

/// What begins within so long comes next.
const SOON: TimeDelta = TimeDelta::minutes(60);
/// So many stand above the programme; all of them on a page of their own.
const FEW: usize = 6;

/// Running, and next: what begins within an hour, or first after.
fn now_and_next<'a>(sheet: &Sheet<'a>) -> (Vec<&'a Slot>, Vec<&'a Slot>) {
    let now = sheet.scene.now;
    let held = |slot: &&&Slot| slot.session.and_then(|at| sheet.plan.sessions.get(at)).is_none_or(|s| !s.cancelled);
    let running: Vec<&Slot> =
        sheet.plan.slots.iter().filter(|slot| sheet.is_running(slot)).filter(|s| held(&s)).collect();
    let later: Vec<&Slot> = sheet.plan.slots.iter().filter(|slot| slot.starts_at > now).filter(|s| held(&s)).collect();
    let soon = later.iter().copied().filter(|slot| slot.starts_at <= now + SOON);
    let mut next: Vec<&Slot> = soon.collect();
    if next.is_empty()
        && let Some(first) = later.first()
    {
        next = later.iter().copied().filter(|slot| slot.starts_at == first.starts_at).collect();
    }
    (running, next)
}

/// A few of them above the programme, while the congress is on: first what was marked.
pub(super) fn strip(sheet: &Sheet) -> Markup {
    let (running, next) = now_and_next(sheet);
    let soon = next.first().is_some_and(|slot| slot.starts_at - sheet.scene.now <= SOON);
    if running.is_empty() && !soon {
        return html! {};
    }
    let all: Vec<&Slot> = running.iter().chain(&next).copied().collect();
    let marked = |slot: &&Slot| sheet.session(slot).is_some_and(|session| sheet.stars.has(&session.code));
    let (first, rest): (Vec<&Slot>, Vec<&Slot>) = all.iter().copied().partition(marked);
    let mut few: Vec<&Slot> = first.into_iter().chain(rest).take(FEW).collect();
    few.sort_by_key(|slot| (slot.starts_at, slot.room));
    let day =
        crate::query::programme::day::date_of(sheet.plan, few.first().unwrap_or(&all[0]), sheet.scene.congress.zone);
    html! {
        section."stack stack--s" aria-labelledby="jetzt" {
            h2.kern-heading-small #jetzt {
                (sheet.t("timetable-now")) " " span.muted { "(" (sheet.clock(sheet.scene.now, day)) ")" }
            }
            ul."now-next plain-list" { @for slot in &few { (item(sheet, slot)) } }
            @if all.len() > few.len() {
                p { a href=(sheet.filter.zoned(&address::programme::Now::new(sheet.slug()).path())) {
                    (sheet.scene.with("timetable-now-all", &[("count", all.len().into())]))
                } }
            }
        }
    }
}

fn item(sheet: &Sheet, slot: &Slot) -> Markup {
    let session = sheet.session(slot);
    let day = crate::query::programme::day::date_of(sheet.plan, slot, sheet.scene.congress.zone);
    let when = match sheet.is_running(slot) {
        true => sheet.scene.with("timetable-until", &[("time", sheet.clock(slot.ends_at, day).into())]),
        false => sheet.scene.with("timetable-from", &[("time", sheet.clock(slot.starts_at, day).into())]),
    };
    html! {
        li {
            p.slot__when {
                span {
                    (when)
                    @if let Some(room) = sheet.room(slot) { " · " (room) }
                    @if session.is_some_and(|session| sheet.stars.has(&session.code)) { " · " (sheet.t("timetable-star-on")) }
                }
            }
            @match session {
                Some(session) => {
                    p.slot__title { a href=(sheet.session_path(&session.code)) { (sheet.scene.text(&session.title)) } }
                    @let who = sheet.who(session);
                    @if !who.is_empty() { p.slot__who { (who) } }
                }
                None => { p.slot__title { (sheet.scene.text(&slot.title)) } }
            }
        }
    }
}

/// The page of its own.
pub fn main(sheet: &Sheet) -> Markup {
    let (running, next) = now_and_next(sheet);
    let now = sheet.scene.words.date_time(sheet.scene.now, sheet.zone());
    let day =
        next.first().map(|slot| crate::query::programme::day::date_of(sheet.plan, slot, sheet.scene.congress.zone));
    html! {
        div."wrap wrap--wide band--tight stack stack--l" {
            (breadcrumb(sheet.scene.words, &sheet.filter.zoned(&address::programme::Programme::new(sheet.slug()).path()), &sheet.t("timetable-title"), &sheet.t("timetable-now")))
            div {
                h1.kern-heading-x-large { (sheet.t("timetable-now")) }
                p.muted { (now) " · " (sheet.scene.with("timetable-times", &[("zone", sheet.zone_name(sheet.zone()).into())])) }
            }
            (sheet.zone_warning())
            section."stack stack--s" aria-labelledby="laeuft" {
                h2.kern-heading-large #laeuft { (sheet.t("timetable-now-running")) }
                @if running.is_empty() { p { (sheet.t("timetable-now-nothing")) } }
                @else { ul."now-next plain-list" { @for slot in &running { (item(sheet, slot)) } } }
            }
            section."stack stack--s" aria-labelledby="gleich" {
                h2.kern-heading-large #gleich { (sheet.t("timetable-now-next")) }
                @match day {
                    Some(day) => {
                        p.muted { (sheet.date(day)) }
                        ul."now-next plain-list" { @for slot in &next { (item(sheet, slot)) } }
                    }
                    None => { p { (sheet.t("timetable-now-over")) } }
                }
            }
        }
    }
}
