//! Tables of sessions: handing one in, and what it would change.

use crate::page::refusal::refusals;
use crate::page::settings::{Tab, frame};
use crate::page::sheet::file;
use address::session as at;
use maud::{Markup, html};
use paper::sheet::read::Refusal;
use programme::service::table::{Report, Row};
use web::form::{Form, Seen};
use web::upload::Upload;
use web::{Faults, Fields, Visit};

/// Sessions that are shown.
const SHOWN: usize = 100;

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}

pub fn hand_in(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    let main = html! {
        p."muted measure" { (words.t("session-table-lead")) }
        form."panel kern-level-2 measure" method="post" enctype="multipart/form-data" novalidate {
            (form.summary())
            (file(form, &words.t("session-table-file-hint"), ".xlsx,.xls,.ods,.csv"))
            (form.submit(&words.t("desk-import-submit")))
        }
        section."panel kern-level-2 measure" aria-labelledby="help" {
            h2.kern-heading-small #help { (words.t("session-table-help")) }
            ul {
                @for line in ["rows", "columns", "names", "times", "state"] {
                    li { (words.t(&format!("session-table-help-{line}"))) }
                }
            }
        }
    };
    frame(visit, Tab::Sessions, &words.t("session-table"), &main)
}

pub fn preview(visit: &Visit, file: &Upload, report: &Report) -> Markup {
    let words = visit.words;
    let slug = slug(visit);
    let back = at::SessionImports::new(slug).path();
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(words, &fields, &faults);
    let main = html! {
        p.fine { a href=(back) { (words.t("desk-import-back")) } }
        section."panel kern-level-2" aria-label=(words.t("desk-import-ready")) {
            ul."cluster plain-list" {
                li { (words.with("session-table-added", &[("count", report.added().into())])) }
                li { (words.with("session-table-others", &[("count", report.changed().into())])) }
                li { (words.with("session-table-unchanged", &[("count", report.unchanged.into())])) }
            }
            @if report.rows.is_empty() {
                p { strong { (words.t("session-table-same")) } }
                p { a href=(at::Sessions::new(slug).path()) { (words.t("session-table-all")) } }
            } @else {
                form.cluster method="post" action=(at::SessionImport::new(slug, file.id.to_string()).path()) {
                    (form.seen(&Seen::of(report)))
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (words.with("session-table-take-in", &[("count", report.rows.len().into())])) }
                    }
                    a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-import-leave")) } }
                }
            }
        }
        @if !report.made.is_empty() {
            section."panel kern-level-2" aria-labelledby="made" {
                h2.kern-heading-small #made { (words.t("session-table-made")) }
                p.muted { (words.t("session-table-made-hint")) }
                ul { @for (heading, name) in &report.made { li { (words.t(heading)) ": " span dir="auto" { (name) } } } }
            }
        }
        @if !report.rows.is_empty() { (changes(visit, report)) }
    };
    frame(visit, Tab::Sessions, &words.with("desk-import-preview", &[("name", (&file.name).into())]), &main)
}

fn changes(visit: &Visit, report: &Report) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" {
            h2.kern-heading-small #changes { (words.t("session-table-changes")) }
            div.kern-table-responsive role="region" aria-labelledby="changes" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-import-line")) }
                            th.kern-table__header scope="col" { (words.t("desk-programme-title")) }
                            th.kern-table__header scope="col" { (words.t("session-table-what")) }
                        }
                    }
                    tbody.kern-table__body { @for row in report.rows.iter().take(SHOWN) { (change(visit, row)) } }
                }
            }
            @if report.rows.len() > SHOWN {
                p.muted { (words.with("desk-import-more", &[("count", (report.rows.len() - SHOWN).into())])) }
            }
        }
    }
}

fn change(visit: &Visit, row: &Row) -> Markup {
    let words = visit.words;
    let shown = |text: &str| if text.is_empty() { words.t("session-table-empty") } else { text.to_owned() };
    html! {
        tr.kern-table__row {
            td."kern-table__cell kern-table__cell--numeric" { (row.line) }
            td.kern-table__cell {
                span dir="auto" { (row.title) }
                @if row.new { span.sub { (words.t("session-table-new")) } }
            }
            td.kern-table__cell {
                @for (heading, was, is) in &row.changes {
                    div {
                        (words.t(heading)) ": "
                        @if !row.new { del dir="auto" { (shown(was)) } " → " }
                        span dir="auto" { (shown(is)) }
                    }
                }
            }
        }
    }
}

/// Everything that stands against it.
pub fn refused(visit: &Visit, file: &Upload, all: &[Refusal]) -> Markup {
    let words = visit.words;
    let title = words.with("session-table-refused", &[("count", all.len().into())]);
    let main = html! {
        p.fine { a href=(at::SessionImports::new(slug(visit)).path()) { (words.t("desk-import-back")) } }
        (refusals(visit, &title, &words.t("session-table-refused-next"), all))
    };
    frame(visit, Tab::Sessions, &words.with("desk-import-preview", &[("name", (&file.name).into())]), &main)
}
