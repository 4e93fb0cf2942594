//! Cooperations for those who run the directory: the board, and what came of an edition.

use super::cooperation::state;
use super::part;
use crate::query::cooperation::BoardLine;
use crate::query::outcome::{Figures, Outcome};
use crate::rules::cooperation::State;
use maud::{Markup, html};
use web::form::Form;
use web::scene::{Scene, badge, button};
use web::{Faults, Fields};

/// By how far they are.
pub fn board(scene: Scene, all: &[BoardLine], writes: bool) -> Markup {
    let slug = &scene.congress.slug;
    html! {
        (crumbs(scene, "network-cooperations"))
        div."cluster cluster--between" {
            h1.kern-heading-large { (scene.t("network-cooperations")) }
            (button("secondary", &address::networking::DeskOutcome::new(slug).path(), &scene.t("network-outcome")))
        }
        p.measure { (scene.t("network-desk-cooperations-note")) }
        @if all.is_empty() { p.muted { (scene.t("network-cooperations-none")) } }
        @for one in State::ALL {
            @let here = all.iter().filter(|line| line.state == one).collect::<Vec<_>>();
            @if !here.is_empty() {
                @let id = format!("stand-{}", one.name());
                section."panel stack" aria-labelledby=(id) {
                    h2.kern-heading-small id=(id) { (state(scene, one)) " (" (here.len()) ")" }
                    ul.row-list { @for line in here { li { (card(scene, line, writes)) } } }
                }
            }
        }
    }
}

fn crumbs(scene: Scene, here: &str) -> Markup {
    html! {
        nav.breadcrumb aria-label=(scene.t("portal-breadcrumb")) { ol {
            li { a href=(address::networking::DeskNetwork::new(&scene.congress.slug).path()) { (scene.t("web-desk-network")) } }
            li aria-current="page" { (scene.t(here)) }
        } }
    }
}

fn card(scene: Scene, line: &BoardLine, writes: bool) -> Markup {
    let since = scene.with("network-cooperation-since", &[("day", scene.words.date(line.since, scene.zone()).into())]);
    let bodies: Vec<&str> = line.bodies().into_iter().map(|body| body.name.as_str()).collect();
    html! {
        details {
            summary {
                strong dir="auto" { (line.row.title) } " "
                @if line.row.hidden_at.is_some() { (badge("warning", &scene.t("network-cooperation-hidden-badge"))) " " }
                span."muted fine" {
                    @if let Some(topic) = &line.topic { (scene.text(&topic.name)) " · " }
                    (scene.with("network-cooperation-members-count", &[("count", line.joined.into())])) " · " (since)
                }
            }
            div."stack stack--s" {
                (part::prose(&line.row.goal))
                @if !bodies.is_empty() { p dir="auto" { (bodies.join(", ")) } }
                @if !line.people.is_empty() { (part::people(scene, &line.people)) }
                @if !line.row.next.is_empty() { p dir="auto" { span.muted { (scene.t("network-cooperation-next")) ": " } (line.row.next) } }
                p."muted fine" { (part::word(scene.words, "circle", line.row.circle.name())) }
                @if writes { (moderation(scene, line)) }
            }
        }
    }
}

/// Takes it off, with a reason, or puts it back.
fn moderation(scene: Scene, line: &BoardLine) -> Markup {
    let path = address::networking::DeskCooperation::new(&scene.congress.slug, &line.row.code).path();
    let (none, begun) = (Faults::new(), Fields::new());
    let field = format!("why-{}", line.row.code);
    let why = scene.t("network-cooperation-hide-why");
    html! {
        @if line.row.hidden_at.is_some() {
            p dir="auto" { span.muted { (scene.t("network-cooperation-hidden-badge")) ": " } (line.row.hidden_why) }
            (part::press(&path, "secondary", &scene.t("network-cooperation-show"), &[("step", "show")]))
        } @else {
            form."stack stack--s" method="post" action=(path) novalidate {
                (Form::new(scene.words, &begun, &none).textarea(&field, &why).rows(2).hint(&scene.t("network-cooperation-hide-note")))
                div { button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" name="step" value="hide" { span.kern-label { (scene.t("network-cooperation-hide")) } } }
            }
        }
    }
}

/// What came of it: figures, and the way to take them along.
pub fn outcome(scene: Scene, outcome: &Outcome) -> Markup {
    let slug = &scene.congress.slug;
    let language = scene.words.language();
    let topics =
        outcome.topics.iter().map(|(topic, figures)| (topic.name.in_language(language).to_owned(), *figures)).collect();
    let nowhere = scene.t("network-outcome-no-town");
    let towns = outcome
        .towns
        .iter()
        .map(|(town, figures)| (town.clone().unwrap_or_else(|| nowhere.clone()), *figures))
        .collect();
    html! {
        nav.breadcrumb aria-label=(scene.t("portal-breadcrumb")) { ol {
            li { a href=(address::networking::DeskNetwork::new(slug).path()) { (scene.t("web-desk-network")) } }
            li { a href=(address::networking::DeskCooperations::new(slug).path()) { (scene.t("network-cooperations")) } }
            li aria-current="page" { (scene.t("network-outcome")) }
        } }
        h1.kern-heading-large { (scene.t("network-outcome")) }
        p.measure { (scene.t("network-outcome-note")) }
        (part::press(&address::networking::DeskOutcomeFile::new(slug).path(), "secondary", &scene.t("network-outcome-export"), &[]))
        dl.key-values {
            @for one in State::ALL {
                @let n = outcome.cooperations.iter().filter(|line| line.state == one).count();
                @if n > 0 { dt { (state(scene, one)) } dd { (n) } }
            }
        }
        (table(scene, ("thema", "network-outcome-topics", "network-topic"), topics))
        (table(scene, ("ort", "network-outcome-towns", "network-outcome-town"), towns))
    }
}

fn table(scene: Scene, (id, title, first): (&str, &str, &str), rows: Vec<(String, Figures)>) -> Markup {
    let title = scene.t(title);
    let heads =
        ["network-outcome-people", "network-outcome-contacts", "network-outcome-going", "network-outcome-ended"];
    html! {
        section.stack aria-labelledby=(id) {
            h2.kern-heading-medium id=(id) { (title) }
            @if rows.is_empty() { p.muted { (scene.t("network-outcome-nothing")) } } @else {
                div.kern-table-responsive role="group" aria-label=(title) tabindex="0" {
                    table."kern-table kern-table--small dense" {
                        thead.kern-table__header { tr.kern-table__row {
                            th.kern-table__header scope="col" { (scene.t(first)) }
                            @for head in heads { th."kern-table__header kern-table__header--numeric" scope="col" { (scene.t(head)) } }
                        } }
                        tbody.kern-table__body {
                            @for (name, figures) in rows {
                                tr.kern-table__row {
                                    th.kern-table__header scope="row" { span dir="auto" { (name) } }
                                    @for n in [figures.people, figures.contacts, figures.going, figures.ended] {
                                        td."kern-table__cell kern-table__cell--numeric" { (n) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
