//! Projects: the list, and one as a form with its stand.

use super::{head, pair, removal, slug};
use crate::page::state::{Tone, state};
use base::{Text, Uuid};
use exhibition::entity::project;
use exhibition::query::{HallView, ProjectView};
use exhibition::rules::Fittings;
use exhibition::service::place::{has, needs};
use maud::{Markup, html};
use std::collections::HashSet;
use web::form::{Conflict, Form, Seen};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// "Strom, Bildschirm".
pub fn told(visit: &Visit, fittings: Fittings) -> String {
    let all = [
        (fittings.power, "exhibition-power"),
        (fittings.screen, "exhibition-screen"),
        (fittings.space, "exhibition-space"),
    ];
    all.into_iter().filter(|(has, _)| *has).map(|(_, key)| visit.words.t(key)).collect::<Vec<_>>().join(", ")
}

/// All of a congress.
pub fn list(visit: &Visit, all: &[ProjectView]) -> Markup {
    let words = visit.words;
    let title = words.t("desk-projects");
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.with("desk-projects-lead", &[("count", all.len().into()), ("without", all.iter().filter(|view| view.stand.is_none()).count().into())])) }
            }
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(address::DeskStands::new(slug(visit)).path()) { span.kern-label { (words.t("desk-stands")) } }
                a."kern-btn kern-btn--primary" href=(address::DeskProject::new(slug(visit), "new").path()) { span.kern-label { (words.t("desk-project-new")) } }
            }
        }
        section."panel kern-level-2" aria-label=(title) {
            @if all.is_empty() { p.muted { (words.t("desk-projects-none")) } }
            @else { (table(visit, all)) }
        }
    };
    desk_page(visit, Section::Projects, &title, main)
}

fn table(visit: &Visit, all: &[ProjectView]) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="group" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.t("desk-projects")) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-stand-project")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-field-organisation")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-project-needs")) }
                        th.kern-table__header scope="col" { (words.t("desk-project-stand")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-project-state")) }
                    }
                }
                tbody.kern-table__body {
                    @for view in all {
                        @let row = &view.project;
                        tr.kern-table__row {
                            th.kern-table__header scope="row" {
                                a href=(address::DeskProject::new(slug(visit), row.id.to_string()).path()) dir="auto" { (text(visit, &row.title)) }
                                span."sub narrow-only" dir="auto" { (row.organisation) }
                            }
                            td."kern-table__cell wide-only" dir="auto" { (row.organisation) }
                            td."kern-table__cell wide-only" { (told(visit, needs(row))) }
                            td.kern-table__cell {
                                @match &view.stand {
                                    Some((stand, _)) => { (stand.number) @if !has(stand).covers(needs(row)) { " " (state(Tone::Wait, &words.t("desk-project-lacks"), "")) } }
                                    None => span.muted { "–" },
                                }
                            }
                            td."kern-table__cell wide-only" { (published(visit, row)) }
                        }
                    }
                }
            }
        }
    }
}

fn published(visit: &Visit, row: &project::Model) -> Markup {
    match row.published_at {
        Some(_) => state(Tone::Ok, &visit.words.t("desk-project-published"), ""),
        None => state(Tone::Off, &visit.words.t("desk-project-draft"), ""),
    }
}

/// A project as it is shown.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// None: a new one.
    pub view: Option<&'a ProjectView>,
    pub seen: Option<Seen>,
    pub topics: &'a [(Uuid, Text)],
    pub halls: &'a [HallView],
    /// It came of a submission, which is withdrawn or cancelled instead of removing it.
    pub submitted: bool,
    /// What somebody else saved meanwhile.
    pub conflict: Option<&'a Conflict>,
    /// Stands that have a project.
    pub taken: &'a HashSet<Uuid>,
}

/// The form, and beside it the stand.
pub fn form(visit: &Visit, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = match sheet.view {
        Some(view) => view.project.title.in_language(visit.language).to_owned(),
        None => words.t("desk-project-new"),
    };
    let form = Form::new(words, sheet.fields, sheet.faults);
    let topics: Vec<(String, &Text)> = sheet.topics.iter().map(|(id, name)| (format!("topic-{id}"), name)).collect();
    let main = html! {
        (head(&address::DeskProjects::new(slug(visit)).path(), &words.t("desk-projects"), &title))
        @if let Some(view) = sheet.view { (place(visit, view, sheet)) }
        form."panel kern-level-2 measure" method="post" novalidate {
            @if let (Some(conflict), Some(view)) = (sheet.conflict, sheet.view) {
                (conflict.alert(words, visit.zone(), &address::DeskProject::new(slug(visit), view.project.id.to_string()).path()))
            }
            (form.summary())
            @match &sheet.seen { Some(seen) => { (form.seen(seen)) } None => { (form.once()) } }
            (pair(words, form, "title", "desk-exhibition-title", 1))
            (form.input("organisation", &words.t("desk-field-organisation")).autocomplete("off").required())
            (form.textarea("partners", &words.t("desk-exhibition-partners")).hint(&words.t("desk-exhibition-partners-hint")).rows(3).optional())
            (pair(words, form, "summary", "desk-exhibition-summary", 3))
            (pair(words, form, "description", "desk-exhibition-description", 8))
            (pair(words, form, "offers", "desk-exhibition-offers", 3))
            (pair(words, form, "seeks", "desk-exhibition-seeks", 3))
            @if !topics.is_empty() {
                fieldset.kern-fieldset {
                    legend.kern-label { (words.t("exhibition-topics")) }
                    div.kern-fieldset__body {
                        @for (name, topic) in &topics { (form.checkbox(name, text(visit, topic))) }
                    }
                }
            }
            fieldset.kern-fieldset {
                legend.kern-label { (words.t("desk-project-needs")) }
                div.kern-fieldset__body {
                    (form.checkbox("power", html! { (words.t("exhibition-power")) }))
                    (form.checkbox("screen", html! { (words.t("exhibition-screen")) }))
                    (form.checkbox("space", html! { (words.t("exhibition-space")) }))
                    (form.checkbox("stage", html! { (words.t("desk-exhibition-stage")) }))
                }
            }
            (form.input("contact", &words.t("desk-exhibition-contact")).email().hint(&words.t("desk-exhibition-contact-hint")).autocomplete("off").optional())
            (form.checkbox("published", html! { (words.t("desk-exhibition-publish")) }))
            (form.submit(&words.t("desk-hand-save")))
        }
        @if let Some(view) = sheet.view {
            @if sheet.submitted { p."muted measure" { (words.t("desk-project-submitted")) } }
            @else {
                (removal(visit, &address::DeskProjectRemoval::new(slug(visit), view.project.id.to_string()).path(), &words.t("desk-project-removal")))
            }
        }
    };
    desk_page(visit, Section::Projects, &title, main)
}

/// Where it stands, and where it could.
fn place(visit: &Visit, view: &ProjectView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let fields = Fields::new().with("stand", view.project.stand_id.map(|id| id.to_string()).unwrap_or_default());
    let faults = Faults::new();
    let form = Form::new(words, &fields, &faults);
    let own = view.project.stand_id;
    let wanted = needs(&view.project);
    let free = sheet.halls.iter().flat_map(|hall| hall.stands.iter().map(move |stand| (hall, stand)));
    let free = free.filter(|(_, stand)| Some(stand.id) == own || !sheet.taken.contains(&stand.id));
    let options = free.map(|(hall, stand)| {
        let (hall, number) = (hall.hall.name.in_language(visit.language), &stand.number);
        let args = [("number", number.into()), ("hall", hall.into())];
        let key = if has(stand).covers(wanted) { "desk-project-at" } else { "desk-project-at-lacks" };
        (stand.id.to_string(), words.with(key, &args))
    });
    html! {
        form."panel kern-level-2 measure" method="post" action=(address::DeskProjectStand::new(slug(visit), view.project.id.to_string()).path()) {
            div."cluster cluster--between" {
                (published(visit, &view.project))
                @if view.project.published_at.is_some() {
                    a href=(address::Project::new(slug(visit), &view.project.code).path()) { (words.t("desk-project-public")) }
                }
            }
            (form.select("stand", &words.t("desk-project-stand")).option("", words.t("desk-project-no-stand")).options(options))
            button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-project-place")) } }
        }
    }
}
