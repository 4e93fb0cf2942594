//! Halls and their stands: the plan, on which stands are dragged or moved by the arrow keys, and the table beside it.

use super::{head, pair, removal, slug};
use crate::form::exhibition::written;
use exhibition::entity::{hall, stand};
use exhibition::query::{HallView, ProjectView};
use maud::{Markup, PreEscaped, html};
use web::form::{Form, Seen};
use web::layout::{Section, desk_page, module, text};
use web::{Faults, Fields, Visit};

/// All halls. `projects`: all of the congress, with their stands.
pub fn list(visit: &Visit, halls: &[HallView], projects: &[ProjectView]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-stands");
    let without = projects.iter().filter(|view| view.stand.is_none()).count();
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(address::DeskProjects::new(slug(visit)).path()) { (words.t("desk-projects")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-stands-lead")) }
            }
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(address::DeskHall::new(slug(visit), "new").path()) { span.kern-label { (words.t("desk-hall-new")) } }
                @if !halls.is_empty() {
                    a."kern-btn kern-btn--primary" href=(address::DeskStand::new(slug(visit), "new").path()) { span.kern-label { (words.t("desk-stand-new")) } }
                }
            }
        }
        @if without > 0 && !halls.is_empty() {
            form."panel kern-level-2" method="post" action=(address::DeskSpread::new(slug(visit)).path()) {
                p { (words.with("desk-spread-lead", &[("count", without.into())])) }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-spread")) } }
            }
        }
        @if halls.is_empty() { section."panel kern-level-2" { p.muted { (words.t("desk-halls-none")) } } }
        @for view in halls { (one(visit, view, projects)) }
        (module("hall.js"))
    };
    desk_page(visit, Section::Projects, &title, main)
}

fn one(visit: &Visit, view: &HallView, projects: &[ProjectView]) -> Markup {
    let (words, hall) = (visit.words, &view.hall);
    let id = format!("hall-{}", hall.id);
    html! {
        section."panel kern-level-2 stack" aria-labelledby=(id) {
            div."cluster cluster--between" {
                h2.kern-heading-small id=(id) { (text(visit, &hall.name)) }
                a href=(address::DeskHall::new(slug(visit), hall.id.to_string()).path()) {
                    (words.t("desk-hall-change")) span.kern-sr-only { ": " (text(visit, &hall.name)) }
                }
            }
            p.fine { (words.with("desk-hall-size", &[("width", written(words, hall.width).into()), ("depth", written(words, hall.depth).into())])) }
            @if view.stands.is_empty() { p.muted { (words.t("desk-stands-none")) } }
            @else {
                p."fine muted" { (words.t("desk-plan-hint")) }
                p.kern-sr-only aria-live="polite" data-plan-status data-saved=(words.t("desk-plan-saved")) data-failed=(words.t("desk-plan-failed")) {}
                (plan(visit, hall, &view.stands, projects))
                (table(visit, &view.stands, projects))
            }
        }
    }
}

/// The plan. Units are centimetres of a quarter: a metre is 25.
fn plan(visit: &Visit, hall: &hall::Model, stands: &[stand::Model], projects: &[ProjectView]) -> Markup {
    let words = visit.words;
    let (width, depth) = (hall.width / 4, hall.depth / 4);
    html! {
        div."scroll-x" role="region" tabindex="0" aria-label=(words.with("desk-plan-of", &[("hall", hall.name.in_language(visit.language).into())])) {
            svg."hall-plan hall-plan--moves" viewBox={ "0 0 " (width) " " (depth) } data-plan
                role="group" aria-label=(words.with("desk-plan-of", &[("hall", hall.name.in_language(visit.language).into())])) {
                rect.wall x="0" y="0" width=(width) height=(depth) {}
                @if !hall.outline.is_empty() { g.outline aria-hidden="true" { (PreEscaped(&hall.outline)) } }
                @for stand in stands {
                    @let project = project_at(projects, stand);
                    @let label = words.with("desk-stand-label", &[("number", (&stand.number).into()), ("project", project.map_or_else(|| words.t("desk-stand-free"), |view| view.project.title.in_language(visit.language).to_owned()).into())]);
                    g tabindex="0" role="button" aria-label=(label) data-stand=(address::DeskStandPlace::new(slug(visit), stand.id.to_string()).path())
                        data-x=(stand.x) data-y=(stand.y) data-width=(stand.width) data-depth=(stand.depth) data-hall-width=(hall.width) data-hall-depth=(hall.depth) {
                        rect.stand x=(stand.x / 4) y=(stand.y / 4) width=(stand.width / 4) height=(stand.depth / 4) rx="3" {}
                        text.stand-no x=(stand.x / 4 + stand.width / 8) y=(stand.y / 4 + stand.depth / 8 + 5) { (stand.number) }
                    }
                }
            }
        }
    }
}

fn project_at<'a>(projects: &'a [ProjectView], stand: &stand::Model) -> Option<&'a ProjectView> {
    projects.iter().find(|view| view.project.stand_id == Some(stand.id))
}

fn table(visit: &Visit, stands: &[stand::Model], projects: &[ProjectView]) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="group" aria-label=(words.t("desk-stands")) tabindex="0" {
            table."kern-table kern-table--small dense" {
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-exhibition-number")) }
                        th.kern-table__header scope="col" { (words.t("desk-stand-project")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-stand-size")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-stand-has")) }
                    }
                }
                tbody.kern-table__body {
                    @for stand in stands {
                        tr.kern-table__row {
                            th.kern-table__header scope="row" { a href=(address::DeskStand::new(slug(visit), stand.id.to_string()).path()) { (stand.number) } }
                            td.kern-table__cell {
                                @match project_at(projects, stand) {
                                    Some(view) => a href=(address::DeskProject::new(slug(visit), view.project.id.to_string()).path()) dir="auto" { (text(visit, &view.project.title)) },
                                    None => span.muted { (words.t("desk-stand-free")) },
                                }
                            }
                            td."kern-table__cell wide-only" { (written(words, stand.width)) " × " (written(words, stand.depth)) " m" }
                            td."kern-table__cell wide-only" { (fittings(visit, stand)) }
                        }
                    }
                }
            }
        }
    }
}

fn fittings(visit: &Visit, stand: &stand::Model) -> String {
    let has = exhibition::service::place::has(stand);
    super::project::told(visit, has)
}

/// A hall as a form; a new one without `id`.
pub fn form(
    visit: &Visit,
    id: Option<base::Uuid>,
    (fields, faults): (&Fields, &Faults),
    seen: Option<&Seen>,
) -> Markup {
    let words = visit.words;
    let title = words.t(if id.is_some() { "desk-hall-change" } else { "desk-hall-new" });
    let form = Form::new(words, fields, faults);
    let main = html! {
        (head(&address::DeskStands::new(slug(visit)).path(), &words.t("desk-stands"), &title))
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            @match seen { Some(seen) => { (form.seen(seen)) } None => { (form.once()) } }
            (pair(words, form, "name", "desk-exhibition-name", 1))
            div.form-grid {
                (form.input("width", &words.t("desk-exhibition-width")).required())
                (form.input("depth", &words.t("desk-exhibition-depth")).required())
            }
            (form.input("position", &words.t("desk-exhibition-position")).digits().optional())
            (form.textarea("outline", &words.t("desk-exhibition-outline")).hint(&words.t("desk-exhibition-outline-hint")).rows(6).optional())
            (form.submit(&words.t("desk-hand-save")))
        }
        @if let Some(id) = id {
            (removal(visit, &address::DeskHallRemoval::new(slug(visit), id.to_string()).path(), &words.t("desk-hall-removal")))
        }
    };
    desk_page(visit, Section::Projects, &title, main)
}
