//! The congresses that an account works on.

use crate::page::audit::to_installation;
use crate::query::workplace::{CongressLine, Workplaces};
use crate::rules::workplace::Workplace;
use maud::{Markup, html};
use web::Visit;
use web::layout::{plain_page, text};

pub fn list(visit: &Visit, workplaces: &Workplaces) -> Markup {
    let words = visit.words;
    let title = words.t("desk-workplaces");
    let founds = visit.actor.may_everywhere(base::Permission::CongressWrite);
    let main = html! {
        div."wrap wrap--text band stack" {
            h1.kern-heading-x-large { (title) }
            @if workplaces.none_yet {
                p { (words.t("desk-workplaces-none-yet")) }
                @if !founds { p { code.code { "kongress congress add" } } }
            } @else if workplaces.congresses.is_empty() {
                p { (words.t("desk-workplaces-none")) }
                p { (words.t("desk-workplaces-none-next")) }
            } @else {
                ul.row-list { @for line in &workplaces.congresses { (entry(visit, line)) } }
            }
            @if founds {
                p {
                    a."kern-btn kern-btn--primary" href=(address::settings::NewCongress::new().path()) {
                        span.kern-label { (words.t("desk-settings-new")) }
                    }
                }
            }
            (to_installation(visit))
            p { a href=(address::desk::Account::new().path()) { (words.t("web-account")) } }
        }
    };
    plain_page(visit, &title, main)
}

fn entry(visit: &Visit, line: &CongressLine) -> Markup {
    let words = visit.words;
    let place = match line.workplace {
        Workplace::Desk => words.t("desk-workplace-desk"),
        Workplace::Door => words.t("desk-workplace-door"),
    };
    html! {
        li {
            a href=(line.path()) { strong { (text(visit, &line.name)) } }
            span.sub { (words.span(line.starts_at, line.ends_at, line.zone)) " · " (place) }
        }
    }
}
