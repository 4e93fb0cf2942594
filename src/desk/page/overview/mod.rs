//! At a glance: numbers, what to do, what is new. What to do comes before the charts, which on a phone fill screens.

mod greeting;
mod hour;
mod outbox;
mod quota;
mod recent;
mod task;
mod tile;
mod week;

use crate::query::overview::Overview;
use crate::rules::ready::{Check, may_open};
use maud::{Markup, html};
use web::Visit;
use web::layout::{Section, desk_page};

/// `ready`: the check list, while it is a draft.
pub fn show(visit: &Visit, overview: &Overview, ready: Option<&[Check]>) -> Markup {
    let title = visit.words.t("desk-overview");
    let main = html! {
        (greeting::head(visit))
        @if let Some(checks) = ready { (crate::page::settings::ready::panel(visit, checks)) }
        (tile::tiles(visit, overview))
        div."desk-grid desk-grid--todo" {
            div.stack {
                (task::panel(visit, overview, ready.is_some_and(|checks| !may_open(checks))))
                @if let Some(outbox) = &overview.outbox { (outbox::panel(visit, outbox)) }
            }
            div.stack {
                (week::panel(visit.words, &overview.weeks))
                (quota::panel(visit, &overview.quotas))
                @if !overview.door.hours.is_empty() { (hour::panel(visit, &overview.door.hours)) }
                @if let Some(orders) = &overview.orders { (recent::panel(visit, orders)) }
            }
        }
    };
    desk_page(visit, Section::Overview, &title, main)
}
