//! A day: the same list as a grid, where there is room for one.

use super::Sheet;
use super::slot::{Tells, entry};
use crate::query::programme::grid::{Grid, grid};
use crate::query::programme::{Day, View, entries};
use maud::{Markup, html};

/// More rooms than this scroll sideways.
const SIDE_BY_SIDE: usize = 6;

/// A day with what is left of it.
pub(super) fn day(sheet: &Sheet, day: &Day, slots: &[usize], several: bool) -> Markup {
    let entries = entries(sheet.plan, slots);
    let grid = if several || sheet.filter.view != View::Grid { None } else { grid(sheet.plan, &entries) };
    let tells = Tells::of(sheet);
    let id = format!("tag-{}", day.date);
    let list = html! {
        ol.programme__list {
            @for (at, one) in entries.iter().enumerate() {
                (entry(sheet, tells, one, grid.as_ref().and_then(|grid| grid.cells.get(at)).copied(), &html! {}))
            }
        }
    };
    let date = sheet.date(day.date);
    let named = sheet.scene.with("timetable-on-day", &[("day", date.as_str().into())]);
    let heading = html! {
        h2 class=(if several { "kern-heading-large day-heading" } else { "kern-sr-only" }) id=(id) {
            (if several { &date } else { &named })
        }
    };
    html! {
        @match &grid {
            // The region that scrolls is the day's.
            Some(grid) if grid.columns > SIDE_BY_SIDE => {
                div."wrap wrap--wide programme-day" {
                    (heading)
                    div."scroll-x programme-scroll" role="region" tabindex="0" aria-labelledby=(id) { (of_grid(sheet, day, grid, &list)) }
                }
            }
            other => {
                section."wrap wrap--wide programme-day" aria-labelledby=(id) {
                    (heading)
                    @match other {
                        Some(grid) => { (of_grid(sheet, day, grid, &list)) }
                        None => { div.programme.measure { (list) } }
                    }
                }
            }
        }
    }
}

fn of_grid(sheet: &Sheet, day: &Day, grid: &Grid, list: &Markup) -> Markup {
    html! {
        div class={ "programme programme--grid cols-" (grid.columns) } {
            div.programme__rooms aria-hidden="true" {
                @for (room, wide) in &grid.rooms { (room_head(sheet, *room, *wide)) }
            }
            div.programme__times aria-hidden="true" {
                @for (row, at) in &grid.times { span class={ "row-" (row) } { (sheet.clock(*at, day.date)) } }
            }
            (list)
            @if let Some(row) = grid.row_of(sheet.scene.now) {
                div class={ "now-line row-" (row) } aria-hidden="true" { span { (sheet.clock(sheet.scene.now, day.date)) } }
            }
        }
    }
}

fn room_head(sheet: &Sheet, room: Option<usize>, wide: usize) -> Markup {
    let room = room.and_then(|at| sheet.plan.rooms.get(at));
    html! {
        p class={ "programme__room" @if wide > 1 { " wide-" (wide) } } {
            @match room {
                Some(room) => {
                    (sheet.scene.text(&room.name))
                    @if let Some(seats) = room.seats { small { (sheet.scene.with("timetable-seats", &[("count", seats.into())])) } }
                }
                None => { (sheet.t("timetable-no-room")) }
            }
        }
    }
}
