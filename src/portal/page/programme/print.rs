//! The programme for paper: a table a day.

use super::Sheet;
use crate::query::programme::Day;
use maud::{Markup, html};

pub(super) fn days(sheet: &Sheet, days: &[(&Day, Vec<usize>)]) -> Markup {
    html! {
        @for (day, slots) in days {
            div."wrap wrap--wide programme-day stack" {
                h2.kern-heading-large id={ "tag-" (day.date) } { (sheet.date(day.date)) }
                div."kern-table-responsive" role="region" tabindex="0" aria-labelledby={ "tag-" (day.date) } {
                    table."kern-table kern-table--small" {
                        thead.kern-table__head {
                            tr.kern-table__row {
                                @for key in ["timetable-time", "timetable-room", "timetable-what", "timetable-who"] {
                                    th.kern-table__header scope="col" { (sheet.t(key)) }
                                }
                            }
                        }
                        tbody.kern-table__body { @for at in slots { (row(sheet, *at)) } }
                    }
                }
            }
        }
    }
}

fn row(sheet: &Sheet, at: usize) -> Markup {
    let Some(slot) = sheet.plan.slots.get(at) else { return html! {} };
    let session = sheet.session(slot);
    html! {
        tr.kern-table__row {
            td.kern-table__cell { (sheet.span(slot, slot.ends_at)) }
            td.kern-table__cell { @if let Some(room) = sheet.room(slot) { (room) } }
            td.kern-table__cell {
                @match session {
                    Some(session) => {
                        (sheet.scene.text(&session.title))
                        @if session.cancelled { " " strong { (sheet.t("timetable-cancelled")) } }
                        @if sheet.stars.has(&session.code) { " " strong { "★ " (sheet.t("timetable-star-on")) } }
                    }
                    None => { (sheet.scene.text(&slot.title)) }
                }
            }
            td.kern-table__cell { @if let Some(session) = session { (sheet.who(session)) } }
        }
    }
}
